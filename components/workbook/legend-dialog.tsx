import { useEffect, useRef } from "react";
import type { Names } from "@/data/figure/names";
import type { ShownColumn } from "@/data/view/shown-columns";
import { LegendSigns } from "../chart/legend-signs";

export interface LegendProps {
  /** The columns that the table shows. */
  readonly columns: readonly ShownColumn[];
  readonly names: Names;
}

/** Signs, sources and names, and what each column of the table holds. */
export function LegendDialog({ columns, names, onClose }: LegendProps & { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="legend-dialog" aria-labelledby="legend-title" onClose={onClose}>
      <form method="dialog">
        <h2 id="legend-title">How to read this sheet</h2>
        <a href="/codebook">Codebook</a>
        <button type="submit">Close</button>
      </form>
      <LegendSigns names={names} />
      <section className="legend-columns" aria-label="Columns">
        <h3>Columns</h3>
        <dl>
          {columns.map(({ name, title, description }) => (
            <div key={name}>
              <dt>{title}</dt>
              <dd>{description}</dd>
            </div>
          ))}
        </dl>
      </section>
    </dialog>
  );
}
