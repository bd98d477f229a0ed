import type { Child } from 'hono/jsx';
import { TextArea } from '../../shell/fields.tsx';
import { useFrame } from '../../shell/use-frame.ts';

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

/** The reason of a decision, and a button for each possible decision. */
export function DecideFields({ buttons, children }: { buttons: readonly DecideButton[]; children?: Child }) {
  return (
    <>
      <DecideReason />
      {children}
      <DecideButtons buttons={buttons} />
    </>
  );
}

export function DecideReason() {
  const t = useFrame().t.dane.decisions;
  return <TextArea name="reason" label={t.reason} help={t.reasonHelp(REASON_LENGTH)} rows={2} optional />;
}

/** The buttons, the usual decision first. With `stay` they remain visible below a long list. */
export function DecideButtons({ buttons, stay }: { buttons: readonly DecideButton[]; stay?: boolean }) {
  return (
    <div class={stay ? 'actions stays many' : 'actions'}>
      {buttons.map(({ decision, label }, turn) => (
        <button type="submit" name="decision" value={decision} class={turn === 0 ? undefined : 'secondary'}>
          {label}
        </button>
      ))}
    </div>
  );
}
