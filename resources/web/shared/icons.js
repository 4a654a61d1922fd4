// SPDX-License-Identifier: Apache-2.0
// Line icons, 24 by 24, drawn for ChatCal. All are decoration: the control beside them carries the name.

const SVG = 'http://www.w3.org/2000/svg';

const PATHS = {
  send: 'M5 12h13M12 5.5 18.5 12 12 18.5',
  video: 'M4 7.5h9.5v9H4zM13.5 11l6-3.2v8.4l-6-3.2',
  phone: 'M7.2 4.5 9.6 8.6 8 10.4c1 2.2 2.9 4.2 5.4 5.5l1.9-1.6 4 2.3c-.2 2-1.6 3.3-3.6 3C10 18.6 5.4 14 4.4 8.3c-.3-2 .9-3.6 2.8-3.8Z',
  calendar: 'M5 6.5h14v13H5zM5 10.5h14M8.5 4v4M15.5 4v4',
  calendarPlus: 'M5 6.5h14v13H5zM5 10.5h14M8.5 4v4M15.5 4v4M12 12.7v4.6M9.7 15h4.6',
  clock: 'M12 4.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15ZM12 8v4.3l2.8 1.7',
  globe: 'M12 4.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15ZM4.5 12h15M12 4.5c2.2 2.3 3.2 4.8 3.2 7.5s-1 5.2-3.2 7.5c-2.2-2.3-3.2-4.8-3.2-7.5s1-5.2 3.2-7.5Z',
  people: 'M9 11.5a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4ZM3.5 19c.4-3.3 2.5-5 5.5-5s5.1 1.7 5.5 5M15.5 5.5a3 3 0 0 1 0 5.7M17 14.3c2 .6 3.2 2.2 3.5 4.7',
  pin: 'M12 20c-3.8-4-5.8-7-5.8-9.5a5.8 5.8 0 0 1 11.6 0C17.8 13 15.8 16 12 20ZM12 12.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
  copy: 'M9 9h10v10H9zM15 9V5H5v10h4',
  check: 'M5 12.5 10 17.5 19.5 7',
  cross: 'M6.5 6.5l11 11M17.5 6.5l-11 11',
  stop: 'M7.5 7.5h9v9h-9z',
  refresh: 'M19 12a7 7 0 1 1-2.2-5.1M17 3.5v3.7h-3.7',
  info: 'M12 4.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15ZM12 11v5M12 7.9v.2',
  down: 'M12 5v13.5M6 12.5l6 6 6-6',
  plus: 'M12 5.5v13M5.5 12h13',
  offline: 'M4.5 4.5l15 15M8.2 12.2a6 6 0 0 1 2.2-1.3M5 9.3a10 10 0 0 1 2.9-1.9M14 11.1c.7.3 1.3.6 1.8 1.1M12.5 6.5A10 10 0 0 1 19 9.3M12 16.5v.2',
};

/** @param {keyof typeof PATHS} name */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('focusable', 'false');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[name]);
  svg.append(path);
  return svg;
}
