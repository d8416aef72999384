// The authors that feeds and their items state.
#include "indexer/source/xml/feed_authors.hpp"

#include "common/base/utf8.hpp"
#include "indexer/source/metadata_values.hpp"
#include "indexer/source/xml/feed_elements.hpp"

#include <algorithm>
#include <string_view>

namespace dateline::source {
namespace {

/// The name in an author as RSS wants him: `mail@example.com (Name)`, or `Name <mail@example.com>`.
/// Empty if it is an address alone.
std::string name_beside_mail(const std::string& text) {
    const std::size_t at = text.find('@');
    if (at == std::string::npos) {
        return text;
    }
    const std::size_t open = text.find('(');
    if (open != std::string::npos) {
        const std::size_t end = std::min(text.find(')', open), text.size());
        const std::string inside = text.substr(open + 1, end - open - 1);
        return at < open ? inside : std::string(trim(text.substr(0, open)));
    }
    const std::size_t before = text.find_last_of(" <", at);
    const std::size_t after = std::min(text.find_first_of(" >", at), text.size());
    std::string name = before == std::string::npos ? std::string{} : text.substr(0, before);
    name += after < text.size() ? text.substr(after + 1) : std::string{};
    std::erase_if(name, [](char c) { return c == '<' || c == '>' || c == '"' || c == '@'; });
    return collapse_spaces(name);
}

/// Whether `part` of a list of names is initials: `K. K.`, `J.-P.`
bool is_initials(std::string_view part) {
    constexpr std::size_t max_bytes = 12;
    return part.ends_with('.') && part.size() <= max_bytes &&
           std::all_of(part.begin(), part.end(), [](char c) {
               const bool small = c >= 'a' && c <= 'z';
               return !small && c != ',';
           });
}

/// The parts of `text` between commas, trimmed.
std::vector<std::string> parts_of(std::string_view text) {
    std::vector<std::string> parts;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(','), text.size());
        parts.emplace_back(trim(text.substr(0, end)));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

/// Adds the names in `line`, also as journals cite them: `Kaur, M., Shukla, A.`
void add_names(std::vector<std::string>& authors, const std::string& line) {
    const std::vector<std::string> parts = parts_of(line);
    if (std::none_of(parts.begin(), parts.end(), is_initials) || is_initials(parts.front())) {
        add_authors(authors, line);
        return;
    }
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const bool has_initials = i + 1 < parts.size() && is_initials(parts[i + 1]);
        add_authors(authors, has_initials ? parts[i + 1] + " " + parts[i] : parts[i]);
        i += has_initials ? 1 : 0;
    }
}

void add_author(std::vector<std::string>& authors, const xmlNode& author) {
    const xmlNode* name = child(author, "name");
    add_names(authors, name_beside_mail(plain(name == nullptr ? &author : name)));
}

}  // namespace

std::vector<std::string> authors_in(const xmlNode& node) {
    std::vector<const xmlNode*> own = own_children(node, "author");
    for (const xmlNode* author : children_of(node, kAtom, "author")) {
        own.push_back(author);
    }
    std::vector<std::string> authors;
    for (const std::vector<const xmlNode*>& places :
         {own, children_of(node, kDublinCore, "creator"), children_of(node, kItunes, "author")}) {
        for (const xmlNode* author : places) {
            add_author(authors, *author);
        }
        if (!authors.empty()) {
            break;
        }
    }
    return authors;
}

}  // namespace dateline::source
