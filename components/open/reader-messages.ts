import type { CheckedFigures, MarkedRow } from "@/data/compare/figure-marks";
import type { Register } from "@/data/compare/register";
import type { KeptAct } from "@/data/edit/replay";
import type { EditRequest } from "@/data/edit/request";
import type { Edited, EditedTable } from "@/data/edit/session";
import type { Drawn, DrawRequest } from "@/data/open/draw";
import type { Grouped, GroupRequest } from "@/data/open/group";
import type { Pivot, PivotRequest } from "@/data/open/pivot";
import type { Given, Progress } from "@/data/open/read";
import type { Opened, OpenedView } from "@/data/open/session";
import type { SpanCounts, SpansRequest } from "@/data/open/spans";
import type { Format } from "@/data/open/take";
import type { WholeTable } from "@/data/open/whole";
import type { CellPlace, CellRange } from "@/data/view/cell-range";

/** What the page may ask of the worker that holds the open table. */
export interface Calls {
  open(file: File, given: Given): Promise<Opened | { readonly refusal: string }>;
  view(query: string): Promise<OpenedView>;
  rows(from: number, to: number): Promise<readonly MarkedRow[]>;
  /** Checks a table of figures by the rules of the register, told once; a cell that breaks one is marked from then on. */
  check(register: Register | null): Promise<CheckedFigures>;
  /** The next cell of the view that breaks a rule; null where no row shown has one. */
  nextProblem(after: CellPlace | null): Promise<CellPlace | null>;
  /** Where a row of the table stands in the view; −1 where the view leaves it out. */
  placeOf(row: number): Promise<number>;
  group(request: GroupRequest): Promise<Grouped | null>;
  pivot(request: PivotRequest): Promise<Pivot | null>;
  whole(most: number): Promise<WholeTable>;
  spans(request: SpansRequest): Promise<SpanCounts | null>;
  draw(request: DrawRequest): Promise<Drawn | null>;
  values(column: string): Promise<readonly (readonly [value: string, rows: number])[]>;
  csv(part: "view" | "whole"): Promise<Blob>;
  /** A file of the rows, or why there can be none. */
  take(part: "view" | "whole", format: Format): Promise<Blob | { readonly refusal: string }>;
  /** Edits the table; null where the request comes to nothing. */
  edit(request: EditRequest): Promise<Done | null>;
  undo(): Promise<Done | null>;
  redo(): Promise<Done | null>;
  /** What the table comes to after the last act. */
  edited(): Promise<EditedTable>;
  /** Does kept acts again; `lost` are those at the end that no longer fit. */
  replay(acts: readonly KeptAct[]): Promise<Replayed>;
  /** The whole cells of a range of the view. */
  cells(range: CellRange): Promise<readonly (readonly string[])[]>;
}

/** An act that was done, and the act as it is kept. */
export interface Done {
  readonly edited: Edited;
  readonly kept: KeptAct;
}

export interface Replayed {
  readonly edited: Edited;
  readonly table: EditedTable;
  readonly lost: number;
}

/** A call on its way to the worker. */
export interface Asked {
  readonly id: number;
  readonly name: keyof Calls;
  readonly args: readonly unknown[];
}

/** What the worker tells the page. */
export type Told =
  | { readonly kind: "answer"; readonly id: number; readonly value: unknown }
  | { readonly kind: "failure"; readonly id: number; readonly message: string }
  | { readonly kind: "progress"; readonly progress: Progress };
