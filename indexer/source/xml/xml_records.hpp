// Records of XML: one element at a time from a stream of any size, however broken.
#pragma once

#include "indexer/source/reader.hpp"
#include "indexer/source/xml/xml_dom.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace dateline::source {

/// Which elements of a document are its records.
struct XmlRecordRules {
    /// Whether `element` is a record, asked at its start tag: it has its attributes and parents and
    /// what the envelope holds, but no children yet. Elements inside of a record are not asked.
    std::function<bool(const xmlNode& element)> is_record;

    /// Whether an element of the record's name may stand inside of a record. If not, its start tag
    /// shows that the record's end tag is missing.
    bool may_nest = false;
};

/// One record.
struct XmlRecord {
    /// The element with all below it, still in its place under its parents. The parents hold the
    /// document's other elements up to here, records aside: see XmlRecords.
    const xmlNode& element;
    Locator locator;                ///< the stream's, with offset and number of the record
    std::vector<Warning> warnings;  ///< what was mended in it: see XmlRecords
};

/// Reads XML with libxml2's push parser behind XmlRepair, which makes the bytes well-formed: no
/// network, no DTD, no entities but those of read_reference().
///
/// Only one record is in memory, and beside it the *envelope*: the elements outside of records, as
/// the channel of RSS or the header of NewsML-G2. It is bounded to kMaxEnvelopeBytes; when it is
/// full, elements are dropped from it as soon as they end.
///
/// Given to the sink as rejected, while reading goes on: a record longer than
/// Limits::article_bytes or of more than kMaxRecordElements elements (`too_long`), text outside of
/// all elements (`stray_text`), and what libxml2 itself cannot go on with (`bad_xml`), up to the
/// end of that document. Several documents in one stream are read one after the other.
///
/// Warnings of a record: `repaired_xml` (mark-up mended), `repaired_utf8` (bytes without a meaning
/// in the encoding), `guessed_charset` (the encoding was found by statistics), `too_deep` (tags
/// nested deeper than Limits::nesting_depth, dropped), `truncated` (the stream ends inside of it).
class XmlRecords {
public:
    static constexpr std::size_t kMaxEnvelopeBytes = 1U << 20U;
    static constexpr std::size_t kMaxRecordElements = 500'000;

    /// @param stream, options, sink  must outlive the object
    XmlRecords(ByteStream& stream,
               const Locator& origin,
               const SourceOptions& options,
               ArticleSink& sink,
               XmlRecordRules rules);
    ~XmlRecords();
    XmlRecords(const XmlRecords&) = delete;
    XmlRecords& operator=(const XmlRecords&) = delete;

    /// The next record; it ends the life of the one before. std::nullopt at the end, or when the
    /// sink asks to stop.
    ///
    /// @throws StreamFailure as the stream does, when all that came before it has been given
    [[nodiscard]] std::optional<XmlRecord> next();

    /// The root element of the document that the last record was in, or that was read last; nullptr
    /// if there was none. Lives until the next call of next().
    [[nodiscard]] const xmlNode* root() const noexcept;

    /// Gives `article`, made of `record`, to the sink: with the record's locator and warnings.
    void give(Article&& article, const XmlRecord& record);

    /// Gives the sink the reason why `record` is no article.
    void reject(const XmlRecord& record, std::string code, std::string reason);

private:
    class Parser;
    std::unique_ptr<Parser> parser_;
    ArticleSink& sink_;
};

}  // namespace dateline::source
