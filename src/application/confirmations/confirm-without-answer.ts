import { audit } from '../../domain/audit/entry.ts';
import {
  confirmOnDocuments,
  type DocumentsRejection,
} from '../../domain/confirmation/confirm-on-documents.ts';
import type { RoleSettlement } from '../../domain/engagement/resolve-role-conflict.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import { mailAbout } from '../mail/queue.ts';
import type { Ports } from '../service-ports.ts';
import { roleChanges, roleSubjects } from './decide-engagement.ts';

export interface ConfirmSilent {
  readonly references: readonly string[];
  /** The documents that prove the engagement. */
  readonly documents: string;
  readonly actor: PersonId;
  /** The decision on each single role that another person holds. */
  readonly settlements?: readonly RoleSettlement[];
}

export interface SilentConfirmation {
  readonly reference: string;
  readonly outcome: 'confirmed' | DocumentsRejection;
}

/** Confirms engagements on documents, one by one, and tells their teachers. Returns the outcome of each. Throws
 *  `reason-required` where no documents are named. */
export const confirmSilent =
  (ports: Ports) =>
  async (command: ConfirmSilent): Promise<readonly SilentConfirmation[]> => {
    if (command.documents.trim() === '') throw new DomainError('reason-required');
    const confirmations: SilentConfirmation[] = [];
    for (const reference of new Set(command.references)) {
      confirmations.push({ reference, outcome: await confirmOne(ports, command, reference) });
    }
    return confirmations;
  };

async function confirmOne(
  ports: Ports,
  { documents, actor, settlements = [] }: ConfirmSilent,
  reference: string,
): Promise<SilentConfirmation['outcome']> {
  const { store, clock, issuer } = ports;
  const [[engagement], [request]] = await Promise.all([
    store.readEngagements([reference]),
    store.readConfirmationRequests([reference]),
  ]);
  if (!engagement) return 'not-requested';
  const now = clock.now();
  const [holders, heads] = await Promise.all([
    store.readSingleRoleEngagements([engagement]),
    store.readHeadsOf(engagement.uai),
  ]);
  const question = { engagement, request, heads, holders, settlements };
  const decided = confirmOnDocuments({ ...question, by: actor, now, issuer: issuer.name });
  if (typeof decided === 'string') return decided;
  const { engagement: confirmed, cutOff, cuts, applied } = decided;
  const given = { documents, by: actor, at: now };
  try {
    await store.commit([
      ...roleChanges(ports, cuts, { actor, at: now }),
      { kind: 'confirmed-on-documents', asRead: engagement, engagement: confirmed, cutOff, ...given },
      ...mailAbout(ports, {
        kind: 'decision',
        personId: engagement.personId,
        subjectIds: [reference, ...roleSubjects(applied)],
        at: now,
      }),
      audit('engagement-confirmed-on-documents', {
        at: now,
        actor,
        subject: engagement.personId,
        details: { reference },
      }),
    ]);
    return 'confirmed';
  } catch (error) {
    const rejection = error instanceof DomainError && REJECTION_OF[String(error.params['constraint'])];
    if (rejection) return rejection;
    throw error;
  }
}

/** The refusals that are reported where another agent decided on this engagement or role first. */
const REJECTION_OF: Readonly<Record<string, DocumentsRejection>> = {
  engagement_as_read: 'not-requested',
  single_role_free: 'role-clash',
};
