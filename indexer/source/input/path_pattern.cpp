// Reading path patterns.
#include "indexer/source/input/path_pattern.hpp"

#include "common/base/nearest_name.hpp"

#include <algorithm>
#include <array>

namespace dateline::source {
namespace {

using Kind = PathPattern::Kind;
using Part = PathPattern::Part;

/// More are not needed, and would let a pattern take long.
constexpr std::size_t kMaxParts = 100;

constexpr std::array<std::string_view, 7> kPlaceholders = {
    "author", "collection", "date", "id", "lang", "section", "source"};
constexpr const char* kPlaceholderHint =
    "the placeholders are {source}, {section}, {collection}, {lang}, {author}, {id} and "
    "{date:%Y/%m/%d}";
constexpr const char* kDateHint =
    "a date is made of %Y, %y, %m, %b, %B, %d, %H, %M and %S, as in {date:%Y-%m-%d}";

/// Reads one pattern from front to back.
class PatternReader {
public:
    explicit PatternReader(std::string_view pattern) : pattern_(pattern) {}

    std::optional<PatternProblem> read() {
        while (at_ < pattern_.size() && !problem_) {
            const char c = pattern_[at_];
            if (c == '{') {
                read_placeholder();
            } else if (c == '*') {
                read_star();
            } else if (c == '}') {
                complain(at_, "'}' without '{'", "write \\} for the character itself");
            } else {
                read_character();
            }
        }
        if (!problem_ && parts_.empty()) {
            complain(0, "the pattern is empty", kPlaceholderHint);
        }
        if (!problem_ && parts_.size() > kMaxParts) {
            complain(0,
                     "the pattern has more than " + std::to_string(kMaxParts) + " parts",
                     "write ** for folders that do not matter");
        }
        return problem_;
    }

    std::vector<Part> take_parts() { return std::move(parts_); }

private:
    void complain(std::size_t offset, std::string message, std::string hint) {
        problem_ = PatternProblem{offset, std::move(message), std::move(hint)};
    }

    void literal(char c) {
        if (parts_.empty() || parts_.back().kind != Kind::Literal) {
            parts_.push_back({Kind::Literal, {}, '\0', 0});
        }
        parts_.back().text += c;
    }

    void read_character() {
        if (pattern_[at_] == '\\') {
            if (++at_ == pattern_.size()) {
                complain(
                    at_ - 1, "nothing follows the '\\'", "write \\\\ for the character itself");
                return;
            }
        }
        literal(pattern_[at_++]);
    }

    void read_star() {
        const bool name_starts = at_ == 0 || pattern_[at_ - 1] == '/';
        const std::size_t end = std::min(pattern_.find_first_not_of('*', at_), pattern_.size());
        Kind kind = end - at_ == 1 ? Kind::Name : Kind::Deep;
        at_ = end;
        if (kind == Kind::Deep && name_starts && pattern_.substr(at_).starts_with('/')) {
            kind = Kind::Folders;
            ++at_;
        }
        parts_.push_back({kind, {}, '\0', 0});
    }

    void read_placeholder() {
        const std::size_t start = at_;
        const std::size_t close = pattern_.find('}', at_);
        if (close == std::string_view::npos) {
            complain(start, "'{' without '}'", kPlaceholderHint);
            return;
        }
        const std::string_view inside = pattern_.substr(start + 1, close - start - 1);
        const std::string_view name = inside.substr(0, inside.find(':'));
        if (std::find(kPlaceholders.begin(), kPlaceholders.end(), name) == kPlaceholders.end()) {
            const std::string_view near = nearest_name(name, kPlaceholders);
            complain(start,
                     "there is no placeholder '{" + std::string(name) + "}'",
                     near.empty() ? std::string(kPlaceholderHint)
                                  : "did you mean '{" + std::string(near) + "}'?");
            return;
        }
        if (std::find(met_.begin(), met_.end(), name) != met_.end()) {
            complain(start,
                     "'{" + std::string(name) + "}' stands twice",
                     "write * where a name does not matter");
            return;
        }
        met_.push_back(name);
        at_ = close + 1;
        if (name == "date") {
            read_date(start, name.size() + 2 + start, close);
        } else if (name.size() < inside.size()) {
            complain(start + 1 + name.size(),
                     "'{" + std::string(name) + "}' takes no form",
                     "only {date:...} has one");
        } else {
            parts_.push_back({Kind::Value, std::string(name), '\0', 0});
        }
    }

    /// Reads the form between `from` and `to`.
    void read_date(std::size_t start, std::size_t from, std::size_t to) {
        std::string letters;
        for (std::size_t i = from; i < to && !problem_; ++i) {
            if (pattern_[i] != '%') {
                literal(pattern_[i]);
                continue;
            }
            const char letter = i + 1 < to ? pattern_[i + 1] : '\0';
            read_conversion(letter, i);
            letters += letter;
            ++i;
        }
        const auto has = [&](std::string_view any) {
            return letters.find_first_of(any) != std::string::npos;
        };
        if (problem_) {
            return;
        }
        if (!has("Yy")) {
            complain(start, "the date has no year", kDateHint);
        } else if ((has("d") && !has("mbB")) || (has("H") && !has("d")) ||
                   (has("M") && !has("H")) || (has("S") && !has("M"))) {
            complain(start,
                     "the date lacks a part between others",
                     "a day needs a month, an hour a day, and so on");
        }
    }

    void read_conversion(char letter, std::size_t at) {
        switch (letter) {
            case 'Y':
                parts_.push_back({Kind::Number, {}, letter, 4});
                break;
            case 'y':
            case 'm':
            case 'd':
            case 'H':
            case 'M':
            case 'S':
                parts_.push_back({Kind::Number, {}, letter, 2});
                break;
            case 'b':
                parts_.push_back({Kind::Month, {}, 'm', 3});
                break;
            case 'B':
                parts_.push_back({Kind::Month, {}, 'm', 0});
                break;
            case '%':
                literal('%');
                break;
            default:
                complain(at,
                         letter == '\0' ? std::string("nothing follows the '%'")
                                        : std::string("a date has no part '%") + letter + "'",
                         kDateHint);
        }
    }

    std::string_view pattern_;
    std::size_t at_ = 0;
    std::vector<Part> parts_;
    std::vector<std::string_view> met_;
    std::optional<PatternProblem> problem_;
};

}  // namespace

std::variant<PathPattern, PatternProblem> PathPattern::parse(std::string_view pattern) {
    PatternReader reader(pattern);
    if (auto problem = reader.read()) {
        return *std::move(problem);
    }
    PathPattern result;
    result.parts_ = reader.take_parts();
    return result;
}

bool PathPattern::has_placeholders() const noexcept {
    return std::any_of(parts_.begin(), parts_.end(), [](const Part& part) {
        return part.kind == Kind::Value || part.kind == Kind::Number || part.kind == Kind::Month;
    });
}

}  // namespace dateline::source
