import { requestImage } from "../controls/image-request";

const uses = { png: "PNG", svg: "SVG" } as const;

/** The chart of the page as a picture, which the page itself draws. */
export function ChartFiles() {
  return (
    <p className="chart-files">
      <b>Chart</b>{" "}
      <span className="quiet">as this view draws it, with its words and its sources</span>{" "}
      <span className="files">
        {(Object.keys(uses) as (keyof typeof uses)[]).map((use) => (
          <button key={use} type="button" onClick={() => requestImage(use)}>
            {uses[use]}
          </button>
        ))}
      </span>
    </p>
  );
}
