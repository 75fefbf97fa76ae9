// SPDX-License-Identifier: BSL-1.0
// Members of documents in every place an expression can stand.

#include "databases.hpp"
#include "failure.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace vocabulary_json {

struct resource {
    std::int64_t id;
    std::string name;
    stoa::json_document meta;
    std::optional<stoa::json_document> more;
};

inline constexpr auto status = stoa::json_value<std::string, "status">(stoa::col<&resource::meta>);
inline constexpr auto size = stoa::json_value<std::int64_t, "a b", "it's [0].size">(stoa::col<&resource::meta>);
inline constexpr auto weight = stoa::json_value<double, "weight">(stoa::col<&resource::meta>);
inline constexpr auto hidden = stoa::json_value<bool, "hidden">(stoa::col<&resource::meta>);
inline constexpr auto code = stoa::json_value<std::string, "code">(stoa::col<&resource::more>);

} // namespace vocabulary_json

template <>
inline constexpr auto stoa::table<vocabulary_json::resource> =
    stoa::define<vocabulary_json::resource>("resources", stoa::primary_key(stoa::col<&vocabulary_json::resource::id>),
                                            stoa::index(stoa::col<&vocabulary_json::resource::name>)
                                                .unique()
                                                .where(vocabulary_json::status == "active")
                                                .named("one_active_name"),
                                            stoa::index(vocabulary_json::code).unique().named("one_code"),
                                            stoa::index(stoa::desc(vocabulary_json::size)).named("by_size"),
                                            stoa::check(vocabulary_json::weight >= 0).named("weighs"));

namespace vocabulary_json {

using stoa::col;
using stoa::from;
using stoa_test::failure_of;

stoa::json_document json(std::string_view text) {
    return stoa::json_document::parse(text);
}

struct json_values : stoa_test::databases {
protected:
    void SetUp() override {
        databases::SetUp();
        if (IsSkipped()) return;
        db().create<stoa::schema<resource>>();
        db().insert(resource{1, "a",
                             json(R"({"status":"active","a b":{"it's [0].size":30},"weight":1.5,"hidden":true})"),
                             json(R"({"code":"x"})")});
        db().insert(resource{
            2, "b", json(R"({"status":"passive","a b":{"it's [0].size":4},"weight":0,"hidden":false})"), std::nullopt});
        db().insert(resource{3, "a", json(R"({"status":null,"weight":2e3})"), json("{}")});
        db().insert(resource{4, "d", json("[]"), json(R"({"code":null})")});
    }

    template <class Condition>
    std::vector<std::int64_t> where(const Condition& condition) {
        return db().all(from<resource>().where(condition).order_by(col<&resource::id>).select(col<&resource::id>));
    }
};

using ids = std::vector<std::int64_t>;

TEST_P(json_values, are_compared_by_their_type) {
    EXPECT_EQ(where(status == "active"), (ids{1}));
    EXPECT_EQ(where(status != "active"), (ids{2}));
    EXPECT_EQ(where(size > 3 && size < 31), (ids{1, 2}));
    EXPECT_EQ(where(size == 30), (ids{1}));
    EXPECT_EQ(where(weight > 1.25), (ids{1, 3}));
    EXPECT_EQ(where(hidden), (ids{1}));
    EXPECT_EQ(where(!hidden), (ids{2}));
    EXPECT_EQ(where(status.like("%ssive")), (ids{2}));
    EXPECT_EQ(where(status.in({"active", "passive"})), (ids{1, 2}));
}

TEST_P(json_values, are_null_where_the_document_has_none) {
    EXPECT_EQ(where(status.is_null()), (ids{3, 4}));
    EXPECT_EQ(where(code.is_null()), (ids{2, 3, 4}));
    EXPECT_EQ(where(size.is_not_null()), (ids{1, 2}));
    EXPECT_EQ(where(status == std::nullopt), (ids{3, 4}));
}

TEST_P(json_values, are_selected_with_their_type) {
    const auto rows = db().all(from<resource>().order_by(col<&resource::id>).select(status, size, weight, hidden));
    ASSERT_EQ(rows.size(), 4U);
    EXPECT_EQ(std::get<0>(rows[0]), "active");
    EXPECT_EQ(std::get<1>(rows[0]), 30);
    EXPECT_EQ(std::get<2>(rows[2]), 2000);
    EXPECT_EQ(std::get<3>(rows[0]), true);
    EXPECT_EQ(std::get<3>(rows[1]), false);
    EXPECT_EQ(std::get<0>(rows[3]), std::nullopt);
    EXPECT_EQ(std::get<2>(rows[3]), std::nullopt);
}

TEST_P(json_values, order_and_group_rows) {
    EXPECT_EQ(db().all(from<resource>().order_by(size, col<&resource::id>).select(col<&resource::id>)),
              (ids{2, 1, 3, 4}));
    EXPECT_EQ(db().all(from<resource>().order_by(desc(size), col<&resource::id>).select(col<&resource::id>)),
              (ids{3, 4, 1, 2}));
    EXPECT_EQ(db().one(from<resource>().where(size.is_not_null()).select(stoa::sum(size))), 34);
}

TEST_P(json_values, are_checked) {
    const stoa::error refusal = failure_of<stoa::constraint_violation>([&] {
        db().insert(resource{5, "e", json(R"({"weight":-0.5})"), std::nullopt});
    });
    EXPECT_EQ(refusal.code(), stoa::errc::check_violation) << refusal.what();
    EXPECT_EQ(refusal.constraint().name, "weighs");
    EXPECT_EQ(refusal.constraint().columns, (std::vector<std::string>{"meta"}));
}

TEST_P(json_values, choose_the_rows_of_an_index) {
    const stoa::error refusal = failure_of<stoa::constraint_violation>([&] {
        db().insert(resource{5, "a", json(R"({"status":"active"})"), std::nullopt});
    });
    EXPECT_EQ(refusal.code(), stoa::errc::unique_violation) << refusal.what();
    EXPECT_EQ(refusal.constraint().name, "one_active_name");
    db().insert(resource{5, "a", json(R"({"status":"new"})"), std::nullopt});
}

TEST_P(json_values, are_kept_unique_by_an_index) {
    const stoa::error refusal = failure_of<stoa::constraint_violation>([&] {
        db().insert(resource{5, "e", json("{}"), json(R"({"code":"x"})")});
    });
    EXPECT_EQ(refusal.code(), stoa::errc::unique_violation) << refusal.what();
    EXPECT_EQ(refusal.constraint().name, "one_code");
    EXPECT_EQ(refusal.constraint().table, "resources");
    db().insert(resource{5, "e", json("{}"), json(R"({"code":"y"})")});
}

STOA_TEST_ON_EVERY_DATABASE(json_values);

} // namespace vocabulary_json
