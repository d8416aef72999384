// One thread reads, the others answer, and Turns puts what they write in order.
#include "query/batch/batch_run.hpp"

#include "common/base/error.hpp"
#include "common/base/file.hpp"
#include "common/base/hash.hpp"
#include "query/answer_writer.hpp"
#include "query/ask.hpp"
#include "query/batch/batch_reader.hpp"
#include "query/batch/line_source.hpp"
#include "query/batch/turns.hpp"
#include "query/render/messages.hpp"
#include "query/search/searcher.hpp"
#include "query/understood.hpp"

#include <atomic>
#include <cerrno>
#include <condition_variable>
#include <deque>
#include <exception>
#include <fcntl.h>
#include <mutex>
#include <optional>
#include <thread>
#include <unistd.h>
#include <unordered_set>
#include <utility>
#include <vector>

namespace dateline::query {
namespace {

/// Items that are read but not yet taken by a thread.
constexpr std::size_t kMaxQueued = 64;

/// The file of a batch, open for reading; standard input is not closed.
class BatchFile {
public:
    explicit BatchFile(const std::string& path)
        : descriptor_(path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC)),
          name_(path == "-" ? "standard input" : "the batch '" + path + "'") {
        if (descriptor_ < 0) {
            throw Error(ErrorCode::InputUnreadable,
                        "cannot read " + name_ + ": " + system_error_text(errno));
        }
    }
    ~BatchFile() {
        if (descriptor_ != STDIN_FILENO) {
            ::close(descriptor_);
        }
    }
    BatchFile(const BatchFile&) = delete;
    BatchFile& operator=(const BatchFile&) = delete;

    [[nodiscard]] int descriptor() const noexcept { return descriptor_; }
    [[nodiscard]] const std::string& name() const noexcept { return name_; }

private:
    int descriptor_;
    std::string name_;
};

/// An item and its place in the order.
struct NumberedItem {
    std::uint64_t turn = 0;
    BatchItem item;
    bool repeated = false;  ///< an item before has the same id
};

/// Items on their way from the thread that reads to those that answer; in order.
class ItemQueue {
public:
    /// Waits for room. Nothing is kept after close().
    void push(NumberedItem&& item) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return closed_ || items_.size() < kMaxQueued; });
        if (!closed_) {
            items_.push_back(std::move(item));
            changed_.notify_all();
        }
    }

    /// Waits for an item; std::nullopt when there will be none.
    std::optional<NumberedItem> pop() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return closed_ || !items_.empty(); });
        if (items_.empty()) {
            return std::nullopt;
        }
        NumberedItem item = std::move(items_.front());
        items_.pop_front();
        changed_.notify_all();
        return item;
    }

    /// No more items come; what is there is still given.
    void close() {
        const std::lock_guard lock(mutex_);
        closed_ = true;
        changed_.notify_all();
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<NumberedItem> items_;
    bool closed_ = false;
};

/// What a thread that answers needs. Everything outlives the threads.
struct Batch {
    const Options& options;
    const Surroundings& surroundings;
    SavedLookup saved;
    StateFile* state;  ///< may be null
    Turns& turns;
    ItemQueue& queue;
    std::atomic<bool> any_failed{false};
};

/// Whether the query was answered.
bool answer_item(const Batch& batch,
                 const BatchItem& item,
                 search::Searcher& searcher,
                 AnswerWriter& writer) {
    const Question& question = item.question;
    if (item.fault) {
        writer.refuse(question, *item.fault);
        return false;
    }
    try {
        const std::optional<Understood> understood =
            understand(question, batch.surroundings, batch.saved, writer);
        if (!understood) {
            return false;
        }
        searcher.refresh();
        const render::Report report = ask(searcher,
                                          question,
                                          understood->parsed,
                                          understood->others,
                                          batch.state,
                                          understood->saved);
        static_cast<void>(writer.answer(searcher, question, report));
        if (report.answer.partial) {
            return false;
        }
        if (batch.state != nullptr) {
            batch.state->note(question.id,
                              question.text,
                              reading_of(question),
                              understood->saved,
                              report.answer.state);
        }
        return true;
    } catch (const Error& error) {
        if (!writer.refuse(question, error)) {
            throw;
        }
        return false;
    }
}

void answer_items(Batch& batch) {
    search::Searcher searcher(batch.options.indexes, search::Threads::One);
    while (const std::optional<NumberedItem> next = batch.queue.pop()) {
        if (!batch.turns.begin(next->turn)) {
            return;
        }
        TurnSink out_sink(batch.turns, next->turn, Turns::Stream::Out);
        TurnSink message_sink(batch.turns, next->turn, Turns::Stream::Messages);
        render::Output out(out_sink);
        render::Output messages(message_sink);
        AnswerWriter writer(batch.options, batch.surroundings, out, messages);
        if (next->repeated) {
            messages.write(
                render::warning_message("query '" + next->item.question.id +
                                        "': an earlier query of the batch has the same id"));
        }
        if (!answer_item(batch, next->item, searcher, writer)) {
            batch.any_failed = true;
        }
        out.flush();
        messages.flush();
        batch.turns.end(next->turn);
    }
}

/// Whether ids come again. Takes 16 bytes an id, and none any more after kMaxIds of them.
class IdsSeen {
public:
    /// Whether `id` was given before; ids of equal hash are taken for one.
    bool repeats(std::string_view id) {
        const std::uint64_t hash = hash64(id);
        return seen_.size() < kMaxIds ? !seen_.insert(hash).second : seen_.contains(hash);
    }

private:
    static constexpr std::size_t kMaxIds = 1'000'000;
    std::unordered_set<std::uint64_t> seen_;
};

/// Runs answer_items(); whatever it throws stops the batch.
void run_thread(Batch& batch) {
    try {
        answer_items(batch);
    } catch (...) {
        batch.turns.fail(std::current_exception());
    }
}

/// Hands every item to the queue. With a state every id may stand for one query only.
void read_items(BatchReader& reader, ItemQueue& queue, StateFile* state) {
    std::uint64_t turn = 0;
    IdsSeen ids;
    while (std::optional<BatchItem> item = reader.next()) {
        if (state != nullptr && !item->fault && !state->claim(item->question.id)) {
            item->fault = {"duplicate_id",
                           "an earlier query of the batch has the same id",
                           "with --state every query needs an id of its own"};
        }
        const bool repeated = ids.repeats(item->question.id) && !item->fault;
        queue.push({turn++, *std::move(item), repeated});
    }
}

}  // namespace

int run_batch(const Options& options,
              const Surroundings& surroundings,
              render::Output& out,
              render::Output& messages) {
    const BatchFile file(options.batch);
    // A missing index is told before the first query is waited for.
    const auto state = open_state(options, search::Searcher(options.indexes));
    AnswerWriter(options, surroundings, out, messages).begin_batch();
    out.flush();
    Waker waker;
    ItemQueue queue;
    Turns turns(out.sink(), messages.sink(), [&] {
        queue.close();
        waker.wake();
    });
    LineSource lines(file.descriptor(), file.name(), waker);
    BatchReader reader(options, lines);
    Batch batch{options, surroundings, saved_queries_of(options), state.get(), turns, queue};
    std::exception_ptr reading_failed;
    {
        std::vector<std::jthread> threads;
        try {
            for (std::size_t i = 0; i < options.jobs; ++i) {
                threads.emplace_back([&batch] { run_thread(batch); });
            }
            read_items(reader, queue, state.get());
        } catch (...) {
            reading_failed = std::current_exception();
        }
        // Whatever happened: the threads wait for it. What was read before is answered first.
        queue.close();
    }
    turns.rethrow();
    if (reading_failed) {
        std::rethrow_exception(reading_failed);
    }
    if (state) {
        state->save();
    }
    return batch.any_failed ? exit_status(ErrorCode::Partial) : kSomeHit;
}

}  // namespace dateline::query
