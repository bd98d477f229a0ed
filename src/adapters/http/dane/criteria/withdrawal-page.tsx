import { useFrame } from '../../shell/use-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';

export interface WithdrawalView {
  readonly version: number;
  readonly inForceFrom: string;
}

/** `/dane/criteria/{version}/withdrawal`: the question before a future version is withdrawn. */
export function WithdrawalPage({ view }: { view: WithdrawalView }) {
  const frame = useFrame();
  const t = frame.t.dane.criteria;
  return (
    <DaneLayout section="criteria" title={t.withdraw(view.version)}>
      <p class="lede">{t.withdrawLede(view.version, frame.t.day(view.inForceFrom))}</p>
      <form method="post" action={`/dane/criteria/${view.version}/withdrawal`} class="actions">
        <button type="submit">{t.withdrawButton(view.version)}</button>
        <a href="/dane/criteria">{frame.t.forms.cancel}</a>
      </form>
    </DaneLayout>
  );
}
