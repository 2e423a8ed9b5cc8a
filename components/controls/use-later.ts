import { startTransition, useEffect, useState } from "react";
import { afterPaint } from "./after-paint";

/** A value as it was in the last frame: what shows it is drawn once all else has been painted. */
export function useLater<T>(value: T): T {
  const [later, setLater] = useState(() => value);
  useEffect(() => afterPaint(() => startTransition(() => setLater(() => value))), [value]);
  return later;
}
