// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTS_COMPLIANCE_STAFF_HPP
#define STOA_TESTS_COMPLIANCE_STAFF_HPP

// Departments and the people in them: one department is empty, one person is in none, everybody but one has a boss, and
// one salary is not known.

#include "databases.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace staff {

struct department {
    int id;
    std::string name;
    std::optional<std::string> town;
};

struct employee {
    std::int64_t id;
    std::string name;
    std::optional<std::int64_t> boss_id;
    std::optional<int> department_id;
    std::optional<int> salary;
};

} // namespace staff

template <>
inline constexpr auto stoa::table<staff::department> =
    stoa::define<staff::department>("departments", stoa::primary_key(stoa::col<&staff::department::id>));
template <>
inline constexpr auto stoa::table<staff::employee> = stoa::define<staff::employee>(
    "employees", stoa::primary_key(stoa::col<&staff::employee::id>),
    stoa::foreign_key(stoa::col<&staff::employee::boss_id>).references(stoa::col<&staff::employee::id>),
    stoa::foreign_key(stoa::col<&staff::employee::department_id>).references(stoa::col<&staff::department::id>));

namespace staff {

inline constexpr auto name = stoa::col<&employee::name>;
inline constexpr auto boss_id = stoa::col<&employee::boss_id>;
inline constexpr auto department_id = stoa::col<&employee::department_id>;
inline constexpr auto salary = stoa::col<&employee::salary>;
inline constexpr auto id = stoa::col<&employee::id>;

inline const std::vector<department> departments{{1, "Mill", "Linz"}, {2, "Shop", {}}, {3, "Yard", "Graz"}};

//   Ada ─┬─ Ben ─┬─ Dan
//        │       └─ Eve
//        └─ Cleo ── Fay
inline const std::vector<employee> employees{{1, "Ada", {}, 1, 900}, {2, "Ben", 1, 1, 500},  {3, "Cleo", 1, 2, 700},
                                             {4, "Dan", 2, 1, 500},  {5, "Eve", 2, {}, 300}, {6, "Fay", 3, 2, {}}};

/// A database with both.
struct filled : stoa_test::databases {
protected:
    void SetUp() override {
        databases::SetUp();
        if (IsSkipped()) return;
        db().create<stoa::schema<department, employee>>();
        for (const department& each : departments) db().insert(each);
        for (const employee& each : employees) db().insert(each);
    }
};

} // namespace staff

#endif
