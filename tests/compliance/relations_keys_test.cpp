// SPDX-License-Identifier: BSL-1.0
// Relations by keys of every kind: text, enumerators, strong ids, types of one's own, members of base classes and of
// embedded records.

#include "databases.hpp"
#include "failure.hpp"

#include <boost/describe/class.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace relation_keys {

enum class colour { red, green };
using part_id = stoa::strong_id<struct part_tag>;

/// Kept as text, and not to be compared.
struct code {
    std::string text;
};

struct shade {
    colour id;
    std::string label;
};

struct country {
    code id;
    std::string name;
};

struct maker {
    std::string mail;
    std::optional<stoa::decimal<6, 2>> number;
};

struct origin {
    std::optional<code> country_id;
    std::string town;
};

struct owned {
    std::string maker_mail;
};
BOOST_DESCRIBE_STRUCT(owned, (), (maker_mail))

struct part : owned {
    part_id id;
    std::optional<part_id> whole_id;
    colour shade_id = colour::red;
    origin made_in;
    std::optional<stoa::decimal<6, 2>> maker_number;
};
BOOST_DESCRIBE_STRUCT(part, (owned), (id, whole_id, shade_id, made_in, maker_number))

/// Its key is checked when a transaction ends.
struct label {
    std::int64_t id;
    part_id part;
    std::optional<part_id> other;
};

/// Keys of two columns.
struct place {
    std::string row;
    std::int32_t seat;
};

struct ticket {
    std::int64_t id;
    std::string row;
    std::optional<std::int32_t> seat;
};

} // namespace relation_keys

template <>
struct stoa::mapping<relation_keys::code> {
    using stored_type = std::string;
    static const std::string& store(const relation_keys::code& value) { return value.text; }
    static relation_keys::code load(std::string text) { return {std::move(text)}; }
};

template <>
inline constexpr auto stoa::table<relation_keys::maker> = stoa::define<relation_keys::maker>(
    "makers", primary_key(col<&relation_keys::maker::mail>), unique(col<&relation_keys::maker::number>));

template <>
inline constexpr auto stoa::table<relation_keys::part> = stoa::define<relation_keys::part>(
    "parts", primary_key(col<&relation_keys::part::id>),
    foreign_key(col<&relation_keys::part::whole_id>).references(col<&relation_keys::part::id>),
    foreign_key(col<&relation_keys::part::shade_id>).references(col<&relation_keys::shade::id>),
    foreign_key(col<&relation_keys::part::made_in, &relation_keys::origin::country_id>)
        .references(col<&relation_keys::country::id>),
    foreign_key(col_in<relation_keys::part, &relation_keys::owned::maker_mail>)
        .references(col<&relation_keys::maker::mail>),
    foreign_key(col<&relation_keys::part::maker_number>).references(col<&relation_keys::maker::number>));

template <>
inline constexpr auto stoa::table<relation_keys::label> = stoa::define<relation_keys::label>(
    "labels", primary_key(col<&relation_keys::label::id>),
    foreign_key(col<&relation_keys::label::part>).references(col<&relation_keys::part::id>).deferred(),
    foreign_key(col<&relation_keys::label::other>).references(col<&relation_keys::part::id>).deferred());

template <>
inline constexpr auto stoa::table<relation_keys::place> = stoa::define<relation_keys::place>(
    "places", primary_key(col<&relation_keys::place::row>, col<&relation_keys::place::seat>));

template <>
inline constexpr auto stoa::table<relation_keys::ticket> = stoa::define<relation_keys::ticket>(
    "tickets", primary_key(col<&relation_keys::ticket::id>),
    foreign_key(col<&relation_keys::ticket::row>, col<&relation_keys::ticket::seat>)
        .references(col<&relation_keys::place::row>, col<&relation_keys::place::seat>));

namespace relation_keys {

using stoa::col, stoa::col_in, stoa::from, stoa::with;
using amount = stoa::decimal<6, 2>;
using numbers = std::vector<std::int64_t>;

struct keys_of_relations : stoa_test::databases {
protected:
    void SetUp() override {
        databases::SetUp();
        if (IsSkipped()) return;
        db().create<stoa::schema<shade, country, maker, part, label, place, ticket>>();
        db().insert_many(std::vector<shade>{{colour::red, "Red"}, {colour::green, "Green"}});
        db().insert_many(std::vector<country>{{{"at"}, "Austria"}, {{"a\"t"}, "Other"}});
        db().insert_many(std::vector<maker>{{"a@b.c", amount("1.50")}, {"A@b.c", {}}, {"", amount("-2")}});
        insert(1, {}, colour::red, "at", "a@b.c", amount("1.5"));
        insert(2, 1, colour::green, "a\"t", "A@b.c", {});
        insert(3, 1, colour::red, nullptr, "", amount("-2"));
    }

    void insert(std::int64_t id, std::optional<std::int64_t> whole, colour shade, const char* country,
                const char* maker, std::optional<amount> number) {
        part each;
        each.id = part_id(id);
        if (whole) each.whole_id = part_id(*whole);
        each.shade_id = shade;
        if (country != nullptr) each.made_in.country_id = code{country};
        each.maker_mail = maker;
        each.maker_number = number;
        db().insert(each);
    }

    /// The parts of each record, in the order of their ids.
    template <class Query, class Relation>
    std::vector<numbers> parts_of(const Query& query, const Relation& relation) {
        std::vector<numbers> all;
        for (const auto& [each, parts] : db().all(query, relation)) {
            all.emplace_back();
            for (const part& one : parts) all.back().push_back(one.id.value);
        }
        return all;
    }

    template <class Relation>
    auto part_with(std::int64_t id, const Relation& relation) {
        return db().one(from<part>().where(col<&part::id> == part_id(id)), relation);
    }
};

TEST_P(keys_of_relations, can_be_enumerators) {
    EXPECT_EQ(parts_of(from<shade>().order_by(col<&shade::label>), with<&part::shade_id>),
              (std::vector<numbers>{{2}, {1, 3}}));
    EXPECT_EQ(part_with(2, with<&part::shade_id>).get<1>().label, "Green");
}

TEST_P(keys_of_relations, can_be_strong_ids) {
    using stoa::parent, stoa::children;
    EXPECT_EQ(parts_of(from<part>().order_by(col<&part::id>), children<&part::whole_id>),
              (std::vector<numbers>{{2, 3}, {}, {}}));
    EXPECT_EQ(part_with(3, parent<&part::whole_id>).get<1>()->id, part_id(1));
}

TEST_P(keys_of_relations, can_be_of_a_type_of_ones_own_in_an_embedded_record) {
    EXPECT_EQ(parts_of(from<country>().order_by(col<&country::name>), with<&part::made_in, &origin::country_id>),
              (std::vector<numbers>{{1}, {2}}));
    const auto first = part_with(1, with<&part::made_in, &origin::country_id>);
    EXPECT_EQ((first.get<col<&part::made_in, &origin::country_id>>()->name), "Austria");
    EXPECT_EQ((part_with(3, with<&part::made_in, &origin::country_id>).get<1>()), nullptr);
}

TEST_P(keys_of_relations, can_be_texts_in_a_base_class) {
    constexpr auto mail = with<col_in<part, &owned::maker_mail>>;
    EXPECT_EQ(parts_of(from<maker>().order_by(col<&maker::mail>), mail), (std::vector<numbers>{{3}, {2}, {1}}));
    EXPECT_EQ((part_with(2, mail).get<col_in<part, &owned::maker_mail>>().mail), "A@b.c");
}

TEST_P(keys_of_relations, can_be_null_at_both_ends) {
    EXPECT_EQ(parts_of(from<maker>().order_by(col<&maker::mail>), with<&part::maker_number>),
              (std::vector<numbers>{{3}, {}, {1}}));
    EXPECT_EQ(part_with(1, with<&part::maker_number>).get<1>()->mail, "a@b.c");
    EXPECT_EQ(part_with(2, with<&part::maker_number>).get<1>(), nullptr);
}

TEST_P(keys_of_relations, can_have_several_columns) {
    db().insert_many(std::vector<place>{{"A", 1}, {"A", 2}, {"B", 1}, {"B", 2}});
    db().insert_many(std::vector<ticket>{{1, "A", 2}, {2, "B", 1}, {3, "A", 2}, {4, "C", {}}});
    std::vector<std::string> seen;
    for (const auto& [each, at] : db().all(from<ticket>().order_by(col<&ticket::id>), with<&ticket::seat>))
        seen.push_back(at ? at->row + std::to_string(at->seat) : "none");
    EXPECT_EQ(seen, (std::vector<std::string>{"A2", "B1", "A2", "none"}));
    std::vector<numbers> tickets;
    for (const auto& [each, sold] :
         db().all(from<place>().order_by(col<&place::row>, col<&place::seat>), with<&ticket::row>)) {
        tickets.emplace_back();
        for (const ticket& one : sold) tickets.back().push_back(one.id);
    }
    EXPECT_EQ(tickets, (std::vector<numbers>{{}, {1, 3}, {2}, {}}));
}

TEST_P(keys_of_relations, never_lose_a_parent_silently) {
    const auto loading = [&](const auto& labelled, const auto& relation) {
        return stoa_test::failure_of([&] {
            db().transaction([&] {
                db().insert(labelled);
                db().all(from<label>(), relation);
            });
        });
    };
    const stoa::error failure = loading(label{1, part_id(7), {}}, with<&label::part>);
    EXPECT_EQ(failure.code(), stoa::errc::no_rows);
    EXPECT_NE(std::string(failure.what()).find(R"("parts" that "labels"."part" references)"), std::string::npos)
        << failure.what();
    EXPECT_EQ(loading(label{1, part_id(1), part_id(7)}, with<&label::other>).code(), stoa::errc::no_rows);
}

STOA_TEST_ON_EVERY_DATABASE(keys_of_relations);

} // namespace relation_keys
