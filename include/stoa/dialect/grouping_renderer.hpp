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
#include <vector>

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
        carried_values values = values_of(select, groups);
        carried_values terms = terms_of(groups);
        written_once sources;
        std::string_view between = "(";
        for (const ast::grouping_mask mask : ast::grouping_masks(nodes_, groups, groups)) {
            const std::uint16_t first = nodes_[select].carried;
            const set here{first, static_cast<std::uint16_t>(first + values.size()), groups, mask, set_};
            set_ = &here;
            out_ << between << "SELECT ";
            carry(values, between == "(");
            // All selects have the same rows to group.
            once(sources, [&] { static_cast<Queries&>(*this).sources_and_conditions(select); });
            group_by_set(mask, terms);
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

    /// Where a part of the text stands that is the same in every select. Copying it takes compilers a fraction of the
    /// steps of making it again, of which they have a limited number.
    struct written_once {
        std::size_t begin = 0;
        std::size_t end = 0;
    };

    template <class Write>
    constexpr void once(written_once& part, Write write) {
        if (part.end != 0) {
            out_.repeat(part.begin, part.end);
            return;
        }
        part.begin = out_.size();
        write();
        part.end = out_.size();
    }

    /// An expression of the selects.
    struct carried_value {
        std::size_t place;
        ast::grouping_mask bit; ///< of what is carried: 0 if it is not grouped by
        written_once text{};
    };
    using carried_values = std::vector<carried_value>;

    /// What the rows of the sets carry.
    constexpr carried_values values_of(std::size_t select, std::size_t groups) const {
        carried_values values;
        std::uint16_t next = nodes_[select].carried;
        for (std::size_t at = select + 1; next <= nodes_[groups].carried; ++at) {
            const bool is_value = nodes_[at].kind != ast::op::select && nodes_[at].kind != ast::op::list;
            if (nodes_[at].carried != next || !is_value) continue;
            values.push_back({at, ast::bit_of(nodes_, groups, at), {}});
            ++next;
        }
        return values;
    }

    /// Without an aggregate, all rows together would not be one group.
    constexpr void carry(carried_values& values, bool named) {
        bool aggregated = false;
        std::size_t number = set_->first;
        std::string_view between;
        for (carried_value& value : values) {
            const ast::node& node = nodes_[value.place];
            out_ << between;
            if (value.bit != 0 && (value.bit & set_->mask) == 0)
                out_ << "NULL";
            else if (node.kind == ast::op::grouping)
                grouping(value.place);
            else
                once(value.text, [&] { this->whole(value.place); });
            aggregated = aggregated || ast::is_aggregate(node) || node.kind == ast::op::filter;
            if (named) {
                out_ << " AS ";
                made_up('c', number);
            }
            ++number;
            between = ", ";
        }
        if (!aggregated) out_ << between << "count(*)";
    }

    /// The expressions of a GROUP BY, by the number of their bit.
    constexpr carried_values terms_of(std::size_t groups) const {
        carried_values terms;
        ast::for_each_group(nodes_, groups, [&](std::size_t term) { terms.push_back({term, 0, {}}); });
        return terms;
    }

    constexpr void group_by_set(ast::grouping_mask mask, carried_values& terms) {
        std::string_view before = " GROUP BY ";
        for (carried_value& term : terms) {
            if (mask % 2 != 0) {
                out_ << before;
                once(term.text, [&] { this->exact(term.place); });
                before = ", ";
            }
            mask /= 2;
        }
    }

    const set* set_ = nullptr;
};

} // namespace stoa

#endif
