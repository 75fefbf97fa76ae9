// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_EXAMPLES_REFERENCE_SCHEMAS_RESOURCE_GOVERNANCE_HPP
#define STOA_EXAMPLES_REFERENCE_SCHEMAS_RESOURCE_GOVERNANCE_HPP

// Who may use which resource, what that costs, and who pays: resources with the capabilities they offer, found by
// columns and by members of their JSON documents, and costs that outlive the resource they were spent on.
//
//   resources ──< capabilities      cost_tracking ··> mv_daily_cost_summary
//   principal_budgets, federation_nodes, policies, audit_events

#include <stoa/stoa.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace governance {

enum class sensitivity { low, medium, high, critical };

struct resource {
    std::string id;
    std::string name;
    std::string protocol;
    std::string endpoint;
    sensitivity sensitivity_level = sensitivity::medium;
    stoa::json_document metadata;
    stoa::timestamp created_at;
    stoa::timestamp updated_at;
};

struct capability {
    std::string id;
    std::string resource_id;
    std::string name;
    std::optional<std::string> description;
    stoa::json_document input_schema;
    stoa::json_document output_schema;
    sensitivity sensitivity_level = sensitivity::medium;
    stoa::json_document metadata;
};

struct federation_node {
    std::string id;
    std::string name;
    std::string endpoint;
    bool enabled = true;
    stoa::json_document metadata;
    std::optional<stoa::timestamp> last_seen_at;
};

using money = stoa::decimal<10, 2>;

struct cost {
    std::int64_t id = 0;
    stoa::timestamp timestamp;
    std::string principal_id;
    std::string resource_id;
    std::string capability_id;
    money estimated_cost;
    std::optional<money> actual_cost; ///< empty until it is known
    stoa::json_document metadata;
};

struct budget {
    std::string principal_id;
    money daily_budget;
    money monthly_budget;
    money daily_spent;
    money monthly_spent;
    std::string currency; ///< ISO 4217
};

/// What somebody spent on a resource in a day.
struct daily_cost {
    stoa::date day;
    std::string principal_id;
    std::string resource_id;
    std::optional<stoa::decimal<18, 2>> total_cost; ///< empty where no cost is known yet
    std::int64_t uses;
};

enum class policy_effect { allow, deny };

struct policy {
    std::string id;
    std::string name;
    policy_effect effect = policy_effect::deny;
    stoa::json_document rules;
    bool active = true;
    stoa::timestamp created_at;
    stoa::timestamp updated_at;
};

struct audit_event {
    std::int64_t id = 0;
    stoa::timestamp timestamp;
    std::string event_type;
    std::string principal_id;
    std::optional<std::string> resource_id;
    std::optional<std::string> capability_id;
    stoa::json_document details;
    std::optional<std::string> source_node;   ///< where a federated event comes from
    std::optional<std::string> target_node;   ///< where it goes
    std::optional<stoa::guid> correlation_id; ///< the same on both nodes
};

using schema = stoa::schema<resource, capability, federation_node, cost, daily_cost, budget, policy, audit_event>;

} // namespace governance

// One fact a line.
// clang-format off
template <>
inline constexpr auto stoa::table<governance::resource> = stoa::define<governance::resource>("resources",
    primary_key(col<&governance::resource::id>),
    index(col<&governance::resource::protocol>).named("ix_resources_protocol"),
    index(col<&governance::resource::sensitivity_level>).named("ix_resources_sensitivity"),
    index(col<&governance::resource::name>).named("ix_resources_name"),
    index(col<&governance::resource::metadata>).using_(gin).named("ix_resources_metadata_gin"),
    // [partial]
    index(col<&governance::resource::protocol>, col<&governance::resource::name>)
        .where(json_value<std::string, "status">(col<&governance::resource::metadata>) == "active")
        .named("ix_resources_protocol_active"),
    // [/partial]
    column(col<&governance::resource::created_at>).default_(now()),
    column(col<&governance::resource::updated_at>).default_(now()));

// [capabilities]
template <>
inline constexpr auto stoa::table<governance::capability> = stoa::define<governance::capability>("capabilities",
    primary_key(col<&governance::capability::id>),
    foreign_key(col<&governance::capability::resource_id>).references(col<&governance::resource::id>).on_delete(cascade),
    index(col<&governance::capability::resource_id>).named("ix_capabilities_resource"),
    index(col<&governance::capability::name>).named("ix_capabilities_name"),
    index(col<&governance::capability::sensitivity_level>).named("ix_capabilities_sensitivity"),
    index(col<&governance::capability::metadata>).using_(gin).named("ix_capabilities_metadata_gin"),
    index(col<&governance::capability::resource_id>, col<&governance::capability::name>,
          col<&governance::capability::sensitivity_level>)
        .include(col<&governance::capability::description>)
        .named("ix_capabilities_resource_name_sensitivity"),
    index(json_value<std::string, "type">(col<&governance::capability::input_schema>))
        .named("ix_capabilities_input_schema_type"));
// [/capabilities]

template <>
inline constexpr auto stoa::table<governance::federation_node> = stoa::define<governance::federation_node>("federation_nodes",
    primary_key(col<&governance::federation_node::id>),
    unique(col<&governance::federation_node::endpoint>),
    column(col<&governance::federation_node::enabled>).default_(true));

template <>
inline constexpr auto stoa::table<governance::cost> = stoa::define<governance::cost>("cost_tracking",
    primary_key(col<&governance::cost::id>).generated(identity),
    index(col<&governance::cost::principal_id>, desc(col<&governance::cost::timestamp>),
          col<&governance::cost::capability_id>).named("ix_cost_tracking_principal_timestamp"),
    column(col<&governance::cost::timestamp>).default_(now()));

template <>
inline constexpr auto stoa::table<governance::daily_cost> = stoa::materialized_view<governance::daily_cost>("mv_daily_cost_summary",
    from<governance::cost>()
        .group_by(cast<stoa::date>(col<&governance::cost::timestamp>), col<&governance::cost::principal_id>,
                  col<&governance::cost::resource_id>)
        .select(cast<stoa::date>(col<&governance::cost::timestamp>), col<&governance::cost::principal_id>,
                col<&governance::cost::resource_id>, sum(col<&governance::cost::actual_cost>), count()),
    primary_key(col<&governance::daily_cost::day>, col<&governance::daily_cost::principal_id>,
                col<&governance::daily_cost::resource_id>),
    index(col<&governance::daily_cost::day>),
    index(col<&governance::daily_cost::principal_id>));

template <>
inline constexpr auto stoa::table<governance::budget> = stoa::define<governance::budget>("principal_budgets",
    primary_key(col<&governance::budget::principal_id>),
    column(col<&governance::budget::daily_spent>).default_(0),
    column(col<&governance::budget::monthly_spent>).default_(0),
    column(col<&governance::budget::currency>).max_length(3).default_("USD"));

template <>
inline constexpr auto stoa::table<governance::policy> = stoa::define<governance::policy>("policies",
    primary_key(col<&governance::policy::id>),
    unique(col<&governance::policy::name>),
    column(col<&governance::policy::active>).default_(true),
    column(col<&governance::policy::created_at>).default_(now()),
    column(col<&governance::policy::updated_at>).default_(now()));

template <>
inline constexpr auto stoa::table<governance::audit_event> = stoa::define<governance::audit_event>("audit_events",
    primary_key(col<&governance::audit_event::id>).generated(identity),
    column(col<&governance::audit_event::timestamp>).default_(now()));
// clang-format on

#endif
