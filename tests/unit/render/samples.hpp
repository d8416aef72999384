// A small report and hits that the tests of this folder print.
#pragma once

#include "query/render/renderer.hpp"

#include <string>
#include <vector>

namespace dateline::testing {

/// A report on `interest AND rates`: 312 articles, `hits` of which are shown; nothing else is set.
[[nodiscard]] render::Report sample_report(std::size_t hits);

/// A hit with all that a renderer can show.
[[nodiscard]] search::Hit sample_hit();

/// A facet of people with two of its three values, the second with a hostile name.
[[nodiscard]] search::FacetResult sample_facet();

/// Gives hits from a vector.
class ListedHits : public render::HitSource {
public:
    explicit ListedHits(std::vector<search::Hit> hits) : hits_(std::move(hits)) {}

    std::optional<search::Hit> next() override {
        return number_ < hits_.size() ? std::optional(hits_[number_++]) : std::nullopt;
    }

private:
    std::vector<search::Hit> hits_;
    std::size_t number_ = 0;
};

/// What `format` prints for `report` and `hits`.
[[nodiscard]] std::string printed(render::Format format,
                                  const render::Style& style,
                                  const render::Report& report,
                                  std::vector<search::Hit> hits,
                                  std::optional<std::chrono::milliseconds> took = {});

}  // namespace dateline::testing
