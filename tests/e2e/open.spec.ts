import { writeFileSync } from "node:fs";
import type { Page, Request } from "@playwright/test";
import Papa from "papaparse";
import { expect, firstCells, heading, hydrated, loadedRows, openEmpty, test } from "./reader";

const events = `event;day;place;deaths;note
N1;03 January 2024;Varn;4;"Clash; both sides claim it"
N2;17 January 2024;Ost Varn;0;Device made safe
N3;02 February 2024;Varn;12;Ambush on a road
N4;05 March 2024;Holm;n/a;=1+1
N5;11 March 2024;Holm;3;<b>bold</b>
N6;12 March 2024;Varn;≥ 40;Ambush
`;

/** Opens a file by the button, as a reader does. */
async function choose(page: Page, name: string, text: string | Buffer): Promise<void> {
  const buffer = typeof text === "string" ? Buffer.from(text) : text;
  await page
    .getByLabel("File to open")
    .setInputFiles({ name, mimeType: "application/octet-stream", buffer });
}

/** The same with a file on disk: to hand the bytes of a large one to the page takes longer than to read them. */
async function chooseOnDisk(page: Page, name: string, text: string): Promise<void> {
  const path = test.info().outputPath(name);
  writeFileSync(path, text);
  await page.getByLabel("File to open").setInputFiles(path);
}

async function openEvents(page: Page): Promise<void> {
  await openEmpty(page);
  await choose(page, "events.csv", events);
  await expect(loadedRows(page)).toHaveCount(6);
}

/** The menu of how the file was read, which another reading may have closed. */
async function openHowRead(page: Page): Promise<void> {
  const menu = page.locator(".how-read-menu");
  if (!(await menu.evaluate((each: HTMLDetailsElement) => each.open)))
    await menu.locator("summary").first().click();
}

const status = (page: Page) => page.locator(".status-bar");
const alert = (page: Page) => page.locator("main").getByRole("alert");

test.describe("a table of the reader's own", () => {
  test("opens by the button, and says how it was understood", async ({ kept: page }) => {
    await openEvents(page);
    await expect(page.locator(".how-read > p")).toHaveText("6 rows, 5 columns; semicolons, UTF-8.");
    await expect(page.locator(".open-chart h2")).toHaveText("Rows by day");
    await expect(page.locator(".open-chart .recharts-bar-rectangle").first()).toBeVisible();
    await expect(page.getByText("<b>bold</b>").first()).toBeVisible();
  });

  test("opens by a drop", async ({ kept: page }) => {
    await openEmpty(page);
    const data = await page.evaluateHandle((text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], "dropped.csv"));
      return transfer;
    }, events);
    await page.dispatchEvent("main", "drop", { dataTransfer: data });
    await expect(page.locator("h1")).toHaveText("dropped.csv");
    await expect(loadedRows(page)).toHaveCount(6);
  });

  test("opens by a paste of cells", async ({ kept: page }) => {
    await openEmpty(page);
    await expect(async () => {
      await page.evaluate(() => {
        const clipboardData = new DataTransfer();
        clipboardData.setData("text/plain", "place\tdead\nVarn\t4\nHolm\t2\n");
        document.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
      });
      await expect(loadedRows(page)).toHaveCount(2, { timeout: 3000 });
    }).toPass();
  });

  test("sends nothing of it anywhere, also not after a reload", async ({ page, baseURL }) => {
    const sent: string[] = [];
    await page.goto("/open");
    await hydrated(page);
    page.on("request", (request: Request) => {
      const { pathname, search, origin } = new URL(request.url());
      const isOwnChunk =
        origin === new URL(baseURL ?? "").origin &&
        ((pathname.startsWith("/_next/static/") && search === "") || pathname === "/icon.svg");
      const isLocal = request.url().startsWith("blob:");
      if (request.method() !== "GET" || request.postData() || !(isOwnChunk || isLocal))
        sent.push(`${request.method()} ${request.url()}`);
    });
    await choose(page, "events.csv", events);
    await expect(loadedRows(page)).toHaveCount(6);
    await page.getByLabel("Find in this table").fill("ambush");
    await expect(loadedRows(page)).toHaveCount(2);
    expect(new URL(page.url()).search).toBe("");
    expect(new URL(page.url()).hash).toBe("#_find=ambush");
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Save these rows (CSV)" }).click();
    await download;
    expect(sent).toEqual([]);
    await page.reload();
    await expect(page.locator("h1")).toHaveText("Open your own table");
    expect(sent.filter((line) => /ambush|events/i.test(line.replace(/#.*/, "")))).toEqual([]);
  });

  test("sorts by days, with numbers and what is missing where they belong", async ({
    kept: page,
  }) => {
    await openEvents(page);
    await heading(page, "deaths").click();
    await expect.poll(() => firstCells(page)).toEqual(["N2", "N5", "N1", "N3", "N6", "N4"]);
    await heading(page, "deaths").click();
    await expect.poll(() => firstCells(page)).toEqual(["N6", "N3", "N1", "N5", "N2", "N4"]);
  });

  test("filters by values, range and text, each a chip that comes off", async ({ kept: page }) => {
    await openEvents(page);
    await page.locator(".filter-list > summary").click();
    await page.locator(".filter-fields summary", { hasText: "place" }).click();
    await page.getByRole("checkbox", { name: /^Varn/ }).click();
    await expect.poll(() => firstCells(page)).toEqual(["N1", "N3", "N6"]);
    await page.getByLabel(/^deaths/).fill("10..");
    await page.getByLabel(/^deaths/).press("Enter");
    await expect.poll(() => firstCells(page)).toEqual(["N3", "N6"]);
    await page.getByLabel(/^note/).fill("road");
    await page.getByLabel(/^note/).press("Enter");
    await expect.poll(() => firstCells(page)).toEqual(["N3"]);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Remove note: road" }).click();
    await expect.poll(() => firstCells(page)).toEqual(["N3", "N6"]);
    await page.getByRole("button", { name: "Clear all" }).click();
    await expect(loadedRows(page)).toHaveCount(6);
  });

  test("gives the rows of the view as CSV, cells as printed", async ({ kept: page }) => {
    await openEvents(page);
    await page.getByLabel("Find in this table").fill("holm");
    await expect(status(page)).toContainText("2 of 6 rows");
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Save these rows (CSV)" }).click();
    const stream = await (await download).createReadStream();
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    expect(Papa.parse(Buffer.concat(chunks).toString().trimEnd()).data).toEqual([
      ["event", "day", "place", "deaths", "note"],
      ["N4", "05 March 2024", "Holm", "n/a", "=1+1"],
      ["N5", "11 March 2024", "Holm", "3", "<b>bold</b>"],
    ]);
  });

  test("draws another column, a sum, and a second column; a table of them filters", async ({
    kept: page,
  }) => {
    await openEvents(page);
    await page.getByLabel("Grouped by").selectOption({ label: "place" });
    await expect(page.locator(".open-chart h2")).toHaveText("Rows by place");
    await page.getByLabel("Show", { exact: true }).selectOption("sum");
    await page.getByLabel("Second column").selectOption({ label: "day" });
    await expect(page.locator(".open-chart h2")).toHaveText("Sum of deaths by place and day");
    await page.getByLabel("Second column").selectOption("");
    await page.getByRole("button", { name: "Table", exact: true }).click();
    const varn = page.locator(".pivot tbody tr", { hasText: /^Varn/ });
    await expect(varn.locator("td")).toHaveText("≥ 56");
    await varn.locator("td button").click();
    await expect.poll(() => firstCells(page)).toEqual(["N1", "N3", "N6"]);
  });

  test("is read as the reader says, and that can be undone", async ({ kept: page }) => {
    await openEvents(page);
    const sentence = page.locator(".how-read > p");
    await page.locator(".how-read-menu > summary").click();
    await expect(page.locator(".raw-lines tbody tr").first()).toContainText(
      "event;day;place;deaths;note",
    );
    await page.getByLabel("place is read as").selectOption("text");
    await page.getByRole("button", { name: "Undo the change" }).click();
    await expect(page.getByLabel("place is read as")).toHaveValue("category");
    await openHowRead(page);
    await page.getByRole("button", { name: "Commas" }).click();
    await expect(sentence).toContainText("commas");
    await openHowRead(page);
    await page.getByRole("button", { name: "Back to automatic" }).click();
    await expect(sentence).toHaveText("6 rows, 5 columns; semicolons, UTF-8.");
    await openHowRead(page);
    await page.getByRole("button", { name: "No headings" }).click();
    await expect(sentence).toContainText("7 rows, 5 columns");
  });

  test("is found again after a reload where the reader let it be kept", async ({ kept: page }) => {
    await openEvents(page);
    await page.getByRole("button", { name: "Keep on this device" }).click();
    await expect(page.getByRole("button", { name: "Remove from this device" })).toBeVisible();
    await page.getByLabel("Find in this table").fill("holm");
    await expect(loadedRows(page)).toHaveCount(2);
    await page.reload();
    await expect(page.locator("h1")).toHaveText("events.csv");
    await expect(loadedRows(page)).toHaveCount(2);
    await page.getByRole("button", { name: "Remove from this device" }).click();
    await expect(page.getByRole("button", { name: "Keep on this device" })).toBeVisible();
    await page.reload();
    await expect(page.locator("h1")).toHaveText("Open your own table");
  });

  test("begins without the filters of the one before", async ({ kept: page }) => {
    await openEvents(page);
    await page.getByLabel("Find in this table").fill("holm");
    await expect(loadedRows(page)).toHaveCount(2);
    await choose(page, "other.csv", events);
    await expect(page.locator("h1")).toHaveText("other.csv");
    await expect(loadedRows(page)).toHaveCount(6);
  });

  test("may hold names and marks that programs stumble over", async ({ kept: page }) => {
    await openEmpty(page);
    const hostile =
      "__proto__,constructor,_sort,\u202Ename\n1,<img src=x onerror=alert(1)>,=cmd|' /C calc'!A0,\u202Etxt\n2,b,c,d\n";
    await choose(page, "<b>x</b>.csv", hostile);
    await expect(loadedRows(page)).toHaveCount(2);
    await expect(page.locator("h1")).toHaveText("<b>x</b>.csv");
    await expect(page.getByText("<img src=x onerror=alert(1)>").first()).toBeVisible();
    await page.getByRole("columnheader", { name: /__proto__/ }).click();
    await page.getByRole("columnheader", { name: /__proto__/ }).click();
    await expect.poll(() => firstCells(page)).toEqual(["2", "1"]);
  });
});

test.describe("a file that is no table", () => {
  const files: readonly (readonly [what: string, file: string | Buffer, sentence: RegExp])[] = [
    ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), /a picture \(PNG\)/],
    ["a PDF", "%PDF-1.7\n", /This is a PDF/],
    ["a page", "<!doctype html><title>x</title>", /This is a web page/],
    ["JSON", '{"a": [1, 2]}', /This is JSON/],
    ["nothing", "", /The file is empty/],
  ];
  test("gives one sentence, and what was open stays open", async ({ kept: page }) => {
    await openEvents(page);
    for (const [what, file, sentence] of files) {
      await choose(page, "bomb", file);
      await expect(alert(page), what).toHaveText(sentence);
      await expect(alert(page), what).toHaveText(/^bomb: [^.]+(?:\.|\(PNG\), not a table\.)$/);
      await expect(loadedRows(page), what).toHaveCount(6);
    }
  });

  test("opens without a row where there is a header alone", async ({ kept: page }) => {
    await openEmpty(page);
    await choose(page, "head.csv", "id,name,n\n");
    await expect(page.locator(".open-none")).toHaveText("The table has no rows.");
    await expect(page.locator(".how-read > p")).toContainText("0 rows, 3 columns");
  });

  // Ten thousand columns are read in tests/unit/open/refuse.test.ts; lists show the first 500.
  test("opens with more columns than a list shows, and with a cell of twenty megabytes", async ({
    kept: page,
  }) => {
    await openEmpty(page);
    const names = Array.from({ length: 2_000 }, (_, at) => `c${at}`);
    await choose(page, "wide.csv", `${names.join()}\n${names.map((_, at) => at).join()}\n`);
    await expect(page.locator(".how-read > p")).toContainText("1 row, 2,000 columns");
    await chooseOnDisk(page, "long.csv", `id,text\n1,${"x".repeat(20_000_000)}\n2,b\n`);
    await expect(page.locator(".how-read > p")).toContainText("2 rows, 2 columns");
  });
});

test.describe("long work", () => {
  const long = `id,day,place,n\n${Array.from({ length: 200_000 }, (_, at) => `${at},2024-0${1 + (at % 9)}-1${at % 10},P${at % 97},${at % 1000}`).join("\n")}\n`;

  test("shows how far it is and can be stopped, what was open stays open, and the page reads nothing itself", async ({
    kept: page,
  }) => {
    await openEvents(page);
    await page.evaluate(watchReading);
    // The reading may end between two looks of an expectation.
    const line = page.evaluate(cancelReading);
    await chooseOnDisk(page, "long.csv", long);
    expect(await line).toMatch(/Reading long.csv: [\d,]+ rows, \d+%/);
    await expect(page.locator(".open-reading")).toHaveCount(0);
    await expect(loadedRows(page)).toHaveCount(6);
    await expect(page.locator("h1")).toHaveText("events.csv");
    await chooseOnDisk(page, "long.csv", long);
    await expect(status(page)).toContainText("200,000 of 200,000 rows", { timeout: 60_000 });
    // What keeps the page free: a worker reads, says more than once how far it is, and sends a screen of rows at most.
    const { byPage, parts, largest } = await page.evaluate(endWatch);
    expect(byPage).toEqual([]);
    expect(parts).toBeGreaterThan(1);
    expect(largest).toBeLessThan(50_000);
  });
});

/** Runs in the page: presses Cancel once a line says how far the reading is, and gives the line. */
function cancelReading(): Promise<string> {
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      const line = document.querySelector(".open-reading");
      const text = line?.textContent ?? "";
      if (!/ rows, \d+%/.test(text)) return;
      observer.disconnect();
      line?.querySelector("button")?.click();
      resolve(text);
    });
    observer.observe(document.body, { childList: true, subtree: true, characterData: true });
  });
}

interface Watched {
  /** What the page itself has asked of the bytes of a file. */
  readonly byPage: string[];
  /** How often a worker has said how far it is. */
  parts: number;
  /** The longest message of a worker, in letters. */
  largest: number;
}

/** Runs in the page: writes down what workers send, and whether the page itself reads a file. */
function watchReading() {
  const watched: Watched = { byPage: [], parts: 0, largest: 0 };
  const RealWorker = window.Worker;
  const real = {
    text: Blob.prototype.text,
    arrayBuffer: Blob.prototype.arrayBuffer,
    stream: Blob.prototype.stream,
  };
  const isLong = (blob: Blob) => blob.size > 100_000;
  Object.assign(window, {
    watched,
    endWatch: () => {
      window.Worker = RealWorker;
      Object.assign(Blob.prototype, real);
    },
  });
  window.Worker = class extends RealWorker {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      this.addEventListener("message", ({ data }) => {
        if (data.kind === "progress") watched.parts += 1;
        watched.largest = Math.max(watched.largest, JSON.stringify(data).length);
      });
    }
  };
  for (const [name, read] of Object.entries(real))
    Object.assign(Blob.prototype, {
      [name](this: Blob) {
        if (isLong(this)) watched.byPage.push(name);
        return Reflect.apply(read, this, []);
      },
    });
}

/** Runs in the page. */
function endWatch(): Watched {
  const { watched, endWatch } = window as unknown as { watched: Watched; endWatch: () => void };
  endWatch();
  return watched;
}

test("a reader that dies is said, and the page stays", async ({ kept: page }) => {
  await openEvents(page);
  await page.evaluate(() => {
    const Real = window.Worker;
    window.Worker = class extends Real {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        window.Worker = Real;
        setTimeout(() => this.dispatchEvent(new ErrorEvent("error")), 0);
      }
    };
  });
  await choose(page, "second.csv", "a,b\n1,2\n");
  await expect(alert(page)).toContainText("second.csv: The file could not be read");
  await expect(loadedRows(page)).toHaveCount(6);
});
