// SPDX-License-Identifier: BSL-1.0

// docs/guide/sessions.md

#include "guide.hpp"
#include "library.hpp"

// [attempt_header]
#include <stoa/session/attempt.hpp>
// [/attempt_header]

#include <cstdint>
#include <string>
#include <vector>

namespace {

using stoa::col, stoa::from;
using price_t = stoa::decimal<10, 2>;

void open() {
    // [open]
    stoa::database db = stoa::open("sqlite::memory:"); // the driver is chosen by the address, at run time
    stoa::session typed(stoa::sqlite::connection("sqlite::memory:")); // the driver is known while compiling
    // [/open]
    guide::expect(db.url() == typed.url());

    // [options]
    stoa::sqlite::options chosen{.path = ":memory:", .busy_timeout = 500, .guids = stoa::sqlite::guid_storage::blob};
    stoa::session with_options{stoa::sqlite::connection(chosen)};
    // [/options]
    guide::expect(with_options.url() == "sqlite::memory:?busy_timeout=500&guid=blob");
    guide::expect_error<stoa::connection_error>(stoa::errc::invalid_url, [] { stoa::open("mysql://localhost/books"); });
}

void rows(stoa::database& db) {
    // [insert]
    author jane{{}, "Jane Austen", "England"};
    db.insert(jane);                                                         // jane.id is filled in
    const author mary = db.insert(author{{}, "Mary Shelley", std::nullopt}); // a copy with its id
    // [/insert]

    // [insert_many]
    std::vector<book> shelf{
        {{}, jane.id, "1", "Emma", format::paperback, price_t("6.99"), 474, {}},
        {{}, mary.id, "2", "Frankenstein", format::ebook, price_t("0.50"), std::nullopt, {}},
    };
    db.insert_many(shelf); // both or none; ids and created_at are filled in
    // [/insert_many]
    guide::expect(!shelf[1].id.is_nil() && shelf[1].created_at != stoa::timestamp{});

    // [find]
    std::optional<book> emma = db.find<book>(shelf[0].id); // one argument for each column of the key
    // [/find]
    guide::expect(emma && emma->pages == 474);

    // [update]
    emma->price = price_t("5.99");
    bool was_there = db.update(*emma); // every column but the key
    // [/update]
    guide::expect(was_there && db.find<book>(emma->id)->price == price_t("5.99"));

    // [upsert]
    book again{{}, jane.id, "1", "Emma", format::hardcover, price_t("19.00"), 512, {}};
    db.upsert(again, stoa::conflict_on(col<&book::isbn>)); // updates the row with this isbn …
    // [/upsert]
    guide::expect(again.id == emma->id && again.created_at == emma->created_at); // … which keeps its key
    db.upsert(again);
    guide::expect(db.find<book>(emma->id)->kind == format::hardcover);

    // [erase]
    db.erase(again);           // by the record's key
    db.erase<author>(mary.id); // by a key; her books go too, as the foreign key says
    bool gone = !db.erase<author>(mary.id);
    // [/erase]
    guide::expect(gone && db.one(from<book>().select(stoa::count())) == 0);

    // [script]
    db.execute("CREATE VIEW \"english\" AS SELECT \"name\" FROM \"authors\" WHERE \"country\" = 'England'");
    // [/script]
}

void transactions(stoa::database& db) {
    const author anne = db.insert(author{{}, "Anne Brontë", "England"});

    // [transaction]
    std::int64_t changed = db.transaction([&] {
        db.insert(author{{}, "Emily Brontë", "England"});
        return db.execute(stoa::update<author>().set(col<&author::country> = "Yorkshire"));
    }); // committed here; an exception would have rolled both back and passed on
    // [/transaction]
    guide::expect(changed == 3);

    // [nested]
    db.transaction([&] {
        db.insert(author{{}, "Charlotte Brontë", "England"});
        try {
            db.transaction([&] { db.insert(author{{}, "Anne Brontë", "England"}); }); // a savepoint
        } catch (const stoa::constraint_violation&) {
            // back at the savepoint: the transaction goes on, with Charlotte in it
        }
    });
    // [/nested]
    guide::expect(db.one(from<author>().select(stoa::count())) == 4);

    // [aborted]
    auto carries_on = [&] {
        try {
            db.insert(author{{}, "Anne Brontë", "England"});
        } catch (const stoa::constraint_violation&) {}
        db.find<author>(anne.id); // throws on every database: the failed insert has ended the transaction
    };
    guide::expect_error<stoa::statement_error>(stoa::errc::transaction_aborted, [&] { db.transaction(carries_on); });
    // [/aborted]
}

void isolation(stoa::database& db) {
    // [isolation]
    auto names = db.transaction(stoa::isolation::snapshot, [&] { return db.all(from<author>()); });
    // [/isolation]
    guide::expect(names.size() == 4);

    // [retry]
    auto with_retry = [&](auto work) {
        for (int attempt = 1;; ++attempt) {
            try {
                return db.transaction(stoa::isolation::serializable, work);
            } catch (const stoa::serialization_failure&) { // another transaction was in the way; nothing has changed
                if (attempt == 5) throw;
            }
        }
    };
    with_retry([&] { db.execute(stoa::update<author>().set(col<& author::country> = "England")); });
    // [/retry]
}

void streams(stoa::database& db) {
    // [stream]
    std::size_t letters = 0;
    for (const std::string& name : db.stream(from<author>().select(col<&author::name>))) letters += name.size();
    // [/stream]
    guide::expect(letters > 40);

    // [stream_open]
    auto rows = db.stream(from<author>());
    guide::expect_error<stoa::statement_error>(stoa::errc::stream_open, [&] { db.all(from<book>()); });
    // [/stream_open]
}

void errors(stoa::database& db) {
    // [errors]
    try {
        db.insert(author{{}, "Anne Brontë", "England"});
    } catch (const stoa::constraint_violation& error) {
        guide::expect(error.code() == stoa::errc::unique_violation);
        guide::expect(error.constraint().name == "uq_authors_name"); // the same name on both databases
        guide::expect(error.constraint().table == "authors");
        guide::expect(error.constraint().columns == std::vector<std::string>{"name"});
        guide::expect(error.sql().starts_with("INSERT INTO")); // never the values
        guide::expect(!error.native_code().empty());           // "2067" on SQLite, "23505" on PostgreSQL
    }
    // [/errors]

    // [attempt]
    stoa::result<author> saved = stoa::attempt([&] { return db.insert(author{{}, "Anne Brontë", "England"}); });
    if (!saved) guide::expect(saved.error().code() == stoa::errc::unique_violation);
    // [/attempt]
    guide::expect(!saved);
}

void work(stoa::database& db) {
    open();
    db.create<library>();
    rows(db);
    transactions(db);
    isolation(db);
    streams(db);
    errors(db);
}

template <class Dialect>
void show() {
    using enum stoa::identity_value;
    guide::show("insert", stoa::sql_text<stoa::insert_record<author, given>, Dialect>);
    guide::show("upsert", stoa::sql_text<stoa::upsert_record<author, given, 1>, Dialect>);
    guide::show("find", stoa::sql_text<stoa::find_record<author>, Dialect>);
    guide::show("update", stoa::sql_text<stoa::update_record<author>, Dialect>);
    guide::show("erase", stoa::sql_text<stoa::erase_record<author>, Dialect>);
    guide::show("read_committed", Dialect::begin(stoa::isolation::read_committed));
    guide::show("snapshot", Dialect::begin(stoa::isolation::snapshot));
    guide::show("serializable", Dialect::begin(stoa::isolation::serializable));
}

} // namespace

int main(int argc, char** argv) {
    return guide::run(argc, argv, &work, &show<stoa::dialect::sqlite>, &show<stoa::dialect::postgres>);
}
