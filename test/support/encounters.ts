import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../src/application/ports.ts';
import { DomainError } from '../../src/domain/errors.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import type { NodeContext } from '../../src/node.ts';
import { PAIRS, type TwoProcesses } from './servers/two-processes.ts';

/** How often the two acts begin at the same instant. `JALON_ROUNDS` asks for more. */
const ROUNDS = Number(process.env['JALON_ROUNDS'] ?? 4);

type Action<Subject> = (process: NodeContext, subject: Subject) => Promise<unknown>;

/** Two acts about one subject that two processes may do at once. */
export interface Encounter<Subject = never> {
  /** Ends the sentence « … have an outcome that one of their orders gives ». */
  readonly name: string;
  /** Makes a subject that no other round knows. */
  readonly prepare: (process: NodeContext, turn: number) => Promise<Subject>;
  readonly acts: readonly [Action<Subject>, Action<Subject>];
  /** What stands afterwards, with its lines of the audit, without ids and times of a round. */
  readonly look: (process: NodeContext, subject: Subject) => Promise<unknown>;
}

/** An encounter, whatever its subject. */
export function encounter<Subject>(of: Encounter<Subject>): Encounter {
  return of as unknown as Encounter;
}

/** Each encounter is first done in both orders, one act after the other. Then each act is done wholly between
 *  the reading and the commit of the other, and both are begun at once: what both are told and what stands must
 *  be what one of the orders gives. */
export function describeEncounters(about: string, encounters: readonly Encounter[]): void {
  describe.each(PAIRS)(`${about}, by two processes on %s`, (_engine, start) => {
    let pair: TwoProcesses;
    beforeAll(async () => {
      pair = await start();
    }, 60_000);
    afterAll(() => pair.stop());

    it.each(encounters.map((one) => [one.name, one] as const))('%s', { timeout: 60_000 }, async (_, one) => {
      await meet(pair, one);
    });
  });
}

async function meet(pair: TwoProcesses, { prepare, acts: [act, counteract], look }: Encounter) {
  const { one, other } = pair;
  let turn = 0;
  const round = async (run: (subject: never) => Promise<readonly unknown[]>) => {
    turn += 1;
    const subject = await prepare(one, turn);
    const told = await run(subject);
    return { told, stands: await look(one, subject) };
  };
  const first = await round(async (subject) => {
    const reported = await outcomeOf(act(one, subject));
    return [reported, await outcomeOf(counteract(other, subject))];
  });
  const last = await round(async (subject) => {
    const reported = await outcomeOf(counteract(other, subject));
    return [await outcomeOf(act(one, subject)), reported];
  });
  const overtaken = await round((subject) =>
    overtaking(
      one,
      () => act(one, subject),
      () => counteract(other, subject),
    ),
  );
  expect(overtaken, 'the other act landed between reading and commit').toEqual(last);
  const overtakes = await round(async (subject) => {
    const reported = await overtaking(
      other,
      () => counteract(other, subject),
      () => act(one, subject),
    );
    return reported.toReversed();
  });
  expect(overtakes, 'the act landed between reading and commit of the other').toEqual(first);
  for (let at = 0; at < ROUNDS; at += 1) {
    const both = await round((subject) =>
      Promise.all([outcomeOf(act(one, subject)), outcomeOf(counteract(other, subject))]),
    );
    expect([first, last], JSON.stringify(both)).toContainEqual(both);
  }
}

/** Does the first act, with the second one just before its first commit. */
async function overtaking(
  { ports: { store } }: NodeContext,
  act: () => Promise<unknown>,
  before: () => Promise<unknown>,
): Promise<readonly unknown[]> {
  const { commit } = store;
  let reported: unknown = 'never begun';
  const late: Store['commit'] = async (changes) => {
    Object.assign(store, { commit });
    reported = await outcomeOf(before());
    return commit(changes);
  };
  Object.assign(store, { commit: late });
  try {
    return [await outcomeOf(act()), reported];
  } finally {
    Object.assign(store, { commit });
  }
}

/** What whoever did the act is told: its answer, or the code of its refusal. */
async function outcomeOf(act: Promise<unknown>): Promise<unknown> {
  try {
    return { done: (await act) ?? true };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { refused: error.code };
  }
}

/** The id of the person with this address. */
export async function idOf({ ports }: NodeContext, email: string): Promise<PersonId> {
  const [person] = await ports.store.readPeopleByEmail([email]);
  if (!person) throw new Error(`nobody has the address ${email}`);
  return person.id;
}

/** The actions that the audit tells of a subject, sorted. */
export async function actionsOf({ ports }: NodeContext, subject: string): Promise<readonly string[]> {
  const entries = await ports.store.readAuditOf(subject, 10_000);
  return entries.map(({ action }) => action).toSorted();
}
