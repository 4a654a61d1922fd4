// SPDX-License-Identifier: Apache-2.0
// Runs in a world of its own beside the page, behind qwebchannel.js: passes three DOM events between page and window.
(() => {
    "use strict";
    if (window !== window.top) return;
    new QWebChannel(qt.webChannelTransport, (channel) => {
        const bridge = channel.objects.bridge;
        const tell = () => document.dispatchEvent(new CustomEvent("chatcal:selection", {detail: bridge.selection}));
        document.addEventListener("chatcal:meeting", (event) => {
            if (typeof event.detail === "string") bridge.chooseMeeting(event.detail);
        });
        document.addEventListener("chatcal:listening", tell);
        bridge.selectionChanged.connect(tell);
        bridge.focusWanted.connect(() => document.dispatchEvent(new CustomEvent("chatcal:focus")));
        tell();
    });
})();
