// One search from its request to its hits.
#include "query/search/searcher.hpp"

#include "common/base/error.hpp"
#include "common/base/utf8.hpp"
#include "common/schema/fields.hpp"
#include "common/storage/index_reader.hpp"
#include "common/storage/xapian_errors.hpp"
#include "query/compile/compiler.hpp"
#include "query/search/collector.hpp"
#include "query/search/diagnoser.hpp"
#include "query/search/docid_range.hpp"
#include "query/search/expansions.hpp"
#include "query/search/facet_counting.hpp"
#include "query/search/feedback.hpp"
#include "query/search/highlight.hpp"
#include "query/search/hit_making.hpp"
#include "query/search/matches.hpp"
#include "query/search/packed_hits.hpp"
#include "query/search/pairs.hpp"
#include "query/search/resolved_names.hpp"
#include "query/search/shard_search.hpp"
#include "query/search/since.hpp"
#include "query/search/timeline.hpp"
#include "query/search/trial_search.hpp"

#include <algorithm>
#include <utility>

namespace dateline::search {
namespace {

constexpr std::size_t kSnippets = 2;
constexpr std::size_t kSnippetBytes = 240;
constexpr std::size_t kMaxListedIds = 10;

/// What belongs to one search and its hits.
struct Search {
    parse::Node asked;               ///< what refinements refine, and the canonical form prints
    parse::Node tree;                ///< as searched
    std::vector<RankedHit> best;     ///< hits with those that are left out before them
    PackedHits all;                  ///< in place of `best`, if all were asked for
    std::size_t offset = 0;          ///< hits that are left out
    bool key_is_score = false;       ///< sort keys are scores, in steps of kScoreSteps
    std::optional<PastState> since;  ///< only what came after it
    PastState now;                   ///< and is in this state
    compile::Deadline deadline;
    std::unique_ptr<compile::Compiler> compiler;
    std::unique_ptr<Highlighter> highlighter;
    std::unique_ptr<MatchFinder> matches;  ///< if asked for
};

/// `nodes` with their boosts, as they are shown.
std::vector<AddedClause> shown(const std::vector<parse::Node>& nodes) {
    std::vector<AddedClause> clauses;
    for (parse::Node node : nodes) {
        const double boost = std::exchange(node.boost, 1);
        clauses.push_back({print_query(node), boost});
    }
    return clauses;
}

}  // namespace

struct Searcher::State {
    State(std::vector<std::filesystem::path> folders, Threads threads)
        : shards(std::move(folders), threads) {}

    ShardSearch shards;
    std::string name;  ///< of the index or indexes, for messages
    Search search;
    time::Zone zone;               ///< of the last search
    ArchiveFacets archive_facets;  ///< of the index as it is open, by days of `zone`

    void reopen() {
        archive_facets.clear();
        shards.reopen();
    }

    [[nodiscard]] const storage::IndexReader& reader() const { return shards.reader(); }

    void set_zone(const time::Zone& wanted) {
        if (zone.name() != wanted.name()) {
            archive_facets.clear();
        }
        zone = wanted;
    }

    [[nodiscard]] IndexInfo info() const {
        IndexInfo info;
        for (const storage::Manifest& manifest : reader().manifests()) {
            info.uuid += (info.uuid.empty() ? "" : "+") + manifest.uuid;
            info.revision += manifest.revision();
            if (reader().manifests().size() > 1) {
                info.parts.push_back({manifest.uuid, manifest.revision()});
            }
        }
        info.articles = reader().article_count();
        info.aliases = reader().joins().version();
        return info;
    }

    /// The queries of `tree` for all shards.
    [[nodiscard]] std::vector<Xapian::Query> compiled(const parse::Node& tree) const {
        std::vector<Xapian::Query> queries;
        for (std::uint32_t shard = 0; shard < reader().shards().size(); ++shard) {
            queries.push_back(narrowed(search.compiler->compile(tree, shard), shard));
        }
        return queries;
    }

    /// Lets words of the best hits weigh in `queries`, too; they match what they matched before.
    [[nodiscard]] std::vector<AddedClause> add_feedback(std::vector<Xapian::Query>& queries) const {
        CollectorSettings settings;
        settings.keep = kFeedbackHits;
        parse::Node words;
        words.kind = parse::NodeKind::Or;
        words.children = feedback_words(
            reader(),
            *search.compiler,
            merged_hits(shards.run(queries, settings, search.deadline), settings.keep));
        if (words.children.empty()) {
            return {};
        }
        const std::vector<Xapian::Query> added = compiled(words);
        for (std::size_t shard = 0; shard < queries.size(); ++shard) {
            queries[shard] =
                Xapian::Query(Xapian::Query::OP_AND_MAYBE, std::move(queries[shard]), added[shard]);
        }
        return shown(words.children);
    }

    /// Counts `facets` over the matches of `tree`, as it was given.
    [[nodiscard]] ShardCollectors count_matches(const parse::Node& tree,
                                                const std::vector<FacetRequest>& facets) const {
        std::vector<std::string> dropped;
        CollectorSettings settings{SortOrder::NewestFirst, 0, 0, facets};
        settings.zone = zone;
        return shards.run(
            compiled(search.compiler->prepare(tree, dropped)), settings, search.deadline);
    }

    Answer run(const SearchRequest& request) {
        Answer answer;
        answer.index = info();
        answer.zone = request.zone.name();
        search = {};
        set_zone(request.zone);
        note_states(request, answer);
        shards.forget_partial();
        search.compiler = std::make_unique<compile::Compiler>(reader(), request.zone);
        search.compiler->set_deadline(request.deadline);
        if (request.bag_of_words) {
            search.tree = search.compiler->prepare_bag(request.tree, answer.dropped);
            search.asked = search.tree;  // as a query with syntax it would keep its stop words
        } else {
            search.tree = search.compiler->prepare(request.tree, answer.dropped);
            search.asked = request.tree;
        }
        answer.canonical = print_query(search.asked);
        answer.names = resolve_names(reader(), *search.compiler, search.tree, request.all_names);
        answer.expansions = expansions_of(*search.compiler, search.tree, request.all_names);
        answer.sort = request.sort;
        if (request.sort == SortOrder::Relevance && !compile::Compiler::has_weight(search.tree)) {
            answer.sort = SortOrder::NewestFirst;
        }
        answer.like = shown(compile::Compiler::likeness_of(search.tree));
        std::vector<Xapian::Query> queries = compiled(search.tree);
        const bool by_relevance = answer.sort == SortOrder::Relevance;
        search.key_is_score = by_relevance && !request.half_life;
        if (request.feedback && by_relevance) {
            answer.feedback = add_feedback(queries);
        }
        answer.xapian_query = queries.front().get_description();
        const std::size_t keep = request.all ? 0 : request.offset + request.limit;
        FacetCounting facets(
            reader(),
            search.compiler->words(),
            archive_facets,
            search.asked,
            request.facets,
            [this](const auto& tree, const auto& more) { return count_matches(tree, more); });
        const PairCounting pairs(reader(), request.pairs);
        CollectorSettings settings{answer.sort, keep, 0, facets.own_requests()};
        if (request.half_life && by_relevance) {
            settings.recency = recency_of(reader(), *request.half_life);
        }
        const std::size_t first_side = settings.facets.size();
        settings.facets.insert(settings.facets.end(), pairs.sides().begin(), pairs.sides().end());
        settings.keep_all = request.all;
        settings.keep_matches = !pairs.sides().empty();
        settings.zone = zone;
        settings.timeline = request.timeline;
        const ShardCollectors collectors = shards.run(queries, settings, search.deadline);
        gather(request, collectors, keep, answer);
        if (request.timeline) {
            answer.timeline = timeline_counts(*request.timeline, collectors);
        }
        answer.facets = facets.results(collectors);
        answer.partial = shards.any_partial();
        answer.pairs = pairs.results(collectors, first_side, search.asked);
        search.highlighter = std::make_unique<Highlighter>(search.tree, *search.compiler);
        if (request.matches) {
            search.matches = std::make_unique<MatchFinder>(search.tree, *search.compiler, reader());
        }
        return answer;
    }

    /// Notes which states of the index `request` is about.
    void note_states(const SearchRequest& request, Answer& answer) {
        search.deadline = request.deadline;
        search.now = published_state(reader().manifest());
        answer.state = search.now;
        if (request.since) {
            answer.since = state_of(*request.since, reader().manifest());
            search.since = answer.since;
        }
    }

    /// `query` restricted to what came after `search.since`, if that is given, up to the published
    /// state: what a writer commits right now will be new the next time.
    [[nodiscard]] Xapian::Query narrowed(const Xapian::Query& query, std::uint32_t shard) const {
        if (!search.since) {
            return query;
        }
        auto* const range = new DocidRange(  // NOLINT: release() hands it to the query
            search.since->last_docids[shard] + 1,
            search.now.last_docids[shard]);
        return {Xapian::Query::OP_FILTER, query, Xapian::Query(range->release())};
    }

    void gather(const SearchRequest& request,
                const ShardCollectors& collectors,
                std::size_t keep,
                Answer& answer) {
        answer.total = total_of(collectors);
        answer.offset = request.offset;
        search.offset = request.offset;
        if (request.all) {
            gather_all(collectors);
        } else {
            search.best = merged_hits(collectors, keep);
        }
        const std::size_t found = request.all ? search.all.size() : search.best.size();
        answer.hits = found - std::min(request.offset, found);
    }

    void gather_all(const ShardCollectors& collectors) {
        for (const auto& collector : collectors) {
            search.all.append(collector->take_all());
        }
        search.all.sort([this](std::uint16_t shard, std::uint32_t docid) {
            return storage::key_of(reader().document({shard, docid})).high;
        });
    }

    [[nodiscard]] TimelineCounts timeline_counts(const TimelineRequest& request,
                                                 const ShardCollectors& collectors) const {
        TimelineCounts counts;
        for (const auto& collector : collectors) {
            counts.matching.add(collector->timeline());
        }
        if (request.normalise) {
            counts.archive = count_archive(reader(), request, zone);
        }
        return counts;
    }
};

Searcher::Searcher(const std::filesystem::path& folder, Threads threads)
    : Searcher(std::vector<std::filesystem::path>{folder}, threads) {}

Searcher::Searcher(std::vector<std::filesystem::path> folders, Threads threads) {
    std::string name;
    for (const std::filesystem::path& folder : folders) {
        name += (name.empty() ? "" : ", ") + folder.string();
    }
    state_ = std::make_unique<State>(std::move(folders), threads);
    state_->name = std::move(name);
}

Searcher::~Searcher() = default;

void Searcher::refresh() {
    if (state_->reader().is_overtaken()) {
        state_->search = {};
        state_->reopen();
    }
}

Answer Searcher::search(const SearchRequest& request) {
    return storage::retry_when_modified(state_->name, [&](int attempt) {
        if (attempt > 0) {
            state_->search = {};
            state_->reopen();
        }
        return state_->run(request);
    });
}

Diagnosis Searcher::diagnose() {
    return storage::retry_when_modified(state_->name, [&](int attempt) {
        if (attempt > 0) {  // there are no hits that this could invalidate
            state_->search.matches = nullptr;
            state_->search.highlighter = nullptr;
            state_->search.compiler = nullptr;
            state_->reopen();
        }
        compile::Compiler compiler(state_->reader(), state_->zone);
        const TrialSearch trials(state_->shards, compiler, state_->zone, state_->search.deadline);
        return search::diagnose(state_->search.tree, trials.tools());
    });
}

std::optional<Spelling> Searcher::check_spelling(std::uint64_t found) {
    return storage::retry_when_modified(state_->name, [&](int attempt) -> std::optional<Spelling> {
        if (attempt > 0) {  // a newer state would be another answer
            return std::nullopt;
        }
        compile::Compiler compiler(state_->reader(), state_->zone);
        const TrialSearch trials(state_->shards, compiler, state_->zone, state_->search.deadline);
        return search::check_spelling(state_->search.tree, found, trials.tools());
    });
}

std::optional<Hit> Searcher::load_hit(std::size_t number, HitParts parts) {
    const std::size_t place = state_->search.offset + number;
    RankedHit ranked =
        state_->search.best.empty() ? state_->search.all.at(place) : state_->search.best.at(place);
    if (state_->search.best.empty() && state_->search.key_is_score) {
        // More exact than the score that is packed.
        ranked.score = static_cast<float>(static_cast<double>(ranked.sort_key) / kScoreSteps);
    }
    return storage::retry_when_modified(state_->name, [&](int attempt) -> std::optional<Hit> {
        if (attempt > 0) {
            // Docids are never used again: in a newer state the same number is the same
            // article, or gone.
            for (const storage::ReadShard& shard : state_->reader().shards()) {
                Xapian::Database database = shard.database;
                database.reopen();
            }
        }
        return storage::unless_deleted([&] {
            const Xapian::Document document =
                state_->reader().document({ranked.shard, ranked.docid});
            Hit hit = parts == HitParts::All ? make_hit(document, state_->reader().joins())
                                             : make_named_hit(document);
            hit.rank = place + 1;
            hit.score = ranked.score;
            if (state_->search.since) {
                const bool was_there = storage::first_version(document) <=
                                       state_->search.since->last_docids[ranked.shard];
                hit.change = was_there ? HitChange::Updated : HitChange::New;
            }
            if (parts == HitParts::Ids) {
                return hit;
            }
            hit.title = state_->search.highlighter->title(hit.article);
            hit.snippets = state_->search.highlighter->body(
                hit.article,
                state_->search.compiler->places(ranked.shard, ranked.docid),
                kSnippets,
                kSnippetBytes);
            if (state_->search.matches) {
                hit.matches = state_->search.matches->find(hit.article);
            }
            return hit;
        });
    });
}

std::optional<Hit> Searcher::find_article(std::string_view id) {
    const std::string wanted = std::string(trim(id));
    return storage::retry_when_modified(state_->name, [&](int attempt) -> std::optional<Hit> {
        if (attempt > 0) {
            state_->reopen();
        }
        const std::vector<storage::DocumentPlace> places =
            state_->reader().find_any_id(wanted, kMaxListedIds);
        if (places.empty()) {
            return std::nullopt;
        }
        if (places.size() > 1) {
            std::string ids;
            for (const storage::DocumentPlace& place : places) {
                ids += " @" + storage::public_id_of(state_->reader().document(place));
            }
            throw Error(ErrorCode::QuerySyntax,
                        "'@" + wanted + "' fits several articles",
                        "use one of" + ids);
        }
        return make_hit(state_->reader().document(places.front()), state_->reader().joins());
    });
}

IndexInfo Searcher::info() const {
    return state_->info();
}

}  // namespace dateline::search
