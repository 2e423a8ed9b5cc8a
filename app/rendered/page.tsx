export { default } from "@/app/page";

export const dynamic = "force-dynamic";
