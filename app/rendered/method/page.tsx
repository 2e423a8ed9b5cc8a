export { default, metadata } from "@/app/method/page";

export const dynamic = "force-dynamic";
