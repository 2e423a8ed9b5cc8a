import { describe, expect, test } from "vitest";
import { positionOn } from "@/data/chart/axis";
import { kindsOf } from "@/data/chart/kind";
import { marksOf, type Series, type SeriesRequest } from "@/data/chart/mark";
import { panelIndex } from "@/data/chart/rows";
import { toSeries, toSeriesOf } from "@/data/chart/series";
import type { Figure } from "@/data/figure/figure";
import { toNames } from "@/data/figure/names";
import { loadCatalog } from "@/data/site/catalog";
import { derive } from "@/data/view/derive";
import { emptyView, type View } from "@/data/view/view";
import { figure, names } from "../figures";
import { fixture, invented } from "../fixture";

const request = (all: readonly Figure[], said: Partial<SeriesRequest> = {}): SeriesRequest => {
  return { kind: "trend", measure: "attacks", all, isSorted: false, names, ...said };
};
const draw = (rows: readonly Figure[], said?: Partial<SeriesRequest>) =>
  toSeries(rows, request(rows, said));
/** Each band as "label: marks (parts)". */
const drawn = ({ bands }: Series) =>
  bands.map(({ label, marks }) => {
    const said = marks.map(({ id, isInside }) => (isInside ? `(${id})` : id));
    return `${label}: ${said.join(" ")}`;
  });
const inYear = (id: string, year: string, said: Partial<Figure> = {}) =>
  figure({ id, start: year, end: year, ...said });

describe("counts of four years by one document", () => {
  const { figureSchema, sheets } = fixture;
  const all = sheets.find(({ name }) => name === "raids")?.figures ?? [];
  const { names } = invented;
  const rows = derive({ schema: figureSchema, rows: all }, emptyView, names).rows;
  const { bands, axis, title } = toSeries(rows, request(all, { measure: "raids", names }));

  test("are a column each, in which a part stands inside", () => {
    expect(
      bands.map(({ label, marks }) => [
        label,
        marks.map(({ low, slot, isInside = false }) => [low, slot, isInside]),
      ]),
    ).toEqual([
      ["2019", [[40, 0, false]]],
      ["2020", [[120, 0, false]]],
      ["2021", [[90, 0, false]]],
      [
        "2022",
        [
          [30, 0, false],
          [12, 0, true],
        ],
      ],
    ]);
  });

  test("stay a chart of years where their only document is switched off", () => {
    const chart = { kind: "trend", measure: "raids" } as const;
    const view = { ...emptyView, mute: ["first-2023"] };
    const series = toSeriesOf(rows, view, { chart, figures: all }, names);
    expect([series.kind, marksOf(series)]).toEqual(["trend", []]);
  });

  test("stand on an axis of their unit to the next round number", () => {
    expect([title, axis.domain[1]]).toEqual(["raids a year", 150]);
  });
});

describe("every measure of every published sheet, drawn in every way that suits it", () => {
  const { figureSchema, sheets, tables, descriptor } = loadCatalog();
  const real = toNames(tables, descriptor.aliases);
  const cases = sheets.flatMap(({ name, chart, figures }) =>
    [...new Set(figures.map(({ measure }) => measure))].flatMap((measure) =>
      kindsOf(figures, measure, real).map((kind) => {
        const view: View = { ...emptyView, measure, chart: kind, repeats: "show" };
        const { rows } = derive({ schema: figureSchema, rows: figures }, view, real);
        const series = toSeriesOf(rows, view, { chart, figures }, real);
        const measures = [series.measure, series.beside?.measure];
        const own = rows.filter((row) => kind === "timeline" || measures.includes(row.measure));
        return { name, measure, kind, rows: own, series };
      }),
    ),
  );

  test.each(cases)(
    "$name, $measure, $kind: a figure is drawn or named as not drawn, once",
    ({ rows, series }) => {
      const ids = [...marksOf(series), ...series.undrawn].map(({ id }) => id);
      expect(ids.toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
    },
  );

  test.each(cases)("$name, $measure, $kind: no mark reaches beyond its axis", ({ series }) => {
    const sides = [
      [series.axis, marksOf(series).filter((mark) => panelIndex(series, mark.slot) === 0)],
      [
        series.beside?.axis ?? series.axis,
        marksOf(series).filter((mark) => panelIndex(series, mark.slot) === 1),
      ],
    ] as const;
    const places = sides.flatMap(([axis, marks]) =>
      marks.flatMap(({ low, high }) =>
        [low, high].flatMap((value) => (value === null ? [] : [positionOn(axis, value)])),
      ),
    );
    expect(places.filter((place) => place < 0 || place > 1)).toEqual([]);
  });
});

describe("where the usual kind draws nothing of the rows that are left", () => {
  const single = figure({ id: "single", best: 2, start: "2023-11", event: "crocus-2024" });
  const sheet = {
    chart: { kind: "trend", measure: "attacks" } as const,
    figures: [inYear("a", "2020"), inYear("b", "2021"), single],
  };
  const kindFor = (view: Partial<View>) =>
    toSeriesOf([single], { ...emptyView, ...view }, sheet, names);

  test("another kind that suits draws them", () => {
    const series = kindFor({});
    expect([series.kind, marksOf(series).map(({ id }) => id)]).toEqual(["casualties", ["single"]]);
  });

  test("the kind that was asked for stays", () => {
    const series = kindFor({ chart: "trend" });
    expect([series.kind, marksOf(series)]).toEqual(["trend", []]);
  });
});

describe("a trend draws years side by side", () => {
  test("counts of the same thing in two whole years or more", () => {
    expect(drawn(draw([inYear("a", "2020"), inYear("b", "2021")]))).toEqual(["2020: a", "2021: b"]);
  });

  test("in the order of time, whatever the order of the rows", () => {
    expect(drawn(draw([inYear("b", "2021"), inYear("a", "2020")]))).toEqual(["2020: a", "2021: b"]);
  });

  test("in the order of time also where the reader sorted the rows", () => {
    const rows = [inYear("b", "2021"), inYear("a", "2020")];
    expect(drawn(draw(rows, { isSorted: true }))).toEqual(["2020: a", "2021: b"]);
  });

  test("a year without a figure stays as an empty band", () => {
    expect(drawn(draw([inYear("a", "2019"), inYear("b", "2022")]))).toEqual([
      "2019: a",
      "2020: ",
      "2021: ",
      "2022: b",
    ]);
  });

  test("a year that the reader filtered out between two others stays as a gap", () => {
    const all = ["2020", "2021", "2022"].map((year) => inYear(year, year));
    const rows = all.filter(({ id }) => id !== "2021");
    expect(drawn(toSeries(rows, request(all)))).toEqual(["2020: 2020", "2021: ", "2022: 2022"]);
  });

  test("two documents' counts of one year stand side by side in it", () => {
    const rows = [inYear("a", "2020"), inYear("b", "2021"), inYear("c", "2021", { best: 12 })];
    expect(drawn(draw(rows))).toEqual(["2020: a", "2021: b c"]);
  });

  test("a part stands inside its whole", () => {
    const part = inYear("b-part", "2021", { place: "Kunar", part_of: "b", best: 4 });
    expect(drawn(draw([inYear("a", "2020"), inYear("b", "2021"), part]))).toEqual([
      "2020: a",
      "2021: b (b-part)",
    ]);
  });

  test("a part whose whole is filtered out stands by itself", () => {
    const part = inYear("b-part", "2021", { place: "Kunar", part_of: "b", best: 4 });
    const all = [inYear("a", "2020"), inYear("b", "2021"), part];
    expect(drawn(toSeries([part], request(all)))).toEqual(["2021: b-part"]);
  });

  test("a part that states only a date stands inside its whole", () => {
    const part = figure({ id: "b-part", as_of: "2021", part_of: "b", best: 4 });
    expect(drawn(draw([inYear("a", "2020"), inYear("b", "2021"), part]))).toEqual([
      "2020: a",
      "2021: b (b-part)",
    ]);
  });

  test("a year stays when its neighbours are filtered out", () => {
    const all = [inYear("a", "2020"), inYear("b", "2021")];
    expect(drawn(toSeries(all.slice(1), request(all)))).toEqual(["2021: b"]);
  });

  test("no band where nothing is left", () => {
    expect(draw([])).toEqual({
      kind: "trend",
      layout: "columns",
      measure: "attacks",
      title: " a year",
      detail: "",
      axis: expect.objectContaining({ scale: "linear", domain: [0, 1], ticks: [] }),
      of: 0,
      beside: null,
      bands: [],
      runs: [],
      thinning: "",
      gaps: [],
      undrawn: [],
      documents: [],
    });
  });

  test.each<[string, Partial<Figure>]>([
    ["a count of something else", { start: "2021", end: "2021", subject: "rockets" }],
    ["a count of another place", { start: "2021", end: "2021", place: "Kunar" }],
    ["a count of another actor", { start: "2021", end: "2021", actor: "Taliban" }],
    ["a count of several years", { start: "2021", end: "2023" }],
    ["a count of a month", { start: "2021-08", end: "2021-08" }],
    ["a count without a period", { as_of: "2021" }],
  ])("%s is not drawn, and named", (_, said) => {
    const rows = [inYear("a", "2020"), inYear("b", "2021"), figure({ id: "other", ...said })];
    expect(draw(rows).undrawn).toEqual([{ id: "other", reason: "no yearly series" }]);
  });
});

describe("what is said twice is drawn once", () => {
  const all = [
    inYear("a", "2020"),
    inYear("b", "2021"),
    inYear("b-again", "2021", { echoes: "b" }),
    inYear("b-once-more", "2021", { echoes: "b" }),
  ];

  test("an echo beside the figure that it repeats", () => {
    expect(drawn(draw(all))).toEqual(["2020: a", "2021: b"]);
  });

  test("an echo stands for the figure that is filtered out", () => {
    const rows = all.filter(({ id }) => id === "b-again");
    expect(drawn(toSeries(rows, request(all)))).toEqual(["2021: b-again"]);
  });

  test("one of two echoes of a figure that is filtered out", () => {
    const rows = all.filter(({ echoes }) => echoes === "b");
    expect(drawn(toSeries(rows, request(all)))).toEqual(["2021: b-again"]);
  });

  test("an echo of an echo that is filtered out", () => {
    const chain = [...all.slice(0, 3), inYear("b-third", "2021", { echoes: "b-again" })];
    const rows = chain.filter(({ id }) => id !== "b-again");
    expect(drawn(toSeries(rows, request(chain)))).toEqual(["2020: a", "2021: b"]);
  });

  test("an echo of a lane", () => {
    expect(draw(all, { kind: "ranges" }).bands.map(({ key }) => key)).toEqual(["a", "b"]);
  });
});

describe("lanes draw one figure each", () => {
  test("of the measure that is asked for", () => {
    const rows = [
      figure({ id: "a", measure: "plots", subject: "plots" }),
      figure({ id: "b", subject: "raids" }),
    ];
    expect(drawn(draw(rows, { kind: "ranges", measure: "plots" }))).toEqual(["plots: a"]);
  });

  test("from early to late, those without a date last", () => {
    const rows = [
      figure({ id: "a", subject: "undated" }),
      figure({ id: "b", subject: "of 2023", as_of: "2023" }),
      figure({ id: "c", subject: "of 2018", as_of: "2018" }),
    ];
    expect(drawn(draw(rows, { kind: "ranges" }))).toEqual([
      "of 2018: c",
      "of 2023: b",
      "undated: a",
    ]);
  });

  test("as the reader sorted them", () => {
    const rows = [inYear("b", "2021"), inYear("a", "2020")].map((row) => ({
      ...row,
      subject: "x",
    }));
    expect(drawn(draw(rows, { kind: "ranges", isSorted: true }))).toEqual(["x: b", "x: a"]);
  });

  test("each part after its whole, and a part of a part after that", () => {
    const rows = [
      figure({ id: "part of part", part_of: "part", best: 1 }),
      figure({ id: "other", start: "2021" }),
      figure({ id: "whole", start: "2020" }),
      figure({ id: "part", part_of: "whole", best: 2, start: "2023" }),
      figure({ id: "part of what is not here", part_of: "gone", start: "2019" }),
    ];
    expect(draw(rows, { kind: "parts" }).bands.map(({ key }) => key)).toEqual([
      "part of what is not here",
      "whole",
      "part",
      "part of part",
      "other",
    ]);
  });

  test("ranges are named by what they count, with place and time", () => {
    const row = figure({ subject: "fighters", place: "Kunar", as_of: "2023-06" });
    expect(draw([row], { kind: "ranges" }).bands[0]).toMatchObject({
      label: "fighters",
      detail: "Kunar, as of Jun 2023",
    });
  });
});

describe("casualties stand below their event on a time axis that runs down", () => {
  const rowsOf = (rows: readonly Figure[], said?: Partial<SeriesRequest>) =>
    draw(rows, { kind: "casualties", beside: "killed", ...said }).bands.map(
      ({ tick, label, detail, marks }) => {
        const sides = [0, 1].map((side) => marks.filter(({ slot }) => slot === side));
        return [tick, label, detail, ...sides.map((own) => own.map(({ id }) => id).join())].join(
          "|",
        );
      },
    );
  const at = (id: string, start: string, said: Partial<Figure> = {}) =>
    figure({ id, start, event: "crocus-2024", fact: "crocus", ...said });

  test("statements of one fact below one another, the second measure beside the first", () => {
    const rows = [
      at("a", "2024-03-22"),
      at("b", "2024-03"),
      at("c", "2024-03-22", { measure: "killed", fact: null }),
    ];
    expect(rowsOf(rows)).toEqual(["2024|Crocus City Hall|Mar 2024||", "|||b|c", "|||a|"]);
  });

  test("an event of the second measure alone still stands", () => {
    expect(rowsOf([at("c", "2024", { measure: "killed" })])).toEqual([
      "2024|Crocus City Hall|2024||",
      "||||c",
    ]);
  });

  test("several facts of an event say for each who is counted", () => {
    const rows = ["Americans", "Afghans"].map((subject) =>
      at(subject, "2021", { subject, fact: null }),
    );
    expect(rowsOf(rows)).toEqual([
      "2021|Crocus City Hall|Americans, 2021||",
      "|||Americans|",
      "|Crocus City Hall|Afghans, 2021||",
      "|||Afghans|",
    ]);
  });

  test("years without an event stay as one gap", () => {
    const rows = [
      figure({ id: "a", start: "2017", place: "Kunar" }),
      figure({ id: "b", start: "2021" }),
    ];
    expect(rowsOf(rows)).toEqual([
      "2017|Kunar|2017||",
      "|||a|",
      "2018||to 2020, no figure||",
      "2021|ten attacks|2021||",
      "|||b|",
    ]);
  });

  test("in the order of time also where the reader sorted the rows", () => {
    const rows = [figure({ id: "b", start: "2021" }), figure({ id: "a", start: "2017" })];
    expect(rowsOf(rows, { isSorted: true })).toEqual([
      "2017|ten attacks|2017||",
      "|||a|",
      "2018||to 2020, no figure||",
      "2021|ten attacks|2021||",
      "|||b|",
    ]);
  });

  test("a figure without a date is named", () => {
    expect(draw([figure({ id: "a" })], { kind: "casualties" }).undrawn).toEqual([
      { id: "a", reason: "no date stated" },
    ]);
  });

  test("measures of one unit share one scale", () => {
    const rows = [
      at("a", "2024", { best: 7 }),
      at("c", "2024", { measure: "killed", best: 900, fact: null }),
    ];
    const { axis, beside } = draw(rows, { kind: "casualties", beside: "killed" });
    expect([axis.ticks.at(-1), beside?.axis.ticks.at(-1)]).toEqual([1000, 1000]);
  });

  test("measures of two units have an axis each", () => {
    const rows = [
      at("a", "2024", { best: 7 }),
      at("c", "2024", { measure: "killed", unit: "people", best: 900, fact: null }),
    ];
    const { axis, beside } = draw(rows, { kind: "casualties", beside: "killed" });
    expect([axis.ticks.at(-1), beside?.axis.ticks.at(-1)]).toEqual([10, 1000]);
  });
});

describe("a time line draws figures of all measures at their days", () => {
  const rows = [
    inYear("a", "2020"),
    inYear("b", "2020", { measure: "killed" }),
    figure({ id: "c", as_of: "2021-03-01" }),
    figure({ id: "d" }),
  ];

  test("under the name of their measure, two of one time in two rows", () => {
    const twice = [...rows, inYear("e", "2020")];
    expect(drawn(draw(twice, { kind: "timeline" }))).toEqual([
      "Attacks: ",
      ": a c",
      ": e",
      "Killed: ",
      ": b",
    ]);
  });

  test("under the title of their sheet where there are several", () => {
    const sheets = rows.map((row, index) => ({
      ...row,
      sheet: index === 0 ? "plots-and-arrests" : "media",
    }));
    const titles = { "plots-and-arrests": "Plots & arrests" };
    expect(
      drawn(draw(sheets, { kind: "timeline", names: { ...names, sheets: titles } })).filter(
        (band) => !band.startsWith(":"),
      ),
    ).toEqual(["Plots & arrests: ", "media: "]);
  });

  test("from the first day to the last", () => {
    const [, band] = draw([inYear("a", "1970")], { kind: "timeline" }).bands;
    expect(band?.marks.map(({ low, high }) => [low, high])).toEqual([[0, 364]]);
  });

  test("those without a date are named", () => {
    expect(draw(rows, { kind: "timeline" }).undrawn).toEqual([
      { id: "d", reason: "no date stated" },
    ]);
  });
});

describe("a change on the year before", () => {
  const changes = (rows: readonly Figure[]) =>
    draw(rows, { kind: "change" }).bands.map(({ label, marks }) => [
      label,
      ...marks.map(({ low, high, text }) => [low, high, text]),
    ]);

  test("is drawn from zero up or down", () => {
    const rows = [83, 353, 217].map((best, index) =>
      inYear(String(index), String(2020 + index), { best }),
    );
    expect(changes(rows).map(([year, mark]) => [year, (mark as unknown[])[2]])).toEqual([
      ["2021", "+325%"],
      ["2022", "−39%"],
    ]);
  });

  test("stays a range where a year is a range", () => {
    const range = { precision: "range", low: 10, best: null, high: 20 } as const;
    expect(changes([inYear("a", "2020", { best: 10 }), inYear("b", "2021", range)])).toEqual([
      ["2021", [0, 100, "±0% to +100%"]],
    ]);
  });

  test("is open where a year is open", () => {
    const open = { precision: "at least", low: 20, best: null, high: null } as const;
    expect(changes([inYear("a", "2020", { best: 10 }), inYear("b", "2021", open)])).toEqual([
      ["2021", [100, null, "+100% or more"]],
    ]);
  });

  test("is not taken across a gap, nor from zero, and the year is named as not drawn", () => {
    const rows = [
      inYear("a", "2018"),
      inYear("b", "2020", { best: 0 }),
      inYear("c", "2021", { best: 4 }),
    ];
    const { bands, undrawn } = draw(rows, { kind: "change" });
    expect([bands, undrawn.map(({ id }) => id)]).toEqual([[], ["a", "b", "c"]]);
  });

  test("a year without one stays as a gap", () => {
    const rows = ["2018", "2019", "2021", "2022"].map((year) => inYear(year, year));
    expect(changes(rows).map(([year, ...marks]) => [year, marks.length])).toEqual([
      ["2019", 1],
      ["2020", 0],
      ["2021", 0],
      ["2022", 1],
    ]);
  });

  test("takes the year before from the sheet where the reader filtered it out", () => {
    const all = [inYear("a", "2020", { best: 10 }), inYear("b", "2021", { best: 20 })];
    const { bands } = toSeries(all.slice(1), request(all, { kind: "change" }));
    expect(bands[0]?.marks[0]?.text).toBe("+100%");
  });
});

describe("a logarithmic axis", () => {
  const rows = [
    figure({ id: "zero", best: 0 }),
    figure({ id: "many", best: 4000 }),
    figure({ id: "words", precision: "words" }),
    figure({ id: "open", precision: "up to", high: 30 }),
  ];
  const { axis, bands, undrawn } = draw(rows, { kind: "ranges", scale: "log" });

  test("draws zero, words and open ends too", () => {
    expect([bands.length, undrawn]).toEqual([4, []]);
  });

  test("holds them from zero at its edge to the next power of ten", () => {
    expect(axis).toMatchObject({ scale: "log", from: 10, edge: axis.ticks[0] });
    expect([positionOn(axis, 0), positionOn(axis, 10_000)]).toEqual([0, 1]);
  });

  test("is no axis of a change, which may be negative", () => {
    const years = [inYear("a", "2020", { best: 10 }), inYear("b", "2021", { best: 5 })];
    expect(draw(years, { kind: "change", scale: "log" }).axis.scale).toBe("linear");
  });
});

describe("a muted document", () => {
  const rows = [figure({ id: "a" }), figure({ id: "b", document: "second-2024" })];
  const { bands, undrawn, documents } = draw(rows, { kind: "ranges", mute: ["second-2024"] });

  test("is not drawn, and named", () => {
    expect([bands.map(({ key }) => key), undrawn]).toEqual([
      ["a"],
      [{ id: "b", reason: "Second is switched off" }],
    ]);
  });

  test("stays in the legend", () => {
    expect(documents).toEqual(["first-2024", "second-2024"]);
  });
});

test("a figure that repeats one that is drawn is named", () => {
  const rows = [figure({ id: "a" }), figure({ id: "b", echoes: "a" })];
  expect(draw(rows, { kind: "ranges" }).undrawn).toEqual([
    { id: "b", reason: "same statement as another row" },
  ]);
});

test.each<[string, Partial<Figure>, object]>([
  ["exact", { best: 45 }, { low: 45, high: 45, text: "45" }],
  ["about", { precision: "about", best: 1100 }, { low: 1100, high: 1100, text: "≈ 1,100" }],
  ["open above", { precision: "at least", low: 17 }, { low: 17, high: null, text: "≥ 17" }],
  ["open below", { precision: "up to", high: 1700 }, { low: null, high: 1700, text: "≤ 1,700" }],
  ["a range", { precision: "range", low: 4, high: 5 }, { low: 4, high: 5, text: "4–5" }],
  ["in words", { precision: "words" }, { low: null, high: null, text: "ten attacks" }],
  ["a part whose whole is not drawn", { part_of: "b" }, { isPart: false }],
  ["no part", {}, { isPart: false, document: "first-2024", id: "a" }],
])("draws a figure that is %s from bound to bound", (_, said, mark) => {
  expect(draw([figure(said)], { kind: "ranges" }).bands[0]?.marks[0]).toMatchObject(mark);
});

test("marks a part of a figure that is drawn", () => {
  const rows = [figure({ id: "b" }), figure({ id: "a", part_of: "b", best: 2 })];
  const marks = draw(rows, { kind: "ranges" }).bands.map(({ marks }) => marks[0]?.isPart);
  expect(marks).toEqual([false, true]);
});

test.each<[string, readonly string[], boolean, readonly string[]]>([
  ["under its whole", ["whole", "part", "other"], true, ["", "of which", ""]],
  ["under another part of it", ["whole", "part", "part 2"], true, ["", "of which", "of which"]],
  ["under another figure", ["whole", "other", "part"], true, ["", "", "part of 45:"]],
  ["above its whole", ["part", "whole"], true, ["part of 45:", ""]],
  ["without its whole", ["other", "part"], true, ["", "part of 45 (not shown):"]],
  ["in the usual order of values", ["other", "part", "whole"], false, ["", "part of 45:", ""]],
])("a part %s", (_, order, isSorted, relations) => {
  const all = [
    figure({ id: "whole", best: 45 }),
    figure({ id: "other", best: 5 }),
    figure({ id: "part", best: 25, part_of: "whole" }),
    figure({ id: "part 2", best: 3, part_of: "whole" }),
  ];
  const rows = order.flatMap((id) => all.filter((each) => each.id === id));
  const { bands } = toSeries(rows, request(all, { kind: "ranges", isSorted }));
  expect(bands.map(({ relation }) => relation)).toEqual(relations);
});

test("takes the unit of its measure also where no row is left", () => {
  const all = [figure({ measure: "territory", unit: "percent" })];
  expect(toSeries([], request(all, { measure: "territory" })).title).toBe("percent a year");
});
