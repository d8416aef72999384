// Lines out of a pipe.
#include "query/batch/line_source.hpp"

#include "common/base/error.hpp"

#include <doctest/doctest.h>

#include <array>
#include <fcntl.h>
#include <string>
#include <thread>
#include <unistd.h>
#include <vector>

using namespace dateline;
using namespace dateline::query;

namespace {

/// A pipe that is written by a thread, so that any amount fits.
class Pipe {
public:
    explicit Pipe(std::string bytes) {
        std::array<int, 2> ends{};
        REQUIRE(::pipe(ends.data()) == 0);
        read_end_ = ends[0];
        writer_ = std::jthread([bytes = std::move(bytes), end = ends[1]] {
            std::size_t done = 0;
            while (done < bytes.size()) {
                const ssize_t size = ::write(end, bytes.data() + done, bytes.size() - done);
                if (size <= 0) {
                    break;
                }
                done += static_cast<std::size_t>(size);
            }
            ::close(end);
        });
    }
    ~Pipe() { ::close(read_end_); }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;

    [[nodiscard]] int read_end() const { return read_end_; }

private:
    int read_end_ = -1;
    std::jthread writer_;
};

std::vector<std::string> lines_of(const std::string& bytes) {
    const Pipe pipe(bytes);
    const Waker waker;
    LineSource source(pipe.read_end(), "a pipe", waker);
    std::vector<std::string> lines;
    while (const auto line = source.next()) {
        CHECK(line->number == lines.size() + 1);
        CHECK_FALSE(line->too_long);
        lines.push_back(line->text);
    }
    return lines;
}

}  // namespace

TEST_SUITE("batch.line_source") {
    TEST_CASE("LineSource gives lines without what closes them") {
        using Lines = std::vector<std::string>;
        CHECK(lines_of("").empty());
        CHECK(lines_of("a\nb\n") == Lines{"a", "b"});
        CHECK(lines_of("a\nb") == Lines{"a", "b"});
        CHECK(lines_of("a\r\n\r\nb\r") == Lines{"a", "", "b"});
        CHECK(lines_of("\xEF\xBB\xBF"
                       "a\n\xEF\xBB\xBF"
                       "b\n") == Lines{"a",
                                       "\xEF\xBB\xBF"
                                       "b"});
        CHECK(lines_of(std::string("a\0b\n\xFF\n", 6)) == Lines{std::string("a\0b", 3), "\xFF"});
    }

    TEST_CASE("LineSource gives lines of any size up to the limit") {
        const std::string longest(kMaxLineBytes, 'x');
        CHECK(lines_of(longest + "\nb\n") == std::vector<std::string>{longest, "b"});
        CHECK(lines_of(longest + "\r\nb\n") == std::vector<std::string>{longest, "b"});
    }

    TEST_CASE("LineSource passes over the rest of a line that is too long") {
        const Pipe pipe(std::string(3 * kMaxLineBytes, 'x') + "\nb\n" +
                        std::string(kMaxLineBytes + 1, 'y'));
        const Waker waker;
        LineSource source(pipe.read_end(), "a pipe", waker);
        const auto first = source.next();
        REQUIRE(first.has_value());
        CHECK(first->too_long);
        CHECK(first->text.empty());
        const auto second = source.next();
        REQUIRE(second.has_value());
        CHECK(second->text == "b");
        CHECK(second->number == 2);
        const auto third = source.next();
        REQUIRE(third.has_value());
        CHECK(third->too_long);
        CHECK_FALSE(source.next().has_value());
    }

    TEST_CASE("LineSource stops waiting when it is woken") {
        std::array<int, 2> ends{};
        REQUIRE(::pipe(ends.data()) == 0);
        Waker waker;
        LineSource source(ends[0], "a pipe", waker);
        std::jthread other([&waker] { waker.wake(); });
        CHECK_FALSE(source.next().has_value());
        ::close(ends[0]);
        ::close(ends[1]);
    }

    TEST_CASE("LineSource names what it cannot read") {
        const int folder = ::open("/", O_RDONLY);
        REQUIRE(folder >= 0);
        const Waker waker;
        LineSource source(folder, "the batch '/'", waker);
        CHECK_THROWS_WITH_AS(
            static_cast<void>(source.next()), "cannot read the batch '/': Is a directory", Error);
        ::close(folder);
    }
}
