// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTS_SUPPORT_GOLDEN_JSON_HPP
#define STOA_TESTS_SUPPORT_GOLDEN_JSON_HPP

// Columns of documents behind tests/golden/<dialect>/vocabulary_json.sql, which other tests also fill and ask.

#include "golden.hpp"

#include "stoa/types/json.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace golden::vocabulary_json {

enum class format { hardcover, paperback };

struct binding {
    std::string material;
    std::optional<std::int64_t> threads;
};

struct book_meta {
    std::int32_t pages;
    std::string lang;
    format kind;
    std::optional<binding> bound{};
    std::optional<double> weight{};
    std::optional<bool> signed_by_author{};
    std::vector<std::string> tags{};
};

struct origin {
    std::string country;
    stoa::json<binding> first;
};

struct book {
    std::int64_t id;
    stoa::json<book_meta> meta;
    std::optional<stoa::json<book_meta>> reprint;
    stoa::json<book_meta> draft;
    std::optional<stoa::json_document> notes;
    origin made;
};

} // namespace golden::vocabulary_json

template <>
inline constexpr auto stoa::table<golden::vocabulary_json::book> = [] {
    using golden::vocabulary_json::binding, golden::vocabulary_json::book, golden::vocabulary_json::book_meta,
        golden::vocabulary_json::format, golden::vocabulary_json::origin;
    return stoa::define<book>(
        "books", primary_key(col<&book::id>), column(col<&book::draft>).plain_json().comment("as it was sent"),
        column(col<&book::notes>).plain_json(), check(col<&book::meta, &book_meta::pages> > 0).named("has_pages"),
        check(col<&book::draft, &book_meta::pages> >= 0).named("draft_pages"),
        index(desc(col<&book::meta, &book_meta::pages>)).named("by_pages"),
        index(col<&book::meta, &book_meta::lang>)
            .unique()
            .where(col<&book::meta, &book_meta::kind> == format::hardcover)
            .named("one_hardcover"),
        index(col<&book::reprint, &book_meta::bound, &binding::threads>).named("by_threads"),
        index(col<&book::made, &origin::first, &binding::material>).named("by_material"),
        index(col<&book::draft, &book_meta::lang>).where(col<&book::draft, &book_meta::pages> > 100).named("by_draft"),
        index(col<&book::meta>).using_(gin).named("by_meta"));
}();

namespace golden {

/// The scripts with documents.
inline std::vector<script> json_scripts() {
    std::vector<script> all;
    detail::add<stoa::schema<vocabulary_json::book>>(all, "vocabulary_json");
    return all;
}

} // namespace golden

#endif
