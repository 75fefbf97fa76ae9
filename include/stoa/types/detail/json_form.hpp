// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TYPES_DETAIL_JSON_FORM_HPP
#define STOA_TYPES_DETAIL_JSON_FORM_HPP

// How values made of values stand in a document: records, optionals, lists, maps, variants. See json_scalar.hpp.

#include "stoa/core/fixed_string.hpp"
#include "stoa/reflection/record.hpp"
#include "stoa/types/array.hpp"
#include "stoa/types/detail/json_scalar.hpp"

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

namespace stoa {

template <class T>
class json;

namespace detail {

template <class T>
concept json_record = reflection::is_reflectable<T> && !mapped_value<T> && !is_std_array<T>;

/// What a field's type, or one it is made of, must be. `Field` is empty for the document itself.
template <class Record, fixed_string Field, class Type>
struct require_json_content {
    static_assert(json_content<Type>,
                  "stoa[E107]: values of this type have no place in a JSON document. Use bool, numbers, std::string, "
                  "enumerations, guid, times, decimals, json_document, records, std::optional, std::vector, "
                  "std::array, std::map or std::unordered_map with std::string keys, std::variant, or a type with a "
                  "stoa::mapping to one of these.");
    static constexpr bool value = [] {
        if constexpr (json_content<Type>)
            return json_form<Type>::distinct;
        else
            return true;
    }();
    static_assert(value,
                  "stoa[E109]: two values of this type would be the same in a document: it has a std::optional of "
                  "what can be null itself (json_document, another std::optional), or a std::variant with two "
                  "alternatives of one name. Use json_document without std::optional, and make an alternative a "
                  "record with a name of its own.");
};

template <class Record, std::size_t I>
inline constexpr bool json_field_is_content = require_json_content<
    Record, fixed_string<reflection::field_name<Record, I>.size()>::copy_of(reflection::field_name<Record, I>),
    reflection::field_t<Record, I>>::value;

/// An object with a member for each field, whatever their order. Members that are no fields are passed over.
template <json_record T>
struct json_form<T> : json_plain_form {
    static constexpr std::string_view name = reflection::type_name<T>;

    static void write(std::string& out, const T& value, const json_place& at) {
        std::string_view separator = "{";
        each_field([&]<std::size_t I>(std::integral_constant<std::size_t, I>) {
            const auto& field = reflection::get<I>(value);
            using field_type = reflection::field_t<T, I>;
            constexpr std::string_view field_name = reflection::field_name<T, I>;
            if constexpr (is_optional<field_type>)
                if (!field) return;
            (out += separator) += json_quote(field_name);
            out += ':';
            json_form<field_type>::write(out, field, {&at, field_name});
            separator = ",";
        });
        if (separator == "{") out += '{';
        out += '}';
    }

    static void read(const json_node& node, T& value, const json_place& at, json_problems& problems) {
        if (node.kind != json_kind::object) return problems.expected("an object", at, node);
        each_field([&]<std::size_t I>(std::integral_constant<std::size_t, I>) {
            auto& field = reflection::get<I>(value);
            using field_type = reflection::field_t<T, I>;
            constexpr std::string_view field_name = reflection::field_name<T, I>;
            const json_place place{&at, field_name};
            if (const json_node* const member = node.member(field_name))
                json_form<field_type>::read(*member, field, place, problems);
            else if constexpr (is_optional<field_type>)
                field.reset();
            else
                problems.add(errc::mapping_mismatch, place, "is missing");
        });
    }

    static consteval bool has_only_content() {
        return []<std::size_t... I>(std::index_sequence<I...>) {
            return (json_field_is_content<T, I> && ...);
        }(std::make_index_sequence<reflection::field_count<T>>{});
    }

private:
    template <class Visitor>
    static void each_field(Visitor visit) {
        static_assert(has_only_content());
        [&]<std::size_t... I>(std::index_sequence<I...>) {
            (visit(std::integral_constant<std::size_t, I>{}), ...);
        }(std::make_index_sequence<reflection::field_count<T>>{});
    }
};

/// Left out of an object when it is empty; null anywhere else.
template <json_content T>
struct json_form<std::optional<T>> {
    static constexpr bool nullable = true;
    static constexpr bool distinct = json_form<T>::distinct && !json_form<T>::nullable;
    static constexpr std::string_view name = json_form<T>::name;

    static void write(std::string& out, const std::optional<T>& value, const json_place& at) {
        if (value)
            json_form<T>::write(out, *value, at);
        else
            out += "null";
    }
    static void read(const json_node& node, std::optional<T>& value, const json_place& at, json_problems& problems) {
        if (node.kind == json_kind::null) return value.reset();
        json_form<T>::read(node, value.emplace(), at, problems);
    }
};

template <class List>
void write_json_list(std::string& out, const List& list, const json_place& at) {
    using element = typename List::value_type;
    out += '[';
    for (std::size_t i = 0; i != list.size(); ++i) {
        if (i != 0) out += ',';
        const element& each = list[i];
        json_form<element>::write(out, each, {&at, {}, i});
    }
    out += ']';
}

template <json_content T, class Allocator>
struct json_form<std::vector<T, Allocator>> {
    static constexpr bool nullable = false;
    static constexpr bool distinct = json_form<T>::distinct;
    static constexpr std::string_view name = "list";

    static void write(std::string& out, const std::vector<T, Allocator>& list, const json_place& at) {
        write_json_list(out, list, at);
    }
    static void read(const json_node& node, std::vector<T, Allocator>& list, const json_place& at,
                     json_problems& problems) {
        if (node.kind != json_kind::array) return problems.expected("an array", at, node);
        list.clear();
        list.reserve(node.parts.size());
        for (const json_node& part : node.parts) {
            T element{};
            json_form<T>::read(part, element, {&at, {}, list.size()}, problems);
            list.push_back(std::move(element));
        }
    }
};

template <json_content T, std::size_t N>
struct json_form<std::array<T, N>> {
    static constexpr bool nullable = false;
    static constexpr bool distinct = json_form<T>::distinct;
    static constexpr std::string_view name = "list";

    static void write(std::string& out, const std::array<T, N>& list, const json_place& at) {
        write_json_list(out, list, at);
    }
    static void read(const json_node& node, std::array<T, N>& list, const json_place& at, json_problems& problems) {
        if (node.kind != json_kind::array) return problems.expected("an array", at, node);
        if (node.parts.size() != N)
            return problems.add(errc::mapping_mismatch, at,
                                "has " + std::to_string(node.parts.size()) + " elements, not " + std::to_string(N));
        for (std::size_t i = 0; i != N; ++i) json_form<T>::read(node.parts[i], list[i], {&at, {}, i}, problems);
    }
};

/// An object with a member for each key.
template <class Map>
struct json_map_form {
    using element = typename Map::mapped_type;
    static constexpr bool nullable = false;
    static constexpr bool distinct = json_form<element>::distinct;
    static constexpr std::string_view name = "map";

    static void write(std::string& out, const Map& map, const json_place& at) {
        std::string_view separator;
        out += '{';
        for (const auto& [key, value] : map) {
            const json_place place{&at, key};
            out += separator;
            json_form<std::string>::write(out, key, at);
            out += ':';
            json_form<element>::write(out, value, place);
            separator = ",";
        }
        out += '}';
    }
    static void read(const json_node& node, Map& map, const json_place& at, json_problems& problems) {
        if (node.kind != json_kind::object) return problems.expected("an object", at, node);
        map.clear();
        for (const json_node& part : node.parts)
            json_form<element>::read(part, map[part.name], {&at, part.name}, problems);
    }
};

template <json_content T, class Compare, class Allocator>
struct json_form<std::map<std::string, T, Compare, Allocator>>
    : json_map_form<std::map<std::string, T, Compare, Allocator>> {};

template <json_content T, class Hash, class Equal, class Allocator>
struct json_form<std::unordered_map<std::string, T, Hash, Equal, Allocator>>
    : json_map_form<std::unordered_map<std::string, T, Hash, Equal, Allocator>> {};

template <std::size_t N>
consteval bool are_distinct(const std::string_view (&names)[N]) {
    for (std::size_t i = 0; i != N; ++i)
        for (std::size_t before = 0; before != i; ++before)
            if (names[i] == names[before]) return false;
    return true;
}

/// An object with one member: the alternative's name, and its value.
template <json_content... T>
struct json_form<std::variant<T...>> {
    static constexpr bool nullable = false;
    static constexpr bool distinct = (json_form<T>::distinct && ...) && are_distinct({json_form<T>::name...});
    static constexpr std::string_view name = "variant";

    static void write(std::string& out, const std::variant<T...>& value, const json_place& at) {
        std::visit(
            [&]<class Alternative>(const Alternative& held) {
                constexpr std::string_view tag = json_form<Alternative>::name;
                ((out += '{') += json_quote(tag)) += ':';
                json_form<Alternative>::write(out, held, {&at, tag});
                out += '}';
            },
            value);
    }
    static void read(const json_node& node, std::variant<T...>& value, const json_place& at, json_problems& problems) {
        if (node.kind != json_kind::object) return problems.expected("an object", at, node);
        if (node.parts.size() != 1)
            return problems.add(errc::mapping_mismatch, at, "has not one member, the name of an alternative");
        if (!(... || read_if<T>(node.parts[0], value, at, problems)))
            problems.add(errc::invalid_value, at, "has a member that is the name of no alternative");
    }

private:
    template <class Alternative>
    static bool read_if(const json_node& part, std::variant<T...>& value, const json_place& at,
                        json_problems& problems) {
        if (part.name != json_form<Alternative>::name) return false;
        json_form<Alternative>::read(part, value.template emplace<Alternative>(), {&at, part.name}, problems);
        return true;
    }
};

/// Whether `T` has a place in a document, and where it is a record, each of its fields.
template <class T>
consteval bool is_json_document_of() {
    static_assert(require_json_content<json<T>, "", T>::value);
    if constexpr (json_record<T>)
        return json_form<T>::has_only_content();
    else
        return true;
}

} // namespace detail
} // namespace stoa

#endif
