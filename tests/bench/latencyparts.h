// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QProcess>
#include <QStringList>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <chrono>
#include <vector>

namespace ChatCal::Bench {

/// In milliseconds.
struct Measured
{
    std::vector<double> added; ///< a turn's time beyond the model's
    std::vector<double> firstWords; ///< from the model's first words to the guest's
    QStringList failures;
};

/// Cuts HTTP/1.1 messages out of a byte stream; enough for the two programs met here.
class MessageReader
{
public:
    /// Adds @p bytes. @return true once a whole message lies in head() and body().
    bool add(const QByteArray &bytes);
    [[nodiscard]] const QByteArray &head() const { return m_head; }
    [[nodiscard]] const QByteArray &body() const { return m_body; } ///< chunks joined; grows while a message comes
    /// For the next message on the same connection.
    void clear();

private:
    [[nodiscard]] bool readChunks();
    QByteArray m_raw;
    QByteArray m_head;
    QByteArray m_body;
    qsizetype m_length = -1; ///< -1 while the body is chunked
};

/// An OpenAI-compatible model: says the same words to everybody, half of its time after the question the first of them,
/// at the end of it the last, streamed when asked to stream.
class FakeModel : public QTcpServer
{
    Q_OBJECT
public:
    explicit FakeModel(std::chrono::milliseconds delay);
    [[nodiscard]] std::chrono::milliseconds delay() const { return m_delay; }
    [[nodiscard]] QString baseUrl() const;

    struct Times
    {
        double own = 0; ///< from whole questions to whole answers, of all calls of the turn
        double firstWords = -1; ///< when the first words left, on the clock of now(); -1: none
    };
    /// What the model did for the turn whose message held @p mark, and forgets it.
    [[nodiscard]] Times take(const QByteArray &mark) { return m_times.take(mark); }
    [[nodiscard]] double now() const;

private:
    void accept();
    void answer(QTcpSocket *socket, const QByteArray &question);
    void answerWhole(QTcpSocket *socket);
    void beginStream(QTcpSocket *socket);
    void endStream(QTcpSocket *socket);

    std::chrono::milliseconds m_delay;
    QElapsedTimer m_clock;
    QHash<QByteArray, Times> m_times;
};

/// Holds one conversation, message after message.
class Guest : public QObject
{
    Q_OBJECT
public:
    enum class Way { Chat, Stream };
    Guest(int number, const QUrl &server, Way way, FakeModel &model, Measured &measured);
    void begin();
    void endAfterThisTurn() { m_isLast = true; }

Q_SIGNALS:
    void ended();

private:
    void send();
    void read();
    void finish();
    void fail(const QString &reason);
    [[nodiscard]] QByteArray mark() const;

    int m_number;
    int m_turn = 0;
    QUrl m_server;
    Way m_way;
    FakeModel &m_model;
    Measured &m_measured;
    QTcpSocket m_socket;
    MessageReader m_reader;
    QByteArray m_session;
    double m_sentAt = 0;
    double m_firstWordsAt = -1;
    bool m_isLast = false;
};

/// chatcal-server as a child, in front of the fake model.
class ServerUnderTest
{
public:
    ServerUnderTest(const QString &program, const QString &folder, const QString &modelUrl, const QString &redisUrl);
    ~ServerUnderTest();
    /// Its address once it listens; empty when it does not.
    [[nodiscard]] QUrl start();
    [[nodiscard]] QByteArray log() { return m_log + m_process.readAllStandardError(); }

private:
    QProcess m_process;
    QByteArray m_log;
};

} // namespace ChatCal::Bench
