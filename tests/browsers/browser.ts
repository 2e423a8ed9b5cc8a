/** What this suite asks of a browser; `firefox.ts` and `webkit.ts` each do it over a standard protocol. */
export interface Browser {
  /** Opens an address of the site and waits for its load event. */
  open(path: string): Promise<void>;
  /** Runs the text of an async function without parameters in the page; what it returns is text. */
  run(source: string): Promise<string>;
  /** Moves the pointer or presses keys, in the words that both protocols share. */
  perform(actions: readonly Actions[]): Promise<void>;
  /** Gives the page this size, or the next that the browser can. */
  resize(width: number, height: number): Promise<void>;
  /** The folder that downloads go to. */
  readonly downloads: string;
  close(): Promise<void>;
}

/** What one input device does, step by step. */
export interface Actions {
  readonly type: "pointer" | "key";
  readonly id: string;
  readonly actions: readonly object[];
}

/** A browser that can be tested with, or the reason why there is none on this machine. */
export type Found = { readonly start: () => Promise<Browser> } | { readonly missing: string };

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Calls a function in the page with JSON. It sees nothing but its parameters and the page. */
export async function evaluate<Given extends readonly Json[], Result extends Json>(
  browser: Browser,
  call: (...given: Given) => Result | Promise<Result>,
  ...given: Given
): Promise<Result> {
  const source = `async () => JSON.stringify(await (${call})(...${JSON.stringify(given)}))`;
  return JSON.parse(await browser.run(source));
}

/** Clicks in the middle of an element, as soon as it stands still and nothing lies on it. */
export async function click(browser: Browser, selector: string) {
  for (let tries = 0; tries < 100; tries++) {
    const place = await evaluate(browser, placeOf, selector);
    if (place) return press(browser, place);
  }
  throw new Error(`Nothing to click at: ${selector}`);
}

/** Types text into what has the focus. */
export async function type(browser: Browser, text: string) {
  const actions = [...text].flatMap((value) => [
    { type: "keyDown", value },
    { type: "keyUp", value },
  ]);
  await browser.perform([{ type: "key", id: "keyboard", actions }]);
}

/** Presses a key while Control is held. */
export async function pressWithControl(browser: Browser, value: string) {
  const control = "\uE009";
  const actions = [
    { type: "keyDown", value: control },
    { type: "keyDown", value },
    { type: "keyUp", value },
    { type: "keyUp", value: control },
  ];
  await browser.perform([{ type: "key", id: "keyboard", actions }]);
}

async function press(browser: Browser, [x, y]: readonly [number, number]) {
  const actions = [
    { type: "pointerMove", x, y, duration: 0 },
    { type: "pointerDown", button: 0 },
    { type: "pointerUp", button: 0 },
  ];
  await browser.perform([{ type: "pointer", id: "mouse", actions }]);
}

/** Runs in the page: the middle of an element, where a click reaches it. */
async function placeOf(selector: string): Promise<[number, number] | null> {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const element = document.querySelector(selector);
  element?.scrollIntoView({ block: "nearest", inline: "nearest" });
  const before = element?.getBoundingClientRect();
  await frame();
  await frame();
  const after = element?.getBoundingClientRect();
  if (!element || !before || !after || before.x !== after.x || before.y !== after.y) return null;
  const [x, y] = [after.x + after.width / 2, after.y + after.height / 2].map(Math.round);
  if (x === undefined || y === undefined) return null;
  const top = document.elementFromPoint(x, y);
  return top && (element.contains(top) || top.contains(element)) ? [x, y] : null;
}
