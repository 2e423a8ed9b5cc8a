import { memo } from "react";
import type { Names } from "@/data/figure/names";
import type { Column } from "@/data/view/column";
import { describeFilter, plural } from "@/data/view/describe";
import type { View } from "@/data/view/view";
import { Changing } from "../controls/changing";
import type { Show } from "../state/use-view";
import { ViewLink } from "../state/view-link";

interface ChipsProps {
  readonly view: View;
  readonly columns: readonly Column[];
  readonly names: Names;
  readonly onShow: Show;
}

/**
 * The filters in words, each a link to the view without it, so that they work without a script. Each
 * changes the view as it is by then: another filter may have gone since they were drawn.
 */
export const Chips = memo(function Chips({ view, columns, names, onShow }: ChipsProps) {
  const chips = view.filters.map((filter) => ({
    key: filter.column,
    text: describeFilter(filter, columns, names),
    change: ({ filters }: View) => ({
      filters: filters.filter(({ column }) => column !== filter.column),
    }),
  }));
  const find = view.find
    ? [{ key: "_find", text: `Contains “${view.find}”`, change: () => ({ find: "" }) }]
    : [];
  const listed = `${plural(view.only.length, "row")} picked by hand`;
  const only =
    view.only.length > 0
      ? [{ key: "_only", text: `Only ${listed}`, change: () => ({ only: [] }) }]
      : [];
  const all = [...chips, ...find, ...only];
  if (all.length === 0) return null;
  const none = () => ({ filters: [], find: "", only: [] });
  return (
    <ul className="chips" aria-label="Filters">
      {all.map(({ key, text, change }) => (
        <li key={key}>
          <ViewLink className="chip" change={change} view={view} onShow={onShow}>
            <span className="visually-hidden">Remove filter: </span>
            <Changing text={text} /> <span aria-hidden="true">✕</span>
          </ViewLink>
        </li>
      ))}
      {all.length > 1 && (
        <li>
          <ViewLink className="clear" change={none} view={view} onShow={onShow}>
            Clear all
          </ViewLink>
        </li>
      )}
    </ul>
  );
});
