// SPDX-License-Identifier: Apache-2.0
#include "server/tokencommand.h"

#include <QCoroTask>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

int refuse(const Error &error)
{
    std::fprintf(stderr, "chatcal-server: %s\n", qPrintable(error.detail));
    return 2;
}

} // namespace

int runTokenCommand(Accounts &accounts, const QStringList &words)
{
    const QString verb = words.value(0);
    const QString name = words.value(1);
    if (verb == "list"_L1 && words.size() == 1) {
        const auto names = QCoro::waitFor(accounts.names());
        if (!names)
            return refuse(names.error());
        std::printf("%s\n", qPrintable(names->join(u'\n')));
        return 0;
    }
    if (verb == "add"_L1 && words.size() == 2) {
        const auto token = QCoro::waitFor(accounts.add(name));
        if (!token)
            return refuse(token.error());
        // The one time it is shown.
        std::printf("%s\n", token->reveal().constData());
        std::fprintf(stderr, "Give this token to %s. It is not shown again.\n", qPrintable(name));
        return 0;
    }
    if (verb == "remove"_L1 && words.size() == 2) {
        const auto removed = QCoro::waitFor(accounts.remove(name));
        return removed ? 0 : refuse(removed.error());
    }
    return refuse(Error{ErrorCode::InvalidInput, u"token takes: add NAME, remove NAME or list"_s, {}, {}});
}

} // namespace ChatCal
