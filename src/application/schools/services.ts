import { withDepartment } from '../../catalogue/departments.ts';
import { audit } from '../../domain/audit/entry.ts';
import { DomainError } from '../../domain/errors.ts';
import type { School } from '../../domain/records.ts';
import type { Deciding } from '../engagements/change.ts';
import { readSchool, schoolAsRead } from '../engagements/open-school.ts';
import { readSchoolReissuing } from '../files/import/schools.ts';
import { addPerson } from '../people/add-person.ts';
import type { Ports } from '../service-ports.ts';
import { retryOnConflict, useCases } from '../use-cases.ts';

/** What a screen says of a school; its département follows from the UAI. */
type SchoolInput = Omit<School, 'departmentCode' | 'department' | 'closedOn' | 'successor'>;

interface SaveSchool {
  readonly said: SchoolInput;
  readonly by: Deciding;
}

/** Adds a school that no file brought. Throws `establishment-exists`. */
const addSchool =
  ({ store, clock }: Ports) =>
  ({ said, by }: SaveSchool): Promise<void> =>
    retryOnConflict(async () => {
      const { uai } = said;
      const [known] = await store.readSchoolsByUai([uai]);
      if (known) throw new DomainError('establishment-exists', { uai });
      const establishment = withDepartment({ ...said, departmentCode: '', department: '' });
      await store.commit([
        { kind: 'establishment-added', establishment },
        audit('establishment-added', { at: clock.now(), actor: by.personId, subject: uai }),
      ]);
    });

/** Changes what is recorded of a school. Badges that show its name are signed again, under the same id, by a task
 *  after the commit. Throws `unknown-establishment`, and `store-conflict` where the school is not as it was shown. */
const changeSchool =
  ({ store, clock, ids }: Ports) =>
  ({ said, by, seen }: SaveSchool & { readonly seen: string | undefined }): Promise<void> =>
    retryOnConflict(async () => {
      const before = await readSchool(store, said.uai);
      if (seen !== seenSchool(before))
        throw new DomainError('store-conflict', { constraint: 'establishment_seen' });
      const establishment: School = { ...before, ...said };
      const at = clock.now();
      const reissue = await readSchoolReissuing(
        { reader: store, ids, at, phase: 'decide' },
        [establishment],
        new Map([[before.uai, before]]),
      );
      await store.commit([
        ...schoolAsRead(before),
        { kind: 'establishment-saved', establishment },
        ...reissue(before.uai),
        audit('establishment-changed', { at, actor: by.personId, subject: before.uai }),
      ]);
    });

/** A school as a form carries it, to be compared with what is recorded when the form is sent. */
export function seenSchool({ type, name, postalCode, commune, sector, agricultural, closedOn }: School) {
  return JSON.stringify([type, name, postalCode, commune, sector, agricultural, closedOn ?? '']);
}

export const registerServices = useCases({ addPerson, addSchool, changeSchool });
