// SPDX-License-Identifier: BSL-1.0
// Schemas that nobody thought of: each is what was wanted after it was created, and any one change to what is wanted is
// seen as what it is, and as nothing else.

#include "databases.hpp"
#include "schema_change.hpp"

#include "stoa/inspect/verify.hpp"

#include <algorithm>
#include <cstdlib>
#include <random>
#include <string>
#include <type_traits>
#include <vector>

namespace verified {

/// As text, sorted, without what they were and should be: every database spells that in its own way.
std::string text_of(std::vector<stoa::difference> differences) {
    std::vector<std::string> lines;
    for (stoa::difference& each : differences) {
        each.from.clear();
        each.to.clear();
        lines.push_back(to_string(each) + '\n');
    }
    std::sort(lines.begin(), lines.end());
    std::string text;
    for (const std::string& line : lines) text += line;
    return text;
}

struct verify_random_schemas : stoa_test::databases {
    /// Calls `f.operator()<Dialect>()` with the dialect of the database's scripts.
    template <class F>
    auto with_storage(F f) {
        return [&]<class... Dialects>(stoa::dialect::dialect_list<Dialects...>) {
            using result = std::common_type_t<decltype(f.template operator()<Dialects>())...>;
            result (*const calls[])(F&) = {[](F& g) -> result { return g.template operator()<Dialects>(); }...};
            return calls[db().connection().storage_index()](f);
        }(stoa::dialect::all_storage{});
    }

    std::string create_script(const stoa_test::schema_values& schema, stoa::existing policy = stoa::existing::fail) {
        return with_storage([&]<class Dialect>() { return schema.create_script<Dialect>(policy); });
    }

    stoa::schema_info definition(const std::string& script) {
        return stoa::inspection::inspect_created(db(), [&](auto& scratch) { scratch.execute(script); });
    }

    void round(unsigned seed) {
        stoa_test::dice random(seed);
        stoa_test::schema_maker maker(random);
        const stoa_test::schema_values created = maker.make();
        const std::string script = create_script(created);
        SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + script);
        db().execute(script);
        db().execute(create_script(created, stoa::existing::keep)); // changes nothing
        const stoa::schema_info found = stoa::inspect(db());
        const stoa::compare_options all{true, true, true};
        EXPECT_EQ(text_of(compare(found, definition(script), all)), "");

        stoa_test::schema_values wanted = created;
        const auto expected =
            stoa_test::schema_change(wanted, maker, random,
                                     with_storage([]<class Dialect>() { return stoa_test::abilities::of<Dialect>(); }))
                .make();
        const std::string changed_script = create_script(wanted);
        const auto differences = compare(found, definition(changed_script), all);
        EXPECT_EQ(text_of(differences), text_of(expected)) << "changed to:\n" << changed_script;
        for (const stoa::difference& each : differences) EXPECT_NE(each.from, each.to) << to_string(each);

        db().transaction(
            [&] { db().execute(with_storage([&]<class Dialect>() { return created.drop_script<Dialect>(); })); });
        EXPECT_TRUE(stoa::inspect(db()).tables.empty());
    }
};

/// With STOA_TEST_SEED in the environment: the one schema of that seed.
TEST_P(verify_random_schemas, one_change_is_seen_as_what_it_is) {
    if (const char* const seed = std::getenv("STOA_TEST_SEED")) return round(static_cast<unsigned>(std::stoul(seed)));
    std::random_device seeds;
    for (int repetition = 0; repetition != 60 && !HasFailure(); ++repetition) round(seeds());
}

STOA_TEST_ON_EVERY_DATABASE(verify_random_schemas);

} // namespace verified
