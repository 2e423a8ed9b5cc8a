import { useState } from "react";

/** What the reader asked for, until the view answers with a value of its own; and a way to ask. */
export function usePendingValue<Value>(answer: Value): [Value, (value: Value) => void] {
  const [asked, setAsked] = useState(answer);
  const [answered, setAnswered] = useState(answer);
  if (answered === answer) return [asked, setAsked];
  setAnswered(answer);
  setAsked(answer);
  return [answer, setAsked];
}
