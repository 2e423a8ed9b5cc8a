import {
  address,
  expect,
  filters,
  focusedHeading,
  holdScripts,
  marks,
  open,
  type Page,
  taken,
  test,
} from "./reader";

const views = ["/attacks", "/attacks?_sort=-value&_find=Kabul", "/casualties?_sort=-value"];

for (const view of views)
  test(`nothing moves on ${view} while grid and chart take over, and no frame shows other rows than the first`, async ({
    page,
  }) => {
    await page.addInitScript(writeFirstValues);
    await page.addInitScript(() => {
      const shifts: string[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push(JSON.stringify(entry));
      }).observe({ type: "layout-shift", buffered: true });
    });
    await open(page, view);
    expect(await settled(page, "shifts")).toEqual([]);
    const [first, ...others] = new Set(await settled(page, "seen"));
    expect(first).not.toBe("");
    expect(others).toEqual([]);
  });

/** Runs in the page: writes down what each frame shows as the value of the first row. */
function writeFirstValues() {
  const seen: string[] = [];
  Object.assign(window, { seen });
  const look = () => {
    requestAnimationFrame(look);
    const panel = document.querySelector(".grid-panel")?.getBoundingClientRect();
    if (!panel) return;
    // The middle of the first row's value: below the headings, right of the first two columns.
    const at = document.elementFromPoint(panel.x + 280, panel.y + 52);
    const cell = at?.closest("td, [role=gridcell]")?.textContent ?? "";
    // What is beside the value has another order in table and grid.
    const text = cell.slice(0, 4);
    if (seen.at(-1) !== text) seen.push(text);
  };
  look();
}

for (const view of views)
  test(`the rows of ${view} in sight are the same before and after`, async ({
    read,
    readStill,
  }) => {
    const rows = await inSight(await read(view));
    expect(rows.length).toBeGreaterThan(2);
    expect(rows).toEqual(await inSight(await readStill(view)));
  });

// Those that stay within one pixel are held by chart.spec.ts.
for (const view of ["/counter-operations", "/casualties?_sort=-value", "/migration"])
  test(`the marks of ${view} stay where they are within 3 pixels`, async ({ read, readStill }) => {
    const [before, after] = [await marks(await readStill(view)), await marks(await read(view))];
    expect(after.length).toBeGreaterThan(1);
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    for (const [index, { id, box }] of after.entries()) {
      const first = before[index]?.box;
      for (const side of ["x", "y", "width", "height"] as const)
        expect(Math.abs(box[side] - (first?.[side] ?? 0)), `${side} of ${id}`).toBeLessThan(3);
    }
  });

test("the reader's place in the page stays when a script comes late, and so does the focus on a heading", async ({
  page,
}) => {
  const release = await holdScripts(page);
  await page.goto("/attacks?_sort=-value", { waitUntil: "commit" });
  await expect(page.locator(".plain-table")).toBeVisible();
  await expect.poll(() => page.evaluate(isStyled)).toBe(true);
  const first = await inSight(page);
  await page.locator(".plain-table th a", { hasText: "Value" }).focus();
  release();
  await taken(page);
  expect(await inSight(page)).toEqual(first);
  await expect(focusedHeading(page)).toHaveAttribute("col-id", "value");
  // Scripts that are fetched ahead may still be on their way.
  await page.unrouteAll({ behavior: "ignoreErrors" });
});

test("a list that is opened before the script comes is filled as it does, and answers", async ({
  page,
}) => {
  const release = await holdScripts(page);
  await page.goto("/attacks", { waitUntil: "commit" });
  await filters.list(page).click();
  await expect(page.getByRole("link", { name: "All filters" })).toBeVisible();
  release();
  await filters.of(page, "place").locator("summary").click();
  await filters.only(page, "place", "Kabul").click();
  await expect.poll(() => address(page)).toBe("/attacks?place=Kabul");
  await expect(page.getByRole("link", { name: "All filters" })).toHaveCount(0);
  await page.unrouteAll({ behavior: "ignoreErrors" });
});

test("a list that the address has open answers in the page, and is not passed on", async ({
  page,
}) => {
  await open(page, "/attacks?_open=filters#filters");
  await expect(filters.list(page)).toBeInViewport();
  const share = page.locator(".share-bar .share");
  expect(await share.getAttribute("href")).toBe("/use?_page=attacks#share");
  await filters.of(page, "place").locator("summary").click();
  await filters.only(page, "place", "Kabul").click();
  await expect.poll(() => address(page)).toBe("/attacks?place=Kabul");
  await expect(filters.value(page, "place", "Kabul")).toBeChecked();
  await page.keyboard.press("Escape");
  await expect(filters.list(page)).toBeFocused();
  await expect(page.locator(".filter-fields")).toBeHidden();
});

/** Runs in the page. Elements have boxes before their style sheet has come. */
function isStyled() {
  const sheets = document.querySelectorAll<HTMLLinkElement>("link[rel=stylesheet]");
  return document.readyState !== "loading" && [...sheets].every(({ sheet }) => sheet !== null);
}

/** What a script that was there from the start has written down, after two more frames. */
function settled(page: Page, list: "shifts" | "seen") {
  return page.evaluate(async (name) => {
    for (let frames = 0; frames < 2; frames++)
      await new Promise((resolve) => requestAnimationFrame(resolve));
    return Reflect.get(window, name) as string[];
  }, list);
}

/** Number, period and value of the rows in sight, from the top down, and where they stand. */
function inSight(page: Page) {
  return page.evaluate(() => {
    const bottom = document.querySelector(".grid-panel")?.getBoundingClientRect().bottom ?? 0;
    const lines = document.querySelectorAll(".plain-table tbody tr, [role=row][row-id]");
    return [...lines]
      .map((line) => {
        const { top, height } = line.getBoundingClientRect();
        const cells = [...line.querySelectorAll("td, [role=gridcell]")].slice(0, 3);
        const texts = cells.map((cell) => {
          const shown = cell.cloneNode(true) as Element;
          for (const hidden of shown.querySelectorAll(
            ".visually-hidden, .under-what, .under-source",
          ))
            hidden.remove();
          return shown.textContent;
        });
        return { top: Math.round(top), height, text: texts.join(" | ") };
      })
      .filter(({ top, height }) => top + height < bottom)
      .toSorted((a, b) => a.top - b.top);
  });
}
