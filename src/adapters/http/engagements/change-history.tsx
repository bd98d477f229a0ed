import type { Child } from 'hono/jsx';
import { usePageContext } from '../layout/page-context.ts';
import type { ChangeRow } from './change-view.ts';

/** The proposed and decided changes of engagements, the newest first; nothing if there are none. */
export function ChangeHistory({ lines }: { lines: readonly ChangeRow[] }) {
  const t = usePageContext().t.changes.history;
  if (lines.length === 0) return null;
  return (
    <section>
      <h2>{t.title}</h2>
      <ul class="change-list">
        {lines.map((line) => (
          <ChangeStory line={line} />
        ))}
      </ul>
    </section>
  );
}

/** One change: its effect, the state before it, who proposed it and who decided. */
export function ChangeStory({
  line,
  heading,
  children,
}: {
  line: ChangeRow;
  /** The person concerned, where the page shows the changes of several people. */
  heading?: Child;
  children?: Child;
}) {
  return (
    <li>
      {heading}
      <p>
        <strong>{line.what}</strong>
      </p>
      <p class="note">{line.before}</p>
      {line.story.map((sentence) => (
        <p>{sentence}</p>
      ))}
      {children}
    </li>
  );
}
