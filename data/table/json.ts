import { quote } from "./problem";

/** Where something stands in a text: its line and its character there, both from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export type Path = readonly PropertyKey[];

/** What a problem calls that which may stand at a place of a JSON text. */
const expectations = {
  value: "a value",
  first: 'a value or "]"',
  key: "a key in quotes",
  "first key": 'a key in quotes or "}"',
  colon: '":"',
  "next value": '"," or "]"',
  "next key": '"," or "}"',
  nothing: "nothing more",
};
type State = keyof typeof expectations;

/** The key of each object and the index of each list that is open. */
type Open = PropertyKey[];
type Step = (open: Open, token: string) => State;

const after: Step = (open) => {
  if (open.length === 0) return "nothing";
  return typeof open.at(-1) === "number" ? "next value" : "next key";
};
const enter =
  (key: PropertyKey, state: State): Step =>
  (open) => {
    open.push(key);
    return state;
  };
const leave: Step = (open, token) => {
  open.pop();
  return after(open, token);
};
const keep: Step = (open, token) => {
  open[open.length - 1] = JSON.parse(token);
  return "colon";
};
const count: Step = (open) => {
  open.push(Number(open.pop()) + 1);
  return "value";
};

const value = {
  string: after,
  other: after,
  "{": enter("", "first key"),
  "[": enter(0, "first"),
};
/** What follows on what, by the kind of a token: the grammar of JSON (RFC 8259). */
const grammar: { readonly [S in State]: { readonly [kind: string]: Step } } = {
  value,
  first: { ...value, "]": leave },
  key: { string: keep },
  "first key": { string: keep, "}": leave },
  colon: { ":": () => "value" },
  "next value": { ",": count, "]": leave },
  "next key": { ",": () => "key", "}": leave },
  nothing: {},
};

const string = /"(?:[^"\\\p{Cc}]|[\x7f-\x9f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/u;
const other = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/;
const token = new RegExp(`(${string.source})|(${other.source})|[{}[\\]:,]`, "uy");
const blank = /[ \t\r\n]*/y;

/**
 * Text → the value that it holds as JSON and the place of each part of it, or the place where it stops
 * being JSON, which JSON.parse says in other words in each version of Node, and not always.
 */
export function parseJson(text: string) {
  const offsets = new Map<string, number>();
  const open: Open = [];
  let state: State = "value";
  let offset = 0;
  for (;;) {
    offset = matchAt(blank, text, offset)[0].length + offset;
    if (offset === text.length && state === "nothing") break;
    const [found = "", isString, isOther] = matchAt(token, text, offset);
    const kind = isString ? "string" : isOther ? "other" : found;
    const step: Step | undefined = grammar[state][kind];
    if (!step) return { fault: { ...placeAt(text, offset), ...wordsOf(text, offset, state) } };
    const isValue = (state === "value" || state === "first") && kind in value;
    if (isValue) offsets.set(JSON.stringify(open), offset);
    state = step(open, found);
    offset += found.length;
  }
  return { value: JSON.parse(text) as unknown, placeOf: (path: Path) => find(path) };

  /** The place of a part, or of the smallest part around it that is there. */
  function find(path: Path): Place {
    const offset = offsets.get(JSON.stringify(path));
    if (offset !== undefined || path.length === 0) return placeAt(text, offset ?? 0);
    return find(path.slice(0, -1));
  }
}

function matchAt(pattern: RegExp, text: string, offset: number) {
  pattern.lastIndex = offset;
  return pattern.exec(text) ?? ([""] as const);
}

function placeAt(text: string, offset: number): Place {
  const lines = text.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: lines.length, column: 1 + (lines.at(-1)?.length ?? 0) };
}

function wordsOf(text: string, offset: number, state: State) {
  const [found = ""] = text.slice(offset).split(/[\r\n]/, 1);
  return { expected: expectations[state], found: found ? quote(found) : "the end of the file" };
}
