// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DIALECT_GROUPING_RENDERER_HPP
#define STOA_DIALECT_GROUPING_RENDERER_HPP

// GROUP BY to SQL. Where a database has no grouping sets, the rows are those of one select for each set, together: they
// carry what is grouped by, or NULL, and the aggregates, and everything else is computed from these.

#include "stoa/dialect/expression_renderer.hpp"
#include "stoa/expression/grouping_sets.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace stoa {

/// `Queries` is the class that derives from this one and writes the sources of a select.
template <class Dialect, class Queries>
class grouping_renderer : protected expression_renderer<Dialect, Queries> {
    using base = expression_renderer<Dialect, Queries>;
    friend base;

protected:
    using base::base;
    using base::child;
    using base::each;
    using base::nodes_;
    using base::out_;

    /// Whether the select reads the rows of one select for each grouping set.
    constexpr bool is_expanded(std::size_t select) const {
        return !Dialect::has_grouping_sets && nodes_[select].carried != 0;
    }

    constexpr void group_by(std::size_t groups) {
        if (nodes_[groups].kind == ast::op::none) return;
        out_ << " GROUP BY ";
        each(groups, [this](std::size_t term) { group(term); });
    }

    /// The rows of all grouping sets, to read from.
    constexpr void rows_of_sets(std::size_t select) {
        const std::size_t groups = child(select, ast::select_part::group_by);
        const std::uint16_t first = nodes_[select].carried;
        std::uint16_t behind = first;
        for (std::size_t at = select + 1; at != select + nodes_[select].extent; ++at)
            if (nodes_[at].carried == behind && nodes_[at].kind != ast::op::select) ++behind;
        std::string_view between = "(";
        for (const ast::grouping_mask mask : ast::grouping_masks(nodes_, groups, groups)) {
            const set here{first, behind, groups, mask, set_};
            set_ = &here;
            out_ << between << "SELECT ";
            carry(select, between == "(");
            static_cast<Queries&>(*this).sources_and_conditions(select);
            group_by_set(here);
            set_ = here.around;
            between = " UNION ALL ";
        }
        out_ << ") AS " << rows_name;
    }

    constexpr void grouping(std::size_t at) {
        if constexpr (Dialect::has_grouping_sets) {
            out_ << "GROUPING(";
            this->exact(at + 1);
            out_ << ')';
        } else {
            out_ << (set_ == nullptr || is_grouped(at + 1) ? '0' : '1');
        }
    }

    /// Writes the column that carries the value, unless it is just being computed.
    constexpr bool carried(std::size_t at) {
        const std::uint16_t number = nodes_[at].carried;
        for (const set* around = set_; around != nullptr; around = around->around)
            if (number >= around->first && number < around->behind) return false;
        out_ << rows_name << '.';
        made_up('c', number);
        if (this->ignores_case(at)) out_ << " COLLATE " << Dialect::case_insensitive_collation;
        return true;
    }

    /// The name of a column that no table has: "c1".
    constexpr void made_up(char kind, std::size_t number) {
        out_ << '"' << kind;
        out_.number(static_cast<std::int64_t>(number));
        out_ << '"';
    }

private:
    static constexpr std::string_view rows_name = "\"stoa_groups\"";

    /// The grouping set whose select is written.
    struct set {
        std::uint16_t first;
        std::uint16_t behind;
        std::size_t groups;
        ast::grouping_mask mask;
        const set* around; ///< of the query around it
    };

    constexpr void group(std::size_t term) {
        if (nodes_[term].kind != ast::op::grouping_sets) {
            this->exact(term);
            return;
        }
        constexpr std::string_view names[] = {"(", "ROLLUP (", "CUBE (", "GROUPING SETS ("};
        out_ << names[nodes_[term].index];
        each(term, [this](std::size_t inner) { group(inner); });
        out_ << ')';
    }

    constexpr bool is_grouped(std::size_t at) const {
        return (set_->mask & ast::bit_of(nodes_, set_->groups, at)) != 0;
    }

    /// Without an aggregate, all rows together would not be one group.
    constexpr void carry(std::size_t select, bool named) {
        bool aggregated = false;
        std::uint16_t next = set_->first;
        for (std::size_t at = select + 1; next != set_->behind; ++at) {
            const ast::node& node = nodes_[at];
            if (node.carried != next || node.kind == ast::op::select) continue;
            if (next != set_->first) out_ << ", ";
            if (ast::bit_of(nodes_, set_->groups, at) != 0 && !is_grouped(at))
                out_ << "NULL";
            else
                this->whole(at);
            aggregated = aggregated || ast::is_aggregate(node) || node.kind == ast::op::filter;
            if (named) {
                out_ << " AS ";
                made_up('c', next);
            }
            ++next;
        }
        if (aggregated) return;
        if (next != set_->first) out_ << ", ";
        out_ << "count(*)";
    }

    constexpr void group_by_set(const set& here) {
        std::string_view before = " GROUP BY ";
        ast::grouping_mask bit = 1;
        ast::for_each_group(nodes_, here.groups, [&](std::size_t term) {
            if ((here.mask & bit) != 0) {
                out_ << before;
                this->exact(term);
                before = ", ";
            }
            bit <<= 1U;
        });
    }

    const set* set_ = nullptr;
};

} // namespace stoa

#endif
