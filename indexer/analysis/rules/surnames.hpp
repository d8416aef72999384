// The surnames of the people of one text, to find them where they stand alone.
#pragma once

#include "common/gazetteer/token_hash.hpp"

#include <string_view>
#include <vector>

namespace dateline::analysis {

/// Surnames by their hashes, and where names are declined also by their stems. Views that were
/// added must outlive the object.
class Surnames {
public:
    explicit Surnames(bool declines) : declines_(declines) {}

    /// Adds a surname by its hash and folded form, which has at least one byte.
    void add(gazetteer::TokenHash hash, std::string_view folded);

    /// To be called behind the last add() and before the first holds().
    void close();

    /// Whether the word is one of the surnames; where names are declined, also whether it may be
    /// another form of one: with the same four first letters and endings of at most three.
    [[nodiscard]] bool holds(gazetteer::TokenHash hash, std::string_view folded) const;

private:
    bool declines_;
    std::vector<gazetteer::TokenHash> hashes_;
    std::vector<std::string_view> forms_;
};

}  // namespace dateline::analysis
