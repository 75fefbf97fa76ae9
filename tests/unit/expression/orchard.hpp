// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTS_UNIT_EXPRESSION_ORCHARD_HPP
#define STOA_TESTS_UNIT_EXPRESSION_ORCHARD_HPP

// A record with a column of every kind, and a way to see an expression as its operators in prefix order.

#include "stoa/expression/aggregate.hpp"
#include "stoa/expression/column.hpp"
#include "stoa/expression/logic.hpp"
#include "stoa/expression/order.hpp"
#include "stoa/schema/table.hpp"
#include "stoa/types/document.hpp"
#include "stoa/types/enumeration.hpp"
#include "stoa/types/instant.hpp"
#include "stoa/types/strong.hpp"

#include <boost/describe/class.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace orchard {

using stoa::col;

enum class kind { apple, pear };

using tree_id = stoa::strong_id<struct tree>;

struct place {
    std::int32_t row;
    std::optional<std::int32_t> number;
};

struct tree {
    tree_id id;
    place where;
    std::string name;
    std::optional<std::string> note;
    kind fruit;
    bool old;
    std::int16_t age;
    std::int64_t leaves;
    float width;
    double height;
    stoa::decimal<8, 2> price;
    stoa::guid code;
    stoa::bytes photo;
    stoa::json_document data;
    stoa::timestamp planted_at;
    std::optional<stoa::date> felled;
};

struct entity {
    std::int64_t id;
};
BOOST_DESCRIBE_STRUCT(entity, (), (id))

struct tool : entity {
    std::string name;
};
BOOST_DESCRIBE_STRUCT(tool, (entity), (name))

/// The nodes of an expression in a statement.
template <class E>
std::vector<stoa::ast::node> nodes_of(const E&) {
    stoa::ast::builder nodes;
    E::emit(nodes, stoa::only_shape{});
    const stoa::ast::view all = nodes.nodes();
    return {all.begin(), all.end()};
}

/// Their operators.
template <class E>
std::vector<stoa::ast::op> operators_of(const E& expression) {
    std::vector<stoa::ast::op> all;
    for (const stoa::ast::node& node : nodes_of(expression)) all.push_back(node.kind);
    return all;
}

} // namespace orchard

#endif
