// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DIALECT_JSON_RENDERER_HPP
#define STOA_DIALECT_JSON_RENDERER_HPP

// Paths into documents to SQL, what can be asked of documents and arrays, and their elements as a source of rows. With
// operators a path is a chain of `->`, which finds names in objects and places in lists only; without, one text of
// json_extract.

#include "stoa/core/text_sink.hpp"
#include "stoa/dialect/comparison_renderer.hpp"
#include "stoa/dialect/quote.hpp"
#include "stoa/expression/ast.hpp"
#include "stoa/schema/table_def.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace stoa {

/// `Expressions` is the class that derives from this one and writes the operands.
template <class Dialect, class Expressions>
class json_renderer : protected comparison_renderer<Dialect, Expressions> {
    using base = comparison_renderer<Dialect, Expressions>;

protected:
    using base::base;
    using base::child;
    using base::nodes_;
    using base::out_;
    using typename base::parentheses;

    /// A value in a document, cast to what it is read as.
    constexpr void json_value(std::size_t at) {
        const type_kind kind = nodes_[at].type.kind;
        // Every text is a text there, of the database's own order, and every bool a number here.
        const bool cast = Dialect::has_json_operators ? kind != type_kind::text : is_integer(kind) || is_floating(kind);
        if (cast) {
            out_ << "CAST(";
            this->bare_ = true;
        }
        if constexpr (Dialect::has_json_operators) {
            const bool sorts = kind == type_kind::text && !Dialect::bytewise.empty();
            const parentheses around(*this);
            if (sorts) out_ << '(';
            document(child(at, 0));
            operators(at, 1, nodes_[at].arity, true);
            if (sorts) out_ << ')' << Dialect::bytewise;
        } else {
            on_path("json_extract(", at);
        }
        if (!cast) return;
        out_ << " AS ";
        Dialect::type_name(out_, nodes_[at].type);
        out_ << ')';
    }

    /// A part of a document, NULL where it is null.
    constexpr void json_part(std::size_t at) {
        this->bare_ = false;
        out_ << "nullif(";
        this->bare_ = true;
        document(at);
        out_ << ", 'null')";
    }

    /// A document, or what a path leads to as one, null included.
    constexpr void document(std::size_t at) {
        if (!is_path(at)) {
            self().expression(at);
            return;
        }
        const parentheses around(*this);
        document(child(at, 0));
        if constexpr (Dialect::has_json_operators) {
            operators(at, 1, nodes_[at].arity, false);
        } else {
            out_ << " -> ";
            path(at, 1);
        }
    }

    constexpr void has_key(std::size_t at) {
        const parentheses around(*this);
        const std::size_t place = child(at, 0);
        if constexpr (Dialect::has_json_operators)
            document(place);
        else
            on_path("json_type(", place);
        out_ << " IS NOT NULL";
    }

    constexpr void cardinality(std::size_t at) {
        const std::size_t list = child(at, 0);
        if (nodes_[list].type.kind != type_kind::json) {
            this->call(at, Dialect::has_arrays ? "cardinality(" : "json_array_length(");
            return;
        }
        this->bare_ = false;
        out_ << "CASE ";
        type_of(list);
        out_ << " WHEN 'array' THEN ";
        if constexpr (Dialect::has_json_operators)
            enclosed("jsonb_array_length(", list);
        else
            on_path("json_array_length(", list);
        out_ << " END";
    }

    /// Whether a document contains another; or whether the one element of the second array is among those of the first,
    /// NULL where that is. With arrays an operator that an index can answer (PostgreSQL manual, 70.1 GIN, Built-in
    /// Operator Classes).
    constexpr void contains(std::size_t at) {
        const bool documents = nodes_[child(at, 0)].type.kind == type_kind::json;
        if (documents ? Dialect::has_json_operators : Dialect::has_arrays) {
            const parentheses around(*this);
            document(child(at, 0));
            out_ << " @> ";
            self().expression(child(at, 1));
        } else if (documents) {
            this->bare_ = false;
            enclosed("stoa_json_contains(", child(at, 0), ", ");
            self().expression(child(at, 1));
            out_ << ')';
        } else {
            search(at);
        }
    }

    /// The rows of a list or map, as a table with columns of their types; without LATERAL, columns are given theirs
    /// where they are read.
    constexpr void elements(std::size_t at) {
        const bool documents = nodes_[at + 1].type.kind == type_kind::json;
        const table_def& rows = nodes_[at].table();
        if constexpr (!Dialect::has_lateral_joins) {
            out_ << "json_each(";
            list_of(at, documents);
            out_ << ')';
        } else {
            const bool entries = nodes_[at].distinct;
            const column_def& value = rows.columns[entries ? 1 : 0];
            const bool as_text = documents && value.type.kind != type_kind::json;
            out_ << "LATERAL (SELECT ";
            if (entries) out_ << "\"key\"" << Dialect::bytewise << " AS \"key\", ";
            element_value(value, documents);
            if (!entries) out_ << ", \"position\" - 1 AS \"position\"";
            out_ << " FROM "
                 << (!documents ? "unnest"
                     : entries  ? "jsonb_each"
                                : "jsonb_array_elements")
                 << (as_text ? "_text(" : "(");
            list_of(at, documents);
            out_ << (entries ? ") AS " : ") WITH ORDINALITY AS ");
            quote(out_, nodes_[at].alias);
            out_ << (entries ? " (\"key\", \"value\"))" : " (\"value\", \"position\"))");
        }
    }

    constexpr bool is_name(std::size_t step) const { return nodes_[step].type.kind == type_kind::text; }

    /// The operators that follow the steps from `begin` to before `end`, the last one giving text or a document.
    constexpr void operators(std::size_t at, std::size_t begin, std::size_t end, bool text) {
        if (end - begin > 1 && has_plain_names(at, begin, end)) {
            out_ << (text ? " #>> " : " #> ");
            text_array(at, begin, end);
            return;
        }
        for (std::size_t n = begin; n != end; ++n) {
            out_ << (text && n + 1 == end ? " ->> " : " -> ");
            if (const std::size_t step = child(at, n); is_name(step))
                quote_text(out_, nodes_[step].text);
            else
                out_.number(nodes_[step].integer);
        }
    }

    constexpr void text_array(std::size_t at, std::size_t begin, std::size_t end) {
        out_ << "ARRAY[";
        for (std::size_t n = begin; n != end; ++n) {
            if (n != begin) out_ << ", ";
            const std::size_t step = child(at, n);
            if (is_name(step)) {
                quote_text(out_, nodes_[step].text);
            } else {
                out_ << '\'';
                out_.number(nodes_[step].integer) << '\'';
            }
        }
        out_ << ']';
    }

    /// A JSON string within a text literal.
    constexpr void json_string(std::string_view text) {
        constexpr std::string_view digits = "0123456789abcdef";
        out_ << '"';
        for (const char c : text) {
            const auto code = static_cast<unsigned char>(c);
            switch (c) {
            case '\'': out_ << "''"; break;
            case '"': out_ << "\\\""; break;
            case '\\': out_ << "\\\\"; break;
            case '\b': out_ << "\\b"; break;
            case '\f': out_ << "\\f"; break;
            case '\n': out_ << "\\n"; break;
            case '\r': out_ << "\\r"; break;
            case '\t': out_ << "\\t"; break;
            default:
                if (code < 0x20)
                    out_ << "\\u00" << digits[code >> 4U] << digits[code & 0xFU];
                else
                    out_ << c;
            }
        }
        out_ << '"';
    }

private:
    constexpr Expressions& self() { return static_cast<Expressions&>(*this); }

    constexpr bool is_path(std::size_t at) const {
        return nodes_[at].kind == ast::op::json_part || nodes_[at].kind == ast::op::json_value;
    }

    /// Writes `function` and the document behind it.
    constexpr void enclosed(std::string_view function, std::size_t at, std::string_view behind = ")") {
        out_ << function;
        this->bare_ = true;
        document(at);
        this->bare_ = false;
        out_ << behind;
    }

    /// Writes `function` of a document, with the path into it where there is one.
    constexpr void on_path(std::string_view function, std::size_t at) {
        const bool in = is_path(at);
        this->bare_ = false;
        enclosed(function, in ? child(at, 0) : at, in ? ", " : ")");
        if (!in) return;
        path(at, 1);
        out_ << ')';
    }

    constexpr void type_of(std::size_t at) {
        if constexpr (Dialect::has_json_operators)
            enclosed("jsonb_typeof(", at);
        else
            on_path("json_type(", at);
    }

    /// Whether the array operators would find the same as a chain: they take a name for a place where it is a number.
    constexpr bool has_plain_names(std::size_t at, std::size_t begin, std::size_t end) const {
        for (std::size_t n = begin; n != end; ++n) {
            const std::string_view name = nodes_[child(at, n)].text;
            if (!is_name(child(at, n)) || name.empty()) return false;
            const bool is_letter = (name[0] >= 'a' && name[0] <= 'z') || (name[0] >= 'A' && name[0] <= 'Z');
            if (!is_letter && name[0] != '_') return false;
        }
        return true;
    }

    /// A path of json_extract (https://sqlite.org/json1.html, section 3.3): names as they are written in canonical
    /// text.
    constexpr void path(std::size_t at, std::size_t begin) {
        out_ << "'$";
        for (std::size_t n = begin; n != nodes_[at].arity; ++n) {
            const ast::node& step = nodes_[child(at, n)];
            if (is_name(child(at, n))) {
                out_ << '.';
                json_string(step.text);
            } else {
                out_ << (step.integer < 0 ? "[#" : "[");
                out_.number(step.integer) << ']';
            }
        }
        out_ << '\'';
    }

    /// What the elements or entries at `at` come from, NULL where that is something else.
    constexpr void list_of(std::size_t at, bool documents) {
        const std::size_t whole = child(at, 0);
        if (!documents) {
            self().whole(whole);
            return;
        }
        out_ << "CASE ";
        type_of(whole);
        out_ << (nodes_[at].distinct ? " WHEN 'object' THEN " : " WHEN 'array' THEN ");
        this->bare_ = true;
        document(whole);
        this->bare_ = false;
        out_ << " END";
    }

    constexpr void element_value(const column_def& column, bool documents) {
        const bool is_text = column.type.kind == type_kind::text && column.type.enum_name.empty();
        const bool cast = documents ? !is_text : !column.type.enum_name.empty();
        if (documents && column.type.kind == type_kind::json) {
            out_ << "CASE WHEN jsonb_typeof(\"value\") IN ('object', 'array') THEN \"value\" END";
        } else if (cast) {
            out_ << "CAST(\"value\" AS ";
            Dialect::type_name(out_, column.type);
            out_ << ')';
        } else {
            out_ << "\"value\"";
            if (is_text) out_ << Dialect::bytewise;
        }
        out_ << " AS \"value\"";
    }

    /// Whether an array has the element that is the only one of the other.
    constexpr void search(std::size_t at) {
        this->bare_ = false;
        const bool outer = self().qualifies();
        self().qualify(true); // json_each has columns too, one of them called value
        if (nodes_[at].nullable) {
            out_ << "CASE WHEN ";
            self().expression(child(at, 0));
            out_ << " IS NOT NULL THEN ";
        }
        out_ << "EXISTS (SELECT 1 FROM json_each(";
        self().expression(child(at, 0));
        out_ << ") WHERE value = json_extract(";
        self().expression(child(at, 1));
        out_ << (nodes_[at].nullable ? ", '$[0]')) END" : ", '$[0]'))");
        self().qualify(outer);
    }
};

} // namespace stoa

#endif
