// Holds a screenful back, then decides where everything goes.
#include "query/prompt/pager.hpp"

#include "query/prompt/pager_process.hpp"
#include "query/prompt/screen_rows.hpp"

#include <utility>
#include <vector>

namespace dateline::query {

std::string pager_command(const PagerVariables& variables) {
    std::string command = "less -FRX";
    if (variables.dateline_pager) {
        command = *variables.dateline_pager;
    } else if (variables.pager) {
        command = *variables.pager;
    } else if (variables.terminal.value_or("dumb") == "dumb") {
        return {};
    }
    const bool is_blank = command.find_first_not_of(" \t") == std::string::npos;
    return is_blank || command == "cat" ? std::string() : command;
}

/// Where output goes at the moment.
class Pager::State {
public:
    State(render::Sink& plain, render::Sink& messages, PagerSettings settings)
        : plain_(plain), messages_(messages), settings_(std::move(settings)) {}

    void put_output(std::string_view bytes) {
        switch (phase_) {
            case Phase::Holding:
                held_.push_back({true, std::string(bytes)});
                held_output_ += bytes;
                // The row of the shell's next prompt is not the output's.
                if (screen_rows(held_output_, settings_.columns) + 1 > settings_.rows) {
                    start();
                }
                return;
            case Phase::Paging:
                page(bytes);
                return;
            case Phase::Plain:
                plain_.put(bytes);
                return;
            case Phase::Quit:
                return;
        }
    }

    void put_message(std::string_view bytes) {
        if (phase_ == Phase::Plain) {
            messages_.put(bytes);
        } else {
            held_.push_back({false, std::string(bytes)});
        }
    }

    [[nodiscard]] bool is_wanted() const noexcept { return phase_ != Phase::Quit; }

    void close() {
        if (phase_ == Phase::Paging) {
            end_process();
        } else if (phase_ == Phase::Holding) {
            phase_ = Phase::Plain;
        }
        print_held();
    }

private:
    enum class Phase { Holding, Paging, Plain, Quit };

    struct Held {
        bool is_output = false;
        std::string bytes;
    };

    /// Hands the output over to the pager; messages stay held.
    void start() {
        process_ = PagerProcess::start(settings_.command);
        if (!process_) {
            phase_ = Phase::Plain;
            print_held();
            return;
        }
        phase_ = Phase::Paging;
        std::erase_if(held_, [](const Held& held) { return held.is_output; });
        page(std::exchange(held_output_, {}));
    }

    void page(std::string_view bytes) {
        if (!has_read_) {
            unread_ += bytes;
        }
        if (!process_->write(bytes)) {
            end_process();
        } else if (unread_.size() > process_->pipe_bytes()) {
            has_read_ = true;
            unread_ = {};
        }
    }

    /// Waits for the pager. What it cannot have shown is printed.
    void end_process() {
        const bool was_run = process_->wait();
        phase_ = Phase::Quit;
        if (!was_run && !has_read_) {
            phase_ = Phase::Plain;
            held_.insert(held_.begin(), {true, std::exchange(unread_, {})});
            print_held();
        }
    }

    /// Prints what is held, in the order in which it came.
    void print_held() {
        for (const Held& held : std::exchange(held_, {})) {
            (held.is_output ? plain_ : messages_).put(held.bytes);
        }
    }

    render::Sink& plain_;
    render::Sink& messages_;
    PagerSettings settings_;
    Phase phase_ = Phase::Holding;
    std::vector<Held> held_;
    std::string held_output_;
    std::unique_ptr<PagerProcess> process_;
    bool has_read_ = false;  ///< more was written than a pipe holds
    std::string unread_;     ///< all that was written, until it is known that it is read
};

class Pager::OutSink : public render::Sink {
public:
    explicit OutSink(State& state) : state_(state) {}
    void put(std::string_view bytes) override { state_.put_output(bytes); }
    [[nodiscard]] bool is_wanted() const noexcept override { return state_.is_wanted(); }

private:
    State& state_;
};

class Pager::MessageSink : public render::Sink {
public:
    explicit MessageSink(State& state) : state_(state) {}
    void put(std::string_view bytes) override { state_.put_message(bytes); }

private:
    State& state_;
};

Pager::Pager(render::Sink& plain, render::Sink& messages, PagerSettings settings)
    : state_(std::make_unique<State>(plain, messages, std::move(settings))),
      out_(std::make_unique<OutSink>(*state_)),
      messages_(std::make_unique<MessageSink>(*state_)) {}

Pager::~Pager() = default;

render::Sink& Pager::out() noexcept {
    return *out_;
}

render::Sink& Pager::messages() noexcept {
    return *messages_;
}

void Pager::close() {
    state_->close();
}

}  // namespace dateline::query
