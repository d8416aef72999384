// Searches over all shards, one thread each.
#include "query/search/searcher.hpp"

#include "common/article/article_json.hpp"
#include "common/base/error.hpp"
#include "common/base/utf8.hpp"
#include "common/schema/fields.hpp"
#include "common/storage/index_reader.hpp"
#include "common/storage/xapian_errors.hpp"
#include "common/text/tokenizer.hpp"
#include "query/compile/compiler.hpp"
#include "query/compile/text_weight.hpp"
#include "query/search/collector.hpp"
#include "query/search/diagnoser.hpp"
#include "query/search/entities.hpp"
#include "query/search/expansions.hpp"
#include "query/search/facet_counting.hpp"
#include "query/search/highlight.hpp"
#include "query/search/matches.hpp"
#include "query/search/pairs.hpp"
#include "query/search/resolved_names.hpp"
#include "query/search/shard_threads.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace dateline::search {
namespace {

constexpr std::size_t kSnippets = 2;
constexpr std::size_t kSnippetBytes = 240;
constexpr std::size_t kMinIdDigits = 4;
constexpr std::size_t kMaxListedIds = 10;

bool is_hex(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    });
}

Article stored_article(const Xapian::Document& document) {
    const std::string data = document.get_data();
    std::optional<Article> article = read_article(storage::unpack_data(data).article_json);
    if (!article) {
        throw Error(
            ErrorCode::IndexDamaged,
            "a stored article cannot be read",
            "run dateline-index --verify, and index the articles again if it reports damage");
    }
    return *std::move(article);
}

Hit make_hit(const Xapian::Document& document, const entities::EntityJoins& joins) {
    Hit hit;
    hit.id = storage::public_id_of(document);
    hit.article = stored_article(document);
    hit.title = {"title", hit.article.title, {}};
    hit.people = entities_of(hit.article, MentionType::Person, joins);
    hit.places = entities_of(hit.article, MentionType::Place, joins);
    hit.orgs = entities_of(hit.article, MentionType::Org, joins);
    return hit;
}

/// What belongs to one search and its hits.
struct Search {
    parse::Node tree;  ///< as searched
    std::vector<RankedHit> hits;
    std::size_t offset = 0;  ///< hits left out before these
    std::unique_ptr<compile::Compiler> compiler;
    std::unique_ptr<Highlighter> highlighter;
    std::unique_ptr<MatchFinder> matches;  ///< if asked for
};

/// Whether any facet counts people, places or organisations, which may be joined.
bool counts_names(const CollectorSettings& settings) {
    return std::any_of(settings.facets.begin(), settings.facets.end(), [](const auto& facet) {
        using schema::FieldId;
        const FieldId id = facet.field->id;
        return id == FieldId::Person || id == FieldId::Place || id == FieldId::Org;
    });
}

bool counts_levels(const CollectorSettings& settings) {
    return std::any_of(settings.facets.begin(), settings.facets.end(), [](const auto& facet) {
        return facet.place_level.has_value();
    });
}

void run_shard(const storage::IndexReader& reader,
               std::uint32_t shard,
               const Xapian::Query& query,
               double average_length,
               Collector& collector) {
    Xapian::Enquire enquire(reader.shards()[shard].database);
    enquire.set_query(query);
    enquire.set_weighting_scheme(compile::TextWeight(average_length));
    enquire.add_matchspy(&collector);
    // All matches must be seen, none need be kept by Xapian.
    static_cast<void>(enquire.get_mset(0, 0, reader.shards()[shard].database.get_doccount()));
}

}  // namespace

struct Searcher::State {
    std::filesystem::path folder;
    std::unique_ptr<storage::IndexReader> reader;
    Search search;
    ArchiveFacets archive_facets;  ///< of `reader`

    void reopen() {
        archive_facets.clear();
        reader = std::make_unique<storage::IndexReader>(folder);
    }

    [[nodiscard]] IndexInfo info() const {
        return {reader->manifest().uuid,
                reader->manifest().revision(),
                reader->article_count(),
                reader->joins().version()};
    }

    [[nodiscard]] ShardCollectors run_shards(const std::vector<Xapian::Query>& queries,
                                             const CollectorSettings& settings) const {
        ShardCollectors collectors;
        std::vector<std::vector<JoinedPlace>> places(queries.size());
        if (counts_levels(settings)) {
            places = joined_places(*reader);
        }
        for (std::uint32_t shard = 0; shard < queries.size(); ++shard) {
            CollectorSettings own = settings;
            own.shard = static_cast<std::uint16_t>(shard);
            own.joined_places = std::move(places[shard]);
            if (counts_names(settings)) {
                own.joined_ordinals = &reader->joined_ordinals(shard);
                own.joined_entities = reader->joins().entities().size();
            }
            collectors.push_back(std::make_unique<Collector>(std::move(own)));
        }
        const double average_length = reader->average_length();
        for_each_shard(static_cast<std::uint32_t>(queries.size()), [&](std::uint32_t shard) {
            run_shard(*reader, shard, queries[shard], average_length, *collectors[shard]);
        });
        return collectors;
    }

    [[nodiscard]] std::vector<Xapian::Query> compiled(const parse::Node& tree) const {
        std::vector<Xapian::Query> queries;
        for (std::uint32_t shard = 0; shard < reader->shards().size(); ++shard) {
            queries.push_back(search.compiler->compile(tree, shard));
        }
        return queries;
    }

    /// Counts `facets` over the matches of `tree`, as it was given.
    [[nodiscard]] ShardCollectors count_matches(const parse::Node& tree,
                                                const std::vector<FacetRequest>& facets) const {
        std::vector<std::string> dropped;
        return run_shards(compiled(search.compiler->prepare(tree, dropped)),
                          {SortOrder::NewestFirst, 0, 0, facets});
    }

    Answer run(const SearchRequest& request) {
        Answer answer;
        answer.index = info();
        answer.canonical = print_query(request.tree);
        search = {};
        search.compiler = std::make_unique<compile::Compiler>(*reader);
        search.tree = search.compiler->prepare(request.tree, answer.dropped);
        answer.names = resolve_names(*reader, *search.compiler, search.tree, request.all_names);
        answer.expansions = expansions_of(*search.compiler, search.tree, request.all_names);
        answer.sort = request.sort;
        if (request.sort == SortOrder::Relevance && !compile::Compiler::has_weight(search.tree)) {
            answer.sort = SortOrder::NewestFirst;
        }
        const std::vector<Xapian::Query> queries = compiled(search.tree);
        answer.xapian_query = queries.front().get_description();
        const std::size_t keep =
            request.all ? std::numeric_limits<std::size_t>::max() : request.offset + request.limit;
        FacetCounting facets(
            *reader,
            search.compiler->words(),
            archive_facets,
            request.tree,
            request.facets,
            [this](const auto& tree, const auto& more) { return count_matches(tree, more); });
        const PairCounting pairs(*reader, request.pairs);
        CollectorSettings settings{answer.sort, keep, 0, facets.own_requests()};
        const std::size_t first_side = settings.facets.size();
        settings.facets.insert(settings.facets.end(), pairs.sides().begin(), pairs.sides().end());
        settings.keep_matches = !pairs.sides().empty();
        const ShardCollectors collectors = run_shards(queries, settings);
        gather(request, collectors, keep, answer);
        answer.facets = facets.results(collectors);
        answer.pairs = pairs.results(collectors, first_side, request.tree);
        search.highlighter = std::make_unique<Highlighter>(search.tree, *search.compiler);
        if (request.matches) {
            search.matches = std::make_unique<MatchFinder>(search.tree, *search.compiler, *reader);
        }
        return answer;
    }

    void gather(const SearchRequest& request,
                const ShardCollectors& collectors,
                std::size_t keep,
                Answer& answer) {
        answer.total = total_of(collectors);
        for (const auto& collector : collectors) {
            const std::vector<RankedHit> hits = collector->take_hits();
            search.hits.insert(search.hits.end(), hits.begin(), hits.end());
        }
        std::sort(search.hits.begin(), search.hits.end(), before);
        if (search.hits.size() > keep) {
            search.hits.resize(keep);
        }
        search.hits.erase(search.hits.begin(),
                          search.hits.begin() + static_cast<std::ptrdiff_t>(
                                                    std::min(request.offset, search.hits.size())));
        answer.offset = request.offset;
        search.offset = request.offset;
        answer.hits = search.hits.size();
    }

    /// Runs `tree`, as it is searched, on its own; std::nullopt if it cannot be compiled.
    [[nodiscard]] std::optional<ShardCollectors> try_out(const parse::Node& tree,
                                                         const CollectorSettings& settings) const {
        try {
            return run_shards(compiled(tree), settings);
        } catch (const Error& error) {
            if (error.code() != ErrorCode::QuerySyntax) {
                throw;
            }
            return std::nullopt;
        }
    }

    [[nodiscard]] std::optional<std::uint64_t> count(const parse::Node& tree) const {
        const std::optional<ShardCollectors> collectors =
            try_out(tree, {SortOrder::NewestFirst, 0, 0, {}});
        if (!collectors) {
            return std::nullopt;
        }
        std::uint64_t total = 0;
        for (const auto& collector : *collectors) {
            total += collector->total();
        }
        return total;
    }

    /// The day of the newest or the oldest article that `tree` finds.
    [[nodiscard]] std::optional<std::chrono::sys_days> first_day(const parse::Node& tree,
                                                                 bool newest_first) const {
        const SortOrder order = newest_first ? SortOrder::NewestFirst : SortOrder::OldestFirst;
        const std::optional<ShardCollectors> collectors = try_out(tree, {order, 1, 0, {}});
        if (!collectors) {
            return std::nullopt;
        }
        std::optional<RankedHit> first;
        for (const auto& collector : *collectors) {
            for (const RankedHit& hit : collector->take_hits()) {
                first = !first || before(hit, *first) ? hit : *first;
            }
        }
        if (!first) {
            return std::nullopt;
        }
        const auto published = schema::decode_published(
            reader->document({first->shard, first->docid})
                .get_value(static_cast<Xapian::valueno>(schema::Slot::Published)));
        return published ? std::optional(time::utc_day(*published)) : std::nullopt;
    }

    [[nodiscard]] DiagnosisTools tools() const {
        return {*reader,
                *search.compiler,
                [this](const parse::Node& tree) { return count(tree); },
                [this](const parse::Node& tree, bool newest_first) {
                    return first_day(tree, newest_first);
                }};
    }

    /// The documents that `id` may mean: by public id, else by given id.
    [[nodiscard]] std::vector<storage::DocumentPlace> candidates(const std::string& id) const {
        std::vector<storage::DocumentPlace> places;
        if (id.size() >= kMinIdDigits && id.size() <= 16 && is_hex(id)) {
            places = reader->find_public_id(id, kMaxListedIds);
        }
        if (places.empty()) {
            places = reader->find_term(schema::make_term(schema::kGivenIdPrefix, text::fold(id)),
                                       kMaxListedIds);
        }
        return places;
    }
};

Searcher::Searcher(const std::filesystem::path& folder) : state_(std::make_unique<State>()) {
    state_->folder = folder;
    state_->reopen();
}

Searcher::~Searcher() = default;

Answer Searcher::search(const SearchRequest& request) {
    return storage::retry_when_modified(state_->folder.string(), [&](int attempt) {
        if (attempt > 0) {
            state_->search = {};
            state_->reopen();
        }
        return state_->run(request);
    });
}

Diagnosis Searcher::diagnose() {
    return storage::retry_when_modified(state_->folder.string(), [&](int attempt) {
        if (attempt > 0) {  // there are no hits that this could invalidate
            state_->reopen();
            state_->search.compiler = std::make_unique<compile::Compiler>(*state_->reader);
            state_->search.highlighter = nullptr;
            state_->search.matches = nullptr;
        }
        return search::diagnose(state_->search.tree, state_->tools());
    });
}

std::optional<Spelling> Searcher::check_spelling(std::uint64_t found) {
    return storage::retry_when_modified(
        state_->folder.string(), [&](int attempt) -> std::optional<Spelling> {
            if (attempt > 0) {  // a newer state would be another answer
                return std::nullopt;
            }
            return search::check_spelling(state_->search.tree, found, state_->tools());
        });
}

std::optional<Hit> Searcher::load_hit(std::size_t number) {
    const RankedHit& ranked = state_->search.hits.at(number);
    return storage::retry_when_modified(
        state_->folder.string(), [&](int attempt) -> std::optional<Hit> {
            if (attempt > 0) {
                // Docids are never used again: in a newer state the same number is the same
                // article, or gone.
                for (const storage::ReadShard& shard : state_->reader->shards()) {
                    Xapian::Database database = shard.database;
                    database.reopen();
                }
            }
            return storage::unless_deleted([&] {
                const Xapian::Document document =
                    state_->reader->document({ranked.shard, ranked.docid});
                Hit hit = make_hit(document, state_->reader->joins());
                hit.rank = state_->search.offset + number + 1;
                hit.score = ranked.score;
                hit.title = state_->search.highlighter->title(hit.article);
                hit.snippets =
                    state_->search.highlighter->body(hit.article, kSnippets, kSnippetBytes);
                if (state_->search.matches) {
                    hit.matches = state_->search.matches->find(hit.article);
                }
                return hit;
            });
        });
}

std::optional<Hit> Searcher::find_article(std::string_view id) {
    const std::string wanted = std::string(trim(id));
    return storage::retry_when_modified(
        state_->folder.string(), [&](int attempt) -> std::optional<Hit> {
            if (attempt > 0) {
                state_->reopen();
            }
            const std::vector<storage::DocumentPlace> places = state_->candidates(wanted);
            if (places.empty()) {
                return std::nullopt;
            }
            if (places.size() > 1) {
                std::string ids;
                for (const storage::DocumentPlace& place : places) {
                    ids += " @" + storage::public_id_of(state_->reader->document(place));
                }
                throw Error(ErrorCode::QuerySyntax,
                            "'@" + wanted + "' fits several articles",
                            "use one of" + ids);
            }
            return make_hit(state_->reader->document(places.front()), state_->reader->joins());
        });
}

IndexInfo Searcher::info() const {
    return state_->info();
}

}  // namespace dateline::search
