import dynamic from "next/dynamic";

/** The chart that answers. */
export const loadChart = () => import("./chart-live").then((module) => module.default);

/** Shows nothing; on the server it names the chart's scripts in the page, so that they are fetched in time. */
export const ChartScripts = dynamic(async () => {
  if (typeof window !== "undefined") await import("./chart-live");
  return () => null;
});
