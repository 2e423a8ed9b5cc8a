import { describe, expect, test } from "vitest";
import { loadCatalog } from "@/data/site/catalog";
import { listFiles, shareDataOf } from "@/data/site/share";
import { fileAt } from "@/data/site/version-file";

const catalog = loadCatalog();
const shareData = (query: string) =>
  shareDataOf(catalog, "https://w.example", new URLSearchParams(query), () => 400);
const answer = (href: string) => {
  const { pathname, searchParams } = new URL(href, "https://w.example");
  const asked = { site: "https://w.example", day: "2026-11-26" };
  return fileAt(pathname.replace("/data/", "").split("/"), searchParams, asked);
};

/** Those of some addresses that are not answered with a file. */
async function unanswered(addresses: readonly string[]) {
  const answers = await Promise.all(addresses.map(answer));
  return addresses.filter((_, index) => answers[index]?.status !== 200);
}

const states = [
  "_page=",
  "_page=attacks",
  "_page=attacks&place=Kabul&_sort=-value&_select=attacks-2021-ctc&_columns=value,note",
  "_page=casualties&_measure=injured-in-attacks&_scale=log",
  "_page=figures&_count=lowest",
  "_page=disagreements&_sort=fact&_agree=show",
  "_page=documents",
  "_page=codebook&_count=lowest",
  "_page=method",
];

describe.each(states)("what %s offers", (state) => {
  test("is there, file by file, and is no view by mistake", async () => {
    const files = shareData(state).offers.flatMap(({ files }) => files);
    expect(await unanswered(files.map(({ href }) => href))).toEqual([]);
  });

  test("is what the calls for programs name", async () => {
    const found = shareData(state).snippets.flatMap(
      ({ code }) => code.match(/https:\/\/w\.example[^"']*/g) ?? [],
    );
    expect(found).toHaveLength(6);
    expect(await unanswered(found)).toEqual([]);
  });

  test("ends with the whole workbook to cite", () => {
    expect(shareData(state).citations.at(-1)?.heading).toBe("The whole workbook");
  });
});

test("the calls name the dates of the file, also where the view shows none of its columns", () => {
  const calls = (columns: string) =>
    shareData(`_page=attacks&_columns=${columns}`)
      .snippets.map(({ code }) => code)
      .join();
  expect(calls("start,note")).toContain('dtype={"start": str, "end": str, "as_of": str}');
  expect(calls("compared")).toContain('dtype={"start": str, "end": str, "as_of": str}');
});

test("a sheet is cited by its figures, its chart, itself and as part of the whole", () => {
  const { citations } = shareData("_page=attacks&_select=attacks-2021-ctc");
  expect(citations.map(({ heading }) => heading)).toEqual([
    "The selected figure",
    "The chart",
    "The sheet",
    "The whole workbook",
  ]);
  expect(citations[0]?.footnote).toMatch(/^Amira Jadoon, .*: 353 attacks \(exact; printed as “/);
});

test("the chart is cited with the documents that are drawn, and no others", () => {
  const { citations } = shareData("_page=casualties&document=dawn-2024");
  const chart = citations.find(({ heading }) => heading === "The chart");
  expect(chart?.footnote).toMatch(/^Ejaz Haider, .* Cited from ISKP in Figures, chart of “/);
  expect(chart?.footnote).not.toContain("Jadoon");
});

test("the address has the view, and nothing that the view does not know", () => {
  expect(shareData("_page=attacks&place=Kabul&colour=red&_repeats=fold")).toMatchObject({
    address: "https://w.example/attacks?place=Kabul",
    iframe: {
      html: '<iframe src="https://w.example/embed/attacks?place=Kabul" title="Attacks (Place is Kabul), ISKP in Figures" width="640" height="630" loading="lazy"></iframe>',
    },
    problems: [expect.stringMatching(/^"colour": expected one of/)],
  });
});

test("HTML to copy has its signs written as entities", () => {
  expect(shareData("_page=plots-and-arrests&place=Germany&_sort=-value").iframe?.html).toMatch(
    /place=Germany&amp;_sort=-value" title="Plots &amp; arrests: arrested \(Place is Germany\), /,
  );
});

test("a page that does not exist counts as the overview, and says so", () => {
  expect(shareData("_page=__proto__")).toMatchObject({
    title: "Overview",
    address: "https://w.example/",
    problems: [expect.stringMatching(/^_page: found "__proto__", expected one of /)],
  });
});

test("every address that stays is answered", async () => {
  expect(await unanswered(listFiles(catalog).map(({ href }) => href))).toEqual([]);
});
