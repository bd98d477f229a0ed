import type { ReviewFlag } from '../../../../domain/award/review-flag.ts';
import { Submit } from '../../forms/elements.tsx';
import { TextArea } from '../../forms/inputs.tsx';
import { usePageContext } from '../../layout/page-context.ts';

/** The most characters of a reason. */
export const REASON_LENGTH = 500;

/** Whether a decision is on all proposals of a filter, or on those without any caution. */
export function isOfFilter(decision: string): boolean {
  return decision.includes('-');
}

interface DecideButton {
  readonly decision: 'grant' | 'refuse' | 'grant-clear' | 'grant-all' | 'refuse-all';
  readonly label: string;
}

export function DecideReason() {
  const t = usePageContext().t.dane.decisions;
  return <TextArea name="reason" label={t.reason} help={t.reasonHelp(REASON_LENGTH)} rows={2} optional />;
}

/** The buttons, the usual decision first. With `stay` they remain visible below a long list. */
export function DecideButtons({ buttons, stay }: { buttons: readonly DecideButton[]; stay?: boolean }) {
  return (
    <div class={stay ? 'actions stays many' : 'actions'}>
      {buttons.map(({ decision, label }, turn) => (
        <Submit name="decision" value={decision} class={turn === 0 ? undefined : 'secondary'}>
          {label}
        </Submit>
      ))}
    </div>
  );
}

/** The reasons why a person should look at a proposal before it is decided; nothing if there is none. */
export function ReviewFlags({ cautions }: { cautions: readonly ReviewFlag[] }) {
  const t = usePageContext().t.dane.decisions.cautions;
  if (cautions.length === 0) return null;
  return (
    <div class="caution">
      <strong>{t.mark}</strong>
      {cautions.map((reviewFlag) => (
        <span class="block">{t.sentence(reviewFlag)}</span>
      ))}
    </div>
  );
}
