// Writing a shard through Xapian.
#include "common/storage/shard_writer.hpp"

#include "common/base/varint.hpp"
#include "common/schema/token_ranges.hpp"
#include "common/storage/index_reader.hpp"
#include "common/storage/manifest.hpp"
#include "common/storage/paths.hpp"
#include "common/storage/xapian_errors.hpp"

#include <algorithm>
#include <utility>

namespace dateline::storage {
namespace {

constexpr const char* kTombstonePrefix = "tombstone:";

/// Memory that a pending change of one term takes in Xapian (a map node and the encoded entry).
constexpr std::uint64_t kBytesPerPendingTerm = 48;

/// Postings after which a shard's inverter is written to its tables: more make its trees outgrow
/// the processor's cache, fewer rewrite the same chunks too often.
constexpr std::uint64_t kFlushPostings = 100'000;

Xapian::valueno number(schema::Slot slot) noexcept {
    return static_cast<Xapian::valueno>(slot);
}

std::uint64_t read_big_endian(const std::string& bytes, std::size_t offset) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < 8 && offset + i < bytes.size(); ++i) {
        value = (value << 8U) | static_cast<unsigned char>(bytes[offset + i]);
    }
    return value;
}

std::string tombstone_key(const Hash128& key) {
    return kTombstonePrefix + hex16(key.high) + hex16(key.low);
}

/// The values of `document` but those of its history and its content hash.
std::vector<std::pair<Xapian::valueno, std::string>> values_of(const Xapian::Document& document) {
    std::vector<std::pair<Xapian::valueno, std::string>> values;
    for (auto value = document.values_begin(); value != document.values_end(); ++value) {
        const Xapian::valueno slot = value.get_valueno();
        if (slot != number(schema::Slot::Content) && slot != number(schema::Slot::Seen) &&
            slot != number(schema::Slot::FirstVersion) && !(*value).empty()) {
            values.emplace_back(slot, *value);
        }
    }
    return values;
}

std::vector<std::pair<std::string, Xapian::termcount>> terms_of(const Xapian::Document& document) {
    std::vector<std::pair<std::string, Xapian::termcount>> terms;
    for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
        terms.emplace_back(*term, term.get_wdf());
    }
    return terms;
}

bool is_same(const Xapian::Document& left, const Xapian::Document& right) {
    return values_of(left) == values_of(right) && terms_of(left) == terms_of(right);
}

/// The key named by 32 hexadecimal digits at the end of `text`.
Hash128 key_from_digits(const std::string& text) {
    const std::string digits =
        text.size() >= 32 ? text.substr(text.size() - 32) : std::string(32, '0');
    return {std::stoull(digits.substr(0, 16), nullptr, 16),
            std::stoull(digits.substr(16), nullptr, 16)};
}

}  // namespace

struct ShardWriter::State {
    std::string name;
    OrdinalWriter ordinals;
    Xapian::WritableDatabase database;
    std::uint64_t pending_bytes = 0;
    std::uint64_t pending_postings = 0;
    bool has_changes = false;

    State(const std::filesystem::path& generation, std::uint32_t shard)
        : name(shard_path(generation, shard).string()), ordinals(ordinals_path(generation, shard)) {
        translating_errors(name, [&] {
            database = Xapian::WritableDatabase(
                name, Xapian::DB_CREATE_OR_OPEN | Xapian::DB_BACKEND_GLASS);
            // Inside a transaction Xapian flushes postings at its threshold without committing.
            database.begin_transaction(false);
        });
    }

    /// Adds `placed` to `document`, unless it is empty.
    void add_ranges(schema::Slot slot,
                    const std::vector<PlacedValue>& placed,
                    Xapian::Document& document) {
        std::vector<schema::TokenRange> ranges;
        ranges.reserve(placed.size());
        for (const PlacedValue& each : placed) {
            ranges.push_back(
                {each.first_token,
                 each.size_tokens,
                 each.value ? std::optional(ordinals.ordinal(*each.value)) : std::nullopt});
        }
        if (!ranges.empty()) {
            document.add_value(number(slot), schema::encode_token_ranges(ranges));
        }
    }

    /// `document` under `key`, without the values that say when it came in.
    Xapian::Document make_document(const IndexDocument& document, const Hash128& key) {
        Xapian::Document made;
        for (const TermCount& term : document.terms) {
            made.add_term(term.term, term.wdf);
        }
        made.add_boolean_term(key_term(key));
        for (const auto& [slot, value] : document.values) {
            made.add_value(number(slot), value);
        }
        made.add_value(number(schema::Slot::KeyHash), key_bytes(key));
        made.add_value(number(schema::Slot::Content),
                       key_bytes({document.content_hash, document.file_hash}));
        for (const FacetValues& facet : document.facets) {
            std::vector<std::uint32_t> numbers;
            for (const FacetValue& value : facet.values) {
                numbers.push_back(ordinals.ordinal(value));
            }
            std::sort(numbers.begin(), numbers.end());
            numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
            made.add_value(number(facet.slot), encode_ascending(numbers));
        }
        add_ranges(schema::Slot::Mentions, document.mentions, made);
        add_ranges(schema::Slot::Quotes, document.quotes, made);
        made.set_data(document.data);
        return made;
    }

    /// Counts postings that wait in memory, and writes them out at kFlushPostings. Asking for all
    /// terms makes Xapian flush its postings without a commit; the position of the cursor is
    /// unused.
    void flush_postings(std::uint64_t added) {
        pending_postings += added;
        if (pending_postings >= kFlushPostings) {
            static_cast<void>(database.allterms_begin());
            pending_postings = 0;
        }
    }

    void changed(std::uint64_t bytes) {
        has_changes = true;
        pending_bytes += bytes;
    }
};

ShardWriter::ShardWriter(const std::filesystem::path& generation, std::uint32_t shard)
    : state_(std::make_unique<State>(generation, shard)) {}

ShardWriter::~ShardWriter() = default;

std::optional<ExistingArticle> ShardWriter::find(const Hash128& key) {
    return translating_errors(state_->name, [&]() -> std::optional<ExistingArticle> {
        const std::string term = key_term(key);
        if (!state_->database.term_exists(term)) {
            return std::nullopt;
        }
        const Xapian::docid docid = *state_->database.postlist_begin(term);
        const std::string content =
            state_->database.get_document(docid).get_value(number(schema::Slot::Content));
        return ExistingArticle{docid, read_big_endian(content, 0), read_big_endian(content, 8)};
    });
}

std::uint32_t ShardWriter::add(const IndexDocument& document,
                               const Hash128& key,
                               std::int64_t seen_ms) {
    return add_version(document, key, seen_ms, 0);
}

std::uint32_t ShardWriter::replace(std::uint32_t old_docid,
                                   const IndexDocument& document,
                                   const Hash128& key,
                                   std::int64_t seen_ms) {
    const std::uint32_t first = translating_errors(
        state_->name, [&] { return first_version(state_->database.get_document(old_docid)); });
    erase(old_docid);
    return add_version(document, key, seen_ms, first);
}

bool ShardWriter::keep_if_same(std::uint32_t docid,
                               const IndexDocument& document,
                               const Hash128& key) {
    return translating_errors(state_->name, [&] {
        Xapian::Document stored = state_->database.get_document(docid);
        if (stored.get_data() != document.data ||
            !is_same(stored, state_->make_document(document, key))) {
            return false;
        }
        stored.add_value(number(schema::Slot::Content),
                         key_bytes({document.content_hash, document.file_hash}));
        state_->changed(kBytesPerPendingTerm);
        state_->database.replace_document(docid, stored);
        return true;
    });
}

/// @param first_docid  of the article's first version; 0 if this is it
std::uint32_t ShardWriter::add_version(const IndexDocument& document,
                                       const Hash128& key,
                                       std::int64_t seen_ms,
                                       std::uint32_t first_docid) {
    return translating_errors(state_->name, [&] {
        Xapian::Document xapian_document = state_->make_document(document, key);
        xapian_document.add_value(number(schema::Slot::Seen), schema::encode_sortable(seen_ms));
        if (first_docid > 0) {
            std::string first;
            append_varint(first, first_docid);
            xapian_document.add_value(number(schema::Slot::FirstVersion), first);
        }
        std::uint64_t bytes = document.data.size();
        for (const auto& [slot, value] : document.values) {
            bytes += value.size();
        }
        state_->changed(bytes);
        const Xapian::docid docid = state_->database.add_document(xapian_document);
        state_->flush_postings(document.terms.size());
        return docid;
    });
}

void ShardWriter::erase(std::uint32_t docid) {
    translating_errors(state_->name, [&] {
        state_->changed(kBytesPerPendingTerm * 256);
        state_->database.delete_document(docid);
    });
}

std::string ShardWriter::data(std::uint32_t docid) {
    return translating_errors(state_->name,
                              [&] { return state_->database.get_document(docid).get_data(); });
}

Hash128 ShardWriter::key_of(std::uint32_t docid) {
    return translating_errors(state_->name, [&] {
        const std::string bytes =
            state_->database.get_document(docid).get_value(number(schema::Slot::KeyHash));
        return Hash128{read_big_endian(bytes, 0), read_big_endian(bytes, 8)};
    });
}

std::vector<std::uint32_t> ShardWriter::unseen_in(
    const std::function<bool(std::string_view path)>& wanted, const std::vector<bool>& seen) {
    return translating_errors(state_->name, [&] {
        std::vector<std::uint32_t> unseen;
        const Xapian::Database& database = state_->database;
        for_each_path(database, [&](const std::string& term, std::string_view path) {
            if (!wanted(path)) {
                return;
            }
            for (auto posting = database.postlist_begin(term);
                 posting != database.postlist_end(term);
                 ++posting) {
                if (*posting >= seen.size() || !seen[*posting]) {
                    unseen.push_back(*posting);
                }
            }
        });
        std::sort(unseen.begin(), unseen.end());
        return unseen;
    });
}

std::string ShardWriter::path_of(std::uint32_t docid) {
    return translating_errors(state_->name,
                              [&] { return stored_path(state_->database.get_document(docid)); });
}

std::vector<Hash128> ShardWriter::keys_with_prefix(const std::string& digits, std::size_t limit) {
    return translating_errors(state_->name, [&] {
        std::vector<Hash128> keys;
        const std::string prefix = std::string(schema::kKeyPrefix) + digits;
        for (auto term = state_->database.allterms_begin(prefix);
             term != state_->database.allterms_end(prefix) && keys.size() < limit;
             ++term) {
            keys.push_back(key_from_digits(*term));
        }
        return keys;
    });
}

void ShardWriter::set_tombstone(const Hash128& key, const std::string& data) {
    translating_errors(state_->name, [&] {
        state_->changed(data.size());
        // Xapian takes an empty value for "no metadata": the mark in front keeps an empty one
        // apart.
        state_->database.set_metadata(tombstone_key(key), "T" + data);
    });
}

std::optional<std::string> ShardWriter::tombstone(const Hash128& key) {
    return translating_errors(state_->name, [&]() -> std::optional<std::string> {
        const std::string value = state_->database.get_metadata(tombstone_key(key));
        if (value.empty()) {
            return std::nullopt;
        }
        return value.substr(1);
    });
}

void ShardWriter::clear_tombstone(const Hash128& key) {
    translating_errors(state_->name, [&] {
        state_->changed(kBytesPerPendingTerm);
        state_->database.set_metadata(tombstone_key(key), "");
    });
}

std::vector<Hash128> ShardWriter::tombstones_with_prefix(const std::string& digits,
                                                         std::size_t limit) {
    return translating_errors(state_->name, [&] {
        std::vector<Hash128> keys;
        const std::string prefix = kTombstonePrefix + digits;
        for (auto key = state_->database.metadata_keys_begin(prefix);
             key != state_->database.metadata_keys_end(prefix) && keys.size() < limit;
             ++key) {
            keys.push_back(key_from_digits(*key));
        }
        return keys;
    });
}

void ShardWriter::commit() {
    translating_errors(state_->name, [&] {
        state_->ordinals.sync();
        state_->database.commit_transaction();
        state_->database.commit();
        state_->database.begin_transaction(false);
        state_->pending_bytes = 0;
        state_->pending_postings = 0;
        state_->has_changes = false;
    });
}

std::uint64_t ShardWriter::pending_bytes() const noexcept {
    return state_->pending_bytes;
}

bool ShardWriter::has_changes() const noexcept {
    return state_->has_changes;
}

std::uint32_t ShardWriter::last_docid() {
    return translating_errors(state_->name, [&] { return state_->database.get_lastdocid(); });
}

std::uint32_t ShardWriter::article_count() {
    return translating_errors(state_->name, [&] { return state_->database.get_doccount(); });
}

}  // namespace dateline::storage
