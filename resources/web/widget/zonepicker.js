// SPDX-License-Identifier: Apache-2.0
// "Times in America/New_York": the zone every card is shown in, and the one that goes with each message.

import { byId, h } from '../shared/dom.js';
import { store } from '../shared/storage.js';
import { browserZone, isZone, sameZone, zoneList } from '../shared/time.js';
import { t } from '../shared/words.js';

const ZONE_KEY = 'chatcal.zone';

export class ZonePicker {
  constructor({ onChange }) {
    this.select = byId('zone');
    this.onChange = onChange;
    const kept = store.tab.get(ZONE_KEY) ?? store.device.get(ZONE_KEY);
    this.isChosen = isZone(kept);
    this.zone = this.isChosen ? kept : browserZone();
    this.select.addEventListener('change', () => {
      this.zone = this.select.value;
      store.tab.remove(ZONE_KEY);
      // Back to the browser's own zone means "follow it", on the next journey too.
      if (this.zone === browserZone()) store.device.remove(ZONE_KEY);
      else store.device.set(ZONE_KEY, this.zone);
      this.fitWidth();
      onChange(this.zone);
    });
  }

  /** Lists the zones; the likely ones come first. */
  fill(hostZone) {
    const likely = [...new Set([this.zone, browserZone(), hostZone, 'UTC'])].filter(isZone);
    const option = (zone) => h('option', { value: zone }, zone);
    this.select.replaceChildren(
      h('optgroup', { label: t('Likely') }, likely.map(option)),
      h('optgroup', { label: t('All time zones') }, zoneList(likely).filter((zone) => !likely.includes(zone)).map(option)),
    );
    this.select.value = this.zone;
    this.fitWidth();
  }

  /**
   * A person who says "I'm in Paris" has chosen a zone too, and the assistant counts in it from then on:
   * the cards tell. Kept for this talk only.
   */
  adopt(cards) {
    const told = (cards ?? []).map((card) => card.time_zone).filter(isZone).pop();
    if (!told || sameZone(told, this.zone)) return;
    this.zone = told;
    store.tab.set(ZONE_KEY, told);
    if (![...this.select.options].some((option) => option.value === told)) this.select.append(h('option', { value: told }, told));
    this.select.value = told;
    this.fitWidth();
    this.onChange(told);
  }

  /** A host's own talk counts as the calendar does, whatever zone the machine is in. */
  follow(zone) {
    if (!this.isChosen && isZone(zone)) this.zone = zone;
  }

  /** A select is as wide as its longest entry; here it should read as part of a sentence. */
  fitWidth() {
    this.select.style.width = `calc(${Math.max(this.zone.length, 4)}ch + 2.4em)`;
  }
}
