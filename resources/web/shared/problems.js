// SPDX-License-Identifier: Apache-2.0
// What a failed call means to the person who wrote the message.

/**
 * @param {import('./api.js').ApiError} error
 * @returns {{title: string, detail: string, retry: boolean, wait: number}} `retry`: the same message may be sent
 *   again as it is; `wait`: seconds until that makes sense.
 */
export function explain(error) {
  const wait = error.retryAfter ?? 0;
  if (error.kind === 'network') {
    return {
      title: 'Not sent: the server cannot be reached',
      detail: 'Your message is kept. Trying again will not book anything twice.',
      retry: true,
      wait: 0,
    };
  }
  if (error.kind === 'timeout') {
    return {
      title: 'No answer yet',
      detail: 'It took too long this time. Trying again will not book anything twice.',
      retry: true,
      wait: 0,
    };
  }
  if (error.kind === 'stopped') {
    return {
      title: 'Stopped',
      detail: 'What was already booked stays booked. Trying again will not book anything twice.',
      retry: true,
      wait: 0,
    };
  }
  switch (error.status) {
    case 409:
      return { title: 'Still working on it', detail: 'This message is being handled already.', retry: true, wait: wait || 2 };
    case 413:
      return { title: 'That message is too large', detail: 'Please shorten it and send it again.', retry: false, wait: 0 };
    case 400:
    case 422:
      return { title: 'That message could not be taken', detail: error.detail || 'Please change it and send it again.', retry: false, wait: 0 };
    case 401:
    case 403:
      return { title: 'Not allowed', detail: error.detail || 'The server refused this request.', retry: false, wait: 0 };
    case 429:
      return { title: 'A little too fast', detail: 'Many messages arrived in a short time.', retry: true, wait: wait || 5 };
    case 503:
      return { title: 'Back in a moment', detail: 'The assistant is not available right now. Your message is kept.', retry: true, wait: wait || 5 };
    default:
      return { title: 'Something went wrong on the server', detail: 'Your message is kept. Trying again will not book anything twice.', retry: true, wait };
  }
}
