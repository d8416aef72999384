// Opening an index for reading.
#include "common/storage/index_reader.hpp"

#include "common/base/error.hpp"
#include "common/base/varint.hpp"
#include "common/schema/fields.hpp"
#include "common/storage/xapian_errors.hpp"
#include "common/text/tokenizer.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace dateline::storage {
namespace {

constexpr int kOpenAttempts = 5;

/// Appends `part` with its length, so that no two lists of parts give the same bytes.
void append_part(std::string& bytes, std::string_view part) {
    append_varint(bytes, part.size());
    bytes += part;
}

Hash128 document_digest(const Xapian::Document& document, const OrdinalTable& ordinals) {
    std::string bytes;
    append_part(bytes, document.get_data());
    for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
        append_part(bytes, *term);
        append_varint(bytes, term.get_wdf());
    }
    for (auto value = document.values_begin(); value != document.values_end(); ++value) {
        // Mentions and quotes hold ordinals; the stored article has the same ones in full.
        const auto slot = static_cast<schema::Slot>(value.get_valueno());
        if (slot == schema::Slot::Seen || slot == schema::Slot::FirstVersion ||
            slot == schema::Slot::Mentions || slot == schema::Slot::Quotes) {
            continue;
        }
        append_varint(bytes, value.get_valueno());
        if (!schema::holds_ordinals(slot)) {
            append_part(bytes, *value);
            continue;
        }
        std::set<FacetValue> values;
        for (const std::uint32_t ordinal : decode_ascending(*value)) {
            values.insert(ordinals.value(ordinal));
        }
        for (const FacetValue& facet : values) {
            append_part(bytes, facet.key);
            append_part(bytes, facet.name);
            append_part(bytes, facet.slug);
            append_part(bytes, facet.within);
        }
    }
    return hash128(bytes);
}

}  // namespace

IndexReader::IndexReader(const std::filesystem::path& folder)
    : IndexReader(std::vector<std::filesystem::path>{folder}) {}

IndexReader::IndexReader(std::vector<std::filesystem::path> folders)
    : folders_(std::move(folders)), manifests_(folders_.size()), stamps_(folders_.size()) {
    for (std::size_t index = 0; index < folders_.size(); ++index) {
        open(index);
    }
    ordinals_.resize(shards_.size());
    joined_ordinals_.resize(shards_.size());
}

/// Adds the shards of index number `index`.
void IndexReader::open(std::size_t index) {
    const std::filesystem::path& folder = folders_[index];
    const std::size_t before = shards_.size();
    for (int attempt = 0;; ++attempt) {
        // Taken before the manifest is read: it may only seem older than it is.
        stamps_[index] = manifest_stamp(folder);
        manifests_[index] = read_manifest(folder);
        const Manifest& manifest = manifests_[index];
        shards_.erase(shards_.begin() + static_cast<std::ptrdiff_t>(before), shards_.end());
        try {
            const std::filesystem::path generation = generation_path(folder, manifest.generation);
            for (std::uint32_t shard = 0; shard < manifest.shard_count; ++shard) {
                const std::string name = shard_path(generation, shard).string();
                translating_errors(name, [&] {
                    shards_.push_back(
                        {name, Xapian::Database(name), ordinals_path(generation, shard)});
                });
            }
            break;
        } catch (const Error&) {
            // A compaction may have published a new generation between the two steps.
            if (attempt >= kOpenAttempts ||
                read_manifest(folder).generation == manifest.generation) {
                throw;
            }
        }
    }
    index_of_.resize(shards_.size(), index);
}

bool IndexReader::is_overtaken() const {
    for (std::size_t index = 0; index < folders_.size(); ++index) {
        if (manifest_stamp(folders_[index]) != stamps_[index]) {
            return true;
        }
    }
    return false;
}

const OrdinalTable& IndexReader::ordinals(std::uint32_t shard) const {
    if (!ordinals_[shard]) {
        try {
            ordinals_[shard] = std::make_unique<OrdinalTable>(shards_[shard].ordinals_file);
        } catch (const Error&) {
            // A compaction has removed this generation meanwhile: the search must start again.
            const std::size_t index = index_of_[shard];
            if (read_manifest(folders_[index]).generation != manifests_[index].generation) {
                throw Xapian::DatabaseModifiedError("a new generation of the index was published");
            }
            throw;
        }
    }
    return *ordinals_[shard];
}

const entities::EntityJoins& IndexReader::joins() const {
    if (!joins_) {
        joins_ = std::make_unique<entities::EntityJoins>(entities::EntityJoins::load(folders_));
    }
    return *joins_;
}

const std::vector<std::uint32_t>& IndexReader::joined_ordinals(std::uint32_t shard) const {
    if (!joined_ordinals_[shard]) {
        auto numbers = std::make_unique<std::vector<std::uint32_t>>();
        if (!joins().entities().empty()) {
            const OrdinalTable& table = ordinals(shard);
            numbers->resize(table.size());
            for (std::uint32_t ordinal = 0; ordinal < table.size(); ++ordinal) {
                const auto number = joins().find(table.key(ordinal));
                (*numbers)[ordinal] = number ? *number + 1 : 0;
            }
        }
        joined_ordinals_[shard] = std::move(numbers);
    }
    return *joined_ordinals_[shard];
}

std::uint64_t IndexReader::article_count() const {
    std::uint64_t count = 0;
    for (const ReadShard& shard : shards_) {
        count += shard.database.get_doccount();
    }
    return count;
}

double IndexReader::average_length() const {
    double total = 0;
    for (const ReadShard& shard : shards_) {
        total += static_cast<double>(shard.database.get_total_length());
    }
    const std::uint64_t articles = article_count();
    return articles == 0 || total <= 0 ? 1.0 : total / static_cast<double>(articles);
}

std::uint64_t IndexReader::term_frequency(const std::string& term) const {
    std::uint64_t frequency = 0;
    for (const ReadShard& shard : shards_) {
        frequency += shard.database.get_termfreq(term);
    }
    return frequency;
}

std::uint64_t IndexReader::collection_frequency(const std::string& term) const {
    std::uint64_t frequency = 0;
    for (const ReadShard& shard : shards_) {
        frequency += shard.database.get_collection_freq(term);
    }
    return frequency;
}

std::uint64_t IndexReader::any_frequency(const std::vector<std::string>& terms) const {
    if (terms.size() == 1) {
        return term_frequency(terms.front());
    }
    std::uint64_t frequency = 0;
    for (const ReadShard& shard : shards_) {
        std::vector<Xapian::docid> found;
        for (const std::string& term : terms) {
            found.insert(found.end(),
                         shard.database.postlist_begin(term),
                         shard.database.postlist_end(term));
        }
        std::sort(found.begin(), found.end());
        found.erase(std::unique(found.begin(), found.end()), found.end());
        frequency += found.size();
    }
    return frequency;
}

std::vector<std::string> IndexReader::terms_with_prefix(const std::string& prefix,
                                                        std::size_t limit) const {
    std::vector<std::string> terms;
    for (const ReadShard& shard : shards_) {
        std::size_t taken = 0;
        for (auto term = shard.database.allterms_begin(prefix);
             term != shard.database.allterms_end(prefix) && taken <= limit;
             ++term, ++taken) {
            terms.push_back(*term);
        }
    }
    std::sort(terms.begin(), terms.end());
    terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
    terms.resize(std::min(terms.size(), limit + 1));
    return terms;
}

std::vector<DocumentPlace> IndexReader::find_public_id(const std::string& digits,
                                                       std::size_t limit) const {
    std::vector<DocumentPlace> places;
    for (const std::string& term :
         terms_with_prefix(std::string(schema::kKeyPrefix) + digits, limit)) {
        // The same article of several indexes is the one of the first.
        const std::vector<DocumentPlace> found = find_term(term, 1);
        if (!found.empty() && places.size() < limit) {
            places.push_back(found.front());
        }
    }
    return places;
}

std::vector<DocumentPlace> IndexReader::find_any_id(const std::string& id,
                                                    std::size_t limit) const {
    constexpr std::size_t min_digits = 4;
    std::vector<DocumentPlace> places;
    if (id.size() >= min_digits && id.size() <= 16 &&
        id.find_first_not_of("0123456789abcdef") == std::string::npos) {
        places = find_public_id(id, limit);
    }
    return places.empty()
               ? find_term(schema::make_term(schema::kGivenIdPrefix, text::fold(id)), limit)
               : places;
}

std::vector<DocumentPlace> IndexReader::find_term(const std::string& term,
                                                  std::size_t limit) const {
    std::vector<DocumentPlace> places;
    for (std::uint32_t shard = 0; shard < shards_.size(); ++shard) {
        const Xapian::Database& database = shards_[shard].database;
        for (auto posting = database.postlist_begin(term);
             posting != database.postlist_end(term) && places.size() < limit;
             ++posting) {
            places.push_back({shard, *posting});
        }
    }
    return places;
}

Xapian::Document IndexReader::document(const DocumentPlace& place) const {
    return shards_[place.shard].database.get_document(place.docid);
}

Hash128 key_of(const Xapian::Document& document) {
    const std::string bytes =
        document.get_value(static_cast<Xapian::valueno>(schema::Slot::KeyHash));
    Hash128 key;
    for (std::size_t i = 0; i < 16 && i < bytes.size(); ++i) {
        std::uint64_t& half = i < 8 ? key.high : key.low;
        half = (half << 8U) | static_cast<unsigned char>(bytes[i]);
    }
    return key;
}

std::string public_id_of(const Xapian::Document& document) {
    return hex16(key_of(document).high);
}

std::uint32_t first_version(const Xapian::Document& document) {
    const std::string bytes =
        document.get_value(static_cast<Xapian::valueno>(schema::Slot::FirstVersion));
    std::string_view rest = bytes;
    const auto first = take_varint(rest);
    return first ? static_cast<std::uint32_t>(*first) : document.get_docid();
}

std::string content_digest(const IndexReader& reader) {
    Hash128 sum;
    for (std::uint32_t shard = 0; shard < reader.shards().size(); ++shard) {
        const ReadShard& read_shard = reader.shards()[shard];
        translating_errors(read_shard.name, [&] {
            const Xapian::Database& database = read_shard.database;
            for (auto posting = database.postlist_begin(""); posting != database.postlist_end("");
                 ++posting) {
                const Hash128 digest =
                    document_digest(database.get_document(*posting), reader.ordinals(shard));
                sum.high += digest.high;
                sum.low += digest.low;
            }
        });
    }
    return hex16(sum.high) + hex16(sum.low);
}

}  // namespace dateline::storage
