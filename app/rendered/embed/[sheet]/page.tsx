export { default, generateMetadata } from "@/app/embed/[sheet]/page";

export const dynamic = "force-dynamic";
