import { memo } from "react";
import type { View } from "@/data/view/view";
import { ChoiceLinks, type ToolProps } from "./chart-tools";

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
