import { cellOf, countOf, expect, filters, looks, open, test, unfolded } from "./reader";

// What WCAG 2.2 AA asks of a page and axe does not see, or not unless it is asked.

const _view = "/attacks?place=Kabul&_find=attack&planet=Mars&_select=attacks-2023-kp-ctc";

test("a reader who wants no motion sees none, and another sees little", async ({ kept: page }) => {
  const moving = () =>
    page.evaluate(() => {
      const isMoving = (element: Element) => {
        const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
        return (
          /[1-9]/.test(transitionDuration) || animationName !== "none" || scrollBehavior !== "auto"
        );
      };
      const all = [...document.querySelectorAll("*")].filter(isMoving);
      return [...new Set(all.map((element) => `${element.tagName} ${element.classList.value}`))];
    });
  await open(page, "/attacks");
  await filters.list(page).click();
  expect(await moving()).toEqual(["path fill", "rect fill", "path fill inside"]);
  await page.emulateMedia({ reducedMotion: "reduce" });
  expect(await moving()).toEqual([]);
});

test("each stop of the Tab key looks different while it has the focus", async ({ kept: page }) => {
  await open(page, "/attacks?place=Kabul&place=Afghanistan+and+Khyber+Pakhtunkhwa");
  const look = () =>
    page.evaluate(() => {
      const at = document.activeElement ?? document.body;
      const shown = ["outline", "boxShadow", "borderColor", "stroke", "strokeWidth"] as const;
      const read = () =>
        [at, ...at.querySelectorAll("*")].map((each) => {
          const all = getComputedStyle(each);
          return shown.map((name) => all[name]).join();
        });
      const focused = read();
      if (at instanceof HTMLElement || at instanceof SVGElement) {
        at.blur();
        const without = read();
        at.focus({ preventScroll: true });
        const name = at.getAttribute("aria-label") ?? at.textContent ?? "";
        return { name: name.trim().slice(0, 30), differs: focused.join() !== without.join() };
      }
      return { name: "nothing", differs: false };
    });
  const stops: string[] = [];
  for (let last = ""; last !== "Use the data" && stops.length < 80; ) {
    await page.keyboard.press("Tab");
    const { name, differs } = await look();
    expect.soft(differs, `${name}, stop ${stops.length}`).toBe(true);
    stops.push(name);
    last = name;
  }
  expect(stops.length).toBeGreaterThan(35);
});

test("in forced colours what is selected, pressed, focused and hatched is told apart", async ({
  kept: page,
}) => {
  await page.emulateMedia({ forcedColors: "active" });
  await open(page, "/attacks?_select=attacks-2022-ctc");
  const read = (selector: string, name: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element, name) => {
        // What has no colour of its own shows the one behind it.
        const isClear = (at: Element) => /, 0\)$/.test(getComputedStyle(at).backgroundColor);
        let at = element;
        while (name === "background-color" && isClear(at) && at.parentElement)
          at = at.parentElement;
        return getComputedStyle(at).getPropertyValue(name);
      }, name);
  const pairs = [
    [looks.selected, looks.unselected, "background-color"],
    [".segments [aria-pressed=true]", ".segments [aria-pressed=false]", "background-color"],
    [".choice [aria-current]", ".choice a:not([aria-current])", "background-color"],
    [".tabs [aria-current]", ".tabs a:not([aria-current])", "background-color"],
    [".mark.selected .fill", ".mark:not(.selected) .fill", "fill"],
    [".hatch-line", ".mark:not(.selected) .fill", "stroke"],
  ] as const;
  for (const [one, other, name] of pairs)
    expect.soft(await read(one, name), one).not.toBe(await read(other, name));
  const cell = cellOf(page, "attacks-2022-ctc", "place");
  await cell.click();
  expect(await cell.evaluate((element) => getComputedStyle(element).outlineWidth)).toBe("3px");
});

test("marks stand out from what is behind them, in light colours and in dark ones", async ({
  read,
}) => {
  const page = await read("/casualties");
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await page.evaluate(readContrasts), colorScheme).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null });
});

/** Runs in the page: the colours of marks that have less than 3 to 1 against a ground. */
function readContrasts(): string[] {
  const probe = document.body.appendChild(document.createElement("i"));
  const channels = (name: string) => {
    probe.style.color = `var(--${name})`;
    return (getComputedStyle(probe).color.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);
  };
  const mix = (over: number[], under: number[], share: number) =>
    over.map((value, index) => value * share + (under[index] ?? 0) * (1 - share));
  const light = (color: number[]) => {
    const [red = 0, green = 0, blue = 0] = color.map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (a: number[], b: number[]) => {
    const [high = 0, low = 0] = [light(a), light(b)].toSorted((one, other) => other - one);
    return (high + 0.05) / (low + 0.05);
  };
  const opacityOf = (classes: string, property: "fillOpacity" | "strokeOpacity") => {
    const mark = document.createElementNS("http://www.w3.org/2000/svg", "g");
    mark.setAttribute("class", classes.split(" ").slice(0, -1).join(" "));
    const fill = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    fill.setAttribute("class", classes.split(" ").at(-1) ?? "");
    document.querySelector(".chart-frame svg")?.append(mark);
    mark.append(fill);
    const opacity = Number(getComputedStyle(fill)[property]);
    mark.remove();
    return opacity;
  };
  const grounds = ["paper", "desk", "hover", "selected"];
  const colors = ["color-1", "color-2", "color-3", "color-4", "color-5", "mark"];
  const states = ["mark fill", "mark about fill", "mark hovered fill"];
  const weak: string[] = [];
  const judge = (what: string, ratio: number) => {
    if (ratio < 3) weak.push(`${what}: ${ratio.toFixed(2)}`);
  };
  for (const color of colors) {
    const own = channels(color);
    const hatch = mix(channels("paper"), own, opacityOf("hatch-line", "strokeOpacity"));
    judge(`hatch on ${color}`, contrast(hatch, own));
    for (const ground of grounds)
      for (const state of states) {
        const shown = mix(own, channels(ground), opacityOf(state, "fillOpacity"));
        judge(`${color} as ${state} on ${ground}`, contrast(shown, channels(ground)));
      }
  }
  probe.remove();
  return weak;
}

test("a change of the filters is announced once", async ({ kept: page }) => {
  await open(page, "/attacks");
  await filters.list(page).click();
  await filters.of(page, "place").locator("summary").click();
  await page.evaluate(() => {
    const said: string[] = [];
    const texts = new Map<Element, string>();
    const regions = [...document.querySelectorAll("[role=status], [aria-live]")];
    for (const region of regions) texts.set(region, region.textContent ?? "");
    new MutationObserver(() => {
      for (const region of document.querySelectorAll("[role=status], [aria-live]")) {
        const text = region.textContent ?? "";
        if (text !== (texts.get(region) ?? "") && text) said.push(text);
        texts.set(region, text);
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
    Object.assign(window, { said });
  });
  await filters.only(page, "place", "Kabul").click();
  await expect(
    page.getByRole("status").filter({ hasText: ` of ${countOf("attacks")}` }),
  ).toBeVisible();
  await expect(page.locator(".chips .chip")).toHaveCount(1);
  const inKabul = unfolded("attacks").filter(({ place }) => place === "Kabul");
  const said = await page.evaluate(() => (window as unknown as { said: string[] }).said);
  expect(said).toEqual([`${inKabul.length} of ${countOf("attacks")} figures where Place is Kabul`]);
});
