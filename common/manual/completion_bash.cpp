// Completions for bash.
#include "common/manual/completion_scripts.hpp"

namespace dateline::manual {
namespace {

// readline makes words of their own of `=` and `:`, and puts a completion in place of what is
// behind the last of them.
constexpr std::string_view kStart = R"(
    local cur=${COMP_WORDS[COMP_CWORD]} at=$COMP_CWORD key before
    COMPREPLY=()
    while ((at > 1)) && [[ ${COMP_WORDS[at]} == : || ${COMP_WORDS[at-1]} == : ]]; do
        at=$((at - 1))
    done
    [[ $cur != : ]] || cur=
    while ((at > 2)) && [[ ${COMP_WORDS[at-1]} == = && ${COMP_WORDS[at-2]} != -* ]]; do
        at=$((at - 2))
    done
    key=${COMP_WORDS[at-1]}
    if [[ $cur == = ]]; then
        cur= key+==
    elif [[ $key == = ]]; then
        key=${COMP_WORDS[at-2]}=
    fi
    case $key in
)";

/// Patterns of `case` for the word before the value of `option`.
std::string patterns(const Option& option) {
    const std::string name = "--" + std::string(option.name);
    if (option.has_optional_argument()) {
        return name + '=';
    }
    const std::string letter = option.letter != '\0' ? std::string("-") + option.letter + '|' : "";
    return letter + name + '|' + name + '=';
}

std::string value_command(const Option& option) {
    const std::string words = "compgen -W '" + offered_values(option) + "' ";
    if (option.is_list) {
        return "before=${cur%\"${cur##*,}\"}\n"
               "            compopt -o nospace 2>/dev/null\n"
               "            mapfile -t COMPREPLY < <(" +
               words + "-P \"$before\" -- \"${cur##*,}\")";
    }
    if (!option.choices.empty()) {
        return "mapfile -t COMPREPLY < <(" + words + "-- \"$cur\")";
    }
    if (option.takes_path()) {
        return "compopt -o filenames 2>/dev/null\n"
               "            mapfile -t COMPREPLY < <(compgen -" +
               std::string(option.argument == "DIR" ? "d" : "f") + " -- \"$cur\")";
    }
    return {};
}

}  // namespace

std::string bash_completion(const Program& program) {
    const std::string name(program.name);
    const std::string function = '_' + function_name(name);
    std::string names;
    std::string silent;  // options with a value that cannot be guessed
    std::string out = "# Completion of " + name + " for bash; '" + name +
                      " --completion bash' prints it.\n" + function + "() {" + std::string(kStart);
    for (const Option& option : program.options) {
        names += (names.empty() ? "--" : " --") + std::string(option.name);
        names += option.letter != '\0' ? std::string(" -") + option.letter : "";
        const std::string command = value_command(option);
        if (!command.empty()) {
            out += "        " + patterns(option) + ")\n            " + command +
                   "\n            return ;;\n";
        } else if (!option.argument.empty()) {
            silent += (silent.empty() ? "" : "|") + patterns(option);
        }
    }
    out += "        " + silent + ") return ;;\n    esac\n    if [[ $cur == -* ]]; then\n" +
           "        mapfile -t COMPREPLY < <(compgen -W '" + names + "' -- \"$cur\")\n";
    if (program.takes_paths) {
        out +=
            "    else\n        compopt -o filenames 2>/dev/null\n"
            "        mapfile -t COMPREPLY < <(compgen -f -- \"$cur\")\n";
    }
    return out + "    fi\n}\ncomplete -F " + function + ' ' + name + '\n';
}

}  // namespace dateline::manual
