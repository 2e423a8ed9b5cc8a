export { default, generateMetadata } from "@/app/[sheet]/page";

export const dynamic = "force-dynamic";
