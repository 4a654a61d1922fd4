// SPDX-License-Identifier: Apache-2.0
#include "core/mail/invitationpage.h"

#include "core/mail/invitationwords.h"

#include <QFile>
#include <QHash>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

// Outside the namespace, as the macro asks. A static library's resources are not there until somebody says so.
static void loadMailTemplates()
{
    Q_INIT_RESOURCE(mail);
}

namespace ChatCal::InvitationPage {

namespace {

using Values = QHash<QString, QString>;

QString templateNamed(const QString &name)
{
    static const bool loaded = (loadMailTemplates(), true);
    Q_UNUSED(loaded)
    QFile file(u":/mail/"_s + name);
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(opened, "invitationpage", "a mail template is missing from the program");
    Q_UNUSED(opened)
    return QString::fromUtf8(file.readAll());
}

/// @p source with each {{name}} replaced by its value, which is HTML. In one pass: what looks like a mark inside a
/// value stays as it is.
QString filled(const QString &source, const Values &values)
{
    QString out;
    qsizetype from = 0;
    for (;;) {
        const qsizetype open = source.indexOf("{{"_L1, from);
        const qsizetype close = open < 0 ? -1 : source.indexOf("}}"_L1, open);
        if (close < 0)
            return out + source.mid(from);
        const QString name = source.mid(open + 2, close - open - 2);
        Q_ASSERT(values.contains(name));
        out += source.mid(from, open - from) + values.value(name);
        from = close + 2;
    }
}

QString escaped(const QString &text)
{
    return UntrustedText(text).toHtml();
}

QString row(const QString &source, const InvitationWords::Fact &fact)
{
    QString value = fact.value.toHtml();
    if (!fact.link.isEmpty())
        value = u"<a href=\""_s + escaped(fact.link) + u"\" style=\"color:#4f46e5\">"_s + value + u"</a>"_s;
    return filled(source, {{u"label"_s, escaped(fact.label)}, {u"value"_s, value}});
}

} // namespace

QString text(const Invitation &invitation, const MailReader &reader)
{
    const QList<InvitationWords::Fact> facts = InvitationWords::facts(invitation, reader);
    const QString colon = reader.language == Language::French ? u"\u00a0:"_s : u":"_s;
    qsizetype labelWidth = 11;
    for (const InvitationWords::Fact &fact : facts)
        labelWidth = std::max(labelWidth, fact.label.size());
    QString out = InvitationWords::greeting(reader).toPlainLine() + u"\n\n"_s
        + InvitationWords::lead(invitation, reader).toPlainLine() + u"\n\n"_s;
    for (const InvitationWords::Fact &fact : facts) {
        QString label = fact.label + colon;
        for (const QString &line : fact.value.stored().split(u'\n')) {
            out += label.leftJustified(labelWidth + colon.size()) + u' ' + UntrustedText(line).toPlainLine() + u'\n';
            label.clear();
        }
    }
    const QString manage = InvitationWords::manageLink(invitation, reader);
    if (!manage.isEmpty())
        out += u'\n' + InvitationWords::manageLabel(reader) + colon + u' ' + manage + u'\n';
    return out + u'\n' + InvitationWords::closing(invitation, reader) + u'\n';
}

QString html(const Invitation &invitation, const MailReader &reader)
{
    static const QString page = templateNamed(u"invitation.html"_s);
    static const QString line = templateNamed(u"fact.html"_s);
    static const QString button = templateNamed(u"button.html"_s);
    QString rows;
    for (const InvitationWords::Fact &fact : InvitationWords::facts(invitation, reader))
        rows += row(line, fact);
    const QString manage = InvitationWords::manageLink(invitation, reader);
    return filled(page,
                  {{u"lang"_s, languageCode(reader.language)},
                   {u"title"_s, escaped(InvitationWords::subject(invitation, reader))},
                   {u"greeting"_s, escaped(InvitationWords::greeting(reader).toPlainLine())},
                   {u"lead"_s, InvitationWords::lead(invitation, reader).toHtml()},
                   {u"facts"_s, rows},
                   {u"manage"_s,
                    manage.isEmpty() ? QString()
                                     : filled(button,
                                              {{u"url"_s, escaped(manage)},
                                               {u"label"_s, escaped(InvitationWords::manageLabel(reader))}})},
                   {u"closing"_s, escaped(InvitationWords::closing(invitation, reader))}});
}

} // namespace ChatCal::InvitationPage
