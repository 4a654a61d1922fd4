// SPDX-License-Identifier: Apache-2.0
#include "core/agent/rendering.h"

#include <gtest/gtest.h>

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace ChatCal;

namespace {

struct Case
{
    const char *name;
    QString markdown;
    QString html;
};

class Rendering : public testing::TestWithParam<Case>
{
};

TEST_P(Rendering, WritesOnlyWhatAPageMayShow)
{
    EXPECT_EQ(markdownToHtml(GetParam().markdown).toStdString(), GetParam().html.toStdString());
}

const QString link = u"<a href=\"%1\" rel=\"noopener noreferrer\" target=\"_blank\">%2</a>"_s;

INSTANTIATE_TEST_SUITE_P(
    Cases, Rendering,
    testing::Values(
        Case{"Words", u"Hello **there**, *you*"_s, u"<p>Hello <strong>there</strong>, <em>you</em></p>"_s},
        Case{"TightList", u"- one\n- two"_s, u"<ul><li>one</li><li>two</li></ul>"_s},
        Case{"NestedList", u"1. one\n   - two"_s, u"<ol><li>one<br><ul><li>two</li></ul></li></ol>"_s},
        Case{"LooseList", u"- one\n\n- two"_s, u"<ul><li><p>one</p></li><li><p>two</p></li></ul>"_s},
        Case{"Heading", u"## Title"_s, u"<h2>Title</h2>"_s},
        Case{"Quote", u"> said"_s, u"<blockquote><p>said</p></blockquote>"_s},
        Case{"HardBreak", u"a  \nb"_s, u"<p>a<br>b</p>"_s},
        Case{"Code", u"`<b>`"_s, u"<p><code>&lt;b&gt;</code></p>"_s},
        Case{"CodeBlock", u"```js\na<b\nc\n```"_s, u"<p><code>a&lt;b<br>c</code></p>"_s},
        Case{"Rule", u"a\n\n---\n\nb"_s, u"<p>a</p><p>b</p>"_s},
        Case{"InlineHtml", u"a <script>alert(1)</script> b"_s, u"<p>a &lt;script&gt;alert(1)&lt;/script&gt; b</p>"_s},
        Case{"HtmlBlock", u"<div onclick=\"x\">\nhi\n</div>"_s,
             u"<p>&lt;div onclick=&quot;x&quot;&gt;\nhi\n&lt;/div&gt;</p>"_s},
        Case{"WebLink", u"[site](https://example.com/a?b=1&c=2 \"t\")"_s,
             u"<p>"_s + link.arg(u"https://example.com/a?b=1&amp;c=2"_s, u"site"_s) + u"</p>"_s},
        Case{"MailLink", u"<ada@example.com>"_s,
             u"<p>"_s + link.arg(u"mailto:ada@example.com"_s, u"ada@example.com"_s) + u"</p>"_s},
        Case{"PhoneLink", u"[call](tel:+15550100)"_s, u"<p>"_s + link.arg(u"tel:+15550100"_s, u"call"_s) + u"</p>"_s},
        Case{"ScriptLink", u"[x](javascript:alert(1))"_s, u"<p>x</p>"_s},
        Case{"DisguisedScriptLink", u"[x](JaVaScRiPt&colon;alert(1))"_s, u"<p>x</p>"_s},
        Case{"DataLink", u"[x](data:text/html;base64,AAAA)"_s, u"<p>x</p>"_s},
        Case{"RelativeLink", u"[x](/auth/logout)"_s, u"<p>x</p>"_s},
        Case{"Picture", u"![seen](https://example.com/pixel.png)"_s, u"<p>seen</p>"_s},
        Case{"QuoteInLink", u"[x](https://example.com/\"onmouseover=\"alert(1))"_s, u"<p>x</p>"_s},
        Case{"Empty", QString(), QString()}),
    [](const auto &info) { return info.param.name; });

TEST(Rendering, LeavesNoTagThatIsNotAllowedWhateverComes)
{
    const QStringList pieces{u"<"_s,
                             u">"_s,
                             u"\""_s,
                             u"`"_s,
                             u"["_s,
                             u"]("_s,
                             u")"_s,
                             u"javascript:"_s,
                             u"https://e.com"_s,
                             u"*"_s,
                             u"\n"_s,
                             u"- "_s,
                             u"<svg onload=x>"_s,
                             u"&lt;"_s,
                             u"!["_s,
                             u"> "_s,
                             u"a"_s,
                             u" "_s,
                             u"<!--"_s,
                             u"]]>"_s};
    static const QRegularExpression allowed(
        u"</?(?:p|strong|em|ul|ol|li|br|code|h[1-6]|blockquote)>|<a href=\"(?:https?://|mailto:|tel:)[^\"<>]*\" rel=\"noopener noreferrer\" target=\"_blank\">|</a>"_s);
    quint32 state = 7;
    for (int round = 0; round < 3000; ++round) {
        QString text;
        for (int i = 0; i < 14; ++i) {
            state = state * 1664525U + 1013904223U;
            text += pieces.at((state >> 16) % static_cast<quint32>(pieces.size()));
        }
        QString html = markdownToHtml(text);
        html.remove(allowed);
        ASSERT_FALSE(html.contains(u'<') || html.contains(u'>')) << text.toStdString() << "\n" << html.toStdString();
    }
}

} // namespace
