// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DRIVER_SQLITE_DETAIL_JSON_FUNCTIONS_HPP
#define STOA_DRIVER_SQLITE_DETAIL_JSON_FUNCTIONS_HPP

// SQL functions of documents, exact to what PostgreSQL does with jsonb:
//   stoa_json_contains(document, wanted)            the operator @>; NULL where one of them is
//   stoa_json_set(document, steps, code, value, …)  the document, in canonical form, after one change behind the other
// The steps are a JSON array of names and places. Of a code, the first character says what the value is: `j` JSON text,
// `b` a bool, `2` and `4` an integer of so many bytes, `v` any other; the second what NULL does: `-` nothing, `r`
// removes the place, `n` makes it null.

#include "stoa/core/error.hpp"
#include "stoa/driver/sqlite/codec.hpp"
#include "stoa/driver/sqlite/detail/json_tree.hpp"
#include "stoa/types/array_text.hpp"

#include <sqlite3.h>

#include <cstdint>
#include <deque>
#include <exception>
#include <limits>
#include <new>
#include <string>
#include <string_view>

namespace stoa::sqlite::detail {

inline native::text text_argument(sqlite3_value* value) {
    native::text text;
    switch (decode(value, text)) {
    case fit::good: return text;
    case fit::out_of_memory: throw std::bad_alloc();
    default: raise(errc::mapping_mismatch, "the argument is no JSON text. Pass a document.");
    }
}

/// The documents of one call, kept as long as their trees are.
class json_documents {
public:
    json_value read(std::string text) {
        texts_.push_back(std::move(text));
        return json_tree_reader(texts_.back()).read();
    }
    json_value read(sqlite3_value* value) { return read(canonical_json(text_argument(value))); }

private:
    std::deque<std::string> texts_;
};

/// Runs the function, whose exceptions become errors of the statement.
template <class Function>
void guarded(sqlite3_context* context, Function function) noexcept {
    try {
        function();
    } catch (const std::bad_alloc&) {
        sqlite3_result_error_nomem(context);
    } catch (const std::exception& failure) {
        sqlite3_result_error(context, failure.what(), -1);
    }
}

inline void json_contains_function(sqlite3_context* context, int, sqlite3_value** arguments) {
    if (sqlite3_value_type(arguments[0]) == SQLITE_NULL || sqlite3_value_type(arguments[1]) == SQLITE_NULL) return;
    guarded(context, [&] {
        json_documents documents;
        const json_value whole = documents.read(arguments[0]);
        sqlite3_result_int(context, json_contains(whole, documents.read(arguments[1])));
    });
}

/// JSON text of a value that is not NULL.
inline std::string json_of(sqlite3_value* value, char code) {
    switch (sqlite3_value_type(value)) {
    case SQLITE_INTEGER: {
        const std::int64_t number = sqlite3_value_int64(value);
        if (code == 'b') return number != 0 ? "true" : "false";
        const bool fits = code == '2'   ? std::in_range<std::int16_t>(number)
                          : code == '4' ? std::in_range<std::int32_t>(number)
                                        : true;
        if (!fits)
            raise(errc::out_of_range, "a number is outside the range of the member it is put into. Use a smaller one.");
        return std::to_string(number);
    }
    case SQLITE_FLOAT: {
        const double number = sqlite3_value_double(value);
        if (!(number - number == 0))
            raise(errc::out_of_range,
                  "an infinite number has no place in a JSON document. Store a finite one, or NULL.");
        std::string text;
        stoa::detail::append_array_number(text, number);
        return text;
    }
    case SQLITE_TEXT: return code == 'j' ? canonical_json(text_argument(value)) : json_quote(text_argument(value));
    default: raise(errc::mapping_mismatch, "bytes have no place in a JSON document.");
    }
}

inline void json_set_function(sqlite3_context* context, int count, sqlite3_value** arguments) {
    if (sqlite3_value_type(arguments[0]) == SQLITE_NULL) return;
    guarded(context, [&] {
        json_documents documents;
        json_value document = documents.read(arguments[0]);
        for (int n = 1; n + 2 < count; n += 3) {
            const json_value steps = documents.read(arguments[n]);
            const native::text code = text_argument(arguments[n + 1]);
            sqlite3_value* const value = arguments[n + 2];
            if (sqlite3_value_type(value) != SQLITE_NULL)
                set_json(document, steps, documents.read(json_of(value, code[0])));
            else if (code[1] == 'r')
                remove_json(document, steps);
            else if (code[1] == 'n')
                set_json(document, steps, documents.read("null"));
        }
        std::string text;
        write_json(text, document);
        sqlite3_result_text64(context, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    });
}

} // namespace stoa::sqlite::detail

#endif
