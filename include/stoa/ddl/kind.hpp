// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DDL_KIND_HPP
#define STOA_DDL_KIND_HPP

// What a dialect makes of tables and views, and what it calls them.

#include "stoa/schema/table_def.hpp"

#include <string_view>

namespace stoa {

/// What the table or view is there: a materialized view may be a table.
template <class Dialect>
constexpr table_kind stored_kind(const table_def& table) {
    const bool is_replaced = table.kind == table_kind::materialized_view && !Dialect::has_materialized_views;
    return is_replaced ? table_kind::table : table.kind;
}

/// The words behind CREATE, DROP and COMMENT ON.
template <class Dialect>
constexpr std::string_view kind_words(const table_def& table) {
    switch (stored_kind<Dialect>(table)) {
    case table_kind::table: return "TABLE";
    case table_kind::view: return "VIEW";
    case table_kind::materialized_view: return "MATERIALIZED VIEW";
    }
    return {};
}

} // namespace stoa

#endif
