import { useSyncExternalStore } from "react";

const neverChanges = () => () => undefined;

/** False on the server and as long as its page is taken over, then true: for what no page is sent with. */
export function useLive(): boolean {
  return useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  );
}
