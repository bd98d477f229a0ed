import { achievementOf } from '../../catalogue/catalogue.ts';
import type { Award, HolderChoice, IssuedCredential } from '../../domain/award/award-types.ts';
import type { ChangeOf } from '../../domain/change/change.ts';
import type { Endorsement } from '../../domain/endorsement/endorsement.ts';
import { DomainError } from '../../domain/errors.ts';
import type { CredentialId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time/time.ts';
import { buildCredential } from '../../openbadges/credential.ts';
import { credentialTexts } from '../../texts/fr/credential.ts';
import { criteriaTexts } from '../../texts/fr/criteria.ts';
import { criteriaWords } from '../awards/criteria-met.ts';
import { signEndorsements } from '../endorsements/sign-endorsements.ts';
import type { Ports } from '../service-ports.ts';
import { type Recipients, readRecipients } from './read-recipients.ts';

/** The data of an award that stay the same at each signature, with the holder's present choice. */
export interface CredentialPlan {
  readonly award: Award;
  readonly id: CredentialId;
  readonly revision: number;
  readonly validFrom: Instant;
  readonly statusListId: string;
  readonly statusIndex: number;
  readonly subjectId: string;
  readonly salt: string;
  readonly choice: HolderChoice;
  /** The endorsements in it. They are read where they are absent and the badge is signed again. */
  readonly endorsements?: readonly Endorsement[];
}

/** The body of a credential, which both proofs sign. The recipients are read where they are not given. Throws
 *  `unknown-achievement`, `unknown-person`. */
export async function buildUnsigned(ports: Ports, plan: CredentialPlan, known?: Recipients) {
  const { catalogue, issuer, origin } = ports;
  const { award } = plan;
  const recipients = known ?? (await readRecipients(ports.store, [award]));
  const criteria = catalogue.criteriaVersion(award.version);
  if (!criteria) throw new DomainError('unknown-achievement', { version: award.version });
  const endorsement = await signEndorsements(ports, plan, recipients);
  const said = criteriaWords(catalogue, { award, criteria }, 'fr');
  return buildCredential({
    award,
    definition: achievementOf(criteria, award.achievement),
    criteria,
    framework: catalogue.framework,
    issuer,
    origin,
    holder: recipients.holderOf(award),
    schoolNames: recipients.schoolNames,
    credentialId: plan.id,
    subjectId: plan.subjectId,
    salt: plan.salt,
    status: { listId: plan.statusListId, index: plan.statusIndex },
    choice: plan.choice,
    validFrom: plan.validFrom,
    isRefreshed: issuer.refreshesBadges === true,
    endorsement,
    // Credentials are issued in French. `related` links to the English achievement.
    narrative: criteriaTexts.achievementNarrative,
    criteriaMet: said.flatMap(({ requirement, met }) =>
      met === undefined ? [] : [credentialTexts.criterionMet(requirement, met)],
    ),
  });
}

/** A signed credential as a commit stores it, with the digests of its entry in the log. */
export type SignedCredential = Pick<ChangeOf<'credential-issued'>, 'credential' | 'digests'>;

/** Builds the body and signs it in both forms. */
export async function signCredential(
  ports: Ports,
  plan: CredentialPlan,
  known?: Recipients,
): Promise<SignedCredential> {
  const unsigned = await buildUnsigned(ports, plan, known);
  const { document, jws, keyIds, digests } = await ports.signer.signForms(unsigned);
  const credential: IssuedCredential = {
    id: plan.id,
    awardId: plan.award.id,
    revision: plan.revision,
    validFrom: plan.validFrom,
    document: JSON.stringify(document),
    jws,
    keyIds,
    statusListId: plan.statusListId,
    statusIndex: plan.statusIndex,
    subjectId: plan.subjectId,
    salt: plan.salt,
    choice: plan.choice,
  };
  return { credential, digests };
}
