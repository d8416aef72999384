// An article as it goes into a shard: plain values, so that worker threads can hand it over.
#pragma once

#include "common/base/hash.hpp"
#include "common/schema/fields.hpp"
#include "common/storage/ordinals.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace dateline::storage {

/// An index term and its within-document frequency; 0 for terms that only filter.
struct TermCount {
    std::string term;
    std::uint32_t wdf = 0;
};

/// All values of one facet of an article.
struct FacetValues {
    schema::Slot slot = schema::Slot::Person;
    std::vector<FacetValue> values;
};

/// Tokens in a row that belong to a named thing: where it is mentioned, or what it says.
struct PlacedValue {
    std::optional<FacetValue> value;  ///< nothing for a quote of which nobody is known to say it
    std::uint32_t first_token = 0;
    std::uint32_t size_tokens = 0;
};

/// What one article becomes. The key's term and slots are added by ShardWriter.
struct IndexDocument {
    Hash128 key;                     ///< hash of the article's identity
    std::uint64_t content_hash = 0;  ///< of all that decides what is indexed
    std::uint64_t file_hash = 0;     ///< of the file it came from
    std::vector<TermCount> terms;    ///< in any order; the frequencies of a repeated term add up
    std::vector<std::pair<schema::Slot, std::string>> values;
    std::vector<FacetValues> facets;
    std::vector<PlacedValue> mentions;  ///< ascending by token
    std::vector<PlacedValue> quotes;    ///< of quoted speech, with who says it; ascending
    std::string data;                   ///< pack_data()
};

/// Token streams over this size go into the document data instead of a value slot, because Xapian
/// keeps whole values as the bounds of a slot.
inline constexpr std::size_t kMaxStreamInSlot = 64UL << 10U;

/// The document data that holds `article_json` and, if it is too large for its slot, the stream.
[[nodiscard]] std::string pack_data(std::string_view article_json, std::string_view large_stream);

/// The parts of document data.
struct UnpackedData {
    std::string_view article_json;
    std::string_view large_stream;  ///< empty if the stream is in its slot
};

/// What pack_data() wrote, as views into `data`. @throws Error (IndexDamaged) on anything else.
[[nodiscard]] UnpackedData unpack_data(std::string_view data);
UnpackedData unpack_data(std::string&&) = delete;

/// The term of an article's key: `Q` and 32 hexadecimal digits.
[[nodiscard]] std::string key_term(const Hash128& key);

/// `key` as the 16 bytes of Slot::KeyHash, in the order of comparison.
[[nodiscard]] std::string key_bytes(const Hash128& key);

/// The id that users see: the first 16 digits of the key's hash.
[[nodiscard]] std::string public_id(const Hash128& key);

}  // namespace dateline::storage
