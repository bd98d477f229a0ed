import type { JSX } from 'hono/jsx/jsx-runtime';
import { inLanguage } from './in-language.ts';
import { useFrame } from './use-frame.ts';

/** A link that keeps the reader's language. A link to a public page needs it in its address. */
export function A(props: JSX.IntrinsicElements['a'] & { readonly href: string }) {
  return <a {...props} href={inLanguage(useFrame(), props.href)} />;
}
