import { audit } from '../../domain/audit.ts';
import type { Change } from '../../domain/change/change.ts';
import type { PersonId } from '../../domain/ids.ts';
import { MAIL_KINDS, type MailKind } from '../../domain/mail/mail.ts';
import type { Ports } from '../service-ports.ts';
import { useCases } from '../use-cases.ts';

export interface ChooseMail {
  readonly personId: PersonId;
  /** The kinds that the person wants. Mails of other kinds are not sent from then on. */
  readonly wanted: readonly MailKind[];
  readonly actor: string;
}

/** Records the kinds of mail that a person wants. The choice also applies to mails that wait to be sent. */
const chooseMail =
  ({ store, clock }: Ports) =>
  async ({ personId, wanted, actor }: ChooseMail): Promise<void> => {
    const choices = MAIL_KINDS.map(
      (kind): Change => ({ kind: 'mail-chosen', choice: { personId, kind, wanted: wanted.includes(kind) } }),
    );
    const chosen = audit('mail-chosen', { at: clock.now(), actor, subject: personId });
    await store.commit([...choices, chosen]);
  };

/** The kinds of mail that a person receives. */
const readWantedMail =
  ({ store }: Ports) =>
  async (personId: PersonId): Promise<readonly MailKind[]> => {
    const unwanted = await store.readUnwantedMail(personId);
    return MAIL_KINDS.filter((kind) => !unwanted.includes(kind));
  };

export const mailChoiceServices = useCases({ chooseMail, readWantedMail });
