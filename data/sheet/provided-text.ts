/** Server components and the components that they render are bundled apart: this object is common to both. */
const key: unique symbol = Symbol.for("iskp-in-figures.texts");

const common = globalThis as typeof globalThis & { [key]?: Map<string, string> };

/** So many texts are kept, the latest: each is asked for soon after it was given, and then no more. */
const most = 200;

/** Keeps a text for the components that are rendered in this process; gives the name to ask for it by. */
export function provideText(text: string): string {
  common[key] ??= new Map();
  const texts = common[key];
  const name = `${text.length}-${hashOf(text).toString(36)}`;
  texts.delete(name);
  texts.set(name, text);
  for (const [oldest] of texts) {
    if (texts.size <= most) break;
    texts.delete(oldest);
  }
  return name;
}

/** The text of a name; "" in a browser, where none is kept. */
export function providedText(name: string): string {
  return common[key]?.get(name) ?? "";
}

/** FNV-1a, 32 bits: the same text has the same name in each build. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
