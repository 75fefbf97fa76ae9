// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_BENCHMARKS_TPCH_ANSWER_HPP
#define STOA_BENCHMARKS_TPCH_ANSWER_HPP

// What a query found, as text: a line for each row, with tabs between values.

#include <stoa/stoa.hpp>

#include <charconv>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <tuple>

namespace tpch {

struct answer {
    std::size_t rows = 0;
    std::string text;
};

namespace detail {

inline void append(std::string& line, const std::string& text) {
    line += text;
}

/// The shortest text that is read as the same number.
template <class Number>
    requires std::integral<Number> || std::floating_point<Number>
void append(std::string& line, Number value) {
    char digits[32];
    const auto written = std::to_chars(digits, digits + sizeof digits, value);
    line.append(digits, written.ptr);
}

template <int P, int S>
void append(std::string& line, stoa::decimal<P, S> value) {
    line += to_string(value);
}

inline void append(std::string& line, stoa::date day) {
    const auto text = stoa::iso_text(stoa::to_native(day));
    line.append(text.data(), text.size());
}

inline void append(std::string& line, const stoa::json_document& document) {
    line += document.text();
}

/// NULL is written as psql and COPY write it when asked to, since an empty text is something else.
template <class Value>
void append(std::string& line, const std::optional<Value>& value) {
    if (value)
        append(line, *value);
    else
        line += "\\N";
}

template <class First, class... Rest>
void append(std::string& line, const std::tuple<First, Rest...>& row) {
    std::apply(
        [&](const First& first, const Rest&... rest) {
            append(line, first);
            ((line += '\t', append(line, rest)), ...);
        },
        row);
}

} // namespace detail

/// Runs a query.
template <class Query>
answer ask(stoa::database& db, const Query& query) {
    answer found;
    for (const auto& row : db.stream(query)) {
        detail::append(found.text, row);
        found.text += '\n';
        ++found.rows;
    }
    return found;
}

} // namespace tpch

#endif
