import { expect, test } from "vitest";
import { showSheet } from "@/data/sheet/show";
import { sheetOf } from "@/data/site/sheets";
import { derive } from "@/data/view/derive";
import { emptyView, parseView, type View, viewParts } from "@/data/view/view";
import { catalog, published } from "../published";

const { names } = published;

const attacks = sheetOf(catalog, "attacks");
if (!attacks) throw new Error("There is no sheet of attacks.");
const table = { schema: attacks.schema, rows: attacks.figures, versions: ["1.0.0", "1.1.0"] };
const viewOf = (query: string) => parseView(new URLSearchParams(query), table).view;

/** A view in which each key says something else than the empty one. */
const full: View = viewOf(
  "document=ctc-2024&_find=20&_sort=-value&_select=attacks-2021-ctc&_only=attacks-2021-ctc&_measure=attacks&_chart=ranges&_scale=log&_mute=osw-2024&_repeats=show&_count=lowest&_columns=value&_table=plain&_page=2&_version=1.0.0&_open=filters",
);

test("each key of a view is in a part that it changes", () => {
  const listed = new Set<string>(Object.values(viewParts).flat());
  expect(listed).toEqual(new Set(Object.keys(emptyView)));
  const unsaid = Object.keys(emptyView).filter(
    (key) =>
      JSON.stringify(full[key as keyof View]) === JSON.stringify(emptyView[key as keyof View]),
  );
  expect(unsaid).toEqual([]);
});

test("rows are derived from the keys of rows and no others", () => {
  const read = new Set<string>();
  const watched = new Proxy(full, {
    get: (view, key: string) => {
      read.add(key);
      return Reflect.get(view, key);
    },
  });
  derive(table, watched, names);
  expect([...read].toSorted()).toEqual([...viewParts.rows].toSorted());
});

test("what a change of the view leaves alone stays the same object", () => {
  const show = showSheet({ ...attacks, names });
  const first = show(viewOf(""));
  const selected = show(viewOf("_select=attacks-2021-ctc"));
  expect(selected.derived).toBe(first.derived);
  expect(selected.series).toBe(first.series);
  expect(selected.shownColumns).toBe(first.shownColumns);
  const measured = show(viewOf("_scale=log"));
  expect(measured.derived).toBe(first.derived);
  expect(measured.series).not.toBe(first.series);
  expect(measured.total).toBe(first.total);
  expect(show(viewOf("_sort=-value")).derived).not.toBe(first.derived);
});

test("what a view leaves out is said without drawing a chart", () => {
  const chart = new Proxy(attacks.chart, {
    get: () => {
      throw new Error("A chart is drawn.");
    },
  });
  const { sentences } = showSheet({ ...attacks, chart, names })(viewOf("place=Kabul"));
  expect(sentences.conditions).toBe("Place is Kabul");
  expect(() => sentences.ofSeries).toThrow("A chart is drawn.");
});

test.each(Object.keys(emptyView) as (keyof View)[])(
  "after a change of %s all is as if it had been shown first",
  (key) => {
    const show = showSheet({ ...attacks, names });
    const change: View = { ...emptyView, [key]: full[key] };
    const all = ({ series, total, sentences, ...rest }: ReturnType<typeof show>) => {
      return { series, total, sentences, ...rest };
    };
    all(show(emptyView));
    expect(all(show(change))).toEqual(all(showSheet({ ...attacks, names })(change)));
  },
);
