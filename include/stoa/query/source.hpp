// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_QUERY_SOURCE_HPP
#define STOA_QUERY_SOURCE_HPP

// What a query reads from: a table, a table under another name, a query in parentheses or one of a WITH; and how it
// is joined to what stands before it, by a foreign key between them or by a given condition.
//
// A source has `source_type`, which its columns name, `emit`, `parameters`, and `emit_with`, for the queries that
// must be written before the select.

#include "stoa/core/fixed_string.hpp"
#include "stoa/expression/expression.hpp"
#include "stoa/query/clause.hpp"
#include "stoa/schema/table.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>
#include <utility>

namespace stoa {

/// A table, `Source` being its record or an `aliased` one.
template <class Source>
struct table_source {
    using source_type = Source;

    template <class Self>
    static constexpr void emit(ast::builder& nodes, const Self&) {
        using record = typename detail::source_traits<Source>::record_type;
        nodes.leaf({.kind = ast::op::table,
                    .table = table_ref{&table_of<record>, record_name<record>},
                    .alias = detail::source_traits<Source>::alias});
    }

    template <class Visitor>
    constexpr void parameters(Visitor&) const {}
};

namespace detail {

/// A query whose rows are records, so that its columns have names.
template <class Query>
concept named_columns = record<typename std::remove_cvref_t<Query>::selection::plain_row>;

} // namespace detail

/// A query whose columns have names.
template <class Q>
concept table_query =
    inner_query<Q> &&
    (detail::named_columns<Q> ||
     unsatisfied<"stoa[E223]: a query within a FROM needs names for its columns. Read it into a struct: "
                 "select_as<row>(...).">());

/// A query that stands in a FROM under the name `Name`; see `subquery`.
template <class Row, fixed_string Name, class Query>
struct derived_table : aliased<Row, Name> {
    Query query;

    template <class Self>
    static constexpr void emit(ast::builder& nodes, const Self& self) {
        const std::size_t place = nodes.open({.kind = ast::op::derived,
                                              .table = table_ref{&table_of<Row>, record_name<Row>},
                                              .alias = detail::source_traits<aliased<Row, Name>>::alias});
        Query::emit(nodes, detail::part(self, &derived_table::query));
        nodes.close(place, 1);
    }

    template <class Visitor>
    constexpr void parameters(Visitor& visit) const {
        query.parameters(visit);
    }
};

/// The query `Name` of a WITH as a source, under the name `Alias`; also what a recursive one reads itself by.
template <class Row, fixed_string Name, fixed_string Alias = Name>
struct named_query : aliased<Row, Alias> {
    template <class Self>
    static constexpr void emit(ast::builder& nodes, const Self&) {
        nodes.leaf({.kind = ast::op::named,
                    .table = table_ref{&table_of<Row>, record_name<Row>},
                    .alias = detail::source_traits<aliased<Row, Alias>>::alias,
                    .text = detail::source_traits<aliased<Row, Name>>::alias});
    }

    template <class Visitor>
    constexpr void parameters(Visitor&) const {}
};

/// A query written before the select that reads from it; see `cte` and `recursive_cte`.
template <class Row, fixed_string Name, fixed_string Alias, class Query, bool Recursive>
struct common_table : named_query<Row, Name, Alias> {
    static constexpr std::string_view query_name = detail::source_traits<aliased<Row, Name>>::alias;

    Query query;

    /// The same query under another name, for a select that reads from it twice.
    template <fixed_string Other>
    constexpr auto as() const {
        return common_table<Row, Name, Other, Query, Recursive>{{}, query};
    }

    template <class Self>
    static constexpr void emit_with(ast::builder& nodes, const Self& self) {
        const std::size_t place = nodes.open({.kind = ast::op::with,
                                              .distinct = Recursive,
                                              .table = table_ref{&table_of<Row>, record_name<Row>},
                                              .text = query_name});
        Query::emit(nodes, detail::part(self, &common_table::query));
        nodes.close(place, 1);
    }

    template <class Visitor>
    constexpr void with_parameters(Visitor& visit) const {
        query.parameters(visit);
    }
};

namespace detail {

template <class Source>
concept has_query_before = requires { Source::query_name; };

template <class T>
concept source_item = requires { typename T::source_type; };

/// A source that is made from the tables before it, such as the elements of a list in one of them.
template <class Source>
concept lateral_source = requires { Source::sees_sources_before; };

/// The condition of a join with all rows.
struct any_match {
    template <class Self>
    static constexpr void emit(ast::builder& nodes, const Self&) {
        nodes.leaf({.kind = ast::op::constant_true, .type = {type_kind::boolean}});
    }

    template <class Visitor>
    constexpr void parameters(Visitor&) const {}
};

template <ast::join_kind Kind, class Source>
struct require_joinable {
    static constexpr bool value =
        !lateral_source<Source> || (Kind != ast::join_kind::right && Kind != ast::join_kind::full);
    static_assert(value,
                  "stoa[E265]: elements and entries are those of a row before them, so that none is without one. "
                  "Use cross_join, join or left_join.");
};

/// What stands in the statement for a source as it is written: an alias is the table under that name.
template <class Source>
constexpr auto as_source(Source source) {
    if constexpr (requires { &Source::template emit<only_shape>; })
        return source;
    else
        return table_source<Source>{};
}

/// A foreign key, and the tables at its ends by the names they have in the statement.
struct foreign_key_place {
    table_ref owner{};
    std::string_view owner_alias{};
    std::string_view target_alias{};
    const foreign_key_def* key = nullptr;
    std::size_t found = 0;
};

/// The foreign keys of `owner` that reference `target`.
constexpr void find_foreign_keys(foreign_key_place& place, table_ref owner, std::string_view owner_alias,
                                 table_ref target, std::string_view target_alias) {
    for (const foreign_key_def& key : owner().foreign_keys) {
        if (key.target != target) continue;
        place.owner = owner;
        place.owner_alias = owner_alias;
        place.target_alias = target_alias;
        place.key = &key;
        ++place.found;
    }
}

/// The foreign key between `Joined` and one of the sources before it.
template <class Joined, class... Before>
consteval foreign_key_place foreign_key_between() {
    foreign_key_place place;
    using joined = typename source_traits<Joined>::record_type;
    constexpr std::string_view alias = source_traits<Joined>::alias;
    (
        [&] {
            using before = typename source_traits<Before>::record_type;
            constexpr std::string_view other = source_traits<Before>::alias;
            find_foreign_keys(place, table_ref{&table_of<joined>, record_name<joined>}, alias,
                              table_ref{&table_of<before>, record_name<before>}, other);
            if constexpr (!std::is_same_v<Joined, Before>)
                find_foreign_keys(place, table_ref{&table_of<before>, record_name<before>}, other,
                                  table_ref{&table_of<joined>, record_name<joined>}, alias);
        }(),
        ...);
    return place;
}

/// `owner.a = target.a AND …` for the columns of the key.
constexpr void emit_key_condition(ast::builder& nodes, const foreign_key_place& place) {
    const foreign_key_def& key = *place.key;
    const auto pair = [&](std::size_t n) {
        const std::size_t equal = nodes.open({.kind = ast::op::equal, .type = {type_kind::boolean}});
        emit_table_column(nodes, place.owner, key.columns[n], ast::op::column, place.owner_alias);
        emit_table_column(nodes, key.target, key.target_columns[n], ast::op::column, place.target_alias);
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

/// Joins by the one foreign key between `Joined` and the sources `Before`.
template <class Joined, class... Before>
struct by_foreign_key {
    template <class Self>
    static constexpr void emit(ast::builder& nodes, const Self&) {
        detail::emit_key_condition(nodes, detail::foreign_key_between<Joined, Before...>());
    }

    template <class Visitor>
    constexpr void parameters(Visitor&) const {}
};

/// A further source, with the condition under which its rows belong to the others'; `Lateral` if it sees them.
template <ast::join_kind Kind, class Source, class Condition, bool Lateral = false>
struct joined_source {
    using source_type = typename Source::source_type;

    Source source;
    Condition condition;

    template <class Self>
    static constexpr void emit(ast::builder& nodes, const Self& self) {
        const std::size_t place =
            nodes.open({.kind = ast::op::join, .distinct = Lateral, .index = static_cast<std::uint16_t>(Kind)});
        Source::emit(nodes, detail::part(self, &joined_source::source));
        Condition::emit(nodes, detail::part(self, &joined_source::condition));
        nodes.close(place, 2);
    }

    template <class Visitor>
    constexpr void parameters(Visitor& visit) const {
        source.parameters(visit);
        condition.parameters(visit);
    }
};

namespace detail {

/// A source without the way it is joined.
template <class Source>
struct bare_source {
    using type = Source;
    static constexpr const Source& of(const Source& source) { return source; }
    static constexpr only_shape of(only_shape) { return {}; }
    static constexpr bound<Source> of(bound<Source> source) { return source; }
};

template <ast::join_kind Kind, class Source, class Condition, bool Lateral>
struct bare_source<joined_source<Kind, Source, Condition, Lateral>> {
    using type = Source;
    static constexpr const Source& of(const joined_source<Kind, Source, Condition, Lateral>& joined) {
        return joined.source;
    }
    static constexpr only_shape of(only_shape) { return {}; }
    static constexpr bound<Source> of(bound<joined_source<Kind, Source, Condition, Lateral>> joined) {
        return {joined.self.source};
    }
};

/// Calls `use.operator()<I>()` for every source that is a query to be written before the select, once for each name.
template <class... Sources, class Use>
constexpr void for_each_query_before(Use use) {
    [&]<std::size_t... I>(std::index_sequence<I...>) {
        [[maybe_unused]] const auto look = [&]<std::size_t N>() {
            using source = typename bare_source<pack_element_t<N, pack<Sources...>>>::type;
            if constexpr (has_query_before<source>) {
                constexpr bool is_first = [] {
                    std::size_t at = 0;
                    std::size_t first = sizeof...(Sources);
                    const auto compare = [&]<class Other>(std::type_identity<Other>) {
                        if constexpr (has_query_before<Other>)
                            if (first == sizeof...(Sources) && Other::query_name == source::query_name) first = at;
                        ++at;
                    };
                    (compare(std::type_identity<typename bare_source<Sources>::type>{}), ...);
                    return first == N;
                }();
                if constexpr (is_first) use.template operator()<N, source>();
            }
        };
        (look.template operator()<I>(), ...);
    }(std::index_sequence_for<Sources...>{});
}

/// Whether the two are not different queries of one name.
template <class A, class B>
consteval bool agree() {
    if constexpr (has_query_before<A> && has_query_before<B>)
        return A::query_name != B::query_name || std::is_same_v<decltype(A::query), decltype(B::query)>;
    else
        return true;
}

template <class Source, class... Others>
inline constexpr bool agrees_with = (agree<Source, Others>() && ...);

template <class... Sources>
struct require_one_query_of_a_name {
    static_assert((agrees_with<Sources, Sources...> && ...),
                  "stoa[E213]: two different common tables have the same name. Give one of them another: "
                  "cte<\"other\">(...); to read one twice, use its .as<\"other\">().");
    static constexpr bool value = (agrees_with<Sources, Sources...> && ...);
};

template <class... Sources>
inline constexpr std::size_t queries_before = [] {
    std::size_t count = 0;
    for_each_query_before<Sources...>([&]<std::size_t N, class Source>() { ++count; });
    return count;
}();

} // namespace detail

} // namespace stoa

#endif
