import { createGrid, type GridApi, type GridOptions } from "ag-grid-community";
import { type RefObject, useEffect, useRef, useState } from "react";
import type { Figure } from "@/data/figure/figure";
import { nextTask } from "../controls/after-paint";

/**
 * A grid in an element of its own below the host, as long as the component is there. React makes neither
 * its rows nor its cells: it would compare hundreds of them for each key stroke.
 */
export function useGridApi(
  host: RefObject<HTMLElement | null>,
  optionsOf: () => GridOptions<Figure>,
): GridApi<Figure> | undefined {
  const [api, setApi] = useState<GridApi<Figure>>();
  const first = useRef(optionsOf);
  useEffect(() => {
    const box = document.createElement("div");
    box.style.height = "100%";
    host.current?.append(box);
    let made: GridApi<Figure> | undefined;
    let isHere = true;
    // In a task of its own: a key or a press need not wait for what React draws and for the grid.
    nextTask(() => {
      if (!isHere) return;
      try {
        made = createGrid(box, first.current());
        setApi(made);
      } catch (error) {
        // To React, which then leaves the server's table in its place.
        setApi(() => {
          throw error;
        });
      }
    });
    return () => {
      isHere = false;
      made?.destroy();
      box.remove();
    };
  }, [host]);
  return api;
}
