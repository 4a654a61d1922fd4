// SPDX-License-Identifier: Apache-2.0
// What the assistant is at, in words.

import { t } from './words.js';

const WORDS = {
  check_availability: t('Looking at the calendar'),
  create_appointment: t('Booking'),
  reschedule_appointment: t('Moving the meeting'),
  cancel_appointment: t('Cancelling the meeting'),
  list_meetings: t('Looking up the meetings'),
  find_meeting: t('Looking for the meeting'),
};

/** @returns {string|undefined} nothing for a tool whose run is not worth a word. */
export function doing(tool) {
  return WORDS[tool];
}
