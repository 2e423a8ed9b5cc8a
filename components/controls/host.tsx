"use client";

import { useSyncExternalStore } from "react";

const neverChanges = () => () => undefined;

/** The host of the page, before a path that is shown as an address; a built page does not know its own. */
export function Host() {
  return useSyncExternalStore(
    neverChanges,
    () => window.location.host,
    () => "",
  );
}
