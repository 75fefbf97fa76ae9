// SPDX-License-Identifier: BSL-1.0
// The rows: the same on every machine.

#include "../tpch/random_numbers.hpp"
#include "shape.hpp"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <string_view>
#include <vector>

namespace shapes {
namespace {

using namespace std::chrono_literals;
using stoa::json_object;
using tpch::random_numbers;

constexpr std::string_view protocols[] = {"mcp", "http", "grpc", "a2a", "amqp", "mqtt", "sftp", "smtp", "jdbc", "ldap"};
constexpr std::string_view common_types[] = {"object", "string", "number"};
constexpr stoa::timestamp first_day = std::chrono::sys_days(std::chrono::year(2024) / 1 / 1);

std::string numbered(const char* what, std::int64_t n) {
    return what + std::to_string(n);
}

governance::sensitivity level(random_numbers& any) {
    using enum governance::sensitivity;
    const std::int64_t n = any.between(1, 200);
    if (n == 1) return critical;
    if (n <= 4) return high;
    return n <= 80 ? medium : low;
}

governance::resource make_resource(std::int64_t n, random_numbers& any) {
    const std::string protocol(any.one_of(protocols));
    return {.id = numbered("resource-", n),
            .name = numbered("the resource ", n),
            .protocol = protocol,
            .endpoint = protocol + "://host-" + std::to_string(n % 97) + ".example.com",
            .sensitivity_level = level(any),
            .metadata = json_object()
                            .add("status", any.once_in(10) ? "active" : "retired")
                            .add("team", numbered("team ", any.between(1, 50)))
                            .add("about", "where it stands, whom to ask, and what it is for"),
            .created_at = first_day,
            .updated_at = first_day};
}

governance::capability make_capability(std::int64_t n, std::int64_t resources, random_numbers& any) {
    return {.id = numbered("capability-", n),
            .resource_id = numbered("resource-", any.between(1, resources)),
            .name = numbered("action ", any.between(1, 500)),
            .description = any.once_in(3) ? std::nullopt : std::optional<std::string>("does what its name says"),
            .input_schema =
                json_object().add("type", any.once_in(100) ? "array" : std::string(any.one_of(common_types))),
            .output_schema = json_object().add("type", "object"),
            .sensitivity_level = level(any),
            .metadata = json_object().add("version", n % 7)};
}

governance::cost make_cost(std::int64_t capabilities, std::int64_t resources, random_numbers& any) {
    const std::int64_t cents = any.between(1, 100'000);
    const auto money = [](std::int64_t value) { return governance::money::from_unscaled(value); };
    return {.id = 0,
            .timestamp = first_day + std::chrono::seconds(any.between(0, 365 * 86'400 - 1)),
            .principal_id = numbered("principal-", any.between(1, 1000)),
            .resource_id = numbered("resource-", any.between(1, resources)),
            .capability_id = numbered("capability-", any.between(1, capabilities)),
            .estimated_cost = money(cents),
            .actual_cost = any.once_in(10) ? std::nullopt : std::optional(money(cents + any.between(0, 99))),
            .metadata = json_object()};
}

template <class Make>
void store(stoa::database& db, std::int64_t count, Make make) {
    constexpr std::int64_t together = 10'000;
    std::vector<decltype(make(1))> rows;
    for (std::int64_t n = 1; n <= count; ++n) {
        rows.push_back(make(n));
        if (n % together != 0 && n != count) continue;
        db.insert_many(rows);
        rows.clear();
    }
}

} // namespace

void fill(stoa::database& db, double scale) {
    const auto scaled = [scale](double rows) {
        return std::max<std::int64_t>(1, static_cast<std::int64_t>(rows * scale));
    };
    const std::int64_t resources = scaled(10'000);
    const std::int64_t capabilities = scaled(100'000);
    random_numbers any(1);
    db.transaction([&] {
        db.create<governance::schema>();
        store(db, resources, [&](std::int64_t n) { return make_resource(n, any); });
        store(db, capabilities, [&](std::int64_t n) { return make_capability(n, resources, any); });
        store(db, scaled(1'000'000), [&](std::int64_t) { return make_cost(capabilities, resources, any); });
    });
    gather_statistics(db);
}

} // namespace shapes
