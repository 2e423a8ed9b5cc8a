import type { Reading } from "./use-open";

interface Props {
  readonly reading: Reading;
  /** A table is open, which stays in sight meanwhile. */
  readonly hasTable: boolean;
  readonly onCancel: () => void;
}

/** How far a file has been read, with its first rows as soon as they are known, and a way to stop. */
export function ReadingLine({ reading: { file, progress }, hasTable, onCancel }: Props) {
  const share = Math.round(100 * (progress?.share ?? 0));
  return (
    <div className="open-reading">
      <p role="status">
        Reading {file}
        {progress && `: ${progress.rows.toLocaleString("en-GB")} rows, ${share}%`}
      </p>
      <progress max={100} value={share} aria-label={`Reading ${file}`} />
      <button type="button" onClick={onCancel}>
        Cancel
      </button>
      {!hasTable && progress && progress.first.length > 0 && (
        <div className="open-first">
          <table>
            <caption className="visually-hidden">The first rows</caption>
            <tbody>
              {progress.first.map((cells, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows stand in order
                <tr key={at}>
                  {cells.slice(0, 20).map((cell, place) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: cells stand in order
                    <td key={place}>{cell.slice(0, 60)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}
