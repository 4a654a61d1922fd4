// SPDX-License-Identifier: Apache-2.0
#include "core/engine/accounts.h"
#include "tests/support/await.h"
#include "tests/support/memorystore.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

const SystemClock systemClock;

class AccountsTest : public testing::Test
{
protected:
    std::unique_ptr<Accounts> open(const Secret &ownerToken = {})
    {
        return orDie(Accounts::open(m_store, m_folder.path(), ownerToken), "opening the accounts");
    }

    QTemporaryDir m_folder;
    MemoryStore m_store{systemClock};
};

} // namespace

TEST_F(AccountsTest, MakeTheOwnersTokenOnceAndKeepItPrivate)
{
    const auto first = open();
    const auto second = open();
    EXPECT_EQ(first->ownerToken().reveal(), second->ownerToken().reveal());
    EXPECT_EQ(first->ownerToken().reveal().size(), 43);
    const QFileInfo file(m_folder.filePath(u"owner.token"_s));
    EXPECT_EQ(file.permissions() & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
              QFile::Permissions());
    EXPECT_EQ(QDir(m_folder.path()).entryList(QDir::Files), QStringList{u"owner.token"_s}) << "no draft is left";
    const auto owner = await(first->find(first->ownerToken().reveal()));
    ASSERT_TRUE(owner && owner->has_value());
    EXPECT_TRUE((*owner)->isAdmin);
}

TEST_F(AccountsTest, RefuseATokenFileThatHoldsNone)
{
    QFile file(m_folder.filePath(u"owner.token"_s));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("\n");
    file.close();
    const auto refused = Accounts::open(m_store, m_folder.path(), {});
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error().detail.contains(u"owner.token"_s));
}

TEST_F(AccountsTest, TakeTheTokenOfTheSettingAndWriteNone)
{
    const auto accounts = open(Secret("a-token-of-the-host"));
    EXPECT_FALSE(QFile::exists(m_folder.filePath(u"owner.token"_s)));
    EXPECT_TRUE(await(accounts->find("a-token-of-the-host"))->has_value());
    for (const QByteArray wrong : {"", "a-token-of-the-hos", "a-token-of-the-host ", "A-token-of-the-host"})
        EXPECT_FALSE(await(accounts->find(wrong))->has_value()) << wrong.toStdString();
}

TEST_F(AccountsTest, GiveTeammatesTokensThatCanBeTakenBack)
{
    const auto accounts = open(Secret("a-token-of-the-host"));
    const auto token = await(accounts->add(u"Alan"_s));
    ASSERT_TRUE(token);
    const auto alan = await(accounts->find(token->reveal()));
    ASSERT_TRUE(alan && alan->has_value());
    EXPECT_EQ((*alan)->name, u"Alan"_s);
    EXPECT_FALSE((*alan)->isAdmin);
    EXPECT_EQ(await(accounts->names()), (QStringList{u"owner"_s, u"Alan"_s}));
    EXPECT_EQ(await(accounts->add(u" Alan "_s)).error().code, ErrorCode::Conflict);
    ASSERT_TRUE(await(accounts->remove(u"Alan"_s)));
    EXPECT_FALSE(await(accounts->find(token->reveal()))->has_value());
    EXPECT_EQ(await(accounts->remove(u"Alan"_s)).error().code, ErrorCode::NotFound);
    EXPECT_TRUE(await(accounts->add(u"Alan"_s))) << "the name is free again";
}

TEST_F(AccountsTest, KeepNoTokenInClear)
{
    const auto accounts = open(Secret("a-token-of-the-host"));
    const auto token = await(accounts->add(u"Alan"_s));
    ASSERT_TRUE(token);
    const QStringList keys = m_store.keys(u"accounts"_s);
    EXPECT_FALSE(keys.isEmpty());
    for (const QString &key : keys) {
        EXPECT_FALSE(key.contains(QString::fromLatin1(token->reveal())));
        const auto document = await(m_store.get(u"accounts"_s, key));
        ASSERT_TRUE(document && document->has_value());
        EXPECT_FALSE((*document)->body.contains(token->reveal()));
    }
}

TEST_F(AccountsTest, CannotTellWhileTheStoreIsGone)
{
    const auto accounts = open(Secret("a-token-of-the-host"));
    m_store.failAll(ErrorCode::Unavailable);
    EXPECT_EQ(await(accounts->find("some-other-token")).error().code, ErrorCode::Unavailable);
    EXPECT_TRUE(await(accounts->find("a-token-of-the-host"))->has_value()) << "the owner's needs no store";
}

} // namespace ChatCal
