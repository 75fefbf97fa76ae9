// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTS_COMPLIANCE_CELLS_HPP
#define STOA_TESTS_COMPLIANCE_CELLS_HPP

// A table of one value per row, for any type, and what must hold for its values on every database: they come back
// as they were, a condition finds exactly the rows it means, and they have one order.

#include "databases.hpp"

#include <algorithm>
#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace cells {

template <class T>
struct cell {
    std::int64_t id;
    T value;
};

template <class T>
inline constexpr auto id = stoa::col<&cell<T>::id>;

template <class T>
inline constexpr auto value = stoa::col<&cell<T>::value>;

using ids = std::vector<std::int64_t>;

/// Equal to the last bit, which for floating point is more than ==.
template <class T>
bool same(const T& a, const T& b) {
    if constexpr (stoa::is_optional<T>)
        return a.has_value() == b.has_value() && (!a.has_value() || same(*a, *b));
    else if constexpr (std::same_as<T, double>)
        return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
    else if constexpr (std::same_as<T, float>)
        return std::bit_cast<std::uint32_t>(a) == std::bit_cast<std::uint32_t>(b);
    else
        return a == b;
}

/// The table with `values` in rows 1, 2, 3, …, stored from both ends inwards, so that no order comes for free.
template <class T>
void fill(stoa::database& db, const std::vector<T>& values) {
    db.create<stoa::schema<cell<T>>>();
    db.transaction([&] {
        for (std::size_t low = 0, high = values.size(); low < high; ++low) {
            --high;
            db.insert(cell<T>{static_cast<std::int64_t>(high + 1), values[high]});
            if (low < high) db.insert(cell<T>{static_cast<std::int64_t>(low + 1), values[low]});
        }
    });
}

/// The rows a condition selects, by their number.
template <class T, class Condition>
ids rows_where(stoa::database& db, const Condition& condition) {
    return db.all(stoa::from<cell<T>>().where(condition).order_by(id<T>).select(id<T>));
}

/// The rows whose values in C++ satisfy `wanted`.
template <class T, class Wanted>
ids rows_with(const std::vector<T>& values, Wanted wanted) {
    ids found;
    for (std::size_t i = 0; i != values.size(); ++i)
        if (wanted(values[i])) found.push_back(static_cast<std::int64_t>(i + 1));
    return found;
}

/// The rows hold exactly these values, read one by one and all together.
template <class T>
void expect_rows(stoa::database& db, const std::vector<T>& values) {
    const std::vector<cell<T>> all = db.all(stoa::from<cell<T>>().order_by(id<T>));
    ASSERT_EQ(all.size(), values.size());
    for (std::size_t i = 0; i != values.size(); ++i) {
        SCOPED_TRACE("row " + std::to_string(i + 1));
        EXPECT_EQ(all[i].id, static_cast<std::int64_t>(i + 1));
        EXPECT_TRUE(same<T>(all[i].value, values[i]));
        const std::optional<cell<T>> found = db.find<cell<T>>(all[i].id);
        ASSERT_TRUE(found);
        EXPECT_TRUE(same<T>(found->value, values[i]));
    }
}

/// Each row can be given the value of the next one. The table is filled.
template <class T>
void expect_updated(stoa::database& db, std::vector<T> values) {
    std::rotate(values.begin(), values.begin() + 1, values.end());
    for (std::size_t i = 0; i != values.size(); ++i)
        EXPECT_TRUE(db.update(cell<T>{static_cast<std::int64_t>(i + 1), values[i]}));
    expect_rows(db, values);
}

/// Values come back as they were stored, by insert and by update.
template <class T>
void expect_kept(stoa::database& db, const std::vector<T>& values) {
    fill(db, values);
    expect_rows(db, values);
    expect_updated(db, values);
}

/// Conditions of equality select what they would in C++. The table is filled.
template <class T>
void expect_found(stoa::database& db, const std::vector<T>& values) {
    for (std::size_t i = 0; i != values.size(); ++i) {
        SCOPED_TRACE("value " + std::to_string(i + 1));
        const T& each = values[i];
        const std::vector<T> pair{each, values[(i + 1) % values.size()]};
        EXPECT_EQ(rows_where<T>(db, value<T> == each), rows_with(values, [&](const T& v) { return v == each; }));
        EXPECT_EQ(rows_where<T>(db, value<T> != each), rows_with(values, [&](const T& v) { return v != each; }));
        EXPECT_EQ(rows_where<T>(db, value<T>.in(pair)),
                  rows_with(values, [&](const T& v) { return v == pair[0] || v == pair[1]; }));
    }
    EXPECT_EQ(rows_where<T>(db, value<T>.in(values)).size(), values.size());
    EXPECT_TRUE(rows_where<T>(db, value<T>.not_in(values)).empty());
    EXPECT_TRUE(rows_where<T>(db, value<T>.in(std::vector<T>{})).empty());
    EXPECT_EQ(rows_where<T>(db, value<T>.not_in(std::vector<T>{})).size(), values.size());
}

/// `ascending` is in its order in C++, each value larger than the one before; the database agrees. The table is filled.
template <class T>
void expect_ordered(stoa::database& db, const std::vector<T>& ascending) {
    for (std::size_t i = 0; i != ascending.size(); ++i) {
        SCOPED_TRACE("value " + std::to_string(i + 1));
        const T& each = ascending[i];
        const T& next = ascending[std::min(i + 1, ascending.size() - 1)];
        EXPECT_TRUE(i == 0 || ascending[i - 1] < each);
        EXPECT_EQ(rows_where<T>(db, value<T> < each).size(), i);
        EXPECT_EQ(rows_where<T>(db, value<T> <= each).size(), i + 1);
        EXPECT_EQ(rows_where<T>(db, value<T> > each).size(), ascending.size() - i - 1);
        EXPECT_EQ(rows_where<T>(db, value<T> >= each).size(), ascending.size() - i);
        EXPECT_EQ(rows_where<T>(db, value<T>.between(each, next)),
                  rows_with(ascending, [&](const T& v) { return each <= v && v <= next; }));
    }
}

/// Ascending and descending, the rows come in these orders. The table is filled.
template <class T>
void expect_sorted(stoa::database& db, const ids& ascending, const ids& descending) {
    EXPECT_EQ(db.all(stoa::from<cell<T>>().order_by(value<T>, id<T>).select(id<T>)), ascending);
    EXPECT_EQ(db.all(stoa::from<cell<T>>().order_by(stoa::desc(value<T>), id<T>).select(id<T>)), descending);
}

/// All of the above that holds for values in their order.
template <class T>
void expect_ordered_type(stoa::database& db, const std::vector<T>& ascending) {
    fill(db, ascending);
    expect_rows(db, ascending);
    expect_found(db, ascending);
    expect_ordered(db, ascending);
    ids rows;
    for (std::size_t i = 0; i != ascending.size(); ++i) rows.push_back(static_cast<std::int64_t>(i + 1));
    expect_sorted<T>(db, rows, ids(rows.rbegin(), rows.rend()));
    expect_updated(db, ascending);
}

/// A nullable column keeps apart NULL and two values, the first of them smaller.
template <class T>
void expect_nullable(stoa::database& db, const T& small, const T& large) {
    using field = std::optional<T>;
    const std::vector<field> values{large, std::nullopt, small, std::nullopt};
    expect_kept(db, values); // and turns the rows by one: NULL, small, NULL, large
    EXPECT_EQ(rows_where<field>(db, value<field> == std::nullopt), (ids{1, 3}));
    EXPECT_EQ(rows_where<field>(db, value<field> == field{}), (ids{1, 3}));
    EXPECT_EQ(rows_where<field>(db, value<field> == field{small}), (ids{2}));
    EXPECT_EQ(rows_where<field>(db, value<field> != field{small}), (ids{1, 3, 4}));
    EXPECT_EQ(rows_where<field>(db, value<field> == large), (ids{4}));
    EXPECT_EQ(rows_where<field>(db, value<field> != large), (ids{2}));
    EXPECT_EQ(rows_where<field>(db, value<field>.is_null()), (ids{1, 3}));
    EXPECT_EQ(rows_where<field>(db, value<field>.is_not_null()), (ids{2, 4}));
    EXPECT_EQ(rows_where<field>(db, value<field>.in(std::vector<T>{large})), (ids{4}));
    EXPECT_EQ(rows_where<field>(db, value<field>.not_in(std::vector<T>{large})), (ids{2}));
    db.execute(stoa::update<cell<field>>().set(value<field> = std::nullopt).where(id<field> == 4));
    db.execute(stoa::update<cell<field>>().set(value<field> = large).where(id<field> == 1));
    expect_rows<field>(db, {large, small, std::nullopt, std::nullopt});
}

/// The same of a type with an order: NULL is larger than every value.
template <class T>
void expect_nullable_ordered(stoa::database& db, const T& small, const T& large) {
    using field = std::optional<T>;
    expect_nullable(db, small, large);
    expect_sorted<field>(db, {2, 1, 3, 4}, {3, 4, 1, 2});
    EXPECT_EQ(rows_where<field>(db, value<field> <= large), (ids{1, 2}));
    EXPECT_EQ(rows_where<field>(db, value<field> > small), (ids{1}));
}

} // namespace cells

#endif
