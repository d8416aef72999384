// The words that class names and ids are made of, and what they mean on news sites.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline::source {

/// One class name or id, taken apart.
struct ElementName {
    std::string lower;               ///< as written, in lower case
    std::string joined;              ///< without what separates its words
    std::vector<std::string> words;  ///< lower case; `articleBody_x1` has article, body, x
    bool is_label = false;  ///< says what a page has or is about, as `has-sidebar` or `tag-adverts`
                            ///< do on a whole article
};

/// The names in `names`, which are separated by white space; an id has a `#` before it.
[[nodiscard]] std::vector<ElementName> split_names(std::string_view names);

/// Whether `name` is that of an article's text in the habit of a content management system:
/// `entry-content`, `article__body`, `field--name-body`, `artibody`, `cuerpo-nota` …
[[nodiscard]] bool is_body_name(const ElementName& name);

/// Whether `name` is that of a share bar, an advert, related links, a newsletter box …
[[nodiscard]] bool is_noise_name(const ElementName& name);

/// Whether `name` is that of comments by readers or a question for consent: text of its own.
[[nodiscard]] bool is_apart_name(const ElementName& name);

/// Whether `name` is that of a byline, a date, a list of tags, a button …
[[nodiscard]] bool is_detail_name(const ElementName& name);

/// Whether `name` is that of the text under a picture.
[[nodiscard]] bool is_caption_name(const ElementName& name);

/// Whether `name` is that of the lines between headline and text: standfirst, chapo, copete …
[[nodiscard]] bool is_summary_name(const ElementName& name);

/// Whether the name is that of a picture and what belongs to it.
[[nodiscard]] bool is_picture_name(const ElementName& name);

}  // namespace dateline::source
