// SPDX-License-Identifier: Apache-2.0
// Settles light or dark before the first paint, so it is a plain script and runs first.
// ?theme=light|dark wins over the system's setting; ?accent=rrggbb sets the accent colour.
(() => {
  'use strict';
  const query = new URLSearchParams(location.search);
  const asked = query.get('theme');
  const root = document.documentElement;
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const meta = document.querySelector('meta[name="color-scheme"]');

  const apply = () => {
    const theme = asked === 'light' || asked === 'dark' ? asked : dark.matches ? 'dark' : 'light';
    root.dataset.theme = theme;
    if (meta && (asked === 'light' || asked === 'dark')) meta.content = theme;
    applyAccent(theme);
  };

  const luminance = ([r, g, b]) => {
    const linear = [r, g, b].map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  };
  const contrast = (left, right) => {
    const [low, high] = [luminance(left), luminance(right)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const mix = (from, to, share) => from.map((value, at) => Math.round(value + (to[at] - value) * share));
  const css = (colour) => `rgb(${colour.join(', ')})`;

  /** Moves @p colour towards @p goal until text in it can be read on every ground (4.5:1, WCAG 1.4.3). */
  const readable = (colour, grounds, goal) => {
    let made = colour;
    for (let step = 0; step < 40 && grounds.some((ground) => contrast(made, ground) < 4.6); step += 1) made = mix(made, goal, 0.08);
    return made;
  };

  const WHITE = [255, 255, 255];
  const INK = [16, 19, 31];

  function applyAccent(theme) {
    const found = /^#?([0-9a-f]{6})$/i.exec(query.get('accent') ?? '');
    if (!found) return;
    const base = [0, 2, 4].map((at) => parseInt(found[1].slice(at, at + 2), 16));
    // A light colour stays as it is and gets dark text; a middling one is darkened until white can be read on it.
    const light = contrast(base, INK) >= 8;
    const fill = light ? base : readable(base, [WHITE], [0, 0, 0]);
    const away = light ? WHITE : [0, 0, 0];
    // The grounds of text in the accent colour: its own tint, and the darkest light or lightest dark of tokens.css.
    const surface = theme === 'dark' ? [26, 30, 45] : WHITE;
    const soft = mix(base, surface, theme === 'dark' ? 0.8 : 0.9);
    const text = theme === 'dark' ? readable(base, [soft, [36, 40, 59]], WHITE) : readable(base, [soft, [238, 241, 248]], [0, 0, 0]);
    const colours = {
      '--fill': fill,
      '--fill-strong': mix(fill, away, 0.18),
      '--on-fill': light ? INK : WHITE,
      '--accent': text,
      '--accent-line': mix(text, surface, 0.6),
      '--accent-soft': soft,
      '--header-a': mix(fill, away, 0.3),
      '--header-b': fill,
      '--header-c': mix(fill, away, 0.12),
      '--on-header': light ? INK : WHITE,
    };
    for (const [name, colour] of Object.entries(colours)) root.style.setProperty(name, css(colour));
  }

  dark.addEventListener('change', apply);
  apply();
})();
