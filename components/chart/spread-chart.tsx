import { Bar, BarChart, CartesianGrid, Tooltip, XAxis, YAxis } from "recharts";
import { axisLook, gridLook, margin, shownNumber, tooltipLook } from "./plain-tooltip";

interface Bin {
  readonly from: number;
  readonly to: number;
  readonly rows: number;
}

interface Props {
  readonly bins: readonly Bin[];
  readonly isWhole: boolean;
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly onChoose: (bin: Bin) => void;
}

/** Rows by steps of a number, side by side without a gap. */
export default function SpreadChart({ bins, isWhole, title, width, height, onChoose }: Props) {
  const rows = bins.map((bin) => ({ ...bin, name: shownNumber(bin.from) }));
  return (
    <BarChart
      width={width}
      height={height}
      data={rows}
      margin={margin}
      barCategoryGap={1}
      title={title}
    >
      <CartesianGrid vertical={false} {...gridLook} />
      <XAxis dataKey="name" minTickGap={24} {...axisLook} />
      <YAxis width={56} allowDecimals={false} {...axisLook} />
      <Tooltip
        {...tooltipLook}
        cursor={{ fill: "var(--hover)" }}
        labelFormatter={(_, [item]) => (item ? nameOfBin(item.payload as Bin, isWhole) : "")}
      />
      <Bar
        dataKey="rows"
        name="Rows"
        fill="var(--color-1)"
        isAnimationActive={false}
        onClick={(_, at) => {
          const bin = bins[at];
          if (bin) onChoose(bin);
        }}
      />
    </BarChart>
  );
}

/** "10 to 19" of whole numbers, else "1.5 to under 2". */
function nameOfBin({ from, to }: Bin, isWhole: boolean): string {
  if (!isWhole) return `${shownNumber(from)} to under ${shownNumber(to)}`;
  return to - from === 1 ? shownNumber(from) : `${shownNumber(from)} to ${shownNumber(to - 1)}`;
}
