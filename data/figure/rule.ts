import { firstDay, lastDay } from "../table/period";
import { type Problem, quote } from "../table/problem";
import type { Row } from "../table/table";
import type { Figure, Precision } from "./figure";

/** A figure with a way to say what is wrong in one of its fields. */
export interface Located {
  readonly figure: Figure;
  readonly at: (field: string, expected: string, found: string) => Problem;
}

export interface Context {
  readonly byId: ReadonlyMap<string, Located>;
  readonly measures: ReadonlyMap<unknown, Row>;
}

type Rule = (located: Located, context: Context) => Problem[];

/** Which of low, best, high a precision fills, and what more it promises. */
export const shapes: { [precision in Precision]: string } = {
  exact: "low best high",
  about: "best",
  "at least": "low",
  "more than": "low",
  "up to": "high",
  "fewer than": "high",
  range: "low high",
  "about range": "low high",
  words: "",
};

/** What each figure must keep by itself and towards those it names. */
export const rules: readonly { readonly says: string; readonly check: Rule }[] = [
  {
    says: "Precision decides which of low, best and high are filled.",
    check({ figure, at }) {
      const filled = (["low", "best", "high"] as const).filter((name) => figure[name] !== null);
      const expected = shapes[figure.precision];
      if (filled.join(" ") === expected) return [];
      const found = filled.join(" and ") || "none filled";
      return [at("precision", `${expected || "no number"} for ${figure.precision}`, found)];
    },
  },
  {
    says: "Low is not above best, and best not above high.",
    check({ figure, at }) {
      const { low, best, high } = figure;
      const filled = [low, best, high].filter((value) => value !== null);
      const ordered = filled.every(
        (value, index) => index === 0 || (filled[index - 1] ?? 0) <= value,
      );
      return ordered ? [] : [at("low", "low ≤ best ≤ high", filled.join(", "))];
    },
  },
  {
    says: "An exact figure has three equal numbers.",
    check({ figure, at }) {
      const { low, best, high, precision } = figure;
      if (precision !== "exact" || (low === best && best === high)) return [];
      const found = [low, best, high].map((value) => value ?? "none").join(", ");
      return [at("best", "three equal numbers for exact", found)];
    },
  },
  {
    says: "The unit is the unit of the measure.",
    check({ figure, at }, { measures }) {
      const unit = measures.get(figure.measure)?.unit;
      if (unit === undefined || unit === figure.unit) return [];
      return [at("unit", `${unit}, the unit of ${figure.measure}`, quote(figure.unit))];
    },
  },
  {
    says: "A percentage lies between 0 and 100.",
    check({ figure, at }) {
      const values = [figure.low, figure.best, figure.high].filter((value) => value !== null);
      if (figure.unit !== "percent" || values.every((value) => value >= 0 && value <= 100))
        return [];
      return [at("best", "a percentage from 0 to 100", values.join(", "))];
    },
  },
  {
    says: "A stock states the date it is stated for.",
    check({ figure, at }, { measures }) {
      const stock = measures.get(figure.measure)?.kind === "stock";
      return stock && !figure.as_of ? [at("as_of", "a date for a stock", "none")] : [];
    },
  },
  {
    says: "A period starts before it ends, and does not end without a start.",
    check({ figure, at }) {
      const { start, end } = figure;
      if (end && !start) return [at("start", "a start where there is an end", "none")];
      if (!start || !end || firstDay(start) <= lastDay(end)) return [];
      return [at("start", "start ≤ end", `${start}, ${end}`)];
    },
  },
  {
    says: "A part has the measure of its whole and is not larger.",
    check({ figure, at }, { byId }) {
      if (!figure.part_of) return [];
      const whole = byId.get(figure.part_of)?.figure;
      if (!whole) return [at("part_of", "the id of a figure", quote(figure.part_of))];
      if (whole.measure !== figure.measure)
        return [at("part_of", `a figure of ${figure.measure}`, `${whole.measure} of ${whole.id}`)];
      const most = whole.high ?? whole.best ?? Infinity;
      const least = figure.low ?? figure.best ?? 0;
      const isOver = figure.precision === "more than" ? least >= most : least > most;
      if (isOver) return [at("part_of", `at most ${most}, the whole`, String(least))];
      return [];
    },
  },
  {
    says: "A share names a whole that exists.",
    check({ figure, at }, { byId }) {
      if (!figure.share_of || byId.has(figure.share_of)) return [];
      return [at("share_of", "the id of a figure", quote(figure.share_of))];
    },
  },
  {
    says: "A repeat has the measure, the value and the precision of what it repeats.",
    check({ figure, at }, { byId }) {
      if (!figure.echoes) return [];
      const first = byId.get(figure.echoes)?.figure;
      if (!first) return [at("echoes", "the id of a figure", quote(figure.echoes))];
      const same = (["measure", "low", "best", "high", "precision"] as const).find(
        (name) => figure[name] !== first[name],
      );
      if (!same) return [];
      return [at("echoes", `the ${same} of ${first.id}, ${first[same]}`, String(figure[same]))];
    },
  },
  {
    says: "No chain of parts comes back to where it starts.",
    check: (located, context) => checkCircle("part_of", located, context),
  },
  {
    says: "No chain of repeats comes back to where it starts.",
    check: (located, context) => checkCircle("echoes", located, context),
  },
];

function checkCircle(field: "part_of" | "echoes", { figure, at }: Located, { byId }: Context) {
  const way = [figure.id];
  for (let next = figure[field]; next; next = byId.get(next)?.figure[field] ?? null) {
    if (next === figure.id) return [at(field, "no circle", [...way, next].join(" → "))];
    if (way.includes(next)) return [];
    way.push(next);
  }
  return [];
}
