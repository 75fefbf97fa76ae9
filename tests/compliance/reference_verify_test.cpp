// SPDX-License-Identifier: BSL-1.0
// The tables of examples/reference_schemas/, read back from the databases.

#include "capture_analyser.hpp"
#include "databases.hpp"
#include "drift_monitor.hpp"
#include "ingestion_service.hpp"
#include "resource_governance.hpp"
#include "security_api.hpp"

#include "stoa/inspect/verify.hpp"

namespace reference_verify {

struct reference_schemas : stoa_test::databases {
    template <class Schema>
    void create_twice() {
        for (int round = 0; round != 2; ++round) {
            db().create<Schema>();
            for (const stoa::difference& each : stoa::verify<Schema>(db())) ADD_FAILURE() << to_string(each);
            const stoa::schema_info found = stoa::inspect(db());
            EXPECT_EQ(found.tables.size() + found.views.size(), Schema::size);
            db().drop<Schema>();
            EXPECT_EQ(stoa::inspect(db()), stoa::schema_info{});
        }
    }
};

TEST_P(reference_schemas, drift_monitor_is_created_as_defined) {
    create_twice<drift::schema>();
}

TEST_P(reference_schemas, resource_governance_is_created_as_defined) {
    create_twice<governance::schema>();
}

TEST_P(reference_schemas, security_api_is_created_as_defined) {
    create_twice<security::schema>();
}

TEST_P(reference_schemas, capture_analyser_is_created_as_defined) {
    create_twice<capture::schema>();
}

TEST_P(reference_schemas, ingestion_service_is_created_as_defined) {
    create_twice<ingestion::schema>();
}

TEST_P(reference_schemas, one_schema_is_not_another) {
    db().create<capture::schema>();
    EXPECT_FALSE(stoa::verify<security::schema>(db()).empty());
}

STOA_TEST_ON_EVERY_DATABASE(reference_schemas);

} // namespace reference_verify
