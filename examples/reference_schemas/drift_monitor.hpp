// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_EXAMPLES_REFERENCE_SCHEMAS_DRIFT_MONITOR_HPP
#define STOA_EXAMPLES_REFERENCE_SCHEMAS_DRIFT_MONITOR_HPP

// A monitor that compares snapshots of who talks to whom in a network, and reports what has drifted. Many tenants share
// the tables, and no id can be taken for that of another table.
//
//   tenants ──< snapshots ──< nodes, edges
//      ├──< drift_events ──< feedback >── users
//      └──< users, policies, whitelist, baselines, audit_log

#include <stoa/stoa.hpp>

#include <optional>
#include <string>

namespace drift {

template <class Record>
using id_of = stoa::strong_id<Record, stoa::guid>;

struct tenant {
    id_of<tenant> id;
    std::string name;
    stoa::timestamp created_at;
};

enum class role { admin, analyst, viewer };

struct user {
    id_of<user> id;
    id_of<tenant> tenant_id;
    std::string email;
    drift::role role;
    stoa::timestamp created_at;
};

struct snapshot {
    id_of<snapshot> id;
    id_of<tenant> tenant_id;
    stoa::timestamp timestamp_start;
    std::optional<stoa::timestamp> timestamp_end; ///< empty while it is being taken
    stoa::json_document metadata;
};

struct node {
    id_of<node> id;
    id_of<tenant> tenant_id;
    id_of<snapshot> snapshot_id;
    std::string name;
    std::string kind;
    stoa::json_document attributes;
};

struct edge {
    id_of<edge> id;
    id_of<tenant> tenant_id;
    id_of<snapshot> snapshot_id;
    std::string source;      ///< name of a node
    std::string destination; ///< name of a node
    stoa::json_document attributes;
};

enum class severity { low, medium, high, critical };
enum class event_status { open, acknowledged, resolved, dismissed };

struct drift_event {
    id_of<drift_event> id;
    id_of<tenant> tenant_id;
    std::string source;
    std::string destination;
    drift::severity severity = severity::low;
    event_status status = event_status::open;
    double risk_score = 0; ///< 0 to 100
    stoa::json_document details;
    stoa::timestamp created_at;
};

enum class policy_status { draft, approved, retired };

struct policy {
    id_of<policy> id;
    id_of<tenant> tenant_id;
    std::string name;
    stoa::json_document rules;
    policy_status status = policy_status::draft;
    std::optional<id_of<user>> approved_by;
    std::optional<stoa::timestamp> approved_at;
    stoa::timestamp created_at;
};

enum class verdict { expected, unexpected, unsure };

struct feedback {
    id_of<feedback> id;
    id_of<tenant> tenant_id;
    id_of<drift_event> drift_event_id;
    id_of<user> user_id;
    drift::verdict verdict = verdict::unsure;
    std::optional<std::string> comment;
    stoa::timestamp created_at;
};

struct whitelisted {
    id_of<whitelisted> id;
    id_of<tenant> tenant_id;
    std::string source;
    std::string destination;
    std::string reason;
    stoa::timestamp created_at;
};

/// How often an edge is ordinarily used.
struct baseline {
    id_of<baseline> id;
    id_of<tenant> tenant_id;
    std::string source;
    std::string destination;
    double mean_calls = 0; ///< per hour
    double deviation = 0;  ///< standard deviation of the same
    stoa::timestamp updated_at;
};

struct audit_entry {
    id_of<audit_entry> id;
    std::optional<id_of<tenant>> tenant_id; ///< empty for what concerns no tenant
    std::string actor;
    std::string action;
    stoa::json_document details;
    stoa::timestamp created_at;
};

using schema =
    stoa::schema<tenant, user, snapshot, node, edge, drift_event, policy, feedback, whitelisted, baseline, audit_entry>;

} // namespace drift

// One fact a line.
// clang-format off
template <>
inline constexpr auto stoa::table<drift::tenant> = stoa::define<drift::tenant>("tenants",
    primary_key(col<&drift::tenant::id>).generated(guid_v7),
    column(col<&drift::tenant::created_at>).default_(now()));

// [check]
template <>
inline constexpr auto stoa::table<drift::user> = stoa::define<drift::user>("users",
    primary_key(col<&drift::user::id>).generated(guid_v7),
    foreign_key(col<&drift::user::tenant_id>).references(col<&drift::tenant::id>),
    column(col<&drift::user::role>).values_named("ck_user_role"),
    column(col<&drift::user::created_at>).default_(now()));
// [/check]

template <>
inline constexpr auto stoa::table<drift::snapshot> = stoa::define<drift::snapshot>("snapshots",
    primary_key(col<&drift::snapshot::id>).generated(guid_v7),
    foreign_key(col<&drift::snapshot::tenant_id>).references(col<&drift::tenant::id>),
    index(col<&drift::snapshot::tenant_id>),
    index(col<&drift::snapshot::timestamp_start>));

template <>
inline constexpr auto stoa::table<drift::node> = stoa::define<drift::node>("nodes",
    primary_key(col<&drift::node::id>).generated(guid_v7),
    foreign_key(col<&drift::node::tenant_id>).references(col<&drift::tenant::id>),
    foreign_key(col<&drift::node::snapshot_id>).references(col<&drift::snapshot::id>).on_delete(cascade));

template <>
inline constexpr auto stoa::table<drift::edge> = stoa::define<drift::edge>("edges",
    primary_key(col<&drift::edge::id>).generated(guid_v7),
    foreign_key(col<&drift::edge::tenant_id>).references(col<&drift::tenant::id>),
    foreign_key(col<&drift::edge::snapshot_id>).references(col<&drift::snapshot::id>).on_delete(cascade),
    index(col<&drift::edge::snapshot_id>),
    index(col<&drift::edge::source>),
    index(col<&drift::edge::source>, col<&drift::edge::destination>));

template <>
inline constexpr auto stoa::table<drift::drift_event> = stoa::define<drift::drift_event>("drift_events",
    primary_key(col<&drift::drift_event::id>).generated(guid_v7),
    foreign_key(col<&drift::drift_event::tenant_id>).references(col<&drift::tenant::id>),
    index(col<&drift::drift_event::tenant_id>),
    index(col<&drift::drift_event::severity>),
    index(col<&drift::drift_event::status>),
    column(col<&drift::drift_event::status>).default_(drift::event_status::open),
    column(col<&drift::drift_event::created_at>).default_(now()));

template <>
inline constexpr auto stoa::table<drift::policy> = stoa::define<drift::policy>("policies",
    primary_key(col<&drift::policy::id>).generated(guid_v7),
    foreign_key(col<&drift::policy::tenant_id>).references(col<&drift::tenant::id>),
    foreign_key(col<&drift::policy::approved_by>).references(col<&drift::user::id>).on_delete(set_null),
    column(col<&drift::policy::status>).default_(drift::policy_status::draft),
    column(col<&drift::policy::created_at>).default_(now()));

template <>
inline constexpr auto stoa::table<drift::feedback> = stoa::define<drift::feedback>("feedback",
    primary_key(col<&drift::feedback::id>).generated(guid_v7),
    foreign_key(col<&drift::feedback::tenant_id>).references(col<&drift::tenant::id>),
    foreign_key(col<&drift::feedback::drift_event_id>).references(col<&drift::drift_event::id>).on_delete(cascade),
    foreign_key(col<&drift::feedback::user_id>).references(col<&drift::user::id>),
    column(col<&drift::feedback::created_at>).default_(now()));

template <>
inline constexpr auto stoa::table<drift::whitelisted> = stoa::define<drift::whitelisted>("whitelist",
    primary_key(col<&drift::whitelisted::id>).generated(guid_v7),
    foreign_key(col<&drift::whitelisted::tenant_id>).references(col<&drift::tenant::id>),
    unique(col<&drift::whitelisted::tenant_id>, col<&drift::whitelisted::source>,
           col<&drift::whitelisted::destination>).named("uq_whitelist_tenant_src_dst"),
    column(col<&drift::whitelisted::created_at>).default_(now()));

template <>
inline constexpr auto stoa::table<drift::baseline> = stoa::define<drift::baseline>("baselines",
    primary_key(col<&drift::baseline::id>).generated(guid_v7),
    foreign_key(col<&drift::baseline::tenant_id>).references(col<&drift::tenant::id>),
    unique(col<&drift::baseline::tenant_id>, col<&drift::baseline::source>,
           col<&drift::baseline::destination>).named("uq_baseline_tenant_src_dst"),
    column(col<&drift::baseline::updated_at>).default_(now()));

template <>
inline constexpr auto stoa::table<drift::audit_entry> = stoa::define<drift::audit_entry>("audit_log",
    primary_key(col<&drift::audit_entry::id>).generated(guid_v7),
    foreign_key(col<&drift::audit_entry::tenant_id>).references(col<&drift::tenant::id>).on_delete(set_null),
    index(col<&drift::audit_entry::tenant_id>),
    index(col<&drift::audit_entry::created_at>),
    column(col<&drift::audit_entry::created_at>).default_(now()));
// clang-format on

#endif
