// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_EXPRESSION_DOCUMENT_PATH_HPP
#define STOA_EXPRESSION_DOCUMENT_PATH_HPP

// From member pointers to names: a path into a document whose content is a record is the same expression as
// `json_value` with the names of its fields.

#include "stoa/core/fixed_string.hpp"
#include "stoa/expression/json_value.hpp"
#include "stoa/reflection/record.hpp"
#include "stoa/types/columns.hpp"
#include "stoa/types/mapping.hpp"

#include <cstddef>
#include <string_view>

namespace stoa::detail {

template <class T>
struct content_of {
    using type = T;
};

template <typed_document T>
struct content_of<T> : content_of<value_t<typename mapping<T>::content_type>> {};

/// What is in the document a field of type `T` holds; of other types the type itself, without std::optional.
template <class T>
using document_content = typename content_of<value_t<T>>::type;

template <class Content, fixed_string Member>
struct require_path_step {
    static_assert(reflection::is_reflectable<Content> && !mapped_value<Content>,
                  "stoa[E217]: the path goes on behind a member that is no record. End it there, or read what is "
                  "inside with json_value and the names that lead to it.");
    static constexpr bool value = reflection::is_reflectable<Content>;
};

template <class Content, fixed_string Member, class Type>
struct require_path_end {
    static constexpr bool value = [] {
        if constexpr (mapped_value<Type>)
            return is_json_scalar<Type>;
        else
            return false;
    }();
    static_assert(value, "stoa[E217]: the path ends at a member that databases do not read out of a document as its "
                         "C++ type. It is a text, enumeration, bool, integer of up to 64 bits with its sign, double, "
                         "or a type stored as one of these. Of others use json_value with one of these types, or the "
                         "whole document.");
};

/// Collects the names on the way through `Document`, an expression.
template <class Document, fixed_string... Names>
struct document_path {
    template <class Content, auto Member, auto... Rest>
    static consteval auto find() {
        constexpr std::string_view member = reflection::member_name<Member>;
        constexpr auto name = fixed_string<member.size()>::copy_of(member);
        if constexpr (require_path_step<Content, name>::value) {
            constexpr std::size_t field = field_of_member<Content, Member>();
            using type = document_content<reflection::field_t<Content, field>>;
            if constexpr (sizeof...(Rest) != 0)
                return document_path<Document, Names..., name>::template find<type, Rest...>();
            else if constexpr (require_path_end<Content, name, type>::value)
                return json_member<type, Document, Names..., name>(Document{});
        }
    }
};

} // namespace stoa::detail

#endif
