// Puts the document of an article together.
#include "indexer/document/document_builder.hpp"

#include "common/article/article_json.hpp"
#include "common/article/url.hpp"
#include "common/schema/fields.hpp"
#include "common/text/language.hpp"
#include "common/text/tokenizer.hpp"
#include "indexer/document/facets.hpp"
#include "indexer/document/mention_terms.hpp"
#include "indexer/document/text_terms.hpp"

#include <algorithm>
#include <utility>

namespace dateline::document {
namespace {

using schema::Slot;
using storage::IndexDocument;

void add_date_terms(const Article& article, IndexDocument& document) {
    if (!article.published) {
        return;
    }
    document.values.emplace_back(Slot::Published, schema::encode_published(*article.published));
    std::string day = time::format_day(time::utc_day(*article.published));
    day.erase(std::remove(day.begin(), day.end(), '-'), day.end());
    const auto add = [&](std::string_view prefix, std::size_t digits) {
        document.terms.push_back(
            {schema::make_term(prefix, std::string_view(day).substr(0, digits)), 0});
    };
    add(schema::kYearPrefix, 4);
    if (article.published->precision >= time::Precision::Month) {
        add(schema::kMonthPrefix, 6);
    }
    if (article.published->precision >= time::Precision::Day) {
        add(schema::kDayPrefix, 8);
    }
}

void add_place_terms(const Article& article, const Identity& identity, IndexDocument& document) {
    const auto add = [&](std::string_view prefix, std::string_view value) {
        document.terms.push_back({schema::make_term(prefix, value), 0});
    };
    add(schema::kPathPrefix, identity.path);
    if (!article.id.empty()) {
        add(schema::kGivenIdPrefix, text::fold(article.id));
    }
    if (!article.url.empty()) {
        add(schema::kUrlPrefix, canonical_url(article.url));
        const std::string full_host = url_host(article.url);
        for (std::string_view host = full_host; !host.empty();) {
            add(schema::kHostPrefix, host);
            const std::size_t dot = host.find('.');
            host = dot == std::string_view::npos ? std::string_view() : host.substr(dot + 1);
        }
    }
}

/// The tokens that begin in a range of bytes.
storage::PlacedValue placed(std::optional<storage::FacetValue> value,
                            std::uint32_t start_bytes,
                            std::uint32_t end_bytes,
                            const std::vector<std::uint32_t>& token_starts) {
    const auto first = std::lower_bound(token_starts.begin(), token_starts.end(), start_bytes);
    const auto end = std::lower_bound(first, token_starts.end(), end_bytes);
    return {std::move(value),
            static_cast<std::uint32_t>(first - token_starts.begin()),
            static_cast<std::uint32_t>(end - first)};
}

void sort_by_place(std::vector<storage::PlacedValue>& values) {
    std::stable_sort(values.begin(), values.end(), [](const auto& a, const auto& b) {
        return a.first_token < b.first_token;
    });
}

std::vector<storage::PlacedValue> placed_mentions(const Article& article,
                                                  const MentionValues& named,
                                                  const std::vector<std::uint32_t>& token_starts) {
    std::vector<storage::PlacedValue> values;
    values.reserve(article.mentions.size());
    for (std::size_t i = 0; i < article.mentions.size(); ++i) {
        const Mention& mention = article.mentions[i];
        if (named.number_of(i) != MentionValues::kNone && mention.given.empty()) {
            values.push_back(placed(named.named()[named.number_of(i)].value,
                                    mention.start_bytes,
                                    mention.end_bytes,
                                    token_starts));
        }
    }
    sort_by_place(values);
    return values;
}

std::vector<storage::PlacedValue> placed_quotes(const Article& article,
                                                const std::vector<std::uint32_t>& token_starts) {
    std::vector<storage::PlacedValue> values;
    for (const Quote& quote : article.quotes) {
        values.push_back(
            placed(speaker_value(quote), quote.start_bytes, quote.end_bytes, token_starts));
    }
    std::erase_if(values, [](const auto& value) { return value.size_tokens == 0; });
    sort_by_place(values);
    return values;
}

}  // namespace

struct DocumentBuilder::State {
    explicit State(std::size_t max_cached_words) : text_terms(max_cached_words) {}

    TextTermBuilder text_terms;
    text::Tokenizer name_tokenizer;
};

DocumentBuilder::DocumentBuilder(std::size_t max_cached_words)
    : state_(std::make_unique<State>(max_cached_words)) {}

DocumentBuilder::~DocumentBuilder() = default;

IndexDocument DocumentBuilder::build(const Article& article, const Identity& identity) {
    IndexDocument document;
    document.key = identity.key;
    document.content_hash = identity.content_hash;
    document.file_hash = identity.file_hash;
    TextTerms text = state_->text_terms.build(article);
    document.terms = std::move(text.terms);
    const MentionValues mentions(article);
    const std::vector<schema::Period> periods = event_periods(article);
    if (!periods.empty()) {
        document.values.emplace_back(Slot::Event, schema::encode_periods(periods));
    }
    FacetTerms facets = collect_facets(article, mentions, periods, state_->name_tokenizer);
    document.facets = std::move(facets.facets);
    document.terms.insert(document.terms.end(),
                          std::make_move_iterator(facets.terms.begin()),
                          std::make_move_iterator(facets.terms.end()));
    document.mentions = placed_mentions(article, mentions, text.token_starts);
    document.quotes = placed_quotes(article, text.token_starts);
    add_date_terms(article, document);
    add_place_terms(article, identity, document);
    document.values.emplace_back(Slot::Words,
                                 schema::encode_sortable(static_cast<std::int64_t>(text.words)));
    std::string large_stream;
    if (text.stream.size() <= storage::kMaxStreamInSlot) {
        document.values.emplace_back(Slot::TokenStream, std::move(text.stream));
    } else {
        large_stream = std::move(text.stream);
    }
    document.data =
        storage::pack_data(write_article(article, ArticleJsonForm::Stored), large_stream);
    return document;
}

void settle_language(Article& article) {
    if (!article.lang.empty()) {
        return;
    }
    article.lang = text::detect_language(full_text(article));
    if (!article.lang.empty()) {
        article.lang_from = "cld2";
    }
}

}  // namespace dateline::document
