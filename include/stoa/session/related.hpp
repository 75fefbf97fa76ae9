// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_SESSION_RELATED_HPP
#define STOA_SESSION_RELATED_HPP

// Records together with those they are related to; session/load_related.hpp fills them.

#include "stoa/query/relation.hpp"

#include <concepts>
#include <cstddef>
#include <memory>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace stoa {

namespace detail {

template <class Record, class Column, std::size_t Found>
struct require_loaded {
    static_assert(Found != 0, "stoa[E294]: these records were not loaded. Name their relation where the query runs: "
                              "db.all(query, with<…>).");
    static_assert(Found < 2, "stoa[E294]: both ends of this foreign key were loaded, or one of them twice. Say which: "
                             "get<parent<…>>() or get<children<…>>().");
    static constexpr bool value = Found == 1;
};

} // namespace detail

/// A record and what was loaded along with it, to be taken apart as `auto& [record, first, second]` in the order in
/// which the relations were named. `get<&book::author_id>()` gives, where it leads to
///   children: a std::vector of them, empty where there are none;
///   a parent: a const reference; rows with the same parent share it;
///   a parent that can be missing (an optional key, or `where`): a std::shared_ptr<const …>, empty without one.
/// Related records are plain records, or `related` ones where they have relations themselves.
template <class Record, class... Loaded>
class related {
public:
    Record record;

    explicit related(Record given) : record(std::move(given)) {}

    /// What a relation has loaded, by the column of its foreign key: `get<&book::author_id>()`, or where both ends were
    /// loaded `get<children<&employee::boss_id>>()`. `get<0>()` is the record, `get<1>()` what was named first.
    template <auto Which>
    decltype(auto) get() & {
        if constexpr (place_of<Which>() == 0)
            return (record);
        else
            return (std::get<place_of<Which>() - 1>(loaded_).value());
    }
    template <auto Which>
    decltype(auto) get() const& {
        if constexpr (place_of<Which>() == 0)
            return (record);
        else
            return (std::get<place_of<Which>() - 1>(loaded_).value());
    }
    /// Of a temporary: by value.
    template <auto Which>
    auto get() && {
        if constexpr (place_of<Which>() == 0)
            return std::move(record);
        else
            return std::get<place_of<Which>() - 1>(std::move(loaded_)).value();
    }

    /// Where the loaded records of a relation are kept; for the loading.
    template <std::size_t Relation>
    auto& slot() noexcept {
        return std::get<Relation>(loaded_);
    }

private:
    template <auto Which>
    static consteval std::size_t place_of() {
        using given = std::remove_cv_t<decltype(Which)>;
        if constexpr (std::integral<given>) {
            return static_cast<std::size_t>(Which);
        } else {
            using column = detail::named_column_t<Which>;
            constexpr relation_end end = [] {
                if constexpr (relation_item<given>)
                    return given::end;
                else
                    return relation_end::other;
            }();
            constexpr auto is_meant = []<class Each>(std::type_identity<Each>) {
                return std::same_as<typename Each::column, column> && (end == relation_end::other || end == Each::end);
            };
            constexpr std::size_t found = (std::size_t{0} + ... + is_meant(std::type_identity<Loaded>{}));
            static_assert(detail::require_loaded<Record, column, found>::value);
            std::size_t place = 0, n = 0;
            ((++n, is_meant(std::type_identity<Loaded>{}) ? void(place = n) : void()), ...);
            return place;
        }
    }

    std::tuple<Loaded...> loaded_;
};

namespace detail {

template <class Column, class Row>
struct loaded_children {
    using column = Column;
    static constexpr relation_end end = relation_end::children;
    using value_type = std::vector<Row>;

    std::vector<Row> rows;

    std::vector<Row>& value() & { return rows; }
    const std::vector<Row>& value() const& { return rows; }
    std::vector<Row> value() && { return std::move(rows); }
};

template <class Column, class Row>
struct loaded_parent {
    using column = Column;
    static constexpr relation_end end = relation_end::parent;
    using value_type = const Row;

    std::shared_ptr<const Row> row;

    const Row& value() const& { return *row; }
    Row value() && { return *row; }
};

template <class Column, class Row>
struct loaded_parent_if_any {
    using column = Column;
    static constexpr relation_end end = relation_end::parent;
    using value_type = const std::shared_ptr<const Row>;

    std::shared_ptr<const Row> row;

    const std::shared_ptr<const Row>& value() const& { return row; }
    std::shared_ptr<const Row> value() && { return std::move(row); }
};

template <class Record, class Relation>
struct loaded_by;

/// A record with these relations: itself where there are none.
template <class Record, class Relations>
struct related_row {
    using type = Record;
};

template <class Record, class... Relations>
struct related_row<Record, std::tuple<Relations...>> {
    using type = related<Record, typename loaded_by<Record, Relations>::type...>;
};

/// What a relation of `Record` is loaded into.
template <class Record, class Relation>
struct loaded_by {
    using link = relation_link<Record, Relation>;
    using row = typename related_row<typename link::record, std::remove_cv_t<decltype(Relation::nested)>>::type;
    static constexpr bool can_be_missing =
        can_be_null<typename link::near> || !std::same_as<std::remove_cv_t<decltype(Relation::condition)>, nothing>;
    using parent = std::conditional_t<can_be_missing, loaded_parent_if_any<typename link::column, row>,
                                      loaded_parent<typename link::column, row>>;
    using type = std::conditional_t<link::leads_to_parent, parent, loaded_children<typename link::column, row>>;
};

} // namespace detail

/// What a record becomes that is loaded with relations, each given by its type.
/// Example: using shelf = stoa::related_t<author, decltype(with<&book::author_id>)>;
template <class Record, relation_item... Relations>
using related_t = typename detail::related_row<Record, std::tuple<Relations...>>::type;

} // namespace stoa

template <class Record, class... Loaded>
struct std::tuple_size<stoa::related<Record, Loaded...>> : std::integral_constant<std::size_t, 1 + sizeof...(Loaded)> {
};

template <std::size_t I, class Record, class... Loaded>
struct std::tuple_element<I, stoa::related<Record, Loaded...>> {
    using type = typename std::tuple_element_t<I - 1, std::tuple<Loaded...>>::value_type;
};

template <class Record, class... Loaded>
struct std::tuple_element<0, stoa::related<Record, Loaded...>> {
    using type = Record;
};

#endif
