// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTS_SUPPORT_GOLDEN_VOCABULARY_HPP
#define STOA_TESTS_SUPPORT_GOLDEN_VOCABULARY_HPP

// More definitions behind tests/golden/<dialect>/<feature>.sql, those of vocabulary_*.sql; see golden.hpp.

#include "golden.hpp"
#include "vocabulary.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace golden::vocabulary_columns {

struct stamp {
    std::string changedBy;
};

struct reading {
    std::int32_t sensorId;
    std::string HTTPStatus;
    std::string remark_;
    double relativeHumidity;
    stoa::decimal<6, 2> price;
    std::int16_t count;
    std::int64_t total;
    bool large;
    stamp lastChange;
};

struct narrow {
    std::int64_t id;
    std::uint8_t eight;
    std::optional<std::int8_t> signed_eight;
    std::uint16_t sixteen;
    std::uint32_t thirty_two;
    std::uint8_t dice;
};

} // namespace golden::vocabulary_columns

namespace golden::vocabulary_keys {

enum class kind { one, other };

struct address {
    std::int64_t id;
    std::string town;
    std::optional<std::string> street;
    std::optional<std::int32_t> number;
    std::optional<bool> flag;
    std::optional<stoa::guid> code;
    std::optional<stoa::timestamp> at;
    std::optional<stoa::decimal<6, 2>> price;
    std::optional<kind> which;
};

struct visit {
    std::int64_t id;
    std::int64_t address_id;
};

struct team {
    std::int64_t id;
    std::int64_t leader_id;
};

struct person {
    std::int64_t id;
    std::int64_t team_id;
    std::optional<std::int64_t> mentor_id;
};

struct badge {
    std::int64_t id;
    std::int64_t person_id;
};

} // namespace golden::vocabulary_keys

namespace golden::vocabulary_namespaces {

enum class phase { planned, held, dropped };

struct room {
    std::int64_t id;
    std::string name;
    std::optional<std::int64_t> next_booking;
};

struct booking {
    std::int64_t id;
    std::int64_t room_id;
    phase state;
    std::optional<phase> announced;
};

struct guest {
    std::int64_t id;
    std::int64_t booking_id;
    phase state;
};

} // namespace golden::vocabulary_namespaces

namespace golden::vocabulary_partitions {

enum class kind { opened, closed };

struct event {
    stoa::guid id;
    stoa::timestamp at;
    std::string text;
    std::optional<std::int64_t> counter_id;
};

struct ticket {
    std::int32_t number;
    std::optional<kind> what;
};

struct price {
    stoa::decimal<6, 2> amount;
    stoa::date day;
};

struct counter {
    std::int64_t id;
    std::string name;
};

constexpr stoa::timestamp new_year(int year) {
    return stoa::timestamp(std::chrono::sys_days(std::chrono::year(year) / 1 / 1));
}

} // namespace golden::vocabulary_partitions

template <>
inline constexpr std::string_view stoa::native_enum<golden::vocabulary_namespaces::phase> = "the \"phase\"";

template <>
inline constexpr auto stoa::table<golden::vocabulary_columns::reading> =
    stoa::define<golden::vocabulary_columns::reading>(
        "readings", naming(snake_case), comment("what the sensors say; it's \\ raw"),
        primary_key(col<&golden::vocabulary_columns::reading::sensorId>).generated(identity.start(-5).increment(5)),
        column(col<&golden::vocabulary_columns::reading::remark_>).named("a \"remark\"").comment("for people"),
        column(col<&golden::vocabulary_columns::reading::relativeHumidity>).range(0, 100).comment("per cent"),
        column(col<&golden::vocabulary_columns::reading::price>).range(0, decimal<6, 2>("999.99")).default_(1),
        column(col<&golden::vocabulary_columns::reading::count>).range(1, 12),
        column(col<&golden::vocabulary_columns::reading::total>)
            .computed_from(col<&golden::vocabulary_columns::reading::count> * 60),
        column(col<&golden::vocabulary_columns::reading::large>)
            .computed_from(col<&golden::vocabulary_columns::reading::count> > 6 &&
                           col<&golden::vocabulary_columns::reading::HTTPStatus>.like("2%")),
        index(col<&golden::vocabulary_columns::reading::lastChange, &golden::vocabulary_columns::stamp::changedBy>));

template <>
inline constexpr auto stoa::table<golden::vocabulary_columns::narrow> =
    stoa::define<golden::vocabulary_columns::narrow>(
        "narrow", primary_key(col<&golden::vocabulary_columns::narrow::id>),
        column(col<&golden::vocabulary_columns::narrow::dice>).range(1, 6));

template <>
inline constexpr auto stoa::table<golden::vocabulary_keys::address> = stoa::define<golden::vocabulary_keys::address>(
    "addresses", primary_key(col<&golden::vocabulary_keys::address::id>),
    unique(col<&golden::vocabulary_keys::address::town>, col<&golden::vocabulary_keys::address::street>,
           col<&golden::vocabulary_keys::address::number>)
        .nulls_not_distinct()
        .named("one_address"),
    unique(col<&golden::vocabulary_keys::address::flag>).nulls_not_distinct(),
    unique(col<&golden::vocabulary_keys::address::code>).nulls_not_distinct(),
    unique(col<&golden::vocabulary_keys::address::at>, col<&golden::vocabulary_keys::address::price>,
           col<&golden::vocabulary_keys::address::which>)
        .nulls_not_distinct());

template <>
inline constexpr auto stoa::table<golden::vocabulary_keys::visit> =
    stoa::define<golden::vocabulary_keys::visit>("visits", primary_key(col<&golden::vocabulary_keys::visit::id>),
                                                 foreign_key(col<&golden::vocabulary_keys::visit::address_id>)
                                                     .references(col<&golden::vocabulary_keys::address::id>)
                                                     .on_delete(cascade)
                                                     .deferred());

template <>
inline constexpr auto stoa::table<golden::vocabulary_keys::team> =
    stoa::define<golden::vocabulary_keys::team>("teams", primary_key(col<&golden::vocabulary_keys::team::id>),
                                                foreign_key(col<&golden::vocabulary_keys::team::leader_id>)
                                                    .references(col<&golden::vocabulary_keys::person::id>)
                                                    .named("the team's \"leader\"")
                                                    .deferred());

template <>
inline constexpr auto stoa::table<golden::vocabulary_keys::person> = stoa::define<golden::vocabulary_keys::person>(
    "people", primary_key(col<&golden::vocabulary_keys::person::id>),
    foreign_key(col<&golden::vocabulary_keys::person::team_id>).references(col<&golden::vocabulary_keys::team::id>),
    foreign_key(col<&golden::vocabulary_keys::person::mentor_id>)
        .references(col<&golden::vocabulary_keys::person::id>));

template <>
inline constexpr auto stoa::table<golden::vocabulary_keys::badge> = stoa::define<golden::vocabulary_keys::badge>(
    "badges", primary_key(col<&golden::vocabulary_keys::badge::id>),
    foreign_key(col<&golden::vocabulary_keys::badge::person_id>).references(col<&golden::vocabulary_keys::person::id>));

template <>
inline constexpr auto stoa::table<golden::vocabulary_namespaces::room> =
    stoa::define<golden::vocabulary_namespaces::room>(
        "rooms", in_namespace("stoa_golden_house"), comment("where it is"),
        primary_key(col<&golden::vocabulary_namespaces::room::id>).generated(identity),
        column(col<&golden::vocabulary_namespaces::room::name>).comment("on the door"),
        foreign_key(col<&golden::vocabulary_namespaces::room::next_booking>)
            .references(col<&golden::vocabulary_namespaces::booking::id>));

template <>
inline constexpr auto stoa::table<golden::vocabulary_namespaces::booking> =
    stoa::define<golden::vocabulary_namespaces::booking>(
        "bookings", in_namespace("stoa_golden \"plans\""),
        primary_key(col<&golden::vocabulary_namespaces::booking::id>),
        foreign_key(col<&golden::vocabulary_namespaces::booking::room_id>)
            .references(col<&golden::vocabulary_namespaces::room::id>),
        column(col<&golden::vocabulary_namespaces::booking::state>)
            .default_(golden::vocabulary_namespaces::phase::planned)
            .max_length(10),
        check(col<&golden::vocabulary_namespaces::booking::announced>.is_null() ||
              col<&golden::vocabulary_namespaces::booking::state> != golden::vocabulary_namespaces::phase::dropped),
        index(col<&golden::vocabulary_namespaces::booking::state>)
            .where(col<&golden::vocabulary_namespaces::booking::announced> ==
                   golden::vocabulary_namespaces::phase::held),
        unique(col<&golden::vocabulary_namespaces::booking::room_id>,
               col<&golden::vocabulary_namespaces::booking::announced>)
            .nulls_not_distinct());

template <>
inline constexpr auto stoa::table<golden::vocabulary_namespaces::guest> =
    stoa::define<golden::vocabulary_namespaces::guest>(
        "guests", primary_key(col<&golden::vocabulary_namespaces::guest::id>),
        foreign_key(col<&golden::vocabulary_namespaces::guest::booking_id>)
            .references(col<&golden::vocabulary_namespaces::booking::id>));

template <>
inline constexpr auto stoa::table<golden::vocabulary_partitions::event> =
    stoa::define<golden::vocabulary_partitions::event>(
        "events", comment("what happened"),
        primary_key(col<&golden::vocabulary_partitions::event::id>, col<&golden::vocabulary_partitions::event::at>),
        foreign_key(col<&golden::vocabulary_partitions::event::counter_id>)
            .references(col<&golden::vocabulary_partitions::counter::id>),
        index(col<&golden::vocabulary_partitions::event::text>),
        partition_by_range(col<&golden::vocabulary_partitions::event::at>)
            .partition("events_before", minvalue, golden::vocabulary_partitions::new_year(2026))
            .partition("events \"2026\"", golden::vocabulary_partitions::new_year(2026),
                       golden::vocabulary_partitions::new_year(2027)));

template <>
inline constexpr auto stoa::table<golden::vocabulary_partitions::ticket> =
    stoa::define<golden::vocabulary_partitions::ticket>(
        "tickets", partition_by_list(col<&golden::vocabulary_partitions::ticket::what>)
                       .partition("tickets_open", golden::vocabulary_partitions::kind::opened)
                       .partition("tickets_closed", golden::vocabulary_partitions::kind::closed));

template <>
inline constexpr auto stoa::table<golden::vocabulary_partitions::price> =
    stoa::define<golden::vocabulary_partitions::price>(
        "prices", partition_by_range(col<&golden::vocabulary_partitions::price::amount>)
                      .partition("prices_high", decimal<6, 2>("99.99"), maxvalue)
                      .default_partition("prices_low"));

template <>
inline constexpr auto stoa::table<golden::vocabulary_partitions::counter> =
    stoa::define<golden::vocabulary_partitions::counter>(
        "counters", primary_key(col<&golden::vocabulary_partitions::counter::id>).generated(identity),
        partition_by_hash(col<&golden::vocabulary_partitions::counter::id>).partitions(2));

namespace golden {

using house = stoa::schema<vocabulary_namespaces::guest, vocabulary_namespaces::room, vocabulary_namespaces::booking>;
using cycle = stoa::schema<vocabulary_keys::badge, vocabulary_keys::team, vocabulary_keys::person>;

namespace detail {

template <class Dialect>
void add_others(std::vector<script>& all, std::string_view dialect) {
    all.push_back({"vocabulary_cycle_if_missing", dialect, stoa::ddl_if_missing<cycle, Dialect>});
    all.push_back({"vocabulary_cycle_dropped", dialect, stoa::drop_ddl<cycle, Dialect>});
    all.push_back({"vocabulary_namespaces_if_missing", dialect, stoa::ddl_if_missing<house, Dialect>});
    all.push_back({"vocabulary_namespaces_dropped", dialect, stoa::drop_ddl<house, Dialect>});
}

} // namespace detail

/// The scripts of the vocabulary beyond the plain one.
inline std::vector<script> vocabulary_scripts() {
    std::vector<script> all;
    detail::add<stoa::schema<vocabulary_columns::reading, vocabulary_columns::narrow>>(all, "vocabulary_columns");
    detail::add<stoa::schema<vocabulary_keys::visit, vocabulary_keys::address>>(all, "vocabulary_keys");
    detail::add<vocabulary::entries>(all, "vocabulary_indexes");
    detail::add<stoa::schema<vocabulary_partitions::event, vocabulary_partitions::ticket, vocabulary_partitions::price,
                             vocabulary_partitions::counter>>(all, "vocabulary_partitions");
    detail::add<cycle>(all, "vocabulary_cycle");
    detail::add<house>(all, "vocabulary_namespaces");
    detail::add_others<stoa::dialect::sqlite>(all, "sqlite");
    detail::add_others<stoa::dialect::sqlite_binary_guid>(all, "sqlite_binary_guid");
    detail::add_others<stoa::dialect::postgres>(all, "postgres");
    return all;
}

} // namespace golden

#endif
