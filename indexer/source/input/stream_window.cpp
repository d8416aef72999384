// A window on a stream that slides from record to record, with bounded memory.
#include "indexer/source/input/stream_window.hpp"

#include "common/base/utf8.hpp"

#include <algorithm>
#include <utility>

namespace dateline::source {
namespace {

constexpr std::size_t kBlockBytes = 64U << 10U;

/// Drops are kept until they are worth moving what stands behind them.
constexpr std::size_t kCompactBytes = 256U << 10U;

/// Characters looked at where no mark says that a text is UTF-16.
constexpr std::size_t kLookedAtUnits = 200;

/// The share of `bytes` at even (0) or odd (1) places that are zero, in percent.
std::size_t zeros_percent(std::string_view bytes, std::size_t parity) {
    std::size_t zeros = 0;
    std::size_t units = 0;
    for (std::size_t i = parity; i < bytes.size() && units < kLookedAtUnits; i += 2, ++units) {
        zeros += bytes[i] == '\0' ? 1 : 0;
    }
    return units == 0 ? 0 : zeros * 100 / units;
}

/// The bytes that `text` takes in UTF-16.
std::uint64_t utf16_bytes(std::string_view text) {
    std::uint64_t units = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool continues = (byte & 0xC0U) == 0x80U;
        units += continues ? 0 : (byte >= 0xF0 ? 2 : 1);
    }
    return units * 2;
}

}  // namespace

void StreamWindow::detect_units() {
    constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";
    const std::string_view head = pending_;
    units_ = Units::Bytes;
    std::size_t mark = 0;
    if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF")) {
        units_ = head.front() == '\xFF' ? Units::LittleEndian : Units::BigEndian;
        mark = 2;
    } else if (head.size() >= 8 && zeros_percent(head, 1) > 60 && zeros_percent(head, 0) < 10) {
        units_ = Units::LittleEndian;
    } else if (head.size() >= 8 && zeros_percent(head, 0) > 60 && zeros_percent(head, 1) < 10) {
        units_ = Units::BigEndian;
    } else if (head.starts_with(utf8_mark)) {
        mark = utf8_mark.size();
    }
    pending_.erase(0, mark);
    offset_ += mark;
}

void StreamWindow::append_utf16(std::string_view bytes) {
    const auto unit_at = [&](std::size_t i) {
        const auto first = static_cast<unsigned char>(bytes[i]);
        const auto second = static_cast<unsigned char>(bytes[i + 1]);
        return units_ == Units::LittleEndian ? static_cast<char32_t>(first | (second << 8U))
                                             : static_cast<char32_t>(second | (first << 8U));
    };
    std::size_t i = 0;
    for (; i + 1 < bytes.size(); i += 2) {
        const char32_t unit = unit_at(i);
        if (unit < 0xD800 || unit > 0xDBFF) {
            append_utf8(bytes_, unit);
            continue;
        }
        if (i + 3 >= bytes.size()) {
            break;
        }
        const char32_t low = unit_at(i + 2);
        const bool pair = low >= 0xDC00 && low <= 0xDFFF;
        append_utf8(bytes_, pair ? 0x10000 + ((unit - 0xD800) << 10U) + (low - 0xDC00) : 0xFFFD);
        i += pair ? 2 : 0;
    }
    pending_.assign(bytes.substr(i));
}

bool StreamWindow::fill() {
    throw_failure();
    if (begin_ >= kCompactBytes || begin_ == bytes_.size()) {
        bytes_.erase(0, begin_);
        begin_ = 0;
    }
    if (units_ == Units::Bytes) {
        const std::size_t size = bytes_.size();
        bytes_.resize(size + kBlockBytes);
        std::size_t got = 0;
        try {
            got = stream_.read(std::span(bytes_).subspan(size));
        } catch (const StreamFailure&) {
            bytes_.resize(size);
            throw;
        }
        bytes_.resize(size + got);
        return got > 0;
    }
    std::string block(kBlockBytes, '\0');
    const std::size_t got = stream_.read(block);
    block.resize(got);
    pending_ += block;
    if (units_ == Units::Unknown) {
        detect_units();
    }
    if (units_ == Units::Bytes) {
        bytes_ += std::exchange(pending_, {});
    } else {
        append_utf16(std::exchange(pending_, {}));
    }
    return got > 0;
}

bool StreamWindow::fill_to(std::size_t count) {
    while (text().size() < count) {
        try {
            if (!fill()) {
                return false;
            }
        } catch (const StreamFailure& failure) {
            failure_ = failure;
            return false;
        }
    }
    return true;
}

void StreamWindow::throw_failure() const {
    if (failure_) {
        throw StreamFailure(*failure_);
    }
}

void StreamWindow::drop(std::size_t count) {
    count = std::min(count, text().size());
    offset_ += units_ == Units::LittleEndian || units_ == Units::BigEndian
                   ? utf16_bytes(text().substr(0, count))
                   : count;
    begin_ += count;
}

}  // namespace dateline::source
