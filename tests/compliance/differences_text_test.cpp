// SPDX-License-Identifier: BSL-1.0
// Texts that databases are known to treat differently: spaces at their end, and characters that are special in SQL.

#include "databases.hpp"
#include "failure.hpp"

#include "stoa/inspect/verify.hpp"

#include <optional>
#include <string>
#include <vector>

namespace different_texts {

// A backslash, both quotation marks, the marks of a parameter and those of comments; none of it means anything.
inline constexpr char special[] = "a\\n' \"b\" $1 ?1 /* */ --\n\tc%_";

struct label {
    int id;
    std::string name;
    std::string kind;
    std::string brief;
};

} // namespace different_texts

template <>
inline constexpr auto stoa::table<different_texts::label> = stoa::define<different_texts::label>(
    "labels", primary_key(col<&different_texts::label::id>), unique(col<&different_texts::label::name>),
    column(col<&different_texts::label::kind>).default_(different_texts::special),
    column(col<&different_texts::label::brief>).max_length(3),
    check(col<&different_texts::label::kind> == different_texts::special || col<&different_texts::label::kind> == "")
        .named("ck_kind"),
    index(col<&different_texts::label::brief>)
        .unique()
        .where(col<&different_texts::label::kind> == different_texts::special)
        .named("uq_brief"));

namespace different_texts {

using stoa::col, stoa::from;
using stoa_test::failure_of;
using ids = std::vector<int>;

constexpr auto id = col<&label::id>;
constexpr auto name = col<&label::name>;

struct different_texts : stoa_test::databases {
protected:
    void SetUp() override {
        databases::SetUp();
        if (!IsSkipped()) db().create<stoa::schema<label>>();
    }

    template <class Condition>
    ids where(Condition condition) {
        return db().all(from<label>().where(condition).order_by(id).select(id));
    }
};

TEST_P(different_texts, spaces_at_the_end_count) {
    db().insert(label{1, "a", "", ""});
    db().insert(label{2, "a ", "", " "});
    db().insert(label{3, "a  ", "", ""});
    EXPECT_EQ(where(name == "a"), (ids{1}));
    EXPECT_EQ(where(name == "a "), (ids{2}));
    EXPECT_EQ(where(name.in({"a  ", "a   "})), (ids{3}));
    EXPECT_EQ(where(name.like("a")), (ids{1}));
    EXPECT_EQ(where(name.like("a_")), (ids{2}));
    EXPECT_EQ(where(name > "a"), (ids{2, 3}));
    EXPECT_EQ(where(length(name) == 3), (ids{3}));
    EXPECT_EQ(where(col<&label::brief> == ""), (ids{1, 3}));
    EXPECT_EQ(db().all(from<label>().order_by(desc(name)).select(id)), (ids{3, 2, 1}));
    EXPECT_EQ(db().find<label>(2)->name, "a ");
}

TEST_P(different_texts, spaces_too_many_are_refused_and_not_cut_off) {
    db().insert(label{1, "", "", "ab "});
    for (const char* brief : {"abc ", "   \t", "ab  "}) {
        const stoa::error refusal = failure_of([&] { db().insert(label{2, brief, "", brief}); });
        EXPECT_EQ(refusal.code(), stoa::errc::check_violation) << '"' << brief << '"';
        EXPECT_EQ(refusal.constraint().name, "ck_labels_brief_length");
    }
    EXPECT_EQ(where(length(col<&label::brief>) == 3), (ids{1}));
}

TEST_P(different_texts, special_characters_mean_themselves_in_definitions) {
    db().execute("INSERT INTO labels (id, name, brief) VALUES (1, '', 'x')");
    EXPECT_EQ(db().find<label>(1)->kind, special);
    db().insert(label{2, std::string(special), std::string(special), "y"});
    EXPECT_EQ(where(col<&label::kind> == special), (ids{1, 2}));
    EXPECT_EQ(where(name == col<&label::kind>), (ids{2}));

    const auto refused_by = [&](std::string kind, std::string brief) {
        return failure_of([&] { db().insert(label{3, "third", kind, brief}); }).constraint().name;
    };
    std::string other(special);
    other.insert(1, 1, '\\'); // as one would write the backslash elsewhere
    EXPECT_EQ(refused_by(other, "z"), "ck_kind");
    EXPECT_EQ(refused_by(std::string(special), "y"), "uq_brief");
    db().insert(label{3, "third", "", "y"}); // not in the index
    EXPECT_EQ(stoa::verify<stoa::schema<label>>(db()), std::vector<stoa::difference>{});
}

STOA_TEST_ON_EVERY_DATABASE(different_texts);

} // namespace different_texts
