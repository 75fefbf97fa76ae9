// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_QUERY_RELATION_HPP
#define STOA_QUERY_RELATION_HPP

// Relations between records, named by the column of the foreign key that makes them: `with<&book::author_id>` is the
// author of a book and the books of an author. What is named here is loaded by session/load_related.hpp, with the query
// that stands at the end.

#include "stoa/core/fixed_string.hpp"
#include "stoa/expression/list.hpp"
#include "stoa/expression/row_value.hpp"
#include "stoa/query/select.hpp"
#include "stoa/schema/table.hpp"

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

namespace stoa {

/// Which end of a foreign key a relation leads to: the row that is referenced, the rows that reference, or the one of
/// them where the query is not.
enum class relation_end : std::uint8_t { other, parent, children };

template <class R>
concept relation_item = requires { typename std::remove_cvref_t<R>::is_relation; };

/// Records to load along with others; `Column` is that of the foreign key.
template <relation_end End, class Column, class Condition = detail::nothing, class Order = detail::nothing,
          class Nested = detail::nothing>
struct relation {
    using is_relation = void;
    using column = Column;
    static constexpr relation_end end = End;

    Condition condition{};
    Order order{};
    Nested nested{};

    /// Relations of the related records, loaded along with them.
    /// Example: with<&book::author_id>(with<&review::book_id>)
    template <relation_item... Relations>
        requires(sizeof...(Relations) != 0)
    constexpr auto operator()(Relations... relations) const {
        static_assert(std::same_as<Nested, detail::nothing>,
                      "stoa[E209]: this relation has relations already. Name all of them in one pair of parentheses.");
        using all = std::tuple<Relations...>;
        return relation<End, Column, Condition, Order, all>{condition, order, all{std::move(relations)...}};
    }

    /// Loads only those for which `given` is true; called again, for which both are. A parent can then be missing.
    template <predicate Given>
    constexpr auto where(Given given) const {
        if constexpr (std::same_as<Condition, detail::nothing>) {
            return relation<End, Column, Given, Order, Nested>{std::move(given), order, nested};
        } else {
            auto both = condition && std::move(given);
            return relation<End, Column, decltype(both), Order, Nested>{std::move(both), order, nested};
        }
    }

    /// Sorts the children of each record, those that are equal by their primary key, as all are without this.
    template <ordering_term... Terms>
        requires(sizeof...(Terms) != 0)
    constexpr auto order_by(Terms... terms) const {
        static_assert(std::same_as<Order, detail::nothing>,
                      "stoa[E209]: this relation has an order already. Say it once, with everything it needs.");
        using all = std::tuple<decltype(detail::as_ordering(terms))...>;
        return relation<End, Column, Condition, all, Nested>{condition, all{detail::as_ordering(std::move(terms))...},
                                                             nested};
    }
};

namespace detail {

template <class T>
inline constexpr bool is_table_column = false;

template <class Source, std::size_t Index>
inline constexpr bool is_table_column<column_of<Source, Index>> = true;

template <class Named>
struct require_column {
    static_assert(is_table_column<Named>, "stoa[E293]: a relation is named by the column of a foreign key, and this is "
                                          "a value within a document. Name the column.");
    using type = Named;
};

/// The column that is named: by its member, by the path to it, or by itself.
template <auto Member, auto... Path>
consteval auto named_column() {
    using given = std::remove_cv_t<decltype(Member)>;
    if constexpr (relation_item<given>)
        return typename given::column{};
    else if constexpr (is_table_column<given>)
        return column_of<typename given::record_type, given::index>{};
    else
        return typename require_column<std::remove_cv_t<decltype(col<Member, Path...>)>>::type{};
}

template <auto Member, auto... Path>
using named_column_t = decltype(named_column<Member, Path...>());

} // namespace detail

/// The records at the other end of the foreign key whose column this is: its parent for a record that owns the key, its
/// children for one that is referenced. For a member inherited from a base class: `with<col_in<record,
/// &base::member>>`. Example: db.all(from<author>(), with<&book::author_id>)
template <auto Member, auto... Path>
inline constexpr relation<relation_end::other, detail::named_column_t<Member, Path...>> with{};

/// The record that the foreign key references; for records that reference their own kind.
template <auto Member, auto... Path>
inline constexpr relation<relation_end::parent, detail::named_column_t<Member, Path...>> parent{};

/// The records whose foreign key references this one; for records that reference their own kind.
template <auto Member, auto... Path>
inline constexpr relation<relation_end::children, detail::named_column_t<Member, Path...>> children{};

namespace detail {

/// Whether an item of a definition is a foreign key of this column, alone or with others.
template <class Column, class Item>
struct foreign_key_use {
    static constexpr bool mentions = false, alone = false;
};

template <class Column, class... From, class To>
struct foreign_key_use<Column, foreign_key_item<columns<From...>, To>> {
    static constexpr bool mentions = (std::same_as<From, Column> || ...);
    static constexpr bool alone = mentions && sizeof...(From) == 1;
};

template <class Record, fixed_string Column, std::size_t Mentioned, std::size_t Alone>
struct require_own_foreign_key {
    static_assert(Mentioned != 0, "stoa[E293]: this column is not a foreign key, so that it relates its record to no "
                                  "other. Name a column of which the definition says foreign_key(...).");
    static_assert(Mentioned < 2 || Alone == 1,
                  "stoa[E293]: this column is part of more than one foreign key, and does not say which is meant. Name "
                  "another column of the key, or join the table: join<record>(condition).");
    static constexpr bool value = Alone == 1 || Mentioned == 1;
};

/// The foreign key of a column: the one that is this column alone, or else the one that it is part of.
template <class Column, class Items>
struct own_foreign_key;

template <class Column, class Places, class... Items>
struct own_foreign_key<Column, basic_pack<Places, Items...>> {
    static consteval std::size_t find() {
        constexpr std::size_t mentioned = (std::size_t{0} + ... + foreign_key_use<Column, Items>::mentions);
        constexpr std::size_t alone = (std::size_t{0} + ... + foreign_key_use<Column, Items>::alone);
        using record = typename Column::record_type;
        constexpr std::string_view name = column_name<record, Column::index>;
        static_assert(
            require_own_foreign_key<record, fixed_string<name.size()>::copy_of(name), mentioned, alone>::value);
        std::size_t found = sizeof...(Items), n = 0;
        ((foreign_key_use<Column, Items>::mentions && (alone == 0 || foreign_key_use<Column, Items>::alone)
              ? void(found = n++)
              : void(n++)),
         ...);
        return found;
    }
    /// Of a column without one, a key to itself: an error has been printed, and no other is to follow.
    using type = pack_element_t<find(), pack<Items..., foreign_key_item<columns<Column>, columns<Column>>>>;
};

template <class Row, relation_end End, class Owner, class Target>
struct require_end_of_key {
    static constexpr bool is_owner = std::same_as<Row, Owner>;
    static constexpr bool is_target = std::same_as<Row, Target>;
    static_assert(
        is_owner || is_target,
        "stoa[E294]: the rows of this query are records of neither end of the foreign key. Read whole records "
        "of one of them: select<record>(); records of records are named in parentheses: with<…>(with<…>).");
    static_assert(End != relation_end::other || !is_owner || !is_target,
                  "stoa[E294]: this record references its own kind, so that with<…> could mean either end. Say "
                  "parent<…> or children<…>.");
    static_assert(End != relation_end::parent || is_owner || !is_target,
                  "stoa[E294]: parent<…> leads to the referenced record, which the rows of this query are. Say "
                  "children<…> or with<…>.");
    static_assert(End != relation_end::children || is_target || !is_owner,
                  "stoa[E294]: children<…> leads to the records that reference others, which the rows of this query "
                  "are. Say parent<…> or with<…>.");
    static constexpr bool leads_to_parent = is_owner && End != relation_end::children;
};

template <class Key>
struct foreign_key_ends;

template <class... From, class... To>
struct foreign_key_ends<foreign_key_item<columns<From...>, columns<To...>>> {
    using owner = columns<From...>;
    using target = columns<To...>;
    using target_record = typename first_of<To...>::type::record_type;
};

/// A relation of the records `Row`: `near` are their columns, `far` those of the related records.
template <class Row, class Relation>
struct relation_link {
    using column = typename Relation::column;
    using owner_record = typename column::record_type;
    using ends = foreign_key_ends<
        typename own_foreign_key<column, std::remove_cvref_t<decltype(table<owner_record>.items)>>::type>;

    static constexpr bool leads_to_parent =
        require_end_of_key<Row, Relation::end, owner_record, typename ends::target_record>::leads_to_parent;

    using near = std::conditional_t<leads_to_parent, typename ends::owner, typename ends::target>;
    using far = std::conditional_t<leads_to_parent, typename ends::target, typename ends::owner>;
    using record = std::conditional_t<leads_to_parent, typename ends::target_record, owner_record>;
};

/// Whether a key of these columns can be NULL, or in part.
template <class Columns>
inline constexpr bool can_be_null = false;

template <class... Columns>
inline constexpr bool can_be_null<columns<Columns...>> = (Columns::nullable || ...);

/// Keys as they are bound: a list for each column.
template <class Columns>
struct key_lists;

template <class Column>
struct key_lists<columns<Column>> {
    using type = list_literal<typename Column::value_type>;
};

template <class... Columns>
struct key_lists<columns<Columns...>> {
    using type = row_lists<typename Columns::value_type...>;
};

template <class Columns>
using key_lists_t = typename key_lists<Columns>::type;

/// `a IN …` or `(a, b) IN …`.
template <class... Columns, class Keys>
constexpr auto is_one_of(columns<Columns...>, Keys keys) {
    constexpr bool nullable = can_be_null<columns<Columns...>>;
    if constexpr (sizeof...(Columns) == 1) {
        return operation<ast::op::in_list, bool, nullable, Columns..., Keys>(Columns{}..., std::move(keys));
    } else {
        using row = row_value<Columns...>;
        return operation<ast::op::in_list, bool, nullable, row, Keys>(row{{{Columns{}}...}}, std::move(keys));
    }
}

template <class Term, class Column>
inline constexpr bool sorts_by = false;

template <ast::op Op, class Column, ast::null_place Nulls>
inline constexpr bool sorts_by<ordering<Op, Column, Nulls>, Column> = true;

template <class Record, bool HasOrder, bool IsParent>
struct require_order_of_children {
    static_assert(!IsParent || !HasOrder,
                  "stoa[E296]: a record has one parent, which needs no order. Sort the query itself.");
    static_assert(IsParent || HasOrder || table_of<Record>().primary_key.size() != 0,
                  "stoa[E296]: the table of the children has no primary key to sort them by. Give their order: "
                  "with<&record::member>.order_by(...).");
    static constexpr bool value = true;
};

/// The order of children: the one that is given, then their primary key where that does not say it.
template <class Record, class... Terms>
constexpr auto order_of_children(const std::tuple<Terms...>& given) {
    constexpr column_list key = table_of<Record>().primary_key;
    return [&]<std::size_t... N>(std::index_sequence<N...>) {
        [[maybe_unused]] const auto term = [&]<std::size_t Column>() {
            if constexpr ((sorts_by<Terms, column_of<Record, Column>> || ...))
                return std::tuple<>{};
            else
                return std::tuple{asc(column_of<Record, Column>{})};
        };
        return std::tuple_cat(given, term.template operator()<key[N]>()...);
    }(std::make_index_sequence<key.size()>{});
}

template <class Record>
constexpr auto order_of_children(nothing) {
    return order_of_children<Record>(std::tuple<>{});
}

/// The query for all related records of rows with these keys.
template <class Row, class Relation>
constexpr auto related_query(const Relation& relation, key_lists_t<typename relation_link<Row, Relation>::far> keys) {
    using link = relation_link<Row, Relation>;
    using record = typename link::record;
    constexpr bool is_parent = link::leads_to_parent;
    static_assert(
        require_order_of_children<record, !std::same_as<decltype(relation.order), nothing>, is_parent>::value);
    const auto with_condition = [&](auto query) {
        if constexpr (std::same_as<decltype(relation.condition), nothing>)
            return query;
        else
            return query.where(relation.condition);
    };
    auto query = with_condition(from<record>().where(is_one_of(typename link::far{}, std::move(keys))));
    if constexpr (is_parent)
        return query;
    else
        return std::apply([&](const auto&... terms) { return query.order_by(terms...); },
                          order_of_children<record>(relation.order));
}

} // namespace detail
} // namespace stoa

#endif
