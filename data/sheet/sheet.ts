import type { Figure } from "../figure/figure";
import type { Chart, Schema } from "../table/descriptor";

/** A sheet of the workbook: a resource of figures, as it is published. */
export interface Sheet {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly chart: Chart;
  readonly figures: readonly Figure[];
}

/** A sheet with the schema that its figures follow. */
export interface SheetWithSchema extends Sheet {
  readonly schema: Schema;
}
