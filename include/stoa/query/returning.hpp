// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_QUERY_RETURNING_HPP
#define STOA_QUERY_RETURNING_HPP

// RETURNING: what an insert, update or delete gives back of the rows it has changed. With it a statement is read like
// a query, without it is executed.

#include "stoa/query/clause.hpp"
#include "stoa/query/select.hpp"

#include <utility>

namespace stoa {

/// What is returned, together with the type each row is read into: `Row`, or void for the values themselves.
template <class Row, class... Terms>
struct returning_clause : list_clause<clause::returning, Terms...> {
    using selection = select_clause<Row, Terms...>;
};

namespace detail {

template <class... Clauses>
inline constexpr bool returns_rows = find_clause<Clauses...>(clause::returning) != sizeof...(Clauses);

/// What a statement is by its clauses: a command, or one with rows.
template <bool Rows, class... Clauses>
struct change_kind {
    using is_command = void;
};

template <class... Clauses>
struct change_kind<true, Clauses...> {
    using selection = typename clause_or<clause::returning, void, Clauses...>::selection;
    /// No clause can be added behind RETURNING.
    template <clause>
    static constexpr bool has = true;
};

template <class... Clauses>
using change_base = change_kind<returns_rows<Clauses...>, Clauses...>;

} // namespace detail

/// The members `returning` and `with` of statements `Statement<Record, Clauses...>`.
template <template <class, class...> class Statement, class Record, class... Clauses>
struct change_members : detail::change_base<Clauses...> {
    /// Gives back these expressions over every changed row: one as its value, several as a tuple, whole records where
    /// none are given.
    template <selectable... Terms>
    constexpr auto returning(Terms... terms) const {
        if constexpr (sizeof...(Terms) == 0)
            return with(returning_clause<void, whole_record<Record>>{{{{}}}});
        else
            return with(returning_clause<void, Terms...>{{{{std::move(terms)}...}}});
    }

    /// Gives them back in the members of the struct `Row`, in order.
    template <class Row, selectable... Terms>
        requires(sizeof...(Terms) != 0)
    constexpr auto returning_as(Terms... terms) const {
        return with(returning_clause<Row, Terms...>{{{{std::move(terms)}...}}});
    }

protected:
    template <class Clause>
    constexpr auto with(Clause clause) const {
        static_assert(
            detail::find_clause<Clauses...>(Clause::kind) == sizeof...(Clauses),
            "stoa[E209]: this clause stands in the statement already. Say it once, with everything it needs.");
        const auto& clauses = static_cast<const Statement<Record, Clauses...>&>(*this).clauses;
        return Statement<Record, Clauses..., Clause>{{}, clauses.with(std::move(clause))};
    }
};

/// A statement without rows: an insert, update or delete that returns nothing.
template <class C>
concept command = requires { typename std::remove_cvref_t<C>::is_command; };

} // namespace stoa

#endif
