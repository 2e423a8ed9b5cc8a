"use client";

import dynamic from "next/dynamic";
import { ChartScripts, loadChart } from "../chart/load-chart";
import { GridScripts, loadGrid } from "../grid/load-grid";
import type { WorkbookProps } from "./workbook";

const isServer = typeof window === "undefined";

/** The panel that asks for it again says what is missing. */
const ignore = () => {};

const Workbook = dynamic(() => {
  if (!isServer) for (const load of [loadGrid, loadChart]) load().catch(ignore);
  return import("./workbook").then((module) => module.Workbook);
});

/**
 * A sheet's page, whose code comes after the first paint and together with that of grid and chart. Until it
 * is there React leaves the server's page as it is.
 */
export function LateWorkbook(props: WorkbookProps) {
  return (
    <>
      {isServer && <GridScripts />}
      {isServer && <ChartScripts />}
      <Workbook {...props} />
    </>
  );
}
