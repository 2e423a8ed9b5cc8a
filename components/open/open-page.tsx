"use client";

import { useEffect, useRef, useState } from "react";
import type { PublishedVersion } from "@/data/compare/differences";
import { useHandedFiles } from "../state/handed-files";
import { unsaid } from "./how-read";
import { KeptList } from "./kept-list";
import { NewTables } from "./new-tables";
import { OpenWorkbook } from "./open-workbook";
import { ReadingLine } from "./reading-line";
import type { TableMemory } from "./table-memory";
import { SheetChoice, TableTabs } from "./table-tabs";
import { type Editing, useEditing } from "./use-editing";
import { type Kept, useKept } from "./use-kept";
import { type Opening, useOpen } from "./use-open";
import { useSheetCopy } from "./use-sheet-copy";
import { useWarm } from "./use-warm";

interface Props {
  readonly figureFields: readonly string[];
  /** Every published version, the newest first. */
  readonly published: readonly PublishedVersion[];
}

/** A table of the reader's own: opened by a button, by dropping it, or by pasting cells. */
export function OpenPage({ figureFields, published }: Props) {
  const opening = useOpen();
  const kept = useKept(opening);
  const editing = useEditing(opening, kept);
  const { current, reading, open, openAll, readAs } = opening;
  const copyProblem = useSheetCopy(open);
  const [memories] = useState(() => new Map<number, TableMemory>());
  usePaste(openAll);
  useWarm();
  useHandedFiles(openAll);
  return (
    <main
      id="workbook"
      className="open-page"
      data-open={reading ? "reading" : current ? "open" : "empty"}
    >
      <TableTabs opening={opening} />
      {current ? (
        <OpenWorkbook
          key={current.fileId}
          table={current}
          opening={opening}
          editing={editing}
          memories={memories}
          published={published}
        >
          <SheetChoice table={current} onChoose={(sheet) => readAs({ ...unsaid, sheet })} />
          <Ways opening={opening} kept={kept} editing={editing} />
        </OpenWorkbook>
      ) : (
        <div className="open-start">
          <h1>Open your own table</h1>
          <Ways opening={opening} kept={kept} editing={editing} problem={copyProblem} />
          {reading ? null : <NewTables figureFields={figureFields} onOpen={open} />}
          {reading ? null : <Help />}
          <KeptList kept={kept} opening={opening} />
        </div>
      )}
    </main>
  );
}

/** Opens what is pasted, but not into a field. */
function usePaste(openAll: Opening["openAll"]): void {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const isField = event.target instanceof Element && event.target.matches("input, textarea");
      if (isField || event.defaultPrevented) return;
      const text = event.clipboardData?.getData("text/plain") ?? "";
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length > 0) openAll(files);
      else if (/[\t\n,;]/.test(text)) openAll([new File([text], "pasted cells.tsv")]);
    };
    document.addEventListener("paste", onPaste);
    return () => document.removeEventListener("paste", onPaste);
  }, [openAll]);
}

/** Opens the files of a field, which is then ready for the same ones again. */
function takeFiles(input: HTMLInputElement, openAll: Opening["openAll"]): void {
  const files = [...(input.files ?? [])];
  input.value = "";
  if (files.length > 0) openAll(files);
}

interface WaysProps {
  readonly opening: Opening;
  readonly kept: Kept;
  readonly editing: Editing;
  readonly problem?: string;
}

/** The button to open a file, what is being read, and why the last one is not open. */
function Ways({ opening, kept, editing, problem = "" }: WaysProps) {
  const input = useRef<HTMLInputElement>(null);
  const { current, reading, refusal, openAll, close, cancel } = opening;
  const isKept = kept.isOpenKept;
  useEffect(() => {
    // What was chosen before the scripts came told nobody.
    if (input.current) takeFiles(input.current, openAll);
  }, [openAll]);
  return (
    <div className="open-ways">
      <button type="button" onClick={() => input.current?.click()}>
        Open a table…
      </button>{" "}
      {current ? (
        <button type="button" onClick={isKept ? editing.remove : editing.keep}>
          {isKept ? "Remove from this device" : "Keep on this device"}
        </button>
      ) : (
        <span className="quiet">or drop a file here, or paste cells from a spreadsheet.</span>
      )}
      <input
        ref={input}
        type="file"
        className="visually-hidden"
        tabIndex={-1}
        aria-label="File to open"
        multiple
        accept=".csv,.tsv,.txt,.tab,.psv,.xlsx,.gz,.zip,.json,text/csv,text/tab-separated-values"
        onChange={({ target }) => takeFiles(target, openAll)}
      />
      {current && (
        <button type="button" onClick={() => close(current.fileId)}>
          Close
        </button>
      )}
      <p className="problems" role="alert">
        {refusal || kept.problem || problem}
      </p>
      {reading && <ReadingLine reading={reading} hasTable={current !== null} onCancel={cancel} />}
    </div>
  );
}

function Help() {
  return (
    <div className="prose">
      <p>
        Opens CSV and other delimited text in any encoding, Excel (.xlsx), zipped files and Data
        Packages, one or several at once, up to 1 GB each. Files are read in this browser and never
        uploaded. They are gone when you close the page, unless you keep them on this device.
      </p>
      <ul>
        <li>Edit it like a spreadsheet. Once edited, it is kept on this device as you type.</li>
        <li>Sort, filter and search it; chart it by month, by place or by any other column.</li>
        <li>Check how the file was read, and correct it.</li>
        <li>Save the rows you see as CSV, Excel, JSON or a Data Package.</li>
      </ul>
      <noscript>
        <p>Opening your own file needs JavaScript; the published sheets do not.</p>
      </noscript>
    </div>
  );
}
