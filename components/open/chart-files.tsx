import type { RefObject } from "react";

interface Props {
  /** What the chart and its words stand in. */
  readonly box: RefObject<HTMLElement | null>;
  readonly title: string;
  readonly file: string;
  readonly onProblem: (message: string) => void;
}

/** The chart as a picture that is complete by itself. */
export function ChartFiles({ box, title, file, onProblem }: Props) {
  const save = async (as: "svg" | "png") => {
    const drawn = box.current?.querySelector<SVGSVGElement>(".recharts-wrapper > svg");
    if (!drawn) return;
    const words = box.current?.querySelector(".chart-words")?.textContent ?? "";
    const name = `${file.replace(/(?:\.[a-z]{1,5})+$/i, "")}-chart`;
    try {
      const { saveDrawn } = await import("../chart/chart-save");
      await saveDrawn({ drawn, title, words, source: `Rows of ${file}.` }, name, as);
    } catch {
      onProblem("The picture could not be made.");
    }
  };
  return (
    <p className="chart-files">
      {(["svg", "png"] as const).map((as) => (
        <button key={as} type="button" onClick={() => save(as)}>
          Save as {as.toUpperCase()}
        </button>
      ))}
    </p>
  );
}
