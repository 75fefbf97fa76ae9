// SPDX-License-Identifier: BSL-1.0
// Definitions as the plain values they become.

#include "stoa/schema/table.hpp"

#include "stoa/expression/logic.hpp"
#include "stoa/types/chrono.hpp"
#include "stoa/types/instant.hpp"

#include <gtest/gtest.h>

#include <boost/describe/class.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace library {

using stoa::col;

enum class format { hardcover, ebook };

struct author {
    stoa::guid id;
    std::string name;
};

struct book {
    std::int64_t id;
    stoa::guid author_id;
    std::optional<std::int64_t> sequel_id;
    std::string title;
    format kind;
    std::int32_t pages;
    stoa::timestamp printed_at;
};

struct stamp {
    stoa::timestamp at;
    std::string by;
};

struct letter {
    std::string id;
    stamp written;
    std::int32_t weight;
};

struct entity {
    std::int32_t id;
};
BOOST_DESCRIBE_STRUCT(entity, (), (id))

struct shelf : entity {
    std::string room;
};
BOOST_DESCRIBE_STRUCT(shelf, (entity), (room))

struct line {
    std::string text;
};

template <class T>
struct box {
    std::int64_t id;
    T content;
};

} // namespace library

template <>
inline constexpr auto stoa::table<library::book> = stoa::define<library::book>(
    "books", primary_key(col<&library::book::id>).generated(identity).named("book_key"),
    foreign_key(col<&library::book::author_id>).references(col<&library::author::id>).on_delete(cascade),
    foreign_key(col<&library::book::sequel_id>).references(col<&library::book::id>).named("sequel").on_update(set_null),
    unique(col<&library::book::title>, col<&library::book::author_id>),
    check(col<&library::book::pages> > 0 && col<&library::book::pages> < 10'000),
    check(col<&library::book::title> != "").named("has_title"),
    index(desc(col<&library::book::printed_at>), col<&library::book::title>, desc(col<&library::book::id>)).unique(),
    column(col<&library::book::title>).max_length(200).default_("untitled"),
    column(col<&library::book::printed_at>).default_(now()));

namespace {

using namespace library;
using stoa::generation, stoa::table_of, stoa::type_kind;

TEST(table, has_a_column_per_field) {
    constexpr const auto& columns = table_of<book>().columns;
    static_assert(table_of<book>().name == "books" && columns.size() == 7);
    static_assert(columns[1].name == "author_id" && columns[1].type.kind == type_kind::guid && !columns[1].nullable);
    static_assert(columns[2].name == "sequel_id" && columns[2].type.kind == type_kind::int64 && columns[2].nullable);
    static_assert(columns[4].type.kind == type_kind::text && columns[4].enumerators.size() == 2);
    static_assert(columns[4].enumerators[1] == "ebook" && columns[3].enumerators.empty());
}

TEST(table, keeps_the_options_of_columns) {
    constexpr const auto& columns = table_of<book>().columns;
    static_assert(columns[3].max_length == 200 && columns[5].max_length == 0);
    static_assert(columns[3].default_value.size() == 1 && columns[3].default_value[0].text == "untitled");
    static_assert(columns[5].default_value.empty());
    static_assert(columns[0].generated == generation::identity && columns[6].generated == generation::now);
}

TEST(table, knows_its_keys) {
    constexpr const stoa::table_def& table = table_of<book>();
    static_assert(table.primary_key.size() == 1 && table.primary_key[0] == 0);
    static_assert(table.primary_key_name.view() == "book_key");
    static_assert(table.uniques.size() == 1 && table.uniques[0].name.view() == "uq_books_title_author_id");
    static_assert(table.uniques[0].columns[0] == 3 && table.uniques[0].columns[1] == 1);
}

TEST(table, knows_what_it_references) {
    constexpr const auto& keys = table_of<book>().foreign_keys;
    static_assert(keys.size() == 2 && keys[0].name.view() == "fk_books_author_id" && keys[1].name.view() == "sequel");
    EXPECT_EQ(&keys[0].target(), &table_of<author>());
    EXPECT_EQ(&keys[1].target(), &table_of<book>());
    static_assert(keys[0].on_delete == stoa::cascade && keys[0].on_update == stoa::no_action);
    static_assert(keys[1].on_delete == stoa::no_action && keys[1].on_update == stoa::set_null);
    static_assert(keys[0].columns[0] == 1 && keys[0].target_columns[0] == 0);
}

TEST(table, keeps_checks_as_nodes) {
    constexpr const auto& checks = table_of<book>().checks;
    static_assert(checks.size() == 2 && checks[0].name.view() == "ck_books_pages" &&
                  checks[1].name.view() == "has_title");
    static_assert(checks[0].predicate.size() == 7 && checks[0].predicate[0].kind == stoa::ast::op::and_);
    static_assert(checks[0].predicate[6].kind == stoa::ast::op::literal && checks[0].predicate[6].integer == 10'000);
    static_assert(checks[1].predicate.size() == 3 && checks[1].predicate[0].extent == 3);
}

TEST(table, knows_the_direction_of_index_columns) {
    constexpr const auto& index = table_of<book>().indexes[0];
    static_assert(index.unique && index.columns.size() == 3 && index.terms[0].arity == 3);
    static_assert(index.terms[1].kind == stoa::ast::op::descending && index.terms[2].index == 6);
    static_assert(index.terms[3].kind == stoa::ast::op::ascending && index.terms[4].index == 3);
    static_assert(index.terms[5].kind == stoa::ast::op::descending && index.terms[6].index == 0);
    static_assert(index.name.view() == "ix_books_printed_at_title_id");
}

TEST(table, has_the_columns_of_embedded_records) {
    constexpr const stoa::table_def& table = table_of<letter>();
    static_assert(table.columns.size() == 4 && table.columns[1].name == "at" && table.columns[3].name == "weight");
    static_assert(col<&letter::weight>.index == 3 && col<&letter::written, &stamp::by>.index == 2);
}

TEST(unannotated_table, is_named_after_the_struct) {
    static_assert(table_of<letter>().name == "letter" && table_of<author>().name == "author");
    static_assert(table_of<box<int>>().name == "box");
}

TEST(unannotated_table, has_a_field_id_as_key) {
    static_assert(table_of<letter>().primary_key.size() == 1 && table_of<letter>().primary_key[0] == 0);
    static_assert(table_of<letter>().columns[0].generated == generation::none);
    static_assert(table_of<author>().columns[0].generated == generation::guid_v7);
    static_assert(table_of<shelf>().columns[0].generated == generation::identity, "also where it is inherited");
    static_assert(table_of<shelf>().primary_key_name.view() == "pk_shelf");
}

TEST(unannotated_table, without_id_has_no_key) {
    static_assert(table_of<line>().primary_key.size() == 0 && table_of<line>().primary_key_name.empty());
}

TEST(constraint, is_found_by_its_name) {
    constexpr const stoa::table_def& table = table_of<book>();
    const auto columns = [&](std::string_view name) {
        std::string all;
        for (std::uint16_t column : stoa::constraint_columns(table, name))
            all += std::string(table.columns[column].name) + " ";
        return all;
    };
    EXPECT_EQ(columns("book_key"), "id ");
    EXPECT_EQ(columns("uq_books_title_author_id"), "title author_id ");
    EXPECT_EQ(columns("sequel"), "sequel_id ");
    EXPECT_EQ(columns("ck_books_pages"), "pages ");
    EXPECT_EQ(columns("ix_books_printed_at_title_id"), "printed_at title id ");
    EXPECT_EQ(columns("ck_books_kind_values"), "kind ");
    EXPECT_EQ(columns("ck_books_title_length"), "title ");
    EXPECT_EQ(columns("ck_books_pages_type"), "pages ");
    EXPECT_EQ(columns("ck_books"), "");
    EXPECT_EQ(columns(""), "");
}

TEST(column_list, compares_what_it_holds) {
    stoa::column_list one, other;
    EXPECT_EQ(one, other);
    one.add(3);
    EXPECT_FALSE(one == other);
    other.add(3);
    EXPECT_EQ(one, other);
}

} // namespace
