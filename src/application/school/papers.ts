import { audit } from '../../domain/audit.ts';
import { DomainError } from '../../domain/errors.ts';
import { chosenForm } from '../../domain/holder/chosen-form.ts';
import type { PersonId } from '../../domain/ids.ts';
import { freezePaper } from '../../domain/paper/freeze-paper.ts';
import {
  factsDayOf,
  MOST_TOGETHER,
  type Paper,
  type PaperId,
  type PaperKind,
  type PaperTogether,
  paperKey,
} from '../../domain/paper/paper.ts';
import type { SchoolOnRecord } from '../../domain/paper/paper-question.ts';
import { type PaperSummary, summarisePaper } from '../../domain/paper/summarise-paper.ts';
import type { Person } from '../../domain/records.ts';
import type { SchoolYear } from '../../domain/time/school-year.ts';
import { type Instant, type LocalDate, localDateInParis } from '../../domain/time/time.ts';
import type { Uai } from '../../domain/uai.ts';
import { readConfirmers } from '../awards/read-confirmers.ts';
import { digestOf } from '../digest.ts';
import { paperSettings, readPaperSetting, withConfirmerNames } from '../papers/draw-paper.ts';
import { PAPER_SECTIONS, type PaperFactsSection } from '../papers/paper-blocks.ts';
import { differingSections, paperContent, partsOf } from '../papers/paper-content.ts';
import type { Catalogue, Store } from '../ports.ts';
import type { Ports } from '../service-ports.ts';
import { onceMore } from '../store/once-more.ts';
import { useCases } from '../use-cases.ts';

export interface PaperCommand {
  readonly uai: Uai;
  readonly kind: PaperKind;
  /** Absent for a paper about the whole school. */
  readonly personId?: PersonId;
  readonly schoolYear: SchoolYear;
  readonly by: Person;
}

/** Makes a paper from the present records and freezes its facts; where a paper of the same day has the same facts, it
 *  is that one. Throws `nothing-to-print`, `unknown-establishment`, and `clock-contradicted` as a signature does: a
 *  paper bears the day of the clock. */
const makePaper =
  (ports: Ports) =>
  (command: PaperCommand): Promise<PaperId> =>
    // Somebody else may make the same paper at the same moment.
    onceMore(() => makeOrFind(ports, command));

async function makeOrFind(ports: Ports, { by, ...command }: PaperCommand): Promise<PaperId> {
  const { store, time, ids, catalogue } = ports;
  const at = await time.check();
  const on = factsDayOf({ madeAt: at, schoolYear: command.schoolYear });
  const school = await readOnRecord(store, command);
  const frozen = freezePaper(school, {
    ...command,
    on,
    form: 3,
    titleForms: await readTitleForms(store, school),
    principal: `${by.givenName} ${by.familyName}`,
    basis: basisOn(catalogue, on),
  });
  if (!frozen) throw new DomainError('nothing-to-print');
  const facts = { ...frozen, settings: paperSettings(ports) };
  const factsDigest = await digestOf(facts);
  const key = paperKey({ ...command, factsDigest, madeAt: at });
  const same = (await store.readPapersMade(command.uai, command.schoolYear)).find(
    (one) =>
      paperKey({ ...command, ...one }) === key &&
      one.kind === command.kind &&
      one.personId === command.personId,
  );
  if (same) return same.id;
  // The id has the form of a credential's id, and is as hard to guess.
  const id = ids.credentialId() as string as PaperId;
  const { uai, kind, personId } = command;
  await store.commit([
    {
      kind: 'paper-made',
      paper: { ...command, id, facts, factsDigest, madeBy: by.id, madeAt: at },
    },
    audit('paper-made', { at, actor: by.id, subject: personId ?? uai, details: { paper: id, kind, uai } }),
  ]);
  return id;
}

/** The content of a paper's public page. */
export interface ConfirmedPaper {
  readonly paper: Pick<Paper, 'id' | 'kind' | 'schoolYear' | 'madeAt'>;
  readonly establishment: Paper['facts']['establishment'];
  readonly summary: PaperSummary;
  /** The sections whose recorded facts for that time differ from the paper. Empty where the paper is still
   *  right. */
  readonly changed: readonly PaperFactsSection[];
}

/** A paper's facts as printed, and the sections that are not right any more; undefined where there is no such
 *  paper. */
const confirmPaper =
  (ports: Ports) =>
  async (id: PaperId): Promise<ConfirmedPaper | undefined> => {
    const paper = await ports.store.readPaper(id);
    if (!paper) return undefined;
    const { kind, schoolYear, madeAt, facts } = paper;
    return {
      paper: { id, kind, schoolYear, madeAt },
      establishment: facts.establishment,
      summary: summarisePaper(paper),
      changed: await findChanges(ports, paper),
    };
  };

/** Drafts the paper again from the present records, with the same question, and compares the two. */
async function findChanges(ports: Ports, paper: Paper): Promise<readonly PaperFactsSection[]> {
  const { store, catalogue } = ports;
  const { kind, personId, schoolYear, facts } = paper;
  const on = factsDayOf(paper);
  const now = freezePaper(await readOnRecord(store, paper), {
    kind,
    ...(personId && { personId }),
    schoolYear,
    on,
    form: facts.form,
    // A form chosen since then changes nothing that the paper says.
    titleForms: new Map(
      facts.members.flatMap(({ person, titleForm }) => (titleForm ? [[person.id, titleForm]] : [])),
    ),
    principal: facts.principal,
    basis: basisOn(catalogue, on),
    ...(facts.review && { reviewOn: facts.review.on }),
  });
  if (!now) return [kind === 'review-record' ? 'notes' : 'engagement'];
  const [printed, setting] = await Promise.all([
    withConfirmerNames(store, paper),
    readPaperSetting(ports, paper),
  ]);
  const anew = { ...paper, facts: now };
  const parts = partsOf(paper);
  const differing = parts.flatMap((part) =>
    differingSections(paperContent(printed, setting, part), paperContent(anew, setting, part)),
  );
  return PAPER_SECTIONS.filter((section) => differing.includes(section));
}

interface TogetherCommand {
  readonly uai: Uai;
  readonly kind: PaperTogether;
  readonly schoolYear: SchoolYear;
  readonly by: Person;
}

/** Makes one kind of paper for everybody of a school year, each frozen as if made alone. A paper of the same
 *  day with the same facts is used again, so that repeating this makes no second paper. Returns the papers by
 *  family name. Throws `nothing-to-print`, `unknown-establishment`, `clock-contradicted`. */
const makePapersTogether =
  (ports: Ports) =>
  (command: TogetherCommand): Promise<readonly PaperId[]> =>
    onceMore(() => makeOrFindAll(ports, command));

async function makeOrFindAll(ports: Ports, command: TogetherCommand): Promise<readonly PaperId[]> {
  const { store, time } = ports;
  const at = await time.check();
  const wanted = await freezeAll(ports, command, at);
  const made = await readTodays(store, command, at);
  const papers = wanted.map(
    (paper) =>
      made.find(
        ({ personId, facts }) =>
          personId === paper.personId && JSON.stringify(facts) === JSON.stringify(paper.facts),
      ) ?? paper,
  );
  await store.commit(
    papers
      .filter((paper) => !made.includes(paper))
      .flatMap((paper) => [
        { kind: 'paper-made', paper },
        audit('paper-made', {
          at,
          actor: command.by.id,
          subject: paper.personId ?? paper.uai,
          details: { paper: paper.id, kind: paper.kind, uai: paper.uai },
        }),
      ]),
  );
  return papers.map(({ id }) => id);
}

/** One paper for each person for whom there is something to print. */
async function freezeAll(
  ports: Ports,
  { by, ...command }: TogetherCommand,
  at: Instant,
): Promise<readonly Paper[]> {
  const { store, ids, catalogue } = ports;
  const settings = paperSettings(ports);
  const school = await readOnRecord(store, command);
  const on = factsDayOf({ madeAt: at, schoolYear: command.schoolYear });
  const question = {
    ...{ ...command, on, form: 2 as const },
    titleForms: await readTitleForms(store, school),
    principal: `${by.givenName} ${by.familyName}`,
    basis: basisOn(catalogue, on),
  };
  const papers = school.people
    .toSorted((a, b) => sortName(a).localeCompare(sortName(b), 'fr'))
    .flatMap(({ id: personId }): readonly Paper[] => {
      const frozen = freezePaper(school, { ...question, personId });
      if (!frozen) return [];
      const id = ids.credentialId() as string as PaperId;
      return [{ ...command, id, personId, facts: { ...frozen, settings }, madeBy: by.id, madeAt: at }];
    });
  if (papers.length === 0) throw new DomainError('nothing-to-print');
  return Promise.all(
    papers
      .slice(0, MOST_TOGETHER)
      .map(async (paper) => ({ ...paper, factsDigest: await digestOf(paper.facts) })),
  );
}

async function readTitleForms(store: RecordStore, { people }: SchoolOnRecord) {
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

/** The papers of that kind and year that were made on the same day. */
async function readTodays(
  store: Ports['store'],
  { uai, kind, schoolYear }: TogetherCommand,
  at: Instant,
): Promise<readonly Paper[]> {
  const today = localDateInParis(at);
  const made = (await store.readPapersMade(uai, schoolYear)).filter(
    (one) => one.kind === kind && localDateInParis(one.madeAt) === today,
  );
  return store.readPapersWith(made.map(({ id }) => id));
}

function sortName({ familyName, givenName }: Person): string {
  return `${familyName} ${givenName}`;
}

/** The reads of the store that papers need. */
export type RecordStore = Store;

function basisOn(catalogue: Catalogue, on: LocalDate) {
  return { thresholds: catalogue.criteriaInForce(on).thresholds, framework: catalogue.framework };
}

/** The records of a school from which its papers are made. Throws `unknown-establishment`. */
async function readOnRecord(
  store: RecordStore,
  { uai, schoolYear }: { readonly uai: Uai; readonly schoolYear: SchoolYear },
): Promise<SchoolOnRecord> {
  const [[establishment], [record], authorisations, planned, written, ...kept] = await Promise.all([
    store.readEstablishments([uai]),
    store.readEstablishmentRecords([uai]),
    store.readAuthorisations([uai]),
    store.readPlannedReviews(uai, schoolYear),
    store.readWrittenReviews(uai),
    store.readMeans(uai),
    store.readSchoolProjects(uai),
    store.readProcedureSheets(uai),
  ]);
  const [means, projects, procedures] = kept;
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

export const paperServices = useCases({ makePaper, makePapersTogether, confirmPaper });
