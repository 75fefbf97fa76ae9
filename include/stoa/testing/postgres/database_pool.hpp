// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTING_POSTGRES_DATABASE_POOL_HPP
#define STOA_TESTING_POSTGRES_DATABASE_POOL_HPP

// Databases with the tables of a schema and no rows, on the server that tests use. The first of a schema is created and
// kept as a template, others are copies of it. Making a copy takes longer than most tests, so that a database in which
// a test has changed nothing but rows is emptied and given to the next.

#include "stoa/core/error.hpp"
#include "stoa/session/session.hpp"
#include "stoa/testing/fingerprint.hpp"
#include "stoa/testing/postgres/private_server.hpp"
#include "stoa/testing/table_scan.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <unistd.h>

namespace stoa::testing::detail {

/// The address of another database on the same server: postgresql://user@host:port/name?options with another name.
inline std::string with_database_name(std::string_view url, std::string_view name) {
    const std::size_t start = url.find("://") + 3;
    const std::size_t options = std::min(url.find('?', start), url.size());
    const std::size_t path = std::min(url.find('/', start), options);
    return std::string(url.substr(0, path)).append("/").append(name).append(url.substr(options));
}

inline constexpr result_column one_text[]{{{type_kind::text}}};

template <class Statement>
std::string first_text(Statement& statement) {
    native::text found;
    if (statement.next()) statement.read(0, found);
    return std::string(found);
}

/// The text in the first row of a query that has one column.
inline std::string text_of(stoa::database& db, std::string sql) {
    return passing_statements(db).run(std::move(sql), one_text, &first_text<driver::statement>);
}

/// What a database is beside its rows. Whoever creates, changes or drops anything writes or deletes a row of one of
/// these tables, and with it changes their number or the newest transaction in them. What the server brings along has
/// numbers below 16384 (FirstNormalObjectId) and is left out, since there is much of it.
inline std::string catalogue_mark(stoa::database& db) {
    static const std::string sql = [] {
        std::string text = "SELECT concat_ws(' '";
        const auto add = [&](std::string_view table, std::string_view condition) {
            text.append(", (SELECT count(*) || '.' || max(xmin::text::bigint) FROM pg_catalog.pg_").append(table);
            text.append(" WHERE ").append(condition).append(")");
        };
        for (const char* each : {"class", "attrdef", "constraint", "type", "enum", "proc", "trigger", "rewrite",
                                 "policy", "cast", "operator", "collation", "statistic_ext", "largeobject_metadata"})
            add(each, "oid >= 16384");
        add("attribute", "attrelid >= 16384");
        add("index", "indexrelid >= 16384");
        add("sequence", "seqrelid >= 16384");
        add("namespace", "true");
        add("extension", "true");
        add("db_role_setting", "setdatabase <> 0");
        return text + ")";
    }();
    static const statement_info info{sql, {}, one_text};
    return db.run(info, &first_text<driver::statement>);
}

inline constexpr statement_info number_of_sessions{
    "SELECT pg_stat_get_db_numbackends(oid)::text FROM pg_database WHERE datname = current_database()", {}, one_text};

/// Removes all rows, and starts sequences anew. Fails where the rows of a view are kept, which a template has already.
inline constexpr std::string_view empty_tables = R"sql(
DO $$
DECLARE
    each record;
    has_rows boolean;
    filled text := '';
BEGIN
    FOR each IN
        SELECT c.oid::regclass::text AS name, c.relkind FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'm') AND n.nspname NOT IN ('pg_catalog', 'information_schema')
        AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid
                        AND d.deptype = 'e')
    LOOP
        IF each.relkind = 'm' THEN RAISE 'the rows of % are kept', each.name; END IF;
        EXECUTE 'SELECT EXISTS (SELECT FROM ' || each.name || ')' INTO has_rows;
        IF has_rows THEN filled := filled || ', ' || each.name; END IF;
    END LOOP;
    IF filled <> '' THEN EXECUTE 'TRUNCATE ' || substr(filled, 3) || ' CASCADE'; END IF;
    PERFORM setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false)
    FROM pg_sequences WHERE last_value IS NOT NULL;
END $$)sql";

/// A database that is lent to a test.
struct lent_database {
    std::string schema; ///< the fingerprint of its tables
    std::string name;
    std::string url;
    std::string mark;                         ///< of its catalogue, when it was empty last
    std::unique_ptr<stoa::database> keeper{}; ///< a session beside that of the test, to find out and clean up
};

class database_pool {
public:
    using opener = stoa::database (*)(std::string_view url);

    /// That of this process. `open` opens PostgreSQL databases.
    static database_pool& of_process(const test_server& server, opener open) {
        static database_pool pool(server, open);
        return pool;
    }

    database_pool(const test_server& server, opener open) : server_(server), open_(open), owner_(getpid()) {}
    database_pool(const database_pool&) = delete;
    database_pool& operator=(const database_pool&) = delete;

    ~database_pool() {
        if (owner_ != getpid()) { // a copy that fork() made: these connections are not its own to end
            if (admin_) new stoa::database(*std::move(admin_));
            for (lent_database& each : idle_) each.keeper.release();
            return;
        }
        if (server_.is_private) return; // which takes them with it
        for (lent_database& each : idle_) drop(each);
    }

    /// A database with the tables that `script` creates, and no rows.
    /// Throws: connection_error, statement_error where the server refuses.
    lent_database take(std::string_view script) {
        const std::scoped_lock lock(mutex_);
        const std::string schema = fingerprint(script);
        for (auto each = idle_.begin(); each != idle_.end(); ++each) {
            if (each->schema != schema) continue;
            lent_database found = std::move(*each);
            idle_.erase(each);
            return found;
        }
        const std::string original = template_for(schema, script);
        lent_database made{schema, "stoa_test_" + std::to_string(getpid()) + "_" + std::to_string(++made_), {}, {}};
        copy(original, made.name);
        made.url = with_database_name(server_.url, made.name);
        made.keeper = std::make_unique<stoa::database>(open_(made.url));
        made.mark = catalogue_mark(*made.keeper);
        return made;
    }

    /// Keeps it for the next test if it is what it was but for rows. `used` is the session of the test, which ends.
    void give_back(lent_database given, stoa::database used) {
        bool is_as_new = false;
        try {
            const bool is_alone = given.keeper->run(number_of_sessions, &first_text<driver::statement>) == "2";
            { const stoa::database ends = std::move(used); }
            is_as_new = is_alone && catalogue_mark(*given.keeper) == given.mark;
            if (is_as_new) {
                given.keeper->execute(empty_tables);
                given.mark = catalogue_mark(*given.keeper);
            }
        } catch (const error&) {
            is_as_new = false;
        }
        const std::scoped_lock lock(mutex_);
        if (is_as_new)
            idle_.push_back(std::move(given));
        else
            drop(given);
    }

    /// Of a test that failed: nobody knows how it left it.
    void throw_away(lent_database& given) noexcept {
        const std::scoped_lock lock(mutex_);
        drop(given);
    }

private:
    stoa::database& admin() {
        if (!admin_) admin_.emplace(open_(server_.url));
        return *admin_;
    }

    /// The template's name. Several processes may need it at the same time.
    const std::string& template_for(const std::string& schema, std::string_view script) {
        const auto [place, is_new] = templates_.try_emplace(schema);
        if (!is_new && !place->second.empty()) return place->second;
        const std::string name = "stoa_template_" + schema;
        admin().execute("SELECT pg_advisory_lock(7364)");
        try {
            if (text_of(admin(), "SELECT count(*)::text FROM pg_database WHERE datname = '" + name + "'") == "0")
                make_template(name, script);
        } catch (...) {
            admin_.reset(); // and the lock with it
            throw;
        }
        admin().execute("SELECT pg_advisory_unlock(7364)");
        return place->second = name;
    }

    /// Under another name until it is complete.
    void make_template(const std::string& name, std::string_view script) {
        const std::string unfinished = name + "_unfinished";
        admin().execute("DROP DATABASE IF EXISTS " + unfinished);
        admin().execute("CREATE DATABASE " + unfinished);
        {
            stoa::database db = open_(with_database_name(server_.url, unfinished));
            db.transaction([&] { db.execute(script); });
        }
        admin().execute("ALTER DATABASE " + unfinished + " RENAME TO " + name);
    }

    void copy(const std::string& original, const std::string& name) {
        // The files of a small database are copied faster than its pages are logged (PostgreSQL manual, CREATE
        // DATABASE).
        const bool can_choose = std::stoi(text_of(admin(), "SHOW server_version_num")) >= 150'000;
        admin().execute("CREATE DATABASE " + name + " TEMPLATE " + original +
                        (can_choose ? " STRATEGY FILE_COPY" : ""));
    }

    void drop(lent_database& given) noexcept {
        try {
            given.keeper.reset();
            admin().execute("DROP DATABASE IF EXISTS " + given.name + " WITH (FORCE)");
        } catch (...) {
            admin_.reset(); // it may be lost; what is left has a name that tells what it is
        }
    }

    test_server server_;
    opener open_;
    pid_t owner_;
    std::mutex mutex_;
    std::optional<stoa::database> admin_;
    std::map<std::string, std::string> templates_;
    std::vector<lent_database> idle_;
    std::size_t made_ = 0;
};

} // namespace stoa::testing::detail

#endif
