// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_EXPRESSION_WINDOW_HPP
#define STOA_EXPRESSION_WINDOW_HPP

// Windows: functions over the rows around a row, `row_number().over(partition_by(a).order_by(b))`.

#include "stoa/expression/aggregate.hpp"
#include "stoa/expression/function.hpp"
#include "stoa/expression/order.hpp"

#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <utility>

namespace stoa {

/// One end of a frame; see `rows_between`.
template <ast::frame_bound Kind, std::int64_t Distance = 0>
struct window_bound {
    static constexpr ast::frame_bound kind = Kind;
    static constexpr std::int64_t distance = Distance;
};

inline constexpr window_bound<ast::frame_bound::unbounded_preceding> unbounded_preceding{};
inline constexpr window_bound<ast::frame_bound::current_row> current_row{};
inline constexpr window_bound<ast::frame_bound::unbounded_following> unbounded_following{};

/// So many rows, values or groups before the row: 0 or more.
template <std::int64_t Distance>
    requires(Distance >= 0)
inline constexpr window_bound<ast::frame_bound::preceding, Distance> preceding{};

/// So many behind it.
template <std::int64_t Distance>
    requires(Distance >= 0)
inline constexpr window_bound<ast::frame_bound::following, Distance> following{};

namespace detail {

template <class Bound>
inline constexpr bool is_open_bound =
    Bound::kind != ast::frame_bound::preceding && Bound::kind != ast::frame_bound::following;

/// Whether the frame would end before it begins.
template <class First, class Last>
consteval bool ends_first() {
    using bound = ast::frame_bound;
    if (First::kind == bound::unbounded_following || Last::kind == bound::unbounded_preceding) return true;
    if (First::kind != Last::kind) return First::kind > Last::kind;
    return First::kind == bound::preceding ? First::distance < Last::distance : First::distance > Last::distance;
}

template <class... Terms>
struct window_terms {
    pack<Terms...> terms;

    template <class Self>
    static constexpr void emit(ast::builder& nodes, const Self& self) {
        const std::size_t place = nodes.open({.kind = ast::op::list});
        emit_each<Terms...>(nodes, part(self, &window_terms::terms));
        nodes.close(place, sizeof...(Terms));
    }

    template <class Visitor>
    constexpr void parameters(Visitor& visit) const {
        detail::visit_each(terms, visit);
    }
};

template <ast::frame_unit Unit, class First, class Last, ast::frame_exclusion Excluded = ast::frame_exclusion::none>
struct window_frame : nothing {
    template <ast::frame_exclusion Exclusion>
    using excluding = window_frame<Unit, First, Last, Exclusion>;
    static constexpr bool excludes = Excluded != ast::frame_exclusion::none;

    /// Whether it can be without the current row.
    static constexpr bool can_be_empty =
        First::kind > ast::frame_bound::current_row || Last::kind < ast::frame_bound::current_row ||
        Excluded == ast::frame_exclusion::current_row || Excluded == ast::frame_exclusion::group;

    template <class Self>
    static constexpr void emit(ast::builder& nodes, const Self&) {
        const std::size_t place = nodes.open({.kind = ast::op::frame,
                                              .index = static_cast<std::uint16_t>(Unit),
                                              .integer = static_cast<std::int64_t>(Excluded)});
        bound<First>(nodes);
        bound<Last>(nodes);
        nodes.close(place, 2);
    }

private:
    template <class Bound>
    static constexpr void bound(ast::builder& nodes) {
        nodes.leaf(
            {.kind = ast::op::bound, .index = static_cast<std::uint16_t>(Bound::kind), .integer = Bound::distance});
    }
};

} // namespace detail

template <class Partition, class Order, class Frame>
struct window {
    Partition partition{};
    Order order{};

    /// Sorts the rows of a partition. NULL counts as larger than every value.
    template <ordering_term... Terms>
    constexpr auto order_by(Terms... terms) const {
        static_assert(std::is_same_v<Order, detail::nothing>,
                      "stoa[E209]: this clause stands in the window already. Say it once, with everything it needs.");
        using sorted = detail::window_terms<decltype(detail::as_ordering(terms))...>;
        return window<Partition, sorted, Frame>{partition, {{{detail::as_ordering(std::move(terms))}...}}};
    }

    /// Only the rows from `first` to `last`, counted in rows.
    template <class First, class Last>
    constexpr auto rows_between(First, Last) const {
        return framed<ast::frame_unit::rows, First, Last>();
    }

    /// The same, counted in groups of rows that are equal in the order.
    template <class First, class Last>
    constexpr auto groups_between(First, Last) const {
        static_assert(!std::is_same_v<Order, detail::nothing>,
                      "stoa[E222]: a frame counted in groups needs an order, since rows that are equal in it are a "
                      "group. Say order_by(...) before groups_between(...).");
        return framed<ast::frame_unit::groups, First, Last>();
    }

    /// The same, without splitting rows that are equal in the order; the ends are unbounded or the current row.
    template <class First, class Last>
    constexpr auto range_between(First, Last) const {
        static_assert(detail::is_open_bound<First> && detail::is_open_bound<Last>,
                      "stoa[E222]: the ends of a range are unbounded or the current row. Count rows or groups to end "
                      "it so many before or behind: rows_between(preceding<2>, current_row).");
        return framed<ast::frame_unit::range, First, Last>();
    }

    /// The frame without the row itself. SQL: `EXCLUDE CURRENT ROW`.
    constexpr auto exclude_current_row() const { return excluding<ast::frame_exclusion::current_row>(); }

    /// The frame without the row and those that are equal to it in the order. SQL: `EXCLUDE GROUP`.
    constexpr auto exclude_group() const { return excluding<ast::frame_exclusion::group>(); }

    /// The frame without the rows that are equal to the row in the order, but with itself. SQL: `EXCLUDE TIES`.
    constexpr auto exclude_ties() const { return excluding<ast::frame_exclusion::ties>(); }

private:
    template <ast::frame_exclusion Excluded>
    constexpr auto excluding() const {
        constexpr bool has_frame = !std::is_same_v<Frame, detail::nothing>;
        static_assert(has_frame, "stoa[E222]: rows are excluded from a frame, and this window has none. Say "
                                 "rows_between(...), groups_between(...) or range_between(...) before.");
        if constexpr (has_frame) {
            static_assert(!Frame::excludes, "stoa[E209]: this clause stands in the window already. Exclude either the "
                                            "row, its group or its ties.");
            return window<Partition, Order, typename Frame::template excluding<Excluded>>{partition, order};
        }
    }

    template <ast::frame_unit Unit, class First, class Last>
    constexpr auto framed() const {
        static_assert(std::is_same_v<Frame, detail::nothing>,
                      "stoa[E209]: this clause stands in the window already. Say it once, with everything it needs.");
        static_assert(!detail::ends_first<First, Last>(),
                      "stoa[E222]: this frame ends before it begins. Name the earlier end first, such as "
                      "rows_between(preceding<2>, current_row).");
        return window<Partition, Order, detail::window_frame<Unit, First, Last>>{partition, order};
    }
};

/// Windows of rows that are equal in these expressions.
template <expression... Terms>
    requires(sizeof...(Terms) != 0)
constexpr window<detail::window_terms<Terms...>> partition_by(Terms... terms) {
    return {{{{std::move(terms)}...}}, {}};
}

/// One window of all rows, in this order.
template <ordering_term... Terms>
constexpr auto sorted_by(Terms... terms) {
    return window<>{}.order_by(std::move(terms)...);
}

namespace detail {

/// Whether the function gives back a value of some row of the frame, and so none of an empty one.
template <class Function>
inline constexpr bool takes_from_frame = false;

template <ast::function Function, class Value, bool Nullable, class... Arguments>
inline constexpr bool takes_from_frame<function_call<Function, Value, Nullable, Arguments...>> =
    Function == ast::function::first_value || Function == ast::function::last_value;

} // namespace detail

template <class Function, class Partition, class Order, class Frame>
struct windowed<Function, window<Partition, Order, Frame>>
    : value_members<windowed<Function, window<Partition, Order, Frame>>> {
    using is_expression = void;
    using value_type = typename Function::value_type;
    static constexpr bool nullable = Function::nullable || (Frame::can_be_empty && detail::takes_from_frame<Function>);

    Function function;
    Partition partition;
    Order order;

    constexpr windowed(Function given, window<Partition, Order, Frame> over)
        : function(std::move(given)), partition(std::move(over.partition)), order(std::move(over.order)) {}

    template <class Self>
    static constexpr void emit(ast::builder& nodes, const Self& self) {
        const std::size_t place =
            nodes.open({.kind = ast::op::window, .nullable = nullable, .type = type_of<value_type>});
        Function::emit(nodes, detail::part(self, &windowed::function));
        Partition::emit(nodes, detail::part(self, &windowed::partition));
        Order::emit(nodes, detail::part(self, &windowed::order));
        Frame::emit(nodes, self);
        nodes.close(place, 4);
    }

    template <class Visitor>
    constexpr void parameters(Visitor& visit) const {
        function.parameters(visit);
        partition.parameters(visit);
        order.parameters(visit);
    }
};

/// What only a window has: `over` makes an expression of it.
template <ast::function Function, class Value, bool Nullable, class... Arguments>
struct window_function {
    function_call<Function, Value, Nullable, Arguments...> call;

    template <class Window = window<>>
    constexpr auto over(Window over = {}) const {
        return call.over(std::move(over));
    }
};

namespace detail {

template <ast::function Function, std::int64_t Number, bool Nullable, class E>
constexpr auto call_with_number(E e) {
    using number = written_number<Number>;
    using call = function_call<Function, value_type_t<E>, Nullable, E, number>;
    return window_function<Function, value_type_t<E>, Nullable, E, number>{call(std::move(e), number{})};
}

} // namespace detail

/// The number of the row in its window, from 1.
constexpr window_function<ast::function::row_number, std::int64_t, false> row_number() {
    return {function_call<ast::function::row_number, std::int64_t, false>()};
}

/// The number of the first row that is equal in the order, from 1, with gaps.
constexpr window_function<ast::function::rank, std::int64_t, false> rank() {
    return {function_call<ast::function::rank, std::int64_t, false>()};
}

/// The number of the group of rows that are equal in the order, from 1.
constexpr window_function<ast::function::dense_rank, std::int64_t, false> dense_rank() {
    return {function_call<ast::function::dense_rank, std::int64_t, false>()};
}

/// (rank - 1) / (rows - 1), from 0 to 1.
constexpr window_function<ast::function::percent_rank, double, false> percent_rank() {
    return {function_call<ast::function::percent_rank, double, false>()};
}

/// The share of rows up to this one, above 0 to 1.
constexpr window_function<ast::function::cume_dist, double, false> cume_dist() {
    return {function_call<ast::function::cume_dist, double, false>()};
}

/// The value of `e` in the first row of the frame.
template <expression E>
constexpr auto first_value(E e) {
    using call = function_call<ast::function::first_value, value_type_t<E>, E::nullable, E>;
    return window_function<ast::function::first_value, value_type_t<E>, E::nullable, E>{call(std::move(e))};
}

/// The value of `e` in the last row of the frame, which ends at the current row unless said otherwise.
template <expression E>
constexpr auto last_value(E e) {
    using call = function_call<ast::function::last_value, value_type_t<E>, E::nullable, E>;
    return window_function<ast::function::last_value, value_type_t<E>, E::nullable, E>{call(std::move(e))};
}

/// The value of `e` in the row `Distance` rows before; NULL where there is none.
template <std::int64_t Distance = 1, expression E>
    requires(Distance >= 0)
constexpr auto lag(E e) {
    return detail::call_with_number<ast::function::lag, Distance, true>(std::move(e));
}

/// The value of `e` in the row `Distance` rows behind; NULL where there is none.
template <std::int64_t Distance = 1, expression E>
    requires(Distance >= 0)
constexpr auto lead(E e) {
    return detail::call_with_number<ast::function::lead, Distance, true>(std::move(e));
}

/// The value of `e` in row `Number` of the frame, from 1; NULL where there is none.
template <std::int64_t Number, expression E>
    requires(Number >= 1)
constexpr auto nth_value(E e) {
    return detail::call_with_number<ast::function::nth_value, Number, true>(std::move(e));
}

/// Which of `Buckets` equal parts of the window the row is in, from 1.
template <std::int64_t Buckets>
    requires(Buckets >= 1)
constexpr auto ntile() {
    using number = detail::written_number<Buckets>;
    using call = function_call<ast::function::ntile, std::int64_t, false, number>;
    return window_function<ast::function::ntile, std::int64_t, false, number>{call(number{})};
}

} // namespace stoa

#endif
