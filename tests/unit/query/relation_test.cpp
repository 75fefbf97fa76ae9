// SPDX-License-Identifier: BSL-1.0

#include "bookshop.hpp"

#include <gtest/gtest.h>

#include <span>
#include <type_traits>

namespace bookshop {

using stoa::from, stoa::with, stoa::desc;

/// The statement that loads what is related to `Record`.
template <class Record, class Dialect, class Relation>
constexpr std::string_view sql_for(const Relation&) {
    using keys = stoa::detail::key_lists_t<typename stoa::detail::relation_link<Record, Relation>::far>;
    using statement = decltype(stoa::detail::related_query<Record>(std::declval<Relation>(), std::declval<keys>()));
    return stoa::sql_text<statement, Dialect>;
}

using stoa::dialect::sqlite, stoa::dialect::postgres;

TEST(relation, children_are_found_by_the_keys_of_all_rows_and_sorted_by_their_own) {
    static_assert(sql_for<customer, postgres>(with<&loan::customer_id>) ==
                  R"(SELECT "id", "book_id", "copy_number", "customer_id" FROM "loans" )"
                  R"(WHERE "customer_id" = ANY($1) ORDER BY "id")");
    static_assert(sql_for<customer, sqlite>(with<&loan::customer_id>) ==
                  R"(SELECT "id", "book_id", "copy_number", "customer_id" FROM "loans" )"
                  R"(WHERE "customer_id" IN (SELECT value FROM json_each(?1)) ORDER BY "id")");
}

TEST(relation, keys_of_several_columns_are_a_list_for_each) {
    static_assert(sql_for<loan, postgres>(with<&loan::copy_number>) ==
                  R"(SELECT "book_id", "number", "shelf" FROM "copies" WHERE ("book_id", "number") IN )"
                  R"((SELECT "1", "2" FROM unnest($1, $2) AS "list" ("1", "2")))");
    static_assert(sql_for<copy, sqlite>(with<&loan::book_id>) ==
                  R"(SELECT "id", "book_id", "copy_number", "customer_id" FROM "loans" )"
                  R"(WHERE ("book_id", "copy_number") IN (SELECT "1", "2" FROM )"
                  R"((SELECT key, stoa_guid(value) AS "1" FROM json_each(?1) LIMIT -1) AS "list1" JOIN )"
                  R"((SELECT key, value AS "2" FROM json_each(?2) LIMIT -1) AS "list2" USING (key)) ORDER BY "id")");
}

TEST(relation, a_parent_is_found_without_an_order) {
    static_assert(sql_for<book, postgres>(with<&book::author_id>) ==
                  R"(SELECT "id", "name", "motto" FROM "authors" WHERE "id" = ANY($1))");
}

TEST(relation, an_order_ends_with_the_primary_key_unless_it_says_it) {
    static_assert(sql_for<book, postgres>(with<&copy::book_id>.order_by(desc(col<&copy::shelf>))) ==
                  R"(SELECT "book_id", "number", "shelf" FROM "copies" WHERE "book_id" = ANY($1) )"
                  R"(ORDER BY "shelf" DESC, "book_id", "number")");
    static_assert(sql_for<book, postgres>(with<&copy::book_id>.order_by(desc(col<&copy::number>))) ==
                  R"(SELECT "book_id", "number", "shelf" FROM "copies" WHERE "book_id" = ANY($1) )"
                  R"(ORDER BY "number" DESC, "book_id")");
}

TEST(relation, conditions_stand_beside_the_keys) {
    static_assert(
        sql_for<author, sqlite>(with<&book::author_id>.where(col<&book::pages> > 9).where(col<&book::sold_out>)) ==
        R"(SELECT "id", "author_id", "title", "kind", "pages", "year", "price", "weight", "printed_at", )"
        R"("sold_out" FROM "books" WHERE ("author_id" IN (SELECT stoa_guid(value) FROM json_each(?1))) AND )"
        R"(("pages" > ?2) AND "sold_out" ORDER BY "id")");
}

} // namespace bookshop
