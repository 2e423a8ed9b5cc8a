export { default, metadata } from "@/app/open/page";

export const dynamic = "force-dynamic";
