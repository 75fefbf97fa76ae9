// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_SESSION_RECORD_OPERATIONS_HPP
#define STOA_SESSION_RECORD_OPERATIONS_HPP

// How one record is bound, stored and read back: the steps behind insert, upsert, find, update and erase.

#include "stoa/core/text_sink.hpp"
#include "stoa/expression/list.hpp"
#include "stoa/expression/literal.hpp"
#include "stoa/query/insert.hpp"
#include "stoa/query/record_statements.hpp"
#include "stoa/session/executor.hpp"
#include "stoa/session/generate.hpp"
#include "stoa/session/reader.hpp"
#include "stoa/types/columns.hpp"

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <tuple>
#include <type_traits>
#include <utility>

namespace stoa::detail {

/// Binds the fields it is called with, but for those that are not chosen.
template <class Binder>
struct chosen_binder {
    Binder& bind;
    const bool* chosen;

    template <class Field>
    void operator()(const Field& field) {
        if (*chosen++) bind(field);
    }
};

/// Binds those columns of which `chosen`, an array with an element for each, says so, in order.
template <class Binder, class Record>
void bind_columns(Binder& bind, const Record& record, const bool* chosen) {
    for_each_column(record, chosen_binder<Binder>{bind, chosen});
}

/// Binds the columns of the primary key, in the order of the key.
template <class Binder, class Record>
void bind_columns_of_key(Binder& bind, const Record& record) {
    constexpr column_list key = table_of<Record>().primary_key;
    [&]<std::size_t... N>(std::index_sequence<N...>) {
        (bind(column_field<key[N]>(record)), ...);
    }(std::make_index_sequence<key.size()>{});
}

template <class Record>
struct require_updatable {
    static_assert(require_primary_key<Record>::value);
    static_assert(table_of<Record>().primary_key.size() != column_count<Record>,
                  "stoa[E207]: an update needs something to set, and every column of this record is part of its key.");
    static constexpr bool value = true;
};

/// Binds what `update_record` sets, and the key.
template <class Binder, class Record>
void bind_update(Binder& bind, const Record& record) {
    bind_columns(bind, record, chosen_columns<Record, &update_record<Record>::sets>.data());
    bind_columns_of_key(bind, record);
}

template <class Record, class... Key>
consteval bool key_values_fit() {
    constexpr column_list key = table_of<Record>().primary_key;
    if constexpr (key.size() != sizeof...(Key))
        return false;
    else
        return [&]<std::size_t... N>(std::index_sequence<N...>) {
            return (has_literal<value_t<column_field_t<Record, key[N]>>, const Key&> && ...);
        }(std::index_sequence_for<Key...>{});
}

template <class Record, class... Key>
struct require_key_values {
    static_assert(require_primary_key<Record>::value);
    static_assert(
        key_values_fit<Record, Key...>(),
        "stoa[E211]: these values are not a primary key of the table. Give one value per column of the key, in its "
        "order, each of the column's C++ type.");
    static constexpr bool value = true;
};

/// A given value in the very type of a key's column, since that is what the statement's parameter is.
template <class T, class V>
auto key_value(const V& value) {
    if constexpr (number<T> && number<V>) {
        if (!has_equal<T>(value))
            raise(errc::out_of_range, "the key is not a value of the column's C++ type, so that no row can have it.");
        return static_cast<T>(value);
    } else {
        return as_operand<T>(value).value;
    }
}

/// Binds a given value for a key's column of the type `T`, where it is if that is possible.
template <class T, class Binder, class V>
void bind_key_value(Binder& bind, const V& value) {
    if constexpr (std::same_as<T, V>)
        bind(value);
    else if constexpr (std::same_as<T, std::string> && string_like<V>)
        bind.text(value);
    else
        bind.adopt(key_value<T>(value));
}

/// Binds given values as the primary key.
template <class Record, class Binder, class... Key>
void bind_key(Binder& bind, const Key&... value) {
    if constexpr (key_values_fit<Record, Key...>()) {
        constexpr column_list key = table_of<Record>().primary_key;
        [&]<std::size_t... N>(std::index_sequence<N...>) {
            (bind_key_value<value_t<column_field_t<Record, key[N]>>>(bind, value), ...);
        }(std::index_sequence_for<Key...>{});
    }
}

/// Reads the fields it is called with from the columns of the current row, but for those that are not chosen.
template <class Statement>
struct chosen_reader {
    Statement& row;
    const bool* chosen;
    int column = 0;

    template <class Field>
    void operator()(Field& field) {
        if (*chosen++) read_column(row, column++, field);
    }
};

/// Reads those columns of which `chosen`, an array with an element for each, says so, in order.
template <class Statement, class Record>
void read_columns(Statement& row, Record& record, const bool* chosen) {
    for_each_column(record, chosen_reader<Statement>{row, chosen});
}

/// The field that the database counts.
template <class Record>
auto& identity_field(Record& record) {
    return column_field<identity_column<std::remove_const_t<Record>>()>(record);
}

/// Whether the record leaves its identity to the database. Calls `store` with the answer as a constant.
template <class Record, class Store>
void with_identity(const Record& record, Store store) {
    if constexpr (has_identity<Record>) {
        if (is_empty_identity(identity_field(record)))
            store(std::integral_constant<identity_value, identity_value::generated>{});
        else
            store(std::integral_constant<identity_value, identity_value::given>{});
    } else {
        store(std::integral_constant<identity_value, identity_value::given>{});
    }
}

/// SELECT that moves the counter behind an identity column up to a value given by hand.
template <class Record, class Dialect>
struct move_identity {
    static constexpr auto text = written_text<[](text_sink& out) {
        const table_def& table = table_of<Record>();
        Dialect::write_move_identity(out, table, table.columns[identity_column<Record>()]);
    }>;
    static constexpr std::array<type_def, 1> parameters{type_def{type_kind::int64}};
    static constexpr statement_info info{text.view(), parameters, {}, nullptr};
};

/// `executor` runs statements: now, or as part of a pipeline.
template <class Executor, class Record>
void move_identity_behind(Executor& executor, const Record& record) {
    with_dialect(executor.connection(), [&]<class Dialect>() {
        if constexpr (Dialect::has_detached_identity) {
            using statement_type = move_identity<Record, Dialect>;
            enter<statement_type, Dialect, statement_type::info>();
            executor.run(
                statement_type::info,
                [&](auto& bind) { bind(static_cast<std::int64_t>(to_list_element(identity_field(record)))); },
                [](auto&) {});
        }
    });
}

/// Binds the columns that an insert or upsert sends.
template <class Statement, class Binder, class Record>
void bind_sent(Binder& bind, const Record& record) {
    bind_columns(bind, record, chosen_columns<Record, &Statement::sends>.data());
}

/// Reads what an insert or upsert returns.
template <class Statement, class Row, class Record>
void read_back(Row& row, Record& record) {
    if (row.next()) read_columns(row, record, chosen_columns<Record, &Statement::reads_back>.data());
}

template <class Statement, class Connection, class Record>
void store_one(executor<Connection>& executor, Record& record) {
    executor.run(
        statement_for<Statement>(executor.connection()), [&](auto& bind) { bind_sent<Statement>(bind, record); },
        [&](auto& statement) { read_back<Statement>(statement, record); });
}

/// Inserts the record and reads an identity value back.
template <class Connection, class Record>
void insert_one(executor<Connection>& executor, Record& record) {
    generate_fields(record);
    with_identity(record, [&]<identity_value Identity>(std::integral_constant<identity_value, Identity>) {
        store_one<insert_record<Record, Identity>>(executor, record);
        if constexpr (has_identity<Record> && Identity == identity_value::given) move_identity_behind(executor, record);
    });
}

/// Inserts the record, or updates the row that has the same `Columns`, the primary key where none are given.
template <class Record, class... Columns, class Connection>
void upsert_one(executor<Connection>& executor, Record& record) {
    static_assert(require_primary_key<Record>::value);
    if constexpr (sizeof...(Columns) != 0) static_assert(require_key_of<Record, Columns...>::value);
    constexpr column_list target = sizeof...(Columns) == 0 ? table_of<Record>().primary_key : list_of<Columns...>();
    generate_fields(record);
    [&]<std::size_t... N>(std::index_sequence<N...>) {
        with_identity(record, [&]<identity_value Identity>(std::integral_constant<identity_value, Identity>) {
            store_one<upsert_record<Record, Identity, target[N]...>>(executor, record);
            if constexpr (has_identity<Record> && Identity == identity_value::given)
                move_identity_behind(executor, record);
        });
    }(std::make_index_sequence<target.size()>{});
}

} // namespace stoa::detail

#endif
