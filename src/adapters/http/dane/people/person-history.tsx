import { useFrame } from '../../shell/use-frame.ts';

/** Something that was done about a person: who, what, when, and why where there is a reason. */
export interface HistoryLine {
  readonly at: string;
  readonly by: string;
  /** In words; the code where we have none. */
  readonly what: string;
  readonly badge?: string;
  /** Which fields were changed, in words. */
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
          <table class="table-cards">
            <thead>
              <tr>
                <th scope="col">{t.at}</th>
                <th scope="col">{t.who}</th>
                <th scope="col">{t.what}</th>
                <th scope="col">{t.why}</th>
              </tr>
            </thead>
            <tbody>
              {history.map(({ at, by, what, badge, changed, reason }) => (
                <tr>
                  <td data-label={t.at}>{frame.t.moment(at)}</td>
                  <td data-label={t.who}>{by}</td>
                  <td data-label={t.what}>
                    {[what, badge, changed?.join(', ')].filter(Boolean).join(t.colon)}
                  </td>
                  <td data-label={t.why}>{reason ?? '—'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </details>
  );
}
