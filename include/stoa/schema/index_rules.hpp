// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_SCHEMA_INDEX_RULES_HPP
#define STOA_SCHEMA_INDEX_RULES_HPP

// Rules about single indexes, in the style of rules.hpp: what PostgreSQL would refuse is refused while compiling, so
// that a definition that is made on one database can be made on the other.

#include "stoa/core/fixed_string.hpp"
#include "stoa/schema/table_def.hpp"

#include <cstddef>
#include <string_view>

namespace stoa::detail {

/// Whether the method can find values of the type without being told an operator class (PostgreSQL manual, 11.10, and
/// its system catalogue pg_opclass).
constexpr bool has_default_operators(index_method method, const type_def& type) {
    switch (method) {
    case index_method::btree:
    case index_method::hash: return true;
    case index_method::gin: return type.kind == type_kind::array || type.kind == type_kind::json;
    case index_method::gist: return false;
    case index_method::brin:
        return type.kind != type_kind::array && type.kind != type_kind::json && type.kind != type_kind::boolean;
    case index_method::trigram:
    case index_method::prefix: return type.kind == type_kind::text;
    }
    return false;
}

constexpr bool is_ordered(index_method method) {
    return method == index_method::btree || method == index_method::prefix;
}

/// The first index that its method cannot have (PostgreSQL manual, 64.1 Basic API Structure for Indexes).
constexpr std::string_view impossible_index(const table_def& table) {
    for (const index_def& index : table.indexes) {
        const bool keeps_columns = is_ordered(index.method) || index.method == index_method::gist;
        if (index.unique && !is_ordered(index.method)) return index.name;
        if (index.included.size() != 0 && !keeps_columns) return index.name;
        std::size_t terms = 0;
        for (std::size_t at = 1; at < index.terms.size(); at += index.terms[at].extent, ++terms) {
            if (index.terms[at].kind == ast::op::descending && !is_ordered(index.method)) return index.name;
            if (index.operators.empty() && !has_default_operators(index.method, index.terms[at + 1].type))
                return index.name;
        }
        if (terms != 1 && index.method == index_method::hash) return index.name;
    }
    return {};
}

template <class Record, fixed_string Index>
struct require_possible_index {
    static_assert(
        Index.size() == 0,
        "stoa[E324]: an index of this method cannot be: gin needs documents or lists, gist an operator_class, "
        "brin values that have an order, trigram and prefix text; hash_index takes one column; only btree is "
        "unique() or sorted by desc(...), and only btree and gist include(...) columns. Choose another "
        "method, or give it the operator_class(\"…\") that it is for.");
    static constexpr bool value = true;
};

} // namespace stoa::detail

#endif
