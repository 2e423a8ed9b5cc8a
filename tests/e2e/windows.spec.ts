import {
  breaches,
  expect,
  heights,
  open,
  overflow,
  type Page,
  sheets,
  test,
  visit,
} from "./reader";

// Every page in windows of all sizes: that it fits, and that what it is for is in sight.

const plain = ["/", "/disagreements", "/documents", "/codebook", "/method", "/use"];
const view = "/attacks?place=Kabul&_find=attack&planet=Mars&_select=attacks-2023-kp-ctc";
const worked = [...sheets.map(({ name }) => `/${name}`), "/figures"];

/** Adds rules as a reader's own style sheet does; the page's policy refuses a style element. */
async function style(page: Page, css: string) {
  const sheet = await page.evaluateHandle((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets.push(sheet);
    return sheet;
  }, css);
  return () => sheet.evaluate((added) => added.replaceSync(""));
}

/**
 * The texts of which a reader cannot see all: a box cuts them and does not scroll, or the window does.
 * Left alone are cells of the grid, which can be widened, and the line of the source, which opens.
 */
function cutTexts(page: Page, also = "") {
  return page.evaluate(readCutTexts, `[role=grid], .source-text${also && `, ${also}`}`);
}

/** Runs in the page. */
function readCutTexts(leftAlone: string): string[] {
  const unseen = "script, style, noscript, option, [hidden], .visually-hidden, .skip";
  const isSeen = (element: Element) =>
    !element.closest(`${unseen}, ${leftAlone}`) &&
    element.checkVisibility({ visibilityProperty: true });
  const boxOf = (node: Node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return range.getBoundingClientRect();
  };
  const isCut = (node: Node, around: Element) => {
    const text = boxOf(node);
    const width = document.documentElement.clientWidth;
    let cut = text.left < -1 || text.right > width + 1;
    for (let box: Element | null = around; box; box = box.parentElement) {
      const { display, overflowX, overflowY } = getComputedStyle(box);
      const { left, right, top, bottom } = box.getBoundingClientRect();
      if (display === "inline") continue;
      const isBeside = text.left < left - 1 || text.right > right + 1;
      if (overflowX === "auto" || overflowX === "scroll") return cut && !isBeside;
      if (overflowX !== "visible" && isBeside) cut = true;
      if (overflowY !== "visible" && (text.top < top - 2 || text.bottom > bottom + 2)) cut = true;
    }
    return cut;
  };
  const found: string[] = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const { parentElement: around, textContent } = node;
    if (around && textContent?.trim() && isSeen(around) && isCut(node, around))
      found.push(`${around.className} ${around.tagName}: ${textContent.trim().slice(0, 60)}`);
  }
  return found;
}

const spacing = `
  * {
    line-height: 1.5 !important;
    letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important;
  }
  p {
    margin-bottom: 2em !important;
  }
`;

/** The usual window. */
const usual = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };
const tablet = { width: 768, height: 844 };
/** A smaller window and a phone. */
const small = [{ width: 1024, height: 768 }, phone] as const;
/** A window of 1,280 at 400 % zoom. */
const narrow = { width: 320, height: 640 };

/** Holds a page that a phone shows to windows of other sizes, and to widely spaced text. */
async function expectToFit(page: Page) {
  await test.step("a phone and a tablet do not scroll sideways", async () => {
    expect.soft(await overflow(page), "on a phone").toBe(0);
    await page.setViewportSize(tablet);
    expect.soft(await overflow(page), "on a tablet").toBe(0);
  });
  await test.step("at 400 % zoom of a window of 1,280 no text is cut", async () => {
    await page.setViewportSize(narrow);
    expect.soft(await overflow(page)).toBe(0);
    expect.soft(await cutTexts(page)).toEqual([]);
  });
  await test.step("spaced text is not lost, in a narrow window and a wide one", async () => {
    const forget = await style(page, spacing);
    for (const size of [narrow, { width: 1280, height: 800 }]) {
      if (size !== narrow) await page.setViewportSize(size);
      expect.soft(await overflow(page), `at ${size.width}`).toBe(0);
      // What a drawing shortens to its room stands whole in its tooltip, its name and the table.
      expect.soft(await cutTexts(page, ".chart"), `at ${size.width}`).toEqual([]);
    }
    await forget();
  });
}

/** What can be pressed or filled in and is in sight: not tabs, headings of the table, marks, documents. */
function controls(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const all = document.querySelectorAll("a[href], button, input, select, summary, .splitter");
    const isSeen = (element: Element) => {
      const { width, height, bottom, top, left } = element.getBoundingClientRect();
      const isIn = bottom > 0 && top < innerHeight && left >= 0 && width > 2 && height > 2;
      return isIn && element.checkVisibility({ visibilityProperty: true });
    };
    return [...all]
      .filter((each) => isSeen(each) && !each.closest(".tabs, .grid-panel, .chart-frame, .legend"))
      .map((each) => (each.getAttribute("aria-label") ?? each.textContent ?? "").trim());
  });
}

/** So many controls beside tabs, headings, marks and the documents of the legend. */
const most = 28;

/** Runs in the page: the rows of the grid in sight whose document cannot be read whole. */
function rowsWithoutSource(): string[] {
  const panel = document.querySelector(".grid-panel")?.getBoundingClientRect();
  const rows = [...document.querySelectorAll("[role=row][row-id]")];
  const ids = new Set(rows.map((row) => row.getAttribute("row-id") ?? ""));
  const isNamed = (id: string) =>
    [...document.querySelectorAll(`[row-id="${CSS.escape(id)}"] .sign`)].some((sign) => {
      const name = sign.nextSibling;
      if (!name || !panel) return false;
      const range = document.createRange();
      range.selectNodeContents(name);
      const text = range.getBoundingClientRect();
      const cell = sign.closest("[role=gridcell]")?.getBoundingClientRect();
      const edge = Math.min(panel.right, cell?.right ?? 0, window.innerWidth);
      const isInCell = text.bottom <= (cell?.bottom ?? 0);
      return text.width > 0 && text.left >= panel.left && text.right <= edge && isInCell;
    });
  return [...ids].filter((id) => !isNamed(id));
}

/** Holds a sheet in a window, a smaller one and on a phone to what is in sight there. */
async function expectInSight(page: Page, address: string) {
  await test.step("it has few controls, each once", async () => {
    const names = await controls(page);
    expect.soft(names.length, names.join(" | ")).toBeLessThanOrEqual(most);
    const twice = names.filter((name, index) => name && names.indexOf(name) !== index);
    expect.soft(twice).toEqual([]);
  });
  for (const size of [usual, ...small])
    await test.step(`in a window of ${size.width} × ${size.height}`, async () => {
      await page.setViewportSize(size);
      if (address !== "/figures")
        await test.step("who states each row is in sight without scrolling sideways", async () => {
          await expect.poll(() => page.evaluate(rowsWithoutSource)).toEqual([]);
        });
      if (size === usual) return;
      await test.step("rows begin in its upper half and take most of it", async () => {
        await expect(async () => {
          const { first, work } = await heights(page);
          expect(first).toBeLessThan(0.5);
          expect(work).toBeGreaterThan(0.5);
        }).toPass();
      });
    });
}

for (const address of worked)
  test(`${address} has few controls, each once, its rows and who states them in sight in any window, and fits, from a phone to 400 % zoom and with text spaced as wide as WCAG asks`, async ({
    kept: page,
  }) => {
    await open(page, address);
    await expectInSight(page, address);
    await expectToFit(page);
  });

for (const address of [view, ...plain])
  test(`${address} fits, from a phone to 400 % zoom and with text spaced as wide as WCAG asks`, async ({
    kept: page,
  }) => {
    await page.setViewportSize(phone);
    await (address === view ? open : visit)(page, address);
    await expectToFit(page);
  });

test.describe("an address that is none", () => {
  test.use({ refusals: [404] });

  test("fits too", async ({ page }) => {
    await page.setViewportSize(phone);
    await page.goto("/nowhere");
    await expectToFit(page);
  });
});

test("on a phone everything can be hit with a finger", async ({ kept: page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const small = () => breaches(page, { rules: ["target-size"] });
  for (const address of ["/casualties", "/strength", "/documents", "/"]) {
    await visit(page, address);
    await expect(page.locator(".top-bar")).toBeVisible();
    expect.soft(await small(), address).toEqual([]);
  }
  const filtered = "/attacks?place=Kabul&start=2015..2024&value=1..&subject=attacks&_find=attack";
  await visit(page, filtered);
  expect.soft(await small(), filtered).toEqual([]);
  await open(page, view);
  expect.soft(await small(), view).toEqual([]);
  for (const menu of [".filter-list", ".columns-menu"]) {
    await page.locator(`${menu} > summary`).click();
    expect.soft(await small(), menu).toEqual([]);
    await page.keyboard.press("Escape");
  }
});
