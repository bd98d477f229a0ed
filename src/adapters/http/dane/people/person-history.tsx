import { CardTable } from '../../shell/card-table.tsx';
import { useFrame } from '../../shell/use-frame.ts';

/** An act about a person: its author, its words, its instant and, where it is known, its reason. */
export interface HistoryLine {
  readonly at: string;
  readonly by: string;
  /** The act in words; its code where there are none. */
  readonly what: string;
  readonly badge?: string;
  /** The changed fields, in words. */
  readonly changed?: readonly string[];
  readonly reason?: string;
}

/** The history of a person's record, the latest first. */
export function PersonHistory({ history }: { history: readonly HistoryLine[] }) {
  const frame = useFrame();
  const t = frame.t.dane.people.person;
  return (
    <details class="fold">
      <summary>
        <h2>{t.history}</h2>
        <span class="fold-note">{history.length}</span>
      </summary>
      <div class="fold-body">
        {history.length === 0 ? (
          <p>{t.noHistory}</p>
        ) : (
          <CardTable
            rows={history}
            columns={[
              { heading: t.at, cell: ({ at }) => frame.t.moment(at) },
              { heading: t.who, cell: ({ by }) => by },
              {
                heading: t.what,
                cell: ({ what, badge, changed }) =>
                  [what, badge, changed?.join(', ')].filter(Boolean).join(t.colon),
              },
              { heading: t.why, cell: ({ reason }) => reason ?? '—' },
            ]}
          />
        )}
      </div>
    </details>
  );
}
