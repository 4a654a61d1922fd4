// SPDX-License-Identifier: Apache-2.0
#include "app/backend/secretvault.h"
#include "app/settings/passphrasewindow.h"
#include "tests/support/await.h"
#include "tests/unit/app/artifacts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace ChatCal;
using namespace Qt::StringLiterals;

namespace {

using Answer = SecretVault::Answer;
using Question = SecretVault::Question;

Answer given(const QByteArray &words)
{
    return {Answer::Kind::Given, Secret(words)};
}

/// A vault without a keychain, and whoever answers its questions.
class Person
{
public:
    explicit Person(QList<Answer> answers = {})
    {
        m_vault.setAsker([this](Question question) { return answer(question); });
        m_answers = std::move(answers);
    }
    /// As if the program were started again.
    explicit Person(const Person &earlier, QList<Answer> answers) : Person(std::move(answers), earlier.folder()) { }

    [[nodiscard]] SecretVault &vault() { return m_vault; }
    [[nodiscard]] const QList<Question> &asked() const { return m_asked; }
    [[nodiscard]] QString folder() const { return m_vault.folder(); }
    [[nodiscard]] QByteArray file() const
    {
        QFile file(m_vault.filePath());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private:
    Person(QList<Answer> answers, const QString &folder) : m_vault(folder)
    {
        m_vault.setAsker([this](Question question) { return answer(question); });
        m_answers = std::move(answers);
    }
    QCoro::Task<Answer> answer(Question question)
    {
        m_asked.append(question);
        co_return m_answers.isEmpty() ? Answer() : m_answers.takeFirst();
    }

    QTemporaryDir m_folder;
    SecretVault m_vault{m_folder.path()};
    QList<Answer> m_answers;
    QList<Question> m_asked;
};

const QByteArray key = "gsk-a-key";

} // namespace

TEST(SecretVault, SealsWithAPassphraseAskedOnce)
{
    Person person({given("correct horse")});
    const auto place = await(person.vault().set(u"GROQ_API_KEY"_s, Secret(key)));
    ASSERT_TRUE(place) << qPrintable(place.error().detail);
    EXPECT_EQ(*place, SecretVault::Place::SealedFile);
    ASSERT_TRUE(await(person.vault().set(u"SMTP_PASSWORD"_s, Secret("pw"))));
    EXPECT_THAT(person.asked(), testing::ElementsAre(Question::NewPassphrase));
    EXPECT_FALSE(person.file().contains(key));
    EXPECT_FALSE(QFile::permissions(person.vault().filePath()) & (QFile::ReadGroup | QFile::ReadOther));
    const auto all = await(person.vault().read());
    ASSERT_TRUE(all);
    EXPECT_EQ(all->value(u"GROQ_API_KEY"_s).reveal(), key);
}

TEST(SecretVault, OpensAgainOnlyWithTheSamePassphrase)
{
    Person person({given("correct horse")});
    ASSERT_TRUE(await(person.vault().set(u"GROQ_API_KEY"_s, Secret(key))));
    Person later(person, {given("wrong"), given("correct horse")});
    const auto all = await(later.vault().read());
    ASSERT_TRUE(all);
    EXPECT_EQ(all->value(u"GROQ_API_KEY"_s).reveal(), key);
    EXPECT_THAT(later.asked(), testing::ElementsAre(Question::Passphrase, Question::WrongPassphrase));
    ASSERT_TRUE(await(later.vault().read()));
    EXPECT_EQ(later.asked().size(), 2) << "asked once a start";
}

TEST(SecretVault, GoesOnWithoutWhatIsNotOpened)
{
    Person person({given("correct horse")});
    ASSERT_TRUE(await(person.vault().set(u"GROQ_API_KEY"_s, Secret(key))));
    const QByteArray before = person.file();
    Person later(person, {Answer()});
    const auto all = await(later.vault().read());
    ASSERT_TRUE(all);
    EXPECT_TRUE(all->isEmpty());
    EXPECT_EQ(later.vault().locked(), QStringList{u"GROQ_API_KEY"_s});
    ASSERT_TRUE(await(later.vault().read()));
    EXPECT_EQ(later.asked().size(), 1) << "it was skipped for this start";
    const auto set = await(later.vault().set(u"SMTP_PASSWORD"_s, Secret("pw")));
    ASSERT_FALSE(set);
    EXPECT_EQ(set.error().code, ErrorCode::Cancelled);
    EXPECT_EQ(later.file(), before) << "nothing is lost by a change that could not be";
}

TEST(SecretVault, StartsOverWhereThePassphraseIsForgotten)
{
    Person person({given("correct horse")});
    ASSERT_TRUE(await(person.vault().set(u"GROQ_API_KEY"_s, Secret(key))));
    Person later(person, {{Answer::Kind::StartOver, {}}, given("a new one")});
    ASSERT_TRUE(await(later.vault().set(u"SMTP_PASSWORD"_s, Secret("pw"))));
    const auto all = await(later.vault().read());
    ASSERT_TRUE(all);
    EXPECT_EQ(all->keys(), QStringList{u"SMTP_PASSWORD"_s});
    EXPECT_THAT(later.asked(), testing::ElementsAre(Question::Passphrase, Question::NewPassphrase));
}

TEST(SecretVault, KnowsADamagedFile)
{
    Person person({given("correct horse")});
    ASSERT_TRUE(await(person.vault().set(u"GROQ_API_KEY"_s, Secret(key))));
    const QByteArray whole = person.file();
    const auto rewrite = [&](const QByteArray &bytes) {
        QFile file(person.vault().filePath());
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    };
    rewrite(whole.left(whole.size() / 2));
    Person first(person, {Answer()});
    ASSERT_TRUE(await(first.vault().read())) << "the server starts all the same";
    EXPECT_THAT(first.asked(), testing::ElementsAre(Question::Damaged));

    // A name changed in clear text breaks the seal.
    rewrite(QByteArray(whole).replace("GROQ_API_KEY", "SMTP_SERVERX"));
    Person second(person, {given("correct horse")});
    ASSERT_TRUE(await(second.vault().read()));
    EXPECT_THAT(second.asked(), testing::ElementsAre(Question::Passphrase, Question::WrongPassphrase));
}

TEST(SecretVault, SealsWhatAnEarlierVersionDidNot)
{
    Person person({given("correct horse")});
    QFile plain(person.folder() + u"/desktop.secrets"_s);
    ASSERT_TRUE(plain.open(QIODevice::WriteOnly));
    plain.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    plain.write("{\"GROQ_API_KEY\":\"" + key + "\"}");
    plain.close();
    EXPECT_TRUE(person.vault().hasPlainFile());
    EXPECT_EQ(await(person.vault().read())->value(u"GROQ_API_KEY"_s).reveal(), key);
    ASSERT_TRUE(await(person.vault().set(u"SMTP_PASSWORD"_s, Secret("pw"))));
    EXPECT_FALSE(person.vault().hasPlainFile());
    EXPECT_EQ(await(person.vault().read())->size(), 2);
}

TEST(SecretVault, KeepsNothingWithoutAPassphrase)
{
    Person person;
    const auto set = await(person.vault().set(u"GROQ_API_KEY"_s, Secret(key)));
    ASSERT_FALSE(set);
    EXPECT_EQ(set.error().code, ErrorCode::Cancelled);
    EXPECT_TRUE(QDir(person.folder()).entryList(QDir::Files).isEmpty());
}

TEST(PassphraseWindow, AsksForANewOneTwice)
{
    PassphraseWindow window(Question::NewPassphrase);
    QSignalSpy answered(&window, &PassphraseWindow::answered);
    window.show();
    const auto edits = window.findChildren<QLineEdit *>();
    ASSERT_EQ(edits.size(), 2);
    QTest::keyClicks(edits[0], u"short"_s);
    QTest::keyClick(edits[0], Qt::Key_Return);
    EXPECT_TRUE(answered.isEmpty());
    QTest::keyClicks(edits[0], u" but longer"_s);
    QTest::keyClicks(edits[1], u"short but other"_s);
    QTest::keyClick(edits[1], Qt::Key_Return);
    EXPECT_TRUE(answered.isEmpty());
    edits[1]->clear();
    QTest::keyClicks(edits[1], u"short but longer"_s);
    QTest::keyClick(edits[1], Qt::Key_Return);
    ASSERT_EQ(answered.size(), 1);
    EXPECT_EQ(answered.first().first().value<Answer>().passphrase.reveal(), "short but longer");
    const QString folder = artifactsFolder();
    EXPECT_TRUE(window.grab().save(folder + u"/passphrase-new.png"_s));
}

TEST(PassphraseWindow, CanBeLeftAlone)
{
    PassphraseWindow window(Question::Passphrase);
    QSignalSpy answered(&window, &PassphraseWindow::answered);
    window.show();
    EXPECT_TRUE(window.grab().save(artifactsFolder() + u"/passphrase-open.png"_s));
    QTest::keyClick(&window, Qt::Key_Escape);
    ASSERT_EQ(answered.size(), 1);
    EXPECT_EQ(answered.first().first().value<Answer>().kind, Answer::Kind::Skipped);
}

TEST(PassphraseWindow, StartsOverOnlyWhenAskedTwice)
{
    PassphraseWindow window(Question::WrongPassphrase);
    QSignalSpy answered(&window, &PassphraseWindow::answered);
    window.show();
    for (auto *button : window.findChildren<QPushButton *>()) {
        if (button->accessibleName() != u"Forgotten…"_s)
            continue;
        button->click();
        EXPECT_TRUE(answered.isEmpty());
        button->click();
    }
    ASSERT_EQ(answered.size(), 1);
    EXPECT_EQ(answered.first().first().value<Answer>().kind, Answer::Kind::StartOver);
}
