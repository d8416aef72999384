// Posting sources that look into token streams and stored articles.
#include "query/compile/check_source.hpp"

#include "common/article/article_json.hpp"
#include "common/base/error.hpp"
#include "common/base/varint.hpp"
#include "common/text/word_codes.hpp"
#include "query/compile/value_cursor.hpp"

#include <algorithm>
#include <utility>

namespace dateline::compile {
namespace {

Xapian::valueno number(schema::Slot slot) noexcept {
    return static_cast<Xapian::valueno>(slot);
}

std::string_view codes_in(const text::TokenStream& stream, Region region) {
    switch (region) {
        case Region::All:
            return stream.all;
        case Region::Title:
            return stream.title;
        case Region::Lead:
            return stream.lead;
        case Region::Body:
            return stream.body;
    }
    return stream.all;
}

/// Reads the token streams of ascending docids of one database.
class StreamCursor {
public:
    /// Bytes of the stream of `docid`; valid until the next call.
    const std::string& bytes(const Xapian::Database& database, Xapian::docid docid) {
        if (auto in_slot = cursor_.value(database, docid)) {
            bytes_ = *std::move(in_slot);
            return bytes_;
        }
        const std::string data = database.get_document(docid).get_data();
        bytes_ = storage::unpack_data(data).large_stream;
        return bytes_;
    }

private:
    ValueCursor cursor_{schema::Slot::TokenStream};
    std::string bytes_;
};

text::TokenStream read_stream(const std::string& bytes) {
    std::optional<text::TokenStream> stream = text::read_token_stream(bytes);
    if (!stream) {
        throw Error(
            ErrorCode::IndexDamaged,
            "a token stream of the index cannot be read",
            "run dateline-index --verify, and index the articles again if it reports damage");
    }
    return *std::move(stream);
}

class SequenceCheck final : public DocumentCheck {
public:
    SequenceCheck(Region region, std::vector<text::CodeSet> sequence)
        : region_(region), sequence_(std::move(sequence)) {}

    bool passes(const Xapian::Database& database, Xapian::docid docid) override {
        const text::TokenStream stream = read_stream(cursor_.bytes(database, docid));
        return text::contains_sequence(codes_in(stream, region_), sequence_);
    }

private:
    Region region_;
    std::vector<text::CodeSet> sequence_;
    StreamCursor cursor_;
};

class PeriodCheck final : public DocumentCheck {
public:
    PeriodCheck(std::optional<std::chrono::sys_days> from,
                std::optional<std::chrono::sys_days> to,
                bool overlapping)
        : from_(from), to_(to), overlapping_(overlapping) {}

    bool passes(const Xapian::Database& database, Xapian::docid docid) override {
        const std::vector<schema::Period> periods =
            schema::decode_periods(cursor_.value(database, docid).value_or(std::string()));
        return std::any_of(periods.begin(), periods.end(), [this](const schema::Period& period) {
            const std::chrono::sys_days first = overlapping_ ? period.to : period.from;
            const std::chrono::sys_days last = overlapping_ ? period.from : period.to;
            return (!from_ || first >= *from_) && (!to_ || last < *to_);
        });
    }

private:
    std::optional<std::chrono::sys_days> from_;
    std::optional<std::chrono::sys_days> to_;
    bool overlapping_;
    ValueCursor cursor_{schema::Slot::Event};
};

/// Finds the forms of a stem among the terms of the article itself: exact in every language,
/// without a search through the vocabulary.
class StemCheck final : public DocumentCheck {
public:
    StemCheck(Region region, QueryToken token, const storage::OrdinalTable& ordinals)
        : region_(region), token_(std::move(token)), ordinals_(ordinals) {}

    bool passes(const Xapian::Database& database, Xapian::docid docid) override {
        const text::TokenStream stream = read_stream(cursor_.bytes(database, docid));
        const std::string_view codes = codes_in(stream, region_);
        const Xapian::Document document = database.get_document(docid);
        Language& language = language_of(document);
        // Forms met before settle most articles without a look at their terms.
        return text::contains_sequence(codes, {language.codes}) ||
               (find_forms(document, language) && text::contains_sequence(codes, {language.codes}));
    }

private:
    /// What is known of one language.
    struct Language {
        std::string code;
        std::vector<std::string> wanted;              ///< stems of the query word, sorted
        std::unordered_map<std::string, bool> known;  ///< exact form -> whether it fits
        text::CodeSet codes;                          ///< of all forms that fit
    };

    Language& language_of(const Xapian::Document& document) {
        const auto ordinals = decode_ascending(document.get_value(number(schema::Slot::Lang)));
        const std::string code = ordinals.empty() ? std::string(schema::kUnknownLanguage)
                                                  : std::string(ordinals_.name(ordinals.front()));
        const auto [entry, is_new] = languages_.try_emplace(code);
        if (is_new) {
            entry->second.code = code;
            entry->second.wanted = stemmer_.stems(code, token_.folded, token_.exact);
        }
        return entry->second;
    }

    /// Whether the form is new and fits; its codes are then kept.
    bool learn(Language& language, const std::string& folded, const std::string& exact) {
        constexpr std::size_t kMaxKnown = 100'000;
        if (language.known.size() > kMaxKnown) {
            language.known.clear();
        }
        const auto [entry, is_new] = language.known.emplace(exact, false);
        if (!is_new) {
            return false;
        }
        const std::vector<std::string>& stems = stemmer_.stems(language.code, folded, exact);
        const auto wanted = [&](const std::string& form) {
            return std::binary_search(language.wanted.begin(), language.wanted.end(), form);
        };
        entry->second = wanted(folded) || std::any_of(stems.begin(), stems.end(), wanted);
        if (entry->second) {
            text::append_code(language.codes.emplace_back(), folded, false);
            text::append_spelled_code(language.codes.emplace_back(), folded);
        }
        return entry->second;
    }

    /// Looks for forms among the terms of `document`; whether there were new ones.
    bool find_forms(const Xapian::Document& document, Language& language) {
        bool any = false;
        const auto among = [&](const std::string& from, const std::string& to, std::size_t prefix) {
            auto term = document.termlist_begin();
            for (term.skip_to(from); term != document.termlist_end() && (to.empty() || *term < to);
                 ++term) {
                const std::string exact = (*term).substr(prefix);
                const std::string folded = prefix == 0 ? exact : text::fold(exact);
                any = learn(language, folded, exact) || any;
            }
        };
        // Words of the text have no prefix: numbers sort before the capital letters, others behind.
        among("0", ":", 0);
        const std::string exact_prefix(schema::kExactPrefix);
        among(exact_prefix, exact_prefix + '\xFF', exact_prefix.size());
        among("[", "", 0);
        return any;
    }

    Region region_;
    QueryToken token_;
    const storage::OrdinalTable& ordinals_;
    text::Stemmer stemmer_;
    std::unordered_map<std::string, Language> languages_;
    StreamCursor cursor_;
};

class ExactCheck final : public DocumentCheck {
public:
    ExactCheck(Region region, std::vector<std::string> exact_forms)
        : region_(region), forms_(std::move(exact_forms)) {}

    bool passes(const Xapian::Database& database, Xapian::docid docid) override {
        const std::string data = database.get_document(docid).get_data();
        const std::optional<Article> article =
            read_article(storage::unpack_data(data).article_json);
        if (!article) {
            throw Error(
                ErrorCode::IndexDamaged,
                "a stored article cannot be read",
                "run dateline-index --verify, and index the articles again if it reports damage");
        }
        if (region_ != Region::Lead && region_ != Region::Body && has_forms(article->title)) {
            return true;
        }
        if (region_ == Region::Title) {
            return false;
        }
        const std::size_t parts = region_ == Region::Lead
                                      ? std::min<std::size_t>(1, article->paragraphs.size())
                                      : article->paragraphs.size();
        return std::any_of(article->paragraphs.begin(),
                           article->paragraphs.begin() + static_cast<std::ptrdiff_t>(parts),
                           [&](const std::string& paragraph) { return has_forms(paragraph); });
    }

private:
    bool has_forms(const std::string& part) {
        tokenizer_.tokenize(part, list_);
        const std::vector<text::Token>& tokens = list_.tokens();
        return std::search(tokens.begin(),
                           tokens.end(),
                           forms_.begin(),
                           forms_.end(),
                           [&](const text::Token& token, const std::string& form) {
                               return list_.exact(token) == form;
                           }) != tokens.end();
    }

    Region region_;
    std::vector<std::string> forms_;
    text::Tokenizer tokenizer_;
    text::TokenList list_;
};

/// Presents a check to Xapian's matcher.
class CheckSource final : public Xapian::PostingSource {
public:
    explicit CheckSource(std::shared_ptr<DocumentCheck> check) : check_(std::move(check)) {}

    void init(const Xapian::Database& database) override {
        database_ = database;
        has_candidates_ = false;
        at_match_ = false;
        docid_ = 0;
        at_end_ = false;
    }

    [[nodiscard]] Xapian::doccount get_termfreq_min() const override { return 0; }
    [[nodiscard]] Xapian::doccount get_termfreq_est() const override {
        return database_.get_doccount();
    }
    [[nodiscard]] Xapian::doccount get_termfreq_max() const override {
        return database_.get_doccount();
    }

    void next(double /*min_weight*/) override { move_to(docid_ + 1); }

    void skip_to(Xapian::docid docid, double /*min_weight*/) override {
        if (docid > docid_ || !at_match_) {
            move_to(docid);
        }
    }

    bool check(Xapian::docid docid, double /*min_weight*/) override {
        docid_ = docid;
        at_match_ = check_->passes(database_, docid);
        return at_match_;
    }

    [[nodiscard]] bool at_end() const override { return at_end_; }
    [[nodiscard]] Xapian::docid get_docid() const override { return docid_; }
    [[nodiscard]] std::string name() const override { return "dateline::CheckSource"; }

    // Xapian takes ownership of the raw pointer.
    [[nodiscard]] PostingSource* clone() const override { return new CheckSource(check_); }

private:
    void move_to(Xapian::docid docid) {
        if (!has_candidates_) {
            candidates_ = database_.postlist_begin("");
            has_candidates_ = true;
        }
        const Xapian::PostingIterator end = database_.postlist_end("");
        if (candidates_ != end) {
            candidates_.skip_to(docid);
        }
        while (candidates_ != end && !check_->passes(database_, *candidates_)) {
            ++candidates_;
        }
        at_end_ = candidates_ == end;
        at_match_ = !at_end_;
        docid_ = at_end_ ? docid_ : *candidates_;
    }

    std::shared_ptr<DocumentCheck>
        check_;  // shared by the clones that Xapian makes, one in use at a time
    Xapian::Database database_;
    Xapian::PostingIterator candidates_;
    bool has_candidates_ = false;
    bool at_match_ = false;  ///< docid_ is a document that passes
    bool at_end_ = false;
    Xapian::docid docid_ = 0;
};

}  // namespace

Xapian::Query everything() {
    return Xapian::Query(std::string());
}

Xapian::Query check_query(std::shared_ptr<DocumentCheck> check) {
    return Xapian::Query((new CheckSource(std::move(check)))->release());
}

std::unique_ptr<DocumentCheck> sequence_check(Region region, std::vector<text::CodeSet> sequence) {
    return std::make_unique<SequenceCheck>(region, std::move(sequence));
}

std::unique_ptr<DocumentCheck> stem_check(Region region,
                                          QueryToken token,
                                          const storage::OrdinalTable& ordinals) {
    return std::make_unique<StemCheck>(region, std::move(token), ordinals);
}

std::unique_ptr<DocumentCheck> period_check(std::optional<std::chrono::sys_days> from,
                                            std::optional<std::chrono::sys_days> to,
                                            bool overlapping) {
    return std::make_unique<PeriodCheck>(from, to, overlapping);
}

std::unique_ptr<DocumentCheck> exact_check(Region region, std::vector<std::string> exact_forms) {
    return std::make_unique<ExactCheck>(region, std::move(exact_forms));
}

}  // namespace dateline::compile
