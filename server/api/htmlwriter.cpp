// SPDX-License-Identifier: Apache-2.0
#include "server/api/htmlwriter.h"

#include "core/base/untrustedtext.h"

using namespace Qt::StringLiterals;

namespace ChatCal {

void HtmlWriter::start(const QString &name, const Attributes &attributes)
{
    m_html += u'<' + name;
    for (const auto &[attribute, value] : attributes)
        m_html += u' ' + attribute + u"=\""_s + value.toHtmlEscaped() + u'"';
    m_html += u'>';
}

HtmlWriter &HtmlWriter::open(const QString &name, const Attributes &attributes)
{
    start(name, attributes);
    m_open.append(name);
    return *this;
}

HtmlWriter &HtmlWriter::close()
{
    Q_ASSERT(!m_open.isEmpty());
    m_html += u"</"_s + m_open.takeLast() + u">\n"_s;
    return *this;
}

HtmlWriter &HtmlWriter::single(const QString &name, const Attributes &attributes)
{
    start(name, attributes);
    return *this;
}

HtmlWriter &HtmlWriter::text(const QString &words)
{
    m_html += UntrustedText(words).toHtml();
    return *this;
}

HtmlWriter &HtmlWriter::element(const QString &name, const Attributes &attributes, const QString &words)
{
    return open(name, attributes).text(words).close();
}

QByteArray HtmlWriter::document() const
{
    Q_ASSERT(m_open.isEmpty());
    return "<!doctype html>\n" + m_html.toUtf8();
}

} // namespace ChatCal
