// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_EXPRESSION_RAW_HPP
#define STOA_EXPRESSION_RAW_HPP

// Expressions written by hand: `sql<"lower({}) || {}", std::string>(column, value)`. The text is a constant of the
// program; what its places stand for is an expression, written as anywhere else, or a value, which is bound.

#include "stoa/core/fixed_string.hpp"
#include "stoa/expression/parameter.hpp"
#include "stoa/expression/raw_text.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>
#include <utility>

namespace stoa {

namespace detail {

template <fixed_string Text, raw_fault Fault>
struct require_raw_text {
    static_assert(Fault != raw_fault::empty, "stoa[E290]: the raw text is empty.");
    static_assert(Fault != raw_fault::parameter,
                  "stoa[E290]: the raw text has a parameter of the database's own, ?, $1, :name or @name, to which "
                  "nothing would be bound. Write {} or {name} and give the value as an argument; leave a space between "
                  "an operator such as : or @ and a word. An operator ? can stand in a text for one database that has "
                  "it: add the dialect.");
    static_assert(Fault != raw_fault::dollar_quote,
                  "stoa[E290]: not every database has texts between $$. Write '...', or add the dialect for whose "
                  "database the text is.");
    static_assert(Fault != raw_fault::second_statement,
                  "stoa[E290]: the raw text has a semicolon. It is one statement or a part of one: leave it out, and "
                  "send a further statement by itself.");
    static_assert(Fault != raw_fault::open_quote, "stoa[E290]: a quotation in the raw text does not end in it.");
    static_assert(Fault != raw_fault::open_comment,
                  "stoa[E290]: a comment in the raw text does not end in it, or contains the beginning of another. End "
                  "it with a new line or */.");
    static_assert(Fault != raw_fault::parenthesis, "stoa[E290]: a parenthesis in the raw text has no partner in it.");
    static_assert(Fault != raw_fault::brace,
                  "stoa[E290]: the raw text has a brace that is no place for an argument. Write {} or {name} for a "
                  "place, {{ and }} for braces.");
    static_assert(
        Fault != raw_fault::quoted_place,
        "stoa[E290]: a place for an argument stands within quotes or a comment of the raw text, where it would "
        "be plain text. Take it out of them; a value is bound and needs no quotes. Write {{ and }} for braces.");
    static_assert(Fault != raw_fault::glued_place,
                  "stoa[E290]: a place for an argument would become one word with what is beside it in the raw text. "
                  "Leave a space between them.");
    static_assert(Fault != raw_fault::control_character, "stoa[E290]: the raw text has a control character in it.");
    static constexpr bool value = Fault == raw_fault::none;
};

template <fixed_string Text, std::size_t Places, std::size_t Arguments>
struct require_raw_arguments {
    static_assert(Places == Arguments,
                  "stoa[E289]: the raw text does not have one place {} for each argument without a name. The last two "
                  "template arguments are how many there are of both.");
    static constexpr bool value = Places == Arguments;
};

template <fixed_string Text, fixed_string Name, bool Given>
struct require_raw_argument {
    static_assert(Given, "stoa[E289]: the raw text has a place of this name, and no argument is given for it. Give "
                         "arg<\"name\">(value), or a param of the name.");
    static constexpr bool value = Given;
};

template <fixed_string Text, fixed_string Name, bool Used>
struct require_raw_place {
    static_assert(Used, "stoa[E289]: an argument of this name is given, and the raw text has no place for it, or it is "
                        "given twice.");
    static constexpr bool value = Used;
};

template <fixed_string Text, std::size_t Argument, bool IsOperand>
struct require_raw_operand {
    static_assert(IsOperand,
                  "stoa[E291]: this argument of a raw text, counted from 0, is neither an expression nor a value of a "
                  "type that a column can have. Give nullopt and others a type, such as std::optional<int>().");
    static constexpr bool value = IsOperand;
};

/// What stands in a place: `Name` is empty where it is the next one without a name.
template <fixed_string Name, class E>
struct raw_argument {
    static constexpr auto kept_name = Name;

    E expression;
};

template <class V>
using decayed_t = typename decayed<V>::type;

/// A value that becomes a literal by itself.
template <class V>
concept raw_value = string_like<V> || std::is_same_v<V, static_string> || is_unsigned_64<V> ||
                    (mapped_field<V> && has_literal<value_t<V>, V>);

template <class V>
concept raw_operand = expression<V> || raw_value<std::decay_t<V>>;

/// An expression as it is, a value as a literal of its own type.
template <class V>
constexpr auto raw_literal(V&& value) {
    if constexpr (expression<V>)
        return std::remove_cvref_t<V>(std::forward<V>(value));
    else if constexpr (std::is_same_v<std::decay_t<V>, static_string>)
        return literal<static_string>{value};
    else if constexpr (string_like<std::decay_t<V>>)
        return as_operand<std::string>(std::forward<V>(value));
    else
        return as_operand<value_t<std::decay_t<V>>>(std::forward<V>(value));
}

template <fixed_string Text, class A>
struct as_raw_argument {
    static constexpr bool is_operand = raw_operand<A>;

    template <class V>
    static constexpr auto make(V&& value) {
        auto kept = raw_literal(std::forward<V>(value));
        return raw_argument<"", decltype(kept)>{std::move(kept)};
    }
};

/// The names of the places of a text, in order.
template <fixed_string Text>
struct raw_places {
    static constexpr auto kept_text = Text; // a template argument has no address that every compiler lets be kept

    static constexpr void ignore(std::string_view) {}

    static constexpr auto names = [] {
        constexpr std::size_t count = [] {
            std::size_t places = 0;
            for_each_raw_part(kept_text.view(), &ignore, [&](std::string_view) { ++places; });
            return places;
        }();
        std::array<std::string_view, count> all{};
        std::size_t next = 0;
        for_each_raw_part(kept_text.view(), &ignore, [&](std::string_view name) { all[next++] = name; });
        return all;
    }();

    static constexpr bool has(std::string_view name) {
        for (std::string_view each : names)
            if (each == name) return true;
        return false;
    }
};

/// A parameter takes the place of its name, where there is one.
template <fixed_string Text, fixed_string Name, class T>
struct as_raw_argument<Text, named_parameter<Name, T>> {
    static constexpr bool is_operand = true;

    static constexpr auto make(named_parameter<Name, T> parameter) {
        if constexpr (raw_places<Text>::has(Name.view()))
            return raw_argument<Name, named_parameter<Name, T>>{parameter};
        else
            return raw_argument<"", named_parameter<Name, T>>{parameter};
    }
};

template <fixed_string Text, fixed_string Name, class V>
struct as_raw_argument<Text, named_argument<Name, V>> {
    static constexpr bool is_operand = raw_operand<V>;

    static constexpr auto make(named_argument<Name, V> given) {
        auto kept = raw_literal(std::move(given.value));
        return raw_argument<Name, decltype(kept)>{std::move(kept)};
    }
};

/// The arguments of a raw text in the order of their first places, which is that of their nodes.
template <fixed_string Text, class... Arguments>
struct raw_arguments {
    static constexpr std::size_t count = sizeof...(Arguments);

    pack<Arguments...> given;

    template <class Self>
    static constexpr void emit(ast::builder& nodes, const Self& self) {
        const auto& all = part(self, &raw_arguments::given);
        for_each([&]<std::size_t N, class Argument>() {
            decltype(Argument::expression)::emit(nodes, part(element<N>(all), &Argument::expression));
        });
    }

    template <class Visitor>
    constexpr void parameters(Visitor& visit) const {
        for_each([&]<std::size_t N, class Argument>() { get<N>(given).expression.parameters(visit); });
    }

    /// Whether every argument has its place and every place its argument.
    static consteval bool fit() {
        constexpr std::size_t without_name = (std::size_t{0} + ... + (Arguments::kept_name.size() == 0 ? 1 : 0));
        if constexpr (unnamed_places() != without_name) {
            return require_raw_arguments<Text, unnamed_places(), without_name>::value;
        } else if constexpr (!missing().empty()) {
            return require_raw_argument<Text, fixed_string<missing().size()>::copy_of(missing()), false>::value;
        } else {
            return (require_raw_place<Text, Arguments::kept_name, is_used(Arguments::kept_name.view())>::value && ...);
        }
    }

private:
    template <class Use>
    static constexpr void for_each(Use use) {
        [&]<std::size_t... I>(std::index_sequence<I...>) {
            (use.template operator()<order[I], pack_element_t<order[I], pack<Arguments...>>>(), ...);
        }(std::index_sequence_for<Arguments...>{});
    }

    static constexpr std::array<std::string_view, count> names{Arguments::kept_name.view()...};

    static constexpr std::size_t unnamed_places() {
        std::size_t places = 0;
        for (std::string_view name : raw_places<Text>::names) places += name.empty() ? 1 : 0;
        return places;
    }

    static constexpr std::size_t given_times(std::string_view name) {
        std::size_t times = 0;
        for (std::string_view each : names)
            if (each == name) ++times;
        return times;
    }

    /// The name of a place without an argument.
    static constexpr std::string_view missing() {
        for (std::string_view name : raw_places<Text>::names)
            if (!name.empty() && given_times(name) == 0) return name;
        return {};
    }

    static constexpr bool is_used(std::string_view name) {
        return name.empty() || (raw_places<Text>::has(name) && given_times(name) == 1);
    }

    static constexpr auto order = [] {
        std::array<std::size_t, count> result{};
        std::array<bool, count> taken{};
        std::size_t next = 0;
        for (std::string_view name : raw_places<Text>::names) {
            for (std::size_t n = 0; n != count; ++n) {
                if (names[n] != name || (taken[n] && name.empty())) continue;
                if (!taken[n]) result[next++] = n;
                taken[n] = true;
                break;
            }
        }
        return result;
    }();
};

/// How a raw node names its dialect; 0 stands for all of them.
template <class Dialect>
inline constexpr std::uint16_t raw_index = Dialect::index + 1;

template <>
inline constexpr std::uint16_t raw_index<void> = 0;

/// What a text for one dialect can have, or for all of them.
template <class Dialect>
inline constexpr raw_syntax raw_syntax_of{Dialect::has_dollar_quotes, Dialect::placeholder != '?'};

template <>
inline constexpr raw_syntax raw_syntax_of<void>{};

/// A text with its arguments; does not compile where something is wrong with either.
template <fixed_string Text, class Dialect, class... A>
constexpr auto make_raw_arguments(A&&... given) {
    constexpr raw_fault fault = raw_reader(Text.view(), raw_syntax_of<Dialect>).fault();
    static_assert(require_raw_text<Text, fault>::value);
    constexpr bool operands = []<std::size_t... I>(std::index_sequence<I...>) {
        return (require_raw_operand<Text, I, as_raw_argument<Text, decayed_t<A>>::is_operand>::value && ...);
    }(std::index_sequence_for<A...>{});
    if constexpr (fault == raw_fault::none && operands) {
        using made =
            raw_arguments<Text, decltype(as_raw_argument<Text, decayed_t<A>>::make(std::forward<A>(given)))...>;
        static_assert(made::fit());
        return made{{{as_raw_argument<Text, decayed_t<A>>::make(std::forward<A>(given))}...}};
    } else {
        return raw_arguments<Text>{};
    }
}

template <class T>
struct require_raw_type {
    static_assert(mapped_field<T>, "stoa[E292]: a raw expression or result is read as a type that no column can have. "
                                   "Name a type of columns, std::optional of it where it can be NULL.");
    static constexpr bool value = mapped_field<T>;
};

} // namespace detail

/// An expression written by hand; made by `sql`.
template <fixed_string Text, class T, class Dialect, class Arguments>
struct raw_expression : value_members<raw_expression<Text, T, Dialect, Arguments>> {
    using is_expression = void;
    using value_type = value_t<T>;
    static constexpr bool nullable = is_optional<T>;
    static constexpr auto kept_text = Text;

    Arguments arguments;

    constexpr explicit raw_expression(Arguments given) : arguments(std::move(given)) {}

    template <class Self>
    static constexpr void emit(ast::builder& nodes, const Self& self) {
        const std::size_t place = nodes.open({.kind = ast::op::raw,
                                              .nullable = nullable,
                                              .index = detail::raw_index<Dialect>,
                                              .type = type_of<value_type>,
                                              .text = kept_text.view()});
        Arguments::emit(nodes, detail::part(self, &raw_expression::arguments));
        nodes.close(place, Arguments::count);
    }

    template <class Visitor>
    constexpr void parameters(Visitor& visit) const {
        arguments.parameters(visit);
    }
};

/// SQL written by hand as an expression of type `T`, `std::optional` where it can be NULL: bool is a condition. Each
/// `{}` is the next argument, `{name}` the one of that name (`arg<"name">(…)`); an argument is an expression or a
/// value, which is bound. `{{` and `}}` are braces. With a dialect the text is for that database alone (E252). Example:
/// from<book>().where(sql<"length({}) > {}", bool>(col<&book::title>, 10)) See: docs/guide/raw_sql.md
template <fixed_string Text, class T, class Dialect = void, class... Arguments>
constexpr auto sql(Arguments&&... arguments) {
    static_assert(detail::require_raw_type<T>::value);
    auto made = detail::make_raw_arguments<Text, Dialect>(std::forward<Arguments>(arguments)...);
    return raw_expression<Text, T, Dialect, decltype(made)>(std::move(made));
}

} // namespace stoa

#endif
