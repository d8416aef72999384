// The list in both forms.
#include "query/render/saved_list.hpp"

#include "common/base/printable.hpp"
#include "query/render/json_values.hpp"

namespace dateline::render {

void write_saved(const std::map<std::string, std::string, std::less<>>& queries,
                 bool as_json,
                 Output& out) {
    if (!as_json) {
        for (const auto& [name, text] : queries) {
            out.write(name + '\t' + printable_line(text) + '\n');
        }
        return;
    }
    out.write(R"({"schema":"dateline.saved/1","queries":[)");
    bool is_first = true;
    for (const auto& [name, text] : queries) {
        out.write(std::string(is_first ? "" : ",") + R"({"name":)" + string_json(name) +
                  R"(,"query":)" + string_json(text) + "}");
        is_first = false;
    }
    out.write("]}\n");
}

}  // namespace dateline::render
