import { inLanguage } from '../../pages/in-language.ts';
import type { PageFrame } from '../../pages/page-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';
import { FilterInputs, type QueueFilter } from './decisions-page.tsx';

export interface RefuseAllView {
  readonly total: number;
  readonly filter: QueueFilter;
  /** The filter in words: one line each. */
  readonly narrowed: readonly { readonly label: string; readonly value: string }[];
  readonly reason: string;
}

/** Before a whole filter is refused: how many, which ones, and why. */
export function RefuseAllPage({ frame, view }: { frame: PageFrame; view: RefuseAllView }) {
  const t = frame.t.dane.decisions;
  return (
    <DaneLayout frame={frame} section="decisions" title={t.refuseAll(view.total)}>
      <p class="lede">{t.refuseAllLede}</p>
      <dl class="facts-list">
        {view.narrowed.map(({ label, value }) => (
          <>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </>
        ))}
        <dt>{t.reason}</dt>
        <dd>{view.reason}</dd>
      </dl>
      <form method="post" action={inLanguage(frame, '/dane/decisions')} class="actions">
        <FilterInputs filter={view.filter} />
        <input type="hidden" name="reason" value={view.reason} />
        <input type="hidden" name="confirm" value="yes" />
        <button type="submit" name="decision" value="refuse-all">
          {t.refuseAllConfirm(view.total)}
        </button>
        <a href={inLanguage(frame, `/dane/decisions?${new URLSearchParams(view.filter)}`)}>
          {frame.t.forms.cancel}
        </a>
      </form>
    </DaneLayout>
  );
}
