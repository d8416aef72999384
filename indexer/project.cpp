// Reading project files, and choosing options by path.
#include "indexer/project.hpp"

#include "common/base/error.hpp"
#include "common/base/file.hpp"
#include "common/base/nearest_name.hpp"
#include "common/base/printable.hpp"
#include "common/base/utf8.hpp"
#include "indexer/source_settings.hpp"

#include <algorithm>
#include <variant>

namespace dateline::indexer {
namespace {

constexpr const char* kHeadingHint = "write [path \"legacy/**\"], with the path in quotes";

bool is_blank(char c) noexcept {
    return c == ' ' || c == '\t' || c == '\r';
}

bool begins_comment(std::string_view text) noexcept {
    return text.starts_with('#') || text.starts_with(';');
}

}  // namespace

/// Reads one file line by line.
class Project::Reader {
public:
    Reader(std::string_view text, std::string name) : rest_(text), name_(std::move(name)) {
        sections_.emplace_back();
    }

    std::vector<Section> read() {
        while (!rest_.empty()) {
            const std::size_t end = std::min(rest_.find('\n'), rest_.size());
            line_ = rest_.substr(0, end);
            rest_.remove_prefix(std::min(end + 1, rest_.size()));
            ++number_;
            read_line();
        }
        return std::move(sections_);
    }

private:
    [[noreturn]] void complain(const std::string& message, const std::string& hint) const {
        throw Error(ErrorCode::Usage,
                    printable_line(name_) + ":" + std::to_string(number_) + ": " + message,
                    hint);
    }

    void skip_blanks() {
        while (!line_.empty() && is_blank(line_.front())) {
            line_.remove_prefix(1);
        }
    }

    void read_line() {
        skip_blanks();
        const bool heading = line_.starts_with('[');
        if (heading) {
            read_heading();
            skip_blanks();
        }
        while (!line_.empty() && !begins_comment(line_)) {
            read_setting(heading);
            skip_blanks();
        }
    }

    void read_heading() {
        line_.remove_prefix(1);
        const std::size_t end = line_.find_first_of(" \t]\"");
        const std::string_view word = line_.substr(0, end);
        if (word != "path") {
            const std::string_view names[] = {"path"};
            complain(
                "there are no sections '[" + printable_line(word) + "]'",
                nearest_name(word, names).empty() ? kHeadingHint : "did you mean '[path ...]'?");
        }
        line_.remove_prefix(word.size());
        skip_blanks();
        if (!line_.starts_with('"')) {
            complain("the path of a section is missing", kHeadingHint);
        }
        const std::string text = quoted();
        skip_blanks();
        if (!line_.starts_with(']')) {
            complain("']' is missing", kHeadingHint);
        }
        line_.remove_prefix(1);
        sections_.emplace_back();
        sections_.back().pattern = pattern(text);
    }

    [[nodiscard]] source::PathPattern pattern(const std::string& text) const {
        auto parsed = source::PathPattern::parse(text);
        if (const auto* problem = std::get_if<source::PatternProblem>(&parsed)) {
            complain("at byte " + std::to_string(problem->offset_bytes) + " of \"" +
                         printable_line(text) + "\": " + problem->message,
                     problem->hint);
        }
        if (std::get<source::PathPattern>(parsed).has_placeholders()) {
            complain("the path of a section has no placeholders",
                     "use path-pattern = ... in the section to read values from paths");
        }
        return std::get<source::PathPattern>(std::move(parsed));
    }

    /// Takes a value between quotes from the front of the line.
    std::string quoted() {
        std::string value;
        for (std::size_t i = 1; i < line_.size(); ++i) {
            if (line_[i] == '"') {
                line_.remove_prefix(i + 1);
                return value;
            }
            const bool escape = line_[i] == '\\' && i + 1 < line_.size() &&
                                (line_[i + 1] == '"' || line_[i + 1] == '\\');
            i += escape ? 1 : 0;
            value += line_[i];
        }
        complain("a '\"' is not closed", "close it on the same line");
    }

    /// Takes an unquoted value: to the next blank if `one_word`, else to a comment or the end.
    std::string unquoted(bool one_word) {
        std::size_t end = 0;
        while (end < line_.size() &&
               !(is_blank(line_[end]) && (one_word || begins_comment(line_.substr(end + 1))))) {
            ++end;
        }
        std::string value(trim(line_.substr(0, end)));
        line_.remove_prefix(end);
        return value;
    }

    void read_setting(bool behind_heading) {
        const std::size_t end = std::min(line_.find_first_of(" \t\r=#;\""), line_.size());
        const std::string key(line_.substr(0, end));
        line_.remove_prefix(end);
        skip_blanks();
        if (key.empty() || !line_.starts_with('=')) {
            complain("'" + printable_line(key.empty() ? line_ : std::string_view(key)) +
                         "' is not of the form key = value",
                     "a value with blanks behind a heading stands in quotes");
        }
        line_.remove_prefix(1);
        skip_blanks();
        const bool in_quotes = line_.starts_with('"');
        const std::string value = in_quotes ? quoted() : unquoted(behind_heading);
        skip_blanks();
        if (in_quotes && !behind_heading && !line_.empty() && !begins_comment(line_)) {
            complain("'" + printable_line(line_) + "' stands behind the value",
                     "put one setting on a line");
        }
        set(key, value);
    }

    void set(const std::string& key, const std::string& value) {
        Section& section = sections_.back();
        const bool twice = (key == "skip" && section.skip) ||
                           std::any_of(section.settings.begin(),
                                       section.settings.end(),
                                       [&](const auto& setting) { return setting.first == key; });
        if (twice) {
            complain("'" + key + "' is set twice in one section", "set it once");
        }
        if (key == "skip") {
            if (value != "true" && value != "false") {
                complain("skip: '" + printable_line(value) + "' is neither true nor false",
                         "write skip = true to leave the files out");
            }
            section.skip = value == "true";
            return;
        }
        check(key, value);
        section.settings.emplace_back(key, value);
    }

    void check(const std::string& key, const std::string& value) const {
        std::vector<std::string_view> names(source_setting_names().begin(),
                                            source_setting_names().end());
        names.push_back("skip");
        if (std::find(names.begin(), names.end(), key) == names.end()) {
            std::string list;
            for (const std::string_view name : names) {
                list += (list.empty() ? "" : ", ") + std::string(name);
            }
            const std::string_view near = nearest_name(key, names);
            complain("there is no setting '" + printable_line(key) + "'",
                     near.empty() ? "the settings are " + list
                                  : "did you mean '" + std::string(near) + "'?");
        }
        if (value.empty()) {
            complain(key + " needs a value", "leave the line out to keep the default");
        }
        try {
            source::SourceOptions ignored;
            set_source_setting(ignored, key, value);
        } catch (const Error& error) {
            // The options of the command line have dashes.
            complain(std::string(error.what()).substr(2), error.hint());
        }
    }

    std::string_view rest_;
    std::string_view line_;
    std::string name_;
    std::size_t number_ = 0;
    std::vector<Section> sections_;
};

/// Answers SourceOptions::by_path. Options are made once for each set of sections that match
/// together.
class Project::Chooser {
public:
    Chooser(std::vector<Section> sections,
            source::SourceOptions base,
            const std::set<std::string>& given)
        : sections_(std::move(sections)), base_(std::move(base)) {
        for (Section& section : sections_) {
            std::erase_if(section.settings,
                          [&](const auto& setting) { return given.contains(setting.first); });
        }
    }

    const source::SourceOptions* choose(const Locator& where) {
        const std::string path = source::path_for_patterns(where.file, where.member);
        std::vector<bool> matching(sections_.size());
        bool skip = false;
        for (std::size_t i = 0; i < sections_.size(); ++i) {
            const Section& section = sections_[i];
            matching[i] = !section.pattern || section.pattern->covers(path);
            skip = matching[i] ? section.skip.value_or(skip) : skip;
        }
        return skip ? nullptr : &options_of(matching);
    }

private:
    const source::SourceOptions& options_of(const std::vector<bool>& matching) {
        const auto [entry, added] = made_.try_emplace(matching);
        if (added) {
            source::SourceOptions options = base_;
            for (std::size_t i = 0; i < sections_.size(); ++i) {
                for (const auto& [key, value] : sections_[i].settings) {
                    if (matching[i]) {
                        set_source_setting(options, key, value);
                    }
                }
            }
            entry->second = std::make_unique<source::SourceOptions>(std::move(options));
        }
        return *entry->second;
    }

    std::vector<Section> sections_;
    source::SourceOptions base_;
    std::map<std::vector<bool>, std::unique_ptr<source::SourceOptions>> made_;
};

Project Project::parse(std::string_view text, const std::string& name) {
    if (!is_valid_utf8(text)) {
        throw Error(ErrorCode::Usage,
                    "'" + printable_line(name) + "' is not valid UTF-8",
                    "save the project file as UTF-8");
    }
    Project project;
    project.text_ = text;
    if (text.starts_with("\xEF\xBB\xBF")) {
        text.remove_prefix(3);
    }
    project.sections_ = Reader(text, name).read();
    return project;
}

Project Project::read(const std::filesystem::path& path) {
    return parse(read_file(path, kMaxProjectBytes), path.string());
}

bool Project::is_empty() const noexcept {
    return std::all_of(sections_.begin(), sections_.end(), [](const Section& section) {
        return section.settings.empty() && !section.skip;
    });
}

source::SourceOptions Project::apply(const source::SourceOptions& base,
                                     const std::set<std::string>& given) const {
    source::SourceOptions options = base;
    // Shared by the copies of the options, which all choose alike.
    const auto chooser = std::make_shared<Chooser>(sections_, base, given);
    options.by_path = [chooser](const Locator& where) { return chooser->choose(where); };
    return options;
}

std::filesystem::path project_file_of(const std::filesystem::path& index) {
    return index / source::kProjectFileName;
}

std::optional<Project> find_project(const std::string& given, const std::filesystem::path& index) {
    if (!given.empty()) {
        return Project::read(given);
    }
    std::error_code ignored;
    if (!index.empty() && std::filesystem::exists(project_file_of(index), ignored)) {
        return Project::read(project_file_of(index));
    }
    return std::nullopt;
}

void keep_project(const Project& project, const std::filesystem::path& index) {
    const std::filesystem::path path = project_file_of(index);
    std::error_code error;
    if (!project.is_empty()) {
        write_file_atomically(path, project.text());
    } else if (std::filesystem::remove(path, error)) {
        sync_to_disk(index);
    }
    if (error) {
        throw Error(ErrorCode::Unwritable,
                    "cannot remove '" + path.string() + "': " + error.message(),
                    "check your permissions");
    }
}

}  // namespace dateline::indexer
