// SPDX-License-Identifier: Apache-2.0
// The landing page: who is to be met here, is the server well, and the line to embed.

import { api } from '../shared/api.js';
import { byId, copyText } from '../shared/dom.js';
import { t } from '../shared/words.js';

const snippets = {
  button: (origin) => `<script src="${origin}/embed.js" async></script>`,
  inline: (origin) => `<div id="booking"></div>\n<script src="${origin}/embed.js" data-mode="inline"\n        data-target="#booking" async></script>`,
  popup: (origin) => `<button data-chatcal-open>${t('Book a time')}</button>\n<script src="${origin}/embed.js" data-mode="popup" async></script>`,
};

function showSnippet(mode) {
  byId('snippet').textContent = snippets[mode](location.origin);
  for (const tab of document.querySelectorAll('.tab')) tab.setAttribute('aria-pressed', String(tab.dataset.mode === mode));
}

byId('modes').addEventListener('click', (event) => {
  const tab = event.target.closest('.tab');
  if (tab) showSnippet(tab.dataset.mode);
});

byId('copy').addEventListener('click', async () => {
  byId('copied').textContent = (await copyText(byId('snippet').textContent)) ? t('Copied.') : t('Could not be copied: mark it and press Ctrl+C.');
});

showSnippet('button');

try {
  const config = await api.config();
  byId('eyebrow').textContent = t('%1’s scheduling assistant', config.host_name);
  byId('book').textContent = t('Book a time with %1', config.host_name);
  byId('version').textContent = config.version ?? '';
} catch {
  // The page says the same without a name.
}

try {
  await api.alive();
  byId('health').textContent = t('This server is up.');
  byId('health').dataset.state = 'up';
} catch {
  byId('health').textContent = t('This server does not answer right now.');
  byId('health').dataset.state = 'down';
}
