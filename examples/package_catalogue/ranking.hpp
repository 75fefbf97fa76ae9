// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_EXAMPLES_PACKAGE_CATALOGUE_RANKING_HPP
#define STOA_EXAMPLES_PACKAGE_CATALOGUE_RANKING_HPP

// The largest packages of each section and their share in it: functions over windows, and a condition on what they
// gave.

#include "models.hpp"
#include "report.hpp"
#include "text_table.hpp"

#include <stoa/stoa.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace debian {

/// A package with its place in its section.
struct ranked_package {
    std::optional<std::string> section;
    std::string name;
    std::optional<std::int64_t> size;
    std::int64_t place;
    std::optional<std::int64_t> section_size;
    std::optional<std::int64_t> so_far; ///< this one and those before it
};

inline text_table largest_packages(stoa::database& db) {
    constexpr auto size = col<&package::installed_size>;
    constexpr auto by_section = stoa::partition_by(col<&package::section>);
    constexpr auto by_size =
        by_section.order_by(desc(size), asc(col<&package::name>), asc(col<&package::architecture>));
    const auto ranked = stoa::subquery<"ranked">(
        from<package>()
            .where(size > 0 && col<&package::section>.is_not_null())
            .select_as<ranked_package>(
                col<&package::section>, col<&package::name>, size, stoa::row_number().over(by_size),
                sum(size).over(by_section),
                sum(size).over(by_size.rows_between(stoa::unbounded_preceding, stoa::current_row))));
    const auto place = ranked[col<&ranked_package::place>];
    const auto query = from(ranked).where(place <= 3).order_by(ranked[col<&ranked_package::section>], place);

    text_table answer("The largest packages of each section", {{"section"},
                                                               {"", align::right},
                                                               {"package"},
                                                               {"installed", align::right},
                                                               {"of the section", align::right},
                                                               {"together", align::right}});
    const auto share = [](std::int64_t part, std::int64_t whole) { return std::to_string(part * 100 / whole) + " %"; };
    for (const ranked_package& each : db.stream(query))
        answer.add({each.place == 1 ? *each.section : "", std::to_string(each.place), each.name, size_text(each.size),
                    share(*each.size, *each.section_size), share(*each.so_far, *each.section_size)});
    return answer;
}

} // namespace debian

#endif
