import { memo, useLayoutEffect, useMemo, useState } from "react";
import { LiveColumns } from "./live-columns";
import { type LayoutProps, LiveLink, Moving, makeMarkStore, State } from "./live-parts";
import { LiveRows } from "./live-rows";
import { LiveTimes } from "./live-times";

type Props = LayoutProps & React.ContextType<typeof Moving>;

/** The series in Recharts: its axes, its grid and its places, our shapes of what a figure states. */
export default function LiveChart({ series, state, pointed, brushed }: Props) {
  const { colors, words, hrefOf } = state;
  const still = useMemo(
    () => ({ colors, words, hrefOf, selected: [], Link: LiveLink }),
    [colors, words, hrefOf],
  );
  const [store] = useState(() => makeMarkStore(state));
  useLayoutEffect(() => store.set(state), [store, state]);
  const moving = useMemo(() => ({ pointed, brushed }), [pointed, brushed]);
  return (
    <State value={store}>
      <Moving value={moving}>
        <LiveLayout series={series} state={still} />
      </Moving>
    </State>
  );
}

const LiveLayout = memo(function LiveLayout(props: LayoutProps) {
  const Layout = { columns: LiveColumns, lanes: LiveRows, events: LiveRows, times: LiveTimes }[
    props.series.layout
  ];
  return <Layout {...props} />;
});
