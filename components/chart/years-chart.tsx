import { CartesianGrid, Legend, Line, LineChart, Tooltip, XAxis, YAxis } from "recharts";
import { axisLook, colorOf, gridLook, margin, shownNumber, tooltipLook } from "./plain-tooltip";

interface Props {
  readonly years: readonly number[];
  readonly lines: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
  readonly title: string;
  readonly width: number;
  readonly height: number;
}

/** A line for each group over the years; a year without a number is a gap. */
export default function YearsChart({ years, lines, title, width, height }: Props) {
  const rows = years.map((year, at) => ({
    year,
    ...Object.fromEntries(lines.map(({ values }, line) => [`v${line}`, values[at] ?? null])),
  }));
  return (
    <LineChart width={width} height={height + 40} data={rows} margin={margin} title={title}>
      <CartesianGrid vertical={false} {...gridLook} />
      <XAxis dataKey="year" minTickGap={24} {...axisLook} />
      <YAxis width={64} tickFormatter={shownNumber} {...axisLook} />
      <Tooltip {...tooltipLook} formatter={(value) => shownNumber(Number(value))} />
      {lines.length > 1 && <Legend verticalAlign="top" height={lines.length > 4 ? 48 : 28} />}
      {lines.map(({ name }, at) => (
        <Line
          key={name}
          dataKey={`v${at}`}
          name={name || title}
          stroke={colorOf(at)}
          strokeDasharray={at < 5 ? undefined : "5 3"}
          strokeWidth={2}
          dot={{ r: 2.5 }}
          connectNulls={false}
          isAnimationActive={false}
        />
      ))}
    </LineChart>
  );
}
