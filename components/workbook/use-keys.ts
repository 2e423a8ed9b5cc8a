import { useState } from "react";

/**
 * Single keys act only while table or chart has the focus, or the whole sheet after a key led to it, so
 * that no field loses a letter.
 */
export function useKeys() {
  const [showsKeys, setShowsKeys] = useState(false);
  const acts: { readonly [key: string]: () => void } = {
    "/": () => document.querySelector<HTMLElement>(".filters [name=_find]")?.focus(),
    n: () => goToTab(1),
    p: () => goToTab(-1),
    "?": () => setShowsKeys(true),
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    const { target, currentTarget, key } = event;
    const isInside =
      target === currentTarget ||
      (target instanceof Element && target.closest(".grid-panel, .chart-frame"));
    const act = Object.hasOwn(acts, key) ? acts[key] : undefined;
    if (!isInside || !act || event.ctrlKey || event.metaKey || event.altKey) return;
    if (target instanceof HTMLInputElement) return;
    event.preventDefault();
    act();
  };
  return { showsKeys, onKeyDown, onClose: () => setShowsKeys(false) };
}

function goToTab(by: 1 | -1) {
  const tabs = [...document.querySelectorAll<HTMLElement>(".tabs a")];
  const now = tabs.findIndex((tab) => tab.getAttribute("aria-current") === "page");
  tabs[now + by]?.click();
}
