// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_SESSION_BULK_INSERT_HPP
#define STOA_SESSION_BULK_INSERT_HPP

// Many records at once: loaded by COPY where there is such, else in statements of many rows. Their texts are made once,
// when they are first needed, from that of one row.

#include "stoa/core/text_sink.hpp"
#include "stoa/dialect/quote.hpp"
#include "stoa/dialect/table_name.hpp"
#include "stoa/query/record_statements.hpp"
#include "stoa/session/executor.hpp"
#include "stoa/session/pipeline.hpp"
#include "stoa/session/record_operations.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace stoa::detail {

/// INSERT of one record of which nothing is read back.
template <class Record, identity_value Identity>
struct store_record {
    static constexpr void emit(ast::builder& nodes, only_shape) {
        const table_ref table = table_ref{&table_of<Record>, record_name<Record>};
        const std::size_t place = nodes.open({.kind = ast::op::insert, .table = table});
        insert_record<Record, Identity>::emit_rows(nodes, table);
        nodes.leaf({.kind = ast::op::none});
        nodes.leaf({.kind = ast::op::none});
        nodes.close(place, 4);
    }
};

/// A statement whose text was made at run time and stays as it is.
struct made_statement {
    std::string sql;
    std::vector<type_def> parameters;
    std::vector<result_column> results;
    statement_info info;

    made_statement(std::string text, std::vector<type_def> types, std::vector<result_column> columns, bool loads)
        : sql(std::move(text)), parameters(std::move(types)), results(std::move(columns)),
          info{sql, parameters, results, nullptr, loads} {}
    made_statement(const made_statement&) = delete;
    made_statement& operator=(const made_statement&) = delete;
};

/// How many rows one INSERT stores: as many as the dialect likes best, within the parameters it takes.
template <class Record, class Dialect>
inline constexpr std::size_t rows_at_once =
    std::min(Dialect::rows_per_insert, Dialect::max_parameters / column_count<Record>);

/// The INSERT of one row, with further rows behind it.
template <class Record, identity_value Identity, class Dialect>
const statement_info& many_rows() {
    static const made_statement made = [] {
        const statement_info& one = statement_constant<store_record<Record, Identity>, Dialect>;
        const std::size_t columns = one.parameters.size();
        const std::size_t all = rows_at_once<Record, Dialect> * columns;
        std::vector<type_def> types;
        for (std::size_t n = 0; n != all; ++n) types.push_back(one.parameters[n % columns]);
        std::string text = write_text([&](text_sink& out) {
            out << one.sql;
            for (std::size_t n = columns; n != all; ++n) {
                out << (n % columns == 0 ? ", (" : ", ") << Dialect::placeholder;
                out.number(static_cast<std::int64_t>(n + 1));
                if (Dialect::has_enum_types && !types[n].enum_name.empty()) {
                    out << "::";
                    quote(out, types[n].enum_name);
                }
                if ((n + 1) % columns == 0) out << ')';
            }
        });
        return made_statement(std::move(text), std::move(types), {}, false);
    }();
    return made.info;
}

/// COPY into the columns that an INSERT sends.
template <class Record, identity_value Identity, class Dialect>
const statement_info& load_rows() {
    static const made_statement made = [] {
        const table_def& table = table_of<Record>();
        std::vector<type_def> types;
        std::string text = write_text([&](text_sink& out) {
            types.clear();
            out << "COPY ";
            write_table_name<Dialect>(out, table);
            for (std::size_t i = 0; i != column_count<Record>; ++i) {
                if (!insert_record<Record, Identity>::sends(i)) continue;
                out << (types.empty() ? " (" : ", ");
                quote(out, table.columns[i].name);
                types.push_back(table.columns[i].type);
            }
            out << ") FROM STDIN (FORMAT binary)";
        });
        return made_statement(std::move(text), std::move(types), {}, true);
    }();
    return made.info;
}

/// SELECT of so many numbers that the database would have counted, in the type of the column.
template <class Record, class Dialect>
const statement_info& next_identities() {
    static const made_statement made = [] {
        const table_def& table = table_of<Record>();
        const column_def& column = table.columns[identity_column<Record>()];
        return made_statement(write_text([&](text_sink& out) { Dialect::write_next_identities(out, table, column); }),
                              {type_def{type_kind::int64}}, {{column.type, false, column.name}}, false);
    }();
    return made.info;
}

/// What a COPY cannot store: documents kept as text have another binary form than all others.
template <class Record, class Dialect>
inline constexpr bool can_load = [] {
    if (!Dialect::has_copy) return false;
    for (const column_def& column : table_of<Record>().columns)
        if (column.plain_json) return false;
    return true;
}();

/// Below so many, one statement for each record is as fast, also in a pipeline.
inline constexpr std::ptrdiff_t few_records = 8;
/// How many are in one pipeline, whose results are kept until its end.
inline constexpr std::ptrdiff_t records_in_pipeline = 512;

/// What a database can refuse because of one record among many.
constexpr bool is_about_a_record(errc code) noexcept {
    return code == errc::unknown || code == errc::permission_denied || code == errc::usage;
}

/// Calls `store()`; an error that leaves it gets the record's number.
template <class Store>
void with_record_number(std::size_t number, Store store) {
    try {
        store();
    } catch (const error& failure) {
        error_info info = failure.info();
        if (!info.record) info.record = number;
        raise(std::move(info));
    }
}

template <class Record>
inline constexpr bool has_computed = [] {
    for (const column_def& column : table_of<Record>().columns)
        if (!column.computed.empty()) return true;
    return false;
}();

template <class Range>
using element_reference = decltype(*std::begin(std::declval<Range&>()));

/// A range of records that are kept somewhere, and can be visited more than once.
template <class Range>
inline constexpr bool can_be_read_again = [] {
    if constexpr (std::is_lvalue_reference_v<element_reference<Range>>)
        return std::forward_iterator<decltype(std::begin(std::declval<std::remove_reference_t<Range>&>()))>;
    else
        return false;
}();

/// Whether the elements of a range are filled with what was generated for them.
template <class Range>
inline constexpr bool is_filled = !std::is_const_v<std::remove_reference_t<element_reference<Range>>>;

/// Calls `use` with each record as it is stored: itself, or a copy where something must be filled in and it is
/// constant.
template <class Range, class Use>
void for_each_stored(Range& records, Use use) {
    using record_type = std::remove_cvref_t<element_reference<Range>>;
    for (auto& each : records) {
        if constexpr (is_filled<Range>) {
            generate_fields(each);
            use(each);
        } else if constexpr (has_generated_fields<record_type>) {
            record_type copy(each);
            generate_fields(copy);
            use(copy);
        } else {
            use(each);
        }
    }
}

/// Whether the ranges' records leave their identities to the database.
enum class identities : std::uint8_t { generated, given, mixed };

template <class Record, class Range>
identities identities_of(Range& records) {
    bool empty = false;
    bool given = false;
    for (const auto& each : records)
        with_identity(each, [&]<identity_value Identity>(std::integral_constant<identity_value, Identity>) {
            (Identity == identity_value::given ? given : empty) = true;
        });
    if (empty && given) return identities::mixed;
    return empty ? identities::generated : identities::given;
}

/// Gives every record the number that the database would have counted.
template <class Record, class Dialect, class Connection, class Range>
void number_records(executor<Connection>& executor, Range& records) {
    executor.run(
        next_identities<Record, Dialect>(),
        [&](auto& bind) { bind(static_cast<std::int64_t>(std::distance(std::begin(records), std::end(records)))); },
        [&](auto& statement) {
            for (auto& each : records) {
                statement.next();
                read_column(statement, 0, identity_field(each));
            }
        });
}

/// Moves the counter behind the largest of the numbers that were given.
template <class Record, class Connection, class Range>
void move_identity_behind_all(executor<Connection>& executor, Range& records) {
    const Record* largest = nullptr;
    std::int64_t number = 0;
    for (const auto& each : records) {
        const auto value = static_cast<std::int64_t>(to_list_element(identity_field(each)));
        if (largest != nullptr && value <= number) continue;
        largest = &each;
        number = value;
    }
    if (largest != nullptr) move_identity_behind(executor, *largest);
}

template <class Record, identity_value Identity, class Dialect, class Connection, class Range>
void store_all(executor<Connection>& executor, Range& records) {
    const auto bind_record = [](auto& bind, const Record& record) {
        bind_sent<insert_record<Record, Identity>>(bind, record);
    };
    if constexpr (can_load<Record, Dialect>) {
        executor.load(load_rows<Record, Identity, Dialect>(), [&](auto add) {
            for_each_stored(records,
                            [&](const Record& record) { add([&](auto& bind) { bind_record(bind, record); }); });
        });
    } else {
        using statement_type = store_record<Record, Identity>;
        enter<statement_type, Dialect, statement_constant<statement_type, Dialect>>();
        // Values are bound where they are, so that the records of one statement must all be there.
        constexpr std::size_t most = rows_at_once<Record, Dialect>;
        std::vector<Record> copies;
        std::vector<const Record*> waiting;
        constexpr bool copy = !is_filled<Range> && has_generated_fields<Record>;
        if (copy) copies.reserve(most);
        waiting.reserve(most);
        const auto send = [&](const statement_info& info, auto first, auto last) {
            executor.run(
                info,
                [&](auto& bind) {
                    for (; first != last; ++first) bind_record(bind, **first);
                },
                [](auto&) {});
        };
        for_each_stored(records, [&](const Record& record) {
            waiting.push_back(copy ? &copies.emplace_back(record) : &record);
            if (waiting.size() != most) return;
            send(many_rows<Record, Identity, Dialect>(), waiting.begin(), waiting.end());
            waiting.clear();
            copies.clear();
        });
        for (auto each = waiting.begin(); each != waiting.end(); ++each)
            send(statement_constant<statement_type, Dialect>, each, each + 1);
    }
}

/// Stores the records of a range that can be read several times. False if they must be stored one by one, and nothing
/// was done.
template <class Record, class Connection, class Range>
bool store_many(executor<Connection>& executor, Range& records) {
    return with_dialect(executor.connection(), [&]<class Dialect>() -> bool {
        if constexpr ((is_filled<Range> && has_computed<Record>) ||
                      (!can_load<Record, Dialect> && rows_at_once<Record, Dialect> < 2)) {
            return false;
        } else if constexpr (!has_identity<Record>) {
            store_all<Record, identity_value::given, Dialect>(executor, records);
            return true;
        } else {
            switch (identities_of<Record>(records)) {
            case identities::mixed: return false;
            case identities::given:
                store_all<Record, identity_value::given, Dialect>(executor, records);
                move_identity_behind_all<Record>(executor, records);
                return true;
            case identities::generated: break;
            }
            if constexpr (!is_filled<Range>) {
                store_all<Record, identity_value::generated, Dialect>(executor, records);
                return true;
            } else if constexpr (Dialect::has_detached_identity) {
                number_records<Record, Dialect>(executor, records);
                store_all<Record, identity_value::given, Dialect>(executor, records);
                return true;
            } else {
                return false;
            }
        }
    });
}

/// Stores the next records, of which `before` were stored already, in one pipeline. Returns where it has stopped.
template <class Range, class Session, class Iterator, class End>
Iterator store_in_pipeline(Session& db, Iterator first, End end, std::ptrdiff_t before) {
    using record_type = std::remove_cvref_t<element_reference<Range>>;
    std::vector<pipelined<record_type>> stored;
    Iterator next = first;
    const auto number = [&](std::size_t n) { return static_cast<std::size_t>(before) + n; };
    try {
        db.pipeline([&](stoa::pipeline& queued) {
            for (; next != end && std::ssize(stored) != records_in_pipeline; ++next)
                with_record_number(number(stored.size()), [&] { stored.push_back(queued.insert(record_type(*next))); });
        });
    } catch (const error& failure) {
        error_info info = failure.info();
        if (!info.statement) throw;
        info.record = number(*std::exchange(info.statement, std::nullopt));
        raise(std::move(info));
    }
    if constexpr (is_filled<Range>)
        for (auto& each : stored) *first++ = std::move(*each);
    return next;
}

} // namespace stoa::detail

#endif
