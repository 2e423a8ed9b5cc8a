export { default, metadata } from "@/app/pivot/page";

export const dynamic = "force-dynamic";
