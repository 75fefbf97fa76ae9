// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTS_SUPPORT_GOLDEN_HPP
#define STOA_TESTS_SUPPORT_GOLDEN_HPP

// The definitions behind tests/golden/<dialect>/<feature>.sql: one namespace per feature, and `golden::scripts` names
// the text each must have in each dialect.

#include "stoa/stoa.hpp"

#include <boost/describe/class.hpp>

#include <chrono>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace golden {

using stoa::col;

namespace all_types {

enum class colour { red, green };

using owner_id = stoa::strong_id<struct owner>;

struct sample {
    std::int64_t id;
    bool a_bool;
    std::int16_t an_int16;
    std::int32_t an_int32;
    std::int64_t an_int64;
    std::uint8_t an_uint8;
    std::uint32_t an_uint32;
    float a_float;
    double a_double;
    std::string a_text;
    stoa::bytes some_bytes;
    stoa::guid a_guid;
    stoa::json_document a_document;
    stoa::timestamp a_timestamp;
    stoa::date a_date;
    stoa::decimal<10, 2> a_decimal;
    stoa::decimal<18, 0> a_whole_number;
    stoa::decimal<3, 3> a_fraction;
    colour an_enum;
    owner_id a_strong_id;
};

struct optional_sample {
    std::int64_t id;
    std::optional<bool> a_bool;
    std::optional<std::int16_t> an_int16;
    std::optional<double> a_double;
    std::optional<std::string> a_text;
    std::optional<stoa::bytes> some_bytes;
    std::optional<stoa::guid> a_guid;
    std::optional<stoa::json_document> a_document;
    std::optional<stoa::timestamp> a_timestamp;
    std::optional<stoa::date> a_date;
    std::optional<stoa::decimal<10, 2>> a_decimal;
    std::optional<colour> an_enum;
    std::optional<owner_id> a_strong_id;
};

} // namespace all_types

namespace keys {

struct counted {
    std::int32_t id;
    std::string text;
};

struct natural {
    std::string code;
    std::string text;
};

struct composite {
    std::int64_t left_id;
    stoa::guid right_id;
    std::string text;
};

struct made {
    stoa::guid id;
    stoa::guid batch;
};

struct without {
    std::string text;
};

struct several {
    std::int64_t id;
    std::string isbn;
    std::string shelf;
    std::int32_t place;
};

} // namespace keys

namespace foreign_keys {

struct node {
    std::int64_t id;
    std::optional<std::int64_t> parent_id;
};

struct position {
    std::int32_t row;
    std::int32_t number;
};

struct item {
    std::int64_t id;
    std::int32_t position_row;
    std::int32_t position_number;
    std::int64_t node_id;
    std::optional<std::int64_t> other_node_id;
    std::int64_t last_node_id;
};

} // namespace foreign_keys

namespace checks {

enum class size { small, large };

struct product {
    std::int64_t id;
    std::string name;
    stoa::decimal<10, 2> price;
    std::optional<stoa::decimal<10, 2>> old_price;
    std::int32_t low;
    std::int32_t high;
    double weight;
    size kind;
    bool active;
    stoa::date since;
};

} // namespace checks

namespace indexes {

struct entry {
    std::int64_t id;
    std::string author;
    std::string title;
    stoa::timestamp printed_at;
};

} // namespace indexes

namespace defaults {

enum class state { open, closed };

struct record {
    std::int64_t id;
    std::string text;
    std::string quoted;
    std::int32_t number;
    std::int64_t least;
    double real;
    float tenth;
    bool flag;
    stoa::decimal<8, 3> amount;
    state now;
    stoa::guid code;
    stoa::timestamp moment;
    stoa::date day;
    std::optional<std::int16_t> maybe;
    stoa::timestamp created_at;
};

} // namespace defaults

namespace embedded {

struct moment {
    stoa::timestamp at;
    std::optional<std::string> by;
};

struct audit {
    moment created;
    std::int32_t version;
};

struct address {
    std::string street;
    std::string town;
};

struct letter {
    std::int64_t id;
    address to;
    audit changes;
    std::string text;
};

struct entity {
    stoa::guid id;
    std::int32_t version;
};
BOOST_DESCRIBE_STRUCT(entity, (), (id, version))

class parcel : public entity {
public:
    double weight = 0;

private:
    address to_;
    BOOST_DESCRIBE_CLASS(parcel, (entity), (weight), (), (to_))
};

} // namespace embedded

namespace unannotated {

struct note {
    std::int64_t id;
    std::string text;
};

struct tag {
    stoa::guid id;
    std::string name;
};

struct setting {
    std::string id;
    std::string value;
};

struct line {
    std::string text;
};

} // namespace unannotated

namespace long_names {

struct entry_of_a_journal_with_a_name_that_goes_on_for_quite_some_time {
    std::int64_t id;
    std::string first_column_with_a_rather_long_name_of_its_own;
    std::string second_column_with_a_rather_long_name_of_its_own;
    bool is_a_column_whose_check_has_a_long_name_because_of_the_table;
};

struct order { // a word of SQL
    std::int64_t group;
    std::string select;
    std::string Größe; // NOLINT: names need not be ASCII
};

struct quoted {
    std::int64_t id;
    std::string text;
};

} // namespace long_names

} // namespace golden

template <>
inline constexpr auto stoa::table<golden::keys::counted> =
    stoa::define<golden::keys::counted>("counted", primary_key(col<&golden::keys::counted::id>).generated(identity));

template <>
inline constexpr auto stoa::table<golden::keys::natural> =
    stoa::define<golden::keys::natural>("natural", primary_key(col<&golden::keys::natural::code>).named("natural_key"));

template <>
inline constexpr auto stoa::table<golden::keys::composite> = stoa::define<golden::keys::composite>(
    "composite", primary_key(col<&golden::keys::composite::right_id>, col<&golden::keys::composite::left_id>));

template <>
inline constexpr auto stoa::table<golden::keys::made> =
    stoa::define<golden::keys::made>("made", primary_key(col<&golden::keys::made::id>).generated(guid_v4),
                                     column(col<&golden::keys::made::batch>).generated(guid_v7));

template <>
inline constexpr auto stoa::table<golden::keys::several> = stoa::define<golden::keys::several>(
    "several", primary_key(col<&golden::keys::several::id>), unique(col<&golden::keys::several::isbn>),
    unique(col<&golden::keys::several::shelf>, col<&golden::keys::several::place>).named("one_per_place"));

template <>
inline constexpr auto stoa::table<golden::foreign_keys::node> =
    stoa::define<golden::foreign_keys::node>("nodes",
                                             primary_key(col<&golden::foreign_keys::node::id>).generated(identity),
                                             foreign_key(col<&golden::foreign_keys::node::parent_id>)
                                                 .references(col<&golden::foreign_keys::node::id>)
                                                 .on_delete(cascade));

template <>
inline constexpr auto stoa::table<golden::foreign_keys::position> = stoa::define<golden::foreign_keys::position>(
    "positions", primary_key(col<&golden::foreign_keys::position::row>, col<&golden::foreign_keys::position::number>));

template <>
inline constexpr auto stoa::table<golden::foreign_keys::item> = stoa::define<golden::foreign_keys::item>(
    "items", primary_key(col<&golden::foreign_keys::item::id>),
    foreign_key(col<&golden::foreign_keys::item::position_row>, col<&golden::foreign_keys::item::position_number>)
        .references(col<&golden::foreign_keys::position::row>, col<&golden::foreign_keys::position::number>)
        .on_update(cascade)
        .on_delete(restrict_),
    foreign_key(col<&golden::foreign_keys::item::node_id>).references(col<&golden::foreign_keys::node::id>),
    foreign_key(col<&golden::foreign_keys::item::other_node_id>)
        .references(col<&golden::foreign_keys::node::id>)
        .on_delete(set_null),
    foreign_key(col<&golden::foreign_keys::item::last_node_id>)
        .references(col<&golden::foreign_keys::node::id>)
        .on_delete(set_default)
        .on_update(no_action)
        .named("last_node"),
    column(col<&golden::foreign_keys::item::last_node_id>).default_(1));

template <>
inline constexpr auto stoa::table<golden::checks::product> = stoa::define<golden::checks::product>(
    "products", primary_key(col<&golden::checks::product::id>),
    check(col<&golden::checks::product::price> >= 0 && col<&golden::checks::product::price> < decimal<10, 2>("999.99")),
    check(col<&golden::checks::product::old_price>.is_null() ||
          col<&golden::checks::product::old_price> > col<&golden::checks::product::price>)
        .named("cheaper_now"),
    check(col<&golden::checks::product::name> != "" && !(col<&golden::checks::product::name> == "it's")),
    check(col<&golden::checks::product::name>.like("%_\\%[a]%'") || col<&golden::checks::product::active>)
        .named("pattern"),
    check(col<&golden::checks::product::high> - col<&golden::checks::product::low> <= 100),
    check(col<&golden::checks::product::weight>.between(0.5, 1e100)),
    check(col<&golden::checks::product::kind> == golden::checks::size::small ||
          col<&golden::checks::product::price> * 2 > 10)
        .named("large_is_expensive"),
    check(col<&golden::checks::product::active> == true || col<&golden::checks::product::weight> > 1)
        .named("light_is_active"),
    check(col<&golden::checks::product::since> >= date(std::chrono::days(0))),
    column(col<&golden::checks::product::name>).max_length(80));

template <>
inline constexpr auto stoa::table<golden::indexes::entry> = stoa::define<golden::indexes::entry>(
    "entries", primary_key(col<&golden::indexes::entry::id>), index(col<&golden::indexes::entry::author>),
    index(col<&golden::indexes::entry::author>, desc(col<&golden::indexes::entry::printed_at>)),
    index(asc(col<&golden::indexes::entry::title>), col<&golden::indexes::entry::id>).unique(),
    index(desc(col<&golden::indexes::entry::title>)).named("by_title"));

template <>
inline constexpr auto stoa::table<golden::defaults::record> = stoa::define<golden::defaults::record>(
    "records", primary_key(col<&golden::defaults::record::id>),
    column(col<&golden::defaults::record::text>).default_(""),
    column(col<&golden::defaults::record::quoted>).default_("it's \\ \"so\"").max_length(20),
    column(col<&golden::defaults::record::number>).default_(-1),
    column(col<&golden::defaults::record::least>).default_(std::numeric_limits<std::int64_t>::min()),
    column(col<&golden::defaults::record::real>).default_(1e-300),
    column(col<&golden::defaults::record::tenth>).default_(0.1f),
    column(col<&golden::defaults::record::flag>).default_(true),
    column(col<&golden::defaults::record::amount>).default_(decimal<8, 3>("-0.05")),
    column(col<&golden::defaults::record::now>).default_(golden::defaults::state::open),
    column(col<&golden::defaults::record::code>).default_(guid()),
    column(col<&golden::defaults::record::moment>).default_(timestamp(std::chrono::microseconds(-1))),
    column(col<&golden::defaults::record::day>).default_(date(std::chrono::days(19'000))),
    column(col<&golden::defaults::record::maybe>).default_(7),
    column(col<&golden::defaults::record::created_at>).default_(now()));

template <>
inline constexpr auto stoa::table<golden::embedded::letter> = stoa::define<golden::embedded::letter>(
    "letters", primary_key(col<&golden::embedded::letter::id>),
    index(col<&golden::embedded::letter::to, &golden::embedded::address::town>),
    index(col<&golden::embedded::letter::changes, &golden::embedded::audit::created, &golden::embedded::moment::at>),
    check(col<&golden::embedded::letter::to, &golden::embedded::address::street> != ""));

template <>
inline constexpr auto stoa::table<golden::embedded::parcel> = stoa::define<golden::embedded::parcel>(
    "parcels", primary_key(col_in<golden::embedded::parcel, &golden::embedded::entity::id>).generated(guid_v7));

template <>
inline constexpr auto stoa::table<golden::long_names::entry_of_a_journal_with_a_name_that_goes_on_for_quite_some_time> =
    [] {
        using entry = golden::long_names::entry_of_a_journal_with_a_name_that_goes_on_for_quite_some_time;
        return stoa::define<entry>("entry_of_a_journal_with_a_name_that_goes_on_for_quite_some_time",
                                   primary_key(col<&entry::id>),
                                   unique(col<&entry::first_column_with_a_rather_long_name_of_its_own>),
                                   unique(col<&entry::second_column_with_a_rather_long_name_of_its_own>),
                                   index(col<&entry::first_column_with_a_rather_long_name_of_its_own>,
                                         col<&entry::second_column_with_a_rather_long_name_of_its_own>));
    }();

template <>
inline constexpr auto stoa::table<golden::long_names::order> =
    stoa::define<golden::long_names::order>("order", primary_key(col<&golden::long_names::order::group>),
                                            unique(col<&golden::long_names::order::Größe>),
                                            check(col<&golden::long_names::order::select> != ""));

template <>
inline constexpr auto stoa::table<golden::long_names::quoted> =
    stoa::define<golden::long_names::quoted>("a \"name\" with 'quotes'",
                                             primary_key(col<&golden::long_names::quoted::id>).generated(identity),
                                             unique(col<&golden::long_names::quoted::text>).named("it's \"unique\""));

namespace golden {

struct script {
    std::string_view feature;
    std::string_view dialect;
    std::string_view text;
};

namespace detail {

template <class Schema, class Dialect>
script created(std::string_view feature, std::string_view dialect) {
    return {feature, dialect, stoa::ddl<Schema, Dialect>};
}

template <class Schema>
void add(std::vector<script>& all, std::string_view feature) {
    all.push_back(created<Schema, stoa::dialect::sqlite>(feature, "sqlite"));
    all.push_back(created<Schema, stoa::dialect::sqlite_binary_guid>(feature, "sqlite_binary_guid"));
    all.push_back(created<Schema, stoa::dialect::postgres>(feature, "postgres"));
}

} // namespace detail

/// Every script that creates tables.
inline std::vector<script> scripts() {
    std::vector<script> all;
    detail::add<stoa::schema<all_types::sample, all_types::optional_sample>>(all, "all_types");
    detail::add<stoa::schema<keys::counted, keys::natural, keys::composite, keys::made, keys::without, keys::several>>(
        all, "keys");
    detail::add<stoa::schema<foreign_keys::item, foreign_keys::node, foreign_keys::position>>(all, "foreign_keys");
    detail::add<stoa::schema<checks::product>>(all, "checks");
    detail::add<stoa::schema<indexes::entry>>(all, "indexes");
    detail::add<stoa::schema<defaults::record>>(all, "defaults");
    detail::add<stoa::schema<embedded::letter, embedded::parcel>>(all, "embedded");
    detail::add<stoa::schema<unannotated::note, unannotated::tag, unannotated::setting, unannotated::line>>(
        all, "unannotated");
    detail::add<stoa::schema<long_names::entry_of_a_journal_with_a_name_that_goes_on_for_quite_some_time,
                             long_names::order, long_names::quoted>>(all, "long_names");
    return all;
}

} // namespace golden

#endif
