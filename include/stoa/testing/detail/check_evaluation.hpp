// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTING_DETAIL_CHECK_EVALUATION_HPP
#define STOA_TESTING_DETAIL_CHECK_EVALUATION_HPP

// Whether a row satisfies a CHECK, found out without a database: comparisons, logic, LIKE and arithmetic of columns and
// constants. Of anything else it is not known.

#include "stoa/expression/ast.hpp"
#include "stoa/testing/value.hpp"

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace stoa::testing::detail {

inline value literal_value(const ast::node& node) {
    value made{node.type.kind, false, node.integer, node.real, node.type.scale};
    made.text = node.text;
    made.id = node.id;
    return made;
}

inline bool is_number(const value& given) {
    return is_integer(given.kind) || is_floating(given.kind) || given.kind == type_kind::decimal;
}

inline long double number_of(const value& given) {
    if (is_floating(given.kind)) return given.real;
    auto number = static_cast<long double>(given.integer);
    if (given.kind == type_kind::decimal)
        for (int n = 0; n != given.scale; ++n) number /= 10;
    return number;
}

/// LIKE with the escape character `\`, as in conditions.
inline bool is_like(std::string_view text, std::string_view pattern) {
    if (pattern.empty()) return text.empty();
    if (pattern[0] == '%') {
        for (std::size_t n = 0; n <= text.size(); ++n)
            if (is_like(text.substr(n), pattern.substr(1))) return true;
        return false;
    }
    if (text.empty()) return false;
    if (pattern[0] == '_') {
        std::size_t size = 1; // of the first character in UTF-8
        while (size != text.size() && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U) ++size;
        return is_like(text.substr(size), pattern.substr(1));
    }
    if (pattern[0] == '\\' && pattern.size() != 1) pattern.remove_prefix(1);
    return text[0] == pattern[0] && is_like(text.substr(1), pattern.substr(1));
}

/// Evaluates the nodes of a condition for one row. Empty: not known.
class row_condition {
public:
    row_condition(ast::view nodes, const value_row& row) : nodes_(nodes), row_(row) {}

    /// A row is refused only where a condition is false; NULL passes.
    bool refuses() const {
        const std::optional<value> found = at(0);
        return found && !found->is_null && found->integer == 0;
    }

private:
    using result = std::optional<value>;

    static result truth(bool given) { return to_value(given); }

    result child(std::size_t place, std::size_t n) const { return at(ast::child(nodes_, place, n)); }

    result at(std::size_t place) const {
        using ast::op;
        const ast::node& node = nodes_[place];
        switch (node.kind) {
        case op::column: return row_.at(node.index);
        case op::literal: return literal_value(node);
        case op::constant_true: return truth(true);
        case op::constant_false: return truth(false);
        case op::and_:
        case op::or_: return logic(place, node.kind == op::or_);
        case op::not_: {
            const result given = child(place, 0);
            return !given || given->is_null ? given : truth(given->integer == 0);
        }
        case op::is_null:
        case op::is_not_null: {
            const result given = child(place, 0);
            return given ? truth(given->is_null == (node.kind == op::is_null)) : given;
        }
        case op::between: return between(child(place, 0), child(place, 1), child(place, 2));
        case op::equal:
        case op::not_equal:
        case op::less:
        case op::less_equal:
        case op::greater:
        case op::greater_equal:
        case op::not_distinct:
        case op::distinct:
        case op::like:
        case op::add:
        case op::subtract:
        case op::multiply: return binary(node.kind, child(place, 0), child(place, 1));
        default: return {};
        }
    }

    /// Decided by one side where that is enough, whatever the other is.
    result logic(std::size_t place, bool is_or) const {
        const result left = child(place, 0);
        const result right = child(place, 1);
        const auto decides = [is_or](const result& side) {
            return side && !side->is_null && (side->integer != 0) == is_or;
        };
        if (decides(left) || decides(right)) return truth(is_or);
        if (!left || !right) return {};
        if (left->is_null || right->is_null) return value{};
        return truth(!is_or);
    }

    static result between(const result& given, const result& low, const result& high) {
        const result above = binary(ast::op::greater_equal, given, low);
        const result below = binary(ast::op::less_equal, given, high);
        if (!above || !below) return {};
        if (above->is_null || below->is_null) return value{};
        return truth(above->integer != 0 && below->integer != 0);
    }

    static result binary(ast::op kind, const result& left, const result& right) {
        using ast::op;
        if (!left || !right) return {};
        if (kind == op::not_distinct || kind == op::distinct) {
            if (left->is_null || right->is_null)
                return truth((left->is_null == right->is_null) == (kind != op::distinct));
            return binary(kind == op::distinct ? op::not_equal : op::equal, left, right);
        }
        if (left->is_null || right->is_null) return value{};
        if (kind == op::like) return truth(is_like(left->text, right->text));
        if (kind == op::add || kind == op::subtract || kind == op::multiply) {
            if (!is_number(*left) || !is_number(*right)) return {};
            const long double a = number_of(*left);
            const long double b = number_of(*right);
            const long double found = kind == op::add ? a + b : kind == op::subtract ? a - b : a * b;
            return to_value(static_cast<double>(found));
        }
        const std::optional<std::partial_ordering> order = compare(*left, *right);
        if (!order) return {};
        switch (kind) {
        case op::equal: return truth(*order == 0);
        case op::not_equal: return truth(*order != 0);
        case op::less: return truth(*order < 0);
        case op::less_equal: return truth(*order <= 0);
        case op::greater: return truth(*order > 0);
        default: return truth(*order >= 0);
        }
    }

    static std::optional<std::partial_ordering> compare(const value& left, const value& right) {
        if (is_number(left) && is_number(right)) return number_of(left) <=> number_of(right);
        if (left.kind != right.kind) return {};
        switch (left.kind) {
        case type_kind::boolean:
        case type_kind::timestamp:
        case type_kind::date: return left.integer <=> right.integer;
        case type_kind::text:
        case type_kind::bytes: return left.text <=> right.text;
        case type_kind::guid: return left.id <=> right.id;
        default: return {};
        }
    }

    ast::view nodes_;
    const value_row& row_;
};

} // namespace stoa::testing::detail

#endif
