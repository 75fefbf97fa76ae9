// SPDX-License-Identifier: BSL-1.0
// What PostgreSQL makes of an enumeration: a type of its own, and plans that use indexes on its columns.

#include "stoa/postgres.hpp"

#include "with_server.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace postgres_driver::moods {

enum class mood { sad, happy };

struct pet {
    std::int64_t id;
    mood feels;
    std::optional<mood> felt;
    std::string name;
};

} // namespace postgres_driver::moods

template <>
inline constexpr std::string_view stoa::native_enum<postgres_driver::moods::mood> = "mood";

template <>
inline constexpr auto stoa::table<postgres_driver::moods::pet> = stoa::define<postgres_driver::moods::pet>(
    "pets", primary_key(col<&postgres_driver::moods::pet::id>),
    index(col<&postgres_driver::moods::pet::feels>).named("by_feeling"),
    index(col<&postgres_driver::moods::pet::name>)
        .where(col<&postgres_driver::moods::pet::felt> == postgres_driver::moods::mood::sad)
        .named("of_the_sad"));

namespace postgres_driver {
namespace {

using namespace moods;
using stoa::col, stoa::from;

class postgres_native_enum : public with_server {
protected:
    void SetUp() override {
        with_server::SetUp();
        if (IsSkipped()) return;
        db().execute("SET search_path TO pg_temp");
        db().execute(stoa::ddl<stoa::schema<pet>, stoa::dialect::postgres>);
    }

    /// The plan of a query, prepared as the driver does it. Tables of a test are small, and would be read whole.
    template <class Query>
    std::string plan(const Query&, const std::string& types, const std::string& values) {
        db().execute("SET enable_seqscan = off; SET enable_bitmapscan = off; CREATE TEMP TABLE plan (line text);"
                     "PREPARE q" +
                     types + " AS " + std::string(stoa::sql_text<Query, stoa::dialect::postgres>) +
                     "; DO $do$ DECLARE l text; BEGIN FOR l IN EXECUTE $q$EXPLAIN EXECUTE q" + values +
                     "$q$ LOOP INSERT INTO plan VALUES (l); END LOOP; END $do$");
        return ask("SELECT string_agg(line, E'\\n') FROM plan");
    }
};

constexpr auto names = from<pet>().select(col<&pet::name>);

TEST_F(postgres_native_enum, is_a_type_of_its_own) {
    EXPECT_EQ(ask("SELECT string_agg(enumlabel, ' ' ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = "
                  "'mood'::regtype"),
              "sad happy");
    EXPECT_EQ(ask("SELECT format_type(atttypid, atttypmod) FROM pg_attribute WHERE attrelid = 'pets'::regclass AND "
                  "attname = 'feels'"),
              "mood");
    EXPECT_EQ(ask("SELECT count(*)::text FROM pg_constraint WHERE conrelid = 'pets'::regclass AND contype = 'c'"), "0");
}

TEST_F(postgres_native_enum, an_index_serves_equality) {
    EXPECT_NE(plan(names.where(col<&pet::feels> == mood::sad), "", "('sad')").find("by_feeling"), std::string::npos);
}

TEST_F(postgres_native_enum, an_index_serves_a_list) {
    const std::string text =
        plan(names.where(col<&pet::feels>.in(std::vector{mood::sad})), "(text[])", "('{sad,happy}')");
    EXPECT_NE(text.find("by_feeling"), std::string::npos);
    EXPECT_NE(text.find("Index Cond"), std::string::npos);
}

TEST_F(postgres_native_enum, a_partial_index_serves_its_condition) {
    EXPECT_NE(plan(names.where(col<&pet::felt> == mood::sad && col<&pet::name> == "x"), "", "('sad', 'x')")
                  .find("of_the_sad"),
              std::string::npos);
}

TEST_F(postgres_native_enum, a_column_of_another_type_is_a_mismatch) {
    const type_def type = stoa::type_of<mood>;
    const statement_info& number = define("SELECT 1", {}, {{type, false, "feels"}});
    EXPECT_EQ(caught([&] { run(number); }).code, errc::mapping_mismatch);
    const statement_info& text = define("SELECT 'sad'::text", {}, {{type, false, "feels"}});
    EXPECT_NO_THROW(run(text));
}

} // namespace
} // namespace postgres_driver
