// Names of reasons for reports.
#include "indexer/analysis/people/linked_name.hpp"

namespace dateline::analysis {

const char* join_reason_name(JoinReason reason) noexcept {
    switch (reason) {
        case JoinReason::Alone:
            return "alone";
        case JoinReason::Variant:
            return "variant";
        case JoinReason::Spelling:
            return "spelling";
        case JoinReason::Surname:
            return "surname";
        case JoinReason::GivenName:
            return "given_name";
        case JoinReason::Acronym:
            return "acronym";
        case JoinReason::Shortened:
            break;
    }
    return "shortened";
}

}  // namespace dateline::analysis
