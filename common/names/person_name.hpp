// A person's name in parts, as it can be compared with other names.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::names {

/// The part that a word plays in a person's name.
enum class NamePart : std::uint8_t {
    Plain,     ///< a given or family name
    Initial,   ///< one letter that stands for a name
    Particle,  ///< van, de, bin, al-: belongs to the name behind it
    Nickname,  ///< in quotes or brackets inside a longer name
};

/// One word of a name. Hyphens divide words too: `Jong-un` is two.
struct NameWord {
    std::string folded;    ///< text::fold() of it, without apostrophes and full stops
    std::string spelling;  ///< spelling_key() of `folded`
    NamePart part = NamePart::Plain;
    bool hyphened = false;  ///< a hyphen, not a space, stands before it

    friend bool operator==(const NameWord&, const NameWord&) = default;
};

/// A name cut into words.
struct PersonName {
    std::vector<NameWord> words;  ///< in the order of the text, without generation and nicknames
    std::vector<NameWord> nicknames;
    std::string generation;  ///< `jr`, `sr`, a Roman number such as `ii` or `xxiii`, or empty

    /// How many names it has: a name with hyphens and a name with its particles count once,
    /// initials count too. `Kim Jong-un` has 2, `al-Assad` 1.
    [[nodiscard]] std::size_t size() const noexcept;

    /// Whether it is one name alone: a surname, a given name, or a surname with its particle.
    [[nodiscard]] bool is_bare() const noexcept { return size() < 2; }

    friend bool operator==(const PersonName&, const PersonName&) = default;
};

/// Cuts `name`, valid UTF-8 without title or honorific. `Jr`, `Sr`, `II` … at the end become the
/// generation; `J.R.` becomes two initials; a word in quotes or brackets becomes a nickname, unless
/// it is all there is. A particle with a capital at the very beginning (`Le Pen`, `Al Gore`) is
/// Plain, except before a hyphen (`Al-Assad`).
[[nodiscard]] PersonName parse_person_name(std::string_view name);

/// Whether `folded` (see NameWord) is a particle of names of people.
[[nodiscard]] bool is_name_particle(std::string_view folded) noexcept;

/// The words of `words` that are no particles, in order.
[[nodiscard]] std::vector<NameWord> without_particles(std::span<const NameWord> words);

}  // namespace dateline::names
