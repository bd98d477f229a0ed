import { audit } from '../../domain/audit/entry.ts';
import type { Change } from '../../domain/change/union.ts';
import type { PersonId } from '../../domain/ids.ts';
import { MAIL_KINDS, type MailKind, type MailLanguage } from '../../domain/mail/types.ts';
import type { Ports } from '../service-ports.ts';
import { useCases } from '../use-cases.ts';

/** What a person chose about mails. */
export interface MailChoices {
  /** The kinds that the person wants. Mails of other kinds are not sent from then on. */
  readonly wanted: readonly MailKind[];
  readonly language: MailLanguage;
}

export interface ChooseMail extends MailChoices {
  readonly personId: PersonId;
  readonly actor: string;
}

/** Records the kinds of mail that a person wants, and their language. The choice also applies to mails that wait to
 *  be sent. */
const chooseMail =
  ({ store, clock }: Ports) =>
  async ({ personId, wanted, language, actor }: ChooseMail): Promise<void> => {
    const choices = MAIL_KINDS.map(
      (kind): Change => ({ kind: 'mail-chosen', choice: { personId, kind, wanted: wanted.includes(kind) } }),
    );
    const chosen = audit('mail-chosen', { at: clock.now(), actor, subject: personId });
    await store.commit([...choices, { kind: 'mail-language-chosen', personId, language }, chosen]);
  };

/** The kinds of mail that a person receives, and their language. */
const readMailChoices =
  ({ store }: Ports) =>
  async (personId: PersonId): Promise<MailChoices> => {
    const [unwanted, language = 'fr'] = await Promise.all([
      store.readUnwantedMail(personId),
      store.readMailLanguage(personId),
    ]);
    return { wanted: MAIL_KINDS.filter((kind) => !unwanted.includes(kind)), language };
  };

export const mailChoiceServices = useCases({ chooseMail, readMailChoices });
