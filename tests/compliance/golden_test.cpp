// SPDX-License-Identifier: BSL-1.0
// The scripts in tests/golden/ are not only what is written, but what the databases take.

#include "databases.hpp"
#include "golden.hpp"
#include "golden_queries.hpp"
#include "source_tree.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <limits>
#include <string>
#include <vector>

namespace golden {

struct scripts_on : stoa_test::databases {
    /// The folder of the database's dialect.
    static std::string dialect() {
        switch (GetParam()) {
        case stoa_test::kind::postgres: return "postgres";
        case stoa_test::kind::sqlite_binary_guids: return "sqlite_binary_guid";
        default: return "sqlite";
        }
    }

    static std::string read(const std::string& folder, const std::string& feature) {
        std::ifstream file(stoa_test::source_file("golden/" + folder + "/" + feature + ".sql"), std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }
};

TEST_P(scripts_on, every_script_loads_into_an_empty_database) {
    for (const std::string feature : {"all_types", "keys", "foreign_keys", "checks", "indexes", "defaults", "embedded",
                                      "unannotated", "long_names", "arrays"}) {
        const std::string text = read(dialect(), feature);
        EXPECT_FALSE(text.empty()) << feature;
        EXPECT_NO_THROW(db().execute(text)) << feature;
    }
}

TEST_P(scripts_on, every_script_of_the_vocabulary_loads_into_an_empty_database) {
    for (const std::string feature :
         {"vocabulary_columns", "vocabulary_keys", "vocabulary_indexes", "vocabulary_partitions", "vocabulary_cycle",
          "vocabulary_cycle_if_missing", "vocabulary_cycle_dropped", "vocabulary_cycle"}) {
        const std::string text = read(dialect(), feature);
        EXPECT_FALSE(text.empty()) << feature;
        EXPECT_NO_THROW(db().transaction([&] { db().execute(text); })) << feature;
    }
}

TEST_P(scripts_on, every_script_of_views_loads_into_an_empty_database) {
    for (const std::string feature :
         {"views", "views_if_missing", "views_refreshed", "views_refreshed_concurrently", "views_dropped",
          "views_if_missing", "views_refreshed", "views_dropped", "views"}) {
        const std::string text = read(dialect(), feature);
        EXPECT_FALSE(text.empty()) << feature;
        EXPECT_NO_THROW(db().transaction([&] { db().execute(text); })) << feature;
    }
}

TEST_P(scripts_on, every_script_of_columns_and_indexes_loads_into_an_empty_database) {
    allow_trigrams();
    for (const std::string feature : {"column_defaults", "column_collation", "column_indexes"}) {
        const std::string text = read(dialect(), feature);
        EXPECT_FALSE(text.empty()) << feature;
        EXPECT_NO_THROW(db().transaction([&] { db().execute(text); })) << feature;
    }
}

// Namespaces are shared by all tests, so that nothing of this is committed.
TEST_P(scripts_on, every_script_with_namespaces_loads_into_an_empty_database) {
    db().execute("BEGIN");
    for (const std::string feature :
         {"vocabulary_namespaces_dropped", "vocabulary_namespaces", "vocabulary_namespaces_if_missing",
          "vocabulary_namespaces_dropped", "vocabulary_namespaces_if_missing"}) {
        const std::string text = read(dialect(), feature);
        EXPECT_FALSE(text.empty()) << feature;
        EXPECT_NO_THROW(db().transaction([&] { db().execute(text); })) << feature;
    }
    db().execute("ROLLBACK");
}

TEST_P(scripts_on, the_script_with_documents_loads_into_an_empty_database) {
    EXPECT_NO_THROW(db().execute(read(dialect(), "vocabulary_json")));
}

TEST_P(scripts_on, what_is_loaded_can_be_dropped) {
    db().execute(read(dialect(), "foreign_keys"));
    db().execute(read(dialect(), "long_names"));
    db().drop<stoa::schema<foreign_keys::item, foreign_keys::node, foreign_keys::position>>();
    db().drop<stoa::schema<long_names::order, long_names::quoted,
                           long_names::entry_of_a_journal_with_a_name_that_goes_on_for_quite_some_time>>();
    EXPECT_NO_THROW(db().execute(read(dialect(), "long_names")));
    EXPECT_NO_THROW(db().execute(read(dialect(), "foreign_keys")));
}

TEST_P(scripts_on, a_row_without_values_gets_the_defaults) {
    db().create<stoa::schema<defaults::record>>();
    db().execute("INSERT INTO records (id) VALUES (1)");
    const auto row = db().find<defaults::record>(1);
    ASSERT_TRUE(row);
    EXPECT_EQ(row->text, "");
    EXPECT_EQ(row->quoted, "it's \\ \"so\"");
    EXPECT_EQ(row->number, -1);
    EXPECT_EQ(row->least, std::numeric_limits<std::int64_t>::min());
    EXPECT_EQ(row->real, 1e-300);
    EXPECT_EQ(row->tenth, 0.1f);
    EXPECT_TRUE(row->flag);
    EXPECT_EQ(row->amount, (stoa::decimal<8, 3>("-0.05")));
    EXPECT_EQ(row->now, defaults::state::open);
    EXPECT_EQ(row->code, stoa::guid());
    EXPECT_EQ(row->moment, stoa::timestamp(std::chrono::microseconds(-1)));
    EXPECT_EQ(row->day, stoa::date(std::chrono::days(19'000)));
    EXPECT_EQ(row->maybe, 7);
    EXPECT_GT(row->created_at, stoa::timestamp(std::chrono::hours(24 * 365 * 50)));
}

TEST_P(scripts_on, checks_mean_the_same) {
    db().create<stoa::schema<checks::product>>();
    const auto stored = [&](auto change) {
        checks::product p{1, "chair", 10, {}, 1, 2, 1.5, checks::size::small, true, {}};
        change(p);
        try {
            db().transaction([&] {
                db().insert(p);
                db().erase(p);
            });
            return std::string("stored");
        } catch (const stoa::constraint_violation& error) {
            EXPECT_EQ(error.code(), stoa::errc::check_violation);
            return error.constraint().name;
        }
    };
    EXPECT_EQ(stored([](auto&) {}), "stored");
    EXPECT_EQ(stored([](auto& p) { p.price = -1; }), "ck_products_price");
    EXPECT_EQ(stored([](auto& p) { p.price = stoa::decimal<10, 2>("999.99"); }), "ck_products_price");
    EXPECT_EQ(stored([](auto& p) { p.price = stoa::decimal<10, 2>("999.98"); }), "stored");
    EXPECT_EQ(stored([](auto& p) { p.old_price = 9; }), "cheaper_now");
    EXPECT_EQ(stored([](auto& p) { p.old_price = 11; }), "stored");
    EXPECT_EQ(stored([](auto& p) { p.name = ""; }), "ck_products_name");
    EXPECT_EQ(stored([](auto& p) { p.name = "it's"; }), "ck_products_name");
    EXPECT_EQ(stored([](auto& p) { p.name = std::string(81, 'x'); }), "ck_products_name_length");
    EXPECT_EQ(stored([](auto& p) {
                  p.name.clear();
                  for (int i = 0; i != 80; ++i) p.name += "\u00e9";
              }),
              "stored");
    EXPECT_EQ(stored([](auto& p) { p.high = 102; }), "ck_products_high_low");
    EXPECT_EQ(stored([](auto& p) { p.weight = 0.25; }), "ck_products_weight");
    EXPECT_EQ(stored([](auto& p) { p.kind = checks::size::large, p.price = 5; }), "large_is_expensive");
    EXPECT_EQ(stored([](auto& p) { p.since = stoa::date(std::chrono::days(-1)); }), "ck_products_since");
    EXPECT_EQ(stored([](auto& p) { p.active = false, p.name = "x%[a] or '"; }), "stored");
    EXPECT_EQ(stored([](auto& p) { p.active = false, p.name = "x%a'"; }), "pattern");
    EXPECT_EQ(stored([](auto& p) { p.weight = 0.75; }), "stored");
    EXPECT_EQ(stored([](auto& p) { p.active = false, p.weight = 0.75, p.name = "x%[a]'"; }), "light_is_active");
}

TEST_P(scripts_on, every_statement_can_be_prepared) {
    db().create<bookshop_tables>();
    const bool is_postgres = dialect() == "postgres";
    const std::string text = read(is_postgres ? "postgres" : "sqlite", "queries");
    ASSERT_FALSE(text.empty());
    std::size_t count = 0;
    for (std::size_t begin = 0, end = 0; (end = text.find(";\n", begin)) != std::string::npos; begin = end + 2) {
        const std::string statement = text.substr(begin, end - begin);
        const std::string prepare = is_postgres ? "PREPARE golden_" + std::to_string(count) + " AS " : "EXPLAIN ";
        EXPECT_NO_THROW(db().execute(prepare + statement)) << statement;
        ++count;
    }
    EXPECT_GT(count, 20U);
}

STOA_TEST_ON_EVERY_DATABASE(scripts_on);

} // namespace golden
