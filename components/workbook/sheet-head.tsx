import { memo } from "react";
import { Changing } from "../controls/changing";
import { Ignored } from "../controls/ignored";

interface Props {
  readonly sheet: { readonly title: string; readonly description: string };
  /** Parts of the query that were ignored, a line each. */
  readonly problems: readonly string[];
  /** What the data say, computed. */
  readonly sentence: string;
}

/** Title, what the sheet holds and, where no chart says it, what its figures say. */
export const SheetHead = memo(function SheetHead({ sheet, problems, sentence }: Props) {
  return (
    <header className="sheet-head">
      <h1 id="sheet-title">{sheet.title}</h1>
      <p>
        <span className="what">{sheet.description}</span>{" "}
        <strong>
          <Changing text={sentence} />
        </strong>
      </p>
      <Ignored problems={problems} />
    </header>
  );
});
