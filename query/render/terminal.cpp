// Asks the system about the terminal.
#include "query/render/terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

namespace dateline::render {

bool is_terminal(int descriptor) noexcept {
    return ::isatty(descriptor) == 1;
}

std::size_t terminal_rows(int descriptor) noexcept {
    winsize size{};
    const bool known = ::ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_row > 0;
    return known ? size.ws_row : kDefaultRows;
}

std::size_t terminal_columns(int descriptor) noexcept {
    winsize size{};
    const bool known = ::ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
    return known ? size.ws_col : kDefaultColumns;
}

}  // namespace dateline::render
