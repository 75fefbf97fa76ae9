// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DRIVER_POSTGRES_ARRAY_HPP
#define STOA_DRIVER_POSTGRES_ARRAY_HPP

// A list of values or an array as one parameter: the server's binary form of a one-dimensional array, which is a head
// and then every element with its length before it (src/backend/utils/adt/arrayfuncs.c, array_recv).

#include "stoa/core/error.hpp"
#include "stoa/core/list_view.hpp"
#include "stoa/driver/postgres/codec.hpp"
#include "stoa/driver/postgres/oid.hpp"
#include "stoa/types/native.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace stoa::postgres {

/// `size` as libpq takes it. Throws: mapping_error (out_of_range) if it is more than a field can have, 1 GB
/// (PostgreSQL manual, appendix K).
inline int checked_size(std::size_t size) {
    if (size >= std::size_t{1} << 30)
        raise(errc::out_of_range,
              "a value of " + std::to_string(size) + " bytes is larger than the 1 GB PostgreSQL can hold. Split it.");
    return static_cast<int>(size);
}

namespace detail {

inline void append(std::string& out, std::uint32_t word) {
    char bytes[4];
    codec::store(bytes, word);
    out.append(bytes, 4);
}

/// Which elements are NULL: of as many as there are values, or empty where none is.
using null_marks = list_view<const unsigned char>;

inline constexpr std::uint32_t null_size = UINT32_MAX;

/// `size` is about how many bytes an element has.
inline void write_array_head(std::string& out, type_kind kind, null_marks nulls, std::size_t count, std::size_t size) {
    checked_size(count); // then the product below does not overflow
    out.clear();
    out.reserve(static_cast<std::size_t>(checked_size(20 + count * (4 + size))));
    append(out, count == 0 ? 0 : 1);    // dimensions; an empty array has none
    append(out, nulls.empty() ? 0 : 1); // whether an element may be NULL
    append(out, wire_type_of(kind).scalar);
    if (count == 0) return;
    append(out, static_cast<std::uint32_t>(count));
    append(out, 1); // the first element's subscript
}

/// Writes a number per element, brought into the wire's form by `convert`.
template <class Values, class Convert>
void write_scalars(std::string& out, type_kind kind, null_marks nulls, const Values& values, const Convert& convert) {
    char bytes[4 + codec::max_scalar];
    const bool any = !values.empty();
    write_array_head(out, kind, nulls, values.size(), any ? codec::encode(bytes, convert(values.front())) : 0);
    std::size_t n = 0;
    for (const auto& value : values) {
        if (!nulls.empty() && nulls[n++] != 0) {
            append(out, null_size);
            continue;
        }
        const std::size_t size = codec::encode(bytes + 4, convert(value));
        codec::store(bytes, static_cast<std::uint32_t>(size));
        out.append(bytes, 4 + size);
    }
}

template <class Wire>
inline constexpr auto to_wire = [](auto value) { return static_cast<Wire>(value); };

/// Text, documents and bytes; `prefix` stands before each.
template <class Values>
void write_texts(std::string& out, type_kind kind, null_marks nulls, const Values& values, std::string_view prefix) {
    std::size_t total = 0;
    for (const auto& value : values) total += value.size() + prefix.size();
    write_array_head(out, kind, nulls, values.size(), values.empty() ? 0 : total / values.size() + 1);
    std::size_t n = 0;
    for (const auto& value : values) {
        if (!nulls.empty() && nulls[n++] != 0) {
            append(out, null_size);
            continue;
        }
        append(out, static_cast<std::uint32_t>(value.size() + prefix.size()));
        out += prefix;
        out.append(reinterpret_cast<const char*>(value.data()), value.size());
    }
}

[[noreturn]] inline void refuse_elements(type_kind kind) {
    raise(errc::usage, "a list of " + std::string(to_string(kind)) +
                           " was bound with values of another type. Bind the values in their native form.");
}

inline void write_elements(std::string& out, const type_def& type, null_marks nulls,
                           list_view<const std::int64_t> values) {
    switch (type.kind) {
    case type_kind::boolean: return write_scalars(out, type.kind, nulls, values, [](auto value) { return value != 0; });
    case type_kind::int16: return write_scalars(out, type.kind, nulls, values, to_wire<std::int16_t>);
    case type_kind::int32: return write_scalars(out, type.kind, nulls, values, to_wire<std::int32_t>);
    case type_kind::int64: return write_scalars(out, type.kind, nulls, values, to_wire<std::int64_t>);
    case type_kind::timestamp:
        return write_scalars(out, type.kind, nulls, values, [](auto value) { return native::timestamp{value}; });
    case type_kind::date:
        return write_scalars(out, type.kind, nulls, values,
                             [](auto value) { return native::date{static_cast<std::int32_t>(value)}; });
    case type_kind::decimal:
        return write_scalars(out, type.kind, nulls, values, [&](auto value) {
            return native::decimal{value, type.precision, type.scale};
        });
    default: refuse_elements(type.kind);
    }
}

inline void write_elements(std::string& out, const type_def& type, null_marks nulls, list_view<const double> values) {
    if (type.kind == type_kind::float32) return write_scalars(out, type.kind, nulls, values, to_wire<float>);
    if (type.kind == type_kind::float64) return write_scalars(out, type.kind, nulls, values, to_wire<double>);
    refuse_elements(type.kind);
}

inline void write_elements(std::string& out, const type_def& type, null_marks nulls, list_view<const guid> values) {
    if (type.kind != type_kind::guid) refuse_elements(type.kind);
    write_scalars(out, type.kind, nulls, values, to_wire<guid>);
}

inline void write_elements(std::string& out, const type_def& type, null_marks nulls,
                           list_view<const std::string> values) {
    if (type.kind != type_kind::text && type.kind != type_kind::json) refuse_elements(type.kind);
    write_texts(out, type.kind, nulls, values,
                {&codec::json_version, type.kind == type_kind::json ? std::size_t{1} : 0});
}

inline void write_elements(std::string& out, const type_def& type, null_marks nulls,
                           list_view<const std::vector<std::byte>> values) {
    if (type.kind != type_kind::bytes) refuse_elements(type.kind);
    write_texts(out, type.kind, nulls, values, {});
}

} // namespace detail

/// Replaces `out` by the array of `list`.
inline void write_array(std::string& out, const native::list& list) {
    const type_def element = list.type.kind == type_kind::array ? element_of(list.type) : list.type;
    native::with_values(list.values, [&](auto values) { detail::write_elements(out, element, list.nulls, values); });
}

/// What the bytes of an array can be for the elements they are read into.
enum class array_fit : std::uint8_t { good, malformed, several_dimensions, null_element, out_of_range };

namespace detail {

/// Reads the elements of an array of the server, wherever their subscripts begin (array_send).
class array_reader {
public:
    array_reader(const char* data, std::size_t size, native::array& array)
        : rest_(data, size), type_(element_of(array.type)), values_(array.values) {}

    array_fit read() {
        switch (type_.kind) {
        case type_kind::boolean: return read_all<bool, std::int64_t>();
        case type_kind::int16: return read_all<std::int16_t, std::int64_t>();
        case type_kind::int32: return read_all<std::int32_t, std::int64_t>();
        case type_kind::int64: return read_all<std::int64_t, std::int64_t>();
        case type_kind::float32: return read_all<float, double>();
        case type_kind::float64: return read_all<double, double>();
        case type_kind::text: return read_all<native::text, std::string>();
        case type_kind::guid: return read_all<guid, guid>();
        case type_kind::timestamp: return read_all<native::timestamp, std::int64_t>();
        case type_kind::date: return read_all<native::date, std::int64_t>();
        case type_kind::decimal: return read_all<native::decimal, std::int64_t>();
        default: return array_fit::malformed;
        }
    }

private:
    std::uint32_t take_word() {
        const std::uint32_t word = codec::load<std::uint32_t>(rest_.data());
        rest_.remove_prefix(4);
        return word;
    }

    template <class Wire, class Value>
    array_fit read_all() {
        std::vector<Value> values;
        if (rest_.size() < 12) return array_fit::malformed;
        const std::uint32_t dimensions = take_word();
        take_word(); // whether some element may be NULL
        if (!accepts(type_def{type_.kind}, take_word())) return array_fit::malformed;
        if (dimensions > 1) return array_fit::several_dimensions;
        if (dimensions == 1) {
            if (rest_.size() < 8) return array_fit::malformed;
            const std::size_t count = take_word();
            take_word(); // the first element's subscript
            if (count > rest_.size() / 4) return array_fit::malformed;
            values.reserve(count);
            for (std::size_t i = 0; i != count; ++i)
                if (const array_fit fit = read_one<Wire>(values); fit != array_fit::good) return fit;
        }
        values_ = std::move(values);
        return rest_.empty() ? array_fit::good : array_fit::malformed;
    }

    template <class Wire, class Value>
    array_fit read_one(std::vector<Value>& values) {
        if (rest_.size() < 4) return array_fit::malformed;
        const std::uint32_t size = take_word();
        if (size == null_size) return array_fit::null_element;
        if (size > rest_.size()) return array_fit::malformed;
        const char* const data = rest_.data();
        rest_.remove_prefix(size);
        if constexpr (std::is_same_v<Wire, native::text>) {
            values.emplace_back(data, size);
        } else if constexpr (std::is_same_v<Wire, native::decimal>) {
            native::decimal value{0, type_.precision, type_.scale};
            if (const codec::fit fit = codec::decode(data, size, value); fit != codec::fit::exact) return of(fit);
            values.push_back(value.unscaled);
        } else {
            if (size != codec::size_of<Wire>) return array_fit::malformed;
            Wire value{};
            if constexpr (std::is_same_v<Wire, native::timestamp> || std::is_same_v<Wire, native::date>) {
                if (const codec::fit fit = codec::decode(data, value); fit != codec::fit::exact) return of(fit);
                values.push_back(count_of(value));
            } else {
                codec::decode(data, value);
                values.push_back(static_cast<Value>(value));
            }
        }
        return array_fit::good;
    }

    static std::int64_t count_of(native::timestamp value) { return value.microseconds; }
    static std::int64_t count_of(native::date value) { return value.days; }
    static array_fit of(codec::fit fit) {
        return fit == codec::fit::out_of_range ? array_fit::out_of_range : array_fit::malformed;
    }

    std::string_view rest_;
    type_def type_;
    decltype(native::array::values)& values_;
};

} // namespace detail

/// Reads an array in the server's binary form into one whose type is set.
inline array_fit read_array(const char* data, std::size_t size, native::array& array) {
    return detail::array_reader(data, size, array).read();
}

} // namespace stoa::postgres

#endif
