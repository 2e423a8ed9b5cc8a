export { default, metadata } from "@/app/documents/page";

export const dynamic = "force-dynamic";
