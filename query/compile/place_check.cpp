// Gathers the places of leaves from an article's values, and evaluates the question on them.
#include "query/compile/place_check.hpp"

#include "common/article/article_json.hpp"
#include "common/base/varint.hpp"
#include "common/storage/index_document.hpp"
#include "query/compile/stem_forms.hpp"
#include "query/compile/value_cursor.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace dateline::compile {
namespace {

using Kind = PlaceLeaf::Kind;
using Lists = std::vector<const std::vector<std::uint32_t>*>;

bool uses_speech(const PlaceNode& node) {
    return node.kind == PlaceNode::Kind::Said ||
           std::any_of(node.children.begin(), node.children.end(), uses_speech);
}

bool uses(const PlaceQuery& query, Kind kind) {
    return std::any_of(query.leaves.begin(), query.leaves.end(), [kind](const PlaceLeaf& leaf) {
        return leaf.kind == kind;
    });
}

std::vector<schema::TokenRange> read_ranges(ValueCursor& cursor,
                                            const Xapian::Database& database,
                                            Xapian::docid docid) {
    const std::string bytes = cursor.value(database, docid).value_or(std::string());
    auto ranges = schema::decode_token_ranges(bytes);
    if (!ranges) {
        refuse_damaged("a list of mentions or quotes of the index");
    }
    return *std::move(ranges);
}

Spans mentions_of(const PlaceLeaf& leaf, const std::vector<schema::TokenRange>& mentions) {
    Spans spans;
    for (const schema::TokenRange& mention : mentions) {
        if (mention.ordinal && mention.size_tokens > 0 &&
            std::binary_search(leaf.ordinals.begin(), leaf.ordinals.end(), *mention.ordinal)) {
            spans.push_back({mention.first, mention.first + mention.size_tokens - 1});
        }
    }
    std::sort(spans.begin(), spans.end());
    spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
    return spans;
}

/// Where each of the wanted exact forms stands in an article.
class ExactForms {
public:
    void read(const Xapian::Database& database, Xapian::docid docid, const PlaceQuery& query) {
        for (const PlaceLeaf& leaf : query.leaves) {
            for (const std::string& form : leaf.exact_forms) {
                tokens_[form].clear();
            }
        }
        const std::string data = database.get_document(docid).get_data();
        const std::optional<Article> article =
            read_article(storage::unpack_data(data).article_json);
        if (!article) {
            refuse_damaged("a stored article");
        }
        std::uint32_t token = 0;
        add(article->title, token);
        for (const std::string& paragraph : article->paragraphs) {
            add(paragraph, token);
        }
    }

    [[nodiscard]] const std::vector<std::uint32_t>& tokens(const std::string& form) const {
        return tokens_.at(form);
    }

private:
    void add(const std::string& part, std::uint32_t& token) {
        tokenizer_.tokenize(part, list_);
        for (const text::Token& each : list_.tokens()) {
            const auto wanted = tokens_.find(list_.exact(each));
            if (wanted != tokens_.end()) {
                wanted->second.push_back(token);
            }
            ++token;
        }
    }

    text::Tokenizer tokenizer_;
    text::TokenList list_;
    std::map<std::string, std::vector<std::uint32_t>, std::less<>> tokens_;
};

class StreamPlaceCheck final : public PlaceCheck {
public:
    StreamPlaceCheck(PlaceQuery query, const storage::OrdinalTable& ordinals)
        : query_(std::move(query)),
          ordinals_(ordinals),
          speech_(uses_speech(query_.root)),
          mentions_(uses(query_, Kind::Mention)),
          exact_(uses(query_, Kind::Exact)) {
        for (const PlaceLeaf& leaf : query_.leaves) {
            first_slots_.push_back(slots_);
            if (leaf.kind == Kind::Stem) {
                stems_.push_back({leaf.word, slots_++});
            }
            for (const text::CodeSet& codes : leaf.sequence) {
                for (const std::string& code : codes) {
                    codes_.add(code, slots_);
                }
                ++slots_;
            }
        }
    }

    bool passes(const Xapian::Database& database, Xapian::docid docid) override {
        return !answer(database, docid, [](PlaceEvaluation& evaluation) {
                    return evaluation.holds() ? Spans(1) : Spans();
                }).empty();
    }

    Spans places(const Xapian::Database& database, Xapian::docid docid) override {
        forget_cursors();  // the database may have been opened anew
        all_forms_ = true;
        Spans spans = answer(
            database, docid, [](PlaceEvaluation& evaluation) { return evaluation.places(); });
        all_forms_ = false;
        return spans;
    }

private:
    /// The result of `ask` on the article. Nothing in a question is negated, so that more places
    /// never take an answer back: what holds with the forms known so far holds.
    template <typename Ask>
    Spans answer(const Xapian::Database& database, Xapian::docid docid, Ask ask) {
        const text::TokenStream stream = streams_.stream(database, docid);
        StemForms& forms = forms_of(database, docid);
        article_.text = &text_;
        if (speech_) {
            article_.quotes = read_ranges(quote_cursor_, database, docid);
        }
        if (mentions_) {
            mention_ranges_ = read_ranges(mention_cursor_, database, docid);
        }
        Spans found = evaluate(stream, forms, ask, false);
        if ((found.empty() || all_forms_) && !stems_.empty() &&
            forms.may_have_more(database, docid, text_) &&
            forms.learn(database.get_document(docid))) {
            found = evaluate(stream, forms, ask, false);
        }
        if (found.empty() || !exact_) {
            return found;
        }
        exact_forms_.read(database, docid, query_);  // only where the folded forms fit
        return evaluate(stream, forms, ask, true);
    }

    template <typename Ask>
    Spans evaluate(const text::TokenStream& stream, StemForms& forms, Ask ask, bool exactly) {
        scan_stream(stream, forms.codes(), slots_, text_);
        article_.leaves.clear();
        for (std::size_t number = 0; number < query_.leaves.size(); ++number) {
            const PlaceLeaf& leaf = query_.leaves[number];
            article_.leaves.push_back(
                within(leaf_spans(leaf, first_slots_[number], exactly && leaf.kind == Kind::Exact),
                       region_window(leaf.region, text_)));
        }
        PlaceEvaluation evaluation(query_, article_);
        return ask(evaluation);
    }

    Spans leaf_spans(const PlaceLeaf& leaf, std::size_t slot, bool exactly) const {
        if (leaf.kind == Kind::Mention) {
            return mentions_of(leaf, mention_ranges_);
        }
        Lists lists;
        if (leaf.kind == Kind::Stem) {
            lists.push_back(&text_.tokens[slot]);
        }
        for (std::size_t word = 0; word < leaf.sequence.size(); ++word) {
            lists.push_back(exactly ? &exact_forms_.tokens(leaf.exact_forms[word])
                                    : &text_.tokens[slot + word]);
        }
        return phrase_spans(lists, leaf.slop, text_.paragraph_of);
    }

    void forget_cursors() {
        forms_.clear();
        streams_ = {};
        language_cursor_ = ValueCursor(schema::Slot::Lang);
        quote_cursor_ = ValueCursor(schema::Slot::Quotes);
        mention_cursor_ = ValueCursor(schema::Slot::Mentions);
    }

    /// The forms of the article's language.
    StemForms& forms_of(const Xapian::Database& database, Xapian::docid docid) {
        std::string code;
        if (!stems_.empty()) {
            const auto languages =
                decode_ascending(language_cursor_.value(database, docid).value_or(std::string()));
            code = languages.empty() ? std::string(schema::kUnknownLanguage)
                                     : std::string(ordinals_.name(languages.front()));
        }
        const auto known = forms_.find(code);
        return known != forms_.end()
                   ? known->second
                   : forms_.emplace(code, StemForms(code, stems_, codes_, stemmer_)).first->second;
    }

    PlaceQuery query_;
    const storage::OrdinalTable& ordinals_;
    bool speech_;
    bool mentions_;
    bool exact_;
    bool all_forms_ = false;  ///< places are wanted, not only whether there are any
    std::size_t slots_ = 0;
    std::vector<std::size_t> first_slots_;  ///< for each leaf
    std::vector<StemForms::Wanted> stems_;
    CodeIndex codes_;  ///< of all leaves but stems
    text::Stemmer stemmer_;
    std::map<std::string, StemForms> forms_;  ///< by language
    ExactForms exact_forms_;
    StreamCursor streams_;
    ValueCursor language_cursor_{schema::Slot::Lang};
    ValueCursor quote_cursor_{schema::Slot::Quotes};
    ValueCursor mention_cursor_{schema::Slot::Mentions};
    std::vector<schema::TokenRange> mention_ranges_;
    ScannedText text_;
    ArticlePlaces article_;
};

}  // namespace

std::shared_ptr<PlaceCheck> place_check(PlaceQuery query, const storage::OrdinalTable& ordinals) {
    return std::make_shared<StreamPlaceCheck>(std::move(query), ordinals);
}

}  // namespace dateline::compile
