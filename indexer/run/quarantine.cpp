// Writing and reading lists of rejects.
#include "indexer/run/quarantine.hpp"

#include "common/base/error.hpp"
#include "common/base/file.hpp"
#include "common/base/utf8.hpp"
#include "common/base/varint.hpp"
#include "indexer/document/identity.hpp"

#include <cerrno>
#include <fcntl.h>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string_view>
#include <sys/stat.h>
#include <unistd.h>

namespace dateline::run {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kRejectSchema = "dateline.reject/1";

[[noreturn]] void unwritable(const std::filesystem::path& path) {
    throw Error(ErrorCode::Unwritable,
                "cannot write '" + path.string() + "': " + system_error_text(errno),
                "check free disk space and permissions");
}

Hash128 fingerprint(std::string_view file,
                    std::string_view member,
                    std::uint64_t record,
                    std::string_view code) {
    std::string bytes;
    for (const std::string_view part : {file, member, code}) {
        // As JSON keeps it: a name that is not UTF-8 must be known again when it is read back.
        const std::string text = repair_utf8(part).text;
        append_varint(bytes, text.size());
        bytes += text;
    }
    append_varint(bytes, record);
    return hash128(bytes);
}

Hash128 fingerprint(const source::Rejected& rejected) {
    return fingerprint(
        rejected.locator.file, rejected.locator.member, rejected.locator.record, rejected.code);
}

std::string string_at(const Json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

}  // namespace

std::string reject_json(const source::Rejected& rejected) {
    const Json json = {{"schema", kRejectSchema},
                       {"locator",
                        {{"file", repair_utf8(rejected.locator.file).text},
                         {"member", repair_utf8(rejected.locator.member).text},
                         {"offset", rejected.locator.offset_bytes},
                         {"record", rejected.locator.record}}},
                       {"code", repair_utf8(rejected.code).text},
                       {"reason", repair_utf8(rejected.reason).text}};
    return json.dump();
}

LineFile::LineFile(const std::filesystem::path& path, Start start) : path_(path) {
    const int flags =
        O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | (start == Start::Empty ? O_TRUNC : 0);
    descriptor_ =
        ::open(path.c_str(), flags, S_IRUSR | S_IWUSR | S_IRGRP | S_IWGRP | S_IROTH | S_IWOTH);
    if (descriptor_ < 0) {
        unwritable(path);
    }
    if (start == Start::Keep) {
        cut_torn_line();
    }
}

LineFile::~LineFile() {
    ::close(descriptor_);
}

void LineFile::cut_torn_line() {
    const off_t size = ::lseek(descriptor_, 0, SEEK_END);
    off_t end = size;
    char last = '\n';
    while (end > 0 && ::pread(descriptor_, &last, 1, end - 1) == 1 && last != '\n') {
        --end;
    }
    if (size < 0 || (end < size && ::ftruncate(descriptor_, end) != 0)) {
        unwritable(path_);
    }
}

void LineFile::append(std::string line) {
    line += '\n';
    std::string_view rest = line;
    while (!rest.empty()) {
        const ssize_t written = ::write(descriptor_, rest.data(), rest.size());
        if (written < 0) {
            if (errno == EINTR) {
                continue;
            }
            unwritable(path_);
        }
        rest.remove_prefix(static_cast<std::size_t>(written));
    }
}

KnownRejects::KnownRejects(const std::filesystem::path& index) : index_(index) {
    std::ifstream list(file(index), std::ios::binary);
    for (std::string line; std::getline(list, line);) {
        const Json json = Json::parse(line, nullptr, false);
        if (!json.is_object() || string_at(json, "schema") != kRejectSchema ||
            !json.contains("locator")) {
            continue;
        }
        const Json& locator = json["locator"];
        if (locator.is_object() && locator.contains("record") &&
            locator["record"].is_number_unsigned()) {
            known_.insert(fingerprint(string_at(locator, "file"),
                                      string_at(locator, "member"),
                                      locator["record"].get<std::uint64_t>(),
                                      string_at(json, "code")));
        }
    }
}

bool KnownRejects::insert(const source::Rejected& rejected) {
    return known_.insert(fingerprint(with_identity(rejected))).second;
}

source::Rejected KnownRejects::with_identity(const source::Rejected& rejected) const {
    source::Rejected named = rejected;
    named.locator.file = document::file_identity(rejected.locator.file, index_);
    return named;
}

std::filesystem::path KnownRejects::file(const std::filesystem::path& index) {
    return index / "quarantine.jsonl";
}

}  // namespace dateline::run
