// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QMap>

#include <atomic>
#include <mutex>
#include <thread>
#include <vector>

namespace ChatCal {

/// One connection to a server on loopback, with blocking calls; for threads without an event loop.
class PlainConnection
{
public:
    PlainConnection() = default;
    ~PlainConnection() { close(); }
    PlainConnection(const PlainConnection &) = delete;
    PlainConnection &operator=(const PlainConnection &) = delete;

    enum class Outcome {
        Answered,
        NotLetIn, ///< the connection was refused: nobody took the request on
        Lost ///< connected, and no whole answer came
    };
    struct Answer
    {
        Outcome outcome = Outcome::Lost;
        int status = 0;
        QByteArray body;
        QByteArray head; ///< the headers in lower case, a CRLF before and after each
    };
    /// Connects unless it is connected.
    [[nodiscard]] Answer ask(quint16 port, const QByteArray &method, const QByteArray &path,
                             const QByteArray &jsonBody = {}, const QByteArray &headers = {});
    /// The server left the connection open after the last answer.
    [[nodiscard]] bool isOpen() const { return m_descriptor >= 0; }
    void close();

private:
    [[nodiscard]] bool readMore();
    int m_descriptor = -1;
    QByteArray m_input;
};

/// Guests in threads of their own who ask without a pause until they are told to stop or are not let in: half of them
/// on a new connection each time, half on one kept alive.
class Load
{
public:
    Load(quint16 port, int guests);
    ~Load() { stop(); }

    /// Ends it.
    void stop();
    [[nodiscard]] int answered() const { return m_answered; }
    [[nodiscard]] int lost() const { return m_lost; }
    [[nodiscard]] int notLetIn() const { return m_notLetIn; }
    /// How many answers had which status; after stop().
    [[nodiscard]] const QMap<int, int> &statuses() const { return m_statuses; }

private:
    void guest(quint16 port, bool keepsAlive);

    std::atomic<bool> m_stop = false;
    std::atomic<int> m_answered = 0;
    std::atomic<int> m_lost = 0;
    std::atomic<int> m_notLetIn = 0;
    std::mutex m_mutex;
    QMap<int, int> m_statuses;
    std::vector<std::thread> m_guests;
};

} // namespace ChatCal
