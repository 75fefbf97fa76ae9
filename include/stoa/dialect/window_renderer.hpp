// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DIALECT_WINDOW_RENDERER_HPP
#define STOA_DIALECT_WINDOW_RENDERER_HPP

// Orders and windows to SQL. Also what every part of the rendering of expressions is built on: where it writes, and the
// tree it walks.

#include "stoa/core/text_sink.hpp"
#include "stoa/dialect/quote.hpp"
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
        const auto nulls = static_cast<ast::null_place>(nodes_[term].index);
        const bool first = nulls == ast::null_place::largest ? descending : nulls == ast::null_place::first;
        if (nullable && first != (descending == Dialect::sorts_null_last))
            out_ << (first ? " NULLS FIRST" : " NULLS LAST");
    }

    constexpr void over(std::size_t at) {
        out_ << " OVER ";
        if (nodes_[at].text.empty())
            window_definition(child(at, 1));
        else
            quote(out_, nodes_[at].text);
    }

    /// WINDOW; nothing where there is none.
    constexpr void windows(std::size_t list) {
        if (nodes_[list].kind == ast::op::none) return;
        out_ << " WINDOW ";
        each(list, [this](std::size_t named) {
            quote(out_, nodes_[named].text);
            out_ << " AS ";
            window_definition(named + 1);
        });
    }

    text_sink& out_;  // NOLINT(*-non-private-member-variables-in-classes): the statement renderer writes on
    ast::view nodes_; // NOLINT(*-non-private-member-variables-in-classes)

private:
    constexpr Expressions& self() { return static_cast<Expressions&>(*this); }

    /// Three nodes side by side: how rows are parted, sorted and framed.
    constexpr void window_definition(std::size_t partition) {
        out_ << '(';
        const std::size_t sorted = partition + nodes_[partition].extent;
        const std::size_t frame = sorted + nodes_[sorted].extent;
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
            constexpr std::string_view excluded[] = {"", " EXCLUDE CURRENT ROW", " EXCLUDE GROUP", " EXCLUDE TIES"};
            out_ << excluded[nodes_[frame].integer];
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
};

} // namespace stoa

#endif
