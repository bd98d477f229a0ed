import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { type Confirmation, isCountable } from '../../../domain/records.ts';
import { confirmationMarkSvg, type Standing } from '../../../drawings/confirmation-mark-svg.ts';

/** A word on how far a fact is established, with the mark that the timeline uses for it. */
export function ConfirmationTag({ state, children }: { state: Standing; children: Child }) {
  return (
    <span class={`standing standing-${state}`}>
      {raw(confirmationMarkSvg(state))} <span>{children}</span>
    </span>
  );
}

/** How far an engagement is established. */
export function standingOf(confirmation: Confirmation): Standing {
  if (isCountable(confirmation)) return 'confirmed';
  return confirmation === 'requested' ? 'requested' : 'contested';
}
