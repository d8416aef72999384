// The command line of a sub-command: options with a value, and operands.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::train {

/// What a command line says.
class Arguments {
public:
    /// Splits `words`: `--NAME VALUE` or `--NAME=VALUE` with a name of `known`, and operands; all
    /// words behind `--` are operands.
    ///
    /// @throws Error (Usage) on a name that is not known, or one without value.
    Arguments(std::span<const std::string> words, std::span<const std::string_view> known);

    /// The value of `--name`; `otherwise` if it was not given.
    [[nodiscard]] std::string value(std::string_view name, std::string_view otherwise) const;

    /// The value of `--name` as a number up to `limit`.
    ///
    /// @throws Error (Usage) if it is none.
    [[nodiscard]] std::uint64_t number(std::string_view name,
                                       std::uint64_t otherwise,
                                       std::uint64_t limit) const;

    /// The value of `--name` as a decimal number from 0 to 1000.
    ///
    /// @throws Error (Usage) if it is none.
    [[nodiscard]] double decimal(std::string_view name, double otherwise) const;

    [[nodiscard]] const std::vector<std::string>& operands() const noexcept { return operands_; }

private:
    std::map<std::string, std::string, std::less<>> values_;
    std::vector<std::string> operands_;
};

}  // namespace dateline::train
