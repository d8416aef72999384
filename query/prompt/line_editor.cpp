// libedit (editline(3)), with characters from KeySource.
#include "query/prompt/line_editor.hpp"

#include "common/base/error.hpp"
#include "common/base/utf8.hpp"
#include "query/prompt/history_file.hpp"
#include "query/prompt/key_source.hpp"
#include "query/render/columns.hpp"
#include "query/render/terminal.hpp"

#include <algorithm>
#include <clocale>
#include <cstdio>
#include <exception>
#include <histedit.h>
#include <optional>
#include <unistd.h>
#include <utility>

namespace dateline::query {
namespace {

/// What Ctrl-C sends where a terminal does not make SIGINT of it; stands for SIGINT.
constexpr wchar_t kInterruptKey = L'\x03';

}  // namespace

class LineEditor::Terminal {
public:
    Terminal(std::string prompt, Completer completer)
        : prompt_(std::move(prompt)), completer_(std::move(completer)) {
        // libedit takes its characters apart by the locale; here all text is UTF-8.
        if (std::setlocale(LC_CTYPE, "C.UTF-8") == nullptr) {
            std::setlocale(LC_CTYPE, "");
        }
        edit_.reset(::el_init("dateline-query", stdin, stdout, stderr));
        history_.reset(::history_init());
        if (!edit_ || !history_) {
            throw Error(ErrorCode::Internal, "out of memory");
        }
        set_up();
    }

    void remember(const std::string& line) {
        HistEvent event{};
        ::history(history_.get(), &event, H_ENTER, line.c_str());
    }

    std::optional<std::string> read_line() {
        int size = 0;
        const char* line = nullptr;
        {
            KeySource keys;
            keys_ = &keys;
            ending_signal_ = 0;
            is_cleared_ = false;
            // Before the prompt is seen: a Ctrl-D that comes earlier would be read as a NUL.
            ::el_set(edit_.get(), EL_PREP_TERM, 1);
            line = ::el_gets(edit_.get(), &size);
            keys_ = nullptr;
        }
        if (failure_) {
            std::rethrow_exception(std::exchange(failure_, nullptr));
        }
        if (ending_signal_ != 0) {
            take_signal(ending_signal_);
        }
        if (is_cleared_) {
            return std::string();
        }
        if (line == nullptr || size <= 0) {
            return std::nullopt;
        }
        std::string text(line);
        text.erase(text.find_last_not_of("\r\n") + 1);
        return text;
    }

private:
    struct Ending {
        void operator()(EditLine* edit) const { ::el_end(edit); }
        void operator()(History* history) const { ::history_end(history); }
    };

    static Terminal& of(EditLine* edit) {
        void* self = nullptr;
        ::el_get(edit, EL_CLIENTDATA, &self);
        return *static_cast<Terminal*>(self);
    }

    void set_up() {
        EditLine* const edit = edit_.get();
        HistEvent event{};
        ::history(history_.get(), &event, H_SETSIZE, static_cast<int>(kMaxHistoryLines));
        ::history(history_.get(), &event, H_SETUNIQUE, 1);
        ::el_set(edit, EL_CLIENTDATA, this);
        ::el_set(
            edit, EL_PROMPT, +[](EditLine* el) { return of(el).prompt_.data(); });
        ::el_set(edit, EL_HIST, &::history, history_.get());
        ::el_set(edit, EL_EDITOR, "emacs");
        ::el_set(edit, EL_SIGNAL, 0);
        ::el_set(
            edit, EL_GETCFN, +[](EditLine* el, wchar_t* key) { return of(el).next_key(key); });
        ::el_source(edit, nullptr);  // no file is no settings
        // el_set() would make copies of the names that libedit never frees.
        ::el_wset(
            edit,
            EL_ADDFN,
            L"dateline-complete",
            L"completes fields, names and commands",
            +[](EditLine* el, int) -> unsigned char { return of(el).guarded_complete(); });
        ::el_wset(
            edit,
            EL_ADDFN,
            L"dateline-clear",
            L"clears the line",
            +[](EditLine* el, int) -> unsigned char { return of(el).clear(); });
        ::el_set(edit, EL_BIND, "^I", "dateline-complete", nullptr);
        ::el_set(edit, EL_BIND, "^C", "dateline-clear", nullptr);
        ::el_set(edit, EL_BIND, "^R", "em-inc-search-prev", nullptr);
    }

    /// What libedit calls for each key. @return 1, or 0 at the end.
    int next_key(wchar_t* key) {
        for (;;) {
            const KeySource::Event event = keys_->next();
            switch (event.kind) {
                case KeySource::Event::Kind::Character:
                    *key = static_cast<wchar_t>(event.character);
                    return 1;
                case KeySource::Event::Kind::End:
                    return 0;
                case KeySource::Event::Kind::Signal:
                    break;
            }
            if (event.signal == SIGINT) {
                *key = kInterruptKey;
                return 1;
            }
            if (event.signal == SIGTERM || event.signal == SIGHUP) {
                ending_signal_ = event.signal;
                return 0;
            }
            follow(event.signal);
        }
    }

    /// After a stop, and on a screen of another size, the line is drawn anew.
    void follow(int signal) {
        EditLine* const edit = edit_.get();
        if (signal == SIGTSTP) {
            ::el_set(edit, EL_PREP_TERM, 0);
            take_signal(SIGTSTP);
        }
        if (signal == SIGWINCH) {
            ::el_resize(edit);
        } else {
            ::el_set(edit, EL_PREP_TERM, 0);
            ::el_set(edit, EL_PREP_TERM, 1);
        }
        ::el_set(edit, EL_REFRESH);
    }

    unsigned char clear() {
        is_cleared_ = true;
        EditLine* const edit = edit_.get();
        const LineInfo* const line = ::el_line(edit);
        const std::string behind(line->cursor, line->lastchar);
        ::el_cursor(edit, static_cast<int>(count_code_points(behind)));
        ::el_set(edit, EL_REFRESH);
        ::fputs("^C\n", stdout);
        return CC_NEWLINE;
    }

    /// libedit is C: nothing may be thrown through it.
    unsigned char guarded_complete() {
        try {
            return complete();
        } catch (...) {
            failure_ = std::current_exception();
            return CC_EOF;
        }
    }

    unsigned char complete() {
        EditLine* const edit = edit_.get();
        const LineInfo* const line = ::el_line(edit);
        const std::string before(line->buffer, line->cursor);
        const Completion completion = completer_(before);
        if (completion.candidates.empty()) {
            return CC_REFRESH_BEEP;
        }
        const std::size_t begin = std::min(completion.begin, before.size());
        const std::string typed = before.substr(begin);
        const bool is_quoted = typed.starts_with('"');
        const std::string inserted =
            insertion(completion, std::string_view(typed).substr(is_quoted ? 1 : 0));
        if (inserted.empty()) {
            list(completion);
            return CC_REDISPLAY;
        }
        ::el_deletestr(edit, static_cast<int>(count_code_points(typed)));
        ::el_insertstr(edit, inserted.c_str());
        return CC_REFRESH;
    }

    static void list(const Completion& completion) {
        const std::size_t columns = render::terminal_columns(STDOUT_FILENO);
        std::string text = "\n";
        for (const Candidate& candidate : completion.candidates) {
            text += "  " + render::cut_to_columns(candidate.label, std::max(columns, 10UL) - 3);
            text += "\n";
        }
        text += completion.more ? "  …\n" : "";
        ::fputs(text.c_str(), stdout);
        ::fflush(stdout);
    }

    std::string prompt_;
    Completer completer_;
    std::unique_ptr<History, Ending> history_;
    std::unique_ptr<EditLine, Ending> edit_;
    KeySource* keys_ = nullptr;  ///< only while a line is read
    int ending_signal_ = 0;
    bool is_cleared_ = false;
    std::exception_ptr failure_;
};

LineEditor::LineEditor(std::string prompt, Completer completer)
    : terminal_(std::make_unique<Terminal>(std::move(prompt), std::move(completer))) {}

LineEditor::~LineEditor() = default;

void LineEditor::remember(const std::string& line) {
    terminal_->remember(line);
}

std::optional<std::string> LineEditor::read_line() {
    return terminal_->read_line();
}

}  // namespace dateline::query
