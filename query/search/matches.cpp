// Words by the highlighter, names and days by the stored mentions, the rest by what is stated.
#include "query/search/matches.hpp"

#include "common/schema/fields.hpp"
#include "common/text/borders.hpp"
#include "common/text/tokenizer.hpp"

#include <algorithm>
#include <utility>

namespace dateline::search {
namespace {

using parse::Node;
using parse::NodeKind;
using schema::FieldId;
using schema::FieldKind;

bool is_text(const schema::Field* field) {
    return field == nullptr || field->kind == FieldKind::Text;
}

bool is_entity_field(FieldId id) {
    return id == FieldId::Person || id == FieldId::Place || id == FieldId::Org ||
           id == FieldId::About || id == FieldId::Speaker;
}

/// The leaves below `node` that ask for words of the text.
void collect_words(const Node& node, std::vector<Node>& words) {
    const bool is_word = node.kind == NodeKind::Word || node.kind == NodeKind::Phrase;
    if (is_word && is_text(node.field)) {
        words.push_back(node);
    }
    for (const Node& child : node.children) {
        collect_words(child, words);
    }
}

/// The keys of the entities that the leaves of `node` name.
void collect_names(const Node& node,
                   compile::Compiler& compiler,
                   std::set<std::string, std::less<>>& keys) {
    const bool is_leaf =
        node.kind == NodeKind::Word || node.kind == NodeKind::Phrase || node.kind == NodeKind::Id;
    if (is_leaf && node.field != nullptr && is_entity_field(node.field->id)) {
        for (std::string& key : compiler.named_keys(node)) {
            keys.insert(std::move(key));
        }
    }
    for (const Node& child : node.children) {
        collect_names(child, compiler, keys);
    }
}

Node any_of(std::vector<Node> words) {
    if (words.size() == 1) {
        return std::move(words.front());
    }
    Node node;
    node.kind = NodeKind::Or;
    node.children = std::move(words);
    return node;
}

bool asks_title(const schema::Field* field) {
    return field == nullptr || field->id == FieldId::Title || field->id == FieldId::HeadOrLead;
}

bool asks_paragraph(const schema::Field* field, std::size_t number) {
    return field == nullptr || field->id == FieldId::Body ||
           (field->id != FieldId::Title && number == 0);
}

std::string_view part_name(std::size_t paragraph) {
    return paragraph == 0 ? "lead" : "body";
}

char letter_of(MentionType type) {
    switch (type) {
        case MentionType::Person:
            return 'P';
        case MentionType::Place:
            return 'L';
        case MentionType::Org:
            return 'O';
        case MentionType::Date:
            break;
    }
    return '\0';
}

/// The key of a mention's entity, and of what a place is in.
std::vector<std::string> keys_of(const Mention& mention) {
    const char letter = letter_of(mention.type);
    if (letter == '\0') {
        return {};
    }
    const std::string typed = std::string{letter, ':'};
    const bool has_id = mention.id.starts_with(typed);
    std::vector<std::string> keys = {typed +
                                     text::slug(has_id ? mention.id.substr(2) : mention.name)};
    for (const PlaceLevel& level : mention.path) {
        if (level.id.starts_with(typed)) {
            keys.push_back(typed + text::slug(level.id.substr(2)));
        }
    }
    return keys;
}

/// What the article states in the field of `node`; empty if it states nothing.
std::string stated(const Node& node, const Article& article) {
    switch (node.field->id) {
        case FieldId::Date:
            return article.published ? time::format_published(*article.published) : "none";
        case FieldId::Source:
            return article.source;
        case FieldId::Section:
            return article.section;
        case FieldId::Lang:
            return article.lang;
        case FieldId::Url:
        case FieldId::Site:
            return article.url;
        case FieldId::Collection:
            return article.collection;
        case FieldId::Id:
            return article.id;
        case FieldId::By:
        case FieldId::Topic: {
            std::string all;
            for (const std::string& each :
                 node.field->id == FieldId::By ? article.authors : article.topics) {
                all += (all.empty() ? "" : ", ") + each;
            }
            return all;
        }
        default:
            return {};
    }
}

/// Adds the names that the source states of entities with `keys`.
void add_stated_names(const std::set<std::string, std::less<>>& keys,
                      const Article& article,
                      std::vector<ClausePlace>& places) {
    const auto add = [&](std::string_view field, char letter, const auto& names) {
        for (const std::string& name : names) {
            std::string key = std::string{letter, ':'} + text::slug(name);
            if (keys.contains(key)) {
                places.push_back({std::string(field), name, std::move(key)});
            }
        }
    };
    add("person", 'P', article.people);
    add("place", 'L', article.places);
    add("org", 'O', article.orgs);
}

}  // namespace

MatchFinder::MatchFinder(const Node& tree,
                         compile::Compiler& compiler,
                         const storage::IndexReader& reader)
    : compiler_(compiler), reader_(reader) {
    add_clauses(tree);
}

void MatchFinder::add_clauses(const Node& node) {
    switch (node.kind) {
        case NodeKind::And:
        case NodeKind::Or:
            for (const Node& child : node.children) {
                add_clauses(child);
            }
            return;
        case NodeKind::Near:
        case NodeKind::Together:
        case NodeKind::AtLeast:
        case NodeKind::First:
        case NodeKind::Said:
        case NodeKind::Word:
        case NodeKind::Phrase:
        case NodeKind::Id:
        case NodeKind::Days:
        case NodeKind::Numbers:
            add_leaf(node);
            return;
        case NodeKind::Everything:
        case NodeKind::Not:
        case NodeKind::Like:
            return;
    }
}

void MatchFinder::add_leaf(const Node& node) {
    Clause clause;
    clause.node = node;
    clause.text = print_query(node);
    std::vector<Node> words;
    collect_words(node, words);
    if (!words.empty()) {
        clause.highlighter = std::make_unique<Highlighter>(any_of(std::move(words)), compiler_);
    }
    collect_names(node, compiler_, clause.entities);
    clauses_.push_back(std::move(clause));
}

std::vector<ClauseMatch> MatchFinder::find(const Article& article) {
    std::vector<ClauseMatch> matches;
    for (const Clause& clause : clauses_) {
        ClauseMatch match{clause.text, clause.node.span, places(clause, article), 0};
        if (match.places.empty()) {
            continue;
        }
        if (match.places.size() > kMaxPlaces) {
            match.more = match.places.size() - kMaxPlaces;
            match.places.resize(kMaxPlaces);
        }
        matches.push_back(std::move(match));
    }
    return matches;
}

std::vector<ClausePlace> MatchFinder::places(const Clause& clause, const Article& article) {
    std::vector<ClausePlace> places;
    if (clause.highlighter) {
        find_words(clause, article, places);
    }
    if (!clause.entities.empty()) {
        find_names(clause, article, places);
        if (places.empty()) {
            add_stated_names(clause.entities, article, places);
        }
    }
    const schema::Field* const field = clause.node.field;
    if (clause.node.kind == NodeKind::Days && field->id == FieldId::Event) {
        find_periods(clause, article, places);
    }
    if (places.empty() && field != nullptr && !is_text(field)) {
        if (std::string value = stated(clause.node, article); !value.empty()) {
            places.push_back({std::string(field->name), std::move(value)});
        } else if (!is_entity_field(field->id) && field->id != FieldId::Event) {
            places.push_back({std::string(field->name), {}});
        }
    }
    return places;
}

Snippet MatchFinder::sentence_at(const std::string& paragraph, Mark mark) {
    compiler_.words().tokenizer().tokenize(paragraph, list_);
    Mark sentence{0, static_cast<std::uint32_t>(paragraph.size())};
    for (const std::uint32_t token : text::sentence_starts(paragraph, list_)) {
        const std::uint32_t start = list_.tokens()[token].start_bytes;
        if (start <= mark.first) {
            sentence.first = start;
        } else {
            sentence.second = std::min(sentence.second, start);
        }
    }
    while (sentence.second > mark.second && paragraph[sentence.second - 1] == ' ') {
        --sentence.second;
    }
    return {
        "",
        paragraph.substr(sentence.first, sentence.second - sentence.first),
        {{mark.first - sentence.first, std::min(mark.second, sentence.second) - sentence.first}}};
}

void MatchFinder::find_words(const Clause& clause,
                             const Article& article,
                             std::vector<ClausePlace>& places) {
    std::vector<Node> words;
    collect_words(clause.node, words);
    const schema::Field* const field = words.front().field;
    std::size_t start = 0;
    const auto look_at = [&](const std::string& part, std::string_view name, bool in_title) {
        for (const Mark& mark : clause.highlighter->marks(article, part, start, in_title)) {
            ClausePlace place;
            place.field = name;
            place.value = part.substr(mark.first, mark.second - mark.first);
            place.sentence = sentence_at(part, mark);
            place.sentence.field = name;
            places.push_back(std::move(place));
        }
    };
    if (asks_title(field)) {
        look_at(article.title, "title", true);
    }
    start = article.title.empty() ? 0 : article.title.size() + 2;
    for (std::size_t number = 0; number < article.paragraphs.size(); ++number) {
        if (asks_paragraph(field, number)) {
            look_at(article.paragraphs[number], part_name(number), false);
        }
        start += article.paragraphs[number].size() + 2;
    }
}

ClausePlace MatchFinder::mention_place(const Article& article, const Mention& mention) {
    ClausePlace place;
    // full_text(): the title, an empty line, the paragraphs with empty lines between them.
    std::size_t start = 0;
    const auto holds = [&](const std::string& part, std::string_view name) {
        if (mention.start_bytes >= start && mention.end_bytes <= start + part.size()) {
            const Mark mark{static_cast<std::uint32_t>(mention.start_bytes - start),
                            static_cast<std::uint32_t>(mention.end_bytes - start)};
            place.field = name;
            place.value = part.substr(mark.first, mark.second - mark.first);
            place.sentence = sentence_at(part, mark);
            place.sentence.field = name;
            return true;
        }
        start += part.empty() && start == 0 ? 0 : part.size() + 2;
        return false;
    };
    if (holds(article.title, "title")) {
        return place;
    }
    for (std::size_t number = 0; number < article.paragraphs.size(); ++number) {
        if (holds(article.paragraphs[number], part_name(number))) {
            return place;
        }
    }
    return place;
}

void MatchFinder::find_names(const Clause& clause,
                             const Article& article,
                             std::vector<ClausePlace>& places) {
    for (const Mention& mention : article.mentions) {
        const std::vector<std::string> keys = keys_of(mention);
        const auto fits = [&](const std::string& key) { return clause.entities.contains(key); };
        const auto end = clause.node.exact && !keys.empty() ? keys.begin() + 1 : keys.end();
        if (std::none_of(keys.begin(), end, fits)) {
            continue;
        }
        ClausePlace place =
            mention.given.empty()
                ? mention_place(article, mention)
                : ClausePlace{std::string(clause.node.field != nullptr ? clause.node.field->name
                                                                       : std::string_view()),
                              mention.given};
        place.entity = reader_.joins().canonical(keys.front());
        places.push_back(std::move(place));
    }
}

void MatchFinder::find_periods(const Clause& clause,
                               const Article& article,
                               std::vector<ClausePlace>& places) {
    const parse::DayRange& asked = clause.node.days;
    for (const Mention& mention : article.mentions) {
        if (mention.type != MentionType::Date || !mention.days) {
            continue;
        }
        const auto first = asked.overlapping ? mention.days->to : mention.days->from;
        const auto last = asked.overlapping ? mention.days->from : mention.days->to;
        if ((!asked.from || first >= *asked.from) && (!asked.to || last < *asked.to)) {
            places.push_back(mention_place(article, mention));
        }
    }
}

}  // namespace dateline::search
