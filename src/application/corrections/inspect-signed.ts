import type { Award } from '../../domain/award/award-types.ts';
import type { Evaluation } from '../../domain/criteria/evaluation.ts';
import { DomainError } from '../../domain/errors.ts';
import { type LocalDate, localDateInParis } from '../../domain/time/time.ts';
import { type Misstatement, misstatementOf } from '../../openbadges/misstatement.ts';
import { evaluateRecipients } from '../awards/evaluate-recipients.ts';
import { buildUnsigned, type SigningNeeds } from '../credentials/sign-credential.ts';
import type { Clock, Store } from '../ports.ts';
import type { AwardWithCredential } from '../store/badge-readers.ts';

export type InspectNeeds = SigningNeeds & {
  readonly clock: Clock;
  readonly store: Pick<Store, 'readEngagementProposalsAt' | 'readEngagementProposalsOf'>;
};
export type Issued = Required<AwardWithCredential>;

/** The state of a signed badge:
 *  - `right`: it agrees with the badge that the same award would give today, or nobody can read it any more;
 *  - `misstated`: it differs, and a new signature corrects it;
 *  - `revoked`: it differs, and stays as it is, because a revoked badge is not signed again;
 *  - `to-decide`: it was judged as of a future day, or an engagement on which it rests was ended, changed or
 *    corrected since. A new signature would not change it, so a person must decide. */
export type Inspected =
  | { readonly kind: 'right' }
  | { readonly kind: 'misstated' | 'revoked'; readonly misstatement: Misstatement }
  | {
      readonly kind: 'to-decide';
      readonly why: 'day-to-come' | 'record-changed';
      readonly on: LocalDate;
      readonly metToday: boolean;
    };

/** Compares a signed badge with the body that the stored facts of its award give today, as of the same
 *  day. */
export async function inspectSigned(needs: InspectNeeds, { award, credential }: Issued): Promise<Inspected> {
  if (credential.erasedAt || credential.choice.acceptance === 'declined') return { kind: 'right' };
  const rightful = await buildUnsigned(needs, { ...credential, award });
  const isRevoked = credential.revocation !== undefined;
  const why = isRevoked ? undefined : await reasonToDecide(needs, { award, credential });
  if (why) {
    const { on } = award.evaluation;
    const today = await judgeOn(needs, award, localDateInParis(needs.clock.now()));
    return { kind: 'to-decide', why, on, metToday: today?.met === true };
  }
  const misstatement = misstatementOf(JSON.parse(credential.document), rightful);
  return misstatement ? { kind: isRevoked ? 'revoked' : 'misstated', misstatement } : { kind: 'right' };
}

async function reasonToDecide(
  needs: InspectNeeds,
  issued: Issued,
): Promise<Extract<Inspected, { kind: 'to-decide' }>['why'] | undefined> {
  if (await restsOnDaysToCome(needs, issued)) return 'day-to-come';
  const isOtherwise = (await wasChangedSince(needs, issued.award)) && (await saysOtherwise(needs, issued));
  return isOtherwise ? 'record-changed' : undefined;
}

/** Whether an engagement of its recipient was ended, changed or corrected in the service since the grant. A
 *  change in the same second counts too. */
async function wasChangedSince({ store }: InspectNeeds, { recipient, grantedAt }: Award): Promise<boolean> {
  const changes =
    recipient.kind === 'person'
      ? await store.readEngagementProposalsOf(recipient.personId)
      : await store.readEngagementProposalsAt(recipient.uai);
  return changes.some(({ settlement }) => settlement?.outcome === 'accepted' && settlement.at >= grantedAt);
}

/** Whether it was judged as of a day after its grant, and that day is still to come or brought other
 *  facts. */
async function restsOnDaysToCome(needs: InspectNeeds, { award, credential }: Issued): Promise<boolean> {
  const { on } = award.evaluation;
  if (on <= localDateInParis(award.grantedAt)) return false;
  if (on > localDateInParis(needs.clock.now())) return true;
  return saysOtherwise(needs, { award, credential });
}

/** Whether today's records, judged as of the day of the award, would give a badge with other words, or no
 *  badge. */
async function saysOtherwise(needs: InspectNeeds, { award, credential }: Issued): Promise<boolean> {
  const lived = await judgeOn(needs, award, award.evaluation.on);
  if (!lived || (award.evaluation.met && !lived.met)) return true;
  const plan = { ...credential, award };
  const [asKept, asLived] = await Promise.all([
    buildUnsigned(needs, plan),
    buildUnsigned(needs, { ...plan, award: { ...award, evaluation: lived } }),
  ]);
  return misstatementOf(asKept, asLived) !== undefined;
}

/** The badge of the award, judged as of a day from today's records; undefined where this is impossible. */
async function judgeOn(
  needs: InspectNeeds,
  { recipient, achievement }: Award,
  on: LocalDate,
): Promise<Evaluation | undefined> {
  const scope =
    recipient.kind === 'person'
      ? { kind: 'person-id' as const, id: recipient.personId }
      : { kind: 'establishment' as const, uai: recipient.uai };
  try {
    for await (const found of evaluateRecipients(needs)({ scope, on, achievement })) {
      return found.evaluations[0];
    }
  } catch (error) {
    // The criteria in force on that day do not have the badge.
    if (!(error instanceof DomainError)) throw error;
  }
  return undefined;
}
