// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_SESSION_KEY_PLACES_HPP
#define STOA_SESSION_KEY_PLACES_HPP

// The keys by which rows are asked for, all in one statement, and which of them a row has that came back.

#include "stoa/core/list_view.hpp"
#include "stoa/core/pack.hpp"
#include "stoa/expression/list.hpp"
#include "stoa/query/relation.hpp"
#include "stoa/types/columns.hpp"

#include <algorithm>
#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace stoa::detail {

/// Keys in the form in which they are bound, each once and in order, so that a key has a place.
template <class Columns>
class key_places;

template <class... Columns>
class key_places<columns<Columns...>> {
public:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    /// Adds the key that a record has in `Of`, unless it is NULL, or one of its columns is.
    template <class... Of, class Record>
    void add(columns<Of...> key, const Record& record) {
        if (!has_null(key, record)) keys_.push_back(key_of(key, record));
    }

    void sort() {
        std::sort(keys_.begin(), keys_.end());
        keys_.erase(std::unique(keys_.begin(), keys_.end()), keys_.end());
    }

    /// The same of a key given by its values, which are of the columns' own types.
    void add_values(const typename Columns::value_type&... values) { keys_.emplace_back(element_of(values)...); }

    std::size_t find_values(const typename Columns::value_type&... values) const {
        return place_of(key_type(element_of(values)...));
    }

    /// `none` for NULL, and for a key that was not added.
    template <class... Of, class Record>
    std::size_t find(columns<Of...> key, const Record& record) const {
        if (has_null(key, record)) return none;
        return place_of(key_of(key, record));
    }

    std::size_t size() const noexcept { return keys_.size(); }

    key_lists_t<columns<Columns...>> lists() const {
        if constexpr (sizeof...(Columns) == 1) {
            list_literal<typename Columns::value_type...> all(list_view<const typename Columns::value_type...>{});
            for (const auto& key : keys_) all.values.push_back(std::get<0>(key));
            return all;
        } else {
            row_lists<typename Columns::value_type...> all(
                list_view<const std::tuple<typename Columns::value_type...>>{});
            for (const auto& key : keys_)
                [&]<std::size_t... I>(std::index_sequence<I...>) {
                    (get<I>(all.lists).values.push_back(std::get<I>(key)), ...);
                }(std::index_sequence_for<Columns...>{});
            return all;
        }
    }

private:
    using key_type = std::tuple<list_element_t<typename Columns::value_type>...>;

    template <class Field>
    static bool is_null(const Field& field) {
        if constexpr (is_optional<Field>)
            return !field.has_value();
        else
            return false;
    }

    template <class Field>
    static auto element_of(const Field& field) {
        if constexpr (is_optional<Field>)
            return to_list_element(*field);
        else
            return to_list_element(field);
    }

    template <class... Of, class Record>
    static bool has_null(columns<Of...>, const Record& record) {
        return (is_null(column_field<Of::index>(record)) || ...);
    }

    template <class... Of, class Record>
    static key_type key_of(columns<Of...>, const Record& record) {
        return key_type(element_of(column_field<Of::index>(record))...);
    }

    std::size_t place_of(const key_type& wanted) const {
        const auto found = std::lower_bound(keys_.begin(), keys_.end(), wanted);
        return found == keys_.end() || *found != wanted ? none : static_cast<std::size_t>(found - keys_.begin());
    }

    std::vector<key_type> keys_;
};

} // namespace stoa::detail

#endif
