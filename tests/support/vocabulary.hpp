// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTS_SUPPORT_VOCABULARY_HPP
#define STOA_TESTS_SUPPORT_VOCABULARY_HPP

// A table with every kind of index, for tests of what a database does with them, and queries that should use them.

#include "stoa/stoa.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vocabulary {

using stoa::col;

struct entry {
    std::int64_t id;
    std::string title;
    std::string author;
    std::int32_t year;
    std::optional<std::int32_t> volume;
    stoa::json_document details;
};

inline constexpr auto language = stoa::json_value<std::string, "language">(col<&entry::details>);
inline constexpr auto pages = stoa::json_value<std::int64_t, "print", "pages">(col<&entry::details>);

} // namespace vocabulary

template <>
inline constexpr auto stoa::table<vocabulary::entry> = stoa::define<vocabulary::entry>(
    "entries", comment("what there is to read, and who's written it"),
    primary_key(col<&vocabulary::entry::id>).generated(identity.start(100).increment(10)),
    column(col<&vocabulary::entry::title>).named("Title \"it\"").comment("as on the \"cover\""),
    column(col<&vocabulary::entry::year>).comment(""),
    index(col<&vocabulary::entry::title>).where(col<&vocabulary::entry::volume>.is_null()).named("by_single_title"),
    index(col<&vocabulary::entry::year> + col<&vocabulary::entry::volume>).named("by_sum"),
    index(vocabulary::pages).named("by_pages"),
    index(col<&vocabulary::entry::author>).where(vocabulary::language == "de").named("by_german_author"),
    index(col<&vocabulary::entry::year>).include(col<&vocabulary::entry::author>).named("by_year"),
    index(col<&vocabulary::entry::details>).using_(gin).operator_class("jsonb_path_ops").named("by_details"),
    index(col<&vocabulary::entry::author>).using_(hash_index).named("by_author"),
    index(col<&vocabulary::entry::id>).using_(brin).named("by_id"),
    unique(col<&vocabulary::entry::year>, col<&vocabulary::entry::volume>).named("one_volume").nulls_not_distinct());

namespace vocabulary {

using entries = stoa::schema<entry>;

inline constexpr auto single = stoa::from<entry>().where(col<&entry::title> == "t" && col<&entry::volume>.is_null());
inline constexpr auto sum = stoa::from<entry>().where(col<&entry::year> + col<&entry::volume> == 7);
inline constexpr auto thick = stoa::from<entry>().where(pages > 900);
inline constexpr auto german = stoa::from<entry>().where(language == "de" && col<&entry::author> == "a");
inline constexpr auto years = stoa::from<entry>().where(col<&entry::year> == 1900).select(col<&entry::author>);

/// The text of a query with a value in place of each of its parameters, as EXPLAIN wants it.
template <class Dialect, class Query>
std::string with_values(const Query& query, std::initializer_list<std::string_view> values) {
    std::string text(stoa::sql_of<Dialect>(query));
    int number = 0;
    for (std::string_view value : values) {
        const std::string mark = Dialect::placeholder + std::to_string(++number);
        for (std::size_t at = text.find(mark); at != text.npos; at = text.find(mark, at + value.size()))
            text.replace(at, mark.size(), value);
    }
    return text;
}

} // namespace vocabulary

#endif
