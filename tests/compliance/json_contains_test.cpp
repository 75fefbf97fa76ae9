// SPDX-License-Identifier: BSL-1.0
// Every database agrees on what a document contains, and stoa's own function for those that have no such operator with
// the one that has.

#include "databases.hpp"

#include "stoa/driver/sqlite/detail/json_tree.hpp"
#include "stoa/stoa.hpp"

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace json_contain_test {

struct pair {
    std::int64_t id;
    stoa::json_document whole;
};

using stoa::col, stoa::from;

/// Small documents of few names and values, so that they often have something in common.
class documents {
public:
    explicit documents(std::uint64_t seed) : random_(seed) {}

    std::string any(int depth) {
        const int kind = pick(depth == 0 ? 6 : 10);
        if (kind < 6) return single();
        std::string text = kind < 8 ? "[" : "{";
        for (int n = pick(4); n != 0; --n) {
            if (text.size() != 1) text += ',';
            if (text[0] == '{') text += name() + ":";
            text += any(depth - 1);
        }
        return text += kind < 8 ? "]" : "}";
    }

    /// Something that is often contained in the document.
    std::string within(const stoa::sqlite::detail::json_value& value) {
        using stoa::sqlite::detail::json_shape;
        if (pick(8) == 0) return any(1);
        if (value.shape == json_shape::single) return std::string(value.text);
        std::string text = value.shape == json_shape::list ? "[" : "{";
        for (std::size_t n = 0; n != value.parts.size(); ++n) {
            const auto& part = value.parts[value.shape == json_shape::list
                                               ? static_cast<std::size_t>(pick(static_cast<int>(value.parts.size())))
                                               : n];
            if (pick(3) == 0) continue;
            if (text.size() != 1) text += ',';
            if (value.shape == json_shape::object) (text += part.name) += ':';
            text += within(part);
        }
        return text += value.shape == json_shape::list ? "]" : "}";
    }

    int pick(int count) { return std::uniform_int_distribution<int>(0, count - 1)(random_); }

private:
    std::string single() {
        static constexpr const char* values[] = {"null", "true", "false", "0",     "1",       "1.0",
                                                 "2.50", "\"\"", "\"a\"", "\"1\"", "\"é\\n\""};
        return values[pick(11)];
    }
    std::string name() {
        static constexpr const char* names[] = {"\"a\"", "\"b\"", "\"\"", "\"a\\\"b\"", "\"0\""};
        return names[pick(5)];
    }

    std::mt19937_64 random_;
};

using json_contains = stoa_test::databases;

TEST_P(json_contains, means_the_same_everywhere) {
    db().create<stoa::schema<pair>>();
    documents random(20260729);
    int contained = 0;
    for (std::int64_t n = 1; n <= 400; ++n) {
        const auto whole = stoa::json_document::parse(random.any(3));
        const auto tree = stoa::sqlite::detail::json_tree_reader(whole.text()).read();
        const auto wanted = stoa::json_document::parse(random.pick(4) == 0 ? random.any(2) : random.within(tree));
        const bool expected =
            stoa::sqlite::detail::json_contains(tree, stoa::sqlite::detail::json_tree_reader(wanted.text()).read());
        db().insert(pair{n, whole});
        EXPECT_EQ(db().one(from<pair>().where(col<&pair::id> == n).select(contains(col<&pair::whole>, wanted))),
                  expected)
            << whole.text() << " and " << wanted.text();
        contained += expected ? 1 : 0;
    }
    EXPECT_GT(contained, 80);
    EXPECT_LT(contained, 360);
}

TEST_P(json_contains, has_the_exceptions_of_lists) {
    db().create<stoa::schema<pair>>();
    const auto holds = [&](const char* whole, const char* wanted) {
        db().execute(stoa::delete_from<pair>());
        db().insert(pair{1, stoa::json_document::parse(whole)});
        return db().one(from<pair>().select(contains(col<&pair::whole>, stoa::json_document::parse(wanted))));
    };
    EXPECT_TRUE(holds(R"(["a"])", R"("a")"));
    EXPECT_FALSE(holds(R"("a")", R"(["a"])"));
    EXPECT_FALSE(holds(R"({"x":["a"]})", R"({"x":"a"})"));
    EXPECT_FALSE(holds(R"([["a"]])", R"(["a"])"));
    EXPECT_TRUE(holds(R"([["a","b"]])", R"([["b"],["a"]])"));
    EXPECT_TRUE(holds(R"([1,1])", R"([1,1,1])"));
    EXPECT_TRUE(holds(R"([{"a":1,"b":2}])", R"([{"a":1.0}])"));
    EXPECT_TRUE(holds(R"({"a":{"b":1},"c":2})", R"({"a":{}})"));
    EXPECT_FALSE(holds(R"({})", R"([])"));
    EXPECT_TRUE(holds(R"([1])", R"([])"));
    EXPECT_TRUE(holds(R"(null)", R"(null)"));
}

STOA_TEST_ON_EVERY_DATABASE(json_contains);

} // namespace json_contain_test
