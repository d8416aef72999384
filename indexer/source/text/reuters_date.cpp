// A scanner for one fixed form.
#include "indexer/source/text/reuters_date.hpp"

#include "common/time/header_date.hpp"

#include <cstddef>

namespace dateline::source {
namespace {

/// Takes numbers and marks from the front of the field; remembers whether all were there.
class FieldScanner {
public:
    explicit FieldScanner(std::string_view field) noexcept : rest_(field) {}

    [[nodiscard]] bool good() const noexcept { return good_; }
    [[nodiscard]] std::string_view rest() const noexcept { return rest_; }

    void skip_blanks() noexcept {
        while (rest_.starts_with(' ')) {
            rest_.remove_prefix(1);
        }
    }

    void mark(char wanted) noexcept {
        good_ = good_ && rest_.starts_with(wanted);
        rest_.remove_prefix(good_ ? 1 : 0);
    }

    unsigned number(std::size_t least_digits, std::size_t most_digits) noexcept {
        unsigned value = 0;
        std::size_t digits = 0;
        while (digits < most_digits && !rest_.empty() && rest_.front() >= '0' &&
               rest_.front() <= '9') {
            value = value * 10 + static_cast<unsigned>(rest_.front() - '0');
            rest_.remove_prefix(1);
            ++digits;
        }
        good_ = good_ && digits >= least_digits;
        return value;
    }

    unsigned month() noexcept {
        constexpr std::size_t kLetters = 3;
        const unsigned value = time::month_number(rest_.substr(0, kLetters));
        good_ = good_ && value != 0;
        rest_.remove_prefix(good_ ? kLetters : 0);
        return value;
    }

private:
    std::string_view rest_;
    bool good_ = true;
};

}  // namespace

std::optional<time::TimestampMs> parse_reuters_date(std::string_view field) noexcept {
    FieldScanner in(field);
    in.skip_blanks();
    const unsigned day = in.number(1, 2);
    in.mark('-');
    const unsigned month = in.month();
    in.mark('-');
    const unsigned year = in.number(4, 4);
    in.mark(' ');
    in.skip_blanks();
    const unsigned hour = in.number(2, 2);
    in.mark(':');
    const unsigned minute = in.number(2, 2);
    in.mark(':');
    const unsigned second = in.number(2, 2);
    in.mark('.');
    const unsigned hundredths = in.number(2, 2);
    const std::string_view rest = in.rest();
    const bool ends =
        rest.empty() || rest.front() == ' ' || rest.front() == '\t' || rest.front() == '&';
    const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(year)),
                                           std::chrono::month(month),
                                           std::chrono::day(day)};
    if (!in.good() || !ends || !date.ok() || year < time::kMinYear || hour > 23 || minute > 59 ||
        second > 59) {
        return std::nullopt;
    }
    return std::chrono::sys_days(date) + std::chrono::hours(hour) + std::chrono::minutes(minute) +
           std::chrono::seconds(second) + std::chrono::milliseconds(hundredths * 10);
}

}  // namespace dateline::source
