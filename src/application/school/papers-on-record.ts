import { DomainError } from '../../domain/errors.ts';
import { chosenForm } from '../../domain/holder/chosen-form.ts';
import type { SchoolOnRecord } from '../../domain/paper/question.ts';
import type { LocalDate } from '../../domain/time/calendar.ts';
import type { SchoolYear } from '../../domain/time/school-year.ts';
import type { Uai } from '../../domain/uai.ts';
import { readConfirmers } from '../awards/read-confirmers.ts';
import type { Catalogue, Store } from '../ports.ts';

export async function readTitleForms(store: RecordStore, { people }: SchoolOnRecord) {
  const badges = await store.readAwardsOf(people.map(({ id }) => ({ kind: 'person', personId: id })));
  return new Map(
    people.flatMap(({ id }) => {
      const own = badges.filter(
        ({ award: { recipient } }) => 'personId' in recipient && recipient.personId === id,
      );
      const form = chosenForm(own);
      return form ? [[id, form] as const] : [];
    }),
  );
}

/** The reads of the store that papers need. */
export type RecordStore = Store;

export function basisOn(catalogue: Catalogue, on: LocalDate) {
  return { thresholds: catalogue.criteriaInForce(on).thresholds, framework: catalogue.framework };
}

/** The records of a school from which its papers are made. Throws `unknown-establishment`. */
export async function readOnRecord(
  store: RecordStore,
  { uai, schoolYear }: { readonly uai: Uai; readonly schoolYear: SchoolYear },
): Promise<SchoolOnRecord> {
  const [[establishment], [record], authorisations, planned, written, ...saved] = await Promise.all([
    store.readSchoolsByUai([uai]),
    store.readSchoolRecords([uai]),
    store.readAuthorisations([uai]),
    store.readPlannedReviews(uai, schoolYear),
    store.readWrittenReviews(uai),
    store.readMeans(uai),
    store.readSchoolProjects(uai),
    store.readProcedureSheets(uai),
  ]);
  const [means, projects, procedures] = saved;
  if (!establishment) throw new DomainError('unknown-establishment', { uai });
  const records = record?.people ?? [];
  const [people, confirmers] = await Promise.all([
    store.readPeople(records.map(({ personId }) => personId)),
    readConfirmers(
      store,
      records.flatMap(({ engagements }) => engagements),
    ),
  ]);
  const about = { establishment, people, records, confirmers };
  return { ...about, authorisations, planned, written, means, projects, procedures };
}
