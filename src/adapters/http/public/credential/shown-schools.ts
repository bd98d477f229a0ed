import type { PublicFacts } from '#open-badges/credential';
import type { Store } from '../../../../application/ports.ts';
import type { AwardWithCredential } from '../../../../application/store/badge-readers.ts';
import type { Award } from '../../../../domain/award/types.ts';
import type { Uai } from '../../../../domain/uai.ts';
import { typographic } from '../../../../texts/grammar.ts';

/** The names of the schools of a badge that shows them, by UAI. Schools are read only if the badge shows them, so
 *  that no page, card or paper can show them by mistake. */
export async function readShownSchools(
  store: Pick<Store, 'readSchoolsByUai'>,
  { award, credential }: Required<AwardWithCredential>,
): Promise<ReadonlyMap<Uai, string>> {
  const isShown = credential.choice.showSchools || award.recipient.kind === 'establishment';
  const schools = await store.readSchoolsByUai(isShown ? schoolsOf(award) : []);
  return new Map(schools.map(({ uai, name }) => [uai, name]));
}

function schoolsOf({ evaluation: { facts } }: Award): readonly Uai[] {
  return facts.kind === 'establishment' ? [facts.uai] : [...new Set(facts.years.flatMap(({ uais }) => uais))];
}

/** The schools that the signed words of a person's badge name, in their order. A team's badge has none, because it
 *  names its school as its holder. */
export function schoolsStated(
  { recipient }: Pick<Award, 'recipient'>,
  { evidence }: Pick<PublicFacts, 'evidence'>,
  names: ReadonlyMap<Uai, string>,
): readonly string[] {
  if (recipient.kind === 'establishment') return [];
  const stated = evidence.map(({ narrative = '' }) => narrative).join('\n');
  const at = (name: string) => stated.indexOf(name);
  return [...names.values()]
    .filter((name) => at(name) >= 0)
    .sort((one, other) => at(one) - at(other))
    .map(typographic);
}
