import type { RollCallState } from '../../../domain/event/roll-call.ts';
import type { EventLine } from '../shell/event-line.ts';
import { Layout } from '../shell/layout.tsx';
import { useFrame } from '../shell/use-frame.ts';

export interface RollCallVisitView {
  readonly line: EventLine;
  readonly state: RollCallState | 'present';
  readonly opens: string;
  readonly action: string;
}

/** `/sheet/{secret}`: one button, for people who are present. */
export function RollCallVisitPage({ view }: { view: RollCallVisitView }) {
  const t = useFrame().t.dane.data.sheet;
  const { line, state, opens, action } = view;
  return (
    <Layout title={t.visitTitle} description={t.visitTitle}>
      <p class="kicker">{t.visitTitle}</p>
      <h1>{line.title}</h1>
      <p class="lede">{[line.kind, line.dates].join(' · ')}</p>
      {state === 'early' && <p class="notice">{t.visitEarly(opens)}</p>}
      {state === 'closed' && <p class="notice">{t.visitClosed}</p>}
      {state === 'open' && (
        <form method="post" action={action}>
          <p>{t.visitOpen}</p>
          <button type="submit">{t.here}</button>
        </form>
      )}
      {state === 'present' && (
        <>
          <p class="notice notice-done">{t.visitDone}</p>
          <p>
            <a href="/my">{t.visitMine}</a>
          </p>
        </>
      )}
    </Layout>
  );
}
