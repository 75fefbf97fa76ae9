// SPDX-License-Identifier: BSL-1.0

// Books over HTTP, as JSON, from SQLite or PostgreSQL: DATABASE_URL names the database; without it, one in memory.
//
//   GET /books[?author=TEXT][&order=title|price]     POST /books     GET /books/ID     DELETE /books/ID
//
// It listens on this machine alone, on the port that is given or any that is free. With --try the program asks itself a
// few things, prints the answers and ends.

#include <stoa/sqlite.hpp>
#include <stoa/types/json.hpp>
#ifdef STOA_WITH_POSTGRES
#include <stoa/postgres.hpp>
#endif

#include <cstdlib>
#include <exception>
#include <httplib.h>
#include <iostream>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace shop {

/// What a client sends.
struct draft {
    std::string author;
    std::string title;
    stoa::decimal<8, 2> price;
};

/// A row of the table, and what a client gets.
struct book {
    stoa::guid id;
    std::string author;
    std::string title;
    stoa::decimal<8, 2> price;
};

} // namespace shop

using shop::book, shop::draft;
using stoa::col, stoa::from;

template <>
inline constexpr auto stoa::table<book> =
    stoa::define<book>("books", primary_key(col<&book::id>).generated(guid_v7),
                       unique(col<&book::author>, col<&book::title>), check(col<&book::price> >= 0));

namespace {

const stoa::sort_keys<book> orders{{"title", asc(col<&book::title>)}, {"price", asc(col<&book::price>)}};

template <class T>
void answer(httplib::Response& response, int status, const T& value) {
    response.status = status;
    response.set_content(stoa::json<T>(value).document().text() + "\n", "application/json");
}

void refuse(httplib::Response& response, int status, std::string_view why) {
    response.status = status;
    response.set_content(stoa::json_object().add("error", why).document().text() + "\n", "application/json");
}

/// Calls `action`; what the client did wrong becomes its answer.
template <class Action>
void guarded(httplib::Response& response, Action action) {
    try {
        action();
    } catch (const stoa::constraint_violation& error) {
        const bool taken = error.code() == stoa::errc::unique_violation;
        refuse(response, taken ? 409 : 422, "refused by " + error.constraint().name);
    } catch (const stoa::mapping_error& error) {
        refuse(response, 400, error.info().message);
    }
}

void list(stoa::database& db, const httplib::Request& request, httplib::Response& response) {
    std::vector<stoa::condition<book>> filters;
    if (request.has_param("author")) filters.push_back(col<&book::author> == request.get_param_value("author"));
    const std::string order = request.has_param("order") ? request.get_param_value("order") : "title";
    answer(response, 200,
           db.all(from<book>().where(all_of(filters)).order_by(orders.at(order), col<&book::id>).limit(100)));
}

void find(stoa::database& db, const stoa::guid& id, httplib::Response& response) {
    if (const std::optional<book> found = db.find<book>(id)) return answer(response, 200, *found);
    refuse(response, 404, "there is no such book");
}

void add(stoa::database& db, const std::string& body, httplib::Response& response) {
    draft given = *stoa::json<draft>::from(stoa::json_document::parse(body));
    answer(response, 201, db.insert(book{{}, given.author, given.title, given.price}));
}

void remove(stoa::database& db, const stoa::guid& id, httplib::Response& response) {
    if (!db.erase<book>(id)) return refuse(response, 404, "there is no such book");
    response.status = 204;
}

/// A session is for one thread at a time, so the server has one; a larger one has a session for each of its threads.
void serve(httplib::Server& server, stoa::database& db) {
    using httplib::Request, httplib::Response;
    server.new_task_queue = [] { return new httplib::ThreadPool(1); };
    const auto id_of = [](const Request& request) { return stoa::guid::from_string(request.matches[1].str()); };
    server.Get("/books", [&db](const Request& request, Response& response) {
        guarded(response, [&] { list(db, request, response); });
    });
    server.Post("/books", [&db](const Request& request, Response& response) {
        guarded(response, [&] { add(db, request.body, response); });
    });
    server.Get("/books/([^/]+)", [&db, id_of](const Request& request, Response& response) {
        guarded(response, [&] { find(db, id_of(request), response); });
    });
    server.Delete("/books/([^/]+)", [&db, id_of](const Request& request, Response& response) {
        guarded(response, [&] { remove(db, id_of(request), response); });
    });
}

/// The answer, without the id, which is another one every time.
void print(std::string_view asked, const httplib::Result& result) {
    std::cout << asked << '\n';
    if (!result) throw std::runtime_error("no answer: " + to_string(result.error()));
    std::string body = result->body;
    for (std::size_t at = 0; (at = body.find(R"("id":")", at)) != body.npos;) body.replace(at += 6, 36, "…");
    std::cout << "  " << result->status << (body.empty() ? "\n" : " " + body);
}

void ask(int port) {
    httplib::Client client("127.0.0.1", port);
    const auto post = [&](const std::string& body) {
        print("POST " + body, client.Post("/books", body, "application/json"));
    };
    const auto get = [&](const std::string& path) { print("GET " + path, client.Get(path.c_str())); };
    post(R"({"author": "Jane Austen", "title": "Emma", "price": 6.99})");
    post(R"({"author": "Jane Austen", "title": "Persuasion", "price": 6.5})");
    post(R"({"author": "Mary Shelley", "title": "Frankenstein", "price": 7.25})");
    post(R"({"author": "Jane Austen", "title": "Emma", "price": 1})");
    post(R"({"author": "Nobody", "title": "Nothing", "price": -1})");
    post(R"({"author": 1, "title": "Emma", "price": 6.999})");
    post("not JSON");
    get("/books?author=Jane%20Austen&order=price");
    get("/books?order=id");
    get("/books/1");
    const auto found = client.Get("/books?author=Mary%20Shelley");
    const std::string path = "/books/" + found->body.substr(found->body.find(R"("id":")") + 6, 36);
    print("DELETE that one", client.Delete(path.c_str()));
    print("GET that one", client.Get(path.c_str()));
}

} // namespace

int main(int argc, char** argv) {
    try {
        const char* url = std::getenv("DATABASE_URL");
        stoa::database db = stoa::open(url != nullptr ? url : "sqlite::memory:");
        db.create_if_missing<stoa::schema<book>>();
        httplib::Server server;
        serve(server, db);
        const bool tries = argc == 2 && std::string_view(argv[1]) == "--try";
        const int wanted = argc == 2 && !tries ? std::atoi(argv[1]) : 0;
        if (wanted < 0 || wanted > 65535) throw std::runtime_error("there is no such port");
        if (wanted != 0 && !server.bind_to_port("127.0.0.1", wanted)) throw std::runtime_error("the port is taken");
        const int port = wanted != 0 ? wanted : server.bind_to_any_port("127.0.0.1");
        if (!tries) {
            std::cout << "http://127.0.0.1:" << port << "/books" << std::endl;
            return server.listen_after_bind() ? 0 : 1;
        }
        std::thread listening([&] { server.listen_after_bind(); });
        std::exception_ptr failure;
        try {
            ask(port);
        } catch (...) {
            failure = std::current_exception();
        }
        server.stop();
        listening.join();
        if (failure) std::rethrow_exception(failure);
        return 0;
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
}
