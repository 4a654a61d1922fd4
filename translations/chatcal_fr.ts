<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AgendaCalendars</name>
    <message>
        <source>Local calendar</source>
        <translation>Agenda local</translation>
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
        <translation>%2 – %3 %1 %4</translation>
    </message>
    <message>
        <source>%1 %2 – %3 %4, %5</source>
        <translation>%2 %1 – %4 %3 %5</translation>
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
        <translation>en route</translation>
    </message>
    <message>
        <source>being cancelled</source>
        <translation>en cours d’annulation</translation>
    </message>
    <message>
        <source>+%1</source>
        <translation>+%1</translation>
    </message>
    <message>
        <source>New meeting</source>
        <translation>Nouveau rendez-vous</translation>
    </message>
    <message>
        <source>Busy: %1</source>
        <translation>Occupé&#xa0;: %1</translation>
    </message>
    <message>
        <source>W%1</source>
        <translation>S%1</translation>
    </message>
    <message>
        <source>all day</source>
        <translation>toute la journée</translation>
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
        <translation>«&#xa0;%1&#xa0;» est conservé et sera envoyé au retour du serveur.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is taken back.</source>
        <translation>«&#xa0;%1&#xa0;» est retiré.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is cancelled.</source>
        <translation>«&#xa0;%1&#xa0;» est annulé.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is back at %2.</source>
        <translation>«&#xa0;%1&#xa0;» est revenu à %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; now lasts until %2.</source>
        <translation>«&#xa0;%1&#xa0;» dure maintenant jusqu’à %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; moved to %2.</source>
        <translation>«&#xa0;%1&#xa0;» déplacé&#xa0;: %2.</translation>
    </message>
    <message>
        <source>Booked: &quot;%1&quot;, %2.</source>
        <translation>Réservé&#xa0;: «&#xa0;%1&#xa0;», %2.</translation>
    </message>
    <message>
        <source>Booked again: &quot;%1&quot;, %2.</source>
        <translation>Réservé de nouveau&#xa0;: «&#xa0;%1&#xa0;», %2.</translation>
    </message>
    <message>
        <source>%1 The guests get a new invitation.</source>
        <translation>%1 Les invités reçoivent une nouvelle invitation.</translation>
    </message>
    <message>
        <source>The calendar refused &quot;%1&quot;.</source>
        <translation>L’agenda a refusé «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>&quot;%1&quot;: %2</source>
        <translation>«&#xa0;%1&#xa0;»&#xa0;: %2</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Il n’y a rien à annuler.</translation>
    </message>
    <message>
        <source>There is nothing to do again.</source>
        <translation>Il n’y a rien à rétablir.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is deleted. ChatCal sends no mail about it.</source>
        <translation>«&#xa0;%1&#xa0;» est supprimé. ChatCal n’envoie aucun e-mail à ce sujet.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is back in the calendar.</source>
        <translation>«&#xa0;%1&#xa0;» est de nouveau dans l’agenda.</translation>
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
        <translation>Annuler</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Cancel the meeting?</source>
        <translation>Annuler le rendez-vous&#xa0;?</translation>
    </message>
    <message>
        <source>Cancel &quot;%1&quot;?</source>
        <translation>Annuler «&#xa0;%1&#xa0;»&#xa0;?</translation>
    </message>
    <message numerus="yes">
        <source>A mail about it goes to: %1</source>
        <translation>
            <numerusform>Un e-mail en informera&#xa0;: %1</numerusform>
            <numerusform>Un e-mail en informera&#xa0;: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel the meeting</source>
        <translation>Annuler le rendez-vous</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Conserver</translation>
    </message>
    <message>
        <source>All day: %1</source>
        <translation>Toute la journée&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Delete the event?</source>
        <translation>Supprimer l’événement&#xa0;?</translation>
    </message>
    <message>
        <source>Delete &quot;%1&quot;?</source>
        <translation>Supprimer «&#xa0;%1&#xa0;»&#xa0;?</translation>
    </message>
    <message>
        <source>ChatCal sends no mail about it to those who take part.</source>
        <translation>ChatCal n’envoie aucun e-mail à ce sujet aux participants.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
</context>
<context>
    <name>ChatCal::AgendaSearch</name>
    <message>
        <source>Search</source>
        <translation>Chercher</translation>
    </message>
    <message>
        <source>Search the calendar</source>
        <translation>Chercher dans l’agenda</translation>
    </message>
    <message>
        <source>Title, guest or place</source>
        <translation>Titre, invité ou lieu</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Trouvé</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>Fermer la recherche</translation>
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
        <translation>Lecture de l’agenda…</translation>
    </message>
    <message>
        <source>A year back and a year ahead are searched.</source>
        <translation>La recherche couvre un an en arrière et un an en avant.</translation>
    </message>
    <message>
        <source>The server does not answer, so nothing can be searched.</source>
        <translation>Le serveur ne répond pas, la recherche est donc impossible.</translation>
    </message>
    <message>
        <source>Nothing has &quot;%1&quot; in it, a year back and a year ahead.</source>
        <translation>Rien ne contient «&#xa0;%1&#xa0;», un an en arrière et un an en avant.</translation>
    </message>
    <message>
        <source>Found: %1</source>
        <translation>Trouvé&#xa0;: %1</translation>
    </message>
    <message>
        <source>Only what was read before: the server does not answer.</source>
        <translation>Seulement ce qui a déjà été lu&#xa0;: le serveur ne répond pas.</translation>
    </message>
</context>
<context>
    <name>ChatCal::AgendaView</name>
    <message>
        <source>all day</source>
        <translation>toute la journée</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>Nothing is planned this week</source>
        <translation>Rien n’est prévu cette semaine</translation>
    </message>
    <message>
        <source>Nothing is planned on this day</source>
        <translation>Rien n’est prévu ce jour-là</translation>
    </message>
    <message>
        <source>%1. Entries: %2</source>
        <translation>%1. Entrées&#xa0;: %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is still on its way to the calendar.</source>
        <translation>«&#xa0;%1&#xa0;» est encore en route vers l’agenda.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not booked with ChatCal: change it in the calendar it comes from.</source>
        <translation>«&#xa0;%1&#xa0;» n’a pas été réservé avec ChatCal&#xa0;: modifiez-le dans son agenda d’origine.</translation>
    </message>
    <message>
        <source>Nothing is planned this month</source>
        <translation>Rien n’est prévu ce mois-ci</translation>
    </message>
    <message>
        <source>Draw a meeting with the mouse, press Ctrl+N to book in one line, or say what you need in the chat.</source>
        <translation>Tracez un rendez-vous à la souris, appuyez sur Ctrl+N pour réserver en une ligne, ou dites ce qu’il vous faut dans la discussion.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1. Busy: %2</source>
        <translation>%1. Occupé&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1, %2, free</source>
        <translation>%1, %2, libre</translation>
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
        <translation>«&#xa0;%1&#xa0;» se répète&#xa0;: modifiez-le dans son agenda d’origine.</translation>
    </message>
    <message>
        <source>Somebody else organizes &quot;%1&quot;: only they can change it.</source>
        <translation>«&#xa0;%1&#xa0;» est organisé par quelqu’un d’autre, qui seul peut le modifier.</translation>
    </message>
    <message>
        <source>ChatCal only reads the calendar of &quot;%1&quot;: change it there.</source>
        <translation>ChatCal ne fait que lire l’agenda de «&#xa0;%1&#xa0;»&#xa0;: modifiez-le là-bas.</translation>
    </message>
</context>
<context>
    <name>ChatCal::AppearancePage</name>
    <message>
        <source>As the desktop has it</source>
        <translation>Comme le bureau</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Apparence</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Text &amp;size</source>
        <translation>&amp;Taille du texte</translation>
    </message>
    <message>
        <source>For all of ChatCal&apos;s windows, at once.</source>
        <translation>Pour toutes les fenêtres de ChatCal, tout de suite.</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>Holds from the next start of ChatCal on.</source>
        <translation>Valable au prochain démarrage de ChatCal.</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Général</translation>
    </message>
    <message>
        <source>&amp;Keep ChatCal in the tray when its window is closed</source>
        <translation>&amp;Garder ChatCal dans la zone de notification quand sa fenêtre est fermée</translation>
    </message>
    <message>
        <source>This could not be kept: the folder of what starts at login cannot be written to.</source>
        <translation>Impossible de l’enregistrer&#xa0;: le dossier de démarrage automatique n’est pas accessible en écriture.</translation>
    </message>
    <message>
        <source>Start &amp;ChatCal when I log in</source>
        <translation>Lancer &amp;ChatCal à l’ouverture de session</translation>
    </message>
</context>
<context>
    <name>ChatCal::ApplyBar</name>
    <message>
        <source>&amp;Apply</source>
        <translation>&amp;Appliquer</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Appliquer</translation>
    </message>
    <message>
        <source>There is nothing to apply yet.</source>
        <translation>Il n’y a encore rien à appliquer.</translation>
    </message>
    <message>
        <source>Not applied: see above what is wrong.</source>
        <translation>Non appliqué&#xa0;: voyez plus haut ce qui ne va pas.</translation>
    </message>
    <message>
        <source>Only an admin of this server may do that.</source>
        <translation>Seul un administrateur de ce serveur peut le faire.</translation>
    </message>
    <message>
        <source>This server does not know that yet. Is it up to date?</source>
        <translation>Ce serveur ne connaît pas encore cela. Est-il à jour&#xa0;?</translation>
    </message>
    <message>
        <source>The server does not answer. Try again in a moment.</source>
        <translation>Le serveur ne répond pas. Réessayez dans un instant.</translation>
    </message>
    <message>
        <source>That was too often. Try again in a minute.</source>
        <translation>C’était trop souvent. Réessayez dans une minute.</translation>
    </message>
    <message>
        <source>Not kept: passwords and keys are only kept in a keychain or under a passphrase.</source>
        <translation>Non conservé&#xa0;: mots de passe et clés ne sont gardés que dans un trousseau ou sous une phrase secrète.</translation>
    </message>
</context>
<context>
    <name>ChatCal::AssistantPage</name>
    <message>
        <source>The team&apos;s server answers in the chat. Its operator sets up with which models.</source>
        <translation>Le serveur de l’équipe répond dans la discussion. Son exploitant choisit avec quels modèles.</translation>
    </message>
    <message>
        <source>ChatCal&apos;s own model works offline, needs no key and sends nothing anywhere. A model of a service understands freer wording; what is said in the chat then goes to that service.</source>
        <translation>Le modèle de ChatCal fonctionne hors ligne, sans clé, et n’envoie rien nulle part. Le modèle d’un service comprend des tournures plus libres&#xa0;; ce qui est dit dans la discussion va alors à ce service.</translation>
    </message>
    <message>
        <source>Groq</source>
        <translation>Groq</translation>
    </message>
    <message>
        <source>&amp;Groq key</source>
        <translation>Clé &amp;Groq</translation>
    </message>
    <message>
        <source>From console.groq.com, for free.</source>
        <translation>Sur console.groq.com, gratuitement.</translation>
    </message>
    <message>
        <source>Model at Groq</source>
        <translation>Modèle chez Groq</translation>
    </message>
    <message>
        <source>Anthropic</source>
        <translation>Anthropic</translation>
    </message>
    <message>
        <source>&amp;Anthropic key</source>
        <translation>Clé &amp;Anthropic</translation>
    </message>
    <message>
        <source>From console.anthropic.com.</source>
        <translation>Sur console.anthropic.com.</translation>
    </message>
    <message>
        <source>Model at Anthropic</source>
        <translation>Modèle chez Anthropic</translation>
    </message>
    <message>
        <source>Any other service</source>
        <translation>Un autre service</translation>
    </message>
    <message>
        <source>One that speaks as OpenAI&apos;s does: Ollama or llama.cpp on your own machine, and many others.</source>
        <translation>Un service compatible avec OpenAI&#xa0;: Ollama ou llama.cpp sur votre machine, et bien d’autres.</translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation>A&amp;dresse</translation>
    </message>
    <message>
        <source>&amp;Model there</source>
        <translation>&amp;Modèle</translation>
    </message>
    <message>
        <source>&amp;Key there</source>
        <translation>&amp;Clé</translation>
    </message>
    <message>
        <source>A service on your own machine needs none.</source>
        <translation>Un service sur votre machine n’en a pas besoin.</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Ordre</translation>
    </message>
    <message>
        <source>The first that answers is used.</source>
        <translation>Le premier qui répond est utilisé.</translation>
    </message>
    <message>
        <source>M&amp;odels</source>
        <translation>M&amp;odèles</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>&amp;Vérifier</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>Assistant</translation>
    </message>
</context>
<context>
    <name>ChatCal::AssistantStep</name>
    <message>
        <source>Start ChatCal when I &amp;log in</source>
        <translation>&amp;Lancer ChatCal à l’ouverture de session</translation>
    </message>
    <message>
        <source>&amp;Groq key</source>
        <translation>Clé &amp;Groq</translation>
    </message>
    <message>
        <source>Not needed. With a key from console.groq.com a larger model answers; what you say in the chat then goes to Groq.</source>
        <translation>Facultatif. Avec une clé de console.groq.com, un modèle plus grand répond&#xa0;; ce que vous dites dans la discussion va alors à Groq.</translation>
    </message>
    <message>
        <source>Start ChatCal when I log in</source>
        <translation>Lancer ChatCal à l’ouverture de session</translation>
    </message>
    <message>
        <source>It works offline, on this machine, with nothing to set up. Try &quot;Lunch with Ada tomorrow at noon&quot;.</source>
        <translation>Il fonctionne hors ligne, sur cette machine, sans réglage. Essayez «&#xa0;Déjeuner avec Ada demain à midi&#xa0;».</translation>
    </message>
    <message>
        <source>Your assistant is ready</source>
        <translation>Votre assistant est prêt</translation>
    </message>
</context>
<context>
    <name>ChatCal::BookingCard</name>
    <message>
        <source>Book</source>
        <translation>Réserver</translation>
    </message>
    <message>
        <source>New meeting</source>
        <translation>Nouveau rendez-vous</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>What is it about?</source>
        <translation>De quoi s’agit-il&#xa0;?</translation>
    </message>
    <message>
        <source>It needs a title first.</source>
        <translation>Il faut d’abord un titre.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is then already.</source>
        <translation>Il y a déjà «&#xa0;%1&#xa0;» à ce moment.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
</context>
<context>
    <name>ChatCal::CalendarLegend</name>
    <message>
        <source>Calendars</source>
        <translation>Agendas</translation>
    </message>
    <message>
        <source>Show or hide this calendar</source>
        <translation>Afficher ou masquer cet agenda</translation>
    </message>
</context>
<context>
    <name>ChatCal::CalendarPage</name>
    <message>
        <source>Meetings are kept where the team&apos;s server keeps them. Its operator sets that up; an admin of the server connects the team&apos;s Google calendar.</source>
        <translation>Les rendez-vous sont gardés là où le serveur de l’équipe les garde. Son exploitant s’en occupe&#xa0;; un administrateur du serveur connecte l’agenda Google de l’équipe.</translation>
    </message>
    <message>
        <source>Google</source>
        <translation>Google</translation>
    </message>
    <message>
        <source>&amp;Meetings are kept</source>
        <translation>Les &amp;rendez-vous sont gardés</translation>
    </message>
    <message>
        <source>Here, on this machine</source>
        <translation>Ici, sur cette machine</translation>
    </message>
    <message>
        <source>At Google Calendar</source>
        <translation>Dans Google Agenda</translation>
    </message>
    <message>
        <source>On a CalDAV server</source>
        <translation>Sur un serveur CalDAV</translation>
    </message>
    <message>
        <source>Nextcloud, Fastmail, iCloud, Posteo and many others speak CalDAV.</source>
        <translation>Nextcloud, Fastmail, iCloud, Posteo et bien d’autres parlent CalDAV.</translation>
    </message>
    <message>
        <source>Add&amp;ress</source>
        <translation>Ad&amp;resse</translation>
    </message>
    <message>
        <source>Of the server, or of the very calendar to write to.</source>
        <translation>Du serveur, ou de l’agenda même où écrire.</translation>
    </message>
    <message>
        <source>&amp;Name there</source>
        <translation>&amp;Nom d’utilisateur</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>Mot de &amp;passe</translation>
    </message>
    <message>
        <source>Better one made for apps than the one you sign in with.</source>
        <translation>De préférence un mot de passe d’application plutôt que celui de connexion.</translation>
    </message>
    <message>
        <source>&amp;Further calendars</source>
        <translation>Autres &amp;agendas</translation>
    </message>
    <message>
        <source>Addresses of calendars there in which you are busy too, with commas between them.</source>
        <translation>Adresses d’autres agendas où vous êtes occupé, séparées par des virgules.</translation>
    </message>
    <message>
        <source>At &amp;home</source>
        <translation>C&amp;hez vous</translation>
    </message>
    <message>
        <source>The server&apos;s name, if it stands in your own network: nas.local</source>
        <translation>Le nom du serveur, s’il est dans votre réseau&#xa0;: nas.local</translation>
    </message>
    <message>
        <source>Client &amp;ID</source>
        <translation>&amp;ID client</translation>
    </message>
    <message>
        <source>Of an OAuth client of your own, type &quot;Desktop app&quot;, from console.cloud.google.com.</source>
        <translation>D’un client OAuth à vous, de type «&#xa0;Application de bureau&#xa0;», depuis console.cloud.google.com.</translation>
    </message>
    <message>
        <source>Client &amp;secret</source>
        <translation>Code &amp;secret du client</translation>
    </message>
    <message>
        <source>Ca&amp;lendar</source>
        <translation>A&amp;genda</translation>
    </message>
    <message>
        <source>The one to write to; your main one until you name another.</source>
        <translation>Celui où écrire&#xa0;; le principal tant que vous n’en nommez pas d’autre.</translation>
    </message>
    <message>
        <source>IDs of calendars in which you are busy too, with commas between them.</source>
        <translation>Identifiants d’autres agendas où vous êtes occupé, séparés par des virgules.</translation>
    </message>
    <message>
        <source>&amp;Account</source>
        <translation>&amp;Compte</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>&amp;Vérifier</translation>
    </message>
    <message>
        <source>First put in the client&apos;s ID and secret, and choose Apply.</source>
        <translation>Saisissez d’abord l’ID et le code secret du client, puis choisissez Appliquer.</translation>
    </message>
    <message>
        <source>Calendar accounts</source>
        <translation>Comptes d’agenda</translation>
    </message>
</context>
<context>
    <name>ChatCal::CalendarStep</name>
    <message>
        <source>Here, on this machine</source>
        <translation>Ici, sur cette machine</translation>
    </message>
    <message>
        <source>At Google Calendar</source>
        <translation>Dans Google Agenda</translation>
    </message>
    <message>
        <source>On a CalDAV server</source>
        <translation>Sur un serveur CalDAV</translation>
    </message>
    <message>
        <source>&amp;Meetings are kept</source>
        <translation>Les &amp;rendez-vous sont gardés</translation>
    </message>
    <message>
        <source>You can change that at any time in the settings.</source>
        <translation>Vous pourrez changer cela à tout moment dans les réglages.</translation>
    </message>
    <message>
        <source>Add&amp;ress</source>
        <translation>Ad&amp;resse</translation>
    </message>
    <message>
        <source>Na&amp;me there</source>
        <translation>No&amp;m d’utilisateur</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>Mot de &amp;passe</translation>
    </message>
    <message>
        <source>Better one made for apps than the one you sign in with.</source>
        <translation>De préférence un mot de passe d’application plutôt que celui de connexion.</translation>
    </message>
    <message>
        <source>Client &amp;ID</source>
        <translation>&amp;ID client</translation>
    </message>
    <message>
        <source>Of an OAuth client of your own, type &quot;Desktop app&quot;, from console.cloud.google.com.</source>
        <translation>D’un client OAuth à vous, de type «&#xa0;Application de bureau&#xa0;», depuis console.cloud.google.com.</translation>
    </message>
    <message>
        <source>Client &amp;secret</source>
        <translation>Code &amp;secret du client</translation>
    </message>
    <message>
        <source>&amp;Account</source>
        <translation>&amp;Compte</translation>
    </message>
    <message>
        <source>ChatCal can keep your meetings by itself, or in the calendar you already have.</source>
        <translation>ChatCal peut garder vos rendez-vous lui-même, ou dans l’agenda que vous avez déjà.</translation>
    </message>
    <message>
        <source>Where is your calendar?</source>
        <translation>Où est votre agenda&#xa0;?</translation>
    </message>
</context>
<context>
    <name>ChatCal::ChatView</name>
    <message>
        <source>Chat</source>
        <translation>Discussion</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Démarrage…</translation>
    </message>
    <message>
        <source>The chat&apos;s view is missing</source>
        <translation>La vue de la discussion est absente</translation>
    </message>
    <message>
        <source>The part of ChatCal that shows it is not installed. Booking in one line and the agenda work without it.</source>
        <translation>La partie de ChatCal qui l’affiche n’est pas installée. La réservation en une ligne et l’agenda fonctionnent sans elle.</translation>
    </message>
    <message>
        <source>The chat could not be loaded</source>
        <translation>La discussion n’a pas pu être chargée</translation>
    </message>
    <message>
        <source>The server did not answer.</source>
        <translation>Le serveur n’a pas répondu.</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Réessayer</translation>
    </message>
</context>
<context>
    <name>ChatCal::DataPage</name>
    <message>
        <source>Where to put the export</source>
        <translation>Où mettre l’export</translation>
    </message>
    <message>
        <source>What to import</source>
        <translation>Que faut-il importer</translation>
    </message>
    <message>
        <source>Calendars and exports (*.ics *.json);;All files (*)</source>
        <translation>Agendas et exports (*.ics *.json);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Emporter</translation>
    </message>
    <message>
        <source>Meetings, people met, settings and the calendar, as files that other programs can read. Passwords and keys stay here. What was said in chats is forgotten after 30 days and is not part of it.</source>
        <translation>Rendez-vous, personnes, réglages et agenda, sous forme de fichiers lisibles par d’autres programmes. Mots de passe et clés restent ici. Ce qui est dit dans les discussions est oublié après 30 jours et n’en fait pas partie.</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exporter…</translation>
    </message>
    <message>
        <source>Put in</source>
        <translation>Importer</translation>
    </message>
    <message>
        <source>A calendar file (.ics) of another program, or an export of ChatCal. First you see what is in it; events that are here already are left out.</source>
        <translation>Un fichier d’agenda (.ics) d’un autre programme, ou un export de ChatCal. Vous voyez d’abord ce qu’il contient&#xa0;; ce qui est déjà là est laissé de côté.</translation>
    </message>
    <message>
        <source>&amp;Choose a file…</source>
        <translation>&amp;Choisir un fichier…</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importer</translation>
    </message>
    <message>
        <source>&amp;Undo the import</source>
        <translation>A&amp;nnuler l’import</translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation>Progression de l’import</translation>
    </message>
    <message>
        <source>Passwords and keys</source>
        <translation>Mots de passe et clés</translation>
    </message>
    <message>
        <source>&amp;Give the passphrase…</source>
        <translation>&amp;Donner la phrase secrète…</translation>
    </message>
    <message>
        <source>Delete everything</source>
        <translation>Tout supprimer</translation>
    </message>
    <message>
        <source>This is a team&apos;s server: meetings, conversations and settings are kept there, and its operator can delete them. This machine keeps a copy of the agenda and what waits to be sent; both go when you remove the server from ChatCal.</source>
        <translation>C’est le serveur d’une équipe&#xa0;: rendez-vous, conversations et réglages y sont gardés, et son exploitant peut les supprimer. Cette machine garde une copie de l’agenda et ce qui attend d’être envoyé&#xa0;; les deux disparaissent quand vous retirez le serveur de ChatCal.</translation>
    </message>
    <message>
        <source>DELETE</source>
        <translation>SUPPRIMER</translation>
    </message>
    <message>
        <source>T&amp;ype %1</source>
        <translation>&amp;Tapez %1</translation>
    </message>
    <message>
        <source>Meetings, conversations, settings, passwords and keys on this machine are gone for good. A calendar at Google or on a CalDAV server stays as it is.</source>
        <translation>Rendez-vous, conversations, réglages, mots de passe et clés de cette machine disparaissent pour de bon. Un agenda chez Google ou sur un serveur CalDAV reste tel quel.</translation>
    </message>
    <message>
        <source>Delete e&amp;verything</source>
        <translation>&amp;Tout supprimer</translation>
    </message>
    <message>
        <source>Type %1 first.</source>
        <translation>Tapez d’abord %1.</translation>
    </message>
    <message>
        <source>Sealed, and the passphrase was not given: the services that need them are off.</source>
        <translation>Scellés, et la phrase secrète n’a pas été donnée&#xa0;: les services qui en ont besoin sont arrêtés.</translation>
    </message>
    <message>
        <source>Kept in a file that nothing seals. With the next password or key you put in they are sealed with a passphrase, or move to the keychain.</source>
        <translation>Gardés dans un fichier que rien ne scelle. Au prochain mot de passe ou à la prochaine clé, ils seront scellés par une phrase secrète ou passeront dans le trousseau.</translation>
    </message>
    <message>
        <source>Kept in a file that only your passphrase opens, for no keychain runs here.</source>
        <translation>Gardés dans un fichier que seule votre phrase secrète ouvre, car aucun trousseau ne fonctionne ici.</translation>
    </message>
    <message>
        <source>Kept in this desktop&apos;s keychain, if there are any.</source>
        <translation>Gardés dans le trousseau de ce bureau, s’il y en a.</translation>
    </message>
    <message>
        <source>Collecting…</source>
        <translation>Collecte…</translation>
    </message>
    <message>
        <source>It is in %1.</source>
        <translation>Il est dans %1.</translation>
    </message>
    <message>
        <source>Nothing could be written to %1.</source>
        <translation>Rien n’a pu être écrit dans %1.</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>Le fichier est illisible.</translation>
    </message>
    <message>
        <source>There is no event in this file.</source>
        <translation>Ce fichier ne contient aucun événement.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Examen…</translation>
    </message>
    <message numerus="yes">
        <source>%n new event(s).</source>
        <translation>
            <numerusform>%n nouvel événement.</numerusform>
            <numerusform>%n nouveaux événements.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are here already.</source>
        <translation>
            <numerusform>%n est déjà là.</numerusform>
            <numerusform>%n sont déjà là.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be read.</source>
        <translation>
            <numerusform>%n est illisible.</numerusform>
            <numerusform>%n sont illisibles.</numerusform>
        </translation>
    </message>
    <message>
        <source>The settings in it replace yours.</source>
        <translation>Les réglages qu’il contient remplacent les vôtres.</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>Import…</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) came in.</source>
        <translation>
            <numerusform>%n événement importé.</numerusform>
            <numerusform>%n événements importés.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) were taken out again.</source>
        <translation>
            <numerusform>%n événement retiré.</numerusform>
            <numerusform>%n événements retirés.</numerusform>
        </translation>
    </message>
    <message>
        <source>Deleting…</source>
        <translation>Suppression…</translation>
    </message>
    <message>
        <source>Everything is deleted. ChatCal starts afresh.</source>
        <translation>Tout est supprimé. ChatCal repart de zéro.</translation>
    </message>
    <message>
        <source>My data</source>
        <translation>Mes données</translation>
    </message>
</context>
<context>
    <name>ChatCal::DateCard</name>
    <message>
        <source>Go to a date</source>
        <translation>Aller à une date</translation>
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
        <translation>La journée</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a span of time and what takes it</comment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1: nothing is planned</source>
        <translation>%1&#xa0;: rien de prévu</translation>
    </message>
    <message>
        <source>%1. Taken: %2</source>
        <translation>%1. Occupé&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>ChatCal::Desktop</name>
    <message>
        <source>ChatCal is still here</source>
        <translation>ChatCal est toujours là</translation>
    </message>
    <message>
        <source>Click its icon to book, or choose Quit in its menu.</source>
        <translation>Cliquez sur son icône pour réserver, ou choisissez Quitter dans son menu.</translation>
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
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>Why it cannot be changed here</source>
        <translation>Pourquoi il ne peut pas être modifié ici</translation>
    </message>
    <message>
        <source>Free times</source>
        <translation>Créneaux libres</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Rejoindre</translation>
    </message>
    <message>
        <source>Move…</source>
        <translation>Déplacer…</translation>
    </message>
    <message>
        <source>Cancel meeting</source>
        <translation>Annuler le rendez-vous</translation>
    </message>
    <message>
        <source>Speak of it in the chat</source>
        <translation>En parler dans la discussion</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Copier le lien</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>Booked with ChatCal · %1</source>
        <translation>Réservé avec ChatCal · %1</translation>
    </message>
    <message>
        <source>Looking for free times…</source>
        <translation>Recherche de créneaux libres…</translation>
    </message>
    <message>
        <source>The server does not answer. Escape closes this; the meeting can be dragged as well.</source>
        <translation>Le serveur ne répond pas. Échap ferme ceci&#xa0;; le rendez-vous peut aussi être glissé.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>day, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Nothing is free within two weeks.</source>
        <translation>Rien n’est libre d’ici deux semaines.</translation>
    </message>
    <message>
        <source>Move it to:</source>
        <translation>Déplacer vers&#xa0;:</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>ChatCal sends no mail about it.</source>
        <translation>ChatCal n’envoie aucun e-mail à ce sujet.</translation>
    </message>
</context>
<context>
    <name>ChatCal::DurationField</name>
    <message>
        <source>minutes</source>
        <translation>minutes</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>heures</translation>
    </message>
    <message>
        <source>days</source>
        <translation>jours</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unité</translation>
    </message>
</context>
<context>
    <name>ChatCal::EntryField</name>
    <message>
        <source>Lunch with Kim tomorrow at noon</source>
        <translation>Déjeuner avec Kim demain à midi</translation>
    </message>
    <message>
        <source>What to book</source>
        <translation>Que réserver</translation>
    </message>
</context>
<context>
    <name>ChatCal::FirstStart</name>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Précédent</translation>
    </message>
    <message>
        <source>S&amp;kip</source>
        <translation>I&amp;gnorer</translation>
    </message>
    <message>
        <source>First start</source>
        <translation>Premier démarrage</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>Étape %1 sur %2</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Commencer</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Suivant</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Un instant…</translation>
    </message>
</context>
<context>
    <name>ChatCal::GlobalShortcut</name>
    <message>
        <source>No key opens quick booking from other programs.</source>
        <translation>Aucune touche n’ouvre la réservation rapide depuis d’autres programmes.</translation>
    </message>
    <message>
        <source>Your desktop is being asked for %1…</source>
        <translation>%1 est demandé au bureau…</translation>
    </message>
    <message>
        <source>%1 opens quick booking from any program.</source>
        <translation>%1 ouvre la réservation rapide depuis n’importe quel programme.</translation>
    </message>
    <message>
        <source>Another program holds %1. Choose another key.</source>
        <translation>Un autre programme utilise %1. Choisissez une autre touche.</translation>
    </message>
    <message>
        <source>Your desktop gives no program a key of its own. Bind “chatcal --quick” in its keyboard settings.</source>
        <translation>Votre bureau ne donne de touche à aucun programme. Associez «&#xa0;chatcal --quick&#xa0;» dans ses réglages du clavier.</translation>
    </message>
</context>
<context>
    <name>ChatCal::GoogleSignInRow</name>
    <message>
        <source>Sign in with Google…</source>
        <translation>Se connecter avec Google…</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Se déconnecter</translation>
    </message>
    <message>
        <source>Signed in. Meetings are kept there.</source>
        <translation>Connecté. Les rendez-vous y sont gardés.</translation>
    </message>
    <message>
        <source>The server is not set up for Google.</source>
        <translation>Le serveur n’est pas configuré pour Google.</translation>
    </message>
    <message>
        <source>Google took the permission back. Please sign in again.</source>
        <translation>Google a retiré l’autorisation. Veuillez vous reconnecter.</translation>
    </message>
    <message>
        <source>The kept sign-in cannot be opened any more. Please sign in again.</source>
        <translation>La connexion conservée ne peut plus être ouverte. Veuillez vous reconnecter.</translation>
    </message>
    <message>
        <source>Go on in your browser. This page follows by itself.</source>
        <translation>Continuez dans votre navigateur. Cette page suivra d’elle-même.</translation>
    </message>
    <message>
        <source>Not signed in.</source>
        <translation>Non connecté.</translation>
    </message>
    <message>
        <source>No browser could be opened.</source>
        <translation>Aucun navigateur n’a pu être ouvert.</translation>
    </message>
</context>
<context>
    <name>ChatCal::HostPage</name>
    <message>
        <source>Applying…</source>
        <translation>Application…</translation>
    </message>
    <message>
        <source>Applied. It holds from now on.</source>
        <translation>Appliqué. Valable dès maintenant.</translation>
    </message>
</context>
<context>
    <name>ChatCal::HoursPage</name>
    <message>
        <source>When others can book you. Your own bookings may lie at any time.</source>
        <translation>Quand les autres peuvent réserver avec vous. Vos propres réservations peuvent être à tout moment.</translation>
    </message>
    <message>
        <source>&amp;Week</source>
        <translation>&amp;Semaine</translation>
    </message>
    <message>
        <source>Time &amp;zone</source>
        <translation>&amp;Fuseau horaire</translation>
    </message>
    <message>
        <source>The hours are read in it.</source>
        <translation>Les heures s’y entendent.</translation>
    </message>
    <message>
        <source>Rules for bookings</source>
        <translation>Règles de réservation</translation>
    </message>
    <message>
        <source>Free &amp;before</source>
        <translation>Libre a&amp;vant</translation>
    </message>
    <message>
        <source>Kept free before each meeting.</source>
        <translation>Gardé libre avant chaque rendez-vous.</translation>
    </message>
    <message>
        <source>Free a&amp;fter</source>
        <translation>Libre &amp;après</translation>
    </message>
    <message>
        <source>Shortest &amp;notice</source>
        <translation>&amp;Délai minimal</translation>
    </message>
    <message>
        <source>How long before its start a meeting can be booked at the latest.</source>
        <translation>Combien de temps avant son début un rendez-vous peut encore être réservé.</translation>
    </message>
    <message>
        <source> days</source>
        <translation> jours</translation>
    </message>
    <message>
        <source>How far a&amp;head</source>
        <translation>Jusqu’à &amp;quand</translation>
    </message>
    <message>
        <source>S&amp;hortest meeting</source>
        <translation>Rendez-vous le plus &amp;court</translation>
    </message>
    <message>
        <source>&amp;Longest meeting</source>
        <translation>Rendez-vous le plus &amp;long</translation>
    </message>
    <message>
        <source>S&amp;teps</source>
        <translation>&amp;Pas</translation>
    </message>
    <message>
        <source>Starts are offered this far apart.</source>
        <translation>Les débuts sont proposés à cet intervalle.</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Aucune limite</translation>
    </message>
    <message>
        <source>&amp;Most per day</source>
        <translation>&amp;Maximum par jour</translation>
    </message>
    <message>
        <source>About you</source>
        <translation>À propos de vous</translation>
    </message>
    <message>
        <source>So meetings and mails name you.</source>
        <translation>Ainsi figurez-vous dans les rendez-vous et les e-mails.</translation>
    </message>
    <message>
        <source>N&amp;ame</source>
        <translation>N&amp;om</translation>
    </message>
    <message>
        <source>Ma&amp;il address</source>
        <translation>Adresse e-ma&amp;il</translation>
    </message>
    <message>
        <source>&amp;Phone</source>
        <translation>&amp;Téléphone</translation>
    </message>
    <message>
        <source>Shown where a meeting is by phone.</source>
        <translation>Affiché quand un rendez-vous a lieu par téléphone.</translation>
    </message>
    <message>
        <source>Working hours</source>
        <translation>Heures de travail</translation>
    </message>
</context>
<context>
    <name>ChatCal::IdentityStep</name>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>&amp;Mail address</source>
        <translation>Adresse e-&amp;mail</translation>
    </message>
    <message>
        <source>Invitations name it. Nothing is sent to it now.</source>
        <translation>Elle figure dans les invitations. Rien n’y est envoyé maintenant.</translation>
    </message>
    <message>
        <source>Time &amp;zone</source>
        <translation>&amp;Fuseau horaire</translation>
    </message>
    <message>
        <source>&amp;Working hours</source>
        <translation>&amp;Heures de travail</translation>
    </message>
    <message>
        <source>When others can book you.</source>
        <translation>Quand les autres peuvent réserver avec vous.</translation>
    </message>
    <message>
        <source>So that meetings and invitations name you, and others find free times that suit you.</source>
        <translation>Pour que rendez-vous et invitations portent votre nom, et que les autres trouvent des créneaux qui vous conviennent.</translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation>Qui êtes-vous&#xa0;?</translation>
    </message>
</context>
<context>
    <name>ChatCal::MailPage</name>
    <message>
        <source>The team&apos;s server sends the mail. Its operator sets up by which mail server.</source>
        <translation>Le serveur de l’équipe envoie les e-mails. Son exploitant choisit par quel serveur de messagerie.</translation>
    </message>
    <message>
        <source>Invitations, changes and cancellations go to attendees by mail. Until a mail server is set, they are kept as files in the data folder.</source>
        <translation>Les invitations, modifications et annulations partent par e-mail aux participants. Sans serveur de messagerie, elles sont gardées comme fichiers dans le dossier de données.</translation>
    </message>
    <message>
        <source>Mail &amp;server</source>
        <translation>&amp;Serveur de messagerie</translation>
    </message>
    <message>
        <source>S&amp;ecurity</source>
        <translation>S&amp;écurité</translation>
    </message>
    <message>
        <source>STARTTLS (usual)</source>
        <translation>STARTTLS (habituel)</translation>
    </message>
    <message>
        <source>TLS from the first byte</source>
        <translation>TLS dès le premier octet</translation>
    </message>
    <message>
        <source>None, on this machine only</source>
        <translation>Aucune, sur cette machine seulement</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>P&amp;ort</translation>
    </message>
    <message>
        <source>Left empty: the usual one for the security chosen.</source>
        <translation>Vide&#xa0;: le port habituel pour la sécurité choisie.</translation>
    </message>
    <message>
        <source>&amp;Name there</source>
        <translation>&amp;Nom d’utilisateur</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>Mot de &amp;passe</translation>
    </message>
    <message>
        <source>Many services want a password made for apps here.</source>
        <translation>Beaucoup de services demandent ici un mot de passe d’application.</translation>
    </message>
    <message>
        <source>Sen&amp;der</source>
        <translation>E&amp;xpéditeur</translation>
    </message>
    <message>
        <source>Left empty: your own address.</source>
        <translation>Vide&#xa0;: votre propre adresse.</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>&amp;Vérifier</translation>
    </message>
    <message>
        <source>Send me a &amp;test mail</source>
        <translation>M’envoyer un e-mail d’&amp;essai</translation>
    </message>
    <message>
        <source>Apply the changes first.</source>
        <translation>Appliquez d’abord les modifications.</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Envoi…</translation>
    </message>
    <message>
        <source>Sent to %1. Look into the mailbox.</source>
        <translation>Envoyé à %1. Regardez dans la boîte de réception.</translation>
    </message>
    <message>
        <source>No mail server is set: the mail is a file in the data folder&apos;s &quot;outbox&quot;.</source>
        <translation>Aucun serveur de messagerie&#xa0;: l’e-mail est un fichier dans «&#xa0;outbox&#xa0;», dans le dossier de données.</translation>
    </message>
    <message>
        <source>Your own mail address is not known yet: see Working hours, About you.</source>
        <translation>Votre adresse e-mail n’est pas encore connue&#xa0;: voyez Heures de travail, À propos de vous.</translation>
    </message>
    <message>
        <source>Not sent: %1</source>
        <translation>Non envoyé&#xa0;: %1</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>E-mail</translation>
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
        <translation>Connecté · horaires de %1</translation>
    </message>
    <message>
        <source>Reconnecting…</source>
        <translation>Reconnexion…</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Démarrage…</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>The chat comes when the server answers.</source>
        <translation>La discussion s’ouvrira quand le serveur répondra.</translation>
    </message>
    <message>
        <source>The server refused</source>
        <translation>Le serveur a refusé</translation>
    </message>
    <message>
        <source>It does not accept the token ChatCal was started with.</source>
        <translation>Il n’accepte pas le jeton avec lequel ChatCal a été lancé.</translation>
    </message>
    <message>
        <source>The server does not answer</source>
        <translation>Le serveur ne répond pas</translation>
    </message>
    <message>
        <source>ChatCal goes on trying. Nothing you booked is lost.</source>
        <translation>ChatCal continue d’essayer. Rien de ce qui est réservé n’est perdu.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>day, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 · as of %2</source>
        <comment>state of the connection, time</comment>
        <translation>%1 · état&#xa0;: %2</translation>
    </message>
    <message>
        <source>That meeting is not in the calendar any more.</source>
        <translation>Ce rendez-vous n’est plus dans l’agenda.</translation>
    </message>
    <message>
        <source>The server does not answer just now. Try again in a moment.</source>
        <translation>Le serveur ne répond pas pour le moment. Réessayez dans un instant.</translation>
    </message>
    <message>
        <source>Drag “%1” to another time, or move it with %2 and the other arrows.</source>
        <comment>title, keys</comment>
        <translation>Faites glisser «&#xa0;%1&#xa0;» vers un autre horaire, ou déplacez-le avec %2 et les autres flèches.</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>Afficher le journal</translation>
    </message>
</context>
<context>
    <name>ChatCal::ModelOrder</name>
    <message>
        <source>Models, in the order they are asked</source>
        <translation>Modèles, dans l’ordre où ils sont interrogés</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Plus tôt</translation>
    </message>
    <message>
        <source>Earlier (Alt+Up)</source>
        <translation>Plus tôt (Alt+Haut)</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>Later (Alt+Down)</source>
        <translation>Plus tard (Alt+Bas)</translation>
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
        <translation>L’autre service</translation>
    </message>
    <message>
        <source>ChatCal&apos;s own, offline</source>
        <translation>Celui de ChatCal, hors ligne</translation>
    </message>
    <message>
        <source>Always there, so that there is always an answer.</source>
        <translation>Toujours là, pour qu’il y ait toujours une réponse.</translation>
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
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Show today (T)</source>
        <translation>Afficher aujourd’hui (T)</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Précédent</translation>
    </message>
    <message>
        <source>Back (Page Up)</source>
        <translation>Précédent (Page préc.)</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Forward (Page Down)</source>
        <translation>Suivant (Page suiv.)</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>Day view</source>
        <translation>Vue du jour</translation>
    </message>
    <message>
        <source>Show one day (D)</source>
        <translation>Afficher un jour (D)</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Semaine</translation>
    </message>
    <message>
        <source>Week view</source>
        <translation>Vue de la semaine</translation>
    </message>
    <message>
        <source>Show the week (W)</source>
        <translation>Afficher la semaine (W)</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Discussion</translation>
    </message>
    <message>
        <source>Show or hide the chat (Ctrl+J)</source>
        <translation>Afficher ou masquer la discussion (Ctrl+J)</translation>
    </message>
    <message>
        <source>Quick book</source>
        <translation>Réserver</translation>
    </message>
    <message>
        <source>Book in one line (Ctrl+N)</source>
        <translation>Réserver en une ligne (Ctrl+N)</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Mois</translation>
    </message>
    <message>
        <source>Month view</source>
        <translation>Vue du mois</translation>
    </message>
    <message>
        <source>Show the month (M)</source>
        <translation>Afficher le mois (M)</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Settings (Ctrl+,)</source>
        <translation>Réglages (Ctrl+,)</translation>
    </message>
</context>
<context>
    <name>ChatCal::Notifier</name>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Rejoindre</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Rappeler plus tard</translation>
    </message>
    <message>
        <source>Join it from ChatCal&apos;s icon or window.</source>
        <translation>Rejoignez-le depuis l’icône ou la fenêtre de ChatCal.</translation>
    </message>
    <message>
        <source>Open ChatCal to see more.</source>
        <translation>Ouvrez ChatCal pour en voir plus.</translation>
    </message>
</context>
<context>
    <name>ChatCal::OutageBar</name>
    <message>
        <source>Retry</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>what is the matter. more of it</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>Afficher le journal</translation>
    </message>
</context>
<context>
    <name>ChatCal::Outgoing</name>
    <message>
        <source>This meeting is not in the calendar any more.</source>
        <translation>Ce rendez-vous n’est plus dans l’agenda.</translation>
    </message>
    <message>
        <source>The server does not accept ChatCal&apos;s token.</source>
        <translation>Le serveur n’accepte pas le jeton de ChatCal.</translation>
    </message>
    <message>
        <source>The server does not understand this wish.</source>
        <translation>Le serveur ne comprend pas cette demande.</translation>
    </message>
    <message>
        <source>The server refused: %1.</source>
        <translation>Le serveur a refusé&#xa0;: %1.</translation>
    </message>
    <message>
        <source>The server does not answer. This is sent once it is back.</source>
        <translation>Le serveur ne répond pas. Ce sera envoyé à son retour.</translation>
    </message>
    <message>
        <source>The server does not answer, and the disk takes nothing: this is sent once the server is back, if ChatCal runs until then.</source>
        <translation>Le serveur ne répond pas et le disque n’accepte rien&#xa0;: ce sera envoyé au retour du serveur si ChatCal tourne jusque-là.</translation>
    </message>
    <message>
        <source>This waited for a week. Look whether it is in the calendar.</source>
        <translation>Cela a attendu une semaine. Vérifiez si c’est dans l’agenda.</translation>
    </message>
    <message>
        <source>“%1” was changed meanwhile. Look at it again before you change it.</source>
        <translation>«&#xa0;%1&#xa0;» a été modifié entre-temps. Regardez-le encore avant de le changer.</translation>
    </message>
    <message>
        <source>This was withdrawn.</source>
        <translation>Cela a été retiré.</translation>
    </message>
    <message numerus="yes">
        <source>The server failed at this %n time(s). It was not accepted.</source>
        <translation>
            <numerusform>Le serveur a échoué %n fois. Ce n’a pas été accepté.</numerusform>
            <numerusform>Le serveur a échoué %n fois. Ce n’a pas été accepté.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” can no longer be brought back.</source>
        <translation>«&#xa0;%1&#xa0;» ne peut plus être rétabli.</translation>
    </message>
    <message>
        <source>“%1” is not in the calendar any more.</source>
        <translation>«&#xa0;%1&#xa0;» n’est plus dans l’agenda.</translation>
    </message>
</context>
<context>
    <name>ChatCal::PassphraseWindow</name>
    <message>
        <source>No keychain runs on this desktop, such as GNOME Keyring or KWallet. Your passwords and keys can be kept in a file that only your passphrase opens. ChatCal asks for it at each start.</source>
        <translation>Aucun trousseau, comme GNOME Keyring ou KWallet, ne fonctionne sur ce bureau. Vos mots de passe et clés peuvent être gardés dans un fichier que seule votre phrase secrète ouvre. ChatCal la demande à chaque démarrage.</translation>
    </message>
    <message>
        <source>Your passwords and keys are sealed with your passphrase. Without it ChatCal starts all the same, but the services that need them stay off.</source>
        <translation>Vos mots de passe et clés sont scellés par votre phrase secrète. Sans elle, ChatCal démarre quand même, mais les services qui en ont besoin restent arrêtés.</translation>
    </message>
    <message>
        <source>That was another passphrase. Please try again.</source>
        <translation>C’était une autre phrase secrète. Veuillez réessayer.</translation>
    </message>
    <message>
        <source>The file with your sealed passwords and keys is damaged and cannot be opened any more. Start over to put them in again; until then the services that need them stay off.</source>
        <translation>Le fichier de vos mots de passe et clés scellés est endommagé et ne peut plus être ouvert. Recommencez pour les saisir de nouveau&#xa0;; d’ici là, les services qui en ont besoin restent arrêtés.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Phrase secrète</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Phrase secrète</translation>
    </message>
    <message>
        <source>A few words are best. Nobody can open the file without it, nor can we.</source>
        <translation>Quelques mots, de préférence. Personne ne peut ouvrir le fichier sans elle, pas même nous.</translation>
    </message>
    <message>
        <source>&amp;Again</source>
        <translation>&amp;Encore une fois</translation>
    </message>
    <message>
        <source>&amp;Do not keep</source>
        <translation>&amp;Ne pas conserver</translation>
    </message>
    <message>
        <source>&amp;Not now</source>
        <translation>Pas &amp;maintenant</translation>
    </message>
    <message>
        <source>&amp;Start over</source>
        <translation>&amp;Recommencer</translation>
    </message>
    <message>
        <source>&amp;Forgotten…</source>
        <translation>&amp;Oubliée…</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Conserver</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Ouvrir</translation>
    </message>
    <message>
        <source>Please use at least %1 characters.</source>
        <translation>Veuillez utiliser au moins %1 caractères.</translation>
    </message>
    <message>
        <source>These are two different ones.</source>
        <translation>Elles sont différentes.</translation>
    </message>
    <message>
        <source>&amp;Delete what is sealed</source>
        <translation>&amp;Supprimer ce qui est scellé</translation>
    </message>
    <message>
        <source>Delete what is sealed</source>
        <translation>Supprimer ce qui est scellé</translation>
    </message>
    <message>
        <source>Without the passphrase nothing can be opened. You can only delete what is sealed and put your passwords and keys in again.</source>
        <translation>Sans la phrase secrète, rien ne peut être ouvert. Vous ne pouvez que supprimer ce qui est scellé et saisir de nouveau vos mots de passe et clés.</translation>
    </message>
</context>
<context>
    <name>ChatCal::PortalShortcuts</name>
    <message>
        <source>Open quick booking</source>
        <translation>Ouvrir la réservation rapide</translation>
    </message>
</context>
<context>
    <name>ChatCal::QuickBookWindow</name>
    <message>
        <source>Enter books · Escape leaves</source>
        <translation>Entrée réserve · Échap ferme</translation>
    </message>
    <message>
        <source>Quick booking</source>
        <translation>Réservation rapide</translation>
    </message>
    <message>
        <source>Understood as</source>
        <translation>Compris comme</translation>
    </message>
    <message>
        <source>What and where</source>
        <translation>Quoi et où</translation>
    </message>
    <message>
        <source>In the way</source>
        <translation>Fait obstacle</translation>
    </message>
    <message>
        <source>Starting… What you type is read in a moment.</source>
        <translation>Démarrage… Ce que vous tapez sera lu dans un instant.</translation>
    </message>
    <message>
        <source>The server does not answer. What you typed stays here.</source>
        <translation>Le serveur ne répond pas. Ce que vous avez tapé reste ici.</translation>
    </message>
    <message>
        <source>with %1</source>
        <translation>avec %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>In the way: %1</source>
        <translation>Fait obstacle&#xa0;: %1</translation>
    </message>
    <message>
        <source>That time cannot be booked. Free instead:</source>
        <translation>Ce créneau ne peut pas être réservé. Libres à la place&#xa0;:</translation>
    </message>
    <message>
        <source>When? Add a day and a time.</source>
        <translation>Quand&#xa0;? Ajoutez un jour et une heure.</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Libre</translation>
    </message>
    <message>
        <source>Quick booking: booked</source>
        <translation>Réservation rapide&#xa0;: réservé</translation>
    </message>
    <message>
        <source>Quick booking: free</source>
        <translation>Réservation rapide&#xa0;: libre</translation>
    </message>
    <message>
        <source>Quick booking: not free</source>
        <translation>Réservation rapide&#xa0;: pas libre</translation>
    </message>
    <message>
        <source>Booking…</source>
        <translation>Réservation…</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>Réservé</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a weekday and a time</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>When? Add a time.</source>
        <translation>Quand&#xa0;? Ajoutez une heure.</translation>
    </message>
    <message>
        <source>Quick booking: kept</source>
        <translation>Réservation rapide&#xa0;: conservé</translation>
    </message>
    <message>
        <source>Enter or Escape closes · Ctrl+Z takes it back</source>
        <translation>Entrée ou Échap ferme · Ctrl+Z retire</translation>
    </message>
    <message>
        <source>Kept. It is sent when the server is back.</source>
        <translation>Conservé. Ce sera envoyé au retour du serveur.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>a title and a number</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Taking it back…</source>
        <translation>Retrait…</translation>
    </message>
    <message>
        <source>Not taken back: %1</source>
        <translation>Non retiré&#xa0;: %1</translation>
    </message>
    <message>
        <source>It is taken back when the server is back.</source>
        <translation>Ce sera retiré au retour du serveur.</translation>
    </message>
    <message>
        <source>Taken back. What you typed stays here.</source>
        <translation>Retiré. Ce que vous avez tapé reste ici.</translation>
    </message>
    <message>
        <source>Enter books it again · Escape leaves</source>
        <translation>Entrée réserve de nouveau · Échap ferme</translation>
    </message>
    <message>
        <source>Free · this one time only: meetings that repeat cannot be booked here</source>
        <translation>Libre · une seule fois : les rendez-vous récurrents ne peuvent pas être réservés ici</translation>
    </message>
</context>
<context>
    <name>ChatCal::Reminder</name>
    <message>
        <source>Over</source>
        <translation>Terminé</translation>
    </message>
    <message numerus="yes">
        <source>Begins in %n min</source>
        <translation>
            <numerusform>Commence dans %n min</numerusform>
            <numerusform>Commence dans %n min</numerusform>
        </translation>
    </message>
    <message>
        <source>Begins now</source>
        <translation>Commence maintenant</translation>
    </message>
    <message numerus="yes">
        <source>Began %n min ago</source>
        <translation>
            <numerusform>A commencé il y a %n min</numerusform>
            <numerusform>A commencé il y a %n min</numerusform>
        </translation>
    </message>
    <message>
        <source>%1–%2</source>
        <comment>a span of time</comment>
        <translation>%1–%2</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Sans titre</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <comment>times, title, when it begins</comment>
        <translation>%1&#xa0;: %2 (%3)</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n de plus</numerusform>
            <numerusform>et %n de plus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n meetings</source>
        <translation>
            <numerusform>%n rendez-vous</numerusform>
            <numerusform>%n rendez-vous</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChatCal::ReminderCard</name>
    <message>
        <source>Reminder: %1</source>
        <translation>Rappel&#xa0;: %1</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Rejoindre</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Rappeler plus tard</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ignorer</translation>
    </message>
</context>
<context>
    <name>ChatCal::RemindersPage</name>
    <message>
        <source>&amp;Remind me of meetings</source>
        <translation>Me &amp;rappeler les rendez-vous</translation>
    </message>
    <message>
        <source>&amp;Quiet hours</source>
        <translation>&amp;Heures calmes</translation>
    </message>
    <message>
        <source> min before</source>
        <translation> min avant</translation>
    </message>
    <message>
        <source>&amp;When</source>
        <translation>&amp;Quand</translation>
    </message>
    <message>
        <source>What is due in them is told at their end, or before, if the meeting begins before.</source>
        <translation>Ce qui y tombe est annoncé à leur fin, ou avant, si le rendez-vous commence avant.</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;De</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;À</translation>
    </message>
    <message>
        <source>Before &quot;from&quot;: on the next day.</source>
        <translation>Avant «&#xa0;De&#xa0;»&#xa0;: le lendemain.</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>Rappels</translation>
    </message>
</context>
<context>
    <name>ChatCal::SecretField</name>
    <message>
        <source>Not set</source>
        <translation>Non défini</translation>
    </message>
    <message>
        <source>Will be removed</source>
        <translation>Sera supprimé</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Défini</translation>
    </message>
    <message>
        <source>Keep the old one</source>
        <translation>Garder l’ancien</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>Remplacer…</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Conserver</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
</context>
<context>
    <name>ChatCal::ServerLink</name>
    <message>
        <source>ChatCal&apos;s server did not start</source>
        <translation>Le serveur de ChatCal n’a pas démarré</translation>
    </message>
    <message>
        <source>The server stopped</source>
        <translation>Le serveur s’est arrêté</translation>
    </message>
    <message>
        <source>It is started again.</source>
        <translation>Il est relancé.</translation>
    </message>
    <message>
        <source>The token of %1 cannot be read</source>
        <translation>Le jeton de %1 est illisible</translation>
    </message>
    <message>
        <source>Unlock the keychain, or add the server again in the settings.</source>
        <translation>Déverrouillez le trousseau, ou ajoutez de nouveau le serveur dans les réglages.</translation>
    </message>
    <message>
        <source>The server refused</source>
        <translation>Le serveur a refusé</translation>
    </message>
    <message>
        <source>It does not accept the token ChatCal was started with.</source>
        <translation>Il n’accepte pas le jeton avec lequel ChatCal a été lancé.</translation>
    </message>
    <message>
        <source>The server does not answer</source>
        <translation>Le serveur ne répond pas</translation>
    </message>
    <message>
        <source>%1 does not answer</source>
        <translation>%1 ne répond pas</translation>
    </message>
</context>
<context>
    <name>ChatCal::ServerProcess</name>
    <message>
        <source>%1 could not be started: %2</source>
        <translation>%1 n’a pas pu être lancé&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>ChatCal::Servers</name>
    <message>
        <source>This is not the address of a server.</source>
        <translation>Ce n’est pas l’adresse d’un serveur.</translation>
    </message>
    <message>
        <source>Give the address alone; the token has a field of its own.</source>
        <translation>Donnez seulement l’adresse&#xa0;; le jeton a son propre champ.</translation>
    </message>
    <message>
        <source>The address must begin with https://, else others could read along.</source>
        <translation>L’adresse doit commencer par https://, sinon d’autres pourraient lire.</translation>
    </message>
    <message>
        <source>The address or the token holds characters that neither can have.</source>
        <translation>L’adresse ou le jeton contient des caractères impossibles.</translation>
    </message>
    <message>
        <source>Nobody answers at this address in time.</source>
        <translation>Personne ne répond à temps à cette adresse.</translation>
    </message>
    <message>
        <source>The server does not accept this token. Ask its admin for another one.</source>
        <translation>Le serveur n’accepte pas ce jeton. Demandez-en un autre à son administrateur.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate does not hold, or the connection is tampered with. Nothing was sent but the address.</source>
        <translation>Le certificat du serveur n’est pas valable, ou la connexion est altérée. Rien n’a été envoyé, hormis l’adresse.</translation>
    </message>
    <message>
        <source>Something answers at this address, but it is not ChatCal.</source>
        <translation>Quelque chose répond à cette adresse, mais ce n’est pas ChatCal.</translation>
    </message>
    <message>
        <source>The server asks for patience. Try again in a minute.</source>
        <translation>Le serveur demande de la patience. Réessayez dans une minute.</translation>
    </message>
    <message>
        <source>The server answers, but its token cannot be kept on this computer: %1</source>
        <translation>Le serveur répond, mais son jeton ne peut pas être conservé sur cet ordinateur&#xa0;: %1</translation>
    </message>
    <message>
        <source>Nobody answers at this address. Check it, and the network.</source>
        <translation>Personne ne répond à cette adresse. Vérifiez-la, ainsi que le réseau.</translation>
    </message>
</context>
<context>
    <name>ChatCal::ServersPage</name>
    <message>
        <source>&amp;Use this one</source>
        <translation>&amp;Utiliser celui-ci</translation>
    </message>
    <message>
        <source>ChatCal brings a server of its own, on this machine, for you alone. A team&apos;s server keeps the team&apos;s calendar; who runs it gives you its address and a token.</source>
        <translation>ChatCal apporte son propre serveur, sur cette machine, pour vous seul. Le serveur d’une équipe tient l’agenda de l’équipe&#xa0;; son exploitant vous donne l’adresse et un jeton.</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Serveurs</translation>
    </message>
    <message>
        <source>&amp;Servers</source>
        <translation>&amp;Serveurs</translation>
    </message>
    <message>
        <source>Add a team&apos;s server</source>
        <translation>Ajouter le serveur d’une équipe</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>&amp;Token</source>
        <translation>&amp;Jeton</translation>
    </message>
    <message>
        <source>It says who you are. It is kept as your passwords are.</source>
        <translation>Il dit qui vous êtes. Il est conservé comme vos mots de passe.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>What you call it; its address until you name it.</source>
        <translation>Le nom que vous lui donnez&#xa0;; son adresse d’ici là.</translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation>A&amp;jouter</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>%1 (in use)</source>
        <translation>%1 (utilisé)</translation>
    </message>
    <message>
        <source>On this machine</source>
        <translation>Sur cette machine</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>It is in use.</source>
        <translation>Il est utilisé.</translation>
    </message>
    <message>
        <source>Use this one</source>
        <translation>Utiliser celui-ci</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Supprimer…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>ChatCal&apos;s own server stays.</source>
        <translation>Le serveur de ChatCal reste.</translation>
    </message>
    <message>
        <source>&amp;Really remove it</source>
        <translation>&amp;Vraiment supprimer</translation>
    </message>
    <message>
        <source>Really remove it</source>
        <translation>Vraiment supprimer</translation>
    </message>
    <message>
        <source>What still waits to be sent to it is lost then.</source>
        <translation>Ce qui attend encore d’y être envoyé est alors perdu.</translation>
    </message>
    <message>
        <source>It is removed.</source>
        <translation>Il est supprimé.</translation>
    </message>
    <message>
        <source>It is removed, but the keychain did not answer and may still hold its token.</source>
        <translation>Il est supprimé, mais le trousseau n’a pas répondu et contient peut-être encore son jeton.</translation>
    </message>
    <message>
        <source>Asking it…</source>
        <translation>Interrogation…</translation>
    </message>
    <message>
        <source>It is added. Choose &quot;Use this one&quot; to work with it.</source>
        <translation>Il est ajouté. Choisissez «&#xa0;Utiliser celui-ci&#xa0;» pour travailler avec lui.</translation>
    </message>
    <message>
        <source>Show &amp;log</source>
        <translation>Afficher le &amp;journal</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>Afficher le journal</translation>
    </message>
    <message>
        <source>Only the server on this machine has its log here.</source>
        <translation>Seul le serveur de cette machine a son journal ici.</translation>
    </message>
</context>
<context>
    <name>ChatCal::SettingsWindow</name>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>Pages des réglages</translation>
    </message>
</context>
<context>
    <name>ChatCal::SetupPage</name>
    <message>
        <source>Set in the environment ChatCal was started with, and changed there.</source>
        <translation>Défini dans l’environnement de démarrage de ChatCal, et à modifier là.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Vérification…</translation>
    </message>
    <message>
        <source>Applied. It holds from now on.</source>
        <translation>Appliqué. Valable dès maintenant.</translation>
    </message>
    <message>
        <source>Trying it…</source>
        <translation>Essai…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>There is nothing to try yet.</source>
        <translation>Il n’y a encore rien à essayer.</translation>
    </message>
    <message>
        <source>It works: %1</source>
        <translation>Cela fonctionne&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>ChatCal::ShortcutsPage</name>
    <message>
        <source>&amp;Quick booking</source>
        <translation>&amp;Réservation rapide</translation>
    </message>
    <message>
        <source>From every program. Press the keys; Backspace takes the shortcut away.</source>
        <translation>Depuis n’importe quel programme. Appuyez sur les touches&#xa0;; Retour arrière retire le raccourci.</translation>
    </message>
    <message>
        <source>In ChatCal&apos;s window</source>
        <translation>Dans la fenêtre de ChatCal</translation>
    </message>
    <message>
        <source>Press ? in the agenda for the list of all keys. Ctrl+N books in one line, F6 goes from the agenda to the chat and back, Ctrl+, opens these settings.</source>
        <translation>Appuyez sur&#xa0;? dans l’agenda pour la liste des touches. Ctrl+N réserve en une ligne, F6 va de l’agenda à la discussion et retour, Ctrl+, ouvre ces réglages.</translation>
    </message>
    <message>
        <source>Bind the command &quot;chatcal --quick&quot; in your desktop&apos;s keyboard settings.</source>
        <translation>Associez la commande «&#xa0;chatcal --quick&#xa0;» dans les réglages du clavier de votre bureau.</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Raccourcis</translation>
    </message>
    <message>
        <source>A key for every program needs Ctrl, Alt or Meta held with it.</source>
        <translation>Une touche valable dans tous les programmes demande Ctrl, Alt ou Meta en plus.</translation>
    </message>
</context>
<context>
    <name>ChatCal::ShowLog</name>
    <message>
        <source>There is no log: the server on this machine has said nothing yet.</source>
        <translation>Il n’y a pas de journal&#xa0;: le serveur de cette machine n’a encore rien signalé.</translation>
    </message>
    <message>
        <source>No program opens it. The log is %1.</source>
        <translation>Aucun programme ne l’ouvre. Le journal est %1.</translation>
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
        <translation>Réserver plutôt %1</translation>
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
        <translation>Rappels reportés</translation>
    </message>
    <message>
        <source>Nothing is snoozed. A reminder you snooze waits here until it comes back.</source>
        <translation>Rien n’est reporté. Un rappel reporté attend ici jusqu’à son retour.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ignorer</translation>
    </message>
    <message>
        <source>%1, %2: comes back at %3</source>
        <comment>title, span of time, time</comment>
        <translation>%1, %2&#xa0;: revient à %3</translation>
    </message>
    <message>
        <source>Nothing is snoozed.</source>
        <translation>Rien n’est reporté.</translation>
    </message>
</context>
<context>
    <name>ChatCal::Toast</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Fermer ce message</translation>
    </message>
</context>
<context>
    <name>ChatCal::TrayIcon</name>
    <message>
        <source>ChatCal: click to book in one line</source>
        <translation>ChatCal&#xa0;: cliquez pour réserver en une ligne</translation>
    </message>
    <message>
        <source>Open ChatCal</source>
        <translation>Ouvrir ChatCal</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>New meeting…</source>
        <translation>Nouveau rendez-vous…</translation>
    </message>
    <message>
        <source>Join “%1”</source>
        <translation>Rejoindre «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <comment>a time and a title</comment>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Snoozed…</source>
        <translation>Reportés…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Réglages…</translation>
    </message>
</context>
<context>
    <name>ChatCal::TypesPage</name>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Supprimer</translation>
    </message>
    <message>
        <source>What others can choose from when they book you. Without any, they say in their own words what it is about and how long it takes.</source>
        <translation>Ce que les autres peuvent choisir en réservant. Sans types, ils disent avec leurs mots de quoi il s’agit et combien de temps cela dure.</translation>
    </message>
    <message>
        <source>Meeting types</source>
        <translation>Types de rendez-vous</translation>
    </message>
    <message>
        <source>Add a &amp;type</source>
        <translation>Ajouter un &amp;type</translation>
    </message>
    <message>
        <source>Add a type</source>
        <translation>Ajouter un type</translation>
    </message>
    <message>
        <source>Remove the chosen type</source>
        <translation>Supprimer le type choisi</translation>
    </message>
    <message>
        <source>&amp;Kinds</source>
        <translation>T&amp;ypes</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>&amp;Lengths</source>
        <translation>&amp;Durées</translation>
    </message>
    <message>
        <source>In minutes, the usual one first, with commas between several: 30, 60</source>
        <translation>En minutes, la plus courante d’abord, séparées par des virgules&#xa0;: 30, 60</translation>
    </message>
    <message>
        <source>As the guest likes</source>
        <translation>Au choix de l’invité</translation>
    </message>
    <message>
        <source>By video</source>
        <translation>Par vidéo</translation>
    </message>
    <message>
        <source>By phone</source>
        <translation>Par téléphone</translation>
    </message>
    <message>
        <source>In person</source>
        <translation>En personne</translation>
    </message>
    <message>
        <source>&amp;How</source>
        <translation>&amp;Comment</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>D&amp;escription</translation>
    </message>
    <message>
        <source>For guests; may stay empty.</source>
        <translation>Pour les invités&#xa0;; peut rester vide.</translation>
    </message>
    <message>
        <source>New type</source>
        <translation>Nouveau type</translation>
    </message>
    <message>
        <source>Choose a type first.</source>
        <translation>Choisissez d’abord un type.</translation>
    </message>
    <message>
        <source>A meeting type needs a name.</source>
        <translation>Un type de rendez-vous a besoin d’un nom.</translation>
    </message>
</context>
<context>
    <name>ChatCal::Upcoming</name>
    <message>
        <source>in %1 min</source>
        <translation>dans %1 min</translation>
    </message>
    <message>
        <source>in %1 h</source>
        <translation>dans %1 h</translation>
    </message>
    <message>
        <source>Now: %1, until %2</source>
        <translation>Maintenant&#xa0;: %1, jusqu’à %2</translation>
    </message>
    <message>
        <source>Nothing is planned for the next 7 days</source>
        <translation>Rien n’est prévu dans les 7 prochains jours</translation>
    </message>
    <message>
        <source>Next: %1 at %2, %3</source>
        <translation>Ensuite&#xa0;: %1 à %2, %3</translation>
    </message>
    <message>
        <source>Next: %1, tomorrow at %2</source>
        <translation>Ensuite&#xa0;: %1, demain à %2</translation>
    </message>
    <message>
        <source>Next: %1, %2 at %3</source>
        <translation>Ensuite&#xa0;: %1, %2 à %3</translation>
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
        <translation>Réserver&#xa0;: %1</translation>
    </message>
    <message>
        <source>Book “%1”</source>
        <translation>Réserver «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>Book “%1” on %2</source>
        <translation>Réserver «&#xa0;%1&#xa0;»&#xa0;: %2</translation>
    </message>
    <message>
        <source>Move “%1” to %2</source>
        <translation>Déplacer «&#xa0;%1&#xa0;»&#xa0;: %2</translation>
    </message>
    <message>
        <source>Cancel “%1”</source>
        <translation>Annuler «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Essayer maintenant</translation>
    </message>
    <message>
        <source>Changes that wait for the server</source>
        <translation>Modifications en attente du serveur</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) could not be made.</source>
        <translation>
            <numerusform>%n modification n’a pas pu être faite.</numerusform>
            <numerusform>%n modifications n’ont pas pu être faites.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) wait for the server.</source>
        <translation>
            <numerusform>%n modification attend le serveur.</numerusform>
            <numerusform>%n modifications attendent le serveur.</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Masquer</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Hide the changes that wait</source>
        <translation>Masquer les modifications en attente</translation>
    </message>
    <message>
        <source>Show the changes that wait</source>
        <translation>Afficher les modifications en attente</translation>
    </message>
    <message>
        <source>%1 instead: %2</source>
        <comment>what, when</comment>
        <translation>%1 à la place&#xa0;: %2</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ignorer</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Dismiss: %1</source>
        <translation>Ignorer&#xa0;: %1</translation>
    </message>
    <message>
        <source>Withdraw: %1</source>
        <translation>Retirer&#xa0;: %1</translation>
    </message>
    <message>
        <source>If the server had taken it before the connection broke, it stays.</source>
        <translation>Si le serveur l’avait pris avant la coupure, cela reste.</translation>
    </message>
    <message>
        <source>Asked for today at %1</source>
        <translation>Demandé aujourd’hui à %1</translation>
    </message>
    <message>
        <source>Asked for on %1</source>
        <translation>Demandé le %1</translation>
    </message>
    <message>
        <source>This one is on its way just now.</source>
        <translation>Celle-ci est justement en route.</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Edit: %1</source>
        <translation>Modifier&#xa0;: %1</translation>
    </message>
    <message>
        <source>Choose another time</source>
        <translation>Choisir un autre horaire</translation>
    </message>
    <message>
        <source>Choose another time: %1</source>
        <translation>Choisir un autre horaire&#xa0;: %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Try again: %1</source>
        <translation>Réessayer&#xa0;: %1</translation>
    </message>
    <message>
        <source>Booking…</source>
        <translation>Réservation…</translation>
    </message>
    <message>
        <source>The server does not answer just now. Try again in a moment.</source>
        <translation>Le serveur ne répond pas pour le moment. Réessayez dans un instant.</translation>
    </message>
    <message>
        <source>Delete “%1”</source>
        <translation>Supprimer «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>Bring back “%1”</source>
        <translation>Rétablir «&#xa0;%1&#xa0;»</translation>
    </message>
</context>
<context>
    <name>ChatCal::WebChatView</name>
    <message>
        <source>Chat</source>
        <translation>Discussion</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Couper</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Coller</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Copier le lien</translation>
    </message>
    <message>
        <source>Save the meeting</source>
        <translation>Enregistrer le rendez-vous</translation>
    </message>
    <message>
        <source>Calendar files (*.ics);;All files (*)</source>
        <translation>Fichiers d’agenda (*.ics);;Tous les fichiers (*)</translation>
    </message>
</context>
<context>
    <name>ChatCal::WeekGrid</name>
    <message>
        <source>Another stretch on %1</source>
        <translation>Autre plage le %1</translation>
    </message>
    <message>
        <source>Another stretch, after a break</source>
        <translation>Autre plage, après une pause</translation>
    </message>
    <message>
        <source>%1, from</source>
        <translation>%1, de</translation>
    </message>
    <message>
        <source>%1, to</source>
        <translation>%1, à</translation>
    </message>
    <message>
        <source>Remove this stretch of %1</source>
        <translation>Supprimer cette plage du %1</translation>
    </message>
    <message>
        <source>Remove this stretch</source>
        <translation>Supprimer cette plage</translation>
    </message>
    <message>
        <source>%1 ends before it begins.</source>
        <translation>%1 se termine avant de commencer.</translation>
    </message>
    <message>
        <source>The stretches of %1 overlap.</source>
        <translation>Les plages du %1 se chevauchent.</translation>
    </message>
</context>
<context>
    <name>QDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Book in one line</source>
        <translation>Réserver en une ligne</translation>
    </message>
    <message>
        <source>Show today</source>
        <translation>Afficher aujourd’hui</translation>
    </message>
    <message>
        <source>Show one day</source>
        <translation>Afficher un jour</translation>
    </message>
    <message>
        <source>Show the week</source>
        <translation>Afficher la semaine</translation>
    </message>
    <message>
        <source>Show the month</source>
        <translation>Afficher le mois</translation>
    </message>
    <message>
        <source>Earlier or later days</source>
        <translation>Jours précédents ou suivants</translation>
    </message>
    <message>
        <source>Choose a time or a meeting</source>
        <translation>Choisir un horaire ou un rendez-vous</translation>
    </message>
    <message>
        <source>The same time on another day</source>
        <translation>Le même horaire un autre jour</translation>
    </message>
    <message>
        <source>From meeting to meeting</source>
        <translation>D’un rendez-vous à l’autre</translation>
    </message>
    <message>
        <source>Show the meeting, or make one there</source>
        <translation>Afficher le rendez-vous, ou en créer un là</translation>
    </message>
    <message>
        <source>Move the meeting by 15 minutes</source>
        <translation>Déplacer le rendez-vous de 15 minutes</translation>
    </message>
    <message>
        <source>Move the meeting by a day</source>
        <translation>Déplacer le rendez-vous d’un jour</translation>
    </message>
    <message>
        <source>Make the meeting shorter or longer</source>
        <translation>Raccourcir ou allonger le rendez-vous</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Do it again</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Show all that lasts all day, or less of it</source>
        <translation>Afficher tout ce qui dure la journée, ou moins</translation>
    </message>
    <message>
        <source>Go to the message at the foot</source>
        <translation>Aller au message en bas</translation>
    </message>
    <message>
        <source>Go to the chat, or back to the agenda</source>
        <translation>Aller à la discussion, ou revenir à l’agenda</translation>
    </message>
    <message>
        <source>Show or hide the chat</source>
        <translation>Afficher ou masquer la discussion</translation>
    </message>
    <message>
        <source>Read the calendar again</source>
        <translation>Relire l’agenda</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Fermer la fenêtre</translation>
    </message>
    <message>
        <source>Quit ChatCal</source>
        <translation>Quitter ChatCal</translation>
    </message>
    <message>
        <source>Show this list</source>
        <translation>Afficher cette liste</translation>
    </message>
    <message>
        <source>Search the calendar</source>
        <translation>Chercher dans l’agenda</translation>
    </message>
    <message>
        <source>Go to a date</source>
        <translation>Aller à une date</translation>
    </message>
    <message>
        <source>Cancel the meeting or delete the event</source>
        <translation>Annuler le rendez-vous ou supprimer l’événement</translation>
    </message>
</context>
<context>
    <name>cards</name>
    <message>
        <source>Please confirm</source>
        <translation>Veuillez confirmer</translation>
    </message>
    <message>
        <source>Say it once more, or press the button, and it will be done.</source>
        <translation>Dites-le encore une fois ou appuyez sur le bouton, et ce sera fait.</translation>
    </message>
    <message>
        <source>Not possible just now</source>
        <translation>Impossible pour le moment</translation>
    </message>
    <message>
        <source>The calendar did not answer. Please try again a little later.</source>
        <translation>L’agenda n’a pas répondu. Veuillez réessayer un peu plus tard.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 au %2</translation>
    </message>
    <message>
        <source>That time is taken</source>
        <translation>Ce créneau est pris</translation>
    </message>
    <message>
        <source>Outside meeting hours</source>
        <translation>En dehors des heures de rendez-vous</translation>
    </message>
    <message>
        <source>That time has passed</source>
        <translation>Ce moment est passé</translation>
    </message>
    <message>
        <source>Too short notice</source>
        <translation>Délai trop court</translation>
    </message>
    <message>
        <source>Too far ahead</source>
        <translation>Trop loin dans le futur</translation>
    </message>
    <message>
        <source>Too short</source>
        <translation>Trop court</translation>
    </message>
    <message>
        <source>Too long</source>
        <translation>Trop long</translation>
    </message>
    <message>
        <source>That day is full</source>
        <translation>Cette journée est complète</translation>
    </message>
    <message>
        <source>Not bookable just now</source>
        <translation>Réservation impossible pour le moment</translation>
    </message>
    <message>
        <source>That time is not free.</source>
        <translation>Ce créneau n’est pas libre.</translation>
    </message>
    <message>
        <source>Meetings are not possible at that hour.</source>
        <translation>Aucun rendez-vous n’est possible à cette heure-là.</translation>
    </message>
    <message>
        <source>That time has already passed.</source>
        <translation>Ce moment est déjà passé.</translation>
    </message>
    <message>
        <source>Meetings need at least %1 notice.</source>
        <translation>Il faut prévenir au moins %1 à l’avance.</translation>
    </message>
    <message>
        <source>A meeting takes at least %1.</source>
        <translation>Un rendez-vous dure au moins %1.</translation>
    </message>
    <message>
        <source>A meeting takes at most %1.</source>
        <translation>Un rendez-vous dure au plus %1.</translation>
    </message>
    <message>
        <source>No more meetings fit into that day.</source>
        <translation>Il n’y a plus de place pour un rendez-vous ce jour-là.</translation>
    </message>
    <message>
        <source>The calendar cannot be read just now, so nothing can be booked. Please try again a little later.</source>
        <translation>L’agenda est illisible pour le moment, rien ne peut donc être réservé. Veuillez réessayer un peu plus tard.</translation>
    </message>
    <message numerus="yes">
        <source>Meetings can be booked up to %n days ahead.</source>
        <translation>
            <numerusform>Les rendez-vous se réservent jusqu’à %n jour à l’avance.</numerusform>
            <numerusform>Les rendez-vous se réservent jusqu’à %n jours à l’avance.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>language</name>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
</context>
<context>
    <name>mail</name>
    <message>
        <source>Phone call: %1 calls %2</source>
        <translation>Appel téléphonique&#xa0;: %1 appelle le %2</translation>
    </message>
    <message>
        <source>Phone call</source>
        <translation>Appel téléphonique</translation>
    </message>
    <message>
        <source>your host</source>
        <translation>votre hôte</translation>
    </message>
    <message>
        <source>your guest</source>
        <translation>votre invité</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Comment</translation>
    </message>
    <message>
        <source>In person</source>
        <translation>En personne</translation>
    </message>
    <message>
        <source>Video call</source>
        <translation>Appel vidéo</translation>
    </message>
    <message>
        <source>%1 will call you at %2</source>
        <translation>%1 vous appellera au %2</translation>
    </message>
    <message>
        <source>Call %1 at %2</source>
        <translation>Appeler %1 au %2</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Rendez-vous</translation>
    </message>
    <message>
        <source>Moved: %1, %2</source>
        <translation>Déplacé&#xa0;: %1, %2</translation>
    </message>
    <message>
        <source>Cancelled: %1, %2</source>
        <translation>Annulé&#xa0;: %1, %2</translation>
    </message>
    <message>
        <source>Invitation: %1, %2</source>
        <translation>Invitation&#xa0;: %1, %2</translation>
    </message>
    <message>
        <source>Hello,</source>
        <translation>Bonjour,</translation>
    </message>
    <message>
        <source>Hello %1,</source>
        <translation>Bonjour %1,</translation>
    </message>
    <message>
        <source>Your meeting with %1 was moved to another time.</source>
        <translation>Votre rendez-vous avec %1 a été déplacé.</translation>
    </message>
    <message>
        <source>Your meeting with %1 was cancelled.</source>
        <translation>Votre rendez-vous avec %1 a été annulé.</translation>
    </message>
    <message>
        <source>Your meeting with %1 is booked.</source>
        <translation>Votre rendez-vous avec %1 est réservé.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Objet</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>With</source>
        <translation>Avec</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>Invité</translation>
    </message>
    <message>
        <source>About</source>
        <translation>À propos</translation>
    </message>
    <message>
        <source>Meeting id</source>
        <translation>N° de rendez-vous</translation>
    </message>
    <message>
        <source>The attached invite.ics takes it out of your calendar.</source>
        <translation>Le fichier invite.ics joint le retire de votre agenda.</translation>
    </message>
    <message>
        <source>The attached invite.ics puts it into your calendar.</source>
        <translation>Le fichier invite.ics joint l’ajoute à votre agenda.</translation>
    </message>
    <message>
        <source>See, move or cancel it</source>
        <translation>Voir, déplacer ou annuler</translation>
    </message>
    <message>
        <source>Video call: %1</source>
        <translation>Appel vidéo&#xa0;: %1</translation>
    </message>
    <message>
        <source>Meeting id: %1</source>
        <translation>N° de rendez-vous&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>The scheduling assistant you talk to</source>
        <translation>L’assistant de rendez-vous à qui l’on parle</translation>
    </message>
    <message>
        <source>Use a team&apos;s server; its token comes from CHATCAL_TOKEN.</source>
        <translation>Utiliser le serveur d’une équipe&#xa0;; son jeton vient de CHATCAL_TOKEN.</translation>
    </message>
    <message>
        <source>Folder for the calendar and settings.</source>
        <translation>Dossier de l’agenda et des réglages.</translation>
    </message>
    <message>
        <source>Open only the quick-booking field.</source>
        <translation>Ouvrir seulement le champ de réservation rapide.</translation>
    </message>
    <message>
        <source>Light, dark, or auto: as the desktop has it. It is kept.</source>
        <translation>Clair, sombre ou auto&#xa0;: comme le bureau. Le choix est gardé.</translation>
    </message>
    <message>
        <source>English, German, French or Spanish, or the system&apos;s own. It is kept.</source>
        <translation>Anglais, allemand, français, espagnol, ou la langue du système. Le choix est gardé.</translation>
    </message>
    <message>
        <source>Open no window, for the start of a session.</source>
        <translation>N’ouvrir aucune fenêtre, pour le début d’une session.</translation>
    </message>
</context>
<context>
    <name>pages</name>
    <message>
        <source>Hello! What shall I do? You can ask about your calendar, or have me book, move and cancel.</source>
        <translation>Bonjour&#xa0;! Que puis-je faire&#xa0;? Interrogez votre agenda, ou demandez-moi de réserver, de déplacer et d’annuler.</translation>
    </message>
    <message>
        <source>Hi! I&apos;m %1&apos;s scheduling assistant. When would you like to meet?</source>
        <translation>Bonjour&#xa0;! Je prends les rendez-vous de %1. Quand souhaitez-vous une rencontre&#xa0;?</translation>
    </message>
    <message>
        <source>This link does not work</source>
        <translation>Ce lien ne fonctionne pas</translation>
    </message>
    <message>
        <source>It may have been cut short on its way: open it from the newest mail about the meeting, or copy all of it.</source>
        <translation>Il a peut-être été tronqué en route&#xa0;: ouvrez-le depuis le dernier message au sujet du rendez-vous, ou copiez-le en entier.</translation>
    </message>
    <message>
        <source>Not at the moment</source>
        <translation>Pas pour le moment</translation>
    </message>
    <message>
        <source>The meeting cannot be looked up or changed just now, and stays as it is. Try again in a minute.</source>
        <translation>Le rendez-vous ne peut être ni consulté ni modifié pour le moment et reste tel quel. Réessayez dans une minute.</translation>
    </message>
    <message>
        <source>There is no time zone of that name; they look like Europe/Paris.</source>
        <translation>Aucun fuseau horaire ne porte ce nom&#xa0;; ils ressemblent à Europe/Paris.</translation>
    </message>
    <message>
        <source>This link has expired</source>
        <translation>Ce lien a expiré</translation>
    </message>
    <message>
        <source>Links to a meeting work until a month after it. You can book a new one.</source>
        <translation>Les liens vers un rendez-vous fonctionnent jusqu’à un mois après. Vous pouvez en réserver un autre.</translation>
    </message>
    <message>
        <source>It is cancelled. Everybody invited gets a mail.</source>
        <translation>C’est annulé. Tous les invités reçoivent un e-mail.</translation>
    </message>
    <message>
        <source>It is moved. Everybody invited gets a mail with the new time.</source>
        <translation>C’est déplacé. Tous les invités reçoivent un e-mail avec le nouvel horaire.</translation>
    </message>
    <message>
        <source>This meeting can no longer be changed.</source>
        <translation>Ce rendez-vous ne peut plus être modifié.</translation>
    </message>
    <message>
        <source>The meeting has changed meanwhile. This is how it stands now.</source>
        <translation>Le rendez-vous a changé entre-temps. Voici où il en est.</translation>
    </message>
    <message>
        <source>The reason is too long, or holds characters that are no text. Nothing was cancelled.</source>
        <translation>Le motif est trop long ou contient des caractères qui ne sont pas du texte. Rien n’a été annulé.</translation>
    </message>
    <message>
        <source>%1 The meeting stays as it is.</source>
        <translation>%1 Le rendez-vous reste tel quel.</translation>
    </message>
    <message>
        <source>Choose one of the times.</source>
        <translation>Choisissez l’un des horaires.</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annulé</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Being booked</source>
        <translation>En cours de réservation</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Modifié</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Confirmé</translation>
    </message>
    <message>
        <source>This meeting was cancelled. A link cannot bring it back; you can book another time.</source>
        <translation>Ce rendez-vous a été annulé. Un lien ne peut pas le rétablir&#xa0;; vous pouvez réserver un autre moment.</translation>
    </message>
    <message>
        <source>This meeting is over.</source>
        <translation>Ce rendez-vous est terminé.</translation>
    </message>
    <message>
        <source>This meeting is being booked. Look again in a moment.</source>
        <translation>Ce rendez-vous est en cours de réservation. Revenez dans un instant.</translation>
    </message>
    <message>
        <source>It has changed since the mail with this link. This is how it stands now.</source>
        <translation>Il a changé depuis l’e-mail contenant ce lien. Voici où il en est.</translation>
    </message>
    <message>
        <source>Add to your calendar</source>
        <translation>Ajouter à votre agenda</translation>
    </message>
    <message>
        <source>Calendar file (.ics)</source>
        <translation>Fichier d’agenda (.ics)</translation>
    </message>
    <message>
        <source>Move it</source>
        <translation>Déplacer</translation>
    </message>
    <message>
        <source>Cancel it</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Cancel this meeting?</source>
        <translation>Annuler ce rendez-vous&#xa0;?</translation>
    </message>
    <message>
        <source>Everybody invited gets a mail, and the time is free again.</source>
        <translation>Tous les invités reçoivent un e-mail, et le créneau redevient libre.</translation>
    </message>
    <message>
        <source>Why? (you need not say; it is told in the mails)</source>
        <translation>Pourquoi&#xa0;? (facultatif&#xa0;; figure dans les e-mails)</translation>
    </message>
    <message>
        <source>Yes, cancel it</source>
        <translation>Oui, annuler</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Conserver</translation>
    </message>
    <message>
        <source>Move it to another time</source>
        <translation>Déplacer à un autre moment</translation>
    </message>
    <message>
        <source>Nobody can say what is free at the moment. The meeting stays as it is; try again in a while.</source>
        <translation>Impossible de dire ce qui est libre pour le moment. Le rendez-vous reste tel quel&#xa0;; réessayez un peu plus tard.</translation>
    </message>
    <message>
        <source>%1 each, times in %2 (%3).</source>
        <translation>%1 chacun, horaires de %2 (%3).</translation>
    </message>
    <message>
        <source>Nothing is free in these days.</source>
        <translation>Rien n’est libre ces jours-là.</translation>
    </message>
    <message>
        <source>Move it here</source>
        <translation>Déplacer ici</translation>
    </message>
    <message>
        <source>Earlier days</source>
        <translation>Jours précédents</translation>
    </message>
    <message>
        <source>Later days</source>
        <translation>Jours suivants</translation>
    </message>
    <message>
        <source>Keep the time</source>
        <translation>Garder l’horaire</translation>
    </message>
    <message>
        <source>Times are in %1</source>
        <translation>Horaires de %1</translation>
    </message>
    <message>
        <source>Show them in the time zone</source>
        <translation>Les afficher dans le fuseau horaire</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Book another time</source>
        <translation>Réserver un autre moment</translation>
    </message>
    <message>
        <source>%1 with %2</source>
        <translation>%1 avec %2</translation>
    </message>
    <message>
        <source>Your meeting with %1</source>
        <translation>Votre rendez-vous avec %1</translation>
    </message>
    <message>
        <source>That time is taken.</source>
        <translation>Ce créneau est pris.</translation>
    </message>
    <message>
        <source>That time is outside working hours.</source>
        <translation>Ce moment est en dehors des heures de travail.</translation>
    </message>
    <message>
        <source>That time is in the past.</source>
        <translation>Ce moment est passé.</translation>
    </message>
    <message>
        <source>That time is too soon.</source>
        <translation>Ce moment est trop proche.</translation>
    </message>
    <message>
        <source>That time is too far ahead.</source>
        <translation>Ce moment est trop éloigné.</translation>
    </message>
    <message>
        <source>That meeting would be too short.</source>
        <translation>Ce rendez-vous serait trop court.</translation>
    </message>
    <message>
        <source>That meeting would be too long.</source>
        <translation>Ce rendez-vous serait trop long.</translation>
    </message>
    <message>
        <source>That day is full.</source>
        <translation>Cette journée est complète.</translation>
    </message>
    <message>
        <source>The calendar cannot be read at the moment, so nothing can be booked.</source>
        <translation>L’agenda est illisible pour le moment, rien ne peut donc être réservé.</translation>
    </message>
    <message>
        <source>Not available</source>
        <translation>Non disponible</translation>
    </message>
</context>
<context>
    <name>problem</name>
    <message>
        <source>This key was used with another message.</source>
        <translation>Cette clé a déjà servi pour un autre message.</translation>
    </message>
    <message>
        <source>This key was used before, in a talk that has gone on.</source>
        <translation>Cette clé a déjà servi, dans une conversation qui a continué depuis.</translation>
    </message>
    <message>
        <source>names a day but no time</source>
        <translation>indique un jour, mais pas d’heure</translation>
    </message>
    <message>
        <source>names no day and time</source>
        <translation>n’indique ni jour ni heure</translation>
    </message>
    <message>
        <source>holds a broken character</source>
        <translation>contient un caractère endommagé</translation>
    </message>
    <message>
        <source>holds a control character</source>
        <translation>contient un caractère de contrôle</translation>
    </message>
    <message>
        <source>is longer than %1 characters</source>
        <translation>dépasse %1 caractères</translation>
    </message>
    <message>
        <source>must not be empty</source>
        <translation>ne doit pas être vide</translation>
    </message>
    <message>
        <source>is not an e-mail address, such as ada@example.com</source>
        <translation>n’est pas une adresse e-mail, comme ada@example.com</translation>
    </message>
    <message>
        <source>is not a phone number, such as +1 212 555 0100</source>
        <translation>n’est pas un numéro de téléphone, comme +1 212 555 0100</translation>
    </message>
    <message>
        <source>is not one of a page before</source>
        <translation>ne vient pas d’une page précédente</translation>
    </message>
    <message>
        <source>must be video, phone, in_person or null</source>
        <translation>doit être video, phone, in_person ou null</translation>
    </message>
    <message>
        <source>is not a setting</source>
        <translation>n’est pas un réglage</translation>
    </message>
    <message>
        <source>must be a text</source>
        <translation>doit être un texte</translation>
    </message>
    <message>
        <source>must list 1 to %1 different whole numbers from %2 to %3</source>
        <translation>doit énumérer de 1 à %1 nombres entiers différents, de %2 à %3</translation>
    </message>
    <message>
        <source>must have at most %1 entries</source>
        <translation>doit avoir au plus %1 entrées</translation>
    </message>
    <message>
        <source>must be an object</source>
        <translation>doit être un objet</translation>
    </message>
    <message>
        <source>is there already</source>
        <translation>existe déjà</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>dimanche</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>lundi</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>mardi</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>mercredi</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>jeudi</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>vendredi</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>samedi</translation>
    </message>
    <message>
        <source>%1; it looks like &quot;Mon-Fri 09:00-17:00; Sat 10:00-12:00&quot;</source>
        <translation>%1&#xa0;; la forme attendue est «&#xa0;Mon-Fri 09:00-17:00; Sat 10:00-12:00&#xa0;»</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no day or range of days</source>
        <translation>«&#xa0;%1&#xa0;» n’est ni un jour ni une suite de jours</translation>
    </message>
    <message>
        <source>a day is missing</source>
        <translation>il manque un jour</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no range of times</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas une plage horaire</translation>
    </message>
    <message>
        <source>&quot;%1&quot; ends before it starts (split it at midnight)</source>
        <translation>«&#xa0;%1&#xa0;» finit avant de commencer (coupez la plage à minuit)</translation>
    </message>
    <message>
        <source>a time is missing</source>
        <translation>il manque une heure</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not days and times</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas fait de jours et d’heures</translation>
    </message>
    <message>
        <source>%1 has times that overlap</source>
        <translation>%1 a des horaires qui se chevauchent</translation>
    </message>
    <message>
        <source>there are no hours in it</source>
        <translation>aucun horaire n’y figure</translation>
    </message>
    <message>
        <source>must be 5 to 100 letters a to v and digits</source>
        <translation>doit se composer de 5 à 100 lettres de a à v et chiffres</translation>
    </message>
    <message>
        <source>must not be before the start</source>
        <translation>ne doit pas précéder le début</translation>
    </message>
    <message>
        <source>is too long</source>
        <translation>est trop long</translation>
    </message>
    <message>
        <source>is not a recurrence rule, such as FREQ=WEEKLY;BYDAY=MO</source>
        <translation>n’est pas une règle de récurrence, comme FREQ=WEEKLY;BYDAY=MO</translation>
    </message>
    <message>
        <source>must not repeat more often than hourly</source>
        <translation>ne doit pas se répéter plus d’une fois par heure</translation>
    </message>
    <message>
        <source>must not limit an hourly rule by days or months</source>
        <translation>ne doit pas limiter une règle horaire à des jours ou à des mois</translation>
    </message>
    <message>
        <source>must not repeat more than %1 times</source>
        <translation>ne doit pas se répéter plus de %1 fois</translation>
    </message>
    <message>
        <source>never happens</source>
        <translation>n’a jamais lieu</translation>
    </message>
    <message>
        <source>repeats too often to be counted</source>
        <translation>se répète trop souvent pour être compté</translation>
    </message>
    <message>
        <source>must be a whole number from %1 to %2</source>
        <translation>doit être un nombre entier de %1 à %2</translation>
    </message>
    <message>
        <source>must be a list</source>
        <translation>doit être une liste</translation>
    </message>
    <message>
        <source>is not an IANA time zone, such as Europe/Paris</source>
        <translation>n’est pas un fuseau horaire IANA, comme Europe/Paris</translation>
    </message>
    <message>
        <source>must be en, de, fr or es</source>
        <translation>doit être en, de, fr ou es</translation>
    </message>
    <message>
        <source>must not be more than longest_minutes</source>
        <translation>ne doit pas dépasser la durée la plus longue</translation>
    </message>
    <message>
        <source>%1 is sealed, and nothing works without it</source>
        <translation>%1 est scellé, et rien ne fonctionne sans lui</translation>
    </message>
    <message>
        <source>%1 is not set, but %2</source>
        <translation>%1 n’est pas défini, mais %2</translation>
    </message>
    <message>
        <source>CHATCAL_LLM names %1</source>
        <translation>CHATCAL_LLM indique %1</translation>
    </message>
    <message>
        <source>%1 is</source>
        <translation>%1 l’est</translation>
    </message>
    <message>
        <source>the calendar is Google&apos;s</source>
        <translation>l’agenda est celui de Google</translation>
    </message>
    <message>
        <source>CALENDAR is caldav</source>
        <translation>CALENDAR vaut caldav</translation>
    </message>
    <message>
        <source>SMTP_SERVER is, and mail needs a sender (or MY_EMAIL_ADDRESS)</source>
        <translation>SMTP_SERVER l’est, et les e-mails ont besoin d’un expéditeur (ou de MY_EMAIL_ADDRESS)</translation>
    </message>
    <message>
        <source>should look like %1</source>
        <translation>devrait avoir cette forme&#xa0;: %1</translation>
    </message>
    <message>
        <source>127.0.0.1:8000 or [::1]:8000</source>
        <translation>127.0.0.1:8000 ou [::1]:8000</translation>
    </message>
    <message>
        <source>Europe/Paris, an IANA time zone</source>
        <translation>Europe/Paris, un fuseau horaire IANA</translation>
    </message>
    <message>
        <source>en, de, fr or es</source>
        <translation>en, de, fr ou es</translation>
    </message>
    <message>
        <source>2026-03-04T09:00:00, a local time in DEFAULT_TIMEZONE</source>
        <translation>2026-03-04T09:00:00, une heure locale dans DEFAULT_TIMEZONE</translation>
    </message>
    <message>
        <source>https://example.com,https://www.example.com, or *</source>
        <translation>https://example.com,https://www.example.com, ou *</translation>
    </message>
    <message>
        <source>groq,anthropic,offline: each of groq, anthropic, openai, offline at most once, in order</source>
        <translation>groq,anthropic,offline&#xa0;: groq, anthropic, openai et offline au plus une fois chacun, dans l’ordre</translation>
    </message>
    <message>
        <source>must be at least 16 characters without a space</source>
        <translation>doit compter au moins 16 caractères, sans espace</translation>
    </message>
    <message>
        <source>must be at least 32 characters, the same on every instance; openssl rand -hex 32 makes one</source>
        <translation>doit compter au moins 32 caractères, les mêmes sur chaque instance&#xa0;; openssl rand -hex 32 en produit</translation>
    </message>
    <message>
        <source>https://cloud.example.org/remote.php/dav, the name and password in CALDAV_USERNAME and CALDAV_PASSWORD</source>
        <translation>https://cloud.example.org/remote.php/dav, le nom et le mot de passe dans CALDAV_USERNAME et CALDAV_PASSWORD</translation>
    </message>
    <message>
        <source>https://cloud.example.org/calendars/ada/team/,https://…, addresses of calendars</source>
        <translation>https://cloud.example.org/calendars/ada/team/,https://…, des adresses d’agendas</translation>
    </message>
    <message>
        <source>local, google or caldav</source>
        <translation>local, google ou caldav</translation>
    </message>
    <message>
        <source>nas.local,192.168.1.5:5232, hosts with or without a port</source>
        <translation>nas.local,192.168.1.5:5232, des hôtes avec ou sans port</translation>
    </message>
    <message>
        <source>127.0.0.1,10.0.0.0/8, addresses or networks</source>
        <translation>127.0.0.1,10.0.0.0/8, des adresses ou des réseaux</translation>
    </message>
    <message>
        <source>smtp.example.org, a host name; its port in SMTP_PORT</source>
        <translation>smtp.example.org, un nom d’hôte&#xa0;; son port dans SMTP_PORT</translation>
    </message>
    <message>
        <source>587, a port number</source>
        <translation>587, un numéro de port</translation>
    </message>
    <message>
        <source>starttls, tls, or none (to this machine itself only)</source>
        <translation>starttls, tls ou none (vers cette machine seulement)</translation>
    </message>
    <message>
        <source>json or text</source>
        <translation>json ou text</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>yes ou no</translation>
    </message>
    <message>
        <source>/var/lib/chatcal, a folder</source>
        <translation>/var/lib/chatcal, un dossier</translation>
    </message>
    <message>
        <source>must be one line</source>
        <translation>doit tenir sur une ligne</translation>
    </message>
    <message>
        <source>must be one line of at most 300 characters</source>
        <translation>doit tenir sur une ligne de 300 caractères au plus</translation>
    </message>
    <message>
        <source>should be a number from %1 to %2</source>
        <translation>devrait être un nombre de %1 à %2</translation>
    </message>
    <message>
        <source>must be after from, within 370 days</source>
        <translation>doit suivre from, de 370 jours au plus</translation>
    </message>
    <message>
        <source>Google is not set up</source>
        <translation>Google n’est pas configuré</translation>
    </message>
    <message>
        <source>This server has no Google client. Its operator sets GOOGLE_CLIENT_ID and GOOGLE_CLIENT_SECRET.</source>
        <translation>Ce serveur n’a pas de client Google. Son exploitant définit GOOGLE_CLIENT_ID et GOOGLE_CLIENT_SECRET.</translation>
    </message>
    <message>
        <source>Only an admin may connect the calendar.</source>
        <translation>Seul un administrateur peut connecter l’agenda.</translation>
    </message>
    <message>
        <source>No way back</source>
        <translation>Pas de retour possible</translation>
    </message>
    <message>
        <source>Google must know how to send the browser back: the operator sets PUBLIC_URL.</source>
        <translation>Google doit savoir où renvoyer le navigateur&#xa0;: l’exploitant définit PUBLIC_URL.</translation>
    </message>
    <message>
        <source>Only an admin may disconnect the calendar.</source>
        <translation>Seul un administrateur peut déconnecter l’agenda.</translation>
    </message>
    <message>
        <source>must be after from</source>
        <translation>doit suivre from</translation>
    </message>
    <message>
        <source>must be within 62 days of from</source>
        <translation>doit suivre from de 62 jours au plus</translation>
    </message>
    <message>
        <source>Forbidden</source>
        <translation>Non autorisé</translation>
    </message>
    <message>
        <source>Unsupported Media Type</source>
        <translation>Format non pris en charge</translation>
    </message>
    <message>
        <source>Send the page&apos;s own form.</source>
        <translation>Envoyez le formulaire de la page elle-même.</translation>
    </message>
    <message>
        <source>Only the meeting&apos;s own page may send this.</source>
        <translation>Seule la page du rendez-vous peut envoyer cela.</translation>
    </message>
    <message>
        <source>Only an admin may read the metrics.</source>
        <translation>Seul un administrateur peut lire les mesures.</translation>
    </message>
    <message>
        <source>was used with another request</source>
        <translation>a déjà servi pour une autre requête</translation>
    </message>
    <message>
        <source>Only an admin may look after the mail.</source>
        <translation>Seul un administrateur peut s’occuper des e-mails.</translation>
    </message>
    <message>
        <source>must be the sequence in quotes, such as &quot;0&quot;</source>
        <translation>doit être le numéro de séquence entre guillemets, par exemple &quot;0&quot;</translation>
    </message>
    <message>
        <source>must be confirmed, cancelled or pending</source>
        <translation>doit être confirmed, cancelled ou pending</translation>
    </message>
    <message>
        <source>must be video, phone or in_person</source>
        <translation>doit être video, phone ou in_person</translation>
    </message>
    <message>
        <source>Only an admin may take out or put in everything.</source>
        <translation>Seul un administrateur peut exporter ou importer toutes les données.</translation>
    </message>
    <message>
        <source>is no iCalendar text</source>
        <translation>n’est pas un texte iCalendar</translation>
    </message>
    <message>
        <source>Page not found</source>
        <translation>Page introuvable</translation>
    </message>
    <message>
        <source>There is no page of this name here.</source>
        <translation>Aucune page de ce nom n’existe ici.</translation>
    </message>
    <message>
        <source>Too many messages</source>
        <translation>Trop de messages</translation>
    </message>
    <message>
        <source>Many messages came from your address; please wait %1 s.</source>
        <translation>Beaucoup de messages sont venus de votre adresse&#xa0;; veuillez patienter %1 s.</translation>
    </message>
    <message>
        <source>Bad request</source>
        <translation>Requête incorrecte</translation>
    </message>
    <message>
        <source>Some fields are not valid</source>
        <translation>Certains champs ne sont pas valides</translation>
    </message>
    <message>
        <source>Session not found</source>
        <translation>Session introuvable</translation>
    </message>
    <message>
        <source>There is no such session, or it is not yours.</source>
        <translation>Cette session n’existe pas, ou n’est pas la vôtre.</translation>
    </message>
    <message>
        <source>Meeting not found</source>
        <translation>Rendez-vous introuvable</translation>
    </message>
    <message>
        <source>There is no such meeting, or it is not yours.</source>
        <translation>Ce rendez-vous n’existe pas, ou n’est pas le vôtre.</translation>
    </message>
    <message>
        <source>Mail not found</source>
        <translation>E-mail introuvable</translation>
    </message>
    <message>
        <source>There is no such mail, or it is not yours.</source>
        <translation>Cet e-mail n’existe pas, ou n’est pas le vôtre.</translation>
    </message>
    <message>
        <source>There is no such page, or it is not yours.</source>
        <translation>Cette page n’existe pas, ou n’est pas la vôtre.</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>Conflit</translation>
    </message>
    <message>
        <source>Something else changed this at the same moment; look again and repeat.</source>
        <translation>Autre chose l’a modifié au même moment&#xa0;; vérifiez et recommencez.</translation>
    </message>
    <message>
        <source>Unauthorized</source>
        <translation>Non identifié</translation>
    </message>
    <message>
        <source>This needs a valid bearer token.</source>
        <translation>Cela demande un jeton bearer valide.</translation>
    </message>
    <message>
        <source>Too many requests</source>
        <translation>Trop de requêtes</translation>
    </message>
    <message>
        <source>Please wait a moment and try again.</source>
        <translation>Veuillez patienter un instant et réessayer.</translation>
    </message>
    <message>
        <source>Service unavailable</source>
        <translation>Service indisponible</translation>
    </message>
    <message>
        <source>This cannot be answered at the moment. Please try again shortly.</source>
        <translation>Impossible de répondre pour le moment. Veuillez réessayer bientôt.</translation>
    </message>
    <message>
        <source>Bad gateway</source>
        <translation>Service intermédiaire défaillant</translation>
    </message>
    <message>
        <source>A service this depends on answered with something unusable.</source>
        <translation>Un service dont cela dépend a donné une réponse inutilisable.</translation>
    </message>
    <message>
        <source>Internal error</source>
        <translation>Erreur interne</translation>
    </message>
    <message>
        <source>Something went wrong on our side. Nothing was changed.</source>
        <translation>Un problème est survenu de notre côté. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>Changed meanwhile</source>
        <translation>Modifié entre-temps</translation>
    </message>
    <message>
        <source>The meeting is no longer the one If-Match names; read it again.</source>
        <translation>Le rendez-vous n’est plus celui que désigne If-Match&#xa0;; relisez-le.</translation>
    </message>
    <message>
        <source>must lie within the last 7 days</source>
        <translation>doit se situer dans les 7 derniers jours</translation>
    </message>
    <message>
        <source>must be a time such as 2026-03-10T14:00:00-04:00</source>
        <translation>doit être une date et heure comme 2026-03-10T14:00:00-04:00</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>est absent</translation>
    </message>
    <message>
        <source>must be true or false</source>
        <translation>doit être true ou false</translation>
    </message>
    <message>
        <source>must be a list of at most %1</source>
        <translation>doit être une liste de %1 éléments au plus</translation>
    </message>
    <message>
        <source>Only an admin may change the settings.</source>
        <translation>Seul un administrateur peut modifier les réglages.</translation>
    </message>
    <message>
        <source>does not accept the name, password or key (%1)</source>
        <translation>n’accepte pas le nom, le mot de passe ou la clé (%1)</translation>
    </message>
    <message>
        <source>cannot be reached (%1)</source>
        <translation>est injoignable (%1)</translation>
    </message>
    <message>
        <source>takes no more requests for now (%1)</source>
        <translation>n’accepte plus de requêtes pour le moment (%1)</translation>
    </message>
    <message>
        <source>does not work as it is set up (%1)</source>
        <translation>ne fonctionne pas tel qu’il est réglé (%1)</translation>
    </message>
    <message>
        <source>Not to be changed here</source>
        <translation>Non modifiable ici</translation>
    </message>
    <message>
        <source>This is a meeting of ChatCal; change it as a meeting.</source>
        <translation>C’est un rendez-vous de ChatCal&#xa0;; modifiez-le comme un rendez-vous.</translation>
    </message>
    <message>
        <source>This event recurs; change it in the calendar it comes from.</source>
        <translation>Cet événement se répète&#xa0;; modifiez-le dans son agenda d’origine.</translation>
    </message>
    <message>
        <source>Somebody else is the organizer; only they can change it.</source>
        <translation>Quelqu’un d’autre en est l’organisateur et peut seul le modifier.</translation>
    </message>
    <message>
        <source>ChatCal may only read this calendar.</source>
        <translation>ChatCal peut seulement lire cet agenda.</translation>
    </message>
    <message>
        <source>must not be before start, and within 370 days of it</source>
        <translation>ne doit pas précéder start, ni le suivre de plus de 370 jours</translation>
    </message>
    <message>
        <source>Event not found</source>
        <translation>Événement introuvable</translation>
    </message>
    <message>
        <source>There is no such event, or it is not yours.</source>
        <translation>Cet événement n’existe pas, ou n’est pas le vôtre.</translation>
    </message>
    <message>
        <source>The event is no longer the one If-Match names; read it again.</source>
        <translation>L’événement n’est plus celui que désigne If-Match&#xa0;; relisez-le.</translation>
    </message>
</context>
<context>
    <name>web</name>
    <message>
        <source>%1 at %2</source>
        <translation>%1 à %2</translation>
    </message>
    <message>
        <source>%1, all day, %2</source>
        <translation>%1, toute la journée, %2</translation>
    </message>
    <message>
        <source>%1, tap to take</source>
        <translation>%1, touchez pour choisir</translation>
    </message>
    <message>
        <source>%1’s assistant</source>
        <translation>Assistant de %1</translation>
    </message>
    <message>
        <source>%1’s scheduling assistant</source>
        <translation>L’assistant de rendez-vous de %1</translation>
    </message>
    <message>
        <source>30 minutes on March 10 at 2 pm, I’m Ada</source>
        <translation>30 minutes le 10 mars à 14 h, je suis Ada</translation>
    </message>
    <message>
        <source>A little too fast</source>
        <translation>Un peu trop vite</translation>
    </message>
    <message>
        <source>A message has at most %1 characters.</source>
        <translation>Un message compte au plus %1 caractères.</translation>
    </message>
    <message>
        <source>A scheduling assistant</source>
        <translation>Un assistant de rendez-vous</translation>
    </message>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>Add to calendar</source>
        <translation>Ajouter à l’agenda</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>All day</source>
        <translation>Toute la journée</translation>
    </message>
    <message>
        <source>All time zones</source>
        <translation>Tous les fuseaux horaires</translation>
    </message>
    <message>
        <source>All times in %1.</source>
        <translation>Tous les horaires&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Another day may do: name one, and I will look.</source>
        <translation>Un autre jour conviendra peut-être&#xa0;: dites lequel, et je regarde.</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>Assistant</translation>
    </message>
    <message>
        <source>Assistant:</source>
        <translation>Assistant&#xa0;:</translation>
    </message>
    <message>
        <source>Back in a moment</source>
        <translation>De retour dans un instant</translation>
    </message>
    <message>
        <source>Book a 30 minute Google Meet on</source>
        <translation>Réservez un Google Meet de 30 minutes le</translation>
    </message>
    <message>
        <source>Book a 30 minute meeting with</source>
        <translation>Réserve un rendez-vous de 30 minutes avec</translation>
    </message>
    <message>
        <source>Book a 30 minute phone call on</source>
        <translation>Réservez un appel téléphonique de 30 minutes le</translation>
    </message>
    <message>
        <source>Book a meeting</source>
        <translation>Réserver un rendez-vous</translation>
    </message>
    <message>
        <source>Book a time</source>
        <translation>Prendre rendez-vous</translation>
    </message>
    <message>
        <source>Book a time with %1</source>
        <translation>Prendre rendez-vous avec %1</translation>
    </message>
    <message>
        <source>Booked. See you on Tuesday, Ada.</source>
        <translation>C’est réservé. À mardi, Ada.</translation>
    </message>
    <message>
        <source>Booking</source>
        <translation>Réservation en cours</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Occupé</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Cancel meeting %1</source>
        <translation>Annuler le rendez-vous %1</translation>
    </message>
    <message>
        <source>Cancel this meeting?</source>
        <translation>Annuler ce rendez-vous&#xa0;?</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annulé</translation>
    </message>
    <message>
        <source>Cancelling the meeting</source>
        <translation>Annulation du rendez-vous</translation>
    </message>
    <message>
        <source>Changed since, see below</source>
        <translation>Modifié depuis, voir plus bas</translation>
    </message>
    <message>
        <source>Chat widget</source>
        <translation>Fenêtre de discussion</translation>
    </message>
    <message>
        <source>ChatCal &lt;span id=&quot;version&quot;&gt;&lt;/span&gt;, self-hosted. No key, account or network is needed to begin.</source>
        <translation>ChatCal &lt;span id=&quot;version&quot;&gt;&lt;/span&gt;, hébergé chez vous. Pour commencer, ni clé, ni compte, ni réseau.</translation>
    </message>
    <message>
        <source>ChatCal: say when, and the meeting is booked</source>
        <translation>ChatCal&#xa0;: dites quand, et le rendez-vous est pris</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Code to embed</source>
        <translation>Code à intégrer</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Confirmé</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Conversation</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Copié.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy meeting id</source>
        <translation>Copier le numéro du rendez-vous&#xa0;:</translation>
    </message>
    <message>
        <source>Copy the meeting id</source>
        <translation>Copier le numéro du rendez-vous</translation>
    </message>
    <message>
        <source>Could not be copied</source>
        <translation>Impossible de copier</translation>
    </message>
    <message>
        <source>Could not be copied: mark it and press Ctrl+C.</source>
        <translation>Impossible de copier&#xa0;: sélectionnez le texte et appuyez sur Ctrl+C.</translation>
    </message>
    <message>
        <source>Edit message</source>
        <translation>Modifier le message</translation>
    </message>
    <message>
        <source>Embed</source>
        <translation>Intégrer</translation>
    </message>
    <message>
        <source>Enter sends, Shift and Enter starts a new line.</source>
        <translation>Entrée envoie, Maj et Entrée commence une nouvelle ligne.</translation>
    </message>
    <message>
        <source>Every call with its shapes and examples, and the &lt;code&gt;openapi.json&lt;/code&gt; behind it.</source>
        <translation>Chaque appel avec ses formes et ses exemples, et le fichier &lt;code&gt;openapi.json&lt;/code&gt; correspondant.</translation>
    </message>
    <message>
        <source>Floating button</source>
        <translation>Bouton flottant</translation>
    </message>
    <message>
        <source>Free times</source>
        <translation>Créneaux libres</translation>
    </message>
    <message>
        <source>Free: %1</source>
        <translation>Libre&#xa0;: %1</translation>
    </message>
    <message>
        <source>Full widget</source>
        <translation>Fenêtre complète</translation>
    </message>
    <message>
        <source>Google Meet</source>
        <translation>Google Meet</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>Invité</translation>
    </message>
    <message>
        <source>HTTP API</source>
        <translation>API HTTP</translation>
    </message>
    <message>
        <source>Half an hour on Tuesday at 2? I’m Ada, ada@example.com</source>
        <translation>Une demi-heure mardi à 14 h&#xa0;? Je suis Ada, ada@example.com</translation>
    </message>
    <message>
        <source>Hello! I keep the calendar for %1. Tell me when you would like to meet, and I will book it.</source>
        <translation>Bonjour&#xa0;! Je tiens l’agenda de %1. Dites-moi quand vous souhaitez un rendez-vous, et je le réserve.</translation>
    </message>
    <message>
        <source>Hello! Tell me when you would like to meet.</source>
        <translation>Bonjour&#xa0;! Dites-moi quand vous souhaitez un rendez-vous.</translation>
    </message>
    <message>
        <source>Host: %1, %2</source>
        <translation>Chez l’hôte&#xa0;: %1, %2</translation>
    </message>
    <message>
        <source>Inline</source>
        <translation>Dans la page</translation>
    </message>
    <message>
        <source>It took too long this time. Trying again will not book anything twice.</source>
        <translation>C’était trop long cette fois. Réessayer ne réservera rien deux fois.</translation>
    </message>
    <message>
        <source>Join the video call</source>
        <translation>Rejoindre l’appel vidéo</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Conserver</translation>
    </message>
    <message>
        <source>Keep this one</source>
        <translation>Garder celle-ci</translation>
    </message>
    <message>
        <source>Latest message</source>
        <translation>Dernier message</translation>
    </message>
    <message>
        <source>Let’s find a time</source>
        <translation>Trouvons un moment</translation>
    </message>
    <message>
        <source>Likely</source>
        <translation>Probables</translation>
    </message>
    <message>
        <source>Looking at the calendar</source>
        <translation>Consultation de l’agenda</translation>
    </message>
    <message>
        <source>Looking for the meeting</source>
        <translation>Recherche du rendez-vous</translation>
    </message>
    <message>
        <source>Looking up the meetings</source>
        <translation>Recherche des rendez-vous</translation>
    </message>
    <message>
        <source>Many messages arrived in a short time.</source>
        <translation>De nombreux messages sont arrivés en peu de temps.</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Rendez-vous</translation>
    </message>
    <message>
        <source>Meeting %1</source>
        <translation>Rendez-vous %1</translation>
    </message>
    <message>
        <source>Meeting %1: %2</source>
        <translation>Rendez-vous %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Meeting id: %1</source>
        <translation>N° de rendez-vous&#xa0;: %1</translation>
    </message>
    <message>
        <source>Meeting with Ada</source>
        <translation>Rendez-vous avec Ada</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Déplacer</translation>
    </message>
    <message>
        <source>Move meeting %1</source>
        <translation>Déplacer le rendez-vous %1</translation>
    </message>
    <message>
        <source>Moving the meeting</source>
        <translation>Déplacement du rendez-vous</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>Nouvelle conversation</translation>
    </message>
    <message>
        <source>No answer yet</source>
        <translation>Pas encore de réponse</translation>
    </message>
    <message>
        <source>No free times</source>
        <translation>Aucun créneau libre</translation>
    </message>
    <message>
        <source>No tools used</source>
        <translation>Aucun outil utilisé</translation>
    </message>
    <message>
        <source>No video link for this meeting</source>
        <translation>Pas de lien vidéo pour ce rendez-vous</translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation>Non autorisé</translation>
    </message>
    <message>
        <source>Not sent: the server cannot be reached</source>
        <translation>Non envoyé&#xa0;: le serveur est injoignable</translation>
    </message>
    <message>
        <source>Not the host’s clock: it is %1 there at the first of them.</source>
        <translation>Ce n’est pas l’heure de l’hôte&#xa0;: il est %1 chez lui au premier de ces créneaux.</translation>
    </message>
    <message>
        <source>Nothing in the calendar.</source>
        <translation>Rien dans l’agenda.</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Hors ligne</translation>
    </message>
    <message>
        <source>On your own site</source>
        <translation>Sur votre propre site</translation>
    </message>
    <message>
        <source>One line puts the assistant on any page. It lives in a frame of its own, so your styles and its styles never meet.</source>
        <translation>Une ligne place l’assistant sur n’importe quelle page. Il vit dans son propre cadre&#xa0;: vos styles et les siens ne se rencontrent jamais.</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>En ligne</translation>
    </message>
    <message>
        <source>Our earlier conversation has ended, so this is a fresh one.</source>
        <translation>Notre conversation précédente est terminée, en voici une nouvelle.</translation>
    </message>
    <message>
        <source>Our earlier conversation has ended, so this is a fresh one. Your message is still in the box: send it when you are ready.</source>
        <translation>Notre conversation précédente est terminée, en voici une nouvelle. Votre message est toujours dans le champ&#xa0;: envoyez-le quand vous voulez.</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Phone call</source>
        <translation>Appel téléphonique</translation>
    </message>
    <message>
        <source>Place: %1</source>
        <translation>Lieu&#xa0;: %1</translation>
    </message>
    <message>
        <source>Please change it and send it again.</source>
        <translation>Modifiez-le et renvoyez-le.</translation>
    </message>
    <message>
        <source>Please note</source>
        <translation>À noter</translation>
    </message>
    <message>
        <source>Please shorten it and send it again.</source>
        <translation>Raccourcissez-le et renvoyez-le.</translation>
    </message>
    <message>
        <source>Pop-up</source>
        <translation>Fenêtre surgissante</translation>
    </message>
    <message>
        <source>Quick actions</source>
        <translation>Actions rapides</translation>
    </message>
    <message>
        <source>Raw JSON</source>
        <translation>JSON brut</translation>
    </message>
    <message>
        <source>Read the API</source>
        <translation>Lire l’API</translation>
    </message>
    <message>
        <source>Say it as you would to a person, for example:</source>
        <translation>Dites-le comme à une personne, par exemple&#xa0;:</translation>
    </message>
    <message>
        <source>Say when.&lt;br&gt;The meeting is booked.</source>
        <translation>Dites quand.&lt;br&gt;Le rendez-vous est pris.</translation>
    </message>
    <message>
        <source>Say who and when</source>
        <translation>Avec qui et quand</translation>
    </message>
    <message>
        <source>Scheduling assistant</source>
        <translation>Assistant de rendez-vous</translation>
    </message>
    <message>
        <source>See open times</source>
        <translation>Voir les créneaux libres</translation>
    </message>
    <message>
        <source>See your day</source>
        <translation>Voir la journée</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>Simple chat</source>
        <translation>Discussion simple</translation>
    </message>
    <message>
        <source>Simple chat with %1</source>
        <translation>Discussion simple avec %1</translation>
    </message>
    <message>
        <source>Skip to the content</source>
        <translation>Aller au contenu</translation>
    </message>
    <message>
        <source>Something went wrong on the server</source>
        <translation>Un problème est survenu sur le serveur</translation>
    </message>
    <message>
        <source>Start a new conversation?</source>
        <translation>Commencer une nouvelle conversation&#xa0;?</translation>
    </message>
    <message>
        <source>Start new</source>
        <translation>Nouvelle conversation</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Recommencer</translation>
    </message>
    <message>
        <source>Still working on it</source>
        <translation>Toujours en cours</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation>Ne plus attendre</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Arrêté</translation>
    </message>
    <message>
        <source>Suggested answers</source>
        <translation>Réponses proposées</translation>
    </message>
    <message>
        <source>Talk by video</source>
        <translation>Parler en vidéo</translation>
    </message>
    <message>
        <source>Tap one to take it</source>
        <translation>Touchez-en un pour le choisir</translation>
    </message>
    <message>
        <source>Text first and light. Shows which tools were used and the raw answer on demand.</source>
        <translation>Du texte d’abord, et léger. Montre les outils utilisés et, à la demande, la réponse brute.</translation>
    </message>
    <message>
        <source>That message could not be taken</source>
        <translation>Ce message n’a pas pu être accepté</translation>
    </message>
    <message>
        <source>That message is too large</source>
        <translation>Ce message est trop long</translation>
    </message>
    <message>
        <source>The assistant is not available right now. Your message is kept.</source>
        <translation>L’assistant n’est pas disponible pour le moment. Votre message est conservé.</translation>
    </message>
    <message>
        <source>The assistant is writing.</source>
        <translation>L’assistant écrit.</translation>
    </message>
    <message>
        <source>The earlier conversation has ended, so this is a fresh one.</source>
        <translation>La conversation précédente est terminée, en voici une nouvelle.</translation>
    </message>
    <message>
        <source>The earlier conversation has ended, so this is a fresh one. Your message is still in the box.</source>
        <translation>La conversation précédente est terminée, en voici une nouvelle. Votre message est toujours dans le champ.</translation>
    </message>
    <message>
        <source>The earlier messages cannot be shown right now. They are not lost.</source>
        <translation>Les messages précédents ne peuvent pas être affichés pour le moment. Ils ne sont pas perdus.</translation>
    </message>
    <message>
        <source>The scheduling assistant you talk to: say when, and the meeting is booked.</source>
        <translation>L’assistant de rendez-vous à qui l’on parle&#xa0;: dites quand, et le rendez-vous est pris.</translation>
    </message>
    <message>
        <source>The server refused this request.</source>
        <translation>Le serveur a refusé cette demande.</translation>
    </message>
    <message>
        <source>The whole assistant on one page: one-tap times, cards to move, cancel and keep.</source>
        <translation>Tout l’assistant sur une page&#xa0;: des créneaux à toucher, des cartes pour déplacer, annuler et conserver.</translation>
    </message>
    <message>
        <source>This message is being handled already.</source>
        <translation>Ce message est déjà en cours de traitement.</translation>
    </message>
    <message>
        <source>This page needs JavaScript to talk to the assistant.</source>
        <translation>Cette page a besoin de JavaScript pour parler à l’assistant.</translation>
    </message>
    <message>
        <source>This server does not answer right now.</source>
        <translation>Ce serveur ne répond pas pour le moment.</translation>
    </message>
    <message>
        <source>This server is up.</source>
        <translation>Ce serveur est en marche.</translation>
    </message>
    <message>
        <source>Times in</source>
        <translation>Horaires de</translation>
    </message>
    <message>
        <source>Tools: %1</source>
        <translation>Outils&#xa0;: %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Try again in %1 s</source>
        <translation>Réessayer dans %1 s</translation>
    </message>
    <message>
        <source>Tuesday, 2:00 PM – 2:30 PM</source>
        <translation>Mardi, 14:00 – 14:30</translation>
    </message>
    <message>
        <source>Video: %1</source>
        <translation>Vidéo&#xa0;: %1</translation>
    </message>
    <message>
        <source>Waiting for approval</source>
        <translation>En attente d’approbation</translation>
    </message>
    <message>
        <source>Waiting for the answer…</source>
        <translation>En attente de la réponse…</translation>
    </message>
    <message>
        <source>Way to embed</source>
        <translation>Manière d’intégrer</translation>
    </message>
    <message>
        <source>We call you</source>
        <translation>Nous vous appelons</translation>
    </message>
    <message>
        <source>What is here</source>
        <translation>Ce qu’il y a ici</translation>
    </message>
    <message>
        <source>What shall I do?</source>
        <translation>Que puis-je faire&#xa0;?</translation>
    </message>
    <message>
        <source>What was already booked stays booked. Trying again will not book anything twice.</source>
        <translation>Ce qui est déjà réservé le reste. Réessayer ne réservera rien deux fois.</translation>
    </message>
    <message>
        <source>What was said here is deleted. Meetings you booked stay booked, but this page can no longer move or cancel them.</source>
        <translation>Ce qui a été dit ici est effacé. Les rendez-vous réservés le restent, mais cette page ne pourra plus les déplacer ni les annuler.</translation>
    </message>
    <message>
        <source>What’s on today?</source>
        <translation>Qu’est-ce que j’ai aujourd’hui&#xa0;?</translation>
    </message>
    <message>
        <source>When am I free?</source>
        <translation>Quand suis-je libre&#xa0;?</translation>
    </message>
    <message>
        <source>When are you free?</source>
        <translation>Quand êtes-vous libre&#xa0;?</translation>
    </message>
    <message>
        <source>With: %1</source>
        <translation>Avec&#xa0;: %1</translation>
    </message>
    <message>
        <source>Worth trying again in %1 s.</source>
        <translation>Réessayez dans %1 s.</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>Écrire un message</translation>
    </message>
    <message>
        <source>Write as you would to a person. One message can be enough:</source>
        <translation>Écrivez comme à une personne. Un seul message peut suffire&#xa0;:</translation>
    </message>
    <message>
        <source>Write one sentence, as to a person. ChatCal reads the day, the time and the length, looks into the calendar, books, and writes the invitation. A taken time is answered with the nearest free ones.</source>
        <translation>Écrivez une phrase, comme à une personne. ChatCal lit le jour, l’heure et la durée, consulte l’agenda, réserve et envoie l’invitation. Si un créneau est pris, il propose les plus proches.</translation>
    </message>
    <message>
        <source>Yes, cancel it</source>
        <translation>Oui, annuler</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Vous</translation>
    </message>
    <message>
        <source>You are offline, or the server is. What you write is kept.</source>
        <translation>Vous êtes hors ligne, ou le serveur l’est. Ce que vous écrivez est conservé.</translation>
    </message>
    <message>
        <source>You could say:</source>
        <translation>Vous pourriez dire&#xa0;:</translation>
    </message>
    <message>
        <source>You:</source>
        <translation>Vous&#xa0;:</translation>
    </message>
    <message>
        <source>Your message</source>
        <translation>Votre message</translation>
    </message>
    <message>
        <source>Your message is kept. Trying again will not book anything twice.</source>
        <translation>Votre message est conservé. Réessayer ne réservera rien deux fois.</translation>
    </message>
    <message>
        <source>model: %1</source>
        <translation>modèle&#xa0;: %1</translation>
    </message>
    <message>
        <source>with %1</source>
        <translation>avec %1</translation>
    </message>
    <message>
        <source>your host</source>
        <translation>votre hôte</translation>
    </message>
    <message>
        <source>“Lunch with Kim tomorrow at noon” · “What’s on today?” · “Move my 3 pm to Friday”</source>
        <translation>«&#xa0;Déjeuner avec Kim demain à midi&#xa0;» · «&#xa0;Qu’est-ce que j’ai aujourd’hui&#xa0;?&#xa0;» · «&#xa0;Déplace mon rendez-vous de 15 h à vendredi&#xa0;»</translation>
    </message>
    <message>
        <source>“Thursday at 3 pm for half an hour. I’m Ada, ada@example.com”</source>
        <translation>«&#xa0;Jeudi à 15 h pour une demi-heure. Je suis Ada, ada@example.com&#xa0;»</translation>
    </message>
    <message numerus="yes">
        <source>%n characters left</source>
        <translation>
            <numerusform>%n caractère restant</numerusform>
            <numerusform>%n caractères restants</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n characters too many</source>
        <translation>
            <numerusform>%n caractère de trop</numerusform>
            <numerusform>%n caractères de trop</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n heure</numerusform>
            <numerusform>%n heures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>Show in the agenda</source>
        <translation>Afficher dans l’agenda</translation>
    </message>
    <message>
        <source>Speak of something else</source>
        <translation>Parler d’autre chose</translation>
    </message>
    <message>
        <source>Speaking of</source>
        <translation>À propos de</translation>
    </message>
    <message>
        <source>Your message is kept and goes out by itself once the server is back, without booking anything twice.</source>
        <translation>Votre message est conservé et part de lui-même dès le retour du serveur, sans rien réserver deux fois.</translation>
    </message>
</context>
</TS>
