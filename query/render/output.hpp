// The one way out for everything that is printed: buffered, and every write is checked.
#pragma once

#include "common/base/error.hpp"

#include <string>
#include <string_view>

namespace dateline::render {

/// Nobody reads the output any more: the other end of the pipe is closed. Nothing needs to be said
/// about it; a program ends with the status kBrokenPipeStatus.
class OutputClosed : public Error {
public:
    OutputClosed();
};

/// What a shell shows for a program that died of SIGPIPE (128 + 13).
inline constexpr int kBrokenPipeStatus = 141;

/// Where bytes end up.
class Sink {
public:
    Sink() = default;
    Sink(const Sink&) = delete;
    Sink& operator=(const Sink&) = delete;
    Sink(Sink&&) = delete;
    Sink& operator=(Sink&&) = delete;
    virtual ~Sink() = default;

    /// Takes all of `bytes`.
    ///
    /// @throws OutputClosed, or Error (Unwritable).
    virtual void put(std::string_view bytes) = 0;

    /// Whether it makes sense to give more; what is put nevertheless is thrown away.
    [[nodiscard]] virtual bool is_wanted() const noexcept { return true; }
};

/// Writes to an open file descriptor, which it does not own.
class FileSink : public Sink {
public:
    /// @param descriptor  must stay open as long as the sink is used
    /// @param name        for messages: `the output`
    FileSink(int descriptor, std::string name);

    /// Writes all of `bytes`, going on after interruptions and short writes.
    ///
    /// @throws OutputClosed if the reader of the pipe is gone; Error (Unwritable) otherwise, with
    ///         the reason that the system gives.
    void put(std::string_view bytes) override;

private:
    int descriptor_;
    std::string name_;
};

/// Collects in memory.
class StringSink : public Sink {
public:
    void put(std::string_view bytes) override { text_ += bytes; }

    [[nodiscard]] const std::string& text() const noexcept { return text_; }

private:
    std::string text_;
};

/// Collects small pieces and hands them to a sink, which must outlive it. Not thread-safe.
///
/// What is left when it dies is lost: call flush().
class Output {
public:
    explicit Output(Sink& sink) : sink_(sink) {}

    /// Adds `bytes` to the output. @throws as Sink::put().
    void write(std::string_view bytes);

    /// Hands all that was written to the sink. @throws as Sink::put().
    void flush();

    /// Where all that is written ends up.
    [[nodiscard]] Sink& sink() noexcept { return sink_; }

    /// Whether anything was written yet.
    [[nodiscard]] bool is_started() const noexcept { return started_; }

private:
    Sink& sink_;
    std::string buffer_;
    bool started_ = false;
};

}  // namespace dateline::render
