import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generateDemo } from '../../demo/generate-demo.ts';
import {
  type EvaluationScope,
  evaluateRecipients,
  type RecipientEvaluations,
} from '../../src/application/awards/evaluate-recipients.ts';
import { tryCriteria } from '../../src/application/criteria/trial.ts';
import { proposeAwards } from '../../src/application/decisions/propose-awards.ts';
import type { TakeStep } from '../../src/application/jobs/step.ts';
import { publishedCatalogue } from '../../src/catalogue/versions.ts';
import type { ProposalChange } from '../../src/domain/award/proposal.ts';
import type { Criteria } from '../../src/domain/criteria/definition.ts';
import { withFigures } from '../../src/domain/criteria/figures.ts';
import type { Job, JobCommand, JobProgress } from '../../src/domain/job/types.ts';
import type { PersonRecord, SchoolRecord } from '../../src/domain/records.ts';
import { type Instant, type LocalDate, parseLocalDate } from '../../src/domain/time/calendar.ts';
import { derivePersonFacts as derivePlainly } from '../domain/plain-judgment/derive-facts.ts';
import { deriveTeamFacts as deriveTeamPlainly } from '../domain/plain-judgment/derive-team-facts.ts';
import { evaluateAll as evaluatePlainly } from '../domain/plain-judgment/evaluate.ts';
import { type Desk, openDesk } from '../files/support.ts';
import { somePorts } from '../support/servers/some-ports.ts';

const schoolsCsv = readFileSync('data/establishments-dijon.csv', 'utf8');
const today = parseLocalDate('2026-11-24');
/** At the end of the school year, some schools meet their badge too. */
const lastDay = parseLocalDate('2026-08-31');
const clock = { now: () => '2026-11-24T10:00:00Z' as Instant };
const catalogue = publishedCatalogue;
const criteria = catalogue.criteriaInForce(today);
const { framework } = catalogue;

let desk: Desk;
/** Each record, read by a query of its own. */
let people: readonly PersonRecord[];
let schools: readonly SchoolRecord[];

beforeAll(async () => {
  desk = await openDesk();
  const files = generateDemo({ establishmentsCsv: schoolsCsv });
  await desk.import(Object.fromEntries(files.map(({ name, text }) => [name, text])));
  const { store } = desk;
  const ids = await store.readRupnIds({ limit: 10_000 });
  const uais = await store.readEngagedUais({ limit: 10_000 });
  people = (await Promise.all(ids.map((id) => store.readPersonRecords([id])))).flat();
  schools = (await Promise.all(uais.map((uai) => store.readSchoolRecords([uai])))).flat();
});
afterAll(() => desk.close());

const judge = async (scope: EvaluationScope, on = today) =>
  Array.fromAsync(evaluateRecipients(somePorts({ store: desk.store, clock, catalogue }))({ scope, on }));

/** The people and schools that meet each badge, by the plain judgment. */
function whoMeets(version: Criteria, on: LocalDate): Readonly<Record<string, readonly string[]>> {
  const basis = { thresholds: version.thresholds, framework };
  const judged = [
    ...people.map((one) => [one.personId, evaluatePlainly(version, derivePlainly(one, on, basis))] as const),
    ...schools.map((one) => [one.uai, evaluatePlainly(version, deriveTeamPlainly(one, on, basis))] as const),
  ];
  const met = judged.flatMap(([id, all]) =>
    all.filter((one) => one.met).map((one) => [one.achievement, id] as const),
  );
  const groups = Map.groupBy(met, ([code]) => code);
  return Object.fromEntries([...groups].map(([code, pairs]) => [code, pairs.map(([, id]) => id).sort()]));
}

/** Does the steps of a job until its end. */
async function walk(takeStep: TakeStep, command: JobCommand) {
  let progress: JobProgress = { phase: 0, counts: {} };
  const changes = [];
  for (;;) {
    const step = await takeStep({ command, progress } as Job);
    changes.push(...step.changes);
    progress = step.progress;
    if (step.finished) return { progress, changes };
  }
}

describe('judging everyone', () => {
  test('gives the same results for each person and school as judging them alone', async () => {
    const everyone = await judge({ kind: 'all' });
    const alone: RecipientEvaluations[] = [];
    for (const { personId } of people) alone.push(...(await judge({ kind: 'person-id', id: personId })));
    for (const { uai } of schools) alone.push(...(await judge({ kind: 'establishment', uai })));
    expect(everyone.length).toBeGreaterThan(200);
    expect(everyone).toEqual(alone);
  });

  test('finds the badges that the plain judgment finds', async () => {
    const met = (await judge({ kind: 'all' }, lastDay)).flatMap(({ recipient, evaluations }) =>
      evaluations
        .filter((one) => one.met)
        .map(({ achievement }) => [
          achievement,
          recipient.kind === 'person' ? recipient.personId : recipient.uai,
        ]),
    );
    const groups = Map.groupBy(met, ([code = '']) => code);
    const found = Object.fromEntries(
      [...groups].map(([code, pairs]) => [code, pairs.map(([, id]) => id).sort()]),
    );
    expect(found).toEqual(whoMeets(criteria, lastDay));
    expect(Object.keys(found).sort()).toEqual(criteria.achievements.map(({ code }) => code).sort());
  });

  test('proposes each met badge once', async () => {
    const { changes } = await walk(proposeAwards(somePorts({ store: desk.store, clock, catalogue })), {
      kind: 'propose-awards',
    });
    const proposals = (changes as readonly ProposalChange[]).flatMap((change) =>
      change.kind === 'proposals-replaced' ? change.proposals : [],
    );
    const groups = Map.groupBy(proposals, ({ achievement }) => achievement);
    const found = Object.fromEntries(
      [...groups].map(([code, some]) => [
        code,
        some
          .map(({ recipient }) => (recipient.kind === 'person' ? recipient.personId : recipient.uai))
          .sort(),
      ]),
    );
    expect(found).toEqual(whoMeets(criteria, today));
  });

  test.each([
    ['a figure of one badge', { '/achievements/0/requirements/0/rule/duration/atLeast': 2 }],
    ['thresholds', { '/thresholds/fullYearDays': 150, '/thresholds/coveredMissionDays': 120 }],
    ['nothing', {}],
  ])('names the people who would gain and who would lose by %s', async (_, figures) => {
    const { progress } = await walk(tryCriteria(somePorts({ store: desk.store, catalogue })), {
      kind: 'try-criteria',
      figures,
      on: lastDay,
    });
    const [before, after] = [whoMeets(criteria, lastDay), whoMeets(withFigures(criteria, figures), lastDay)];
    for (const { code } of criteria.achievements) {
      const [had, has] = [before[code] ?? [], after[code] ?? []];
      const moves = progress.moves?.[code];
      expect(moves ?? { before: 0, after: 0 }).toMatchObject({ before: had.length, after: has.length });
      const [gain, lose] = [has.filter((id) => !had.includes(id)), had.filter((id) => !has.includes(id))];
      expect([...(moves?.gain ?? [])].sort()).toEqual(gain.slice(0, 100));
      expect([...(moves?.lose ?? [])].sort()).toEqual(lose.slice(0, 100));
    }
  });
});
