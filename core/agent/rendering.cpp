// SPDX-License-Identifier: Apache-2.0
#include "core/agent/rendering.h"

#include <cmark.h>

#include <QUrl>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace ChatCal {

namespace {

struct NodeDeleter
{
    void operator()(cmark_node *node) const { cmark_node_free(node); }
};
struct IteratorDeleter
{
    void operator()(cmark_iter *iterator) const { cmark_iter_free(iterator); }
};

QString literalOf(cmark_node *node)
{
    const QString text = QString::fromUtf8(cmark_node_get_literal(node));
    const bool isPlain = std::none_of(text.begin(), text.end(),
                                      [](QChar c) { return c == u'<' || c == u'>' || c == u'&' || c == u'"'; });
    return isPlain ? text : text.toHtmlEscaped();
}

/// The address when a page may follow it; else empty.
QString safeTarget(cmark_node *link)
{
    const QString target = QString::fromUtf8(cmark_node_get_url(link));
    const QUrl url(target, QUrl::StrictMode);
    const QString scheme = url.scheme().toLower();
    const bool isSafe = url.isValid()
        && (((scheme == "http"_L1 || scheme == "https"_L1) && !url.host().isEmpty()) || scheme == "mailto"_L1
            || scheme == "tel"_L1);
    return isSafe ? QString::fromUtf8(url.toEncoded()) : QString();
}

bool isInTightList(cmark_node *paragraph)
{
    cmark_node *item = cmark_node_parent(paragraph);
    cmark_node *list = item ? cmark_node_parent(item) : nullptr;
    return list && cmark_node_get_type(list) == CMARK_NODE_LIST && cmark_node_get_list_tight(list);
}

/// Writes the tree itself: cmark's own writer knows attributes and tags that the page does not allow.
class Writer
{
public:
    void visit(cmark_node *node, bool isEntering)
    {
        switch (cmark_node_get_type(node)) {
        case CMARK_NODE_PARAGRAPH:
            if (!isInTightList(node))
                tag(u"p"_s, isEntering);
            else if (!isEntering && cmark_node_next(node))
                m_html += u"<br>"_s;
            break;
        case CMARK_NODE_HEADING:
            tag(u"h%1"_s.arg(cmark_node_get_heading_level(node)), isEntering);
            break;
        case CMARK_NODE_BLOCK_QUOTE:
            tag(u"blockquote"_s, isEntering);
            break;
        case CMARK_NODE_LIST:
            tag(cmark_node_get_list_type(node) == CMARK_ORDERED_LIST ? u"ol"_s : u"ul"_s, isEntering);
            break;
        case CMARK_NODE_ITEM:
            tag(u"li"_s, isEntering);
            break;
        case CMARK_NODE_EMPH:
            tag(u"em"_s, isEntering);
            break;
        case CMARK_NODE_STRONG:
            tag(u"strong"_s, isEntering);
            break;
        case CMARK_NODE_CODE:
            m_html += u"<code>"_s + literalOf(node) + u"</code>"_s;
            break;
        case CMARK_NODE_CODE_BLOCK:
            m_html += u"<p><code>"_s + literalOf(node).trimmed().replace(u'\n', u"<br>"_s) + u"</code></p>"_s;
            break;
        case CMARK_NODE_HTML_BLOCK:
            m_html += u"<p>"_s + literalOf(node).trimmed() + u"</p>"_s;
            break;
        case CMARK_NODE_TEXT:
        case CMARK_NODE_HTML_INLINE:
            m_html += literalOf(node);
            break;
        case CMARK_NODE_SOFTBREAK:
            m_html += u'\n';
            break;
        case CMARK_NODE_LINEBREAK:
            m_html += u"<br>"_s;
            break;
        case CMARK_NODE_LINK:
            link(node, isEntering);
            break;
        default: // the document, pictures (their description is a child), rules
            break;
        }
    }
    [[nodiscard]] QString html() const { return m_html; }

private:
    void tag(const QString &name, bool isEntering) { m_html += (isEntering ? u"<"_s : u"</"_s) + name + u'>'; }
    void link(cmark_node *node, bool isEntering)
    {
        const QString target = safeTarget(node);
        if (target.isEmpty())
            return;
        if (isEntering)
            m_html += u"<a href=\""_s + target.toHtmlEscaped() + u"\" rel=\"noopener noreferrer\" target=\"_blank\">"_s;
        else
            m_html += u"</a>"_s;
    }
    QString m_html;
};

} // namespace

QString markdownToHtml(const QString &markdown)
{
    const QByteArray text = markdown.toUtf8();
    const std::unique_ptr<cmark_node, NodeDeleter> document(
        cmark_parse_document(text.constData(), static_cast<size_t>(text.size()), CMARK_OPT_VALIDATE_UTF8));
    const std::unique_ptr<cmark_iter, IteratorDeleter> iterator(cmark_iter_new(document.get()));
    Writer writer;
    for (auto event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iterator.get()))
        writer.visit(cmark_iter_get_node(iterator.get()), event == CMARK_EVENT_ENTER);
    return writer.html();
}

} // namespace ChatCal
