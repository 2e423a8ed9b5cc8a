import { expect, test, vi } from "vitest";
import { marksOf } from "@/data/chart/mark";
import { extentOf } from "@/data/chart/rows";
import { describeSources } from "@/data/chart/words";
import { yearsTouched } from "@/data/figure/stated-years";
import { published } from "../published";
import { at, caseOf, cases, failing, inventedAt } from "./views";

vi.setConfig({ testTimeout: 300_000 });

const byId = new Map(published.all.map((figure) => [figure.id, figure]));

test("no text of any view has a hole, a doubled sign or a number that is none", () => {
  expect(cases.length).toBeGreaterThan(3000);
  expect(
    failing(({ shown: { series, sentences } }) => {
      const text = [sentences.ofView, sentences.ofSeries, sentences.ofChart, series.title].join(
        " ",
      );
      return /NaN|Infinity|undefined|null|\s{2}|\.\.|\b1 people\b|, ;/.test(text) && text;
    }),
  ).toEqual([]);
});

test("a rise, a fall or a peak is said of the years shown where the view hides another year", () => {
  expect(
    failing(({ shown: { series, sentences }, sheet }) => {
      const said = sentences.ofSeries;
      if (series.kind !== "trend" || !/ (rose|fell|stood) |peak|most/.test(said)) return false;
      const marks = marksOf(series).flatMap(({ id }) => byId.get(id) ?? []);
      const [drawn, documents] = [
        new Set(marks.map(({ start }) => start)),
        new Set(marks.map(({ document }) => document)),
      ];
      // Years that one document counts are a series, whatever another counts.
      const isPart = sheet.figures.some(
        ({ start, end, subject, measure, document }) =>
          measure === series.measure &&
          start === end &&
          subject === "attacks claimed by ISK" &&
          documents.has(document) &&
          !drawn.has(start),
      );
      return isPart !== said.startsWith("Of the years shown, ") && said;
    }),
  ).toEqual([]);
});

test("figures of a part of a sheet are counted as a part of it", () => {
  expect(
    failing(({ shown: { series, sentences } }) => {
      if (series.layout === "columns" || marksOf(series).length === 0) return false;
      const marks = marksOf(series).filter(({ slot }) => series.layout !== "events" || slot === 0);
      const isPart = marks.length > 0 && marks.length < series.of;
      return isPart && !/\d of [\d,]+ (dated )?figures?/.test(sentences.ofSeries)
        ? sentences.ofSeries
        : false;
    }),
  ).toEqual([]);
});

test("a year is called a gap only where no figure of the measure on any sheet touches it", () => {
  expect(
    failing(({ shown: { series, sentences } }) => {
      const measures = [series.measure, series.beside?.measure];
      const stated = new Set(
        published.all.filter(({ measure }) => measures.includes(measure)).flatMap(yearsTouched),
      );
      const wrong = series.gaps.filter(
        ({ year, reason }) => (reason === "unstated") !== !stated.has(year),
      );
      const said = /No figure for ([^.]*)\./.exec(sentences.ofChart)?.[1] ?? "";
      const years = said.match(/\d{4}/g) ?? [];
      const isWrong = wrong.length > 0 || years.some((year) => stated.has(year));
      return isWrong && sentences.ofChart;
    }),
  ).toEqual([]);
});

test("“of which” stands directly under its whole, or under another part that does", () => {
  expect(
    failing(({ shown: { series } }) => {
      const ids = series.bands.map(({ marks }) => marks[0]?.id ?? "");
      const rootOf = (id: string): string => {
        const echoes = byId.get(id)?.echoes;
        return echoes ? rootOf(echoes) : id;
      };
      const wholeOf = (id: string) => rootOf(byId.get(id)?.part_of ?? "");
      const wrong = series.bands.findIndex(({ relation }, index) => {
        if (relation !== "of which") return false;
        const above = ids
          .slice(0, index)
          .findLast((id) => wholeOf(id) !== wholeOf(ids[index] ?? ""));
        return rootOf(above ?? "") !== wholeOf(ids[index] ?? "");
      });
      return wrong >= 0 && `${ids[wrong]}`;
    }),
  ).toEqual([]);
});

test("what is drawn as a part stands beside its whole", () => {
  expect(
    failing(({ shown: { series } }) => {
      const marks = marksOf(series);
      const rootOf = (id: string): string => {
        const echoes = byId.get(id)?.echoes;
        return echoes ? rootOf(echoes) : id;
      };
      const roots = new Set(marks.map(({ id }) => rootOf(id)));
      return marks.find(
        ({ id, isPart }) => isPart && !roots.has(rootOf(byId.get(id)?.part_of ?? "")),
      )?.id;
    }),
  ).toEqual([]);
});

test("“most” is more than half", () => {
  expect(
    failing(({ shown: { series, sentences } }) => {
      const [, number, year] =
        /most of them \((\d+)\) touching (\d+)/.exec(sentences.ofChart) ?? [];
      if (!number || !year)
        return /(?<!at )\bmost\b/.test(sentences.ofSeries) && sentences.ofSeries;
      const marks = marksOf(series).filter(({ isOfStatement }) => !isOfStatement);
      const here = marks.filter(({ id }) => {
        const figure = byId.get(id);
        return figure && yearsTouched(figure).includes(year);
      });
      return (
        (here.length !== Number(number) || here.length * 2 <= marks.length) && sentences.ofChart
      );
    }),
  ).toEqual([]);
});

test("an axis of time ascends, however the rows are sorted", () => {
  const sorted = cases.filter(({ view }) => view.sort.length > 0);
  const kinds = ["trend", "change", "casualties"] as const;
  const drawn = sorted.flatMap(({ sheet, view }) =>
    kinds.map((chart) => caseOf(sheet, { ...view, chart })),
  );
  expect(
    failing(({ shown: { series } }) => {
      const years = series.bands
        .map(({ tick, label }) => Number(series.layout === "columns" ? label : tick))
        .filter((year) => year > 0);
      return (
        series.layout !== "lanes" &&
        years.some((year, index) => year <= (years[index - 1] ?? 0)) &&
        years.join(" ")
      );
    }, drawn),
  ).toEqual([]);
});

test("an axis names values only where a figure has a number", () => {
  expect(
    failing(({ shown: { series } }) => {
      const hasNumber = marksOf(series).some(({ low, high }) => low !== null || high !== null);
      return !hasNumber &&
        series.beside === null &&
        series.axis.ticks.length > 0 &&
        series.layout !== "times"
        ? `${series.axis.ticks}`
        : false;
    }),
  ).toEqual([]);
});

test("an open end is drawn open, and no bar runs to a limit or along a logarithmic axis", () => {
  expect(
    failing(({ shown: { series } }) => {
      if (series.layout === "columns" || series.layout === "times") return false;
      return marksOf(series).find((mark) => {
        const extent = extentOf(mark, series.kind, series.axis);
        if (!extent) return false;
        const isOpen = (mark.low === null) !== (mark.high === null);
        const isBar = extent.solid?.[0] === 0;
        const isWrongBar = isBar && (mark.low === null || series.axis.scale === "log");
        return isOpen !== (extent.open !== null) || isWrongBar;
      })?.id;
    }),
  ).toEqual([]);
});

test("two panels of one unit have one scale", () => {
  expect(
    failing(({ shown: { series }, sheet }) => {
      if (!series.beside) return false;
      const [unit, second] = [series, series.beside].map(
        (panel) => sheet.figures.find(({ measure }) => measure === panel.measure)?.unit,
      );
      return (
        unit === second &&
        series.axis.ticks.at(-1) !== series.beside.axis.ticks.at(-1) &&
        `${series.axis.ticks} and ${series.beside.axis.ticks}`
      );
    }),
  ).toEqual([]);
});

test("what is computed is said to be", () => {
  expect(
    failing(({ shown: { series, sentences } }) => {
      const hasPercent =
        /\d ?%/.test(sentences.ofSeries) && ["trend", "line", "change"].includes(series.kind);
      return hasPercent && !/omputed/.test(describeSources(series, published.names))
        ? sentences.ofSeries
        : false;
    }),
  ).toEqual([]);
});

test.each([
  [
    "/raids",
    "Raids claimed by North (Varn and Holm) rose from 40 (2019) to 120 (2020), then fell to 30 (2022): 75% below the peak, 25% below 2019. Stated by First; percentages computed.",
  ],
  [
    "/raids?start=2021..2022",
    "Of the years shown, raids claimed by North (Varn and Holm) fell from 90 (2021) to 30 (2022): 67% below 2021. Stated by First; percentages computed.",
  ],
  [
    "/raids?value=..60&_chart=trend",
    "Of the years shown, raids claimed by North (Varn and Holm) fell from 40 (2019) to 30 (2022): 25% below 2019. Figures for 2020–2021 are not shown here.",
  ],
])("%s says: %s", (path, words) => {
  expect(inventedAt(path).shown.sentences.ofChart).toContain(words);
});

test("the years that 1,100 killed since August 2021 cover are no gap", () => {
  const { ofChart } = at("/counter-operations?_chart=casualties").shown.sentences;
  expect(ofChart).not.toMatch(/No figure for [^.]*2023/);
  expect(ofChart).toContain("2023 is within a longer period.");
});

test("most is not said of all, nor one of one", () => {
  const isRough = (text: string) => {
    const [, most] = /most of them \(([\d,]+)\)/.exec(text) ?? [];
    return (
      (most && new RegExp(`(?:^|\\. )${most} (?:of [\\d,]+ )?dated`).test(text)) ||
      /one of 1 /.test(text)
    );
  };
  expect(
    failing(({ shown: { sentences } }) => isRough(sentences.ofChart) && sentences.ofChart),
  ).toEqual([]);
});

test("ages are not called durations", () => {
  const wrong = failing(({ shown: { total } }) => {
    const { scope, refusal } = total.total;
    return scope?.measure === "Age" && refusal?.includes("durations") && refusal;
  });
  expect(wrong).toEqual([]);
});

test("the date of a statement is not taken for the period of a figure", () => {
  expect(at("/media?_chart=timeline").shown.sentences.ofSeries).toBe(
    "11 dated figures from 2 documents, 7 of periods from 2021 to 2024, most of them (6) touching 2024; 4 dated by the statement alone.",
  );
  expect(
    failing(({ shown: { series, sentences } }) => {
      if (series.kind !== "timeline") return false;
      const alone = marksOf(series).filter(({ id }) => {
        const figure = byId.get(id);
        const kind = published.names.kinds[figure?.measure ?? ""]?.kind ?? "";
        return figure && !figure.start && !["stock", "share", "rank"].includes(kind);
      }).length;
      const said = / (\d+|all) dated by the statement alone/.exec(sentences.ofSeries)?.[1];
      const number = said === "all" ? marksOf(series).length : Number(said ?? 0);
      return number !== alone && sentences.ofSeries;
    }),
  ).toEqual([]);
});

test("a count of one province, or of what one side claims, is said of that", () => {
  expect(at("/attacks?value=25..30").shown.sentences.ofSeries).toBe(
    "Attacks claimed by ISK (Khyber Pakhtunkhwa): 25 in 2023.",
  );
  expect(
    failing(({ shown: { series, sentences } }) => {
      if (series.kind !== "trend") return false;
      const silent = marksOf(series).find(({ id }) => {
        const isInRun = series.runs.some(({ ids }) => ids.includes(id));
        const place = byId.get(id)?.place;
        return isInRun && place && !sentences.ofSeries.includes(`(${place})`);
      });
      return silent && sentences.ofSeries;
    }),
  ).toEqual([]);
});

test("from one end to the other reads as a person would write it", () => {
  expect(
    failing(({ shown: { sentences } }) => {
      const said = sentences.ofSeries;
      const isRough =
        /from [^.;]*\d–|to [\d,]+–|to up to|: 1 figure from|, \d[\d,]*; \d+ in words|from 1st/.test(
          said,
        );
      return isRough && said;
    }),
  ).toEqual([]);
});

test.each([
  ["/force", "Fighters: 4 figures from 3 documents, from about 150 to about 400; 1 in words only."],
  [
    "/figures?_measure=killed&_chart=ranges",
    "Killed: 5 figures from 3 documents, from more than 4 to at least 15.",
  ],
  ["/raids?_measure=raid-order", "Raid in order: 2 figures from 1 document, 1st and 2nd."],
])("%s reaches: %s", (path, words) => {
  expect(inventedAt(path).shown.sentences.ofSeries).toBe(words);
});
