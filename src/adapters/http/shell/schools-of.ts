import type { Store } from '../../../application/ports.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { Uai } from '../../../domain/uai.ts';
import { typographic } from '../../../texts/typographic.ts';

interface Listed {
  readonly id: PersonId;
  readonly headOf?: Uai;
}

/** The school that tells namesakes apart in a list: the one that they head, or that of their latest engagement. */
export async function readSchoolsOf(
  store: Pick<Store, 'readLatestSchools' | 'readEstablishments'>,
  people: readonly Listed[],
): Promise<(person: Listed) => string | undefined> {
  const latest = await store.readLatestSchools(people.map(({ id }) => id));
  const uaiOf = ({ id, headOf }: Listed) => headOf ?? latest.get(id);
  const uais = [...new Set(people.flatMap((one) => uaiOf(one) ?? []))];
  const schools = uais.length > 0 ? await store.readEstablishments(uais) : [];
  const words = new Map(
    schools.map(({ uai, name, commune }) => [uai, typographic([name, commune].filter(Boolean).join(', '))]),
  );
  return (person) => words.get(uaiOf(person) ?? ('' as Uai));
}
