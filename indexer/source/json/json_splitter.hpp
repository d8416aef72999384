// Finds the borders of records in a stream of JSON without parsing or keeping it.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline::source {

/// A record found, or a stretch that is none.
struct JsonPiece {
    /// What was found.
    enum class Kind {
        Record,   ///< one value of the stream or of a list in it
        TooLong,  ///< a record over the limit, dropped
        Garbage,  ///< bytes where a value should begin; dropped up to the next place to go on
        Cut,      ///< the stream ends inside a record or a list
    };
    Kind kind = Kind::Record;
    std::string_view bytes;          ///< of Record and Cut; valid during the call
    std::uint64_t offset_bytes = 0;  ///< in the stream
};

/// Whether `key` is known to hold the list of records in an object around them (`items`,
/// `articles`, `docs`, `results`, `hits` …).
[[nodiscard]] bool is_list_key(std::string_view key) noexcept;

/// Splits concatenated JSON values into records while bytes arrive, in memory bounded by the limit.
///
/// A value at the top is a record; the elements of an array at the top are records; and if an
/// object holds a list of objects under an is_list_key(), at the top or inside `hits`, `response`,
/// `data` or the like, the elements of that list are, and the rest of the object is dropped, except
/// that header() keeps what stood before the list. An object that has shown a body of text is never
/// taken apart like this.
///
/// Only brackets and strings are looked at. A closing bracket of the wrong kind closes everything
/// up to the last open one of its kind, so that one damaged record does not swallow the next.
class JsonSplitter {
public:
    /// Takes a piece; returns whether to go on.
    using Take = std::function<bool(const JsonPiece&)>;

    JsonSplitter(std::uint64_t record_limit_bytes, Take take)
        : limit_bytes_(record_limit_bytes), take_(std::move(take)) {}

    /// Splits `bytes`, which follow those of the last call. Returns false once `take` has.
    bool add(std::string_view bytes);

    /// Ends the stream: gives what is left as Cut.
    void finish();

    /// The beginning of the object around the list that is being split, up to and with the list's
    /// `[`; empty if there is none.
    [[nodiscard]] const std::string& header() const noexcept { return header_; }

private:
    enum class State { Between, Value, Scalar, Garbage };

    /// Inside the object at the top, where a list of records may still be found.
    [[nodiscard]] bool is_hunting() const noexcept { return list_depth_ == 0 && hunting_; }
    void step(char c);
    void between(char c);
    void value(char c);
    void garbage(char c);
    std::size_t string_bytes(std::string_view rest);
    void open(char c);
    void close(char c);
    void begin_value(char c);
    void end_value();
    void enter_list();
    void leave_list();
    void keep(std::string_view bytes);
    void give(JsonPiece::Kind kind);
    [[nodiscard]] bool at_list_key() const noexcept;

    std::uint64_t limit_bytes_;
    Take take_;
    State state_ = State::Between;
    std::string record_;  ///< bytes of the value being read, up to the limit
    bool too_long_ = false;
    bool goes_on_ = true;
    bool after_garbage_ = false;  ///< garbage in a row is reported once
    std::uint64_t record_offset_ = 0;
    std::uint64_t offset_ = 0;
    std::string open_;                    ///< open brackets, of the list's surroundings too
    std::uint64_t unrecorded_depth_ = 0;  ///< brackets open beyond those in open_
    std::size_t list_depth_ = 0;          ///< size of open_ inside the list; 0 outside one
    std::size_t record_depth_ = 0;        ///< size of open_ where the value began
    bool in_string_ = false;
    bool escaped_ = false;
    bool hunting_ = false;
    bool pending_list_ = false;      ///< a `[` that becomes a list if an object follows
    bool after_list_ = false;        ///< the rest of an object whose list has been given
    std::string string_;             ///< last string read while hunting, cut
    std::string key_;                ///< last key: a string with a colon after it
    std::vector<std::string> path_;  ///< while hunting: key before each bracket of open_
    std::string header_;
};

}  // namespace dateline::source
