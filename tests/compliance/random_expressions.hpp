// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTS_COMPLIANCE_RANDOM_EXPRESSIONS_HPP
#define STOA_TESTS_COMPLIANCE_RANDOM_EXPRESSIONS_HPP

// Random expressions of every type, written as a program writes them, but put together at run time.

#include "random_rows.hpp"

#include <concepts>
#include <cstdint>
#include <string>
#include <tuple>
#include <vector>

namespace random_queries {

namespace ast = stoa::ast;

struct column {
    std::string_view alias;
    std::size_t index;
};
using columns_in_sight = std::vector<column>;

inline const stoa::table_ref items{&stoa::table_of<item>, stoa::record_name<item>};

/// Any expression with values of type `T`.
template <class T>
struct any : stoa::value_members<any<T>> {
    using is_expression = void;
    using value_type = T;
    static constexpr bool nullable = true;

    stoa::detail::composition made;

    template <stoa::expression E>
        requires(!std::same_as<E, any>)
    any(const E& expression) : made(stoa::detail::composition::of(expression)) { // NOLINT(google-explicit-constructor)
        static_assert(std::same_as<stoa::value_type_t<E>, T>);
    }
    explicit any(const column& which) {
        ast::builder nodes;
        stoa::detail::emit_table_column(nodes, items, which.index, ast::op::column, which.alias);
        made.nodes.assign(nodes.nodes().begin(), nodes.nodes().end());
    }

    template <class Self>
    static constexpr void emit(ast::builder& nodes, const Self& self) {
        if constexpr (std::same_as<Self, stoa::bound<any>>)
            nodes.append(self.self.made.nodes);
        else
            nodes.leaf({.kind = ast::op::none});
    }

    template <class Visitor>
    void parameters(Visitor& visit) const {
        for (const auto& value : made.values) visit(value);
    }
};

using money = stoa::decimal<18, 2>;

class expressions {
public:
    using number_type = any<std::int64_t>;
    using word_type = any<std::string>;
    using condition_type = any<bool>;
    using money_type = any<money>;
    using fraction_type = any<double>;
    using moment_type = any<stoa::timestamp>;
    using day_type = any<stoa::date>;

    /// Over these columns, of which there is one of every kind; with C++ values among them or without.
    expressions(std::mt19937& random, const columns_in_sight& sight, bool with_values)
        : draw_(random), sight_(sight), with_values_(with_values) {}

    condition_type condition(unsigned depth) {
        switch (draw_.below(depth == 0 ? 7 : 16)) {
        case 0: return any<bool>(any_column({flag}));
        case 1: return compared(number(depth / 2), number(depth / 2));
        case 2: return compared(word(depth / 2), word(depth / 2));
        case 3: return compared(amount(depth / 2), amount(depth / 2));
        case 4: return compared(fraction(depth / 2), fraction(depth / 2));
        case 5: return compared(instant(depth / 2), instant(depth / 2));
        case 6: return draw_.one_in(2) ? compared(date(depth / 2), date(depth / 2)) : listed();
        case 7: return matched(word(depth - 1));
        case 8: return contains(word(depth - 1), word(0));
        case 9: return word(depth - 1).is_null() || number(0).is_not_null();
        case 10: return number(depth - 1).between(number(0), number(0));
        case 11: return rows();
        case 12: return stoa::json_value<bool, "b">(document());
        case 13: return !condition(depth - 1);
        case 14: return condition(depth - 1) && condition(depth - 1);
        default: return condition(depth - 1) || condition(depth - 1);
        }
    }

    number_type number(unsigned depth) {
        if (depth == 0) {
            if (with_values_ && draw_.one_in(4)) return stoa::value(std::int64_t{draw_.small(-2, 4)});
            return small() + small();
        }
        --depth;
        switch (draw_.below(20)) {
        case 0: return number(depth) + number(0);
        case 1: return number(depth) - number(0);
        case 2: return number(depth) * small();
        case 3: return number(depth) / number(0);
        case 4: return number(depth) % number(0);
        case 5: return -number(depth);
        case 6: return abs(number(depth));
        case 7: return coalesce(number(depth), number(depth));
        case 8: return nullif(number(depth), number(0));
        case 9: return greatest(number(depth), number(0), number(0));
        case 10: return least(number(depth), number(0));
        case 11: return case_when(condition(depth), number(depth)).otherwise(number(0));
        case 12: return case_when(condition(0), number(depth)).when(condition(0), number(0));
        case 13: return wide(length(word(depth)));
        case 14: return wide(position(word(depth), word(0)));
        case 15: return part_of(instant(depth));
        case 16: return wide(fraction(depth));
        case 17: return wide(any<std::int32_t>(stoa::cast<std::int32_t>(condition(depth))));
        case 18: return in_document();
        default: return wide(any<std::int32_t>(days_between(date(depth), date(0))));
        }
    }

    word_type word(unsigned depth) {
        if (depth == 0) {
            if (with_values_ && draw_.one_in(4)) return stoa::value(draw_.word());
            return any<std::string>(any_column({text}));
        }
        --depth;
        switch (draw_.below(with_values_ ? 15 : 12)) {
        case 0: return lower(word(depth));
        case 1: return upper(word(depth));
        case 2: return draw_.one_in(2) ? word_type(trim(word(depth))) : word_type(rtrim(word(depth), word(0)));
        case 3: return replace(word(depth), word(0), word(0));
        case 4: return concat(word(depth), word(0));
        case 5: return coalesce(word(depth), word(0));
        case 6: return case_when(condition(depth), word(depth)).otherwise(word(0));
        case 7: return stoa::cast<std::string>(number(depth));
        case 8: return stoa::cast<std::string>(any<grade>(any_column({level})));
        case 9: return stoa::json_value<std::string, "t">(document());
        case 10: return substr(word(depth), small(), small());
        case 11: return greatest(word(depth), word(0));
        case 12: return left(word(depth), small());
        case 13: return lpad(right(word(depth), small()), draw_.small(0, 3), word(0));
        default: return repeat(substr(word(depth), draw_.small(1, 3)), draw_.small(0, 2));
        }
    }

    money_type amount(unsigned depth) {
        const any<stoa::decimal<8, 2>> one(any_column({price}));
        if (depth == 0) {
            if (with_values_ && draw_.one_in(4)) return stoa::value(draw_.price<18>());
            return one + one;
        }
        --depth;
        switch (draw_.below(9)) {
        case 0: return amount(depth) - amount(0);
        case 1: return amount(depth) * small();
        case 2: return -amount(depth);
        case 3: return coalesce(amount(depth), amount(0));
        case 4: return least(amount(depth), amount(0));
        case 5: return stoa::round<2>(any<stoa::decimal<18, 4>>(one * any<stoa::decimal<8, 2>>(any_column({price}))));
        case 6: return stoa::cast<money>(any<stoa::decimal<18, 0>>(floor(amount(depth))));
        case 7: return stoa::cast<money>(any<stoa::decimal<18, 1>>(stoa::round<1>(amount(depth))));
        default: return case_when(condition(depth), amount(depth)).otherwise(amount(0));
        }
    }

    fraction_type fraction(unsigned depth) {
        if (depth == 0) {
            if (with_values_ && draw_.one_in(4)) return stoa::value(draw_.real());
            return plain_fraction();
        }
        --depth;
        switch (draw_.below(11)) {
        case 0: return fraction(depth) + fraction(0);
        case 1: return fraction(depth) * plain_fraction();
        case 2: return fraction(depth) / fraction(0);
        case 3: return number(depth) / plain_fraction();
        case 4: return stoa::cast<double>(amount(depth));
        case 5: return stoa::round<1>(fraction(depth));
        case 6: return draw_.one_in(2) ? fraction_type(floor(fraction(depth))) : fraction_type(trunc(fraction(depth)));
        case 7: return sqrt(abs(fraction(depth)));
        case 8: return coalesce(fraction(depth), fraction(0));
        case 9: return stoa::json_value<double, "f">(document());
        default: return amount(depth) / amount(0);
        }
    }

    fraction_type plain_fraction() { return any<double>(any_column({real})); }

    moment_type instant(unsigned depth) {
        using enum stoa::date_unit;
        if (depth == 0) {
            if (with_values_ && draw_.one_in(4)) return stoa::value(draw_.moment());
            return any<stoa::timestamp>(any_column({moment}));
        }
        --depth;
        switch (draw_.below(with_values_ ? 9 : 8)) {
        case 0: return stoa::date_trunc<month>(instant(depth));
        case 1: return stoa::date_trunc<week>(instant(depth));
        case 2: return stoa::date_trunc<hour>(instant(depth));
        case 3: return add_months(instant(depth), small());
        case 4: return add_days(instant(depth), small());
        case 5: return stoa::cast<stoa::timestamp>(date(depth));
        case 6: return coalesce(instant(depth), instant(0));
        case 7: return greatest(instant(depth), instant(0));
        default: return instant(depth) + std::chrono::microseconds(draw_.small(-1, 1));
        }
    }

    day_type date(unsigned depth) {
        if (depth == 0) {
            if (with_values_ && draw_.one_in(4)) return stoa::value(draw_.day());
            return any<stoa::date>(any_column({day}));
        }
        --depth;
        switch (draw_.below(4)) {
        case 0: return stoa::cast<stoa::date>(instant(depth));
        case 1: return add_days(date(depth), small());
        case 2: return add_months(date(depth), small());
        default: return stoa::date_trunc<stoa::date_unit::year>(date(depth));
        }
    }

private:
    column any_column(std::initializer_list<std::size_t> kinds) {
        columns_in_sight found;
        for (const column& each : sight_)
            for (std::size_t kind : kinds)
                if (each.index == kind) found.push_back(each);
        return found[draw_.below(static_cast<unsigned>(found.size()))];
    }

    any<int> small() { return any<int>(any_column({id, a, b})); }
    any<stoa::json_document> document() { return any<stoa::json_document>(any_column({doc})); }

    template <class E>
    static number_type wide(const E& expression) {
        return stoa::cast<std::int64_t>(expression);
    }

    number_type part_of(const moment_type& when) {
        using enum stoa::date_part;
        switch (draw_.below(7)) {
        case 0: return wide(stoa::extract<year>(when));
        case 1: return wide(stoa::extract<month>(when));
        case 2: return wide(stoa::extract<dow>(when));
        case 3: return wide(stoa::extract<week>(when));
        case 4: return wide(stoa::extract<doy>(when));
        case 5: return wide(stoa::extract<microsecond>(when));
        default: return wide(stoa::extract<hour>(when));
        }
    }

    number_type in_document() {
        return draw_.one_in(2) ? number_type(stoa::json_value<std::int64_t, "n">(document()))
                               : number_type(stoa::json_value<std::int64_t, "in", "n">(document()));
    }

    template <class T>
    condition_type compared(const any<T>& left, const any<T>& right) {
        switch (draw_.below(6)) {
        case 0: return left == right;
        case 1: return left != right;
        case 2: return left < right;
        case 3: return left <= right;
        case 4: return left > right;
        default: return left >= right;
        }
    }

    condition_type matched(const word_type& given) {
        if (!with_values_) return ends_with(given, word(0));
        switch (draw_.below(4)) {
        case 0: return given.like(draw_.pattern());
        case 1: return !given.like(draw_.pattern());
        case 2: return ilike(given, draw_.pattern());
        default: return given == draw_.perhaps(draw_.word());
        }
    }

    condition_type listed() {
        if (!with_values_) return any<grade>(any_column({level})) == any<grade>(any_column({level}));
        std::vector<int> numbers;
        std::vector<std::string> words;
        for (unsigned n = draw_.below(4); n != 0; --n) {
            numbers.push_back(draw_.small(-2, 4));
            words.push_back(draw_.word());
        }
        switch (draw_.below(6)) {
        case 0: return small().in(numbers);
        case 1: return small().not_in(numbers);
        case 2: return word(1).in(words);
        case 3: return any<stoa::timestamp>(any_column({moment})).in(std::vector{draw_.moment(), draw_.moment()});
        case 4: return any<grade>(any_column({level})).in(std::vector{grade(draw_.below(3)), grade(draw_.below(3))});
        default: return any<stoa::decimal<8, 2>>(any_column({price})).not_in(std::vector{draw_.price(), draw_.price()});
        }
    }

    condition_type rows() {
        const auto left = stoa::row(small(), word(0));
        if (with_values_ && draw_.one_in(2)) {
            std::vector<std::tuple<int, std::string>> found;
            for (unsigned n = draw_.below(4); n != 0; --n) found.emplace_back(draw_.small(-2, 4), draw_.word());
            return left.in(found);
        }
        const auto right = stoa::row(small(), word(0));
        switch (draw_.below(3)) {
        case 0: return left == right;
        case 1: return left < right;
        default: return left >= right;
        }
    }

    drawing draw_;
    const columns_in_sight& sight_;
    bool with_values_;
};

} // namespace random_queries

#endif
