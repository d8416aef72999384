// Reading and replacing the file of saved queries.
#include "query/saved_queries.hpp"

#include "common/base/error.hpp"
#include "common/base/file.hpp"
#include "common/base/settings_reader.hpp"
#include "common/base/utf8.hpp"
#include "query/parse/suggest.hpp"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace dateline::query {
namespace {

using Queries = std::map<std::string, std::string, std::less<>>;

constexpr std::uint64_t kMaxFileBytes = 256ULL << 20U;
constexpr const char* kFileName = "queries.conf";
constexpr const char* kNameHint =
    "names are up to 64 letters, digits, '-' and '_', and begin with a letter or digit";

bool is_alphanumeric(char c) noexcept {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

class QueriesFile final : private SettingsReader {
public:
    QueriesFile(std::string_view text, const std::string& name) : SettingsReader(text, name) {
        read_lines();
    }

    Queries queries;

private:
    [[nodiscard]] HeadingForm heading_form(std::string_view /*word*/) const override {
        complain("there are no sections here", "a line is: name = \"query\"");
    }
    void begin_section(const std::string& /*word*/, const std::string& /*argument*/) override {}
    void set(const std::string& key, const std::string& value) override {
        if (!is_saved_name(key)) {
            complain("'" + key + "' is no name for a query", kNameHint);
        }
        if (!queries.emplace(ascii_lower(key), value).second) {
            complain("the name '" + key + "' is given twice", "");
        }
    }
};

/// Keeps others from changing the file as long as it lives.
class ChangeLock {
public:
    explicit ChangeLock(const std::filesystem::path& index) {
        const std::string name = (index / "queries.lock").string();
        descriptor_ = ::open(name.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
        int result = -1;
        do {
            result = descriptor_ < 0 ? -1 : ::flock(descriptor_, LOCK_EX);
        } while (result != 0 && errno == EINTR);
        if (result != 0) {
            const std::string reason = system_error_text(errno);
            ::close(descriptor_);
            throw Error(ErrorCode::Unwritable,
                        "cannot change the saved queries of '" + index.string() + "': " + reason,
                        "saving needs the right to write into the folder of the index");
        }
    }
    ~ChangeLock() { ::close(descriptor_); }
    ChangeLock(const ChangeLock&) = delete;
    ChangeLock& operator=(const ChangeLock&) = delete;

private:
    int descriptor_ = -1;
};

std::string quoted_value(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        out += c == '"' || c == '\\' ? "\\" : "";
        out += c;
    }
    return out + '"';
}

std::string one_line(std::string_view text) {
    std::string line = repair_utf8(text).text;
    std::replace_if(
        line.begin(), line.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
    return line;
}

}  // namespace

bool is_saved_name(std::string_view name) noexcept {
    return !name.empty() && name.size() <= kMaxSavedNameBytes && is_alphanumeric(name.front()) &&
           std::all_of(name.begin(), name.end(), [](char c) {
               return is_alphanumeric(c) || c == '-' || c == '_';
           });
}

SavedQueries::SavedQueries(std::filesystem::path index) : path_(std::move(index) / kFileName) {
    std::error_code ignored;
    if (std::filesystem::exists(path_, ignored)) {
        const std::string text = read_file(path_, kMaxFileBytes);
        queries_ = std::move(QueriesFile(text, path_.string()).queries);
    }
}

std::optional<std::string> SavedQueries::find(std::string_view name) const {
    const auto found = queries_.find(ascii_lower(name));
    return found == queries_.end() ? std::nullopt : std::optional(found->second);
}

bool SavedQueries::save(const std::filesystem::path& index,
                        std::string_view name,
                        std::string_view text) {
    if (!is_saved_name(name)) {
        throw Error(
            ErrorCode::Usage, "'" + std::string(name) + "' is no name for a query", kNameHint);
    }
    const ChangeLock lock(index);
    SavedQueries saved(index);
    const bool is_new = saved.queries_.insert_or_assign(ascii_lower(name), one_line(text)).second;
    if (saved.queries_.size() > kMaxSavedQueries) {
        throw Error(ErrorCode::Usage,
                    "the index keeps " + std::to_string(kMaxSavedQueries) + " queries already",
                    "forget one with --unsave NAME");
    }
    saved.write();
    return !is_new;
}

void SavedQueries::remove(const std::filesystem::path& index, std::string_view name) {
    const ChangeLock lock(index);
    SavedQueries saved(index);
    if (saved.queries_.erase(ascii_lower(name)) == 0) {
        std::vector<std::string_view> names;
        for (const auto& [each, text] : saved.queries_) {
            names.push_back(each);
        }
        const auto near = parse::nearest(name, names);
        throw Error(ErrorCode::Usage,
                    "there is no saved query '" + std::string(name) + "'",
                    near ? "did you mean '" + std::string(*near) + "'?" : "--saved lists them");
    }
    saved.write();
}

void SavedQueries::write() const {
    std::string text = "# Saved queries: dateline-query --save NAME QUERY; used as query:NAME\n";
    for (const auto& [name, query] : queries_) {
        text += name + " = " + quoted_value(query) + '\n';
    }
    write_file_atomically(path_, text);
}

}  // namespace dateline::query
