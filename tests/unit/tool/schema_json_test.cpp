// SPDX-License-Identifier: BSL-1.0
#include "stoa/tool/schema_json.hpp"

#include "stoa/expression/text.hpp"
#include "zoo.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <vector>

namespace cellar {

struct bottle {
    std::int64_t id;
    std::string label;
};

} // namespace cellar

template <>
inline constexpr auto stoa::table<cellar::bottle> =
    stoa::define<cellar::bottle>("bottles", stoa::primary_key(stoa::col<&cellar::bottle::id>),
                                 stoa::check(length(left(stoa::col<&cellar::bottle::label>, 3)) > 0).named("labelled"));

namespace {

using testing::HasSubstr;
using testing::Not;

const std::string& document() {
    static const std::string text = stoa::tool::schema_json(stoa::tool::tables_of<zoo::database>());
    return text;
}

/// The line of the document that begins with this.
std::string line(const std::string& begin) {
    const std::size_t at = document().find(begin);
    if (at == std::string::npos) return "no line begins with " + begin;
    return document().substr(at, document().find('\n', at) - at);
}

TEST(schema_json, is_json) {
    EXPECT_NO_THROW((void)stoa::canonical_json(document()));
    EXPECT_TRUE(document().ends_with("}\n"));
}

TEST(schema_json, begins_with_format_and_version) {
    EXPECT_TRUE(document().starts_with("{\n  \"format\": \"stoa.schema\",\n  \"version\": 1,\n  \"tables\": [\n"));
}

TEST(schema_json, of_no_tables_is_an_empty_list) {
    EXPECT_EQ(stoa::tool::schema_json({}),
              "{\n  \"format\": \"stoa.schema\",\n  \"version\": 1,\n  \"tables\": []\n}\n");
}

TEST(schema_json, has_every_table_behind_those_it_references) {
    const std::size_t keepers = document().find(R"("name": "keepers")");
    const std::size_t animals = document().find(R"("name": "animals")");
    const std::size_t passports = document().find(R"("name": "pass ports")");
    EXPECT_LT(keepers, animals);
    EXPECT_LT(animals, passports);
    EXPECT_LT(passports, document().size());
}

TEST(schema_json, leaves_out_what_has_its_default_value) {
    EXPECT_EQ(line(R"({"name": "number")"), R"({"name": "number", "type": "text"})");
    EXPECT_THAT(line(R"({"name": "fk_animals_deputy_id")"), Not(HasSubstr("on_delete")));
    EXPECT_THAT(document().substr(document().find(R"("name": "pass ports")")), Not(HasSubstr("checks")));
}

TEST(schema_json, has_all_options_of_a_column) {
    EXPECT_EQ(line(R"({"name": "id", "type": "int64")"),
              R"({"name": "id", "type": "int64", "generated": "identity", "start": 100, "increment": 10},)");
    EXPECT_EQ(
        line(R"({"name": "weight")"),
        R"({"name": "weight", "type": "decimal", "precision": 6, "scale": 2, "range": {"op": "between", "operands": )"
        R"([{"column": "weight"}, {"literal": "0.00", "type": "decimal", "precision": 18, "scale": 2}, )"
        R"({"literal": "9000.00", "type": "decimal", "precision": 18, "scale": 2}]}},)");
    EXPECT_EQ(line(R"({"name": "food")"), R"({"name": "food", "type": "text", "enumerators": ["plants", "meat"], )"
                                          R"("default": {"literal": "plants", "type": "text"}},)");
    EXPECT_EQ(line(R"({"name": "ration")"),
              R"({"name": "ration", "type": "decimal", "precision": 6, "scale": 2, "computed": {"op": "add", )"
              R"("operands": [{"column": "weight"}, {"column": "weight"}]}},)");
    EXPECT_EQ(line(R"({"name": "name")"), R"({"name": "name", "type": "text", "max_length": 40},)");
    EXPECT_EQ(line(R"({"name": "diary")"), R"({"name": "diary", "type": "json", "plain_json": true})");
    EXPECT_EQ(line(R"({"name": "deputy_id")"), R"({"name": "deputy_id", "type": "int64", "nullable": true},)");
    EXPECT_EQ(line(R"({"name": "seen_at")"), R"({"name": "seen_at", "type": "timestamp", "generated": "now"},)");
}

TEST(schema_json, writes_literals_of_every_type_exactly) {
    EXPECT_THAT(line(R"({"name": "length")"), HasSubstr(R"({"literal": 1.5, "type": "float64"})"));
    EXPECT_THAT(line(R"({"name": "tame")"), HasSubstr(R"({"literal": false, "type": "boolean"})"));
    EXPECT_THAT(line(R"({"name": "born")"), HasSubstr(R"({"literal": "1970-01-01", "type": "date"})"));
    EXPECT_THAT(line(R"({"name": "ck_animals_length")"), HasSubstr(R"({"literal": 0.1, "type": "float64"})"));
}

TEST(schema_json, escapes_names_and_comments) {
    EXPECT_EQ(line(R"({"name": "Name )"), R"({"name": "Name | \"full\"", "type": "text", )"
                                          R"("comment": "as on the `badge`;\nsee rule_7 & <8>"},)");
}

TEST(schema_json, has_all_options_of_a_foreign_key) {
    EXPECT_EQ(line(R"({"name": "fk_animals_keeper_id")"),
              R"({"name": "fk_animals_keeper_id", "columns": ["keeper_id"], "target": "keepers", )"
              R"("target_columns": ["id"], "on_delete": "restrict", "on_update": "cascade", "deferred": true},)");
}

TEST(schema_json, has_all_options_of_an_index) {
    EXPECT_EQ(line(R"({"name": "ix_animals_notes")"),
              R"({"name": "ix_animals_notes", "method": "gin", "operators": "jsonb_path_ops", )"
              R"("terms": [{"expression": {"column": "notes"}}]},)");
    EXPECT_EQ(line(R"({"name": "ix_animals_size")"),
              R"({"name": "ix_animals_size", "terms": [{"expression": {"op": "json_value", "type": "int32", )"
              R"("operands": [{"column": "notes"}, {"literal": "size", "type": "text"}, )"
              R"({"literal": "cm", "type": "text"}]}, "descending": true}, {"expression": {"column": "name"}}]},)");
    EXPECT_EQ(line(R"({"name": "ix_animals_name")"),
              R"({"name": "ix_animals_name", "unique": true, "terms": [{"expression": {"column": "name"}}], )"
              R"("included": ["weight"], "predicate": {"op": "is_null", "operands": [{"column": "deputy_id"}]}})");
}

TEST(schema_json, keeps_conditions_as_trees) {
    EXPECT_EQ(line(R"({"name": "ck_animals_food")"),
              R"({"name": "ck_animals_food", "predicate": {"op": "or", "operands": [{"op": "not", "operands": )"
              R"([{"op": "and", "operands": [{"op": "equal", "operands": [{"column": "food"}, {"literal": "meat", )"
              R"("type": "text"}]}, {"op": "equal", "operands": [{"column": "tame"}, {"literal": true, )"
              R"("type": "boolean"}]}]}]}, {"op": "like", "operands": [{"column": "name"}, )"
              R"({"literal": "Tiger|%", "type": "text"}]}]}},)");
}

TEST(schema_json, tells_nulls_that_are_equal) {
    EXPECT_THAT(line(R"({"name": "uq_keepers")"), HasSubstr(R"("nulls_equal": true})"));
}

TEST(schema_json, of_tables_made_at_run_time) {
    const std::string name = "made up";
    const std::vector<stoa::column_def> columns{zoo::made_up_column("list", {stoa::type_kind::int16, 0, 0, true})};
    const stoa::table_def table = zoo::made_up(name, columns);
    const stoa::table_def* const tables[] = {&table};
    EXPECT_THAT(stoa::tool::schema_json(tables), HasSubstr(R"({"name": "list", "type": "int16", "list": true})"));
}

TEST(schema_json, refuses_what_is_no_text) {
    const stoa::table_def table = zoo::made_up("\xFF");
    const stoa::table_def* const tables[] = {&table};
    EXPECT_THROW((void)stoa::tool::schema_json(tables), stoa::mapping_error);
}

TEST(schema_json, has_namespaces_and_enumeration_types) {
    const std::string text = stoa::tool::schema_json(stoa::tool::tables_of<zoo::outside>());
    EXPECT_THAT(text, HasSubstr(R"("name": "fences",)"
                                "\n      "
                                R"("schema_name": "out_doors")"));
    EXPECT_THAT(text, HasSubstr(R"({"name": "paint", "type": "text", "enum_name": "a|colour<", "nullable": true, )"
                                R"("enumerators": ["red", "blue"]})"));
}

TEST(schema_json, names_the_functions_that_are_called) {
    const std::string text = stoa::tool::schema_json(stoa::tool::tables_of<stoa::schema<cellar::bottle>>());
    EXPECT_NO_THROW((void)stoa::canonical_json(text));
    EXPECT_THAT(text, HasSubstr(R"({"op": "call", "function": "length", "type": "int32", "operands": [)"
                                R"({"op": "call", "function": "left", "type": "text", "operands": [)"
                                R"({"column": "label"}, {"literal": 3, "type": "int32"}]}]})"));
}

} // namespace
