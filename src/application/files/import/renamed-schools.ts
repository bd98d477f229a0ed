import type { Change } from '../../../domain/change/change.ts';
import type { Establishment } from '../../../domain/records.ts';
import type { Uai } from '../../../domain/uai.ts';
import { reSignTasks } from '../../people/re-sign-tasks.ts';
import type { KindContext } from './file-kind.ts';

/** The tasks that sign badges again where the name of a school changes: the school's own badges, and badges
 *  whose holders chose to show their schools. */
export async function readSchoolReSigning(
  { reader, ids, at, phase }: Pick<KindContext, 'reader' | 'ids' | 'at' | 'phase'>,
  said: readonly Establishment[],
  stored: ReadonlyMap<Uai, Establishment>,
): Promise<(uai: Uai) => readonly Change[]> {
  const renamed = said.filter(({ uai, name }) => stored.has(uai) && stored.get(uai)?.name !== name);
  if (phase === 'judge' || renamed.length === 0) return () => [];
  const uais = renamed.map(({ uai }) => uai);
  const schools = await reader.readEstablishmentRecords(uais);
  const personIds = new Set(schools.flatMap(({ people }) => people.map(({ personId }) => personId)));
  const awards = await reader.readAwardsOf([
    ...uais.map((uai) => ({ kind: 'establishment' as const, uai })),
    ...[...personIds].map((personId) => ({ kind: 'person' as const, personId })),
  ]);
  const told = new Set<string>();
  return (uai) => {
    const people = schools.find((one) => one.uai === uai)?.people.map(({ personId }) => personId) ?? [];
    const shown = awards.filter(({ award: { id, recipient }, credential }) => {
      if (told.has(id)) return false;
      if (recipient.kind === 'establishment') return recipient.uai === uai;
      return people.includes(recipient.personId) && credential?.choice.showSchools === true;
    });
    for (const { award } of shown) told.add(award.id);
    return reSignTasks({ ids, at }, shown);
  };
}
