import { audit } from '../../domain/audit.ts';
import type { Change } from '../../domain/change/change.ts';
import type { PersonId } from '../../domain/ids.ts';
import { MAIL_KINDS, type MailKind } from '../../domain/mail/mail.ts';
import type { Clock, Store } from '../ports.ts';

export interface ChooseMail {
  readonly personId: PersonId;
  /** Every kind that the person wants; the others are not sent any more. */
  readonly wanted: readonly MailKind[];
  readonly actor: string;
}

/** Records which mail a person wants; what waits to be sent follows it too. */
export const chooseMail =
  ({ store, clock }: { readonly store: Store; readonly clock: Clock }) =>
  async ({ personId, wanted, actor }: ChooseMail): Promise<void> => {
    const choices = MAIL_KINDS.map(
      (kind): Change => ({ kind: 'mail-chosen', choice: { personId, kind, wanted: wanted.includes(kind) } }),
    );
    const chosen = audit('mail-chosen', { at: clock.now(), actor, subject: personId });
    await store.commit([...choices, chosen]);
  };

/** The kinds of mail that a person gets. */
export const readWantedMail =
  ({ store }: { readonly store: Store }) =>
  async (personId: PersonId): Promise<readonly MailKind[]> => {
    const unwanted = await store.readUnwantedMail(personId);
    return MAIL_KINDS.filter((kind) => !unwanted.includes(kind));
  };
