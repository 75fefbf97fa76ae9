// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TYPES_JSON_HPP
#define STOA_TYPES_JSON_HPP

// Opt-in: it adds the includes of Boost.JSON, which must also be linked (CMake: stoa::json).
//
// A JSON document with the members of a C++ type. It is stored as a json_document is, in canonical form, and all that
// can be done with columns of documents can be done with these; paths of member pointers lead into them.

#include "stoa/types/detail/json_form.hpp"
#include "stoa/types/detail/json_node.hpp"
#include "stoa/types/document.hpp"
#include "stoa/types/mapping.hpp"

#include <string>
#include <utility>

namespace stoa {

/// A `T` that is kept as a JSON document: a record, or a list, map, variant or single value of what docs/guide/json.md
/// lists. Reached like what a pointer points to; copied, moved and compared like a value.
/// SQL: jsonb on PostgreSQL; TEXT on SQLite.
/// Example: `struct book { stoa::guid id; stoa::json<book_meta> meta; };` … `b.meta->pages`
template <class T>
class json {
public:
    using value_type = T;

    json() = default;
    // NOLINTNEXTLINE(google-explicit-constructor): a document of T is a T in another place
    json(T value) : value_(std::move(value)) {}

    /// Reads a document. Throws: mapping_error with the path, such as $.size.width, of every member that is missing
    /// (mapping_mismatch), of another kind (mapping_mismatch), no value of its C++ type (invalid_value) or out of its
    /// range (out_of_range). Members that `T` does not have are passed over.
    static json from(const json_document& document) {
        json read;
        detail::json_problems problems;
        detail::json_form<T>::read(detail::parse_json(document), read.value_, {}, problems);
        problems.raise_for(reflection::qualified_type_name<T>);
        return read;
    }

    /// What is stored. Throws: mapping_error (invalid_value) for text that is not UTF-8, NaN and infinities, and
    /// enumerators without a name; (out_of_range) for times outside years 1 to 9999.
    json_document document() const {
        std::string text;
        detail::json_form<T>::write(text, value_, {});
        return json_document::parse(text);
    }

    T& operator*() & noexcept { return value_; }
    const T& operator*() const& noexcept { return value_; }
    T&& operator*() && noexcept { return std::move(value_); }
    T* operator->() noexcept { return &value_; }
    const T* operator->() const noexcept { return &value_; }

    /// Equal if they are the same document, which is what a database compares. `T` needs no operator of its own.
    friend bool operator==(const json& a, const json& b) { return a.document() == b.document(); }

private:
    static_assert(detail::is_json_document_of<T>());

    T value_{};
};

template <class T>
struct mapping<json<T>> {
    using content_type = T;
    using stored_type = json_document;
    static json_document store(const json<T>& value) { return value.document(); }
    static json<T> load(const json_document& document) { return json<T>::from(document); }
};

namespace detail {

/// Within another document: the value itself.
template <class T>
struct json_form<json<T>> : json_form<T> {
    static void write(std::string& out, const json<T>& value, const json_place& at) {
        json_form<T>::write(out, *value, at);
    }
    static void read(const json_node& node, json<T>& value, const json_place& at, json_problems& problems) {
        json_form<T>::read(node, *value, at, problems);
    }
};

} // namespace detail
} // namespace stoa

#endif
