// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_EXPRESSION_AST_HPP
#define STOA_EXPRESSION_AST_HPP

// An expression or statement as plain values: nodes in prefix order. Typed expressions emit it at compile time,
// expressions composed at run time emit it then, and one renderer per dialect turns either into SQL.

#include "stoa/types/guid.hpp"
#include "stoa/types/type_def.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace stoa {

struct table_def;

/// Names a table before its definition is complete; calling it gives the definition. Two are equal if they name the
/// table of one record, which is told by the record's name: compilers cannot always compare addresses while compiling
/// (g++ cannot under -fsanitize=undefined).
struct table_ref {
    const table_def& (*get)() = nullptr;
    std::string_view record{}; ///< with its namespaces; empty: no table

    constexpr const table_def& operator()() const { return get(); }
    constexpr explicit operator bool() const noexcept { return !record.empty(); }

    friend constexpr bool operator==(const table_ref& a, const table_ref& b) noexcept { return a.record == b.record; }
};

namespace ast {

enum class op : std::uint8_t {
    none,      ///< an absent clause
    list,      ///< children side by side
    column,    ///< table, index
    parameter, ///< index (0-based), type
    literal,   ///< type, integer / real / text / id; only in definitions
    star,      ///< the * of count(*)
    // predicates
    equal,
    not_equal,
    less,
    less_equal,
    greater,
    greater_equal,
    not_distinct,
    distinct,
    and_,
    or_,
    not_,
    is_null,
    is_not_null,
    between,
    like,
    in_list,
    constant_true,
    constant_false,
    // values
    add,
    subtract,
    multiply,
    negate,
    count,
    count_distinct,
    sum,
    average,
    minimum,
    maximum,
    json_value, ///< children: document, then a text literal per name of the path; type: what it is read as
    date_of,    ///< the day of a time
    excluded,   ///< table, index: the row an upsert could not insert
    // order
    ascending,
    descending,
    // statements, and what only stands in them; `table` of the node is the table meant
    select,   ///< children: projection list, from list, where, group list, having, order list, limit, offset
    table,    ///< first of a from list
    join,     ///< further ones; child: condition
    insert,   ///< children: columns list, values list, conflict, returning list
    conflict, ///< children: target list, assignments list (empty: do nothing)
    update,   ///< children: assignments list, where, returning list
    assign,   ///< children: column, value
    delete_,  ///< children: where, returning list
};

/// One node; which members mean something depends on `kind`.
struct node {
    op kind = op::none;
    bool nullable = false;    ///< the value can be NULL
    bool distinct = false;    ///< select: without repeated rows
    std::uint16_t arity = 0;  ///< children that follow
    std::uint16_t extent = 1; ///< nodes of the whole subtree, this one included
    std::uint16_t index = 0;  ///< column of `table`, or number of a parameter
    type_def type{};
    table_ref table{};
    std::string_view text{}; ///< literal of text, bytes or a document
    std::int64_t integer = 0;
    double real = 0;
    guid id{};
};

using view = std::span<const node>;

/// Collects nodes in prefix order.
class builder {
public:
    /// Appends a node without children.
    constexpr void leaf(node n) {
        n.arity = 0;
        n.extent = 1;
        nodes_.push_back(n);
    }

    /// Opens a node; what is added until `close` with the returned place are its children.
    constexpr std::size_t open(node n) {
        nodes_.push_back(n);
        return nodes_.size() - 1;
    }

    constexpr void close(std::size_t place, std::size_t arity) {
        nodes_[place].arity = static_cast<std::uint16_t>(arity);
        nodes_[place].extent = static_cast<std::uint16_t>(nodes_.size() - place);
    }

    /// The number of the next parameter, counted from 0 in the order of emission.
    constexpr std::uint16_t next_parameter() { return parameters_++; }

    constexpr view nodes() const { return {nodes_.data(), nodes_.size()}; }
    constexpr std::size_t size() const { return nodes_.size(); }

private:
    std::vector<node> nodes_;
    std::uint16_t parameters_ = 0;
};

/// The place of child `n` of the node at `place`.
constexpr std::size_t child(view nodes, std::size_t place, std::size_t n) {
    std::size_t at = place + 1;
    for (; n != 0; --n) at += nodes[at].extent;
    return at;
}

} // namespace ast
} // namespace stoa

#endif
