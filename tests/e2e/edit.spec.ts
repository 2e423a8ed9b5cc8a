import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { cell, expect, focusedPlace, open, openEmpty, test } from "./reader";

const events = `event,day,place,deaths
N1,2024-01-03,Varn,4
N2,2024-01-17,Ost Varn,0
N3,2024-02-02,Varn,12
N4,2024-03-05,Holm,1
N5,2024-03-11,Holm,3
`;

async function openEvents(page: Page): Promise<void> {
  await openEmpty(page);
  await chooseEvents(page);
}

async function chooseEvents(page: Page): Promise<void> {
  await page
    .getByLabel("File to open")
    .setInputFiles({ name: "events.csv", mimeType: "text/csv", buffer: Buffer.from(events) });
  await expect(cell(page, 5, "place")).toHaveText("Holm");
}

const status = (page: Page) => page.locator(".status-bar");
const saved = (page: Page) => page.locator(".saved-line");

/** Pastes a text where the focus is. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, text);
}

/** The table as it is saved. */
async function savedCsv(page: Page): Promise<string> {
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: /^Save these rows/ }).click();
  return readFileSync(await (await coming).path(), "utf8");
}

test("a table is typed into as in a spreadsheet, and chart and totals follow", async ({
  kept: page,
}) => {
  await openEvents(page);
  await expect(status(page)).toContainText("deaths: sum 20");
  await cell(page, 1, "deaths").click();
  await page.keyboard.type("40");
  await page.keyboard.press("Enter");
  await expect(cell(page, 1, "deaths")).toHaveText("40");
  await expect.poll(() => focusedPlace(page)).toBe("2 deaths");
  await expect(status(page)).toContainText("deaths: sum 56");
  await expect(saved(page)).toHaveText("Kept on this device as you type.");

  // Arrows leave what is typed over; F2 keeps what stands there; Escape takes nothing.
  await page.keyboard.type("7");
  await page.keyboard.press("ArrowLeft");
  await expect.poll(() => focusedPlace(page)).toBe("2 place");
  await page.keyboard.press("F2");
  await page.keyboard.type("!");
  await page.keyboard.press("Tab");
  await expect(cell(page, 2, "place")).toHaveText("Ost Varn!");
  await expect.poll(() => focusedPlace(page)).toBe("2 deaths");
  await page.keyboard.type("999");
  await page.keyboard.press("Escape");
  await expect(cell(page, 2, "deaths")).toHaveText("7");

  // What does not fit its column stays, and says so.
  await page.keyboard.type("a few");
  await expect(page.locator(".source-bar")).toContainText("“a few” is no number");
  await page.keyboard.press("Enter");
  await expect(cell(page, 2, "deaths")).toHaveAttribute("aria-invalid", "true");
  await expect(page.locator(".how-read-menu summary").first()).toContainText("1 remark");
  await expect(status(page)).toContainText("deaths: sum 56 (1 in words)");

  for (const expected of ["7", "7", "0"]) {
    await page.keyboard.press("Control+z");
    await expect(cell(page, 2, "deaths")).toHaveText(expected);
  }
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(cell(page, 1, "deaths")).toHaveText("4");
  await expect(page.getByRole("button", { name: "Undo" })).toBeDisabled();
  await page.getByRole("button", { name: "Redo" }).click();
  await expect(cell(page, 1, "deaths")).toHaveText("40");
});

test("blocks are pasted, filled and cleared; rows and columns come and go", async ({
  kept: page,
}) => {
  await openEvents(page);
  await cell(page, 5, "place").click();
  await paste(page, "Varn\t8\nHolm\t9\n");
  await expect(cell(page, 6, "deaths")).toHaveText("9");
  await expect(status(page)).toContainText("6 of 6 rows");
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Control+d");
  await expect(cell(page, 6, "place")).toHaveText("Varn");
  await page.keyboard.press("Delete");
  await expect(cell(page, 5, "place")).toHaveText("");

  await cell(page, 2, "event").click({ button: "right" });
  await page.getByRole("menuitem", { name: "Remove a row" }).click();
  await expect(cell(page, 2, "event")).toHaveText("N3");
  await cell(page, 1, "deaths").click();
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  await page.getByRole("menuitem", { name: "Rename the column…" }).click();
  await page.getByLabel("Name of the column").fill("killed");
  await page.getByRole("button", { name: "Rename", exact: true }).click();
  await expect(page.getByRole("columnheader", { name: /killed/ })).toBeVisible();
  await cell(page, 1, "deaths").click({ button: "right" });
  await page.getByRole("menuitem", { name: "Insert a column to the right" }).click();
  await expect(page.getByRole("columnheader", { name: /Column 5/ })).toBeVisible();
  expect(await savedCsv(page)).toBe(
    "event,day,place,killed,Column 5\nN1,2024-01-03,Varn,4,\nN3,2024-02-02,Varn,12,\nN4,2024-03-05,Holm,1,\nN5,2024-03-11,,8,\n,,,9,\n",
  );
});

test("a row that a filter would hide stays until the next one, and that is said", async ({
  kept: page,
}) => {
  await openEvents(page);
  await page.getByLabel("Find in this table").fill("holm");
  await expect(status(page)).toContainText("2 of 5 rows");
  await cell(page, 1, "place").dblclick();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("Ruhn");
  await page.keyboard.press("Enter");
  await expect(page.locator(".tools .problems")).toHaveText(/^1 edited row no longer fits/);
  await expect(cell(page, 1, "place")).toHaveText("Ruhn");
  await page.getByRole("columnheader", { name: /event/ }).click();
  await expect(status(page)).toContainText("1 of 5 rows");
  await expect(page.locator(".tools .problems")).toBeEmpty();
});

test("edits outlast a reload, and two tabs say which is newer", async ({ kept: page }) => {
  await openEvents(page);
  await cell(page, 1, "place").click();
  await page.keyboard.type("Ruhn");
  await page.keyboard.press("Enter");
  await expect(saved(page)).toHaveText("Kept on this device as you type.");

  const other = await page.context().newPage();
  await other.goto("/open");
  await expect(other.locator(".kept-list")).toContainText("1 edit");
  await other.getByRole("button", { name: "events.csv", exact: true }).click();
  await expect(cell(other, 1, "place")).toHaveText("Ruhn");
  await cell(other, 2, "place").click();
  await other.keyboard.type("Sarn");
  await other.keyboard.press("Enter");
  await expect(saved(page)).toContainText("Another tab has a newer edit of this table");
  await page.getByRole("button", { name: "Load them" }).click();
  await expect(cell(page, 2, "place")).toHaveText("Sarn");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(cell(page, 2, "place")).toHaveText("Ost Varn");
  await expect(saved(other)).toContainText("Another tab has a newer edit of this table");
  await other.getByRole("button", { name: "Keep this one as a copy" }).click();
  await expect(saved(other)).toHaveText("Kept on this device as you type.");
  await other.reload();
  await expect(other.locator("h1")).toHaveText("events (2).csv");
  await expect(cell(other, 2, "place")).toHaveText("Sarn");
  await other.close();
});

test("where the browser keeps nothing, that is said and the table stays", async ({
  kept: page,
}) => {
  await openEmpty(page);
  await page.evaluate(() => {
    const { open } = IDBFactory.prototype;
    const deny = () => {
      throw new DOMException("denied", "SecurityError");
    };
    Object.assign(window, { allow: () => Object.assign(IDBFactory.prototype, { open }) });
    Object.assign(IDBFactory.prototype, { open: deny });
  });
  await chooseEvents(page);
  await cell(page, 1, "place").click();
  await page.keyboard.type("Ruhn");
  await page.keyboard.press("Enter");
  await expect(saved(page)).toHaveText(/^This browser could not keep your edits/);
  await expect(cell(page, 1, "place")).toHaveText("Ruhn");
  await page.evaluate(() => (window as unknown as { allow: () => void }).allow());
});

/** How many edits the browser has kept. */
const keptEdits = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const request = indexedDB.open("open-edits", 1);
        request.onsuccess = () => {
          const count = request.result.transaction("acts").objectStore("acts").count();
          count.onsuccess = () => {
            request.result.close();
            resolve(count.result);
          };
        };
      }),
  );

/** Ends the process of a tab, as one that runs out of memory does, and opens the table in another. */
async function crash(page: Page): Promise<Page> {
  const session = await page.context().newCDPSession(page);
  const gone = page.waitForEvent("crash");
  session.send("Page.crash").catch(() => undefined);
  await gone;
  const other = await page.context().newPage();
  await other.goto("/open");
  await other.getByRole("button", { name: "events.csv", exact: true }).click();
  return other;
}

test("whatever was kept is there after a tab has ended in the middle of an edit or a paste", async ({
  page,
}) => {
  await openEvents(page);
  await cell(page, 1, "place").click();
  await page.keyboard.type("Ruhn");
  await page.keyboard.press("Enter");
  await paste(page, "Sarn\t70\nTarn\t80\n");
  await expect(cell(page, 3, "deaths")).toHaveText("80");
  await expect.poll(() => keptEdits(page)).toBe(2);
  // A paste that nobody waits for is there as a whole or not at all, half a word never.
  await cell(page, 4, "place").click();
  await paste(page, "Varn\t1\nVarn\t2\nVarn\t3\n");
  await page.keyboard.type("half");
  const second = await crash(page);
  await expect(cell(second, 3, "deaths")).toHaveText("80");
  await expect(cell(second, 1, "place")).toHaveText("Ruhn");
  const kept = await keptEdits(second);
  expect([2, 3]).toContain(kept);
  await expect(cell(second, 4, "place")).toHaveText(kept === 3 ? "Varn" : "Holm");
  await expect(cell(second, 5, "deaths")).toHaveText(kept === 3 ? "2" : "3");
  await expect(status(second)).toContainText(`${kept === 3 ? 6 : 5} of ${kept === 3 ? 6 : 5} rows`);
  await second.getByRole("button", { name: "Undo" }).click();
  await expect(cell(second, 1, "place")).toHaveText("Ruhn");
});

test("where the browser's storage is full, that is said once and nothing is lost", async ({
  kept: page,
}) => {
  await openEmpty(page);
  // Until the page is loaded anew.
  await page.evaluate(() => {
    const { add } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.add = function (value, ...key) {
      if (value.at > 0) throw new DOMException("full", "QuotaExceededError");
      return add.call(this, value, ...key);
    };
  });
  await chooseEvents(page);
  await cell(page, 1, "place").click();
  for (const text of ["Ruhn", "Sarn", "Tarn"]) {
    await page.keyboard.type(text);
    await page.keyboard.press("Enter");
    // Edits that come while the file itself is being kept are written together, all or none.
    if (text === "Ruhn") await expect(saved(page)).toHaveText("Kept on this device as you type.");
  }
  await expect(saved(page)).toHaveText(/^This browser could not keep your edits: save the rows/);
  await expect(cell(page, 3, "place")).toHaveText("Tarn");
  page.once("dialog", (dialog) => dialog.accept());
  await page.reload();
  await expect(cell(page, 1, "place")).toHaveText("Ruhn");
  await expect(cell(page, 2, "place")).toHaveText("Ost Varn");
});

test("a key that follows another at once is for the cell that the first led to", async ({
  kept: page,
}) => {
  await openEvents(page);
  await cell(page, 1, "place").click();
  await page.evaluate(() => {
    const press = (key: string, shiftKey = false) =>
      document.activeElement?.dispatchEvent(
        new KeyboardEvent("keydown", { key, shiftKey, bubbles: true, cancelable: true }),
      );
    press("ArrowDown");
    press("Delete");
    press("ArrowDown", true);
    press("ArrowDown");
    press("Delete");
  });
  await expect(cell(page, 2, "place")).toHaveText("");
  await expect(cell(page, 3, "place")).toHaveText("");
  await expect(cell(page, 1, "place")).not.toHaveText("");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(cell(page, 2, "place")).toHaveText("");
  await expect(cell(page, 3, "place")).not.toHaveText("");
});

test("composed signs, long texts and several lines are typed into a cell, and a list says the keys", async ({
  kept: page,
}) => {
  const long = "a".repeat(2_500);
  await openEmpty(page);
  await page.getByLabel("File to open").setInputFiles({
    name: "texts.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(`name,note\nA,"one\ntwo"\nB,${long}\n`),
  });
  const keys = await page.context().newCDPSession(page);
  await cell(page, 1, "name").click();
  const process = { key: "Process", windowsVirtualKeyCode: 229 };
  await keys.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...process });
  await expect(page.locator(".cell-editor")).toBeFocused();
  await keys.send("Input.imeSetComposition", { text: "かぶ", selectionStart: 2, selectionEnd: 2 });
  await keys.send("Input.insertText", { text: "カブール" });
  await page.keyboard.press("Enter");
  await expect(cell(page, 1, "name")).toHaveText("カブール");

  await cell(page, 1, "note").click();
  await page.keyboard.press("F2");
  await page.keyboard.press("Alt+Enter");
  await page.keyboard.type("three");
  await page.keyboard.press("Enter");
  // Typed at once, while the worker is still asked for all of the text.
  await page.keyboard.press("F2");
  await page.keyboard.type("!");
  await expect(page.locator(".cell-editor")).toHaveValue(`${long}!`);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  await page.getByRole("menuitem", { name: "All keys…" }).click();
  await expect(page.getByRole("dialog", { name: "Keys" })).toContainText("fill the range");
  await page.keyboard.press("Escape");
  await cell(page, 1, "name").click();
  await page.keyboard.press("Control+-");
  await expect(status(page)).toContainText("1 of 1 rows");
  await page.keyboard.press("Control+z");
  await expect(status(page)).toContainText("2 of 2 rows");
  expect(await savedCsv(page)).toBe(`name,note\nカブール,"one\ntwo\nthree"\nB,${long}!\n`);
});

test("a published sheet is copied to a table of one's own, and an empty one is filled", async ({
  kept: page,
}) => {
  await open(page, "/strength");
  await cell(page, 1, "place").click();
  await page.keyboard.press("F2");
  await page.getByRole("link", { name: "Copy this sheet to a table of my own" }).click();
  await expect(page.locator("h1")).toHaveText("strength.csv");
  await cell(page, 1, "unit").click();
  await page.keyboard.type("somebody else");
  await page.keyboard.press("Enter");
  await expect(cell(page, 1, "unit")).toHaveText("somebody else");

  await openEmpty(page);
  await page.getByRole("button", { name: "New empty table" }).click();
  await cell(page, 1, "Column 1").click();
  for (const [name, count] of [
    ["Varn", "4"],
    ["Holm", "9"],
  ] as const) {
    await page.keyboard.type(name);
    await page.keyboard.press("Tab");
    await page.keyboard.type(count);
    await page.keyboard.press("Enter");
    await page.keyboard.press("ArrowLeft");
  }
  await expect(status(page)).toContainText("Column 2: sum 13");
});
