// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTS_SUPPORT_FINDERS_HPP
#define STOA_TESTS_SUPPORT_FINDERS_HPP

// A table with indexes for parts of texts and for texts whose case is ignored, and queries that should use them.

#include "stoa/stoa.hpp"

#include "vocabulary.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace finders {

using stoa::col;

struct person {
    std::int64_t id;
    std::string name;
    std::string login;
    std::string town;
};

} // namespace finders

template <>
inline constexpr auto stoa::table<finders::person> = stoa::define<finders::person>(
    "people", primary_key(col<&finders::person::id>).generated(identity),
    column(col<&finders::person::login>).collate(case_insensitive), unique(col<&finders::person::login>),
    index(col<&finders::person::town>, desc(col<&finders::person::login>)).named("by_town"),
    prefix_index(col<&finders::person::name>).named("by_beginning"),
    prefix_index(col<&finders::person::login>).named("by_exact_beginning"),
    trigram_index(col<&finders::person::town>).concurrently().named("by_part"));

namespace finders {

using people = stoa::schema<person>;

inline constexpr auto same_login = stoa::from<person>().where(col<&person::login> == "Ann").select(col<&person::town>);
inline const auto one_of_logins =
    stoa::from<person>().where(col<&person::login>.in(std::vector<std::string>{"Ann"})).select(col<&person::town>);
inline constexpr auto town_by_login =
    stoa::from<person>().where(col<&person::town> == "Ulm").order_by(stoa::desc(col<&person::login>));
inline constexpr auto beginning = stoa::from<person>().where(col<&person::name>.like("An%"));
inline constexpr auto exact_beginning = stoa::from<person>().where(col<&person::login>.like("An%"));
inline constexpr auto part = stoa::from<person>().where(col<&person::town>.like("%burg%"));

} // namespace finders

#endif
