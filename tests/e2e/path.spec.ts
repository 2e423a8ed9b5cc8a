import { readFileSync } from "node:fs";
import {
  address,
  edge,
  expect,
  heading,
  open,
  type Page,
  parseCsv,
  taken,
  test,
  visit,
} from "./reader";

/** Each way to answer, in windows of three sizes. */
const ways = [
  { by: "mouse", width: 1440, height: 900 },
  { by: "keys", width: 1024, height: 768 },
  { by: "thumb", width: 390, height: 844 },
] as const;

for (const { by, width, height } of ways)
  test.describe(`by ${by} at ${width} × ${height}`, () => {
    test.use({
      viewport: { width, height },
      hasTouch: by === "thumb",
    });

    test("finds the attacks of 2021, who says so, a citation and a file in four presses", async ({
      kept: page,
    }) => {
      let presses = 0;
      const press = async (name: string | RegExp, role: "link" | "button" = "link") => {
        const within = name === "Attacks" ? page.getByRole("main") : page;
        const target = within.getByRole(role, { name, exact: true }).first();
        presses += 1;
        if (by === "mouse") await target.click();
        if (by === "thumb") await target.tap();
        if (by === "keys") await pressByKey(page, name);
      };
      await visit(page, "/");
      await press("Attacks");
      await expect.poll(() => address(page)).toBe("/attacks?_select=attacks-2021-ctc");
      const source = page.getByRole("region", { name: "Source of the selected figure" });
      await expect(source).toContainText(/353 attacks, counted — CTC Sentinel/);
      await press("Copy citation", "button");
      await expect
        .poll(() => page.evaluate(() => navigator.clipboard.readText()))
        .toMatch(/CTC Sentinel.*353 attacks .*accessed/);
      await press("Download");
      const saved = page.waitForEvent("download");
      await press("Selected rows: CSV for programs");
      const { records } = parseCsv(readFileSync(await (await saved).path(), "utf8"));
      expect(records.map(({ id, best }) => [id, best])).toEqual([["attacks-2021-ctc", "353"]]);
      expect(presses).toBe(4);
    });
  });

/** Goes by Tab to what has a name, and presses Enter. */
async function pressByKey(page: Page, name: string | RegExp) {
  const focused = () =>
    page.evaluate(() => {
      const { activeElement: at } = document;
      return at?.getAttribute("aria-label") ?? at?.textContent ?? "";
    });
  const isThere = (text: string) => (typeof name === "string" ? text === name : name.test(text));
  for (let steps = 0; steps < 120 && !isThere(await focused()); steps++)
    await page.keyboard.press("Tab");
  expect(isThere(await focused()), `Tab reaches ${name}`).toBe(true);
  await page.keyboard.press("Enter");
}

test("keeps the widths and the frozen columns of a sheet over a reload", async ({ page }) => {
  const width = async () => (await heading(page, "Source").boundingBox())?.width ?? 0;
  await open(page, "/attacks");
  const grip = edge(page, "Source");
  const box = await grip.boundingBox();
  if (!box) throw new Error("no edge to draw");
  const before = await width();
  await page.mouse.move(box.x + box.width / 2, box.y + 10);
  await page.mouse.down();
  await page.mouse.move(box.x + 60, box.y + 10, { steps: 4 });
  await page.mouse.up();
  await expect.poll(width).toBeGreaterThan(before + 40);
  const made = await width();
  await page.reload();
  await taken(page);
  await expect.poll(width).toBe(made);
});

test("leads from a row to the page that says how to report a mistake in it", async ({ read }) => {
  const page = await read("/attacks?_select=attacks-2021-ctc");
  const report = page.getByRole("link", { name: "Report a mistake" });
  await expect(report).toHaveAttribute(
    "href",
    "/use?_page=attacks&_select=attacks-2021-ctc#report",
  );
});
