// SPDX-License-Identifier: Apache-2.0
// Sets RapiDoc up before its script defines the element. Loads no font and no file from elsewhere.
(() => {
  'use strict';
  const dark = document.documentElement.dataset.theme === 'dark';
  const options = {
    'spec-url': '/openapi.json',
    theme: dark ? 'dark' : 'light',
    'bg-color': dark ? '#10131f' : '#ffffff',
    'text-color': dark ? '#eceffa' : '#161a2c',
    'nav-bg-color': dark ? '#1a1e2d' : '#f5f7fc',
    'nav-text-color': dark ? '#eceffa' : '#161a2c',
    'primary-color': dark ? '#a9b6ff' : '#3248c5',
    'header-color': '#262a7a',
    'load-fonts': 'false',
    'regular-font': 'system-ui, sans-serif',
    'mono-font': 'ui-monospace, monospace',
    'render-style': 'read',
    'schema-style': 'table',
    'show-header': 'false',
    'allow-server-selection': 'false',
    'allow-spec-url-load': 'false',
    'allow-spec-file-load': 'false',
    'persist-auth': 'false',
    'sort-endpoints-by': 'none',
  };
  const page = document.createElement('rapi-doc');
  for (const [name, value] of Object.entries(options)) page.setAttribute(name, value);
  document.getElementById('docs').append(page);
})();
