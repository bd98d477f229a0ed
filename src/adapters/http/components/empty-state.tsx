import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { cairnMarkSvg } from '../../../drawings/cairn.ts';

/** The mark of the service, a cairn. The words next to it say the name, so nothing is read aloud. */
export function Logo({ large }: { large?: boolean }) {
  return <span class={large ? 'cairn-mark cairn-large' : 'cairn-mark'}>{raw(cairnMarkSvg())}</span>;
}

/** What a list says while it is empty, next to the mark of the service. */
export function EmptyState({ children }: { children: Child }) {
  return (
    <div class="empty">
      <Logo />
      <p>{children}</p>
    </div>
  );
}
