// Option defaults, cleaning, and the check that there is something to index.
#include "indexer/source/finishing_sink.hpp"

#include "common/base/utf8.hpp"

#include <algorithm>
#include <utility>

namespace dateline::source {
namespace {

struct Repairs {
    std::uint64_t utf8 = 0;
    std::uint64_t controls = 0;
};

bool is_control(char c) noexcept {
    return (static_cast<unsigned char>(c) < 0x20 && c != '\n') || c == '\x7F';
}

void clean_string(std::string& text, Repairs& repairs) {
    const bool suspicious = std::any_of(text.begin(), text.end(), [](char c) {
        return is_control(c) || static_cast<unsigned char>(c) >= 0x80;
    });
    if (!suspicious) {
        return;
    }
    if (!is_valid_utf8(text)) {
        RepairedText repaired = repair_utf8(text);
        text = std::move(repaired.text);
        repairs.utf8 += repaired.replaced;
    }
    std::size_t kept = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (!is_control(c)) {
            text[kept++] = c;
        } else if (c == '\r' && i + 1 < text.size() && text[i + 1] == '\n') {
            continue;
        } else if (c == '\t' || c == '\r' || c == '\v' || c == '\f') {
            text[kept++] = ' ';
        } else {
            ++repairs.controls;
        }
    }
    text.resize(kept);
}

void clean_list(std::vector<std::string>& list, Repairs& repairs) {
    for (std::string& text : list) {
        clean_string(text, repairs);
    }
    std::erase_if(list, [](const std::string& text) { return trim(text).empty(); });
}

void clean_locator(Locator& locator) {
    locator.file = repair_utf8(locator.file).text;
    locator.member = repair_utf8(locator.member).text;
}

}  // namespace

void clean(Article& article) {
    Repairs repairs;
    for (std::string* text : {&article.id,
                              &article.collection,
                              &article.title,
                              &article.lang,
                              &article.source,
                              &article.section,
                              &article.url,
                              &article.dateline.place,
                              &article.dateline.date}) {
        clean_string(*text, repairs);
    }
    for (std::vector<std::string>* list : {&article.captions,
                                           &article.authors,
                                           &article.people,
                                           &article.places,
                                           &article.orgs,
                                           &article.topics}) {
        clean_list(*list, repairs);
    }
    for (std::string& paragraph : article.paragraphs) {
        clean_string(paragraph, repairs);
    }
    drop_blank_paragraphs(article);
    clean_locator(article.locator);
    if (repairs.utf8 > 0) {
        add_warning(article, "repaired_utf8", repairs.utf8);
    }
    if (repairs.controls > 0) {
        add_warning(article, "control_characters", repairs.controls);
    }
}

void FinishingSink::complete(Article& article) const {
    const auto fill = [](std::string& field, const std::string& value) {
        if (field.empty()) {
            field = value;
        }
    };
    article.locator.file = origin_.file;
    article.locator.member = origin_.member;
    fill(article.format, format_);
    fill(article.collection, options_.collection);
    fill(article.source, options_.source);
    if (!article.lang.empty()) {
        fill(article.lang_from, "metadata");
    } else if (!options_.lang.empty()) {
        article.lang = options_.lang;
        article.lang_from = "option";
    }
    if (!article.id.empty()) {
        article.id.insert(0, options_.id_prefix);
    }
    if (article.published) {
        fill(article.published_from, "metadata");
    }
}

void FinishingSink::article(Article&& article) {
    ++records_;
    complete(article);
    clean(article);
    if (trim(article.title).empty() && article.paragraphs.empty()) {
        next_.reject({std::move(article.locator), "no_text", "has neither a title nor any text"});
        return;
    }
    next_.article(std::move(article));
}

void FinishingSink::reject(Rejected&& rejected) {
    ++records_;
    rejected.locator.file = origin_.file;
    rejected.locator.member = origin_.member;
    clean_locator(rejected.locator);
    rejected.reason = collapse_spaces(repair_utf8(rejected.reason).text);
    next_.reject(std::move(rejected));
}

void FinishingSink::unrecognised(const Locator& locator, const std::string& type) {
    ++records_;
    Locator where = locator;
    clean_locator(where);
    next_.unrecognised(where, type);
}

}  // namespace dateline::source
