// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_SESSION_FIND_MANY_HPP
#define STOA_SESSION_FIND_MANY_HPP

// Rows by many keys at once, in the order of the keys.

#include "stoa/query/select.hpp"
#include "stoa/session/key_places.hpp"
#include "stoa/session/record_operations.hpp"

#include <cstddef>
#include <iterator>
#include <optional>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace stoa::detail {

/// The columns of the primary key, in its order.
template <class Record, class Places = std::make_index_sequence<table_of<Record>().primary_key.size()>>
struct key_columns;

template <class Record, std::size_t... N>
struct key_columns<Record, std::index_sequence<N...>> {
    using type = columns<column_of<Record, table_of<Record>().primary_key[N]>...>;
};

template <class Key>
concept tuple_like = requires { std::tuple_size<Key>::value; };

template <class Record, class Key>
struct require_key : require_key_values<Record, Key> {};

template <class Record, class... Values>
struct require_key<Record, std::tuple<Values...>> : require_key_values<Record, Values...> {};

template <class Record, class First, class Second>
struct require_key<Record, std::pair<First, Second>> : require_key_values<Record, First, Second> {};

/// Calls `use(values...)` with the values of a key, in the types of the columns.
template <class... Columns, class Key, class Use>
decltype(auto) with_key_values(columns<Columns...>, const Key& key, Use use) {
    if constexpr (tuple_like<Key>)
        return [&]<std::size_t... I>(std::index_sequence<I...>) {
            return use(key_value<typename Columns::value_type>(std::get<I>(key))...);
        }(std::index_sequence_for<Columns...>{});
    else
        return use(key_value<typename Columns::value_type>(key)...);
}

/// See `session::find_many`.
template <class Record, class Session, class Keys>
std::vector<std::optional<Record>> find_many(Session& db, const Keys& given) {
    std::vector<std::optional<Record>> found;
    using key_type = std::remove_cvref_t<decltype(*std::begin(given))>;
    if constexpr (require_key<Record, key_type>::value) {
        using key_columns_type = typename key_columns<Record>::type;
        constexpr key_columns_type key{};
        key_places<key_columns_type> keys;
        for (const auto& each : given)
            with_key_values(key, each, [&](const auto&... values) { keys.add_values(values...); });
        found.resize(keys.size());
        if (found.empty()) return found;
        keys.sort();
        std::vector<Record> rows = db.all(from<Record>().where(is_one_of(key, keys.lists())));
        std::vector<Record*> row_of(keys.size());
        for (Record& row : rows)
            if (const std::size_t place = keys.find(key, row); place < row_of.size()) row_of[place] = &row;
        std::vector<const std::optional<Record>*> answer_for(keys.size()); // whose record a repeated key gets a copy of
        std::size_t n = 0;
        for (const auto& each : given) {
            const std::size_t place =
                with_key_values(key, each, [&](const auto&... values) { return keys.find_values(values...); });
            if (answer_for[place] != nullptr) {
                found[n] = *answer_for[place];
            } else if (row_of[place] != nullptr) {
                found[n] = std::move(*row_of[place]);
                answer_for[place] = &found[n];
            }
            ++n;
        }
    }
    return found;
}

} // namespace stoa::detail

#endif
