// Lines of a run.
#include "query/render/trec_renderer.hpp"

#include <array>
#include <charconv>

namespace dateline::render {
namespace {

/// `id` without what would end a field.
std::string field_text(std::string_view id) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    for (const char c : id) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte <= 0x20 || byte == 0x7F) {
            out += {'%', digits[byte >> 4U], digits[byte & 0xFU]};
        } else {
            out += c;
        }
    }
    return out;
}

std::string score_text(double score) {
    std::array<char, 400> buffer{};  // the largest double has 309 digits before the point
    const auto result = std::to_chars(
        buffer.data(), buffer.data() + buffer.size(), score, std::chars_format::fixed, 6);
    return {buffer.data(), result.ptr};
}

}  // namespace

void TrecRenderer::begin(const Report& report) {
    query_ = report.id.empty() ? "1" : field_text(report.id);
    by_relevance_ = report.answer.sort == search::SortOrder::Relevance;
    written_.clear();
}

void TrecRenderer::hit(const search::Hit& hit) {
    std::string id = field_text(hit.article.id);
    if (id.empty() || written_.contains(id)) {
        id = hit.id;
    }
    written_.insert(id);
    const std::string score =
        by_relevance_ ? score_text(hit.score) : "-" + std::to_string(hit.rank);
    out_.write(query_ + " Q0 " + id + " " + std::to_string(hit.rank) + " " + score + " dateline\n");
}

}  // namespace dateline::render
