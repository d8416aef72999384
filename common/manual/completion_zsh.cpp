// Completions for zsh.
#include "common/manual/completion_scripts.hpp"

namespace dateline::manual {
namespace {

/// `text` inside single quotes, with what _arguments reads otherwise behind backslashes.
std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '\'') {
            out += "'\\''";
            continue;
        }
        if (c == '[' || c == ']' || c == ':' || c == '\\') {
            out += '\\';
        }
        out += c;
    }
    return out;
}

/// `FORM` of `[=FORM]`.
std::string argument_name(const Option& option) {
    return std::string(option.has_optional_argument()
                           ? option.argument.substr(2, option.argument.size() - 3)
                           : option.argument);
}

/// What is offered for the value of `option`; a blank: nothing.
std::string action(const Option& option) {
    if (option.is_list) {
        return "_values -s , value " + offered_values(option);
    }
    if (!option.choices.empty()) {
        return '(' + offered_values(option) + ')';
    }
    if (option.takes_path()) {
        return option.argument == "DIR" ? "_files -/" : "_files";
    }
    return " ";
}

std::string argument_spec(const Option& option) {
    if (option.argument.empty()) {
        return {};
    }
    return (option.has_optional_argument() ? "::" : ":") + escaped(argument_name(option)) + ':' +
           action(option);
}

std::string option_spec(const Option& option) {
    const std::string name = "--" + std::string(option.name);
    const std::string ends = option.argument.empty()          ? ""
                             : option.has_optional_argument() ? "=-"
                                                              : "=";
    const std::string rest = '[' + escaped(short_help(option)) + ']' + argument_spec(option) + '\'';
    const std::string star = option.may_be_repeated ? "*" : "";
    if (option.letter == '\0') {
        return '\'' + star + name + ends + rest;
    }
    const std::string letter = std::string("-") + option.letter;
    const std::string excluded = option.may_be_repeated ? "'*'" : "'(" + letter + ' ' + name + ")'";
    return excluded + '{' + letter + (option.argument.empty() ? "" : "+") + ',' + name + ends +
           "}'" + rest;
}

}  // namespace

std::string zsh_completion(const Program& program) {
    const std::string name(program.name);
    const std::string function = '_' + name;
    std::string out = "#compdef " + name + "\n# Completion of " + name + " for zsh; '" + name +
                      " --completion zsh' prints it.\n" + function + "() {\n    _arguments -s -S";
    for (const Option& option : program.options) {
        out += " \\\n        " + option_spec(option);
    }
    out += std::string(" \\\n        ") +
           (program.takes_paths ? "'*:input:_files'" : "'*:query: '") + "\n}\n";
    return out + "if [[ ${funcstack[1]} == " + function + " ]]; then\n    " + function +
           " \"$@\"\nelse\n    compdef " + function + ' ' + name + "\nfi\n";
}

}  // namespace dateline::manual
