// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_QUERY_RAW_STATEMENT_HPP
#define STOA_QUERY_RAW_STATEMENT_HPP

// Whole statements written by hand. Their text is a constant of the program like that of all others, and every value
// is bound.

#include "stoa/expression/raw.hpp"
#include "stoa/query/returning.hpp"
#include "stoa/query/select.hpp"

#include <cstddef>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

namespace stoa {

namespace detail {

/// A column of the result of a raw statement, read as `T`.
template <class T>
struct raw_column {
    using is_expression = void;
    using value_type = value_t<T>;
    static constexpr bool nullable = is_optional<T>;

    static constexpr std::size_t emit(ast::builder& nodes, std::string_view name = {}) {
        static_assert(require_raw_type<T>::value);
        nodes.leaf({.kind = ast::op::none, .nullable = nullable, .type = type_of<value_type>, .text = name});
        return 1;
    }
};

/// What the columns of a result are read into: the term of a selection, and how its columns are emitted.
template <class T>
struct raw_term {
    using type = raw_column<T>;

    static constexpr std::size_t emit(ast::builder& nodes) { return raw_column<T>::emit(nodes); }
};

template <class T>
    requires(record<T> && !mapped_field<T>)
struct raw_term<T> {
    using type = whole_record<T>;

    static constexpr std::size_t emit(ast::builder& nodes) {
        [&]<std::size_t... I>(std::index_sequence<I...>) {
            (raw_column<column_field_t<T, I>>::emit(nodes, table_of<T>().columns[I].name), ...);
        }(std::make_index_sequence<column_count<T>>{});
        return column_count<T>;
    }
};

/// A result: a struct or value, or a tuple of them side by side.
template <class Row>
struct raw_result : raw_result<std::tuple<Row>> {};

template <class... Terms>
struct raw_result<std::tuple<Terms...>> {
    using selection = select_clause<void, typename raw_term<Terms>::type...>;

    static constexpr void emit(ast::builder& nodes) {
        const std::size_t place = nodes.open({.kind = ast::op::list});
        const std::size_t columns = (std::size_t{0} + ... + raw_term<Terms>::emit(nodes));
        nodes.close(place, columns);
    }
};

/// Appends a statement whose result `emit_result` appends.
template <class Dialect, class Arguments, class Self, class Emit>
constexpr void emit_raw_statement(ast::builder& nodes, std::string_view text, const Self& arguments, Emit emit_result) {
    const std::size_t place = nodes.open({.kind = ast::op::raw_statement, .index = raw_index<Dialect>, .text = text});
    emit_result();
    Arguments::emit(nodes, arguments);
    nodes.close(place, Arguments::count + 1);
}

} // namespace detail

/// A statement with rows, written by hand; made by `sql_query`.
template <fixed_string Text, class Row, class Dialect, class Arguments>
struct raw_query {
    using selection = typename detail::raw_result<Row>::selection;
    static constexpr auto kept_text = Text;
    /// Nothing can be added to it.
    template <clause>
    static constexpr bool has = true;

    Arguments arguments;

    template <class Self>
    static constexpr void emit(ast::builder& nodes, const Self& self) {
        detail::emit_raw_statement<Dialect, Arguments>(nodes, kept_text.view(),
                                                       detail::part(self, &raw_query::arguments),
                                                       [&] { detail::raw_result<Row>::emit(nodes); });
    }

    template <class Visitor>
    constexpr void parameters(Visitor& visit) const {
        arguments.parameters(visit);
    }
};

/// A statement without rows, written by hand; made by `sql_command`.
template <fixed_string Text, class Dialect, class Arguments>
struct raw_command {
    using is_command = void;
    static constexpr auto kept_text = Text;

    Arguments arguments;

    template <class Self>
    static constexpr void emit(ast::builder& nodes, const Self& self) {
        detail::emit_raw_statement<Dialect, Arguments>(nodes, kept_text.view(),
                                                       detail::part(self, &raw_command::arguments),
                                                       [&] { nodes.leaf({.kind = ast::op::none}); });
    }

    template <class Visitor>
    constexpr void parameters(Visitor& visit) const {
        arguments.parameters(visit);
    }
};

/// A query, or another statement with rows, written by hand. A row is read into `Row`, column by column: a struct, a
/// tuple or a value, `std::optional` where it can be NULL. Places and arguments are those of `sql`.
/// Throws: mapping_error (mapping_mismatch), when it is first run, for columns that do not fit, and lists all of them.
/// Example: db.all(sql_query<"SELECT id, title FROM books WHERE id = {id}", row>(arg<"id">(5)));
/// See: docs/guide/raw_sql.md
template <fixed_string Text, class Row, class Dialect = void, class... Arguments>
constexpr auto sql_query(Arguments&&... arguments) {
    auto made = detail::make_raw_arguments<Text, Dialect>(std::forward<Arguments>(arguments)...);
    return raw_query<Text, Row, Dialect, decltype(made)>{std::move(made)};
}

/// A statement without rows, written by hand, for `execute`.
/// Example: db.execute(sql_command<"UPDATE books SET price = price * {}">(2));
template <fixed_string Text, class Dialect = void, class... Arguments>
constexpr auto sql_command(Arguments&&... arguments) {
    auto made = detail::make_raw_arguments<Text, Dialect>(std::forward<Arguments>(arguments)...);
    return raw_command<Text, Dialect, decltype(made)>{std::move(made)};
}

} // namespace stoa

#endif
