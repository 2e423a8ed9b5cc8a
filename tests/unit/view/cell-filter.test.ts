import { expect, test } from "vitest";
import type { Figure } from "@/data/figure/figure";
import { filterBut, filterOfCell } from "@/data/view/cell-filter";
import { columnsOf } from "@/data/view/column";
import { matches } from "@/data/view/filter";
import { emptyView, formatView } from "@/data/view/view";
import { fewFields, figure } from "../figures";
import { catalog } from "../published";

const columnOf = (name: string) => {
  const column = columnsOf(fewFields).find((each) => each.name === name);
  if (!column) throw new Error(name);
  return column;
};
const queryOf = (filter: ReturnType<typeof filterOfCell>) =>
  filter && formatView({ ...emptyView, filters: [filter] });

const row = figure({
  place: "Kabul",
  countries: "AF PK",
  start: "2021-08",
  end: "2022",
  note: "counted twice",
});

test.each([
  ["place", "place=Kabul"],
  ["countries", "countries=AF&countries=PK"],
  ["start", "start=2021-08..2022"],
  ["note", "note==counted+twice"],
])("a cell of %s is kept by %s", (name, query) => {
  expect(queryOf(filterOfCell(row, columnOf(name)))).toBe(query);
});

const others = [
  row,
  figure({ place: "Kunar" }),
  figure({ place: null }),
  figure({ place: "Paris" }),
];

test("a value is left out besides those that are left out already", () => {
  const first = filterBut(row, columnOf("place"), others, undefined);
  expect(queryOf(first)).toBe("place!=Kabul");
  const kunar = others[1] ?? row;
  expect(queryOf(filterBut(kunar, columnOf("place"), others, first ?? undefined))).toBe(
    "place=&place=Paris",
  );
});

test("a text is left out by what it is, and a number or a period by nothing", () => {
  expect(queryOf(filterBut(row, columnOf("note"), others, undefined))).toBe("note!==counted+twice");
  expect(filterBut(row, columnOf("value"), others, undefined)).toBeNull();
  expect(filterBut(row, columnOf("start"), others, undefined)).toBeNull();
});

test("the filter of any cell keeps its row, and the one that leaves it out does not", () => {
  const figures: readonly Figure[] = catalog.sheets.flatMap(({ figures }) => figures);
  const columns = columnsOf(catalog.figureSchema);
  const wrong = figures.flatMap((figure) =>
    columns.flatMap((column) => {
      const [kept, left] = [
        filterOfCell(figure, column),
        filterBut(figure, column, figures, undefined),
      ];
      const isRight = (!kept || matches(figure, kept)) && (!left || !matches(figure, left));
      return isRight ? [] : [`${figure.id} ${column.name}`];
    }),
  );
  expect(wrong).toEqual([]);
});
