import { expect, test } from "vitest";
import type { Figure } from "@/data/figure/figure";
import { spanOf } from "@/data/table/period";
import { published } from "../published";

const { all, names } = published;
const byId = new Map(all.map((figure) => [figure.id, figure]));
const idsOf = (figures: readonly Figure[]) => figures.map(({ id }) => id);

test("what an undated paper states without a period is stated as of no month", () => {
  const closer = all.filter(({ start, as_of, document }) => {
    const isUndated = names.published[document]?.length === 4;
    return isUndated && start === null && as_of !== null && as_of.length > 4;
  });
  expect(idsOf(closer)).toEqual([]);
});

test("a footnote is under the heading of its mark, so with the figures of the text around it", () => {
  const sections = ["blasts-kerman-osw", "arrested-turkey-church-osw", "tajiks-in-russia-osw"].map(
    (id) => byId.get(id)?.section,
  );
  expect(sections).toEqual([
    "Islamic State-Khorasan: a new incarnation",
    "Islamic State-Khorasan: a new incarnation",
    "The problem of terrorists hailing from Central Asia",
  ]);
});

test("the figures of one paragraph have one heading", () => {
  const headings = new Map<string, Set<string | null>>();
  for (const { document, paragraph, section } of all) {
    const key = `${document} ${paragraph}`;
    headings.set(key, (headings.get(key) ?? new Set()).add(section));
  }
  expect([...headings].filter(([, found]) => found.size > 1)).toEqual([]);
});

test("a share of a flow has the period of the flow", () => {
  const astray = all.filter((figure) => {
    const whole = byId.get(figure.share_of ?? "");
    return whole && whole.start !== null && figure.start !== whole.start;
  });
  expect(idsOf(astray)).toEqual([]);
});

test("a part lies within the period of its whole", () => {
  const astray = all.filter((figure) => {
    const [part, whole] = [spanOf(figure), spanOf(byId.get(figure.part_of ?? "") ?? {})];
    return part && whole && (part.from < whole.from || part.to > whole.to);
  });
  expect(idsOf(astray)).toEqual([]);
});

test("a number that is only cited in a footnote has no claimant but the press title it stands in", () => {
  const press = all.filter(({ claimant }) => /Al Jazeera|Daily Sabah|Reuters/.test(claimant ?? ""));
  expect(idsOf(press)).toEqual([
    "blasts-kerman-osw",
    "arrested-iran-kerman-osw",
    "arrested-turkey-church-osw",
  ]);
});

test("two named victims are no death toll", () => {
  const victims = all.filter(({ measure }) => measure === "named-victims");
  expect(idsOf(victims)).toEqual([
    "killed-badakhshan-commander-ctc",
    "killed-badakhshan-governor-ctc",
  ]);
});
