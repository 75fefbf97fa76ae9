// SPDX-License-Identifier: BSL-1.0
// Classes described with Boost.Describe: private members and base classes are columns like any other.

#include "databases.hpp"

#include <boost/describe/class.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace described {

struct entity {
    std::int64_t id = 0;
};
BOOST_DESCRIBE_STRUCT(entity, (), (id))

struct versioned : entity {
    std::int32_t version = 1;
};
BOOST_DESCRIBE_STRUCT(versioned, (entity), (version))

struct extent {
    std::int32_t width;
    std::int32_t height;
};

class document : public versioned {
public:
    struct columns;

    document() = default;
    document(std::int64_t key, std::string title, std::optional<double> score, extent size)
        : title_(std::move(title)), score_(score), size_(size) {
        id = key;
    }
    const std::string& title() const { return title_; }
    std::optional<double> score() const { return score_; }
    const extent& size() const { return size_; }
    void rename(std::string title) { title_ = std::move(title); }

private:
    std::string title_;
    std::optional<double> score_;

protected:
    extent size_{};

private:
    BOOST_DESCRIBE_CLASS(document, (versioned), (), (size_), (title_, score_))
};

struct document::columns {
    static constexpr auto title = stoa::col<&document::title_>;
    static constexpr auto score = stoa::col<&document::score_>;
    static constexpr auto width = stoa::col_in<document, &document::size_, &extent::width>;
};

/// Without a definition: the inherited id is its key.
struct comment : versioned {
    std::int64_t document_id = 0;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(comment, (versioned), (document_id, text))

} // namespace described

template <>
inline constexpr auto stoa::table<described::document> = stoa::define<described::document>(
    "documents", stoa::primary_key(stoa::col_in<described::document, &described::entity::id>).generated(stoa::identity),
    stoa::unique(described::document::columns::title),
    stoa::check(stoa::col_in<described::document, &described::versioned::version> > 0).named("ck_version"),
    stoa::index(described::document::columns::width, stoa::desc(described::document::columns::score)));

namespace described {

using stoa::col, stoa::col_in, stoa::from;

constexpr auto document_id = col_in<document, &entity::id>;
constexpr auto document_version = col_in<document, &versioned::version>;

struct classes : stoa_test::databases {
    void SetUp() override {
        stoa_test::databases::SetUp();
        if (IsSkipped()) return;
        db().create<stoa::schema<document, comment>>();
        db().insert(document(1, "one", 1.5, {10, 20}));
        db().insert(document(2, "two", std::nullopt, {30, 40}));
    }
};

TEST_P(classes, columns_of_base_classes_come_first) {
    std::string names;
    for (const stoa::column_def& each : stoa::table_of<document>().columns) names.append(each.name).append(" ");
    EXPECT_TRUE(names.starts_with("id version ")) << names;
    for (const char* own : {"title_ ", "score_ ", "width ", "height "})
        EXPECT_NE(names.find(own), std::string::npos) << names;
    EXPECT_EQ(stoa::table_of<document>().columns.size(), 6U);
}

TEST_P(classes, private_and_inherited_members_are_kept) {
    const std::optional<document> found = db().find<document>(1);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->id, 1);
    EXPECT_EQ(found->version, 1);
    EXPECT_EQ(found->title(), "one");
    EXPECT_EQ(found->score(), 1.5);
    EXPECT_EQ(found->size().width, 10);
    EXPECT_EQ(found->size().height, 20);
    EXPECT_EQ(db().find<document>(2)->score(), std::nullopt);
}

TEST_P(classes, an_inherited_key_is_generated) {
    document third(0, "three", 0.5, {1, 1});
    db().insert(third);
    EXPECT_EQ(third.id, 3);
    third.rename("3");
    third.version = 2;
    EXPECT_TRUE(db().update(third));
    EXPECT_EQ(db().find<document>(3)->title(), "3");
    EXPECT_EQ(db().find<document>(3)->version, 2);
    EXPECT_TRUE(db().erase(third));
    EXPECT_FALSE(db().find<document>(3));
}

TEST_P(classes, private_and_inherited_members_stand_in_every_clause) {
    using columns = document::columns;
    EXPECT_EQ(db().all(from<document>().where(columns::title == "two" && document_version == 1).select(document_id)),
              std::vector<std::int64_t>{2});
    EXPECT_EQ(db().all(from<document>().order_by(stoa::desc(columns::width)).select(columns::title)),
              (std::vector<std::string>{"two", "one"}));
    EXPECT_EQ(db().execute(stoa::update<document>()
                               .set(document_version = document_version + 1, columns::score = 9.25)
                               .where(columns::score.is_null())),
              1);
    const document changed = db().one(from<document>().where(document_version > 1));
    EXPECT_EQ(changed.title(), "two");
    EXPECT_EQ(changed.score(), 9.25);
    EXPECT_EQ(changed.version, 2);
}

TEST_P(classes, constraints_hold_private_and_inherited_members) {
    document same_title(0, "one", {}, {1, 1});
    EXPECT_THROW(db().insert(same_title), stoa::constraint_violation);
    document no_version(0, "new", {}, {1, 1});
    no_version.version = 0;
    try {
        db().insert(no_version);
        ADD_FAILURE() << "was stored";
    } catch (const stoa::constraint_violation& refusal) {
        EXPECT_EQ(refusal.constraint().name, "ck_version");
    }
    EXPECT_EQ(db().all(from<document>()).size(), 2U);
}

TEST_P(classes, two_tables_share_a_base_class) {
    comment first;
    first.document_id = 2;
    first.text = "hello";
    db().insert(first);
    EXPECT_EQ(first.id, 1);
    const auto rows = db().all(from<comment>()
                                   .join<document>(col<&comment::document_id> == document_id)
                                   .select(col_in<comment, &entity::id>, document_id, document::columns::title));
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0], std::tuple(std::int64_t{1}, std::int64_t{2}, std::string("two")));
    EXPECT_EQ(db().find<comment>(1)->text, "hello");
}

STOA_TEST_ON_EVERY_DATABASE(classes);

} // namespace described
