import { useEffect, useState } from "react";

/**
 * Single keys act only while table or chart has the focus, or the whole sheet after a key led to it, so
 * that no field loses a letter.
 */
export function useKeys(undo: (() => void) | null, redo: (() => void) | null) {
  const [showsKeys, setShowsKeys] = useState(false);
  const acts: { readonly [key: string]: () => void } = {
    "/": () => document.querySelector<HTMLElement>(".filters [name=_find]")?.focus(),
    "?": () => setShowsKeys(true),
  };
  useEffect(() => {
    const wishes = { undo, redo, none: null };
    const onKey = (event: KeyboardEvent) => {
      const act = isWriting(event.target) ? null : wishes[wishOf(event) ?? "none"];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [undo, redo]);
  const onKeyDown = (event: React.KeyboardEvent) => {
    const { target, currentTarget, key } = event;
    const page = event.altKey && Object.hasOwn(pages, key) ? pages[key] : undefined;
    if (page) {
      event.preventDefault();
      goToTab(page);
      return;
    }
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

/** Browsers keep Ctrl with these keys to themselves. */
const pages: { readonly [key: string]: 1 | -1 } = { PageDown: 1, PageUp: -1 };

/** What a field has for undoing what is typed into it is its own. */
function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest("input[type=text], input[type=search], input:not([type]), textarea, dialog") !==
      null
  );
}

function wishOf(event: KeyboardEvent): "undo" | "redo" | null {
  const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
  if (!(ctrlKey || metaKey) || altKey) return null;
  if (key.toLowerCase() === "y") return shiftKey ? null : "redo";
  if (key.toLowerCase() !== "z") return null;
  return shiftKey ? "redo" : "undo";
}

function goToTab(by: 1 | -1) {
  const tabs = [...document.querySelectorAll<HTMLElement>(".tabs a")];
  const now = tabs.findIndex((tab) => tab.getAttribute("aria-current") === "page");
  tabs[now + by]?.click();
}
