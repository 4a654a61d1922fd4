// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFile>
#include <QString>

namespace ChatCal {

/// What our own server says on stderr, in DATA_DIR/logs/server.log and, for what is older, server.log.1: a megabyte
/// each, for their owner alone.
class ServerLog
{
public:
    /// @p folder is the logs'; made with the first line.
    explicit ServerLog(const QString &folder);

    /// Whole lines or parts of them. A disk that takes nothing is no trouble: the words are on stderr too.
    void write(const QByteArray &text);
    [[nodiscard]] QString filePath() const { return m_file.fileName(); }

private:
    [[nodiscard]] bool open();
    void rotate();

    QFile m_file;
};

} // namespace ChatCal
