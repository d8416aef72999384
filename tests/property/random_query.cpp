// Trees by chance.
#include "tests/property/random_query.hpp"

#include "common/base/utf8.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <initializer_list>

namespace dateline::property {
namespace {

using parse::Node;
using parse::NodeKind;
using schema::FieldId;

Node clause(NodeKind kind, const schema::Field* field, std::string text) {
    Node node;
    node.kind = kind;
    node.field = field;
    node.text = std::move(text);
    return node;
}

bool has_letter(const std::string& text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
        return static_cast<unsigned char>(c) >= 0x80 ||
               std::isalnum(static_cast<unsigned char>(c)) != 0;
    });
}

}  // namespace

std::string QueryMaker::piece(std::size_t most_tokens) {
    for (;;) {
        const Article& article = random_.pick(articles_);
        const std::size_t part = random_.below(article.paragraphs.size() + 1);
        const std::string& text = part == 0 ? article.title : article.paragraphs[part - 1];
        tokenizer_.tokenize(text, list_);
        const std::vector<text::Token>& tokens = list_.tokens();
        if (tokens.empty()) {
            continue;
        }
        const std::size_t first = random_.below(tokens.size());
        const std::size_t last = std::min(first + random_.below(most_tokens), tokens.size() - 1);
        const bool with_mark = tokens[first].mark != '\0' && random_.chance(50);
        const std::size_t start = tokens[first].start_bytes - (with_mark ? 1 : 0);
        return text.substr(start, tokens[last].end_bytes - start);
    }
}

Node QueryMaker::word() {
    static const std::array fields = {
        FieldId::Title, FieldId::Lead, FieldId::HeadOrLead, FieldId::Body};
    static const std::array<std::string_view, 6> strays = {
        "of", "the", "nowhere", "naïve", "参政", "der"};
    const schema::Field* const field =
        random_.chance(40) ? &schema::field(random_.pick(fields)) : nullptr;
    std::string text = random_.chance(10) ? std::string(random_.pick(strays)) : piece(1);
    if (random_.chance(15)) {
        text = piece(2);  // as `well-known`, or two words: a word only if no blank is between
        text = text.substr(0, text.find_first_of(" .,;:?"));
    }
    Node node = clause(NodeKind::Word, field, text);
    node.exact = random_.chance(15);
    if (!node.exact && random_.chance(15) && text.size() > 2) {
        node.prefix = true;
        node.text = std::string(
            truncate_utf8(text, std::max<std::size_t>(4, text.size() - random_.below(4))));
    }
    // `#` and `@` are only searched for before a plain word of the whole text.
    const bool marked = node.text.starts_with('@') || node.text.starts_with('#');
    if (marked && (field != nullptr || node.exact || node.prefix)) {
        node.text.erase(0, 1);
    }
    return node;
}

Node QueryMaker::phrase() {
    static const std::array fields = {
        FieldId::Title, FieldId::Lead, FieldId::HeadOrLead, FieldId::Body};
    const schema::Field* const field =
        random_.chance(40) ? &schema::field(random_.pick(fields)) : nullptr;
    Node node = clause(NodeKind::Phrase, field, piece(4));
    node.exact = random_.chance(20);
    return node;
}

Node QueryMaker::name() {
    static const std::array fields = {FieldId::Person,
                                      FieldId::Person,
                                      FieldId::Place,
                                      FieldId::Place,
                                      FieldId::About,
                                      FieldId::Org,
                                      FieldId::Topic,
                                      FieldId::Source,
                                      FieldId::Section,
                                      FieldId::By};
    const schema::Field& field = schema::field(random_.pick(fields));
    const Article& article = random_.pick(articles_);
    std::vector<std::string> names = {article.source, article.section, "Smith", "Nobody"};
    for (const Mention& mention : article.mentions) {
        const std::string text = full_text(article);
        names.push_back(text.substr(mention.start_bytes, mention.end_bytes - mention.start_bytes));
        if (!mention.name.empty()) {
            names.push_back(mention.name);
        }
        for (const PlaceLevel& level : mention.path) {
            names.push_back(level.name);
            names.push_back(mention.name + ", " + level.name);
        }
    }
    for (const auto* list : {&article.people,
                             &article.people,
                             &article.places,
                             &article.orgs,
                             &article.topics,
                             &article.authors}) {
        names.insert(names.end(), list->begin(), list->end());
    }
    std::string text = random_.pick(names);
    if (!has_letter(text)) {
        text = "Smith";
    }
    if (random_.chance(25)) {
        Node node = clause(NodeKind::Id, &field, text::slug(text));
        for (const Mention& mention : article.mentions) {
            const bool fits = mention.name == text && mention.id.size() > 2;
            node.text = fits ? mention.id.substr(2) : node.text;
        }
        node.exact = field.id == FieldId::Place && random_.chance(40);
        return node;
    }
    Node node = clause(NodeKind::Phrase, &field, text);
    if (random_.chance(40)) {
        const std::size_t blank = text.find(' ');
        text = random_.chance(50) && blank != std::string::npos ? text.substr(text.rfind(' ') + 1)
                                                                : text.substr(0, blank);
        node = clause(NodeKind::Word, &field, text);
        node.prefix = text.size() > 3 && random_.chance(30);
        if (node.prefix) {
            node.text = std::string(truncate_utf8(text, text.size() - 1));
        }
    }
    node.exact = !node.prefix && random_.chance(25);
    return node;
}

Node QueryMaker::code() {
    const Article& article = random_.pick(articles_);
    const auto make = [](FieldId id, const std::string& text) {
        return clause(NodeKind::Word, &schema::field(id), text);
    };
    static const std::array<std::string_view, 15> presence = {"by",
                                                              "collection",
                                                              "date",
                                                              "dateline",
                                                              "event",
                                                              "id",
                                                              "lang",
                                                              "org",
                                                              "person",
                                                              "place",
                                                              "section",
                                                              "source",
                                                              "title",
                                                              "topic",
                                                              "url"};
    switch (random_.below(6)) {
        case 0:
            return make(FieldId::Lang, article.lang.empty() ? "en" : article.lang);
        case 1:
            return make(FieldId::Collection,
                        article.collection.empty() ? "wire" : text::slug(article.collection));
        case 2:
            return make(FieldId::Id, article.id.empty() ? "nothing" : article.id);
        case 3:
            return clause(NodeKind::Phrase,
                          &schema::field(FieldId::Url),
                          article.url.empty() ? "https://x.org/" : article.url);
        case 4:
            return make(FieldId::Site, random_.chance(50) ? "example.org" : "example.com");
        default:
            return make(FieldId::Has, std::string(random_.pick(presence)));
    }
}

Node QueryMaker::days() {
    static const std::array<std::string_view, 8> periods = {
        "2024", "2023-12", "2024-02", "2024-12-30", "2025-01-01", "2024-12-31", "1899", "2025-10"};
    Node node = clause(NodeKind::Days, &schema::field(FieldId::Date), "");
    if (random_.chance(40)) {
        node.field = &schema::field(FieldId::Event);
        node.days.overlapping = random_.chance(40);
    }
    if (random_.chance(10)) {
        node.days = {};
        node.days.undated = true;
        return node;
    }
    const auto start = [&] {
        return std::chrono::floor<std::chrono::days>(
            time::parse_iso_time(random_.pick(periods))->instant);
    };
    node.days.from = start();
    if (random_.chance(50)) {
        node.days.to = *node.days.from + std::chrono::days(random_.between(1, 500));
    } else if (random_.chance(50)) {
        node.days.to = start();
        if (random_.chance(60) || *node.days.to <= *node.days.from) {
            node.days.from.reset();
        }
    }
    return node;
}

Node QueryMaker::numbers() {
    Node node = clause(NodeKind::Numbers, &schema::field(FieldId::Len), "");
    const auto low = static_cast<std::int64_t>(random_.between(0, 30));
    node.numbers.from = low;
    if (random_.chance(60)) {
        node.numbers.to = low + static_cast<std::int64_t>(random_.below(30));
    }
    return node;
}

Node QueryMaker::filter() {
    switch (random_.below(6)) {
        case 0:
            return days();
        case 1:
            return numbers();
        case 2:
            return code();
        default:
            return name();
    }
}

Node QueryMaker::leaf() {
    const std::size_t dice = random_.below(100);
    if (dice < 2) {
        return {};
    }
    return dice < 45 ? word() : dice < 65 ? phrase() : filter();
}

Node QueryMaker::tree(std::size_t depth) {
    if (depth == 0 || random_.chance(25)) {
        return leaf();
    }
    Node node;
    const std::size_t dice = random_.below(10);
    node.kind = dice < 5 ? NodeKind::And : dice < 8 ? NodeKind::Or : NodeKind::Not;
    const std::size_t children = node.kind == NodeKind::Not ? 1 : random_.between(2, 3);
    for (std::size_t i = 0; i < children; ++i) {
        node.children.push_back(tree(depth - 1));
    }
    return node;
}

}  // namespace dateline::property
