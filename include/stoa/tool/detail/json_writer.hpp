// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TOOL_DETAIL_JSON_WRITER_HPP
#define STOA_TOOL_DETAIL_JSON_WRITER_HPP

// JSON text, member by member, in the order of the calls: an object or list stands in one line, or has a line for
// each of its members.

#include "stoa/types/json_text.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace stoa::tool::detail {

class json_writer {
public:
    /// Writes `begin`, what `members` writes through `next`, and `end`. With `depth` 0 it all stands in one line.
    template <class Members>
    void group(char begin, char end, std::size_t depth, Members members) {
        const std::size_t outer_depth = depth_;
        const bool outer_first = first_;
        out_ += begin;
        depth_ = depth;
        first_ = true;
        members();
        if (depth_ != 0 && !first_) indent(depth_ - 1);
        out_ += end;
        depth_ = outer_depth;
        first_ = outer_first;
    }

    template <class Members>
    void object(Members members, std::size_t depth = 0) {
        group('{', '}', depth, members);
    }

    /// Writes each of `items` with `write`.
    template <class Items, class Write>
    void list(const Items& items, Write write, std::size_t depth = 0) {
        group('[', ']', depth, [&] {
            for (const auto& each : items) {
                next();
                write(each);
            }
        });
    }

    /// Separates the next member from the one before.
    void next() {
        if (!first_) out_ += depth_ == 0 ? ", " : ",";
        first_ = false;
        if (depth_ != 0) indent(depth_);
    }

    /// The name of the next member; its value must follow.
    void member(std::string_view name) {
        next();
        text(name);
        out_ += ": ";
    }

    void text(std::string_view value) { out_ += json_quote(value); }
    void number(std::int64_t value) { out_ += std::to_string(value); }
    void raw(std::string_view value) { out_ += value; }

    void text(std::string_view name, std::string_view value) {
        member(name);
        text(value);
    }
    void number(std::string_view name, std::int64_t value) {
        member(name);
        number(value);
    }
    /// A member only if it is true.
    void flag(std::string_view name, bool value) {
        if (!value) return;
        member(name);
        raw("true");
    }
    /// A member only if there is a text.
    void remark(std::string_view name, std::string_view value) {
        if (!value.empty()) text(name, value);
    }

    std::string take() { return std::move(out_); }

private:
    void indent(std::size_t depth) {
        out_ += '\n';
        out_.append(2 * depth, ' ');
    }

    std::string out_;
    std::size_t depth_ = 0; // of the members of the group being written; 0: all in one line
    bool first_ = true;
};

} // namespace stoa::tool::detail

#endif
