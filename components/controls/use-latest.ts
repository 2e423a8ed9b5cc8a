import { useCallback, useInsertionEffect, useRef } from "react";

/** What a value is now, for handlers that are made once; it counts from when it is shown, not drawn. */
export function useLatest<T>(value: T): () => T {
  const held = useRef(value);
  useInsertionEffect(() => {
    held.current = value;
  });
  return useCallback(() => held.current, []);
}
