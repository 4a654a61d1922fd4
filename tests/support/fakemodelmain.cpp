// SPDX-License-Identifier: Apache-2.0
// A fake language model as a program, for benches and crash tests:
//   fake_model --format openai|anthropic [--delay MS] [--pause MS] [--json] [--words TEXT]
// It prints its base address on one line and serves until it is ended. Its key is "test-key". With --words it says that
// to everybody, unchecked and cheaply; else the offline model speaks.
#include "tests/support/fakemodelserver.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>

using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOption({u"format"_s, u"Whose wire format."_s, u"openai|anthropic"_s, u"openai"_s});
    parser.addOption({u"delay"_s, u"Milliseconds before an answer begins."_s, u"MS"_s, u"0"_s});
    parser.addOption({u"pause"_s, u"Milliseconds between two pieces of it."_s, u"MS"_s, u"0"_s});
    parser.addOption({u"json"_s, u"One JSON object in place of a stream."_s});
    parser.addOption({u"words"_s, u"The answer to everything."_s, u"TEXT"_s});
    parser.process(application);

    const bool isAnthropic = parser.value(u"format"_s) == "anthropic"_L1;
    ChatCal::FakeModelServer server(isAnthropic ? ChatCal::ModelFormat::Anthropic : ChatCal::ModelFormat::OpenAi);
    ChatCal::FakeAnswer manner;
    manner.delay = std::chrono::milliseconds(parser.value(u"delay"_s).toInt());
    manner.pause = std::chrono::milliseconds(parser.value(u"pause"_s).toInt());
    manner.asJson = parser.isSet(u"json"_s);
    server.setManner(manner);
    server.http().setKeepsRequests(false);
    if (parser.isSet(u"words"_s)) {
        server.setChecked(false);
        server.setBrain([words = parser.value(u"words"_s)](const ChatCal::ModelRequest &) {
            ChatCal::ModelReply reply;
            reply.text = words;
            return reply;
        });
    }
    std::printf("%s\n", server.baseUrl().toEncoded().constData());
    std::fflush(stdout);
    return application.exec();
}
