import { audit } from '../../domain/audit/entry.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import { freezePaper } from '../../domain/paper/freeze.ts';
import { type PaperSummary, summarisePaper } from '../../domain/paper/summarise.ts';
import { factsDayOf, type Paper, type PaperId, type PaperKind, paperKey } from '../../domain/paper/types.ts';
import { fullName } from '../../domain/person/name.ts';
import type { Person } from '../../domain/records.ts';
import type { SchoolYear } from '../../domain/time/school-year.ts';
import type { Uai } from '../../domain/uai.ts';
import { digestOf } from '../digest.ts';
import { differingSections, documentsOf, paperContent } from '../papers/content.ts';
import { PAPER_SECTIONS, type PaperFactsSection } from '../papers/content-types.ts';
import { paperSettings, readPaperSetting, withConfirmerNames } from '../papers/draw.ts';
import type { Ports } from '../service-ports.ts';
import { retryOnConflict, useCases } from '../use-cases.ts';
import { basisOn, readOnRecord, readTitleForms } from './papers-on-record.ts';
import { makePapersTogether } from './papers-together.ts';

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
    // Someone else may make the same paper at the same moment.
    retryOnConflict(() => makeOrFind(ports, command));

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
    principal: fullName(by),
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
  /** The sections whose recorded facts for that time differ from the paper. Empty if the paper is still
   *  right. */
  readonly changed: readonly PaperFactsSection[];
}

/** A paper's facts as printed, and the sections that are not right any more; undefined if there is no such
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
  const again = { ...paper, facts: now };
  const parts = documentsOf(paper);
  const differing = parts.flatMap((part) =>
    differingSections(paperContent(printed, setting, part), paperContent(again, setting, part)),
  );
  return PAPER_SECTIONS.filter((section) => differing.includes(section));
}

export const paperServices = useCases({ makePaper, makePapersTogether, confirmPaper });
