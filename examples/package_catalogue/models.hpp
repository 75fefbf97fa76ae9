// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_EXAMPLES_PACKAGE_CATALOGUE_MODELS_HPP
#define STOA_EXAMPLES_PACKAGE_CATALOGUE_MODELS_HPP

// The four tables of the catalogue: plain structs, and beside each what the database shall keep true about it.
//
//   sections ──< packages >── maintainers
//                   └──< dependencies

#include <stoa/stoa.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace debian {

/// A shelf of the archive, such as "libs" in the area "main", or "contrib/libs" in "contrib".
struct section {
    std::string name;
    std::string area;
};

struct maintainer {
    stoa::guid id;
    std::string name;
    std::string email; ///< empty where there is none
};

/// What the administrator wants of a package, and how far that is done: the first and the last word of "Status".
enum class selection { unknown, install, hold, deinstall, purge };
enum class package_state {
    not_installed,
    config_files,
    half_installed,
    unpacked,
    half_configured,
    triggers_awaited,
    triggers_pending,
    installed,
};

struct package {
    stoa::guid id;
    std::string name;
    std::string architecture; ///< empty for a package that is known by name only
    std::optional<std::string> version;
    std::optional<std::string> section;
    std::optional<stoa::guid> maintainer_id;
    std::optional<selection> wanted;
    std::optional<package_state> state;
    std::optional<std::int64_t> installed_size; ///< KiB
    stoa::json_document other_fields;           ///< what has no column of its own
    stoa::timestamp first_seen;
};

/// The field a dependency comes from.
enum class dependency_kind {
    pre_depends,
    depends,
    recommends,
    suggests,
    enhances,
    breaks,
    conflicts,
    replaces,
    provides,
};

enum class version_relation { earlier, earlier_or_equal, equal, later_or_equal, later };

/// One name in a dependency field, `target:architecture (relation version) [only_on]`.
struct dependency {
    stoa::guid package_id;
    std::int32_t position = 0; ///< among all of the package, from 0
    dependency_kind kind{};
    std::int32_t clause = 0; ///< names joined by '|' are alternatives of one clause
    std::string target;
    std::optional<std::string> architecture;
    std::optional<version_relation> relation;
    std::optional<std::string> version;
    std::optional<std::string> only_on;
};

} // namespace debian

// One fact a line.
// clang-format off
template <>
inline constexpr auto stoa::table<debian::section> = stoa::define<debian::section>("sections",
    primary_key(col<&debian::section::name>));

template <>
inline constexpr auto stoa::table<debian::maintainer> = stoa::define<debian::maintainer>("maintainers",
    primary_key(col<&debian::maintainer::id>).generated(stoa::guid_v7),
    unique(col<&debian::maintainer::name>, col<&debian::maintainer::email>));

template <>
inline constexpr auto stoa::table<debian::package> = stoa::define<debian::package>("packages",
    primary_key(col<&debian::package::id>).generated(stoa::guid_v7),
    unique(col<&debian::package::name>, col<&debian::package::architecture>),
    foreign_key(col<&debian::package::section>).references(col<&debian::section::name>),
    foreign_key(col<&debian::package::maintainer_id>).references(col<&debian::maintainer::id>),
    check(col<&debian::package::installed_size> >= 0),
    index(col<&debian::package::section>, desc(col<&debian::package::installed_size>)),
    index(col<&debian::package::maintainer_id>),
    column(col<&debian::package::first_seen>).default_(stoa::now()));

template <>
inline constexpr auto stoa::table<debian::dependency> = stoa::define<debian::dependency>("dependencies",
    primary_key(col<&debian::dependency::package_id>, col<&debian::dependency::position>),
    foreign_key(col<&debian::dependency::package_id>).references(col<&debian::package::id>).on_delete(stoa::cascade),
    index(col<&debian::dependency::target>, col<&debian::dependency::kind>));
// clang-format on

using catalogue = stoa::schema<debian::section, debian::maintainer, debian::package, debian::dependency>;

#endif
