import { canonicalJson } from '../../domain/canonical-json.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import { freezePaper, type SchoolOnRecord } from '../../domain/paper/freeze-paper.ts';
import type { Paper, PaperId, PaperKind, PaperSummary } from '../../domain/paper/paper.ts';
import { summarisePaper } from '../../domain/paper/summarise-paper.ts';
import type { Person } from '../../domain/records.ts';
import type { SchoolYear } from '../../domain/time/school-year.ts';
import { localDateInParis } from '../../domain/time/time.ts';
import type { Uai } from '../../domain/uai.ts';
import type { Catalogue, Clock, Ids, Store } from '../ports.ts';

interface Needs {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly catalogue: Catalogue;
}

export interface PaperCommand {
  readonly uai: Uai;
  readonly kind: PaperKind;
  /** None for the school's own. */
  readonly personId?: PersonId;
  readonly schoolYear: SchoolYear;
  readonly by: Person;
}

/** Makes a paper of what is on record now; what it says no longer changes. Throws `nothing-to-print`,
 *  `unknown-establishment`. */
export const makePaper =
  ({ store, clock, ids, catalogue }: Needs) =>
  async ({ by, ...command }: PaperCommand): Promise<PaperId> => {
    const at = clock.now();
    const on = localDateInParis(at);
    const facts = freezePaper(await readOnRecord(store, command), {
      ...command,
      on,
      principal: `${by.givenName} ${by.familyName}`,
      thresholds: catalogue.criteriaInForce(on).thresholds,
    });
    if (!facts) throw new DomainError('nothing-to-print');
    // Of the same shape as a credential's, and as hard to guess.
    const id = ids.credentialId() as string as PaperId;
    const { uai, kind, personId } = command;
    await store.commit([
      { kind: 'paper-made', paper: { ...command, id, facts, madeBy: by.id, madeAt: at } },
      {
        kind: 'audited',
        entry: {
          at,
          actor: by.id,
          action: 'paper-made',
          subject: personId ?? uai,
          details: { paper: id, kind, uai },
        },
      },
    ]);
    return id;
  };

/** What the public page of a paper confirms. */
export interface ConfirmedPaper {
  readonly paper: Pick<Paper, 'id' | 'kind' | 'schoolYear' | 'madeAt'>;
  readonly summary: PaperSummary;
  /** What is on record today of that time says the same. */
  readonly unchanged: boolean;
}

/** A paper's facts as printed, and whether they still stand; undefined where there is no such paper. */
export const confirmPaper =
  ({ store, catalogue }: Pick<Needs, 'store' | 'catalogue'>) =>
  async (id: PaperId): Promise<ConfirmedPaper | undefined> => {
    const paper = await store.readPaper(id);
    if (!paper) return undefined;
    const summary = summarisePaper(paper.kind, paper.facts);
    const on = localDateInParis(paper.madeAt);
    const { kind, personId, schoolYear, madeAt, facts } = paper;
    const now = freezePaper(await readOnRecord(store, paper), {
      kind,
      ...(personId && { personId }),
      schoolYear,
      on,
      principal: facts.principal,
      thresholds: catalogue.criteriaInForce(on).thresholds,
    });
    const unchanged =
      now !== undefined && canonicalJson(summarisePaper(kind, now)) === canonicalJson(summary);
    return { paper: { id, kind, schoolYear, madeAt }, summary, unchanged };
  };

async function readOnRecord(
  store: Store,
  { uai, schoolYear }: { readonly uai: Uai; readonly schoolYear: SchoolYear },
): Promise<SchoolOnRecord> {
  const [[establishment], [record], authorisations, planned, written, means] = await Promise.all([
    store.readEstablishments([uai]),
    store.readEstablishmentRecords([uai]),
    store.readAuthorisations([uai]),
    store.readPlannedReviews(uai, schoolYear),
    store.readWrittenReviews(uai),
    store.readMeans(uai),
  ]);
  if (!establishment) throw new DomainError('unknown-establishment', { uai });
  const records = record?.people ?? [];
  const people = await store.readPeople(records.map(({ personId }) => personId));
  return { establishment, people, records, authorisations, planned, written, means };
}
