// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_QUERY_JOIN_HPP
#define STOA_QUERY_JOIN_HPP

// The tables of a query: the first, and those joined to it, by a foreign key between them or by a given condition.

#include "stoa/expression/expression.hpp"
#include "stoa/query/clause.hpp"
#include "stoa/schema/table.hpp"

#include <cstddef>
#include <type_traits>

namespace stoa {

/// The table that keeps `Record`, first in a FROM.
template <class Record>
struct source {
    using record_type = Record;

    static constexpr void emit(ast::builder& nodes) {
        nodes.leaf({.kind = ast::op::table, .table = table_ref{&table_of<Record>, record_name<Record>}});
    }

    template <class Visitor>
    constexpr void parameters(Visitor&) const {}
};

/// A further table, with the condition under which its rows belong to the others'.
template <class Record, class Condition>
struct join_on {
    using record_type = Record;

    Condition condition;

    static constexpr void emit(ast::builder& nodes) {
        const std::size_t place =
            nodes.open({.kind = ast::op::join, .table = table_ref{&table_of<Record>, record_name<Record>}});
        Condition::emit(nodes, only_shape{});
        nodes.close(place, 1);
    }

    template <class Visitor>
    constexpr void parameters(Visitor& visit) const {
        condition.parameters(visit);
    }
};

namespace detail {

/// A foreign key, and the table that has it.
struct foreign_key_place {
    table_ref owner{};
    const foreign_key_def* key = nullptr;
    std::size_t found = 0;
};

/// The foreign keys of `owner` that reference `target`.
constexpr void find_foreign_keys(foreign_key_place& place, table_ref owner, table_ref target) {
    for (const foreign_key_def& key : owner().foreign_keys) {
        if (key.target != target) continue;
        place.owner = owner;
        place.key = &key;
        ++place.found;
    }
}

/// The foreign key between `Joined` and one of the tables before it.
template <class Joined, class... Before>
consteval foreign_key_place foreign_key_between() {
    foreign_key_place place;
    (
        [&] {
            find_foreign_keys(place, table_ref{&table_of<Joined>, record_name<Joined>},
                              table_ref{&table_of<Before>, record_name<Before>});
            if constexpr (!std::is_same_v<Joined, Before>)
                find_foreign_keys(place, table_ref{&table_of<Before>, record_name<Before>},
                                  table_ref{&table_of<Joined>, record_name<Joined>});
        }(),
        ...);
    return place;
}

/// `owner.a = target.a AND …` for the columns of the key.
constexpr void emit_key_condition(ast::builder& nodes, const foreign_key_place& place) {
    const foreign_key_def& key = *place.key;
    const auto pair = [&](std::size_t n) {
        const std::size_t equal = nodes.open({.kind = ast::op::equal, .type = {type_kind::boolean}});
        emit_table_column(nodes, place.owner, key.columns[n]);
        emit_table_column(nodes, key.target, key.target_columns[n]);
        nodes.close(equal, 2);
    };
    // Opening all the ANDs first makes the chain lean to the right.
    std::size_t ands[column_list::max_size]{};
    const std::size_t last = key.columns.size() - 1;
    for (std::size_t n = 0; n != last; ++n) {
        ands[n] = nodes.open({.kind = ast::op::and_, .type = {type_kind::boolean}});
        pair(n);
    }
    pair(last);
    for (std::size_t n = last; n != 0; --n) nodes.close(ands[n - 1], 2);
}

template <class Joined, class... Before>
struct require_foreign_key {
    static_assert(foreign_key_between<Joined, Before...>().found != 0,
                  "stoa[E206]: no foreign key connects the joined table with those before it. Give the condition: "
                  "join<record>(col<&record::a> == col<&other::b>).");
    static_assert(foreign_key_between<Joined, Before...>().found < 2,
                  "stoa[E206]: more than one foreign key connects the joined table with those before it. Give the "
                  "condition: join<record>(col<&record::a> == col<&other::b>).");
    static constexpr bool value = foreign_key_between<Joined, Before...>().found == 1;
};

} // namespace detail

/// A further table whose condition is the one foreign key between it and the tables `Before`.
template <class Record, class... Before>
struct join_by_key {
    using record_type = Record;

    static constexpr void emit(ast::builder& nodes) {
        const std::size_t place =
            nodes.open({.kind = ast::op::join, .table = table_ref{&table_of<Record>, record_name<Record>}});
        detail::emit_key_condition(nodes, detail::foreign_key_between<Record, Before...>());
        nodes.close(place, 1);
    }

    template <class Visitor>
    constexpr void parameters(Visitor&) const {}
};

} // namespace stoa

#endif
