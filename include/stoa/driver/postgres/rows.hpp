// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_DRIVER_POSTGRES_ROWS_HPP
#define STOA_DRIVER_POSTGRES_ROWS_HPP

// A result and the row it stands on. Types were compared when the statement was prepared, so that a read only checks
// that it asks for the declared type and that the bytes are as many as that type has.

#include "stoa/core/error.hpp"
#include "stoa/driver/postgres/array.hpp"
#include "stoa/driver/postgres/codec.hpp"
#include "stoa/driver/postgres/link.hpp"
#include "stoa/driver/postgres/oid.hpp"
#include "stoa/driver/postgres/shape.hpp"
#include "stoa/query/statement_info.hpp"
#include "stoa/types/native.hpp"

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace stoa::postgres {

/// The rows of one result of the statement `info`. Columns and rows count from 0; row -1 is before the first.
class rows {
public:
    explicit rows(const statement_info& info) : info_(&info) {}

    /// Takes a result, null for none, and stands on `row` of it.
    void reset(result_handle result = {}, int row = -1) noexcept {
        result_ = std::move(result);
        row_ = row;
    }

    /// Goes to the next row; false behind the last one.
    bool advance() noexcept { return result_ != nullptr && ++row_ < PQntuples(result_.get()); }

    /// How many rows the statement has changed, as far as its result has come.
    std::int64_t changed() const noexcept {
        std::int64_t count = 0;
        // A query's tag counts the rows it returned; that is not a change.
        if (result_ == nullptr || std::string_view(PQcmdStatus(result_.get())).starts_with("SELECT")) return count;
        const std::string_view digits = PQcmdTuples(result_.get());
        std::from_chars(digits.data(), digits.data() + digits.size(), count);
        return count;
    }

    bool is_null(int column) const noexcept { return PQgetisnull(result_.get(), row_, column) != 0; }

    /// Reads a value of fixed size that can be anything.
    template <class Value>
    void read(int column, type_kind kind, Value& value) const {
        require_size(column, kind, codec::size_of<Value>);
        codec::decode(data(column), value);
    }

    /// Reads a value of fixed size that has a smaller range in C++.
    template <class Value>
    void read_in_range(int column, type_kind kind, Value& value) const {
        require_size(column, kind, codec::size_of<Value>);
        require_fit(column, codec::decode(data(column), value));
    }

    native::text read_text(int column) const {
        const std::size_t size = varying_size(column, type_kind::text);
        return {data(column), size};
    }

    native::bytes read_bytes(int column) const {
        const std::size_t size = varying_size(column, type_kind::bytes);
        return {reinterpret_cast<const std::byte*>(data(column)), size};
    }

    native::json read_json(int column) const {
        const std::size_t size = varying_size(column, type_kind::json);
        const native::text text{data(column), size};
        if (PQftype(result_.get(), column) == json_text_id) return {text};
        if (!text.starts_with(codec::json_version)) refuse_column(column, type_kind::json);
        return {text.substr(1)};
    }

    void read_decimal(int column, native::decimal& value) const {
        const std::size_t size = varying_size(column, type_kind::decimal);
        require_fit(column, codec::decode(data(column), size, value));
    }

    void read_array(int column, native::array& value) const {
        const std::size_t size = varying_size(column, type_kind::array);
        const array_fit fit = postgres::read_array(data(column), size, value);
        if (fit != array_fit::good) [[unlikely]]
            refuse_array(column, fit);
    }

private:
    const char* data(int column) const noexcept { return PQgetvalue(result_.get(), row_, column); }

    bool declared(int column, type_kind kind) const noexcept {
        const auto at = static_cast<std::size_t>(column);
        return at < info_->results.size() && info_->results[at].type.kind == kind;
    }

    void require_size(int column, type_kind kind, std::size_t size) const {
        // NULL has the length 0, which no type of fixed size has.
        const int given = PQgetlength(result_.get(), row_, column);
        if (!declared(column, kind) || given != static_cast<int>(size)) [[unlikely]]
            refuse_column(column, kind);
    }

    std::size_t varying_size(int column, type_kind kind) const {
        const int size = PQgetlength(result_.get(), row_, column);
        if (!declared(column, kind) || (size == 0 && is_null(column))) [[unlikely]]
            refuse_column(column, kind);
        return static_cast<std::size_t>(size);
    }

    void require_fit(int column, codec::fit fit) const {
        if (fit != codec::fit::exact) [[unlikely]]
            refuse_value(column, fit);
    }

    [[noreturn]] void refuse_column(int column, type_kind kind) const {
        const auto at = static_cast<std::size_t>(column);
        std::string message = column_label(*info_, at);
        if (at >= info_->results.size())
            message += " does not exist; the statement returns " + std::to_string(info_->results.size()) + ".";
        else if (!declared(column, kind))
            message.append(" is ")
                .append(to_string(info_->results[at].type.kind))
                .append(" and was read as ")
                .append(to_string(kind))
                .append(". Read the declared type.");
        else if (is_null(column))
            message += " is NULL, which its field cannot hold. Make the field std::optional, or the column NOT NULL.";
        else
            message.append(" does not have the bytes of ")
                .append(to_string(kind))
                .append(". Check what stands between the program and the server.");
        raise(errc::mapping_mismatch, std::move(message), info_->sql);
    }

    [[noreturn]] void refuse_array(int column, array_fit fit) const {
        const auto at = static_cast<std::size_t>(column);
        if (fit == array_fit::malformed) refuse_column(column, type_kind::array);
        std::string message = column_label(*info_, at);
        if (fit == array_fit::several_dimensions)
            message += " holds an array of several dimensions, which is read into no C++ field. Flatten it.";
        else if (fit == array_fit::null_element)
            message += " holds an array with a NULL in it, which no C++ element can be. Take the NULL out of the row.";
        else
            message.append(" holds an array with a ")
                .append(to_string(info_->results[at].type.element))
                .append(" that its C++ element cannot hold. Correct the row.");
        raise(fit == array_fit::out_of_range ? errc::out_of_range : errc::mapping_mismatch, std::move(message),
              info_->sql);
    }

    [[noreturn]] void refuse_value(int column, codec::fit fit) const {
        const auto at = static_cast<std::size_t>(column);
        const type_kind kind = info_->results[at].type.kind;
        if (fit == codec::fit::malformed) refuse_column(column, kind);
        raise(errc::out_of_range,
              column_label(*info_, at) +
                  (kind == type_kind::decimal
                       ? " holds a number its field cannot hold exactly. Use a wider decimal, or round in the query."
                       : " holds a time outside years 1 to 9999. Correct the row, or read it as text."),
              info_->sql);
    }

    const statement_info* info_;
    result_handle result_;
    int row_ = -1;
};

} // namespace stoa::postgres

#endif
