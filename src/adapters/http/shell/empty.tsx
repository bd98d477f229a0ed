import type { Child } from 'hono/jsx';
import { CairnMark } from './cairn-mark.tsx';

/** What a list says while it is empty, beside the mark of the service. */
export function Empty({ children }: { children: Child }) {
  return (
    <div class="empty">
      <CairnMark />
      <p>{children}</p>
    </div>
  );
}
