// SPDX-License-Identifier: BSL-1.0
// Fields of records from both sources, seen through the waist.

#include "stoa/reflection/record.hpp"

#include <gtest/gtest.h>

#include <boost/describe/class.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace garden {

struct position {
    double x;
    double y;
};

struct plant {
    std::int64_t id;
    std::string name;
    std::optional<std::vector<int>> sizes;
    position where;
};

struct one {
    int only;
};

struct empty {};

/// Nothing here can be made without a value.
struct without_default {
    struct number {
        explicit number(int) {}
    };
    number first;
    int second;
};

template <class T>
struct pair_of {
    T left;
    T right;
};

struct entity {
    std::int64_t id;
    std::string changed_by;
};
BOOST_DESCRIBE_STRUCT(entity, (), (id, changed_by))

struct tree : entity {
    std::string name;
};
BOOST_DESCRIBE_STRUCT(tree, (entity), (name))

class account {
public:
    account() = default;
    explicit account(std::string owner) : owner_(std::move(owner)) {}
    const std::string& owner() const { return owner_; }

    int limit = 5;

protected:
    bool closed_ = false;

private:
    std::string owner_;
    BOOST_DESCRIBE_CLASS(account, (), (limit), (closed_), (owner_))
};

/// Described, although it is a plain aggregate: only what is described counts.
struct partly {
    int seen;
    int unseen;
};
BOOST_DESCRIBE_STRUCT(partly, (), (seen))

struct derived_undescribed : entity {
    int more;
};

// Records of many fields: `many<n>` is of n, as the binding of each number is written out.
template <int N>
struct many;
template <>
struct many<2> {
    int f0, f1;
};
template <>
struct many<5> {
    int f0, f1, f2, f3, f4;
};
template <>
struct many<8> {
    int f0, f1, f2, f3, f4, f5, f6, f7;
};
template <>
struct many<9> {
    int f0, f1, f2, f3, f4, f5, f6, f7, f8;
};
template <>
struct many<13> {
    int f0, f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12;
};
template <>
struct many<16> {
    int f0, f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15;
};
template <>
struct many<17> {
    int f0, f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15, f16;
};
template <>
struct many<21> {
    int f0, f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15, f16, f17, f18, f19, f20;
};
template <>
struct many<24> {
    int f0, f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15, f16, f17, f18, f19, f20, f21, f22, f23;
};
template <>
struct many<25> {
    int f0, f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15, f16, f17, f18, f19, f20, f21, f22, f23,
        f24;
};
template <>
struct many<31> {
    int f0, f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15, f16, f17, f18, f19, f20, f21, f22, f23,
        f24, f25, f26, f27, f28, f29, f30;
};
template <>
struct many<32> {
    int f0, f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15, f16, f17, f18, f19, f20, f21, f22, f23,
        f24, f25, f26, f27, f28, f29, f30, f31;
};
template <>
struct many<33> {
    int f0, f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15, f16, f17, f18, f19, f20, f21, f22, f23,
        f24, f25, f26, f27, f28, f29, f30, f31, f32;
};
template <>
struct many<40> {
    int f0, f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15, f16, f17, f18, f19, f20, f21, f22, f23,
        f24, f25, f26, f27, f28, f29, f30, f31, f32, f33, f34, f35, f36, f37, f38, f39;
};

class secret {
    [[maybe_unused]] int value_ = 0;
};

} // namespace garden

namespace {

using namespace garden;
using namespace stoa::reflection;

template <class T>
std::string names() {
    return []<std::size_t... I>(std::index_sequence<I...>) {
        std::string all;
        ((all += field_name<T, I>, all += ' '), ...);
        return all;
    }(std::make_index_sequence<field_count<T>>{});
}

TEST(record, a_plain_struct_has_its_fields_in_order) {
    static_assert(field_count<plant> == 4);
    static_assert(field_name<plant, 0> == "id" && field_name<plant, 3> == "where");
    static_assert(std::is_same_v<field_t<plant, 2>, std::optional<std::vector<int>>>);
    static_assert(std::is_same_v<field_t<plant, 3>, position>);
    EXPECT_EQ(names<plant>(), "id name sizes where ");
}

TEST(record, can_have_one_field_or_none) {
    static_assert(field_count<one> == 1 && field_name<one, 0> == "only");
    static_assert(field_count<empty> == 0);
}

TEST(record, can_hold_what_cannot_be_made_from_nothing) {
    static_assert(field_count<without_default> == 2);
    static_assert(field_name<without_default, 0> == "first" && field_name<without_default, 1> == "second");
}

TEST(record, can_be_a_template_or_local) {
    static_assert(field_name<pair_of<std::string>, 1> == "right");
    struct local {
        int a;
        std::string b;
    };
    static_assert(field_name<local, 1> == "b");
}

TEST(record, gives_access_to_fields_by_reference) {
    plant p{1, "oak", {}, {2, 3}};
    get<0>(p) = 7;
    get<3>(p).y = 9;
    EXPECT_EQ(p.id, 7);
    EXPECT_EQ(p.where.y, 9);
    const plant& constant = p;
    static_assert(std::is_same_v<decltype(get<1>(constant)), const std::string&>);
    EXPECT_EQ(&get<1>(constant), &p.name);
}

template <int... N>
void expect_all_fields() {
    (
        [] {
            many<N> record{};
            with_fields(record, [](auto&... field) {
                int n = 0;
                ((field = n++), ...);
            });
            static_assert(field_count<many<N>> == N);
            EXPECT_EQ((get<0>(record)), 0);
            EXPECT_EQ((get<N - 1>(record)), N - 1);
            const std::string last = "f" + std::to_string(N - 1);
            EXPECT_EQ((field_name<many<N>, N - 1>), last);
            int sum = 0;
            with_fields(static_cast<const many<N>&>(record), [&](const auto&... field) { sum = (0 + ... + field); });
            EXPECT_EQ(sum, N * (N - 1) / 2) << N;
        }(),
        ...);
}

TEST(record, can_have_many_fields) {
    expect_all_fields<2, 5, 8, 9, 13, 16, 17, 21, 24, 25, 31, 32, 33, 40>();
}

TEST(record, a_described_class_has_the_fields_of_its_bases_first) {
    static_assert(field_count<tree> == 3);
    EXPECT_EQ(names<tree>(), "id changed_by name ");
    tree t;
    get<0>(t) = 4;
    get<2>(t) = "elm";
    EXPECT_EQ(t.id, 4);
    EXPECT_EQ(t.name, "elm");
}

TEST(record, a_described_class_can_have_private_members) {
    static_assert(field_count<account> == 3);
    static_assert(std::is_same_v<field_t<account, 0>, int>);
    EXPECT_EQ(names<account>(), "limit closed_ owner_ ");
    account a("Ann");
    EXPECT_EQ(get<2>(a), "Ann");
    get<2>(a) = "Bob";
    EXPECT_EQ(a.owner(), "Bob");
}

TEST(record, only_what_is_described_counts) {
    static_assert(field_count<partly> == 1 && field_name<partly, 0> == "seen");
}

TEST(record, is_told_from_other_types) {
    static_assert(stoa::record<plant> && stoa::record<tree> && stoa::record<account> && stoa::record<empty>);
    static_assert(!stoa::record<int> && !stoa::record<std::string> && !stoa::record<std::vector<int>>);
    static_assert(!stoa::record<derived_undescribed>, "a base class is not seen without a description");
    static_assert(!stoa::record<secret>, "private members are not seen without a description");
}

} // namespace
