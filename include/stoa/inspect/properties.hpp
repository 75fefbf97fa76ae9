// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_INSPECT_PROPERTIES_HPP
#define STOA_INSPECT_PROPERTIES_HPP

// Each value of schema_info.hpp as properties with a name and a text: what is compared and shown one by one.

#include "stoa/inspect/schema_info.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace stoa::inspection {

struct property {
    std::string_view name;
    std::string text; ///< empty: the usual
};

/// The same properties in the same order for every value of a type.
using properties = std::vector<property>;

inline std::string list_text(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text.append(text.empty() ? "" : ", ").append(name);
    return text;
}

inline std::string text_if(bool condition, std::string_view text) {
    return std::string(condition ? text : std::string_view());
}

inline std::string text_of(deferral checked) {
    switch (checked) {
    case deferral::never: return {};
    case deferral::immediate: return "DEFERRABLE";
    case deferral::deferred: return "DEFERRABLE INITIALLY DEFERRED";
    }
    return {};
}

inline std::string text_of(referential_action action) {
    switch (action) {
    case referential_action::no_action: return "NO ACTION";
    case referential_action::restrict_: return "RESTRICT";
    case referential_action::cascade: return "CASCADE";
    case referential_action::set_null: return "SET NULL";
    case referential_action::set_default: return "SET DEFAULT";
    }
    return {};
}

inline std::string text_of(const identity_info& identity) {
    return "from " + std::to_string(identity.start) + " by " + std::to_string(identity.increment) +
           text_if(identity.always, ", always") + text_if(identity.reuses_keys, ", reusing keys");
}

inline std::string text_of(const index_term_info& term) {
    std::string text = term.column.empty() ? "(" + term.expression + ")" : term.column;
    if (!term.collation.empty()) text += " COLLATE " + term.collation;
    if (!term.operators.empty()) text += " " + term.operators;
    return text + text_if(term.descending, " DESC") +
           text_if(term.nulls_moved, term.descending ? " NULLS LAST" : " NULLS FIRST");
}

inline properties properties_of(const column_info& column) {
    return {
        {"type", column.type},
        {"nullability", column.nullable ? "NULL" : "NOT NULL"},
        {"collation", column.collation},
        {"default", column.default_value},
        {"computation", column.computed + text_if(!column.computed.empty(), column.stored ? " STORED" : " VIRTUAL")},
        {"identity", column.identity ? text_of(*column.identity) : std::string()},
        {"comment", column.comment}};
}

inline properties properties_of(const primary_key_info& key) {
    return {{"columns", list_text(key.columns)},
            {"included columns", list_text(key.included)},
            {"deferral", text_of(key.checked)}};
}

inline properties properties_of(const unique_info& key) {
    return {{"columns", list_text(key.columns)},
            {"included columns", list_text(key.included)},
            {"treatment of NULL", text_if(key.nulls_equal, "NULLS NOT DISTINCT")},
            {"deferral", text_of(key.checked)}};
}

inline properties properties_of(const foreign_key_info& key) {
    return {{"columns", list_text(key.columns)},
            {"target", key.target + " (" + list_text(key.target_columns) + ")"},
            {"action on delete", text_of(key.on_delete)},
            {"action on update", text_of(key.on_update)},
            {"match", text_if(key.match_full, "MATCH FULL")},
            {"deferral", text_of(key.checked)},
            {"validation", text_if(!key.validated, "NOT VALID")}};
}

inline properties properties_of(const check_info& check) {
    return {{"expression", check.expression}, {"validation", text_if(!check.validated, "NOT VALID")}};
}

inline properties properties_of(const index_info& index) {
    std::vector<std::string> terms;
    for (const index_term_info& term : index.terms) terms.push_back(text_of(term));
    return {{"uniqueness", text_if(index.unique, "UNIQUE")},
            {"method", index.method},
            {"terms", list_text(terms)},
            {"included columns", list_text(index.included)},
            {"predicate", index.predicate},
            {"treatment of NULL", text_if(index.nulls_equal, "NULLS NOT DISTINCT")},
            {"validity", text_if(!index.valid, "INVALID")}};
}

inline properties properties_of(const partition_info& partition) {
    return {{"bounds", partition.bounds}};
}

inline properties properties_of(const view_info& view) {
    return {{"definition", view.definition},
            {"materialization", text_if(view.materialized, "MATERIALIZED")},
            {"options", view.options},
            {"comment", view.comment}};
}

inline properties properties_of(const enum_info& type) {
    return {{"values", list_text(type.values)}};
}

/// Of the table itself.
inline properties properties_of(const table_info& table) {
    return {{"options", table.options}, {"comment", table.comment}};
}

/// All that is not the usual, in one line; of a table its columns.
template <class Value>
std::string description_of(const Value& value) {
    std::string text;
    if constexpr (std::is_same_v<Value, table_info>)
        for (const column_info& column : value.columns)
            text.append(text.empty() ? "columns " : ", ").append(column.name);
    else
        for (const property& each : properties_of(value))
            if (!each.text.empty())
                text.append(text.empty() ? "" : ", ").append(each.name).append(" ").append(each.text);
    return text;
}

} // namespace stoa::inspection

#endif
