// SPDX-License-Identifier: BSL-1.0
// Statements over enumerations with a type of the database's own: equality uses the column as it is, order its name.

#include "stoa/dialect/all.hpp"
#include "stoa/expression/aggregate.hpp"
#include "stoa/expression/json_value.hpp"
#include "stoa/query/record_statements.hpp"
#include "stoa/query/select.hpp"
#include "stoa/query/statement.hpp"
#include "stoa/query/update.hpp"
#include "stoa/types/document.hpp"
#include "stoa/types/enumeration.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace zoo_of_moods {

enum class mood { sad, happy };

/// Stored as an enumeration, and with an order, unlike one.
struct temper {
    mood value;
};

struct pet {
    std::int64_t id;
    mood feels;
    std::optional<mood> felt;
    temper at_night;
    stoa::json_document notes;
};

} // namespace zoo_of_moods

template <>
struct stoa::mapping<zoo_of_moods::temper> {
    using stored_type = zoo_of_moods::mood;
    static constexpr zoo_of_moods::mood store(zoo_of_moods::temper value) { return value.value; }
    static constexpr zoo_of_moods::temper load(zoo_of_moods::mood value) { return {value}; }
};

template <>
inline constexpr std::string_view stoa::native_enum<zoo_of_moods::mood> = "mood";

template <>
inline constexpr auto stoa::table<zoo_of_moods::pet> =
    stoa::define<zoo_of_moods::pet>("pets", primary_key(col<&zoo_of_moods::pet::id>));

namespace {

using namespace zoo_of_moods;
using stoa::col, stoa::from;

template <class Statement>
constexpr std::string_view on_postgres(const Statement&) {
    return stoa::sql_text<Statement, stoa::dialect::postgres>;
}

template <class Statement>
constexpr std::string_view on_sqlite(const Statement&) {
    return stoa::sql_text<Statement, stoa::dialect::sqlite>;
}

constexpr auto ids = from<pet>().select(col<&pet::id>);

TEST(native_enum, equality_uses_the_column_as_it_is) {
    EXPECT_EQ(on_postgres(ids.where(col<&pet::feels> == mood::sad && col<&pet::felt>.is_null())),
              "SELECT \"id\" FROM \"pets\" WHERE (\"feels\" = $1::\"mood\") AND (\"felt\" IS NULL)");
    EXPECT_EQ(on_postgres(ids.where(col<&pet::felt> == std::optional(mood::sad))),
              "SELECT \"id\" FROM \"pets\" WHERE \"felt\" IS NOT DISTINCT FROM $1::\"mood\"");
    EXPECT_EQ(on_postgres(ids.where(col<&pet::felt> == col<&pet::feels>)),
              "SELECT \"id\" FROM \"pets\" WHERE \"felt\" = \"feels\"");
    EXPECT_EQ(on_postgres(ids.where(col<&pet::feels>.in(std::vector{mood::sad}))),
              "SELECT \"id\" FROM \"pets\" WHERE \"feels\" = ANY($1::\"mood\"[])");
}

TEST(native_enum, order_is_that_of_names) {
    EXPECT_EQ(on_postgres(ids.order_by(stoa::desc(col<&pet::feels>))),
              "SELECT \"id\" FROM \"pets\" ORDER BY \"feels\"::text COLLATE \"C\" DESC");
    EXPECT_EQ(on_postgres(from<pet>().select(col<&pet::feels>).distinct().order_by(col<&pet::feels>)),
              "SELECT DISTINCT \"feels\"::text COLLATE \"C\" FROM \"pets\" ORDER BY \"feels\"::text COLLATE \"C\"");
    EXPECT_EQ(on_postgres(from<pet>().select(col<&pet::feels>).distinct()), "SELECT DISTINCT \"feels\" FROM \"pets\"");
    EXPECT_EQ(on_postgres(ids.where(col<&pet::at_night> < temper{mood::sad})),
              "SELECT \"id\" FROM \"pets\" WHERE \"at_night\"::text COLLATE \"C\" < $1::\"mood\"::text COLLATE \"C\"");
    EXPECT_EQ(on_postgres(ids.where(col<&pet::at_night>.between(temper{mood::happy}, temper{mood::sad}))),
              "SELECT \"id\" FROM \"pets\" WHERE \"at_night\"::text COLLATE \"C\" BETWEEN $1::\"mood\"::text AND "
              "$2::\"mood\"::text");
    EXPECT_EQ(on_postgres(from<pet>().select(stoa::max(col<&pet::at_night>))),
              "SELECT CAST(max(\"at_night\"::text COLLATE \"C\") AS \"mood\") FROM \"pets\"");
}

TEST(native_enum, members_of_documents_are_text) {
    const auto noted = stoa::json_value<mood, "mood">(col<&pet::notes>);
    EXPECT_EQ(on_postgres(ids.where(noted == mood::sad)),
              "SELECT \"id\" FROM \"pets\" WHERE ((\"notes\" ->> 'mood') COLLATE \"C\") = $1::\"mood\"::text");
    EXPECT_EQ(on_postgres(ids.where(noted == col<&pet::feels>)),
              "SELECT \"id\" FROM \"pets\" WHERE ((\"notes\" ->> 'mood') COLLATE \"C\") = \"feels\"::text");
    EXPECT_EQ(on_postgres(ids.where(noted.in(std::vector{mood::sad}))),
              "SELECT \"id\" FROM \"pets\" WHERE ((\"notes\" ->> 'mood') COLLATE \"C\") = ANY($1)");
    EXPECT_EQ(on_postgres(stoa::update<pet>().set(col<& pet::felt> = noted)),
              "UPDATE \"pets\" SET \"felt\" = ((\"notes\" ->> 'mood') COLLATE \"C\")::\"mood\"");
}

TEST(native_enum, parameters_have_its_type) {
    EXPECT_EQ((stoa::sql_text<stoa::insert_record<pet, stoa::identity_value::given>, stoa::dialect::postgres>),
              "INSERT INTO \"pets\" (\"id\", \"feels\", \"felt\", \"at_night\", \"notes\") VALUES ($1, $2::\"mood\", "
              "$3::\"mood\", $4::\"mood\", $5)");
    EXPECT_EQ(on_postgres(stoa::update<pet>().set(col<& pet::felt> = mood::sad)),
              "UPDATE \"pets\" SET \"felt\" = $1::\"mood\"");
}

TEST(native_enum, is_text_elsewhere) {
    EXPECT_EQ(on_sqlite(ids.where(col<&pet::feels> == mood::sad).order_by(col<&pet::feels>)),
              "SELECT \"id\" FROM \"pets\" WHERE \"feels\" = ?1 ORDER BY \"feels\"");
    EXPECT_EQ(on_sqlite(from<pet>().select(stoa::max(col<&pet::at_night>))), "SELECT max(\"at_night\") FROM \"pets\"");
}

} // namespace
