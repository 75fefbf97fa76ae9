// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_EXPRESSION_AST_HPP
#define STOA_EXPRESSION_AST_HPP

// An expression or statement as plain values: nodes in prefix order. Typed expressions emit it at compile time,
// expressions composed at run time emit it then, and one renderer per dialect turns either into SQL.

#include "stoa/core/error.hpp"
#include "stoa/core/list_view.hpp"
#include "stoa/expression/function_list.hpp"
#include "stoa/types/guid.hpp"
#include "stoa/types/type_def.hpp"

#include <cstddef>
#include <cstdint>
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
    parameter, ///< index (0-based), type; text: its name, if it has one
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
    in_list, ///< children: value or row, a list parameter; for a row a list of them
    constant_true,
    constant_false,
    // values
    row, ///< values side by side; only within comparisons
    add,
    subtract,
    multiply,
    divide, ///< of integers without the fraction
    modulo, ///< of integers, with the sign of the first
    negate,
    count,
    count_distinct,
    sum,
    average,
    minimum,
    maximum,
    json_value,  ///< children: document, then a literal per step of the path, text or int32; type: what it is read as
    json_part,   ///< the same of what is read as a document
    has_key,     ///< child: a json_value or json_part; whether there is anything, be it null
    cardinality, ///< child: array or document
    contains,    ///< children: array, an array of the element meant; or two documents
    excluded,    ///< table, index: the row an upsert could not insert
    raw, ///< text: SQL with places {} and {name}; children: what stands there; index: one more than the dialect's, or 0
    // queries within expressions
    subquery, ///< child: a query of one column and at most one row
    exists,   ///< child: a query
    in_query, ///< children: value, a query of one column
    // aggregates over some rows, and windows
    filter,      ///< children: aggregate, condition
    window,      ///< children: function, partition list, order list, frame; or text: the name of one, child: function
    frame,       ///< index: frame_unit; integer: frame_exclusion; children: two bounds
    bound,       ///< index: frame_bound; integer: how many rows, values or groups
    call,        ///< index: function; children: its arguments
    grouping,    ///< child: a term of the GROUP BY
    composed,    ///< an expression put together at run time, while its statement's type is looked at; children: columns
    random_guid, ///< a guid made by the database; only in definitions
    // order
    ascending, ///< index: null_place; as of the next
    descending,
    named_window,  ///< in a WINDOW; text: its name; children: partition list, order list, frame
    grouping_sets, ///< in a GROUP BY; index: grouping_kind; children: terms, or further ones
    // statements, and what only stands in them; `table` of the node is the table meant
    select,      ///< index: row_lock, of `table` alone if it has one; integer: lock_wait; children: see `select_part`
    compound,    ///< index: set_operation; children: two queries, order list, limit, offset
    table,       ///< in a from list
    derived,     ///< child: a query, whose columns are those of `table`
    elements,    ///< child: array or document; distinct: the entries of a map; its columns are those of `table`
    named,       ///< in a from list: the query `text` of a WITH
    values,      ///< in a from list: rows written out, each a list of parameters, with the columns of `table`
    lists,       ///< in a from list: rows in list parameters, one for each column of `table`, which its child lists
    with,        ///< text: name; child: a query, whose columns are those of `table`; distinct: it reads itself
    join,        ///< index: join_kind; distinct: the source sees those before it; children: a source, condition
    insert,      ///< children: columns list, values list or query, conflict, returning list
    conflict,    ///< children: target list or none, assignments list (empty: do nothing), where
    update,      ///< children: assignments list, from list or none, where, returning list
    assign,      ///< children: column, value
    assign_path, ///< children: column of documents, value or none, steps as of json_value; type: that of the place;
                 ///< index: null_part
    delete_,     ///< children: where, returning list
    // written by hand: `text`, with what stands in its places, as in `raw`
    raw_source,    ///< in a from list; children: what stands in the places
    raw_statement, ///< children: the list of its columns (each none, with type and name) or none; then those
};

/// The children of a select.
struct select_part {
    static constexpr std::size_t with = 0, projection = 1, from = 2, where = 3, group_by = 4, having = 5, order_by = 6,
                                 limit = 7, offset = 8, distinct_on = 9, window = 10, count = 11;
};

/// Where NULL stands among sorted values.
enum class null_place : std::uint8_t { largest, first, last };

enum class join_kind : std::uint8_t { inner, left, right, full, cross };

/// Rows that a select keeps others from changing.
enum class row_lock : std::uint8_t { none, update, share };

/// What becomes of rows that others have locked: they are waited for, left out, or an error.
enum class lock_wait : std::uint8_t { wait, skip, refuse };

enum class frame_unit : std::uint8_t { rows, range, groups };

enum class frame_bound : std::uint8_t { unbounded_preceding, preceding, current_row, following, unbounded_following };

enum class frame_exclusion : std::uint8_t { none, current_row, group, ties };

enum class set_operation : std::uint8_t { union_all, union_, intersect, except, intersect_all, except_all };

enum class grouping_kind : std::uint8_t {
    set,    ///< all children together
    rollup, ///< all, all but the last, …, none
    cube,   ///< every choice of them
    sets,   ///< each of them in turn
};

/// What becomes of a place in a document that is set to NULL: nothing, it is removed, or it holds null.
enum class null_part : std::uint8_t { stays, goes, is_null };

/// One node; which members mean something depends on `kind`.
struct node {
    op kind = op::none;
    bool nullable = false;     ///< the value can be NULL
    bool distinct = false;     ///< select: without repeated rows; with: recursive
    bool outer = false;        ///< column: of a table whose row can be missing
    bool derived = false;      ///< column: of a query of the statement, not of a table
    std::uint16_t arity = 0;   ///< children that follow
    std::uint16_t extent = 1;  ///< nodes of the whole subtree, this one included
    std::uint16_t index = 0;   ///< column of `table`, or number of a parameter
    std::uint16_t carried = 0; ///< in a select by grouping sets: which column of its rows has the value, from 1; of the
                               ///< select itself the number of the first, of its GROUP BY that of the last
    type_def type{};
    table_ref table{};
    std::string_view alias{}; ///< the name of `table` in this statement; empty: its own
    std::string_view text{};  ///< literal of text, bytes or a document; the name of a query
    std::int64_t integer = 0;
    double real = 0;
    guid id{};
};

using view = list_view<const node>;

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
        if (nodes_.size() - place > most)
            raise(errc::usage,
                  "this statement has more than 65535 parts. Compare with a list, column.in(values), which "
                  "is one part however long it is.");
        nodes_[place].arity = static_cast<std::uint16_t>(arity);
        nodes_[place].extent = static_cast<std::uint16_t>(nodes_.size() - place);
    }

    /// The number of the next parameter, counted from 0 in the order of emission.
    constexpr std::uint16_t next_parameter() { return parameters_++; }

    /// The number of the parameter of this name, that of its first occurrence.
    constexpr std::uint16_t named_parameter(std::string_view name) {
        for (const named& each : named_)
            if (each.name == name) return each.number;
        named_.push_back({name, parameters_});
        return parameters_++;
    }

    /// Adds nodes emitted elsewhere, their parameters, which have no names, numbered on.
    constexpr void append(view added) {
        std::uint16_t numbered = 0;
        for (node n : added) {
            if (n.kind == op::parameter) {
                n.index = static_cast<std::uint16_t>(n.index + parameters_);
                ++numbered;
            }
            nodes_.push_back(n);
        }
        parameters_ = static_cast<std::uint16_t>(parameters_ + numbered);
    }

    constexpr view nodes() const { return {nodes_.data(), nodes_.size()}; }
    constexpr std::size_t size() const { return nodes_.size(); }

private:
    static constexpr std::size_t most = 65'535; ///< what `extent` can count

    struct named {
        std::string_view name;
        std::uint16_t number;
    };

    std::vector<node> nodes_;
    std::vector<named> named_;
    std::uint16_t parameters_ = 0;
};

/// The place of child `n` of the node at `place`.
constexpr std::size_t child(view nodes, std::size_t place, std::size_t n) {
    std::size_t at = place + 1;
    for (; n != 0; --n) at += nodes[at].extent;
    return at;
}

/// Whether the operator makes one value of many rows.
constexpr bool is_aggregate(op kind) {
    switch (kind) {
    case op::count:
    case op::count_distinct:
    case op::sum:
    case op::average:
    case op::minimum:
    case op::maximum: return true;
    default: return false;
    }
}

constexpr bool is_aggregate(const node& n) {
    return n.kind == op::call ? is_aggregate(static_cast<function>(n.index)) : is_aggregate(n.kind);
}

/// Whether two expressions are the same; parameters are only where they have one name.
constexpr bool same_expression(view nodes, std::size_t a, std::size_t b) {
    if (nodes[a].extent != nodes[b].extent) return false;
    for (std::size_t n = 0; n != nodes[a].extent; ++n) {
        const node& left = nodes[a + n];
        const node& right = nodes[b + n];
        const bool is_value = left.kind == op::parameter && left.text.empty();
        const bool same = left.kind == right.kind && !is_value && left.arity == right.arity &&
                          left.index == right.index && left.type == right.type && left.table == right.table &&
                          left.alias == right.alias && left.text == right.text && left.integer == right.integer &&
                          left.id == right.id;
        if (!same) return false;
    }
    return true;
}

/// Calls `use(place)` for every child of the node at `at`.
template <class Use>
constexpr void for_each_child(view nodes, std::size_t at, Use use) {
    std::size_t next = at + 1;
    for (std::size_t n = 0; n != nodes[at].arity; ++n) {
        const std::size_t place = next;
        next += nodes[place].extent;
        use(place);
    }
}

} // namespace ast
} // namespace stoa

#endif
