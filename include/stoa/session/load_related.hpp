// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_SESSION_LOAD_RELATED_HPP
#define STOA_SESSION_LOAD_RELATED_HPP

// How related records are loaded: one statement per relation, for the keys of all rows at once.

#include "stoa/core/error.hpp"
#include "stoa/query/relation.hpp"
#include "stoa/session/key_places.hpp"
#include "stoa/session/related.hpp"

#include <concepts>
#include <cstddef>
#include <memory>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace stoa::detail {

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
            raise_missing_parent(table_of<typename Link::owner_record>(), Link::column::index,
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
    using near = typename link::near;
    using far = typename link::far;
    key_places<far> keys;
    for (const auto& row : rows) keys.add(near{}, row.record);
    keys.sort();
    if (keys.size() == 0) return;
    auto records = db.all(related_query<Record>(relation, keys.lists()));
    std::vector<std::size_t> places;
    std::vector<std::size_t> far_places;
    for (const auto& row : rows) places.push_back(keys.find(near{}, row.record));
    for (const auto& record : records) far_places.push_back(keys.find(far{}, record));
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

} // namespace stoa::detail

#endif
