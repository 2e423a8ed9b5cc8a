import type { Figure } from "../figure/figure";
import type { Series } from "./mark";

/** A chart that stands alone on somebody else's page. */
export interface EmbeddedChart {
  readonly title: string;
  readonly series: Series;
  /** Ids of the documents that are drawn. */
  readonly documents: readonly string[];
  readonly selected: readonly string[];
  /** What the data say, computed. */
  readonly sentence: string;
  /** What is counted, and what the signs of the chart mean. */
  readonly legend: string;
  /** Whose figures these are, and in which edition of the workbook. */
  readonly source: string;
  /** The sheet with this view, from the root of the site. */
  readonly path: string;
  /** The rows of the view, its query, and what it leaves out in words. */
  readonly dataset: {
    readonly figures: readonly Figure[];
    readonly query: string;
    readonly conditions: string;
    /** How many rows of how many, and by which filters. */
    readonly says: string;
  };
  readonly problems: readonly string[];
}
