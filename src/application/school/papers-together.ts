import { audit } from '../../domain/audit/entry.ts';
import { DomainError } from '../../domain/errors.ts';
import { freezePaper } from '../../domain/paper/freeze.ts';
import {
  factsDayOf,
  MOST_TOGETHER,
  type Paper,
  type PaperId,
  type PaperTogether,
} from '../../domain/paper/types.ts';
import { byName, fullName } from '../../domain/person/name.ts';
import type { Person } from '../../domain/records.ts';
import { type Instant, localDateInParis } from '../../domain/time/calendar.ts';
import type { SchoolYear } from '../../domain/time/school-year.ts';
import type { Uai } from '../../domain/uai.ts';
import { digestOf } from '../digest.ts';
import { paperSettings } from '../papers/draw.ts';
import type { Ports } from '../service-ports.ts';
import { retryOnConflict } from '../use-cases.ts';
import { basisOn, readOnRecord, readTitleForms } from './papers-on-record.ts';

export interface TogetherCommand {
  readonly uai: Uai;
  readonly kind: PaperTogether;
  readonly schoolYear: SchoolYear;
  readonly by: Person;
}

/** Makes one kind of paper for everybody of a school year, each frozen as if made alone. A paper of the same
 *  day with the same facts is used again, so that repeating this makes no second paper. Returns the papers by
 *  family name. Throws `nothing-to-print`, `unknown-establishment`, `clock-contradicted`. */
export const makePapersTogether =
  (ports: Ports) =>
  (command: TogetherCommand): Promise<readonly PaperId[]> =>
    retryOnConflict(() => makeOrFindAll(ports, command));

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
    principal: fullName(by),
    basis: basisOn(catalogue, on),
  };
  const papers = school.people.toSorted(byName).flatMap(({ id: personId }): readonly Paper[] => {
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
