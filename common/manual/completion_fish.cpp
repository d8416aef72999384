// Completions for fish.
#include "common/manual/completion_scripts.hpp"

namespace dateline::manual {
namespace {

std::string quoted(std::string_view text) {
    std::string out = "'";
    for (const char c : text) {
        out += c == '\'' || c == '\\' ? "\\" : "";
        out += c;
    }
    return out + '\'';
}

/// The arguments of complete(1) for the value of `option`.
std::string value_arguments(const Option& option) {
    if (option.argument.empty()) {
        return {};
    }
    // -x: a value that is no file; without it a value may be left out.
    const std::string kind = option.has_optional_argument() ? " -f" : " -x";
    if (option.is_list) {
        return kind + " -a " + quoted("(__fish_append , " + offered_values(option) + ')');
    }
    if (!option.choices.empty()) {
        return kind + " -a " + quoted(offered_values(option));
    }
    if (option.argument == "DIR") {
        return kind + " -a '(__fish_complete_directories)'";
    }
    return option.takes_path() ? " -r -F" : kind;
}

}  // namespace

std::string fish_completion(const Program& program) {
    const std::string name(program.name);
    std::string out =
        "# Completion of " + name + " for fish; '" + name + " --completion fish' prints it.\n";
    if (!program.takes_paths) {
        out += "complete -c " + name + " -f\n";
    }
    for (const Option& option : program.options) {
        out += "complete -c " + name;
        out += option.letter != '\0' ? std::string(" -s ") + option.letter : "";
        out += " -l " + std::string(option.name) + value_arguments(option) + " -d " +
               quoted(short_help(option)) + '\n';
    }
    return out;
}

}  // namespace dateline::manual
