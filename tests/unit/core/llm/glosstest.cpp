// SPDX-License-Identifier: Apache-2.0
#include "core/llm/offline/gloss.h"
#include "core/llm/offline/understanding.h"

#include <gtest/gtest.h>

#include <QRandomGenerator>

#include <span>

using namespace ChatCal;
using namespace ChatCal::Dialogue;
using namespace Qt::StringLiterals;

namespace {

struct Said
{
    Intent intent;
    const char *words;
};

const Said germanOfGuests[]{
    {Intent::Create, "Ich würde gerne am Donnerstag um 11 Uhr mit Ihnen sprechen"},
    {Intent::Create, "Können wir morgen um 9 Uhr telefonieren?"},
    {Intent::Create, "Ich brauche einen Termin, so bald wie möglich"},
    {Intent::Create, "Bitte einen Termin für nächsten Mittwoch, 14 Uhr, 1 Stunde, Thema Vertrag"},
    {Intent::Create, "könnte ich einen termin für freitag bekommen"},
    {Intent::Create, "Ich möchte mich gern mit Ihnen treffen"},
    {Intent::Create, "Lassen Sie uns nächste Woche Dienstag telefonieren"},
    {Intent::Create, "Buchen Sie mir bitte 45 Minuten am 12.3. um 16 Uhr"},
    {Intent::Create, "Videokonferenz am Freitag um 9 Uhr bitte"},
    {Intent::Create, "Ich wollte einen Beratungstermin vereinbaren"},
    {Intent::Create, "Wir müssten uns mal wegen des Angebots unterhalten, geht Montag 13 Uhr?"},
    {Intent::Availability, "Wann passt es Ihnen?"},
    {Intent::Availability, "Wann sind Sie verfügbar?"},
    {Intent::Availability, "Welche Termine sind noch frei?"},
    {Intent::Availability, "Ist am Freitag noch etwas frei?"},
    {Intent::Availability, "Wann wäre der nächste freie Termin?"},
    {Intent::Availability, "Welche Zeiten hätten Sie am Donnerstag?"},
    {Intent::Availability, "Passt Ihnen Dienstag um 10 Uhr?"},
    {Intent::Availability, "Sind Sie am Montag um 14 Uhr noch frei?"},
    {Intent::Availability, "Gibt es nächste Woche noch freie Termine?"},
    {Intent::Availability, "Hast du heute noch Zeit?"},
    {Intent::Update, "Ich muss unseren Termin leider verschieben"},
    {Intent::Update, "Könnten wir den Termin auf Donnerstag 16 Uhr legen?"},
    {Intent::Update, "Geht es auch eine Stunde früher?"},
    {Intent::Update, "Können wir das auf nächste Woche verlegen?"},
    {Intent::Update, "Bitte verlegen Sie meinen Termin von Dienstag auf Mittwoch"},
    {Intent::Update, "Ich würde den Termin gern ändern"},
    {Intent::Update, "Können wir den Termin um 30 Minuten verlängern?"},
    {Intent::Delete, "Ich muss leider absagen"},
    {Intent::Delete, "Bitte stornieren"},
    {Intent::Delete, "Ich kann doch nicht kommen"},
    {Intent::Delete, "Den Termin am Freitag brauche ich nicht mehr"},
    {Intent::Delete, "Löschen Sie bitte meinen Termin"},
    {Intent::Delete, "Können Sie meinen Termin streichen?"},
    {Intent::Query, "Wann ist mein Termin?"},
    {Intent::Query, "Welche Termine habe ich gebucht?"},
    {Intent::Query, "Wann haben wir unser Gespräch?"},
    {Intent::Query, "Habe ich schon einen Termin?"},
    {Intent::Yes, "Ja, das passt"},
    {Intent::Yes, "Einverstanden"},
    {Intent::Yes, "Super, machen wir so"},
    {Intent::Yes, "ja bitte"},
    {Intent::Yes, "Klingt gut"},
    {Intent::No, "Nein, das passt leider nicht"},
    {Intent::No, "Nee, lieber nicht"},
    {Intent::NeverMind, "Ach, lassen Sie es gut sein"},
    {Intent::NeverMind, "Hat sich erledigt"},
    {Intent::Thanks, "Herzlichen Dank für Ihre Hilfe"},
    {Intent::Thanks, "Danke, das war's schon"},
    {Intent::Goodbye, "Schönen Tag noch!"},
    {Intent::Goodbye, "Bis dann"},
    {Intent::Greeting, "Hallo zusammen"},
    {Intent::Greeting, "Guten Morgen"},
    {Intent::Inform, "Mein Name ist Jonas Weber"},
    {Intent::Inform, "Ich heiße Jonas und meine Mail ist jonas@example.com"},
    {Intent::Inform, "am liebsten vormittags"},
    {Intent::Inform, "eine Stunde"},
    {Intent::Inform, "14 Uhr wäre gut"},
    {Intent::Inform, "übermorgen"},
    {Intent::Inform, "der 12. März"},
    {Intent::Inform, "lieber am Nachmittag"},
    {Intent::HostContact, "Wie kann ich Grace erreichen?"},
    {Intent::HostContact, "Unter welcher Nummer erreiche ich Sie?"},
    {Intent::HostHours, "Wann sind Ihre Sprechzeiten?"},
    {Intent::Help, "Wie funktioniert das hier?"},
    {Intent::Identity, "Sind Sie ein Mensch?"},
    {Intent::SmallTalk, "Na, wie geht's?"},
    {Intent::Frustration, "Das ist ja schrecklich"},
    {Intent::OffTopic, "Wie wird das Wetter am Freitag?"},
    {Intent::OffTopic, "Spiel mal Musik"},
};

const Said germanOfHosts[]{
    {Intent::Create, "Trag am Freitag um 15 Uhr Friseur ein"},
    {Intent::Create, "Neuer Termin: Montag 9 Uhr Teambesprechung mit Ada und Bob"},
    {Intent::Create, "Leg für morgen um 8 ein Frühstück mit Paul an"},
    {Intent::Create, "Kannst du am Dienstag von 10 bis 12 einen Workshop eintragen?"},
    {Intent::Create, "Block mir Donnerstagvormittag für konzentriertes Arbeiten"},
    {Intent::Create, "Morgen um 17 Uhr Zahnarzt"},
    {Intent::Create, "Ich habe am Freitag um 9 einen Arzttermin"},
    {Intent::Create, "Plane ein Meeting mit Kim nächste Woche Mittwoch um 11 ein"},
    {Intent::Query, "Was habe ich heute vor?"},
    {Intent::Query, "Was steht diese Woche an?"},
    {Intent::Query, "Zeig mir meine Termine für Freitag"},
    {Intent::Query, "Wann treffe ich Kim?"},
    {Intent::Query, "Wie sieht mein Kalender morgen aus?"},
    {Intent::Query, "Habe ich morgen etwas?"},
    {Intent::Query, "Was ist mein nächster Termin?"},
    {Intent::Query, "Wie viele Termine habe ich morgen?"},
    {Intent::Query, "Wo ist das Treffen mit Kim?"},
    {Intent::Availability, "Wann habe ich diese Woche Zeit?"},
    {Intent::Availability, "Bin ich morgen Nachmittag frei?"},
    {Intent::Availability, "Wann bin ich am Donnerstag frei?"},
    {Intent::Update, "Verschieb mein Meeting mit Kim auf 16 Uhr"},
    {Intent::Update, "Schieb den Zahnarzt auf nächsten Montag"},
    {Intent::Update, "Kannst du das Teammeeting um eine halbe Stunde nach hinten schieben?"},
    {Intent::Update, "Leg den Termin mit Ada auf Freitag"},
    {Intent::Update, "Benenn den Termin in Strategie um"},
    {Intent::Delete, "Sag alle Termine am Freitag ab"},
    {Intent::Delete, "Lösch den Zahnarzt"},
    {Intent::Delete, "Streich das Mittagessen mit Paul"},
    {Intent::Delete, "Kannst du mein Treffen mit Kim absagen?"},
};

const Said frenchOfGuests[]{
    {Intent::Create, "J'aimerais vous parler jeudi à 11 h"},
    {Intent::Create, "On peut s'appeler demain à 9 h ?"},
    {Intent::Create, "J'ai besoin d'un rendez-vous dès que possible"},
    {Intent::Create, "Je souhaite fixer un entretien mercredi prochain à 14 h, une heure, au sujet du contrat"},
    {Intent::Create, "est-ce que je peux prendre rdv vendredi"},
    {Intent::Create, "Je voudrais vous rencontrer"},
    {Intent::Create, "Réservez-moi 45 minutes le 12 mars à 16 h s'il vous plaît"},
    {Intent::Create, "Une visio vendredi à 9 h, s'il vous plaît"},
    {Intent::Create, "Pourrions-nous nous voir mardi ?"},
    {Intent::Availability, "Quand seriez-vous disponible ?"},
    {Intent::Availability, "Quels créneaux sont libres ?"},
    {Intent::Availability, "Y a-t-il quelque chose de libre vendredi ?"},
    {Intent::Availability, "Quel est le prochain créneau disponible ?"},
    {Intent::Availability, "Avez-vous des disponibilités jeudi ?"},
    {Intent::Availability, "Est-ce que mardi à 10 h vous convient ?"},
    {Intent::Availability, "Vous êtes dispo lundi à 14 h ?"},
    {Intent::Availability, "Avez-vous de la place la semaine prochaine ?"},
    {Intent::Update, "Je dois décaler notre rendez-vous"},
    {Intent::Update, "Pourrait-on le mettre jeudi à 16 h ?"},
    {Intent::Update, "Est-il possible de le faire une heure plus tôt ?"},
    {Intent::Update, "Peut-on reporter à la semaine prochaine ?"},
    {Intent::Update, "Déplacez mon rendez-vous de mardi à mercredi"},
    {Intent::Update, "Je voudrais modifier mon rendez-vous"},
    {Intent::Update, "Peut-on prolonger la réunion de 30 minutes ?"},
    {Intent::Delete, "Je dois annuler"},
    {Intent::Delete, "Je ne pourrai pas venir"},
    {Intent::Delete, "Annulez-le s'il vous plaît"},
    {Intent::Delete, "Pouvez-vous supprimer mon rendez-vous ?"},
    {Intent::Query, "C'est quand mon rendez-vous ?"},
    {Intent::Query, "Quand est mon rendez-vous ?"},
    {Intent::Query, "Quels rendez-vous ai-je réservés ?"},
    {Intent::Yes, "Oui, ça me va"},
    {Intent::Yes, "D'accord"},
    {Intent::Yes, "Très bien, allons-y"},
    {Intent::Yes, "oui s'il vous plaît"},
    {Intent::No, "Non, ça ne me convient pas"},
    {Intent::No, "Non, pas vraiment"},
    {Intent::NeverMind, "Laissez, ce n'est pas grave"},
    {Intent::NeverMind, "Oubliez ça"},
    {Intent::Thanks, "Merci pour votre aide"},
    {Intent::Thanks, "Merci, c'est tout"},
    {Intent::Goodbye, "Bonne journée !"},
    {Intent::Goodbye, "À bientôt"},
    {Intent::Greeting, "Bonjour à tous"},
    {Intent::Greeting, "Salut"},
    {Intent::Inform, "Mon nom est Jonas Weber"},
    {Intent::Inform, "Je m'appelle Jonas et mon mail est jonas@example.com"},
    {Intent::Inform, "plutôt le matin"},
    {Intent::Inform, "une heure"},
    {Intent::Inform, "14 h serait bien"},
    {Intent::Inform, "après-demain"},
    {Intent::Inform, "le 12 mars"},
    {Intent::HostContact, "Comment puis-je joindre Grace ?"},
    {Intent::HostContact, "Quel est votre numéro ?"},
    {Intent::HostHours, "Quels sont vos horaires ?"},
    {Intent::Help, "Comment ça marche ?"},
    {Intent::Identity, "Êtes-vous un robot ?"},
    {Intent::SmallTalk, "Ça va ?"},
    {Intent::Frustration, "C'est vraiment nul"},
    {Intent::OffTopic, "Quelle est la météo vendredi ?"},
    {Intent::OffTopic, "Mets de la musique"},
};

const Said frenchOfHosts[]{
    {Intent::Create, "Ajoute coiffeur vendredi à 15 h"},
    {Intent::Create, "Nouvelle réunion : lundi 9 h avec Ada et Bob"},
    {Intent::Create, "Mets un petit-déjeuner avec Paul demain à 8 h"},
    {Intent::Create, "Peux-tu noter un atelier mardi de 10 h à 12 h ?"},
    {Intent::Create, "Bloque jeudi matin"},
    {Intent::Create, "Demain à 17 h dentiste"},
    {Intent::Create, "J'ai un rendez-vous chez le médecin vendredi à 9 h"},
    {Intent::Query, "Qu'est-ce qui est prévu aujourd'hui ?"},
    {Intent::Query, "Qu'est-ce que j'ai cette semaine ?"},
    {Intent::Query, "Montre-moi mes rendez-vous de vendredi"},
    {Intent::Query, "Quand est-ce que je vois Kim ?"},
    {Intent::Query, "Qu'y a-t-il dans mon agenda demain ?"},
    {Intent::Query, "Est-ce que j'ai quelque chose demain ?"},
    {Intent::Query, "Quel est mon prochain rendez-vous ?"},
    {Intent::Query, "Combien de réunions ai-je demain ?"},
    {Intent::Availability, "Quand suis-je libre cette semaine ?"},
    {Intent::Availability, "Est-ce que je suis libre demain après-midi ?"},
    {Intent::Update, "Déplace ma réunion avec Kim à 16 h"},
    {Intent::Update, "Repousse le dentiste à lundi prochain"},
    {Intent::Update, "Peux-tu décaler la réunion d'une demi-heure plus tard ?"},
    {Intent::Delete, "Annule tous les rendez-vous de vendredi"},
    {Intent::Delete, "Supprime le dentiste"},
    {Intent::Delete, "Peux-tu annuler mon rendez-vous avec Kim ?"},
};

const Said spanishOfGuests[]{
    {Intent::Create, "Me gustaría hablar con usted el jueves a las 11"},
    {Intent::Create, "¿Podemos llamarnos mañana a las 9?"},
    {Intent::Create, "Necesito una cita lo antes posible"},
    {Intent::Create, "Quiero concertar una reunión el próximo miércoles a las 14:00, una hora, sobre el contrato"},
    {Intent::Create, "puedo pedir cita para el viernes"},
    {Intent::Create, "Quisiera reunirme con usted"},
    {Intent::Create, "Resérveme 45 minutos el 12 de marzo a las 16:00, por favor"},
    {Intent::Create, "Una videollamada el viernes a las 9, por favor"},
    {Intent::Create, "¿Podríamos vernos el martes?"},
    {Intent::Availability, "¿Cuándo estaría disponible?"},
    {Intent::Availability, "¿Qué horas están libres?"},
    {Intent::Availability, "¿Hay algo libre el viernes?"},
    {Intent::Availability, "¿Cuál es la próxima cita disponible?"},
    {Intent::Availability, "¿Tiene huecos el jueves?"},
    {Intent::Availability, "¿Le viene bien el martes a las 10?"},
    {Intent::Availability, "¿Está disponible el lunes a las 14:00?"},
    {Intent::Availability, "¿Qué disponibilidad tiene la semana que viene?"},
    {Intent::Update, "Tengo que cambiar nuestra cita"},
    {Intent::Update, "¿Podríamos ponerla el jueves a las 16:00?"},
    {Intent::Update, "¿Puede ser una hora antes?"},
    {Intent::Update, "¿Podemos aplazarla a la semana que viene?"},
    {Intent::Update, "Pase mi cita del martes al miércoles"},
    {Intent::Update, "Quisiera modificar mi cita"},
    {Intent::Update, "¿Podemos alargar la reunión 30 minutos?"},
    {Intent::Delete, "Tengo que cancelar"},
    {Intent::Delete, "No voy a poder ir"},
    {Intent::Delete, "Cancélela, por favor"},
    {Intent::Delete, "¿Puede anular mi cita?"},
    {Intent::Query, "¿Cuándo es mi cita?"},
    {Intent::Query, "¿Qué citas tengo reservadas?"},
    {Intent::Query, "¿A qué hora es mi reunión?"},
    {Intent::Yes, "Sí, me viene bien"},
    {Intent::Yes, "De acuerdo"},
    {Intent::Yes, "Vale, así"},
    {Intent::Yes, "sí por favor"},
    {Intent::No, "No, no me viene bien"},
    {Intent::No, "Mejor no"},
    {Intent::NeverMind, "Déjelo, no importa"},
    {Intent::NeverMind, "Olvídelo"},
    {Intent::Thanks, "Gracias por su ayuda"},
    {Intent::Thanks, "Gracias, eso es todo"},
    {Intent::Goodbye, "¡Que tenga un buen día!"},
    {Intent::Goodbye, "Hasta luego"},
    {Intent::Greeting, "Hola a todos"},
    {Intent::Greeting, "Buenas tardes"},
    {Intent::Inform, "Mi nombre es Jonas Weber"},
    {Intent::Inform, "Me llamo Jonas y mi correo es jonas@example.com"},
    {Intent::Inform, "mejor por la mañana"},
    {Intent::Inform, "una hora"},
    {Intent::Inform, "pasado mañana"},
    {Intent::Inform, "el 12 de marzo"},
    {Intent::HostContact, "¿Cómo puedo contactar con Grace?"},
    {Intent::HostContact, "¿Cuál es su número?"},
    {Intent::HostHours, "¿Cuál es su horario?"},
    {Intent::Help, "¿Cómo funciona esto?"},
    {Intent::Identity, "¿Es usted un robot?"},
    {Intent::SmallTalk, "¿Qué tal?"},
    {Intent::Frustration, "Esto es horrible"},
    {Intent::OffTopic, "¿Qué tiempo hace el viernes?"},
    {Intent::OffTopic, "Pon música"},
};

const Said spanishOfHosts[]{
    {Intent::Create, "Apunta peluquería el viernes a las 15:00"},
    {Intent::Create, "Nueva reunión: lunes a las 9 con Ada y Bob"},
    {Intent::Create, "Pon un desayuno con Paul mañana a las 8"},
    {Intent::Create, "¿Puedes anotar un taller el martes de 10 a 12?"},
    {Intent::Create, "Bloquea el jueves por la mañana"},
    {Intent::Create, "Mañana a las 17 dentista"},
    {Intent::Create, "Tengo una cita con el médico el viernes a las 9"},
    {Intent::Query, "¿Qué hay hoy en mi agenda?"},
    {Intent::Query, "¿Qué tengo esta semana?"},
    {Intent::Query, "Muéstrame mis citas del viernes"},
    {Intent::Query, "¿Cuándo veo a Kim?"},
    {Intent::Query, "¿Tengo algo mañana?"},
    {Intent::Query, "¿Cuál es mi próxima cita?"},
    {Intent::Query, "¿Cuántas reuniones tengo mañana?"},
    {Intent::Availability, "¿Cuándo estoy libre esta semana?"},
    {Intent::Availability, "¿Estoy libre mañana por la tarde?"},
    {Intent::Update, "Mueve mi reunión con Kim a las 16:00"},
    {Intent::Update, "Pasa el dentista al próximo lunes"},
    {Intent::Update, "¿Puedes retrasar la reunión media hora?"},
    {Intent::Delete, "Cancela todas las citas del viernes"},
    {Intent::Delete, "Elimina el dentista"},
    {Intent::Delete, "¿Puedes cancelar mi cita con Kim?"},
};

/// Each of @p list is read for what it is, in the language it is written in, with nothing said before.
void expectRead(std::span<const Said> list, Language language, bool host)
{
    const Reader reader;
    const ReadContext context{LocalTime(date::local_days(date::year(2026) / 3 / 4)) + std::chrono::hours(9),
                              Zone(),
                              {},
                              host,
                              u"Grace Hopper"_s};
    for (const Said &said : list) {
        const Understood understood = reader.read(QString::fromUtf8(said.words), context);
        EXPECT_EQ(understood.intent, said.intent) << said.words;
        EXPECT_EQ(understood.language, language) << said.words;
    }
}

QString english(const char *words, Language language)
{
    QStringList lowers;
    for (const Token &token : tokenize(QString::fromUtf8(words), {}, language))
        lowers << token.lower;
    return lowers.join(u' ');
}

} // namespace

TEST(Gloss, ReadsWhatIsSaidInGerman)
{
    expectRead(germanOfGuests, Language::German, false);
    expectRead(germanOfHosts, Language::German, true);
}

TEST(Gloss, ReadsWhatIsSaidInFrench)
{
    expectRead(frenchOfGuests, Language::French, false);
    expectRead(frenchOfHosts, Language::French, true);
}

TEST(Gloss, ReadsWhatIsSaidInSpanish)
{
    expectRead(spanishOfGuests, Language::Spanish, false);
    expectRead(spanishOfHosts, Language::Spanish, true);
}

TEST(Gloss, PutsVerbsWhereEnglishHasThem)
{
    EXPECT_EQ(english("Sag den Termin am Freitag ab", Language::German), u"cancel the meeting on friday"_s);
    EXPECT_EQ(english("den Termin absagen", Language::German), u"cancel the meeting"_s);
    EXPECT_EQ(english("Kannst du den Termin auf Freitag verschieben?", Language::German),
              u"can you move the meeting to friday ?"_s);
    EXPECT_EQ(english("Trag ein Treffen um 8 ein", Language::German), u"add a meeting at 8"_s);
    EXPECT_EQ(english("Ich möchte den Termin am 10. März absagen", Language::German),
              u"i would like to cancel the meeting on 10 . month"_s);
}

/// A day that does not suit is passed over for the one that does.
TEST(Gloss, PassesOverWhatDoesNotSuit)
{
    const Reader reader;
    const LocalDate today = date::local_days(date::year(2026) / 3 / 4);
    const ReadContext context{LocalTime(today) + std::chrono::hours(9), Zone(), {}, false, {}};
    for (const auto &[words, language] : std::initializer_list<std::pair<const char *, Language>>{
             {"Morgen passt nicht, übermorgen schon", Language::German},
             {"Morgen passt mir nicht, aber übermorgen", Language::German},
             {"Ich brauche einen Termin, morgen geht nicht, übermorgen schon", Language::German},
             {"Morgen kann ich nicht, übermorgen schon", Language::German},
             {"Demain ne me convient pas, après-demain oui", Language::French},
             {"Demain je ne peux pas, après-demain oui", Language::French},
             {"Mañana no puedo, pasado mañana sí", Language::Spanish},
             {"Book me in. Tomorrow I can't, but the 6th I can", Language::English},
             {"Mañana no me viene bien, pasado mañana sí", Language::Spanish},
         }) {
        const Understood understood = reader.read(QString::fromUtf8(words), context);
        EXPECT_EQ(understood.language, language) << words;
        ASSERT_TRUE(understood.when.start) << words;
        EXPECT_EQ(date::floor<date::days>(*understood.when.start), today + date::days(2))
            << words << ": " << english(words, language).toStdString();
    }
    const Understood alone = reader.read(u"Am Freitag kann ich nicht"_s, context);
    EXPECT_TRUE(alone.when.start); // it may be the day of the meeting that stands
}

TEST(Gloss, TakesWordsAsTheyAreTyped)
{
    EXPECT_EQ(english("FUER Freitag", Language::German), english("für Freitag", Language::German));
    EXPECT_EQ(english("reunion", Language::French), english("réunion", Language::French));
    EXPECT_EQ(english("¿Dónde es la reunión?", Language::Spanish), english("donde es la reunion?", Language::Spanish));
    EXPECT_EQ(english("j’aimerais", Language::French), english("j'aimerais", Language::French));
    EXPECT_EQ(english("où", Language::French), u"where"_s); // "ou" is "or"
}

TEST(Gloss, KeepsWhatWasWritten)
{
    const QString text = u"Sag die Teambesprechung mit Jürgen ab"_s;
    const Tokens tokens = tokenize(text, {}, Language::German);
    for (const Token &token : tokens)
        EXPECT_EQ(text.mid(token.from, token.to - token.from), token.text) << token.lower.toStdString();
    EXPECT_TRUE(tokens.at(0).isTranslated);
    EXPECT_EQ(tokens.at(2).text, u"Teambesprechung"_s);
    EXPECT_FALSE(tokens.at(2).isTranslated);
}

/// Whatever the order of the words: what is cut out was written there.
TEST(Gloss, CutsOnlyWhatWasWritten)
{
    const Reader reader;
    QRandomGenerator random(20260304);
    for (const Language language : {Language::German, Language::French, Language::Spanish}) {
        QStringList words = Gloss::of(language).words().values();
        words.sort(); // a set has no order of its own
        words << u"Ada"_s << u"Budget"_s << u"10"_s << u"."_s << u","_s << u"14:00"_s << u"\"Plan\""_s << u"é’"_s;
        for (int round = 0; round < 400; ++round) {
            QStringList said;
            for (int i = random.bounded(1, 12); i > 0; --i)
                said << words.at(random.bounded(words.size()));
            const QString text = said.join(u' ');
            ReadContext context{LocalTime(date::local_days(date::year(2026) / 3 / 4)), Zone(), {}, round % 2 == 0, {}};
            context.language = language;
            context.expects.name = round % 3 == 0;
            const Understood understood = reader.read(text, context);
            for (const QString &part : understood.attendees + QStringList{understood.title, understood.location})
                ASSERT_TRUE(text.contains(part, Qt::CaseInsensitive))
                    << part.toStdString() << " in " << text.toStdString();
        }
    }
}

TEST(Gloss, LeavesEnglishAlone)
{
    EXPECT_EQ(english("die Hard at noon", Language::English), u"die hard at noon"_s);
    const Tokens tokens = tokenize(u"I'm free"_s);
    EXPECT_EQ(tokens.size(), 3);
    EXPECT_FALSE(tokens.at(0).isTranslated);
}
