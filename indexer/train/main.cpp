// dateline-train: the process around the commands. Catches, prints, exits.
#include "common/base/error.hpp"
#include "common/base/printable.hpp"
#include "indexer/train/commands.hpp"

#include <exception>
#include <iostream>
#include <string>
#include <vector>

namespace {

int report(dateline::ErrorCode code, const std::string& message, const std::string& hint) {
    std::cerr << "dateline-train: error: " << dateline::printable_line(message) << '\n';
    if (!hint.empty()) {
        std::cerr << "hint: " << dateline::printable_line(hint) << '\n';
    }
    return dateline::exit_status(code);
}

}  // namespace

int main(int argc, char** argv) {
    std::ios::sync_with_stdio(false);
    try {
        const std::vector<std::string> words(argv + 1, argv + argc);
        return dateline::train::run_command(words, {.out = std::cout, .err = std::cerr});
    } catch (const dateline::Error& error) {
        return report(error.code(), error.what(), error.hint());
    } catch (const std::exception& error) {
        return report(dateline::ErrorCode::Internal,
                      std::string("unexpected failure: ") + error.what(),
                      "please report this as a bug");
    }
}
