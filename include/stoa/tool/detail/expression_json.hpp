// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TOOL_DETAIL_EXPRESSION_JSON_HPP
#define STOA_TOOL_DETAIL_EXPRESSION_JSON_HPP

// An expression as a JSON tree, node by node: nothing is lost or respelled on the way. The names are part of the format
// that docs/schema_json.md describes.

#include "stoa/schema/table_def.hpp"
#include "stoa/tool/detail/json_writer.hpp"
#include "stoa/types/decimal.hpp"
#include "stoa/types/iso_text.hpp"
#include "stoa/types/number_text.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace stoa::tool::detail {

/// The name of an operation in the format. Without a default, so that compilers ask for that of a new one.
constexpr std::string_view op_name(ast::op op) noexcept {
    switch (op) {
    case ast::op::none: return "none";
    case ast::op::list: return "list";
    case ast::op::column: return "column";
    case ast::op::parameter: return "parameter";
    case ast::op::literal: return "literal";
    case ast::op::star: return "star";
    case ast::op::equal: return "equal";
    case ast::op::not_equal: return "not_equal";
    case ast::op::less: return "less";
    case ast::op::less_equal: return "less_equal";
    case ast::op::greater: return "greater";
    case ast::op::greater_equal: return "greater_equal";
    case ast::op::not_distinct: return "not_distinct";
    case ast::op::distinct: return "distinct";
    case ast::op::and_: return "and";
    case ast::op::or_: return "or";
    case ast::op::not_: return "not";
    case ast::op::is_null: return "is_null";
    case ast::op::is_not_null: return "is_not_null";
    case ast::op::between: return "between";
    case ast::op::like: return "like";
    case ast::op::in_list: return "in_list";
    case ast::op::constant_true: return "true";
    case ast::op::constant_false: return "false";
    case ast::op::row: return "row";
    case ast::op::add: return "add";
    case ast::op::subtract: return "subtract";
    case ast::op::multiply: return "multiply";
    case ast::op::divide: return "divide";
    case ast::op::modulo: return "modulo";
    case ast::op::negate: return "negate";
    case ast::op::count: return "count";
    case ast::op::count_distinct: return "count_distinct";
    case ast::op::sum: return "sum";
    case ast::op::average: return "average";
    case ast::op::minimum: return "minimum";
    case ast::op::maximum: return "maximum";
    case ast::op::json_value: return "json_value";
    case ast::op::json_part: return "json_part";
    case ast::op::has_key: return "has_key";
    case ast::op::cardinality: return "cardinality";
    case ast::op::contains: return "contains";
    case ast::op::excluded: return "excluded";
    case ast::op::random_guid: return "random_guid";
    case ast::op::ascending: return "ascending";
    case ast::op::descending: return "descending";
    case ast::op::select: return "select";
    case ast::op::subquery: return "subquery";
    case ast::op::exists: return "exists";
    case ast::op::in_query: return "in_query";
    case ast::op::filter: return "filter";
    case ast::op::window: return "window";
    case ast::op::named_window: return "named_window";
    case ast::op::frame: return "frame";
    case ast::op::bound: return "bound";
    case ast::op::call: return "call";
    case ast::op::grouping: return "grouping";
    case ast::op::grouping_sets: return "grouping_sets";
    case ast::op::composed: return "composed";
    case ast::op::compound: return "compound";
    case ast::op::derived: return "derived";
    case ast::op::elements: return "elements";
    case ast::op::named: return "named";
    case ast::op::values: return "values";
    case ast::op::lists: return "lists";
    case ast::op::with: return "with";
    case ast::op::table: return "table";
    case ast::op::join: return "join";
    case ast::op::insert: return "insert";
    case ast::op::conflict: return "conflict";
    case ast::op::update: return "update";
    case ast::op::assign: return "assign";
    case ast::op::assign_path: return "assign_path";
    case ast::op::delete_: return "delete";
    case ast::op::raw: return "raw";
    case ast::op::raw_source: return "raw_source";
    case ast::op::raw_statement: return "raw_statement";
    }
    return "unknown";
}

constexpr std::string_view join_name(ast::join_kind kind) {
    switch (kind) {
    case ast::join_kind::inner: return "inner";
    case ast::join_kind::left: return "left";
    case ast::join_kind::right: return "right";
    case ast::join_kind::full: return "full";
    case ast::join_kind::cross: return "cross";
    }
    return "unknown";
}

constexpr std::string_view set_name(ast::set_operation operation) {
    switch (operation) {
    case ast::set_operation::union_all: return "union_all";
    case ast::set_operation::union_: return "union";
    case ast::set_operation::intersect: return "intersect";
    case ast::set_operation::except: return "except";
    case ast::set_operation::intersect_all: return "intersect_all";
    case ast::set_operation::except_all: return "except_all";
    }
    return "unknown";
}

inline void write_type(json_writer& json, const type_def& type) {
    json.text("type", to_string(type.kind));
    const bool is_array = type.kind == type_kind::array;
    if (is_array) json.text("element", to_string(type.element));
    if ((is_array ? type.element : type.kind) == type_kind::decimal) {
        json.number("precision", type.precision);
        json.number("scale", type.scale);
    }
    json.flag("list", type.list);
    json.remark("enum_name", type.enum_name);
}

/// The value of a literal, exact: what JSON has no form for is text in the form that types.md gives.
inline void write_literal(json_writer& json, const ast::node& node) {
    switch (node.type.kind) {
    case type_kind::boolean: json.raw(node.integer != 0 ? "true" : "false"); return;
    case type_kind::int16:
    case type_kind::int32:
    case type_kind::int64: json.number(node.integer); return;
    case type_kind::float32: json.raw(number_text(static_cast<float>(node.real)).view()); return;
    case type_kind::float64: json.raw(number_text(node.real).view()); return;
    case type_kind::array: json.raw("[]"); return; // the only literal of an array
    case type_kind::text:
    case type_kind::bytes:
    case type_kind::json: json.text(node.text); return;
    case type_kind::guid: {
        const auto text = node.id.to_chars();
        json.text(std::string_view(text.data(), text.size()));
        return;
    }
    case type_kind::timestamp: {
        const auto text = iso_text(native::timestamp{node.integer});
        json.text(std::string_view(text.data(), text.size()));
        return;
    }
    case type_kind::date: {
        const auto text = iso_text(native::date{static_cast<std::int32_t>(node.integer)});
        json.text(std::string_view(text.data(), text.size()));
        return;
    }
    case type_kind::decimal:
        json.text(write_text([&](text_sink& out) { write_decimal(out, node.integer, node.type.scale); }));
        return;
    }
}

/// Writes the expression at `at`; columns of tables other than `self` are written with their table.
inline void write_expression(json_writer& json, const table_def& self, ast::view nodes, std::size_t at = 0) {
    const ast::node& node = nodes[at];
    json.object([&] {
        if (node.kind == ast::op::literal) {
            json.member("literal");
            write_literal(json, node);
            write_type(json, node.type);
            return;
        }
        if (node.kind == ast::op::column) {
            const table_def& table = node.table();
            json.text("column", table.columns[node.index].name);
            if (!node.alias.empty())
                json.text("alias", node.alias);
            else if (table.name != self.name)
                json.text("table", table.name);
            return;
        }
        json.text("op", op_name(node.kind));
        const bool sorts = node.kind == ast::op::ascending || node.kind == ast::op::descending;
        if (sorts && node.index != 0)
            json.text("nulls", node.index == static_cast<std::uint16_t>(ast::null_place::first) ? "first" : "last");
        if (node.kind == ast::op::call) json.text("function", to_string(static_cast<ast::function>(node.index)));
        if (node.kind == ast::op::json_value || node.kind == ast::op::call) write_type(json, node.type);
        json.flag("distinct", node.distinct);
        if (node.table) json.text("table", node.table().name);
        json.remark("alias", node.alias);
        json.remark("name", node.text);
        if (node.kind == ast::op::join) json.text("join", join_name(static_cast<ast::join_kind>(node.index)));
        if (node.kind == ast::op::compound) json.text("set", set_name(static_cast<ast::set_operation>(node.index)));
        if (node.arity == 0) return;
        json.member("operands");
        json.group('[', ']', 0, [&] {
            for (std::size_t child = at + 1; child != at + node.extent; child += nodes[child].extent) {
                json.next();
                write_expression(json, self, nodes, child);
            }
        });
    });
}

} // namespace stoa::tool::detail

#endif
