"use client";

import { useEffect, useRef, useState } from "react";
import { OpenWorkbook } from "./open-workbook";
import { useOpen } from "./use-open";

/** A table of the reader's own: opened by a button, by dropping it, or by pasting cells. */
export function OpenPage() {
  const opening = useOpen();
  const { state, refusal, open, cancel } = opening;
  const [isOver, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const take = (files: FileList | null | undefined) => {
    const [file] = files ?? [];
    if (file) open(file);
  };
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      if (event.target instanceof HTMLInputElement) return;
      const text = event.clipboardData?.getData("text/plain") ?? "";
      const [file] = event.clipboardData?.files ?? [];
      if (file) open(file);
      else if (/[\t\n,;]/.test(text)) open(new File([text], "pasted cells.tsv"));
    };
    document.addEventListener("paste", onPaste);
    return () => document.removeEventListener("paste", onPaste);
  }, [open]);
  const choose = (
    <p className="open-ways">
      <button type="button" onClick={() => input.current?.click()}>
        Open a table…
      </button>{" "}
      <span className="quiet">or drop a file here, or paste cells from a spreadsheet.</span>
      <input
        ref={input}
        type="file"
        className="visually-hidden"
        aria-label="File to open"
        accept=".csv,.tsv,.txt,.tab,.psv,.gz,.zip,text/csv,text/tab-separated-values"
        onChange={({ target }) => {
          take(target.files);
          target.value = "";
        }}
      />
    </p>
  );
  return (
    <main
      id="workbook"
      className={`open-page ${isOver ? "dropping" : ""}`}
      data-open={state.kind}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <div className="open-head">
        <h1>{state.kind === "open" ? state.opened.file : "Open your own table"}</h1>
        {choose}
        <p className="problems" role="alert">
          {refusal}
        </p>
        {state.kind === "reading" && (
          <p role="status">
            {state.file}: {state.words}{" "}
            <button type="button" onClick={cancel}>
              Cancel
            </button>
          </p>
        )}
      </div>
      {state.kind === "open" && (
        <OpenWorkbook key={state.opened.file} opening={opening} {...state} />
      )}
      {state.kind === "empty" && <Help />}
    </main>
  );
}

function Help() {
  return (
    <div className="prose">
      <p>
        CSV and its kin, whatever parts the cells and however they are encoded, also zipped. The
        file is read in this browser and sent nowhere: it is gone when you close the page.
      </p>
      <ul>
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
