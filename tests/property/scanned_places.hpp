// Where things stand in an article, and what clauses about places mean, by trying all of them.
#pragma once

#include "common/entities/entity_joins.hpp"
#include "query/parse/tree.hpp"
#include "tests/property/scanned_text.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace dateline::property {

/// Tokens in a row, numbered over the whole article, both ends inclusive.
struct ScanPlace {
    std::size_t first = 0;
    std::size_t last = 0;

    friend bool operator==(const ScanPlace&, const ScanPlace&) = default;
};

/// Answers clauses of NEAR, w/s, w/p, atleast:, first:, said: and loose phrases for one article.
/// People, places and organisations are asked by their ids only.
class PlaceScanner {
public:
    /// All of them must outlive this object.
    PlaceScanner(const ScanArticle& article, const entities::EntityJoins& joins, TextScanner& text);

    [[nodiscard]] bool holds(const parse::Node& node);

    /// Whether a person whose id is asked by `node` says one of the quotes.
    [[nodiscard]] bool speaks(const parse::Node& node) const;

private:
    struct Word {
        const ScanToken* token = nullptr;
        std::size_t part = 0;
        std::size_t sentence = 0;
        std::size_t start_bytes = 0;  ///< in full_text()
    };

    /// What of an article a clause sees: tokens from `begin` up to `end`.
    struct View {
        std::size_t begin = 0;
        std::size_t end = 0;
        const Quote* quote = nullptr;
    };

    [[nodiscard]] std::vector<ScanPlace> places(const parse::Node& node, const View& view);
    [[nodiscard]] std::vector<ScanPlace> leaf(const parse::Node& node);
    [[nodiscard]] std::vector<ScanPlace> words_of(const parse::Node& node);
    [[nodiscard]] std::vector<ScanPlace> mentions_of(const parse::Node& node) const;
    [[nodiscard]] bool loose(const parse::Node& node,
                             const std::vector<ScanToken>& wanted,
                             std::vector<std::size_t>& chosen) const;
    [[nodiscard]] bool holds_in(const parse::Node& node, const View& view);
    [[nodiscard]] bool together(const parse::Node& node, const View& view);
    [[nodiscard]] View tokens_between(std::size_t start_bytes, std::size_t end_bytes) const;
    [[nodiscard]] bool is_in_field(const parse::Node& node, std::size_t token) const;
    [[nodiscard]] bool is_wanted(const parse::Node& node, const std::string& id) const;

    const ScanArticle& article_;
    const entities::EntityJoins& joins_;
    TextScanner& text_;
    std::vector<Word> words_;
};

}  // namespace dateline::property
