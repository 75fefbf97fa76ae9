// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_EXPRESSION_DOCUMENT_PATH_HPP
#define STOA_EXPRESSION_DOCUMENT_PATH_HPP

// From member pointers to names: a path into a document whose content has a C++ type is the same SQL as `json_value`
// with the names of its fields, and every step of it is checked.

#include "stoa/core/fixed_string.hpp"
#include "stoa/expression/json_value.hpp"
#include "stoa/reflection/record.hpp"
#include "stoa/types/array.hpp"
#include "stoa/types/columns.hpp"
#include "stoa/types/json_document.hpp"
#include "stoa/types/mapping.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace stoa {

template <class T>
class json;

namespace detail {

template <class T>
struct content_of {
    using type = T;
};

template <typed_document T>
struct content_of<T> : content_of<value_t<typename mapping<T>::content_type>> {};

/// What is in the document a field of type `T` holds; of other types the type itself, without std::optional.
template <class T>
using document_content = typename content_of<value_t<T>>::type;

/// What a list or map in a document is made of.
template <class T>
struct json_parts {
    static constexpr json_parent parent = json_parent::unknown;
};

template <class T, class Allocator>
struct json_parts<std::vector<T, Allocator>> {
    static constexpr json_parent parent = json_parent::list;
    using type = T;
};

template <class T, std::size_t N>
struct json_parts<std::array<T, N>> {
    static constexpr json_parent parent = json_parent::fixed_list;
    using type = T;
};

template <class T>
    requires std::is_same_v<typename T::key_type, std::string> && requires { typename T::mapped_type; }
struct json_parts<T> {
    static constexpr json_parent parent = json_parent::map;
    using type = typename T::mapped_type;
};

template <class T>
inline constexpr bool is_json_list =
    json_parts<T>::parent == json_parent::list || json_parts<T>::parent == json_parent::fixed_list;

template <class T>
inline constexpr bool is_json_map = json_parts<T>::parent == json_parent::map;

/// What the value at the end of a path is read as: what databases read as a column of its own, or else a document.
template <class T>
struct read_in_document {
    using type = json<T>;
};

template <mapped_value T>
struct read_in_document<T> {
    using type = std::conditional_t<is_json_scalar<T> || std::is_same_v<T, json_document>, std::type_identity<T>,
                                    std::type_identity<json<T>>>::type;
};

template <class Content, fixed_string Member>
struct require_path_step {
    static constexpr bool value = reflection::is_reflectable<Content> && !mapped_value<Content>;
    static_assert(value,
                  "stoa[E217]: the path goes on behind a member that is no record. End it there; to go on, name "
                  "an element of a list, at<0>, or an entry of a map, key<\"name\">; or read what is inside with "
                  "json_value and the names that lead to it.");
};

template <class Content, std::int32_t Place>
struct require_list {
    static constexpr bool value = is_json_list<Content>;
    static_assert(value, "stoa[E217]: the path names an element of what is no list. at<place> follows a std::vector or "
                         "std::array; a member is named by &record::member, an entry of a map by key<\"name\">.");
};

template <class Content, fixed_string Key>
struct require_map {
    static constexpr bool value = is_json_map<Content>;
    static_assert(value, "stoa[E217]: the path names an entry of what is no map. key<\"name\"> follows a std::map or "
                         "std::unordered_map; a member is named by &record::member, an element by at<place>.");
};

template <fixed_string Key>
struct require_findable_key {
    static constexpr bool value = can_be_found<json_step<Key.size()>::named(Key.view())>;
    static_assert(value, "stoa[E217]: a key in a path has no quotation mark, which not every database could find. "
                         "Compare the keys of entries<\"name\">(path).");
};

/// Collects the steps on the way through `Document`, an expression.
template <class Document, json_step... Steps>
struct document_path {
    /// From a value of type `Content` by the next step.
    template <class Content, auto Next, auto... Rest>
    static consteval auto find() {
        if constexpr (is_json_step<std::remove_cvref_t<decltype(Next)>>)
            return enter<Content, Next, Rest...>();
        else
            return find_member<Content, Next, Rest...>();
    }

private:
    template <class, json_step...>
    friend struct document_path;

    template <class Content, auto Member, auto... Rest>
    static consteval auto find_member() {
        constexpr std::string_view member = reflection::member_name<Member>;
        if constexpr (require_path_step<Content, fixed_string<member.size()>::copy_of(member)>::value) {
            using type = reflection::field_t<Content, field_of_member<Content, Member>()>;
            return step<type, json_parent::record, json_step<member.size()>::named(member), Rest...>();
        }
    }

    /// An element or an entry.
    template <class Content, json_step Step, auto... Rest>
    static consteval auto enter() {
        if constexpr (Step.is_place) {
            if constexpr (require_list<Content, Step.place>::value)
                return step<typename json_parts<Content>::type, json_parts<Content>::parent, Step, Rest...>();
        } else {
            constexpr auto name = fixed_string<Step.view().size()>::copy_of(Step.view());
            if constexpr (require_findable_key<name>::value && require_map<Content, name>::value)
                return step<typename json_parts<Content>::type, json_parent::map, Step, Rest...>();
        }
    }

    /// On behind a step to a value of type `Type`, or the end there.
    template <class Type, json_parent Parent, json_step Step, auto... Rest>
    static consteval auto step() {
        using content = document_content<Type>;
        if constexpr (sizeof...(Rest) != 0)
            return document_path<Document, Steps..., Step>::template find<content, Rest...>();
        else
            return json_member<typename read_in_document<content>::type, json_end{Parent, is_optional<Type>}, Document,
                               Steps..., Step>(Document{});
    }
};

} // namespace detail
} // namespace stoa

#endif
