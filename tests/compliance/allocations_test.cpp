// SPDX-License-Identifier: BSL-1.0
// What is done over and over allocates nothing: operator new is counted, which stoa and the standard library use and
// the client libraries, written in C, do not.

#include "databases.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <new>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace {

std::size_t allocations = 0;

} // namespace

void* operator new(std::size_t size) {
    ++allocations;
    if (void* const memory = std::malloc(size == 0 ? 1 : size)) return memory;
    throw std::bad_alloc();
}
void operator delete(void* memory) noexcept {
    std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
    std::free(memory);
}

namespace allocation_test {

using stoa::col;

enum class state { fresh, used };

struct sample {
    stoa::guid id;
    std::string name;
    std::optional<std::string> note;
    std::optional<std::int16_t> rank;
    std::int64_t size = 0;
    double weight = 0;
    bool is_open = false;
    state condition{};
    stoa::decimal<10, 2> price;
    stoa::timestamp taken_at;
    stoa::date day;
    stoa::bytes raw;
};

struct place {
    std::string street;
    std::int32_t number = 0;
    std::string owner;
};

/// A row that views what the database has.
struct line {
    std::string_view name;
    std::optional<std::string_view> note;
    std::span<const std::byte> raw;
    std::int64_t size = 0;
};

inline constexpr const char* long_street = "a street whose name is longer than any short string";

} // namespace allocation_test

template <>
inline constexpr auto stoa::table<allocation_test::place> = stoa::define<allocation_test::place>(
    "places", primary_key(col<&allocation_test::place::street>, col<&allocation_test::place::number>));

namespace allocation_test {

struct allocations_of : stoa_test::databases {
protected:
    void SetUp() override {
        databases::SetUp();
        if (IsSkipped()) return;
        db().create<stoa::schema<sample, place>>();
    }

    static sample example() {
        sample made;
        made.id = stoa::make_guid_v7();
        made.name.assign(40, 'n');
        made.note.emplace(50, 'o');
        made.rank = 3;
        made.size = 1LL << 40;
        made.price = stoa::decimal<10, 2>("12.50");
        made.taken_at = stoa::timestamp(std::chrono::microseconds(1'700'000'000'123'456));
        made.raw.assign(30, std::byte{7});
        return made;
    }

    /// How often `run()` allocates when it is run again, after what is made once has been made.
    template <class Run>
    static std::size_t count(Run run) {
        run();
        const std::size_t before = allocations;
        run();
        return allocations - before;
    }
};

TEST_P(allocations_of, a_lookup_into_an_object_that_has_room_are_none) {
    const sample kept = example();
    db().insert(kept);
    sample found;
    EXPECT_EQ(count([&] { EXPECT_TRUE(db().find_into(found, kept.id)); }), 0U);
    EXPECT_EQ(found.name, kept.name);
    EXPECT_EQ(found.note, kept.note);
    EXPECT_EQ(found.raw, kept.raw);
    EXPECT_EQ(count([&] { EXPECT_FALSE(db().find_into(found, stoa::guid())); }), 0U);
    EXPECT_GE(count([&] { (void)db().find<sample>(kept.id); }), 3U) << "which is what a new object needs";
    EXPECT_EQ(found.name, kept.name) << "what is not found changes nothing";
}

TEST_P(allocations_of, a_lookup_by_a_text_are_none) {
    db().insert(place{long_street, 4, "an owner with a name that is long"});
    place found;
    const std::string street = long_street;
    EXPECT_EQ(count([&] { EXPECT_TRUE(db().find_into(found, street, 4)); }), 0U);
    EXPECT_EQ(count([&] { EXPECT_TRUE(db().find_into(found, long_street, std::int64_t{4})); }), 0U);
    EXPECT_EQ(count([&] { EXPECT_TRUE(db().find_into(found, std::string_view(street), 4)); }), 0U);
    EXPECT_EQ(found.street, street);
    EXPECT_THROW(db().find_into(found, "no \xff UTF-8", 4), stoa::mapping_error);
}

TEST_P(allocations_of, an_update_are_none) {
    sample kept = example();
    db().insert(kept);
    kept.name[0] = 'N';
    EXPECT_EQ(count([&] { EXPECT_TRUE(db().update(kept)); }), 0U);
    EXPECT_EQ(db().find<sample>(kept.id)->name, kept.name);
}

TEST_P(allocations_of, rows_that_borrow_are_none) {
    std::vector<sample> samples;
    for (int n = 0; n != 50; ++n) {
        samples.push_back(example());
        samples.back().size = n;
        samples.back().name += std::to_string(n);
        if (n % 2 == 0) samples.back().note.reset();
        if (n % 3 == 0) samples.back().raw.clear();
    }
    db().insert_many(samples);
    const auto lines =
        stoa::from<sample>()
            .order_by(col<&sample::size>)
            .select_as<line>(col<&sample::name>, col<&sample::note>, col<&sample::raw>, col<&sample::size>);
    for (int round = 0; round != 2; ++round) { // the first one prepares the statement
        std::size_t n = 0;
        std::size_t at_first_row = 0;
        for (const line& each : db().stream(lines)) {
            if (n == 0) at_first_row = allocations;
            if (round == 1) {
                ASSERT_EQ(allocations, at_first_row);
            }
            const sample& expected = samples.at(n++);
            ASSERT_TRUE(each.name == expected.name && each.note == expected.note && each.size == expected.size);
            ASSERT_TRUE(std::equal(each.raw.begin(), each.raw.end(), expected.raw.begin(), expected.raw.end()));
        }
        EXPECT_EQ(n, samples.size());
    }
}

TEST_P(allocations_of, rows_that_borrow_come_from_changes_too) {
    db().insert(example());
    const auto change =
        stoa::update<sample>()
            .set(col<& sample::size> = 5)
            .returning_as<line>(col<&sample::name>, col<&sample::note>, col<&sample::raw>, col<&sample::size>);
    for (const line& each : db().stream(change)) EXPECT_EQ(each.name, example().name);
}

STOA_TEST_ON_EVERY_DATABASE(allocations_of);

} // namespace allocation_test
