import { memo, useMemo } from "react";
import { kindOf, kinds, kindsOf } from "@/data/chart/kind";
import type { Series } from "@/data/chart/mark";
import { hasScale } from "@/data/chart/series";
import type { Figure } from "@/data/figure/figure";
import type { Names } from "@/data/figure/names";
import type { Chart, ChartKind } from "@/data/table/descriptor";
import { type ScaleName, scales, type View } from "@/data/view/view";
import { ChoiceMenu } from "../controls/choice-menu";
import type { ImageUse } from "../controls/image-request";
import type { Show } from "../state/use-view";
import { ViewLink } from "../state/view-link";

interface Props {
  readonly series: Series;
  readonly chart: Chart;
  readonly figures: readonly Figure[];
  readonly names: Names;
  readonly view: View;
  readonly onShow: Show;
}

/** How the chart draws its measure, and on which axis. */
export const ChartTools = memo(function ChartTools(props: Props) {
  const { series, chart, figures, names, view, onShow } = props;
  const { measure } = series;
  const known = useMemo(() => kindsOf(figures, measure, names), [figures, measure, names]);
  const isUsual = series.kind === kindOf(view, chart, figures, names);
  return (
    <div className="chart-tools">
      {known.length > 1 && (
        <ChoiceLinks
          label="Kind of chart"
          choices={known.map((kind) => [kind, kinds[kind].title])}
          current={series.kind}
          changeTo={(kind: ChartKind): Partial<View> => ({
            chart: kind === chart.kind && !view.measure && isUsual ? null : kind,
          })}
          view={view}
          onShow={onShow}
        />
      )}
      {hasScale(series) && (
        <ChoiceLinks
          label="Scale"
          choices={scales.map((scale) => [scale, scaleTitles[scale]])}
          current={view.scale}
          changeTo={(scale: ScaleName): Partial<View> => ({ scale })}
          view={view}
          onShow={onShow}
        />
      )}
    </div>
  );
});

const scaleTitles: { readonly [scale in ScaleName]: string } = { linear: "Linear", log: "Log" };
const uses: { readonly [use in ImageUse]: string } = {
  copy: "Copy image",
  png: "PNG, double size",
  svg: "SVG, for any size",
};

/** The chart as a picture, to paste or as a file. */
export function SaveMenu({ onSave }: { onSave: (use: ImageUse) => void }) {
  return (
    <ChoiceMenu title="Save image" className="save">
      {(Object.keys(uses) as ImageUse[]).map((use) => (
        <li key={use}>
          <button type="button" onClick={() => onSave(use)}>
            {uses[use]}
          </button>
        </li>
      ))}
    </ChoiceMenu>
  );
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly choices: readonly (readonly [choice: T, title: string])[];
  readonly current: T;
  readonly changeTo: (choice: T) => Partial<View>;
  readonly view: View;
  readonly onShow: Show;
}

/** One of a few, each a link to its view, so that it works without a script. */
export function ChoiceLinks<T extends string>(props: ChoiceProps<T>) {
  const { label, choices, current, changeTo, view, onShow } = props;
  return (
    <nav aria-label={label}>
      <ul className="choice">
        {choices.map(([choice, title]) => (
          <li key={choice}>
            <ViewLink
              change={changeTo(choice)}
              isCurrent={choice === current}
              view={view}
              onShow={onShow}
            >
              {title}
            </ViewLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
