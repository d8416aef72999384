// From the end of a row, `Colman and Stephens` or `Peabody and Co`, back over its commas.
#include "indexer/analysis/firm_partners.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace dateline::analysis {

namespace {

using gazetteer::NameClass;
using gazetteer::NameClasses;

// No firm is called by more partners; longer rows are lists.
constexpr std::size_t kMaxPartners = 8;

bool is_and(std::string_view between) {
    return between == " and " || between == " & ";
}

// `Peabody` of `Peabody and Co Inc`, `Lufkin` of `Lufkin and Jenrette`: what stands before the
// `and` of a firm's name that may be the end of a longer one; empty if it is none.
std::string_view head_of_firm(std::string_view name) {
    const std::size_t at = name.find(" and ");
    if (at == std::string_view::npos || name.find('.') < at) {
        return {};
    }
    std::string_view rest = name.substr(at + 5);
    while (!is_single(rest) && is_legal_form(last_word(rest))) {
        rest.remove_suffix(last_word(rest).size() + 1);
    }
    return is_single(rest) ? name.substr(0, at) : std::string_view{};
}

// Whether `name` has what only companies have behind the names of their partners.
bool is_company(std::string_view name) {
    return name.find(" and Co") != std::string_view::npos ||
           name.find(" and Sons") != std::string_view::npos;
}

class PartnerJoiner {
public:
    PartnerJoiner(std::string_view text,
                  std::vector<NameMention> mentions,
                  const ClassesOf& classes_of)
        : text_(text), mentions_(std::move(mentions)), classes_of_(classes_of) {
        for (const NameMention& mention : mentions_) {
            const std::string_view name = bytes_of(text_, mention.range);
            if (mention.type == MentionType::Person &&
                (!is_single(name) || !mention.honorific.empty())) {
                people_.insert(last_word(name));
            }
        }
    }

    std::vector<NameMention> join() {
        for (std::size_t i = 0; i < mentions_.size(); ++i) {
            if (i + 1 < mentions_.size() && are_partners(i)) {
                add_row({mentions_[i].range.start_bytes, mentions_[i + 1].range.end_bytes}, 2);
                ++i;
            } else if (const std::size_t partners = partners_of(mentions_[i]); partners > 0) {
                add_row(mentions_[i].range, partners);
            } else {
                result_.push_back(mentions_[i]);
            }
        }
        return std::move(result_);
    }

private:
    [[nodiscard]] std::string_view name_of(const NameMention& mention) const {
        return bytes_of(text_, mention.range);
    }

    // Whether nothing says that the single name is a person's.
    [[nodiscard]] bool is_unknown(const NameMention& mention) const {
        const std::string_view name = name_of(mention);
        return is_single(name) && mention.honorific.empty() && !people_.contains(name) &&
               !classes_of_(mention.range).has(NameClass::KnownPerson);
    }

    [[nodiscard]] bool are_partners(std::size_t first) const {
        const NameMention& left = mentions_[first];
        const NameMention& right = mentions_[first + 1];
        const std::string_view between =
            text_.substr(left.range.end_bytes, right.range.start_bytes - left.range.end_bytes);
        return left.type == MentionType::Person && right.type == MentionType::Person &&
               is_and(between) && is_unknown(left) && is_unknown(right) &&
               name_of(left) != name_of(right) && are_surnames(left, right);
    }

    // Children are called by given names alone, some of which are surnames too: Dale and Troy.
    [[nodiscard]] bool are_surnames(const NameMention& left, const NameMention& right) const {
        const NameClasses left_classes = classes_of_(left.range);
        const NameClasses right_classes = classes_of_(right.range);
        return left_classes.has(NameClass::FamilyName) &&
               right_classes.has(NameClass::FamilyName) &&
               !(left_classes.has(NameClass::GivenName) && right_classes.has(NameClass::GivenName));
    }

    // The number of partners in the name of an organisation that may be the end of a longer one; 0
    // if it is none.
    [[nodiscard]] std::size_t partners_of(const NameMention& mention) const {
        if (mention.type != MentionType::Org ||
            classes_of_(mention.range).has(NameClass::Organisation)) {
            return 0;
        }
        const std::string_view head = head_of_firm(name_of(mention));
        const ByteRange range{mention.range.start_bytes,
                              mention.range.start_bytes + static_cast<std::uint32_t>(head.size())};
        const std::size_t blanks =
            static_cast<std::size_t>(std::count(head.begin(), head.end(), ' '));
        const bool known = head.empty() || classes_of_(range).has(NameClass::Organisation);
        return known || blanks > 1 ? 0 : blanks + 1;
    }

    // Adds the organisation of `range` with the partners before it, which are in the result.
    void add_row(ByteRange range, std::size_t partners) {
        const bool company = is_company(bytes_of(text_, range));
        while (partners < kMaxPartners && !result_.empty() &&
               stands_before(result_.back(), range, company)) {
            const NameMention& before = result_.back();
            const bool single = is_single(name_of(before));
            if (single ? !may_be_partner(before, range, company)
                       : !is_known_firm(before) || partners < 2) {
                break;
            }
            range.start_bytes = before.range.start_bytes;
            ++partners;
            result_.pop_back();
            if (!single) {
                break;
            }
        }
        result_.push_back({.type = MentionType::Org,
                           .range = range,
                           .honorific = {},
                           .method = NameMethod::Model});
    }

    // Of firms that are known only Goldman and the like begin a name that ends in `and Co`.
    [[nodiscard]] bool may_be_partner(const NameMention& before,
                                      ByteRange range,
                                      bool company) const {
        return is_unknown(before) && !partners_behind_blank(range) &&
               (company || !classes_of_(before.range).has(NameClass::Organisation));
    }

    // `Harris Upham and Co`: a single name before it is another firm's.
    [[nodiscard]] bool partners_behind_blank(ByteRange range) const {
        const std::string_view name = bytes_of(text_, range);
        const std::size_t blank = name.find(' ');
        const std::size_t comma = name.find(',');
        return blank < comma && !name.substr(blank).starts_with(" and ") &&
               !name.substr(blank).starts_with(" & ");
    }

    [[nodiscard]] bool stands_before(const NameMention& before,
                                     ByteRange range,
                                     bool company) const {
        // What only the words around it make a place may be a partner: at Kidder, Peabody and Co.
        const bool place =
            before.type == MentionType::Place &&
            (!company || classes_of_(before.range).has_any(gazetteer::kPlaceClasses));
        return !place && text_.substr(before.range.end_bytes,
                                      range.start_bytes - before.range.end_bytes) == ", ";
    }

    // `Smith Barney`, `Merrill Lynch`
    [[nodiscard]] bool is_known_firm(const NameMention& mention) const {
        const std::string_view name = name_of(mention);
        return mention.type == MentionType::Org && std::count(name.begin(), name.end(), ' ') == 1 &&
               classes_of_(mention.range).has(NameClass::Organisation) &&
               !is_legal_form(last_word(name));
    }

    std::string_view text_;
    std::vector<NameMention> mentions_;
    const ClassesOf& classes_of_;
    std::set<std::string_view> people_;  // surnames of those whom the text introduces
    std::vector<NameMention> result_;
};

}  // namespace

std::vector<NameMention> join_partners(std::string_view text,
                                       std::vector<NameMention> mentions,
                                       const ClassesOf& classes_of) {
    return PartnerJoiner(text, std::move(mentions), classes_of).join();
}

}  // namespace dateline::analysis
