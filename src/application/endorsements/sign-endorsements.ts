import type { Award, HolderChoice } from '../../domain/award/award-types.ts';
import type { Endorsement } from '../../domain/endorsement/endorsement.ts';
import { wordsShown } from '../../domain/endorsement/words-shown.ts';
import type { CredentialId } from '../../domain/ids.ts';
import { buildEndorsement } from '../../openbadges/endorsement.ts';
import type { JsonObject } from '../../openbadges/json-value.ts';
import { badgeEndorsementName } from '../../texts/fr/endorsements.ts';
import type { Recipients } from '../credentials/read-recipients.ts';
import type { Ports } from '../service-ports.ts';

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
export async function signEndorsements(
  ports: Ports,
  plan: Endorsed,
  recipients: Recipients,
): Promise<readonly JsonObject[]> {
  const { id, award, revision, choice, endorsements } = plan;
  if (endorsements === undefined && revision === 1) return [];
  const added = endorsements ?? (await ports.store.readEndorsementsIn(id));
  const about = added.length > 0 ? recipients.aboutOf(award) : undefined;
  if (!about) return [];
  const schools = await ports.store.readEstablishments(added.map(({ uai }) => uai));
  const said = wordsShown(choice, added, { ...about, schools: [...about.schools, ...schools] });
  const names = new Map(schools.map(({ uai, name }) => [uai, name]));
  const signed: JsonObject[] = [];
  for (const one of said)
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
