"use client";

import { useEffect, useRef, useState } from "react";
import { type Entry, findEntries } from "@/data/view/find-entries";
import { latestQuery, useGo } from "../state/use-query";

/** Finds sheets, figures, events, documents, measures and columns, and goes there. */
export function Palette({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const { entries, problem } = useEntries();
  const { entries: found, count } = findEntries(entries, text);
  const go = useGo();
  useEffect(() => dialog.current?.showModal(), []);
  const choose = (entry: Entry | undefined) => {
    if (!entry) return;
    // Closed, and not only taken away, it gives the focus back.
    dialog.current?.close();
    go(entry.href);
  };
  const keys: { readonly [key: string]: () => void } = {
    ArrowDown: () => setAt(Math.min(at + 1, found.length - 1)),
    ArrowUp: () => setAt(Math.max(at - 1, 0)),
    Enter: () => choose(found[at]),
  };
  return (
    <dialog ref={dialog} className="palette" aria-label="Find in all sheets" onClose={onClose}>
      <input
        type="search"
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-activedescendant={found[at] ? `palette-${at}` : undefined}
        aria-label="Find in all sheets"
        placeholder="A number, an event, a document, a place…"
        autoComplete="off"
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          const act = keys[event.key];
          if (!act) return;
          event.preventDefault();
          act();
        }}
      />
      <p role="status" className="quiet">
        {problem ?? saidOf(text, entries, found, count)}
      </p>
      <List entries={found} at={at} onChoose={choose} />
    </dialog>
  );
}

function saidOf(
  text: string,
  entries: readonly Entry[],
  found: readonly Entry[],
  count: number,
): string {
  if (entries.length === 0) return "Loading…";
  if (text.trim() === "") return "";
  if (count === 0) return "Nothing found.";
  return found.length < count
    ? `${count} found, the first ${found.length} listed`
    : `${count} found`;
}

interface ListProps {
  readonly entries: readonly Entry[];
  readonly at: number;
  readonly onChoose: (entry: Entry) => void;
}

function List({ entries, at, onChoose }: ListProps) {
  const list = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is marked is to be seen
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
  }, [at, entries]);
  return (
    <div ref={list} id="palette-list" role="listbox" aria-label="Found">
      {entries.map((entry, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field above
        <div
          key={`${entry.kind} ${entry.href}`}
          id={`palette-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === at}
          onClick={() => onChoose(entry)}
        >
          <span className="kind">{entry.kind}</span>
          <span className="title">{entry.title}</span>
          <span className="quiet detail">{entry.detail}</span>
        </div>
      ))}
    </div>
  );
}

function useEntries() {
  const [entries, setEntries] = useState<readonly Entry[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    fetchEntries().then(
      (all) => setEntries(all),
      () => setProblem("The list could not be loaded; the tabs still work."),
    );
  }, []);
  return { entries, problem };
}

/** What can be found in the version that the page shows; in the newest where it names none that there is. */
async function fetchEntries(): Promise<readonly Entry[]> {
  const version = new URLSearchParams(latestQuery()).get("_version");
  const kept =
    version === null ? null : await fetch(`/names/${encodeURIComponent(version)}/palette.json`);
  const response = kept?.ok ? kept : await fetch("/palette");
  return response.json();
}
