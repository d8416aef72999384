// Looks at every name of the ordinal tables.
#include "query/compile/near_names.hpp"

#include "common/text/tokenizer.hpp"
#include "query/compile/edit_rows.hpp"

#include <algorithm>
#include <map>

namespace dateline::compile {
namespace {

std::vector<std::string_view> words_of_slug(std::string_view slug) {
    std::vector<std::string_view> words;
    slug = slug.substr(0, slug.find('/'));
    while (!slug.empty()) {
        const std::size_t end = std::min(slug.find('-'), slug.size());
        words.push_back(slug.substr(0, end));
        slug.remove_prefix(std::min(end + 1, slug.size()));
    }
    return words;
}

/// Compares names with wanted words.
class NearWords {
public:
    explicit NearWords(std::string_view text) {
        const std::string slug = text::slug(text);
        for (const std::string_view word : words_of_slug(slug)) {
            const std::u32string letters = letters_of(word);
            limits_.push_back(spelling_edits(letters.size()));
            rows_.emplace_back(letters, limits_.back());
        }
    }

    /// Keeps the words of `slug` that fit, wherever they stand in it.
    void look_at(std::string_view slug) {
        const std::vector<std::string_view> words = words_of_slug(slug);
        for (std::size_t first = 0; first + rows_.size() <= words.size(); ++first) {
            std::size_t edits = 0;
            std::string name;
            for (std::size_t i = 0; i < rows_.size() && edits <= kFar; ++i) {
                const std::size_t own = edits_of(rows_[i], words[first + i]);
                edits = own > limits_[i] ? kFar + 1 : edits + own;
                name.append(i > 0 ? " " : "").append(words[first + i]);
            }
            if (edits > 0 && edits <= kFar && !rows_.empty()) {
                found_.try_emplace(std::move(name), edits);
            }
        }
    }

    [[nodiscard]] std::vector<NearName> take() const {
        std::vector<NearName> names;
        for (const auto& [words, edits] : found_) {
            names.push_back({words, edits});
        }
        std::stable_sort(names.begin(), names.end(), [](const auto& a, const auto& b) {
            return a.edits < b.edits;
        });
        return names;
    }

private:
    /// Edits of a whole name beyond which it is another one.
    static constexpr std::size_t kFar = 3;

    std::vector<EditRows> rows_;
    std::vector<std::size_t> limits_;
    std::map<std::string, std::size_t> found_;
};

}  // namespace

std::size_t spelling_edits(std::size_t letters) noexcept {
    return letters <= 3 ? 0 : letters <= 5 ? 1 : 2;
}

std::vector<NearName> near_names(const storage::IndexReader& reader,
                                 const schema::Field& field,
                                 std::string_view text) {
    NearWords wanted(text);
    const auto is_of_field = [&field](std::string_view key) {
        return key.size() > 2 && key[1] == ':' &&
               field.id_letters.find(key[0]) != std::string_view::npos;
    };
    const entities::EntityJoins& joins = reader.joins();
    for (const entities::Alias& alias : joins.aliases()) {
        if (is_of_field(joins.entities()[alias.entity].id)) {
            wanted.look_at(alias.slug);
        }
    }
    for (std::uint32_t shard = 0; shard < reader.shards().size(); ++shard) {
        const storage::OrdinalTable& table = reader.ordinals(shard);
        for (std::uint32_t ordinal = 0; ordinal < table.size(); ++ordinal) {
            if (is_of_field(table.key(ordinal))) {
                wanted.look_at(table.slug(ordinal));
            }
        }
    }
    return wanted.take();
}

}  // namespace dateline::compile
