// SPDX-License-Identifier: Apache-2.0
// How long a desktop program takes until its window is there, and what it costs then. Runs COMMAND again and again on
// the display it is given (xvfb-run) and looks from outside: the X server tells when a window is mapped, its pixels
// when something is drawn in it, stderr when a line with a given text was written, /proc what the process and its
// children hold and use.
//   bench_startup [--runs N] [--line TEXT]... [--second TEXT]... [--idle SECONDS] -- COMMAND ARGUMENTS...
// --second waits for the second line with that text.
#include <xcb/xcb.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

constexpr auto patience = 30s;

struct Plan
{
    int runs = 7;
    int idleSeconds = 0;
    std::vector<std::pair<std::string, int>> lines; ///< a text, and at which of the lines that have it
    std::vector<char *> command; ///< ends with a null pointer
};

struct Run
{
    std::map<std::string, double> milliseconds; ///< by what was waited for
    double mebibytes = 0; ///< proportional set size, the program and its children
    double ownMebibytes = 0; ///< of the program alone
    double idlePercent = 0; ///< of one processor
};

template<typename T>
using Freed = std::unique_ptr<T, decltype(&std::free)>;

/// Something is drawn where a window is: its middle has more than a ground's few colours.
bool isPainted(xcb_connection_t *display, xcb_window_t window)
{
    Freed<xcb_get_geometry_reply_t> place(xcb_get_geometry_reply(display, xcb_get_geometry(display, window), nullptr),
                                          std::free);
    if (!place)
        return false;
    const auto height = static_cast<uint16_t>(std::min<int>(place->height, 120));
    const Freed<xcb_get_image_reply_t> image(
        xcb_get_image_reply(display,
                            xcb_get_image(display, XCB_IMAGE_FORMAT_Z_PIXMAP, window, 0, 0, place->width, height, ~0U),
                            nullptr),
        std::free);
    if (!image)
        return false;
    const auto *pixels = reinterpret_cast<const uint32_t *>(xcb_get_image_data(image.get()));
    const auto count = static_cast<size_t>(xcb_get_image_data_length(image.get())) / sizeof(uint32_t);
    std::set<uint32_t> colours;
    for (size_t i = 0; i < count && colours.size() < 8; ++i)
        colours.insert(pixels[i]);
    return colours.size() >= 8;
}

std::vector<pid_t> family(pid_t root)
{
    std::multimap<pid_t, pid_t> children;
    for (const auto &entry : std::filesystem::directory_iterator("/proc")) {
        const std::string name = entry.path().filename();
        if (name.find_first_not_of("0123456789") != std::string::npos)
            continue;
        std::ifstream stat(entry.path() / "stat");
        std::string text;
        std::getline(stat, text);
        const size_t end = text.rfind(')'); // a name may hold anything
        if (end != std::string::npos)
            children.emplace(std::atoi(text.c_str() + end + 4), std::stoi(name));
    }
    std::vector<pid_t> all{root};
    for (size_t i = 0; i < all.size(); ++i) {
        const auto [first, last] = children.equal_range(all[i]);
        for (auto it = first; it != last; ++it)
            all.push_back(it->second);
    }
    return all;
}

double mebibytesOf(pid_t pid)
{
    std::ifstream file("/proc/" + std::to_string(pid) + "/smaps_rollup");
    std::string word;
    while (file >> word) {
        double kilobytes = 0;
        if (word == "Pss:" && file >> kilobytes)
            return kilobytes / 1024;
    }
    return 0;
}

double secondsUsed(const std::vector<pid_t> &pids)
{
    double ticks = 0;
    for (const pid_t pid : pids) {
        std::ifstream file("/proc/" + std::to_string(pid) + "/stat");
        std::string text;
        std::getline(file, text);
        const size_t end = text.rfind(')');
        if (end == std::string::npos)
            continue;
        long user = 0;
        long system = 0;
        // Behind the name: state, then 10 fields, then utime and stime (proc(5)).
        if (std::sscanf(text.c_str() + end + 2, "%*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %ld %ld", &user, &system)
            == 2)
            ticks += static_cast<double>(user + system);
    }
    return ticks / static_cast<double>(sysconf(_SC_CLK_TCK));
}

class Watcher
{
public:
    Watcher(xcb_connection_t *display, const Plan &plan) : m_display(display), m_plan(plan)
    {
        int ends[2];
        if (pipe(ends) != 0)
            std::exit(1);
        m_errors = ends[0];
        m_start = Clock::now();
        m_pid = fork();
        if (m_pid == 0) {
            dup2(ends[1], STDERR_FILENO);
            close(ends[0]);
            close(ends[1]);
            execvp(m_plan.command[0], m_plan.command.data());
            std::perror(m_plan.command[0]);
            _exit(127);
        }
        close(ends[1]);
    }

    ~Watcher()
    {
        kill(m_pid, SIGTERM);
        waitpid(m_pid, nullptr, 0);
        close(m_errors);
    }
    Watcher(const Watcher &) = delete;
    Watcher &operator=(const Watcher &) = delete;

    Run watch()
    {
        while (!isDone() && Clock::now() - m_start < patience)
            step(2);
        if (!isDone())
            std::fprintf(stderr, "bench_startup: something awaited never came\n");
        settle(2s);
        const auto pids = family(m_pid);
        for (const pid_t pid : pids)
            m_run.mebibytes += mebibytesOf(pid);
        m_run.ownMebibytes = mebibytesOf(m_pid);
        if (m_plan.idleSeconds > 0) {
            settle(8s); // what a start leaves to be done is not idling
            const double before = secondsUsed(family(m_pid));
            settle(std::chrono::seconds(m_plan.idleSeconds));
            m_run.idlePercent = (secondsUsed(family(m_pid)) - before) / m_plan.idleSeconds * 100;
        }
        return m_run;
    }

private:
    [[nodiscard]] bool isDone() const { return m_run.milliseconds.size() == m_plan.lines.size() + 2; }

    void note(const std::string &what)
    {
        m_run.milliseconds.try_emplace(what, std::chrono::duration<double, std::milli>(Clock::now() - m_start).count());
    }

    void settle(std::chrono::milliseconds length)
    {
        for (const auto end = Clock::now() + length; Clock::now() < end;)
            step(50);
    }

    void step(int milliseconds)
    {
        pollfd ready[] = {{xcb_get_file_descriptor(m_display), POLLIN, 0}, {m_errors, POLLIN, 0}};
        poll(ready, 2, milliseconds);
        while (Freed<xcb_generic_event_t> event{xcb_poll_for_event(m_display), std::free}) {
            if ((event->response_type & 0x7f) != XCB_MAP_NOTIFY)
                continue;
            const auto *mapped = reinterpret_cast<const xcb_map_notify_event_t *>(event.get());
            if (m_window || mapped->override_redirect)
                continue;
            m_window = mapped->window;
            note("window mapped");
        }
        if (m_window && !m_run.milliseconds.contains("window painted") && isPainted(m_display, *m_window))
            note("window painted");
        if (ready[1].revents & POLLIN)
            readErrors();
    }

    void readErrors()
    {
        char piece[65536];
        const ssize_t length = read(m_errors, piece, sizeof piece);
        if (length <= 0)
            return;
        m_text.append(piece, static_cast<size_t>(length));
        for (const auto &[line, count] : m_plan.lines) {
            size_t at = m_text.find(line);
            for (int i = 1; i < count && at != std::string::npos; ++i)
                at = m_text.find(line, at + 1);
            if (at != std::string::npos)
                note(line);
        }
    }

    xcb_connection_t *m_display;
    const Plan &m_plan;
    pid_t m_pid = 0;
    int m_errors = -1;
    Clock::time_point m_start;
    std::optional<xcb_window_t> m_window;
    std::string m_text;
    Run m_run;
};

void print(const char *what, std::vector<double> values, const char *unit)
{
    if (values.empty())
        return;
    std::sort(values.begin(), values.end());
    std::printf("| %s | %.1f %s | %.1f–%.1f |\n", what, values[values.size() / 2], unit, values.front(), values.back());
}

std::optional<Plan> readPlan(int argc, char **argv)
{
    Plan plan;
    int i = 1;
    for (; i + 1 < argc && std::strcmp(argv[i], "--") != 0; i += 2) {
        const std::string name = argv[i];
        if (name == "--runs")
            plan.runs = std::atoi(argv[i + 1]);
        else if (name == "--idle")
            plan.idleSeconds = std::atoi(argv[i + 1]);
        else if (name == "--line")
            plan.lines.emplace_back(argv[i + 1], 1);
        else if (name == "--second")
            plan.lines.emplace_back(argv[i + 1], 2);
        else
            return std::nullopt;
    }
    for (++i; i < argc; ++i)
        plan.command.push_back(argv[i]);
    plan.command.push_back(nullptr);
    return plan.command.size() > 1 && plan.runs > 0 ? std::optional(plan) : std::nullopt;
}

} // namespace

int main(int argc, char **argv)
{
    const auto plan = readPlan(argc, argv);
    if (!plan) {
        std::fprintf(stderr,
                     "usage: bench_startup [--runs N] [--line TEXT]... [--second TEXT]... [--idle SECONDS] "
                     "-- COMMAND...\n");
        return 2;
    }
    xcb_connection_t *display = xcb_connect(nullptr, nullptr);
    if (xcb_connection_has_error(display)) {
        std::fprintf(stderr, "bench_startup: no display; run it under xvfb-run\n");
        return 2;
    }
    const xcb_screen_t *screen = xcb_setup_roots_iterator(xcb_get_setup(display)).data;
    const uint32_t wanted = XCB_EVENT_MASK_SUBSTRUCTURE_NOTIFY;
    xcb_change_window_attributes(display, screen->root, XCB_CW_EVENT_MASK, &wanted);
    xcb_flush(display);

    std::map<std::string, std::vector<double>> times;
    std::vector<double> memory;
    std::vector<double> ownMemory;
    std::vector<double> idle;
    for (int run = 0; run < plan->runs; ++run) {
        const Run seen = Watcher(display, *plan).watch();
        for (const auto &[what, value] : seen.milliseconds)
            times[what].push_back(value);
        memory.push_back(seen.mebibytes);
        ownMemory.push_back(seen.ownMebibytes);
        if (plan->idleSeconds > 0)
            idle.push_back(seen.idlePercent);
    }
    std::printf("| what | median of %d | all |\n| --- | --- | --- |\n", plan->runs);
    for (const auto &[what, values] : times)
        print(what.c_str(), values, "ms");
    print("memory (PSS), children included", memory, "MiB");
    print("memory (PSS), the program alone", ownMemory, "MiB");
    print("processor while idle", idle, "%");
    xcb_disconnect(display);
    return 0;
}
