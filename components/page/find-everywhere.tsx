"use client";

import { useEffect, useRef, useState } from "react";
import { loadNothing, useLoaded } from "../controls/use-loaded";

const loadPalette = () => import("./palette").then((module) => module.Palette);

/** The field that finds in all sheets: a form to the sheet of all figures, or the palette with a script. */
export function FindEverywhere() {
  const [isOpen, setOpen] = useState(false);
  const [wasOpen, setWasOpen] = useState(false);
  const [Palette, isMissing] = useLoaded(wasOpen ? loadPalette : loadNothing);
  const field = useRef<HTMLInputElement>(null);
  const open = () => {
    setOpen(true);
    setWasOpen(true);
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      // So that closing the palette, or its absence, leaves the focus in the field and not nowhere.
      if (isMissing || document.activeElement === document.body) field.current?.focus();
      setOpen(true);
      setWasOpen(true);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [isMissing]);
  return (
    <>
      <form className="find-everywhere" action="/figures" method="get">
        <label>
          <span className="visually-hidden">Find in all sheets</span>
          <input
            ref={field}
            type="search"
            name="_find"
            placeholder="Find in all sheets…"
            autoComplete="off"
            onClick={open}
            onKeyDown={(event) => {
              if (event.key.length === 1 && !event.ctrlKey && !event.metaKey) open();
            }}
          />
        </label>
        <kbd>Ctrl K</kbd>
        <span className="problems" role="status">
          {isMissing && "The list did not load here; Enter finds in all figures."}
        </span>
      </form>
      {Palette && isOpen && <Palette onClose={() => setOpen(false)} />}
    </>
  );
}
