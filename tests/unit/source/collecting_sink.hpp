// A sink that keeps everything, and checks on strings, for the tests of readers.
#pragma once

#include "common/base/utf8.hpp"
#include "indexer/source/finishing_sink.hpp"
#include "indexer/source/input/byte_streams.hpp"
#include "indexer/source/reader.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline::testing {

/// Keeps what it is given.
class CollectingSink : public source::ArticleSink {
public:
    void article(Article&& article) override { articles.push_back(std::move(article)); }
    void reject(source::Rejected&& rejected) override { rejects.push_back(std::move(rejected)); }
    void unrecognised(const Locator& locator, const std::string& type) override {
        types.emplace_back(describe(locator), type);
    }
    void skipped(const std::string& kind) override { ++skips[kind]; }
    void progress(std::uint64_t bytes) override { progress_bytes += bytes; }
    [[nodiscard]] bool stop_requested() const override { return articles.size() >= stop_after; }

    std::vector<Article> articles;
    std::vector<source::Rejected> rejects;
    std::vector<std::pair<std::string, std::string>> types;
    std::map<std::string, std::uint64_t> skips;
    std::uint64_t progress_bytes = 0;
    std::size_t stop_after = SIZE_MAX;
};

/// Reads `inputs` into a new sink.
inline CollectingSink read_all(const std::vector<std::string>& inputs,
                               const source::SourceOptions& options = {}) {
    CollectingSink sink;
    source::read_inputs(inputs, options, sink);
    return sink;
}

/// Lets `reader` read `bytes` as read_inputs() would.
inline CollectingSink read_bytes(const source::Reader& reader,
                                 std::string_view bytes,
                                 const source::SourceOptions& options = {}) {
    CollectingSink sink;
    const Locator origin{"memory", {}, 0, 0};
    source::MemoryStream stream(bytes);
    source::FinishingSink finishing(sink, options, origin, std::string(reader.name()));
    reader.read(stream, origin, options, finishing);
    return sink;
}

/// Whether every string of `article` is valid UTF-8 without control characters but line feeds.
inline bool is_clean(const Article& article) {
    const auto clean = [](const std::string& text) {
        return is_valid_utf8(text) && std::none_of(text.begin(), text.end(), [](char c) {
                   return static_cast<unsigned char>(c) < 0x20 && c != '\n';
               });
    };
    for (const auto* list : {&article.paragraphs,
                             &article.authors,
                             &article.people,
                             &article.places,
                             &article.orgs,
                             &article.topics}) {
        if (!std::all_of(list->begin(), list->end(), clean)) {
            return false;
        }
    }
    return clean(article.id) && clean(article.title) && clean(article.url) &&
           clean(article.source) && clean(article.section) && clean(article.lang) &&
           clean(article.dateline.place) && clean(article.dateline.date) &&
           clean(article.locator.member);
}

}  // namespace dateline::testing
