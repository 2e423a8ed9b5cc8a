export { default, metadata } from "@/app/figures/page";

export const dynamic = "force-dynamic";
