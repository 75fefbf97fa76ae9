// SPDX-License-Identifier: BSL-1.0

// docs/guide/records.md

#include "guide.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>

namespace {

// [struct]
struct note {
    std::int64_t id;
    std::string text;
    std::optional<std::string> author; // may be NULL; every other column may not
};
// [/struct]

// [embedded]
struct audit {
    stoa::timestamp created_at;
    std::string created_by;
};

struct document {
    stoa::guid id;
    std::string title;
    audit history; // two columns of the table "document": created_at, created_by
};
// [/embedded]

// [described]
struct entity {
    std::int64_t id = 0;
};
BOOST_DESCRIBE_STRUCT(entity, (), (id))

class account : public entity {
public:
    account() = default; // rows are read into a default-constructed object
    explicit account(std::string owner) : owner_(std::move(owner)) {}
    const std::string& owner() const { return owner_; }

private:
    std::string owner_;
    BOOST_DESCRIBE_CLASS(account, (entity), (), (), (owner_))
};
// [/described]

// [enum]
enum class mood { calm, merry, cross };

enum class http_status { ok = 200, not_found = 404 };
BOOST_DESCRIBE_ENUM(http_status, ok, not_found)

struct visit {
    std::int64_t id;
    mood guest;
    http_status answer;
};
// [/enum]

// [strong]
using room_id = stoa::strong_id<struct room_tag>; // a std::int64_t that is no other id
using key_id = stoa::strong_id<struct key_tag, stoa::guid>;

struct room_key {
    key_id id;
    room_id room;
};
// [/strong]

// [own_type]
class email {
public:
    email() = default;
    explicit email(std::string text) : text_(std::move(text)) {
        if (text_.find('@') == std::string::npos) throw std::invalid_argument("an address has an @");
    }
    const std::string& text() const { return text_; }

private:
    std::string text_;
};
// [/own_type]

} // namespace

// [mapping]
template <>
struct stoa::mapping<email> {
    using stored_type = std::string;
    static const std::string& store(const email& value) { return value.text(); }
    static email load(std::string text) { return email(std::move(text)); }
};
// [/mapping]

namespace {

// [own_type_used]
struct contact {
    std::int64_t id;
    email address;
    std::optional<email> other;
};
// [/own_type_used]

using everything = stoa::schema<note, document, account, visit, room_key, contact>;

void work(stoa::database& db) {
    db.create<everything>();

    note first{0, "hello", std::nullopt};
    db.insert(first);
    guide::expect(first.id == 1 && !db.find<note>(1)->author);

    // [embedded_query]
    auto by_anna = stoa::from<document>()
                       .where(stoa::col<&document::history, &audit::created_by> == "Anna")
                       .select(stoa::col<&document::title>);
    // [/embedded_query]
    db.insert(document{{}, "Minutes", {{}, "Anna"}});
    guide::expect(db.one(by_anna) == "Minutes");

    // [described_query]
    account ada("Ada");
    db.insert(ada); // fills in the inherited id
    auto newest = stoa::from<account>().order_by(desc(stoa::col_in<account, &entity::id>));
    // [/described_query]
    guide::expect(ada.id == 1 && db.first(newest)->owner() == "Ada");

    // [enum_query]
    db.insert(visit{0, mood::merry, http_status::ok});
    auto merry = stoa::from<visit>().where(stoa::col<&visit::guest> == mood::merry);
    // [/enum_query]
    guide::expect(db.one(merry).answer == http_status::ok);

    // [strong_query]
    room_key mine{{}, room_id(7)};
    db.insert(mine);
    auto found = db.find<room_key>(mine.id); // find<room_key>(mine.room) does not compile
    // [/strong_query]
    guide::expect(found.has_value() && !mine.id.value.is_nil());

    // [own_type_query]
    db.insert(contact{0, email("ann@example.org"), std::nullopt});
    auto ann = stoa::from<contact>().where(stoa::col<&contact::address> == email("ann@example.org"));
    // [/own_type_query]
    guide::expect(db.one(ann).id == 1);
}

template <class Dialect>
void show() {
    guide::show("document", stoa::ddl<stoa::schema<document>, Dialect>);
    guide::show("visit", stoa::ddl<stoa::schema<visit>, Dialect>);
}

} // namespace

int main(int argc, char** argv) {
    return guide::run(argc, argv, &work, &show<stoa::dialect::sqlite>, &show<stoa::dialect::postgres>);
}
