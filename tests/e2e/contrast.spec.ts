import { expect, open, type Page, test, visit } from "./reader";

// Contrast (WCAG 1.4.3) of what a pointer or a key changes: axe sees a page only as it stands.

const controls = "a, button, summary, select, input, label, [role=columnheader], [role=option]";

/** What is forced upon every control at once, as a browser's own tools do. */
const states: { readonly [state: string]: readonly string[] } = {
  "under the pointer": ["hover"],
  pressed: ["hover", "active"],
  focused: ["focus", "focus-visible"],
};

/**
 * In each theme, every text in a control whose contrast with what lies behind it is below 4.5, or 3
 * where it is disabled.
 */
async function faintTexts(page: Page, forced: readonly string[]) {
  const tools = await page.context().newCDPSession(page);
  await tools.send("DOM.enable");
  await tools.send("CSS.enable");
  const { root } = await tools.send("DOM.getDocument");
  const { nodeIds } = await tools.send("DOM.querySelectorAll", {
    nodeId: root.nodeId,
    selector: controls,
  });
  await Promise.all(
    nodeIds.map((nodeId) =>
      tools.send("CSS.forcePseudoState", { nodeId, forcedPseudoClasses: [...forced] }),
    ),
  );
  const found: { light: string[]; dark: string[] } = { light: [], dark: [] };
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    found[colorScheme] = await page.evaluate(readFaintTexts, controls);
  }
  await tools.detach();
  return found;
}

const none = { light: [], dark: [] };

/** Runs in the page. */
function readFaintTexts(controls: string): string[] {
  type Colour = readonly [red: number, green: number, blue: number, alpha: number];
  const context = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const known = new Map<string, Colour>();
  const toColour = (text: string): Colour => {
    const colour = known.get(text);
    if (colour || !context) return colour ?? [0, 0, 0, 0];
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = text;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
    known.set(text, [red, green, blue, alpha / 255]);
    return [red, green, blue, alpha / 255];
  };
  const over = ([r, g, b, alpha]: Colour, below: Colour): Colour => [
    r * alpha + below[0] * (1 - alpha),
    g * alpha + below[1] * (1 - alpha),
    b * alpha + below[2] * (1 - alpha),
    1,
  ];
  const faded = ([r, g, b, alpha]: Colour, opacity: number): Colour => [r, g, b, alpha * opacity];
  const behind = (element: Element | null): Colour => {
    if (!element) return toColour(getComputedStyle(document.documentElement).backgroundColor);
    const own = toColour(getComputedStyle(element).backgroundColor);
    return own[3] === 1 ? own : over(own, behind(element.parentElement));
  };
  const light = (colour: Colour) =>
    [0.2126, 0.7152, 0.0722].reduce((sum, share, at) => {
      const part = (colour[at] ?? 0) / 255;
      return sum + share * (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    }, 0);
  const ratio = (a: Colour, b: Colour) => {
    const [more = 0, less = 0] = [light(a), light(b)].sort((x, y) => y - x);
    return (more + 0.05) / (less + 0.05);
  };
  const found = new Set<string>();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const element = node.parentElement;
    const control = element?.closest(controls);
    if (!element || !control || !node.textContent?.trim()) continue;
    if (element.closest("option, svg, .visually-hidden, .skip")) continue;
    if (!element.checkVisibility({ visibilityProperty: true })) continue;
    let opacity = 1;
    for (let box: Element | null = element; box; box = box.parentElement)
      opacity *= Number(getComputedStyle(box).opacity);
    const ground = behind(element);
    const ink = over(faded(toColour(getComputedStyle(element).color), opacity), ground);
    const least = control.matches(":disabled, [aria-disabled=true]") ? 3 : 4.5;
    const measured = ratio(ink, ground);
    if (measured < least)
      found.add(
        `${control.className} “${node.textContent.trim().slice(0, 30)}” ${measured.toFixed(2)}`,
      );
  }
  return [...found];
}

const pages = [
  "/",
  "/attacks?place=Kabul&_select=attacks-2021-ctc&_count=lowest",
  "/casualties?_mute=dawn-2024",
  "/disagreements",
  "/documents",
  "/codebook",
  "/use?_page=attacks",
];

for (const address of pages)
  test(`every control of ${address} can be read in each state and theme`, async ({
    kept: page,
  }) => {
    await (/^\/(attacks|casualties)/.test(address) ? open(page, address) : visit(page, address));
    for (const [state, forced] of Object.entries(states))
      expect.soft(await faintTexts(page, forced), state).toEqual(none);
  });

test("the contrast of a dialog's controls is held too, in both themes", async ({ kept: page }) => {
  await open(page, "/attacks?_select=attacks-2021-ctc");
  for (const part of ["Share", "Cite", "Download"]) {
    await page.locator(".share-bar").getByRole("link", { name: part }).click();
    await expect(page.getByRole("dialog").getByRole("heading").first()).toBeVisible();
    expect.soft(await faintTexts(page, ["hover"]), part).toEqual(none);
    await page.keyboard.press("Escape");
  }
});
