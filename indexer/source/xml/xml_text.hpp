// Character data, names and attributes of XML as they are out there, made well-formed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dateline::source {

/// Mark-up or text made well-formed, and how much had to be mended for that.
struct MendedXml {
    std::string xml;
    std::uint64_t repairs = 0;
};

/// A character or entity reference, resolved.
struct XmlReference {
    std::string utf8;            ///< empty for a control character, which XML cannot hold
    std::size_t size_bytes = 0;  ///< from `&` to `;`
};

/// Reads the reference at the beginning of `text`, which starts with `&`: a number, or one of the
/// entities of XML 1.0 (section 4.6) and HTML 4.01 (section 24), which feeds use without a
/// declaration. Numbers 128 to 159 mean characters of windows-1252, as in HTML (WHATWG HTML,
/// section 13.2.5.80). std::nullopt for anything else: such an `&` stands for itself.
[[nodiscard]] std::optional<XmlReference> read_reference(std::string_view text);

/// The character data `text`, of which nothing is mark-up, with references resolved and all that
/// needs it escaped. Control characters are dropped.
[[nodiscard]] MendedXml mend_text(std::string_view text);

/// The content of a CDATA section as character data.
[[nodiscard]] MendedXml escape_cdata(std::string_view text);

/// The size in bytes of the name at the beginning of `text`; 0 if there is none.
[[nodiscard]] std::size_t name_size(std::string_view text) noexcept;

/// `name` if it is a qualified name (Namespaces in XML 1.0, section 4), with colons too many made
/// `_`; empty if it cannot be mended.
[[nodiscard]] std::string mend_name(std::string_view name);

/// A start tag called `name` with the attributes in `text`, which lies between the name and `>` and
/// may end with `/`. Missing quotes and values are added; of the attributes the first 256 are kept.
[[nodiscard]] MendedXml mend_tag(std::string_view name, std::string_view text, bool is_empty);

}  // namespace dateline::source
