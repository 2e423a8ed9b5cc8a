export { default, metadata } from "@/app/codebook/page";

export const dynamic = "force-dynamic";
