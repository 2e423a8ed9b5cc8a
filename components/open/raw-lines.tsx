import type { GivenHeader } from "@/data/open/header-rows";
import type { Opened } from "@/data/open/session";

interface Props {
  readonly opened: Opened;
  readonly onHeader: (header: GivenHeader) => void;
}

/** The first lines as they stand in the file, beside what was made of each. */
export function RawLines({ opened, onHeader }: Props) {
  const { raw, header, first, aside } = opened;
  const rows = new Map(first.map(({ line, cells }) => [line, cells]));
  const out = new Set(aside.map(({ line }) => line));
  return (
    <table className="raw-lines">
      <caption className="visually-hidden">The first lines of the file</caption>
      <thead>
        <tr>
          <th scope="col">Line</th>
          <th scope="col">In the file</th>
          <th scope="col">Read as</th>
        </tr>
      </thead>
      <tbody>
        {raw.map((text, at) => {
          const line = at + 1;
          const cells = rows.get(line);
          return (
            <tr key={line}>
              <th scope="row">{line}</th>
              <td>
                <code>{text.replaceAll("\t", "⇥")}</code>
              </td>
              <td>
                {header.includes(line) ? (
                  <b>headings</b>
                ) : out.has(line) ? (
                  <span className="quiet">set aside</span>
                ) : (
                  cells?.map((cell, place) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: cells stand in order
                    <span key={place} className="raw-cell">
                      {cell}
                    </span>
                  ))
                )}{" "}
                {!header.includes(line) && text.trim() && opened.sheets.length === 0 && (
                  <button type="button" onClick={() => onHeader({ line, rows: 1 })}>
                    Use as headings
                  </button>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
