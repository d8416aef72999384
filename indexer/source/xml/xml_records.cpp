// libxml2's push parser builds the tree of one record, and drops it when the next is asked for.
#include "indexer/source/xml/xml_records.hpp"

#include "indexer/source/xml/xml_repair.hpp"

#include <climits>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string>
#include <utility>

namespace dateline::source {
namespace {

/// What a node takes in memory beside its text.
constexpr std::size_t kElementBytes = 200;

/// Bound on the names that libxml2 keeps for the whole of a document.
constexpr std::size_t kMaxNameBytes = 16U << 20U;

struct ContextDeleter {
    void operator()(xmlParserCtxt* context) const noexcept {
        xmlFreeDoc(context->myDoc);
        context->myDoc = nullptr;
        xmlFreeParserCtxt(context);
    }
};

/// Counters of XmlRepair at some place.
struct Mendings {
    std::uint64_t markup = 0;
    std::uint64_t bytes = 0;
    std::uint64_t too_deep = 0;
};

}  // namespace

/// The state of reading, and what libxml2 calls.
class XmlRecords::Parser {
public:
    Parser(ByteStream& stream,
           const Locator& origin,
           const SourceOptions& options,
           ArticleSink& sink,
           XmlRecordRules rules)
        : repair_(stream, options),
          origin_(origin),
          limit_bytes_(options.limits.article_bytes),
          sink_(sink),
          rules_(std::move(rules)) {}

    std::optional<XmlRecord> next() {
        release();
        while (!sink_.stop_requested()) {
            const std::optional<XmlPiece> piece = repair_.next();
            if (!piece) {
                break;
            }
            note_stray_text();
            feed(*piece);
            if (done_) {
                return XmlRecord{*record_, locator_at(record_offset_), warnings()};
            }
        }
        note_stray_text();
        return std::nullopt;
    }

    [[nodiscard]] const xmlNode* root() const noexcept {
        return context_ == nullptr || context_->myDoc == nullptr
                   ? nullptr
                   : xmlDocGetRootElement(context_->myDoc);
    }

private:
    Locator locator_at(std::uint64_t offset_bytes) {
        Locator locator = origin_;
        locator.offset_bytes = offset_bytes;
        locator.record = records_++;
        return locator;
    }

    void reject(std::uint64_t offset_bytes, std::string code, std::string reason) {
        sink_.reject({locator_at(offset_bytes), std::move(code), std::move(reason)});
    }

    void note_stray_text();
    void feed(const XmlPiece& piece);
    void open_document();
    void release();
    void drop_record(const std::string& why);
    [[nodiscard]] Mendings mendings() const {
        return {repair_.repairs(), repair_.byte_repairs(), repair_.too_deep()};
    }
    [[nodiscard]] std::vector<Warning> warnings() const;

    void flush_text();
    void start(xmlNode& node);
    void keep_in_envelope(std::size_t size_bytes) { envelope_bytes_ += size_bytes; }
    [[nodiscard]] bool is_envelope_full() const noexcept {
        return envelope_bytes_ > kMaxEnvelopeBytes;
    }
    void end();
    void characters(std::string_view text);

    static Parser& of(void* context) {
        return *static_cast<Parser*>(static_cast<xmlParserCtxt*>(context)->_private);
    }
    static void on_start(void* context,
                         const xmlChar* name,
                         const xmlChar* prefix,
                         const xmlChar* uri,
                         int namespace_count,
                         const xmlChar** namespaces,
                         int attribute_count,
                         int defaulted_count,
                         const xmlChar** attributes);
    static void on_end(void* context, const xmlChar*, const xmlChar*, const xmlChar*) {
        of(context).end();
    }
    static void on_characters(void* context, const xmlChar* text, int size) {
        of(context).characters(
            {reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
    }

    XmlRepair repair_;
    Locator origin_;
    std::uint64_t limit_bytes_;
    ArticleSink& sink_;
    XmlRecordRules rules_;
    std::unique_ptr<xmlParserCtxt, ContextDeleter> context_;
    bool in_new_document_ = true;      ///< the next piece begins a document
    bool stopped_ = false;             ///< libxml2 cannot go on with this document
    const XmlPiece* piece_ = nullptr;  ///< that libxml2 is being fed
    std::string text_;                 ///< that comes next in the tree
    std::uint64_t skip_depth_ = 0;     ///< elements open below and with one that is dropped
    xmlNode* record_ = nullptr;
    bool done_ = false;  ///< the record is complete
    std::uint64_t record_offset_ = 0;
    std::size_t record_elements_ = 0;
    Mendings record_mendings_;
    std::uint64_t records_ = 0;
    std::size_t envelope_bytes_ = 0;
};

void XmlRecords::Parser::note_stray_text() {
    const StrayText stray = repair_.take_stray_text();
    if (stray.size_bytes > 0) {
        reject(stray.offset_bytes,
               "stray_text",
               std::to_string(stray.size_bytes) + " bytes of text outside of all elements");
    }
}

void XmlRecords::Parser::open_document() {
    xmlSAXHandler handler{};
    handler.initialized = XML_SAX2_MAGIC;
    handler.startDocument = xmlSAX2StartDocument;
    handler.startElementNs = on_start;
    handler.endElementNs = on_end;
    handler.characters = on_characters;
    handler.ignorableWhitespace = on_characters;
    context_.reset(xmlCreatePushParserCtxt(&handler, nullptr, nullptr, 0, nullptr));
    stopped_ = context_ == nullptr;
    skip_depth_ = 0;
    envelope_bytes_ = 0;
    text_.clear();
    if (context_ == nullptr) {
        return;
    }
    context_->_private = this;
    // HUGE lifts limits that are kept here and in XmlRepair.
    xmlCtxtUseOptions(context_.get(),
                      XML_PARSE_NONET | XML_PARSE_RECOVER | XML_PARSE_NOERROR |
                          XML_PARSE_NOWARNING | XML_PARSE_COMPACT | XML_PARSE_HUGE);
    context_->loadsubset |= XML_SKIP_IDS;
    xmlDictSetLimit(context_->dict, kMaxNameBytes);
    constexpr std::string_view declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    xmlParseChunk(context_.get(), declaration.data(), static_cast<int>(declaration.size()), 0);
}

void XmlRecords::Parser::release() {
    if (record_ != nullptr) {
        xmlUnlinkNode(record_);
        xmlFreeNode(record_);
        record_ = nullptr;
        done_ = false;
    }
}

void XmlRecords::Parser::feed(const XmlPiece& piece) {
    if (in_new_document_) {
        open_document();
    }
    in_new_document_ = repair_.is_outside();
    if (stopped_) {
        return;
    }
    if (record_ != nullptr && piece.offset_bytes - record_offset_ > limit_bytes_) {
        drop_record("longer than " + std::to_string(limit_bytes_) +
                    " bytes; raise the limit to read it");
    }
    piece_ = &piece;
    xmlParseChunk(context_.get(), piece.xml.data(), static_cast<int>(piece.xml.size()), 0);
    if (context_->disableSAX != 0 || context_->instate == XML_PARSER_EOF) {
        stopped_ = true;
        record_ = nullptr;
        done_ = false;
        reject(piece.offset_bytes,
               "bad_xml",
               "the document cannot be read from here to its end; split it, or mend it there");
    }
}

std::vector<Warning> XmlRecords::Parser::warnings() const {
    std::vector<Warning> found;
    const Mendings now = mendings();
    const auto add = [&found](const char* code, std::uint64_t count) {
        if (count > 0) {
            found.push_back({code, count});
        }
    };
    add("repaired_xml", now.markup - record_mendings_.markup);
    add("repaired_utf8", now.bytes - record_mendings_.bytes);
    add("guessed_charset", repair_.is_charset_guessed() ? 1 : 0);
    add("too_deep", now.too_deep - record_mendings_.too_deep);
    add("truncated", repair_.is_truncated() ? 1 : 0);
    return found;
}

/// Elements of the record that are still open leave libxml2's stack, too; their end tags are then
/// counted down.
void XmlRecords::Parser::drop_record(const std::string& why) {
    xmlNode* const above = record_->parent;
    while (context_->node != nullptr && context_->node != above) {
        nodePop(context_.get());
        ++skip_depth_;
    }
    text_.clear();
    const std::uint64_t offset_bytes = record_offset_;
    release();
    reject(offset_bytes, "too_long", "record is " + why);
}

/// Text goes into the tree in one piece, and not through libxml2, which remembers where its last
/// text was even if that is gone with a record.
void XmlRecords::Parser::flush_text() {
    const std::string text = std::exchange(text_, {});
    const bool outside = record_ == nullptr;
    const bool blank = text.find_first_not_of(" \t\r\n") == std::string::npos;
    if (text.empty() || context_->node == nullptr || (outside && (blank || is_envelope_full()))) {
        return;
    }
    if (outside) {
        keep_in_envelope(text.size());
    }
    xmlNode* const node = xmlNewDocTextLen(context_->myDoc,
                                           reinterpret_cast<const xmlChar*>(text.data()),
                                           static_cast<int>(text.size()));
    if (node != nullptr && xmlAddChild(context_->node, node) == nullptr) {
        xmlFreeNode(node);
    }
}

void XmlRecords::Parser::start(xmlNode& node) {
    if (record_ != nullptr) {
        if (++record_elements_ > kMaxRecordElements) {
            drop_record("of more than " + std::to_string(kMaxRecordElements) + " elements");
        }
        return;
    }
    if (!rules_.is_record(node)) {
        keep_in_envelope(kElementBytes + piece_->xml.size());
        return;
    }
    record_ = &node;
    record_offset_ = piece_->offset_bytes;
    record_elements_ = 0;
    record_mendings_ = mendings();
    if (!rules_.may_nest) {
        const std::string_view prefix = prefix_of(node);
        repair_.forbid_nesting((prefix.empty() ? "" : std::string(prefix) + ":") +
                               std::string(local_name(node)));
    }
}

void XmlRecords::Parser::on_start(void* context,
                                  const xmlChar* name,
                                  const xmlChar* prefix,
                                  const xmlChar* uri,
                                  int namespace_count,
                                  const xmlChar** namespaces,
                                  int attribute_count,
                                  int defaulted_count,
                                  const xmlChar** attributes) {
    Parser& self = of(context);
    if (self.skip_depth_ > 0) {
        ++self.skip_depth_;
        return;
    }
    self.flush_text();
    xmlSAX2StartElementNs(context,
                          name,
                          prefix,
                          uri,
                          namespace_count,
                          namespaces,
                          attribute_count,
                          defaulted_count,
                          attributes);
    if (self.context_->node != nullptr) {
        self.start(*self.context_->node);
    }
}

void XmlRecords::Parser::end() {
    if (skip_depth_ > 0) {
        --skip_depth_;
        return;
    }
    flush_text();
    xmlNode* const node = context_->node;
    xmlSAX2EndElementNs(context_.get(), nullptr, nullptr, nullptr);
    if (node == nullptr) {
        return;
    }
    if (node == record_) {
        done_ = true;
    } else if (record_ == nullptr && is_envelope_full() && parent_element(*node) != nullptr) {
        xmlUnlinkNode(node);
        xmlFreeNode(node);
    }
}

void XmlRecords::Parser::characters(std::string_view text) {
    if (skip_depth_ == 0) {
        text_ += text;
    }
}

XmlRecords::XmlRecords(ByteStream& stream,
                       const Locator& origin,
                       const SourceOptions& options,
                       ArticleSink& sink,
                       XmlRecordRules rules)
    : parser_(std::make_unique<Parser>(stream, origin, options, sink, std::move(rules))),
      sink_(sink) {}

XmlRecords::~XmlRecords() = default;

std::optional<XmlRecord> XmlRecords::next() {
    return parser_->next();
}

const xmlNode* XmlRecords::root() const noexcept {
    return parser_->root();
}

void XmlRecords::give(Article&& article, const XmlRecord& record) {
    article.locator = record.locator;
    for (const Warning& warning : record.warnings) {
        add_warning(article, warning.code, warning.count);
    }
    sink_.article(std::move(article));
}

void XmlRecords::reject(const XmlRecord& record, std::string code, std::string reason) {
    sink_.reject({record.locator, std::move(code), std::move(reason)});
}

}  // namespace dateline::source
