// SPDX-License-Identifier: BSL-1.0
// What each dialect's script leaves out of a definition, to the word.

#include "stoa/ddl/report.hpp"

#include "stoa/dialect/all.hpp"
#include "stoa/types/builtin.hpp"
#include "stoa/types/document.hpp"
#include "stoa/types/enumeration.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace archive {

using stoa::col;

struct folder {
    std::int64_t id;
    std::string name;
    std::optional<std::int32_t> year;
    stoa::json_document labels;
};

enum class shade { light, dark };

struct box {
    std::int64_t id;
    shade colour;
};

struct person {
    std::int64_t id;
    std::string name;
    std::optional<std::string> nick;
};

struct plain {
    std::int64_t id;
    std::string text;
};

} // namespace archive

template <>
inline constexpr auto stoa::table<archive::folder> = stoa::define<archive::folder>(
    "folders", comment("on paper"), primary_key(col<&archive::folder::id>).generated(identity.start(7)),
    column(col<&archive::folder::name>).comment("on its back"),
    unique(col<&archive::folder::year>).nulls_not_distinct(), unique(col<&archive::folder::name>).named("ordinary"),
    index(col<&archive::folder::labels>).using_(gin), trigram_index(col<&archive::folder::name>).named("parts"),
    prefix_index(col<&archive::folder::name>).concurrently().named("beginnings"),
    index(col<&archive::folder::name>).operator_class("text_pattern_ops").named("patterns"),
    index(col<&archive::folder::name>).include(col<&archive::folder::year>).named("by_name"),
    index(col<&archive::folder::name>, col<&archive::folder::id>)
        .include(col<&archive::folder::year>)
        .unique()
        .named("one_name"));

template <>
inline constexpr std::string_view stoa::native_enum<archive::shade> = "shade";

template <>
inline constexpr auto stoa::table<archive::box> =
    stoa::define<archive::box>("boxes", in_namespace("cellar"), primary_key(col<&archive::box::id>));

template <>
inline constexpr auto stoa::table<archive::person> =
    stoa::define<archive::person>("people", column(col<&archive::person::name>).collate(case_insensitive),
                                  unique(col<&archive::person::name>),
                                  unique(col<&archive::person::nick>).nulls_not_distinct());

namespace {

using namespace archive;
using stoa::ddl_note;
using stoa::ddl_report;
namespace dialect = stoa::dialect;

TEST(ddl_report, names_everything_that_was_replaced) {
    constexpr const auto& notes = ddl_report<stoa::schema<plain, folder>, dialect::sqlite>;
    static_assert(notes.size() == 10);
    static_assert(notes[0] == ddl_note{"folders", "id", "counts 1, 2, 3, … from the largest key",
                                       "integer primary keys have no start or increment"});
    static_assert(notes[1] == ddl_note{"folders", "name", "comment left out", "the database keeps no comments"});
    static_assert(notes[2] == ddl_note{"folders", "uq_folders_year", "made a unique index over expressions",
                                       "there is no NULLS NOT DISTINCT"});
    static_assert(notes[3] ==
                  ddl_note{"folders", "ix_folders_labels", "made an ordinary index", "indexes are of one kind only"});
    static_assert(notes[4] ==
                  ddl_note{"folders", "parts", "left out", "there are no trigram indexes, and others do not help"});
    static_assert(notes[5] == ddl_note{"folders", "beginnings", "built while nobody else writes",
                                       "building an index locks the database"});
    static_assert(notes[6] ==
                  ddl_note{"folders", "patterns", "operator class left out", "indexes have no operator classes"});
    static_assert(notes[7] ==
                  ddl_note{"folders", "by_name", "included columns made ordinary ones", "indexes have no INCLUDE"});
    static_assert(notes[8] == ddl_note{"folders", "one_name", "included columns left out", "indexes have no INCLUDE"});
    static_assert(notes[9] == ddl_note{"folders", "", "comment left out", "the database keeps no comments"});
}

TEST(ddl_report, names_columns_that_ignore_case_by_other_means) {
    constexpr const auto& notes = ddl_report<stoa::schema<person>, dialect::postgres>;
    static_assert(notes.size() == 2);
    static_assert(notes[0] == ddl_note{"people", "name", "compared as lower(…)",
                                       "no collation ignores the case of ASCII letters only"});
    static_assert(notes[1] == ddl_note{"people", "uq_people_name", "made a unique index over expressions",
                                       "constraints cannot compare by lower(…)"});
    constexpr const auto& others = ddl_report<stoa::schema<person>, dialect::sqlite>;
    static_assert(others.size() == 1);
    static_assert(others[0] == ddl_note{"people", "uq_people_nick", "made a unique index over expressions",
                                        "there is no NULLS NOT DISTINCT"});
}

TEST(ddl_report, names_types_and_namespaces_that_are_left_out) {
    constexpr const auto& notes = ddl_report<stoa::schema<box>, dialect::sqlite>;
    static_assert(notes.size() == 2);
    static_assert(notes[0] == ddl_note{"boxes", "colour", "made text with a check", "there are no enumeration types"});
    static_assert(notes[1] == ddl_note{"boxes", "", "namespace left out", "all tables stand in one"});
    static_assert(ddl_report<stoa::schema<box>, dialect::postgres>.empty());
}

TEST(ddl_report, is_the_same_for_binary_guids) {
    static_assert(ddl_report<stoa::schema<folder>, dialect::sqlite_binary_guid> ==
                  ddl_report<stoa::schema<folder>, dialect::sqlite>);
}

TEST(ddl_report, is_empty_where_everything_can_be_said) {
    static_assert(ddl_report<stoa::schema<folder>, dialect::postgres>.empty());
    static_assert(ddl_report<stoa::schema<plain>, dialect::sqlite>.empty());
}

} // namespace
