// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DIALECT_WINDOW_RENDERER_HPP
#define STOA_DIALECT_WINDOW_RENDERER_HPP

// Orders and windows to SQL. Also what every part of the rendering of expressions is built on: where it writes, and the
// tree it walks.

#include "stoa/core/text_sink.hpp"
#include "stoa/expression/ast.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace stoa {

/// `Expressions` is the class that derives from this one and writes the terms.
template <class Dialect, class Expressions>
class window_renderer {
protected:
    constexpr window_renderer(text_sink& out, ast::view nodes) : out_(out), nodes_(nodes) {}

    constexpr std::size_t child(std::size_t at, std::size_t n) const { return ast::child(nodes_, at, n); }

    /// The children of a list, separated by commas.
    template <class Write>
    constexpr void each(std::size_t list, Write write) {
        bool first = true;
        ast::for_each_child(nodes_, list, [&](std::size_t at) {
            if (!first) out_ << ", ";
            first = false;
            write(at);
        });
    }

    /// ORDER BY; nothing where there is none.
    constexpr void order(std::size_t list) {
        if (nodes_[list].kind == ast::op::none) return;
        out_ << " ORDER BY ";
        each(list, [this](std::size_t term) { order_term(term); });
    }

    constexpr void order_term(std::size_t at) {
        self().sort_key(child(at, 0));
        direction(at, nodes_[child(at, 0)].nullable);
    }

    /// NULL is the largest value everywhere: said only where the database thinks otherwise and a NULL can come.
    constexpr void direction(std::size_t term, bool nullable) {
        const bool descending = nodes_[term].kind == ast::op::descending;
        if (descending) out_ << " DESC";
        if (!Dialect::sorts_null_last && nullable) out_ << (descending ? " NULLS FIRST" : " NULLS LAST");
    }

    constexpr void over(std::size_t at) {
        out_ << " OVER (";
        const std::size_t partition = child(at, 1);
        const std::size_t sorted = child(at, 2);
        const std::size_t frame = child(at, 3);
        std::string_view space;
        if (nodes_[partition].kind != ast::op::none) {
            out_ << "PARTITION BY ";
            each(partition, [this](std::size_t term) { self().exact(term); });
            space = " ";
        }
        if (nodes_[sorted].kind != ast::op::none) {
            out_ << space << "ORDER BY ";
            each(sorted, [this](std::size_t term) { order_term(term); });
            space = " ";
        }
        if (nodes_[frame].kind != ast::op::none) {
            constexpr std::string_view units[] = {"ROWS", "RANGE", "GROUPS"};
            out_ << space << units[nodes_[frame].index] << " BETWEEN ";
            bound(frame + 1);
            out_ << " AND ";
            bound(frame + 2);
        }
        out_ << ')';
    }

    constexpr void bound(std::size_t at) {
        constexpr std::string_view bounds[] = {"UNBOUNDED PRECEDING", " PRECEDING", "CURRENT ROW", " FOLLOWING",
                                               "UNBOUNDED FOLLOWING"};
        const auto kind = static_cast<ast::frame_bound>(nodes_[at].index);
        if (kind == ast::frame_bound::preceding || kind == ast::frame_bound::following) out_.number(nodes_[at].integer);
        out_ << bounds[nodes_[at].index];
    }

    text_sink& out_;  // NOLINT(*-non-private-member-variables-in-classes): the statement renderer writes on
    ast::view nodes_; // NOLINT(*-non-private-member-variables-in-classes)

private:
    constexpr Expressions& self() { return static_cast<Expressions&>(*this); }
};

} // namespace stoa

#endif
