// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DRIVER_SQLITE_DETAIL_AGGREGATE_FUNCTIONS_HPP
#define STOA_DRIVER_SQLITE_DETAIL_AGGREGATE_FUNCTIONS_HPP

// Aggregates that SQLite 3.39 does not have:
//   stoa_var_samp(x), stoa_var_pop(x), stoa_stddev_samp(x), stoa_stddev_pop(x)
//   stoa_string_agg(text, separator, order, keys…)   sorted by the keys, `a` or `d` for each in `order`, then by the
//                                                     text; `u`: only different texts
// Rows with NULL for the first argument are left out; nothing gives NULL.

#include <sqlite3.h>

#include <algorithm>
#include <cmath>
#include <compare>
#include <cstdint>
#include <memory>
#include <new>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace stoa::sqlite::detail {

/// What is kept of the values so far, by the method of Youngs and Cramer, step by step as PostgreSQL does it
/// (src/backend/utils/adt/float.c, float8_accum), so that equal rows give equal digits.
struct moments {
    double count;
    double sum;
    double squares;
};

inline void moments_step(sqlite3_context* context, int, sqlite3_value** arguments) {
    if (sqlite3_value_type(arguments[0]) == SQLITE_NULL) return;
    auto* const kept = static_cast<moments*>(sqlite3_aggregate_context(context, sizeof(moments)));
    if (kept == nullptr) {
        sqlite3_result_error_nomem(context);
        return;
    }
    const double value = sqlite3_value_double(arguments[0]);
    const double before = kept->count;
    kept->count += 1;
    kept->sum += value;
    if (before > 0) {
        const double distance = value * kept->count - kept->sum;
        kept->squares += distance * distance / (kept->count * before);
    }
}

template <bool Sample, bool Root>
void moments_result(sqlite3_context* context) {
    const auto* const kept = static_cast<const moments*>(sqlite3_aggregate_context(context, 0));
    const double divisor = kept == nullptr ? 0 : kept->count - (Sample ? 1 : 0);
    if (divisor <= 0) return;
    const double variance = kept->squares / divisor;
    sqlite3_result_double(context, Root ? std::sqrt(variance) : variance);
}

/// A value to sort by. The kinds are in this order where they meet, so that NULL is the largest.
struct null_key {
    friend std::partial_ordering operator<=>(null_key, null_key) { return std::partial_ordering::equivalent; }
};
using sort_key = std::variant<std::int64_t, double, std::string, null_key>;

inline std::string text_of(sqlite3_value* value) {
    // First the text, then its size: https://sqlite.org/c3ref/column_blob.html says why.
    const void* const data = sqlite3_value_blob(value);
    return {static_cast<const char*>(data), data == nullptr ? 0 : static_cast<std::size_t>(sqlite3_value_bytes(value))};
}

inline sort_key key_of(sqlite3_value* value) {
    switch (sqlite3_value_type(value)) {
    case SQLITE_INTEGER: return sqlite3_value_int64(value);
    case SQLITE_FLOAT: return sqlite3_value_double(value);
    case SQLITE_NULL: return null_key{};
    default: return text_of(value);
    }
}

struct sorted_text {
    std::string text;
    std::vector<sort_key> keys;
};

struct joined_texts {
    std::string order;
    std::string separator;
    std::vector<sorted_text> rows;

    bool comes_before(const sorted_text& a, const sorted_text& b) const {
        for (std::size_t n = 0; n != a.keys.size(); ++n) {
            // A capital letter moves NULL, which is the largest otherwise, to the other end.
            const bool descending = order[n] == 'd' || order[n] == 'D';
            const bool null_first = order[n] == 'd' || order[n] == 'A';
            const bool a_is_null = std::holds_alternative<null_key>(a.keys[n]);
            if (a_is_null != std::holds_alternative<null_key>(b.keys[n])) return a_is_null == null_first;
            if (a.keys[n] < b.keys[n]) return !descending;
            if (b.keys[n] < a.keys[n]) return descending;
        }
        return a.text < b.text;
    }

    std::string join() {
        std::sort(rows.begin(), rows.end(),
                  [this](const sorted_text& a, const sorted_text& b) { return comes_before(a, b); });
        const bool different = order == "u";
        std::string all;
        for (std::size_t n = 0; n != rows.size(); ++n) {
            if (n != 0 && different && rows[n].text == rows[n - 1].text) continue;
            if (n != 0) all += separator;
            all += rows[n].text;
        }
        return all;
    }
};

/// SQLite keeps a pointer; the result, which is always asked for, gives the texts back.
inline void text_step(sqlite3_context* context, int count, sqlite3_value** arguments) {
    if (count < 3 || sqlite3_value_type(arguments[0]) == SQLITE_NULL) return;
    auto** const kept = static_cast<joined_texts**>(sqlite3_aggregate_context(context, sizeof(joined_texts*)));
    try {
        if (kept == nullptr) throw std::bad_alloc();
        if (*kept == nullptr) *kept = new joined_texts{text_of(arguments[2]), text_of(arguments[1]), {}};
        sorted_text row{text_of(arguments[0]), {}};
        for (int n = 3; n != count; ++n) row.keys.push_back(key_of(arguments[n]));
        (*kept)->rows.push_back(std::move(row));
    } catch (const std::bad_alloc&) {
        sqlite3_result_error_nomem(context);
    }
}

inline void text_result(sqlite3_context* context) {
    auto** const kept = static_cast<joined_texts**>(sqlite3_aggregate_context(context, 0));
    if (kept == nullptr || *kept == nullptr) return;
    const std::unique_ptr<joined_texts> texts(*kept);
    *kept = nullptr;
    try {
        const std::string all = texts->join();
        sqlite3_result_text64(context, all.data(), all.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    } catch (const std::bad_alloc&) {
        sqlite3_result_error_nomem(context);
    }
}

} // namespace stoa::sqlite::detail

#endif
