// SPDX-License-Identifier: BSL-1.0
// The work of the security API, on the tables of examples/reference_schemas/.

#include "databases.hpp"
#include "security_api.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace reference_security_api {

using namespace std::chrono_literals;
using security::api_key, security::audit_log, security::entity, security::user;
using stoa::col, stoa::from;

const stoa::timestamp noon = std::chrono::sys_days(std::chrono::year(2024) / 2 / 29) + 12h;

/// The rows of `Record` that are not deleted.
template <class Record>
constexpr auto from_present() {
    return from<Record>().where(col<&Record::base, &entity::is_deleted> == false);
}

/// Deletes the row, if it is not deleted yet, by saying so in it.
template <class Record>
bool soft_delete(stoa::database& db, const Record& record, const std::string& by) {
    return db.execute(stoa::update<Record>()
                          .set(col<&Record::base, &entity::is_deleted> = true,
                               col<&Record::base, &entity::deleted_at> = noon,
                               col<&Record::base, &entity::deleted_by> = by)
                          .where(col<&Record::base, &entity::id> == record.base.id &&
                                 col<&Record::base, &entity::is_deleted> == false)) == 1;
}

/// Changes the e-mail address, if nobody has changed the row since `seen` was read.
bool change_email(stoa::database& db, const user& seen, const std::string& email, const std::string& by) {
    constexpr auto version = col<&user::base, &entity::version>;
    return db.execute(stoa::update<user>()
                          .set(col<&user::email> = email, version = version + 1,
                               col<&user::base, &entity::updated_at> = noon, col<&user::base, &entity::updated_by> = by)
                          .where(col<&user::base, &entity::id> == seen.base.id && version == seen.base.version)) == 1;
}

user user_called(const std::string& name) {
    user made;
    made.username = name;
    made.email = name + "@example.org";
    made.password_hash = "$argon2id$…";
    return made;
}

api_key key_of(const user& owner, const std::string& hash) {
    api_key made;
    made.user_id = owner.base.id;
    made.name = "deployment";
    made.key_hash = hash;
    made.permissions = stoa::json_document::parse(R"(["read", "write"])");
    return made;
}

struct security_api : stoa_test::databases {
    user ann = user_called("ann");

    void SetUp() override {
        stoa_test::databases::SetUp();
        if (IsSkipped()) return;
        db().create<security::schema>();
        db().insert(ann);
    }

    /// The name of the constraint that refuses the record.
    template <class Record>
    std::string refusal(Record record) {
        try {
            db().insert(record);
        } catch (const stoa::constraint_violation& error) {
            return error.constraint().name;
        }
        return "none";
    }
};

TEST_P(security_api, every_table_begins_with_the_same_columns) {
    const auto check = [](const stoa::table_def& table) {
        const stoa::table_def& users = stoa::table_of<user>();
        for (std::size_t i = 0; i != 9; ++i) {
            EXPECT_EQ(table.columns[i].name, users.columns[i].name);
            EXPECT_EQ(table.columns[i].generated, users.columns[i].generated);
            EXPECT_EQ(table.columns[i].max_length, users.columns[i].max_length);
        }
        EXPECT_EQ(table.columns[8].name, "version");
    };
    check(stoa::table_of<api_key>());
    check(stoa::table_of<audit_log>());
}

TEST_P(security_api, a_new_row_has_an_id_times_and_version_1) {
    EXPECT_FALSE(ann.base.id.is_nil());
    const user found = db().find<user>(ann.base.id).value();
    EXPECT_NE(found.base.created_at, stoa::timestamp());
    EXPECT_NE(found.base.updated_at, stoa::timestamp());
    EXPECT_EQ(found.base.version, 1);
    EXPECT_FALSE(found.base.is_deleted);
    EXPECT_TRUE(found.is_active);
    EXPECT_FALSE(found.is_superuser);
    EXPECT_FALSE(found.is_verified);
}

TEST_P(security_api, another_program_may_leave_out_what_has_a_default) {
    audit_log announced; // has an id for the user, in the form of this database
    announced.user_id = stoa::make_guid_v4();
    db().insert(announced);
    db().execute("INSERT INTO users (id, username, email, password_hash) "
                 "SELECT user_id, 'raw', 'raw@example.org', '-' FROM audit_logs");
    const user raw = db().one(from<user>().where(col<&user::username> == "raw"));
    EXPECT_EQ(raw.base.id, announced.user_id);
    EXPECT_EQ(raw.base.version, 1);
    EXPECT_NE(raw.base.created_at, stoa::timestamp());
    EXPECT_TRUE(raw.is_active);
    EXPECT_FALSE(raw.is_superuser);
}

TEST_P(security_api, names_addresses_and_hashes_are_unique) {
    user second = user_called("ann");
    second.email = "other@example.org";
    EXPECT_EQ(refusal(second), "uq_users_username");
    second = user_called("anne");
    second.email = ann.email;
    EXPECT_EQ(refusal(second), "uq_users_email");
    db().insert(key_of(ann, "aa"));
    EXPECT_EQ(refusal(key_of(ann, "aa")), "uq_api_keys_key_hash");
}

TEST_P(security_api, texts_have_a_largest_length_in_characters) {
    EXPECT_EQ(refusal(user_called(std::string(65, 'x'))), "ck_users_username_length");
    std::string accented;
    for (int i = 0; i != 64; ++i) accented += "é";
    EXPECT_EQ(refusal(user_called(accented)), "none");
    user long_name = user_called("bob");
    long_name.base.created_by = std::string(256, 'x');
    EXPECT_EQ(refusal(long_name), "ck_users_created_by_length");
}

TEST_P(security_api, a_deleted_row_stays_and_is_left_out) {
    db().insert(user_called("bob"));
    EXPECT_TRUE(soft_delete(db(), ann, "root"));
    EXPECT_FALSE(soft_delete(db(), ann, "root")) << "it is deleted already";
    EXPECT_EQ(db().one(from_present<user>()).username, "bob");
    EXPECT_EQ(db().one(from_present<user>().where(col<&user::is_active> == true).select(stoa::count())), 1);
    const user found = db().find<user>(ann.base.id).value();
    EXPECT_TRUE(found.base.is_deleted);
    EXPECT_EQ(found.base.deleted_at, noon);
    EXPECT_EQ(found.base.deleted_by, "root");
}

TEST_P(security_api, of_two_writers_the_second_notices_the_first) {
    const user first = db().find<user>(ann.base.id).value();
    const user second = first;
    EXPECT_TRUE(change_email(db(), first, "ann@first.example", "first"));
    EXPECT_FALSE(change_email(db(), second, "ann@second.example", "second"));
    const user now = db().find<user>(ann.base.id).value();
    EXPECT_EQ(now.email, "ann@first.example");
    EXPECT_EQ(now.base.version, 2);
    EXPECT_EQ(now.base.updated_by, "first");
    EXPECT_TRUE(change_email(db(), now, "ann@second.example", "second")) << "after reading it again";
    EXPECT_EQ(db().find<user>(ann.base.id)->base.version, 3);
}

TEST_P(security_api, keys_that_have_expired_are_told_from_those_that_never_do) {
    api_key forever = key_of(ann, "aa"), expired = key_of(ann, "bb"), valid = key_of(ann, "cc");
    expired.expires_at = noon - 1h;
    valid.expires_at = noon + 1h;
    for (api_key* each : {&forever, &expired, &valid}) db().insert(*each);
    const auto usable = from_present<api_key>()
                            .where(col<&api_key::expires_at>.is_null() || col<&api_key::expires_at> > noon)
                            .order_by(col<&api_key::key_hash>)
                            .select(col<&api_key::key_hash>);
    EXPECT_EQ(db().all(usable), (std::vector<std::string>{"aa", "cc"}));
    EXPECT_EQ(
        db().execute(
            stoa::update<api_key>().set(col<& api_key::last_used_at> = noon).where(col<&api_key::key_hash> == "cc")),
        1);
    EXPECT_EQ(db().find<api_key>(valid.base.id)->last_used_at, noon);
    EXPECT_EQ(db().find<api_key>(valid.base.id)->permissions.text(), R"(["read","write"])");
}

TEST_P(security_api, keys_go_with_their_user_and_the_log_stays) {
    db().insert(key_of(ann, "aa"));
    audit_log entry;
    entry.base.created_by = "root";
    entry.action = "delete";
    entry.resource_type = "user";
    entry.resource_id = to_string(ann.base.id);
    entry.user_id = ann.base.id;
    entry.ip_address = "2001:db8::1";
    entry.changes = stoa::json_object().add("is_deleted", true);
    db().insert(entry);
    EXPECT_TRUE(db().erase(ann));
    EXPECT_TRUE(db().all(from<api_key>()).empty());
    const audit_log found = db().one(from<audit_log>().where(col<&audit_log::user_id> == ann.base.id));
    EXPECT_EQ(found.changes, entry.changes);
    EXPECT_EQ(found.base.created_at, entry.base.created_at);
}

TEST_P(security_api, all_tables_are_dropped_and_created_again) {
    db().insert(key_of(ann, "aa"));
    db().drop<security::schema>();
    db().create<security::schema>();
    EXPECT_TRUE(db().all(from<user>()).empty());
}

STOA_TEST_ON_EVERY_DATABASE(security_api);

} // namespace reference_security_api
