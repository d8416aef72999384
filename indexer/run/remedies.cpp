// The codes of all readers, sorted.
#include "indexer/run/remedies.hpp"

#include <algorithm>
#include <array>

namespace dateline::run {
namespace {

struct Remedy {
    std::string_view code;
    std::string_view text;
};

constexpr auto kRemedies = std::to_array<Remedy>({
    {"ambiguous_date", "dates such as 03/04/87 can mean two days: give --date-order"},
    {"attachments_left_out",
     "files attached to mail are not read: save and name them if they are wanted"},
    {"bad_content", "what should be the text is not readable as such"},
    {"bad_date", "dates that could not be read; see the records in --dry-run --jsonl"},
    {"bad_json", "records that are no JSON, even after repair: cut off or mixed with other text"},
    {"bad_jsonld", "pages whose JSON-LD is broken; the rest of the page was used"},
    {"bad_mention", "mentions that point outside of the text were left out"},
    {"bad_quote", "quotes that point outside of the text, or overlap, were left out"},
    {"bad_record", "records whose header has no end: the archive is damaged there"},
    {"bad_xml", "XML that breaks off or does not nest: get the file again"},
    {"bomb",
     "files that unpack to far too much: raise --max-ratio or --max-bytes if they are sound"},
    {"canceled", "items that their publisher has withdrawn"},
    {"control_characters", "characters without meaning were dropped from the text"},
    {"damaged", "archives whose content does not fit their checksums: get them again"},
    {"date_after_fetch", "pages dated later than they were fetched are left undated"},
    {"double_escaped", "feeds with mark-up escaped twice were read as they were meant"},
    {"duplicate_tag", "records with a field twice; the first was used"},
    {"embargoed", "items with an embargo, which is taken to have passed"},
    {"encrypted", "members that need a password: decrypt them first"},
    {"error_page", "pages that are an error message, a captcha or a request for JavaScript"},
    {"guessed_charset", "texts that do not say their character set: check some, or give --charset"},
    {"incomplete", "articles that break off, because their file does"},
    {"index_page", "pages that list the headlines of others: give those pages themselves"},
    {"latin1_byte", "single bytes that are no UTF-8 were read as ISO-8859-1"},
    {"no_article", "pages and records that hold no article: too few words, or something else"},
    {"no_body", "rows with a title and no text; see --map if another column holds it"},
    {"no_records", "files of a known form without an article in them"},
    {"no_text", "records with neither title nor text"},
    {"ragged_row",
     "rows wider or narrower than their header: quote the cells that hold the delimiter"},
    {"repaired_json", "JSON with small mistakes was read as it was meant"},
    {"repaired_utf8", "bytes without meaning were replaced: if there are many, give --charset"},
    {"repaired_xml", "XML with small mistakes, such as a tag left open, was read as it was meant"},
    {"stray_bytes", "bytes between the records of a web archive: it is damaged there"},
    {"stray_quote",
     "quotes inside of quoted cells, which should be doubled, were kept as they are"},
    {"stray_text", "text between records was left out"},
    {"summary_only", "feeds that give a summary only; the text is on the page they link to"},
    {"too_deep", "archives or structures nested too deeply: see --max-depth"},
    {"too_long", "records longer than --max-article: is the file one article?"},
    {"too_many_members", "archives with more members than --max-members"},
    {"truncated", "files that end in the middle: get them again"},
    {"truncated_record", "pages that the crawler cut, as their web archive says"},
    {"unclosed_quote", "rows of tables with a quote that is not closed: check those lines"},
    {"unclosed_record", "records without an end, up to the next one's start"},
    {"unclosed_tag", "fields without an end were closed where the next one begins"},
    {"unreadable", "files that could not be opened or read: check the permissions"},
    {"unseekable", "7z archives inside other files: unpack them by hand"},
    {"withheld", "items that their publisher holds back"},
    {"wrong_length", "records of web archives that are longer or shorter than they say"},
});

constexpr bool by_code(const Remedy& a, const Remedy& b) noexcept {
    return a.code < b.code;
}
static_assert(std::is_sorted(kRemedies.begin(), kRemedies.end(), by_code));

}  // namespace

std::string_view remedy_of(std::string_view code) noexcept {
    const auto* const found =
        std::lower_bound(kRemedies.begin(), kRemedies.end(), Remedy{code, {}}, by_code);
    return found != kRemedies.end() && found->code == code ? found->text : std::string_view();
}

}  // namespace dateline::run
