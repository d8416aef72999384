// Searches over all shards, one thread each.
#include "query/search/searcher.hpp"

#include "common/base/error.hpp"
#include "common/base/utf8.hpp"
#include "common/schema/fields.hpp"
#include "common/storage/index_reader.hpp"
#include "common/storage/stored_articles.hpp"
#include "common/storage/xapian_errors.hpp"
#include "query/compile/compiler.hpp"
#include "query/compile/text_weight.hpp"
#include "query/search/collector.hpp"
#include "query/search/diagnoser.hpp"
#include "query/search/docid_range.hpp"
#include "query/search/earlier_keys.hpp"
#include "query/search/entities.hpp"
#include "query/search/expansions.hpp"
#include "query/search/facet_counting.hpp"
#include "query/search/feedback.hpp"
#include "query/search/highlight.hpp"
#include "query/search/matches.hpp"
#include "query/search/packed_hits.hpp"
#include "query/search/pairs.hpp"
#include "query/search/resolved_names.hpp"
#include "query/search/shard_threads.hpp"
#include "query/search/since.hpp"
#include "query/search/timeline.hpp"

#include <algorithm>
#include <utility>

namespace dateline::search {
namespace {

constexpr std::size_t kSnippets = 2;
constexpr std::size_t kSnippetBytes = 240;
constexpr std::size_t kMaxListedIds = 10;

Hit make_hit(const Xapian::Document& document, const entities::EntityJoins& joins) {
    Hit hit;
    hit.id = storage::public_id_of(document);
    hit.article = storage::stored_article(document);
    hit.title = {"title", hit.article.title, {}};
    hit.people = entities_of(hit.article, MentionType::Person, joins);
    hit.places = entities_of(hit.article, MentionType::Place, joins);
    hit.orgs = entities_of(hit.article, MentionType::Org, joins);
    return hit;
}

/// A hit with its ids only.
Hit named_hit(const Xapian::Document& document) {
    Hit hit;
    hit.id = storage::public_id_of(document);
    hit.article.id = storage::stored_article(document).id;
    return hit;
}

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

/// A query for each shard.
struct CompiledQueries {
    std::vector<Xapian::Query> queries;
    bool is_complete = true;  ///< false: the deadline passed, and nothing will be found
};

/// Whether nothing of `answer` but its hits and timeline was cut by the deadline.
bool all_exact(const Answer& answer) {
    const auto is_exact = [](const auto& result) { return result.exact; };
    return std::all_of(answer.facets.begin(), answer.facets.end(), is_exact) &&
           std::all_of(answer.pairs.begin(), answer.pairs.end(), is_exact);
}

/// The best `keep` hits of all shards, best first.
std::vector<RankedHit> merged_hits(const ShardCollectors& collectors, std::size_t keep) {
    std::vector<RankedHit> all;
    for (const auto& collector : collectors) {
        const std::vector<RankedHit> hits = collector->take_hits();
        all.insert(all.end(), hits.begin(), hits.end());
    }
    std::sort(all.begin(), all.end(), before);
    all.resize(std::min(all.size(), keep));
    return all;
}

/// `nodes` with their boosts, as they are shown.
std::vector<AddedClause> shown(const std::vector<parse::Node>& nodes) {
    std::vector<AddedClause> clauses;
    for (parse::Node node : nodes) {
        const double boost = std::exchange(node.boost, 1);
        clauses.push_back({print_query(node), boost});
    }
    return clauses;
}

/// Whether any facet counts people, places or organisations, which may be joined.
bool counts_names(const CollectorSettings& settings) {
    return std::any_of(settings.facets.begin(), settings.facets.end(), [](const auto& facet) {
        using schema::FieldId;
        const FieldId id = facet.field->id;
        return id == FieldId::Person || id == FieldId::Place || id == FieldId::Org ||
               id == FieldId::Speaker;
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
               const EarlierKeys* earlier,
               Collector& collector) {
    Xapian::Enquire enquire(reader.shards()[shard].database);
    enquire.set_query(query);
    enquire.set_weighting_scheme(compile::TextWeight(average_length));
    enquire.add_matchspy(&collector);
    // All matches must be seen, none need be kept by Xapian.
    try {
        static_cast<void>(enquire.get_mset(
            0, 0, reader.shards()[shard].database.get_doccount(), nullptr, earlier));
    } catch (const compile::DeadlinePassed&) {
        collector.note_cut();
    }
}

}  // namespace

struct Searcher::State {
    std::vector<std::filesystem::path> folders;
    std::string name;  ///< of the index or indexes, for messages
    Threads threads = Threads::OnePerShard;
    std::unique_ptr<storage::IndexReader> reader;
    Search search;
    time::Zone zone;               ///< of the last search
    ArchiveFacets archive_facets;  ///< of `reader`, by days of `zone`
    EarlierKeysOfShards earlier_keys{};

    void reopen() {
        archive_facets.clear();
        earlier_keys.clear();
        reader = std::make_unique<storage::IndexReader>(folders);
        earlier_keys.resize(reader->shards().size());
        for (std::uint32_t shard = 0; shard < earlier_keys.size(); ++shard) {
            if (reader->index_of(shard) > 0) {
                earlier_keys[shard] = std::make_unique<EarlierKeys>(*reader, shard);
            }
        }
    }

    void set_zone(const time::Zone& wanted) {
        if (zone.name() != wanted.name()) {
            archive_facets.clear();
        }
        zone = wanted;
    }

    [[nodiscard]] IndexInfo info() const {
        IndexInfo info;
        for (const storage::Manifest& manifest : reader->manifests()) {
            info.uuid += (info.uuid.empty() ? "" : "+") + manifest.uuid;
            info.revision += manifest.revision();
            if (reader->manifests().size() > 1) {
                info.parts.push_back({manifest.uuid, manifest.revision()});
            }
        }
        info.articles = reader->article_count();
        info.aliases = reader->joins().version();
        return info;
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
            own.deadline = search.deadline;
            own.joined_places = std::move(places[shard]);
            if (counts_names(settings)) {
                own.joined_ordinals = &reader->joined_ordinals(shard);
                own.joined_entities = reader->joins().entities().size();
            }
            collectors.push_back(std::make_unique<Collector>(std::move(own)));
        }
        const double average_length = reader->average_length();
        for_each_shard(
            static_cast<std::uint32_t>(queries.size()),
            [&](std::uint32_t shard) {
                run_shard(*reader,
                          shard,
                          queries[shard],
                          average_length,
                          earlier_keys[shard].get(),
                          *collectors[shard]);
            },
            threads);
        return collectors;
    }

    /// The queries of `tree` for all shards. Of those that the deadline cuts, none of them.
    [[nodiscard]] CompiledQueries compiled(compile::Compiler& compiler,
                                           const parse::Node& tree) const {
        CompiledQueries compiled;
        try {
            for (std::uint32_t shard = 0; shard < reader->shards().size(); ++shard) {
                compiled.queries.push_back(narrowed(compiler.compile(tree, shard), shard));
            }
        } catch (const compile::DeadlinePassed&) {
            compiled.is_complete = false;
            compiled.queries.assign(reader->shards().size(), Xapian::Query());
        }
        return compiled;
    }

    /// A compiler for queries beside that of the search, the places of which the hits still need.
    [[nodiscard]] std::unique_ptr<compile::Compiler> side_compiler() const {
        auto compiler = std::make_unique<compile::Compiler>(*reader, zone);
        compiler->set_deadline(search.deadline);
        return compiler;
    }

    /// Lets words of the best hits weigh in `queries`, too; they match what they matched before.
    [[nodiscard]] std::vector<AddedClause> add_feedback(std::vector<Xapian::Query>& queries) const {
        CollectorSettings settings;
        settings.keep = kFeedbackHits;
        const auto compiler = side_compiler();
        parse::Node words;
        words.kind = parse::NodeKind::Or;
        words.children = feedback_words(
            *reader, *compiler, merged_hits(run_shards(queries, settings), settings.keep));
        if (words.children.empty()) {
            return {};
        }
        const CompiledQueries added = compiled(*compiler, words);
        for (std::size_t shard = 0; shard < queries.size(); ++shard) {
            queries[shard] = Xapian::Query(
                Xapian::Query::OP_AND_MAYBE, std::move(queries[shard]), added.queries[shard]);
        }
        return shown(words.children);
    }

    /// Counts `facets` over the matches of `tree`, as it was given.
    [[nodiscard]] ShardCollectors count_matches(const parse::Node& tree,
                                                const std::vector<FacetRequest>& facets) const {
        std::vector<std::string> dropped;
        const auto compiler = side_compiler();
        CollectorSettings settings{SortOrder::NewestFirst, 0, 0, facets};
        settings.zone = zone;
        const CompiledQueries side = compiled(*compiler, compiler->prepare(tree, dropped));
        return run_compiled(side, settings);
    }

    /// Counts what `settings` say over all articles, old ones too.
    [[nodiscard]] ShardCollectors count_archive(CollectorSettings settings) const {
        settings.zone = zone;
        std::vector<Xapian::Query> queries;
        for (std::size_t shard = 0; shard < reader->shards().size(); ++shard) {
            queries.push_back(compile::everything());
        }
        return run_shards(queries, settings);
    }

    /// Runs queries that the deadline may have cut.
    [[nodiscard]] ShardCollectors run_compiled(const CompiledQueries& compiled,
                                               const CollectorSettings& settings) const {
        ShardCollectors collectors = run_shards(compiled.queries, settings);
        if (!compiled.is_complete) {
            for (const auto& collector : collectors) {
                collector->note_cut();
            }
        }
        return collectors;
    }

    Answer run(const SearchRequest& request) {
        Answer answer;
        answer.index = info();
        answer.zone = request.zone.name();
        search = {};
        set_zone(request.zone);
        note_states(request, answer);
        search.compiler = std::make_unique<compile::Compiler>(*reader, request.zone);
        search.compiler->set_deadline(request.deadline);
        if (request.bag_of_words) {
            search.tree = search.compiler->prepare_bag(request.tree, answer.dropped);
            search.asked = search.tree;  // as a query with syntax it would keep its stop words
        } else {
            search.tree = search.compiler->prepare(request.tree, answer.dropped);
            search.asked = request.tree;
        }
        answer.canonical = print_query(search.asked);
        resolve_words(request, answer);
        answer.sort = request.sort;
        if (request.sort == SortOrder::Relevance && !compile::Compiler::has_weight(search.tree)) {
            answer.sort = SortOrder::NewestFirst;
        }
        answer.like = shown(compile::Compiler::likeness_of(search.tree));
        CompiledQueries searched = compiled(*search.compiler, search.tree);
        std::vector<Xapian::Query>& queries = searched.queries;
        const bool by_relevance = answer.sort == SortOrder::Relevance;
        search.key_is_score = by_relevance && !request.half_life;
        if (request.feedback && by_relevance) {
            answer.feedback = add_feedback(queries);
        }
        answer.xapian_query = queries.front().get_description();
        const std::size_t keep = request.all ? 0 : request.offset + request.limit;
        FacetCounting facets(
            *reader,
            search.compiler->words(),
            archive_facets,
            search.asked,
            request.facets,
            {[this](const auto& tree, const auto& more) { return count_matches(tree, more); },
             [this](const auto& facet) {
                 return count_archive({SortOrder::NewestFirst, 0, 0, {facet}});
             }});
        const PairCounting pairs(*reader, request.pairs, {threads, request.deadline});
        CollectorSettings settings{answer.sort, keep, 0, facets.own_requests()};
        if (request.half_life && by_relevance) {
            settings.recency = recency_of(*reader, *request.half_life);
        }
        const std::size_t first_side = settings.facets.size();
        settings.facets.insert(settings.facets.end(), pairs.sides().begin(), pairs.sides().end());
        settings.keep_all = request.all;
        settings.keep_matches = !pairs.sides().empty();
        settings.zone = zone;
        settings.timeline = request.timeline;
        const ShardCollectors collectors = run_compiled(searched, settings);
        gather(request, collectors, keep, answer);
        if (request.timeline) {
            answer.timeline = timeline_counts(*request.timeline, collectors);
        }
        answer.facets = facets.results(collectors);
        answer.pairs = pairs.results(collectors, first_side, search.asked);
        answer.partial = !is_complete(collectors) || !all_exact(answer) ||
                         (answer.timeline && answer.timeline->archive_cut);
        search.highlighter = std::make_unique<Highlighter>(search.tree, *search.compiler);
        if (request.matches) {
            search.matches = std::make_unique<MatchFinder>(search.tree, *search.compiler, *reader);
        }
        return answer;
    }

    /// Says what names and open words stand for.
    void resolve_words(const SearchRequest& request, Answer& answer) {
        const CountTerms count = [this](const std::vector<std::string>& terms) {
            // Too late for exact counts the answer is partial, and articles that several indexes
            // have count in each.
            return search.deadline.has_passed() ? reader->any_frequency(terms)
                                                : articles_with_any(*reader, earlier_keys, terms);
        };
        answer.names =
            resolve_names(*reader, *search.compiler, search.tree, count, request.all_names);
        answer.expansions = expansions_of(*search.compiler,
                                          search.tree,
                                          reader->manifests().size() > 1 ? count : nullptr,
                                          request.all_names);
    }

    /// Notes which states of the index `request` is about.
    void note_states(const SearchRequest& request, Answer& answer) {
        search.deadline = request.deadline;
        search.now = published_state(reader->manifest());
        answer.state = search.now;
        if (request.since) {
            answer.since = state_of(*request.since, reader->manifest());
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

    /// Runs `tree`, as it is searched, beside the last search; std::nullopt if it cannot be
    /// compiled. @throws compile::DeadlinePassed if there is no time to see all that it finds.
    [[nodiscard]] std::optional<ShardCollectors> try_out(compile::Compiler& compiler,
                                                         const parse::Node& tree,
                                                         const CollectorSettings& settings) const {
        std::vector<Xapian::Query> queries;
        try {
            std::vector<std::string> dropped;
            const parse::Node prepared = compiler.prepare(tree, dropped);
            for (std::uint32_t shard = 0; shard < reader->shards().size(); ++shard) {
                queries.push_back(compiler.compile(prepared, shard));
            }
        } catch (const Error& error) {
            if (error.code() != ErrorCode::QuerySyntax) {
                throw;
            }
            return std::nullopt;
        }
        ShardCollectors collectors = run_shards(queries, settings);
        if (!is_complete(collectors)) {
            throw compile::DeadlinePassed();
        }
        return collectors;
    }

    /// The day of the newest or the oldest article that `tree` finds.
    [[nodiscard]] std::optional<std::chrono::sys_days> first_day(compile::Compiler& compiler,
                                                                 const parse::Node& tree,
                                                                 bool newest_first) const {
        const SortOrder order = newest_first ? SortOrder::NewestFirst : SortOrder::OldestFirst;
        const auto collectors = try_out(compiler, tree, {order, 1, 0, {}});
        const std::vector<RankedHit> hits =
            collectors ? merged_hits(*collectors, 1) : std::vector<RankedHit>();
        if (hits.empty()) {
            return std::nullopt;
        }
        const auto published = schema::decode_published(
            reader->document({hits.front().shard, hits.front().docid})
                .get_value(static_cast<Xapian::valueno>(schema::Slot::Published)));
        return published ? std::optional(zone.day_of(*published)) : std::nullopt;
    }

    /// What diagnosing the last search needs. `compiler` must be another than that of the search,
    /// whose places the hits still need, and outlive the tools.
    [[nodiscard]] DiagnosisTools tools(compile::Compiler& compiler) const {
        return {*reader,
                compiler,
                [this, &compiler](const parse::Node& tree) -> std::optional<std::uint64_t> {
                    const auto found = try_out(compiler, tree, {SortOrder::NewestFirst, 0, 0, {}});
                    return found ? std::optional(total_of(*found)) : std::nullopt;
                },
                [this, &compiler](const parse::Node& tree, bool newest_first) {
                    return first_day(compiler, tree, newest_first);
                }};
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
            gather_best(collectors, keep);
        }
        const std::size_t found = request.all ? search.all.size() : search.best.size();
        answer.hits = found - std::min(request.offset, found);
    }

    void gather_best(const ShardCollectors& collectors, std::size_t keep) {
        search.best = merged_hits(collectors, keep);
    }

    void gather_all(const ShardCollectors& collectors) {
        for (const auto& collector : collectors) {
            search.all.append(collector->take_all());
        }
        search.all.sort([this](std::uint16_t shard, std::uint32_t docid) {
            return storage::key_of(reader->document({shard, docid})).high;
        });
    }

    [[nodiscard]] TimelineCounts timeline_counts(const TimelineRequest& request,
                                                 const ShardCollectors& collectors) const {
        TimelineCounts counts;
        for (const auto& collector : collectors) {
            counts.matching.add(collector->timeline());
        }
        if (request.normalise) {
            CollectorSettings settings;
            settings.sort = SortOrder::NewestFirst;
            settings.timeline = request;
            const ShardCollectors all = count_archive(std::move(settings));
            for (const auto& collector : all) {
                counts.archive.add(collector->timeline());
            }
            counts.archive_cut = !is_complete(all);
        }
        return counts;
    }
};

Searcher::Searcher(const std::filesystem::path& folder, Threads threads)
    : Searcher(std::vector<std::filesystem::path>{folder}, threads) {}

Searcher::Searcher(std::vector<std::filesystem::path> folders, Threads threads)
    : state_(std::make_unique<State>()) {
    for (const std::filesystem::path& folder : folders) {
        state_->name += (state_->name.empty() ? "" : ", ") + folder.string();
    }
    state_->folders = std::move(folders);
    state_->threads = threads;
    state_->reopen();
}

Searcher::~Searcher() = default;

void Searcher::refresh() {
    if (state_->reader->is_overtaken()) {
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
        const auto compiler = state_->side_compiler();
        return search::diagnose(state_->search.tree, state_->tools(*compiler));
    });
}

std::optional<Spelling> Searcher::check_spelling(std::uint64_t found) {
    return storage::retry_when_modified(state_->name, [&](int attempt) -> std::optional<Spelling> {
        if (attempt > 0) {  // a newer state would be another answer
            return std::nullopt;
        }
        const auto compiler = state_->side_compiler();
        try {
            return search::check_spelling(state_->search.tree, found, state_->tools(*compiler));
        } catch (const compile::DeadlinePassed&) {
            return std::nullopt;
        }
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
            for (const storage::ReadShard& shard : state_->reader->shards()) {
                Xapian::Database database = shard.database;
                database.reopen();
            }
        }
        return storage::unless_deleted([&] {
            const Xapian::Document document =
                state_->reader->document({ranked.shard, ranked.docid});
            Hit hit = parts == HitParts::All ? make_hit(document, state_->reader->joins())
                                             : named_hit(document);
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
            state_->reader->find_any_id(wanted, kMaxListedIds);
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
