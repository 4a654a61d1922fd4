// SPDX-License-Identifier: Apache-2.0
// The guest's page works without this. With it times are in the browser's zone, and the eye and the screen reader
// begin where something is asked.

const main = document.querySelector('main');
const query = new URLSearchParams(location.search);
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

if (main.dataset.zone && zone && zone !== 'Etc/Unknown' && zone !== main.dataset.zone && !query.has('zone')) {
  query.set('zone', zone);
  location.replace(`${location.pathname}?${query}`);
} else {
  document.querySelector('#ask')?.focus();
}
