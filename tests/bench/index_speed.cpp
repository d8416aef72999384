// Tokens a second of one thread: indexing with everything on and without entities, by stage, beside
// what ICU and Xapian need for the same text. Processor time, so that other load counts little.
// usage: index_speed ARTICLES SCRATCH [ROUNDS]; ARTICLES has one article JSON a line, as
// `dateline-index --dry-run --jsonl --entities off` prints it; SCRATCH is a folder for the indexes.
#include "common/article/article_json.hpp"
#include "common/storage/shard_writer.hpp"
#include "common/text/tokenizer.hpp"
#include "indexer/analysis/dates/date_mentions.hpp"
#include "indexer/analysis/entity_finder.hpp"
#include "indexer/analysis/gazetteer_lists.hpp"
#include "indexer/analysis/quotes/quotes.hpp"
#include "indexer/analysis/tagger.hpp"
#include "indexer/document/document_builder.hpp"

#include <unicode/brkiter.h>
#include <xapian.h>

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace {

using dateline::Article;

/// Processor seconds of each stage, one sum a round.
class Stopwatch {
public:
    void begin_round() {
        for (auto& [stage, rounds] : seconds_) {
            rounds.push_back(0);
        }
        ++rounds_;
    }

    template <typename Work>
    auto time(const char* stage, Work&& work) {
        std::vector<double>& rounds = seconds_[stage];
        rounds.resize(rounds_);
        const Charge charge{std::clock(), rounds.back()};
        return work();
    }

    /// The median over the rounds.
    [[nodiscard]] double seconds(const std::string& stage) const {
        std::vector<double> rounds = seconds_.at(stage);
        std::nth_element(rounds.begin(),
                         rounds.begin() + static_cast<std::ptrdiff_t>(rounds.size() / 2),
                         rounds.end());
        return rounds[rounds.size() / 2];
    }

private:
    struct Charge {
        std::clock_t start;
        double& sum;
        ~Charge() { sum += static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC; }
    };

    std::map<std::string, std::vector<double>> seconds_;
    std::size_t rounds_ = 0;
};

std::vector<Article> read_articles(const char* path) {
    std::vector<Article> articles;
    std::ifstream lines(path);
    for (std::string line; std::getline(lines, line);) {
        if (std::optional<Article> article = dateline::read_article(line)) {
            articles.push_back(*std::move(article));
        }
    }
    return articles;
}

/// Peer: the words that ICU's BreakIterator finds, as in UAX #29, and nothing else.
std::size_t icu_words(icu::BreakIterator& iterator, const std::string& utf8) {
    UErrorCode status = U_ZERO_ERROR;
    UText text = UTEXT_INITIALIZER;
    utext_openUTF8(&text, utf8.data(), static_cast<std::int64_t>(utf8.size()), &status);
    iterator.setText(&text, status);
    std::size_t words = 0;
    for (iterator.first(); iterator.next() != icu::BreakIterator::DONE;) {
        words += iterator.getRuleStatus() != UBRK_WORD_NONE ? 1 : 0;
    }
    utext_close(&text);
    return words;
}

/// An empty folder below the scratch folder.
std::string empty_folder(const std::filesystem::path& path) {
    std::filesystem::remove_all(path);
    std::filesystem::create_directories(path);
    return path.string();
}

/// Peer: an index of words, stems and positions and the text as data, as scriptindex makes it.
void index_with_xapian(const std::vector<Article>& articles,
                       const std::filesystem::path& folder,
                       Stopwatch& watch) {
    Xapian::WritableDatabase database(empty_folder(folder), Xapian::DB_CREATE_OR_OVERWRITE);
    Xapian::TermGenerator generator;
    generator.set_stemmer(Xapian::Stem("en"));
    for (const Article& article : articles) {
        const std::string text = full_text(article);
        watch.time("peer_xapian", [&] {
            Xapian::Document document;
            generator.set_document(document);
            generator.index_text(text);
            document.set_data(text);
            database.add_document(document);
        });
    }
    watch.time("peer_xapian", [&] { database.commit(); });
}

/// Everything that a run does to an article once it is read. `finder` is null for no entities.
void index_with_dateline(const std::vector<Article>& articles,
                         const dateline::analysis::EntityFinder* finder,
                         const std::filesystem::path& folder,
                         Stopwatch& watch) {
    const bool on = finder != nullptr;
    dateline::storage::ShardWriter shard(empty_folder(folder), 0);
    dateline::document::DocumentBuilder builder;
    std::uint64_t number = 0;
    for (const Article& read : articles) {
        Article article = read;
        article.locator.record = ++number;
        article.lang.clear();
        watch.time("language", [&] { dateline::document::settle_language(article); });
        if (on) {
            watch.time("entities", [&] { finder->find(article); });
        }
        const dateline::document::Identity identity =
            dateline::document::identify(article, "articles");
        const dateline::storage::IndexDocument document = watch.time(
            on ? "document_on" : "document_off", [&] { return builder.build(article, identity); });
        watch.time(on ? "write_on" : "write_off",
                   [&] { static_cast<void>(shard.add(document, identity.key, 0)); });
    }
    watch.time(on ? "write_on" : "write_off", [&] { shard.commit(); });
}

/// Parts of "entities" on their own, and the tokens that speed is measured in.
void time_parts(const std::vector<Article>& articles,
                const dateline::analysis::Tagger& tagger,
                Stopwatch& watch) {
    dateline::text::Tokenizer tokenizer;
    dateline::text::TokenList tokens;
    const auto order = dateline::time::DateOrder::Unstated;
    for (const Article& article : articles) {
        const std::string text = full_text(article);
        watch.time("tokens", [&] { tokenizer.tokenize(text, tokens); });
        watch.time("entities_names", [&] { static_cast<void>(tagger.read(text)); });
        watch.time("entities_dates", [&] {
            static_cast<void>(dateline::analysis::date_mentions(article, text, order));
        });
        watch.time("entities_quotes", [&] {
            static_cast<void>(dateline::analysis::find_quotes(text, {}, article.lang));
        });
    }
}

std::size_t count_tokens(const std::vector<Article>& articles) {
    dateline::text::Tokenizer tokenizer;
    dateline::text::TokenList tokens;
    std::size_t count = 0;
    for (const Article& article : articles) {
        tokenizer.tokenize(full_text(article), tokens);
        count += tokens.tokens().size();
    }
    return count;
}

void time_icu(const std::vector<Article>& articles, Stopwatch& watch) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> iterator(
        icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    for (const Article& article : articles) {
        const std::string text = full_text(article);
        watch.time("peer_icu_words", [&] { return icu_words(*iterator, text); });
    }
}

void print(const Stopwatch& watch, std::size_t tokens, const char* name, double seconds) {
    std::cout << R"({"what":")" << name << R"(","cpu_s":)" << seconds << R"(,"tokens_per_s":)"
              << static_cast<std::uint64_t>(static_cast<double>(tokens) / seconds)
              << R"(,"times_icu_words":)" << seconds / watch.seconds("peer_icu_words") << "}\n";
}

void print_all(const Stopwatch& watch, std::size_t tokens) {
    for (const char* const stage : {"peer_icu_words",
                                    "peer_xapian",
                                    "tokens",
                                    "language",
                                    "entities_names",
                                    "entities_dates",
                                    "entities_quotes",
                                    "entities",
                                    "document_off",
                                    "document_on",
                                    "write_off",
                                    "write_on"}) {
        print(watch, tokens, stage, watch.seconds(stage));
    }
    const double language = watch.seconds("language") / 2;  // it is settled with and without
    const double analysed = language + watch.seconds("entities");
    const double documented = analysed + watch.seconds("document_on");
    print(watch, tokens, "analysis, everything on", analysed);
    print(watch, tokens, "analysis and document, everything on", documented);
    print(watch, tokens, "indexing, everything on", documented + watch.seconds("write_on"));
    print(watch,
          tokens,
          "indexing, entities off",
          language + watch.seconds("document_off") + watch.seconds("write_off"));
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        std::cerr << "usage: index_speed ARTICLES SCRATCH [ROUNDS]\n";
        return 2;
    }
    const std::vector<Article> articles = read_articles(argv[1]);
    const std::filesystem::path scratch = argv[2];
    const int rounds = argc > 3 ? std::atoi(argv[3]) : 3;
    const dateline::analysis::EntityFinder finder;
    const dateline::gazetteer::Gazetteer gazetteer =
        dateline::gazetteer::Gazetteer::open_installed();
    const dateline::analysis::GazetteerLists lists(gazetteer);
    const dateline::analysis::Tagger tagger = dateline::analysis::Tagger::open_installed(&lists);
    const std::size_t tokens = count_tokens(articles);
    std::cout << R"({"articles":)" << articles.size() << R"(,"tokens":)" << tokens
              << R"(,"rounds":)" << rounds << "}\n";
    Stopwatch watch;
    for (int round = 0; round < rounds; ++round) {
        watch.begin_round();
        time_icu(articles, watch);
        index_with_xapian(articles, scratch / "xapian", watch);
        index_with_dateline(articles, nullptr, scratch / "off", watch);
        index_with_dateline(articles, &finder, scratch / "on", watch);
        time_parts(articles, tagger, watch);
    }
    print_all(watch, tokens);
    return 0;
}
