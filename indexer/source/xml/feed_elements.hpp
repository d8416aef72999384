// The elements of feeds, told apart by the vocabulary they are of.
#pragma once

#include "indexer/source/xml/xml_dom.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace dateline::source {

/// A vocabulary that feeds use beside their own. The views must outlive it.
struct Vocabulary {
    std::string_view prefix;   ///< by custom
    std::string_view address;  ///< part of the namespace
};

// The namespaces are those of RFC 4287, the content module of RSS 1.0, Dublin Core 1.1, FeedBurner,
// the podcasts of iTunes, Media RSS and XHTML 1.
inline constexpr Vocabulary kAtom = {"atom", "w3.org/2005/Atom"};
inline constexpr Vocabulary kContent = {"content", "purl.org/rss/1.0/modules/content"};
inline constexpr Vocabulary kDublinCore = {"dc", "purl.org/dc/elements"};
inline constexpr Vocabulary kFeedburner = {"feedburner", "rssnamespace.org/feedburner"};
inline constexpr Vocabulary kItunes = {"itunes", "itunes.com/dtds/podcast"};
inline constexpr Vocabulary kMedia = {"media", "search.yahoo.com/mrss"};
inline constexpr Vocabulary kXhtml = {"xhtml", "w3.org/1999/xhtml"};

/// Whether `node` is of `vocabulary`: by its namespace, or by its prefix if that is not declared.
[[nodiscard]] bool is_of(const xmlNode& node, const Vocabulary& vocabulary);

/// The children of `node` called `name` in its own vocabulary: without prefix, or with its own.
[[nodiscard]] std::vector<const xmlNode*> own_children(const xmlNode& node, std::string_view name);

/// The first of own_children(); nullptr if there is none.
[[nodiscard]] const xmlNode* own_child(const xmlNode& node, std::string_view name);

/// The children of `node` called `name` in `vocabulary`.
[[nodiscard]] std::vector<const xmlNode*> children_of(const xmlNode& node,
                                                      const Vocabulary& vocabulary,
                                                      std::string_view name);

/// The first of children_of(); nullptr if there is none.
[[nodiscard]] const xmlNode* child_of(const xmlNode& node,
                                      const Vocabulary& vocabulary,
                                      std::string_view name);

/// Whether a text construct of Atom says that it holds no mark-up (RFC 4287, section 3.1.1).
[[nodiscard]] bool is_plain(const xmlNode& node);

/// The text of `node` as one line, of mark-up only its text; empty if `node` is null.
[[nodiscard]] std::string plain(const xmlNode* node);

}  // namespace dateline::source
