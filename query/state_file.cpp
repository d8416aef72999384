// Reading and replacing state files.
#include "query/state_file.hpp"

#include "common/base/error.hpp"
#include "common/base/file.hpp"
#include "common/base/utf8.hpp"

#include <cerrno>
#include <fcntl.h>
#include <nlohmann/json.hpp>
#include <sys/file.h>
#include <unistd.h>
#include <utility>

namespace dateline::query {
namespace {

using Json = nlohmann::json;

constexpr std::uint64_t kMaxStateBytes = 1ULL << 30U;
constexpr const char* kStateSchema = "dateline.state/1";

[[noreturn]] void damaged(const std::filesystem::path& path) {
    throw Error(ErrorCode::InputUnreadable,
                "'" + path.string() + "' is not a state of dateline-query",
                "name another file, or remove it to start anew");
}

}  // namespace

StateFile::StateFile(std::filesystem::path path, std::string index_uuid)
    : path_(std::move(path)), index_uuid_(std::move(index_uuid)) {
    lock();
    try {
        load();
    } catch (...) {
        ::close(lock_descriptor_);
        throw;
    }
}

StateFile::~StateFile() {
    ::close(lock_descriptor_);
}

void StateFile::lock() {
    const std::string name = path_.string() + ".lock";
    lock_descriptor_ = ::open(name.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (lock_descriptor_ < 0) {
        throw Error(ErrorCode::Unwritable,
                    "cannot make the lock '" + name + "': " + system_error_text(errno),
                    "the folder of a state must be writable");
    }
    if (::flock(lock_descriptor_, LOCK_EX | LOCK_NB) != 0) {
        ::close(lock_descriptor_);
        throw Error(ErrorCode::IndexLocked,
                    "another run is using the state '" + path_.string() + "'",
                    "wait until it has ended, or use a state of its own for each job");
    }
}

void StateFile::load() {
    std::error_code ignored;
    if (!std::filesystem::exists(path_, ignored)) {
        return;
    }
    const Json json = Json::parse(read_file(path_, kMaxStateBytes), nullptr, false);
    try {
        if (json.at("schema").get<std::string>() != kStateSchema) {
            damaged(path_);
        }
        if (json.at("index").get<std::string>() != index_uuid_) {
            throw Error(ErrorCode::Usage,
                        "the state '" + path_.string() + "' belongs to another index",
                        "use a state of its own for each index, or remove it to start anew");
        }
        for (const auto& [id, entry] : json.at("queries").items()) {
            before_[id] = {entry.at("text").get<std::string>(),
                           entry.value("reading", std::string()),
                           entry.value("saved", SavedTexts()),
                           {entry.at("revision").get<std::uint64_t>(),
                            entry.at("docids").get<std::vector<std::uint32_t>>()}};
        }
    } catch (const Json::exception&) {
        damaged(path_);
    }
}

bool StateFile::claim(const std::string& id) {
    const std::lock_guard lock(mutex_);
    return claimed_.insert(id).second;
}

std::optional<StateFile::Known> StateFile::find(const std::string& id) {
    const std::lock_guard lock(mutex_);
    const auto found = before_.find(id);
    return found == before_.end() ? std::nullopt : std::optional(found->second);
}

void StateFile::note(const std::string& id,
                     const std::string& text,
                     const std::string& reading,
                     const SavedTexts& saved,
                     const search::PastState& state) {
    const std::lock_guard lock(mutex_);
    noted_[id] = {repair_utf8(text).text, reading, saved, state};
}

void StateFile::save() {
    const std::lock_guard lock(mutex_);
    std::map<std::string, Known> all = noted_;
    all.insert(before_.begin(), before_.end());
    Json queries = Json::object();
    for (const auto& [id, known] : all) {
        queries[id] = {{"text", known.text},
                       {"revision", known.state.revision},
                       {"docids", known.state.last_docids}};
        if (!known.reading.empty()) {
            queries[id]["reading"] = known.reading;
        }
        if (!known.saved.empty()) {
            queries[id]["saved"] = known.saved;
        }
    }
    // nlohmann::json sorts keys, and the schema stands first in all JSON of ours; its ordered
    // sibling looks through all keys for each that is added.
    write_file_atomically(path_,
                          R"({"schema":)" + Json(kStateSchema).dump() + R"(,"index":)" +
                              Json(index_uuid_).dump() + R"(,"queries":)" + queries.dump() + "}\n");
}

search::Since since_last_run(StateFile& state,
                             const Question& question,
                             const SavedTexts& saved,
                             std::vector<parse::Problem>& warnings) {
    std::optional<StateFile::Known> known = state.find(state_id(question));
    if (!known) {
        return std::uint64_t{0};
    }
    if (known->text != repair_utf8(question.text).text) {
        warnings.push_back({"changed_query",
                            {},
                            "the query is not the one of the last run: all its articles are new",
                            "it was: " + known->text});
        return std::uint64_t{0};
    }
    if (known->reading != reading_of(question)) {
        warnings.push_back(
            {"changed_query",
             {},
             "the query is not read as at the last run: all its articles are new",
             known->reading.empty() ? "it had no options then" : "it was with " + known->reading});
        return std::uint64_t{0};
    }
    for (const auto& [name, text] : known->saved) {
        if (const auto now = saved.find(name); now != saved.end() && now->second != text) {
            warnings.push_back(
                {"changed_query",
                 {},
                 "query:" + name + " is not what it was at the last run: all its articles are new",
                 "it was: " + text});
            return std::uint64_t{0};
        }
    }
    return std::move(known->state);
}

std::string reading_of(const Question& question) {
    std::string reading;
    const auto add = [&reading](std::string_view option) {
        reading += (reading.empty() ? "" : " ") + std::string(option);
    };
    if (question.match_any) {
        add("--match any");
    }
    if (question.lenient) {
        add("--lenient");
    }
    if (!question.zone.is_utc()) {
        add("--tz " + question.zone.name());
    }
    return reading;
}

std::string state_id(const Question& question) {
    return question.id.empty() ? "1" : question.id;
}

}  // namespace dateline::query
