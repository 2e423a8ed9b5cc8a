"use client";

import { useEffect, useRef, useState } from "react";
import { KeptList } from "./kept-list";
import { NewTables } from "./new-tables";
import { OpenWorkbook } from "./open-workbook";
import { ReadingLine } from "./reading-line";
import { type Editing, useEditing } from "./use-editing";
import { type Kept, useKept } from "./use-kept";
import { type Opening, useOpen } from "./use-open";
import { useSheetCopy } from "./use-sheet-copy";

/** A table of the reader's own: opened by a button, by dropping it, or by pasting cells. */
export function OpenPage({ figureFields }: { readonly figureFields: readonly string[] }) {
  const opening = useOpen();
  const kept = useKept(opening);
  const editing = useEditing(opening, kept);
  const copyProblem = useSheetCopy(opening.open);
  const { current, reading, open } = opening;
  const [isOver, setOver] = useState(false);
  usePaste(open);
  return (
    <main
      id="workbook"
      className={`open-page ${isOver ? "dropping" : ""}`}
      data-open={reading ? "reading" : current ? "open" : "empty"}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const [file] = event.dataTransfer.files;
        if (file) open(file);
      }}
    >
      {current ? (
        <OpenWorkbook key={current.fileId} table={current} opening={opening} editing={editing}>
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
function usePaste(open: Opening["open"]): void {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      if (event.target instanceof HTMLInputElement || event.defaultPrevented) return;
      const text = event.clipboardData?.getData("text/plain") ?? "";
      const [file] = event.clipboardData?.files ?? [];
      if (file) open(file);
      else if (/[\t\n,;]/.test(text)) open(new File([text], "pasted cells.tsv"));
    };
    document.addEventListener("paste", onPaste);
    return () => document.removeEventListener("paste", onPaste);
  }, [open]);
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
  const { current, reading, refusal, open, cancel } = opening;
  const isKept = kept.isOpenKept;
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
        accept=".csv,.tsv,.txt,.tab,.psv,.xlsx,.gz,.zip,text/csv,text/tab-separated-values"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) open(file);
          target.value = "";
        }}
      />
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
        CSV and its kin, whatever parts the cells and however they are encoded, also zipped, and
        Excel (.xlsx). The file is read in this browser and sent nowhere: it is gone when you close
        the page, unless you keep it on this device.
      </p>
      <ul>
        <li>Edit it as in a spreadsheet; once edited it is kept on this device as you type.</li>
        <li>Sort, filter and search it, and see it by month, by place or by any other column.</li>
        <li>See how the file was understood, and change what is not right.</li>
        <li>Take the rows that you see with you as CSV.</li>
      </ul>
      <noscript>
        <p>To open a file of your own the page needs JavaScript; the published sheets do not.</p>
      </noscript>
    </div>
  );
}
