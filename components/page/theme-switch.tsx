"use client";

import { useState } from "react";
import { parseTheme, type Theme, themes } from "../state/choices";
import { forgotten, useChoice } from "../state/remember";

const signs: { readonly [theme in Theme]: string } = { system: "◐", light: "☀", dark: "☾" };

/** Goes round the themes: as the system has it, light, dark. */
export function ThemeSwitch() {
  const [now, choose] = useChoice("theme", parseTheme);
  const [isKept, setKept] = useState(true);
  const next = themes[(themes.indexOf(now) + 1) % themes.length] ?? "system";
  return (
    <>
      <button
        type="button"
        className="theme-switch"
        aria-label={`Theme: ${now}. Change to ${next}`}
        title={`Theme: ${now}`}
        onClick={() => setKept(choose(next))}
      >
        <span aria-hidden="true">{signs[now]}</span>
      </button>
      <span className="problems" role="status">
        {!isKept && forgotten}
      </span>
    </>
  );
}
