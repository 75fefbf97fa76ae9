// SPDX-License-Identifier: BSL-1.0
#include "stoa/reflection/name.hpp"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

namespace warehouse::inner {

struct item {
    int shelf_no;
    std::string name2;
    std::map<std::string, std::vector<int>> _by_name;

    struct part {
        double weight;
    };
};

template <class T, int N>
struct box {
    T content;
};

template <class T>
struct outer {
    struct nested {
        T inside;
    };
};

inline namespace v1 {
struct label {
    int text;
};
} // namespace v1

using alias = item;

enum class colour { red };

} // namespace warehouse::inner

namespace {

using namespace warehouse::inner;
using stoa::reflection::member_name, stoa::reflection::qualified_type_name, stoa::reflection::type_name;

struct hidden {
    int secret;
};

TEST(member_name, is_the_identifier_alone) {
    static_assert(member_name<&item::shelf_no> == "shelf_no");
    static_assert(member_name<&item::name2> == "name2");
    static_assert(member_name<&item::_by_name> == "_by_name");
}

TEST(member_name, is_found_in_nested_and_templated_classes) {
    static_assert(member_name<&item::part::weight> == "weight");
    static_assert(member_name<&box<std::map<int, char>, 7>::content> == "content");
    static_assert(member_name<&outer<int>::nested::inside> == "inside");
    static_assert(member_name<&label::text> == "text");
    static_assert(member_name<&hidden::secret> == "secret");
}

TEST(member_name, of_an_inherited_member_is_that_of_the_base) {
    struct derived : item {};
    static_assert(member_name<&derived::shelf_no> == "shelf_no");
}

TEST(member_name, of_a_local_class_is_found) {
    struct local {
        int here;
    };
    static_assert(member_name<&local::here> == "here");
}

TEST(type_name, is_without_namespaces) {
    static_assert(type_name<item> == "item");
    static_assert(type_name<alias> == "item");
    static_assert(type_name<item::part> == "part");
    static_assert(type_name<label> == "label");
    static_assert(type_name<colour> == "colour");
    static_assert(type_name<hidden> == "hidden");
    static_assert(type_name<int> == "int");
}

TEST(type_name, is_without_template_arguments) {
    static_assert(type_name<box<int, 3>> == "box");
    static_assert(type_name<box<box<std::string, 1>, -2>> == "box");
    static_assert(type_name<outer<int>> == "outer");
}

TEST(type_name, of_a_class_within_a_template_is_its_own) {
    static_assert(type_name<outer<int>::nested> == "nested");
}

TEST(type_name, of_a_local_class_is_found) {
    struct local {};
    static_assert(type_name<local> == "local");
    EXPECT_EQ(type_name<local>, "local");
}

TEST(qualified_type_name, has_the_namespaces) {
    static_assert(qualified_type_name<item> == "warehouse::inner::item");
    static_assert(qualified_type_name<item::part> == "warehouse::inner::item::part");
    static_assert(qualified_type_name<double> == "double");
}

} // namespace
