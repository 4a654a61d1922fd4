// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace ChatCal {

/// Markdown (CommonMark, by cmark) as HTML that is safe to put into a page: only p, strong, em, ul, ol, li, br, code,
/// h1 to h6, blockquote and a with an href to http, https, mailto or tel, opened in a new window without a referrer.
/// HTML in the text shows as text, a picture as its description, a link to anything else as its words.
[[nodiscard]] QString markdownToHtml(const QString &markdown);

} // namespace ChatCal
