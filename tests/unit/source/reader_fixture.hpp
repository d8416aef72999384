// Streams from memory and a sink that keeps everything, for the tests of readers.
#pragma once

#include "common/article/article.hpp"
#include "indexer/source/reader.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline::source {

/// Gives the bytes of a string that must outlive it.
class StringStream final : public ByteStream {
public:
    explicit StringStream(std::string_view bytes) : rest_(bytes) {}

    [[nodiscard]] std::size_t read(std::span<char> buffer) override {
        const std::size_t size = std::min(buffer.size(), rest_.size());
        std::copy_n(rest_.begin(), size, buffer.begin());
        rest_.remove_prefix(size);
        return size;
    }

private:
    std::string_view rest_;
};

/// Keeps what readers give.
class KeepingSink final : public ArticleSink {
public:
    void article(Article&& article) override { articles.push_back(std::move(article)); }
    void reject(Rejected&& rejected) override { rejects.push_back(std::move(rejected)); }
    void unrecognised(const Locator& /*locator*/, const std::string& /*type*/) override {}
    void skipped(const std::string& kind) override { ++skips[kind]; }
    void progress(std::uint64_t /*bytes*/) override {}
    [[nodiscard]] bool stop_requested() const override { return articles.size() >= stop_after; }

    std::vector<Article> articles;
    std::vector<Rejected> rejects;
    std::map<std::string, std::uint64_t> skips;
    std::size_t stop_after = SIZE_MAX;
};

/// What `reader` makes of `bytes`.
inline KeepingSink read_all(const Reader& reader,
                            std::string_view bytes,
                            const SourceOptions& options = {}) {
    KeepingSink sink;
    StringStream stream(bytes);
    reader.read(stream, Locator{"memory", "", 0, 0}, options, sink);
    return sink;
}

}  // namespace dateline::source
