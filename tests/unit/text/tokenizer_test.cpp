// The tokens of hand-made texts in many scripts, and the fast path against the reference.
#include "common/text/tokenizer.hpp"

#include "common/base/utf8.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace dateline;
using namespace dateline::text;

namespace {

/// The folded forms of `list`, in order, with a blank between them; marks and cuts are shown.
std::string shown(const TokenList& list) {
    std::string line;
    for (const Token& token : list.tokens()) {
        line += line.empty() ? "" : " ";
        line += token.mark == '\0' ? std::string() : std::string(1, token.mark);
        line += list.folded(token);
        line += token.truncated ? "~" : "";
    }
    return line;
}

std::string exact_shown(const TokenList& list) {
    std::string line;
    for (const Token& token : list.tokens()) {
        line += line.empty() ? "" : " ";
        line += list.exact(token);
    }
    return line;
}

TokenList tokens_of(std::string_view text) {
    Tokenizer tokenizer;
    TokenList list;
    tokenizer.tokenize(text, list);
    return list;
}

std::string run_words_shown(std::string_view text) {
    const TokenList list = tokens_of(text);
    std::string line;
    for (const RunWord& word : list.run_words()) {
        line += line.empty() ? "" : " ";
        for (std::uint32_t i = 0; i < word.size_tokens; ++i) {
            line += list.folded(list.tokens()[word.first_token + i]);
        }
    }
    return line;
}

/// All that a list holds, one token a line.
std::string everything(const TokenList& list) {
    std::string lines;
    for (const Token& token : list.tokens()) {
        lines += std::to_string(token.start_bytes) + "-" + std::to_string(token.end_bytes) + " ";
        lines += list.folded(token);
        lines += " ";
        lines += list.exact(token);
        lines += token.kind == TokenKind::Word ? " word" : " character";
        lines += token.mark == '\0' ? "" : std::string(" ") + token.mark;
        lines += token.truncated ? " cut" : "";
        lines += token.joined ? " joined\n" : "\n";
    }
    for (const RunWord& word : list.run_words()) {
        lines += std::to_string(word.first_token) + "+" + std::to_string(word.size_tokens) + "\n";
    }
    return lines;
}

const std::vector<std::pair<std::string, std::string>>& table() {
    static const std::vector<std::pair<std::string, std::string>> rows{
        {"", ""},
        {" \t\r\n", ""},
        {"Putin met Trump.", "putin met trump"},
        {"U.S.", "u.s"},
        {"the U.S.-led force", "the u.s led force"},
        {"U.N.'s", "u.n"},
        {"U.S.A. and US", "u.s.a and us"},
        {"J.K.Rowling", "j.k rowling"},
        {"J. Smith", "j smith"},
        {"Ph.D.", "ph d"},
        {"end.Next", "end next"},
        {"www.example.com", "www example com"},
        {"3.5 .5 5. 1.2.3", "3.5 5 5 1.2.3"},
        {"1,000,000 and 1, 2", "1,000,000 and 1 2"},
        {"5.a a.5 v1.2 1.2b.c", "5 a a 5 v1.2 1.2b c"},
        {"5.2% $10 18:30", "5.2 10 18 30"},
        {"O'Brien", "o brien"},
        {"l'eau", "l eau"},
        {"Putin's Putin\u2019s PUTIN'S", "putin putin putin"},
        {"Trump's.", "trump"},
        {"James' 's s", "james s s"},
        {"don't", "don t"},
        {"Bob'sled", "bob sled"},
        {"e-mail e\u2010mail e\u2013mail", "e mail e mail e mail"},
        {"#MeToo @user a@b.c", "#metoo @user a b.c"},
        {"##tag (#tag) x#tag", "#tag #tag x tag"},
        {"G7 10km C++ AT&T", "g7 10km c at t"},
        {"foo_bar a:b", "foo bar a b"},
        {std::string("a\0b", 3), "a b"},
        {"co\u00ADoperate", "cooperate"},
        {"\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645",
         "\u0645\u06CC\u062E\u0648\u0627\u0647\u0645"},
        {"x\u200By", "x y"},
        {"M\u00FCller \u0130stanbul \uFB01t", "muller istanbul fit"},
        {"\u0142\u00F3d\u017A \u00D8re \u00C6gir \u0153uvre Stra\u00DFe",
         "lodz ore aegir oeuvre strasse"},
        {"\u0440\u0443\u0441\u0441\u043A\u0438\u0439 \u0451\u0436",
         "\u0440\u0443\u0441\u0441\u043A\u0438\u0439 \u0435\u0436"},
        {"\u0417\u0430\u0301\u043C\u043E\u043A", "\u0437\u0430\u043C\u043E\u043A"},
        {"\uFF27\uFF17\u3000\uFF11\uFF0C\uFF10\uFF10\uFF10", "g7 1,000"},
        {"\u4EAC\u90FD2025\u5E74", "\u4EAC \u90FD 2025 \u5E74"},
        {"\uFF76\uFF9E\uFF7D", "\u30AC \u30B9"},
        {"\u304B\u3099", "\u304C"},
        {"\u0E44\u0E17\u0E22 text", "\u0E44 \u0E17 \u0E22 text"},
        {"\u0E19\u0E33", "\u0E19 \u0E4D \u0E32"},
        {"\uC11C\uC6B8\uC740 G7", "\uC11C\uC6B8\uC740 g7"},
        {"col\u00B7lecci\u00F3 a\u00B7b", "col\u00B7leccio a b"},
        {"\u201CYes\u201D\u2014he said\u2026", "yes he said"},
        {"m\u00B2 H\u2082O \U0001F600", "m h o"},
        {"\u3164", ""},
        {"\u0301\u0301", ""},
        {"\u0643\u062A\u0640\u0640\u0628 \u0623\u0643\u0644",
         "\u0643\u062A\u0628 \u0627\u0643\u0644"},
    };
    return rows;
}

bool same(const TokenList& one, const TokenList& other) {
    const auto equal = [&](const Token& a, const Token& b) {
        return a.start_bytes == b.start_bytes && a.end_bytes == b.end_bytes &&
               one.folded(a) == other.folded(b) && one.exact(a) == other.exact(b) &&
               a.kind == b.kind && a.mark == b.mark && a.truncated == b.truncated &&
               a.joined == b.joined;
    };
    return std::equal(one.tokens().begin(),
                      one.tokens().end(),
                      other.tokens().begin(),
                      other.tokens().end(),
                      equal) &&
           one.run_words().empty() && other.run_words().empty();
}

/// The decompressed bytes of a gzip file, repaired; the test data's own path has no quotes.
std::string decompressed(const std::string& path) {
    const std::string command = "zcat '" + path + "'";
    const auto close = [](std::FILE* pipe) { static_cast<void>(::pclose(pipe)); };
    const std::unique_ptr<std::FILE, decltype(close)> pipe(::popen(command.c_str(), "r"), close);
    std::string bytes;
    std::array<char, 65536> buffer{};
    while (pipe) {
        const std::size_t size = std::fread(buffer.data(), 1, buffer.size(), pipe.get());
        if (size == 0) {
            break;
        }
        bytes.append(buffer.data(), size);
    }
    return repair_utf8(bytes).text;
}

}  // namespace

TEST_SUITE("text.tokenizer") {
    TEST_CASE("tokenize gives the forms of the table") {
        for (const auto& row : table()) {
            const auto& text = row.first;
            const auto& forms = row.second;
            CAPTURE(text);
            CHECK(shown(tokens_of(text)) == forms);
        }
    }

    TEST_CASE("tokenize_with_icu gives the same as tokenize for the table") {
        Tokenizer tokenizer;
        TokenList fast;
        TokenList reference;
        for (const auto& row : table()) {
            const auto& text = row.first;
            for (const std::string& whole : {text, "Caf\u00E9 " + text + " x", "a\u2019" + text}) {
                CAPTURE(whole);
                tokenizer.tokenize(whole, fast);
                tokenizer.tokenize_with_icu(whole, reference);
                CHECK(everything(fast) == everything(reference));
            }
        }
    }

    TEST_CASE("tokenize keeps diacritics in exact forms alone") {
        const TokenList list = tokens_of("M\u00FCller \u0130stanbul priv\u00E9 plain");
        CHECK(shown(list) == "muller istanbul prive plain");
        CHECK(exact_shown(list) == "m\u00FCller i\u0307stanbul priv\u00E9 plain");
        CHECK(list.tokens()[3].exact_offset == list.tokens()[3].folded_offset);
    }

    TEST_CASE("tokenize treats composed and decomposed letters alike") {
        for (const auto& row : std::vector<std::pair<std::string, std::string>>{
                 {"caf\u00E9", "cafe\u0301"},
                 {"\u0439", "\u0438\u0306"},
                 {"\u1EC7", "e\u0323\u0302"},
                 {"\u01FF", "o\u0338\u0301"},
                 {"\u30D1", "\u30CF\u309A"},
                 {"\uD55C", "\u1112\u1161\u11AB"},
             }) {
            const auto& composed = row.first;
            const auto& decomposed = row.second;
            CAPTURE(composed);
            const TokenList one = tokens_of(composed);
            const TokenList other = tokens_of(decomposed);
            if (composed != "\u01FF") {  // a stroke overlay does not compose with o
                CHECK(exact_shown(one) == exact_shown(other));
            }
            CHECK(shown(one) == shown(other));
        }
    }

    TEST_CASE("tokenize gives byte ranges of the text") {
        const std::string text = "\u201CM\u00FCller\u2019s\u201D #U.S. x";
        const TokenList list = tokens_of(text);
        REQUIRE(list.tokens().size() == 3);
        std::vector<std::string> sources;
        for (const Token& token : list.tokens()) {
            sources.push_back(text.substr(token.start_bytes, token.end_bytes - token.start_bytes));
        }
        CHECK(sources == std::vector<std::string>{"M\u00FCller", "U.S", "x"});
        CHECK(list.tokens()[1].mark == '#');
    }

    TEST_CASE("tokenize tells joined tokens from tokens behind white space") {
        for (const auto& row : std::vector<std::pair<std::string, std::string>>{
                 {"e-mail now", "010"},
                 {"caf\u00E9-bar now", "010"},
                 {"a\u00A0b", "00"},
                 {"Bob's-car", "01"},
                 {"\u4EAC\u90FD \u5E02", "010"},
             }) {
            const auto& text = row.first;
            const auto& joined = row.second;
            CAPTURE(text);
            std::string flags;
            const TokenList list = tokens_of(text);
            for (const Token& token : list.tokens()) {
                flags += token.joined ? '1' : '0';
            }
            CHECK(flags == joined);
        }
    }

    TEST_CASE("tokenize cuts a token behind 64 code points and drops the rest") {
        for (const std::string& letter : {std::string("a"), std::string("\u0444")}) {
            std::string word;
            std::string limit;
            for (int i = 0; i < 65; ++i) {
                limit = i == 64 ? word : limit;
                word += letter;
            }
            CAPTURE(letter);
            CHECK(shown(tokens_of(limit + " x")) == limit + " x");
            CHECK(shown(tokens_of(word + " x")) == limit + "~ x");
        }
        std::string many = "a";
        for (std::size_t i = 0; i < 100000; ++i) {
            many += i % 2 == 0 ? "\u0301" : "\u0316";
        }
        const TokenList list = tokens_of(many + " b");
        REQUIRE(list.tokens().size() == 2);
        CHECK(list.folded(list.tokens()[0]) == "a");
        CHECK(list.tokens()[0].truncated);
    }

    TEST_CASE("tokenize gives a word the same forms alone and in running text") {
        Tokenizer tokenizer;
        TokenList alone;
        TokenList inside;
        for (const std::string word : {"U.S",
                                       "M\u00FCller",
                                       "3.5",
                                       "Stra\u00DFe",
                                       "\u0451\u0436",
                                       "G7",
                                       "\u05E9\u05DC\u05D5\u05DD",
                                       "\u0928\u092E\u0938\u094D\u0924\u0947"}) {
            tokenizer.tokenize(word, alone);
            REQUIRE(alone.tokens().size() == 1);
            for (const std::string before : {"", "(", "x ", "\u201C", "\u4EAC", "\u00E9-"}) {
                for (const std::string after : {"", ")", " y", "\u2019s", ", ", "\u201D"}) {
                    CAPTURE(before + word + after);
                    tokenizer.tokenize(before + word + after, inside);
                    bool found = false;
                    for (const Token& token : inside.tokens()) {
                        found = found || (inside.folded(token) == alone.folded(alone.tokens()[0]) &&
                                          inside.exact(token) == alone.exact(alone.tokens()[0]));
                    }
                    CHECK(found);
                }
            }
        }
    }

    TEST_CASE("tokenize makes each character of a script without spaces a token") {
        const TokenList list = tokens_of("\u5916\u56FD\u4EBA\u53C2\u653F\u6A29");
        CHECK(list.tokens().size() == 6);
        for (const Token& token : list.tokens()) {
            CHECK(token.kind == TokenKind::Character);
            CHECK(token.end_bytes - token.start_bytes == 3);
        }
    }

    TEST_CASE("tokenize lists dictionary words of three characters and more") {
        CHECK(run_words_shown("\u30AB\u30BF\u30AB\u30CA\u3068") == "\u30AB\u30BF\u30AB\u30CA");
        CHECK(run_words_shown("\u4EAC\u90FD").empty());
        CHECK(run_words_shown("\u0E1B\u0E23\u0E30\u0E40\u0E17\u0E28\u0E44\u0E17\u0E22") ==
              "\u0E1B\u0E23\u0E30\u0E40\u0E17\u0E28\u0E44\u0E17\u0E22");
        CHECK(run_words_shown("plain words only").empty());
    }

    TEST_CASE("tokenize_with_icu gives the same as tokenize for random ASCII") {
        const unsigned seed = std::random_device{}();
        MESSAGE("seed " << seed);
        std::mt19937 random(seed);
        const std::string alphabet =
            std::string("aAsSuUzZ059..,,''  \t\n-_:;#@&/\"()+%$!?\x7f\x01") + '\0';
        Tokenizer tokenizer;
        TokenList fast;
        TokenList reference;
        for (int round = 0; round < 3000; ++round) {
            std::string text;
            const std::size_t size = random() % 60;
            for (std::size_t i = 0; i < size; ++i) {
                text += alphabet[random() % alphabet.size()];
            }
            // Half of the texts hold one stretch for the other scanner.
            if (round % 2 == 0 && !text.empty()) {
                text.insert(random() % text.size(), "\u00E9\u2019");
            }
            CAPTURE(text);
            tokenizer.tokenize(text, fast);
            tokenizer.tokenize_with_icu(text, reference);
            REQUIRE(everything(fast) == everything(reference));
        }
    }

    TEST_CASE("tokenize_with_icu gives the same as tokenize for Reuters-21578") {
        const char* const data = std::getenv("DATELINE_DATA");  // NOLINT(concurrency-mt-unsafe)
        if (data == nullptr) {
            MESSAGE("skipped: DATELINE_DATA is not set");
            return;
        }
        Tokenizer tokenizer;
        TokenList fast;
        TokenList reference;
        std::size_t total = 0;
        for (int file = 0; file < 22; ++file) {
            std::string name = std::to_string(file);
            name.insert(0, 3 - name.size(), '0');
            const std::string path = std::string(data) + "/reuters-21578/reut2-" + name + ".sgm.gz";
            if (!std::filesystem::exists(path)) {
                continue;  // copies of the collection may hold its first files alone
            }
            const std::string text = decompressed(path);
            tokenizer.tokenize(text, fast);
            tokenizer.tokenize_with_icu(text, reference);
            total += fast.tokens().size();
            CAPTURE(file);
            REQUIRE(fast.tokens().size() == reference.tokens().size());
            CHECK(same(fast, reference));
        }
        CHECK(total > 100000);
    }

    TEST_CASE("fold keeps what is no letter and loses diacritics") {
        CHECK(fold("M\u00FCller & S\u00F6hne, \u0130stanbul") == "muller & sohne, istanbul");
        CHECK(fold("Plain TEXT 1.5") == "plain text 1.5");
        CHECK(fold("\u0930\u093E\u092E\u094D \u304C \u0439 \u0451") ==
              "\u0930\u093E\u092E\u094D \u304C \u0439 \u0435");
        CHECK(fold("co\u00ADop\u202E") == "coop");
        CHECK(fold("").empty());
    }

    TEST_CASE("slug joins the words of a name by hyphens") {
        CHECK(slug("Vladimir Putin") == "vladimir-putin");
        CHECK(slug("  O'Brien, Jos\u00E9 (Jr.) ") == "o-brien-jose-jr");
        CHECK(slug("\u6771\u4EAC") == "\u6771\u4EAC");
        CHECK(slug("!?").size() == 17);
        CHECK(slug("!?").front() == '~');
        CHECK(slug("!?") != slug("??"));
    }

    TEST_CASE("slug gives a slug back as it is") {
        for (const std::string& name : {
                 std::string("Vladimir Putin"),
                 std::string("!?"),
                 std::string(162, 'a') + " " + std::string(40, 'b'),  // cut behind the hyphen
                 std::string(163, 'a') + " " + std::string(40, 'b'),
                 std::string(200, 'a'),
                 std::string("\u6771\u4EAC \u0301x"),
             }) {
            CAPTURE(name);
            CHECK(slug(slug(name)) == slug(name));
        }
    }

    TEST_CASE("slug closes a long name by a hash") {
        const std::string limit(180, 'a');
        CHECK(slug(limit) == limit);
        CHECK(slug(limit + "b").size() == 180);
        CHECK(slug(limit + "b") != slug(limit + "c"));
        std::string wide;
        for (int i = 0; i < 100; ++i) {
            wide += "\u6771";
        }
        CHECK(slug(wide).size() <= 180);
        CHECK(is_valid_utf8(slug(wide)));
    }
}
