import type { PersonId } from '../../domain/ids.ts';
import type { Uai } from '../../domain/uai.ts';
import { typographic } from '../../texts/grammar.ts';
import type { Store } from '../ports.ts';

interface Listed {
  readonly id: PersonId;
  readonly headOf?: Uai;
}

/** The school that tells namesakes apart in a list: the one that they head, or that of their latest engagement. */
export async function readSchoolsOf(
  store: Pick<Store, 'readLatestSchools' | 'readSchoolsByUai'>,
  people: readonly Listed[],
): Promise<(person: Listed) => string | undefined> {
  const latest = await store.readLatestSchools(people.map(({ id }) => id));
  const uaiOf = ({ id, headOf }: Listed) => headOf ?? latest.get(id);
  const texts = await readSchoolLabels(
    store,
    people.flatMap((one) => uaiOf(one) ?? []),
  );
  return (person) => texts.get(uaiOf(person) ?? ('' as Uai));
}

/** Schools as a list names them, by name and place. */
export async function readSchoolLabels(
  store: Pick<Store, 'readSchoolsByUai'>,
  uais: readonly Uai[],
): Promise<ReadonlyMap<Uai, string>> {
  const schools = uais.length > 0 ? await store.readSchoolsByUai([...new Set(uais)]) : [];
  return new Map(
    schools.map(({ uai, name, commune }) => [uai, typographic([name, commune].filter(Boolean).join(', '))]),
  );
}
