// Reading project files, and choosing options by path.
#include "indexer/project.hpp"

#include "common/base/error.hpp"
#include "common/base/file.hpp"
#include "common/base/nearest_name.hpp"
#include "common/base/printable.hpp"
#include "common/base/settings_reader.hpp"
#include "indexer/source_settings.hpp"

#include <algorithm>
#include <variant>

namespace dateline::indexer {
namespace {

constexpr const char* kHeadingHint = "write [path \"legacy/**\"], with the path in quotes";

}  // namespace

/// Says what the parts of a project file mean.
class Project::Reader final : public SettingsReader {
public:
    Reader(std::string_view text, std::string name) : SettingsReader(text, std::move(name)) {
        sections_.emplace_back();
    }

    std::vector<Section> read() {
        read_lines();
        return std::move(sections_);
    }

private:
    [[nodiscard]] HeadingForm heading_form(std::string_view word) const override {
        if (word != "path") {
            const std::string_view names[] = {"path"};
            complain(
                "there are no sections '[" + printable_line(word) + "]'",
                nearest_name(word, names).empty() ? kHeadingHint : "did you mean '[path ...]'?");
        }
        return {"path", kHeadingHint};
    }

    void begin_section(const std::string& /*word*/, const std::string& argument) override {
        sections_.emplace_back();
        sections_.back().pattern = pattern(argument);
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

    void set(const std::string& key, const std::string& value) override {
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
    Project project;
    project.text_ = text;
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
