// Which script is for which shell.
#include "common/manual/completion.hpp"

#include "common/manual/completion_scripts.hpp"

#include <algorithm>

namespace dateline::manual {

std::string short_help(const Option& option) {
    std::size_t end = option.help.size();
    for (const std::string_view mark : {"; ", ": ", " [", " ("}) {
        end = std::min(end, option.help.find(mark));
    }
    return std::string(option.help.substr(0, end));
}

std::string offered_values(const Option& option) {
    std::string values;
    for (const std::string& choice : option.choices) {
        values += (values.empty() ? "" : " ") + choice;
    }
    return values;
}

std::string function_name(std::string_view name) {
    std::string out(name);
    std::replace(out.begin(), out.end(), '-', '_');
    return out;
}

std::string completion(const Program& program, Shell shell) {
    switch (shell) {
        case Shell::Bash:
            return bash_completion(program);
        case Shell::Zsh:
            return zsh_completion(program);
        case Shell::Fish:
            return fish_completion(program);
    }
    return {};
}

}  // namespace dateline::manual
