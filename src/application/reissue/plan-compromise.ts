import type { Award } from '../../domain/award/types.ts';
import type { CredentialId, PersonId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time/calendar.ts';
import { type RecipientLabel, readLabels } from '../awards/recipient.ts';
import { composeMail } from '../mail/compose.ts';
import { layOutMail } from '../mail/lay-out.ts';
import { readAddressees } from '../mail/queue.ts';
import type { Ports } from '../service-ports.ts';
import { aboutNewSignature, isNotifiedOfReissue, signedWith } from './compromised.ts';

/** A badge that a key signed, and that is signed again if the key is compromised. */
export interface CompromisedBadge {
  readonly id: CredentialId;
  readonly award: Award;
  readonly label: RecipientLabel;
  readonly signedAt: Instant;
  /** Whether it was signed since the key may have been in other hands. */
  readonly inWindow: boolean;
  /** Those who are then written to. */
  readonly addressees: readonly PersonId[];
}

export interface PlanCompromise {
  readonly kid: string;
  /** When the key may first have been in other hands; from its beginning where this is not known. */
  readonly since?: Instant;
}

/** What a compromise of a key comes to. It changes nothing. */
export const planCompromise = (ports: Ports) =>
  async function* ({ kid, since }: PlanCompromise): AsyncGenerator<CompromisedBadge> {
    const { store, mailer } = ports;
    const isWanted = makeIsWanted(ports);
    for await (const chunk of signedWith(ports, kid)) {
      const labelOf = await readLabels(
        store,
        chunk.map(({ award }) => award.recipient),
      );
      const reported = mailer ? chunk.filter(isNotifiedOfReissue) : [];
      const addresseesOf = await readAddressees(
        store,
        reported.map(({ award }) => award.recipient),
      );
      for (const one of chunk) {
        const { award, credential } = one;
        const addressees: PersonId[] = [];
        for (const id of reported.includes(one) ? addresseesOf(award.recipient) : [])
          if (await isWanted(id)) addressees.push(id);
        yield {
          id: credential.id,
          award,
          label: labelOf(award.recipient),
          signedAt: credential.validFrom,
          inWindow: since === undefined || credential.validFrom >= since,
          addressees,
        };
      }
    }
  };

function makeIsWanted({ store }: Ports): (id: PersonId) => Promise<boolean> {
  const known = new Map<PersonId, boolean>();
  return async (id) => {
    const isWanted = known.get(id) ?? !(await store.readUnwantedMail(id)).includes('award');
    known.set(id, isWanted);
    return isWanted;
  };
}

/** The mail to an addressee about a badge that was signed again, as it would be read today. */
export const sampleOfMail =
  (ports: Ports) =>
  async ({
    id,
    addressees: [personId],
  }: CompromisedBadge): Promise<{ readonly subject: string; readonly text: string } | undefined> => {
    const [person] = personId ? await ports.store.readPeople([personId]) : [];
    if (!person) return undefined;
    const mail = {
      ...{ id: '', messageId: '', kind: 'award' as const, state: 'waiting' as const },
      personId: person.id,
      subjectIds: aboutNewSignature(id),
      createdAt: ports.clock.now(),
    };
    const content = await composeMail(ports, { mail, person });
    return content && { subject: content.subject, text: layOutMail(content).text };
  };
