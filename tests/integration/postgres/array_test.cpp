// SPDX-License-Identifier: BSL-1.0
// Arrays that other programs wrote: what C++ has no value for is refused, with the reason.

#include "with_server.hpp"

#include "stoa/types/type_def.hpp"

namespace postgres_driver {
namespace {

class postgres_array : public with_server {
protected:
    template <class Element>
    std::vector<Element> read(std::string sql, type_def element) {
        stoa::postgres::statement& statement =
            db().prepare(define("SELECT " + sql, {}, {{stoa::array_of(element), false, "tags"}}));
        const finisher finish{statement};
        statement.execute(fetch::together);
        EXPECT_TRUE(statement.next());
        native::array value{stoa::array_of(element), {}};
        statement.read(0, value);
        return std::get<std::vector<Element>>(value.values);
    }

    stoa::error_info refused(std::string sql, type_def element) {
        return caught([&] { read<std::int64_t>(std::move(sql), element); });
    }
};

using integers = std::vector<std::int64_t>;
using texts = std::vector<std::string>;

TEST_F(postgres_array, may_begin_with_any_subscript) {
    EXPECT_EQ(read<std::int64_t>("'[0:2]={7,8,9}'::int[]", {type_kind::int32}), (integers{7, 8, 9}));
    EXPECT_EQ(read<std::int64_t>("'[-5:-5]={7}'::int[]", {type_kind::int32}), (integers{7}));
    EXPECT_EQ(read<std::int64_t>("'{}'::int[]", {type_kind::int32}), integers());
}

TEST_F(postgres_array, of_other_text_types_is_read) {
    EXPECT_EQ(read<std::string>("ARRAY['a', 'b']::varchar(9)[]", {type_kind::text}), (texts{"a", "b"}));
    const stoa::error_info info = refused("ARRAY['a']::name[]", {type_kind::text});
    EXPECT_EQ(info.code, errc::mapping_mismatch);
}

TEST_F(postgres_array, with_a_null_says_so) {
    const stoa::error_info info = refused("ARRAY[1, NULL, 3]", {type_kind::int32});
    EXPECT_EQ(info.code, errc::mapping_mismatch);
    EXPECT_EQ(info.message, "column 1 \"tags\" holds an array with a NULL in it, which no C++ element can be. Take the "
                            "NULL out of the row.");
}

TEST_F(postgres_array, of_several_dimensions_says_so) {
    const stoa::error_info info = refused("ARRAY[[1, 2], [3, 4]]", {type_kind::int32});
    EXPECT_EQ(info.code, errc::mapping_mismatch);
    EXPECT_EQ(info.message, "column 1 \"tags\" holds an array of several dimensions, which is read into no C++ field. "
                            "Flatten it.");
}

TEST_F(postgres_array, with_an_element_out_of_range_says_so) {
    for (const auto& [sql, element] : {std::pair<std::string, type_def>{"ARRAY[1.5]", {type_kind::decimal, 18, 0}},
                                       {"ARRAY['NaN']::numeric[]", {type_kind::decimal, 18, 0}},
                                       {"ARRAY['infinity']::timestamptz[]", {type_kind::timestamp}},
                                       {"ARRAY['0001-01-01 BC']::date[]", {type_kind::date}}})
        EXPECT_EQ(refused(sql, element).code, errc::out_of_range) << sql;
    EXPECT_EQ(refused("ARRAY[1.5]", {type_kind::decimal, 18, 0}).message,
              "column 1 \"tags\" holds an array with a decimal that its C++ element cannot hold. Correct the row.");
}

TEST_F(postgres_array, of_another_element_type_is_refused_before_it_is_read) {
    EXPECT_EQ(refused("ARRAY[1]::bigint[]", {type_kind::int32}).message,
              "the result does not fit what it is read into:\n  column 1 \"tags\": the field is array "
              "(std::vector<std::int32_t>), the database has bigint[]; make the column, or cast it to, integer[], or "
              "make the field std::vector<std::int64_t>");
    EXPECT_EQ(refused("7", {type_kind::int32}).message,
              "the result does not fit what it is read into:\n  column 1 \"tags\": the field is array "
              "(std::vector<std::int32_t>), the database has integer; make the column, or cast it to, integer[], or "
              "make the field std::int32_t");
}

TEST_F(postgres_array, null_is_not_an_array) {
    EXPECT_EQ(refused("NULL::int[]", {type_kind::int32}).code, errc::mapping_mismatch);
}

TEST_F(postgres_array, an_index_finds_elements) {
    db().execute("CREATE TEMP TABLE t (tags text[] COLLATE \"C\"); CREATE INDEX ON t USING gin (tags); "
                 "SET enable_seqscan = off");
    EXPECT_TRUE(ask("EXPLAIN SELECT 1 FROM t WHERE tags @> ARRAY['a']").starts_with("Bitmap Heap Scan on t"));
}

} // namespace
} // namespace postgres_driver
