// SPDX-License-Identifier: BSL-1.0
#ifndef STOA_TESTING_POSTGRES_PRIVATE_SERVER_HPP
#define STOA_TESTING_POSTGRES_PRIVATE_SERVER_HPP

// A PostgreSQL server that belongs to this process alone, made from the programs that are installed. A shell beside the
// process holds one end of a pipe: when the other end is closed, which the operating system does however the process
// ends, it stops the server and removes its files. For systems with fork() and /bin/sh.

#include <cerrno>
#include <cstddef>
#include <cstdlib>
#include <string>
#include <string_view>

#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <sys/statvfs.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

namespace stoa::testing {

namespace detail {

/// Argument: the server's directory. Prints "ready" or what is wrong, waits for the end of its input, and cleans up.
/// The programs are those of STOA_POSTGRES_BIN, of pg_config, or the newest of Debian's.
inline constexpr const char* server_script = R"sh(
directory=$1
cd "$directory" || exit 1
exec 2>>log
trap '' PIPE # nobody may be there to be told
end() { cd / && rm -rf "$directory"; exit; }
for bin in "$STOA_POSTGRES_BIN" "$(pg_config --bindir)" $(ls -d /usr/lib/postgresql/*/bin | sort -t/ -k5 -rn); do
    [ -x "$bin/initdb" ] && [ -x "$bin/pg_ctl" ] && [ -x "$bin/postgres" ] && break
    bin=
done
if [ -z "$bin" ]; then
    echo "no PostgreSQL server is installed. Install one (Debian: postgresql), or name the directory of its programs in" \
        "STOA_POSTGRES_BIN, or the address of a running server in STOA_TEST_POSTGRES_URL."
    end
fi
unset PGHOST PGHOSTADDR PGPORT PGDATABASE PGUSER PGPASSWORD PGSERVICE PGOPTIONS PGAPPNAME PGCLIENTENCODING PGTZ
unset PGDATESTYLE PGDATA
create() { rm -rf data; "$bin/initdb" -D data -U postgres -A trust -E UTF8 "--locale=$1" --no-sync >>log; }
start() {
    cat >>data/postgresql.conf <<CONF
listen_addresses = ''
unix_socket_directories = '$directory'
port = 5432
fsync = off
full_page_writes = off
synchronous_commit = off
max_connections = 50
CONF
    "$bin/pg_ctl" -D data -l log -w -t 60 start </dev/null >>log
}
if { create C.UTF-8 || create C; } && start; then
    echo ready
    cat >/dev/null
    "$bin/pg_ctl" -D data -m immediate -w stop >>log
else
    echo "a private PostgreSQL server could not be started with the programs in $bin: $(tail -n 5 log)"
fi
end
)sh";

/// A new directory for the server, in memory where there is enough of it; empty where none can be made. The path of a
/// socket within it has at most 107 bytes (unix(7)).
inline std::string make_server_directory() {
    const auto make_in = [](std::string place) {
        place += "/stoa_pg.XXXXXX";
        return mkdtemp(place.data()) != nullptr ? place : std::string();
    };
    struct statvfs memory {};
    if (statvfs("/dev/shm", &memory) == 0 && memory.f_bavail >= (std::size_t{1} << 30) / memory.f_frsize)
        if (std::string made = make_in("/dev/shm"); !made.empty()) return made;
    const char* const temporary = std::getenv("TMPDIR");
    if (temporary != nullptr && geteuid() != 0 && std::string_view(temporary).size() < 70)
        if (std::string made = make_in(temporary); !made.empty()) return made;
    return make_in("/tmp");
}

/// As it stands in a URL.
inline std::string percent_encoded(std::string_view text) {
    constexpr std::string_view plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-";
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string encoded;
    for (const char c : text) {
        if (plain.find(c) != plain.npos) {
            encoded += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        encoded.append({'%', digits[byte / 16], digits[byte % 16]});
    }
    return encoded;
}

} // namespace detail

/// A server in a directory of its own, reached by a socket there and in no other way. It keeps nothing safe against
/// loss of power, and ends with this object or with the process, even one that crashes. Started as root, it runs as the
/// user postgres or nobody.
class private_server {
public:
    /// Starts it, which takes about a second; `problem()` says why where it could not be started.
    private_server() : owner_(getpid()), directory_(detail::make_server_directory()) {
        if (directory_.empty()) {
            problem_ = "no directory for a private PostgreSQL server can be made. Make TMPDIR a place to write to.";
            return;
        }
        int answer[2] = {-1, -1};
        int life[2] = {-1, -1};
        const bool has_pipes = pipe(answer) == 0 && pipe(life) == 0;
        if (has_pipes) {
            // The ends of this process stay its own, or the shell would not see it end.
            fcntl(answer[0], F_SETFD, FD_CLOEXEC);
            fcntl(life[1], F_SETFD, FD_CLOEXEC);
            start_shell(life[0], answer[1]);
        }
        close(answer[1]);
        close(life[0]);
        alive_ = life[1];
        answer_ = answer[0];
        problem_ = read_answer();
        if (problem_ == "ready\n") {
            problem_.clear();
            url_ = "postgresql://postgres@" + detail::percent_encoded(directory_) + ":5432/postgres";
        } else if (problem_.empty()) {
            rmdir(directory_.c_str());
            problem_ = "a private PostgreSQL server could not be started, because no shell could.";
        }
    }
    private_server(const private_server&) = delete;
    private_server& operator=(const private_server&) = delete;

    ~private_server() {
        close(alive_);
        if (owner_ == getpid()) read_answer(); // until it has ended; in a copy that fork() made, it goes on
        close(answer_);
    }

    /// The address of its database "postgres", where everybody may do everything; empty where it does not run.
    const std::string& url() const noexcept { return url_; }
    /// Why it does not run, in a sentence; empty where it does.
    const std::string& problem() const noexcept { return problem_; }
    const std::string& directory() const noexcept { return directory_; }

private:
    /// Not as a child of this process, since those who end a process often end its children as well.
    void start_shell(int input, int output) const {
        // The server refuses to run as root.
        const passwd* user = nullptr;
        if (geteuid() == 0) {
            user = getpwnam("postgres");
            if (user == nullptr) user = getpwnam("nobody");
            if (user == nullptr || chown(directory_.c_str(), user->pw_uid, user->pw_gid) != 0) return;
        }
        const uid_t uid = user != nullptr ? user->pw_uid : geteuid();
        const gid_t gid = user != nullptr ? user->pw_gid : getegid();
        const char* const directory = directory_.c_str();
        const pid_t child = fork();
        if (child > 0)
            while (waitpid(child, nullptr, 0) == -1 && errno == EINTR) {}
        if (child != 0) return;
        if (fork() != 0) _exit(0);
        setsid(); // what interrupts the program does not reach it
        if (user != nullptr && (setgroups(0, nullptr) != 0 || setgid(gid) != 0 || setuid(uid) != 0)) _exit(127);
        dup2(input, 0);
        dup2(output, 1);
        if (output > 1) close(output);
        execl("/bin/sh", "sh", "-c", detail::server_script, "stoa", directory, static_cast<char*>(nullptr));
        _exit(127);
    }

    /// What the shell prints, until it is ready or has ended.
    std::string read_answer() const {
        std::string text;
        char part[512];
        while (text != "ready\n") {
            const ssize_t size = read(answer_, part, sizeof part);
            if (size > 0)
                text.append(part, static_cast<std::size_t>(size));
            else if (size == 0 || errno != EINTR)
                break;
        }
        return text;
    }

    pid_t owner_;
    std::string directory_;
    std::string url_;
    std::string problem_;
    int alive_ = -1;  // closed to end it
    int answer_ = -1; // at its end when it has ended
};

/// The server that tests use: the one at STOA_TEST_POSTGRES_URL, else a private one that is started at the first call.
/// Where that variable is empty there is none.
struct test_server {
    std::string url;     ///< empty where there is none
    std::string problem; ///< and why
    bool is_private = false;
};

inline const test_server& find_test_server() {
    static const test_server found = [] {
        if (const char* const given = std::getenv("STOA_TEST_POSTGRES_URL"); given != nullptr) {
            if (*given != '\0') return test_server{given, {}, false};
            return test_server{{}, "STOA_TEST_POSTGRES_URL is empty. Let it name a server, or unset it.", false};
        }
        static const private_server own;
        return test_server{own.url(), own.problem(), true};
    }();
    return found;
}

} // namespace stoa::testing

#endif
