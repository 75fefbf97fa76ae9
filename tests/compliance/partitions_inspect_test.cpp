// SPDX-License-Identifier: BSL-1.0
// Partitions are read back with their tables, and any change of them is seen.

#include "partitions.hpp"

#include <string>
#include <string_view>

namespace partitions {

struct inspected_partitions : on_partitions {};

TEST_P(inspected_partitions, are_read_back_with_their_bounds) {
    const stoa::schema_info found = stoa::inspect(db());
    ASSERT_EQ(found.tables.size(), 5U);
    EXPECT_TRUE(stoa::verify<everything>(db()).empty());
    const stoa::table_info& events = found.tables[0];
    if (!has_partitions()) {
        EXPECT_TRUE(events.partitions.empty());
        return;
    }
    EXPECT_EQ(events.options, "PARTITION BY RANGE (at)");
    ASSERT_EQ(events.partitions.size(), 2U);
    EXPECT_EQ(events.partitions[0],
              (stoa::partition_info{"events \"2026\"",
                                    "FOR VALUES FROM ('2026-01-01 00:00:00+00') TO ('2027-01-01 00:00:00+00')"}));
    EXPECT_EQ(found.tables[1].options, "PARTITION BY HASH (id)");
    EXPECT_EQ(found.tables[1].partitions[2],
              (stoa::partition_info{"people_2", "FOR VALUES WITH (modulus 3, remainder 2)"}));
    EXPECT_EQ(found.tables[2].partitions[1].bounds, "FOR VALUES IN ('-3')");
    EXPECT_EQ(found.tables[4].partitions[1], (stoa::partition_info{"tickets_rest", "DEFAULT"}));
}

TEST_P(inspected_partitions, any_change_of_them_is_a_difference) {
    if (!has_partitions()) return;
    const auto differences = [&](std::string_view change) {
        std::string text;
        try {
            db().transaction([&] {
                db().execute(change);
                for (const stoa::difference& each : stoa::verify<everything>(db())) text += to_string(each) + "\n";
                throw 0; // back to what it was
            });
        } catch (int) {}
        return text;
    };
    EXPECT_EQ(differences("DROP TABLE tickets_rest"), "table \"tickets\", partition \"tickets_rest\" is missing: "
                                                      "bounds DEFAULT\n");
    EXPECT_EQ(differences("ALTER TABLE readings DETACH PARTITION readings_2"),
              "table \"readings\", partition \"readings_2\" is missing: bounds FOR VALUES IN ('-3')\n");
    EXPECT_EQ(differences("CREATE TABLE readings_3 PARTITION OF readings FOR VALUES IN (NULL)"),
              "table \"readings\", partition \"readings_3\" is not wanted: bounds FOR VALUES IN (NULL)\n");
    EXPECT_EQ(
        differences("DROP TABLE readings_2; CREATE TABLE readings_2 PARTITION OF readings FOR VALUES IN (7)"),
        "table \"readings\", partition \"readings_2\": bounds FOR VALUES IN ('7'), wanted FOR VALUES IN ('-3')\n");
    EXPECT_EQ(differences("DROP TABLE readings_2; CREATE TABLE readings_2 PARTITION OF readings FOR VALUES IN (-3) "
                          "PARTITION BY HASH (value)"),
              "table \"readings\", partition \"readings_2\": bounds FOR VALUES IN ('-3') PARTITION BY HASH (value), "
              "wanted FOR VALUES IN ('-3')\n");
    EXPECT_NE(
        differences("DROP TABLE readings; CREATE TABLE readings (place smallint, value double precision NOT NULL)")
            .find("options none, wanted PARTITION BY LIST (place)"),
        std::string::npos);
    EXPECT_NE(
        differences("DROP TABLE readings; CREATE TABLE readings (place smallint, value double precision NOT NULL) "
                    "PARTITION BY HASH (place)")
            .find("options PARTITION BY HASH (place), wanted PARTITION BY LIST (place)"),
        std::string::npos);
}

TEST_P(inspected_partitions, are_added_where_they_are_missing_and_dropped_with_their_table) {
    if (has_partitions()) db().execute("DROP TABLE tickets_rest");
    db().create_if_missing<everything>();
    EXPECT_TRUE(stoa::verify<everything>(db()).empty());
    db().drop<everything>();
    EXPECT_TRUE(stoa::inspect(db()).tables.empty());
    db().create<everything>();
}

STOA_TEST_ON_EVERY_DATABASE(inspected_partitions);

} // namespace partitions
