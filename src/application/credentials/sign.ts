import type { JsonObject } from '#open-badges/parsing';
import { achievementOf } from '../../catalogue/versions.ts';
import type { Award, HolderChoice, IssuedCredential } from '../../domain/award/types.ts';
import type { ChangeOf } from '../../domain/change/union.ts';
import { DomainError } from '../../domain/errors.ts';
import type { CredentialId, PersonId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time/calendar.ts';
import type { Uai } from '../../domain/uai.ts';
import type { Endorsement } from '../../features/endorsements/feature.ts';
import { type CommentedPerson, shownComments } from '../../features/endorsements/feature-words-shown.ts';
import { badgeEndorsementName } from '../../features/endorsements/texts.ts';
import { buildCredential } from '../../issuing/credential.ts';
import { buildEndorsement } from '../../issuing/endorsement.ts';
import type { Holder } from '../../issuing/recipient.ts';
import { criteriaTexts } from '../../texts/fr/criteria/page.ts';
import { credentialTexts } from '../../texts/fr/public/credential.ts';
import { criteriaAsTexts } from '../awards/criteria-met.ts';
import type { Store } from '../ports.ts';
import type { Ports } from '../service-ports.ts';

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
  const stated = criteriaAsTexts(catalogue, { award, criteria }, 'fr');
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
    criteriaMet: stated.flatMap(({ requirement, met }) =>
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

/** The records of the register that the badges of some awards need. */
export interface Recipients {
  /** Throws `unknown-person` where the recipient was erased. */
  holderOf(award: Award): Holder;
  readonly schoolNames: ReadonlyMap<Uai, string>;
  /** The person whom words in the badge are about; undefined for a school's badge. Throws `unknown-person`. */
  aboutOf(award: Award): CommentedPerson | undefined;
}

/** Reads the recipients of some awards and the schools in their facts, for all awards together. */
export async function readRecipients(store: Store, awards: readonly Award[]): Promise<Recipients> {
  const ids = awards.flatMap(({ recipient }) => (recipient.kind === 'person' ? [recipient.personId] : []));
  const [schools, people] = await Promise.all([
    store.readSchoolsByUai([...new Set(awards.flatMap(schoolsOf))]),
    store.readPeople([...new Set(ids)]),
  ]);
  const schoolNames = new Map(schools.map((school) => [school.uai, school.name]));
  const personOf = new Map(people.map((person) => [person.id, person]));
  const holder = (id: PersonId) => {
    const person = personOf.get(id);
    if (!person) throw new DomainError('unknown-person', { id });
    return person;
  };
  return {
    schoolNames,
    holderOf({ recipient }) {
      if (recipient.kind === 'establishment') {
        const { uai } = recipient;
        return { kind: 'establishment', uai, name: schoolNames.get(uai) ?? uai };
      }
      const { givenName, familyName, emails } = holder(recipient.personId);
      return { kind: 'person', email: emails[0] ?? '', givenName, familyName };
    },
    aboutOf(award) {
      const { recipient } = award;
      if (recipient.kind !== 'person') return undefined;
      const own = new Set<Uai>(schoolsOf(award));
      return { person: holder(recipient.personId), schools: schools.filter(({ uai }) => own.has(uai)) };
    },
  };
}

function schoolsOf(award: Award): readonly Uai[] {
  const { facts } = award.evaluation;
  if (facts.kind === 'establishment') return [facts.uai];
  return [...new Set(facts.years.flatMap((year) => year.uais))];
}

interface Endorsed {
  readonly award: Award;
  readonly id: CredentialId;
  readonly revision: number;
  readonly choice: HolderChoice;
  readonly endorsements?: readonly Endorsement[];
}

/** The endorsements that a badge shows by its holder's choice, each signed with the present key of its school.
 *  Bodies and dates stay the same, so the bytes change only with the key. A badge has no endorsement at its first
 *  signature. */
async function signEndorsements(
  ports: Ports,
  plan: Endorsed,
  recipients: Recipients,
): Promise<readonly JsonObject[]> {
  const { id, award, revision, choice, endorsements } = plan;
  if (endorsements === undefined && revision === 1) return [];
  const added = endorsements ?? (await ports.store.readEndorsementsIn(id));
  const about = added.length > 0 ? recipients.aboutOf(award) : undefined;
  if (!about) return [];
  const schools = await ports.store.readSchoolsByUai(added.map(({ uai }) => uai));
  const stated = shownComments(choice, added, { ...about, schools: [...about.schools, ...schools] });
  const names = new Map(schools.map(({ uai, name }) => [uai, name]));
  const signed: JsonObject[] = [];
  for (const one of stated)
    signed.push(await signOne(ports, one, { id, school: names.get(one.uai) ?? one.uai }));
  return signed;
}

/** Signs one endorsement. The public half of a new key is saved first, so that everything signed can be
 *  verified. */
async function signOne(
  { store, signer, origin }: Ports,
  { id, uai, comment, offeredAt }: Endorsement,
  about: { readonly id: CredentialId; readonly school: string },
): Promise<JsonObject> {
  const unsigned = buildEndorsement({
    id,
    origin,
    school: { uai, name: about.school },
    credentialId: about.id,
    comment,
    validFrom: offeredAt,
    name: badgeEndorsementName,
  });
  const { document, key } = await signer.signEndorsement(unsigned, uai);
  const known = await store.readSchoolKeys(uai);
  if (!known.some(({ kid }) => kid === key.kid)) {
    await store.commit([{ kind: 'school-key-kept', key }]);
  }
  return document;
}

/** Number of badges signed at the same time. The runtime computes signatures in parallel while the program
 *  builds the next badges. With a higher number, a page that verifies a badge would have to wait. */
export const SIGNED_AT_ONCE = 16;
