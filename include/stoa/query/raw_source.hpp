// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_QUERY_RAW_SOURCE_HPP
#define STOA_QUERY_RAW_SOURCE_HPP

// What is read from, written by hand: a function that gives rows, a query, whatever can stand in a FROM.

#include "stoa/expression/raw.hpp"
#include "stoa/query/source.hpp"

#include <utility>

namespace stoa {

/// A source written by hand under the name `Name`; made by `sql_table`.
template <fixed_string Text, fixed_string Name, class Row, class Dialect, class Arguments>
struct raw_source : aliased<Row, Name> {
    static constexpr auto kept_text = Text;

    Arguments arguments;

    template <class Self>
    static constexpr void emit(ast::builder& nodes, const Self& self) {
        const std::size_t place = nodes.open({.kind = ast::op::raw_source,
                                              .index = detail::raw_index<Dialect>,
                                              .table = table_ref{&table_of<Row>, record_name<Row>},
                                              .alias = detail::source_traits<aliased<Row, Name>>::alias,
                                              .text = kept_text.view()});
        Arguments::emit(nodes, detail::part(self, &raw_source::arguments));
        nodes.close(place, Arguments::count);
    }

    template <class Visitor>
    constexpr void parameters(Visitor& visit) const {
        arguments.parameters(visit);
    }
};

/// Something to read from that is written by hand, such as a call of a function that gives rows, or a query in
/// parentheses. Its columns are those of `Row`, by their names: `numbers[col<&number::value>]`. Places and arguments
/// are those of `sql`; columns are of tables that stand before it, where the database lets it see them. SQL: `FROM text
/// AS "Name"`. Example: constexpr auto numbers = sql_table<"(SELECT {} AS value UNION ALL SELECT {})", "numbers",
/// number>(1, 2);
///          from(numbers).where(numbers[col<&number::value>] > 1)
template <fixed_string Text, fixed_string Name, record Row, class Dialect = void, class... Arguments>
constexpr auto sql_table(Arguments&&... arguments) {
    auto made = detail::make_raw_arguments<Text, Dialect>(std::forward<Arguments>(arguments)...);
    return raw_source<Text, Name, Row, Dialect, decltype(made)>{{}, std::move(made)};
}

} // namespace stoa

#endif
