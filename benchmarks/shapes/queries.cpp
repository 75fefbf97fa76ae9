// SPDX-License-Identifier: BSL-1.0
// The eight questions, typed.

#include "ask.hpp"
#include "shape.hpp"

#include <chrono>

namespace shapes {
namespace {

using governance::resource, governance::capability, governance::cost;
using stoa::col, stoa::count, stoa::from, stoa::json_object, stoa::json_value;

answer by_protocol(stoa::database& db, int rounds) {
    return ask(
        db, rounds,
        from<resource>()
            .where(col<&resource::protocol> == "mcp")
            .select(col<&resource::id>, col<&resource::name>, col<&resource::endpoint>, col<&resource::metadata>));
}

answer by_metadata_key(stoa::database& db, int rounds) {
    return ask(db, rounds,
               from<resource>()
                   .where(json_value<std::string, "status">(col<&resource::metadata>) == "active" &&
                          contains(col<&resource::metadata>, stoa::json_document(json_object().add("team", "team 7"))))
                   .select(col<&resource::id>, col<&resource::name>, col<&resource::metadata>));
}

answer with_resource(stoa::database& db, int rounds) {
    return ask(db, rounds,
               from<capability>()
                   .join<resource>()
                   .where(col<&capability::name> == "action 7")
                   .select(col<&capability::id>, col<&capability::description>, col<&capability::input_schema>,
                           col<&resource::name>, col<&resource::protocol>, col<&resource::metadata>));
}

answer by_sensitivity(stoa::database& db, int rounds) {
    using enum governance::sensitivity;
    return ask(
        db, rounds,
        from<capability>()
            .where(col<&capability::sensitivity_level> == high || col<&capability::sensitivity_level> == critical)
            .select(col<&capability::id>, col<&capability::resource_id>, col<&capability::name>));
}

answer by_input_type(stoa::database& db, int rounds) {
    return ask(db, rounds,
               from<capability>()
                   .where(json_value<std::string, "type">(col<&capability::input_schema>) == "array")
                   .select(col<&capability::id>, col<&capability::name>, col<&capability::input_schema>));
}

answer count_by_protocol(stoa::database& db, int rounds) {
    return ask(db, rounds,
               from<capability>()
                   .join<resource>()
                   .group_by(col<&resource::protocol>)
                   .select(col<&resource::protocol>, count()));
}

answer across_protocols(stoa::database& db, int rounds) {
    constexpr auto protocols = stoa::count_distinct(col<&resource::protocol>);
    return ask(db, rounds,
               from<capability>()
                   .join<resource>()
                   .where(col<&capability::name> == "action 7")
                   .group_by(col<&capability::name>)
                   .having(protocols > 1)
                   .select(col<&capability::name>, protocols, count()));
}

answer cost_of_resources(stoa::database& db, int rounds) {
    constexpr stoa::timestamp begin = std::chrono::sys_days(std::chrono::year(2024) / 3 / 1);
    return ask(db, rounds,
               from<cost>()
                   .join<resource>(col<&cost::resource_id> == col<&resource::id>)
                   .join<capability>(col<&cost::capability_id> == col<&capability::id>)
                   .where(col<&cost::principal_id> == "principal-7" && col<&cost::timestamp> >= begin &&
                          col<&cost::timestamp> < begin + std::chrono::days(91))
                   .group_by(col<&resource::name>)
                   .select(col<&resource::name>, stoa::count_distinct(col<&capability::name>), count(),
                           sum(col<&cost::actual_cost>)));
}

} // namespace

const std::array<shape, 8> all{{
    {"protocol", 50, "ix_resources_protocol", "ix_resources_protocol", by_protocol},
    {"metadata_key", 100, "ix_resources_protocol_active", "ix_resources_metadata_gin", by_metadata_key},
    {"join", 75, "ix_capabilities_name", "ix_capabilities_name", with_resource},
    {"sensitivity", 60, "ix_capabilities_sensitivity", "ix_capabilities_sensitivity", by_sensitivity},
    {"input_type", 100, "ix_capabilities_input_schema_type", "ix_capabilities_input_schema_type", by_input_type},
    {"count_by_protocol", 100, "ix_capabilities_resource", "ix_capabilities_resource", count_by_protocol},
    {"across_protocols", 150, "ix_capabilities_name", "ix_capabilities_name", across_protocols},
    {"cost", 200, "ix_cost_tracking_principal_timestamp", "ix_cost_tracking_principal_timestamp", cost_of_resources},
}};

} // namespace shapes
