// Forms of stems, learnt from articles.
#include "query/compile/stem_forms.hpp"

#include "common/schema/fields.hpp"
#include "common/text/word_codes.hpp"

#include <algorithm>
#include <utility>

namespace dateline::compile {
namespace {

/// Words that are remembered; above it they are met anew.
constexpr std::size_t kMaxKnown = 100'000;

bool contains(const std::vector<std::string>& sorted, const std::string& form) {
    return std::binary_search(sorted.begin(), sorted.end(), form);
}

}  // namespace

StemForms::StemForms(std::string language,
                     const std::vector<Wanted>& wanted,
                     CodeIndex codes,
                     text::Stemmer& stemmer)
    : language_(std::move(language)), codes_(std::move(codes)), stemmer_(stemmer) {
    for (const Wanted& each : wanted) {
        Word word;
        word.slot = each.slot;
        word.stems = stemmer_.stems(language_, each.word.folded, each.word.exact);
        for (const std::string& stem : word.stems) {
            // Words that are their own stem have no term behind the stem prefix.
            for (const std::string_view prefix : {schema::kStemPrefix, std::string_view()}) {
                word.frequencies.push_back({schema::make_term(prefix, stem), {}});
            }
        }
        words_.push_back(std::move(word));
    }
}

std::uint64_t StemForms::Frequency::in(const Xapian::Database& database, Xapian::docid docid) {
    if (!open || docid < last) {
        cursor = database.postlist_begin(term);
        open = true;
    }
    last = docid;
    const Xapian::PostingIterator end = database.postlist_end(term);
    if (cursor != end) {
        cursor.skip_to(docid);
    }
    return cursor != end && *cursor == docid ? cursor.get_wdf() : 0;
}

bool StemForms::may_have_more(const Xapian::Database& database,
                              Xapian::docid docid,
                              const ScannedText& text) {
    return std::any_of(words_.begin(), words_.end(), [&](Word& word) {
        std::uint64_t frequency = 0;
        for (Frequency& term : word.frequencies) {
            frequency += term.in(database, docid);
        }
        return frequency > 0 && (!word.certain || text.weights[word.slot] != frequency);
    });
}

bool StemForms::learn_form(const std::string& folded, const std::string& exact) {
    if (known_.size() > kMaxKnown) {
        known_.clear();
    }
    const auto [entry, is_new] = known_.emplace(exact, false);
    if (!is_new) {
        return false;
    }
    const std::vector<std::string> stems = stemmer_.stems(language_, folded, exact);
    for (Word& word : words_) {
        // As often as the form counts for terms of the word: see TextTermBuilder.
        std::uint32_t weight = contains(word.stems, folded) ? 1 : 0;
        for (const std::string& stem : stems) {
            weight += stem != folded && contains(word.stems, stem) ? 1 : 0;
        }
        if (weight == 0) {
            continue;
        }
        entry->second = true;
        std::string code;
        text::append_code(code, folded, false);
        std::string spelled;
        text::append_spelled_code(spelled, folded);
        for (const std::string& each : {code, spelled}) {
            word.certain = codes_.add(each, word.slot, weight) && word.certain;
        }
    }
    return entry->second;
}

bool StemForms::learn(const Xapian::Document& document) {
    bool any = false;
    const auto among = [&](const std::string& from, const std::string& to, std::size_t prefix) {
        auto term = document.termlist_begin();
        for (term.skip_to(from); term != document.termlist_end() && (to.empty() || *term < to);
             ++term) {
            const std::string exact = (*term).substr(prefix);
            const std::string folded = prefix == 0 ? exact : text::fold(exact);
            any = learn_form(folded, exact) || any;
        }
    };
    // Words of the text have no prefix: numbers sort before the capital letters, others behind.
    among("0", ":", 0);
    const std::string exact_prefix(schema::kExactPrefix);
    among(exact_prefix, exact_prefix + '\xFF', exact_prefix.size());
    among("[", "", 0);
    return any;
}

}  // namespace dateline::compile
