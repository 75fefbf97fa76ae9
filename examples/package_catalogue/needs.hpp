// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_EXAMPLES_PACKAGE_CATALOGUE_NEEDS_HPP
#define STOA_EXAMPLES_PACKAGE_CATALOGUE_NEEDS_HPP

// What a package needs, and what that needs, and so on: a query that reads its own rows until it finds no more names.
// Dependencies may go round in circles.

#include "models.hpp"
#include "report.hpp"
#include "text_table.hpp"

#include <stoa/stoa.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace debian {

struct needed_name {
    std::string name;
};

/// Packages with what they cannot work without.
inline auto requirements() {
    return from<package>().join<dependency>().where(
        col<&dependency::kind>.in({dependency_kind::pre_depends, dependency_kind::depends}));
}

/// The names that `package_name` needs, directly or not. Of alternatives all are followed.
inline auto names_needed_by(const std::string& package_name) {
    return stoa::recursive_cte_distinct<"needed">(
        requirements().where(col<&package::name> == package_name).select_as<needed_name>(col<&dependency::target>),
        [](auto needed) {
            return requirements()
                .join(needed, needed[col<&needed_name::name>] == col<&package::name>)
                .template select_as<needed_name>(col<&dependency::target>);
        });
}

inline text_table needed_packages(stoa::database& db, const std::string& name) {
    const auto needed = names_needed_by(name);
    const auto needed_column = needed[col<&needed_name::name>];
    const auto query = from(needed)
                           .left_join<package>(col<&package::name> == needed_column)
                           .order_by(needed_column, col<&package::architecture>)
                           .select(needed_column, col<&package::version>, col<&package::installed_size>);

    text_table answer("What " + name + " needs, directly or not",
                      {{"package"}, {"version"}, {"installed", align::right}});
    for (auto&& [needed_name, version, size] : db.stream(query))
        answer.add({needed_name, version.value_or(""), size_text(size)});
    return answer;
}

} // namespace debian

#endif
