// Counting by terms.
#include "common/storage/statistics.hpp"

#include "common/schema/fields.hpp"
#include "common/storage/index_reader.hpp"
#include "common/storage/xapian_errors.hpp"

#include <string_view>
#include <system_error>

namespace dateline::storage {
namespace {

/// Articles by what stands behind `prefix`. Values are case-folded: a capital letter belongs to a
/// longer prefix, that of another field.
std::map<std::string, std::uint64_t> count_by(const IndexReader& reader, std::string_view prefix) {
    std::map<std::string, std::uint64_t> counts;
    for (const ReadShard& shard : reader.shards()) {
        const std::string start(prefix);
        for (auto term = shard.database.allterms_begin(start);
             term != shard.database.allterms_end(start);
             ++term) {
            const std::string value = (*term).substr(start.size());
            const bool longer_prefix =
                !value.empty() && value.front() >= 'A' && value.front() <= 'Z';
            if (!longer_prefix) {
                counts[value] += term.get_termfreq();
            }
        }
    }
    return counts;
}

}  // namespace

std::uint64_t folder_size_bytes(const std::filesystem::path& folder) {
    namespace fs = std::filesystem;
    std::uint64_t size_bytes = 0;
    std::error_code error;
    for (fs::recursive_directory_iterator
             entry(folder, fs::directory_options::skip_permission_denied, error),
         end;
         !error && entry != end;
         entry.increment(error)) {
        std::error_code gone;
        const bool regular = entry->is_regular_file(gone);
        const std::uintmax_t file_bytes = regular && !gone ? entry->file_size(gone) : 0;
        if (!gone) {
            size_bytes += file_bytes;
        }
    }
    return size_bytes;
}

Statistics index_statistics(const std::filesystem::path& folder) {
    return retry_when_modified(folder.string(), [&](int) {
        const IndexReader reader(folder);
        Statistics statistics;
        statistics.manifest = reader.manifest();
        statistics.articles = reader.article_count();
        statistics.languages = count_by(reader, schema::field(schema::FieldId::Lang).id_prefix);
        statistics.sources = count_by(reader, schema::field(schema::FieldId::Source).id_prefix);
        statistics.collections =
            count_by(reader, schema::field(schema::FieldId::Collection).id_prefix);
        statistics.years = count_by(reader, schema::kYearPrefix);
        statistics.undated = statistics.articles;
        for (const auto& [year, count] : statistics.years) {
            statistics.undated -= count;
        }
        statistics.size_bytes = folder_size_bytes(folder);
        return statistics;
    });
}

}  // namespace dateline::storage
