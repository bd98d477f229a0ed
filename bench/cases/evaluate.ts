import {
  type EvaluationScope,
  evaluateRecipients,
  judgeRecipients,
  type RecipientEvaluations,
} from '../../src/application/awards/evaluate-recipients.ts';
import { startTestService, type TestService } from '../../test/support/servers/service.ts';
import { importPeople } from '../fixtures/import-people.ts';
import { type Contender, compare, toRatio } from '../measuring/compare.ts';
import { processCpuMs } from '../measuring/in-process.ts';
import type { Row } from '../measuring/row.ts';

const PEOPLE = { usual: 20_000, full: 100_000, trial: 30 };
/** Number of people whose judgments are compared before the measurement. */
const COMPARED = 20;
const ALONE_A_ROUND = 200;

/** Both sides have the same service, database and criteria. Only the number of people judged together
 *  differs. The judgments of a sample must be equal. */
export const judge: Row = {
  name: 'judge',
  title: 'judge everyone for every badge, from the database',
  against: 'the same service, one person at a time',
  group: 'usual',
  startsPrograms: false,
  includes:
    'Both: reading people, engagements, trainings and reviews from a SQLite file, deriving the facts, judging every badge of the criteria. First line: which badges are met, as a trial of criteria and the granting of all ask; second line: what was found and what is lacking for every badge as well. 20,000 people by default, 100,000 with `--full`, three years of engagement each.',
  excludes:
    'Ours also judges the schools, which is counted as the people’s cost; nobody of this world is engaged this school year, so that the teams are empty. Neither prints or writes anything.',
  boundBy:
    'Of some 24 µs a person, SQLite takes 8 to find and hand out four rows, deriving the facts 5, judging 3.5, turning rows into records 3, the garbage 2; every finding takes half as much again. One person alone takes some 250 µs, of which a twentieth is 12.5.',
  measure: async (options) => {
    const people =
      options.size ?? (options.blockMs === 0 ? PEOPLE.trial : options.full ? PEOPLE.full : PEOPLE.usual);
    const service = await startTestService();
    try {
      options.note(`importing ${people} people`);
      await importPeople(service, people);
      await assertSameJudgments(service);
      const measured = async (what: string, judging: Judging) => {
        const sides = { ours: together(judging, people), rival: alone(judging, people) };
        return toRatio(`${what} of ${people.toLocaleString('en')}`, await compare(sides, options), {
          atLeast: 20,
        });
      };
      const { ports } = service;
      return [
        await measured('a person', judgeRecipients(ports)),
        await measured('a person with every finding', evaluateRecipients(ports)),
      ];
    } finally {
      await service.stop();
    }
  },
};

/** Both use cases: with the findings or without them. */
export type Judging = (query: {
  readonly scope: EvaluationScope;
}) => AsyncIterable<Pick<RecipientEvaluations, 'recipient'>>;

export function together(judging: Judging, people: number): Contender {
  return {
    cpuMs: processCpuMs,
    count: people,
    async run() {
      let judged = 0;
      for await (const { recipient } of judging({ scope: { kind: 'all' } })) {
        if (recipient.kind === 'person') judged += 1;
      }
      if (judged !== people) throw new Error(`${judged} people of ${people} were judged`);
    },
  };
}

function alone(judging: Judging, people: number): Contender {
  let next = 0;
  return {
    cpuMs: processCpuMs,
    count: Math.min(people, ALONE_A_ROUND),
    async run(count) {
      for (let at = 0; at < count; at += 1) {
        next = (next + 7) % people;
        const email = `p-${next}@bench.example`;
        for await (const _ of judging({ scope: { kind: 'person', email } }));
      }
    },
  };
}

async function assertSameJudgments({ services }: TestService): Promise<void> {
  let compared = 0;
  for await (const found of services.evaluateRecipients({ scope: { kind: 'all' } })) {
    if (!('email' in found.label) || compared === COMPARED) return;
    const email = found.label.email ?? '';
    const own: RecipientEvaluations[] = [];
    for await (const one of services.evaluateRecipients({ scope: { kind: 'person', email } })) own.push(one);
    if (JSON.stringify(own) !== JSON.stringify([found]))
      throw new Error(`${email} is judged otherwise alone`);
    compared += 1;
  }
}
