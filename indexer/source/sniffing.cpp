// Looks at the head of every stream, and reads it up to the first article.
#include "indexer/source/sniffing.hpp"

#include "common/text/charset.hpp"
#include "indexer/source/finishing_sink.hpp"
#include "indexer/source/input/input_walker.hpp"
#include "indexer/source/media_type.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace dateline::source {
namespace {

/// Bytes of a head that its encoding is found by; more would not change the answer.
constexpr std::size_t kCharsetBytes = 16U << 10U;

/// Keeps the first thing that a reader gives, and then asks it to stop.
class FirstRecord final : public ArticleSink {
public:
    explicit FirstRecord(Sniffed& sniffed) : sniffed_(sniffed) {}

    void article(Article&& article) override {
        if (!done_) {
            sniffed_.title = std::move(article.title);
            sniffed_.published =
                article.published ? time::format_published(*article.published) : std::string();
        }
        done_ = true;
    }
    void reject(Rejected&& rejected) override {
        if (!done_) {
            sniffed_.code = std::move(rejected.code);
            sniffed_.reason = std::move(rejected.reason);
        }
        done_ = true;
    }
    void unrecognised(const Locator& /*locator*/, const std::string& /*type*/) override {}
    void skipped(const std::string& /*kind*/) override {}
    void progress(std::uint64_t /*bytes*/) override {}
    [[nodiscard]] bool stop_requested() const override { return done_; }

private:
    Sniffed& sniffed_;
    bool done_ = false;
};

/// Takes what cannot even be opened.
class Unopened final : public ArticleSink {
public:
    Unopened(const std::function<void(Sniffed&&)>& found, const std::function<bool()>& stop)
        : found_(found), stop_(stop) {}

    void article(Article&& /*article*/) override {}
    void reject(Rejected&& rejected) override {
        Sniffed sniffed;
        sniffed.where = std::move(rejected.locator);
        sniffed.code = std::move(rejected.code);
        sniffed.reason = std::move(rejected.reason);
        found_(std::move(sniffed));
    }
    void unrecognised(const Locator& locator, const std::string& type) override {
        Sniffed sniffed;
        sniffed.where = locator;
        sniffed.media_type = type;
        found_(std::move(sniffed));
    }
    void skipped(const std::string& /*kind*/) override {}
    void progress(std::uint64_t /*bytes*/) override {}
    [[nodiscard]] bool stop_requested() const override { return stop_ && stop_(); }

private:
    const std::function<void(Sniffed&&)>& found_;
    const std::function<bool()>& stop_;
};

Sniffed sniff_stream(const OpenedStream& stream) {
    Sniffed sniffed;
    sniffed.where = stream.where;
    sniffed.wrapped_in = stream.wrapped_in;
    sniffed.media_type = media_type(stream.head.bytes);
    sniffed.scores = sniff_head(stream.head.bytes, stream.where);
    sniffed.by_option = !stream.options.input_format.empty();
    const Reader* reader = sniffed.by_option        ? find_reader(stream.options.input_format)
                           : sniffed.scores.empty() ? nullptr
                                                    : find_reader(sniffed.scores.front().reader);
    if (reader == nullptr) {
        return sniffed;
    }
    sniffed.reader = reader->name();
    const std::string_view head(stream.head.bytes);
    const text::DecodedText decoded =
        text::decode_text(head.substr(0, kCharsetBytes), stream.options.charset);
    sniffed.charset = decoded.charset;
    sniffed.charset_guessed = decoded.guessed;
    FirstRecord first(sniffed);
    FinishingSink finishing(
        first, stream.options, stream.where, std::string(reader->name()), stream.modified);
    HeadedStream whole(stream.head, stream.rest);
    try {
        reader->read(whole, stream.where, stream.options, finishing);
    } catch (const StreamFailure& failure) {
        first.reject({stream.where, failure.code, failure.reason});
    }
    if (finishing.records() == 0) {
        first.reject({stream.where, "no_records", "holds no article"});
    }
    return sniffed;
}

}  // namespace

std::vector<Score> sniff_head(std::string_view head, const Locator& where) {
    const std::string& path = where.member.empty() ? where.file : where.member;
    std::vector<Score> scores;
    for (const Reader* reader : readers()) {
        const int score = reader->sniff(head, path);
        if (score > 0) {
            scores.push_back({std::string(reader->name()), score});
        }
    }
    std::stable_sort(scores.begin(), scores.end(), [](const Score& a, const Score& b) {
        return a.score > b.score;
    });
    return scores;
}

void sniff_inputs(const std::vector<std::string>& inputs,
                  const SourceOptions& options,
                  const std::function<void(Sniffed&&)>& found,
                  const std::function<bool()>& stop) {
    Unopened unopened(found, stop);
    walk_inputs(inputs, options, unopened, [&](const OpenedStream& stream) {
        found(sniff_stream(stream));
    });
}

}  // namespace dateline::source
