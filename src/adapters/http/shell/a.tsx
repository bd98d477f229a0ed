import type { JSX } from 'hono/jsx/jsx-runtime';
import { inLanguage } from './in-language.ts';
import { useFrame } from './use-frame.ts';

/** A link that keeps the reader's language: to a public page, which has it from its address alone. */
export function A(props: JSX.IntrinsicElements['a'] & { readonly href: string }) {
  return <a {...props} href={inLanguage(useFrame(), props.href)} />;
}
