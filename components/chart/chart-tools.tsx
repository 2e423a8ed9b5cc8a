import { memo, useMemo } from "react";
import { kindOf, kinds, kindsOf, suitsLog } from "@/data/chart/kind";
import type { Series } from "@/data/chart/mark";
import type { Figure } from "@/data/figure/figure";
import type { Names } from "@/data/figure/names";
import type { Chart, ChartKind } from "@/data/table/descriptor";
import type { View } from "@/data/view/view";
import { ChoiceMenu } from "../controls/choice-menu";
import type { ImageUse } from "../controls/image-request";
import type { Show } from "../state/use-view";
import { ViewLink } from "../state/view-link";

/** What of a sheet and its view the controls around a chart are made of. */
export interface ToolProps {
  readonly series: Series;
  readonly chart: Chart;
  readonly figures: readonly Figure[];
  readonly names: Names;
  readonly view: View;
  readonly onShow: Show;
}

/** How the chart draws its measure, and on which axis. */
export const ChartTools = memo(function ChartTools(props: ToolProps) {
  const { series, chart, figures, names, view, onShow } = props;
  const { measure } = series;
  const known = useMemo(() => kindsOf(figures, measure, names), [figures, measure, names]);
  const isUsual = series.kind === kindOf(view, chart, figures, names);
  return (
    <div className="chart-tools">
      {known.length > 1 && (
        <ChoiceLinks
          label="Kind of chart"
          choices={known.map((kind) => [kind, kinds[kind].title, kinds[kind].says])}
          current={series.kind}
          changeTo={(kind: ChartKind): Partial<View> => ({
            chart: kind === chart.kind && !view.measure && isUsual ? null : kind,
          })}
          view={view}
          onShow={onShow}
        />
      )}
      {suitsLog(series) && <LogSwitch view={view} onShow={onShow} />}
    </div>
  );
});

/** As many measures as stand side by side; more are a list. */
const few = 2;

/** The measures of a sheet; the chart draws one of them, since units never share an axis. */
export const MeasurePicker = memo(function MeasurePicker(props: ToolProps) {
  const { series, chart, figures, names, view, onShow } = props;
  const measures = [...new Set([chart.measure, ...figures.map(({ measure }) => measure)])];
  if (measures.length === 1) return null;
  const all = series.kind === "timeline" ? "all" : null;
  const choices = [
    ...(chart.kind === "timeline" ? [["all", "All measures"] as const] : []),
    ...measures.map((measure) => [measure, names.measures[measure] ?? measure] as const),
  ];
  const current = all ?? series.measure;
  const changeTo = (choice: string): Partial<View> => ({
    measure:
      choice === "all" || (choice === chart.measure && chart.kind !== "timeline") ? null : choice,
    chart: null,
  });
  const name = choices.find(([choice]) => choice === current)?.[1] ?? "All measures";
  return (
    <ChoiceLinks
      label="Measure of the chart"
      title={choices.length > few ? name : undefined}
      {...{ choices, current, changeTo, view, onShow }}
    />
  );
});

const uses: { readonly [use in ImageUse]: string } = {
  copy: "Copy image",
  png: "PNG, double size",
  svg: "SVG, for any size",
};

/** One switch, a link to the view with the other scale. */
function LogSwitch({ view, onShow }: Pick<ToolProps, "view" | "onShow">) {
  const isLog = view.scale === "log";
  return (
    <ViewLink
      className="toggle"
      change={{ scale: isLog ? "linear" : "log" }}
      isCurrent={isLog}
      view={view}
      onShow={onShow}
      title="Each gridline is ten times the last: small numbers stay visible beside large ones"
    >
      Log scale
    </ViewLink>
  );
}

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

interface ChoiceProps<T extends string> extends Pick<ToolProps, "view" | "onShow"> {
  readonly label: string;
  /** Of a list that opens; without it the choices stand beside each other. */
  readonly title?: string | undefined;
  readonly choices: readonly (readonly [choice: T, title: string, says?: string])[];
  readonly current: T;
  readonly changeTo: (choice: T) => Partial<View>;
}

/** One of a few, each a link to its view, so that it works without a script. */
function ChoiceLinks<T extends string>(props: ChoiceProps<T>) {
  const { label, title, choices, current, changeTo, view, onShow } = props;
  const links = choices.map(([choice, name, says]) => (
    <li key={choice}>
      <ViewLink
        change={changeTo(choice)}
        isCurrent={choice === current}
        title={says}
        {...{ view, onShow }}
      >
        {name}
      </ViewLink>
    </li>
  ));
  return (
    <nav aria-label={label}>
      {title ? <ChoiceMenu title={title}>{links}</ChoiceMenu> : <ul className="choice">{links}</ul>}
    </nav>
  );
}
