// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/core/llm/scriptedtools.h"

#include <gmock/gmock.h>

using namespace ChatCal;
using namespace Qt::StringLiterals;

namespace {

/// The same talks in each language. Now is Wednesday, March 4, 2026, 09:00 in New York.
struct Speech
{
    const char *name;
    QString hello;
    QString everything; ///< Ada Lovelace, ada@example.com, March 10 at 14:00 for 30 minutes
    QString wish; ///< for some meeting
    QString moment; ///< March 10 at 14:00
    QString length; ///< 30 minutes
    QString name_; ///< Ada
    QString whenFree; ///< next week
    QString second; ///< of what was offered
    QString rather; ///< no, at 15:00
    QString move; ///< the meeting to Friday at 10
    QString later; ///< by an hour
    QString cancel; ///< it
    QString isFree; ///< Friday at 10?
    QString howAreYou;
    QString weather;
    QString thanks;
    QString call; ///< tomorrow at 11
    QString forget; ///< what is being put together
    QString hostToday;
    QString hostFree; ///< Friday at 15:00?
    QString hostLunch; ///< with Kim, tomorrow at noon for an hour
    QString hostMove; ///< the lunch to Friday at 12
    QString hostCancel; ///< the lunch
    QString march9; ///< as the assistant writes it
    QString march10;
    QString thursday;
    QString booked; ///< a word of the answer to it
};

const Speech german{
    "German",
    u"Guten Tag"_s,
    u"Guten Tag, ich bin Ada Lovelace (ada@example.com) und möchte am Dienstag, den 10. März um 14 Uhr einen Termin "
    u"für "
    u"30 Minuten buchen."_s,
    u"Ich hätte gern einen Termin"_s,
    u"am 10. März um 14 Uhr"_s,
    u"eine halbe Stunde"_s,
    u"Ich heiße Ada"_s,
    u"Wann haben Sie nächste Woche Zeit?"_s,
    u"Der zweite passt mir"_s,
    u"Nein, lieber um 15 Uhr"_s,
    u"Können Sie meinen Termin bitte auf Freitag um 10 verschieben?"_s,
    u"Verschieben Sie ihn bitte um eine Stunde nach hinten"_s,
    u"Bitte sagen Sie den Termin ab."_s,
    u"Haben Sie am Freitag um 10 Uhr Zeit?"_s,
    u"Wie geht es Ihnen?"_s,
    u"Wie wird das Wetter?"_s,
    u"Vielen Dank!"_s,
    u"Ein Telefonat morgen um 11 Uhr"_s,
    u"Vergessen Sie es"_s,
    u"Was steht morgen an?"_s,
    u"Bin ich am Freitag um 15 Uhr frei?"_s,
    u"Mittagessen mit Kim morgen um 12 Uhr für eine Stunde"_s,
    u"Verschieb das Mittagessen auf Freitag um 12 Uhr"_s,
    u"Sag das Mittagessen mit Kim ab"_s,
    u"9. März"_s,
    u"10. März"_s,
    u"Donnerstag, 5. März"_s,
    u"Terminnummer"_s,
};

const Speech french{
    "French",
    u"Bonjour"_s,
    u"Bonjour, je m'appelle Ada Lovelace, ada@example.com, je voudrais un rendez-vous de 30 minutes mardi 10 mars à 14 h."_s,
    u"Je voudrais prendre rendez-vous"_s,
    u"mardi 10 mars à 14 h"_s,
    u"une demi-heure"_s,
    u"Je m'appelle Ada"_s,
    u"Quand êtes-vous libre la semaine prochaine ?"_s,
    u"La deuxième me convient"_s,
    u"Non, plutôt à 15 h"_s,
    u"Pouvez-vous déplacer mon rendez-vous à vendredi 10 h ?"_s,
    u"Pouvez-vous le décaler d'une heure plus tard ?"_s,
    u"Annulez mon rendez-vous, s'il vous plaît."_s,
    u"Êtes-vous libre vendredi à 10 h ?"_s,
    u"Comment allez-vous ?"_s,
    u"Quelle est la météo ?"_s,
    u"Merci beaucoup !"_s,
    u"Un appel téléphonique demain à 11 h"_s,
    u"Laissez tomber"_s,
    u"Qu'est-ce que j'ai demain ?"_s,
    u"Suis-je libre vendredi à 15 h ?"_s,
    u"Déjeuner avec Kim demain à midi pendant une heure"_s,
    u"Déplace le déjeuner à vendredi 12 h"_s,
    u"Annule le déjeuner avec Kim"_s,
    u"9 mars"_s,
    u"10 mars"_s,
    u"Jeudi 5 mars"_s,
    u"numéro"_s,
};

const Speech spanish{
    "Spanish",
    u"Buenos días"_s,
    u"Hola, me llamo Ada Lovelace, ada@example.com, quiero reservar una cita de 30 minutos el martes 10 de marzo a las "
    u"14:00."_s,
    u"Quisiera una cita"_s,
    u"el 10 de marzo a las 14:00"_s,
    u"media hora"_s,
    u"Me llamo Ada"_s,
    u"¿Cuándo está libre la próxima semana?"_s,
    u"La segunda me va bien"_s,
    u"No, mejor a las 15:00"_s,
    u"¿Puede mover mi cita al viernes a las 10?"_s,
    u"¿Puede pasarla a una hora más tarde?"_s,
    u"Cancele mi cita, por favor."_s,
    u"¿Está libre el viernes a las 10?"_s,
    u"¿Cómo está usted?"_s,
    u"¿Qué tiempo hace?"_s,
    u"¡Muchas gracias!"_s,
    u"Una llamada mañana a las 11"_s,
    u"Olvídelo"_s,
    u"¿Qué tengo mañana?"_s,
    u"¿Estoy libre el viernes a las 15:00?"_s,
    u"Comida con Kim mañana a las 12:00 durante una hora"_s,
    u"Mueve la comida al viernes a las 12:00"_s,
    u"Cancela la comida con Kim"_s,
    u"9 de marzo"_s,
    u"10 de marzo"_s,
    u"Jueves, 5 de marzo"_s,
    u"número"_s,
};

testing::AssertionResult has(const QString &text, const QString &part)
{
    if (text.contains(part, Qt::CaseInsensitive))
        return testing::AssertionSuccess();
    return testing::AssertionFailure() << "\"" << qPrintable(text) << "\" has no \"" << qPrintable(part) << "\"";
}

/// No word of @p text is one that only an English answer has.
testing::AssertionResult isNotEnglish(const QString &text)
{
    for (const QString &word : {u" the "_s, u" is "_s, u"March"_s, u"day,"_s, u" PM"_s, u" you"_s, u"minutes and"_s}) {
        if (text.contains(word))
            return testing::AssertionFailure() << "English: \"" << qPrintable(text) << "\"";
    }
    return testing::AssertionSuccess();
}

QStringList ids(std::initializer_list<const char *> list)
{
    QStringList result;
    for (const char *id : list)
        result << QString::fromLatin1(id);
    return result;
}

class LanguageTalk : public testing::TestWithParam<const Speech *>
{
protected:
    const Speech &speech = *GetParam();

    void book(Talk &talk)
    {
        talk.say(speech.everything);
        ASSERT_EQ(talk.ids(), ids({"0310-1400-30m"}));
    }
};

} // namespace

TEST_P(LanguageTalk, BooksFromOneMessage)
{
    Talk talk;
    const QString answer = talk.say(speech.everything);
    ASSERT_EQ(talk.ids(), ids({"0310-1400-30m"})) << qPrintable(answer);
    EXPECT_EQ(talk.booked().at(0).name, u"Ada Lovelace"_s);
    EXPECT_EQ(talk.booked().at(0).email, u"ada@example.com"_s);
    EXPECT_TRUE(has(answer, speech.march10));
    EXPECT_TRUE(has(answer, speech.booked));
    EXPECT_TRUE(isNotEnglish(answer));
}

TEST_P(LanguageTalk, BooksOverSeveralTurns)
{
    Talk talk;
    EXPECT_TRUE(has(talk.say(speech.hello), u"Grace Hopper"_s));
    EXPECT_TRUE(isNotEnglish(talk.say(speech.wish)));
    EXPECT_TRUE(talk.ids().isEmpty());
    EXPECT_TRUE(has(talk.say(speech.moment), speech.march10));
    EXPECT_TRUE(isNotEnglish(talk.say(speech.length)));
    EXPECT_TRUE(isNotEnglish(talk.say(speech.name_)));
    const QString answer = talk.say(u"ada@example.com"_s); // tells no language, and so keeps it
    EXPECT_EQ(talk.ids(), ids({"0310-1400-30m"})) << qPrintable(answer);
    EXPECT_EQ(talk.booked().value(0).name, u"Ada"_s);
    EXPECT_TRUE(has(answer, speech.booked));
}

TEST_P(LanguageTalk, ListsFreeTimesAndTakesThePick)
{
    Talk talk;
    const QString list = talk.say(speech.whenFree);
    EXPECT_EQ(talk.calls().at(0).arguments.value("when"_L1).toString(), u"between 2026-03-09 and 2026-03-15"_s);
    EXPECT_TRUE(has(list, speech.march9));
    EXPECT_TRUE(isNotEnglish(list));
    talk.say(speech.second);
    talk.say(speech.length);
    talk.say(u"Ada, ada@example.com"_s);
    EXPECT_EQ(talk.ids(), ids({"0309-0930-30m"}));
}

TEST_P(LanguageTalk, TakesATappedSuggestion)
{
    Talk talk;
    talk.say(speech.hello);
    ASSERT_FALSE(talk.suggestions().isEmpty());
    talk.say(talk.suggestions().constFirst()); // "when are you free?"
    ASSERT_EQ(talk.calls().value(0).name, u"check_availability"_s);
    ASSERT_GE(talk.suggestions().size(), 2);
    talk.say(talk.suggestions().at(1)); // the second time
    ASSERT_GE(talk.suggestions().size(), 2);
    talk.say(talk.suggestions().at(1)); // 30 minutes
    talk.say(u"Ada, ada@example.com"_s);
    EXPECT_EQ(talk.ids(), ids({"0304-0930-30m"}));
}

TEST_P(LanguageTalk, CorrectsBeforeAndAfterBooking)
{
    Talk talk;
    talk.say(speech.wish);
    talk.say(speech.moment);
    talk.say(speech.rather);
    talk.say(speech.length);
    talk.say(u"Ada, ada@example.com"_s);
    EXPECT_EQ(talk.ids(), ids({"0310-1500-30m"}));
    talk.say(speech.move);
    EXPECT_EQ(talk.ids(), ids({"0306-1000-30m"}));
}

TEST_P(LanguageTalk, MovesWhatIsBooked)
{
    Talk talk;
    book(talk);
    EXPECT_TRUE(isNotEnglish(talk.say(speech.move)));
    EXPECT_EQ(talk.ids(), ids({"0306-1000-30m"}));
    talk.say(speech.later);
    EXPECT_EQ(talk.ids(), ids({"0306-1100-30m"}));
}

TEST_P(LanguageTalk, CancelsWhatIsBooked)
{
    Talk talk;
    book(talk);
    const QString answer = talk.say(speech.cancel);
    EXPECT_TRUE(talk.ids().isEmpty());
    EXPECT_TRUE(has(answer, speech.march10));
    EXPECT_TRUE(isNotEnglish(answer));
    EXPECT_TRUE(isNotEnglish(talk.say(speech.thanks)));
}

TEST_P(LanguageTalk, TellsWhetherATimeIsFree)
{
    Talk talk;
    talk.say(speech.isFree);
    EXPECT_EQ(talk.calls().value(0).arguments.value("when"_L1).toString(), u"2026-03-06T10:00"_s);
    EXPECT_TRUE(isNotEnglish(talk.say(speech.forget)));
    EXPECT_TRUE(talk.ids().isEmpty());
}

TEST_P(LanguageTalk, KeepsWhatIsOpenThroughSmallTalk)
{
    Talk talk;
    talk.say(speech.wish);
    talk.say(speech.moment);
    EXPECT_TRUE(isNotEnglish(talk.say(speech.howAreYou)));
    EXPECT_TRUE(isNotEnglish(talk.say(speech.weather)));
    EXPECT_TRUE(talk.calls().isEmpty());
    talk.say(speech.length);
    talk.say(u"Ada, ada@example.com"_s);
    EXPECT_EQ(talk.ids(), ids({"0310-1400-30m"}));
}

TEST_P(LanguageTalk, AsksForTheNumberToCall)
{
    Talk talk;
    talk.say(speech.call);
    talk.say(u"30"_s);
    talk.say(speech.name_);
    talk.say(u"+49 171 2345678"_s);
    ASSERT_EQ(talk.ids(), ids({"0305-1100-30m"}));
    EXPECT_EQ(talk.booked().at(0).how, u"phone"_s);
}

TEST(LanguageTitles, NamesTheHostsCallInTheLanguageOfTheTalk)
{
    for (const auto &[said, title] :
         {std::pair(u"Book a call with Kim tomorrow at 3 pm for 30 minutes"_s, u"Call with Kim"_s),
          std::pair(u"Anruf mit Kim morgen um 15 Uhr für 30 Minuten"_s, u"Anruf mit Kim"_s),
          std::pair(u"Appel avec Kim demain à 15 h pendant 30 minutes"_s, u"Appel avec Kim"_s),
          std::pair(u"Llamada con Kim mañana a las 15:00 durante 30 minutos"_s, u"Llamada con Kim"_s)}) {
        Talk talk(ModelContext::Role::Host);
        talk.say(said);
        ASSERT_EQ(talk.booked().size(), 1) << qPrintable(said);
        EXPECT_EQ(talk.booked().at(0).title, title);
    }
}

TEST_P(LanguageTalk, ServesTheHost)
{
    Talk talk(ModelContext::Role::Host);
    talk.tools().addMeeting(u"2026-03-05T14:00"_s, 30, u"Budget review"_s);
    const QString agenda = talk.say(speech.hostToday);
    EXPECT_TRUE(has(agenda, speech.thursday));
    EXPECT_TRUE(has(agenda, u"Budget review"_s));
    talk.say(speech.hostFree);
    EXPECT_EQ(talk.calls().value(0).arguments.value("when"_L1).toString(), u"2026-03-06T15:00"_s);
    EXPECT_TRUE(isNotEnglish(talk.say(speech.hostLunch)));
    ASSERT_EQ(talk.ids(), ids({"0305-1400-30m", "0305-1200-60m"}));
    EXPECT_EQ(talk.booked().at(1).attendees, QStringList{u"Kim"_s});
    talk.say(speech.hostMove);
    EXPECT_EQ(talk.ids(), ids({"0305-1400-30m", "0306-1200-60m"}));
    talk.say(speech.hostCancel);
    EXPECT_EQ(talk.ids(), ids({"0305-1400-30m"}));
}

TEST_P(LanguageTalk, FollowsASwitchInMidTalk)
{
    Talk talk;
    EXPECT_TRUE(has(talk.say(u"Hi, I'd like to book a meeting on March 10 at 2 pm"_s), u"March 10"_s));
    const QString answer = talk.say(speech.whenFree);
    EXPECT_TRUE(isNotEnglish(answer));
    EXPECT_TRUE(isNotEnglish(talk.say(u"ok"_s)));
    EXPECT_FALSE(isNotEnglish(talk.say(u"What times are free on the 11th?"_s)));
}

INSTANTIATE_TEST_SUITE_P(Languages, LanguageTalk, testing::Values(&german, &french, &spanish),
                         [](const auto &info) { return std::string(info.param->name); });

namespace {

/// What a guest asks, and where the meeting of March 10 at 14:00 is afterwards; empty: cancelled.
struct Order
{
    const char *name;
    const char *words;
    const char *id;
};

class WordOrder : public testing::TestWithParam<Order>
{
};

} // namespace

/// Verbs stand at the end, in two pieces, in front.
TEST_P(WordOrder, IsRead)
{
    Talk talk;
    talk.say(german.everything);
    const QString answer = talk.say(QString::fromUtf8(GetParam().words));
    const QString left = QString::fromLatin1(GetParam().id);
    EXPECT_EQ(talk.ids(), left.isEmpty() ? QStringList() : QStringList{left}) << qPrintable(answer);
}

INSTANTIATE_TEST_SUITE_P(
    German, WordOrder,
    testing::Values(Order{"VerbAtTheEnd", "Kannst du mein Meeting auf Freitag um 10 verschieben?", "0306-1000-30m"},
                    Order{"VerbInFront", "Verschiebe den Termin bitte auf Freitag um 10", "0306-1000-30m"},
                    Order{"OldAndNew", "Ich möchte den Termin am 10. März auf den 11. März um 9 Uhr verlegen",
                          "0311-0900-30m"},
                    Order{"InTwoPieces", "Sag bitte meinen Termin am 10. März ab", ""},
                    Order{"Impersonal", "Termin absagen", ""},
                    Order{"Infinitive", "Könnten Sie den Termin bitte wieder stornieren?", ""},
                    Order{"Typed", "koennen sie den termin auf freitag um 10 uhr verschieben", "0306-1000-30m"},
                    Order{"Longer", "Verlängern Sie den Termin auf 45 Minuten", "0310-1400-45m"}),
    [](const auto &info) { return std::string(info.param.name); });

namespace {

class UnknownLanguage : public testing::TestWithParam<const char *>
{
};

} // namespace

TEST_P(UnknownLanguage, IsToldWhatIsSpokenHere)
{
    Talk talk;
    talk.say(u"Book a 30 minute call on March 10 at 2pm"_s);
    const QString answer = talk.say(QString::fromUtf8(GetParam()));
    for (const QString &language : {u"English"_s, u"Deutsch"_s, u"français"_s, u"español"_s})
        EXPECT_TRUE(has(answer, language));
    EXPECT_TRUE(talk.calls().isEmpty());
    talk.say(u"I'm Ada, ada@example.com, +1 212 555 0199"_s); // what was open is open still
    EXPECT_EQ(talk.ids(), ids({"0310-1400-30m"}));
}

INSTANTIATE_TEST_SUITE_P(Languages, UnknownLanguage,
                         testing::Values("Buongiorno, vorrei prenotare un appuntamento per domani alle 10",
                                         "Goedemorgen, ik wil graag een afspraak maken voor morgen",
                                         "Dzień dobry, chciałbym umówić spotkanie na jutro",
                                         "Olá, gostaria de marcar uma reunião amanhã",
                                         "Здравствуйте, хочу записаться на встречу завтра", "我想预约明天的会议",
                                         "明日の午後に会議を予約したいです", "أريد حجز موعد غدا",
                                         "Hej, jag vill boka ett möte imorgon",
                                         "Merhaba, yarın için randevu istiyorum"));

TEST(LanguageTalk, TellsWhichLanguagesItSpeaks)
{
    Talk talk;
    talk.say(u"Book a call on March 10 at 2pm"_s);
    EXPECT_TRUE(has(talk.say(u"Do you speak German?"_s), u"Deutsch, fran"_s));
    EXPECT_TRUE(has(talk.say(u"¿Habla español?"_s), u"Hablo español"_s));
    EXPECT_TRUE(has(talk.say(u"Parlez-vous français ?"_s), u"Je parle français"_s));
    EXPECT_TRUE(has(talk.say(u"Sprechen Sie Deutsch?"_s), u"Ich spreche Deutsch"_s));
    EXPECT_TRUE(talk.calls().isEmpty());
}

TEST(LanguageTalk, TakesNoWordForAName)
{
    for (const auto &words :
         {u"Ich bin flexibel"_s, u"Je suis intéressé"_s, u"Soy nuevo"_s, u"Ich bin am Montag da"_s}) {
        Talk talk;
        talk.say(words);
        EXPECT_EQ(talk.tools().contactName, QString()) << qPrintable(words);
    }
    for (const auto &words : {u"Vielleicht"_s, u"Morgen"_s, u"Später"_s, u"Das ist egal"_s}) {
        Talk talk;
        talk.say(u"Bitte einen Termin am Dienstag um 14 Uhr, 30 Minuten"_s); // asks for the name
        talk.say(words);
        EXPECT_EQ(talk.tools().contactName, QString()) << qPrintable(words);
    }
}

TEST(LanguageTalk, TakesTheButtonsOfCardsWithoutASwitch)
{
    Talk talk;
    talk.say(german.whenFree);
    EXPECT_TRUE(has(talk.say(u"Tuesday, March 10, 2026 at 2:00 PM"_s), u"10. März"_s));
    talk.say(u"30 Minuten, Ada, ada@example.com"_s);
    ASSERT_EQ(talk.ids(), ids({"0310-1400-30m"}));
    EXPECT_TRUE(isNotEnglish(talk.say(u"Move meeting 0310-1400-30m"_s)));
    EXPECT_TRUE(has(talk.say(u"Cancel meeting 0310-1400-30m"_s), u"abgesagt"_s));
    EXPECT_TRUE(talk.ids().isEmpty());
}

TEST(LanguageTalk, TakesANumberBehindANameThatBeginsLikeAMonth)
{
    Talk talk;
    talk.say(u"Un appel demain à 11 h pendant 30 minutes"_s);
    talk.say(u"Paul Martin, 06 12 34 56 78"_s);
    ASSERT_EQ(talk.ids(), ids({"0305-1100-30m"}));
    EXPECT_EQ(talk.booked().at(0).phone, u"06 12 34 56 78"_s);
}

TEST(LanguageTalk, TakesNamesAndTitlesOfOtherLanguagesForWhatTheyAre)
{
    Talk talk;
    EXPECT_TRUE(
        has(talk.say(u"Book a meeting called Kaffee und Kuchen on March 10 at 2pm for 30 minutes"_s), u"name"_s));
    EXPECT_TRUE(has(talk.say(u"I'm Jürgen Müller, juergen@example.com"_s), u"March 10"_s));
    EXPECT_EQ(talk.booked().value(0).title, u"Kaffee und Kuchen"_s);
}
