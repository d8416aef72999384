// Threads and queues of a run.
#include "indexer/run/index_run.hpp"

#include "common/base/error.hpp"
#include "common/base/file.hpp"
#include "common/storage/snapshot_lookup.hpp"
#include "indexer/run/queues.hpp"
#include "indexer/run/shard_applier.hpp"
#include "indexer/run/sync_roots.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <memory>
#include <mutex>
#include <string_view>
#include <thread>
#include <utility>

namespace dateline::run {
namespace {

/// Shares of the memory bound. An article in flight takes about eight times its text (tokens,
/// terms, stored JSON); a pending change in a shard is estimated by ShardWriter. What is left is
/// for word caches and Xapian's tables.
constexpr std::uint64_t kInFlightShare = 64;
constexpr std::uint64_t kPendingShare = 4;
constexpr std::uint64_t kMaxInFlightArticles = 2048;

/// Words that each thread may keep in its cache: about 400 bytes each, together a sixteenth of the
/// memory bound.
std::size_t cached_words(const RunOptions& options) {
    constexpr std::uint64_t kWordBytes = 400;
    return options.memory_bytes / 16 / kWordBytes / options.threads;
}

/// An article between reading and analysis.
struct Work {
    Article article;
    document::Identity identity;
    std::uint32_t shard = 0;
    std::uint64_t number = 0;      ///< within its shard
    std::uint64_t gate_bytes = 0;  ///< what it holds of the in-flight bound
};

/// An article between analysis and writing.
struct Done {
    PreparedArticle prepared;
    std::uint64_t gate_bytes = 0;
};

/// What `article` holds in memory, roughly: text and every list of names.
std::uint64_t memory_bytes(const Article& article) {
    constexpr std::uint64_t kStringBytes = 32;
    std::uint64_t bytes = text_bytes(article) + 1;
    for (const std::vector<std::string>* list :
         {&article.authors, &article.people, &article.places, &article.orgs, &article.topics}) {
        for (const std::string& name : *list) {
            bytes += name.size() + kStringBytes;
        }
    }
    for (const Mention& mention : article.mentions) {
        bytes += sizeof mention + mention.id.size() + mention.name.size() + mention.value.size();
    }
    return bytes;
}

/// The first failure of any thread; the others then wind down.
class FailureBox {
public:
    void keep_current() {
        const std::lock_guard lock(mutex_);
        if (!failure_) {
            failure_ = std::current_exception();
        }
        failed_ = true;
    }

    [[nodiscard]] bool failed() const noexcept { return failed_; }

    void rethrow() {
        const std::lock_guard lock(mutex_);
        if (failure_) {
            std::rethrow_exception(failure_);
        }
    }

private:
    std::mutex mutex_;
    std::exception_ptr failure_;
    std::atomic<bool> failed_ = false;
};

/// Drops what is not needed any more once the document is built.
void forget_text(Article& article) {
    article.paragraphs = {};
    article.title = {};
    article.mentions = {};
}

class Run final : public source::ArticleSink {
public:
    Run(storage::IndexWriter& writer, const RunOptions& options)
        : writer_(writer),
          options_(options),
          gate_(std::max<std::uint64_t>(options.memory_bytes / kInFlightShare, 1),
                kMaxInFlightArticles),
          pending_limit_bytes_(options.memory_bytes / kPendingShare / writer.shard_count()),
          next_numbers_(writer.shard_count(), 0) {
        for (std::uint32_t shard = 0; shard < writer.shard_count(); ++shard) {
            inboxes_.push_back(std::make_unique<OrderedInbox<Done>>());
            appliers_.push_back(std::make_unique<ShardApplier>(writer.shard(shard)));
        }
    }

    void execute(const std::vector<std::string>& inputs) {
        std::vector<std::jthread> writers;
        std::vector<std::jthread> analysts;
        try {
            for (std::uint32_t shard = 0; shard < writer_.shard_count(); ++shard) {
                writers.emplace_back([this, shard] { write_shard(shard); });
            }
            for (unsigned i = 0; i < options_.threads; ++i) {
                analysts.emplace_back([this] { analyse(); });
            }
            source::read_inputs(inputs, options_.source, *this);
        } catch (const std::filesystem::filesystem_error&) {
            fail();
        } catch (const std::system_error& error) {
            fail_with(Error(ErrorCode::Usage,
                            std::string("cannot start a thread: ") + error.what(),
                            "give fewer --threads"));
        } catch (...) {
            fail();
        }
        work_.close();
        analysts.clear();
        for (const auto& inbox : inboxes_) {
            inbox->close();
        }
        writers.clear();
        failures_.rethrow();
    }

    void article(Article&& article) override {
        Work work;
        work.identity = document::identify(
            article, identity_of_file(article.locator.file), analysis_version(options_));
        work.shard = writer_.shard_of(work.identity.key);
        work.number = next_numbers_[work.shard]++;
        work.gate_bytes = memory_bytes(article);
        work.article = std::move(article);
        ++progress_.articles;
        gate_.enter(work.gate_bytes);
        work_.push(std::move(work));
        report();
    }

    void reject(source::Rejected&& rejected) override {
        ++summary_.rejected[rejected.code];
        if (!rejected.format.empty()) {
            ++summary_.formats[rejected.format].rejected;
        }
        ++progress_.rejected;
        if (options_.sync && SyncRoots::hides_articles(rejected.code)) {
            unread_.push_back(document::file_identity(rejected.locator.file, options_.index));
        }
        if (options_.on_reject) {
            options_.on_reject(rejected);
        }
        summary_.failed_fast = summary_.failed_fast || options_.fail_fast;
    }

    void unrecognised(const Locator& locator, const std::string& type) override {
        ++summary_.unrecognised[type];
        if (options_.on_unrecognised) {
            options_.on_unrecognised(locator, type);
        }
    }

    void skipped(const std::string& kind) override { ++summary_.skipped[kind]; }

    void progress(std::uint64_t bytes) override {
        progress_.input_bytes += bytes;
        report();
    }

    [[nodiscard]] bool stop_requested() const override {
        return failures_.failed() || summary_.failed_fast ||
               (options_.interrupted && options_.interrupted());
    }

    /// Files and folders that could not be read to their end, for a sync.
    [[nodiscard]] const std::vector<std::string>& unread() const noexcept { return unread_; }

    [[nodiscard]] const ShardApplier& applier(std::uint32_t shard) const {
        return *appliers_[shard];
    }

    Summary take_summary() {
        for (const auto& applier : appliers_) {
            merge(applier->counts());
        }
        summary_.input_bytes = progress_.input_bytes;
        summary_.interrupted = options_.interrupted && options_.interrupted();
        return std::move(summary_);
    }

private:
    const std::string& identity_of_file(const std::string& file) {
        if (file != last_file_) {
            last_file_ = file;
            last_identity_ = document::file_identity(file, options_.index);
        }
        return last_identity_;
    }

    void fail_with(const Error& error) {
        try {
            throw error;
        } catch (const Error&) {
            fail();
        }
    }

    /// Keeps the exception that is being handled and lets all threads wind down.
    void fail() {
        failures_.keep_current();
        gate_.open();
    }

    void report() {
        if (options_.on_progress) {
            options_.on_progress(progress_);
        }
    }

    void analyse() {
        try {
            document::DocumentBuilder builder(cached_words(options_));
            std::unique_ptr<storage::SnapshotLookup> snapshot;
            if (!writer_.created()) {
                snapshot = std::make_unique<storage::SnapshotLookup>(options_.index);
            }
            while (std::optional<Work> work = work_.pop()) {
                if (failures_.failed()) {
                    gate_.leave(work->gate_bytes);
                    continue;
                }
                const std::uint32_t shard = work->shard;
                const std::uint64_t number = work->number;
                const std::uint64_t gate_bytes = work->gate_bytes;
                try {
                    inboxes_[shard]->put(number,
                                         prepare(std::move(*work), builder, snapshot.get()));
                } catch (...) {
                    gate_.leave(gate_bytes);
                    throw;
                }
            }
        } catch (...) {
            fail();
            while (std::optional<Work> work = work_.pop()) {
                gate_.leave(work->gate_bytes);
            }
        }
    }

    Done prepare(Work&& work,
                 document::DocumentBuilder& builder,
                 storage::SnapshotLookup* snapshot) const {
        Done done;
        done.gate_bytes = work.gate_bytes;
        done.prepared.text_bytes = text_bytes(work.article);
        const bool known = snapshot != nullptr &&
                           snapshot->is_stored(work.identity.key, work.identity.content_hash);
        if (!known) {
            document::settle_language(work.article);
            if (options_.entities != nullptr) {
                options_.entities->find(work.article, options_.source.dates.order);
            }
            done.prepared.document = builder.build(work.article, work.identity);
            forget_text(work.article);
        }
        done.prepared.identity = std::move(work.identity);
        done.prepared.article = std::move(work.article);
        return done;
    }

    void write_shard(std::uint32_t number) {
        OrderedInbox<Done>& inbox = *inboxes_[number];
        try {
            storage::ShardWriter& shard = writer_.shard(number);
            auto last_commit = std::chrono::steady_clock::now();
            while (!inbox.finished() && !failures_.failed()) {
                if (std::optional<Done> done = inbox.take(kPatience)) {
                    appliers_[number]->apply(std::move(done->prepared));
                    gate_.leave(done->gate_bytes);
                }
                const auto now = std::chrono::steady_clock::now();
                if (shard.pending_bytes() >= pending_limit_bytes_ ||
                    (shard.has_changes() && now - last_commit >= options_.commit_interval)) {
                    writer_.commit_shard(number);
                    last_commit = now;
                }
            }
            if (shard.has_changes() && !failures_.failed()) {
                writer_.commit_shard(number);
            }
        } catch (...) {
            fail();
        }
        drain(inbox);
    }

    /// After a failure: keeps taking, so that no thread waits for room for ever.
    void drain(OrderedInbox<Done>& inbox) {
        while (failures_.failed() && !inbox.finished()) {
            if (const std::optional<Done> done = inbox.take_any(kPatience)) {
                gate_.leave(done->gate_bytes);
            }
        }
    }

    void merge(const Summary& counts) {
        for (const auto& [format, from] : counts.formats) {
            add_counts(summary_.formats[format], from);
        }
        for (const auto& [code, count] : counts.warnings) {
            summary_.warnings[code] += count;
        }
        for (const Collision& collision : counts.collisions) {
            if (summary_.collisions.size() < kMaxListed) {
                summary_.collisions.push_back(collision);
            }
        }
    }

    static constexpr std::chrono::milliseconds kPatience{200};

    storage::IndexWriter& writer_;
    const RunOptions& options_;
    InFlightGate gate_;
    std::uint64_t pending_limit_bytes_;
    WorkQueue<Work> work_;
    std::vector<std::unique_ptr<OrderedInbox<Done>>> inboxes_;
    std::vector<std::unique_ptr<ShardApplier>> appliers_;
    std::vector<std::uint64_t> next_numbers_;
    FailureBox failures_;
    Summary summary_;
    Progress progress_;
    std::vector<std::string> unread_;
    std::string last_file_;
    std::string last_identity_;
};

/// Removes articles below `roots` that the run has not met. @throws Error (Partial) above the
/// limit.
void sync_removals(storage::IndexWriter& writer,
                   const Run& run,
                   const SyncRoots& roots,
                   const RunOptions& options,
                   Summary& summary) {
    std::vector<std::vector<std::uint32_t>> gone(writer.shard_count());
    std::uint64_t total = 0;
    std::uint64_t articles = 0;
    for (std::uint32_t shard = 0; shard < writer.shard_count(); ++shard) {
        gone[shard] = writer.shard(shard).unseen_in(
            [&](std::string_view path) { return roots.contain(path); },
            run.applier(shard).touched());
        total += gone[shard].size();
        articles += writer.shard(shard).article_count();
    }
    if (static_cast<double>(total) > options.sync_max * static_cast<double>(articles)) {
        throw Error(ErrorCode::Partial,
                    "sync would remove " + std::to_string(total) + " of " +
                        std::to_string(articles) +
                        " articles, more than --sync-max allows; nothing was removed",
                    "check that the inputs are complete; if they are, raise --sync-max");
    }
    for (std::uint32_t shard = 0; shard < writer.shard_count(); ++shard) {
        for (const std::uint32_t docid : gone[shard]) {
            writer.shard(shard).erase(docid);
        }
        if (!gone[shard].empty()) {
            writer.commit_shard(shard);
        }
    }
    summary.removed = total;
}

}  // namespace

std::string_view analysis_version(const RunOptions& options) noexcept {
    return options.entities == nullptr ? std::string_view()
                                       : std::string_view(options.entities->version());
}

Summary run_index(storage::IndexWriter& writer,
                  const std::vector<std::string>& inputs,
                  const RunOptions& options) {
    const auto start = std::chrono::steady_clock::now();
    SyncRoots roots(options.sync ? inputs : std::vector<std::string>(), options.index);
    Run run(writer, options);
    run.execute(inputs);
    Summary summary = run.take_summary();
    if (options.sync && !summary.interrupted && !summary.failed_fast) {
        for (const std::string& path : run.unread()) {
            roots.keep(path);
        }
        sync_removals(writer, run, roots, options, summary);
    }
    for (std::uint32_t shard = 0; shard < writer.shard_count(); ++shard) {
        summary.articles += writer.shard(shard).article_count();
    }
    summary.created = writer.created();
    summary.revision = writer.revision();
    summary.seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return summary;
}

}  // namespace dateline::run
