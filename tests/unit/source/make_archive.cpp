// Written with libarchive, so that what is read was written by the common tools' library.
#include "tests/unit/source/make_archive.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <fstream>
#include <iterator>
#include <memory>
#include <stdexcept>

namespace dateline::testing {
namespace {

void check(archive* handle, la_ssize_t result) {
    if (result < ARCHIVE_WARN) {
        throw std::runtime_error(archive_error_string(handle));
    }
}

}  // namespace

std::string make_archive(const std::filesystem::path& path,
                         const std::string& format,
                         const std::string& filter,
                         const Members& members) {
    {
        const std::unique_ptr<archive, int (*)(archive*)> handle(archive_write_new(),
                                                                 archive_write_free);
        check(handle.get(), archive_write_set_format_by_name(handle.get(), format.c_str()));
        if (filter != "none") {
            check(handle.get(), archive_write_add_filter_by_name(handle.get(), filter.c_str()));
        }
        check(handle.get(), archive_write_set_bytes_in_last_block(handle.get(), 1));
        check(handle.get(), archive_write_open_filename(handle.get(), path.c_str()));
        for (const auto& [name, bytes] : members) {
            const std::unique_ptr<archive_entry, void (*)(archive_entry*)> entry(
                archive_entry_new(), archive_entry_free);
            const bool folder = name.ends_with('/');
            archive_entry_set_pathname(entry.get(), name.c_str());
            archive_entry_set_filetype(entry.get(), folder ? AE_IFDIR : AE_IFREG);
            archive_entry_set_perm(entry.get(), folder ? 0755 : 0644);
            archive_entry_set_size(entry.get(), static_cast<la_int64_t>(bytes.size()));
            check(handle.get(), archive_write_header(handle.get(), entry.get()));
            if (!bytes.empty()) {
                check(handle.get(), archive_write_data(handle.get(), bytes.data(), bytes.size()));
            }
        }
        check(handle.get(), archive_write_close(handle.get()));
    }
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace dateline::testing
