// SPDX-License-Identifier: Apache-2.0
// Spanish. "usted" to guests, "tú" to the host; what fits both says neither.
#include "core/llm/offline/wording_p.h"

namespace ChatCal::Dialogue {

namespace {

constexpr Entry entries[]{
    {Say::Greeting,
     u"¡Hola! Llevo la agenda de {host}: busco una hora, reservo, muevo o cancelo citas.|"
     u"¡Hola! Llevo la agenda de {host} y con gusto le busco una hora."},
    {Say::GreetingKnown, u"¡Hola, {name}!|¡Hola de nuevo, {name}!"},
    {Say::Introduction, u"Llevo la agenda de {host}."},
    {Say::HostGreeting,
     u"¡Hola! Pregúntame qué tienes, cuándo estás libre, o dime qué apunto en tu agenda.|"
     u"¡Hola! ¿Qué apunto en tu agenda, o qué busco en ella?"},
    {Say::AskMoment, u"¿Qué día y a qué hora le viene bien?|¿Qué día y qué hora prefiere?"},
    {Say::AskMomentAndLength,
     u"¿Qué día y a qué hora le viene bien, y cuánto tiempo necesita?|"
     u"¿Qué día y qué hora prefiere, y cuánto tiempo reservamos?"},
    {Say::AskDay, u"¿Qué día?|¿Qué día sería?"},
    {Say::AskTime, u"¿A qué hora?|¿Qué hora le viene bien?"},
    {Say::AskLength, u"¿Cuánto tiempo debe durar?|¿Cuánto tiempo reservamos?"},
    {Say::AskName, u"¿Cuál es su nombre?|¿Y su nombre?"},
    {Say::AskContact,
     u"¿A qué correo o número de teléfono le podemos escribir?|¿Qué correo o número de teléfono apunto?"},
    {Say::AskAnyContact, u"{host} solo necesita una forma de contactar. ¿Prefiere dejar un número de teléfono?"},
    {Say::AskNameAndContact,
     u"¿Cuál es su nombre, y a qué correo o número de teléfono envío la invitación?|"
     u"¿A nombre de quién? Su nombre, y un correo o número de teléfono, por favor."},
    {Say::AskPhone, u"¿A qué número de teléfono le llama {host}?|¿En qué número de teléfono le localiza {host}?"},
    {Say::AskNameAndPhone, u"¿Cuál es su nombre, y a qué número de teléfono le llama {host}?"},
    {Say::AskPick, u"¿Cuál de estas horas le viene bien?|¿Cuál prefiere?"},
    {Say::AskPickAndLength,
     u"¿Cuál de estas horas le viene bien, y cuánto tiempo reservamos?|¿Cuál prefiere, y cuánto tiempo necesita?"},
    {Say::AskOtherMoment, u"¿Qué día u hora le iría mejor?|¿Qué otro día u otra hora le viene bien?"},
    {Say::AskBookIt, u"¿Quiere que la reserve?|¿La reservo?"},
    {Say::AskWhatElse, u"¿Qué día y a qué hora busco?"},
    {Say::IsFree, u"{moment}: está libre.|{moment} está libre."},
    {Say::IsFreeFor, u"{moment}: está libre para {length}.|{moment} está libre para {length}."},
    {Say::ItIs, u"{moment}, entonces.|Entonces, {moment}."},
    {Say::FreeTimes, u"Estas horas están libres:|Esto es lo que hay libre:"},
    {Say::FreeTimesSoonest, u"Estas son las próximas horas libres:|Lo primero que hay libre:"},
    {Say::NoneInHours,
     u"En ese momento no hay nada libre en tu horario de trabajo. ¿A qué hora lo pongo?|"
     u"Tu horario de trabajo no tiene nada libre entonces. ¿Qué hora pongo?"},
    {Say::NoFreeTimes, u"No hay nada libre entonces.|Entonces no queda ninguna hora libre."},
    {Say::Taken, u"{moment}: ya está ocupado.|{moment} ya está ocupado."},
    {Say::OutsideHours, u"{moment}: queda fuera del horario de {host}{hours}."},
    {Say::Past,
     u"{moment}: ya ha pasado, y solo reservo hacia adelante.|"
     u"{moment}: es cosa del pasado. Buen intento, pero solo reservo hacia adelante."},
    {Say::TooSoon, u"{moment}: es con muy poca antelación."},
    {Say::TooFar, u"{moment}: queda más lejos de lo que puedo reservar."},
    {Say::TooShort, u"Es más corto de lo que duran las citas de {host}."},
    {Say::TooLong, u"Es más largo de lo que duran las citas de {host}."},
    {Say::DayFull, u"Ese día está completo."},
    {Say::NotBookable,
     u"La agenda de {host} no se puede leer ahora mismo, así que no prometo ninguna hora. Conviene probar de nuevo "
     u"dentro "
     u"de un rato."},
    {Say::Refused, u"{moment}: no se puede reservar."},
    {Say::NearestFree, u"Estas son las horas libres más cercanas:|Cerca de esa hora está libre:"},
    {Say::Booked,
     u"Reservado, {name}: {words}.|Listo, {name}: {words}.|Hecho, {name}. Queda reservado para el {words}."},
    {Say::BookedAlready, u"Ya la tiene: {words}.|Esa ya está reservada: {words}."},
    {Say::BookedHost, u"Apuntado: {title}, {words}.|Hecho: {title}, {words}."},
    {Say::BlockedTitle, u"Bloqueado"},
    {Say::MeetingIdIs,
     u"El número de la cita es **{id}**, útil para moverla o cancelarla.|"
     u"El número **{id}** sirve para mover o cancelar la cita."},
    {Say::AssumedLength, u"He supuesto {length}; avísame si debe ser más larga o más corta."},
    {Say::KindTakes, u"{kind} dura {lengths}."},
    {Say::CallsYou, u"{host} le llamará al {phone}."},
    {Say::VideoLink, u"Enlace de vídeo: <{url}>"},
    {Say::NoVideoLink, u"Aquí no puedo crear un enlace de vídeo, así que {host} tendrá que enviarlo."},
    {Say::MailSent, u"La invitación va de camino a {email}."},
    {Say::MailOutbox, u"La invitación para {email} está escrita; desde aquí aún no sale correo."},
    {Say::MailOffer,
     u"Si desea una invitación por correo, basta con que me dé su dirección.|"
     u"Para una invitación por correo solo necesito su dirección."},
    {Say::MailSentMoved, u"La invitación actualizada va de camino a {email}."},
    {Say::MailOutboxMoved, u"La invitación actualizada para {email} está escrita; desde aquí aún no sale correo."},
    {Say::InvitationFor, u"La invitación es para {email}.|Es para {email}."},
    {Say::EmailAdded, u"{email} figura ahora en la cita: {words}."},
    {Say::Cancelled, u"Cancelado: {words}.|Hecho, la cita queda cancelada: {words}."},
    {Say::CancelledMany, u"{count} citas canceladas:"},
    {Say::AlreadyCancelled, u"Esa cita ya estaba cancelada."},
    {Say::NotFound, u"No encuentro una cita así.|Aquí no hay ninguna cita así."},
    {Say::NotFoundButHave, u"Esa no la encuentro. Esto es lo reservado:"},
    {Say::NothingBooked,
     u"No hay nada reservado desde esta conversación, y solo la que reservó puede cambiarlo. Si no, {host} puede "
     u"ayudar.|"
     u"No veo ninguna cita reservada desde aquí. Solo la conversación que la reservó, o {host}, puede cambiarla."},
    {Say::WhichCancel, u"¿Cuál cancelo?|¿Cuál de estas citas cancelo?"},
    {Say::WhichMove, u"¿Cuál muevo?|¿Cuál de estas citas muevo?"},
    {Say::WhichAll, u"Son {count} citas. ¿Quiere que las cancele todas?"},
    {Say::Moved, u"Cambiada, la cita es ahora el {words}.|Hecho, la nueva hora es el {words}."},
    {Say::Renamed, u"Ahora se llama {title}: {words}."},
    {Say::Invited, u"Hecho, {people} también estará: {words}.|{people} ya está en la lista: {words}."},
    {Say::CannotRevive, u"Lo cancelado no se recupera, pero con un día y una hora lo reservo de nuevo."},
    {Say::CannotUndo, u"No hay nada mío que deshacer. ¿Qué cita hay que mover o cancelar?"},
    {Say::AskNewMoment, u"¿Para cuándo la paso? Ahora es el {words}.|Ahora es el {words}. ¿Cuál es la nueva hora?"},
    {Say::MovedLength, u"Cambiado: {words}."},
    {Say::WhichNewTime, u"¿A cuál de estas horas la paso?"},
    {Say::Agenda, u"{day}:"},
    {Say::AgendaEmpty, u"No hay nada en la agenda {day}.|La agenda está vacía {day}."},
    {Say::AgendaGuest, u"Tiene reservado:|Sus reservas:"},
    {Say::AgendaGuestEmpty, u"Aquí aún no tiene nada reservado."},
    {Say::FoundOne, u"Aquí está: {words}."},
    {Say::FoundLength, u"{length}: {words}."},
    {Say::FoundWith, u"Con {people}: {words}."},
    {Say::FoundAlone, u"No hay nadie más apuntado: {words}."},
    {Say::FoundMany, u"He encontrado esto:"},
    {Say::HostFree, u"Sí, estás libre: {moment}.|Estás libre: {moment}."},
    {Say::HostBusy, u"No, {moment}: está ocupado.|{moment}: no está libre."},
    {Say::Dropped, u"De acuerdo, lo dejo.|Sin problema, lo dejamos."},
    {Say::NothingToDrop, u"De acuerdo, no cambia nada."},
    {Say::Thanks, u"¡De nada!|¡Con mucho gusto!|¡Para eso estoy!"},
    {Say::TakeYourTime, u"Sin prisa, aquí estoy."},
    {Say::Goodbye, u"¡Adiós!|¡Hasta pronto!|¡Que tenga un buen día!"},
    {Say::GoodbyeBooked, u"¡Adiós! Hasta el {words}."},
    {Say::Help,
     u"Reservo citas con {host}. Escriba, por ejemplo, «30 minutos el martes a las 14:00», «¿cuándo está libre?», "
     u"«cambie "
     u"mi cita a las 16:00» o «cancele mi cita»."},
    {Say::HelpHost,
     u"Pregunta «¿qué tengo hoy?» o «¿estoy libre el viernes a las 15:00?», di «comida con Kim mañana a las 13:00 "
     u"durante "
     u"una hora», «mueve mi cita de las 14:00 al jueves» o «cancela la cita con Kim»."},
    {Say::HostContact, u"Puede localizar a {host} aquí: {contact}."},
    {Say::NoHostContact, u"No tengo datos de contacto de {host} que dar, pero puedo reservarle una hora."},
    {Say::Identity, u"Llevo la agenda de {host}: soy un programa que reserva citas."},
    {Say::SmallTalk, u"¡Muy bien, gracias!|¡Todo bien por aquí!"},
    {Say::Frustration, u"Lo entiendo. Vamos a resolverlo.|Tiene razón, probemos de forma más sencilla."},
    {Say::OffTopic,
     u"Eso queda fuera de lo mío: solo me ocupo de la agenda.|Eso se lo dejo a otros; lo mío es la agenda."},
    {Say::OffTopicBack, u"Para una cita con {host}, dígame un día y una hora.|¿Desea reservar una cita?"},
    {Say::Unclear, u"No lo he entendido del todo.|Eso se me ha escapado."},
    {Say::UnclearAgain,
     u"Dígame un día y una hora, como «el martes a las 14:00, 30 minutos», o pregunte cuándo está libre {host}."},
    {Say::NiceToMeet, u"¡Mucho gusto, {name}!|¡Hola, {name}!"},
    {Say::Noted, u"Anotado.|Entendido."},
    {Say::NotedContact, u"Gracias, anotado.|Entendido, muchas gracias."},
    {Say::Hours, u"{host} atiende {hours}."},
    {Say::ZoneNoted, u"A partir de ahora uso {zone}.|Desde ahora uso {zone}."},
    {Say::ZoneIs, u"Para las horas uso {zone}."},
    {Say::UsualLength, u"Lo habitual es media hora, pero cualquier otra duración sirve."},
    {Say::BookedOnce, u"Es por esta vez; desde aquí no se pueden crear citas repetidas."},
    {Say::CannotInvite, u"En la invitación solo puedo ponerle a usted, pero puede reenviarla."},
    {Say::CannotChangeHow,
     u"La forma de verse ya no se puede cambiar desde aquí. Hay que cancelar y reservar de nuevo, o acordarlo con "
     u"{host}."},
    {Say::InvalidEmail,
     u"Esa dirección de correo no parece correcta. ¿Cómo se escribe?|A esa dirección le falta algo. ¿Cuál es "
     u"exactamente?"},
    {Say::InvalidPhone,
     u"Ese número de teléfono parece incompleto. ¿Cuál es con prefijo?|A ese número le faltan cifras. ¿Cuál es el "
     u"número completo?"},
    {Say::InvalidName, u"No he podido tomar eso como nombre. ¿Cuál es su nombre?"},
    {Say::InvalidOther, u"No he podido usar eso. ¿Qué día, a qué hora y cuánto tiempo?"},
    {Say::Failed, u"No ha funcionado: la agenda no ha dado una respuesta útil. Pruebe de nuevo en un momento."},
    {Say::SuggestYes, u"Sí, resérvela"},
    {Say::SuggestOther, u"Otra hora"},
    {Say::SuggestWhenFree, u"¿Cuándo está libre?"},
    {Say::SuggestPhone, u"Llamada telefónica"},
    {Say::SuggestVideo, u"Google Meet"},
    {Say::SuggestToday, u"¿Qué tengo hoy?"},
    {Say::SuggestTomorrow, u"¿Qué tengo mañana?"},
    {Say::SuggestAll, u"Todas"},
    {Say::Languages,
     u"Hablo español, English, Deutsch y français. Escríbame en uno de ellos: «30 minutos el martes a las 14:00» "
     u"basta."},
    {Say::TheHost, u"su anfitrión"},
    {Say::ThatTime, u"Esa hora"},
    {Say::Then, u"entonces"},
    {Say::YourCalendar, u"Tu agenda"},
    {Say::That, u"Eso"},
    {Say::And, u"y"},
    {Say::Until, u"a"},
    {Say::Or, u"o"},
    {Say::MinutesLong, u"{count} minutos"},
    {Say::PlaceTime, u"la hora de {place} ({zone})"},
    {Say::CallTitle, u"Llamada"},
    {Say::MeetingTitle, u"Reunión"},
    {Say::TitleWith, u"{title} con {person}"},
    {Say::ClockNote, u"Esa noche se cambia la hora."},
};

constexpr Entry forHosts[]{
    {Say::AskMoment, u"¿Qué día y a qué hora?|¿Qué día y qué hora prefieres?"},
    {Say::AskMomentAndLength, u"¿Qué día y a qué hora, y cuánto tiempo?"},
    {Say::AskTime, u"¿A qué hora?|¿Qué hora te viene bien?"},
    {Say::AskPick, u"¿Cuál de estas horas te viene bien?|¿Cuál prefieres?"},
    {Say::AskOtherMoment, u"¿Qué día u hora te iría mejor?|¿Qué otro día u otra hora te viene bien?"},
    {Say::AskBookIt, u"¿Quieres que la apunte?"},
    {Say::WhichAll, u"Son {count} citas. ¿Quieres que las cancele todas?"},
    {Say::Frustration, u"Lo entiendo. Vamos a resolverlo.|Tienes razón, probemos de forma más sencilla."},
    {Say::Goodbye, u"¡Adiós!|¡Hasta pronto!|¡Que tengas un buen día!"},
    {Say::UnclearAgain,
     u"Dime un día y una hora, como «el martes a las 14:00, 30 minutos», o pregunta cuándo está libre {host}."},
    {Say::Failed, u"No ha funcionado: la agenda no ha dado una respuesta útil. Prueba de nuevo en un momento."},
    {Say::SuggestWhenFree, u"¿Cuándo estoy libre?"},
    {Say::Languages,
     u"Hablo español, English, Deutsch y français. Escríbeme en uno de ellos: «¿qué tengo hoy?» basta."},
};

} // namespace

Entries spanishEntries()
{
    return entries;
}

Entries spanishEntriesForHosts()
{
    return forHosts;
}

} // namespace ChatCal::Dialogue
