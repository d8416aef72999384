// Text downloads from LexisNexis and Nexis Uni: many articles a file.
#include "indexer/source/text/lexis_reader.hpp"

#include "common/base/utf8.hpp"
#include "indexer/source/text/lexis_record.hpp"
#include "indexer/source/text/line_records.hpp"
#include "indexer/source/text/text_layout.hpp"

#include <string_view>

namespace dateline::source {
namespace {

class LexisReader final : public Reader {
public:
    [[nodiscard]] std::string_view name() const noexcept override { return "lexis"; }
    [[nodiscard]] std::string_view help() const noexcept override {
        return "text downloads from LexisNexis and Nexis Uni";
    }
    [[nodiscard]] int sniff(std::string_view head, std::string_view path) const override;
    void read(ByteStream& stream,
              const Locator& origin,
              const SourceOptions& options,
              ArticleSink& sink) const override;
};

int LexisReader::sniff(std::string_view head, std::string_view /*path*/) const {
    bool counter = false;
    bool end = false;
    bool load_date = false;
    std::size_t labels = 0;
    for (const std::string_view line : split_lines(head)) {
        counter = counter || is_lexis_counter(line);
        end = end || is_lexis_end(line);
        labels += begins_lexis_label(line) ? 1 : 0;
        load_date = load_date || ascii_lower(trim(line)).starts_with("load-date:");
    }
    if (counter) {
        return labels > 0 ? 95 : 70;
    }
    return end ? (load_date ? 95 : 60) : 0;
}

void LexisReader::read(ByteStream& stream,
                       const Locator& origin,
                       const SourceOptions& options,
                       ArticleSink& sink) const {
    const LineRecords records{
        [](std::string_view line) {
            if (is_lexis_counter(line)) {
                return LineRole::Begins;
            }
            return is_lexis_end(line) ? LineRole::Ends : LineRole::Inside;
        },
        [&options](std::string_view record) { return parse_lexis_record(record, options.dates); },
        "each article is to begin with a line such as '1 of 250 DOCUMENTS'"};
    read_line_records(stream, origin, options, records, sink);
}

}  // namespace

const Reader& lexis_reader() {
    static const LexisReader reader;
    return reader;
}

}  // namespace dateline::source
