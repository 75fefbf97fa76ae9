// SPDX-License-Identifier: BSL-1.0
// A server of the process's own goes with it, whatever happens to the process.

#include "stoa/postgres.hpp"
#include "stoa/testing/postgres/private_server.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <string>
#include <thread>

#include <sys/wait.h>
#include <unistd.h>

namespace {

TEST(private_server, ends_with_its_process_even_one_that_is_killed) {
    int answer[2];
    ASSERT_EQ(pipe(answer), 0);
    const pid_t child = fork();
    if (child == 0) {
        const stoa::testing::private_server server;
        std::string line = server.problem();
        if (line.empty()) {
            stoa::database db = stoa::open(server.url());
            db.execute("CREATE TABLE t (id integer)");
            line = server.directory();
        }
        line += '\n';
        if (write(answer[1], line.data(), line.size()) < 0) _exit(1);
        raise(SIGKILL);
    }
    close(answer[1]);
    std::string directory;
    for (char c = 0; read(answer[0], &c, 1) == 1 && c != '\n';) directory += c;
    close(answer[0]);
    int status = 0;
    waitpid(child, &status, 0);
    EXPECT_TRUE(WIFSIGNALED(status));
    ASSERT_TRUE(directory.starts_with('/')) << directory;
    const auto start = std::chrono::steady_clock::now();
    while (std::filesystem::exists(directory) && std::chrono::steady_clock::now() - start < std::chrono::seconds(60))
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    EXPECT_FALSE(std::filesystem::exists(directory)) << "the server is still there after a minute";
}

TEST(private_server, puts_its_directory_into_an_address) {
    EXPECT_EQ(stoa::testing::detail::percent_encoded("/tmp/a b%.x"), "%2Ftmp%2Fa%20b%25.x");
}

} // namespace
