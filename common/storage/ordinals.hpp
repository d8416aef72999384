// The ordinal table of a shard: a small number for each facet value.
//
// An append-only file: the line `dateline-ordinals 2`, then for each ordinal from 0 a varint length
// and the bytes `key 0x1F name`, followed by `0x1F slug 0x1F within` where a slug is given. It is
// synced before the shard's commit, so every ordinal in a
// committed document is there; entries that no document uses, and a torn last one, do no harm.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dateline::storage {

/// A facet value: a typed key such as `P:vladimir-putin`, and the name as one article writes it.
/// The same key may stand in several ordinals with different names.
struct FacetValue {
    std::string key;
    std::string name;
    std::string slug{};    ///< of the name, where the key does not hold it; of a place followed by
                           ///< the slugs of what it is in: `paris/texas/united-states`
    std::string within{};  ///< for people: what a place is in: `Texas, United States`

    friend bool operator==(const FacetValue&, const FacetValue&) = default;
    friend auto operator<=>(const FacetValue&, const FacetValue&) = default;
};

/// Gives ordinals to facet values and appends new ones to the file. One thread at a time.
class OrdinalWriter {
public:
    /// Opens or creates the table at `path`; cuts off a torn last entry.
    ///
    /// @throws Error Unwritable, or IndexDamaged if the file is something else.
    explicit OrdinalWriter(const std::filesystem::path& path);
    OrdinalWriter(const OrdinalWriter&) = delete;
    OrdinalWriter& operator=(const OrdinalWriter&) = delete;
    ~OrdinalWriter();

    /// The ordinal of `value`, a new one if it has none yet.
    [[nodiscard]] std::uint32_t ordinal(const FacetValue& value);

    /// Writes and syncs all new entries. @throws Error (Unwritable).
    void sync();

private:
    std::filesystem::path path_;
    int descriptor_ = -1;
    std::unordered_map<std::string, std::uint32_t> ordinals_;
    std::uint32_t next_ = 0;  ///< number of entries in the file and pending
    std::string pending_;
};

/// All entries of a table as they were when it was read.
class OrdinalTable {
public:
    /// Reads the table at `path`. @throws Error (IndexDamaged) if it is missing or something else.
    explicit OrdinalTable(const std::filesystem::path& path);
    OrdinalTable(const OrdinalTable&) = delete;
    OrdinalTable& operator=(const OrdinalTable&) = delete;
    ~OrdinalTable() = default;

    [[nodiscard]] std::uint32_t size() const noexcept {
        return static_cast<std::uint32_t>(entries_.size());
    }

    /// The typed key of `ordinal`; empty for an ordinal that is not in the table.
    [[nodiscard]] std::string_view key(std::uint32_t ordinal) const noexcept;

    /// The name of `ordinal`; empty for an ordinal that is not in the table.
    [[nodiscard]] std::string_view name(std::uint32_t ordinal) const noexcept;

    /// The slug of the name of `ordinal`, as in FacetValue, or else the key without its type;
    /// empty for an ordinal that is not in the table.
    [[nodiscard]] std::string_view slug(std::uint32_t ordinal) const noexcept;

    /// What the place `ordinal` is in; empty for anything else.
    [[nodiscard]] std::string_view within(std::uint32_t ordinal) const noexcept;

    /// All of `ordinal`.
    [[nodiscard]] FacetValue value(std::uint32_t ordinal) const;

private:
    /// Part `number` of an entry, from 0; empty if there is none.
    [[nodiscard]] std::string_view part(std::uint32_t ordinal, std::size_t number) const noexcept;

    std::string bytes_;
    std::vector<std::string_view> entries_;
};

}  // namespace dateline::storage
