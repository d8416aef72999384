// Rows of the option table.
#include "indexer/option_table.hpp"

#include "common/base/constant_text.hpp"
#include "common/storage/manifest.hpp"
#include "indexer/options.hpp"
#include "indexer/run/index_run.hpp"

#include <algorithm>
#include <array>

namespace dateline::indexer {
namespace {

constexpr unsigned kIndex = mode_bit(Mode::Index);
constexpr unsigned kDryRun = mode_bit(Mode::DryRun);
constexpr unsigned kReading = kIndex | kDryRun;
constexpr unsigned kLooking = kReading | mode_bit(Mode::Sniff);
constexpr unsigned kEditing = mode_bit(Mode::Remove) | mode_bit(Mode::Restore);
constexpr unsigned kWriting = kIndex | kEditing | mode_bit(Mode::Compact);
constexpr unsigned kAll = ~0U;

constexpr std::string_view kIndexGroup = "The index";
constexpr std::string_view kReadingGroup = "How inputs are read";
constexpr std::string_view kOpenGroup = "What inputs leave open";
constexpr std::string_view kNamesGroup = "Who, where, when";
constexpr std::string_view kRunGroup = "The run, and its reports";
constexpr std::string_view kLimitGroup = "Limits";
constexpr std::string_view kModeGroup = "Instead of indexing";
constexpr std::string_view kOtherGroup = "Other";

constexpr auto kRows = std::to_array<OptionRow>({
    {"index", 'i', "DIR", kAll, kIndexGroup, "folder of the index [$DATELINE_INDEX]"},
    {"no-create", '\0', "", kIndex, kIndexGroup, "refuse if there is no index yet"},
    {"shards",
     '\0',
     "N",
     kIndex,
     kIndexGroup,
     kText<"parts of a new index, 1 to ",
           storage::kMaxShards,
           "; those of an index never change [as many as threads, at most ",
           kMostDefaultShards,
           "]">},
    {"no-compact",
     '\0',
     "",
     kIndex,
     kIndexGroup,
     "leave a new index as it was written: quicker, but larger"},
    {"wait",
     '\0',
     "SECONDS",
     kWriting,
     kIndexGroup,
     kText<"how long to wait for another writer, 0 to ", kMostWaitSeconds, " [0]">},
    {"input-format",
     '\0',
     "NAME",
     kLooking,
     kReadingGroup,
     "format of all inputs, see below [found by looking at the content]"},
    {"map",
     '\0',
     "FIELD=KEY,...",
     kLooking,
     kReadingGroup,
     "keys of flat records, as in title=headline,body=text,published=day"},
    {"split-on",
     '\0',
     "REGEX",
     kLooking,
     kReadingGroup,
     "lines of a text file that match begin another article"},
    {"project",
     '\0',
     "FILE",
     kLooking,
     kReadingGroup,
     "settings such as these for each path; kept with the index [the one kept there]"},
    {"collection", '\0', "NAME", kLooking, kOpenGroup, "collection of articles that state none"},
    {"source", '\0', "NAME", kLooking, kOpenGroup, "source of articles that state none"},
    {"lang",
     '\0',
     "CODE",
     kLooking,
     kOpenGroup,
     "language of articles that state none: a code or an English name [detected]"},
    {"zone", '\0', "+HH:MM", kLooking, kOpenGroup, "zone of times that state none [UTC]"},
    {"charset",
     '\0',
     "NAME",
     kLooking,
     kOpenGroup,
     "character set of inputs that do not mark theirs, such as cp850 or MacRoman [detected]"},
    {"date-order",
     '\0',
     "ORDER",
     kLooking,
     kOpenGroup,
     "order of dates such as 03/04/87: dmy, mdy or ymd [read only where it is clear]"},
    {"date-source",
     '\0',
     "PLACE,...",
     kLooking,
     kOpenGroup,
     "places of the date, the most trusted first: meta (what is stated), url, path (names of files "
     "and folders), mtime (of the file) [meta,url]"},
    {"path-pattern",
     '\0',
     "PATTERN",
     kLooking,
     kOpenGroup,
     "what the end of a path states, as in '{source}/{date:%Y/%m/%d}/*'; also {section}, "
     "{collection}, {lang}, {author} and {id}"},
    {"id-prefix",
     '\0',
     "TEXT",
     kLooking,
     kOpenGroup,
     "put in front of every id that an input gives"},
    {"entities",
     '\0',
     "on|off",
     kReading,
     kNamesGroup,
     "find people, places, organisations and dates in the text: on or off [on]"},
    {"entities-file",
     '\0',
     "FILE",
     kReading,
     kNamesGroup,
     "names, aliases, merges and blocked names of the user's; kept with the index, and applied to "
     "what is there if no input is named [the one kept there]"},
    {"sync", '\0', "", kReading, kRunGroup, "remove articles that are no longer in the inputs"},
    {"sync-max",
     '\0',
     "N%",
     kReading,
     kRunGroup,
     kText<"refuse a --sync that would remove more than this share of the articles [",
           kDefaultSyncMaxPercent,
           "%]">},
    {"threads",
     '\0',
     "N",
     kIndex,
     kRunGroup,
     kText<"analysing threads, 1 to ", kMostThreads, " [number of cores]">},
    {"memory",
     '\0',
     "SIZE",
     kWriting,
     kRunGroup,
     kText<"bound of the memory, at least ",
           (run::kMinMemoryBytes >> 20U),
           "M; one article of megabytes may need more [",
           (kDefaultMemoryBytes >> 20U),
           "M]">},
    {"fail-fast", '\0', "", kReading, kRunGroup, "stop at the first reject"},
    {"max-rejects",
     '\0',
     "N|N%",
     kReading,
     kRunGroup,
     "status 6 if more records than this are newly rejected [any number is fine]"},
    {"quarantine", '\0', "FILE", kReading, kRunGroup, "list the rejects of this run as JSON lines"},
    {"summary", '\0', "FILE|-", kReading, kRunGroup, "write the numbers of the run as JSON"},
    {"quiet", 'q', "", kReading | kWriting, kRunGroup, "print warnings and errors only"},
    {"max-article",
     '\0',
     "SIZE",
     kLooking,
     kLimitGroup,
     kText<"longer records are rejected [", (source::Limits{}.article_bytes >> 20U), "M]">},
    {"max-bytes",
     '\0',
     "SIZE",
     kLooking,
     kLimitGroup,
     kText<"files and members of archives that unpack to more are rejected [",
           (source::Limits{}.member_bytes >> 30U),
           "G]">},
    {"max-ratio",
     '\0',
     "N",
     kLooking,
     kLimitGroup,
     kText<"files that unpack to more than N times their size are rejected [",
           source::Limits{}.ratio,
           "]">},
    {"max-members",
     '\0',
     "N",
     kLooking,
     kLimitGroup,
     kText<"most members of an archive [", source::Limits{}.members, "]">},
    {"max-depth",
     '\0',
     "N",
     kLooking,
     kLimitGroup,
     kText<"most archives inside each other, 0 to ",
           kMostArchiveDepth,
           " [",
           source::Limits{}.archive_depth,
           "]">},
    {"dry-run", '\0', "", kDryRun, kModeGroup, "read everything and write nothing"},
    {"jsonl",
     '\0',
     "",
     kDryRun,
     kModeGroup,
     "with --dry-run: print the articles and rejects as JSON lines"},
    {"sniff",
     '\0',
     "",
     mode_bit(Mode::Sniff),
     kModeGroup,
     "print what each file is taken for, and why"},
    {"remove",
     '\0',
     "",
     mode_bit(Mode::Remove),
     kModeGroup,
     "remove the articles @ID..., or those listed on standard input (-), and keep them out"},
    {"restore", '\0', "", mode_bit(Mode::Restore), kModeGroup, "bring removed articles back"},
    {"null",
     '0',
     "",
     kEditing,
     kModeGroup,
     "ids on standard input end with NUL instead of a line end"},
    {"verify",
     '\0',
     "",
     mode_bit(Mode::Verify),
     kModeGroup,
     "check everything and print a digest of the content"},
    {"stats", '\0', "", mode_bit(Mode::Stats), kModeGroup, "print what the index holds"},
    {"entities-report",
     '\0',
     "",
     mode_bit(Mode::EntitiesReport),
     kModeGroup,
     "list people, places and organisations with spellings, joined ids and doubtful joins, as a "
     "table"},
    {"limit",
     '\0',
     "N",
     mode_bit(Mode::EntitiesReport),
     kModeGroup,
     "with --entities-report: the N in the most articles [all]"},
    {"json",
     '\0',
     "",
     mode_bit(Mode::Stats) | mode_bit(Mode::Verify) | mode_bit(Mode::Sniff) |
         mode_bit(Mode::EntitiesReport),
     kModeGroup,
     "with --stats, --verify, --sniff or --entities-report: as JSON"},
    {"compact",
     '\0',
     "",
     mode_bit(Mode::Compact),
     kModeGroup,
     "write the index anew as small as it gets"},
    {"export", '\0', "", mode_bit(Mode::Export), kModeGroup, "print all articles as JSON lines"},
    {"help", 'h', "", mode_bit(Mode::Help), kOtherGroup, "print this text"},
    {"man", '\0', "", mode_bit(Mode::Manual), kOtherGroup, "print the manual page, for 'man -l -'"},
    {"completion",
     '\0',
     "SHELL",
     mode_bit(Mode::Completion),
     kOtherGroup,
     "print completions of this program for a shell: bash, zsh or fish"},
    {"version", '\0', "", mode_bit(Mode::Version), kOtherGroup, "print the version"},
});

}  // namespace

std::span<const OptionRow> option_table() noexcept {
    return kRows;
}

const OptionRow& option_row(std::string_view name) noexcept {
    return *std::find_if(
        kRows.begin(), kRows.end(), [&](const OptionRow& row) { return row.name == name; });
}

std::string_view mode_option(Mode mode) noexcept {
    switch (mode) {
        case Mode::Index:
            return "";
        case Mode::DryRun:
            return "dry-run";
        case Mode::Sniff:
            return "sniff";
        case Mode::Remove:
            return "remove";
        case Mode::Restore:
            return "restore";
        case Mode::Verify:
            return "verify";
        case Mode::Stats:
            return "stats";
        case Mode::EntitiesReport:
            return "entities-report";
        case Mode::Compact:
            return "compact";
        case Mode::Export:
            return "export";
        case Mode::Help:
            return "help";
        case Mode::Manual:
            return "man";
        case Mode::Completion:
            return "completion";
        case Mode::Version:
            return "version";
    }
    return "";
}

}  // namespace dateline::indexer
