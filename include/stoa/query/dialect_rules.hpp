// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_QUERY_DIALECT_RULES_HPP
#define STOA_QUERY_DIALECT_RULES_HPP

// What only some databases can do. A statement that says such a thing compiles for those that have it; for the others
// it does not, and the error names the clause, the dialect, and what to write instead.

#include "stoa/core/fixed_string.hpp"
#include "stoa/dialect/all.hpp"
#include "stoa/expression/ast.hpp"

#include <cstdint>
#include <string_view>

namespace stoa::detail {

/// What a dialect can lack.
enum class demand : std::uint8_t {
    none,
    all_rows_set_operation, ///< INTERSECT ALL, EXCEPT ALL
    lateral_join,           ///< LATERAL
    own_raw_text,           ///< text written by hand for another database
};

/// The first thing in a statement that the dialect has not.
template <class Dialect>
constexpr demand unmet_demand(ast::view nodes) {
    for (const ast::node& node : nodes) {
        const bool is_set = node.kind == ast::op::compound;
        const auto set = static_cast<ast::set_operation>(node.index);
        if (is_set && !Dialect::has_all_rows_set_operations &&
            (set == ast::set_operation::intersect_all || set == ast::set_operation::except_all))
            return demand::all_rows_set_operation;
        const bool is_lateral = node.kind == ast::op::join && node.distinct;
        if (is_lateral && !Dialect::has_lateral_joins) return demand::lateral_join;
        const bool is_raw =
            node.kind == ast::op::raw || node.kind == ast::op::raw_source || node.kind == ast::op::raw_statement;
        if (is_raw && node.index != 0 && node.index != Dialect::index + 1) return demand::own_raw_text;
    }
    return demand::none;
}

template <fixed_string Dialect, demand Unmet>
struct require_supported {
    static_assert(Unmet != demand::all_rows_set_operation,
                  "stoa[E252]: this database has no INTERSECT ALL and no EXCEPT ALL. Use intersect or except, which "
                  "keep equal rows once, or compare count() of both queries grouped by what they select. A statement "
                  "for one database alone runs on a session of its own driver's connection.");
    static_assert(
        Unmet != demand::lateral_join,
        "stoa[E252]: this database has no LATERAL, so that no query in a FROM sees the tables before it. Select "
        "one value with scalar(...), number the rows in a subquery by row_number().over(partition_by(...)) and "
        "join that, or use two queries. A statement for one database alone runs on a session of its own driver's "
        "connection.");
    static_assert(Unmet != demand::own_raw_text,
                  "stoa[E252]: the statement has a raw text that is written for another database. Write one that all "
                  "have, without a dialect, or run it on a session of that driver's connection.");
    static constexpr bool value = Unmet == demand::none;
};

/// Whether the dialect can say everything in the statement; `Nodes` has it as a constant `value`.
template <class Dialect, class Nodes>
consteval bool is_supported() {
    constexpr demand unmet = unmet_demand<Dialect>(Nodes::value);
    if constexpr (unmet != demand::none) {
        constexpr std::string_view name = Dialect::name;
        return require_supported<fixed_string<name.size()>::copy_of(name), unmet>::value;
    }
    return true;
}

/// The same for every dialect.
template <class Nodes, class Dialects = dialect::all>
inline constexpr bool is_portable = false;

template <class Nodes, class... Dialects>
inline constexpr bool is_portable<Nodes, dialect::dialect_list<Dialects...>> = (is_supported<Dialects, Nodes>() && ...);

} // namespace stoa::detail

#endif
