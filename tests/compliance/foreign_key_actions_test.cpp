// SPDX-License-Identifier: BSL-1.0
// What happens to a row when the row it refers to goes or changes its key.

#include "databases.hpp"
#include "failure.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace actions {

struct parent {
    int id;
};

template <stoa::referential_action Delete, stoa::referential_action Update>
struct child {
    int id;
    std::optional<int> parent_id;
};

using none = child<stoa::no_action, stoa::no_action>;
using restricted = child<stoa::restrict_, stoa::restrict_>;
using cascading = child<stoa::cascade, stoa::cascade>;
using clearing = child<stoa::set_null, stoa::set_null>;
using resetting = child<stoa::set_default, stoa::set_default>;

/// A tree: whoever loses its root loses everything.
struct folder {
    int id;
    std::optional<int> inside;
};

template <stoa::referential_action Action>
inline constexpr std::string_view name_of = Action == stoa::no_action   ? "none"
                                            : Action == stoa::restrict_ ? "restricted"
                                            : Action == stoa::cascade   ? "cascading"
                                            : Action == stoa::set_null  ? "clearing"
                                                                        : "resetting";

} // namespace actions

template <>
inline constexpr auto stoa::table<actions::parent> =
    stoa::define<actions::parent>("parents", stoa::primary_key(stoa::col<&actions::parent::id>));
template <stoa::referential_action Delete, stoa::referential_action Update>
inline constexpr auto stoa::table<actions::child<Delete, Update>> = stoa::define<actions::child<Delete, Update>>(
    actions::name_of<Delete>, stoa::primary_key(stoa::col<&actions::child<Delete, Update>::id>),
    stoa::foreign_key(stoa::col<&actions::child<Delete, Update>::parent_id>)
        .references(stoa::col<&actions::parent::id>)
        .on_delete(Delete)
        .on_update(Update),
    stoa::column(stoa::col<&actions::child<Delete, Update>::parent_id>).default_(100));
template <>
inline constexpr auto stoa::table<actions::folder> =
    stoa::define<actions::folder>("folders", stoa::primary_key(stoa::col<&actions::folder::id>),
                                  stoa::foreign_key(stoa::col<&actions::folder::inside>)
                                      .references(stoa::col<&actions::folder::id>)
                                      .on_delete(stoa::cascade));

namespace actions {

using stoa::col;
using stoa::from;
using stoa_test::failure_of;

struct actions_of_foreign_keys : stoa_test::databases {
protected:
    /// One parent with one child of this kind, and a parent the default refers to.
    template <class Child>
    void with() {
        db().create<stoa::schema<parent, Child>>();
        db().insert(parent{1});
        db().insert(parent{100});
        db().insert(Child{1, 1});
        db().insert(Child{2, std::nullopt});
    }

    void delete_parent() { EXPECT_TRUE(db().erase<parent>(1)); }
    std::int64_t move_parent() {
        return db().execute(stoa::update<parent>().set(col<&parent::id> = 7).where(col<&parent::id> == 1));
    }

    template <class Child>
    std::optional<int> parent_of_first() {
        return db().one(from<Child>().where(col<&Child::id> == 1).select(col<&Child::parent_id>));
    }

    template <class Child>
    std::int64_t children() {
        return db().one(from<Child>().select(stoa::count()));
    }

    template <class Change>
    void expect_refused(Change change, std::string_view constraint) {
        const stoa::error failure = failure_of<stoa::constraint_violation>(change);
        EXPECT_EQ(failure.code(), stoa::errc::foreign_key_violation);
        EXPECT_EQ(failure.constraint().name, constraint);
    }
};

TEST_P(actions_of_foreign_keys, no_action_refuses_the_change) {
    with<none>();
    expect_refused([&] { delete_parent(); }, "fk_none_parent_id");
    expect_refused([&] { move_parent(); }, "fk_none_parent_id");
    EXPECT_EQ(parent_of_first<none>(), 1);
}

TEST_P(actions_of_foreign_keys, restrict_refuses_the_change) {
    with<restricted>();
    expect_refused([&] { delete_parent(); }, "fk_restricted_parent_id");
    expect_refused([&] { move_parent(); }, "fk_restricted_parent_id");
    EXPECT_EQ(parent_of_first<restricted>(), 1);
}

TEST_P(actions_of_foreign_keys, cascade_deletes_the_child_with_its_parent) {
    with<cascading>();
    delete_parent();
    EXPECT_EQ(children<cascading>(), 1);
}

TEST_P(actions_of_foreign_keys, cascade_moves_the_child_with_its_parent) {
    with<cascading>();
    EXPECT_EQ(move_parent(), 1);
    EXPECT_EQ(parent_of_first<cascading>(), 7);
}

TEST_P(actions_of_foreign_keys, set_null_lets_go_of_the_parent) {
    with<clearing>();
    delete_parent();
    EXPECT_EQ(parent_of_first<clearing>(), std::nullopt);
    EXPECT_EQ(children<clearing>(), 2);
    db().insert(parent{1});
    db().update(clearing{1, 1});
    EXPECT_EQ(move_parent(), 1);
    EXPECT_EQ(parent_of_first<clearing>(), std::nullopt);
}

TEST_P(actions_of_foreign_keys, set_default_refers_to_the_default) {
    with<resetting>();
    delete_parent();
    EXPECT_EQ(parent_of_first<resetting>(), 100);
    db().insert(parent{1});
    db().update(resetting{1, 1});
    EXPECT_EQ(move_parent(), 1);
    EXPECT_EQ(parent_of_first<resetting>(), 100);
    expect_refused([&] { db().erase<parent>(100); }, "fk_resetting_parent_id"); // its default is the row itself
}

TEST_P(actions_of_foreign_keys, a_tree_goes_with_its_root) {
    db().create<stoa::schema<folder>>();
    for (const folder& each : {folder{1, {}}, folder{2, 1}, folder{3, 2}, folder{4, 3}, folder{5, {}}})
        db().insert(each);
    EXPECT_EQ(db().execute(stoa::delete_from<folder>().where(col<&folder::id> == 1)),
              1); // those it took along do not count
    EXPECT_EQ(db().all(from<folder>().select(col<&folder::id>)), (std::vector<int>{5}));
}

STOA_TEST_ON_EVERY_DATABASE(actions_of_foreign_keys);

} // namespace actions
