import { count } from "@/data/describe";
import type { Summary } from "@/data/summary";
import { formatView, type View } from "@/data/view";
import type { Show } from "./use-view";

interface Props {
  readonly name: string;
  readonly view: View;
  readonly summary: Summary;
  readonly sentence: string;
  readonly onShow: Show;
}

/** How many figures are shown and why not all, and the files of this view and of the whole sheet. */
export function StatusBar({ name, view, summary, sentence, onShow }: Props) {
  const { selected, selectedElsewhere } = summary;
  return (
    <footer className="status-bar">
      <p role="status">
        {sentence}
        {selected > 0 && ` · ${count(selected, "figure")} selected`}
        {selectedElsewhere > 0 && ` · ${selectedElsewhere} selected outside this view`}
      </p>
      <Repeats view={view} folded={summary.folded} onShow={onShow} />
      <span className="downloads">
        <a href={viewFile(name, view)} download>
          Download this view (CSV)
        </a>
        <a href={`/data/${name}.csv`} download>
          Whole sheet
        </a>
      </span>
    </footer>
  );
}

function Repeats({ view, folded, onShow }: Pick<Props, "view" | "onShow"> & { folded: number }) {
  if (folded === 0 && view.repeats === "fold") return null;
  const repeats = view.repeats === "show" ? "fold" : "show";
  return (
    <a
      href={`?${formatView({ ...view, repeats })}`}
      onClick={(event) => {
        event.preventDefault();
        onShow({ repeats });
      }}
    >
      {repeats === "show" ? "Show repeats" : "Fold repeats"}
    </a>
  );
}

/** A bare address is the whole sheet, so the file of a view without filters says that it folds. */
export function viewFile(name: string, view: View): string {
  const query = formatView({ ...view, select: [], measure: null });
  return `/data/${name}.csv?${query || "_repeats=fold"}`;
}
