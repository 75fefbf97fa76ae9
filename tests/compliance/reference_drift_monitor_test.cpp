// SPDX-License-Identifier: BSL-1.0
// The work of the drift monitor, on the tables of examples/reference_schemas/.

#include "databases.hpp"
#include "drift_monitor.hpp"

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace reference_drift_monitor {

using namespace std::chrono_literals;
using stoa::col, stoa::from, stoa::json_object;

const stoa::timestamp noon = std::chrono::sys_days(std::chrono::year(2024) / 2 / 29) + 12h;

/// A snapshot with all that belongs to it.
struct picture {
    drift::snapshot snapshot;
    std::vector<drift::node> nodes;
    std::vector<drift::edge> edges;
};

void save(stoa::database& db, picture& taken) {
    db.transaction([&] {
        db.insert(taken.snapshot);
        for (drift::node& each : taken.nodes) each.snapshot_id = taken.snapshot.id;
        for (drift::edge& each : taken.edges) each.snapshot_id = taken.snapshot.id;
        db.insert_many(taken.nodes);
        db.insert_many(taken.edges);
    });
}

std::optional<picture> load(stoa::database& db, drift::id_of<drift::tenant> tenant, drift::id_of<drift::snapshot> id) {
    const auto found = db.first(
        from<drift::snapshot>().where(col<&drift::snapshot::id> == id && col<&drift::snapshot::tenant_id> == tenant));
    if (!found) return std::nullopt;
    return picture{
        *found,
        db.all(from<drift::node>().where(col<&drift::node::snapshot_id> == id).order_by(col<&drift::node::name>)),
        db.all(from<drift::edge>()
                   .where(col<&drift::edge::snapshot_id> == id)
                   .order_by(col<&drift::edge::source>, col<&drift::edge::destination>))};
}

struct drift_monitor : stoa_test::databases {
    drift::tenant acme{{}, "acme", {}}, other{{}, "other", {}};

    void SetUp() override {
        stoa_test::databases::SetUp();
        if (IsSkipped()) return;
        db().create<drift::schema>();
        db().insert(acme);
        db().insert(other);
    }

    picture picture_at(const drift::tenant& owner, stoa::timestamp start) {
        return {{{}, owner.id, start, start + 1min, json_object().add("collector", "eu-1")},
                {{{}, owner.id, {}, "web", "service", json_object().add("replicas", 3)},
                 {{}, owner.id, {}, "db", "database", json_object().add("engine", "postgres")}},
                {{{}, owner.id, {}, "web", "db", json_object().add("calls", 1200)}}};
    }
};

TEST_P(drift_monitor, a_snapshot_is_saved_with_its_nodes_and_edges) {
    picture taken = picture_at(acme, noon);
    save(db(), taken);
    EXPECT_NE(taken.snapshot.id, drift::id_of<drift::snapshot>());
    const auto loaded = load(db(), acme.id, taken.snapshot.id);
    ASSERT_TRUE(loaded);
    EXPECT_EQ(loaded->snapshot.timestamp_start, noon);
    EXPECT_EQ(loaded->snapshot.metadata, taken.snapshot.metadata);
    ASSERT_EQ(loaded->nodes.size(), 2U);
    EXPECT_EQ(loaded->nodes[0].name, "db");
    EXPECT_EQ(loaded->nodes[0].attributes.text(), R"({"engine":"postgres"})");
    EXPECT_EQ(loaded->nodes[1].id, taken.nodes[0].id);
    ASSERT_EQ(loaded->edges.size(), 1U);
    EXPECT_EQ(loaded->edges[0].destination, "db");
    EXPECT_FALSE(load(db(), other.id, taken.snapshot.id)) << "a snapshot of another tenant";
}

TEST_P(drift_monitor, a_snapshot_that_cannot_be_saved_whole_is_not_saved) {
    picture taken = picture_at(acme, noon);
    taken.edges[0].tenant_id = drift::id_of<drift::tenant>(stoa::make_guid_v4());
    EXPECT_THROW(save(db(), taken), stoa::constraint_violation);
    EXPECT_TRUE(db().all(from<drift::snapshot>()).empty());
    EXPECT_TRUE(db().all(from<drift::node>()).empty());
}

TEST_P(drift_monitor, the_latest_two_snapshots_of_a_tenant_are_found) {
    for (const auto hours : {2h, 0h, 1h}) {
        picture taken = picture_at(acme, noon + hours);
        save(db(), taken);
    }
    picture foreign = picture_at(other, noon + 9h);
    save(db(), foreign);
    const auto of_acme = from<drift::snapshot>()
                             .where(col<&drift::snapshot::tenant_id> == acme.id)
                             .order_by(desc(col<&drift::snapshot::timestamp_start>));
    EXPECT_EQ(db().all(of_acme).size(), 3U);
    EXPECT_EQ(db().all(of_acme.limit(2).select(col<&drift::snapshot::timestamp_start>)),
              (std::vector<stoa::timestamp>{noon + 2h, noon + 1h}));
}

TEST_P(drift_monitor, nodes_and_edges_go_with_their_snapshot) {
    picture taken = picture_at(acme, noon), kept = picture_at(acme, noon + 1h);
    save(db(), taken);
    save(db(), kept);
    EXPECT_TRUE(db().erase(taken.snapshot));
    EXPECT_EQ(db().all(from<drift::node>()).size(), 2U);
    EXPECT_EQ(db().one(from<drift::edge>()).snapshot_id, kept.snapshot.id);
}

struct drift_monitor_with_events : drift_monitor {
    void SetUp() override {
        drift_monitor::SetUp();
        if (IsSkipped()) return;
        using enum drift::severity;
        add(acme, "web", low, 12.5);
        add(acme, "batch", critical, 97);
        add(acme, "mail", high, 71.25);
        add(acme, "cron", critical, 88);
        add(other, "web", medium, 99);
    }

    void add(const drift::tenant& owner, const std::string& source, drift::severity severity, double score) {
        drift::drift_event event{.id = {},
                                 .tenant_id = owner.id,
                                 .source = source,
                                 .destination = "db",
                                 .severity = severity,
                                 .status = drift::event_status::open,
                                 .risk_score = score,
                                 .details = json_object().add("new", true),
                                 .created_at = {}};
        db().insert(event);
        EXPECT_NE(event.created_at, stoa::timestamp());
    }
};

TEST_P(drift_monitor_with_events, the_events_of_a_tenant_are_sorted_by_risk) {
    EXPECT_EQ(db().all(from<drift::drift_event>()
                           .where(col<&drift::drift_event::tenant_id> == acme.id)
                           .order_by(desc(col<&drift::drift_event::risk_score>))
                           .select(col<&drift::drift_event::source>)),
              (std::vector<std::string>{"batch", "cron", "mail", "web"}));
}

TEST_P(drift_monitor_with_events, a_summary_counts_them_by_severity) {
    std::map<drift::severity, std::int64_t> summary;
    for (auto&& [severity, events] : db().stream(from<drift::drift_event>()
                                                     .where(col<&drift::drift_event::tenant_id> == acme.id)
                                                     .group_by(col<&drift::drift_event::severity>)
                                                     .select(col<&drift::drift_event::severity>, stoa::count())))
        summary[severity] = events;
    using enum drift::severity;
    EXPECT_EQ(summary, (std::map<drift::severity, std::int64_t>{{low, 1}, {high, 1}, {critical, 2}}));
}

TEST_P(drift_monitor_with_events, the_status_of_one_is_updated) {
    const auto batch = db().one(from<drift::drift_event>().where(col<&drift::drift_event::source> == "batch"));
    EXPECT_EQ(batch.status, drift::event_status::open);
    EXPECT_EQ(db().execute(stoa::update<drift::drift_event>()
                               .set(col<& drift::drift_event::status> = drift::event_status::acknowledged)
                               .where(col<&drift::drift_event::id> == batch.id)),
              1);
    EXPECT_EQ(db().find<drift::drift_event>(batch.id)->status, drift::event_status::acknowledged);
    EXPECT_EQ(db().one(from<drift::drift_event>()
                           .where(col<&drift::drift_event::status> == drift::event_status::open)
                           .select(stoa::count())),
              4);
}

TEST_P(drift_monitor, a_policy_is_saved_and_then_approved) {
    drift::user admin{{}, acme.id, "ann@example.org", drift::role::admin, {}};
    db().insert(admin);
    drift::policy policy{.id = {},
                         .tenant_id = acme.id,
                         .name = "no new databases",
                         .rules = json_object().add("kind", "database"),
                         .status = drift::policy_status::draft,
                         .approved_by = {},
                         .approved_at = {},
                         .created_at = {}};
    db().insert(policy);
    const auto approve =
        stoa::update<drift::policy>()
            .set(col<& drift::policy::status> = drift::policy_status::approved,
                 col<& drift::policy::approved_by> = admin.id, col<& drift::policy::approved_at> = noon)
            .where(col<&drift::policy::id> == policy.id && col<&drift::policy::status> == drift::policy_status::draft);
    EXPECT_EQ(db().execute(approve), 1);
    EXPECT_EQ(db().execute(approve), 0) << "it is no draft any more";
    const auto approved = db().find<drift::policy>(policy.id).value();
    EXPECT_EQ(approved.approved_by, admin.id);
    EXPECT_EQ(approved.approved_at, noon);
    EXPECT_TRUE(db().erase(admin));
    EXPECT_EQ(db().find<drift::policy>(policy.id)->approved_by, std::nullopt);
}

TEST_P(drift_monitor, a_baseline_is_upserted_on_its_unique_key) {
    const auto key = stoa::conflict_on(col<&drift::baseline::tenant_id>, col<&drift::baseline::source>,
                                       col<&drift::baseline::destination>);
    drift::baseline first{{}, acme.id, "web", "db", 1200, 30, noon};
    db().upsert(first, key);
    drift::baseline again{{}, acme.id, "web", "db", 1300, 25, noon + 1h};
    db().upsert(again, key);
    EXPECT_EQ(again.id, first.id);
    drift::baseline foreign{{}, other.id, "web", "db", 1, 0, noon};
    db().upsert(foreign, key);
    EXPECT_EQ(db().all(from<drift::baseline>()).size(), 2U);
    EXPECT_EQ(db().find<drift::baseline>(first.id)->mean_calls, 1300);
    try {
        db().insert(drift::baseline{{}, acme.id, "web", "db", 0, 0, noon});
        FAIL() << "a second baseline of the same edge";
    } catch (const stoa::constraint_violation& error) {
        EXPECT_EQ(error.constraint().name, "uq_baseline_tenant_src_dst");
    }
}

/// The entries with an action: of one tenant, or of all and of none.
std::vector<drift::audit_entry> entries(stoa::database& db, const std::string& action,
                                        std::optional<drift::id_of<drift::tenant>> tenant) {
    const auto of_any = from<drift::audit_entry>()
                            .where(col<&drift::audit_entry::action> == action)
                            .order_by(desc(col<&drift::audit_entry::created_at>));
    if (!tenant) return db.all(of_any);
    return db.all(of_any.where(col<&drift::audit_entry::tenant_id> == *tenant));
}

TEST_P(drift_monitor, the_audit_log_is_filtered_by_action_and_perhaps_tenant) {
    for (const drift::audit_entry& each : {drift::audit_entry{{}, acme.id, "ann", "login", {}, noon},
                                           {{}, other.id, "bob", "login", {}, noon + 1h},
                                           {{}, std::nullopt, "root", "login", {}, noon + 2h},
                                           {{}, acme.id, "ann", "logout", {}, noon + 3h}})
        db().insert(each);
    const auto all = entries(db(), "login", std::nullopt);
    ASSERT_EQ(all.size(), 3U);
    EXPECT_EQ(all[0].actor, "root");
    const auto some = entries(db(), "login", acme.id);
    ASSERT_EQ(some.size(), 1U);
    EXPECT_EQ(some[0].actor, "ann");
}

TEST_P(drift_monitor, a_role_is_one_of_three) {
    for (const drift::role role : {drift::role::admin, drift::role::analyst, drift::role::viewer})
        EXPECT_NO_THROW(db().insert(drift::user{{}, acme.id, "eve@example.org", role, {}}));
    try {
        db().execute("UPDATE users SET role = 'owner'");
        FAIL() << "a role that does not exist";
    } catch (const stoa::constraint_violation& error) {
        EXPECT_EQ(error.constraint().name, "ck_user_role");
    }
}

TEST_P(drift_monitor, all_tables_are_dropped_in_reverse_order_and_created_again) {
    picture taken = picture_at(acme, noon);
    save(db(), taken);
    constexpr std::string_view drops = stoa::drop_ddl<drift::schema, stoa::dialect::sqlite>;
    EXPECT_LT(drops.find("\"nodes\""), drops.find("\"snapshots\""));
    EXPECT_LT(drops.find("\"snapshots\""), drops.find("\"tenants\""));
    EXPECT_LT(drops.find("\"feedback\""), drops.find("\"drift_events\""));
    db().drop<drift::schema>();
    EXPECT_THROW(db().all(from<drift::tenant>()), stoa::statement_error);
    db().create<drift::schema>();
    EXPECT_TRUE(db().all(from<drift::tenant>()).empty());
    EXPECT_TRUE(db().all(from<drift::edge>()).empty());
}

STOA_TEST_ON_EVERY_DATABASE(drift_monitor);
STOA_TEST_ON_EVERY_DATABASE(drift_monitor_with_events);

} // namespace reference_drift_monitor
