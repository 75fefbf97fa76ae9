// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTING_RECORD_MAKER_HPP
#define STOA_TESTING_RECORD_MAKER_HPP

// Records with random values that their tables accept.

#include "stoa/core/error.hpp"
#include "stoa/schema/table.hpp"
#include "stoa/session/binder.hpp"
#include "stoa/session/session.hpp"
#include "stoa/testing/detail/row_maker.hpp"
#include "stoa/testing/value.hpp"
#include "stoa/types/columns.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace stoa::testing {

namespace detail {

struct change_nothing {
    template <class Record>
    void operator()(Record&) const {}
};

/// The values of a record in which nothing is set; NULL where that cannot be stored.
template <class Record>
value_row empty_values() {
    value_row found;
    const Record empty{};
    for_each_column(empty, [&](const auto& field) {
        value_taker taker;
        try {
            stoa::detail::binder<value_taker> bind(taker, true);
            bind(field);
        } catch (const mapping_error&) {} // an enumeration without an enumerator for 0
        taker.taken.resize(1);
        found.push_back(std::move(taker.taken[0]));
    });
    return found;
}

} // namespace detail

/// Makes records whose random values fit their definition: types, NOT NULL, lengths, ranges, enumerators, checks that
/// compare columns and constants, unique keys among the records it has made, and foreign keys to records it has stored
/// or was told of. What stoa or the database generate or compute, documents and arrays are left as they are in a new
/// record. The same seed gives the same records, on every system.
/// Example: stoa::testing::record_maker make(7); make.insert<author>(db, 3); make.insert<book>(db, 20);
class record_maker {
public:
    explicit record_maker(std::uint64_t seed) : rows_(seed) {}

    /// `change(record)` sets what is not to be random; it may be called several times.
    /// Throws: statement_error (usage) where no values are found: for a check, a key, or a parent that is not there.
    template <record Record, class Change = detail::change_nothing>
    Record make(Change change = {}) {
        return make_with<Record>(change);
    }

    template <record Record, class Change = detail::change_nothing>
    std::vector<Record> many(std::size_t count, Change change = {}) {
        std::vector<Record> made;
        for (std::size_t n = 0; n != count; ++n) made.push_back(make_with<Record>(change));
        return made;
    }

    /// Makes records and stores them; those made later reference them. Returns them with what was generated.
    template <record Record, class Connection, class Change = detail::change_nothing>
    std::vector<Record> insert(session<Connection>& db, std::size_t count, Change change = {}) {
        std::vector<Record> made;
        for (std::size_t n = 0; n != count; ++n) { // one by one, since a table may reference itself
            made.push_back(make_with<Record>(change));
            db.insert(made.back());
            remember(made.back());
        }
        return made;
    }

    /// A record that is stored already, for others to reference.
    template <record Record>
    void remember(const Record& stored) {
        rows_.remember_parent(table_of<Record>(), values_of(stored));
    }

private:
    static constexpr int attempts = 1000;

    template <class Record, class Change>
    Record make_with(Change& change) {
        const table_def& table = table_of<Record>();
        if constexpr (std::is_same_v<Change, detail::change_nothing>) require_parents(table);
        const value_row empty = detail::empty_values<Record>();
        value_row row = rows_.roll(table, empty);
        std::string why = "its fields refuse all values";
        for (int n = 0; n != attempts; ++n) {
            try {
                Record made = record_of<Record>(row);
                change(made);
                const value_row values = values_of(made);
                const detail::broken_rule rule = rows_.find_broken(table, values);
                if (rule.columns.empty()) {
                    rows_.remember_keys(table, values);
                    return made;
                }
                why = rule.name + " refuses all values";
                rows_.roll_again(table, rule, row);
            } catch (const mapping_error&) { // a type of its own that takes some values only
                row = rows_.roll(table, empty);
            }
        }
        raise(errc::usage, "no record of \"" + std::string(table.name) + "\" could be made, because " + why +
                               " that were tried. Set its fields in the function that changes the record.");
    }

    void require_parents(const table_def& table) const {
        for (const foreign_key_def& key : table.foreign_keys) {
            bool can_be_null = true;
            for (const std::size_t n : key.columns) can_be_null = can_be_null && table.columns[n].nullable;
            if (!can_be_null && !rows_.has_parents(key.target()))
                raise(errc::usage, "a record of \"" + std::string(table.name) + "\" references one of \"" +
                                       std::string(key.target().name) +
                                       "\", and none is known. Insert some of those "
                                       "with the same record_maker first, or tell it of one with remember().");
        }
    }

    detail::row_maker rows_;
};

} // namespace stoa::testing

#endif
