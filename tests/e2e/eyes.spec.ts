import {
  breaches,
  countOf,
  expect,
  filters,
  open,
  overflow,
  type Page,
  row,
  sheets,
  test,
  unfolded,
  visit,
} from "./reader";

// What WCAG 2.2 AA asks of a page and axe does not see, or not unless it is asked.

const plain = ["/", "/disagreements", "/documents", "/codebook", "/method", "/use"];
const view = "/attacks?place=Kabul&_find=attack&planet=Mars&_select=attacks-2023-kp-ctc";
const worked = [...sheets.map(({ name }) => `/${name}`), "/figures", view];

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

const narrow = { width: 320, height: 640 };

/** Holds a page that a narrow window shows to windows of other sizes, and to widely spaced text. */
async function expectToFit(page: Page) {
  await test.step("at 400 % zoom of a window of 1,280 no text is cut", async () => {
    expect.soft(await overflow(page)).toBe(0);
    expect.soft(await cutTexts(page)).toEqual([]);
  });
  await test.step("a phone and a tablet do not scroll sideways", async () => {
    for (const width of [390, 768]) {
      await page.setViewportSize({ width, height: 844 });
      expect.soft(await overflow(page), `at ${width}`).toBe(0);
    }
  });
  await test.step("spaced text is not lost, in a wide window and a narrow one", async () => {
    const forget = await style(page, spacing);
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 800 });
      expect.soft(await overflow(page), `at ${width}`).toBe(0);
      // What a drawing shortens to its room stands whole in its tooltip, its name and the table.
      expect.soft(await cutTexts(page, ".chart"), `at ${width}`).toEqual([]);
    }
    await forget();
  });
}

test.describe("the sizes of a page", () => {
  for (const address of [...worked, ...plain])
    test(`${address} fits, from a phone to 400 % zoom and with text spaced as wide as WCAG asks`, async ({
      kept: page,
    }) => {
      await page.setViewportSize(narrow);
      await (worked.includes(address) ? open : visit)(page, address);
      await expectToFit(page);
    });

  test.describe("an address that is none", () => {
    test.use({ refusals: [404] });

    test("fits too", async ({ page }) => {
      await page.setViewportSize(narrow);
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
});

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

test("each stop of the Tab key looks different while it has the focus", async ({ page }) => {
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
  page,
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
    [".ag-row-selected .ag-cell", ".ag-row:not(.ag-row-selected) .ag-cell", "background-color"],
    [".segments [aria-pressed=true]", ".segments [aria-pressed=false]", "background-color"],
    [".choice [aria-current]", ".choice a:not([aria-current])", "background-color"],
    [".tabs [aria-current]", ".tabs a:not([aria-current])", "background-color"],
    [".mark.selected .fill", ".mark:not(.selected) .fill", "fill"],
    [".hatch-line", ".mark:not(.selected) .fill", "stroke"],
  ] as const;
  for (const [one, other, name] of pairs)
    expect.soft(await read(one, name), one).not.toBe(await read(other, name));
  const cell = row(page, "attacks-2022-ctc").locator("[col-id=place]");
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
