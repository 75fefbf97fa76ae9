// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_SESSION_RELATED_HPP
#define STOA_SESSION_RELATED_HPP

// Records together with those they are related to, and how these are loaded: one statement per relation, for the keys
// of all rows at once.

#include "stoa/core/error.hpp"
#include "stoa/expression/list.hpp"
#include "stoa/query/relation.hpp"
#include "stoa/types/columns.hpp"

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <memory>
#include <span>
#include <string>
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
        link::near::nullable || !std::same_as<std::remove_cv_t<decltype(Relation::condition)>, nothing>;
    using parent = std::conditional_t<can_be_missing, loaded_parent_if_any<typename link::owner, row>,
                                      loaded_parent<typename link::owner, row>>;
    using type = std::conditional_t<link::leads_to_parent, parent, loaded_children<typename link::owner, row>>;
};

} // namespace detail

/// What a record becomes that is loaded with relations, each given by its type.
/// Example: using shelf = stoa::related_t<author, decltype(with<&book::author_id>)>;
template <class Record, relation_item... Relations>
using related_t = typename detail::related_row<Record, std::tuple<Relations...>>::type;

namespace detail {

/// The value of a record's column.
template <class Column, class Record>
const auto& field_of_column(const Record& record) {
    const column_field_t<Record, Column::index>* found = nullptr;
    for_each_column(record, [&]<std::size_t I>(std::integral_constant<std::size_t, I>, const auto& field) {
        if constexpr (I == Column::index) found = &field;
    });
    return *found;
}

/// Keys in the form in which they are bound, each once and in order, so that a key has a place.
template <class T>
class key_places {
public:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    template <class Field>
    void add(const Field& field) {
        if constexpr (is_optional<Field>) {
            if (field) add(*field);
        } else {
            keys_.push_back(to_list_element<T>(field));
        }
    }

    void sort() {
        std::sort(keys_.begin(), keys_.end());
        keys_.erase(std::unique(keys_.begin(), keys_.end()), keys_.end());
    }

    /// `none` for NULL, and for a key that was not added.
    template <class Field>
    std::size_t find(const Field& field) const {
        if constexpr (is_optional<Field>) {
            return field ? find(*field) : none;
        } else {
            const auto wanted = to_list_element<T>(field);
            const auto found = std::lower_bound(keys_.begin(), keys_.end(), wanted);
            return found == keys_.end() || *found != wanted ? none : static_cast<std::size_t>(found - keys_.begin());
        }
    }

    std::size_t size() const noexcept { return keys_.size(); }

    list_literal<T> list() const {
        list_literal<T> all(std::span<const T>{});
        all.values = keys_;
        return all;
    }

private:
    std::vector<list_element_t<T>> keys_;
};

[[noreturn]] inline void raise_missing_parent(const table_def& owner, std::size_t column, const table_def& parent) {
    raise(errc::no_rows, "a row of \"" + std::string(parent.name) + "\" that \"" + std::string(owner.name) + "\".\"" +
                             std::string(owner.columns[column].name) +
                             "\" references is not there, such as one that was deleted between the two statements. "
                             "Load in transaction(isolation::snapshot, …), where nothing changes in between.");
}

/// Gives every row its parent. Without `AllThere` some were not asked for.
template <std::size_t N, class Link, bool AllThere, class Rows, class Related>
void share_parents(Rows& rows, const std::vector<std::size_t>& places, std::vector<Related> parents,
                   const std::vector<std::size_t>& places_of_parents, std::size_t keys) {
    std::vector<std::shared_ptr<const Related>> by_key(keys);
    for (std::size_t i = 0; i != parents.size(); ++i)
        if (const std::size_t place = places_of_parents[i]; place < keys)
            by_key[place] = std::make_shared<const Related>(std::move(parents[i]));
    for (std::size_t i = 0; i != rows.size(); ++i) {
        if (places[i] >= keys) continue;
        if (AllThere && by_key[places[i]] == nullptr)
            raise_missing_parent(table_of<typename Link::near::record_type>(), Link::near::index,
                                 table_of<typename Link::record>());
        rows[i].template slot<N>().row = by_key[places[i]];
    }
}

/// Gives every row its children. A record that stands in several rows of the query gives its children to each.
template <std::size_t N, class Rows, class Related>
void hand_out_children(Rows& rows, const std::vector<std::size_t>& places, std::vector<Related> children,
                       const std::vector<std::size_t>& places_of_children, std::size_t keys) {
    std::vector<std::vector<Related>> by_key(keys);
    for (std::size_t i = 0; i != children.size(); ++i)
        if (const std::size_t place = places_of_children[i]; place < keys)
            by_key[place].push_back(std::move(children[i]));
    std::vector<std::size_t> last(keys);
    for (std::size_t i = 0; i != rows.size(); ++i)
        if (places[i] < keys) last[places[i]] = i;
    for (std::size_t i = 0; i != rows.size(); ++i) {
        const std::size_t place = places[i];
        if (place >= keys) continue;
        if (last[place] == i)
            rows[i].template slot<N>().rows = std::move(by_key[place]);
        else
            rows[i].template slot<N>().rows = by_key[place];
    }
}

template <class Session, class Record, class... Relations>
std::vector<related_t<Record, Relations...>> load_related(Session& db, std::vector<Record> records,
                                                          const Relations&... relations);

/// Loads relation `N` of all rows.
template <std::size_t N, class Record, class Session, class Rows, class Relation>
void load_relation(Session& db, Rows& rows, const Relation& relation) {
    using link = relation_link<Record, Relation>;
    using far = typename link::far;
    key_places<typename link::key_type> keys;
    for (const auto& row : rows) keys.add(field_of_column<typename link::near>(row.record));
    keys.sort();
    if (keys.size() == 0) return;
    auto records = db.all(related_query<Record>(relation, keys.list()));
    std::vector<std::size_t> places;
    std::vector<std::size_t> far_places;
    for (const auto& row : rows) places.push_back(keys.find(field_of_column<typename link::near>(row.record)));
    for (const auto& record : records) far_places.push_back(keys.find(field_of_column<far>(record)));
    const auto hand_out = [&](auto related) {
        if constexpr (link::leads_to_parent)
            share_parents<N, link, std::same_as<decltype(relation.condition), nothing>>(
                rows, places, std::move(related), far_places, keys.size());
        else
            hand_out_children<N>(rows, places, std::move(related), far_places, keys.size());
    };
    if constexpr (std::same_as<std::remove_cv_t<decltype(relation.nested)>, nothing>)
        hand_out(std::move(records));
    else
        hand_out(std::apply([&](const auto&... each) { return load_related(db, std::move(records), each...); },
                            relation.nested));
}

/// The records with what they are related to, one statement for each relation of each level.
template <class Session, class Record, class... Relations>
std::vector<related_t<Record, Relations...>> load_related(Session& db, std::vector<Record> records,
                                                          const Relations&... relations) {
    std::vector<related_t<Record, Relations...>> rows;
    rows.reserve(records.size());
    for (Record& record : records) rows.emplace_back(std::move(record));
    [&]<std::size_t... N>(std::index_sequence<N...>) {
        (load_relation<N, Record>(db, rows, relations), ...);
    }(std::index_sequence_for<Relations...>{});
    return rows;
}

/// One record with what it is related to.
template <class Session, class Record, class... Relations>
related_t<Record, Relations...> load_related_to(Session& db, Record record, const Relations&... relations) {
    std::vector<Record> records;
    records.push_back(std::move(record));
    return std::move(load_related(db, std::move(records), relations...).front());
}

template <class Query>
struct require_rows_together {
    static_assert(
        !requires { typename Query::selection; },
        "stoa[E295]: related records are found by the keys of all rows at once, and a stream has one row at a "
        "time. Use all(), in pages of limit() and offset() if there are too many, or join the tables.");
    static constexpr bool value = true;
};

} // namespace detail
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
