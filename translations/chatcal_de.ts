<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AgendaCalendars</name>
    <message>
        <source>Local calendar</source>
        <translation>Lokaler Kalender</translation>
    </message>
    <message>
        <source>Google</source>
        <translation>Google</translation>
    </message>
    <message>
        <source>CalDAV</source>
        <translation>CalDAV</translation>
    </message>
</context>
<context>
    <name>AgendaPage</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 %2 – %3, %4</source>
        <translation>%2. – %3. %1 %4</translation>
    </message>
    <message>
        <source>%1 %2 – %3 %4, %5</source>
        <translation>%2. %1 – %4. %3 %5</translation>
    </message>
</context>
<context>
    <name>AgendaView</name>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>on its way</source>
        <translation>unterwegs</translation>
    </message>
    <message>
        <source>being cancelled</source>
        <translation>wird abgesagt</translation>
    </message>
    <message>
        <source>+%1</source>
        <translation>+%1</translation>
    </message>
    <message>
        <source>New meeting</source>
        <translation>Neuer Termin</translation>
    </message>
    <message>
        <source>Busy: %1</source>
        <translation>Belegt: %1</translation>
    </message>
    <message>
        <source>W%1</source>
        <translation>KW %1</translation>
    </message>
    <message>
        <source>all day</source>
        <translation>ganztägig</translation>
    </message>
</context>
<context>
    <name>ChatCal::AgendaEditor</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is kept and sent when the server is back.</source>
        <translation>„%1“ ist gemerkt und wird gesendet, wenn der Server zurück ist.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is taken back.</source>
        <translation>„%1“ ist zurückgenommen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is cancelled.</source>
        <translation>„%1“ ist abgesagt.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is back at %2.</source>
        <translation>„%1“ ist wieder am %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; now lasts until %2.</source>
        <translation>„%1“ dauert jetzt bis %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; moved to %2.</source>
        <translation>„%1“ verschoben auf %2.</translation>
    </message>
    <message>
        <source>Booked: &quot;%1&quot;, %2.</source>
        <translation>Gebucht: „%1“, %2.</translation>
    </message>
    <message>
        <source>Booked again: &quot;%1&quot;, %2.</source>
        <translation>Wieder gebucht: „%1“, %2.</translation>
    </message>
    <message>
        <source>%1 The guests get a new invitation.</source>
        <translation>%1 Die Gäste erhalten eine neue Einladung.</translation>
    </message>
    <message>
        <source>The calendar refused &quot;%1&quot;.</source>
        <translation>Der Kalender hat „%1“ abgelehnt.</translation>
    </message>
    <message>
        <source>&quot;%1&quot;: %2</source>
        <translation>„%1“: %2</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Es gibt nichts rückgängig zu machen.</translation>
    </message>
    <message>
        <source>There is nothing to do again.</source>
        <translation>Es gibt nichts zu wiederholen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is deleted. ChatCal sends no mail about it.</source>
        <translation>„%1“ ist gelöscht. ChatCal verschickt darüber keine E-Mail.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is back in the calendar.</source>
        <translation>„%1“ ist wieder im Kalender.</translation>
    </message>
</context>
<context>
    <name>ChatCal::AgendaPane</name>
    <message>
        <source>%1, %2 – %3</source>
        <translation>%1, %2 – %3</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Cancel the meeting?</source>
        <translation>Termin absagen?</translation>
    </message>
    <message>
        <source>Cancel &quot;%1&quot;?</source>
        <translation>„%1“ absagen?</translation>
    </message>
    <message numerus="yes">
        <source>A mail about it goes to: %1</source>
        <translation>
            <numerusform>Eine E-Mail darüber geht an: %1</numerusform>
            <numerusform>Eine E-Mail darüber geht an: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel the meeting</source>
        <translation>Termin absagen</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>All day: %1</source>
        <translation>Ganztägig: %1</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Delete the event?</source>
        <translation>Den Eintrag löschen?</translation>
    </message>
    <message>
        <source>Delete &quot;%1&quot;?</source>
        <translation>„%1“ löschen?</translation>
    </message>
    <message>
        <source>ChatCal sends no mail about it to those who take part.</source>
        <translation>ChatCal verschickt darüber keine E-Mail an die Teilnehmenden.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>ChatCal::AgendaSearch</name>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search the calendar</source>
        <translation>Im Kalender suchen</translation>
    </message>
    <message>
        <source>Title, guest or place</source>
        <translation>Titel, Gast oder Ort</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>Suche schließen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>date, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>when, what</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <comment>when, what, where</comment>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>Reading the calendar…</source>
        <translation>Kalender wird gelesen …</translation>
    </message>
    <message>
        <source>A year back and a year ahead are searched.</source>
        <translation>Gesucht wird ein Jahr zurück und ein Jahr voraus.</translation>
    </message>
    <message>
        <source>The server does not answer, so nothing can be searched.</source>
        <translation>Der Server antwortet nicht, daher kann nicht gesucht werden.</translation>
    </message>
    <message>
        <source>Nothing has &quot;%1&quot; in it, a year back and a year ahead.</source>
        <translation>Nichts enthält „%1“, ein Jahr zurück und ein Jahr voraus.</translation>
    </message>
    <message>
        <source>Found: %1</source>
        <translation>Gefunden: %1</translation>
    </message>
    <message>
        <source>Only what was read before: the server does not answer.</source>
        <translation>Nur das bisher Gelesene: Der Server antwortet nicht.</translation>
    </message>
</context>
<context>
    <name>ChatCal::AgendaView</name>
    <message>
        <source>all day</source>
        <translation>ganztägig</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>Nothing is planned this week</source>
        <translation>Diese Woche ist nichts geplant</translation>
    </message>
    <message>
        <source>Nothing is planned on this day</source>
        <translation>An diesem Tag ist nichts geplant</translation>
    </message>
    <message>
        <source>%1. Entries: %2</source>
        <translation>%1. Einträge: %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is still on its way to the calendar.</source>
        <translation>„%1“ ist noch auf dem Weg in den Kalender.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not booked with ChatCal: change it in the calendar it comes from.</source>
        <translation>„%1“ wurde nicht mit ChatCal gebucht: bitte in dem Kalender ändern, aus dem es stammt.</translation>
    </message>
    <message>
        <source>Nothing is planned this month</source>
        <translation>Diesen Monat ist nichts geplant</translation>
    </message>
    <message>
        <source>Draw a meeting with the mouse, press Ctrl+N to book in one line, or say what you need in the chat.</source>
        <translation>Einen Termin mit der Maus aufziehen, mit Strg+N in einer Zeile buchen oder im Chat sagen, was gebraucht wird.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1. Busy: %2</source>
        <translation>%1. Belegt: %2</translation>
    </message>
    <message>
        <source>%1, %2, free</source>
        <translation>%1, %2, frei</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1, %2 – %3, %4</source>
        <translation>%1, %2 – %3, %4</translation>
    </message>
    <message>
        <source>&quot;%1&quot; repeats: change it in the calendar it comes from.</source>
        <translation>„%1“ wiederholt sich: bitte in dem Kalender ändern, aus dem es stammt.</translation>
    </message>
    <message>
        <source>Somebody else organizes &quot;%1&quot;: only they can change it.</source>
        <translation>„%1“ organisiert jemand anderes: Nur diese Person kann den Termin ändern.</translation>
    </message>
    <message>
        <source>ChatCal only reads the calendar of &quot;%1&quot;: change it there.</source>
        <translation>Den Kalender von „%1“ liest ChatCal nur: bitte dort ändern.</translation>
    </message>
</context>
<context>
    <name>ChatCal::AppearancePage</name>
    <message>
        <source>As the desktop has it</source>
        <translation>Wie der Desktop</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>Er&amp;scheinungsbild</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Text &amp;size</source>
        <translation>Schrift&amp;größe</translation>
    </message>
    <message>
        <source>For all of ChatCal&apos;s windows, at once.</source>
        <translation>Für alle Fenster von ChatCal, sofort.</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>Sp&amp;rache</translation>
    </message>
    <message>
        <source>Holds from the next start of ChatCal on.</source>
        <translation>Gilt ab dem nächsten Start von ChatCal.</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>&amp;Keep ChatCal in the tray when its window is closed</source>
        <translation>ChatCal nach dem Schließen des Fensters im &amp;Infobereich behalten</translation>
    </message>
    <message>
        <source>This could not be kept: the folder of what starts at login cannot be written to.</source>
        <translation>Das konnte nicht gespeichert werden: In den Autostart-Ordner kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Start &amp;ChatCal when I log in</source>
        <translation>ChatCal bei der &amp;Anmeldung starten</translation>
    </message>
</context>
<context>
    <name>ChatCal::ApplyBar</name>
    <message>
        <source>&amp;Apply</source>
        <translation>An&amp;wenden</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>There is nothing to apply yet.</source>
        <translation>Es gibt noch nichts anzuwenden.</translation>
    </message>
    <message>
        <source>Not applied: see above what is wrong.</source>
        <translation>Nicht angewandt: Oben steht, was nicht stimmt.</translation>
    </message>
    <message>
        <source>Only an admin of this server may do that.</source>
        <translation>Das darf nur eine Person, die diesen Server verwaltet.</translation>
    </message>
    <message>
        <source>This server does not know that yet. Is it up to date?</source>
        <translation>Das kennt dieser Server noch nicht. Ist er aktuell?</translation>
    </message>
    <message>
        <source>The server does not answer. Try again in a moment.</source>
        <translation>Der Server antwortet nicht. Gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <source>That was too often. Try again in a minute.</source>
        <translation>Das war zu oft. In einer Minute noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Not kept: passwords and keys are only kept in a keychain or under a passphrase.</source>
        <translation>Nicht aufbewahrt: Passwörter und Schlüssel kommen nur in einen Schlüsselbund oder unter eine Passphrase.</translation>
    </message>
</context>
<context>
    <name>ChatCal::AssistantPage</name>
    <message>
        <source>The team&apos;s server answers in the chat. Its operator sets up with which models.</source>
        <translation>Im Chat antwortet der Server des Teams. Wer ihn betreibt, legt fest, mit welchen Modellen.</translation>
    </message>
    <message>
        <source>ChatCal&apos;s own model works offline, needs no key and sends nothing anywhere. A model of a service understands freer wording; what is said in the chat then goes to that service.</source>
        <translation>Das eigene Modell von ChatCal arbeitet offline, braucht keinen Schlüssel und sendet nichts. Das Modell eines Dienstes versteht freiere Worte; was im Chat gesagt wird, geht dann an diesen Dienst.</translation>
    </message>
    <message>
        <source>Groq</source>
        <translation>Groq</translation>
    </message>
    <message>
        <source>&amp;Groq key</source>
        <translation>&amp;Groq-Schlüssel</translation>
    </message>
    <message>
        <source>From console.groq.com, for free.</source>
        <translation>Von console.groq.com, kostenlos.</translation>
    </message>
    <message>
        <source>Model at Groq</source>
        <translation>Modell bei Groq</translation>
    </message>
    <message>
        <source>Anthropic</source>
        <translation>Anthropic</translation>
    </message>
    <message>
        <source>&amp;Anthropic key</source>
        <translation>&amp;Anthropic-Schlüssel</translation>
    </message>
    <message>
        <source>From console.anthropic.com.</source>
        <translation>Von console.anthropic.com.</translation>
    </message>
    <message>
        <source>Model at Anthropic</source>
        <translation>Modell bei Anthropic</translation>
    </message>
    <message>
        <source>Any other service</source>
        <translation>Ein anderer Dienst</translation>
    </message>
    <message>
        <source>One that speaks as OpenAI&apos;s does: Ollama or llama.cpp on your own machine, and many others.</source>
        <translation>Einer, der spricht wie der von OpenAI: Ollama oder llama.cpp auf dem eigenen Rechner und viele andere.</translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation>A&amp;dresse</translation>
    </message>
    <message>
        <source>&amp;Model there</source>
        <translation>&amp;Modell dort</translation>
    </message>
    <message>
        <source>&amp;Key there</source>
        <translation>Schlüssel dor&amp;t</translation>
    </message>
    <message>
        <source>A service on your own machine needs none.</source>
        <translation>Ein Dienst auf dem eigenen Rechner braucht keinen.</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>The first that answers is used.</source>
        <translation>Das erste, das antwortet, wird benutzt.</translation>
    </message>
    <message>
        <source>M&amp;odels</source>
        <translation>M&amp;odelle</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>&amp;Prüfen</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>Assistent</translation>
    </message>
</context>
<context>
    <name>ChatCal::AssistantStep</name>
    <message>
        <source>Start ChatCal when I &amp;log in</source>
        <translation>ChatCal bei der &amp;Anmeldung starten</translation>
    </message>
    <message>
        <source>&amp;Groq key</source>
        <translation>&amp;Groq-Schlüssel</translation>
    </message>
    <message>
        <source>Not needed. With a key from console.groq.com a larger model answers; what you say in the chat then goes to Groq.</source>
        <translation>Nicht nötig. Mit einem Schlüssel von console.groq.com antwortet ein größeres Modell; was im Chat gesagt wird, geht dann an Groq.</translation>
    </message>
    <message>
        <source>Start ChatCal when I log in</source>
        <translation>ChatCal bei der Anmeldung starten</translation>
    </message>
    <message>
        <source>It works offline, on this machine, with nothing to set up. Try &quot;Lunch with Ada tomorrow at noon&quot;.</source>
        <translation>Er arbeitet offline, auf diesem Rechner, ohne Einrichtung. Zum Beispiel: „Mittagessen mit Ada morgen um 12 Uhr“.</translation>
    </message>
    <message>
        <source>Your assistant is ready</source>
        <translation>Der Assistent ist bereit</translation>
    </message>
</context>
<context>
    <name>ChatCal::BookingCard</name>
    <message>
        <source>Book</source>
        <translation>Buchen</translation>
    </message>
    <message>
        <source>New meeting</source>
        <translation>Neuer Termin</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>What is it about?</source>
        <translation>Worum geht es?</translation>
    </message>
    <message>
        <source>It needs a title first.</source>
        <translation>Zuerst fehlt noch ein Titel.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is then already.</source>
        <translation>Dann ist schon „%1“.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
</context>
<context>
    <name>ChatCal::CalendarLegend</name>
    <message>
        <source>Calendars</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>Show or hide this calendar</source>
        <translation>Diesen Kalender ein- oder ausblenden</translation>
    </message>
</context>
<context>
    <name>ChatCal::CalendarPage</name>
    <message>
        <source>Meetings are kept where the team&apos;s server keeps them. Its operator sets that up; an admin of the server connects the team&apos;s Google calendar.</source>
        <translation>Termine liegen dort, wo der Server des Teams sie aufbewahrt. Das richtet ein, wer ihn betreibt; wer ihn verwaltet, verbindet den Google Kalender des Teams.</translation>
    </message>
    <message>
        <source>Google</source>
        <translation>Google</translation>
    </message>
    <message>
        <source>&amp;Meetings are kept</source>
        <translation>&amp;Termine liegen</translation>
    </message>
    <message>
        <source>Here, on this machine</source>
        <translation>Hier, auf diesem Rechner</translation>
    </message>
    <message>
        <source>At Google Calendar</source>
        <translation>Bei Google Kalender</translation>
    </message>
    <message>
        <source>On a CalDAV server</source>
        <translation>Auf einem CalDAV-Server</translation>
    </message>
    <message>
        <source>Nextcloud, Fastmail, iCloud, Posteo and many others speak CalDAV.</source>
        <translation>Nextcloud, Fastmail, iCloud, Posteo und viele andere sprechen CalDAV.</translation>
    </message>
    <message>
        <source>Add&amp;ress</source>
        <translation>Ad&amp;resse</translation>
    </message>
    <message>
        <source>Of the server, or of the very calendar to write to.</source>
        <translation>Des Servers, oder genau des Kalenders, in den geschrieben wird.</translation>
    </message>
    <message>
        <source>&amp;Name there</source>
        <translation>&amp;Name dort</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>Pass&amp;wort</translation>
    </message>
    <message>
        <source>Better one made for apps than the one you sign in with.</source>
        <translation>Besser ein App-Passwort als das, mit dem man sich anmeldet.</translation>
    </message>
    <message>
        <source>&amp;Further calendars</source>
        <translation>&amp;Weitere Kalender</translation>
    </message>
    <message>
        <source>Addresses of calendars there in which you are busy too, with commas between them.</source>
        <translation>Adressen von Kalendern dort, die auch als belegt zählen, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>At &amp;home</source>
        <translation>Im &amp;Heimnetz</translation>
    </message>
    <message>
        <source>The server&apos;s name, if it stands in your own network: nas.local</source>
        <translation>Der Name des Servers, wenn er im eigenen Netz steht: nas.local</translation>
    </message>
    <message>
        <source>Client &amp;ID</source>
        <translation>Client-&amp;ID</translation>
    </message>
    <message>
        <source>Of an OAuth client of your own, type &quot;Desktop app&quot;, from console.cloud.google.com.</source>
        <translation>Eines eigenen OAuth-Clients vom Typ „Desktop-App“, von console.cloud.google.com.</translation>
    </message>
    <message>
        <source>Client &amp;secret</source>
        <translation>Client&amp;schlüssel</translation>
    </message>
    <message>
        <source>Ca&amp;lendar</source>
        <translation>Ka&amp;lender</translation>
    </message>
    <message>
        <source>The one to write to; your main one until you name another.</source>
        <translation>In den geschrieben wird; der Hauptkalender, bis ein anderer genannt ist.</translation>
    </message>
    <message>
        <source>IDs of calendars in which you are busy too, with commas between them.</source>
        <translation>IDs von Kalendern, die auch als belegt zählen, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>&amp;Account</source>
        <translation>&amp;Konto</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>&amp;Prüfen</translation>
    </message>
    <message>
        <source>First put in the client&apos;s ID and secret, and choose Apply.</source>
        <translation>Zuerst ID und Schlüssel des Clients eintragen und Anwenden wählen.</translation>
    </message>
    <message>
        <source>Calendar accounts</source>
        <translation>Kalenderkonten</translation>
    </message>
</context>
<context>
    <name>ChatCal::CalendarStep</name>
    <message>
        <source>Here, on this machine</source>
        <translation>Hier, auf diesem Rechner</translation>
    </message>
    <message>
        <source>At Google Calendar</source>
        <translation>Bei Google Kalender</translation>
    </message>
    <message>
        <source>On a CalDAV server</source>
        <translation>Auf einem CalDAV-Server</translation>
    </message>
    <message>
        <source>&amp;Meetings are kept</source>
        <translation>&amp;Termine liegen</translation>
    </message>
    <message>
        <source>You can change that at any time in the settings.</source>
        <translation>Das lässt sich in den Einstellungen jederzeit ändern.</translation>
    </message>
    <message>
        <source>Add&amp;ress</source>
        <translation>Ad&amp;resse</translation>
    </message>
    <message>
        <source>Na&amp;me there</source>
        <translation>Na&amp;me dort</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>Pass&amp;wort</translation>
    </message>
    <message>
        <source>Better one made for apps than the one you sign in with.</source>
        <translation>Besser ein App-Passwort als das, mit dem man sich anmeldet.</translation>
    </message>
    <message>
        <source>Client &amp;ID</source>
        <translation>Client-&amp;ID</translation>
    </message>
    <message>
        <source>Of an OAuth client of your own, type &quot;Desktop app&quot;, from console.cloud.google.com.</source>
        <translation>Eines eigenen OAuth-Clients vom Typ „Desktop-App“, von console.cloud.google.com.</translation>
    </message>
    <message>
        <source>Client &amp;secret</source>
        <translation>Client&amp;schlüssel</translation>
    </message>
    <message>
        <source>&amp;Account</source>
        <translation>&amp;Konto</translation>
    </message>
    <message>
        <source>ChatCal can keep your meetings by itself, or in the calendar you already have.</source>
        <translation>ChatCal kann Termine selbst aufbewahren oder in einem vorhandenen Kalender.</translation>
    </message>
    <message>
        <source>Where is your calendar?</source>
        <translation>Wo ist der Kalender?</translation>
    </message>
</context>
<context>
    <name>ChatCal::ChatView</name>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Wird gestartet …</translation>
    </message>
    <message>
        <source>The chat&apos;s view is missing</source>
        <translation>Die Ansicht des Chats fehlt</translation>
    </message>
    <message>
        <source>The part of ChatCal that shows it is not installed. Booking in one line and the agenda work without it.</source>
        <translation>Der Teil von ChatCal, der sie zeigt, ist nicht installiert. Buchen in einer Zeile und der Kalender gehen ohne ihn.</translation>
    </message>
    <message>
        <source>The chat could not be loaded</source>
        <translation>Der Chat konnte nicht geladen werden</translation>
    </message>
    <message>
        <source>The server did not answer.</source>
        <translation>Der Server hat nicht geantwortet.</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Noch einmal versuchen</translation>
    </message>
</context>
<context>
    <name>ChatCal::DataPage</name>
    <message>
        <source>Where to put the export</source>
        <translation>Wohin mit dem Export</translation>
    </message>
    <message>
        <source>What to import</source>
        <translation>Was importiert werden soll</translation>
    </message>
    <message>
        <source>Calendars and exports (*.ics *.json);;All files (*)</source>
        <translation>Kalender und Exporte (*.ics *.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Mitnehmen</translation>
    </message>
    <message>
        <source>Meetings, people met, settings and the calendar, as files that other programs can read. Passwords and keys stay here. What was said in chats is forgotten after 30 days and is not part of it.</source>
        <translation>Termine, Personen, Einstellungen und der Kalender, als Dateien, die andere Programme lesen können. Passwörter und Schlüssel bleiben hier. Was in Chats gesagt wurde, wird nach 30 Tagen vergessen und ist nicht dabei.</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren …</translation>
    </message>
    <message>
        <source>Put in</source>
        <translation>Hereinholen</translation>
    </message>
    <message>
        <source>A calendar file (.ics) of another program, or an export of ChatCal. First you see what is in it; events that are here already are left out.</source>
        <translation>Eine Kalenderdatei (.ics) eines anderen Programms oder ein Export von ChatCal. Zuerst ist zu sehen, was darin steht; was schon da ist, wird ausgelassen.</translation>
    </message>
    <message>
        <source>&amp;Choose a file…</source>
        <translation>&amp;Datei wählen …</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importieren</translation>
    </message>
    <message>
        <source>&amp;Undo the import</source>
        <translation>Import &amp;zurücknehmen</translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation>Fortschritt des Imports</translation>
    </message>
    <message>
        <source>Passwords and keys</source>
        <translation>Passwörter und Schlüssel</translation>
    </message>
    <message>
        <source>&amp;Give the passphrase…</source>
        <translation>&amp;Passphrase eingeben …</translation>
    </message>
    <message>
        <source>Delete everything</source>
        <translation>Alles löschen</translation>
    </message>
    <message>
        <source>This is a team&apos;s server: meetings, conversations and settings are kept there, and its operator can delete them. This machine keeps a copy of the agenda and what waits to be sent; both go when you remove the server from ChatCal.</source>
        <translation>Das ist der Server eines Teams: Termine, Gespräche und Einstellungen liegen dort, und wer ihn betreibt, kann sie löschen. Dieser Rechner behält eine Kopie des Kalenders und was noch zu senden ist; beides verschwindet, wenn der Server aus ChatCal entfernt wird.</translation>
    </message>
    <message>
        <source>DELETE</source>
        <translation>LÖSCHEN</translation>
    </message>
    <message>
        <source>T&amp;ype %1</source>
        <translation>%1 &amp;eingeben</translation>
    </message>
    <message>
        <source>Meetings, conversations, settings, passwords and keys on this machine are gone for good. A calendar at Google or on a CalDAV server stays as it is.</source>
        <translation>Termine, Gespräche, Einstellungen, Passwörter und Schlüssel auf diesem Rechner sind dann endgültig weg. Ein Kalender bei Google oder auf einem CalDAV-Server bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>Delete e&amp;verything</source>
        <translation>Alles &amp;löschen</translation>
    </message>
    <message>
        <source>Type %1 first.</source>
        <translation>Zuerst %1 eingeben.</translation>
    </message>
    <message>
        <source>Sealed, and the passphrase was not given: the services that need them are off.</source>
        <translation>Versiegelt, und die Passphrase wurde nicht eingegeben: Die Dienste, die sie brauchen, sind aus.</translation>
    </message>
    <message>
        <source>Kept in a file that nothing seals. With the next password or key you put in they are sealed with a passphrase, or move to the keychain.</source>
        <translation>In einer Datei, die nichts versiegelt. Mit dem nächsten eingegebenen Passwort oder Schlüssel werden sie mit einer Passphrase versiegelt oder ziehen in den Schlüsselbund um.</translation>
    </message>
    <message>
        <source>Kept in a file that only your passphrase opens, for no keychain runs here.</source>
        <translation>In einer Datei, die nur die Passphrase öffnet, denn hier läuft kein Schlüsselbund.</translation>
    </message>
    <message>
        <source>Kept in this desktop&apos;s keychain, if there are any.</source>
        <translation>Im Schlüsselbund dieses Desktops, falls es welche gibt.</translation>
    </message>
    <message>
        <source>Collecting…</source>
        <translation>Wird gesammelt …</translation>
    </message>
    <message>
        <source>It is in %1.</source>
        <translation>Er liegt in %1.</translation>
    </message>
    <message>
        <source>Nothing could be written to %1.</source>
        <translation>Nach %1 konnte nichts geschrieben werden.</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>Die Datei ist nicht lesbar.</translation>
    </message>
    <message>
        <source>There is no event in this file.</source>
        <translation>In dieser Datei steht kein Termin.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird nachgesehen …</translation>
    </message>
    <message numerus="yes">
        <source>%n new event(s).</source>
        <translation>
            <numerusform>%n neuer Eintrag.</numerusform>
            <numerusform>%n neue Einträge.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are here already.</source>
        <translation>
            <numerusform>%n ist schon da.</numerusform>
            <numerusform>%n sind schon da.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be read.</source>
        <translation>
            <numerusform>%n ist nicht lesbar.</numerusform>
            <numerusform>%n sind nicht lesbar.</numerusform>
        </translation>
    </message>
    <message>
        <source>The settings in it replace yours.</source>
        <translation>Die Einstellungen darin ersetzen die bisherigen.</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>Wird importiert …</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) came in.</source>
        <translation>
            <numerusform>%n Eintrag importiert.</numerusform>
            <numerusform>%n Einträge importiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) were taken out again.</source>
        <translation>
            <numerusform>%n Eintrag wieder entfernt.</numerusform>
            <numerusform>%n Einträge wieder entfernt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Deleting…</source>
        <translation>Wird gelöscht …</translation>
    </message>
    <message>
        <source>Everything is deleted. ChatCal starts afresh.</source>
        <translation>Alles ist gelöscht. ChatCal beginnt von vorn.</translation>
    </message>
    <message>
        <source>My data</source>
        <translation>Meine Daten</translation>
    </message>
</context>
<context>
    <name>ChatCal::DateCard</name>
    <message>
        <source>Go to a date</source>
        <translation>Zu einem Datum gehen</translation>
    </message>
</context>
<context>
    <name>ChatCal::DayStrip</name>
    <message>
        <source>%1–%2</source>
        <comment>a span of time</comment>
        <translation>%1–%2</translation>
    </message>
    <message>
        <source>The day</source>
        <translation>Der Tag</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a span of time and what takes it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: nothing is planned</source>
        <translation>%1: nichts geplant</translation>
    </message>
    <message>
        <source>%1. Taken: %2</source>
        <translation>%1. Belegt: %2</translation>
    </message>
</context>
<context>
    <name>ChatCal::Desktop</name>
    <message>
        <source>ChatCal is still here</source>
        <translation>ChatCal ist noch da</translation>
    </message>
    <message>
        <source>Click its icon to book, or choose Quit in its menu.</source>
        <translation>Zum Buchen das Symbol anklicken, oder im Menü Beenden wählen.</translation>
    </message>
</context>
<context>
    <name>ChatCal::DetailsCard</name>
    <message>
        <source>%1 · %2</source>
        <comment>name and address</comment>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere Person</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>Why it cannot be changed here</source>
        <translation>Warum er hier nicht geändert werden kann</translation>
    </message>
    <message>
        <source>Free times</source>
        <translation>Freie Zeiten</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Teilnehmen</translation>
    </message>
    <message>
        <source>Move…</source>
        <translation>Verschieben …</translation>
    </message>
    <message>
        <source>Cancel meeting</source>
        <translation>Termin absagen</translation>
    </message>
    <message>
        <source>Speak of it in the chat</source>
        <translation>Im Chat darüber sprechen</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Booked with ChatCal · %1</source>
        <translation>Mit ChatCal gebucht · %1</translation>
    </message>
    <message>
        <source>Looking for free times…</source>
        <translation>Freie Zeiten werden gesucht …</translation>
    </message>
    <message>
        <source>The server does not answer. Escape closes this; the meeting can be dragged as well.</source>
        <translation>Der Server antwortet nicht. Esc schließt dies; der Termin lässt sich auch mit der Maus ziehen.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>day, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Nothing is free within two weeks.</source>
        <translation>In den nächsten zwei Wochen ist nichts frei.</translation>
    </message>
    <message>
        <source>Move it to:</source>
        <translation>Verschieben auf:</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>ChatCal sends no mail about it.</source>
        <translation>ChatCal verschickt darüber keine E-Mail.</translation>
    </message>
</context>
<context>
    <name>ChatCal::DurationField</name>
    <message>
        <source>minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
</context>
<context>
    <name>ChatCal::EntryField</name>
    <message>
        <source>Lunch with Kim tomorrow at noon</source>
        <translation>Mittagessen mit Kim morgen um 12 Uhr</translation>
    </message>
    <message>
        <source>What to book</source>
        <translation>Was gebucht werden soll</translation>
    </message>
</context>
<context>
    <name>ChatCal::FirstStart</name>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>S&amp;kip</source>
        <translation>&amp;Überspringen</translation>
    </message>
    <message>
        <source>First start</source>
        <translation>Erster Start</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Los geht’s</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Einen Moment …</translation>
    </message>
</context>
<context>
    <name>ChatCal::GlobalShortcut</name>
    <message>
        <source>No key opens quick booking from other programs.</source>
        <translation>Keine Taste öffnet die Schnellbuchung aus anderen Programmen.</translation>
    </message>
    <message>
        <source>Your desktop is being asked for %1…</source>
        <translation>Der Desktop wird um %1 gebeten …</translation>
    </message>
    <message>
        <source>%1 opens quick booking from any program.</source>
        <translation>%1 öffnet die Schnellbuchung aus jedem Programm.</translation>
    </message>
    <message>
        <source>Another program holds %1. Choose another key.</source>
        <translation>Ein anderes Programm belegt %1. Bitte eine andere Taste wählen.</translation>
    </message>
    <message>
        <source>Your desktop gives no program a key of its own. Bind “chatcal --quick” in its keyboard settings.</source>
        <translation>Dieser Desktop gibt Programmen keine eigenen Tasten. „chatcal --quick“ in seinen Tastatureinstellungen belegen.</translation>
    </message>
</context>
<context>
    <name>ChatCal::GoogleSignInRow</name>
    <message>
        <source>Sign in with Google…</source>
        <translation>Mit Google anmelden …</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Signed in. Meetings are kept there.</source>
        <translation>Angemeldet. Termine liegen dort.</translation>
    </message>
    <message>
        <source>The server is not set up for Google.</source>
        <translation>Der Server ist nicht für Google eingerichtet.</translation>
    </message>
    <message>
        <source>Google took the permission back. Please sign in again.</source>
        <translation>Google hat die Erlaubnis zurückgenommen. Bitte neu anmelden.</translation>
    </message>
    <message>
        <source>The kept sign-in cannot be opened any more. Please sign in again.</source>
        <translation>Die gespeicherte Anmeldung lässt sich nicht mehr öffnen. Bitte neu anmelden.</translation>
    </message>
    <message>
        <source>Go on in your browser. This page follows by itself.</source>
        <translation>Im Browser weitermachen. Diese Seite folgt von selbst.</translation>
    </message>
    <message>
        <source>Not signed in.</source>
        <translation>Nicht angemeldet.</translation>
    </message>
    <message>
        <source>No browser could be opened.</source>
        <translation>Es konnte kein Browser geöffnet werden.</translation>
    </message>
</context>
<context>
    <name>ChatCal::HostPage</name>
    <message>
        <source>Applying…</source>
        <translation>Wird angewandt …</translation>
    </message>
    <message>
        <source>Applied. It holds from now on.</source>
        <translation>Angewandt. Gilt ab jetzt.</translation>
    </message>
</context>
<context>
    <name>ChatCal::HoursPage</name>
    <message>
        <source>When others can book you. Your own bookings may lie at any time.</source>
        <translation>Wann andere buchen können. Eigene Buchungen dürfen jederzeit liegen.</translation>
    </message>
    <message>
        <source>&amp;Week</source>
        <translation>&amp;Woche</translation>
    </message>
    <message>
        <source>Time &amp;zone</source>
        <translation>&amp;Zeitzone</translation>
    </message>
    <message>
        <source>The hours are read in it.</source>
        <translation>In ihr gelten die Zeiten.</translation>
    </message>
    <message>
        <source>Rules for bookings</source>
        <translation>Regeln für Buchungen</translation>
    </message>
    <message>
        <source>Free &amp;before</source>
        <translation>Frei da&amp;vor</translation>
    </message>
    <message>
        <source>Kept free before each meeting.</source>
        <translation>Bleibt vor jedem Termin frei.</translation>
    </message>
    <message>
        <source>Free a&amp;fter</source>
        <translation>Frei &amp;danach</translation>
    </message>
    <message>
        <source>Shortest &amp;notice</source>
        <translation>Kürzeste &amp;Frist</translation>
    </message>
    <message>
        <source>How long before its start a meeting can be booked at the latest.</source>
        <translation>Wie lange vor Beginn ein Termin spätestens gebucht werden kann.</translation>
    </message>
    <message>
        <source> days</source>
        <translation> Tage</translation>
    </message>
    <message>
        <source>How far a&amp;head</source>
        <translation>Wie weit i&amp;m Voraus</translation>
    </message>
    <message>
        <source>S&amp;hortest meeting</source>
        <translation>&amp;Kürzester Termin</translation>
    </message>
    <message>
        <source>&amp;Longest meeting</source>
        <translation>&amp;Längster Termin</translation>
    </message>
    <message>
        <source>S&amp;teps</source>
        <translation>&amp;Schritte</translation>
    </message>
    <message>
        <source>Starts are offered this far apart.</source>
        <translation>In diesem Abstand werden Anfänge angeboten.</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Keine Grenze</translation>
    </message>
    <message>
        <source>&amp;Most per day</source>
        <translation>&amp;Höchstens am Tag</translation>
    </message>
    <message>
        <source>About you</source>
        <translation>Zur Person</translation>
    </message>
    <message>
        <source>So meetings and mails name you.</source>
        <translation>So erscheint der Name in Terminen und E-Mails.</translation>
    </message>
    <message>
        <source>N&amp;ame</source>
        <translation>N&amp;ame</translation>
    </message>
    <message>
        <source>Ma&amp;il address</source>
        <translation>E-Ma&amp;il-Adresse</translation>
    </message>
    <message>
        <source>&amp;Phone</source>
        <translation>&amp;Telefon</translation>
    </message>
    <message>
        <source>Shown where a meeting is by phone.</source>
        <translation>Wird gezeigt, wo ein Termin per Telefon stattfindet.</translation>
    </message>
    <message>
        <source>Working hours</source>
        <translation>Arbeitszeiten</translation>
    </message>
</context>
<context>
    <name>ChatCal::IdentityStep</name>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Mail address</source>
        <translation>E-&amp;Mail-Adresse</translation>
    </message>
    <message>
        <source>Invitations name it. Nothing is sent to it now.</source>
        <translation>Steht in Einladungen. Jetzt wird nichts dorthin gesendet.</translation>
    </message>
    <message>
        <source>Time &amp;zone</source>
        <translation>&amp;Zeitzone</translation>
    </message>
    <message>
        <source>&amp;Working hours</source>
        <translation>&amp;Arbeitszeiten</translation>
    </message>
    <message>
        <source>When others can book you.</source>
        <translation>Wann andere buchen können.</translation>
    </message>
    <message>
        <source>So that meetings and invitations name you, and others find free times that suit you.</source>
        <translation>Damit Termine und Einladungen den Namen nennen und andere passende freie Zeiten finden.</translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation>Wer sind Sie?</translation>
    </message>
</context>
<context>
    <name>ChatCal::MailPage</name>
    <message>
        <source>The team&apos;s server sends the mail. Its operator sets up by which mail server.</source>
        <translation>Der Server des Teams versendet die E-Mails. Wer ihn betreibt, legt fest, über welchen Mailserver.</translation>
    </message>
    <message>
        <source>Invitations, changes and cancellations go to attendees by mail. Until a mail server is set, they are kept as files in the data folder.</source>
        <translation>Einladungen, Änderungen und Absagen gehen per E-Mail an die Teilnehmenden. Bis ein Mailserver eingestellt ist, liegen sie als Dateien im Datenordner.</translation>
    </message>
    <message>
        <source>Mail &amp;server</source>
        <translation>Mail&amp;server</translation>
    </message>
    <message>
        <source>S&amp;ecurity</source>
        <translation>Sicher&amp;heit</translation>
    </message>
    <message>
        <source>STARTTLS (usual)</source>
        <translation>STARTTLS (üblich)</translation>
    </message>
    <message>
        <source>TLS from the first byte</source>
        <translation>TLS vom ersten Byte an</translation>
    </message>
    <message>
        <source>None, on this machine only</source>
        <translation>Keine, nur auf diesem Rechner</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>P&amp;ort</translation>
    </message>
    <message>
        <source>Left empty: the usual one for the security chosen.</source>
        <translation>Leer: der übliche für die gewählte Sicherheit.</translation>
    </message>
    <message>
        <source>&amp;Name there</source>
        <translation>&amp;Name dort</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>Pass&amp;wort</translation>
    </message>
    <message>
        <source>Many services want a password made for apps here.</source>
        <translation>Viele Dienste wollen hier ein App-Passwort.</translation>
    </message>
    <message>
        <source>Sen&amp;der</source>
        <translation>Absen&amp;der</translation>
    </message>
    <message>
        <source>Left empty: your own address.</source>
        <translation>Leer: die eigene Adresse.</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>&amp;Prüfen</translation>
    </message>
    <message>
        <source>Send me a &amp;test mail</source>
        <translation>&amp;Testmail an mich senden</translation>
    </message>
    <message>
        <source>Apply the changes first.</source>
        <translation>Zuerst die Änderungen anwenden.</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Wird gesendet …</translation>
    </message>
    <message>
        <source>Sent to %1. Look into the mailbox.</source>
        <translation>An %1 gesendet. Ein Blick ins Postfach zeigt es.</translation>
    </message>
    <message>
        <source>No mail server is set: the mail is a file in the data folder&apos;s &quot;outbox&quot;.</source>
        <translation>Kein Mailserver eingestellt: Die E-Mail liegt als Datei in „outbox“ im Datenordner.</translation>
    </message>
    <message>
        <source>Your own mail address is not known yet: see Working hours, About you.</source>
        <translation>Die eigene E-Mail-Adresse fehlt noch: siehe Arbeitszeiten, Zur Person.</translation>
    </message>
    <message>
        <source>Not sent: %1</source>
        <translation>Nicht gesendet: %1</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>E-Mail</translation>
    </message>
</context>
<context>
    <name>ChatCal::MainWindow</name>
    <message>
        <source>ChatCal</source>
        <translation>ChatCal</translation>
    </message>
    <message>
        <source>Connected · times in %1</source>
        <translation>Verbunden · Zeiten in %1</translation>
    </message>
    <message>
        <source>Reconnecting…</source>
        <translation>Wird neu verbunden …</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Wird gestartet …</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>The chat comes when the server answers.</source>
        <translation>Der Chat kommt, sobald der Server antwortet.</translation>
    </message>
    <message>
        <source>The server refused</source>
        <translation>Der Server hat abgelehnt</translation>
    </message>
    <message>
        <source>It does not accept the token ChatCal was started with.</source>
        <translation>Er nimmt das Token nicht an, mit dem ChatCal gestartet wurde.</translation>
    </message>
    <message>
        <source>The server does not answer</source>
        <translation>Der Server antwortet nicht</translation>
    </message>
    <message>
        <source>ChatCal goes on trying. Nothing you booked is lost.</source>
        <translation>ChatCal versucht es weiter. Nichts Gebuchtes geht verloren.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>day, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 · as of %2</source>
        <comment>state of the connection, time</comment>
        <translation>%1 · Stand: %2</translation>
    </message>
    <message>
        <source>That meeting is not in the calendar any more.</source>
        <translation>Dieser Termin ist nicht mehr im Kalender.</translation>
    </message>
    <message>
        <source>The server does not answer just now. Try again in a moment.</source>
        <translation>Der Server antwortet gerade nicht. Bitte gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Drag “%1” to another time, or move it with %2 and the other arrows.</source>
        <comment>title, keys</comment>
        <translation>„%1“ auf eine andere Zeit ziehen oder mit %2 und den anderen Pfeiltasten verschieben.</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>Protokoll zeigen</translation>
    </message>
</context>
<context>
    <name>ChatCal::ModelOrder</name>
    <message>
        <source>Models, in the order they are asked</source>
        <translation>Modelle, in der Reihenfolge, in der sie gefragt werden</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <source>Earlier (Alt+Up)</source>
        <translation>Früher (Alt+Aufwärts)</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Later (Alt+Down)</source>
        <translation>Später (Alt+Abwärts)</translation>
    </message>
    <message>
        <source>Groq</source>
        <translation>Groq</translation>
    </message>
    <message>
        <source>Anthropic</source>
        <translation>Anthropic</translation>
    </message>
    <message>
        <source>The other service</source>
        <translation>Der andere Dienst</translation>
    </message>
    <message>
        <source>ChatCal&apos;s own, offline</source>
        <translation>Das eigene von ChatCal, offline</translation>
    </message>
    <message>
        <source>Always there, so that there is always an answer.</source>
        <translation>Immer da, damit es immer eine Antwort gibt.</translation>
    </message>
</context>
<context>
    <name>ChatCal::NavigationBar</name>
    <message>
        <source>Navigation</source>
        <translation>Navigation</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Show today (T)</source>
        <translation>Heute zeigen (T)</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Back (Page Up)</source>
        <translation>Zurück (Bild auf)</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vor</translation>
    </message>
    <message>
        <source>Forward (Page Down)</source>
        <translation>Vor (Bild ab)</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Day view</source>
        <translation>Tagesansicht</translation>
    </message>
    <message>
        <source>Show one day (D)</source>
        <translation>Einen Tag zeigen (D)</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>Week view</source>
        <translation>Wochenansicht</translation>
    </message>
    <message>
        <source>Show the week (W)</source>
        <translation>Die Woche zeigen (W)</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Show or hide the chat (Ctrl+J)</source>
        <translation>Chat ein- oder ausblenden (Strg+J)</translation>
    </message>
    <message>
        <source>Quick book</source>
        <translation>Schnell buchen</translation>
    </message>
    <message>
        <source>Book in one line (Ctrl+N)</source>
        <translation>In einer Zeile buchen (Strg+N)</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>Month view</source>
        <translation>Monatsansicht</translation>
    </message>
    <message>
        <source>Show the month (M)</source>
        <translation>Den Monat zeigen (M)</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Settings (Ctrl+,)</source>
        <translation>Einstellungen (Strg+,)</translation>
    </message>
</context>
<context>
    <name>ChatCal::Notifier</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Teilnehmen</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Später erinnern</translation>
    </message>
    <message>
        <source>Join it from ChatCal&apos;s icon or window.</source>
        <translation>Teilnehmen über das Symbol oder Fenster von ChatCal.</translation>
    </message>
    <message>
        <source>Open ChatCal to see more.</source>
        <translation>Mehr ist in ChatCal zu sehen.</translation>
    </message>
</context>
<context>
    <name>ChatCal::OutageBar</name>
    <message>
        <source>Retry</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>what is the matter. more of it</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>Protokoll zeigen</translation>
    </message>
</context>
<context>
    <name>ChatCal::Outgoing</name>
    <message>
        <source>This meeting is not in the calendar any more.</source>
        <translation>Dieser Termin ist nicht mehr im Kalender.</translation>
    </message>
    <message>
        <source>The server does not accept ChatCal&apos;s token.</source>
        <translation>Der Server nimmt das Token von ChatCal nicht an.</translation>
    </message>
    <message>
        <source>The server does not understand this wish.</source>
        <translation>Der Server versteht diesen Wunsch nicht.</translation>
    </message>
    <message>
        <source>The server refused: %1.</source>
        <translation>Der Server hat abgelehnt: %1.</translation>
    </message>
    <message>
        <source>The server does not answer. This is sent once it is back.</source>
        <translation>Der Server antwortet nicht. Gesendet wird, sobald er zurück ist.</translation>
    </message>
    <message>
        <source>The server does not answer, and the disk takes nothing: this is sent once the server is back, if ChatCal runs until then.</source>
        <translation>Der Server antwortet nicht, und die Festplatte nimmt nichts an: Gesendet wird, sobald der Server zurück ist, falls ChatCal bis dahin läuft.</translation>
    </message>
    <message>
        <source>This waited for a week. Look whether it is in the calendar.</source>
        <translation>Das hat eine Woche gewartet. Bitte nachsehen, ob es im Kalender steht.</translation>
    </message>
    <message>
        <source>“%1” was changed meanwhile. Look at it again before you change it.</source>
        <translation>„%1“ wurde inzwischen geändert. Vor einer Änderung noch einmal ansehen.</translation>
    </message>
    <message>
        <source>This was withdrawn.</source>
        <translation>Das wurde zurückgezogen.</translation>
    </message>
    <message numerus="yes">
        <source>The server failed at this %n time(s). It was not accepted.</source>
        <translation>
            <numerusform>Der Server ist daran %n Mal gescheitert. Es wurde nicht angenommen.</numerusform>
            <numerusform>Der Server ist daran %n Mal gescheitert. Es wurde nicht angenommen.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” can no longer be brought back.</source>
        <translation>„%1“ lässt sich nicht mehr wiederherstellen.</translation>
    </message>
    <message>
        <source>“%1” is not in the calendar any more.</source>
        <translation>„%1“ ist nicht mehr im Kalender.</translation>
    </message>
</context>
<context>
    <name>ChatCal::PassphraseWindow</name>
    <message>
        <source>No keychain runs on this desktop, such as GNOME Keyring or KWallet. Your passwords and keys can be kept in a file that only your passphrase opens. ChatCal asks for it at each start.</source>
        <translation>Auf diesem Desktop läuft kein Schlüsselbund wie GNOME-Schlüsselbund oder KWallet. Passwörter und Schlüssel können in einer Datei liegen, die nur eine Passphrase öffnet. ChatCal fragt bei jedem Start danach.</translation>
    </message>
    <message>
        <source>Your passwords and keys are sealed with your passphrase. Without it ChatCal starts all the same, but the services that need them stay off.</source>
        <translation>Passwörter und Schlüssel sind mit der Passphrase versiegelt. Ohne sie startet ChatCal trotzdem, aber die Dienste, die sie brauchen, bleiben aus.</translation>
    </message>
    <message>
        <source>That was another passphrase. Please try again.</source>
        <translation>Das war eine andere Passphrase. Bitte noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The file with your sealed passwords and keys is damaged and cannot be opened any more. Start over to put them in again; until then the services that need them stay off.</source>
        <translation>Die Datei mit den versiegelten Passwörtern und Schlüsseln ist beschädigt und lässt sich nicht mehr öffnen. Neu beginnen, um sie wieder einzugeben; bis dahin bleiben die Dienste, die sie brauchen, aus.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Passphrase</translation>
    </message>
    <message>
        <source>A few words are best. Nobody can open the file without it, nor can we.</source>
        <translation>Am besten ein paar Wörter. Ohne sie kann niemand die Datei öffnen, auch wir nicht.</translation>
    </message>
    <message>
        <source>&amp;Again</source>
        <translation>&amp;Noch einmal</translation>
    </message>
    <message>
        <source>&amp;Do not keep</source>
        <translation>Nicht &amp;aufbewahren</translation>
    </message>
    <message>
        <source>&amp;Not now</source>
        <translation>&amp;Jetzt nicht</translation>
    </message>
    <message>
        <source>&amp;Start over</source>
        <translation>Neu &amp;beginnen</translation>
    </message>
    <message>
        <source>&amp;Forgotten…</source>
        <translation>&amp;Vergessen …</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Aufbewahren</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Please use at least %1 characters.</source>
        <translation>Bitte mindestens %1 Zeichen verwenden.</translation>
    </message>
    <message>
        <source>These are two different ones.</source>
        <translation>Das sind zwei verschiedene.</translation>
    </message>
    <message>
        <source>&amp;Delete what is sealed</source>
        <translation>Versiegeltes &amp;löschen</translation>
    </message>
    <message>
        <source>Delete what is sealed</source>
        <translation>Versiegeltes löschen</translation>
    </message>
    <message>
        <source>Without the passphrase nothing can be opened. You can only delete what is sealed and put your passwords and keys in again.</source>
        <translation>Ohne die Passphrase lässt sich nichts öffnen. Es bleibt nur, das Versiegelte zu löschen und Passwörter und Schlüssel neu einzugeben.</translation>
    </message>
</context>
<context>
    <name>ChatCal::PortalShortcuts</name>
    <message>
        <source>Open quick booking</source>
        <translation>Schnellbuchung öffnen</translation>
    </message>
</context>
<context>
    <name>ChatCal::QuickBookWindow</name>
    <message>
        <source>Enter books · Escape leaves</source>
        <translation>Eingabe bucht · Esc schließt</translation>
    </message>
    <message>
        <source>Quick booking</source>
        <translation>Schnellbuchung</translation>
    </message>
    <message>
        <source>Understood as</source>
        <translation>Verstanden als</translation>
    </message>
    <message>
        <source>What and where</source>
        <translation>Was und wo</translation>
    </message>
    <message>
        <source>In the way</source>
        <translation>Im Weg</translation>
    </message>
    <message>
        <source>Starting… What you type is read in a moment.</source>
        <translation>Wird gestartet … Das Getippte wird gleich gelesen.</translation>
    </message>
    <message>
        <source>The server does not answer. What you typed stays here.</source>
        <translation>Der Server antwortet nicht. Das Getippte bleibt hier.</translation>
    </message>
    <message>
        <source>with %1</source>
        <translation>mit %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>In the way: %1</source>
        <translation>Im Weg: %1</translation>
    </message>
    <message>
        <source>That time cannot be booked. Free instead:</source>
        <translation>Diese Zeit ist nicht buchbar. Frei wäre:</translation>
    </message>
    <message>
        <source>When? Add a day and a time.</source>
        <translation>Wann? Tag und Uhrzeit ergänzen.</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Frei</translation>
    </message>
    <message>
        <source>Quick booking: booked</source>
        <translation>Schnellbuchung: gebucht</translation>
    </message>
    <message>
        <source>Quick booking: free</source>
        <translation>Schnellbuchung: frei</translation>
    </message>
    <message>
        <source>Quick booking: not free</source>
        <translation>Schnellbuchung: nicht frei</translation>
    </message>
    <message>
        <source>Booking…</source>
        <translation>Wird gebucht …</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>Gebucht</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a weekday and a time</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>When? Add a time.</source>
        <translation>Wann? Eine Uhrzeit ergänzen.</translation>
    </message>
    <message>
        <source>Quick booking: kept</source>
        <translation>Schnellbuchung: gemerkt</translation>
    </message>
    <message>
        <source>Enter or Escape closes · Ctrl+Z takes it back</source>
        <translation>Eingabe oder Esc schließt · Strg+Z nimmt zurück</translation>
    </message>
    <message>
        <source>Kept. It is sent when the server is back.</source>
        <translation>Gemerkt. Gesendet wird, wenn der Server zurück ist.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>a title and a number</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Taking it back…</source>
        <translation>Wird zurückgenommen …</translation>
    </message>
    <message>
        <source>Not taken back: %1</source>
        <translation>Nicht zurückgenommen: %1</translation>
    </message>
    <message>
        <source>It is taken back when the server is back.</source>
        <translation>Zurückgenommen wird, wenn der Server zurück ist.</translation>
    </message>
    <message>
        <source>Taken back. What you typed stays here.</source>
        <translation>Zurückgenommen. Das Getippte bleibt hier.</translation>
    </message>
    <message>
        <source>Enter books it again · Escape leaves</source>
        <translation>Eingabe bucht wieder · Esc schließt</translation>
    </message>
    <message>
        <source>Free · this one time only: meetings that repeat cannot be booked here</source>
        <translation>Frei · nur dieses eine Mal: Wiederkehrende Termine lassen sich hier nicht buchen</translation>
    </message>
</context>
<context>
    <name>ChatCal::Reminder</name>
    <message>
        <source>Over</source>
        <translation>Vorbei</translation>
    </message>
    <message numerus="yes">
        <source>Begins in %n min</source>
        <translation>
            <numerusform>Beginnt in %n min</numerusform>
            <numerusform>Beginnt in %n min</numerusform>
        </translation>
    </message>
    <message>
        <source>Begins now</source>
        <translation>Beginnt jetzt</translation>
    </message>
    <message numerus="yes">
        <source>Began %n min ago</source>
        <translation>
            <numerusform>Begann vor %n min</numerusform>
            <numerusform>Begann vor %n min</numerusform>
        </translation>
    </message>
    <message>
        <source>%1–%2</source>
        <comment>a span of time</comment>
        <translation>%1–%2</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Ohne Titel</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <comment>times, title, when it begins</comment>
        <translation>%1: %2 (%3)</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n meetings</source>
        <translation>
            <numerusform>%n Termin</numerusform>
            <numerusform>%n Termine</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChatCal::ReminderCard</name>
    <message>
        <source>Reminder: %1</source>
        <translation>Erinnerung: %1</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Teilnehmen</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Später erinnern</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ChatCal::RemindersPage</name>
    <message>
        <source>&amp;Remind me of meetings</source>
        <translation>An Termine &amp;erinnern</translation>
    </message>
    <message>
        <source>&amp;Quiet hours</source>
        <translation>&amp;Ruhezeiten</translation>
    </message>
    <message>
        <source> min before</source>
        <translation> min vorher</translation>
    </message>
    <message>
        <source>&amp;When</source>
        <translation>&amp;Wann</translation>
    </message>
    <message>
        <source>What is due in them is told at their end, or before, if the meeting begins before.</source>
        <translation>Was in ihnen fällig wird, wird an ihrem Ende gemeldet, oder früher, wenn der Termin früher beginnt.</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Von</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;Bis</translation>
    </message>
    <message>
        <source>Before &quot;from&quot;: on the next day.</source>
        <translation>Vor „Von“: am nächsten Tag.</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>Erinnerungen</translation>
    </message>
</context>
<context>
    <name>ChatCal::SecretField</name>
    <message>
        <source>Not set</source>
        <translation>Nicht gesetzt</translation>
    </message>
    <message>
        <source>Will be removed</source>
        <translation>Wird entfernt</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Gesetzt</translation>
    </message>
    <message>
        <source>Keep the old one</source>
        <translation>Altes behalten</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>Ersetzen …</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>ChatCal::ServerLink</name>
    <message>
        <source>ChatCal&apos;s server did not start</source>
        <translation>Der Server von ChatCal ist nicht gestartet</translation>
    </message>
    <message>
        <source>The server stopped</source>
        <translation>Der Server ist stehen geblieben</translation>
    </message>
    <message>
        <source>It is started again.</source>
        <translation>Er wird neu gestartet.</translation>
    </message>
    <message>
        <source>The token of %1 cannot be read</source>
        <translation>Das Token von %1 ist nicht lesbar</translation>
    </message>
    <message>
        <source>Unlock the keychain, or add the server again in the settings.</source>
        <translation>Den Schlüsselbund entsperren oder den Server in den Einstellungen neu hinzufügen.</translation>
    </message>
    <message>
        <source>The server refused</source>
        <translation>Der Server hat abgelehnt</translation>
    </message>
    <message>
        <source>It does not accept the token ChatCal was started with.</source>
        <translation>Er nimmt das Token nicht an, mit dem ChatCal gestartet wurde.</translation>
    </message>
    <message>
        <source>The server does not answer</source>
        <translation>Der Server antwortet nicht</translation>
    </message>
    <message>
        <source>%1 does not answer</source>
        <translation>%1 antwortet nicht</translation>
    </message>
</context>
<context>
    <name>ChatCal::ServerProcess</name>
    <message>
        <source>%1 could not be started: %2</source>
        <translation>%1 konnte nicht gestartet werden: %2</translation>
    </message>
</context>
<context>
    <name>ChatCal::Servers</name>
    <message>
        <source>This is not the address of a server.</source>
        <translation>Das ist keine Serveradresse.</translation>
    </message>
    <message>
        <source>Give the address alone; the token has a field of its own.</source>
        <translation>Nur die Adresse angeben; das Token hat ein eigenes Feld.</translation>
    </message>
    <message>
        <source>The address must begin with https://, else others could read along.</source>
        <translation>Die Adresse muss mit https:// beginnen, sonst könnten andere mitlesen.</translation>
    </message>
    <message>
        <source>The address or the token holds characters that neither can have.</source>
        <translation>Adresse oder Token enthält Zeichen, die dort nicht vorkommen können.</translation>
    </message>
    <message>
        <source>Nobody answers at this address in time.</source>
        <translation>Unter dieser Adresse antwortet niemand rechtzeitig.</translation>
    </message>
    <message>
        <source>The server does not accept this token. Ask its admin for another one.</source>
        <translation>Der Server nimmt dieses Token nicht an. Ein anderes gibt, wer ihn verwaltet.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate does not hold, or the connection is tampered with. Nothing was sent but the address.</source>
        <translation>Das Zertifikat des Servers stimmt nicht, oder die Verbindung wird manipuliert. Außer der Adresse wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Something answers at this address, but it is not ChatCal.</source>
        <translation>Unter dieser Adresse antwortet etwas, aber nicht ChatCal.</translation>
    </message>
    <message>
        <source>The server asks for patience. Try again in a minute.</source>
        <translation>Der Server bittet um Geduld. In einer Minute noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The server answers, but its token cannot be kept on this computer: %1</source>
        <translation>Der Server antwortet, aber sein Token kann auf diesem Rechner nicht aufbewahrt werden: %1</translation>
    </message>
    <message>
        <source>Nobody answers at this address. Check it, and the network.</source>
        <translation>Unter dieser Adresse antwortet niemand. Adresse und Netz prüfen.</translation>
    </message>
</context>
<context>
    <name>ChatCal::ServersPage</name>
    <message>
        <source>&amp;Use this one</source>
        <translation>&amp;Diesen verwenden</translation>
    </message>
    <message>
        <source>ChatCal brings a server of its own, on this machine, for you alone. A team&apos;s server keeps the team&apos;s calendar; who runs it gives you its address and a token.</source>
        <translation>ChatCal bringt einen eigenen Server mit, auf diesem Rechner, nur für eine Person. Der Server eines Teams führt den Kalender des Teams; Adresse und Token gibt, wer ihn betreibt.</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>&amp;Servers</source>
        <translation>&amp;Server</translation>
    </message>
    <message>
        <source>Add a team&apos;s server</source>
        <translation>Server eines Teams hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>&amp;Token</source>
        <translation>&amp;Token</translation>
    </message>
    <message>
        <source>It says who you are. It is kept as your passwords are.</source>
        <translation>Es sagt, wer sich meldet. Es wird wie Passwörter aufbewahrt.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>What you call it; its address until you name it.</source>
        <translation>Ein eigener Name; bis dahin die Adresse.</translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>%1 (in use)</source>
        <translation>%1 (in Benutzung)</translation>
    </message>
    <message>
        <source>On this machine</source>
        <translation>Auf diesem Rechner</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>It is in use.</source>
        <translation>Er ist in Benutzung.</translation>
    </message>
    <message>
        <source>Use this one</source>
        <translation>Diesen verwenden</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Entfernen …</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>ChatCal&apos;s own server stays.</source>
        <translation>Der eigene Server von ChatCal bleibt.</translation>
    </message>
    <message>
        <source>&amp;Really remove it</source>
        <translation>&amp;Wirklich entfernen</translation>
    </message>
    <message>
        <source>Really remove it</source>
        <translation>Wirklich entfernen</translation>
    </message>
    <message>
        <source>What still waits to be sent to it is lost then.</source>
        <translation>Was noch dorthin zu senden ist, geht dann verloren.</translation>
    </message>
    <message>
        <source>It is removed.</source>
        <translation>Er ist entfernt.</translation>
    </message>
    <message>
        <source>It is removed, but the keychain did not answer and may still hold its token.</source>
        <translation>Er ist entfernt, aber der Schlüsselbund hat nicht geantwortet und enthält das Token vielleicht noch.</translation>
    </message>
    <message>
        <source>Asking it…</source>
        <translation>Wird gefragt …</translation>
    </message>
    <message>
        <source>It is added. Choose &quot;Use this one&quot; to work with it.</source>
        <translation>Er ist hinzugefügt. Mit „Diesen verwenden“ wird damit gearbeitet.</translation>
    </message>
    <message>
        <source>Show &amp;log</source>
        <translation>&amp;Protokoll zeigen</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>Protokoll zeigen</translation>
    </message>
    <message>
        <source>Only the server on this machine has its log here.</source>
        <translation>Nur der Server auf diesem Rechner hat sein Protokoll hier.</translation>
    </message>
</context>
<context>
    <name>ChatCal::SettingsWindow</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>Seiten der Einstellungen</translation>
    </message>
</context>
<context>
    <name>ChatCal::SetupPage</name>
    <message>
        <source>Set in the environment ChatCal was started with, and changed there.</source>
        <translation>In der Umgebung gesetzt, mit der ChatCal gestartet wurde, und dort zu ändern.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft …</translation>
    </message>
    <message>
        <source>Applied. It holds from now on.</source>
        <translation>Angewandt. Gilt ab jetzt.</translation>
    </message>
    <message>
        <source>Trying it…</source>
        <translation>Wird ausprobiert …</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>There is nothing to try yet.</source>
        <translation>Es gibt noch nichts auszuprobieren.</translation>
    </message>
    <message>
        <source>It works: %1</source>
        <translation>Es funktioniert: %1</translation>
    </message>
</context>
<context>
    <name>ChatCal::ShortcutsPage</name>
    <message>
        <source>&amp;Quick booking</source>
        <translation>&amp;Schnellbuchung</translation>
    </message>
    <message>
        <source>From every program. Press the keys; Backspace takes the shortcut away.</source>
        <translation>Aus jedem Programm. Die Tasten drücken; die Rücktaste entfernt das Kürzel.</translation>
    </message>
    <message>
        <source>In ChatCal&apos;s window</source>
        <translation>Im Fenster von ChatCal</translation>
    </message>
    <message>
        <source>Press ? in the agenda for the list of all keys. Ctrl+N books in one line, F6 goes from the agenda to the chat and back, Ctrl+, opens these settings.</source>
        <translation>? im Kalender zeigt die Liste aller Tasten. Strg+N bucht in einer Zeile, F6 wechselt zwischen Kalender und Chat, Strg+, öffnet diese Einstellungen.</translation>
    </message>
    <message>
        <source>Bind the command &quot;chatcal --quick&quot; in your desktop&apos;s keyboard settings.</source>
        <translation>Den Befehl „chatcal --quick“ in den Tastatureinstellungen des Desktops belegen.</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>A key for every program needs Ctrl, Alt or Meta held with it.</source>
        <translation>Eine Taste für alle Programme braucht Strg, Alt oder Meta dazu.</translation>
    </message>
</context>
<context>
    <name>ChatCal::ShowLog</name>
    <message>
        <source>There is no log: the server on this machine has said nothing yet.</source>
        <translation>Es gibt kein Protokoll: Der Server auf diesem Rechner hat noch nichts gemeldet.</translation>
    </message>
    <message>
        <source>No program opens it. The log is %1.</source>
        <translation>Kein Programm öffnet es. Das Protokoll ist %1.</translation>
    </message>
</context>
<context>
    <name>ChatCal::SlotButtons</name>
    <message>
        <source>%1 %2</source>
        <comment>a weekday and a time</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Book %1 instead</source>
        <translation>Stattdessen %1 buchen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a time and its key</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>ChatCal::SnoozedDialog</name>
    <message>
        <source>Snoozed reminders</source>
        <translation>Aufgeschobene Erinnerungen</translation>
    </message>
    <message>
        <source>Nothing is snoozed. A reminder you snooze waits here until it comes back.</source>
        <translation>Nichts ist aufgeschoben. Eine aufgeschobene Erinnerung wartet hier, bis sie wiederkommt.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>%1, %2: comes back at %3</source>
        <comment>title, span of time, time</comment>
        <translation>%1, %2: kommt um %3 wieder</translation>
    </message>
    <message>
        <source>Nothing is snoozed.</source>
        <translation>Nichts ist aufgeschoben.</translation>
    </message>
</context>
<context>
    <name>ChatCal::Toast</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>ChatCal::TrayIcon</name>
    <message>
        <source>ChatCal: click to book in one line</source>
        <translation>ChatCal: zum Buchen in einer Zeile anklicken</translation>
    </message>
    <message>
        <source>Open ChatCal</source>
        <translation>ChatCal öffnen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>New meeting…</source>
        <translation>Neuer Termin …</translation>
    </message>
    <message>
        <source>Join “%1”</source>
        <translation>An „%1“ teilnehmen</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <comment>a time and a title</comment>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Snoozed…</source>
        <translation>Aufgeschoben …</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen …</translation>
    </message>
</context>
<context>
    <name>ChatCal::TypesPage</name>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>What others can choose from when they book you. Without any, they say in their own words what it is about and how long it takes.</source>
        <translation>Woraus andere beim Buchen wählen können. Ohne Terminarten sagen sie in eigenen Worten, worum es geht und wie lange es dauert.</translation>
    </message>
    <message>
        <source>Meeting types</source>
        <translation>Terminarten</translation>
    </message>
    <message>
        <source>Add a &amp;type</source>
        <translation>&amp;Art hinzufügen</translation>
    </message>
    <message>
        <source>Add a type</source>
        <translation>Art hinzufügen</translation>
    </message>
    <message>
        <source>Remove the chosen type</source>
        <translation>Gewählte Art entfernen</translation>
    </message>
    <message>
        <source>&amp;Kinds</source>
        <translation>A&amp;rten</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Lengths</source>
        <translation>&amp;Dauer</translation>
    </message>
    <message>
        <source>In minutes, the usual one first, with commas between several: 30, 60</source>
        <translation>In Minuten, die übliche zuerst, mehrere durch Kommas getrennt: 30, 60</translation>
    </message>
    <message>
        <source>As the guest likes</source>
        <translation>Wie der Gast möchte</translation>
    </message>
    <message>
        <source>By video</source>
        <translation>Per Video</translation>
    </message>
    <message>
        <source>By phone</source>
        <translation>Per Telefon</translation>
    </message>
    <message>
        <source>In person</source>
        <translation>Persönlich</translation>
    </message>
    <message>
        <source>&amp;How</source>
        <translation>&amp;Wie</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>&amp;Beschreibung</translation>
    </message>
    <message>
        <source>For guests; may stay empty.</source>
        <translation>Für Gäste; kann leer bleiben.</translation>
    </message>
    <message>
        <source>New type</source>
        <translation>Neue Art</translation>
    </message>
    <message>
        <source>Choose a type first.</source>
        <translation>Zuerst eine Art wählen.</translation>
    </message>
    <message>
        <source>A meeting type needs a name.</source>
        <translation>Eine Terminart braucht einen Namen.</translation>
    </message>
</context>
<context>
    <name>ChatCal::Upcoming</name>
    <message>
        <source>in %1 min</source>
        <translation>in %1 min</translation>
    </message>
    <message>
        <source>in %1 h</source>
        <translation>in %1 h</translation>
    </message>
    <message>
        <source>Now: %1, until %2</source>
        <translation>Jetzt: %1, bis %2</translation>
    </message>
    <message>
        <source>Nothing is planned for the next 7 days</source>
        <translation>In den nächsten 7 Tagen ist nichts geplant</translation>
    </message>
    <message>
        <source>Next: %1 at %2, %3</source>
        <translation>Als Nächstes: %1 um %2, %3</translation>
    </message>
    <message>
        <source>Next: %1, tomorrow at %2</source>
        <translation>Als Nächstes: %1, morgen um %2</translation>
    </message>
    <message>
        <source>Next: %1, %2 at %3</source>
        <translation>Als Nächstes: %1, %2 um %3</translation>
    </message>
</context>
<context>
    <name>ChatCal::WaitingList</name>
    <message>
        <source>%1, %2</source>
        <comment>day, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Book: %1</source>
        <translation>Buchen: %1</translation>
    </message>
    <message>
        <source>Book “%1”</source>
        <translation>„%1“ buchen</translation>
    </message>
    <message>
        <source>Book “%1” on %2</source>
        <translation>„%1“ buchen: %2</translation>
    </message>
    <message>
        <source>Move “%1” to %2</source>
        <translation>„%1“ verschieben auf %2</translation>
    </message>
    <message>
        <source>Cancel “%1”</source>
        <translation>„%1“ absagen</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Changes that wait for the server</source>
        <translation>Änderungen, die auf den Server warten</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) could not be made.</source>
        <translation>
            <numerusform>%n Änderung ging nicht.</numerusform>
            <numerusform>%n Änderungen gingen nicht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) wait for the server.</source>
        <translation>
            <numerusform>%n Änderung wartet auf den Server.</numerusform>
            <numerusform>%n Änderungen warten auf den Server.</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Hide the changes that wait</source>
        <translation>Wartende Änderungen ausblenden</translation>
    </message>
    <message>
        <source>Show the changes that wait</source>
        <translation>Wartende Änderungen anzeigen</translation>
    </message>
    <message>
        <source>%1 instead: %2</source>
        <comment>what, when</comment>
        <translation>%1 stattdessen: %2</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Zurückziehen</translation>
    </message>
    <message>
        <source>Dismiss: %1</source>
        <translation>Verwerfen: %1</translation>
    </message>
    <message>
        <source>Withdraw: %1</source>
        <translation>Zurückziehen: %1</translation>
    </message>
    <message>
        <source>If the server had taken it before the connection broke, it stays.</source>
        <translation>Hatte der Server es vor dem Abbruch schon angenommen, bleibt es dabei.</translation>
    </message>
    <message>
        <source>Asked for today at %1</source>
        <translation>Heute um %1 gewünscht</translation>
    </message>
    <message>
        <source>Asked for on %1</source>
        <translation>Gewünscht am %1</translation>
    </message>
    <message>
        <source>This one is on its way just now.</source>
        <translation>Das ist gerade unterwegs.</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Edit: %1</source>
        <translation>Bearbeiten: %1</translation>
    </message>
    <message>
        <source>Choose another time</source>
        <translation>Andere Zeit wählen</translation>
    </message>
    <message>
        <source>Choose another time: %1</source>
        <translation>Andere Zeit wählen: %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Try again: %1</source>
        <translation>Noch einmal versuchen: %1</translation>
    </message>
    <message>
        <source>Booking…</source>
        <translation>Wird gebucht …</translation>
    </message>
    <message>
        <source>The server does not answer just now. Try again in a moment.</source>
        <translation>Der Server antwortet gerade nicht. Bitte gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Delete “%1”</source>
        <translation>„%1“ löschen</translation>
    </message>
    <message>
        <source>Bring back “%1”</source>
        <translation>„%1“ wiederherstellen</translation>
    </message>
</context>
<context>
    <name>ChatCal::WebChatView</name>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Ausschneiden</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Save the meeting</source>
        <translation>Termin speichern</translation>
    </message>
    <message>
        <source>Calendar files (*.ics);;All files (*)</source>
        <translation>Kalenderdateien (*.ics);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>ChatCal::WeekGrid</name>
    <message>
        <source>Another stretch on %1</source>
        <translation>Weiterer Abschnitt am %1</translation>
    </message>
    <message>
        <source>Another stretch, after a break</source>
        <translation>Weiterer Abschnitt, nach einer Pause</translation>
    </message>
    <message>
        <source>%1, from</source>
        <translation>%1, von</translation>
    </message>
    <message>
        <source>%1, to</source>
        <translation>%1, bis</translation>
    </message>
    <message>
        <source>Remove this stretch of %1</source>
        <translation>Diesen Abschnitt am %1 entfernen</translation>
    </message>
    <message>
        <source>Remove this stretch</source>
        <translation>Diesen Abschnitt entfernen</translation>
    </message>
    <message>
        <source>%1 ends before it begins.</source>
        <translation>%1 endet, bevor es beginnt.</translation>
    </message>
    <message>
        <source>The stretches of %1 overlap.</source>
        <translation>Die Abschnitte am %1 überschneiden sich.</translation>
    </message>
</context>
<context>
    <name>QDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Book in one line</source>
        <translation>In einer Zeile buchen</translation>
    </message>
    <message>
        <source>Show today</source>
        <translation>Heute zeigen</translation>
    </message>
    <message>
        <source>Show one day</source>
        <translation>Einen Tag zeigen</translation>
    </message>
    <message>
        <source>Show the week</source>
        <translation>Die Woche zeigen</translation>
    </message>
    <message>
        <source>Show the month</source>
        <translation>Den Monat zeigen</translation>
    </message>
    <message>
        <source>Earlier or later days</source>
        <translation>Frühere oder spätere Tage</translation>
    </message>
    <message>
        <source>Choose a time or a meeting</source>
        <translation>Eine Zeit oder einen Termin auswählen</translation>
    </message>
    <message>
        <source>The same time on another day</source>
        <translation>Dieselbe Zeit an einem anderen Tag</translation>
    </message>
    <message>
        <source>From meeting to meeting</source>
        <translation>Von Termin zu Termin</translation>
    </message>
    <message>
        <source>Show the meeting, or make one there</source>
        <translation>Termin zeigen oder dort anlegen</translation>
    </message>
    <message>
        <source>Move the meeting by 15 minutes</source>
        <translation>Termin um 15 Minuten verschieben</translation>
    </message>
    <message>
        <source>Move the meeting by a day</source>
        <translation>Termin um einen Tag verschieben</translation>
    </message>
    <message>
        <source>Make the meeting shorter or longer</source>
        <translation>Termin kürzen oder verlängern</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Do it again</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Show all that lasts all day, or less of it</source>
        <translation>Alles Ganztägige zeigen, oder weniger davon</translation>
    </message>
    <message>
        <source>Go to the message at the foot</source>
        <translation>Zur Meldung am unteren Rand</translation>
    </message>
    <message>
        <source>Go to the chat, or back to the agenda</source>
        <translation>Zum Chat oder zurück zum Kalender</translation>
    </message>
    <message>
        <source>Show or hide the chat</source>
        <translation>Chat ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Read the calendar again</source>
        <translation>Den Kalender neu lesen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Fenster schließen</translation>
    </message>
    <message>
        <source>Quit ChatCal</source>
        <translation>ChatCal beenden</translation>
    </message>
    <message>
        <source>Show this list</source>
        <translation>Diese Liste zeigen</translation>
    </message>
    <message>
        <source>Search the calendar</source>
        <translation>Im Kalender suchen</translation>
    </message>
    <message>
        <source>Go to a date</source>
        <translation>Zu einem Datum gehen</translation>
    </message>
    <message>
        <source>Cancel the meeting or delete the event</source>
        <translation>Termin absagen oder Eintrag löschen</translation>
    </message>
</context>
<context>
    <name>cards</name>
    <message>
        <source>Please confirm</source>
        <translation>Bitte bestätigen</translation>
    </message>
    <message>
        <source>Say it once more, or press the button, and it will be done.</source>
        <translation>Noch einmal sagen oder auf die Schaltfläche drücken, dann wird es erledigt.</translation>
    </message>
    <message>
        <source>Not possible just now</source>
        <translation>Im Moment nicht möglich</translation>
    </message>
    <message>
        <source>The calendar did not answer. Please try again a little later.</source>
        <translation>Der Kalender hat nicht geantwortet. Bitte etwas später noch einmal versuchen.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>That time is taken</source>
        <translation>Diese Zeit ist belegt</translation>
    </message>
    <message>
        <source>Outside meeting hours</source>
        <translation>Außerhalb der Terminzeiten</translation>
    </message>
    <message>
        <source>That time has passed</source>
        <translation>Diese Zeit ist vorbei</translation>
    </message>
    <message>
        <source>Too short notice</source>
        <translation>Zu kurzfristig</translation>
    </message>
    <message>
        <source>Too far ahead</source>
        <translation>Zu weit in der Zukunft</translation>
    </message>
    <message>
        <source>Too short</source>
        <translation>Zu kurz</translation>
    </message>
    <message>
        <source>Too long</source>
        <translation>Zu lang</translation>
    </message>
    <message>
        <source>That day is full</source>
        <translation>Dieser Tag ist voll</translation>
    </message>
    <message>
        <source>Not bookable just now</source>
        <translation>Im Moment nicht buchbar</translation>
    </message>
    <message>
        <source>That time is not free.</source>
        <translation>Diese Zeit ist nicht frei.</translation>
    </message>
    <message>
        <source>Meetings are not possible at that hour.</source>
        <translation>Zu dieser Uhrzeit sind keine Termine möglich.</translation>
    </message>
    <message>
        <source>That time has already passed.</source>
        <translation>Diese Zeit ist schon vorbei.</translation>
    </message>
    <message>
        <source>Meetings need at least %1 notice.</source>
        <translation>Termine brauchen mindestens %1 Vorlauf.</translation>
    </message>
    <message>
        <source>A meeting takes at least %1.</source>
        <translation>Ein Termin dauert mindestens %1.</translation>
    </message>
    <message>
        <source>A meeting takes at most %1.</source>
        <translation>Ein Termin dauert höchstens %1.</translation>
    </message>
    <message>
        <source>No more meetings fit into that day.</source>
        <translation>An diesem Tag ist kein Platz mehr für Termine.</translation>
    </message>
    <message>
        <source>The calendar cannot be read just now, so nothing can be booked. Please try again a little later.</source>
        <translation>Der Kalender ist gerade nicht lesbar, daher kann nichts gebucht werden. Bitte etwas später noch einmal versuchen.</translation>
    </message>
    <message numerus="yes">
        <source>Meetings can be booked up to %n days ahead.</source>
        <translation>
            <numerusform>Termine können bis zu einen Tag im Voraus gebucht werden.</numerusform>
            <numerusform>Termine können bis zu %n Tage im Voraus gebucht werden.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>language</name>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
</context>
<context>
    <name>mail</name>
    <message>
        <source>Phone call: %1 calls %2</source>
        <translation>Telefonat: %1 ruft %2 an</translation>
    </message>
    <message>
        <source>Phone call</source>
        <translation>Telefonat</translation>
    </message>
    <message>
        <source>your host</source>
        <translation>Ihr Gastgeber</translation>
    </message>
    <message>
        <source>your guest</source>
        <translation>Ihr Gast</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>In person</source>
        <translation>Persönlich</translation>
    </message>
    <message>
        <source>Video call</source>
        <translation>Videoanruf</translation>
    </message>
    <message>
        <source>%1 will call you at %2</source>
        <translation>%1 ruft Sie unter %2 an</translation>
    </message>
    <message>
        <source>Call %1 at %2</source>
        <translation>%1 unter %2 anrufen</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Termin</translation>
    </message>
    <message>
        <source>Moved: %1, %2</source>
        <translation>Verschoben: %1, %2</translation>
    </message>
    <message>
        <source>Cancelled: %1, %2</source>
        <translation>Abgesagt: %1, %2</translation>
    </message>
    <message>
        <source>Invitation: %1, %2</source>
        <translation>Einladung: %1, %2</translation>
    </message>
    <message>
        <source>Hello,</source>
        <translation>Guten Tag,</translation>
    </message>
    <message>
        <source>Hello %1,</source>
        <translation>Guten Tag %1,</translation>
    </message>
    <message>
        <source>Your meeting with %1 was moved to another time.</source>
        <translation>Ihr Termin mit %1 wurde auf eine andere Zeit verschoben.</translation>
    </message>
    <message>
        <source>Your meeting with %1 was cancelled.</source>
        <translation>Ihr Termin mit %1 wurde abgesagt.</translation>
    </message>
    <message>
        <source>Your meeting with %1 is booked.</source>
        <translation>Ihr Termin mit %1 ist gebucht.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Bisher</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>With</source>
        <translation>Mit</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>Gast</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Worum es geht</translation>
    </message>
    <message>
        <source>Meeting id</source>
        <translation>Terminnummer</translation>
    </message>
    <message>
        <source>The attached invite.ics takes it out of your calendar.</source>
        <translation>Die angehängte Datei invite.ics nimmt ihn aus Ihrem Kalender.</translation>
    </message>
    <message>
        <source>The attached invite.ics puts it into your calendar.</source>
        <translation>Die angehängte Datei invite.ics trägt ihn in Ihren Kalender ein.</translation>
    </message>
    <message>
        <source>See, move or cancel it</source>
        <translation>Ansehen, verschieben oder absagen</translation>
    </message>
    <message>
        <source>Video call: %1</source>
        <translation>Videoanruf: %1</translation>
    </message>
    <message>
        <source>Meeting id: %1</source>
        <translation>Terminnummer: %1</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>The scheduling assistant you talk to</source>
        <translation>Der Terminassistent, mit dem man spricht</translation>
    </message>
    <message>
        <source>Use a team&apos;s server; its token comes from CHATCAL_TOKEN.</source>
        <translation>Den Server eines Teams verwenden; sein Token steht in CHATCAL_TOKEN.</translation>
    </message>
    <message>
        <source>Folder for the calendar and settings.</source>
        <translation>Ordner für Kalender und Einstellungen.</translation>
    </message>
    <message>
        <source>Open only the quick-booking field.</source>
        <translation>Nur das Feld zum Schnellbuchen öffnen.</translation>
    </message>
    <message>
        <source>Light, dark, or auto: as the desktop has it. It is kept.</source>
        <translation>Hell, dunkel oder auto: wie der Desktop. Wird behalten.</translation>
    </message>
    <message>
        <source>English, German, French or Spanish, or the system&apos;s own. It is kept.</source>
        <translation>Englisch, Deutsch, Französisch, Spanisch oder die Sprache des Systems. Wird behalten.</translation>
    </message>
    <message>
        <source>Open no window, for the start of a session.</source>
        <translation>Kein Fenster öffnen, für den Start einer Sitzung.</translation>
    </message>
</context>
<context>
    <name>pages</name>
    <message>
        <source>Hello! What shall I do? You can ask about your calendar, or have me book, move and cancel.</source>
        <translation>Hallo! Was soll ich tun? Du kannst nach deinem Kalender fragen oder mich buchen, verschieben und absagen lassen.</translation>
    </message>
    <message>
        <source>Hi! I&apos;m %1&apos;s scheduling assistant. When would you like to meet?</source>
        <translation>Hallo! Ich vereinbare Termine für %1. Wann möchten Sie sich treffen?</translation>
    </message>
    <message>
        <source>This link does not work</source>
        <translation>Dieser Link funktioniert nicht</translation>
    </message>
    <message>
        <source>It may have been cut short on its way: open it from the newest mail about the meeting, or copy all of it.</source>
        <translation>Vielleicht wurde er unterwegs abgeschnitten: Öffnen Sie ihn aus der neuesten E-Mail zum Termin oder kopieren Sie ihn ganz.</translation>
    </message>
    <message>
        <source>Not at the moment</source>
        <translation>Im Moment nicht</translation>
    </message>
    <message>
        <source>The meeting cannot be looked up or changed just now, and stays as it is. Try again in a minute.</source>
        <translation>Der Termin kann gerade weder angezeigt noch geändert werden und bleibt, wie er ist. Versuchen Sie es in einer Minute noch einmal.</translation>
    </message>
    <message>
        <source>There is no time zone of that name; they look like Europe/Paris.</source>
        <translation>Eine Zeitzone dieses Namens gibt es nicht; sie heißen zum Beispiel Europe/Berlin.</translation>
    </message>
    <message>
        <source>This link has expired</source>
        <translation>Dieser Link ist abgelaufen</translation>
    </message>
    <message>
        <source>Links to a meeting work until a month after it. You can book a new one.</source>
        <translation>Links zu einem Termin funktionieren bis einen Monat danach. Sie können einen neuen buchen.</translation>
    </message>
    <message>
        <source>It is cancelled. Everybody invited gets a mail.</source>
        <translation>Der Termin ist abgesagt. Alle Eingeladenen erhalten eine E-Mail.</translation>
    </message>
    <message>
        <source>It is moved. Everybody invited gets a mail with the new time.</source>
        <translation>Der Termin ist verschoben. Alle Eingeladenen erhalten eine E-Mail mit der neuen Zeit.</translation>
    </message>
    <message>
        <source>This meeting can no longer be changed.</source>
        <translation>Dieser Termin kann nicht mehr geändert werden.</translation>
    </message>
    <message>
        <source>The meeting has changed meanwhile. This is how it stands now.</source>
        <translation>Der Termin hat sich inzwischen geändert. So ist er jetzt.</translation>
    </message>
    <message>
        <source>The reason is too long, or holds characters that are no text. Nothing was cancelled.</source>
        <translation>Der Grund ist zu lang oder enthält Zeichen, die kein Text sind. Nichts wurde abgesagt.</translation>
    </message>
    <message>
        <source>%1 The meeting stays as it is.</source>
        <translation>%1 Der Termin bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>Choose one of the times.</source>
        <translation>Wählen Sie eine der Zeiten.</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgesagt</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Vorbei</translation>
    </message>
    <message>
        <source>Being booked</source>
        <translation>Wird gebucht</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>This meeting was cancelled. A link cannot bring it back; you can book another time.</source>
        <translation>Dieser Termin wurde abgesagt. Ein Link kann ihn nicht zurückholen; Sie können eine andere Zeit buchen.</translation>
    </message>
    <message>
        <source>This meeting is over.</source>
        <translation>Dieser Termin ist vorbei.</translation>
    </message>
    <message>
        <source>This meeting is being booked. Look again in a moment.</source>
        <translation>Dieser Termin wird gerade gebucht. Schauen Sie gleich noch einmal.</translation>
    </message>
    <message>
        <source>It has changed since the mail with this link. This is how it stands now.</source>
        <translation>Der Termin hat sich seit der E-Mail mit diesem Link geändert. So ist er jetzt.</translation>
    </message>
    <message>
        <source>Add to your calendar</source>
        <translation>In Ihren Kalender eintragen</translation>
    </message>
    <message>
        <source>Calendar file (.ics)</source>
        <translation>Kalenderdatei (.ics)</translation>
    </message>
    <message>
        <source>Move it</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Cancel it</source>
        <translation>Absagen</translation>
    </message>
    <message>
        <source>Cancel this meeting?</source>
        <translation>Diesen Termin absagen?</translation>
    </message>
    <message>
        <source>Everybody invited gets a mail, and the time is free again.</source>
        <translation>Alle Eingeladenen erhalten eine E-Mail, und die Zeit ist wieder frei.</translation>
    </message>
    <message>
        <source>Why? (you need not say; it is told in the mails)</source>
        <translation>Warum? (freiwillig; steht in den E-Mails)</translation>
    </message>
    <message>
        <source>Yes, cancel it</source>
        <translation>Ja, absagen</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Move it to another time</source>
        <translation>Auf eine andere Zeit verschieben</translation>
    </message>
    <message>
        <source>Nobody can say what is free at the moment. The meeting stays as it is; try again in a while.</source>
        <translation>Was frei ist, lässt sich im Moment nicht sagen. Der Termin bleibt, wie er ist; versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>%1 each, times in %2 (%3).</source>
        <translation>Je %1, Zeiten in %2 (%3).</translation>
    </message>
    <message>
        <source>Nothing is free in these days.</source>
        <translation>An diesen Tagen ist nichts frei.</translation>
    </message>
    <message>
        <source>Move it here</source>
        <translation>Hierhin verschieben</translation>
    </message>
    <message>
        <source>Earlier days</source>
        <translation>Frühere Tage</translation>
    </message>
    <message>
        <source>Later days</source>
        <translation>Spätere Tage</translation>
    </message>
    <message>
        <source>Keep the time</source>
        <translation>Zeit behalten</translation>
    </message>
    <message>
        <source>Times are in %1</source>
        <translation>Zeiten in %1</translation>
    </message>
    <message>
        <source>Show them in the time zone</source>
        <translation>In dieser Zeitzone anzeigen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Book another time</source>
        <translation>Eine andere Zeit buchen</translation>
    </message>
    <message>
        <source>%1 with %2</source>
        <translation>%1 mit %2</translation>
    </message>
    <message>
        <source>Your meeting with %1</source>
        <translation>Ihr Termin mit %1</translation>
    </message>
    <message>
        <source>That time is taken.</source>
        <translation>Diese Zeit ist belegt.</translation>
    </message>
    <message>
        <source>That time is outside working hours.</source>
        <translation>Diese Zeit liegt außerhalb der Arbeitszeiten.</translation>
    </message>
    <message>
        <source>That time is in the past.</source>
        <translation>Diese Zeit ist vorbei.</translation>
    </message>
    <message>
        <source>That time is too soon.</source>
        <translation>Diese Zeit ist zu kurzfristig.</translation>
    </message>
    <message>
        <source>That time is too far ahead.</source>
        <translation>Diese Zeit liegt zu weit in der Zukunft.</translation>
    </message>
    <message>
        <source>That meeting would be too short.</source>
        <translation>Dieser Termin wäre zu kurz.</translation>
    </message>
    <message>
        <source>That meeting would be too long.</source>
        <translation>Dieser Termin wäre zu lang.</translation>
    </message>
    <message>
        <source>That day is full.</source>
        <translation>Dieser Tag ist voll.</translation>
    </message>
    <message>
        <source>The calendar cannot be read at the moment, so nothing can be booked.</source>
        <translation>Der Kalender ist im Moment nicht lesbar, daher kann nichts gebucht werden.</translation>
    </message>
    <message>
        <source>Not available</source>
        <translation>Nicht verfügbar</translation>
    </message>
</context>
<context>
    <name>problem</name>
    <message>
        <source>This key was used with another message.</source>
        <translation>Dieser Schlüssel wurde schon mit einer anderen Nachricht verwendet.</translation>
    </message>
    <message>
        <source>This key was used before, in a talk that has gone on.</source>
        <translation>Dieser Schlüssel wurde schon verwendet, in einem Gespräch, das inzwischen weiterging.</translation>
    </message>
    <message>
        <source>names a day but no time</source>
        <translation>nennt einen Tag, aber keine Uhrzeit</translation>
    </message>
    <message>
        <source>names no day and time</source>
        <translation>nennt weder Tag noch Uhrzeit</translation>
    </message>
    <message>
        <source>holds a broken character</source>
        <translation>enthält ein beschädigtes Zeichen</translation>
    </message>
    <message>
        <source>holds a control character</source>
        <translation>enthält ein Steuerzeichen</translation>
    </message>
    <message>
        <source>is longer than %1 characters</source>
        <translation>ist länger als %1 Zeichen</translation>
    </message>
    <message>
        <source>must not be empty</source>
        <translation>darf nicht leer sein</translation>
    </message>
    <message>
        <source>is not an e-mail address, such as ada@example.com</source>
        <translation>ist keine E-Mail-Adresse wie ada@example.com</translation>
    </message>
    <message>
        <source>is not a phone number, such as +1 212 555 0100</source>
        <translation>ist keine Telefonnummer wie +1 212 555 0100</translation>
    </message>
    <message>
        <source>is not one of a page before</source>
        <translation>stammt von keiner vorigen Seite</translation>
    </message>
    <message>
        <source>must be video, phone, in_person or null</source>
        <translation>muss video, phone, in_person oder null sein</translation>
    </message>
    <message>
        <source>is not a setting</source>
        <translation>ist keine Einstellung</translation>
    </message>
    <message>
        <source>must be a text</source>
        <translation>muss ein Text sein</translation>
    </message>
    <message>
        <source>must list 1 to %1 different whole numbers from %2 to %3</source>
        <translation>muss 1 bis %1 verschiedene ganze Zahlen von %2 bis %3 aufzählen</translation>
    </message>
    <message>
        <source>must have at most %1 entries</source>
        <translation>darf höchstens %1 Einträge haben</translation>
    </message>
    <message>
        <source>must be an object</source>
        <translation>muss ein Objekt sein</translation>
    </message>
    <message>
        <source>is there already</source>
        <translation>gibt es schon</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>Sonntag</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>Montag</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>Dienstag</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>Mittwoch</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>Donnerstag</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>Freitag</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>Samstag</translation>
    </message>
    <message>
        <source>%1; it looks like &quot;Mon-Fri 09:00-17:00; Sat 10:00-12:00&quot;</source>
        <translation>%1; richtig wäre zum Beispiel „Mon-Fri 09:00-17:00; Sat 10:00-12:00“</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no day or range of days</source>
        <translation>„%1“ ist weder ein Tag noch eine Spanne von Tagen</translation>
    </message>
    <message>
        <source>a day is missing</source>
        <translation>es fehlt ein Tag</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no range of times</source>
        <translation>„%1“ ist keine Zeitspanne</translation>
    </message>
    <message>
        <source>&quot;%1&quot; ends before it starts (split it at midnight)</source>
        <translation>„%1“ endet, bevor es beginnt (bitte bei Mitternacht teilen)</translation>
    </message>
    <message>
        <source>a time is missing</source>
        <translation>es fehlt eine Uhrzeit</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not days and times</source>
        <translation>„%1“ besteht nicht aus Tagen und Zeiten</translation>
    </message>
    <message>
        <source>%1 has times that overlap</source>
        <translation>%1 hat Zeiten, die sich überschneiden</translation>
    </message>
    <message>
        <source>there are no hours in it</source>
        <translation>es enthält keine Arbeitszeiten</translation>
    </message>
    <message>
        <source>must be 5 to 100 letters a to v and digits</source>
        <translation>muss aus 5 bis 100 Buchstaben von a bis v und Ziffern bestehen</translation>
    </message>
    <message>
        <source>must not be before the start</source>
        <translation>darf nicht vor dem Beginn liegen</translation>
    </message>
    <message>
        <source>is too long</source>
        <translation>ist zu lang</translation>
    </message>
    <message>
        <source>is not a recurrence rule, such as FREQ=WEEKLY;BYDAY=MO</source>
        <translation>ist keine Wiederholungsregel wie FREQ=WEEKLY;BYDAY=MO</translation>
    </message>
    <message>
        <source>must not repeat more often than hourly</source>
        <translation>darf sich nicht öfter als stündlich wiederholen</translation>
    </message>
    <message>
        <source>must not limit an hourly rule by days or months</source>
        <translation>darf eine stündliche Regel nicht auf Tage oder Monate einschränken</translation>
    </message>
    <message>
        <source>must not repeat more than %1 times</source>
        <translation>darf sich nicht öfter als %1-mal wiederholen</translation>
    </message>
    <message>
        <source>never happens</source>
        <translation>findet nie statt</translation>
    </message>
    <message>
        <source>repeats too often to be counted</source>
        <translation>wiederholt sich zu oft, um gezählt zu werden</translation>
    </message>
    <message>
        <source>must be a whole number from %1 to %2</source>
        <translation>muss eine ganze Zahl von %1 bis %2 sein</translation>
    </message>
    <message>
        <source>must be a list</source>
        <translation>muss eine Liste sein</translation>
    </message>
    <message>
        <source>is not an IANA time zone, such as Europe/Paris</source>
        <translation>ist keine IANA-Zeitzone wie Europe/Paris</translation>
    </message>
    <message>
        <source>must be en, de, fr or es</source>
        <translation>muss en, de, fr oder es sein</translation>
    </message>
    <message>
        <source>must not be more than longest_minutes</source>
        <translation>darf nicht mehr sein als die längste Dauer</translation>
    </message>
    <message>
        <source>%1 is sealed, and nothing works without it</source>
        <translation>%1 ist versiegelt, und ohne diese Einstellung geht nichts</translation>
    </message>
    <message>
        <source>%1 is not set, but %2</source>
        <translation>%1 ist nicht gesetzt, aber %2</translation>
    </message>
    <message>
        <source>CHATCAL_LLM names %1</source>
        <translation>CHATCAL_LLM nennt %1</translation>
    </message>
    <message>
        <source>%1 is</source>
        <translation>%1 ist es</translation>
    </message>
    <message>
        <source>the calendar is Google&apos;s</source>
        <translation>der Kalender ist der von Google</translation>
    </message>
    <message>
        <source>CALENDAR is caldav</source>
        <translation>CALENDAR ist caldav</translation>
    </message>
    <message>
        <source>SMTP_SERVER is, and mail needs a sender (or MY_EMAIL_ADDRESS)</source>
        <translation>SMTP_SERVER ist es, und E-Mails brauchen einen Absender (oder MY_EMAIL_ADDRESS)</translation>
    </message>
    <message>
        <source>should look like %1</source>
        <translation>sollte so aussehen: %1</translation>
    </message>
    <message>
        <source>127.0.0.1:8000 or [::1]:8000</source>
        <translation>127.0.0.1:8000 oder [::1]:8000</translation>
    </message>
    <message>
        <source>Europe/Paris, an IANA time zone</source>
        <translation>Europe/Paris, eine IANA-Zeitzone</translation>
    </message>
    <message>
        <source>en, de, fr or es</source>
        <translation>en, de, fr oder es</translation>
    </message>
    <message>
        <source>2026-03-04T09:00:00, a local time in DEFAULT_TIMEZONE</source>
        <translation>2026-03-04T09:00:00, eine Ortszeit in DEFAULT_TIMEZONE</translation>
    </message>
    <message>
        <source>https://example.com,https://www.example.com, or *</source>
        <translation>https://example.com,https://www.example.com, oder *</translation>
    </message>
    <message>
        <source>groq,anthropic,offline: each of groq, anthropic, openai, offline at most once, in order</source>
        <translation>groq,anthropic,offline: groq, anthropic, openai und offline je höchstens einmal, der Reihe nach</translation>
    </message>
    <message>
        <source>must be at least 16 characters without a space</source>
        <translation>muss mindestens 16 Zeichen ohne Leerzeichen haben</translation>
    </message>
    <message>
        <source>must be at least 32 characters, the same on every instance; openssl rand -hex 32 makes one</source>
        <translation>muss mindestens 32 Zeichen haben, auf jeder Instanz dieselben; openssl rand -hex 32 erzeugt sie</translation>
    </message>
    <message>
        <source>https://cloud.example.org/remote.php/dav, the name and password in CALDAV_USERNAME and CALDAV_PASSWORD</source>
        <translation>https://cloud.example.org/remote.php/dav, Name und Passwort in CALDAV_USERNAME und CALDAV_PASSWORD</translation>
    </message>
    <message>
        <source>https://cloud.example.org/calendars/ada/team/,https://…, addresses of calendars</source>
        <translation>https://cloud.example.org/calendars/ada/team/,https://…, Adressen von Kalendern</translation>
    </message>
    <message>
        <source>local, google or caldav</source>
        <translation>local, google oder caldav</translation>
    </message>
    <message>
        <source>nas.local,192.168.1.5:5232, hosts with or without a port</source>
        <translation>nas.local,192.168.1.5:5232, Rechner mit oder ohne Port</translation>
    </message>
    <message>
        <source>127.0.0.1,10.0.0.0/8, addresses or networks</source>
        <translation>127.0.0.1,10.0.0.0/8, Adressen oder Netze</translation>
    </message>
    <message>
        <source>smtp.example.org, a host name; its port in SMTP_PORT</source>
        <translation>smtp.example.org, ein Rechnername; der Port steht in SMTP_PORT</translation>
    </message>
    <message>
        <source>587, a port number</source>
        <translation>587, eine Portnummer</translation>
    </message>
    <message>
        <source>starttls, tls, or none (to this machine itself only)</source>
        <translation>starttls, tls oder none (nur zu diesem Rechner selbst)</translation>
    </message>
    <message>
        <source>json or text</source>
        <translation>json oder text</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>yes oder no</translation>
    </message>
    <message>
        <source>/var/lib/chatcal, a folder</source>
        <translation>/var/lib/chatcal, ein Ordner</translation>
    </message>
    <message>
        <source>must be one line</source>
        <translation>muss eine einzige Zeile sein</translation>
    </message>
    <message>
        <source>must be one line of at most 300 characters</source>
        <translation>muss eine einzige Zeile mit höchstens 300 Zeichen sein</translation>
    </message>
    <message>
        <source>should be a number from %1 to %2</source>
        <translation>sollte eine Zahl von %1 bis %2 sein</translation>
    </message>
    <message>
        <source>must be after from, within 370 days</source>
        <translation>muss nach from liegen, höchstens 370 Tage danach</translation>
    </message>
    <message>
        <source>Google is not set up</source>
        <translation>Google ist nicht eingerichtet</translation>
    </message>
    <message>
        <source>This server has no Google client. Its operator sets GOOGLE_CLIENT_ID and GOOGLE_CLIENT_SECRET.</source>
        <translation>Dieser Server hat keinen Google-Client. Sein Betreiber setzt GOOGLE_CLIENT_ID und GOOGLE_CLIENT_SECRET.</translation>
    </message>
    <message>
        <source>Only an admin may connect the calendar.</source>
        <translation>Nur ein Administrator darf den Kalender verbinden.</translation>
    </message>
    <message>
        <source>No way back</source>
        <translation>Kein Rückweg</translation>
    </message>
    <message>
        <source>Google must know how to send the browser back: the operator sets PUBLIC_URL.</source>
        <translation>Google muss wissen, wohin es den Browser zurückschickt: Der Betreiber setzt PUBLIC_URL.</translation>
    </message>
    <message>
        <source>Only an admin may disconnect the calendar.</source>
        <translation>Nur ein Administrator darf den Kalender trennen.</translation>
    </message>
    <message>
        <source>must be after from</source>
        <translation>muss nach from liegen</translation>
    </message>
    <message>
        <source>must be within 62 days of from</source>
        <translation>darf höchstens 62 Tage nach from liegen</translation>
    </message>
    <message>
        <source>Forbidden</source>
        <translation>Nicht erlaubt</translation>
    </message>
    <message>
        <source>Unsupported Media Type</source>
        <translation>Nicht unterstütztes Format</translation>
    </message>
    <message>
        <source>Send the page&apos;s own form.</source>
        <translation>Bitte das Formular der Seite selbst absenden.</translation>
    </message>
    <message>
        <source>Only the meeting&apos;s own page may send this.</source>
        <translation>Nur die Seite des Termins selbst darf das senden.</translation>
    </message>
    <message>
        <source>Only an admin may read the metrics.</source>
        <translation>Nur ein Administrator darf die Messwerte lesen.</translation>
    </message>
    <message>
        <source>was used with another request</source>
        <translation>wurde schon mit einer anderen Anfrage verwendet</translation>
    </message>
    <message>
        <source>Only an admin may look after the mail.</source>
        <translation>Nur ein Administrator darf sich um die E-Mails kümmern.</translation>
    </message>
    <message>
        <source>must be the sequence in quotes, such as &quot;0&quot;</source>
        <translation>muss die Sequenznummer in Anführungszeichen sein, zum Beispiel &quot;0&quot;</translation>
    </message>
    <message>
        <source>must be confirmed, cancelled or pending</source>
        <translation>muss confirmed, cancelled oder pending sein</translation>
    </message>
    <message>
        <source>must be video, phone or in_person</source>
        <translation>muss video, phone oder in_person sein</translation>
    </message>
    <message>
        <source>Only an admin may take out or put in everything.</source>
        <translation>Nur ein Administrator darf alles ausgeben oder einlesen.</translation>
    </message>
    <message>
        <source>is no iCalendar text</source>
        <translation>ist kein iCalendar-Text</translation>
    </message>
    <message>
        <source>Page not found</source>
        <translation>Seite nicht gefunden</translation>
    </message>
    <message>
        <source>There is no page of this name here.</source>
        <translation>Eine Seite dieses Namens gibt es hier nicht.</translation>
    </message>
    <message>
        <source>Too many messages</source>
        <translation>Zu viele Nachrichten</translation>
    </message>
    <message>
        <source>Many messages came from your address; please wait %1 s.</source>
        <translation>Von Ihrer Adresse kamen viele Nachrichten; bitte warten Sie %1 s.</translation>
    </message>
    <message>
        <source>Bad request</source>
        <translation>Fehlerhafte Anfrage</translation>
    </message>
    <message>
        <source>Some fields are not valid</source>
        <translation>Einige Felder sind nicht gültig</translation>
    </message>
    <message>
        <source>Session not found</source>
        <translation>Sitzung nicht gefunden</translation>
    </message>
    <message>
        <source>There is no such session, or it is not yours.</source>
        <translation>Diese Sitzung gibt es nicht, oder es ist nicht Ihre.</translation>
    </message>
    <message>
        <source>Meeting not found</source>
        <translation>Termin nicht gefunden</translation>
    </message>
    <message>
        <source>There is no such meeting, or it is not yours.</source>
        <translation>Diesen Termin gibt es nicht, oder es ist nicht Ihrer.</translation>
    </message>
    <message>
        <source>Mail not found</source>
        <translation>E-Mail nicht gefunden</translation>
    </message>
    <message>
        <source>There is no such mail, or it is not yours.</source>
        <translation>Diese E-Mail gibt es nicht, oder es ist nicht Ihre.</translation>
    </message>
    <message>
        <source>There is no such page, or it is not yours.</source>
        <translation>Diese Seite gibt es nicht, oder es ist nicht Ihre.</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>Konflikt</translation>
    </message>
    <message>
        <source>Something else changed this at the same moment; look again and repeat.</source>
        <translation>Das wurde im selben Moment anderswo geändert; bitte noch einmal ansehen und wiederholen.</translation>
    </message>
    <message>
        <source>Unauthorized</source>
        <translation>Nicht angemeldet</translation>
    </message>
    <message>
        <source>This needs a valid bearer token.</source>
        <translation>Dafür ist ein gültiges Bearer-Token nötig.</translation>
    </message>
    <message>
        <source>Too many requests</source>
        <translation>Zu viele Anfragen</translation>
    </message>
    <message>
        <source>Please wait a moment and try again.</source>
        <translation>Bitte warten Sie einen Moment und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Service unavailable</source>
        <translation>Dienst nicht verfügbar</translation>
    </message>
    <message>
        <source>This cannot be answered at the moment. Please try again shortly.</source>
        <translation>Das lässt sich im Moment nicht beantworten. Bitte versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>Bad gateway</source>
        <translation>Fehlerhafte Gegenstelle</translation>
    </message>
    <message>
        <source>A service this depends on answered with something unusable.</source>
        <translation>Ein Dienst, auf den das angewiesen ist, hat etwas Unbrauchbares geantwortet.</translation>
    </message>
    <message>
        <source>Internal error</source>
        <translation>Interner Fehler</translation>
    </message>
    <message>
        <source>Something went wrong on our side. Nothing was changed.</source>
        <translation>Auf unserer Seite ging etwas schief. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Changed meanwhile</source>
        <translation>Inzwischen geändert</translation>
    </message>
    <message>
        <source>The meeting is no longer the one If-Match names; read it again.</source>
        <translation>Der Termin ist nicht mehr der, den If-Match nennt; bitte noch einmal lesen.</translation>
    </message>
    <message>
        <source>must lie within the last 7 days</source>
        <translation>muss in den letzten 7 Tagen liegen</translation>
    </message>
    <message>
        <source>must be a time such as 2026-03-10T14:00:00-04:00</source>
        <translation>muss ein Zeitpunkt sein wie 2026-03-10T14:00:00-04:00</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>must be true or false</source>
        <translation>muss true oder false sein</translation>
    </message>
    <message>
        <source>must be a list of at most %1</source>
        <translation>muss eine Liste mit höchstens %1 Einträgen sein</translation>
    </message>
    <message>
        <source>Only an admin may change the settings.</source>
        <translation>Nur ein Administrator darf die Einstellungen ändern.</translation>
    </message>
    <message>
        <source>does not accept the name, password or key (%1)</source>
        <translation>nimmt Name, Passwort oder Schlüssel nicht an (%1)</translation>
    </message>
    <message>
        <source>cannot be reached (%1)</source>
        <translation>ist nicht erreichbar (%1)</translation>
    </message>
    <message>
        <source>takes no more requests for now (%1)</source>
        <translation>nimmt vorerst keine Anfragen mehr an (%1)</translation>
    </message>
    <message>
        <source>does not work as it is set up (%1)</source>
        <translation>funktioniert so nicht, wie es eingestellt ist (%1)</translation>
    </message>
    <message>
        <source>Not to be changed here</source>
        <translation>Hier nicht zu ändern</translation>
    </message>
    <message>
        <source>This is a meeting of ChatCal; change it as a meeting.</source>
        <translation>Das ist ein Termin von ChatCal; ändern Sie ihn als Termin.</translation>
    </message>
    <message>
        <source>This event recurs; change it in the calendar it comes from.</source>
        <translation>Dieser Eintrag wiederholt sich; ändern Sie ihn in dem Kalender, aus dem er stammt.</translation>
    </message>
    <message>
        <source>Somebody else is the organizer; only they can change it.</source>
        <translation>Jemand anderes hat ihn organisiert; nur diese Person kann ihn ändern.</translation>
    </message>
    <message>
        <source>ChatCal may only read this calendar.</source>
        <translation>ChatCal darf diesen Kalender nur lesen.</translation>
    </message>
    <message>
        <source>must not be before start, and within 370 days of it</source>
        <translation>darf nicht vor start liegen und höchstens 370 Tage danach</translation>
    </message>
    <message>
        <source>Event not found</source>
        <translation>Eintrag nicht gefunden</translation>
    </message>
    <message>
        <source>There is no such event, or it is not yours.</source>
        <translation>Diesen Eintrag gibt es nicht, oder es ist nicht Ihrer.</translation>
    </message>
    <message>
        <source>The event is no longer the one If-Match names; read it again.</source>
        <translation>Der Eintrag ist nicht mehr der, den If-Match nennt; bitte noch einmal lesen.</translation>
    </message>
</context>
<context>
    <name>web</name>
    <message>
        <source>%1 at %2</source>
        <translation>%1 um %2 Uhr</translation>
    </message>
    <message>
        <source>%1, all day, %2</source>
        <translation>%1, ganztägig, %2</translation>
    </message>
    <message>
        <source>%1, tap to take</source>
        <translation>%1, zum Wählen antippen</translation>
    </message>
    <message>
        <source>%1’s assistant</source>
        <translation>Assistent von %1</translation>
    </message>
    <message>
        <source>%1’s scheduling assistant</source>
        <translation>Der Terminassistent von %1</translation>
    </message>
    <message>
        <source>30 minutes on March 10 at 2 pm, I’m Ada</source>
        <translation>30 Minuten am 10. März um 14 Uhr, ich bin Ada</translation>
    </message>
    <message>
        <source>A little too fast</source>
        <translation>Etwas zu schnell</translation>
    </message>
    <message>
        <source>A message has at most %1 characters.</source>
        <translation>Eine Nachricht hat höchstens %1 Zeichen.</translation>
    </message>
    <message>
        <source>A scheduling assistant</source>
        <translation>Ein Terminassistent</translation>
    </message>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>Add to calendar</source>
        <translation>Zum Kalender hinzufügen</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>All day</source>
        <translation>Ganztägig</translation>
    </message>
    <message>
        <source>All time zones</source>
        <translation>Alle Zeitzonen</translation>
    </message>
    <message>
        <source>All times in %1.</source>
        <translation>Alle Zeiten in %1.</translation>
    </message>
    <message>
        <source>Another day may do: name one, and I will look.</source>
        <translation>Vielleicht geht ein anderer Tag: Nennen Sie einen, und ich sehe nach.</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>Assistent</translation>
    </message>
    <message>
        <source>Assistant:</source>
        <translation>Assistent:</translation>
    </message>
    <message>
        <source>Back in a moment</source>
        <translation>Gleich wieder da</translation>
    </message>
    <message>
        <source>Book a 30 minute Google Meet on</source>
        <translation>Buchen Sie ein Google Meet, 30 Minuten, am</translation>
    </message>
    <message>
        <source>Book a 30 minute meeting with</source>
        <translation>Buche 30 Minuten mit</translation>
    </message>
    <message>
        <source>Book a 30 minute phone call on</source>
        <translation>Buchen Sie ein Telefonat, 30 Minuten, am</translation>
    </message>
    <message>
        <source>Book a meeting</source>
        <translation>Termin buchen</translation>
    </message>
    <message>
        <source>Book a time</source>
        <translation>Termin buchen</translation>
    </message>
    <message>
        <source>Book a time with %1</source>
        <translation>Termin mit %1 buchen</translation>
    </message>
    <message>
        <source>Booked. See you on Tuesday, Ada.</source>
        <translation>Gebucht. Bis Dienstag, Ada.</translation>
    </message>
    <message>
        <source>Booking</source>
        <translation>Wird gebucht</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Belegt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Absagen</translation>
    </message>
    <message>
        <source>Cancel meeting %1</source>
        <translation>Termin %1 absagen</translation>
    </message>
    <message>
        <source>Cancel this meeting?</source>
        <translation>Diesen Termin absagen?</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgesagt</translation>
    </message>
    <message>
        <source>Cancelling the meeting</source>
        <translation>Termin wird abgesagt</translation>
    </message>
    <message>
        <source>Changed since, see below</source>
        <translation>Inzwischen geändert, siehe unten</translation>
    </message>
    <message>
        <source>Chat widget</source>
        <translation>Chat-Fenster</translation>
    </message>
    <message>
        <source>ChatCal &lt;span id=&quot;version&quot;&gt;&lt;/span&gt;, self-hosted. No key, account or network is needed to begin.</source>
        <translation>ChatCal &lt;span id=&quot;version&quot;&gt;&lt;/span&gt;, selbst betrieben. Zum Anfangen braucht es weder Schlüssel noch Konto noch Netz.</translation>
    </message>
    <message>
        <source>ChatCal: say when, and the meeting is booked</source>
        <translation>ChatCal: Sagen Sie, wann, und der Termin ist gebucht</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Code to embed</source>
        <translation>Code zum Einbetten</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Gespräch</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy meeting id</source>
        <translation>Terminnummer kopieren:</translation>
    </message>
    <message>
        <source>Copy the meeting id</source>
        <translation>Terminnummer kopieren</translation>
    </message>
    <message>
        <source>Could not be copied</source>
        <translation>Konnte nicht kopiert werden</translation>
    </message>
    <message>
        <source>Could not be copied: mark it and press Ctrl+C.</source>
        <translation>Konnte nicht kopiert werden: markieren und Strg+C drücken.</translation>
    </message>
    <message>
        <source>Edit message</source>
        <translation>Nachricht bearbeiten</translation>
    </message>
    <message>
        <source>Embed</source>
        <translation>Einbetten</translation>
    </message>
    <message>
        <source>Enter sends, Shift and Enter starts a new line.</source>
        <translation>Eingabe sendet, Umschalt und Eingabe beginnt eine neue Zeile.</translation>
    </message>
    <message>
        <source>Every call with its shapes and examples, and the &lt;code&gt;openapi.json&lt;/code&gt; behind it.</source>
        <translation>Jeder Aufruf mit Formen und Beispielen, und die &lt;code&gt;openapi.json&lt;/code&gt; dahinter.</translation>
    </message>
    <message>
        <source>Floating button</source>
        <translation>Schwebende Schaltfläche</translation>
    </message>
    <message>
        <source>Free times</source>
        <translation>Freie Zeiten</translation>
    </message>
    <message>
        <source>Free: %1</source>
        <translation>Frei: %1</translation>
    </message>
    <message>
        <source>Full widget</source>
        <translation>Ganzes Chat-Fenster</translation>
    </message>
    <message>
        <source>Google Meet</source>
        <translation>Google Meet</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>Gast</translation>
    </message>
    <message>
        <source>HTTP API</source>
        <translation>HTTP-API</translation>
    </message>
    <message>
        <source>Half an hour on Tuesday at 2? I’m Ada, ada@example.com</source>
        <translation>Am Dienstag um 14 Uhr eine halbe Stunde? Ich bin Ada, ada@example.com</translation>
    </message>
    <message>
        <source>Hello! I keep the calendar for %1. Tell me when you would like to meet, and I will book it.</source>
        <translation>Hallo! Ich führe den Kalender von %1. Sagen Sie mir, wann es passt, und ich buche den Termin.</translation>
    </message>
    <message>
        <source>Hello! Tell me when you would like to meet.</source>
        <translation>Hallo! Sagen Sie mir, wann es Ihnen passt.</translation>
    </message>
    <message>
        <source>Host: %1, %2</source>
        <translation>Beim Gastgeber: %1, %2</translation>
    </message>
    <message>
        <source>Inline</source>
        <translation>Im Text</translation>
    </message>
    <message>
        <source>It took too long this time. Trying again will not book anything twice.</source>
        <translation>Diesmal hat es zu lange gedauert. Ein neuer Versuch bucht nichts doppelt.</translation>
    </message>
    <message>
        <source>Join the video call</source>
        <translation>Am Videoanruf teilnehmen</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Keep this one</source>
        <translation>Dieses behalten</translation>
    </message>
    <message>
        <source>Latest message</source>
        <translation>Neueste Nachricht</translation>
    </message>
    <message>
        <source>Let’s find a time</source>
        <translation>Finden wir einen Termin</translation>
    </message>
    <message>
        <source>Likely</source>
        <translation>Naheliegend</translation>
    </message>
    <message>
        <source>Looking at the calendar</source>
        <translation>Sehe im Kalender nach</translation>
    </message>
    <message>
        <source>Looking for the meeting</source>
        <translation>Suche den Termin</translation>
    </message>
    <message>
        <source>Looking up the meetings</source>
        <translation>Sehe die Termine nach</translation>
    </message>
    <message>
        <source>Many messages arrived in a short time.</source>
        <translation>In kurzer Zeit kamen viele Nachrichten an.</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Termin</translation>
    </message>
    <message>
        <source>Meeting %1</source>
        <translation>Termin %1</translation>
    </message>
    <message>
        <source>Meeting %1: %2</source>
        <translation>Termin %1: %2</translation>
    </message>
    <message>
        <source>Meeting id: %1</source>
        <translation>Terminnummer: %1</translation>
    </message>
    <message>
        <source>Meeting with Ada</source>
        <translation>Termin mit Ada</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Move meeting %1</source>
        <translation>Termin %1 verschieben</translation>
    </message>
    <message>
        <source>Moving the meeting</source>
        <translation>Termin wird verschoben</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>Neues Gespräch</translation>
    </message>
    <message>
        <source>No answer yet</source>
        <translation>Noch keine Antwort</translation>
    </message>
    <message>
        <source>No free times</source>
        <translation>Keine freien Zeiten</translation>
    </message>
    <message>
        <source>No tools used</source>
        <translation>Keine Werkzeuge benutzt</translation>
    </message>
    <message>
        <source>No video link for this meeting</source>
        <translation>Kein Videolink für diesen Termin</translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation>Nicht erlaubt</translation>
    </message>
    <message>
        <source>Not sent: the server cannot be reached</source>
        <translation>Nicht gesendet: Der Server ist nicht erreichbar</translation>
    </message>
    <message>
        <source>Not the host’s clock: it is %1 there at the first of them.</source>
        <translation>Beim Gastgeber gilt eine andere Uhr: Zur ersten dieser Zeiten ist es dort %1.</translation>
    </message>
    <message>
        <source>Nothing in the calendar.</source>
        <translation>Nichts im Kalender.</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>On your own site</source>
        <translation>Auf Ihrer eigenen Website</translation>
    </message>
    <message>
        <source>One line puts the assistant on any page. It lives in a frame of its own, so your styles and its styles never meet.</source>
        <translation>Eine Zeile bringt den Assistenten auf jede Seite. Er lebt in einem eigenen Rahmen, so kommen sich Ihre und seine Stile nie in die Quere.</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Our earlier conversation has ended, so this is a fresh one.</source>
        <translation>Unser früheres Gespräch ist beendet, dies ist ein neues.</translation>
    </message>
    <message>
        <source>Our earlier conversation has ended, so this is a fresh one. Your message is still in the box: send it when you are ready.</source>
        <translation>Unser früheres Gespräch ist beendet, dies ist ein neues. Ihre Nachricht steht noch im Feld: Senden Sie sie, wenn Sie so weit sind.</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Phone call</source>
        <translation>Telefonat</translation>
    </message>
    <message>
        <source>Place: %1</source>
        <translation>Ort: %1</translation>
    </message>
    <message>
        <source>Please change it and send it again.</source>
        <translation>Bitte ändern und noch einmal senden.</translation>
    </message>
    <message>
        <source>Please note</source>
        <translation>Bitte beachten</translation>
    </message>
    <message>
        <source>Please shorten it and send it again.</source>
        <translation>Bitte kürzen und noch einmal senden.</translation>
    </message>
    <message>
        <source>Pop-up</source>
        <translation>Pop-up</translation>
    </message>
    <message>
        <source>Quick actions</source>
        <translation>Schnellaktionen</translation>
    </message>
    <message>
        <source>Raw JSON</source>
        <translation>JSON im Original</translation>
    </message>
    <message>
        <source>Read the API</source>
        <translation>API lesen</translation>
    </message>
    <message>
        <source>Say it as you would to a person, for example:</source>
        <translation>Wie zu einem Menschen, zum Beispiel:</translation>
    </message>
    <message>
        <source>Say when.&lt;br&gt;The meeting is booked.</source>
        <translation>Sagen Sie, wann.&lt;br&gt;Der Termin ist gebucht.</translation>
    </message>
    <message>
        <source>Say who and when</source>
        <translation>Mit wem und wann</translation>
    </message>
    <message>
        <source>Scheduling assistant</source>
        <translation>Terminassistent</translation>
    </message>
    <message>
        <source>See open times</source>
        <translation>Freie Zeiten ansehen</translation>
    </message>
    <message>
        <source>See your day</source>
        <translation>Den Tag ansehen</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Simple chat</source>
        <translation>Einfacher Chat</translation>
    </message>
    <message>
        <source>Simple chat with %1</source>
        <translation>Einfacher Chat mit %1</translation>
    </message>
    <message>
        <source>Skip to the content</source>
        <translation>Zum Inhalt springen</translation>
    </message>
    <message>
        <source>Something went wrong on the server</source>
        <translation>Auf dem Server ist etwas schiefgegangen</translation>
    </message>
    <message>
        <source>Start a new conversation?</source>
        <translation>Neues Gespräch beginnen?</translation>
    </message>
    <message>
        <source>Start new</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Von vorn beginnen</translation>
    </message>
    <message>
        <source>Still working on it</source>
        <translation>Noch in Arbeit</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation>Nicht länger warten</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Suggested answers</source>
        <translation>Vorgeschlagene Antworten</translation>
    </message>
    <message>
        <source>Talk by video</source>
        <translation>Per Video sprechen</translation>
    </message>
    <message>
        <source>Tap one to take it</source>
        <translation>Zum Wählen antippen</translation>
    </message>
    <message>
        <source>Text first and light. Shows which tools were used and the raw answer on demand.</source>
        <translation>Text zuerst und leicht. Zeigt, welche Werkzeuge benutzt wurden, und auf Wunsch die Antwort im Original.</translation>
    </message>
    <message>
        <source>That message could not be taken</source>
        <translation>Diese Nachricht konnte nicht angenommen werden</translation>
    </message>
    <message>
        <source>That message is too large</source>
        <translation>Diese Nachricht ist zu groß</translation>
    </message>
    <message>
        <source>The assistant is not available right now. Your message is kept.</source>
        <translation>Der Assistent ist gerade nicht verfügbar. Ihre Nachricht bleibt erhalten.</translation>
    </message>
    <message>
        <source>The assistant is writing.</source>
        <translation>Der Assistent schreibt.</translation>
    </message>
    <message>
        <source>The earlier conversation has ended, so this is a fresh one.</source>
        <translation>Das frühere Gespräch ist beendet, dies ist ein neues.</translation>
    </message>
    <message>
        <source>The earlier conversation has ended, so this is a fresh one. Your message is still in the box.</source>
        <translation>Das frühere Gespräch ist beendet, dies ist ein neues. Ihre Nachricht steht noch im Feld.</translation>
    </message>
    <message>
        <source>The earlier messages cannot be shown right now. They are not lost.</source>
        <translation>Die früheren Nachrichten können gerade nicht angezeigt werden. Sie sind nicht verloren.</translation>
    </message>
    <message>
        <source>The scheduling assistant you talk to: say when, and the meeting is booked.</source>
        <translation>Der Terminassistent, mit dem man spricht: Sagen Sie, wann, und der Termin ist gebucht.</translation>
    </message>
    <message>
        <source>The server refused this request.</source>
        <translation>Der Server hat diese Anfrage abgelehnt.</translation>
    </message>
    <message>
        <source>The whole assistant on one page: one-tap times, cards to move, cancel and keep.</source>
        <translation>Der ganze Assistent auf einer Seite: Zeiten zum Antippen, Karten zum Verschieben, Absagen und Behalten.</translation>
    </message>
    <message>
        <source>This message is being handled already.</source>
        <translation>Diese Nachricht wird schon bearbeitet.</translation>
    </message>
    <message>
        <source>This page needs JavaScript to talk to the assistant.</source>
        <translation>Diese Seite braucht JavaScript, um mit dem Assistenten zu sprechen.</translation>
    </message>
    <message>
        <source>This server does not answer right now.</source>
        <translation>Dieser Server antwortet gerade nicht.</translation>
    </message>
    <message>
        <source>This server is up.</source>
        <translation>Dieser Server läuft.</translation>
    </message>
    <message>
        <source>Times in</source>
        <translation>Zeiten in</translation>
    </message>
    <message>
        <source>Tools: %1</source>
        <translation>Werkzeuge: %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Try again in %1 s</source>
        <translation>Neuer Versuch in %1 s</translation>
    </message>
    <message>
        <source>Tuesday, 2:00 PM – 2:30 PM</source>
        <translation>Dienstag, 14:00 – 14:30</translation>
    </message>
    <message>
        <source>Video: %1</source>
        <translation>Video: %1</translation>
    </message>
    <message>
        <source>Waiting for approval</source>
        <translation>Wartet auf Zustimmung</translation>
    </message>
    <message>
        <source>Waiting for the answer…</source>
        <translation>Warte auf die Antwort …</translation>
    </message>
    <message>
        <source>Way to embed</source>
        <translation>Art der Einbettung</translation>
    </message>
    <message>
        <source>We call you</source>
        <translation>Wir rufen Sie an</translation>
    </message>
    <message>
        <source>What is here</source>
        <translation>Was es hier gibt</translation>
    </message>
    <message>
        <source>What shall I do?</source>
        <translation>Was soll ich tun?</translation>
    </message>
    <message>
        <source>What was already booked stays booked. Trying again will not book anything twice.</source>
        <translation>Was schon gebucht ist, bleibt gebucht. Ein neuer Versuch bucht nichts doppelt.</translation>
    </message>
    <message>
        <source>What was said here is deleted. Meetings you booked stay booked, but this page can no longer move or cancel them.</source>
        <translation>Was hier gesagt wurde, wird gelöscht. Gebuchte Termine bleiben gebucht, aber diese Seite kann sie nicht mehr verschieben oder absagen.</translation>
    </message>
    <message>
        <source>What’s on today?</source>
        <translation>Was steht heute an?</translation>
    </message>
    <message>
        <source>When am I free?</source>
        <translation>Wann habe ich Zeit?</translation>
    </message>
    <message>
        <source>When are you free?</source>
        <translation>Wann haben Sie Zeit?</translation>
    </message>
    <message>
        <source>With: %1</source>
        <translation>Mit: %1</translation>
    </message>
    <message>
        <source>Worth trying again in %1 s.</source>
        <translation>Ein neuer Versuch lohnt sich in %1 s.</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>Nachricht schreiben</translation>
    </message>
    <message>
        <source>Write as you would to a person. One message can be enough:</source>
        <translation>Schreiben Sie wie an einen Menschen. Eine Nachricht kann genügen:</translation>
    </message>
    <message>
        <source>Write one sentence, as to a person. ChatCal reads the day, the time and the length, looks into the calendar, books, and writes the invitation. A taken time is answered with the nearest free ones.</source>
        <translation>Schreiben Sie einen Satz, wie an einen Menschen. ChatCal liest Tag, Uhrzeit und Dauer, sieht in den Kalender, bucht und schreibt die Einladung. Ist eine Zeit belegt, kommen die nächsten freien als Antwort.</translation>
    </message>
    <message>
        <source>Yes, cancel it</source>
        <translation>Ja, absagen</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>You are offline, or the server is. What you write is kept.</source>
        <translation>Sie sind offline, oder der Server ist es. Was Sie schreiben, bleibt erhalten.</translation>
    </message>
    <message>
        <source>You could say:</source>
        <translation>Sie könnten sagen:</translation>
    </message>
    <message>
        <source>You:</source>
        <translation>Sie:</translation>
    </message>
    <message>
        <source>Your message</source>
        <translation>Ihre Nachricht</translation>
    </message>
    <message>
        <source>Your message is kept. Trying again will not book anything twice.</source>
        <translation>Ihre Nachricht bleibt erhalten. Ein neuer Versuch bucht nichts doppelt.</translation>
    </message>
    <message>
        <source>model: %1</source>
        <translation>Modell: %1</translation>
    </message>
    <message>
        <source>with %1</source>
        <translation>mit %1</translation>
    </message>
    <message>
        <source>your host</source>
        <translation>Gastgeber</translation>
    </message>
    <message>
        <source>“Lunch with Kim tomorrow at noon” · “What’s on today?” · “Move my 3 pm to Friday”</source>
        <translation>„Mittagessen mit Kim morgen um 12“ · „Was steht heute an?“ · „Verschiebe meinen Termin um 15 Uhr auf Freitag“</translation>
    </message>
    <message>
        <source>“Thursday at 3 pm for half an hour. I’m Ada, ada@example.com”</source>
        <translation>„Donnerstag um 15 Uhr, eine halbe Stunde. Ich bin Ada, ada@example.com“</translation>
    </message>
    <message numerus="yes">
        <source>%n characters left</source>
        <translation>
            <numerusform>noch %n Zeichen</numerusform>
            <numerusform>noch %n Zeichen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n characters too many</source>
        <translation>
            <numerusform>%n Zeichen zu viel</numerusform>
            <numerusform>%n Zeichen zu viel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>Show in the agenda</source>
        <translation>Im Kalender zeigen</translation>
    </message>
    <message>
        <source>Speak of something else</source>
        <translation>Über etwas anderes sprechen</translation>
    </message>
    <message>
        <source>Speaking of</source>
        <translation>Es geht um</translation>
    </message>
    <message>
        <source>Your message is kept and goes out by itself once the server is back, without booking anything twice.</source>
        <translation>Die Nachricht bleibt erhalten und geht von selbst hinaus, sobald der Server wieder da ist; nichts wird doppelt gebucht.</translation>
    </message>
</context>
</TS>
