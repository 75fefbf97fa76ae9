// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTS_COMPLIANCE_PARTITIONS_HPP
#define STOA_TESTS_COMPLIANCE_PARTITIONS_HPP

// Tables whose definition keeps rows apart in partitions, on every database.

#include "databases.hpp"
#include "failure.hpp"

#include "stoa/inspect/verify.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace partitions {

using stoa::col;
using namespace stoa::literals;

constexpr stoa::timestamp year(int number) {
    return stoa::timestamp(std::chrono::sys_days(std::chrono::year(number) / 1 / 1));
}

enum class kind { opened, closed, lost };

struct event {
    stoa::guid id;
    stoa::timestamp at;
    std::string text;
    std::optional<std::int64_t> person_id;
};

struct person {
    std::int64_t id;
    std::string name;
};

struct remark {
    std::int64_t id;
    stoa::guid event_id;
    stoa::timestamp event_at;
};

struct ticket {
    std::int32_t number;
    kind what;
    std::string text;
};

/// Partitioned by a column that can be NULL.
struct reading {
    std::optional<std::int16_t> place;
    double value;
};

/// One partition, of the values from `low` to below `high`.
template <class T, auto Low, auto High>
struct keyed {
    T key;
};

struct named_keyed {
    std::string key;
};

constexpr auto low_code = [] { return "0a000000-0000-4000-8000-000000000000"_guid; };
constexpr auto high_code = [] { return "f0000000-0000-4000-8000-000000000000"_guid; };

} // namespace partitions

template <class T, auto Low, auto High>
inline constexpr auto stoa::table<partitions::keyed<T, Low, High>> = stoa::define<partitions::keyed<T, Low, High>>(
    "keyed", partition_by_range(col<&partitions::keyed<T, Low, High>::key>).partition("keyed_1", Low(), High()));

template <>
inline constexpr auto stoa::table<partitions::named_keyed> = stoa::define<partitions::named_keyed>(
    "keyed", partition_by_range(col<&partitions::named_keyed::key>).partition("keyed_1", "Z", "it's"));

template <>
inline constexpr auto stoa::table<partitions::event> = stoa::define<partitions::event>(
    "events", primary_key(col<&partitions::event::id>, col<&partitions::event::at>),
    column(col<&partitions::event::id>).generated(guid_v7),
    unique(col<&partitions::event::text>, col<&partitions::event::at>).named("one \"text\""),
    index(col<&partitions::event::person_id>, col<&partitions::event::at>).unique(),
    check(col<&partitions::event::text> != ""),
    foreign_key(col<&partitions::event::person_id>).references(col<&partitions::person::id>),
    partition_by_range(col<&partitions::event::at>)
        .partition("events_2025", partitions::year(2025), partitions::year(2026))
        .partition("events \"2026\"", partitions::year(2026), partitions::year(2027)));

template <>
inline constexpr auto stoa::table<partitions::person> =
    stoa::define<partitions::person>("people", primary_key(col<&partitions::person::id>).generated(identity),
                                     partition_by_hash(col<&partitions::person::id>).partitions(3));

template <>
inline constexpr auto stoa::table<partitions::remark> =
    stoa::define<partitions::remark>("remarks", primary_key(col<&partitions::remark::id>).generated(identity),
                                     foreign_key(col<&partitions::remark::event_id>, col<&partitions::remark::event_at>)
                                         .references(col<&partitions::event::id>, col<&partitions::event::at>)
                                         .on_delete(cascade));

template <>
inline constexpr auto stoa::table<partitions::ticket> =
    stoa::define<partitions::ticket>("tickets",
                                     primary_key(col<&partitions::ticket::number>, col<&partitions::ticket::what>),
                                     partition_by_list(col<&partitions::ticket::what>)
                                         .partition("tickets_open", partitions::kind::opened)
                                         .default_partition("tickets_rest"));

template <>
inline constexpr auto stoa::table<partitions::reading> = stoa::define<partitions::reading>(
    "readings",
    partition_by_list(col<&partitions::reading::place>).partition("readings_1", 1, 2).partition("readings_2", -3));

namespace partitions {

using everything = stoa::schema<event, person, remark, ticket, reading>;

struct on_partitions : stoa_test::databases {
    void SetUp() override {
        stoa_test::databases::SetUp();
        if (!IsSkipped()) db().create<everything>();
    }

    bool has_partitions() {
        return stoa::detail::with_dialect(db().connection(), []<class Dialect>() { return Dialect::has_partitions; });
    }

    stoa::constraint_info refused(auto run, stoa::errc code) {
        const stoa::error failure = stoa_test::failure_of<stoa::constraint_violation>(run);
        EXPECT_EQ(failure.code(), code) << failure.what();
        return failure.constraint();
    }
};

} // namespace partitions

#endif
