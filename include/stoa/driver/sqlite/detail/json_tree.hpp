// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DRIVER_SQLITE_DETAIL_JSON_TREE_HPP
#define STOA_DRIVER_SQLITE_DETAIL_JSON_TREE_HPP

// A document in canonical form as a tree of pieces of its text. Canonical pieces are the same value only if they are
// the same text, so that nothing in them has to be read. What is found and changed is what jsonb finds and changes.

#include "stoa/types/json_text.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace stoa::sqlite::detail {

enum class json_shape : std::uint8_t { single, list, object };

struct json_value {
    json_shape shape = json_shape::single;
    std::string_view name;         ///< as a member: as it is written, with its quotes
    std::string_view text;         ///< of a single value
    std::vector<json_value> parts; ///< elements, or members
};

/// Reads canonical text, which must outlive the tree. Its depth is bounded by max_json_depth.
class json_tree_reader {
public:
    explicit json_tree_reader(std::string_view canonical) : rest_(canonical) {}

    json_value read() {
        switch (rest_[0]) {
        case '{': return group(json_shape::object, '}');
        case '[': return group(json_shape::list, ']');
        case '"': return {json_shape::single, {}, take_string(), {}};
        default: return {json_shape::single, {}, take(rest_.find_first_of(",]}")), {}};
        }
    }

private:
    std::string_view take(std::size_t size) {
        const std::string_view taken = rest_.substr(0, size);
        rest_.remove_prefix(taken.size());
        return taken;
    }

    std::string_view take_string() {
        std::size_t end = 1;
        while (rest_[end] != '"') end += rest_[end] == '\\' ? 2 : 1;
        return take(end + 1);
    }

    json_value group(json_shape shape, char end) {
        json_value all{shape, {}, {}, {}};
        rest_.remove_prefix(1);
        while (rest_[0] != end) {
            if (rest_[0] == ',') rest_.remove_prefix(1);
            std::string_view name;
            if (shape == json_shape::object) {
                name = take_string();
                rest_.remove_prefix(1); // the colon
            }
            all.parts.push_back(read());
            all.parts.back().name = name;
        }
        rest_.remove_prefix(1);
        return all;
    }

    std::string_view rest_;
};

/// Appends the text again.
inline void write_json(std::string& out, const json_value& value) {
    if (value.shape == json_shape::single) {
        out += value.text;
        return;
    }
    const bool is_object = value.shape == json_shape::object;
    out += is_object ? '{' : '[';
    for (const json_value& part : value.parts) {
        if (&part != value.parts.data()) out += ',';
        if (is_object) (out += part.name) += ':';
        write_json(out, part);
    }
    out += is_object ? '}' : ']';
}

/// The place of a member, or where it belongs: members are sorted by their names as they are written between the
/// quotes.
inline std::vector<json_value>::iterator find_place(json_value& object, std::string_view name) {
    const auto bare = [](std::string_view quoted) { return quoted.substr(1, quoted.size() - 2); };
    return std::lower_bound(
        object.parts.begin(), object.parts.end(), name,
        [&](const json_value& member, std::string_view wanted) { return bare(member.name) < bare(wanted); });
}

inline const json_value* find_member(const json_value& object, std::string_view name) {
    for (const json_value& member : object.parts)
        if (member.name == name) return &member;
    return nullptr;
}

inline bool is_single_equal(const json_value& a, const json_value& b) {
    return a.shape == json_shape::single && b.shape == json_shape::single && a.text == b.text;
}

/// Containment as PostgreSQL has it within a document (manual, 8.14.3 jsonb Containment and Existence).
inline bool json_part_contains(const json_value& whole, const json_value& wanted) {
    if (whole.shape != wanted.shape) return false;
    if (whole.shape == json_shape::single) return whole.text == wanted.text;
    return std::all_of(wanted.parts.begin(), wanted.parts.end(), [&](const json_value& part) {
        if (whole.shape == json_shape::object) {
            const json_value* const found = find_member(whole, part.name);
            return found != nullptr && json_part_contains(*found, part);
        }
        return std::any_of(whole.parts.begin(), whole.parts.end(),
                           [&](const json_value& element) { return json_part_contains(element, part); });
    });
}

/// The same of whole documents: a list also contains a single value that is an element of it.
inline bool json_contains(const json_value& whole, const json_value& wanted) {
    if (whole.shape == json_shape::list && wanted.shape == json_shape::single)
        return std::any_of(whole.parts.begin(), whole.parts.end(),
                           [&](const json_value& element) { return is_single_equal(element, wanted); });
    return json_part_contains(whole, wanted);
}

/// The number of a place among so many, counted from the end where it is negative; empty where there is none.
inline std::optional<std::size_t> element_at(std::string_view place, std::size_t size) {
    const bool from_end = place[0] == '-';
    std::size_t number = 0;
    for (const char digit : place.substr(from_end ? 1 : 0))
        number = number * 10 + static_cast<std::size_t>(digit - '0');
    if (from_end) number = number <= size ? size - number : size;
    return number < size ? std::optional(number) : std::nullopt;
}

/// What one step leads to, null where that is nothing. A step is a name in its quotes, or the number of an element.
inline json_value* step_into(json_value& value, std::string_view step) {
    if (step[0] == '"') {
        if (value.shape != json_shape::object) return nullptr;
        const auto place = find_place(value, step);
        return place != value.parts.end() && place->name == step ? &*place : nullptr;
    }
    if (value.shape != json_shape::list) return nullptr;
    const auto number = element_at(step, value.parts.size());
    return number ? &value.parts[*number] : nullptr;
}

/// Removes what the steps lead to.
inline void remove_json(json_value& document, const json_value& steps) {
    json_value* parent = &document;
    for (std::size_t n = 0; n + 1 != steps.parts.size(); ++n) {
        parent = step_into(*parent, steps.parts[n].text);
        if (parent == nullptr) return;
    }
    if (const json_value* const found = step_into(*parent, steps.parts.back().text))
        parent->parts.erase(parent->parts.begin() + (found - parent->parts.data()));
}

/// Puts the value where the steps lead; a member is added where it is missing, an element is not. Nothing is changed
/// where the steps before the last one lead nowhere.
inline void set_json(json_value& document, const json_value& steps, json_value value) {
    json_value* parent = &document;
    for (std::size_t n = 0; n + 1 != steps.parts.size(); ++n) {
        parent = step_into(*parent, steps.parts[n].text);
        if (parent == nullptr) return;
    }
    const std::string_view last = steps.parts.back().text;
    if (json_value* const found = step_into(*parent, last)) {
        value.name = found->name;
        *found = std::move(value);
    } else if (last[0] == '"' && parent->shape == json_shape::object) {
        value.name = last;
        parent->parts.insert(find_place(*parent, last), std::move(value));
    }
}

} // namespace stoa::sqlite::detail

#endif
