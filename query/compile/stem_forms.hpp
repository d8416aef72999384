// Which words of articles in one language are forms of the words of a query.
#pragma once

#include "common/text/stemmer.hpp"
#include "query/compile/query_words.hpp"
#include "query/compile/stream_scan.hpp"

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace dateline::compile {

/// The forms met so far of some words, in one language and one shard: exact in every language,
/// without a search through the vocabulary. Forms are learnt from the terms of articles; whether an
/// article has others follows from the frequencies of its stems.
class StemForms {
public:
    /// A word and the slot in which its places are listed.
    struct Wanted {
        QueryToken word;
        std::size_t slot = 0;
    };

    /// `codes` already holds what does not depend on the language. `stemmer` must outlive this.
    StemForms(std::string language,
              const std::vector<Wanted>& wanted,
              CodeIndex codes,
              text::Stemmer& stemmer);

    /// The codes to look for.
    [[nodiscard]] const CodeIndex& codes() const noexcept { return codes_; }

    /// Whether `text`, the article `docid` scanned for codes(), may have forms that are not known.
    [[nodiscard]] bool may_have_more(const Xapian::Database& database,
                                     Xapian::docid docid,
                                     const ScannedText& text);

    /// Learns the forms of an article from its terms; whether there were new ones.
    bool learn(const Xapian::Document& document);

private:
    /// The postings of a term, read in one pass.
    struct Frequency {
        std::string term;
        Xapian::PostingIterator cursor;
        bool open = false;
        Xapian::docid last = 0;

        [[nodiscard]] std::uint64_t in(const Xapian::Database& database, Xapian::docid docid);
    };

    struct Word {
        std::size_t slot = 0;
        std::vector<std::string> stems;  ///< sorted
        std::vector<Frequency> frequencies;
        bool certain = true;  ///< each code has one weight
    };

    bool learn_form(const std::string& folded, const std::string& exact);

    std::string language_;
    CodeIndex codes_;
    text::Stemmer& stemmer_;
    std::vector<Word> words_;
    std::unordered_map<std::string, bool> known_;  ///< exact form -> whether it fits any word
};

}  // namespace dateline::compile
