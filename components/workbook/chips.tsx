import { memo, useState } from "react";
import type { Names } from "@/data/figure/names";
import type { Column } from "@/data/view/column";
import { everyStatement } from "@/data/view/counting-rule";
import { describeFilter, describeFind, plural, titleOfRule } from "@/data/view/describe";
import type { View } from "@/data/view/view";
import { Changing } from "../controls/changing";
import type { Change, Show } from "../state/use-view";
import { ViewLink } from "../state/view-link";

interface Props {
  readonly view: View;
  readonly columns: readonly Column[];
  readonly names: Names;
  readonly onShow: Show;
}

/** Something that narrows the view, in words, and the view without it. */
interface Chip {
  readonly key: string;
  readonly text: string;
  readonly change: Change;
}

/**
 * What narrows the view, each a link to the view without it, so that they work without a script. They
 * stand below the tools, so that no open list moves as they come; the last one that goes leaves its line
 * until the pointer has left it too.
 */
export const Chips = memo(function Chips({ view, columns, names, onShow }: Props) {
  const [isPointedAt, setPointedAt] = useState(false);
  const chips = chipsOf(view, columns, names);
  if (chips.length === 0 && !isPointedAt) return null;
  const none = { filters: [], find: "", only: [], count: everyStatement };
  return (
    <div
      className="chip-line"
      onPointerEnter={({ pointerType }) => setPointedAt(pointerType === "mouse")}
      onPointerLeave={() => setPointedAt(false)}
    >
      {chips.length === 0 ? (
        <span className="quiet">No filters</span>
      ) : (
        <ul className="chips" aria-label="Filters">
          {chips.map(({ key, text, change }) => (
            <li key={key}>
              <ViewLink className="chip" change={change} view={view} onShow={onShow}>
                <span className="visually-hidden">Remove filter: </span>
                <Changing text={text} /> <span aria-hidden="true">✕</span>
              </ViewLink>
            </li>
          ))}
          {chips.length > 1 && (
            <li>
              <ViewLink className="clear" change={none} view={view} onShow={onShow}>
                Clear all
              </ViewLink>
            </li>
          )}
        </ul>
      )}
    </div>
  );
});

/** A filter changes the view as it is by then: another may have gone since they were drawn. */
function chipsOf(view: View, columns: readonly Column[], names: Names): readonly Chip[] {
  const filters = view.filters.map((filter) => ({
    key: filter.column,
    text: describeFilter(filter, columns, names),
    change: ({ filters }: View) => ({
      filters: filters.filter(({ column }) => column !== filter.column),
    }),
  }));
  const find = describeFind(view.find).map((words) => ({
    key: "_find",
    text: `Rows with ${words}`,
    change: { find: "" },
  }));
  const listed = `Only ${plural(view.only.length, "row")} picked by hand`;
  const only = view.only.length > 0 ? [{ key: "_only", text: listed, change: { only: [] } }] : [];
  const rule = titleOfRule(view.count, names);
  const differ = `Where sources differ: ${rule}`;
  const count = rule ? [{ key: "_count", text: differ, change: { count: everyStatement } }] : [];
  return [...filters, ...find, ...only, ...count];
}
