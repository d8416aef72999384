// Text downloads from Factiva: many articles a file.
#include "indexer/source/text/factiva_reader.hpp"

#include "common/time/written_date.hpp"
#include "indexer/source/text/factiva_record.hpp"
#include "indexer/source/text/line_records.hpp"
#include "indexer/source/text/text_layout.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace dateline::source {
namespace {

class FactivaReader final : public Reader {
public:
    [[nodiscard]] std::string_view name() const noexcept override { return "factiva"; }
    [[nodiscard]] std::string_view help() const noexcept override {
        return "text downloads from Factiva, with or without field codes";
    }
    [[nodiscard]] int sniff(std::string_view head, std::string_view path) const override;
    void read(ByteStream& stream,
              const Locator& origin,
              const SourceOptions& options,
              ArticleSink& sink) const override;
};

int FactivaReader::sniff(std::string_view head, std::string_view /*path*/) const {
    std::size_t numbers = 0;
    std::size_t counts = 0;
    std::size_t fields = 0;
    const std::vector<std::string_view> lines = split_lines(head);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        numbers += factiva_number(lines[i]).empty() ? 0 : 1;
        fields += begins_factiva_field(lines[i]) ? 1 : 0;
        const bool dated =
            i + 1 < lines.size() && time::find_written_date(lines[i + 1], {}).has_value();
        counts += is_word_count(lines[i]) && dated ? 1 : 0;
    }
    // The first article may be longer than the head, and its number then behind it.
    constexpr std::size_t enough_fields = 6;
    if (fields >= enough_fields) {
        return numbers > 0 ? 95 : 70;
    }
    return counts > 0 ? (numbers > 0 ? 90 : 50) : 0;
}

void FactivaReader::read(ByteStream& stream,
                         const Locator& origin,
                         const SourceOptions& options,
                         ArticleSink& sink) const {
    const LineRecords records{
        [](std::string_view line) {
            return factiva_number(line).empty() ? LineRole::Inside : LineRole::Ends;
        },
        [&options](std::string_view record) { return parse_factiva_record(record, options.dates); },
        "each article is to end with a line 'Document' and its number"};
    read_line_records(stream, origin, options, records, sink);
}

}  // namespace

const Reader& factiva_reader() {
    static const FactivaReader reader;
    return reader;
}

}  // namespace dateline::source
