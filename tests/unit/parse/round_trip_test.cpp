// Printing and parsing are inverse, whatever the tree and whatever the text.
#include "tests/unit/parse/examples.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <random>

namespace dateline::parse {
namespace {

constexpr std::array<std::string_view, 136> kNasty = {
    " ",         " ",          " ",         " ",         "(",        ")",
    "\"",        "“",          "”",         "»",         "|",        "-",
    "–",         "—",          "=",         "*",         "?",        "!",
    "~",         "^",          "+",         "@",         ":",        ".",
    "..",        ",",          "'",         "’",         "\\",       "\\\"",
    "/",         "<",          ">",         ">=",        "<=",       "[",
    "]",         "&&",         "||",        "a",         "b",        "zz",
    "Ü",         "界",         "é",         "\u0301",    "\u200b",   "\u3000",
    "（",        "）",         "：",        "＊",        "＼",       "ＯＲ",
    "AND",       " AND ",      " OR ",      "OR",        "NOT ",     "NOT",
    "and",       " or ",       "TO",        "near5",     "w/5",      "person:",
    "PLACE:",    "title:",     "date:",     "len:",      "has:",     "lang:",
    "url:",      "id:@",       "after:",    "before:",   "seen:",    "persn:",
    "date",      "2025",       "2025-1",    "10000",     "1000",     "9999",
    "30d",       "0d",         "today",     "none",      "https://", "wc>3",
    "\t",        "🙂",       " NEAR/3 ",  " w/s ",     " w/p ",    " pre/2 ",
    " adj5 ",    " SAME ",     "NEAR",      "AROUND(5)", "/5",       "+5",
    "~1",        "~2",         "^2",        "^0.5",      "^",        "said:",
    "said:(",    "speaker:",   "like:@",    "query:a",   "query:b",  "query:",
    "atleast3:", "atleast3:(", "atleast2",  "first50:(", "first9:",  "first9(",
    "story:",    "intitle:",   "_exists_:", "hd=",       "rst=",     "[2025-08 TO 2025-09]",
    "{2025",     "XOR",        "ANDNOT",    "headline(", "near20:",  "$",
    "econom$",   "~0.8",       "\\ ",       "zelensky"};

std::string nasty_text(std::mt19937& random) {
    std::string text;
    const auto size = random() % 12U;
    for (unsigned i = 0; i <= size; ++i) {
        text += kNasty.at(random() % kNasty.size());
    }
    return text;
}

/// Saved queries for texts by chance; one of them leads back to itself.
Parsed parse_with(std::string_view text, bool lenient) {
    ParseOptions options{kToday};
    options.lenient = lenient;
    options.saved_query = [](std::string_view name) {
        return name == "a"   ? std::optional<std::string>("oil OR (gas price)^2")
               : name == "b" ? std::optional<std::string>("x query:b")
                             : std::nullopt;
    };
    return parse_query(text, options);
}

bool has_everything(const Node& node) {
    return node.kind == NodeKind::Everything ||
           std::any_of(node.children.begin(), node.children.end(), has_everything);
}

/// Whether lenient mode may refuse a text with an error of this code.
bool is_hard(const std::string& code) {
    return code == "empty_query" || code == "too_deep" || code == "too_many_terms";
}

void check_spans(std::string_view text, const std::vector<Problem>& problems) {
    for (const Problem& problem : problems) {
        CAPTURE(problem.code);
        CHECK(problem.span.offset_bytes <= text.size());
        CHECK(problem.span.size_bytes <= text.size() - problem.span.offset_bytes);
        CHECK_FALSE(problem.message.empty());
    }
}

void check_node_spans(std::string_view text, const Node& node) {
    REQUIRE(node.span.offset_bytes < text.size());
    REQUIRE(node.span.size_bytes > 0);
    REQUIRE(node.span.size_bytes <= text.size() - node.span.offset_bytes);
    for (const Node& child : node.children) {
        check_node_spans(text, child);
    }
}

void check_round_trip(std::string_view text, const Node& tree) {
    check_node_spans(text, tree);
    const std::string printed = print_query(tree);
    CAPTURE(printed);
    const Parsed again = parse(printed);
    REQUIRE(again.errors.empty());
    REQUIRE(same_query(*again.tree, tree));
    REQUIRE(print_query(*again.tree) == printed);
}

/// A number below `limit`.
std::uint32_t below(std::mt19937& random, std::uint32_t limit) {
    return static_cast<std::uint32_t>(random() % limit);
}

Node leaf(std::mt19937& random) {
    using std::chrono::days;
    Node node;
    const auto text_field = [&]() -> const schema::Field* {
        const auto pick = random() % 5U;
        return pick < 2 ? nullptr : &schema::fields()[pick == 2 ? 0 : pick == 3 ? 4 : 5];
    };
    switch (random() % 7U) {
        case 0:
            node.kind = NodeKind::Phrase;
            node.field = text_field();
            node.exact = random() % 2U == 0;
            node.text =
                std::array<std::string, 5>{
                    "AND", "a \"b\" c", "x\\", "“quoted” (y) | z", "zwei Wörter"}
                    .at(random() % 5U);
            if (!node.exact && node.text.find(' ') != std::string::npos &&
                (node.field == nullptr || node.field->kind == schema::FieldKind::Text)) {
                node.slop = below(random, 4);
            }
            break;
        case 1:
            node.kind = NodeKind::Id;
            node.field = &schema::field(schema::FieldId::Place);
            node.text = "5879092";
            node.exact = random() % 2U == 0;
            break;
        case 2:
            node.kind = NodeKind::Days;
            node.field = &schema::field(std::array{schema::FieldId::Date,
                                                   schema::FieldId::Seen,
                                                   schema::FieldId::Event}[random() % 3U]);
            node.days.overlapping = node.field->id == schema::FieldId::Event && random() % 2U == 0;
            node.days.from = kToday - days(random() % 700U);
            if (random() % 2U == 0) {
                node.days.to = *node.days.from + days(1 + random() % 400U);
            }
            break;
        case 3:
            node.kind = NodeKind::Numbers;
            node.field = &schema::field(schema::FieldId::Len);
            node.numbers.from = random() % 1000U;
            break;
        case 4:
            break;
        case 5:
            node.kind = NodeKind::Like;
            node.text = "a1b2c3";
            break;
        default:
            node.kind = NodeKind::Word;
            node.field = text_field();
            node.exact = random() % 3U == 0;
            node.prefix = random() % 3U == 0;
            node.text = std::array<std::string, 5>{"sanction", "U.S", "l'eau", "制裁", "18:30"}.at(
                random() % 5U);
            if (!node.exact && !node.prefix && node.text == "sanction") {
                node.fuzzy = below(random, 3);
            }
    }
    return node;
}

/// A word or phrase of the text, or a mention.
Node spot_leaf(std::mt19937& random) {
    Node node;
    node.kind = random() % 2U == 0 ? NodeKind::Phrase : NodeKind::Word;
    node.text = node.kind == NodeKind::Word ? "oil" : "two words";
    if (random() % 4U == 0) {
        node.field = &schema::field(schema::FieldId::Person);
    }
    return node;
}

Node with_children(Node node, unsigned count, const std::function<Node()>& child) {
    for (unsigned i = 0; i < count; ++i) {
        node.children.push_back(child());
    }
    return node;
}

/// A leaf, an Or of leaves, or a Near of these.
Node spot(std::mt19937& random, unsigned depth) {
    const auto pick = depth == 0 ? 0 : random() % 4U;
    if (pick < 2) {
        return spot_leaf(random);
    }
    Node node;
    node.kind = pick == 2 ? NodeKind::Or : NodeKind::Near;
    node.distance = pick == 2 ? 0 : 1 + below(random, 9);
    node.ordered = pick == 3 && random() % 2U == 0;
    return with_children(node, 2 + below(random, 2), [&] {
        return pick == 2 ? spot_leaf(random) : spot(random, depth - 1);
    });
}

/// A Near, Together, AtLeast, First or Said of spots.
Node construct(std::mt19937& random) {
    Node node;
    switch (random() % 4U) {
        case 0:
            node.kind = NodeKind::Together;
            node.unit = random() % 2U == 0 ? Unit::Sentence : Unit::Paragraph;
            return with_children(node, 2 + below(random, 2), [&] { return spot(random, 2); });
        case 1:
            node.kind = NodeKind::AtLeast;
            node.count = 1 + below(random, kMaxMentions);
            return with_children(node, 1, [&] { return spot(random, 2); });
        case 2:
            node.kind = NodeKind::First;
            node.count = 1 + below(random, kMaxFirstWords);
            // An Or would go outside.
            return with_children(node, 1, [&] { return spot_leaf(random); });
        default:
            node.kind = NodeKind::Said;
            return with_children(node, 1, [&] { return spot(random, 2); });
    }
}

/// A random tree in which no And is a child of And, and no Or of Or.
Node random_tree(std::mt19937& random, unsigned depth, NodeKind parent) {
    const auto pick = random() % 6U;
    if (depth == 0 || pick == 0) {
        return leaf(random);
    }
    if (pick == 5) {
        return construct(random);
    }
    Node node;
    node.boost = random() % 5U == 0 ? 0.25 * (1 + below(random, 20)) : 1;
    node.kind = pick == 1 ? NodeKind::Not : parent == NodeKind::And ? NodeKind::Or : NodeKind::And;
    const auto size = node.kind == NodeKind::Not ? 1U : 2U + random() % 3U;
    for (unsigned i = 0; i < size; ++i) {
        node.children.push_back(random_tree(random, depth - 1, node.kind));
    }
    return node;
}

}  // namespace

TEST_SUITE("parse.round_trip") {
    TEST_CASE("print_query gives text that parse_query reads as the same tree") {
        constexpr unsigned seed = 20251016;
        CAPTURE(seed);
        std::mt19937 random(seed);
        for (int round = 0; round < 2000; ++round) {
            const Node tree =
                random_tree(random, 4, random() % 2U == 0 ? NodeKind::And : NodeKind::Or);
            const std::string printed = print_query(tree);
            CAPTURE(printed);
            const Parsed again = parse(printed);
            REQUIRE(again.errors.empty());
            REQUIRE(same_query(*again.tree, tree));
        }
    }

    TEST_CASE("parse_query survives any text and reads its own print as the same tree") {
        constexpr unsigned seed = 7;
        CAPTURE(seed);
        std::mt19937 random(seed);
        int understood = 0;
        for (int round = 0; round < 15000; ++round) {
            const std::string text = nasty_text(random);
            CAPTURE(text);
            const Parsed parsed = parse_with(text, false);
            REQUIRE(parsed.tree.has_value() == parsed.errors.empty());
            check_spans(text, parsed.errors);
            check_spans(text, parsed.warnings);
            if (!parsed.tree) {
                continue;
            }
            ++understood;
            check_round_trip(text, *parsed.tree);
        }
        CHECK(understood > 1000);
    }

    TEST_CASE("parse_query reads any text in lenient mode and never takes it for everything") {
        constexpr unsigned seed = 8;
        CAPTURE(seed);
        std::mt19937 random(seed);
        for (int round = 0; round < 10000; ++round) {
            const std::string text = nasty_text(random);
            CAPTURE(text);
            const Parsed parsed = parse_with(text, true);
            REQUIRE(parsed.tree.has_value() == parsed.errors.empty());
            check_spans(text, parsed.errors);
            check_spans(text, parsed.warnings);
            if (!parsed.tree) {
                REQUIRE(is_hard(parsed.errors.front().code));
                continue;
            }
            check_round_trip(text, *parsed.tree);
            const bool has_star =
                text.find('*') != std::string::npos || text.find("＊") != std::string::npos;
            REQUIRE((has_star || !has_everything(*parsed.tree)));
        }
    }

    TEST_CASE("parse_query survives random bytes") {
        constexpr unsigned seed = 99;
        CAPTURE(seed);
        std::mt19937 random(seed);
        for (int round = 0; round < 20000; ++round) {
            std::string text(random() % 24U, '\0');
            for (char& c : text) {
                c = static_cast<char>(random() % 256U);
            }
            const Parsed parsed = parse(text);
            REQUIRE(parsed.tree.has_value() == parsed.errors.empty());
            check_spans(text, parsed.errors);
        }
    }
}

}  // namespace dateline::parse
