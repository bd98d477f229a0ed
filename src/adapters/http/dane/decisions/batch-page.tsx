import type { Caution } from '../../../../domain/award/caution.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';
import { FilterInputs, type QueueFilter } from './decisions-page.tsx';
import { Overlaps, type OverlapView } from './under-way.tsx';

export interface BatchView {
  readonly decision: 'grant' | 'refuse';
  readonly total: number;
  readonly byBadge: readonly { readonly badge: string; readonly count: number }[];
  /** The first proposals that a person should look at. */
  readonly toLook: readonly {
    readonly recipient: string;
    readonly badge: string;
    readonly href: string;
    readonly cautions: readonly Caution[];
  }[];
  readonly moreToLook: number;
  /** Whether the agent's own badge is among them; it is left out. */
  readonly hasOwn: boolean;
  /** The decisions under way on some of these badges; a colleague's badges are left out. */
  readonly overlaps: readonly OverlapView[];
  /** Whether the waiting proposals have changed since the previous page was shown. */
  readonly hasChanged: boolean;
  /** The filter in words, one line for each part; empty where badges were ticked. */
  readonly narrowed: readonly { readonly label: string; readonly value: string }[];
  readonly reason: string;
  /** The values that the confirmation sends again. */
  readonly sent: {
    readonly decision: string;
    readonly filter: QueueFilter;
    readonly ids: readonly string[];
    readonly digest: string;
  };
}

/** The page before several badges are decided on: their number, their names, and the proposals to look at
 *  first. */
export function BatchPage({ view }: { view: BatchView }) {
  const t = useFrame().t.dane.decisions;
  return (
    <DaneLayout section="decisions" title={t.batch.title[view.decision](view.total)}>
      {view.hasChanged && (
        <p class="notice" role="status">
          {t.batch.changed}
        </p>
      )}
      <p class="lede">{t.batch.lede[view.decision]}</p>
      <dl class="facts-list">
        {view.byBadge.map(({ badge, count }) => (
          <>
            <dt>{badge}</dt>
            <dd>{count}</dd>
          </>
        ))}
        {view.narrowed.map(({ label, value }) => (
          <>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </>
        ))}
        {view.reason && (
          <>
            <dt>{t.reason}</dt>
            <dd>{view.reason}</dd>
          </>
        )}
      </dl>
      <Overlaps overlaps={view.overlaps} />
      {view.hasOwn && <p class="notice">{t.batch.own}</p>}
      <ToLook view={view} />
      <Confirm view={view} />
    </DaneLayout>
  );
}

function ToLook({ view }: { view: BatchView }) {
  const t = useFrame().t.dane.decisions;
  return (
    <section>
      <h2>{t.cautions.batchTitle(view.toLook.length + view.moreToLook)}</h2>
      <p>{view.toLook.length === 0 ? t.cautions.batchNone : t.cautions.batchLede}</p>
      <ul>
        {view.toLook.map(({ recipient, badge, href, cautions }) => (
          <li>
            <a href={href}>{t.one(badge, recipient)}</a>
            {cautions.map((caution) => (
              <span class="note block">{t.cautions.sentence(caution)}</span>
            ))}
          </li>
        ))}
      </ul>
      {view.moreToLook > 0 && <p>{t.batch.moreToLook(view.moreToLook)}</p>}
    </section>
  );
}

function Confirm({ view }: { view: BatchView }) {
  const frame = useFrame();
  const t = frame.t.dane.decisions;
  const { decision, filter, ids, digest } = view.sent;
  return (
    <form method="post" action="/dane/decisions">
      <FilterInputs filter={filter} />
      {ids.map((id) => (
        <input type="hidden" name="ids" value={id} />
      ))}
      <input type="hidden" name="reason" value={view.reason} />
      <input type="hidden" name="confirm" value={digest} />
      <p>{t.batch.wait}</p>
      <div class="actions">
        <button type="submit" name="decision" value={decision}>
          {t.batch.confirm[view.decision](view.total)}
        </button>
        <a href={`/dane/decisions?${new URLSearchParams(filter)}`}>{frame.t.forms.cancel}</a>
      </div>
    </form>
  );
}
