export { default, metadata } from "@/app/disagreements/page";

export const dynamic = "force-dynamic";
