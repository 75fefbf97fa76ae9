// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TOOL_SPELLING_HPP
#define STOA_TOOL_SPELLING_HPP

// The parts of a definition in words that belong to no database: for people, in documents and diagrams.

#include "stoa/core/text_sink.hpp"
#include "stoa/dialect/ansi.hpp"
#include "stoa/dialect/expression_renderer.hpp"
#include "stoa/dialect/statement_renderer.hpp"
#include "stoa/schema/table_def.hpp"
#include "stoa/types/type_def.hpp"

#include <string>
#include <string_view>

namespace stoa::tool {

/// The portable type with its parameters, such as "text", "decimal(10, 2)" or "enum mood".
inline std::string type_text(const type_def& type) {
    if (type.kind == type_kind::array) return type_text(element_of(type)) + "[]";
    std::string text(to_string(type.kind));
    if (!type.enum_name.empty()) text = "enum " + std::string(type.enum_name);
    if (type.kind == type_kind::decimal)
        text += '(' + std::to_string(type.precision) + ", " + std::to_string(type.scale) + ')';
    if (type.list) text += "[]";
    return text;
}

namespace detail {

/// SQL for readers: no casts, no help for databases that compute in narrow types.
struct readable_sql : dialect::ansi {
    static constexpr bool has_narrow_numbers = false;
    static constexpr bool widens_aggregates = false;
    static constexpr bool has_enum_types = false;
    static constexpr bool has_binary_guid = false;
    static constexpr std::string_view case_insensitive_collation = "case_insensitive";

    static constexpr std::string_view true_ = "TRUE";
    static constexpr std::string_view false_ = "FALSE";
    static constexpr std::string_view guid_cast = "";
    static constexpr std::string_view timestamp_cast = "";
    static constexpr std::string_view date_cast = "";
    static constexpr std::string_view json_cast = "";

    static void type_name(text_sink& out, const type_def& type) { out << type_text(type); }
    static constexpr std::string_view spelling(ast::function called, const type_def&, const type_def&) {
        return called == ast::function::cast ? "CAST({0} AS {t})" : "";
    }
};

} // namespace detail

/// The expression as SQL of no database in particular, such as `"price" >= 0.00`.
inline std::string expression_text(ast::view expression) {
    return write_text([&](text_sink& out) { expression_renderer<detail::readable_sql>(out, expression).whole(0); });
}

/// The query of a view as SQL of no database in particular.
inline std::string query_text(const table_def& view) {
    return write_text([&](text_sink& out) { statement_renderer<detail::readable_sql>(out, view.query).statement(); });
}

constexpr std::string_view kind_text(table_kind kind) noexcept {
    switch (kind) {
    case table_kind::table: return "table";
    case table_kind::view: return "view";
    case table_kind::materialized_view: return "materialized view";
    }
    return "unknown";
}

/// As in SQL, but in lower case.
constexpr std::string_view action_text(referential_action action) noexcept {
    switch (action) {
    case referential_action::no_action: return "no action";
    case referential_action::restrict_: return "restrict";
    case referential_action::cascade: return "cascade";
    case referential_action::set_null: return "set null";
    case referential_action::set_default: return "set default";
    }
    return "unknown";
}

constexpr std::string_view method_text(index_method method) noexcept {
    switch (method) {
    case index_method::btree: return "btree";
    case index_method::hash: return "hash";
    case index_method::gin: return "gin";
    case index_method::gist: return "gist";
    case index_method::brin: return "brin";
    case index_method::trigram: return "trigram";
    case index_method::prefix: return "prefix";
    }
    return "unknown";
}

constexpr std::string_view strategy_text(partition_strategy strategy) noexcept {
    switch (strategy) {
    case partition_strategy::none: return "none";
    case partition_strategy::range: return "range";
    case partition_strategy::list: return "list";
    case partition_strategy::hash: return "hash";
    }
    return "unknown";
}

/// Which rows are in a partition, in words.
inline std::string bounds_text(partition_strategy strategy, ast::view bounds) {
    if (bounds.empty()) return "all other rows";
    const auto value = [&](std::size_t at) { return expression_text(bounds.subspan(at, 1)); };
    if (strategy == partition_strategy::hash) return "remainder " + value(2) + " of " + value(1);
    std::string text;
    if (strategy == partition_strategy::list) {
        for (std::size_t i = 1; i != bounds.size(); ++i) text += (i == 1 ? "" : ", ") + value(i);
        return text;
    }
    if (bounds[1].kind != ast::op::none) text = "from " + value(1);
    if (bounds[2].kind != ast::op::none) text += (text.empty() ? "below " : " to below ") + value(2);
    return text.empty() ? "all values" : text;
}

constexpr std::string_view generation_text(generation generated) noexcept {
    switch (generated) {
    case generation::none: return "none";
    case generation::identity: return "identity";
    case generation::guid_v4: return "guid_v4";
    case generation::guid_v7: return "guid_v7";
    case generation::now: return "now";
    }
    return "unknown";
}

} // namespace stoa::tool

#endif
