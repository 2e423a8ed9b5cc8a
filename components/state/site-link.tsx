"use client";

import Link from "next/link";
import { useSearchParams } from "next/navigation";
import type { ComponentProps } from "react";
import { carry } from "@/data/view/carry";

interface Props extends Omit<ComponentProps<typeof Link>, "href"> {
  readonly href: string;
}

/** A link to another page of the site, to which the counting rule goes along. */
export function SiteLink({ href, ...props }: Props) {
  return <Link {...props} href={carry(href, useSearchParams())} prefetch={false} />;
}
