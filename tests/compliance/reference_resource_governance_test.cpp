// SPDX-License-Identifier: BSL-1.0
// The questions resource governance asks, on the tables of examples/reference_schemas/.

#include "databases.hpp"
#include "resource_governance.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace reference_resource_governance {

using namespace std::chrono_literals;
using governance::money, governance::resource, governance::capability, governance::cost, governance::daily_cost;
using stoa::col, stoa::from, stoa::json_object, stoa::json_value;
using words = std::vector<std::string>;

const stoa::timestamp noon = std::chrono::sys_days(std::chrono::year(2024) / 2 / 29) + 12h;

struct resource_governance : stoa_test::databases {
    void SetUp() override {
        stoa_test::databases::SetUp();
        if (IsSkipped()) return;
        db().create<governance::schema>();
        using enum governance::sensitivity;
        db().insert(resource_of("mail", "mcp", json_object().add("status", "active").add("team", "office")));
        db().insert(resource_of("ledger", "http", json_object().add("status", "active").add("team", "finance")));
        db().insert(resource_of("archive", "grpc", json_object().add("status", "retired")));
        add("m1", "mail", "send", low, "object", "sends a message");
        add("m2", "mail", "search", medium, "string", std::nullopt);
        add("l1", "ledger", "search", high, "object", std::nullopt);
        add("l2", "ledger", "book", critical, "object", std::nullopt);
        add("a1", "archive", "search", low, "array", std::nullopt);
    }

    static resource resource_of(const std::string& id, const std::string& protocol, stoa::json_document metadata) {
        return {.id = id,
                .name = "the " + id,
                .protocol = protocol,
                .endpoint = protocol + "://" + id,
                .sensitivity_level = governance::sensitivity::medium,
                .metadata = std::move(metadata),
                .created_at = {},
                .updated_at = {}};
    }

    void add(const std::string& id, const std::string& of, const std::string& name, governance::sensitivity level,
             const std::string& input, std::optional<std::string> description) {
        db().insert(capability{.id = id,
                               .resource_id = of,
                               .name = name,
                               .description = std::move(description),
                               .input_schema = json_object().add("type", input),
                               .output_schema = json_object().add("type", "object"),
                               .sensitivity_level = level,
                               .metadata = json_object()});
    }

    void spend(stoa::timestamp when, const std::string& on, const std::string& by, money estimated,
               std::optional<money> actual) {
        db().insert(cost{0, when, "ann", on, by, estimated, actual, json_object()});
    }
};

TEST_P(resource_governance, resources_are_found_by_protocol) {
    const auto by_protocol = [](const std::string& protocol) {
        return from<resource>().where(col<&resource::protocol> == protocol).order_by(col<&resource::name>);
    };
    const auto found = db().all(by_protocol("mcp"));
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].id, "mail");
    EXPECT_NE(found[0].created_at, stoa::timestamp());
    EXPECT_TRUE(db().all(by_protocol("ftp")).empty());
}

TEST_P(resource_governance, resources_are_found_by_a_key_of_their_metadata) {
    constexpr auto status = json_value<std::string, "status">(col<&resource::metadata>);
    constexpr auto team = json_value<std::string, "team">(col<&resource::metadata>);
    EXPECT_EQ(
        db().all(from<resource>().where(status == "active").order_by(col<&resource::id>).select(col<&resource::id>)),
        (words{"ledger", "mail"}));
    EXPECT_EQ(db().all(from<resource>().where(team == "finance").select(col<&resource::id>)), words{"ledger"});
    EXPECT_EQ(db().all(from<resource>().where(team.is_null()).select(col<&resource::id>)), words{"archive"});
}

TEST_P(resource_governance, capabilities_come_with_their_resource) {
    const auto rows = db().all(
        from<capability>().join<resource>().where(col<&capability::name> == "search").order_by(col<&capability::id>));
    ASSERT_EQ(rows.size(), 3U);
    for (const auto& [each, of] : rows) EXPECT_EQ(each.resource_id, of.id);
    EXPECT_EQ(std::get<1>(rows[0]).name, "the archive");
    EXPECT_EQ(std::get<1>(rows[2]).protocol, "mcp");
}

TEST_P(resource_governance, capabilities_of_high_or_critical_sensitivity_are_found) {
    using enum governance::sensitivity;
    EXPECT_EQ(db().all(from<capability>()
                           .where(col<&capability::sensitivity_level>.in({high, critical}))
                           .order_by(col<&capability::id>)
                           .select(col<&capability::id>)),
              (words{"l1", "l2"}));
}

TEST_P(resource_governance, capabilities_are_found_by_the_type_of_their_input) {
    const auto taking = [](const std::string& type) {
        return from<capability>()
            .where(json_value<std::string, "type">(col<&capability::input_schema>) == type)
            .order_by(col<&capability::id>)
            .select(col<&capability::id>);
    };
    EXPECT_EQ(db().all(taking("object")), (words{"l1", "l2", "m1"}));
    EXPECT_EQ(db().all(taking("array")), words{"a1"});
}

TEST_P(resource_governance, capabilities_are_counted_by_protocol) {
    EXPECT_EQ(db().all(from<capability>()
                           .join<resource>()
                           .group_by(col<&resource::protocol>)
                           .order_by(col<&resource::protocol>)
                           .select(col<&resource::protocol>, stoa::count())),
              (std::vector<std::tuple<std::string, std::int64_t>>{{"grpc", 1}, {"http", 2}, {"mcp", 2}}));
}

TEST_P(resource_governance, names_of_capabilities_that_several_protocols_offer_are_found) {
    constexpr auto protocols = stoa::count_distinct(col<&resource::protocol>);
    EXPECT_EQ(db().all(from<capability>()
                           .join<resource>()
                           .group_by(col<&capability::name>)
                           .having(protocols > 1)
                           .select(col<&capability::name>, protocols)),
              (std::vector<std::tuple<std::string, std::int64_t>>{{"search", 3}}));
}

struct spending {
    std::string resource;
    std::int64_t capabilities; ///< how many different ones were used
    std::int64_t uses;
    std::optional<stoa::decimal<18, 2>> actual; ///< empty where no cost is known yet

    friend bool operator==(const spending&, const spending&) = default;
};

TEST_P(resource_governance, the_cost_of_each_resource_over_a_period_is_summed) {
    spend(noon, "mail", "m1", money("0.10"), money("0.12"));
    spend(noon + 1h, "mail", "m2", money("0.10"), money("0.08"));
    spend(noon + 1h, "mail", "m1", money("0.10"), std::nullopt);
    spend(noon + 2h, "archive", "a1", money("5"), std::nullopt);
    spend(noon + 3h, "ledger", "l1", money("12345678.90"), money("12345678.91"));
    spend(noon + 48h, "mail", "m1", money("1"), money("1"));
    const auto per_resource =
        from<cost>()
            .join<resource>(col<&cost::resource_id> == col<&resource::id>)
            .join<capability>(col<&cost::capability_id> == col<&capability::id>)
            .where(col<&cost::timestamp> >= noon && col<&cost::timestamp> < noon + 24h)
            .group_by(col<&resource::name>)
            .order_by(col<&resource::name>)
            .select_as<spending>(col<&resource::name>, stoa::count_distinct(col<&capability::name>), stoa::count(),
                                 sum(col<&cost::actual_cost>));
    using total = stoa::decimal<18, 2>;
    EXPECT_EQ(db().all(per_resource), (std::vector<spending>{{"the archive", 1, 1, std::nullopt},
                                                             {"the ledger", 1, 1, total("12345678.91")},
                                                             {"the mail", 2, 3, total("0.20")}}));
}

TEST_P(resource_governance, the_costs_of_a_day_are_summed_when_the_summary_is_refreshed) {
    const auto of_day = [](stoa::date day) {
        return from<daily_cost>().where(col<&daily_cost::day> == day).order_by(col<&daily_cost::resource_id>);
    };
    const auto first = std::chrono::floor<std::chrono::days>(noon);
    spend(noon - 12h, "mail", "m1", money("0.10"), money("0.12"));
    spend(noon + 12h - 1us, "mail", "m2", money("0.10"), money("0.08"));
    spend(noon + 12h, "mail", "m1", money("9"), money("9"));
    spend(noon, "archive", "a1", money("5"), std::nullopt);
    EXPECT_TRUE(db().all(from<daily_cost>()).empty()) << "its rows are those of when it was created";

    db().refresh<daily_cost>();
    const auto rows = db().all(of_day(first));
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].resource_id, "archive");
    EXPECT_EQ(rows[0].total_cost, std::nullopt);
    EXPECT_EQ(rows[0].uses, 1);
    EXPECT_EQ(rows[1].principal_id, "ann");
    EXPECT_EQ(rows[1].total_cost, (stoa::decimal<18, 2>("0.20")));
    EXPECT_EQ(rows[1].uses, 2);

    spend(noon, "ledger", "l1", money("1"), money("1"));
    EXPECT_EQ(db().all(of_day(first)).size(), 2U);
    db().refresh<daily_cost>(stoa::concurrently);
    EXPECT_EQ(db().all(of_day(first)).size(), 3U);
    const auto found = db().find<daily_cost>(first + std::chrono::days(1), "ann", "mail");
    ASSERT_TRUE(found);
    EXPECT_EQ(found->total_cost, (stoa::decimal<18, 2>("9.00")));
}

TEST_P(resource_governance, capabilities_go_with_their_resource_and_costs_stay) {
    spend(noon, "mail", "m1", money("0.10"), money("0.12"));
    EXPECT_TRUE(db().erase<resource>("mail"));
    EXPECT_EQ(db().all(from<capability>()).size(), 3U);
    EXPECT_EQ(db().one(from<cost>()).resource_id, "mail");
}

TEST_P(resource_governance, a_budget_is_spent_in_the_database) {
    db().insert(governance::budget{"ann", money("10"), money("100"), money("9.50"), money("20"), "EUR"});
    const auto spend = [](money amount) {
        using governance::budget;
        return stoa::update<budget>()
            .set(col<&budget::daily_spent> = col<&budget::daily_spent> + amount,
                 col<&budget::monthly_spent> = col<&budget::monthly_spent> + amount)
            .where(col<&budget::principal_id> == "ann" &&
                   col<&budget::daily_spent> + amount <= col<&budget::daily_budget>);
    };
    EXPECT_EQ(db().execute(spend(money("0.50"))), 1);
    EXPECT_EQ(db().execute(spend(money("0.01"))), 0) << "the day's budget is spent";
    EXPECT_EQ(db().find<governance::budget>("ann")->monthly_spent, money("20.50"));
}

TEST_P(resource_governance, only_federated_events_name_nodes) {
    const stoa::guid correlation = stoa::make_guid_v7();
    governance::audit_event here{.id = 0,
                                 .timestamp = {},
                                 .event_type = "invoked",
                                 .principal_id = "ann",
                                 .resource_id = "mail",
                                 .capability_id = "m1",
                                 .details = json_object(),
                                 .source_node = {},
                                 .target_node = {},
                                 .correlation_id = {}};
    governance::audit_event federated = here;
    federated.source_node = "north";
    federated.target_node = "south";
    federated.correlation_id = correlation;
    db().insert(here);
    db().insert(federated);
    EXPECT_LT(here.id, federated.id);
    const auto found =
        db().one(from<governance::audit_event>().where(col<&governance::audit_event::correlation_id> == correlation));
    EXPECT_EQ(found.id, federated.id);
    EXPECT_EQ(found.target_node, "south");
    EXPECT_EQ(db().find<governance::audit_event>(here.id)->source_node, std::nullopt);
}

TEST_P(resource_governance, all_tables_are_dropped_and_created_again) {
    db().drop<governance::schema>();
    db().create<governance::schema>();
    EXPECT_TRUE(db().all(from<resource>()).empty());
}

STOA_TEST_ON_EVERY_DATABASE(resource_governance);

} // namespace reference_resource_governance
