// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DIALECT_SET_OPERATION_RENDERER_HPP
#define STOA_DIALECT_SET_OPERATION_RENDERER_HPP

// Set operations to SQL.

#include "stoa/dialect/grouping_renderer.hpp"
#include "stoa/expression/ast.hpp"

#include <cstddef>
#include <cstdint>

namespace stoa {

/// `Queries` is the class that derives from this one and writes the halves.
template <class Dialect, class Queries>
class set_operation_renderer : protected grouping_renderer<Dialect, Queries> {
    using base = grouping_renderer<Dialect, Queries>;

protected:
    using base::base;
    using base::child;
    using base::each;
    using base::nodes_;
    using base::out_;

    /// What the halves of a set operation select, they select as what is sorted by, or compared with other rows.
    struct set_operation_needs {
        bool sorted = false;
        bool compared = false;
    };

    /// Writes a query whose rows are not those of the set operation around it.
    template <class Write>
    constexpr void apart(Write write) {
        const set_operation_needs outer = needs_;
        needs_ = {};
        write();
        needs_ = outer;
    }

    constexpr bool absent(std::size_t at) const { return nodes_[at].kind == ast::op::none; }

    /// Both halves of a set operation, and the order of all rows by the place of columns among what is selected.
    constexpr void compound(std::size_t at, std::size_t named) {
        const set_operation_needs outer = needs_;
        needs_ = {.sorted = outer.sorted || !absent(child(at, 2)), .compared = true};
        const std::size_t left = child(at, 0);
        const std::size_t right = child(at, 1);
        // What either half reads from can stand before both; not in the right half of a query that reads from itself.
        const std::size_t first = is_plain(right) && has_queries_before(right) ? right : left;
        if (is_plain(first) && has_queries_before(first))
            queries().queries_before(child(first, ast::select_part::with));
        half(left, named, first == left);
        switch (static_cast<ast::set_operation>(nodes_[at].index)) {
        case ast::set_operation::union_all: out_ << " UNION ALL "; break;
        case ast::set_operation::union_: out_ << " UNION "; break;
        case ast::set_operation::intersect: out_ << " INTERSECT "; break;
        case ast::set_operation::except: out_ << " EXCEPT "; break;
        case ast::set_operation::intersect_all: out_ << " INTERSECT ALL "; break;
        case ast::set_operation::except_all: out_ << " EXCEPT ALL "; break;
        }
        half(right, 0, true);
        needs_ = outer;
        order_by_place(at);
        queries().page(child(at, 3), child(at, 4));
    }

    set_operation_needs needs_{}; // NOLINT(*-non-private-member-variables-in-classes): of the select that is written

private:
    constexpr Queries& queries() { return static_cast<Queries&>(*this); }

    constexpr void order_by_place(std::size_t at) {
        const std::size_t terms = child(at, 2);
        if (absent(terms)) return;
        std::size_t first = at;
        while (nodes_[first].kind == ast::op::compound) ++first;
        const std::size_t selected = child(first, ast::select_part::projection);
        out_ << " ORDER BY ";
        each(terms, [&](std::size_t term) {
            std::int64_t number = 0;
            std::int64_t found = 0;
            bool nullable = false;
            ast::for_each_child(nodes_, selected, [&](std::size_t column) {
                ++number;
                if (found != 0 || !ast::same_expression(nodes_, column, term + 1)) return;
                found = number;
                nullable = nodes_[column].nullable;
            });
            out_.number(found);
            this->direction(term, nullable);
        });
    }

    constexpr bool is_plain(std::size_t query) const {
        return nodes_[query].kind == ast::op::select && absent(child(query, ast::select_part::order_by)) &&
               absent(child(query, ast::select_part::limit)) && absent(child(query, ast::select_part::offset));
    }

    constexpr bool has_queries_before(std::size_t query) const {
        return nodes_[query].kind == ast::op::select && !absent(child(query, ast::select_part::with));
    }

    /// A half that is more than a plain select is put into one, since not every database takes parentheses here, and
    /// they differ in which operation comes first. `is_prepared` if the queries it reads from are written already.
    constexpr void half(std::size_t at, std::size_t named, bool is_prepared) {
        if (is_plain(at) && (is_prepared || !has_queries_before(at))) {
            queries().select(at, named);
            return;
        }
        out_ << "SELECT * FROM ";
        queries().rows_to_read(at, named);
        out_ << " AS \"half\"";
    }
};

} // namespace stoa

#endif
