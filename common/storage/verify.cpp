// Xapian's check and our own, over all shards.
#include "common/storage/verify.hpp"

#include "common/article/article_json.hpp"
#include "common/base/error.hpp"
#include "common/base/printable.hpp"
#include "common/base/varint.hpp"
#include "common/schema/fields.hpp"
#include "common/schema/token_ranges.hpp"
#include "common/storage/index_reader.hpp"
#include "common/storage/xapian_errors.hpp"
#include "common/text/token_stream.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <sstream>
#include <system_error>
#include <unistd.h>

namespace dateline::storage {
namespace {

class Verifier {
public:
    void check_shard(const IndexReader& reader, std::uint32_t number) {
        const ReadShard& shard = reader.shards()[number];
        const std::uint64_t problems_before = report_.problem_count;
        try {
            translating_errors(shard.name, [&] { check_tables(shard); });
            const OrdinalTable& ordinals = reader.ordinals(number);
            translating_errors(shard.name, [&] { check_articles(shard, ordinals); });
        } catch (const Error& error) {
            add_problem(error.what());
        }
        if (report_.problem_count > problems_before && was_written(shard)) {
            throw Xapian::DatabaseModifiedError("the shard was written while it was checked");
        }
    }

    void add_problem(const std::string& problem) {
        ++report_.problem_count;
        if (report_.problems.size() < kMaxProblems) {
            report_.problems.push_back(printable_line(problem));
        }
    }

    [[nodiscard]] VerifyReport& report() noexcept { return report_; }

private:
    /// Whether another revision of `shard` was committed since it was opened: its writer may use
    /// the blocks that were read here again.
    static bool was_written(const ReadShard& shard) {
        try {
            return translating_errors(shard.name, [&] {
                return Xapian::Database(shard.name).get_revision() != shard.database.get_revision();
            });
        } catch (const Error&) {
            return false;  // what is wrong with it is known already
        }
    }

    void check_tables(const ReadShard& shard) {
        // Xapian opens what it checks for writing, and makes tables of revision 0 anew: those of
        // a writer that has not committed yet would be emptied below it.
        if (shard.database.get_revision() == 0) {
            return;
        }
        const std::string& name = shard.name;
        std::error_code error;  // a folder that cannot be listed is Xapian's to complain about
        for (const std::filesystem::directory_entry& entry :
             std::filesystem::directory_iterator(name, error)) {
            if (::access(entry.path().c_str(), W_OK) != 0) {
                report_.notes.push_back("Xapian's check of '" + name +
                                        "' was left out: it needs the permission to write there");
                return;
            }
        }
        std::ostringstream details;
        const std::size_t errors = Xapian::Database::check(name, 0, &details);
        if (errors > 0) {
            add_problem("'" + name + "': Xapian's check reports " + std::to_string(errors) +
                        " errors: " + details.str());
        }
    }

    void check_articles(const ReadShard& shard, const OrdinalTable& ordinals) {
        const Xapian::Database& database = shard.database;
        std::uint64_t articles = 0;
        for (auto posting = database.postlist_begin(""); posting != database.postlist_end("");
             ++posting) {
            ++articles;
            const std::optional<std::string> problem =
                article_problem(database.get_document(*posting), ordinals);
            if (problem) {
                add_problem("article " + std::to_string(*posting) + " of '" + shard.name +
                            "': " + *problem);
            }
        }
        if (articles != database.get_doccount()) {
            add_problem("'" + shard.name + "' holds " + std::to_string(articles) +
                        " articles but counts " + std::to_string(database.get_doccount()));
        }
        report_.articles += articles;
    }

    std::optional<std::string> article_problem(const Xapian::Document& document,
                                               const OrdinalTable& ordinals) {
        const std::string data = document.get_data();
        std::string_view rest = data;
        const auto stream_bytes = take_varint(rest);
        if (!stream_bytes || *stream_bytes > rest.size() ||
            !read_article(rest.substr(*stream_bytes))) {
            return "its stored form cannot be read";
        }
        const std::string key =
            document.get_value(static_cast<Xapian::valueno>(schema::Slot::KeyHash));
        if (!keys_.insert(key).second) {
            return "another article has the same key";
        }
        auto term = document.termlist_begin();
        term.skip_to(std::string(schema::kKeyPrefix) + public_id_of(document));
        if (term == document.termlist_end() ||
            !(*term).starts_with(std::string(schema::kKeyPrefix) + public_id_of(document))) {
            return "its key has no term";
        }
        for (const schema::Slot slot : schema::kOrdinalSlots) {
            for (const std::uint32_t ordinal :
                 decode_ascending(document.get_value(static_cast<Xapian::valueno>(slot)))) {
                if (ordinal >= ordinals.size()) {
                    return "the value " + std::to_string(ordinal) +
                           " is not in the table of ordinals";
                }
            }
        }
        const std::string in_slot =
            document.get_value(static_cast<Xapian::valueno>(schema::Slot::TokenStream));
        const auto stream =
            text::read_token_stream(*stream_bytes > 0 ? rest.substr(0, *stream_bytes) : in_slot);
        if (!stream) {
            return "its stream of words is damaged";
        }
        const std::uint32_t tokens = text::token_count(*stream);
        if (!has_sound_ranges(document, schema::Slot::Mentions, tokens, ordinals)) {
            return "its list of mentions is damaged";
        }
        if (!has_sound_ranges(document, schema::Slot::Quotes, tokens, ordinals)) {
            return "its list of quotes is damaged";
        }
        return std::nullopt;
    }

    static bool has_sound_ranges(const Xapian::Document& document,
                                 schema::Slot slot,
                                 std::uint32_t tokens,
                                 const OrdinalTable& ordinals) {
        const auto ranges =
            schema::decode_token_ranges(document.get_value(static_cast<Xapian::valueno>(slot)));
        return ranges && std::all_of(ranges->begin(), ranges->end(), [&](const auto& range) {
                   return range.first + range.size_tokens <= tokens &&
                          (!range.ordinal || *range.ordinal < ordinals.size());
               });
    }

    VerifyReport report_;
    std::set<std::string> keys_;
};

}  // namespace

VerifyReport verify_index(const std::filesystem::path& folder) {
    Verifier verifier;
    const Manifest before = read_manifest(folder);
    try {
        const IndexReader reader(folder);
        for (std::uint32_t shard = 0; shard < reader.shards().size(); ++shard) {
            verifier.check_shard(reader, shard);
        }
        static_cast<void>(reader.joins());  // throws what every query would
        if (verifier.report().problem_count == 0) {
            verifier.report().digest = content_digest(reader);
        }
    } catch (const Xapian::DatabaseModifiedError&) {
        throw Error(ErrorCode::Partial,
                    "the index '" + folder.string() + "' was written while it was checked",
                    "run --verify again when the indexer has finished");
    } catch (const Error& error) {
        verifier.add_problem(error.what());
    }
    if (read_manifest(folder) != before) {
        throw Error(ErrorCode::Partial,
                    "the index '" + folder.string() + "' was written while it was checked",
                    "run --verify again when the indexer has finished");
    }
    return std::move(verifier.report());
}

}  // namespace dateline::storage
