// Writing articles, straight into text, since a run writes every article.
#include "common/article/article_json.hpp"
#include "common/article/json_text.hpp"
#include "common/article/kind_names.hpp"

#include <utility>

namespace dateline {
namespace {

/// Writes the members of an article. The stored form leaves out those that say nothing.
class ArticleWriter {
public:
    explicit ArticleWriter(ArticleJsonForm form) : complete_(form == ArticleJsonForm::Complete) {}

    [[nodiscard]] std::string write(const Article& article, std::string_view public_id);

private:
    void member(std::string_view name, std::string_view value) {
        if (complete_ || !value.empty()) {
            json_.key(name);
            json_.string(value);
        }
    }

    void member(std::string_view name, const std::vector<std::string>& values) {
        if (begin_list(name, values.empty())) {
            for (const std::string& value : values) {
                json_.string(value);
            }
            json_.end_array();
        }
    }

    void member(std::string_view name, const std::optional<time::Published>& published) {
        if (published) {
            json_.key(name);
            json_.string(time::format_published(*published));
        } else {
            null_member(name);
        }
    }

    void null_member(std::string_view name) {
        if (complete_) {
            json_.key(name);
            json_.null();
        }
    }

    /// Begins an array, unless it is empty and would be left out.
    [[nodiscard]] bool begin_list(std::string_view name, bool is_empty) {
        if (is_empty && !complete_) {
            return false;
        }
        json_.key(name);
        json_.begin_array();
        return true;
    }

    /// Members of rows in lists: those without a value are left out in both forms.
    void row_member(std::string_view name, std::string_view value) {
        if (!value.empty()) {
            json_.key(name);
            json_.string(value);
        }
    }

    void row_member(std::string_view name, std::uint64_t value) {
        json_.key(name);
        json_.number(value);
    }

    void write_head(const Article& article, std::string_view public_id);
    void write_blocks(const Article& article);
    void write_names(const Article& article);
    void write_place(const Mention& mention);
    void write_mention(const Mention& mention, std::string_view text);
    void write_mentions(const Article& article, std::string_view text);
    void write_quotes(const Article& article);
    void write_evidence(const Article& article);
    void write_warnings(const Article& article);

    bool complete_;
    JsonText json_;
};

void ArticleWriter::write_head(const Article& article, std::string_view public_id) {
    member("schema", kArticleSchema);
    member("offsets", complete_ ? "utf8-bytes" : "");
    member("id", complete_ && article.id.empty() ? public_id : article.id);
    member("collection", article.collection);
    json_.key("locator");
    json_.begin_object();
    for (const auto& [name, value] :
         {std::pair("file", &article.locator.file), std::pair("member", &article.locator.member)}) {
        json_.key(name);
        json_.string(*value);
    }
    row_member("offset", article.locator.offset_bytes);
    row_member("record", article.locator.record);
    json_.end_object();
    member("format", article.format);
    member("title", article.title);
    member("paragraphs", article.paragraphs);
}

void ArticleWriter::write_blocks(const Article& article) {
    if (begin_list("blocks", article.blocks.empty())) {
        for (const Block& block : article.blocks) {
            json_.begin_object();
            row_member("paragraph", block.paragraph);
            row_member("kind", block_name(block.kind));
            json_.end_object();
        }
        json_.end_array();
    }
}

void ArticleWriter::write_names(const Article& article) {
    member("published", article.published);
    member("published_from", article.published_from);
    member("modified", article.modified);
    member("lang", article.lang);
    member("lang_from", article.lang_from);
    member("source", article.source);
    member("section", article.section);
    member("authors", article.authors);
    member("url", article.url);
    if (article.dateline == Dateline{}) {
        null_member("dateline");
    } else {
        json_.key("dateline");
        json_.begin_object();
        for (const auto& [name, value] : {std::pair("place", &article.dateline.place),
                                          std::pair("date", &article.dateline.date)}) {
            json_.key(name);
            json_.string(*value);
        }
        json_.end_object();
    }
    member("people", article.people);
    member("places", article.places);
    member("orgs", article.orgs);
    member("topics", article.topics);
}

void ArticleWriter::write_place(const Mention& mention) {
    if (mention.coordinates) {
        json_.key("lat");
        json_.number(mention.coordinates->latitude);
        json_.key("lon");
        json_.number(mention.coordinates->longitude);
    }
    if (mention.path.empty()) {
        return;
    }
    json_.key("path");
    json_.begin_array();
    for (const PlaceLevel& level : mention.path) {
        json_.begin_object();
        for (const auto& [name, value] : {std::pair("id", &level.id),
                                          std::pair("name", &level.name),
                                          std::pair("kind", &level.kind)}) {
            json_.key(name);
            json_.string(*value);
        }
        json_.end_object();
    }
    json_.end_array();
}

void ArticleWriter::write_mention(const Mention& mention, std::string_view text) {
    json_.begin_object();
    row_member("type", type_name(mention.type));
    if (mention.given.empty()) {
        row_member("start", mention.start_bytes);
        row_member("end", mention.end_bytes);
        // For readers: who reads an article back has the text.
        if (complete_ && mention.start_bytes <= mention.end_bytes &&
            mention.end_bytes <= text.size()) {
            json_.key("text");
            json_.string(text.substr(mention.start_bytes, mention.end_bytes - mention.start_bytes));
        }
    } else {
        row_member("given", mention.given);
    }
    row_member("id", mention.id);
    row_member("name", mention.name);
    row_member("honorific", mention.honorific);
    write_place(mention);
    if (mention.days) {
        row_member("from", time::format_day(mention.days->from));
        row_member("to", time::format_day(mention.days->to));
        json_.key("granularity");
        json_.string(mention.days->granularity);
    }
    row_member("value", mention.value);
    row_member("method", mention.method);
    json_.end_object();
}

void ArticleWriter::write_mentions(const Article& article, std::string_view text) {
    if (begin_list("mentions", article.mentions.empty())) {
        for (const Mention& mention : article.mentions) {
            write_mention(mention, text);
        }
        json_.end_array();
    }
}

void ArticleWriter::write_quotes(const Article& article) {
    if (!begin_list("quotes", article.quotes.empty())) {
        return;
    }
    for (const Quote& quote : article.quotes) {
        json_.begin_object();
        row_member("start", quote.start_bytes);
        row_member("end", quote.end_bytes);
        if (!quote.speaker_name.empty()) {
            json_.key("speaker");
            json_.begin_object();
            json_.key("id");
            json_.string(quote.speaker_id);
            json_.key("name");
            json_.string(quote.speaker_name);
            json_.end_object();
        }
        row_member("method", quote.method);
        json_.end_object();
    }
    json_.end_array();
}

void ArticleWriter::write_evidence(const Article& article) {
    if (article.evidence.empty() && !complete_) {
        return;
    }
    json_.key("evidence");
    json_.begin_object();
    for (const Evidence& evidence : article.evidence) {
        json_.key(evidence.field);
        json_.string(evidence.from);
    }
    json_.end_object();
}

void ArticleWriter::write_warnings(const Article& article) {
    if (begin_list("warnings", article.warnings.empty())) {
        for (const Warning& warning : article.warnings) {
            json_.begin_object();
            json_.key("code");
            json_.string(warning.code);
            row_member("count", warning.count);
            json_.end_object();
        }
        json_.end_array();
    }
}

std::string ArticleWriter::write(const Article& article, std::string_view public_id) {
    const std::string text = complete_ ? full_text(article) : std::string();
    json_.begin_object();
    write_head(article, public_id);
    write_blocks(article);
    member("captions", article.captions);
    member("text", text);
    write_names(article);
    write_mentions(article, text);
    write_quotes(article);
    write_evidence(article);
    write_warnings(article);
    json_.end_object();
    return json_.take();
}

}  // namespace

std::string write_article(const Article& article,
                          ArticleJsonForm form,
                          std::string_view public_id) {
    return ArticleWriter(form).write(article, public_id);
}

}  // namespace dateline
