// SPDX-License-Identifier: Apache-2.0
#include "core/calendar/google/googlesignin.h"

#include "core/base/ids.h"
#include "tests/unit/core/calendar/googleworld.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

namespace ChatCal {

namespace {

using Outcome = GoogleSignIn::Outcome;
using State = GoogleGrant::State;

class GoogleSignInTest : public GoogleWorld
{
protected:
    [[nodiscard]] QUrl begin()
    {
        const auto url = await(m_signIn->begin(redirect()));
        EXPECT_TRUE(url.has_value());
        return url.value_or(QUrl());
    }
    [[nodiscard]] Outcome finish(const GoogleSignIn::Return &back)
    {
        const auto outcome = await(m_signIn->finish(back, {}));
        EXPECT_TRUE(outcome.has_value()) << (outcome ? "" : qPrintable(outcome.error().detail));
        return outcome.value_or(Outcome::Stale);
    }
    [[nodiscard]] State state()
    {
        const auto status = await(m_signIn->status());
        EXPECT_TRUE(status.has_value());
        return status ? status->state : State::Unreadable;
    }
    [[nodiscard]] Result<Secret> token(GoogleSignIn &signIn) { return await(signIn.access()->token({})); }
};

} // namespace

TEST_F(GoogleSignInTest, AsksForWhatItNeedsAndNoMore)
{
    const QUrlQuery query(begin());
    const auto value = [&query](const QString &name) { return query.queryItemValue(name, QUrl::FullyDecoded); };
    EXPECT_EQ(value(u"access_type"_s), u"offline"_s);
    EXPECT_EQ(value(u"prompt"_s), u"consent"_s);
    EXPECT_EQ(value(u"code_challenge_method"_s), u"S256"_s);
    EXPECT_EQ(value(u"redirect_uri"_s), redirect());
    EXPECT_EQ(value(u"scope"_s), FakeGoogle::scopes.join(u' '));
    EXPECT_GE(value(u"state"_s).size(), 43); // 256 bits
    EXPECT_FALSE(query.hasQueryItem(u"code_verifier"_s));
    EXPECT_NE(QUrlQuery(begin()).queryItemValue(u"state"_s), query.queryItemValue(u"state"_s));
}

TEST_F(GoogleSignInTest, UsesGooglesOwnAddressesUnlessTold)
{
    const GoogleOAuth oauth({u"id"_s, Secret("secret"), {}}, m_client, m_clock);
    const QUrl url = oauth.consentUrl(redirect(), u"state"_s, Secret("verifier"));
    EXPECT_EQ(url.toString(QUrl::RemoveQuery), u"https://accounts.google.com/o/oauth2/v2/auth"_s);
    EXPECT_THAT(url.toString().toStdString(), Not(HasSubstr("secret")));
}

TEST_F(GoogleSignInTest, SignsInAndOpensTheCalendar)
{
    EXPECT_EQ(state(), State::SignedOut);
    EXPECT_EQ(token(*m_signIn).error().code, ErrorCode::Unauthorized);
    signIn();
    EXPECT_EQ(state(), State::SignedIn);
    EXPECT_TRUE(await(open()->check({})).has_value());
    EXPECT_EQ(m_google.oauth().refreshes(), 0); // the first token is used
}

TEST_F(GoogleSignInTest, TakesAStateOnce)
{
    const auto back = browse(begin());
    EXPECT_EQ(finish(back), Outcome::SignedIn);
    EXPECT_EQ(finish(back), Outcome::Stale);
    EXPECT_EQ(state(), State::SignedIn);
}

TEST_F(GoogleSignInTest, TakesAStateOnceWhenItComesBackTwiceAtOnce)
{
    const auto back = browse(begin());
    auto first = m_signIn->finish(back, {});
    auto second = m_signIn->finish(back, {});
    const auto one = await(std::move(first));
    const auto two = await(std::move(second));
    ASSERT_TRUE(one.has_value() && two.has_value());
    EXPECT_NE(*one, *two);
    EXPECT_TRUE(*one == Outcome::SignedIn || *two == Outcome::SignedIn);
}

TEST_F(GoogleSignInTest, KnowsNoStateItDidNotGiveOut)
{
    auto back = browse(begin());
    for (const QString &wrong : {QString(), u"x"_s, randomToken(), QString(5000, u'x')}) {
        auto forged = back;
        forged.state = wrong;
        EXPECT_EQ(finish(forged), Outcome::Stale);
    }
    EXPECT_EQ(state(), State::SignedOut);
}

TEST_F(GoogleSignInTest, ForgetsAStateAfterTenMinutes)
{
    const auto back = browse(begin());
    m_clock.advance(10min + 1s);
    EXPECT_EQ(finish(back), Outcome::Stale);
    EXPECT_EQ(state(), State::SignedOut);
}

TEST_F(GoogleSignInTest, KeepsNoStateOfAnotherHost)
{
    const auto back = browse(begin());
    auto options = signInOptions();
    options.hostId = u"alan"_s;
    GoogleSignIn alans(options, m_store, m_client, m_clock);
    EXPECT_EQ(*await(alans.finish(back, {})), Outcome::Stale);
    EXPECT_EQ(await(alans.status())->state, State::SignedOut);
}

TEST_F(GoogleSignInTest, FinishesInAnotherProcess)
{
    const auto back = browse(begin());
    const auto otherStore = m_store.another();
    const auto other = signInOn(*otherStore);
    EXPECT_EQ(*await(other->finish(back, {})), Outcome::SignedIn);
    EXPECT_EQ(state(), State::SignedIn);
    EXPECT_TRUE(token(*m_signIn).has_value());
}

TEST_F(GoogleSignInTest, TakesNoForAnAnswer)
{
    m_google.oauth().denyNext();
    const auto back = browse(begin());
    EXPECT_EQ(finish(back), Outcome::Denied);
    EXPECT_EQ(finish(back), Outcome::Stale);
    EXPECT_EQ(state(), State::SignedOut);
}

TEST_F(GoogleSignInTest, GivesBackAGrantWithoutAPermissionItNeeds)
{
    m_google.oauth().grantOnly({FakeGoogle::scopes.first()});
    EXPECT_EQ(finish(browse(begin())), Outcome::TooLittle);
    EXPECT_EQ(state(), State::SignedOut);
}

TEST_F(GoogleSignInTest, ProvesThatItBeganTheFlow)
{
    // A code that a thief brings back to another begin's state: the verifiers differ.
    const auto stolen = browse(begin());
    auto other = browse(begin());
    other.code = stolen.code;
    EXPECT_EQ(finish(other), Outcome::Stale);
    EXPECT_EQ(state(), State::SignedOut);
}

TEST_F(GoogleSignInTest, SaysWhenGoogleDoesNotKnowTheClient)
{
    auto options = signInOptions();
    options.client.secret = Secret("wrong");
    GoogleSignIn wrong(options, m_store, m_client, m_clock);
    const auto outcome = await(wrong.finish(browse(*await(wrong.begin(redirect()))), {}));
    ASSERT_FALSE(outcome.has_value());
    EXPECT_EQ(outcome.error().code, ErrorCode::InvalidInput);
    EXPECT_THAT(outcome.error().detail.toStdString(), HasSubstr("GOOGLE_CLIENT_SECRET"));
    EXPECT_THAT(outcome.error().detail.toStdString(), Not(HasSubstr("wrong")));
}

TEST_F(GoogleSignInTest, KeepsNoTokenInClear)
{
    const QUrl url = begin();
    signIn();
    int documents = 0;
    for (const QString &partition : {u"google:owner"_s, u"google-signin"_s}) {
        for (const QString &key : m_store.keys(partition)) {
            const QByteArray body = await(m_store.get(partition, key))->value().body;
            EXPECT_THAT(body.toStdString(), HasSubstr("enc:v1:"));
            EXPECT_THAT(body.toStdString(), Not(HasSubstr("ya29")));
            EXPECT_THAT(body.toStdString(), Not(HasSubstr("1//")));
            const QString state = QUrlQuery(url).queryItemValue(u"state"_s);
            EXPECT_THAT((key + QString::fromUtf8(body)).toStdString(), Not(HasSubstr(state.toStdString())));
            ++documents;
        }
    }
    EXPECT_EQ(documents, 2); // the grant, and the flow that was only begun
}

TEST_F(GoogleSignInTest, SaysWhenTheKeyIsAnother)
{
    signIn();
    auto options = signInOptions();
    options.masterKey = Secret("another key");
    GoogleSignIn other(options, m_store, m_client, m_clock);
    EXPECT_EQ(await(other.status())->state, State::Unreadable);
    const auto refused = token(other);
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().code, ErrorCode::Unauthorized);
    EXPECT_THAT(refused.error().detail.toStdString(), HasSubstr("SECRET_KEY"));
    // Signing in again is the way out.
    EXPECT_EQ(*await(other.finish(browse(*await(other.begin(redirect()))), {})), Outcome::SignedIn);
    EXPECT_TRUE(token(other).has_value());
}

// Renewing

TEST_F(GoogleSignInTest, RenewsATokenBeforeItRunsOut)
{
    signIn();
    const auto first = token(*m_signIn);
    m_clock.advance(3599s - 61s);
    EXPECT_TRUE(token(*m_signIn)->equals(first->reveal()));
    m_clock.advance(2s);
    const auto second = token(*m_signIn);
    ASSERT_TRUE(second.has_value());
    EXPECT_FALSE(second->equals(first->reveal()));
    EXPECT_EQ(m_google.oauth().refreshes(), 1);
}

TEST_F(GoogleSignInTest, RenewsOnceForAllWhoWait)
{
    signIn();
    m_clock.advance(2h);
    std::vector<QCoro::Task<Result<Secret>>> waiting;
    for (int i = 0; i < 50; ++i)
        waiting.push_back(m_signIn->access()->token({}));
    for (auto &task : waiting)
        EXPECT_TRUE(await(std::move(task)).has_value());
    EXPECT_EQ(m_google.oauth().refreshes(), 1);
}

TEST_F(GoogleSignInTest, RenewsOnceForAllProcesses)
{
    signIn();
    m_clock.advance(2h);
    const auto secondStore = m_store.another();
    const auto thirdStore = m_store.another();
    const auto second = signInOn(*secondStore);
    const auto third = signInOn(*thirdStore);
    std::vector<QCoro::Task<Result<Secret>>> waiting;
    for (GoogleSignIn *process : {m_signIn.get(), second.get(), third.get()})
        waiting.push_back(process->access()->token({}));
    for (auto &task : waiting)
        EXPECT_TRUE(await(std::move(task)).has_value());
    EXPECT_EQ(m_google.oauth().refreshes(), 1);
}

TEST_F(GoogleSignInTest, GoesOnRenewingWhenTheFirstWhoAskedHasLeft)
{
    signIn();
    m_clock.advance(2h);
    std::stop_source stop;
    auto first = m_signIn->access()->token(stop.get_token());
    auto second = m_signIn->access()->token({});
    stop.request_stop();
    EXPECT_TRUE(await(std::move(second)).has_value());
    static_cast<void>(await(std::move(first)));
    EXPECT_EQ(m_google.oauth().refreshes(), 1);
}

TEST_F(GoogleSignInTest, TriesAPassingTroubleAgainAndDoesNotTakeItForTheEnd)
{
    signIn();
    m_clock.advance(2h);
    m_google.oauth().failTokens(503);
    EXPECT_TRUE(token(*m_signIn).has_value());
    m_clock.advance(2h);
    m_google.oauth().failTokens(503, 99);
    EXPECT_EQ(token(*m_signIn).error().code, ErrorCode::Unavailable);
    EXPECT_EQ(state(), State::SignedIn);
    m_google.oauth().failTokens(0, 0);
    EXPECT_TRUE(token(*m_signIn).has_value());
}

TEST_F(GoogleSignInTest, SeesThatTheGrantWasWithdrawnAndSaysSoEverywhere)
{
    signIn();
    m_google.oauth().withdraw();
    m_clock.advance(2h);
    const auto refused = token(*m_signIn);
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().code, ErrorCode::Unauthorized);
    EXPECT_EQ(refused.error().detail, u"Google access was withdrawn; sign in again"_s);
    EXPECT_EQ(state(), State::Withdrawn);
    const auto otherStore = m_store.another();
    EXPECT_EQ(token(*signInOn(*otherStore)).error().detail, refused.error().detail);
    signIn();
    EXPECT_EQ(state(), State::SignedIn);
    EXPECT_TRUE(token(*m_signIn).has_value());
}

TEST_F(GoogleSignInTest, DoesNotTakeAWrongClientSecretForAWithdrawnGrant)
{
    signIn();
    m_clock.advance(2h);
    auto options = signInOptions();
    options.client.secret = Secret("wrong");
    GoogleSignIn wrong(options, m_store, m_client, m_clock);
    EXPECT_EQ(token(wrong).error().code, ErrorCode::Unauthorized);
    EXPECT_EQ(state(), State::SignedIn);
    EXPECT_TRUE(token(*m_signIn).has_value());
}

// Signing out

TEST_F(GoogleSignInTest, SignsOutHereAndAtGoogle)
{
    signIn();
    const auto told = await(m_signIn->signOut({}));
    ASSERT_TRUE(told.has_value());
    EXPECT_TRUE(*told);
    EXPECT_EQ(state(), State::SignedOut);
    EXPECT_EQ(token(*m_signIn).error().code, ErrorCode::Unauthorized);
    EXPECT_THAT(m_store.keys(u"google:owner"_s), IsEmpty());
    EXPECT_TRUE(await(m_signIn->signOut({})).has_value()); // again
}

TEST_F(GoogleSignInTest, ForgetsTheGrantAlsoInOtherProcesses)
{
    signIn();
    const auto otherStore = m_store.another();
    const auto other = signInOn(*otherStore);
    ASSERT_TRUE(token(*other).has_value());
    ASSERT_TRUE(await(m_signIn->signOut({})).has_value());
    EXPECT_TRUE(eventually([&] { return !token(*other).has_value(); }));
}

// Every call of the store fails in turn

TEST_F(GoogleSignInTest, IsSignedInOrNotButNeverHalf)
{
    int failed = 0;
    bool isReached = true;
    for (int nth = 1; isReached; ++nth) {
        ASSERT_LT(nth, 50);
        for (const auto applied : {MemoryStore::Applied::No, MemoryStore::Applied::Yes}) {
            MemoryStore store(m_clock);
            const auto signIn = signInOn(store);
            const auto back = browse(*await(signIn->begin(redirect())));
            const int before = store.calls();
            store.failCall(nth, ErrorCode::Unavailable, applied);
            const auto outcome = await(signIn->finish(back, {}));
            isReached = store.calls() - before >= nth;
            failed += outcome ? 0 : 1;
            const auto looker = store.another();
            const auto status = await(signInOn(*looker)->status());
            ASSERT_TRUE(status.has_value());
            EXPECT_NE(status->state, State::Unreadable);
            const bool isIn = outcome && *outcome == Outcome::SignedIn;
            if (isIn) {
                EXPECT_EQ(status->state, State::SignedIn);
            }
            // The browser loads the page again: a state that was reached for before the store failed is still good.
            const auto again = await(signInOn(*looker)->finish(back, {}));
            ASSERT_TRUE(again.has_value());
            EXPECT_FALSE(isIn && *again == Outcome::SignedIn) << "at call " << nth;
        }
    }
    EXPECT_GE(failed, 6);
}

} // namespace ChatCal
