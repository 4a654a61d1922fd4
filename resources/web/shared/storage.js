// SPDX-License-Identifier: Apache-2.0
// Web storage that may be refused: a frame on a foreign page gets an exception where cookies are blocked.
// Then values live as long as the page does.

function wrap(open) {
  const memory = new Map();
  let area = null;
  try {
    area = open();
    const probe = 'chatcal.probe';
    area.setItem(probe, '1');
    area.removeItem(probe);
  } catch {
    area = null;
  }
  return {
    get: (key) => (area ? area.getItem(key) : memory.get(key) ?? null),
    set: (key, value) => {
      try {
        if (area) area.setItem(key, value);
        else memory.set(key, value);
      } catch {
        memory.set(key, value); // the quota is used up
      }
    },
    remove: (key) => {
      memory.delete(key);
      if (area) area.removeItem(key);
    },
  };
}

export const store = {
  tab: wrap(() => window.sessionStorage),
  device: wrap(() => window.localStorage),
};
