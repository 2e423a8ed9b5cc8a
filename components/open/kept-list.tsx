import type { Kept } from "./use-kept";
import type { Opening } from "./use-open";

/** The files that are kept in this browser, each to be opened or removed. */
export function KeptList({ kept, opening }: { readonly kept: Kept; readonly opening: Opening }) {
  if (kept.tables.length === 0) return null;
  return (
    <ul className="kept-list" aria-label="Kept on this device">
      {kept.tables.map(({ name, file, given }) => (
        <li key={name}>
          <button type="button" className="kept-open" onClick={() => opening.open(file, given)}>
            {name}
          </button>{" "}
          <span className="quiet">
            {sizeOf(file.size)}
            {editsOf(kept.edits.get(name) ?? 0)}
          </span>{" "}
          <button type="button" aria-label={`Remove ${name}`} onClick={() => kept.remove(name)}>
            Remove
          </button>
        </li>
      ))}
    </ul>
  );
}

function editsOf(count: number): string {
  return count > 0 ? `, ${count.toLocaleString("en-GB")} ${count === 1 ? "edit" : "edits"}` : "";
}

function sizeOf(bytes: number): string {
  const [size, unit] = bytes < 1_000_000 ? [bytes / 1000, "kB"] : [bytes / 1_000_000, "MB"];
  return `${size.toLocaleString("en-GB", { maximumFractionDigits: 1 })} ${unit}`;
}
