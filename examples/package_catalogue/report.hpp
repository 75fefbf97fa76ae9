// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_EXAMPLES_PACKAGE_CATALOGUE_REPORT_HPP
#define STOA_EXAMPLES_PACKAGE_CATALOGUE_REPORT_HPP

// The questions, each one typed query, and their answers as tables.

#include "dependency.hpp"
#include "models.hpp"
#include "text_table.hpp"

#include <stoa/stoa.hpp>

#include <cstdint>
#include <optional>
#include <ostream>
#include <string>
#include <tuple>

namespace debian {

using stoa::asc, stoa::col, stoa::count, stoa::count_distinct, stoa::desc, stoa::from, stoa::sum;

/// A row of the answer about one package.
struct direct_dependency {
    std::string architecture;
    std::int32_t clause = -1; ///< none yet
    dependency_kind kind{};
    std::string target;
    std::optional<std::string> qualifier;
    std::optional<version_relation> relation;
    std::optional<std::string> version;
};

/// "1.5 MiB"
inline std::string size_text(std::optional<std::int64_t> kib) {
    if (!kib) return "";
    const std::int64_t tenths = *kib / 1024 * 10 + *kib % 1024 * 10 / 1024;
    return std::to_string(tenths / 10) + '.' + std::to_string(tenths % 10) + " MiB";
}

inline text_table largest_sections(stoa::database& db) {
    const auto query =
        from<package>()
            .join<section>()
            .group_by(col<&section::name>, col<&section::area>)
            .having(sum(col<&package::installed_size>).is_not_null())
            .order_by(desc(sum(col<&package::installed_size>)), asc(col<&section::name>))
            .select(col<&section::name>, col<&section::area>, count(), sum(col<&package::installed_size>))
            .limit(10);

    text_table answer("Sections with the largest installed size",
                      {{"section"}, {"area"}, {"packages", align::right}, {"installed", align::right}});
    for (auto&& [name, area, packages, size] : db.stream(query))
        answer.add({name, area, std::to_string(packages), size_text(size)});
    return answer;
}

/// Names with the number of packages that cannot work without them, the largest number first.
inline auto targets_by_dependents(std::int64_t limit) {
    return from<dependency>()
        .where(col<&dependency::kind>.in({dependency_kind::pre_depends, dependency_kind::depends}))
        .group_by(col<&dependency::target>)
        .order_by(desc(count_distinct(col<&dependency::package_id>)), asc(col<&dependency::target>))
        .select(col<&dependency::target>, count_distinct(col<&dependency::package_id>))
        .limit(limit);
}

inline text_table most_depended_upon(stoa::database& db) {
    text_table answer("Packages most depended upon", {{"package"}, {"dependents", align::right}});
    for (auto&& [target, dependents] : db.stream(targets_by_dependents(10)))
        answer.add({target, std::to_string(dependents)});
    return answer;
}

inline text_table direct_dependencies(stoa::database& db, const std::string& name) {
    const auto query =
        from<dependency>()
            .join<package>()
            .where(col<&package::name> == name &&
                   col<&dependency::kind>.in({dependency_kind::pre_depends, dependency_kind::depends,
                                              dependency_kind::recommends, dependency_kind::suggests}))
            .order_by(asc(col<&package::architecture>), asc(col<&dependency::position>))
            .select_as<direct_dependency>(col<&package::architecture>, col<&dependency::clause>, col<&dependency::kind>,
                                          col<&dependency::target>, col<&dependency::architecture>,
                                          col<&dependency::relation>, col<&dependency::version>);

    text_table answer("Direct dependencies of " + name, {{"architecture"}, {"kind"}, {"package"}, {"version"}});
    direct_dependency previous;
    for (const direct_dependency& each : db.stream(query)) {
        const bool alternative = each.clause == previous.clause && each.architecture == previous.architecture;
        answer.add({each.architecture, alternative ? "  or" : std::string(stoa::enumerator_name(each.kind)),
                    each.qualifier ? each.target + ':' + *each.qualifier : each.target,
                    each.relation ? std::string(sign_of(*each.relation)) + ' ' + *each.version : ""});
        previous = each;
    }
    return answer;
}

inline text_table busiest_maintainers(stoa::database& db) {
    const auto query = from<package>()
                           .join<maintainer>()
                           .group_by(col<&maintainer::name>, col<&maintainer::email>)
                           .order_by(desc(count()), asc(col<&maintainer::name>), asc(col<&maintainer::email>))
                           .select(col<&maintainer::name>, count(), sum(col<&package::installed_size>))
                           .limit(10);

    text_table answer("Maintainers with most packages",
                      {{"maintainer"}, {"packages", align::right}, {"installed", align::right}});
    for (auto&& [name, packages, size] : db.stream(query))
        answer.add({name, std::to_string(packages), size_text(size)});
    return answer;
}

template <class Record>
std::int64_t rows(stoa::database& db) {
    return db.one(from<Record>().select(count()));
}

/// Answers everything; about the package most depended upon, unless another is named.
inline void report(stoa::database& db, std::string name, std::ostream& out) {
    out << largest_sections(db) << most_depended_upon(db);
    if (name.empty())
        if (const auto first = db.first(targets_by_dependents(1))) name = std::get<0>(*first);
    if (db.first(from<package>().where(col<&package::name> == name).select(col<&package::id>).limit(1)))
        out << direct_dependencies(db, name);
    else
        out << "There is no package called '" << name << "'.\n\n";
    out << busiest_maintainers(db) //
        << "packages: " << rows<package>(db) << '\n'
        << "dependencies: " << rows<dependency>(db) << '\n'
        << "database: " << db.url() << '\n';
}

} // namespace debian

#endif
