// The one way out: buffering, closed pipes, full disks.
#include "query/render/output.hpp"

#include "common/base/file.hpp"
#include "tests/support/temp_dir.hpp"

#include <doctest/doctest.h>

#include <array>
#include <csignal>
#include <fcntl.h>
#include <string>
#include <unistd.h>

using namespace dateline;
using namespace dateline::render;

namespace {

/// What putting a byte to `descriptor` throws.
std::string failure_of(int descriptor) {
    FileSink sink(descriptor, "the output");
    try {
        sink.put("x");
    } catch (const OutputClosed&) {
        return "closed";
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::Unwritable);
        return error.what();
    }
    return "none";
}

}  // namespace

TEST_SUITE("render.output") {
    TEST_CASE("write keeps the order of small and large pieces") {
        StringSink sink;
        Output out(sink);
        std::string expected;
        for (const std::size_t size : {1, 65'535, 65'536, 65'537, 200'000, 0, 3}) {
            const std::string piece(size, static_cast<char>('a' + size % 26));
            expected += piece;
            out.write(piece);
        }
        out.flush();
        CHECK(sink.text() == expected);
    }

    TEST_CASE("write hands nothing on before the buffer is full or flushed") {
        StringSink sink;
        Output out(sink);
        CHECK_FALSE(out.is_started());
        out.write("");
        CHECK_FALSE(out.is_started());
        out.write("abc");
        CHECK(out.is_started());
        CHECK(sink.text().empty());
        out.flush();
        CHECK(sink.text() == "abc");
    }

    TEST_CASE("put writes all bytes to a file") {
        const testing::TempDir folder;
        const std::string path = folder.path() / "out";
        const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT, 0600);
        REQUIRE(descriptor >= 0);
        const std::string bytes(300'000, 'x');
        FileSink(descriptor, "the output").put(bytes);
        CHECK(::close(descriptor) == 0);
        CHECK(read_file(path, 1'000'000) == bytes);
    }

    TEST_CASE("put says why a full device takes nothing") {
        const int descriptor = ::open("/dev/full", O_WRONLY);
        REQUIRE(descriptor >= 0);
        CHECK(failure_of(descriptor) == "cannot write the output: No space left on device");
        CHECK(::close(descriptor) == 0);
    }

    TEST_CASE("put fails on a descriptor that is not open") {
        CHECK(failure_of(-1) == "cannot write the output: Bad file descriptor");
    }

    TEST_CASE("put tells a pipe without reader from other failures") {
        const auto previous = std::signal(SIGPIPE, SIG_IGN);
        std::array<int, 2> ends{};
        REQUIRE(::pipe(ends.data()) == 0);
        CHECK(::close(ends[0]) == 0);
        CHECK(failure_of(ends[1]) == "closed");
        CHECK(::close(ends[1]) == 0);
        const bool restored = std::signal(SIGPIPE, previous) != SIG_ERR;
        CHECK(restored);
    }

    TEST_CASE("flush does not write the same bytes again after a failure") {
        class FailingOnce : public Sink {
        public:
            void put(std::string_view bytes) override {
                if (!failed_) {
                    failed_ = true;
                    throw Error(ErrorCode::Unwritable, "once");
                }
                text_ += bytes;
            }
            bool failed_ = false;
            std::string text_;
        };
        FailingOnce sink;
        Output out(sink);
        out.write("abc");
        CHECK_THROWS_AS(out.flush(), Error);
        out.flush();
        CHECK(sink.text_.empty());
    }
}
