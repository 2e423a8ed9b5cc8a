import {
  countOf,
  expect,
  find,
  focusedCell,
  focusedPlace,
  heading,
  holdScripts,
  open,
  openDownloads,
  type Page,
  taken,
  test,
  visit,
} from "./reader";

const casualties = countOf("casualties");

/** The page as the server sends it; its scripts run once the function that comes back is called. */
async function openHeld(page: Page, address: string) {
  const release = await holdScripts(page);
  await page.goto(address, { waitUntil: "commit" });
  await expect(page.locator(".plain-table tbody tr").first()).toBeVisible();
  return async () => {
    release();
    await taken(page);
    await page.unrouteAll({ behavior: "ignoreErrors" });
  };
}

// On a heading of the table: handover.spec.ts.
test.describe("who had the focus before the scripts came has it afterwards", () => {
  // One of each layout of marks: columns, rows, a time line.
  for (const view of ["/attacks", "/casualties", "/figures"])
    test(`on a mark of ${view}, from which arrows lead on`, async ({ page }) => {
      const goOn = await openHeld(page, view);
      const ids = await page
        .locator(".chart-frame [data-figure]")
        .evaluateAll((marks) => marks.map((mark) => mark.getAttribute("data-figure")));
      await page.locator(".chart-frame [data-figure]").first().focus();
      await goOn();
      const focused = page.locator(".chart-frame [data-figure]:focus");
      await expect(focused).toHaveAttribute("data-figure", ids[0] ?? "");
      await page.keyboard.press("ArrowRight");
      await expect(focused).not.toHaveAttribute("data-figure", ids[0] ?? "");
      await page.keyboard.press("ArrowLeft");
      await expect(focused).toHaveAttribute("data-figure", ids[0] ?? "");
    });

  test("on the table, at its first cell", async ({ page }) => {
    const goOn = await openHeld(page, "/attacks");
    // The first frame leaves out what no window shows; the next one has it.
    await expect(page.locator(".plain-table tbody tr").last()).toBeVisible();
    await page.locator(".plain-scroll").focus();
    await goOn();
    await expect(focusedCell(page)).toHaveCount(1);
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => focusedPlace(page)).toMatch(/^2 /);
  });
});

test("a file that is chosen before the scripts have come is opened once they have", async ({
  page,
}) => {
  const release = await holdScripts(page);
  await page.goto("/open", { waitUntil: "commit" });
  const file = { name: "a.csv", mimeType: "text/csv", buffer: Buffer.from("a,b\n1,2\n") };
  await page.getByLabel("File to open").setInputFiles(file);
  release();
  await expect(page.locator(".status-bar")).toContainText("1 of 1 rows");
  await page.unrouteAll({ behavior: "ignoreErrors" });
});

test("a page that the browser has translated says what is shown after each act", async ({
  kept: page,
}) => {
  const status = page.locator(".status-bar [role=status]").first();
  await open(page, "/casualties");
  await page.evaluate(wrapTexts);
  await find(page).fill("crocus");
  await expect(page.locator(".chip")).toContainText("crocus");
  await expect(status).toContainText(new RegExp(`^[1-9]\\d* of ${casualties}`));
  await page.evaluate(wrapTexts);
  await find(page).fill("nothing of the kind");
  await expect(page.locator(".chip").first()).toContainText("“kind”");
  await expect(status).toContainText(new RegExp(`^0 of ${casualties}`));
  await page.evaluate(wrapTexts);
  await find(page).fill("");
  await expect(status).toContainText(new RegExp(`^${casualties}`));
  for (const act of acts) {
    await page.evaluate(wrapTexts);
    await act(page);
  }
  await expect(page.locator("#sheet-title")).toHaveText("Casualties");
  await expect(status).toContainText(new RegExp(`^${casualties}`));
});

/** What a reader of a translated page goes on to do, with what he is told. */
const acts: readonly ((page: Page) => Promise<void>)[] = [
  async (page) => {
    await heading(page, "Value").click();
    await expect(page).toHaveURL(/_sort=/);
  },
  async (page) => {
    await page.locator(".chart-frame [data-figure]").first().click();
    await expect(page.locator(".status-bar")).toContainText("1 figure selected");
    await expect(page.locator(".source-text")).toContainText("printed as");
  },
  async (page) => {
    await page.locator(".chart-frame [data-figure]").nth(1).click();
    await expect(page).toHaveURL(/_select=/);
    await expect(page.locator(".source-text")).toContainText("printed as");
  },
  async (page) => {
    await expect(await openDownloads(page)).toContainText("Selected rows");
    await page.keyboard.press("Escape");
  },
  async (page) => {
    await page.locator(".tabs a", { hasText: "Strength" }).click();
    await expect(page.locator("#sheet-title")).toHaveText("Strength");
  },
  async (page) => {
    await page.goBack();
    await taken(page);
  },
];

/** Runs in the page: what Google Translate does to each text. */
function wrapTexts() {
  const walker = document.createTreeWalker(document.querySelector("main") ?? document.body, 4);
  const texts: Node[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  for (const text of texts) {
    const [outer, inner] = [document.createElement("font"), document.createElement("font")];
    text.parentNode?.replaceChild(outer, text);
    outer.append(inner);
    inner.append(text.textContent ?? "");
  }
}

test("no code is translated", async ({ kept: page }) => {
  for (const address of ["/codebook", "/use?_page=attacks"]) {
    await visit(page, address);
    expect(await page.locator("code").count()).toBeGreaterThan(0);
    await expect(page.locator("code:not([translate=no])")).toHaveCount(0);
  }
});

test.describe("without the clipboard of HTTPS", () => {
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() =>
      Object.defineProperty(navigator, "clipboard", { value: undefined }),
    );
  });

  test("the buttons copy all the same, in a dialog too", async ({ page }) => {
    await page.addInitScript(() => {
      const copied: string[] = [];
      Object.assign(window, { copied });
      document.addEventListener("copy", (event) =>
        setTimeout(() => copied.push(event.clipboardData?.getData("text/plain") ?? "")),
      );
    });
    await open(page, "/attacks?_select=attacks-2021-ctc");
    await page.locator(".source-bar .copy button").click();
    await expect(page.locator(".source-bar .copy button")).toHaveText("Copied");
    await page.getByRole("link", { name: "Cite" }).click();
    const cite = page.getByRole("dialog").locator(".citation .copy button").first();
    await cite.click();
    await expect(cite).toHaveText("Copied");
  });

  test("and where nothing may copy, the text stands there selected", async ({ page }) => {
    await page.addInitScript(() => {
      document.execCommand = () => false;
    });
    await open(page, "/attacks?_select=attacks-2021-ctc");
    await page.locator(".source-bar .copy button").click();
    const left = page.getByRole("textbox", { name: "To copy by hand" });
    await expect(left).toBeFocused();
    expect(
      await left.evaluate((field: HTMLTextAreaElement) =>
        field.value.slice(field.selectionStart, field.selectionEnd),
      ),
    ).toContain("353");
  });
});

test("an embed shows the address of its sheet", async ({ page, baseURL }) => {
  await page.goto("/embed/attacks?place=Kabul");
  await expect(
    page.getByRole("link", { name: `${new URL(baseURL ?? "").host}/attacks?place=Kabul` }),
  ).toBeVisible();
});

test("a heading of the grid has its title for a name, and its filter a name of its own", async ({
  read,
}) => {
  const page = await read("/attacks");
  await expect(page.getByRole("columnheader", { name: "Period", exact: true })).toHaveCount(1);
  await expect(page.getByRole("button", { name: "Filter Period", exact: true })).toHaveCount(1);
});
