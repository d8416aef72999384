// Sub-searches, shingles, and the list that stands for the result.
#include "query/compile/likeness.hpp"

#include "common/base/hash.hpp"
#include "common/schema/fields.hpp"
#include "common/storage/stored_articles.hpp"
#include "common/text/tokenizer.hpp"
#include "query/compile/text_weight.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace dateline::compile {
namespace {

/// Serves a list of documents with their weights.
class ListSource final : public Xapian::PostingSource {
public:
    explicit ListSource(std::vector<LikeHit> hits) : hits_(std::move(hits)) {
        double highest = 0;
        for (const LikeHit& hit : hits_) {
            highest = std::max(highest, hit.score);
        }
        set_maxweight(highest);
    }

    void init(const Xapian::Database& /*database*/) override { next_ = 0; }

    [[nodiscard]] Xapian::doccount get_termfreq_min() const override { return size(); }
    [[nodiscard]] Xapian::doccount get_termfreq_est() const override { return size(); }
    [[nodiscard]] Xapian::doccount get_termfreq_max() const override { return size(); }

    void next(double /*min_weight*/) override { ++next_; }

    void skip_to(Xapian::docid docid, double /*min_weight*/) override {
        const auto first =
            hits_.begin() + static_cast<std::ptrdiff_t>(std::max<std::size_t>(next_, 1) - 1);
        const auto found =
            std::lower_bound(first, hits_.end(), docid, [](const LikeHit& hit, Xapian::docid id) {
                return hit.docid < id;
            });
        next_ = static_cast<std::size_t>(found - hits_.begin()) + 1;
    }

    [[nodiscard]] bool at_end() const override { return next_ > hits_.size(); }
    [[nodiscard]] Xapian::docid get_docid() const override { return hits_[next_ - 1].docid; }
    [[nodiscard]] double get_weight() const override { return hits_[next_ - 1].score; }
    [[nodiscard]] std::string name() const override { return "dateline::ListSource"; }

    // Xapian takes ownership of the raw pointer.
    [[nodiscard]] PostingSource* clone() const override { return new ListSource(hits_); }

private:
    [[nodiscard]] Xapian::doccount size() const {
        return static_cast<Xapian::doccount>(hits_.size());
    }

    std::vector<LikeHit> hits_;  ///< ascending by docid
    std::size_t next_ = 0;       ///< the number of the current hit, from 1; 0 before the first
};

/// Keeps what has a score, with it.
class ScoreSpy final : public Xapian::MatchSpy {
public:
    explicit ScoreSpy(double least) : least_(least) {}

    void operator()(const Xapian::Document& document, double weight) override {
        if (weight >= least_) {
            hits_.push_back({document.get_docid(), weight});
        }
    }

    [[nodiscard]] std::vector<LikeHit> take() { return std::exchange(hits_, {}); }

private:
    double least_;
    std::vector<LikeHit> hits_;
};

std::vector<LikeHit> scored(const Xapian::Database& shard,
                            const Xapian::Query& query,
                            double least,
                            double average_length) {
    Xapian::Enquire enquire(shard);
    enquire.set_query(query);
    enquire.set_weighting_scheme(TextWeight(average_length));
    ScoreSpy spy(least);
    enquire.add_matchspy(&spy);
    static_cast<void>(enquire.get_mset(0, 0, shard.get_doccount()));
    std::vector<LikeHit> hits = spy.take();
    std::sort(hits.begin(), hits.end(), [](const LikeHit& a, const LikeHit& b) {
        return a.docid < b.docid;
    });
    return hits;
}

bool is_earlier(const Xapian::Document& document, const Likeness& likeness) {
    const auto published = schema::decode_published(
        document.get_value(static_cast<Xapian::valueno>(schema::Slot::Published)));
    return !likeness.published || (published && published->instant < likeness.published->instant);
}

bool is_copy(const Xapian::Document& document, const Likeness& likeness) {
    return are_copies(likeness.shingles, shingles_of(storage::stored_article(document)));
}

const schema::Field* entity_field(MentionType type) {
    using schema::FieldId;
    switch (type) {
        case MentionType::Person:
            return &schema::field(FieldId::Person);
        case MentionType::Place:
            return &schema::field(FieldId::Place);
        case MentionType::Org:
            return &schema::field(FieldId::Org);
        case MentionType::Date:
            break;
    }
    return nullptr;
}

}  // namespace

std::unordered_set<std::uint64_t> shingles_of(const Article& article) {
    text::Tokenizer tokenizer;
    text::TokenList list;
    tokenizer.tokenize(full_text(article), list);
    const std::vector<text::Token>& tokens = list.tokens();
    std::unordered_set<std::uint64_t> shingles;
    const std::size_t size = std::min(kShingleWords, tokens.size());
    for (std::size_t first = 0; size > 0 && first + size <= tokens.size(); ++first) {
        std::string words;
        for (std::size_t i = first; i < first + size; ++i) {
            words += list.folded(tokens[i]);
            words += ' ';
        }
        shingles.insert(hash64(words));
    }
    return shingles;
}

bool are_copies(const std::unordered_set<std::uint64_t>& a,
                const std::unordered_set<std::uint64_t>& b) {
    const auto& fewer = a.size() < b.size() ? a : b;
    const auto& more = a.size() < b.size() ? b : a;
    const auto shared = std::count_if(
        fewer.begin(), fewer.end(), [&](std::uint64_t shingle) { return more.contains(shingle); });
    return !fewer.empty() &&
           static_cast<double>(shared) >= kCopyContainment * static_cast<double>(fewer.size());
}

std::vector<parse::Node> subjects_of(const Article& article) {
    /// How often an entity is mentioned, and whether in the title or the first paragraph.
    struct Count {
        MentionType type = MentionType::Person;
        std::uint32_t mentions = 0;
        bool in_head = false;
    };
    const std::size_t head = head_bytes(article);
    std::map<std::string, Count> counts;
    for (const Mention& mention : article.mentions) {
        if (mention.id.size() > 2 && mention.given.empty() && entity_field(mention.type)) {
            Count& count = counts[mention.id];
            count.type = mention.type;
            ++count.mentions;
            count.in_head = count.in_head || mention.end_bytes <= head;
        }
    }
    std::vector<std::pair<std::string, Count>> subjects;
    for (const auto& entry : counts) {
        if (entry.second.in_head || entry.second.mentions >= kAboutMentions) {
            subjects.push_back(entry);
        }
    }
    std::stable_sort(subjects.begin(), subjects.end(), [](const auto& a, const auto& b) {
        return a.second.mentions > b.second.mentions;
    });
    subjects.resize(std::min(subjects.size(), kLikeEntities));
    std::vector<parse::Node> nodes;
    for (const auto& [id, count] : subjects) {
        parse::Node& node = nodes.emplace_back();
        node.kind = parse::NodeKind::Id;
        node.field = entity_field(count.type);
        node.text = id.substr(2);
        node.exact = count.type == MentionType::Place;  // the place itself, not all that is in it
        node.boost = kLikeEntityBoost;
    }
    return nodes;
}

Xapian::Query listed(std::vector<LikeHit> hits) {
    return Xapian::Query((new ListSource(std::move(hits)))->release());
}

double own_score(const Xapian::Database& shard,
                 const Xapian::Query& query,
                 const Likeness& likeness,
                 double average_length) {
    const Xapian::Query itself(
        Xapian::Query::OP_FILTER, query, listed({{likeness.place.docid, 0}}));
    const std::vector<LikeHit> hits = scored(shard, itself, 0, average_length);
    return hits.empty() ? 0 : hits.front().score;
}

std::vector<LikeHit> find_like(const Xapian::Database& shard,
                               std::uint32_t number,
                               const Xapian::Query& query,
                               const Likeness& likeness,
                               double average_length) {
    const double own = likeness.own_score.value_or(0);
    std::vector<LikeHit> hits = scored(shard, query, kLikeShare * own, average_length);
    std::erase_if(hits, [&](const LikeHit& hit) {
        if (likeness.place == storage::DocumentPlace{number, hit.docid}) {
            return true;
        }
        const Xapian::Document document = shard.get_document(hit.docid);
        return !is_earlier(document, likeness) ||
               (hit.score >= kCopyShare * own && is_copy(document, likeness));
    });
    return hits;
}

}  // namespace dateline::compile
