// SPDX-License-Identifier: Apache-2.0
// The page's words in its language. They are written in English where they are said; the server puts those of the
// page's language into the page (translations/*.ts), so that nothing has to be waited for.

export const language = document.documentElement.lang || 'en';

const table = JSON.parse(document.getElementById('strings')?.textContent || '{}');
const plurals = new Intl.PluralRules(language);

const filled = (text, values) => text.replace(/%(\d)/g, (mark, at) => values[at - 1] ?? mark);

/** t('Meeting %1', id). The words stand in single quotes: `./dev translate` collects them from there. */
export function t(source, ...values) {
  return filled(table[source] ?? source, values);
}

/** tn('%n minutes', 30): of a number. */
export function tn(source, number, ...values) {
  const [one, many] = table[source] ?? [source, source];
  return filled(plurals.select(number) === 'one' ? one : many, values).replaceAll('%n', number);
}
