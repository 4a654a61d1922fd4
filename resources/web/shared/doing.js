// SPDX-License-Identifier: Apache-2.0
// What the assistant is at, in words.

const WORDS = {
  check_availability: 'Looking at the calendar',
  create_appointment: 'Booking',
  reschedule_appointment: 'Moving the meeting',
  cancel_appointment: 'Cancelling the meeting',
  list_meetings: 'Looking up the meetings',
  find_meeting: 'Looking for the meeting',
};

/** @returns {string|undefined} nothing for a tool whose run is not worth a word. */
export function doing(tool) {
  return WORDS[tool];
}
