import type { Opening, OpenTable } from "./use-open";

/** The open tables side by side, each to be shown or closed; none where one is open alone. */
export function TableTabs({ opening }: { readonly opening: Opening }) {
  const { tables, current, show, close } = opening;
  if (tables.length < 2) return null;
  return (
    <ul className="table-tabs" aria-label="Open tables">
      {tables.map(({ fileId, opened }) => (
        <li key={fileId} className={fileId === current?.fileId ? "current" : undefined}>
          <button
            type="button"
            aria-current={fileId === current?.fileId ? "true" : undefined}
            onClick={() => show(fileId)}
          >
            {opened.file}
          </button>
          <button
            type="button"
            className="close"
            aria-label={`Close ${opened.file}`}
            onClick={() => close(fileId)}
          >
            ×
          </button>
        </li>
      ))}
    </ul>
  );
}

interface SheetProps {
  readonly table: OpenTable;
  readonly onChoose: (sheet: string) => void;
}

/** Which sheet of a workbook, or table of an archive, is open; nothing where there is one alone. */
export function SheetChoice({ table: { opened }, onChoose }: SheetProps) {
  if (opened.sheets.length < 2) return null;
  const word = opened.inside === "archive" ? "Table" : "Sheet";
  return (
    <label className="sheet-choice">
      {word}{" "}
      <select
        aria-label={word}
        value={opened.sheet ?? ""}
        onChange={({ target }) => onChoose(target.value)}
      >
        {opened.sheets.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </select>
    </label>
  );
}
