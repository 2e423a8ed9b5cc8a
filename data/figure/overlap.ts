import { compareText, groupBy } from "../table/order";
import { overlaps, type Span, spanOf } from "../table/period";
import { add, exactly, toEstimate } from "./estimate";
import type { Figure } from "./figure";
import { describeEstimate, formatPeriod, joinWith } from "./format";
import type { Names } from "./names";

/** What the figures of a workbook say of one another: what each stands for, and what contains it. */
export interface Relations {
  /** What a figure stands for, whoever says it: the same of all statements and repeats of one fact. */
  readonly keyOf: (figure: Figure) => string;
  /** For each key that is a part, the figures it is said to be a part of. */
  readonly wholes: ReadonlyMap<string, ReadonlySet<Figure>>;
  /** For each key, the keys of everything that contains it, directly or not. */
  readonly above: ReadonlyMap<string, ReadonlySet<string>>;
}

const known = new WeakMap<readonly Figure[], Relations>();

/** The relations of all figures of a workbook; kept, since each total asks. */
export function relationsOf(all: readonly Figure[]): Relations {
  const found = known.get(all) ?? toRelations(all);
  known.set(all, found);
  return found;
}

function toRelations(all: readonly Figure[]): Relations {
  const byId = new Map(all.map((figure) => [figure.id, figure]));
  const keyOf = keysOf(all, byId);
  const wholes = new Map<string, Set<Figure>>();
  for (const figure of all) {
    const whole = byId.get(figure.part_of ?? "");
    if (whole) wholes.set(keyOf(figure), (wholes.get(keyOf(figure)) ?? new Set()).add(whole));
  }
  const climb = (key: string, seen: Set<string>): Set<string> => {
    for (const parent of [...(wholes.get(key) ?? [])].map(keyOf))
      if (!seen.has(parent)) climb(parent, seen.add(parent));
    return seen;
  };
  const above = new Map([...wholes.keys()].map((key) => [key, climb(key, new Set())]));
  return { keyOf, wholes, above };
}

/** Figures that share a fact or repeat one another stand for one thing, and so does what these share. */
function keysOf(
  all: readonly Figure[],
  byId: ReadonlyMap<string, Figure>,
): (figure: Figure) => string {
  const parents = new Map<string, string>();
  const rootOf = (node: string): string => {
    let root = node;
    for (let next = parents.get(root); next !== undefined; next = parents.get(root)) root = next;
    return root;
  };
  const join = (a: string, b: string) => {
    const [root, other] = [rootOf(a), rootOf(b)];
    if (root !== other) parents.set(root, other);
  };
  for (const { id, fact, echoes } of all) {
    if (fact !== null) join(`figure ${id}`, `fact ${fact}`);
    if (byId.has(echoes ?? "")) join(`figure ${id}`, `figure ${echoes}`);
  }
  const keyOf = ({ id, fact }: Figure) => rootOf(fact === null ? `figure ${id}` : `fact ${fact}`);
  const keys = new Map(all.map((figure) => [figure, keyOf(figure)]));
  return (figure) => keys.get(figure) ?? keyOf(figure);
}

interface Context {
  readonly all: readonly Figure[];
  readonly names: Names;
}

/**
 * Why figures of one measure may not be added, naming those that it is about; null where they may. The
 * plainest reason goes first, and the order of the figures changes nothing.
 */
export function overlapOf(figures: readonly Figure[], { all, names }: Context): string | null {
  const sorted = figures.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const relations = relationsOf(all);
  for (const { why, among } of pairRules) {
    const asked = among(sorted, relations);
    for (const [index, a] of asked.entries())
      for (let next = index + 1; next < asked.length; next++) {
        const b = asked[next];
        const reason = b && why(a, b, relations, names);
        if (reason) return reason;
      }
  }
  return (
    undated(sorted) ??
    crowding(sorted, all) ??
    piecemeal(sorted, all, names) ??
    unlike(sorted, relations)
  );
}

/** What a count over a period must share with another one, so that both are counts of one kind. */
const alike = ["subject", "basis", "claimant"] as const;

/**
 * A count over a period is added to counts of the same thing, known in the same way: neither to a single
 * event nor to a selection that a text names. Parts of one whole are alike.
 */
function unlike(figures: readonly Figure[], { keyOf, wholes }: Relations): string | null {
  const wholesOf = (figure: Figure) => [...(wholes.get(keyOf(figure)) ?? [])].map(keyOf);
  const [count] = figures.filter(({ event }) => event === null);
  if (!count) return null;
  const own = wholesOf(count);
  const other = figures.find(
    (each) =>
      !wholesOf(each).some((whole) => own.includes(whole)) &&
      (each.event !== null || alike.some((name) => each[name] !== count[name])),
  );
  if (!other) return null;
  const [a, b] = [nameOf(count), nameOf(other)];
  return other.event === null
    ? `${a} and ${b} are not counted alike`
    : `${a} is of a period, ${b} of one event`;
}

/**
 * Figures of events that are not all of one event, where more of one of the events is stated: its figure
 * is a piece beside whole ones.
 */
function piecemeal(
  figures: readonly Figure[],
  all: readonly Figure[],
  { events }: Names,
): string | null {
  if (new Set(figures.map(({ event, id }) => event ?? id)).size < 2) return null;
  const missing = missingOf(figures, all).find(({ precision }) => precision !== "words");
  const piece = figures.find(({ event }) => event !== null && event === missing?.event);
  return missing && piece
    ? `${nameOf(piece)} is not all of ${events[piece.event ?? ""] ?? piece.event}: ${nameOf(missing)} is not among these`
    : null;
}

/** What else is stated of the events of some figures, in the same measure and outside of any whole. */
export function missingOf(figures: readonly Figure[], all: readonly Figure[]): readonly Figure[] {
  const { keyOf, wholes } = relationsOf(all);
  const keys = new Set(figures.map(keyOf));
  const ofEvent = ({ event, measure }: Figure) => `${event} ${measure}`;
  const counts = new Set(figures.filter(({ event }) => event !== null).map(ofEvent));
  return all.filter(
    (other) => counts.has(ofEvent(other)) && !keys.has(keyOf(other)) && !wholes.has(keyOf(other)),
  );
}

interface PairRule {
  /** Why two figures may not be added, in either order; null where they may. */
  readonly why: (a: Figure, b: Figure, relations: Relations, names: Names) => string | null;
  /** The figures of which a pair may give a reason, in their order: found without looking at each pair. */
  readonly among: (figures: readonly Figure[], relations: Relations) => readonly Figure[];
}

/** Why two figures may not be added; where no rule speaks they are separate. */
const pairRules: readonly PairRule[] = [
  {
    why: (a, b, relations) => containment(a, b, relations) ?? containment(b, a, relations),
    among: (figures, { keyOf, above }) => {
      const keys = new Set(figures.map(keyOf));
      const related = new Set<string>();
      for (const key of keys)
        for (const whole of above.get(key) ?? []) if (keys.has(whole)) related.add(key).add(whole);
      return figures.filter((figure) => related.has(keyOf(figure)));
    },
  },
  {
    why: (a, b, { keyOf }) =>
      keyOf(a) === keyOf(b)
        ? `${describeEstimate(a)} and ${nameOf(b)} are two statements of one fact`
        : null,
    among: (figures, { keyOf }) => {
      const statements = groupBy(figures, keyOf);
      return figures.filter((figure) => (statements.get(keyOf(figure))?.length ?? 0) > 1);
    },
  },
  {
    why: (a, b, _, names) => {
      if (isSeparate(a, b)) return null;
      if (a.event !== null && a.event === b.event) return sameEvent(a, b, names);
      if (!periodOf(a) || !periodOf(b)) return null;
      const said = [a, b].map((figure) => `${nameOf(figure)} of ${formatPeriod(figure)}`);
      return `the periods overlap: ${joinWith(said, "and")}`;
    },
    among: (figures) => (sharesEvent(figures) || sharesDay(figures) ? figures : []),
  },
  {
    why: (a, b, relations) => strangePart(a, b, relations) ?? strangePart(b, a, relations),
    among: (figures, { keyOf, wholes }) => {
      const [first, ...others] = figures.map((figure) => wholes.get(keyOf(figure)));
      const isCommon = (whole: Figure) => others.every((each) => each?.has(whole));
      const isParted = first !== undefined || others.some((each) => each !== undefined);
      return isParted && ![...(first ?? [])].some(isCommon) ? figures : [];
    },
  },
];

/** True where two of the figures are of one event and may be the same. */
function sharesEvent(figures: readonly Figure[]): boolean {
  const ofEvents = figures.filter(({ event }) => event !== null);
  return [...groupBy(ofEvents, ({ event }) => event).values()].some((group) =>
    group.some((a, index) => group.slice(index + 1).some((b) => !isSeparate(a, b))),
  );
}

/** True where two of the figures have a day in common and are not separate otherwise. */
function sharesDay(figures: readonly Figure[]): boolean {
  const dated = figures
    .flatMap((figure) => {
      const span = periodOf(figure);
      return span ? [{ figure, span }] : [];
    })
    .toSorted((a, b) => compareText(a.span.from, b.span.from));
  let open: typeof dated = [];
  for (const each of dated) {
    open = open.filter(({ span }) => span.to >= each.span.from);
    if (open.some(({ figure }) => !isSeparate(figure, each.figure))) return true;
    open.push(each);
  }
  return false;
}

function sameEvent(a: Figure, b: Figure, { events }: Names): string {
  return `${nameOf(a)} and ${nameOf(b)} may be the same of ${events[a.event ?? ""] ?? a.event}`;
}

function containment(part: Figure, whole: Figure, { keyOf, above }: Relations): string | null {
  if (!above.get(keyOf(part))?.has(keyOf(whole))) return null;
  return `${nameOf(part)} is part of ${describeEstimate(whole)}`;
}

/** A part counts less than what it stands beside, unless that is a part of the same whole. */
function strangePart(part: Figure, other: Figure, { keyOf, wholes }: Relations): string | null {
  const own = [...(wholes.get(keyOf(part)) ?? [])];
  const [whole] = own;
  const keys = new Set([...(wholes.get(keyOf(other)) ?? [])].map(keyOf));
  if (!whole || own.some((each) => keys.has(keyOf(each)))) return null;
  return `${nameOf(part)} is only a part of ${describeEstimate(whole)}`;
}

/** Figures of one event cover that event; any others are added only where each states its period. */
function undated(figures: readonly Figure[]): string | null {
  const [first] = figures;
  if (figures.length < 2) return null;
  if (first?.event && figures.every(({ event }) => event === first.event)) return null;
  const without = figures.filter((figure) => periodOf(figure) === null).map(nameOf);
  if (without.length === 0) return null;
  if (without.length > 2)
    return `no period is stated for ${without.length} of these, ${without[0]} among them`;
  const either = without.length === figures.length ? "either: " : "";
  return `no period is stated for ${either}${joinWith(without, "and")}`;
}

/** Parts of one whole that come to more than it does are not separate, however they are listed. */
function crowding(figures: readonly Figure[], all: readonly Figure[]): string | null {
  const partsOf = groupBy(figures, ({ part_of }) => part_of);
  for (const whole of all) {
    const parts = partsOf.get(whole.id) ?? [];
    const sum = parts.flatMap((part) => toEstimate(part) ?? []).reduce(add, exactly(0));
    const limit = toEstimate(whole);
    if (parts.length > 1 && limit && sum.low > limit.high)
      return `${joinWith(parts.map(describeEstimate), "and")} come to more than their whole, ${describeEstimate(whole)}`;
  }
  return null;
}

/** A figure by its value and what it counts, for a reason: "2 (brothers of Khalimov)". */
function nameOf(figure: Figure): string {
  const { subject } = figure;
  return `${describeEstimate(figure)}${subject ? ` (${subject})` : ""}`;
}

/**
 * True where two figures are provably about different things. Two figures of events: the events
 * differ, or one paragraph lists different subjects of the event side by side, where containment
 * would have been encoded as such. Any others: their periods share no day, or their places no country.
 */
export function isSeparate(a: Figure, b: Figure): boolean {
  if (a.event !== null && b.event !== null) return a.event !== b.event || isListedWith(a, b);
  const [first, second] = [periodOf(a), periodOf(b)];
  if (first && second && !overlaps(first, second)) return true;
  return Boolean(a.countries && b.countries && !sharesCode(a.countries, b.countries));
}

/** The period that a count covers; the date of a statement is none. */
export function periodOf({ start, end }: Figure): Span | null {
  return start === null ? null : spanOf({ start, end });
}

function sharesCode(a: string, b: string): boolean {
  const codes = new Set(a.split(" "));
  return b.split(" ").some((code) => codes.has(code));
}

function isListedWith(a: Figure, b: Figure): boolean {
  const place = ["event", "document", "paragraph", "claimant"] as const;
  const isSubject = a.subject !== null && b.subject !== null && a.subject !== b.subject;
  return isSubject && place.every((name) => a[name] === b[name]);
}
