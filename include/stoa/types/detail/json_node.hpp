// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TYPES_DETAIL_JSON_NODE_HPP
#define STOA_TYPES_DETAIL_JSON_NODE_HPP

// A canonical document as a tree. Boost.JSON parses; its own values are not used, because they keep a number as a
// double where it has a fraction or more than 64 bits, while the digits are what a decimal or another document is made
// of.

#include "stoa/core/error.hpp"
#include "stoa/types/json_document.hpp"
#include "stoa/types/json_text.hpp"

#include <boost/json/basic_parser_impl.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace stoa::detail {

enum class json_kind : std::uint8_t { null, boolean, number, string, array, object };

/// The kind in a message.
constexpr std::string_view to_string(json_kind kind) noexcept {
    switch (kind) {
    case json_kind::null: return "null";
    case json_kind::boolean: return "a boolean";
    case json_kind::number: return "a number";
    case json_kind::string: return "a string";
    case json_kind::array: return "an array";
    case json_kind::object: return "an object";
    }
    return "unknown";
}

struct json_node {
    json_kind kind = json_kind::null;
    std::string name;             ///< as a member of an object
    std::string text;             ///< of a string; of a number or boolean, as it is written
    std::vector<json_node> parts; ///< members, or elements

    const json_node* member(std::string_view wanted) const {
        for (const json_node& part : parts)
            if (part.name == wanted) return &part;
        return nullptr;
    }
};

/// Appends the document again.
inline void append_json(std::string& out, const json_node& node) {
    switch (node.kind) {
    case json_kind::null: out += "null"; return;
    case json_kind::boolean:
    case json_kind::number: out += node.text; return;
    case json_kind::string: out += json_quote(node.text); return;
    case json_kind::array:
    case json_kind::object: break;
    }
    const bool is_object = node.kind == json_kind::object;
    out += is_object ? '{' : '[';
    for (const json_node& part : node.parts) {
        if (&part != node.parts.data()) out += ',';
        if (is_object) (out += json_quote(part.name)) += ':';
        append_json(out, part);
    }
    out += is_object ? '}' : ']';
}

/// Builds the tree from what boost::json::basic_parser reports; its reference names these members.
class json_tree_builder {
public:
    using error_code = boost::json::error_code;
    using string_view = boost::json::string_view;

    static constexpr std::size_t max_object_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_array_size = max_object_size;
    static constexpr std::size_t max_key_size = max_object_size;
    static constexpr std::size_t max_string_size = max_object_size;

    bool on_document_begin(error_code&) { return true; }
    bool on_document_end(error_code&) { return true; }
    bool on_object_begin(error_code&) { return begin(json_kind::object); }
    bool on_object_end(std::size_t, error_code&) { return end(); }
    bool on_array_begin(error_code&) { return begin(json_kind::array); }
    bool on_array_end(std::size_t, error_code&) { return end(); }
    bool on_key_part(string_view text, std::size_t, error_code&) { return append(text); }
    bool on_key(string_view text, std::size_t, error_code&) {
        append(text);
        name_ = std::exchange(text_, {});
        return true;
    }
    bool on_string_part(string_view text, std::size_t, error_code&) { return append(text); }
    bool on_string(string_view text, std::size_t, error_code&) { return scalar(json_kind::string, text); }
    bool on_number_part(string_view text, error_code&) { return append(text); }
    bool on_int64(std::int64_t, string_view text, error_code&) { return scalar(json_kind::number, text); }
    bool on_uint64(std::uint64_t, string_view text, error_code&) { return scalar(json_kind::number, text); }
    bool on_double(double, string_view text, error_code&) { return scalar(json_kind::number, text); }
    bool on_bool(bool value, error_code&) { return scalar(json_kind::boolean, value ? "true" : "false"); }
    bool on_null(error_code&) { return scalar(json_kind::null, ""); }
    bool on_comment_part(string_view, error_code&) { return true; }
    bool on_comment(string_view, error_code&) { return true; }

    json_node take() { return std::move(root_.parts.front()); }

private:
    bool append(string_view text) {
        text_.append(text.data(), text.size());
        return true;
    }

    json_node& add(json_kind kind) {
        json_node& added = open_.back()->parts.emplace_back();
        added.kind = kind;
        added.name = std::exchange(name_, {});
        return added;
    }

    bool scalar(json_kind kind, string_view text) {
        append(text);
        add(kind).text = std::exchange(text_, {});
        return true;
    }

    bool begin(json_kind kind) {
        open_.push_back(&add(kind));
        return true;
    }

    bool end() {
        open_.pop_back();
        return true;
    }

    json_node root_;                       // its only part is the document
    std::vector<json_node*> open_{&root_}; // the arrays and objects around; none of them grows but the last
    std::string name_;
    std::string text_;
};

inline json_node parse_json(const json_document& document) {
    boost::json::parse_options options;
    options.max_depth = max_json_depth;
    boost::json::basic_parser<json_tree_builder> parser(options);
    boost::json::error_code failure;
    parser.write_some(false, document.text().data(), document.text().size(), failure);
    if (failure)
        raise(errc::invalid_value, "Boost.JSON does not read the document: " + failure.message() +
                                       ". Store numbers with exponents of fewer digits.");
    return parser.handler().take();
}

} // namespace stoa::detail

#endif
