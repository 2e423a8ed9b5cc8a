"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { handFiles } from "../state/handed-files";

/** Files that are dropped on any page open as tables of the reader's own; none is sent anywhere. */
export function FileDrop() {
  const router = useRouter();
  useEffect(() => {
    const mark = (isOver: boolean) => document.body.classList.toggle("dropping", isOver);
    const onOver = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      mark(true);
    };
    const onLeave = ({ relatedTarget }: DragEvent) => relatedTarget === null && mark(false);
    const onDrop = (event: DragEvent) => {
      mark(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      handFiles(files);
      if (window.location.pathname !== "/open") router.push("/open");
    };
    document.addEventListener("dragover", onOver);
    document.addEventListener("dragleave", onLeave);
    document.addEventListener("drop", onDrop);
    return () => {
      document.removeEventListener("dragover", onOver);
      document.removeEventListener("dragleave", onLeave);
      document.removeEventListener("drop", onDrop);
    };
  }, [router]);
  return null;
}
