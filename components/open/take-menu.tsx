import { useState } from "react";
import type { Format } from "@/data/open/take";
import { Menu } from "../controls/menu";
import { number, saveAs } from "./open-status";
import type { Reader } from "./reader";

interface Props {
  readonly file: string;
  /** How many rows the view has, and how many the table. */
  readonly count: number;
  readonly size: number;
  readonly reader: Reader;
  readonly onProblem: (message: string) => void;
}

/** What each kind of file is called, what it holds, and how its name ends. */
const kinds: {
  readonly [format in Format]: readonly [name: string, says: string, ending: string];
} = {
  printed: ["CSV, as printed", "every cell exactly as in the file", ".csv"],
  csv: ["CSV, cleaned", "plain numbers, dates as 2024-01-31, missing cells empty", "-clean.csv"],
  xlsx: ["Excel", "one sheet, with real numbers and dates", ".xlsx"],
  json: ["JSON", "one record per row", ".json"],
  package: ["Data Package", "cleaned CSV and its schema, zipped; reopens here as it is", ".zip"],
};

/** The rows of the view, or all of them, as a file of each kind. */
export function TakeMenu({ file, count, size, reader, onProblem }: Props) {
  const [asked, setPart] = useState<"view" | "whole">("view");
  const part = count < size ? asked : "whole";
  const take = (format: Format) =>
    reader.take(part, format).then(
      (taken) =>
        "refusal" in taken
          ? onProblem(taken.refusal)
          : saveAs(taken, nameOf(file, part, kinds[format][2])),
      ({ message }: Error) => onProblem(message),
    );
  return (
    <Menu
      className="menu take-menu"
      title="Save as"
      inside={() => (
        <div className="menu-body take-body">
          {count < size && (
            <fieldset className="segments">
              <legend className="visually-hidden">Which rows</legend>
              {(["view", "whole"] as const).map((each) => (
                <button
                  key={each}
                  type="button"
                  aria-pressed={part === each}
                  onClick={() => setPart(each)}
                >
                  {each === "view" ? `These ${number(count)} rows` : `All ${number(size)} rows`}
                </button>
              ))}
            </fieldset>
          )}
          <ul>
            {(Object.keys(kinds) as Format[]).map((format) => (
              <li key={format}>
                <button type="button" onClick={() => take(format)}>
                  {kinds[format][0]}
                </button>{" "}
                <span className="quiet">{kinds[format][1]}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    />
  );
}

/** The name of the open file with another ending; rows of a view say so. */
function nameOf(file: string, part: "view" | "whole", ending: string): string {
  const name = file.replace(/(\.(csv|tsv|txt|tab|psv|xlsx|gz|zip))+$/i, "");
  return `${name}${part === "view" ? "-rows" : ""}${ending}`;
}
