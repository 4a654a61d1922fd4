<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AgendaCalendars</name>
    <message>
        <source>Local calendar</source>
        <translation>Calendario local</translation>
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
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>%1 %2 – %3, %4</source>
        <translation>%2 – %3 de %1 de %4</translation>
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
        <translation>en camino</translation>
    </message>
    <message>
        <source>being cancelled</source>
        <translation>cancelándose</translation>
    </message>
    <message>
        <source>+%1</source>
        <translation>+%1</translation>
    </message>
    <message>
        <source>New meeting</source>
        <translation>Cita nueva</translation>
    </message>
    <message>
        <source>Busy: %1</source>
        <translation>Ocupado: %1</translation>
    </message>
    <message>
        <source>W%1</source>
        <translation>S%1</translation>
    </message>
    <message>
        <source>all day</source>
        <translation>todo el día</translation>
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
        <translation>«%1» se guarda y se enviará cuando vuelva el servidor.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is taken back.</source>
        <translation>«%1» se ha deshecho.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is cancelled.</source>
        <translation>«%1» está cancelada.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is back at %2.</source>
        <translation>«%1» vuelve a estar en %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; now lasts until %2.</source>
        <translation>«%1» dura ahora hasta las %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; moved to %2.</source>
        <translation>«%1» cambiada: %2.</translation>
    </message>
    <message>
        <source>Booked: &quot;%1&quot;, %2.</source>
        <translation>Reservado: «%1», %2.</translation>
    </message>
    <message>
        <source>Booked again: &quot;%1&quot;, %2.</source>
        <translation>Reservado de nuevo: «%1», %2.</translation>
    </message>
    <message>
        <source>%1 The guests get a new invitation.</source>
        <translation>%1 Los invitados reciben una nueva invitación.</translation>
    </message>
    <message>
        <source>The calendar refused &quot;%1&quot;.</source>
        <translation>El calendario ha rechazado «%1».</translation>
    </message>
    <message>
        <source>&quot;%1&quot;: %2</source>
        <translation>«%1»: %2</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>No hay nada que deshacer.</translation>
    </message>
    <message>
        <source>There is nothing to do again.</source>
        <translation>No hay nada que rehacer.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is deleted. ChatCal sends no mail about it.</source>
        <translation>«%1» se ha eliminado. ChatCal no envía ningún correo al respecto.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is back in the calendar.</source>
        <translation>«%1» vuelve a estar en el calendario.</translation>
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
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Cancel the meeting?</source>
        <translation>¿Cancelar la cita?</translation>
    </message>
    <message>
        <source>Cancel &quot;%1&quot;?</source>
        <translation>¿Cancelar «%1»?</translation>
    </message>
    <message numerus="yes">
        <source>A mail about it goes to: %1</source>
        <translation>
            <numerusform>Se enviará un correo a: %1</numerusform>
            <numerusform>Se enviará un correo a: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel the meeting</source>
        <translation>Cancelar la cita</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Mantener</translation>
    </message>
    <message>
        <source>All day: %1</source>
        <translation>Todo el día: %1</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Delete the event?</source>
        <translation>¿Eliminar el evento?</translation>
    </message>
    <message>
        <source>Delete &quot;%1&quot;?</source>
        <translation>¿Eliminar «%1»?</translation>
    </message>
    <message>
        <source>ChatCal sends no mail about it to those who take part.</source>
        <translation>ChatCal no envía ningún correo al respecto a los participantes.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
</context>
<context>
    <name>ChatCal::AgendaSearch</name>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Search the calendar</source>
        <translation>Buscar en el calendario</translation>
    </message>
    <message>
        <source>Title, guest or place</source>
        <translation>Título, invitado o lugar</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Encontrado</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>Cerrar la búsqueda</translation>
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
        <translation>Leyendo el calendario…</translation>
    </message>
    <message>
        <source>A year back and a year ahead are searched.</source>
        <translation>Se busca un año atrás y un año adelante.</translation>
    </message>
    <message>
        <source>The server does not answer, so nothing can be searched.</source>
        <translation>El servidor no responde, así que no se puede buscar.</translation>
    </message>
    <message>
        <source>Nothing has &quot;%1&quot; in it, a year back and a year ahead.</source>
        <translation>Nada contiene «%1», un año atrás y un año adelante.</translation>
    </message>
    <message>
        <source>Found: %1</source>
        <translation>Encontrado: %1</translation>
    </message>
    <message>
        <source>Only what was read before: the server does not answer.</source>
        <translation>Solo lo leído antes: el servidor no responde.</translation>
    </message>
</context>
<context>
    <name>ChatCal::AgendaView</name>
    <message>
        <source>all day</source>
        <translation>todo el día</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>Nothing is planned this week</source>
        <translation>No hay nada previsto esta semana</translation>
    </message>
    <message>
        <source>Nothing is planned on this day</source>
        <translation>No hay nada previsto este día</translation>
    </message>
    <message>
        <source>%1. Entries: %2</source>
        <translation>%1. Entradas: %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is still on its way to the calendar.</source>
        <translation>«%1» todavía va camino del calendario.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not booked with ChatCal: change it in the calendar it comes from.</source>
        <translation>«%1» no se reservó con ChatCal: cámbielo en el calendario del que procede.</translation>
    </message>
    <message>
        <source>Nothing is planned this month</source>
        <translation>No hay nada previsto este mes</translation>
    </message>
    <message>
        <source>Draw a meeting with the mouse, press Ctrl+N to book in one line, or say what you need in the chat.</source>
        <translation>Dibuje una cita con el ratón, pulse Ctrl+N para reservar en una línea o diga en el chat lo que necesita.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1. Busy: %2</source>
        <translation>%1. Ocupado: %2</translation>
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
        <translation>«%1» se repite: cámbielo en el calendario del que procede.</translation>
    </message>
    <message>
        <source>Somebody else organizes &quot;%1&quot;: only they can change it.</source>
        <translation>«%1» lo organiza otra persona y solo ella puede cambiarlo.</translation>
    </message>
    <message>
        <source>ChatCal only reads the calendar of &quot;%1&quot;: change it there.</source>
        <translation>ChatCal solo lee el calendario de «%1»: cámbielo allí.</translation>
    </message>
</context>
<context>
    <name>ChatCal::AppearancePage</name>
    <message>
        <source>As the desktop has it</source>
        <translation>Como el escritorio</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Apariencia</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Text &amp;size</source>
        <translation>&amp;Tamaño del texto</translation>
    </message>
    <message>
        <source>For all of ChatCal&apos;s windows, at once.</source>
        <translation>Para todas las ventanas de ChatCal, al momento.</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>Holds from the next start of ChatCal on.</source>
        <translation>Vale a partir del próximo inicio de ChatCal.</translation>
    </message>
    <message>
        <source>General</source>
        <translation>General</translation>
    </message>
    <message>
        <source>&amp;Keep ChatCal in the tray when its window is closed</source>
        <translation>&amp;Mantener ChatCal en la bandeja del sistema al cerrar su ventana</translation>
    </message>
    <message>
        <source>This could not be kept: the folder of what starts at login cannot be written to.</source>
        <translation>No se ha podido guardar: no se puede escribir en la carpeta de inicio automático.</translation>
    </message>
    <message>
        <source>Start &amp;ChatCal when I log in</source>
        <translation>Iniciar &amp;ChatCal al entrar en la sesión</translation>
    </message>
</context>
<context>
    <name>ChatCal::ApplyBar</name>
    <message>
        <source>&amp;Apply</source>
        <translation>&amp;Aplicar</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Aplicar</translation>
    </message>
    <message>
        <source>There is nothing to apply yet.</source>
        <translation>Todavía no hay nada que aplicar.</translation>
    </message>
    <message>
        <source>Not applied: see above what is wrong.</source>
        <translation>No aplicado: arriba se ve qué falla.</translation>
    </message>
    <message>
        <source>Only an admin of this server may do that.</source>
        <translation>Solo puede hacerlo un administrador de este servidor.</translation>
    </message>
    <message>
        <source>This server does not know that yet. Is it up to date?</source>
        <translation>Este servidor aún no conoce eso. ¿Está actualizado?</translation>
    </message>
    <message>
        <source>The server does not answer. Try again in a moment.</source>
        <translation>El servidor no responde. Inténtelo de nuevo en un momento.</translation>
    </message>
    <message>
        <source>That was too often. Try again in a minute.</source>
        <translation>Demasiadas veces. Inténtelo de nuevo en un minuto.</translation>
    </message>
    <message>
        <source>Not kept: passwords and keys are only kept in a keychain or under a passphrase.</source>
        <translation>No guardado: las contraseñas y claves solo se guardan en un llavero o con una frase de contraseña.</translation>
    </message>
</context>
<context>
    <name>ChatCal::AssistantPage</name>
    <message>
        <source>The team&apos;s server answers in the chat. Its operator sets up with which models.</source>
        <translation>En el chat responde el servidor del equipo. Quien lo administra decide con qué modelos.</translation>
    </message>
    <message>
        <source>ChatCal&apos;s own model works offline, needs no key and sends nothing anywhere. A model of a service understands freer wording; what is said in the chat then goes to that service.</source>
        <translation>El modelo propio de ChatCal funciona sin conexión, no necesita clave y no envía nada a ningún sitio. El modelo de un servicio entiende frases más libres; lo que se dice en el chat va entonces a ese servicio.</translation>
    </message>
    <message>
        <source>Groq</source>
        <translation>Groq</translation>
    </message>
    <message>
        <source>&amp;Groq key</source>
        <translation>Clave de &amp;Groq</translation>
    </message>
    <message>
        <source>From console.groq.com, for free.</source>
        <translation>De console.groq.com, gratis.</translation>
    </message>
    <message>
        <source>Model at Groq</source>
        <translation>Modelo en Groq</translation>
    </message>
    <message>
        <source>Anthropic</source>
        <translation>Anthropic</translation>
    </message>
    <message>
        <source>&amp;Anthropic key</source>
        <translation>Clave de &amp;Anthropic</translation>
    </message>
    <message>
        <source>From console.anthropic.com.</source>
        <translation>De console.anthropic.com.</translation>
    </message>
    <message>
        <source>Model at Anthropic</source>
        <translation>Modelo en Anthropic</translation>
    </message>
    <message>
        <source>Any other service</source>
        <translation>Otro servicio</translation>
    </message>
    <message>
        <source>One that speaks as OpenAI&apos;s does: Ollama or llama.cpp on your own machine, and many others.</source>
        <translation>Uno compatible con el de OpenAI: Ollama o llama.cpp en su propio equipo, y muchos otros.</translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation>&amp;Dirección</translation>
    </message>
    <message>
        <source>&amp;Model there</source>
        <translation>&amp;Modelo allí</translation>
    </message>
    <message>
        <source>&amp;Key there</source>
        <translation>C&amp;lave allí</translation>
    </message>
    <message>
        <source>A service on your own machine needs none.</source>
        <translation>Un servicio en su propio equipo no necesita ninguna.</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Orden</translation>
    </message>
    <message>
        <source>The first that answers is used.</source>
        <translation>Se usa el primero que responde.</translation>
    </message>
    <message>
        <source>M&amp;odels</source>
        <translation>M&amp;odelos</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>&amp;Comprobar</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>Asistente</translation>
    </message>
</context>
<context>
    <name>ChatCal::AssistantStep</name>
    <message>
        <source>Start ChatCal when I &amp;log in</source>
        <translation>&amp;Iniciar ChatCal al entrar en la sesión</translation>
    </message>
    <message>
        <source>&amp;Groq key</source>
        <translation>Clave de &amp;Groq</translation>
    </message>
    <message>
        <source>Not needed. With a key from console.groq.com a larger model answers; what you say in the chat then goes to Groq.</source>
        <translation>No hace falta. Con una clave de console.groq.com responde un modelo mayor; lo que diga en el chat va entonces a Groq.</translation>
    </message>
    <message>
        <source>Start ChatCal when I log in</source>
        <translation>Iniciar ChatCal al entrar en la sesión</translation>
    </message>
    <message>
        <source>It works offline, on this machine, with nothing to set up. Try &quot;Lunch with Ada tomorrow at noon&quot;.</source>
        <translation>Funciona sin conexión, en este equipo y sin configurar nada. Pruebe «Comida con Ada mañana a las 14:00».</translation>
    </message>
    <message>
        <source>Your assistant is ready</source>
        <translation>Su asistente está listo</translation>
    </message>
</context>
<context>
    <name>ChatCal::BookingCard</name>
    <message>
        <source>Book</source>
        <translation>Reservar</translation>
    </message>
    <message>
        <source>New meeting</source>
        <translation>Cita nueva</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>What is it about?</source>
        <translation>¿De qué se trata?</translation>
    </message>
    <message>
        <source>It needs a title first.</source>
        <translation>Primero necesita un título.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is then already.</source>
        <translation>A esa hora ya está «%1».</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
</context>
<context>
    <name>ChatCal::CalendarLegend</name>
    <message>
        <source>Calendars</source>
        <translation>Calendarios</translation>
    </message>
    <message>
        <source>Show or hide this calendar</source>
        <translation>Mostrar u ocultar este calendario</translation>
    </message>
</context>
<context>
    <name>ChatCal::CalendarPage</name>
    <message>
        <source>Meetings are kept where the team&apos;s server keeps them. Its operator sets that up; an admin of the server connects the team&apos;s Google calendar.</source>
        <translation>Las citas se guardan donde las guarda el servidor del equipo. Lo configura quien lo administra; un administrador del servidor conecta el calendario de Google del equipo.</translation>
    </message>
    <message>
        <source>Google</source>
        <translation>Google</translation>
    </message>
    <message>
        <source>&amp;Meetings are kept</source>
        <translation>Las &amp;citas se guardan</translation>
    </message>
    <message>
        <source>Here, on this machine</source>
        <translation>Aquí, en este equipo</translation>
    </message>
    <message>
        <source>At Google Calendar</source>
        <translation>En Google Calendar</translation>
    </message>
    <message>
        <source>On a CalDAV server</source>
        <translation>En un servidor CalDAV</translation>
    </message>
    <message>
        <source>Nextcloud, Fastmail, iCloud, Posteo and many others speak CalDAV.</source>
        <translation>Nextcloud, Fastmail, iCloud, Posteo y muchos otros usan CalDAV.</translation>
    </message>
    <message>
        <source>Add&amp;ress</source>
        <translation>Di&amp;rección</translation>
    </message>
    <message>
        <source>Of the server, or of the very calendar to write to.</source>
        <translation>Del servidor, o del propio calendario en el que escribir.</translation>
    </message>
    <message>
        <source>&amp;Name there</source>
        <translation>&amp;Nombre allí</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>Contrase&amp;ña</translation>
    </message>
    <message>
        <source>Better one made for apps than the one you sign in with.</source>
        <translation>Mejor una contraseña de aplicación que la de inicio de sesión.</translation>
    </message>
    <message>
        <source>&amp;Further calendars</source>
        <translation>&amp;Otros calendarios</translation>
    </message>
    <message>
        <source>Addresses of calendars there in which you are busy too, with commas between them.</source>
        <translation>Direcciones de otros calendarios que también cuentan como ocupado, separadas por comas.</translation>
    </message>
    <message>
        <source>At &amp;home</source>
        <translation>En &amp;casa</translation>
    </message>
    <message>
        <source>The server&apos;s name, if it stands in your own network: nas.local</source>
        <translation>El nombre del servidor, si está en su propia red: nas.local</translation>
    </message>
    <message>
        <source>Client &amp;ID</source>
        <translation>&amp;ID de cliente</translation>
    </message>
    <message>
        <source>Of an OAuth client of your own, type &quot;Desktop app&quot;, from console.cloud.google.com.</source>
        <translation>De un cliente OAuth propio, de tipo «Aplicación de escritorio», de console.cloud.google.com.</translation>
    </message>
    <message>
        <source>Client &amp;secret</source>
        <translation>&amp;Secreto del cliente</translation>
    </message>
    <message>
        <source>Ca&amp;lendar</source>
        <translation>Ca&amp;lendario</translation>
    </message>
    <message>
        <source>The one to write to; your main one until you name another.</source>
        <translation>En el que se escribe; el principal mientras no se indique otro.</translation>
    </message>
    <message>
        <source>IDs of calendars in which you are busy too, with commas between them.</source>
        <translation>ID de otros calendarios que también cuentan como ocupado, separados por comas.</translation>
    </message>
    <message>
        <source>&amp;Account</source>
        <translation>C&amp;uenta</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>&amp;Comprobar</translation>
    </message>
    <message>
        <source>First put in the client&apos;s ID and secret, and choose Apply.</source>
        <translation>Introduzca primero el ID y el secreto del cliente y elija Aplicar.</translation>
    </message>
    <message>
        <source>Calendar accounts</source>
        <translation>Cuentas de calendario</translation>
    </message>
</context>
<context>
    <name>ChatCal::CalendarStep</name>
    <message>
        <source>Here, on this machine</source>
        <translation>Aquí, en este equipo</translation>
    </message>
    <message>
        <source>At Google Calendar</source>
        <translation>En Google Calendar</translation>
    </message>
    <message>
        <source>On a CalDAV server</source>
        <translation>En un servidor CalDAV</translation>
    </message>
    <message>
        <source>&amp;Meetings are kept</source>
        <translation>Las &amp;citas se guardan</translation>
    </message>
    <message>
        <source>You can change that at any time in the settings.</source>
        <translation>Puede cambiarlo en cualquier momento en los ajustes.</translation>
    </message>
    <message>
        <source>Add&amp;ress</source>
        <translation>Di&amp;rección</translation>
    </message>
    <message>
        <source>Na&amp;me there</source>
        <translation>No&amp;mbre allí</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>Contrase&amp;ña</translation>
    </message>
    <message>
        <source>Better one made for apps than the one you sign in with.</source>
        <translation>Mejor una contraseña de aplicación que la de inicio de sesión.</translation>
    </message>
    <message>
        <source>Client &amp;ID</source>
        <translation>&amp;ID de cliente</translation>
    </message>
    <message>
        <source>Of an OAuth client of your own, type &quot;Desktop app&quot;, from console.cloud.google.com.</source>
        <translation>De un cliente OAuth propio, de tipo «Aplicación de escritorio», de console.cloud.google.com.</translation>
    </message>
    <message>
        <source>Client &amp;secret</source>
        <translation>&amp;Secreto del cliente</translation>
    </message>
    <message>
        <source>&amp;Account</source>
        <translation>C&amp;uenta</translation>
    </message>
    <message>
        <source>ChatCal can keep your meetings by itself, or in the calendar you already have.</source>
        <translation>ChatCal puede guardar las citas por sí mismo o en el calendario que ya tiene.</translation>
    </message>
    <message>
        <source>Where is your calendar?</source>
        <translation>¿Dónde está su calendario?</translation>
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
        <translation>Iniciando…</translation>
    </message>
    <message>
        <source>The chat&apos;s view is missing</source>
        <translation>Falta la vista del chat</translation>
    </message>
    <message>
        <source>The part of ChatCal that shows it is not installed. Booking in one line and the agenda work without it.</source>
        <translation>La parte de ChatCal que la muestra no está instalada. La reserva en una línea y la agenda funcionan sin ella.</translation>
    </message>
    <message>
        <source>The chat could not be loaded</source>
        <translation>No se ha podido cargar el chat</translation>
    </message>
    <message>
        <source>The server did not answer.</source>
        <translation>El servidor no ha respondido.</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Reintentar</translation>
    </message>
</context>
<context>
    <name>ChatCal::DataPage</name>
    <message>
        <source>Where to put the export</source>
        <translation>Dónde poner la exportación</translation>
    </message>
    <message>
        <source>What to import</source>
        <translation>Qué importar</translation>
    </message>
    <message>
        <source>Calendars and exports (*.ics *.json);;All files (*)</source>
        <translation>Calendarios y exportaciones (*.ics *.json);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Sacar</translation>
    </message>
    <message>
        <source>Meetings, people met, settings and the calendar, as files that other programs can read. Passwords and keys stay here. What was said in chats is forgotten after 30 days and is not part of it.</source>
        <translation>Citas, personas, ajustes y el calendario, como archivos que otros programas pueden leer. Las contraseñas y claves se quedan aquí. Lo dicho en los chats se olvida a los 30 días y no se incluye.</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportar…</translation>
    </message>
    <message>
        <source>Put in</source>
        <translation>Traer</translation>
    </message>
    <message>
        <source>A calendar file (.ics) of another program, or an export of ChatCal. First you see what is in it; events that are here already are left out.</source>
        <translation>Un archivo de calendario (.ics) de otro programa o una exportación de ChatCal. Primero se ve lo que contiene; lo que ya está aquí se omite.</translation>
    </message>
    <message>
        <source>&amp;Choose a file…</source>
        <translation>Elegir un &amp;archivo…</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importar</translation>
    </message>
    <message>
        <source>&amp;Undo the import</source>
        <translation>&amp;Deshacer la importación</translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation>Progreso de la importación</translation>
    </message>
    <message>
        <source>Passwords and keys</source>
        <translation>Contraseñas y claves</translation>
    </message>
    <message>
        <source>&amp;Give the passphrase…</source>
        <translation>Dar la &amp;frase de contraseña…</translation>
    </message>
    <message>
        <source>Delete everything</source>
        <translation>Eliminar todo</translation>
    </message>
    <message>
        <source>This is a team&apos;s server: meetings, conversations and settings are kept there, and its operator can delete them. This machine keeps a copy of the agenda and what waits to be sent; both go when you remove the server from ChatCal.</source>
        <translation>Es el servidor de un equipo: las citas, conversaciones y ajustes se guardan allí, y quien lo administra puede eliminarlos. Este equipo guarda una copia de la agenda y lo que espera a enviarse; ambas cosas desaparecen al quitar el servidor de ChatCal.</translation>
    </message>
    <message>
        <source>DELETE</source>
        <translation>ELIMINAR</translation>
    </message>
    <message>
        <source>T&amp;ype %1</source>
        <translation>&amp;Escriba %1</translation>
    </message>
    <message>
        <source>Meetings, conversations, settings, passwords and keys on this machine are gone for good. A calendar at Google or on a CalDAV server stays as it is.</source>
        <translation>Las citas, conversaciones, ajustes, contraseñas y claves de este equipo desaparecen para siempre. Un calendario en Google o en un servidor CalDAV queda como está.</translation>
    </message>
    <message>
        <source>Delete e&amp;verything</source>
        <translation>Eliminar &amp;todo</translation>
    </message>
    <message>
        <source>Type %1 first.</source>
        <translation>Escriba primero %1.</translation>
    </message>
    <message>
        <source>Sealed, and the passphrase was not given: the services that need them are off.</source>
        <translation>Selladas, y no se dio la frase de contraseña: los servicios que las necesitan están desactivados.</translation>
    </message>
    <message>
        <source>Kept in a file that nothing seals. With the next password or key you put in they are sealed with a passphrase, or move to the keychain.</source>
        <translation>Guardadas en un archivo sin sellar. Con la próxima contraseña o clave que introduzca se sellarán con una frase de contraseña o pasarán al llavero.</translation>
    </message>
    <message>
        <source>Kept in a file that only your passphrase opens, for no keychain runs here.</source>
        <translation>Guardadas en un archivo que solo abre su frase de contraseña, pues aquí no hay ningún llavero.</translation>
    </message>
    <message>
        <source>Kept in this desktop&apos;s keychain, if there are any.</source>
        <translation>Guardadas en el llavero de este escritorio, si las hay.</translation>
    </message>
    <message>
        <source>Collecting…</source>
        <translation>Reuniendo…</translation>
    </message>
    <message>
        <source>It is in %1.</source>
        <translation>Está en %1.</translation>
    </message>
    <message>
        <source>Nothing could be written to %1.</source>
        <translation>No se ha podido escribir en %1.</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>No se puede leer el archivo.</translation>
    </message>
    <message>
        <source>There is no event in this file.</source>
        <translation>En este archivo no hay ningún evento.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Mirando…</translation>
    </message>
    <message numerus="yes">
        <source>%n new event(s).</source>
        <translation>
            <numerusform>%n evento nuevo.</numerusform>
            <numerusform>%n eventos nuevos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are here already.</source>
        <translation>
            <numerusform>%n ya está aquí.</numerusform>
            <numerusform>%n ya están aquí.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be read.</source>
        <translation>
            <numerusform>%n no se puede leer.</numerusform>
            <numerusform>%n no se pueden leer.</numerusform>
        </translation>
    </message>
    <message>
        <source>The settings in it replace yours.</source>
        <translation>Sus ajustes reemplazan los actuales.</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>Importando…</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) came in.</source>
        <translation>
            <numerusform>%n evento importado.</numerusform>
            <numerusform>%n eventos importados.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) were taken out again.</source>
        <translation>
            <numerusform>%n evento retirado.</numerusform>
            <numerusform>%n eventos retirados.</numerusform>
        </translation>
    </message>
    <message>
        <source>Deleting…</source>
        <translation>Eliminando…</translation>
    </message>
    <message>
        <source>Everything is deleted. ChatCal starts afresh.</source>
        <translation>Todo está eliminado. ChatCal empieza de cero.</translation>
    </message>
    <message>
        <source>My data</source>
        <translation>Mis datos</translation>
    </message>
</context>
<context>
    <name>ChatCal::DateCard</name>
    <message>
        <source>Go to a date</source>
        <translation>Ir a una fecha</translation>
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
        <translation>El día</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a span of time and what takes it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: nothing is planned</source>
        <translation>%1: nada previsto</translation>
    </message>
    <message>
        <source>%1. Taken: %2</source>
        <translation>%1. Ocupado: %2</translation>
    </message>
</context>
<context>
    <name>ChatCal::Desktop</name>
    <message>
        <source>ChatCal is still here</source>
        <translation>ChatCal sigue aquí</translation>
    </message>
    <message>
        <source>Click its icon to book, or choose Quit in its menu.</source>
        <translation>Haga clic en su icono para reservar o elija Salir en su menú.</translation>
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
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Calendario</translation>
    </message>
    <message>
        <source>Why it cannot be changed here</source>
        <translation>Por qué no se puede cambiar aquí</translation>
    </message>
    <message>
        <source>Free times</source>
        <translation>Horas libres</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Unirse</translation>
    </message>
    <message>
        <source>Move…</source>
        <translation>Cambiar…</translation>
    </message>
    <message>
        <source>Cancel meeting</source>
        <translation>Cancelar la cita</translation>
    </message>
    <message>
        <source>Speak of it in the chat</source>
        <translation>Hablar de ella en el chat</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Copiar el enlace</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <source>Booked with ChatCal · %1</source>
        <translation>Reservada con ChatCal · %1</translation>
    </message>
    <message>
        <source>Looking for free times…</source>
        <translation>Buscando horas libres…</translation>
    </message>
    <message>
        <source>The server does not answer. Escape closes this; the meeting can be dragged as well.</source>
        <translation>El servidor no responde. Esc cierra esto; la cita también se puede arrastrar.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>day, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Nothing is free within two weeks.</source>
        <translation>No hay nada libre en dos semanas.</translation>
    </message>
    <message>
        <source>Move it to:</source>
        <translation>Cambiar a:</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>ChatCal sends no mail about it.</source>
        <translation>ChatCal no envía ningún correo al respecto.</translation>
    </message>
</context>
<context>
    <name>ChatCal::DurationField</name>
    <message>
        <source>minutes</source>
        <translation>minutos</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>horas</translation>
    </message>
    <message>
        <source>days</source>
        <translation>días</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unidad</translation>
    </message>
</context>
<context>
    <name>ChatCal::EntryField</name>
    <message>
        <source>Lunch with Kim tomorrow at noon</source>
        <translation>Comida con Kim mañana a las 14:00</translation>
    </message>
    <message>
        <source>What to book</source>
        <translation>Qué reservar</translation>
    </message>
</context>
<context>
    <name>ChatCal::FirstStart</name>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Atrás</translation>
    </message>
    <message>
        <source>S&amp;kip</source>
        <translation>&amp;Omitir</translation>
    </message>
    <message>
        <source>First start</source>
        <translation>Primer inicio</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>Paso %1 de %2</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Empezar</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Siguiente</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Un momento…</translation>
    </message>
</context>
<context>
    <name>ChatCal::GlobalShortcut</name>
    <message>
        <source>No key opens quick booking from other programs.</source>
        <translation>Ninguna tecla abre la reserva rápida desde otros programas.</translation>
    </message>
    <message>
        <source>Your desktop is being asked for %1…</source>
        <translation>Se está pidiendo %1 al escritorio…</translation>
    </message>
    <message>
        <source>%1 opens quick booking from any program.</source>
        <translation>%1 abre la reserva rápida desde cualquier programa.</translation>
    </message>
    <message>
        <source>Another program holds %1. Choose another key.</source>
        <translation>Otro programa usa %1. Elija otra tecla.</translation>
    </message>
    <message>
        <source>Your desktop gives no program a key of its own. Bind “chatcal --quick” in its keyboard settings.</source>
        <translation>Su escritorio no da teclas propias a los programas. Asigne «chatcal --quick» en sus ajustes de teclado.</translation>
    </message>
</context>
<context>
    <name>ChatCal::GoogleSignInRow</name>
    <message>
        <source>Sign in with Google…</source>
        <translation>Iniciar sesión con Google…</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Cerrar sesión</translation>
    </message>
    <message>
        <source>Signed in. Meetings are kept there.</source>
        <translation>Sesión iniciada. Las citas se guardan allí.</translation>
    </message>
    <message>
        <source>The server is not set up for Google.</source>
        <translation>El servidor no está configurado para Google.</translation>
    </message>
    <message>
        <source>Google took the permission back. Please sign in again.</source>
        <translation>Google ha retirado el permiso. Inicie sesión de nuevo.</translation>
    </message>
    <message>
        <source>The kept sign-in cannot be opened any more. Please sign in again.</source>
        <translation>La sesión guardada ya no se puede abrir. Inicie sesión de nuevo.</translation>
    </message>
    <message>
        <source>Go on in your browser. This page follows by itself.</source>
        <translation>Continúe en el navegador. Esta página se actualizará sola.</translation>
    </message>
    <message>
        <source>Not signed in.</source>
        <translation>Sin sesión iniciada.</translation>
    </message>
    <message>
        <source>No browser could be opened.</source>
        <translation>No se ha podido abrir ningún navegador.</translation>
    </message>
</context>
<context>
    <name>ChatCal::HostPage</name>
    <message>
        <source>Applying…</source>
        <translation>Aplicando…</translation>
    </message>
    <message>
        <source>Applied. It holds from now on.</source>
        <translation>Aplicado. Vale a partir de ahora.</translation>
    </message>
</context>
<context>
    <name>ChatCal::HoursPage</name>
    <message>
        <source>When others can book you. Your own bookings may lie at any time.</source>
        <translation>Cuándo pueden reservar los demás. Sus propias reservas pueden ser a cualquier hora.</translation>
    </message>
    <message>
        <source>&amp;Week</source>
        <translation>&amp;Semana</translation>
    </message>
    <message>
        <source>Time &amp;zone</source>
        <translation>&amp;Zona horaria</translation>
    </message>
    <message>
        <source>The hours are read in it.</source>
        <translation>Las horas se entienden en ella.</translation>
    </message>
    <message>
        <source>Rules for bookings</source>
        <translation>Reglas para las reservas</translation>
    </message>
    <message>
        <source>Free &amp;before</source>
        <translation>Libre &amp;antes</translation>
    </message>
    <message>
        <source>Kept free before each meeting.</source>
        <translation>Se deja libre antes de cada cita.</translation>
    </message>
    <message>
        <source>Free a&amp;fter</source>
        <translation>Libre &amp;después</translation>
    </message>
    <message>
        <source>Shortest &amp;notice</source>
        <translation>Antelación &amp;mínima</translation>
    </message>
    <message>
        <source>How long before its start a meeting can be booked at the latest.</source>
        <translation>Con cuánta antelación, como mínimo, se puede reservar una cita.</translation>
    </message>
    <message>
        <source> days</source>
        <translation> días</translation>
    </message>
    <message>
        <source>How far a&amp;head</source>
        <translation>Con cuánta antici&amp;pación</translation>
    </message>
    <message>
        <source>S&amp;hortest meeting</source>
        <translation>Cita más &amp;corta</translation>
    </message>
    <message>
        <source>&amp;Longest meeting</source>
        <translation>Cita más &amp;larga</translation>
    </message>
    <message>
        <source>S&amp;teps</source>
        <translation>&amp;Pasos</translation>
    </message>
    <message>
        <source>Starts are offered this far apart.</source>
        <translation>Los inicios se ofrecen con esta separación.</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Sin límite</translation>
    </message>
    <message>
        <source>&amp;Most per day</source>
        <translation>Má&amp;ximo al día</translation>
    </message>
    <message>
        <source>About you</source>
        <translation>Sobre usted</translation>
    </message>
    <message>
        <source>So meetings and mails name you.</source>
        <translation>Así aparece su nombre en citas y correos.</translation>
    </message>
    <message>
        <source>N&amp;ame</source>
        <translation>N&amp;ombre</translation>
    </message>
    <message>
        <source>Ma&amp;il address</source>
        <translation>Correo &amp;electrónico</translation>
    </message>
    <message>
        <source>&amp;Phone</source>
        <translation>&amp;Teléfono</translation>
    </message>
    <message>
        <source>Shown where a meeting is by phone.</source>
        <translation>Se muestra cuando una cita es por teléfono.</translation>
    </message>
    <message>
        <source>Working hours</source>
        <translation>Horario laboral</translation>
    </message>
</context>
<context>
    <name>ChatCal::IdentityStep</name>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nombre</translation>
    </message>
    <message>
        <source>&amp;Mail address</source>
        <translation>&amp;Correo electrónico</translation>
    </message>
    <message>
        <source>Invitations name it. Nothing is sent to it now.</source>
        <translation>Aparece en las invitaciones. Ahora no se envía nada allí.</translation>
    </message>
    <message>
        <source>Time &amp;zone</source>
        <translation>&amp;Zona horaria</translation>
    </message>
    <message>
        <source>&amp;Working hours</source>
        <translation>&amp;Horario laboral</translation>
    </message>
    <message>
        <source>When others can book you.</source>
        <translation>Cuándo pueden reservar los demás.</translation>
    </message>
    <message>
        <source>So that meetings and invitations name you, and others find free times that suit you.</source>
        <translation>Para que las citas e invitaciones lleven su nombre y los demás encuentren horas libres que le convengan.</translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation>¿Quién es usted?</translation>
    </message>
</context>
<context>
    <name>ChatCal::MailPage</name>
    <message>
        <source>The team&apos;s server sends the mail. Its operator sets up by which mail server.</source>
        <translation>El servidor del equipo envía el correo. Quien lo administra decide con qué servidor de correo.</translation>
    </message>
    <message>
        <source>Invitations, changes and cancellations go to attendees by mail. Until a mail server is set, they are kept as files in the data folder.</source>
        <translation>Las invitaciones, cambios y cancelaciones se envían por correo a los participantes. Mientras no haya servidor de correo, se guardan como archivos en la carpeta de datos.</translation>
    </message>
    <message>
        <source>Mail &amp;server</source>
        <translation>&amp;Servidor de correo</translation>
    </message>
    <message>
        <source>S&amp;ecurity</source>
        <translation>S&amp;eguridad</translation>
    </message>
    <message>
        <source>STARTTLS (usual)</source>
        <translation>STARTTLS (lo habitual)</translation>
    </message>
    <message>
        <source>TLS from the first byte</source>
        <translation>TLS desde el primer byte</translation>
    </message>
    <message>
        <source>None, on this machine only</source>
        <translation>Ninguna, solo en este equipo</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>P&amp;uerto</translation>
    </message>
    <message>
        <source>Left empty: the usual one for the security chosen.</source>
        <translation>Vacío: el habitual para la seguridad elegida.</translation>
    </message>
    <message>
        <source>&amp;Name there</source>
        <translation>&amp;Nombre allí</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>Contrase&amp;ña</translation>
    </message>
    <message>
        <source>Many services want a password made for apps here.</source>
        <translation>Muchos servicios piden aquí una contraseña de aplicación.</translation>
    </message>
    <message>
        <source>Sen&amp;der</source>
        <translation>Re&amp;mitente</translation>
    </message>
    <message>
        <source>Left empty: your own address.</source>
        <translation>Vacío: su propia dirección.</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>&amp;Comprobar</translation>
    </message>
    <message>
        <source>Send me a &amp;test mail</source>
        <translation>Enviarme un correo de &amp;prueba</translation>
    </message>
    <message>
        <source>Apply the changes first.</source>
        <translation>Aplique primero los cambios.</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Enviando…</translation>
    </message>
    <message>
        <source>Sent to %1. Look into the mailbox.</source>
        <translation>Enviado a %1. Mire en el buzón.</translation>
    </message>
    <message>
        <source>No mail server is set: the mail is a file in the data folder&apos;s &quot;outbox&quot;.</source>
        <translation>No hay servidor de correo: el mensaje es un archivo en «outbox», en la carpeta de datos.</translation>
    </message>
    <message>
        <source>Your own mail address is not known yet: see Working hours, About you.</source>
        <translation>Todavía no se conoce su dirección de correo: véase Horario laboral, Sobre usted.</translation>
    </message>
    <message>
        <source>Not sent: %1</source>
        <translation>No enviado: %1</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>Correo</translation>
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
        <translation>Conectado · horas de %1</translation>
    </message>
    <message>
        <source>Reconnecting…</source>
        <translation>Reconectando…</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Iniciando…</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>The chat comes when the server answers.</source>
        <translation>El chat aparecerá cuando responda el servidor.</translation>
    </message>
    <message>
        <source>The server refused</source>
        <translation>El servidor lo ha rechazado</translation>
    </message>
    <message>
        <source>It does not accept the token ChatCal was started with.</source>
        <translation>No acepta el token con el que se inició ChatCal.</translation>
    </message>
    <message>
        <source>The server does not answer</source>
        <translation>El servidor no responde</translation>
    </message>
    <message>
        <source>ChatCal goes on trying. Nothing you booked is lost.</source>
        <translation>ChatCal sigue intentándolo. No se pierde nada de lo reservado.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>day, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 · as of %2</source>
        <comment>state of the connection, time</comment>
        <translation>%1 · datos de: %2</translation>
    </message>
    <message>
        <source>That meeting is not in the calendar any more.</source>
        <translation>Esa cita ya no está en el calendario.</translation>
    </message>
    <message>
        <source>The server does not answer just now. Try again in a moment.</source>
        <translation>El servidor no responde en este momento. Inténtelo de nuevo enseguida.</translation>
    </message>
    <message>
        <source>Drag “%1” to another time, or move it with %2 and the other arrows.</source>
        <comment>title, keys</comment>
        <translation>Arrastre «%1» a otra hora o muévala con %2 y las demás flechas.</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>Mostrar el registro</translation>
    </message>
</context>
<context>
    <name>ChatCal::ModelOrder</name>
    <message>
        <source>Models, in the order they are asked</source>
        <translation>Modelos, en el orden en que se les pregunta</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>Earlier (Alt+Up)</source>
        <translation>Antes (Alt+Arriba)</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Después</translation>
    </message>
    <message>
        <source>Later (Alt+Down)</source>
        <translation>Después (Alt+Abajo)</translation>
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
        <translation>El otro servicio</translation>
    </message>
    <message>
        <source>ChatCal&apos;s own, offline</source>
        <translation>El propio de ChatCal, sin conexión</translation>
    </message>
    <message>
        <source>Always there, so that there is always an answer.</source>
        <translation>Siempre está, para que siempre haya una respuesta.</translation>
    </message>
</context>
<context>
    <name>ChatCal::NavigationBar</name>
    <message>
        <source>Navigation</source>
        <translation>Navegación</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Show today (T)</source>
        <translation>Mostrar hoy (T)</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Back (Page Up)</source>
        <translation>Atrás (Re Pág)</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Adelante</translation>
    </message>
    <message>
        <source>Forward (Page Down)</source>
        <translation>Adelante (Av Pág)</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Day view</source>
        <translation>Vista de día</translation>
    </message>
    <message>
        <source>Show one day (D)</source>
        <translation>Mostrar un día (D)</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Semana</translation>
    </message>
    <message>
        <source>Week view</source>
        <translation>Vista de semana</translation>
    </message>
    <message>
        <source>Show the week (W)</source>
        <translation>Mostrar la semana (W)</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Show or hide the chat (Ctrl+J)</source>
        <translation>Mostrar u ocultar el chat (Ctrl+J)</translation>
    </message>
    <message>
        <source>Quick book</source>
        <translation>Reservar</translation>
    </message>
    <message>
        <source>Book in one line (Ctrl+N)</source>
        <translation>Reservar en una línea (Ctrl+N)</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Mes</translation>
    </message>
    <message>
        <source>Month view</source>
        <translation>Vista de mes</translation>
    </message>
    <message>
        <source>Show the month (M)</source>
        <translation>Mostrar el mes (M)</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Settings (Ctrl+,)</source>
        <translation>Ajustes (Ctrl+,)</translation>
    </message>
</context>
<context>
    <name>ChatCal::Notifier</name>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Unirse</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Posponer</translation>
    </message>
    <message>
        <source>Join it from ChatCal&apos;s icon or window.</source>
        <translation>Únase desde el icono o la ventana de ChatCal.</translation>
    </message>
    <message>
        <source>Open ChatCal to see more.</source>
        <translation>Abra ChatCal para ver más.</translation>
    </message>
</context>
<context>
    <name>ChatCal::OutageBar</name>
    <message>
        <source>Retry</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>what is the matter. more of it</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>Mostrar el registro</translation>
    </message>
</context>
<context>
    <name>ChatCal::Outgoing</name>
    <message>
        <source>This meeting is not in the calendar any more.</source>
        <translation>Esta cita ya no está en el calendario.</translation>
    </message>
    <message>
        <source>The server does not accept ChatCal&apos;s token.</source>
        <translation>El servidor no acepta el token de ChatCal.</translation>
    </message>
    <message>
        <source>The server does not understand this wish.</source>
        <translation>El servidor no entiende esta petición.</translation>
    </message>
    <message>
        <source>The server refused: %1.</source>
        <translation>El servidor lo ha rechazado: %1.</translation>
    </message>
    <message>
        <source>The server does not answer. This is sent once it is back.</source>
        <translation>El servidor no responde. Se enviará en cuanto vuelva.</translation>
    </message>
    <message>
        <source>The server does not answer, and the disk takes nothing: this is sent once the server is back, if ChatCal runs until then.</source>
        <translation>El servidor no responde y el disco no admite nada: se enviará cuando vuelva el servidor si ChatCal sigue en marcha hasta entonces.</translation>
    </message>
    <message>
        <source>This waited for a week. Look whether it is in the calendar.</source>
        <translation>Esto ha esperado una semana. Mire si está en el calendario.</translation>
    </message>
    <message>
        <source>“%1” was changed meanwhile. Look at it again before you change it.</source>
        <translation>«%1» ha cambiado entretanto. Mírela de nuevo antes de cambiarla.</translation>
    </message>
    <message>
        <source>This was withdrawn.</source>
        <translation>Esto se ha retirado.</translation>
    </message>
    <message numerus="yes">
        <source>The server failed at this %n time(s). It was not accepted.</source>
        <translation>
            <numerusform>El servidor ha fallado %n vez. No se ha aceptado.</numerusform>
            <numerusform>El servidor ha fallado %n veces. No se ha aceptado.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” can no longer be brought back.</source>
        <translation>«%1» ya no se puede recuperar.</translation>
    </message>
    <message>
        <source>“%1” is not in the calendar any more.</source>
        <translation>«%1» ya no está en el calendario.</translation>
    </message>
</context>
<context>
    <name>ChatCal::PassphraseWindow</name>
    <message>
        <source>No keychain runs on this desktop, such as GNOME Keyring or KWallet. Your passwords and keys can be kept in a file that only your passphrase opens. ChatCal asks for it at each start.</source>
        <translation>En este escritorio no hay ningún llavero, como GNOME Keyring o KWallet. Sus contraseñas y claves se pueden guardar en un archivo que solo abre su frase de contraseña. ChatCal la pide en cada inicio.</translation>
    </message>
    <message>
        <source>Your passwords and keys are sealed with your passphrase. Without it ChatCal starts all the same, but the services that need them stay off.</source>
        <translation>Sus contraseñas y claves están selladas con su frase de contraseña. Sin ella ChatCal se inicia igualmente, pero los servicios que las necesitan quedan desactivados.</translation>
    </message>
    <message>
        <source>That was another passphrase. Please try again.</source>
        <translation>Era otra frase de contraseña. Inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The file with your sealed passwords and keys is damaged and cannot be opened any more. Start over to put them in again; until then the services that need them stay off.</source>
        <translation>El archivo con sus contraseñas y claves selladas está dañado y ya no se puede abrir. Empiece de nuevo para introducirlas otra vez; hasta entonces los servicios que las necesitan quedan desactivados.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Frase de contraseña</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Frase de contraseña</translation>
    </message>
    <message>
        <source>A few words are best. Nobody can open the file without it, nor can we.</source>
        <translation>Lo mejor son unas cuantas palabras. Nadie puede abrir el archivo sin ella, tampoco nosotros.</translation>
    </message>
    <message>
        <source>&amp;Again</source>
        <translation>&amp;Otra vez</translation>
    </message>
    <message>
        <source>&amp;Do not keep</source>
        <translation>&amp;No guardar</translation>
    </message>
    <message>
        <source>&amp;Not now</source>
        <translation>Ahora &amp;no</translation>
    </message>
    <message>
        <source>&amp;Start over</source>
        <translation>&amp;Empezar de nuevo</translation>
    </message>
    <message>
        <source>&amp;Forgotten…</source>
        <translation>&amp;Olvidada…</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Abrir</translation>
    </message>
    <message>
        <source>Please use at least %1 characters.</source>
        <translation>Use al menos %1 caracteres.</translation>
    </message>
    <message>
        <source>These are two different ones.</source>
        <translation>Son dos distintas.</translation>
    </message>
    <message>
        <source>&amp;Delete what is sealed</source>
        <translation>&amp;Eliminar lo sellado</translation>
    </message>
    <message>
        <source>Delete what is sealed</source>
        <translation>Eliminar lo sellado</translation>
    </message>
    <message>
        <source>Without the passphrase nothing can be opened. You can only delete what is sealed and put your passwords and keys in again.</source>
        <translation>Sin la frase de contraseña no se puede abrir nada. Solo puede eliminar lo sellado e introducir de nuevo sus contraseñas y claves.</translation>
    </message>
</context>
<context>
    <name>ChatCal::PortalShortcuts</name>
    <message>
        <source>Open quick booking</source>
        <translation>Abrir la reserva rápida</translation>
    </message>
</context>
<context>
    <name>ChatCal::QuickBookWindow</name>
    <message>
        <source>Enter books · Escape leaves</source>
        <translation>Intro reserva · Esc cierra</translation>
    </message>
    <message>
        <source>Quick booking</source>
        <translation>Reserva rápida</translation>
    </message>
    <message>
        <source>Understood as</source>
        <translation>Entendido como</translation>
    </message>
    <message>
        <source>What and where</source>
        <translation>Qué y dónde</translation>
    </message>
    <message>
        <source>In the way</source>
        <translation>Coincide con</translation>
    </message>
    <message>
        <source>Starting… What you type is read in a moment.</source>
        <translation>Iniciando… Lo que escriba se leerá en un momento.</translation>
    </message>
    <message>
        <source>The server does not answer. What you typed stays here.</source>
        <translation>El servidor no responde. Lo escrito se queda aquí.</translation>
    </message>
    <message>
        <source>with %1</source>
        <translation>con %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>In the way: %1</source>
        <translation>Coincide con: %1</translation>
    </message>
    <message>
        <source>That time cannot be booked. Free instead:</source>
        <translation>Esa hora no se puede reservar. Libres en su lugar:</translation>
    </message>
    <message>
        <source>When? Add a day and a time.</source>
        <translation>¿Cuándo? Añada un día y una hora.</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Libre</translation>
    </message>
    <message>
        <source>Quick booking: booked</source>
        <translation>Reserva rápida: reservado</translation>
    </message>
    <message>
        <source>Quick booking: free</source>
        <translation>Reserva rápida: libre</translation>
    </message>
    <message>
        <source>Quick booking: not free</source>
        <translation>Reserva rápida: no libre</translation>
    </message>
    <message>
        <source>Booking…</source>
        <translation>Reservando…</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>Reservado</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a weekday and a time</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>When? Add a time.</source>
        <translation>¿Cuándo? Añada una hora.</translation>
    </message>
    <message>
        <source>Quick booking: kept</source>
        <translation>Reserva rápida: guardado</translation>
    </message>
    <message>
        <source>Enter or Escape closes · Ctrl+Z takes it back</source>
        <translation>Intro o Esc cierra · Ctrl+Z lo deshace</translation>
    </message>
    <message>
        <source>Kept. It is sent when the server is back.</source>
        <translation>Guardado. Se enviará cuando vuelva el servidor.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>a title and a number</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Taking it back…</source>
        <translation>Deshaciendo…</translation>
    </message>
    <message>
        <source>Not taken back: %1</source>
        <translation>No deshecho: %1</translation>
    </message>
    <message>
        <source>It is taken back when the server is back.</source>
        <translation>Se deshará cuando vuelva el servidor.</translation>
    </message>
    <message>
        <source>Taken back. What you typed stays here.</source>
        <translation>Deshecho. Lo escrito se queda aquí.</translation>
    </message>
    <message>
        <source>Enter books it again · Escape leaves</source>
        <translation>Intro lo reserva de nuevo · Esc cierra</translation>
    </message>
    <message>
        <source>Free · this one time only: meetings that repeat cannot be booked here</source>
        <translation>Libre · solo esta vez: aquí no se pueden reservar reuniones periódicas</translation>
    </message>
</context>
<context>
    <name>ChatCal::Reminder</name>
    <message>
        <source>Over</source>
        <translation>Terminada</translation>
    </message>
    <message numerus="yes">
        <source>Begins in %n min</source>
        <translation>
            <numerusform>Empieza en %n min</numerusform>
            <numerusform>Empieza en %n min</numerusform>
        </translation>
    </message>
    <message>
        <source>Begins now</source>
        <translation>Empieza ahora</translation>
    </message>
    <message numerus="yes">
        <source>Began %n min ago</source>
        <translation>
            <numerusform>Empezó hace %n min</numerusform>
            <numerusform>Empezó hace %n min</numerusform>
        </translation>
    </message>
    <message>
        <source>%1–%2</source>
        <comment>a span of time</comment>
        <translation>%1–%2</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Sin título</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <comment>times, title, when it begins</comment>
        <translation>%1: %2 (%3)</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n meetings</source>
        <translation>
            <numerusform>%n cita</numerusform>
            <numerusform>%n citas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChatCal::ReminderCard</name>
    <message>
        <source>Reminder: %1</source>
        <translation>Recordatorio: %1</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Unirse</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Posponer</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Descartar</translation>
    </message>
</context>
<context>
    <name>ChatCal::RemindersPage</name>
    <message>
        <source>&amp;Remind me of meetings</source>
        <translation>&amp;Recordarme las citas</translation>
    </message>
    <message>
        <source>&amp;Quiet hours</source>
        <translation>&amp;Horas de silencio</translation>
    </message>
    <message>
        <source> min before</source>
        <translation> min antes</translation>
    </message>
    <message>
        <source>&amp;When</source>
        <translation>&amp;Cuándo</translation>
    </message>
    <message>
        <source>What is due in them is told at their end, or before, if the meeting begins before.</source>
        <translation>Lo que vence en ellas se avisa al final, o antes, si la cita empieza antes.</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;De</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;A</translation>
    </message>
    <message>
        <source>Before &quot;from&quot;: on the next day.</source>
        <translation>Antes de «De»: al día siguiente.</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>Recordatorios</translation>
    </message>
</context>
<context>
    <name>ChatCal::SecretField</name>
    <message>
        <source>Not set</source>
        <translation>Sin definir</translation>
    </message>
    <message>
        <source>Will be removed</source>
        <translation>Se eliminará</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Definida</translation>
    </message>
    <message>
        <source>Keep the old one</source>
        <translation>Mantener la anterior</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>Reemplazar…</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Mantener</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
</context>
<context>
    <name>ChatCal::ServerLink</name>
    <message>
        <source>ChatCal&apos;s server did not start</source>
        <translation>El servidor de ChatCal no se ha iniciado</translation>
    </message>
    <message>
        <source>The server stopped</source>
        <translation>El servidor se ha detenido</translation>
    </message>
    <message>
        <source>It is started again.</source>
        <translation>Se está reiniciando.</translation>
    </message>
    <message>
        <source>The token of %1 cannot be read</source>
        <translation>No se puede leer el token de %1</translation>
    </message>
    <message>
        <source>Unlock the keychain, or add the server again in the settings.</source>
        <translation>Desbloquee el llavero o añada de nuevo el servidor en los ajustes.</translation>
    </message>
    <message>
        <source>The server refused</source>
        <translation>El servidor lo ha rechazado</translation>
    </message>
    <message>
        <source>It does not accept the token ChatCal was started with.</source>
        <translation>No acepta el token con el que se inició ChatCal.</translation>
    </message>
    <message>
        <source>The server does not answer</source>
        <translation>El servidor no responde</translation>
    </message>
    <message>
        <source>%1 does not answer</source>
        <translation>%1 no responde</translation>
    </message>
</context>
<context>
    <name>ChatCal::ServerProcess</name>
    <message>
        <source>%1 could not be started: %2</source>
        <translation>No se ha podido iniciar %1: %2</translation>
    </message>
</context>
<context>
    <name>ChatCal::Servers</name>
    <message>
        <source>This is not the address of a server.</source>
        <translation>Esto no es la dirección de un servidor.</translation>
    </message>
    <message>
        <source>Give the address alone; the token has a field of its own.</source>
        <translation>Indique solo la dirección; el token tiene su propio campo.</translation>
    </message>
    <message>
        <source>The address must begin with https://, else others could read along.</source>
        <translation>La dirección debe empezar por https://; si no, otros podrían leer.</translation>
    </message>
    <message>
        <source>The address or the token holds characters that neither can have.</source>
        <translation>La dirección o el token contiene caracteres que no pueden tener.</translation>
    </message>
    <message>
        <source>Nobody answers at this address in time.</source>
        <translation>Nadie responde a tiempo en esta dirección.</translation>
    </message>
    <message>
        <source>The server does not accept this token. Ask its admin for another one.</source>
        <translation>El servidor no acepta este token. Pida otro a su administrador.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate does not hold, or the connection is tampered with. Nothing was sent but the address.</source>
        <translation>El certificado del servidor no es válido o alguien manipula la conexión. No se ha enviado nada más que la dirección.</translation>
    </message>
    <message>
        <source>Something answers at this address, but it is not ChatCal.</source>
        <translation>Algo responde en esta dirección, pero no es ChatCal.</translation>
    </message>
    <message>
        <source>The server asks for patience. Try again in a minute.</source>
        <translation>El servidor pide paciencia. Inténtelo de nuevo en un minuto.</translation>
    </message>
    <message>
        <source>The server answers, but its token cannot be kept on this computer: %1</source>
        <translation>El servidor responde, pero su token no se puede guardar en este equipo: %1</translation>
    </message>
    <message>
        <source>Nobody answers at this address. Check it, and the network.</source>
        <translation>Nadie responde en esta dirección. Compruébela, y también la red.</translation>
    </message>
</context>
<context>
    <name>ChatCal::ServersPage</name>
    <message>
        <source>&amp;Use this one</source>
        <translation>&amp;Usar este</translation>
    </message>
    <message>
        <source>ChatCal brings a server of its own, on this machine, for you alone. A team&apos;s server keeps the team&apos;s calendar; who runs it gives you its address and a token.</source>
        <translation>ChatCal trae su propio servidor, en este equipo, solo para usted. El servidor de un equipo lleva el calendario del equipo; quien lo administra le da la dirección y un token.</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Servidores</translation>
    </message>
    <message>
        <source>&amp;Servers</source>
        <translation>&amp;Servidores</translation>
    </message>
    <message>
        <source>Add a team&apos;s server</source>
        <translation>Añadir el servidor de un equipo</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Dirección</translation>
    </message>
    <message>
        <source>&amp;Token</source>
        <translation>&amp;Token</translation>
    </message>
    <message>
        <source>It says who you are. It is kept as your passwords are.</source>
        <translation>Dice quién es usted. Se guarda como sus contraseñas.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nombre</translation>
    </message>
    <message>
        <source>What you call it; its address until you name it.</source>
        <translation>El nombre que le dé; hasta entonces, su dirección.</translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation>&amp;Añadir</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>%1 (in use)</source>
        <translation>%1 (en uso)</translation>
    </message>
    <message>
        <source>On this machine</source>
        <translation>En este equipo</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>It is in use.</source>
        <translation>Está en uso.</translation>
    </message>
    <message>
        <source>Use this one</source>
        <translation>Usar este</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Quitar…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>ChatCal&apos;s own server stays.</source>
        <translation>El servidor propio de ChatCal se queda.</translation>
    </message>
    <message>
        <source>&amp;Really remove it</source>
        <translation>&amp;Quitar de verdad</translation>
    </message>
    <message>
        <source>Really remove it</source>
        <translation>Quitar de verdad</translation>
    </message>
    <message>
        <source>What still waits to be sent to it is lost then.</source>
        <translation>Lo que aún espera a enviarse allí se pierde entonces.</translation>
    </message>
    <message>
        <source>It is removed.</source>
        <translation>Se ha quitado.</translation>
    </message>
    <message>
        <source>It is removed, but the keychain did not answer and may still hold its token.</source>
        <translation>Se ha quitado, pero el llavero no ha respondido y quizá guarde aún su token.</translation>
    </message>
    <message>
        <source>Asking it…</source>
        <translation>Preguntando…</translation>
    </message>
    <message>
        <source>It is added. Choose &quot;Use this one&quot; to work with it.</source>
        <translation>Se ha añadido. Elija «Usar este» para trabajar con él.</translation>
    </message>
    <message>
        <source>Show &amp;log</source>
        <translation>Mostrar el &amp;registro</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>Mostrar el registro</translation>
    </message>
    <message>
        <source>Only the server on this machine has its log here.</source>
        <translation>Solo el servidor de este equipo tiene aquí su registro.</translation>
    </message>
</context>
<context>
    <name>ChatCal::SettingsWindow</name>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>Páginas de los ajustes</translation>
    </message>
</context>
<context>
    <name>ChatCal::SetupPage</name>
    <message>
        <source>Set in the environment ChatCal was started with, and changed there.</source>
        <translation>Definido en el entorno con el que se inició ChatCal; se cambia allí.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Comprobando…</translation>
    </message>
    <message>
        <source>Applied. It holds from now on.</source>
        <translation>Aplicado. Vale a partir de ahora.</translation>
    </message>
    <message>
        <source>Trying it…</source>
        <translation>Probando…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>There is nothing to try yet.</source>
        <translation>Todavía no hay nada que probar.</translation>
    </message>
    <message>
        <source>It works: %1</source>
        <translation>Funciona: %1</translation>
    </message>
</context>
<context>
    <name>ChatCal::ShortcutsPage</name>
    <message>
        <source>&amp;Quick booking</source>
        <translation>&amp;Reserva rápida</translation>
    </message>
    <message>
        <source>From every program. Press the keys; Backspace takes the shortcut away.</source>
        <translation>Desde cualquier programa. Pulse las teclas; Retroceso quita el atajo.</translation>
    </message>
    <message>
        <source>In ChatCal&apos;s window</source>
        <translation>En la ventana de ChatCal</translation>
    </message>
    <message>
        <source>Press ? in the agenda for the list of all keys. Ctrl+N books in one line, F6 goes from the agenda to the chat and back, Ctrl+, opens these settings.</source>
        <translation>Pulse ? en la agenda para ver todas las teclas. Ctrl+N reserva en una línea, F6 va de la agenda al chat y vuelve, Ctrl+, abre estos ajustes.</translation>
    </message>
    <message>
        <source>Bind the command &quot;chatcal --quick&quot; in your desktop&apos;s keyboard settings.</source>
        <translation>Asigne la orden «chatcal --quick» en los ajustes de teclado de su escritorio.</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Atajos</translation>
    </message>
    <message>
        <source>A key for every program needs Ctrl, Alt or Meta held with it.</source>
        <translation>Una tecla para todos los programas necesita Ctrl, Alt o Meta a la vez.</translation>
    </message>
</context>
<context>
    <name>ChatCal::ShowLog</name>
    <message>
        <source>There is no log: the server on this machine has said nothing yet.</source>
        <translation>No hay registro: el servidor de este equipo aún no ha dicho nada.</translation>
    </message>
    <message>
        <source>No program opens it. The log is %1.</source>
        <translation>Ningún programa lo abre. El registro es %1.</translation>
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
        <translation>Reservar %1 en su lugar</translation>
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
        <translation>Recordatorios pospuestos</translation>
    </message>
    <message>
        <source>Nothing is snoozed. A reminder you snooze waits here until it comes back.</source>
        <translation>No hay nada pospuesto. Un recordatorio pospuesto espera aquí hasta que vuelve.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>%1, %2: comes back at %3</source>
        <comment>title, span of time, time</comment>
        <translation>%1, %2: vuelve a las %3</translation>
    </message>
    <message>
        <source>Nothing is snoozed.</source>
        <translation>No hay nada pospuesto.</translation>
    </message>
</context>
<context>
    <name>ChatCal::Toast</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Cerrar este mensaje</translation>
    </message>
</context>
<context>
    <name>ChatCal::TrayIcon</name>
    <message>
        <source>ChatCal: click to book in one line</source>
        <translation>ChatCal: haga clic para reservar en una línea</translation>
    </message>
    <message>
        <source>Open ChatCal</source>
        <translation>Abrir ChatCal</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>New meeting…</source>
        <translation>Cita nueva…</translation>
    </message>
    <message>
        <source>Join “%1”</source>
        <translation>Unirse a «%1»</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <comment>a time and a title</comment>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Snoozed…</source>
        <translation>Pospuestos…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Ajustes…</translation>
    </message>
</context>
<context>
    <name>ChatCal::TypesPage</name>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Quitar</translation>
    </message>
    <message>
        <source>What others can choose from when they book you. Without any, they say in their own words what it is about and how long it takes.</source>
        <translation>Lo que pueden elegir los demás al reservar. Sin tipos, dicen con sus palabras de qué se trata y cuánto dura.</translation>
    </message>
    <message>
        <source>Meeting types</source>
        <translation>Tipos de cita</translation>
    </message>
    <message>
        <source>Add a &amp;type</source>
        <translation>Añadir un &amp;tipo</translation>
    </message>
    <message>
        <source>Add a type</source>
        <translation>Añadir un tipo</translation>
    </message>
    <message>
        <source>Remove the chosen type</source>
        <translation>Quitar el tipo elegido</translation>
    </message>
    <message>
        <source>&amp;Kinds</source>
        <translation>T&amp;ipos</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nombre</translation>
    </message>
    <message>
        <source>&amp;Lengths</source>
        <translation>&amp;Duraciones</translation>
    </message>
    <message>
        <source>In minutes, the usual one first, with commas between several: 30, 60</source>
        <translation>En minutos, la habitual primero, separadas por comas: 30, 60</translation>
    </message>
    <message>
        <source>As the guest likes</source>
        <translation>Como prefiera el invitado</translation>
    </message>
    <message>
        <source>By video</source>
        <translation>Por vídeo</translation>
    </message>
    <message>
        <source>By phone</source>
        <translation>Por teléfono</translation>
    </message>
    <message>
        <source>In person</source>
        <translation>En persona</translation>
    </message>
    <message>
        <source>&amp;How</source>
        <translation>&amp;Cómo</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>D&amp;escripción</translation>
    </message>
    <message>
        <source>For guests; may stay empty.</source>
        <translation>Para los invitados; puede quedar vacía.</translation>
    </message>
    <message>
        <source>New type</source>
        <translation>Tipo nuevo</translation>
    </message>
    <message>
        <source>Choose a type first.</source>
        <translation>Elija primero un tipo.</translation>
    </message>
    <message>
        <source>A meeting type needs a name.</source>
        <translation>Un tipo de cita necesita un nombre.</translation>
    </message>
</context>
<context>
    <name>ChatCal::Upcoming</name>
    <message>
        <source>in %1 min</source>
        <translation>en %1 min</translation>
    </message>
    <message>
        <source>in %1 h</source>
        <translation>en %1 h</translation>
    </message>
    <message>
        <source>Now: %1, until %2</source>
        <translation>Ahora: %1, hasta las %2</translation>
    </message>
    <message>
        <source>Nothing is planned for the next 7 days</source>
        <translation>No hay nada previsto en los próximos 7 días</translation>
    </message>
    <message>
        <source>Next: %1 at %2, %3</source>
        <translation>A continuación: %1 a las %2, %3</translation>
    </message>
    <message>
        <source>Next: %1, tomorrow at %2</source>
        <translation>A continuación: %1, mañana a las %2</translation>
    </message>
    <message>
        <source>Next: %1, %2 at %3</source>
        <translation>A continuación: %1, %2 a las %3</translation>
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
        <translation>Reservar: %1</translation>
    </message>
    <message>
        <source>Book “%1”</source>
        <translation>Reservar «%1»</translation>
    </message>
    <message>
        <source>Book “%1” on %2</source>
        <translation>Reservar «%1»: %2</translation>
    </message>
    <message>
        <source>Move “%1” to %2</source>
        <translation>Cambiar «%1» a %2</translation>
    </message>
    <message>
        <source>Cancel “%1”</source>
        <translation>Cancelar «%1»</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Intentar ahora</translation>
    </message>
    <message>
        <source>Changes that wait for the server</source>
        <translation>Cambios que esperan al servidor</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) could not be made.</source>
        <translation>
            <numerusform>No se ha podido hacer %n cambio.</numerusform>
            <numerusform>No se han podido hacer %n cambios.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) wait for the server.</source>
        <translation>
            <numerusform>%n cambio espera al servidor.</numerusform>
            <numerusform>%n cambios esperan al servidor.</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ocultar</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Hide the changes that wait</source>
        <translation>Ocultar los cambios en espera</translation>
    </message>
    <message>
        <source>Show the changes that wait</source>
        <translation>Mostrar los cambios en espera</translation>
    </message>
    <message>
        <source>%1 instead: %2</source>
        <comment>what, when</comment>
        <translation>%1 en su lugar: %2</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Retirar</translation>
    </message>
    <message>
        <source>Dismiss: %1</source>
        <translation>Descartar: %1</translation>
    </message>
    <message>
        <source>Withdraw: %1</source>
        <translation>Retirar: %1</translation>
    </message>
    <message>
        <source>If the server had taken it before the connection broke, it stays.</source>
        <translation>Si el servidor ya lo había aceptado antes del corte, se mantiene.</translation>
    </message>
    <message>
        <source>Asked for today at %1</source>
        <translation>Pedido hoy a las %1</translation>
    </message>
    <message>
        <source>Asked for on %1</source>
        <translation>Pedido el %1</translation>
    </message>
    <message>
        <source>This one is on its way just now.</source>
        <translation>Este va justo de camino.</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>Edit: %1</source>
        <translation>Editar: %1</translation>
    </message>
    <message>
        <source>Choose another time</source>
        <translation>Elegir otra hora</translation>
    </message>
    <message>
        <source>Choose another time: %1</source>
        <translation>Elegir otra hora: %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Try again: %1</source>
        <translation>Reintentar: %1</translation>
    </message>
    <message>
        <source>Booking…</source>
        <translation>Reservando…</translation>
    </message>
    <message>
        <source>The server does not answer just now. Try again in a moment.</source>
        <translation>El servidor no responde en este momento. Inténtelo de nuevo enseguida.</translation>
    </message>
    <message>
        <source>Delete “%1”</source>
        <translation>Eliminar «%1»</translation>
    </message>
    <message>
        <source>Bring back “%1”</source>
        <translation>Recuperar «%1»</translation>
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
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Cortar</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Pegar</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Copiar el enlace</translation>
    </message>
    <message>
        <source>Save the meeting</source>
        <translation>Guardar la cita</translation>
    </message>
    <message>
        <source>Calendar files (*.ics);;All files (*)</source>
        <translation>Archivos de calendario (*.ics);;Todos los archivos (*)</translation>
    </message>
</context>
<context>
    <name>ChatCal::WeekGrid</name>
    <message>
        <source>Another stretch on %1</source>
        <translation>Otro tramo el %1</translation>
    </message>
    <message>
        <source>Another stretch, after a break</source>
        <translation>Otro tramo, tras una pausa</translation>
    </message>
    <message>
        <source>%1, from</source>
        <translation>%1, de</translation>
    </message>
    <message>
        <source>%1, to</source>
        <translation>%1, a</translation>
    </message>
    <message>
        <source>Remove this stretch of %1</source>
        <translation>Quitar este tramo del %1</translation>
    </message>
    <message>
        <source>Remove this stretch</source>
        <translation>Quitar este tramo</translation>
    </message>
    <message>
        <source>%1 ends before it begins.</source>
        <translation>%1 termina antes de empezar.</translation>
    </message>
    <message>
        <source>The stretches of %1 overlap.</source>
        <translation>Los tramos del %1 se solapan.</translation>
    </message>
</context>
<context>
    <name>QDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Book in one line</source>
        <translation>Reservar en una línea</translation>
    </message>
    <message>
        <source>Show today</source>
        <translation>Mostrar hoy</translation>
    </message>
    <message>
        <source>Show one day</source>
        <translation>Mostrar un día</translation>
    </message>
    <message>
        <source>Show the week</source>
        <translation>Mostrar la semana</translation>
    </message>
    <message>
        <source>Show the month</source>
        <translation>Mostrar el mes</translation>
    </message>
    <message>
        <source>Earlier or later days</source>
        <translation>Días anteriores o siguientes</translation>
    </message>
    <message>
        <source>Choose a time or a meeting</source>
        <translation>Elegir una hora o una cita</translation>
    </message>
    <message>
        <source>The same time on another day</source>
        <translation>La misma hora otro día</translation>
    </message>
    <message>
        <source>From meeting to meeting</source>
        <translation>De cita en cita</translation>
    </message>
    <message>
        <source>Show the meeting, or make one there</source>
        <translation>Mostrar la cita o crear una ahí</translation>
    </message>
    <message>
        <source>Move the meeting by 15 minutes</source>
        <translation>Mover la cita 15 minutos</translation>
    </message>
    <message>
        <source>Move the meeting by a day</source>
        <translation>Mover la cita un día</translation>
    </message>
    <message>
        <source>Make the meeting shorter or longer</source>
        <translation>Acortar o alargar la cita</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Do it again</source>
        <translation>Rehacer</translation>
    </message>
    <message>
        <source>Show all that lasts all day, or less of it</source>
        <translation>Mostrar todo lo de día completo, o menos</translation>
    </message>
    <message>
        <source>Go to the message at the foot</source>
        <translation>Ir al mensaje de abajo</translation>
    </message>
    <message>
        <source>Go to the chat, or back to the agenda</source>
        <translation>Ir al chat o volver a la agenda</translation>
    </message>
    <message>
        <source>Show or hide the chat</source>
        <translation>Mostrar u ocultar el chat</translation>
    </message>
    <message>
        <source>Read the calendar again</source>
        <translation>Volver a leer el calendario</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Cerrar la ventana</translation>
    </message>
    <message>
        <source>Quit ChatCal</source>
        <translation>Salir de ChatCal</translation>
    </message>
    <message>
        <source>Show this list</source>
        <translation>Mostrar esta lista</translation>
    </message>
    <message>
        <source>Search the calendar</source>
        <translation>Buscar en el calendario</translation>
    </message>
    <message>
        <source>Go to a date</source>
        <translation>Ir a una fecha</translation>
    </message>
    <message>
        <source>Cancel the meeting or delete the event</source>
        <translation>Cancelar la cita o eliminar el evento</translation>
    </message>
</context>
<context>
    <name>cards</name>
    <message>
        <source>Please confirm</source>
        <translation>Confirme, por favor</translation>
    </message>
    <message>
        <source>Say it once more, or press the button, and it will be done.</source>
        <translation>Dígalo otra vez o pulse el botón y se hará.</translation>
    </message>
    <message>
        <source>Not possible just now</source>
        <translation>No es posible en este momento</translation>
    </message>
    <message>
        <source>The calendar did not answer. Please try again a little later.</source>
        <translation>El calendario no ha respondido. Inténtelo de nuevo un poco más tarde.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 a %2</translation>
    </message>
    <message>
        <source>That time is taken</source>
        <translation>Esa hora está ocupada</translation>
    </message>
    <message>
        <source>Outside meeting hours</source>
        <translation>Fuera del horario de citas</translation>
    </message>
    <message>
        <source>That time has passed</source>
        <translation>Esa hora ya ha pasado</translation>
    </message>
    <message>
        <source>Too short notice</source>
        <translation>Con muy poca antelación</translation>
    </message>
    <message>
        <source>Too far ahead</source>
        <translation>Demasiado lejos en el futuro</translation>
    </message>
    <message>
        <source>Too short</source>
        <translation>Demasiado corta</translation>
    </message>
    <message>
        <source>Too long</source>
        <translation>Demasiado larga</translation>
    </message>
    <message>
        <source>That day is full</source>
        <translation>Ese día está completo</translation>
    </message>
    <message>
        <source>Not bookable just now</source>
        <translation>No se puede reservar en este momento</translation>
    </message>
    <message>
        <source>That time is not free.</source>
        <translation>Esa hora no está libre.</translation>
    </message>
    <message>
        <source>Meetings are not possible at that hour.</source>
        <translation>A esa hora no se pueden concertar citas.</translation>
    </message>
    <message>
        <source>That time has already passed.</source>
        <translation>Esa hora ya ha pasado.</translation>
    </message>
    <message>
        <source>Meetings need at least %1 notice.</source>
        <translation>Las citas requieren al menos %1 de antelación.</translation>
    </message>
    <message>
        <source>A meeting takes at least %1.</source>
        <translation>Una cita dura al menos %1.</translation>
    </message>
    <message>
        <source>A meeting takes at most %1.</source>
        <translation>Una cita dura como máximo %1.</translation>
    </message>
    <message>
        <source>No more meetings fit into that day.</source>
        <translation>En ese día no caben más citas.</translation>
    </message>
    <message>
        <source>The calendar cannot be read just now, so nothing can be booked. Please try again a little later.</source>
        <translation>Ahora mismo no se puede leer el calendario, así que no es posible reservar nada. Inténtelo de nuevo un poco más tarde.</translation>
    </message>
    <message numerus="yes">
        <source>Meetings can be booked up to %n days ahead.</source>
        <translation>
            <numerusform>Las citas se pueden reservar hasta con %n día de antelación.</numerusform>
            <numerusform>Las citas se pueden reservar hasta con %n días de antelación.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>language</name>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
</context>
<context>
    <name>mail</name>
    <message>
        <source>Phone call: %1 calls %2</source>
        <translation>Llamada telefónica: %1 llama al %2</translation>
    </message>
    <message>
        <source>Phone call</source>
        <translation>Llamada telefónica</translation>
    </message>
    <message>
        <source>your host</source>
        <translation>su anfitrión</translation>
    </message>
    <message>
        <source>your guest</source>
        <translation>su invitado</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Cómo</translation>
    </message>
    <message>
        <source>In person</source>
        <translation>En persona</translation>
    </message>
    <message>
        <source>Video call</source>
        <translation>Videollamada</translation>
    </message>
    <message>
        <source>%1 will call you at %2</source>
        <translation>%1 le llamará al %2</translation>
    </message>
    <message>
        <source>Call %1 at %2</source>
        <translation>Llamar a %1 al %2</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Cita</translation>
    </message>
    <message>
        <source>Moved: %1, %2</source>
        <translation>Cambiada: %1, %2</translation>
    </message>
    <message>
        <source>Cancelled: %1, %2</source>
        <translation>Cancelada: %1, %2</translation>
    </message>
    <message>
        <source>Invitation: %1, %2</source>
        <translation>Invitación: %1, %2</translation>
    </message>
    <message>
        <source>Hello,</source>
        <translation>Hola:</translation>
    </message>
    <message>
        <source>Hello %1,</source>
        <translation>Hola, %1:</translation>
    </message>
    <message>
        <source>Your meeting with %1 was moved to another time.</source>
        <translation>Su cita con %1 se ha cambiado a otra hora.</translation>
    </message>
    <message>
        <source>Your meeting with %1 was cancelled.</source>
        <translation>Su cita con %1 se ha cancelado.</translation>
    </message>
    <message>
        <source>Your meeting with %1 is booked.</source>
        <translation>Su cita con %1 está reservada.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <source>With</source>
        <translation>Con</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>Invitado</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Sobre</translation>
    </message>
    <message>
        <source>Meeting id</source>
        <translation>N.º de cita</translation>
    </message>
    <message>
        <source>The attached invite.ics takes it out of your calendar.</source>
        <translation>El archivo adjunto invite.ics la quita de su calendario.</translation>
    </message>
    <message>
        <source>The attached invite.ics puts it into your calendar.</source>
        <translation>El archivo adjunto invite.ics la añade a su calendario.</translation>
    </message>
    <message>
        <source>See, move or cancel it</source>
        <translation>Ver, cambiar o cancelar</translation>
    </message>
    <message>
        <source>Video call: %1</source>
        <translation>Videollamada: %1</translation>
    </message>
    <message>
        <source>Meeting id: %1</source>
        <translation>N.º de cita: %1</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>The scheduling assistant you talk to</source>
        <translation>El asistente de citas con el que se habla</translation>
    </message>
    <message>
        <source>Use a team&apos;s server; its token comes from CHATCAL_TOKEN.</source>
        <translation>Usar el servidor de un equipo; su token está en CHATCAL_TOKEN.</translation>
    </message>
    <message>
        <source>Folder for the calendar and settings.</source>
        <translation>Carpeta del calendario y los ajustes.</translation>
    </message>
    <message>
        <source>Open only the quick-booking field.</source>
        <translation>Abrir solo el campo de reserva rápida.</translation>
    </message>
    <message>
        <source>Light, dark, or auto: as the desktop has it. It is kept.</source>
        <translation>Claro, oscuro o auto: como el escritorio. Se conserva.</translation>
    </message>
    <message>
        <source>English, German, French or Spanish, or the system&apos;s own. It is kept.</source>
        <translation>Inglés, alemán, francés, español o el idioma del sistema. Se conserva.</translation>
    </message>
    <message>
        <source>Open no window, for the start of a session.</source>
        <translation>No abrir ninguna ventana, para el inicio de una sesión.</translation>
    </message>
</context>
<context>
    <name>pages</name>
    <message>
        <source>Hello! What shall I do? You can ask about your calendar, or have me book, move and cancel.</source>
        <translation>¡Hola! ¿Qué hago? Puedes preguntarme por tu calendario o pedirme que reserve, cambie y cancele.</translation>
    </message>
    <message>
        <source>Hi! I&apos;m %1&apos;s scheduling assistant. When would you like to meet?</source>
        <translation>¡Hola! Concierto las citas de %1. ¿Cuándo le gustaría reunirse?</translation>
    </message>
    <message>
        <source>This link does not work</source>
        <translation>Este enlace no funciona</translation>
    </message>
    <message>
        <source>It may have been cut short on its way: open it from the newest mail about the meeting, or copy all of it.</source>
        <translation>Quizá se cortó por el camino: ábralo desde el correo más reciente sobre la cita o cópielo entero.</translation>
    </message>
    <message>
        <source>Not at the moment</source>
        <translation>Ahora mismo no</translation>
    </message>
    <message>
        <source>The meeting cannot be looked up or changed just now, and stays as it is. Try again in a minute.</source>
        <translation>Ahora mismo no se puede consultar ni cambiar la cita, y queda como está. Inténtelo de nuevo en un minuto.</translation>
    </message>
    <message>
        <source>There is no time zone of that name; they look like Europe/Paris.</source>
        <translation>No hay ninguna zona horaria con ese nombre; son como Europe/Madrid.</translation>
    </message>
    <message>
        <source>This link has expired</source>
        <translation>Este enlace ha caducado</translation>
    </message>
    <message>
        <source>Links to a meeting work until a month after it. You can book a new one.</source>
        <translation>Los enlaces a una cita funcionan hasta un mes después. Puede reservar otra.</translation>
    </message>
    <message>
        <source>It is cancelled. Everybody invited gets a mail.</source>
        <translation>Está cancelada. Todos los invitados reciben un correo.</translation>
    </message>
    <message>
        <source>It is moved. Everybody invited gets a mail with the new time.</source>
        <translation>Está cambiada. Todos los invitados reciben un correo con la nueva hora.</translation>
    </message>
    <message>
        <source>This meeting can no longer be changed.</source>
        <translation>Esta cita ya no se puede cambiar.</translation>
    </message>
    <message>
        <source>The meeting has changed meanwhile. This is how it stands now.</source>
        <translation>La cita ha cambiado entretanto. Así está ahora.</translation>
    </message>
    <message>
        <source>The reason is too long, or holds characters that are no text. Nothing was cancelled.</source>
        <translation>El motivo es demasiado largo o contiene caracteres que no son texto. No se ha cancelado nada.</translation>
    </message>
    <message>
        <source>%1 The meeting stays as it is.</source>
        <translation>%1 La cita queda como está.</translation>
    </message>
    <message>
        <source>Choose one of the times.</source>
        <translation>Elija una de las horas.</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelada</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Pasada</translation>
    </message>
    <message>
        <source>Being booked</source>
        <translation>Reservándose</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Cambiada</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Confirmada</translation>
    </message>
    <message>
        <source>This meeting was cancelled. A link cannot bring it back; you can book another time.</source>
        <translation>Esta cita se canceló. Un enlace no puede recuperarla; puede reservar otra hora.</translation>
    </message>
    <message>
        <source>This meeting is over.</source>
        <translation>Esta cita ya pasó.</translation>
    </message>
    <message>
        <source>This meeting is being booked. Look again in a moment.</source>
        <translation>Esta cita se está reservando. Vuelva a mirar en un momento.</translation>
    </message>
    <message>
        <source>It has changed since the mail with this link. This is how it stands now.</source>
        <translation>Ha cambiado desde el correo con este enlace. Así está ahora.</translation>
    </message>
    <message>
        <source>Add to your calendar</source>
        <translation>Añadir a su calendario</translation>
    </message>
    <message>
        <source>Calendar file (.ics)</source>
        <translation>Archivo de calendario (.ics)</translation>
    </message>
    <message>
        <source>Move it</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>Cancel it</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Cancel this meeting?</source>
        <translation>¿Cancelar esta cita?</translation>
    </message>
    <message>
        <source>Everybody invited gets a mail, and the time is free again.</source>
        <translation>Todos los invitados reciben un correo y la hora vuelve a quedar libre.</translation>
    </message>
    <message>
        <source>Why? (you need not say; it is told in the mails)</source>
        <translation>¿Por qué? (opcional; se dice en los correos)</translation>
    </message>
    <message>
        <source>Yes, cancel it</source>
        <translation>Sí, cancelar</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Mantener</translation>
    </message>
    <message>
        <source>Move it to another time</source>
        <translation>Cambiar a otra hora</translation>
    </message>
    <message>
        <source>Nobody can say what is free at the moment. The meeting stays as it is; try again in a while.</source>
        <translation>Ahora mismo no se sabe qué horas están libres. La cita queda como está; inténtelo dentro de un rato.</translation>
    </message>
    <message>
        <source>%1 each, times in %2 (%3).</source>
        <translation>%1 cada una, horas de %2 (%3).</translation>
    </message>
    <message>
        <source>Nothing is free in these days.</source>
        <translation>No hay nada libre en estos días.</translation>
    </message>
    <message>
        <source>Move it here</source>
        <translation>Cambiar a esta hora</translation>
    </message>
    <message>
        <source>Earlier days</source>
        <translation>Días anteriores</translation>
    </message>
    <message>
        <source>Later days</source>
        <translation>Días siguientes</translation>
    </message>
    <message>
        <source>Keep the time</source>
        <translation>Mantener la hora</translation>
    </message>
    <message>
        <source>Times are in %1</source>
        <translation>Horas de %1</translation>
    </message>
    <message>
        <source>Show them in the time zone</source>
        <translation>Mostrarlas en la zona horaria</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Book another time</source>
        <translation>Reservar otra hora</translation>
    </message>
    <message>
        <source>%1 with %2</source>
        <translation>%1 con %2</translation>
    </message>
    <message>
        <source>Your meeting with %1</source>
        <translation>Su cita con %1</translation>
    </message>
    <message>
        <source>That time is taken.</source>
        <translation>Esa hora está ocupada.</translation>
    </message>
    <message>
        <source>That time is outside working hours.</source>
        <translation>Esa hora está fuera del horario laboral.</translation>
    </message>
    <message>
        <source>That time is in the past.</source>
        <translation>Esa hora ya ha pasado.</translation>
    </message>
    <message>
        <source>That time is too soon.</source>
        <translation>Esa hora está demasiado cerca.</translation>
    </message>
    <message>
        <source>That time is too far ahead.</source>
        <translation>Esa hora está demasiado lejos.</translation>
    </message>
    <message>
        <source>That meeting would be too short.</source>
        <translation>Esa cita sería demasiado corta.</translation>
    </message>
    <message>
        <source>That meeting would be too long.</source>
        <translation>Esa cita sería demasiado larga.</translation>
    </message>
    <message>
        <source>That day is full.</source>
        <translation>Ese día está completo.</translation>
    </message>
    <message>
        <source>The calendar cannot be read at the moment, so nothing can be booked.</source>
        <translation>En este momento no se puede leer el calendario, así que no es posible reservar nada.</translation>
    </message>
    <message>
        <source>Not available</source>
        <translation>No disponible</translation>
    </message>
</context>
<context>
    <name>problem</name>
    <message>
        <source>This key was used with another message.</source>
        <translation>Esta clave ya se usó con otro mensaje.</translation>
    </message>
    <message>
        <source>This key was used before, in a talk that has gone on.</source>
        <translation>Esta clave ya se usó, en una conversación que ha continuado desde entonces.</translation>
    </message>
    <message>
        <source>names a day but no time</source>
        <translation>indica un día, pero no una hora</translation>
    </message>
    <message>
        <source>names no day and time</source>
        <translation>no indica ni día ni hora</translation>
    </message>
    <message>
        <source>holds a broken character</source>
        <translation>contiene un carácter dañado</translation>
    </message>
    <message>
        <source>holds a control character</source>
        <translation>contiene un carácter de control</translation>
    </message>
    <message>
        <source>is longer than %1 characters</source>
        <translation>supera los %1 caracteres</translation>
    </message>
    <message>
        <source>must not be empty</source>
        <translation>no debe estar vacío</translation>
    </message>
    <message>
        <source>is not an e-mail address, such as ada@example.com</source>
        <translation>no es una dirección de correo, como ada@example.com</translation>
    </message>
    <message>
        <source>is not a phone number, such as +1 212 555 0100</source>
        <translation>no es un número de teléfono, como +1 212 555 0100</translation>
    </message>
    <message>
        <source>is not one of a page before</source>
        <translation>no procede de una página anterior</translation>
    </message>
    <message>
        <source>must be video, phone, in_person or null</source>
        <translation>debe ser video, phone, in_person o null</translation>
    </message>
    <message>
        <source>is not a setting</source>
        <translation>no es un ajuste</translation>
    </message>
    <message>
        <source>must be a text</source>
        <translation>debe ser un texto</translation>
    </message>
    <message>
        <source>must list 1 to %1 different whole numbers from %2 to %3</source>
        <translation>debe enumerar de 1 a %1 números enteros distintos, de %2 a %3</translation>
    </message>
    <message>
        <source>must have at most %1 entries</source>
        <translation>debe tener como máximo %1 entradas</translation>
    </message>
    <message>
        <source>must be an object</source>
        <translation>debe ser un objeto</translation>
    </message>
    <message>
        <source>is there already</source>
        <translation>ya existe</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>el domingo</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>el lunes</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>el martes</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>el miércoles</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>el jueves</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>el viernes</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>el sábado</translation>
    </message>
    <message>
        <source>%1; it looks like &quot;Mon-Fri 09:00-17:00; Sat 10:00-12:00&quot;</source>
        <translation>%1; la forma correcta es «Mon-Fri 09:00-17:00; Sat 10:00-12:00»</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no day or range of days</source>
        <translation>«%1» no es ni un día ni un intervalo de días</translation>
    </message>
    <message>
        <source>a day is missing</source>
        <translation>falta un día</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no range of times</source>
        <translation>«%1» no es un intervalo de horas</translation>
    </message>
    <message>
        <source>&quot;%1&quot; ends before it starts (split it at midnight)</source>
        <translation>«%1» termina antes de empezar (divídalo a medianoche)</translation>
    </message>
    <message>
        <source>a time is missing</source>
        <translation>falta una hora</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not days and times</source>
        <translation>«%1» no consta de días y horas</translation>
    </message>
    <message>
        <source>%1 has times that overlap</source>
        <translation>%1 tiene horas que se solapan</translation>
    </message>
    <message>
        <source>there are no hours in it</source>
        <translation>no contiene ningún horario</translation>
    </message>
    <message>
        <source>must be 5 to 100 letters a to v and digits</source>
        <translation>debe constar de 5 a 100 letras de la a a la v y cifras</translation>
    </message>
    <message>
        <source>must not be before the start</source>
        <translation>no debe ser anterior al comienzo</translation>
    </message>
    <message>
        <source>is too long</source>
        <translation>es demasiado largo</translation>
    </message>
    <message>
        <source>is not a recurrence rule, such as FREQ=WEEKLY;BYDAY=MO</source>
        <translation>no es una regla de repetición, como FREQ=WEEKLY;BYDAY=MO</translation>
    </message>
    <message>
        <source>must not repeat more often than hourly</source>
        <translation>no debe repetirse más de una vez por hora</translation>
    </message>
    <message>
        <source>must not limit an hourly rule by days or months</source>
        <translation>no debe limitar una regla horaria a días o meses</translation>
    </message>
    <message>
        <source>must not repeat more than %1 times</source>
        <translation>no debe repetirse más de %1 veces</translation>
    </message>
    <message>
        <source>never happens</source>
        <translation>no ocurre nunca</translation>
    </message>
    <message>
        <source>repeats too often to be counted</source>
        <translation>se repite demasiadas veces para contarlas</translation>
    </message>
    <message>
        <source>must be a whole number from %1 to %2</source>
        <translation>debe ser un número entero de %1 a %2</translation>
    </message>
    <message>
        <source>must be a list</source>
        <translation>debe ser una lista</translation>
    </message>
    <message>
        <source>is not an IANA time zone, such as Europe/Paris</source>
        <translation>no es una zona horaria IANA, como Europe/Paris</translation>
    </message>
    <message>
        <source>must be en, de, fr or es</source>
        <translation>debe ser en, de, fr o es</translation>
    </message>
    <message>
        <source>must not be more than longest_minutes</source>
        <translation>no debe superar la duración más larga</translation>
    </message>
    <message>
        <source>%1 is sealed, and nothing works without it</source>
        <translation>%1 está sellado, y nada funciona sin él</translation>
    </message>
    <message>
        <source>%1 is not set, but %2</source>
        <translation>%1 no está definido, pero %2</translation>
    </message>
    <message>
        <source>CHATCAL_LLM names %1</source>
        <translation>CHATCAL_LLM indica %1</translation>
    </message>
    <message>
        <source>%1 is</source>
        <translation>%1 sí lo está</translation>
    </message>
    <message>
        <source>the calendar is Google&apos;s</source>
        <translation>el calendario es el de Google</translation>
    </message>
    <message>
        <source>CALENDAR is caldav</source>
        <translation>CALENDAR es caldav</translation>
    </message>
    <message>
        <source>SMTP_SERVER is, and mail needs a sender (or MY_EMAIL_ADDRESS)</source>
        <translation>SMTP_SERVER sí lo está, y los correos necesitan un remitente (o MY_EMAIL_ADDRESS)</translation>
    </message>
    <message>
        <source>should look like %1</source>
        <translation>debería tener esta forma: %1</translation>
    </message>
    <message>
        <source>127.0.0.1:8000 or [::1]:8000</source>
        <translation>127.0.0.1:8000 o [::1]:8000</translation>
    </message>
    <message>
        <source>Europe/Paris, an IANA time zone</source>
        <translation>Europe/Paris, una zona horaria IANA</translation>
    </message>
    <message>
        <source>en, de, fr or es</source>
        <translation>en, de, fr o es</translation>
    </message>
    <message>
        <source>2026-03-04T09:00:00, a local time in DEFAULT_TIMEZONE</source>
        <translation>2026-03-04T09:00:00, una hora local en DEFAULT_TIMEZONE</translation>
    </message>
    <message>
        <source>https://example.com,https://www.example.com, or *</source>
        <translation>https://example.com,https://www.example.com, o *</translation>
    </message>
    <message>
        <source>groq,anthropic,offline: each of groq, anthropic, openai, offline at most once, in order</source>
        <translation>groq,anthropic,offline: groq, anthropic, openai y offline como máximo una vez cada uno, por orden</translation>
    </message>
    <message>
        <source>must be at least 16 characters without a space</source>
        <translation>debe tener al menos 16 caracteres, sin espacios</translation>
    </message>
    <message>
        <source>must be at least 32 characters, the same on every instance; openssl rand -hex 32 makes one</source>
        <translation>debe tener al menos 32 caracteres, los mismos en cada instancia; openssl rand -hex 32 los genera</translation>
    </message>
    <message>
        <source>https://cloud.example.org/remote.php/dav, the name and password in CALDAV_USERNAME and CALDAV_PASSWORD</source>
        <translation>https://cloud.example.org/remote.php/dav, el nombre y la contraseña en CALDAV_USERNAME y CALDAV_PASSWORD</translation>
    </message>
    <message>
        <source>https://cloud.example.org/calendars/ada/team/,https://…, addresses of calendars</source>
        <translation>https://cloud.example.org/calendars/ada/team/,https://…, direcciones de calendarios</translation>
    </message>
    <message>
        <source>local, google or caldav</source>
        <translation>local, google o caldav</translation>
    </message>
    <message>
        <source>nas.local,192.168.1.5:5232, hosts with or without a port</source>
        <translation>nas.local,192.168.1.5:5232, equipos con o sin puerto</translation>
    </message>
    <message>
        <source>127.0.0.1,10.0.0.0/8, addresses or networks</source>
        <translation>127.0.0.1,10.0.0.0/8, direcciones o redes</translation>
    </message>
    <message>
        <source>smtp.example.org, a host name; its port in SMTP_PORT</source>
        <translation>smtp.example.org, un nombre de equipo; el puerto en SMTP_PORT</translation>
    </message>
    <message>
        <source>587, a port number</source>
        <translation>587, un número de puerto</translation>
    </message>
    <message>
        <source>starttls, tls, or none (to this machine itself only)</source>
        <translation>starttls, tls o none (solo hacia este mismo equipo)</translation>
    </message>
    <message>
        <source>json or text</source>
        <translation>json o text</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>yes o no</translation>
    </message>
    <message>
        <source>/var/lib/chatcal, a folder</source>
        <translation>/var/lib/chatcal, una carpeta</translation>
    </message>
    <message>
        <source>must be one line</source>
        <translation>debe ser una sola línea</translation>
    </message>
    <message>
        <source>must be one line of at most 300 characters</source>
        <translation>debe ser una sola línea de 300 caracteres como máximo</translation>
    </message>
    <message>
        <source>should be a number from %1 to %2</source>
        <translation>debería ser un número de %1 a %2</translation>
    </message>
    <message>
        <source>must be after from, within 370 days</source>
        <translation>debe ser posterior a from, en 370 días como máximo</translation>
    </message>
    <message>
        <source>Google is not set up</source>
        <translation>Google no está configurado</translation>
    </message>
    <message>
        <source>This server has no Google client. Its operator sets GOOGLE_CLIENT_ID and GOOGLE_CLIENT_SECRET.</source>
        <translation>Este servidor no tiene cliente de Google. Quien lo administra define GOOGLE_CLIENT_ID y GOOGLE_CLIENT_SECRET.</translation>
    </message>
    <message>
        <source>Only an admin may connect the calendar.</source>
        <translation>Solo un administrador puede conectar el calendario.</translation>
    </message>
    <message>
        <source>No way back</source>
        <translation>No hay camino de vuelta</translation>
    </message>
    <message>
        <source>Google must know how to send the browser back: the operator sets PUBLIC_URL.</source>
        <translation>Google debe saber adónde devolver el navegador: quien administra el servidor define PUBLIC_URL.</translation>
    </message>
    <message>
        <source>Only an admin may disconnect the calendar.</source>
        <translation>Solo un administrador puede desconectar el calendario.</translation>
    </message>
    <message>
        <source>must be after from</source>
        <translation>debe ser posterior a from</translation>
    </message>
    <message>
        <source>must be within 62 days of from</source>
        <translation>debe estar a 62 días de from como máximo</translation>
    </message>
    <message>
        <source>Forbidden</source>
        <translation>No permitido</translation>
    </message>
    <message>
        <source>Unsupported Media Type</source>
        <translation>Formato no admitido</translation>
    </message>
    <message>
        <source>Send the page&apos;s own form.</source>
        <translation>Envíe el formulario de la propia página.</translation>
    </message>
    <message>
        <source>Only the meeting&apos;s own page may send this.</source>
        <translation>Solo la página de la propia cita puede enviar esto.</translation>
    </message>
    <message>
        <source>Only an admin may read the metrics.</source>
        <translation>Solo un administrador puede leer las métricas.</translation>
    </message>
    <message>
        <source>was used with another request</source>
        <translation>ya se usó con otra petición</translation>
    </message>
    <message>
        <source>Only an admin may look after the mail.</source>
        <translation>Solo un administrador puede ocuparse del correo.</translation>
    </message>
    <message>
        <source>must be the sequence in quotes, such as &quot;0&quot;</source>
        <translation>debe ser el número de secuencia entre comillas, por ejemplo &quot;0&quot;</translation>
    </message>
    <message>
        <source>must be confirmed, cancelled or pending</source>
        <translation>debe ser confirmed, cancelled o pending</translation>
    </message>
    <message>
        <source>must be video, phone or in_person</source>
        <translation>debe ser video, phone o in_person</translation>
    </message>
    <message>
        <source>Only an admin may take out or put in everything.</source>
        <translation>Solo un administrador puede exportar o importar todos los datos.</translation>
    </message>
    <message>
        <source>is no iCalendar text</source>
        <translation>no es un texto iCalendar</translation>
    </message>
    <message>
        <source>Page not found</source>
        <translation>Página no encontrada</translation>
    </message>
    <message>
        <source>There is no page of this name here.</source>
        <translation>Aquí no hay ninguna página con ese nombre.</translation>
    </message>
    <message>
        <source>Too many messages</source>
        <translation>Demasiados mensajes</translation>
    </message>
    <message>
        <source>Many messages came from your address; please wait %1 s.</source>
        <translation>Han llegado muchos mensajes desde su dirección; espere %1 s.</translation>
    </message>
    <message>
        <source>Bad request</source>
        <translation>Petición incorrecta</translation>
    </message>
    <message>
        <source>Some fields are not valid</source>
        <translation>Algunos campos no son válidos</translation>
    </message>
    <message>
        <source>Session not found</source>
        <translation>Sesión no encontrada</translation>
    </message>
    <message>
        <source>There is no such session, or it is not yours.</source>
        <translation>Esa sesión no existe o no es suya.</translation>
    </message>
    <message>
        <source>Meeting not found</source>
        <translation>Cita no encontrada</translation>
    </message>
    <message>
        <source>There is no such meeting, or it is not yours.</source>
        <translation>Esa cita no existe o no es suya.</translation>
    </message>
    <message>
        <source>Mail not found</source>
        <translation>Correo no encontrado</translation>
    </message>
    <message>
        <source>There is no such mail, or it is not yours.</source>
        <translation>Ese correo no existe o no es suyo.</translation>
    </message>
    <message>
        <source>There is no such page, or it is not yours.</source>
        <translation>Esa página no existe o no es suya.</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>Conflicto</translation>
    </message>
    <message>
        <source>Something else changed this at the same moment; look again and repeat.</source>
        <translation>Algo más lo ha cambiado en el mismo momento; mírelo de nuevo y repita.</translation>
    </message>
    <message>
        <source>Unauthorized</source>
        <translation>No identificado</translation>
    </message>
    <message>
        <source>This needs a valid bearer token.</source>
        <translation>Para esto hace falta un token bearer válido.</translation>
    </message>
    <message>
        <source>Too many requests</source>
        <translation>Demasiadas peticiones</translation>
    </message>
    <message>
        <source>Please wait a moment and try again.</source>
        <translation>Espere un momento e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Service unavailable</source>
        <translation>Servicio no disponible</translation>
    </message>
    <message>
        <source>This cannot be answered at the moment. Please try again shortly.</source>
        <translation>En este momento no se puede responder. Inténtelo de nuevo en breve.</translation>
    </message>
    <message>
        <source>Bad gateway</source>
        <translation>Servicio intermedio defectuoso</translation>
    </message>
    <message>
        <source>A service this depends on answered with something unusable.</source>
        <translation>Un servicio del que esto depende ha dado una respuesta inservible.</translation>
    </message>
    <message>
        <source>Internal error</source>
        <translation>Error interno</translation>
    </message>
    <message>
        <source>Something went wrong on our side. Nothing was changed.</source>
        <translation>Algo ha fallado por nuestra parte. No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>Changed meanwhile</source>
        <translation>Cambiada entretanto</translation>
    </message>
    <message>
        <source>The meeting is no longer the one If-Match names; read it again.</source>
        <translation>La cita ya no es la que indica If-Match; vuelva a leerla.</translation>
    </message>
    <message>
        <source>must lie within the last 7 days</source>
        <translation>debe estar dentro de los últimos 7 días</translation>
    </message>
    <message>
        <source>must be a time such as 2026-03-10T14:00:00-04:00</source>
        <translation>debe ser una fecha y hora como 2026-03-10T14:00:00-04:00</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>falta</translation>
    </message>
    <message>
        <source>must be true or false</source>
        <translation>debe ser true o false</translation>
    </message>
    <message>
        <source>must be a list of at most %1</source>
        <translation>debe ser una lista de %1 elementos como máximo</translation>
    </message>
    <message>
        <source>Only an admin may change the settings.</source>
        <translation>Solo un administrador puede cambiar los ajustes.</translation>
    </message>
    <message>
        <source>does not accept the name, password or key (%1)</source>
        <translation>no acepta el nombre, la contraseña o la clave (%1)</translation>
    </message>
    <message>
        <source>cannot be reached (%1)</source>
        <translation>no está accesible (%1)</translation>
    </message>
    <message>
        <source>takes no more requests for now (%1)</source>
        <translation>de momento no acepta más peticiones (%1)</translation>
    </message>
    <message>
        <source>does not work as it is set up (%1)</source>
        <translation>no funciona tal como está configurado (%1)</translation>
    </message>
    <message>
        <source>Not to be changed here</source>
        <translation>No se puede cambiar aquí</translation>
    </message>
    <message>
        <source>This is a meeting of ChatCal; change it as a meeting.</source>
        <translation>Es una cita de ChatCal; cámbiela como cita.</translation>
    </message>
    <message>
        <source>This event recurs; change it in the calendar it comes from.</source>
        <translation>Este evento se repite; cámbielo en el calendario del que procede.</translation>
    </message>
    <message>
        <source>Somebody else is the organizer; only they can change it.</source>
        <translation>Lo organiza otra persona; solo ella puede cambiarlo.</translation>
    </message>
    <message>
        <source>ChatCal may only read this calendar.</source>
        <translation>ChatCal solo puede leer este calendario.</translation>
    </message>
    <message>
        <source>must not be before start, and within 370 days of it</source>
        <translation>no debe ser anterior a start ni más de 370 días posterior</translation>
    </message>
    <message>
        <source>Event not found</source>
        <translation>Evento no encontrado</translation>
    </message>
    <message>
        <source>There is no such event, or it is not yours.</source>
        <translation>Ese evento no existe o no es suyo.</translation>
    </message>
    <message>
        <source>The event is no longer the one If-Match names; read it again.</source>
        <translation>El evento ya no es el que indica If-Match; vuelva a leerlo.</translation>
    </message>
</context>
<context>
    <name>web</name>
    <message>
        <source>%1 at %2</source>
        <translation>%1 a las %2</translation>
    </message>
    <message>
        <source>%1, all day, %2</source>
        <translation>%1, todo el día, %2</translation>
    </message>
    <message>
        <source>%1, tap to take</source>
        <translation>%1, toque para elegir</translation>
    </message>
    <message>
        <source>%1’s assistant</source>
        <translation>Asistente de %1</translation>
    </message>
    <message>
        <source>%1’s scheduling assistant</source>
        <translation>El asistente de citas de %1</translation>
    </message>
    <message>
        <source>30 minutes on March 10 at 2 pm, I’m Ada</source>
        <translation>30 minutos el 10 de marzo a las 14:00, soy Ada</translation>
    </message>
    <message>
        <source>A little too fast</source>
        <translation>Un poco demasiado rápido</translation>
    </message>
    <message>
        <source>A message has at most %1 characters.</source>
        <translation>Un mensaje tiene como máximo %1 caracteres.</translation>
    </message>
    <message>
        <source>A scheduling assistant</source>
        <translation>Un asistente de citas</translation>
    </message>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>Add to calendar</source>
        <translation>Añadir al calendario</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>All day</source>
        <translation>Todo el día</translation>
    </message>
    <message>
        <source>All time zones</source>
        <translation>Todas las zonas horarias</translation>
    </message>
    <message>
        <source>All times in %1.</source>
        <translation>Todas las horas en %1.</translation>
    </message>
    <message>
        <source>Another day may do: name one, and I will look.</source>
        <translation>Quizá valga otro día: diga cuál y lo miro.</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>Asistente</translation>
    </message>
    <message>
        <source>Assistant:</source>
        <translation>Asistente:</translation>
    </message>
    <message>
        <source>Back in a moment</source>
        <translation>Vuelvo en un momento</translation>
    </message>
    <message>
        <source>Book a 30 minute Google Meet on</source>
        <translation>Reserve un Google Meet de 30 minutos el</translation>
    </message>
    <message>
        <source>Book a 30 minute meeting with</source>
        <translation>Reserva una cita de 30 minutos con</translation>
    </message>
    <message>
        <source>Book a 30 minute phone call on</source>
        <translation>Reserve una llamada telefónica de 30 minutos el</translation>
    </message>
    <message>
        <source>Book a meeting</source>
        <translation>Reservar una cita</translation>
    </message>
    <message>
        <source>Book a time</source>
        <translation>Reservar una cita</translation>
    </message>
    <message>
        <source>Book a time with %1</source>
        <translation>Reservar una cita con %1</translation>
    </message>
    <message>
        <source>Booked. See you on Tuesday, Ada.</source>
        <translation>Reservado. Hasta el martes, Ada.</translation>
    </message>
    <message>
        <source>Booking</source>
        <translation>Reservando</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Ocupado</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Cancel meeting %1</source>
        <translation>Cancelar la cita %1</translation>
    </message>
    <message>
        <source>Cancel this meeting?</source>
        <translation>¿Cancelar esta cita?</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelada</translation>
    </message>
    <message>
        <source>Cancelling the meeting</source>
        <translation>Cancelando la cita</translation>
    </message>
    <message>
        <source>Changed since, see below</source>
        <translation>Cambiada después, véase abajo</translation>
    </message>
    <message>
        <source>Chat widget</source>
        <translation>Ventana de chat</translation>
    </message>
    <message>
        <source>ChatCal &lt;span id=&quot;version&quot;&gt;&lt;/span&gt;, self-hosted. No key, account or network is needed to begin.</source>
        <translation>ChatCal &lt;span id=&quot;version&quot;&gt;&lt;/span&gt;, en su propio servidor. Para empezar no hace falta clave, cuenta ni red.</translation>
    </message>
    <message>
        <source>ChatCal: say when, and the meeting is booked</source>
        <translation>ChatCal: diga cuándo y la cita está reservada</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Code to embed</source>
        <translation>Código para insertar</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Confirmada</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Conversación</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Copiado.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy meeting id</source>
        <translation>Copiar el número de la cita:</translation>
    </message>
    <message>
        <source>Copy the meeting id</source>
        <translation>Copiar el número de la cita</translation>
    </message>
    <message>
        <source>Could not be copied</source>
        <translation>No se ha podido copiar</translation>
    </message>
    <message>
        <source>Could not be copied: mark it and press Ctrl+C.</source>
        <translation>No se ha podido copiar: selecciónelo y pulse Ctrl+C.</translation>
    </message>
    <message>
        <source>Edit message</source>
        <translation>Editar el mensaje</translation>
    </message>
    <message>
        <source>Embed</source>
        <translation>Insertar</translation>
    </message>
    <message>
        <source>Enter sends, Shift and Enter starts a new line.</source>
        <translation>Intro envía; Mayús e Intro empiezan una línea nueva.</translation>
    </message>
    <message>
        <source>Every call with its shapes and examples, and the &lt;code&gt;openapi.json&lt;/code&gt; behind it.</source>
        <translation>Cada llamada con sus formas y ejemplos, y el &lt;code&gt;openapi.json&lt;/code&gt; que hay detrás.</translation>
    </message>
    <message>
        <source>Floating button</source>
        <translation>Botón flotante</translation>
    </message>
    <message>
        <source>Free times</source>
        <translation>Horas libres</translation>
    </message>
    <message>
        <source>Free: %1</source>
        <translation>Libre: %1</translation>
    </message>
    <message>
        <source>Full widget</source>
        <translation>Ventana completa</translation>
    </message>
    <message>
        <source>Google Meet</source>
        <translation>Google Meet</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>Invitado</translation>
    </message>
    <message>
        <source>HTTP API</source>
        <translation>API HTTP</translation>
    </message>
    <message>
        <source>Half an hour on Tuesday at 2? I’m Ada, ada@example.com</source>
        <translation>¿Media hora el martes a las 14:00? Soy Ada, ada@example.com</translation>
    </message>
    <message>
        <source>Hello! I keep the calendar for %1. Tell me when you would like to meet, and I will book it.</source>
        <translation>¡Hola! Llevo el calendario de %1. Dígame cuándo le viene bien y reservo la cita.</translation>
    </message>
    <message>
        <source>Hello! Tell me when you would like to meet.</source>
        <translation>¡Hola! Dígame cuándo le gustaría reunirse.</translation>
    </message>
    <message>
        <source>Host: %1, %2</source>
        <translation>Para el anfitrión: %1, %2</translation>
    </message>
    <message>
        <source>Inline</source>
        <translation>En la página</translation>
    </message>
    <message>
        <source>It took too long this time. Trying again will not book anything twice.</source>
        <translation>Esta vez ha tardado demasiado. Volver a intentarlo no reservará nada dos veces.</translation>
    </message>
    <message>
        <source>Join the video call</source>
        <translation>Unirse a la videollamada</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Mantener</translation>
    </message>
    <message>
        <source>Keep this one</source>
        <translation>Mantener esta</translation>
    </message>
    <message>
        <source>Latest message</source>
        <translation>Último mensaje</translation>
    </message>
    <message>
        <source>Let’s find a time</source>
        <translation>Busquemos una hora</translation>
    </message>
    <message>
        <source>Likely</source>
        <translation>Probables</translation>
    </message>
    <message>
        <source>Looking at the calendar</source>
        <translation>Mirando el calendario</translation>
    </message>
    <message>
        <source>Looking for the meeting</source>
        <translation>Buscando la cita</translation>
    </message>
    <message>
        <source>Looking up the meetings</source>
        <translation>Consultando las citas</translation>
    </message>
    <message>
        <source>Many messages arrived in a short time.</source>
        <translation>Han llegado muchos mensajes en poco tiempo.</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Cita</translation>
    </message>
    <message>
        <source>Meeting %1</source>
        <translation>Cita %1</translation>
    </message>
    <message>
        <source>Meeting %1: %2</source>
        <translation>Cita %1: %2</translation>
    </message>
    <message>
        <source>Meeting id: %1</source>
        <translation>N.º de cita: %1</translation>
    </message>
    <message>
        <source>Meeting with Ada</source>
        <translation>Cita con Ada</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>Move meeting %1</source>
        <translation>Cambiar la cita %1</translation>
    </message>
    <message>
        <source>Moving the meeting</source>
        <translation>Cambiando la cita</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>Conversación nueva</translation>
    </message>
    <message>
        <source>No answer yet</source>
        <translation>Todavía no hay respuesta</translation>
    </message>
    <message>
        <source>No free times</source>
        <translation>No hay horas libres</translation>
    </message>
    <message>
        <source>No tools used</source>
        <translation>Sin herramientas</translation>
    </message>
    <message>
        <source>No video link for this meeting</source>
        <translation>Sin enlace de vídeo para esta cita</translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation>No permitido</translation>
    </message>
    <message>
        <source>Not sent: the server cannot be reached</source>
        <translation>No enviado: no se puede acceder al servidor</translation>
    </message>
    <message>
        <source>Not the host’s clock: it is %1 there at the first of them.</source>
        <translation>No es la hora del anfitrión: allí son las %1 en la primera de ellas.</translation>
    </message>
    <message>
        <source>Nothing in the calendar.</source>
        <translation>Nada en el calendario.</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Sin conexión</translation>
    </message>
    <message>
        <source>On your own site</source>
        <translation>En su propio sitio</translation>
    </message>
    <message>
        <source>One line puts the assistant on any page. It lives in a frame of its own, so your styles and its styles never meet.</source>
        <translation>Una línea pone el asistente en cualquier página. Vive en su propio marco, así que sus estilos y los de usted nunca se mezclan.</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>En línea</translation>
    </message>
    <message>
        <source>Our earlier conversation has ended, so this is a fresh one.</source>
        <translation>Nuestra conversación anterior ha terminado; esta es nueva.</translation>
    </message>
    <message>
        <source>Our earlier conversation has ended, so this is a fresh one. Your message is still in the box: send it when you are ready.</source>
        <translation>Nuestra conversación anterior ha terminado; esta es nueva. Su mensaje sigue en el campo: envíelo cuando quiera.</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>Phone call</source>
        <translation>Llamada telefónica</translation>
    </message>
    <message>
        <source>Place: %1</source>
        <translation>Lugar: %1</translation>
    </message>
    <message>
        <source>Please change it and send it again.</source>
        <translation>Cámbielo y envíelo de nuevo.</translation>
    </message>
    <message>
        <source>Please note</source>
        <translation>Tenga en cuenta</translation>
    </message>
    <message>
        <source>Please shorten it and send it again.</source>
        <translation>Acórtelo y envíelo de nuevo.</translation>
    </message>
    <message>
        <source>Pop-up</source>
        <translation>Ventana emergente</translation>
    </message>
    <message>
        <source>Quick actions</source>
        <translation>Acciones rápidas</translation>
    </message>
    <message>
        <source>Raw JSON</source>
        <translation>JSON original</translation>
    </message>
    <message>
        <source>Read the API</source>
        <translation>Ver la API</translation>
    </message>
    <message>
        <source>Say it as you would to a person, for example:</source>
        <translation>Dígalo como a una persona, por ejemplo:</translation>
    </message>
    <message>
        <source>Say when.&lt;br&gt;The meeting is booked.</source>
        <translation>Diga cuándo.&lt;br&gt;La cita está reservada.</translation>
    </message>
    <message>
        <source>Say who and when</source>
        <translation>Con quién y cuándo</translation>
    </message>
    <message>
        <source>Scheduling assistant</source>
        <translation>Asistente de citas</translation>
    </message>
    <message>
        <source>See open times</source>
        <translation>Ver horas libres</translation>
    </message>
    <message>
        <source>See your day</source>
        <translation>Ver el día</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Simple chat</source>
        <translation>Chat sencillo</translation>
    </message>
    <message>
        <source>Simple chat with %1</source>
        <translation>Chat sencillo con %1</translation>
    </message>
    <message>
        <source>Skip to the content</source>
        <translation>Ir al contenido</translation>
    </message>
    <message>
        <source>Something went wrong on the server</source>
        <translation>Algo ha fallado en el servidor</translation>
    </message>
    <message>
        <source>Start a new conversation?</source>
        <translation>¿Empezar una conversación nueva?</translation>
    </message>
    <message>
        <source>Start new</source>
        <translation>Empezar otra</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Empezar de nuevo</translation>
    </message>
    <message>
        <source>Still working on it</source>
        <translation>Todavía en ello</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation>Dejar de esperar</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Detenido</translation>
    </message>
    <message>
        <source>Suggested answers</source>
        <translation>Respuestas sugeridas</translation>
    </message>
    <message>
        <source>Talk by video</source>
        <translation>Hablar por vídeo</translation>
    </message>
    <message>
        <source>Tap one to take it</source>
        <translation>Toque una para elegirla</translation>
    </message>
    <message>
        <source>Text first and light. Shows which tools were used and the raw answer on demand.</source>
        <translation>Texto ante todo y ligero. Muestra qué herramientas se usaron y, si se pide, la respuesta original.</translation>
    </message>
    <message>
        <source>That message could not be taken</source>
        <translation>No se ha podido aceptar ese mensaje</translation>
    </message>
    <message>
        <source>That message is too large</source>
        <translation>Ese mensaje es demasiado grande</translation>
    </message>
    <message>
        <source>The assistant is not available right now. Your message is kept.</source>
        <translation>El asistente no está disponible ahora mismo. Su mensaje se conserva.</translation>
    </message>
    <message>
        <source>The assistant is writing.</source>
        <translation>El asistente está escribiendo.</translation>
    </message>
    <message>
        <source>The earlier conversation has ended, so this is a fresh one.</source>
        <translation>La conversación anterior ha terminado; esta es nueva.</translation>
    </message>
    <message>
        <source>The earlier conversation has ended, so this is a fresh one. Your message is still in the box.</source>
        <translation>La conversación anterior ha terminado; esta es nueva. Su mensaje sigue en el campo.</translation>
    </message>
    <message>
        <source>The earlier messages cannot be shown right now. They are not lost.</source>
        <translation>Los mensajes anteriores no se pueden mostrar ahora mismo. No se han perdido.</translation>
    </message>
    <message>
        <source>The scheduling assistant you talk to: say when, and the meeting is booked.</source>
        <translation>El asistente de citas con el que se habla: diga cuándo y la cita está reservada.</translation>
    </message>
    <message>
        <source>The server refused this request.</source>
        <translation>El servidor ha rechazado esta petición.</translation>
    </message>
    <message>
        <source>The whole assistant on one page: one-tap times, cards to move, cancel and keep.</source>
        <translation>Todo el asistente en una página: horas para tocar y tarjetas para cambiar, cancelar y guardar.</translation>
    </message>
    <message>
        <source>This message is being handled already.</source>
        <translation>Este mensaje ya se está tratando.</translation>
    </message>
    <message>
        <source>This page needs JavaScript to talk to the assistant.</source>
        <translation>Esta página necesita JavaScript para hablar con el asistente.</translation>
    </message>
    <message>
        <source>This server does not answer right now.</source>
        <translation>Este servidor no responde ahora mismo.</translation>
    </message>
    <message>
        <source>This server is up.</source>
        <translation>Este servidor está en marcha.</translation>
    </message>
    <message>
        <source>Times in</source>
        <translation>Horas de</translation>
    </message>
    <message>
        <source>Tools: %1</source>
        <translation>Herramientas: %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>Try again in %1 s</source>
        <translation>Intentar de nuevo en %1 s</translation>
    </message>
    <message>
        <source>Tuesday, 2:00 PM – 2:30 PM</source>
        <translation>Martes, 14:00 – 14:30</translation>
    </message>
    <message>
        <source>Video: %1</source>
        <translation>Vídeo: %1</translation>
    </message>
    <message>
        <source>Waiting for approval</source>
        <translation>Pendiente de aprobación</translation>
    </message>
    <message>
        <source>Waiting for the answer…</source>
        <translation>Esperando la respuesta…</translation>
    </message>
    <message>
        <source>Way to embed</source>
        <translation>Forma de insertar</translation>
    </message>
    <message>
        <source>We call you</source>
        <translation>Le llamamos</translation>
    </message>
    <message>
        <source>What is here</source>
        <translation>Qué hay aquí</translation>
    </message>
    <message>
        <source>What shall I do?</source>
        <translation>¿Qué hago?</translation>
    </message>
    <message>
        <source>What was already booked stays booked. Trying again will not book anything twice.</source>
        <translation>Lo que ya se reservó queda reservado. Volver a intentarlo no reservará nada dos veces.</translation>
    </message>
    <message>
        <source>What was said here is deleted. Meetings you booked stay booked, but this page can no longer move or cancel them.</source>
        <translation>Lo que se dijo aquí se borra. Las citas reservadas siguen reservadas, pero esta página ya no puede cambiarlas ni cancelarlas.</translation>
    </message>
    <message>
        <source>What’s on today?</source>
        <translation>¿Qué tengo hoy?</translation>
    </message>
    <message>
        <source>When am I free?</source>
        <translation>¿Cuándo estoy libre?</translation>
    </message>
    <message>
        <source>When are you free?</source>
        <translation>¿Cuándo está libre?</translation>
    </message>
    <message>
        <source>With: %1</source>
        <translation>Con: %1</translation>
    </message>
    <message>
        <source>Worth trying again in %1 s.</source>
        <translation>Vale la pena intentarlo de nuevo en %1 s.</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>Escriba un mensaje</translation>
    </message>
    <message>
        <source>Write as you would to a person. One message can be enough:</source>
        <translation>Escriba como a una persona. Puede bastar un mensaje:</translation>
    </message>
    <message>
        <source>Write one sentence, as to a person. ChatCal reads the day, the time and the length, looks into the calendar, books, and writes the invitation. A taken time is answered with the nearest free ones.</source>
        <translation>Escriba una frase, como a una persona. ChatCal lee el día, la hora y la duración, mira el calendario, reserva y escribe la invitación. Si una hora está ocupada, responde con las libres más cercanas.</translation>
    </message>
    <message>
        <source>Yes, cancel it</source>
        <translation>Sí, cancelar</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Usted</translation>
    </message>
    <message>
        <source>You are offline, or the server is. What you write is kept.</source>
        <translation>No hay conexión con el servidor. Lo que escriba se conserva.</translation>
    </message>
    <message>
        <source>You could say:</source>
        <translation>Podría decir:</translation>
    </message>
    <message>
        <source>You:</source>
        <translation>Usted:</translation>
    </message>
    <message>
        <source>Your message</source>
        <translation>Su mensaje</translation>
    </message>
    <message>
        <source>Your message is kept. Trying again will not book anything twice.</source>
        <translation>Su mensaje se conserva. Volver a intentarlo no reservará nada dos veces.</translation>
    </message>
    <message>
        <source>model: %1</source>
        <translation>modelo: %1</translation>
    </message>
    <message>
        <source>with %1</source>
        <translation>con %1</translation>
    </message>
    <message>
        <source>your host</source>
        <translation>su anfitrión</translation>
    </message>
    <message>
        <source>“Lunch with Kim tomorrow at noon” · “What’s on today?” · “Move my 3 pm to Friday”</source>
        <translation>«Comida con Kim mañana a las 14:00» · «¿Qué tengo hoy?» · «Cambia mi cita de las 15:00 al viernes»</translation>
    </message>
    <message>
        <source>“Thursday at 3 pm for half an hour. I’m Ada, ada@example.com”</source>
        <translation>«El jueves a las 15:00, media hora. Soy Ada, ada@example.com»</translation>
    </message>
    <message numerus="yes">
        <source>%n characters left</source>
        <translation>
            <numerusform>queda %n carácter</numerusform>
            <numerusform>quedan %n caracteres</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n characters too many</source>
        <translation>
            <numerusform>sobra %n carácter</numerusform>
            <numerusform>sobran %n caracteres</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n hora</numerusform>
            <numerusform>%n horas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minuto</numerusform>
            <numerusform>%n minutos</numerusform>
        </translation>
    </message>
    <message>
        <source>Show in the agenda</source>
        <translation>Mostrar en la agenda</translation>
    </message>
    <message>
        <source>Speak of something else</source>
        <translation>Hablar de otra cosa</translation>
    </message>
    <message>
        <source>Speaking of</source>
        <translation>Se habla de</translation>
    </message>
    <message>
        <source>Your message is kept and goes out by itself once the server is back, without booking anything twice.</source>
        <translation>Su mensaje se conserva y se envía solo en cuanto vuelva el servidor, sin reservar nada dos veces.</translation>
    </message>
</context>
</TS>
