// SPDX-License-Identifier: Apache-2.0
// What a failed call means to the person who wrote the message.

import { t } from './words.js';

/**
 * @param {import('./api.js').ApiError} error
 * @param {boolean} [resends] the message goes out again without anybody asking for it
 * @returns {{title: string, detail: string, retry: boolean, wait: number}} `retry`: the same message may be sent
 *   again as it is; `wait`: seconds until that makes sense.
 */
export function explain(error, resends = false) {
  const wait = error.retryAfter ?? 0;
  const byItself = resends ? t('Your message is kept and goes out by itself once the server is back, without booking anything twice.') : '';
  if (error.kind === 'network') {
    return {
      title: t('Not sent: the server cannot be reached'),
      detail: byItself || t('Your message is kept. Trying again will not book anything twice.'),
      retry: true,
      wait: 0,
    };
  }
  if (error.kind === 'timeout') {
    return {
      title: t('No answer yet'),
      detail: byItself || t('It took too long this time. Trying again will not book anything twice.'),
      retry: true,
      wait: 0,
    };
  }
  if (error.kind === 'stopped') {
    return {
      title: t('Stopped'),
      detail: t('What was already booked stays booked. Trying again will not book anything twice.'),
      retry: true,
      wait: 0,
    };
  }
  switch (error.status) {
    case 409:
      return { title: t('Still working on it'), detail: t('This message is being handled already.'), retry: true, wait: wait || 2 };
    case 413:
      return { title: t('That message is too large'), detail: t('Please shorten it and send it again.'), retry: false, wait: 0 };
    case 400:
    case 422:
      return { title: t('That message could not be taken'), detail: error.detail || t('Please change it and send it again.'), retry: false, wait: 0 };
    case 401:
    case 403:
      return { title: t('Not allowed'), detail: error.detail || t('The server refused this request.'), retry: false, wait: 0 };
    case 429:
      return { title: t('A little too fast'), detail: t('Many messages arrived in a short time.'), retry: true, wait: wait || 5 };
    case 503:
      return { title: t('Back in a moment'), detail: t('The assistant is not available right now. Your message is kept.'), retry: true, wait: wait || 5 };
    default:
      return { title: t('Something went wrong on the server'), detail: t('Your message is kept. Trying again will not book anything twice.'), retry: true, wait };
  }
}
