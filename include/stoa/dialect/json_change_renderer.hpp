// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DIALECT_JSON_CHANGE_RENDERER_HPP
#define STOA_DIALECT_JSON_CHANGE_RENDERER_HPP

// Changes inside the document of a column to SQL: all those that an UPDATE makes in one document are one expression.

#include "stoa/core/text_sink.hpp"
#include "stoa/dialect/json_renderer.hpp"
#include "stoa/expression/ast.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace stoa {

/// `Expressions` is the class that derives from this one and writes the operands.
template <class Dialect, class Expressions>
class json_change_renderer : protected json_renderer<Dialect, Expressions> {
    using base = json_renderer<Dialect, Expressions>;

protected:
    using base::base;
    using base::child;
    using base::is_name;
    using base::nodes_;
    using base::out_;

    /// The document of a column after all changes in the list, of which `first` is the first of this column.
    constexpr void changed_document(std::size_t list, std::size_t first) {
        if constexpr (Dialect::has_json_operators)
            changed_by_operators(list, first);
        else
            changed_by_function(list, first);
    }

    /// Whether it is a change inside a document, and of the same column as the one at `first`.
    constexpr bool changes_same(std::size_t at, std::size_t first) const {
        return nodes_[at].kind == ast::op::assign_path && nodes_[at + 1].index == nodes_[first + 1].index;
    }

private:
    constexpr Expressions& self() { return static_cast<Expressions&>(*this); }

    /// The steps as a JSON array, which is what stoa_json_set takes.
    constexpr void json_steps(std::size_t at) {
        out_ << "'[";
        for (std::size_t n = 2; n != nodes_[at].arity; ++n) {
            if (n != 2) out_ << ',';
            if (const std::size_t step = child(at, n); is_name(step))
                this->json_string(nodes_[step].text);
            else
                out_.number(nodes_[step].integer);
        }
        out_ << "]'";
    }

    template <class Use>
    constexpr void each_change(std::size_t list, std::size_t first, Use use) {
        ast::for_each_child(nodes_, list, [&](std::size_t at) {
            if (changes_same(at, first)) use(at);
        });
    }

    constexpr bool is_removal(std::size_t at) const { return nodes_[child(at, 1)].kind == ast::op::none; }

    constexpr std::size_t last_step(std::size_t at) const { return child(at, nodes_[at].arity - 1U); }

    /// A function of the driver, which is given for every change its path, a code, and the value.
    constexpr void changed_by_function(std::size_t list, std::size_t first) {
        out_ << "stoa_json_set(";
        self().expression(first + 1);
        each_change(list, first, [&](std::size_t at) {
            out_ << ", ";
            json_steps(at);
            out_ << ", '" << code_of(at) << "', ";
            if (is_removal(at))
                out_ << "NULL";
            else
                self().expression(child(at, 1));
        });
        out_ << ')';
    }

    /// What the value is, and what becomes of the place where it is NULL.
    constexpr std::string_view code_of(std::size_t at) const {
        constexpr std::string_view codes[5][3] = {
            {"j-", "jr", "jn"}, {"b-", "br", "bn"}, {"2-", "2r", "2n"}, {"4-", "4r", "4n"}, {"v-", "vr", "vn"}};
        if (is_removal(at)) return codes[0][1];
        const std::size_t null = nodes_[at].index;
        if (nodes_[child(at, 1)].type.kind == type_kind::json) return codes[0][null];
        switch (nodes_[at].type.kind) {
        case type_kind::boolean: return codes[1][null];
        case type_kind::int16: return codes[2][null];
        case type_kind::int32: return codes[3][null];
        default: return codes[4][null];
        }
    }

    /// One function around the other, each leaving the document as it is where its path leads nowhere. A document that
    /// is no object or list would be an error to them, and so would a name in a list.
    constexpr void changed_by_operators(std::size_t list, std::size_t first) {
        bool names = false;
        bool places = false;
        each_change(list, first, [&](std::size_t at) { (is_name(child(at, 2)) ? names : places) = true; });
        out_ << "CASE WHEN jsonb_typeof(";
        self().expression(first + 1);
        out_ << (names && places ? ") IN ('object', 'array') THEN "
                 : names         ? ") = 'object' THEN "
                                 : ") = 'array' THEN ");
        std::size_t changes = 0;
        each_change(list, first, [&](std::size_t) { ++changes; });
        for (; changes != 0; --changes) {
            std::size_t n = 0;
            each_change(list, first, [&](std::size_t at) {
                if (++n == changes) out_ << (is_removal(at) ? "(" : lax(at) ? "jsonb_set_lax(" : "jsonb_set(");
            });
        }
        self().expression(first + 1);
        each_change(list, first, [&](std::size_t at) {
            out_ << (is_removal(at) ? " #- " : ", ");
            guarded_path(at, first, names && places);
            if (!is_removal(at)) set_value(at);
            out_ << ')';
        });
        out_ << " ELSE ";
        self().expression(first + 1);
        out_ << " END";
    }

    constexpr bool lax(std::size_t at) const { return nodes_[child(at, 1)].nullable; }

    /// The path; an empty one where it leads nowhere, by which nothing is changed.
    constexpr void guarded_path(std::size_t at, std::size_t first, bool guarded) {
        const std::size_t arity = nodes_[at].arity;
        const bool deep = guarded || arity > 3;
        if (deep) {
            out_ << "CASE WHEN jsonb_typeof(";
            self().expression(first + 1);
            this->operators(at, 2, arity - 1, false);
            out_ << (is_name(last_step(at)) ? ") = 'object' THEN " : ") = 'array' THEN ");
        }
        this->text_array(at, 2, arity);
        if (deep) out_ << " ELSE '{}' END";
    }

    constexpr void set_value(std::size_t at) {
        out_ << ", ";
        json_of(child(at, 1), nodes_[at].type.kind);
        const bool creates = is_name(last_step(at)); // an element that is not there is not added
        if (!lax(at)) {
            if (!creates) out_ << ", FALSE";
            return;
        }
        out_ << (creates ? ", TRUE, " : ", FALSE, ");
        switch (static_cast<ast::null_part>(nodes_[at].index)) {
        case ast::null_part::stays: out_ << "'return_target'"; return;
        case ast::null_part::goes: out_ << "'delete_key'"; return;
        case ast::null_part::is_null: out_ << "'use_json_null'"; return;
        }
    }

    /// A computed value as the document it is, in the type of its place.
    constexpr void json_of(std::size_t value, type_kind kind) {
        if (nodes_[value].type.kind == type_kind::json) {
            self().whole(value);
            return;
        }
        // to_jsonb makes a text of an infinite number; read as JSON, its text is an error.
        const bool fraction = kind == type_kind::float32 || kind == type_kind::float64;
        out_ << (fraction ? "CAST(CAST(CAST(" : "to_jsonb(CAST(");
        self().whole(value);
        out_ << " AS ";
        if (kind == type_kind::text)
            out_ << "text";
        else
            Dialect::type_name(out_, {kind});
        out_ << (fraction ? ") AS text) AS jsonb)" : "))");
    }
};

} // namespace stoa

#endif
