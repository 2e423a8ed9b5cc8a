import { useState } from "react";

/** What the reader asked for, until the view answers with a value of its own; and a way to ask. */
export function usePendingValue<Value>(answer: Value): [Value, (value: Value) => void] {
  const [pending, setPending] = useState(answer);
  const [answered, setAnswered] = useState(answer);
  if (answered === answer) return [pending, setPending];
  setAnswered(answer);
  setPending(answer);
  return [answer, setPending];
}
