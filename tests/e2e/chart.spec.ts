import { readFileSync } from "node:fs";
import {
  cellOf,
  countOf,
  expect,
  hoveredRow,
  mark,
  open,
  type Page,
  row,
  showOnPhone,
  test,
  unfolded,
  whole,
} from "./reader";

const casualties = countOf("casualties");
const status = (page: Page) => page.locator(".status-bar [role=status]").first();
const caption = (page: Page) => page.locator(".remarks");
const query = (page: Page) => new URL(page.url()).search;

/** The usual window comes last: a page that is read is left as it was found. */
const sizes = {
  phone: { width: 390, height: 844 },
  "small phone": { width: 320, height: 640 },
  desktop: { width: 1440, height: 900 },
};

/** How many figures of a sheet, without repeats, are of a measure that its chart draws. */
const drawn = (sheet: string, ...measures: readonly string[]) =>
  unfolded(sheet).filter(({ measure = "" }) => measures.includes(measure)).length;

const casualtyMeasures = ["killed-in-attacks", "injured-in-attacks"] as const;

/** Attacks that are stated in numbers for a whole year; one of them is a part of another. */
const yearly = unfolded("attacks").filter(
  ({ measure, start, end, precision }) =>
    measure === "attacks" && precision !== "words" && /^\d{4}$/.test(start ?? "") && start === end,
);
const years = yearly.filter(({ part_of }) => part_of === "");
/** Those of which the same document counts the year before. */
const changed = years.filter(({ start, document }) =>
  years.some((each) => each.document === document && Number(each.start) === Number(start) - 1),
);

const alike = "where the server's chart stood";
const charts: readonly (readonly [string, string, number, string?])[] = [
  ["years", "/attacks", yearly.length, alike],
  ["a line with points", "/attacks?_chart=line", yearly.length, alike],
  ["the change on the year before", "/attacks?_chart=change", changed.length],
  ["values", "/strength", drawn("strength", "fighters-and-families"), alike],
  ["parts", "/counter-operations", drawn("counter-operations", "killed-in-operations")],
  ["events", "/casualties", drawn("casualties", ...casualtyMeasures), alike],
  ["a time line", "/figures", whole.shown - whole.undated, alike],
  ["a logarithmic axis", "/casualties?_scale=log", drawn("casualties", ...casualtyMeasures)],
];

for (const [name, path, count, also] of charts)
  test(`draws ${name}, in a window and on phones no text beyond the page or on another${also ? `, ${also}` : ""}`, async ({
    read,
    readStill,
  }) => {
    const page = await read(path);
    const still = also ? await readStill(path) : null;
    for (const [device, viewport] of Object.entries(sizes))
      await test.step(`on a ${device}`, async () => {
        await page.setViewportSize(viewport);
        await still?.setViewportSize(viewport);
        await showOnPhone(page, "chart");
        await expect(page.locator(".chart-figure .mark[data-figure]")).toHaveCount(count);
        // Without a script the table stands above the chart.
        const before = still && (await placesOfMarks(still));
        await expect(async () => {
          expect(await page.evaluate(textsAtFault)).toEqual([]);
          if (before) expect(moved(before, await placesOfMarks(page))).toEqual([]);
        }).toPass({ timeout: 20_000 });
        await showOnPhone(page, "table");
      });
  });

/** The marks that do not stand within a pixel of where they stood, and those that one of the two lacks. */
function moved(before: readonly Place[], after: readonly Place[]): readonly string[] {
  const found = new Map(before.map(({ id, place }) => [id, place]));
  const isSame = ({ id, place }: Place) =>
    place.every((pixels, side) => Math.abs(pixels - (found.get(id)?.[side] ?? Infinity)) <= 1);
  const ids = new Set(after.map(({ id }) => id));
  const lost = before.map(({ id }) => id).filter((id) => !ids.has(id));
  return [...after.filter((each) => !isSame(each)).map(({ id }) => id), ...lost];
}

test("a click selects on phones too, and the table and the source bar follow", async ({
  kept: page,
}) => {
  await open(page, "/attacks");
  for (const [size, id, value] of [
    ["phone", "attacks-2021-ctc", "353"],
    ["small phone", "attacks-2020-ctc", "83"],
  ] as const) {
    await page.setViewportSize(sizes[size]);
    await showOnPhone(page, "chart");
    await mark(page, id).click();
    await expect.poll(() => query(page)).toBe(`?_select=${id}`);
    await expect(page.locator(".source-text")).toContainText(value);
    await expect(row(page, id)).toHaveAttribute("aria-selected", "true");
  }
});

/** Texts that leave the page at a side, and labels of one kind that cover each other. */
function textsAtFault(): string[] {
  const texts = [...document.querySelectorAll(".chart-figure text")]
    .map((text) => ({
      text: text.textContent ?? "",
      box: text.getBoundingClientRect(),
      kind: text.getAttribute("class"),
    }))
    .filter(({ box, text }) => box.width > 0 && text.trim() !== "" && text !== "–");
  const beyond = texts.filter(({ box }) => box.left < 0 || box.right > window.innerWidth + 1);
  const covered = texts.filter((a, index) =>
    texts
      .slice(index + 1)
      .some(
        (b) =>
          a.box.left < b.box.right - 1 &&
          b.box.left < a.box.right - 1 &&
          a.box.top < b.box.bottom - 4 &&
          b.box.top < a.box.bottom - 4,
      ),
  );
  return [...beyond, ...covered].map(({ text }) => text);
}

interface Place {
  readonly id: string;
  /** Left, top, width and height within the chart in pixels. */
  readonly place: readonly number[];
}

/** Each mark's place, by its figure. */
function placesOfMarks(page: Page): Promise<Place[]> {
  return page.evaluate(() => {
    const frame = document.querySelector(".chart-frame")?.getBoundingClientRect();
    return [...document.querySelectorAll(".chart-figure .mark[data-figure]")]
      .map((each) => {
        const { left, top, width, height } = each.getBoundingClientRect();
        const place = [left - (frame?.left ?? 0), top - (frame?.top ?? 0), width, height];
        return { id: each.getAttribute("data-figure") ?? "", place };
      })
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  });
}

test("Ctrl and a click add a mark and take it away, and Escape leaves a period that is brushed over by keys", async ({
  kept: page,
}) => {
  await open(page, "/attacks?_select=attacks-2021-ctc");
  await mark(page, "attacks-2022-ctc").click({ modifiers: ["Control"] });
  await expect.poll(() => query(page)).toBe("?_select=attacks-2021-ctc,attacks-2022-ctc");
  await mark(page, "attacks-2021-ctc").click({ modifiers: ["Control"] });
  await expect.poll(() => query(page)).toBe("?_select=attacks-2022-ctc");
  await mark(page, "attacks-2021-ctc").focus();
  await test.step("a mark that the keys reach says what the source bar says", async () => {
    await expect(page.locator(".chart-tooltip")).toContainText("printed as “353 (2021)”");
  });
  await page.keyboard.press("Shift+ArrowRight");
  await expect(page.locator(".chart .recharts-reference-area.brush")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.locator(".chart .recharts-reference-area.brush")).toHaveCount(0);
  await expect.poll(() => query(page)).toBe("?_select=attacks-2022-ctc");
});

test("a mark under the pointer marks its row and says what the source bar says", async ({
  read,
}) => {
  const page = await read("/attacks");
  await mark(page, "attacks-2021-ctc").hover();
  await expect(hoveredRow(page, "attacks-2021-ctc")).toBeAttached();
  await expect(page.locator(".chart-tooltip")).toContainText("printed as “353 (2021)”");
});

test("a row under the pointer marks its mark, also after sort, filter, scale and kind change", async ({
  kept: page,
}) => {
  await open(page, "/attacks");
  for (const view of [
    "",
    "?_sort=-value",
    "?start=2021..2022",
    "?_scale=log",
    "?_chart=ranges",
    "?_chart=timeline",
    "?_count=highest",
  ]) {
    await page.evaluate((to) => history.pushState(null, "", to), `/attacks${view}`);
    await cellOf(page, "attacks-2021-ctc").hover();
    await expect(mark(page, "attacks-2021-ctc")).toHaveClass(/hovered/);
    await page.mouse.move(0, 0);
    await mark(page, "attacks-2021-ctc").hover();
    await expect(hoveredRow(page, "attacks-2021-ctc")).toBeAttached();
    await page.mouse.move(0, 0);
  }
});

test("a brush over years becomes a period", async ({ kept: page }) => {
  for (const [path, way, from, to] of [
    ["/attacks", "along", ["2021", 0], ["2022", 0]],
    ["/casualties", "down", ["2016", 0], ["2017", 0]],
    // Not each year has a tick there; it stands in the middle of its year, which has 50 pixels.
    ["/figures", "along", ["2024", 0], ["2024", -40]],
  ] as const)
    await test.step(path, async () => {
      await open(page, path);
      await brush(page, way, from, to);
      const first = path === "/figures" ? "2023" : from[0];
      await expect.poll(() => query(page)).toBe(`?start=${first}..${to[0]}`);
      await expect(page.locator(".chip")).toContainText("Period touches");
    });
});

for (const [path, id, keys, period] of [
  ["/attacks", "attacks-2021-ctc", ["ArrowRight"], "?start=2021..2022"],
  ["/attacks?_chart=line", "attacks-2022-ctc", ["ArrowLeft", "ArrowLeft"], "start=2020..2022"],
  ["/casualties", "killed-crocus-dawn", ["ArrowUp", "ArrowDown"], "?start=2024"],
  ["/attacks?_chart=timeline", "attacks-2021-ctc", ["ArrowRight"], "start=2021..2022"],
] as const)
  test(`Shift and arrows brush over years of ${path}, and Enter takes them`, async ({
    kept: page,
  }) => {
    await open(page, path);
    await mark(page, id).focus();
    for (const key of keys) await page.keyboard.press(`Shift+${key}`);
    await expect(page.locator(".chart .recharts-reference-area.brush")).toBeVisible();
    await expect(page.locator(".chart-panel .problems")).toContainText("Enter keeps it");
    await expect.poll(() => query(page)).not.toContain("start=");
    await page.keyboard.press("Enter");
    await expect.poll(() => query(page)).toContain(period);
  });

test("a line is broken nowhere between stated years, and its mean says what it is", async ({
  read,
}) => {
  const page = await read("/attacks?document=ctc-2024&_chart=line");
  await expect(page.locator(".chart .recharts-line-curve")).toHaveCount(1);
  await expect(page.locator(".chart .recharts-reference-line.mean")).toHaveCount(1);
  await expect(page.locator(".chart")).toContainText("mean 2020–2023: ≈ 175");
  await expect(caption(page)).toContainText("On average ≈ −18% a year from 2020 to 2023");
});

/** Draws over the plot from so many pixels after the tick of a year to as many after that of another. */
async function brush(
  page: Page,
  way: "along" | "down",
  from: readonly [year: string, after: number],
  to: readonly [year: string, after: number],
) {
  const plot = await page.locator(".chart-figure .recharts-cartesian-grid-bg").boundingBox();
  if (!plot) throw new Error("no plot");
  const placeOf = async ([year, after]: typeof from) => {
    const tick = page.locator(".chart-figure text.tick").filter({ hasText: year });
    const box = await tick.filter({ visible: true }).first().boundingBox();
    if (!box) throw new Error(`no tick of ${year}`);
    return (way === "along" ? box.x + box.width / 2 : box.y + box.height / 2) + after;
  };
  const [start, end] = [await placeOf(from), await placeOf(to)];
  const move = (place: number) =>
    way === "along" ? page.mouse.move(place, plot.y + 40) : page.mouse.move(plot.x + 200, place);
  await move(start);
  await page.mouse.down();
  await move((start + end) / 2);
  await move(end);
  await page.mouse.up();
}

test("a document of the legend is muted in the chart alone, and a link keeps it", async ({
  kept: page,
}) => {
  await open(page, "/casualties");
  await page.locator(".chart-panel .legend").getByText("OSW").click();
  await expect(mark(page, "killed-kerman-osw")).toHaveCount(0);
  await expect.poll(() => query(page)).toBe("?_mute=osw-2024");
  await expect(status(page)).toContainText(`${casualties} of ${casualties} figures`);
  await expect(caption(page)).toContainText("4 rows not shown (OSW is switched off)");
  await open(page, "/casualties?_mute=osw-2024");
  await page.locator(".chart-panel .legend").getByText("OSW").click();
  await expect(mark(page, "killed-kerman-osw")).toHaveCount(1);
});

test("figures without a date are named, and listed by a link", async ({ kept: page }) => {
  await open(page, "/figures");
  await caption(page)
    .getByRole("link", { name: `${whole.undated} rows not shown (no date stated)` })
    .click();
  await expect(status(page)).toContainText(`${whole.undated} of ${whole.figures} figures`);
  await page.locator(".chip").click();
  await expect(status(page)).toContainText(`${whole.shown} of ${whole.figures} figures`);
});

test("kind, scale and measure are chosen by links that a browser without a script follows", async ({
  still: page,
}) => {
  await page.goto("/attacks");
  await page.getByRole("link", { name: "Yearly change", exact: true }).click();
  await expect(page.locator(".chart")).toContainText("+325%");
  await page.getByRole("link", { name: "List", exact: true }).click();
  await page.getByRole("link", { name: "Log scale", exact: true }).click();
  await expect(page.locator(".chart")).toContainText("attacks, logarithmic");
  await page.getByRole("link", { name: "By year", exact: true }).click();
  await page.locator(".chart-menu summary").first().click();
  await page.getByRole("link", { name: "Attackers" }).click();
  await expect(page.locator(".chart")).toContainText("Crocus City Hall");
  await page.locator('[data-figure="attackers-crocus-dawn"]').click();
  await expect(page.locator(".source-text")).toContainText("4 to 5");
});

test("the chart is named by its words, which stand below it", async ({ read }) => {
  const page = await read("/attacks");
  const words =
    "Attacks claimed by ISK (Afghanistan and Khyber Pakhtunkhwa) rose from 83 (2020) to 353 (2021), then fell to 45 (2023): 87% below the peak, 46% below 2020.";
  await expect(page.getByRole("figure", { name: words })).toBeVisible();
  await expect(caption(page)).toContainText(words);
});

for (const [path, texts] of [
  [
    "/attacks",
    ["Attacks", "353", "CTC Sentinel", "attacks a year", "Source: CTC Sentinel", "/attacks"],
  ],
  [
    "/casualties?_scale=log",
    [
      "Killed in attacks",
      "Injured in attacks",
      "Crocus City Hall",
      "≥ 139",
      "“injuring several others”",
    ],
  ],
  ["/figures", ["All figures", "Plots & arrests", "earlier", "IRS"]],
] as const)
  test(`a saved image of ${path}, opened alone, shows everything`, async ({
    kept: page,
    still,
  }, info) => {
    await page.emulateMedia({ colorScheme: "dark" });
    await open(page, path);
    const drawn = await page.locator(".chart-figure .mark[data-figure]").count();
    const file = await save(page, "SVG", info.outputPath("chart.svg"));
    const svg = readFileSync(file, "utf8");
    expect(svg).not.toMatch(/foreignObject|var\(|\s(class|style)=/);
    await still.goto(`file://${file}`);
    for (const text of texts) await expect(still.locator("svg").first()).toContainText(text);
    await expect(still.locator("[data-figure]")).toHaveCount(drawn);
    expect(await still.evaluate(isWholeAndLight)).toBe(true);
  });

/** Nothing stands beyond the image, and its paper is light. */
function isWholeAndLight(): boolean {
  const svg = document.querySelector("svg");
  const paper = svg?.querySelector(":scope > rect");
  const all = svg?.getBoundingClientRect();
  const texts = [...document.querySelectorAll("text")].map((text) => text.getBoundingClientRect());
  const isInside = texts.every(
    (box) => all && box.left >= 0 && box.right <= all.right && box.bottom <= all.bottom,
  );
  return isInside && paper?.getAttribute("fill") === "rgb(251, 250, 247)";
}

test("a PNG is saved at double size", async ({ kept: page }, info) => {
  await open(page, "/strength");
  const file = readFileSync(await save(page, "PNG", info.outputPath("chart.png")));
  expect(file.readUInt32BE(16)).toBe(1760);
});

async function save(page: Page, format: "SVG" | "PNG", path: string): Promise<string> {
  await page.getByText("Save image").click();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: `${format},` }).click();
  await (await download).saveAs(path);
  return path;
}

test("no style attribute and no error of the policy", async ({ kept: page }) => {
  const errors: string[] = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  await open(page, "/casualties?_select=killed-crocus-dawn");
  await mark(page, "killed-crocus-dawn").hover();
  const html = await (await page.request.get("/casualties")).text();
  expect([html.includes("style="), errors]).toEqual([false, []]);
});
