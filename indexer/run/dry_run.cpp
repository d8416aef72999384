// Reading without writing.
#include "indexer/run/dry_run.hpp"

#include "common/storage/stored_articles.hpp"
#include "common/storage/xapian_errors.hpp"
#include "indexer/document/document_builder.hpp"
#include "indexer/document/identity.hpp"
#include "indexer/run/sync_roots.hpp"

#include <chrono>
#include <memory>
#include <optional>
#include <set>

namespace dateline::run {
namespace {

/// Plays a run against the last committed state of an index: which of its articles the inputs hold.
class SyncPreview {
public:
    explicit SyncPreview(const std::filesystem::path& index)
        : index_(index), reader_(std::make_unique<storage::IndexReader>(index)) {}

    void meet(const document::Identity& identity) {
        reading([&] {
            const auto existing = storage::find_article(*reader_, identity.key);
            if (existing && existing->existing.content_hash == identity.content_hash) {
                met_.insert(existing->place);
            } else if (const auto beside =
                           storage::find_article(*reader_, identity.collision_key)) {
                met_.insert(beside->place);
            } else if (existing && existing->existing.file_hash == identity.file_hash) {
                met_.insert(
                    existing->place);  // an edited file: the new version takes the old one's place
            }
        });
    }

    [[nodiscard]] std::vector<Locator> removals(const SyncRoots& roots) {
        std::vector<Locator> gone;
        reading([&] {
            gone.clear();
            for (const storage::DocumentPlace& place : storage::articles_in(
                     *reader_, [&](std::string_view path) { return roots.contain(path); })) {
                if (!met_.contains(place)) {
                    gone.push_back(storage::stored_article(*reader_, place).locator);
                }
            }
        });
        return gone;
    }

    [[nodiscard]] std::uint64_t article_count() const { return reader_->article_count(); }

private:
    /// Calls `action`, again with a newer snapshot if a writer has overtaken this one. Docids keep
    /// their meaning, so what was met stays met.
    template <typename Action>
    void reading(Action&& action) {
        storage::retry_when_modified(index_.string(), [&](int attempt) {
            if (attempt > 0) {
                reader_ = std::make_unique<storage::IndexReader>(index_);
            }
            action();
        });
    }

    std::filesystem::path index_;
    std::unique_ptr<storage::IndexReader> reader_;
    std::set<storage::DocumentPlace> met_;
};

class DryRun final : public source::ArticleSink {
public:
    DryRun(const RunOptions& options, const DryRunSink& sink, SyncPreview* preview)
        : options_(options), sink_(sink), preview_(preview) {}

    void article(Article&& article) override {
        FormatCounts& counts = summary_.formats[article.format];
        ++counts.read;
        counts.text_bytes += text_bytes(article);
        counts.undated += article.published ? 0U : 1U;
        for (const Warning& warning : article.warnings) {
            summary_.warnings[warning.code] += warning.count;
        }
        ++progress_.articles;
        const document::Identity identity =
            document::identify(article,
                               document::file_identity(article.locator.file, options_.index),
                               analysis_version(options_));
        if (preview_ != nullptr) {
            preview_->meet(identity);
        }
        if (sink_.on_article) {
            document::settle_language(article);
            if (options_.entities != nullptr) {
                options_.entities->find(article, options_.source.dates.order);
            }
            sink_.on_article(article, storage::public_id(identity.key));
        }
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
        return summary_.failed_fast || (options_.interrupted && options_.interrupted());
    }

    /// Files and folders that could not be read to their end, for a sync.
    [[nodiscard]] const std::vector<std::string>& unread() const noexcept { return unread_; }

    Summary take_summary() {
        summary_.input_bytes = progress_.input_bytes;
        summary_.interrupted = options_.interrupted && options_.interrupted();
        return std::move(summary_);
    }

private:
    void report() {
        if (options_.on_progress) {
            options_.on_progress(progress_);
        }
    }

    const RunOptions& options_;
    const DryRunSink& sink_;
    SyncPreview* preview_;
    Summary summary_;
    Progress progress_;
    std::vector<std::string> unread_;
};

}  // namespace

DryRunResult dry_run(const std::vector<std::string>& inputs,
                     const RunOptions& options,
                     const DryRunSink& sink) {
    const auto start = std::chrono::steady_clock::now();
    SyncRoots roots(options.sync ? inputs : std::vector<std::string>(), options.index);
    std::optional<SyncPreview> preview;
    if (options.sync) {
        preview.emplace(options.index);
    }
    DryRun run(options, sink, preview ? &*preview : nullptr);
    source::read_inputs(inputs, options.source, run);
    DryRunResult result;
    result.summary = run.take_summary();
    if (preview && !run.stop_requested()) {
        for (const std::string& path : run.unread()) {
            roots.keep(path);
        }
        result.removals = preview->removals(roots);
        result.articles = preview->article_count();
    }
    result.summary.seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return result;
}

}  // namespace dateline::run
