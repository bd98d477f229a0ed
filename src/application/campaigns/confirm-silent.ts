import type { Change } from '../../domain/change/change.ts';
import { confirmOnDocuments, type DocumentsRefusal } from '../../domain/engagement/confirm-on-documents.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Engagement } from '../../domain/records.ts';
import type { Instant } from '../../domain/time/time.ts';
import { queueMail } from '../mail/queue-mail.ts';
import type { Clock, Ids, IssuerConfig, Store } from '../ports.ts';

export interface ConfirmSilent {
  readonly references: readonly string[];
  /** Which documents the confirmation rests on. */
  readonly documents: string;
  readonly actor: PersonId;
}

export interface SilentConfirmation {
  readonly reference: string;
  readonly outcome: 'confirmed' | DocumentsRefusal;
}

interface Needs {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Pick<Ids, 'uuid'>;
  readonly issuer: IssuerConfig;
  readonly origin: string;
  /** Absent: nobody is written to. */
  readonly mailer?: unknown;
}

/** Confirms segments on documents, each by itself, and tells their holders; answers what became of each. Throws
 *  `reason-required` where no documents are named. */
export const confirmSilent =
  (needs: Needs) =>
  async (command: ConfirmSilent): Promise<readonly SilentConfirmation[]> => {
    if (command.documents.trim() === '') throw new DomainError('reason-required');
    const confirmations: SilentConfirmation[] = [];
    for (const reference of new Set(command.references)) {
      confirmations.push({ reference, outcome: await confirmOne(needs, command, reference) });
    }
    return confirmations;
  };

async function confirmOne(
  needs: Needs,
  { documents, actor }: ConfirmSilent,
  reference: string,
): Promise<SilentConfirmation['outcome']> {
  const { store, clock, issuer } = needs;
  const [[engagement], [request]] = await Promise.all([
    store.readEngagements([reference]),
    store.readConfirmationRequests([reference]),
  ]);
  if (!engagement) return 'not-requested';
  const now = clock.now();
  const holders = await store.readSingleRoleSegments([engagement]);
  const decided = confirmOnDocuments({ engagement, request, holders, by: actor, now, issuer: issuer.name });
  if (typeof decided === 'string') return decided;
  try {
    await store.commit([
      { kind: 'confirmed-on-documents', engagement: decided, documents, by: actor, at: now },
      ...tellHolder(needs, decided, now),
      {
        kind: 'audited',
        entry: {
          at: now,
          actor,
          action: 'engagement-confirmed-on-documents',
          subject: engagement.personId,
          details: { reference },
        },
      },
    ]);
    return 'confirmed';
  } catch (error) {
    // The principal, or another agent, was quicker.
    if (error instanceof DomainError && error.params['constraint'] === 'engagement_still_requested')
      return 'not-requested';
    throw error;
  }
}

function tellHolder({ ids, origin, mailer }: Needs, it: Engagement, at: Instant): readonly Change[] {
  if (!mailer) return [];
  const mail = {
    id: ids.uuid(),
    kind: 'decision',
    personId: it.personId,
    subjectIds: [it.reference],
  } as const;
  return queueMail(mail, { at, origin });
}
