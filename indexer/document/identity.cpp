// Keys and content hashes.
#include "indexer/document/identity.hpp"

#include "common/article/url.hpp"
#include "common/base/varint.hpp"
#include "common/schema/fields.hpp"
#include "common/text/tokenizer.hpp"

#include <charconv>

namespace dateline::document {
namespace {

/// Bytes of several fields, each with its length, so that no two lists give the same bytes.
class Fingerprint {
public:
    void add(std::string_view field) {
        append_varint(bytes_, field.size());
        bytes_ += field;
    }

    void add(const std::vector<std::string>& list) {
        append_varint(bytes_, list.size());
        for (const std::string& field : list) {
            add(field);
        }
    }

    void add(const std::optional<time::Published>& published) {
        add(published ? time::format_published(*published) : std::string());
    }

    void add_number(std::uint64_t number) { append_varint(bytes_, number); }

    [[nodiscard]] const std::string& bytes() const noexcept { return bytes_; }

private:
    std::string bytes_;
};

/// The key whose public id is `high`: its other half follows from it, so that an exported article,
/// which knows only its public id, has the key of its origin.
Hash128 whole_key(std::uint64_t high) {
    return {high, hash64(hex16(high))};
}

Hash128 article_key(const Article& article, std::string_view path) {
    Fingerprint key;
    if (is_hex16(article.id)) {
        std::uint64_t high = 0;
        std::from_chars(article.id.data(), article.id.data() + article.id.size(), high, 16);
        return whole_key(high);
    }
    if (!article.id.empty()) {
        key.add("id");
        key.add(article.collection);
        key.add(article.id);
    } else if (!article.url.empty()) {
        key.add("url");
        key.add(canonical_url(article.url));
    } else {
        key.add("path");
        key.add(path);
        key.add(article.locator.member);
        key.add_number(article.locator.record);
    }
    return whole_key(hash64(key.bytes()));
}

std::uint64_t content_hash(const Article& article, std::string_view analysis) {
    Fingerprint content;
    content.add_number(schema::kSchemaVersion);
    content.add_number(text::kTokenizerVersion);
    content.add(analysis);
    for (const std::string* field : {&article.collection,
                                     &article.format,
                                     &article.title,
                                     &article.published_from,
                                     &article.source,
                                     &article.section,
                                     &article.url,
                                     &article.dateline.place,
                                     &article.dateline.date}) {
        content.add(*field);
    }
    for (const std::vector<std::string>* list : {&article.paragraphs,
                                                 &article.captions,
                                                 &article.authors,
                                                 &article.people,
                                                 &article.places,
                                                 &article.orgs,
                                                 &article.topics}) {
        content.add(*list);
    }
    for (const Block& block : article.blocks) {
        content.add_number(block.paragraph);
        content.add_number(static_cast<std::uint64_t>(block.kind));
    }
    // A detected language follows from the text, and from CLD2's version, which changes nothing
    // stated.
    content.add(article.lang_from == "cld2" ? std::string_view() : std::string_view(article.lang));
    content.add(article.published);
    content.add(article.modified);
    for (const Mention& mention : article.mentions) {
        if (!analysis.empty() && is_extracted(mention)) {
            continue;
        }
        content.add_number(static_cast<std::uint64_t>(mention.type));
        content.add_number(mention.start_bytes);
        content.add_number(mention.end_bytes);
        for (const std::string* field : {&mention.id,
                                         &mention.name,
                                         &mention.value,
                                         &mention.method,
                                         &mention.honorific,
                                         &mention.given}) {
            content.add(*field);
        }
        for (const PlaceLevel& level : mention.path) {
            content.add(level.id);
        }
        if (mention.days) {
            content.add(time::format_day(mention.days->from));
            content.add(time::format_day(mention.days->to));
            content.add(mention.days->granularity);
        }
    }
    for (const Quote& quote : article.quotes) {
        if (analysis.empty() || !is_extracted(quote)) {
            content.add_number(quote.start_bytes);
            content.add_number(quote.end_bytes);
            content.add(quote.speaker_id);
            content.add(quote.speaker_name);
            content.add(quote.method);
        }
    }
    return hash64(content.bytes());
}

}  // namespace

Identity identify(const Article& article, std::string_view path, std::string_view analysis) {
    Identity identity;
    identity.path = path;
    identity.key = article_key(article, path);
    Fingerprint file;
    file.add(path);
    file.add(article.locator.member);
    identity.file_hash = hash64(file.bytes());
    Fingerprint collision = file;
    collision.add(hex16(identity.key.high) + hex16(identity.key.low));
    collision.add_number(article.locator.record);
    identity.collision_key = whole_key(hash64(collision.bytes()));
    identity.content_hash = content_hash(article, analysis);
    return identity;
}

std::string file_identity(std::string_view file, const std::filesystem::path& index_folder) {
    if (file == "-") {
        return "-";
    }
    const std::filesystem::path base =
        (std::filesystem::absolute(index_folder) / "..").lexically_normal();
    const std::filesystem::path path =
        std::filesystem::absolute(std::filesystem::path(file)).lexically_normal();
    std::string name = path.lexically_relative(base).string();
    while (name.size() > 1 && name.back() == '/') {
        name.pop_back();
    }
    return name;
}

}  // namespace dateline::document
