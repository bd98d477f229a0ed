import { useFrame } from '../../shell/use-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';
import { type MoveView, WhatChanges } from './trial-result.tsx';

export interface AdoptionView {
  readonly version: number;
  readonly from: string;
  /** Each change in words, with the old and the new figure. */
  readonly changed: readonly string[];
  /** Whether a second person has to adopt it. */
  readonly needsApproval: boolean;
  /** The figures that the confirmation sends again. */
  readonly figures: Readonly<Record<string, number>>;
  /** The last comparison of exactly these figures. */
  readonly compared?: { readonly on: string; readonly moves: readonly MoveView[] };
}

/** The page before a version is adopted: the changed figures, the first day, and the people who gain or lose
 *  a badge according to the last comparison. */
export function AdoptionPage({ view }: { view: AdoptionView }) {
  const frame = useFrame();
  const t = frame.t.dane.criteria;
  const figures = Object.entries(view.figures).map(([name, value]): [string, string] => [
    name,
    String(value),
  ]);
  const back = new URLSearchParams([...figures, ['from', view.from]]);
  return (
    <DaneLayout section="criteria" title={t.recapTitle(view.version)}>
      <p class="lede">{t.recapLede(frame.t.day(view.from))}</p>
      <WhatChanges changed={view.changed} compared={view.compared} notCompared={t.notCompared} />
      <p class="note">{t.keptAwards}</p>
      {view.needsApproval && <p class="notice">{t.drafts.proposeNote}</p>}
      <form method="post" action="/dane/criteria/adoption" class="actions">
        {figures.map(([name, value]) => (
          <input type="hidden" {...{ name, value }} />
        ))}
        <input type="hidden" name="from" value={view.from} />
        <input type="hidden" name="confirm" value="yes" />
        <button type="submit">
          {view.needsApproval ? t.drafts.propose(view.version) : t.confirmAdoption(view.version)}
        </button>
        <a href={`/dane/criteria/workshop?${back}`}>{t.backToWorkshop}</a>
      </form>
    </DaneLayout>
  );
}
