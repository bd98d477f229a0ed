import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/application/ports.ts';
import { FIRST_CHOICE } from '../../src/domain/award/types.ts';
import type { Change } from '../../src/domain/change/union.ts';
import type { Contribution } from '../../src/domain/records.ts';
import { newDigests } from '../support/new-digests.ts';
import {
  ACCEPTED,
  ADA,
  award,
  awardId,
  BOB,
  credential,
  credentialId,
  day,
  FIXTURE,
  LATER,
  LIST,
  person,
  SIGNED,
} from './store-values.ts';

const COUNT = 60;
const ROUNDS = 20;

const SHOWN = { ...ACCEPTED, hidden: false };
/** The holder's choices in order: accepted, hidden and shown again. */
const CHOICES: readonly Change[] = [
  { choice: SHOWN, asRead: FIRST_CHOICE },
  { choice: ACCEPTED, asRead: SHOWN },
  { choice: SHOWN, asRead: ACCEPTED },
].map(({ choice, asRead }) => ({
  kind: 'holder-chose',
  credentialId: credentialId('c1'),
  choice,
  asRead: { choice: asRead },
}));

/** A database that no process has opened yet, and that several processes may open. */
export interface SharedDatabase {
  /** Its address, which the child process gets. */
  readonly address: string;
  open(): Promise<Store>;
  remove(): Promise<void>;
}

/** The guarantees for several processes on one database, on every engine. */
export function concurrencyContract(name: string, make: () => Promise<SharedDatabase>): void {
  describe(`several processes on ${name}`, () => {
    let database: SharedDatabase;
    let stores: readonly Store[];
    beforeEach(async () => {
      database = await make();
      stores = await Promise.all([database.open(), database.open()]);
    });
    afterEach(async () => {
      for (const store of stores) await store.close();
      await database.remove();
    });
    const [one, other] = [() => stores[0] as Store, () => stores[1] as Store];

    it('migrate it once when they open it together, and see the same', async () => {
      await one().commit(FIXTURE);
      expect((await other().countRows()).people).toBe(2);
    });

    it('lose no update, and make each revocation only once', async () => {
      await one().commit(SIGNED);
      for (let at = 0; at < COUNT; at += 1) await one().commit(issued(at));
      const script = join(import.meta.dirname, 'revoke-all.child.ts');
      const revokeAll = async () =>
        Number(
          (await promisify(execFile)(process.execPath, [script, database.address, String(COUNT)])).stdout,
        );
      const firsts = await Promise.all([revokeAll(), revokeAll()]);
      expect(firsts.reduce((sum, count) => sum + count)).toBe(COUNT);
      expect((await one().readStatusList(LIST))?.revision).toBe(COUNT);
      expect((await one().readSetIndexes(LIST)).set).toHaveLength(COUNT);
    });

    it('let only one win where one undoes an import and the other changes its records', async () => {
      await one().commit(FIXTURE);
      for (let round = 0; round < ROUNDS; round += 1) {
        const made: Contribution = {
          ...{
            reference: `K${round}`,
            personId: ADA,
            kind: 'project',
            on: day('2026-01-01'),
            validated: false,
          },
        };
        const contribution = { ...made, validated: true, judged: { by: BOB, at: LATER } };
        await one().commit([{ kind: 'contribution-saved', contribution: made }]);
        const [undone, judged] = await Promise.allSettled([
          one().commit([{ kind: 'records-unmade', of: 'contribution', records: [made] }]),
          other().commit([{ kind: 'contribution-judged', asRead: made, contribution }]),
        ]);
        expect([undone.status, judged.status].toSorted()).toEqual(['fulfilled', 'rejected']);
        const left = judged.status === 'fulfilled' ? [contribution] : [];
        expect(await one().readContributions([made.reference])).toEqual(left);
      }
    });

    it('see each other’s commits at their next look', async () => {
      await one().commit(SIGNED);
      const moments = [];
      for (const choice of CHOICES) {
        await other().commit([choice]);
        moments.push((await one().readDataVersion({ kind: 'credential', id: credentialId('c1') }, {})).own);
      }
      expect(moments[1]).not.toBe(moments[0]);
      expect(moments[2]).toBe(moments[0]);
    });

    describeRaces(one, other);
  });
}

function issued(at: number): readonly Change[] {
  const it = award(`n${at}`, { sequence: at + 10 });
  return [
    { kind: 'award-granted', award: it },
    {
      kind: 'credential-issued',
      digests: newDigests(),
      credential: credential(`n${at}`, { awardId: it.id, statusIndex: at + 20 }),
    },
  ];
}

function describeRaces(one: () => Store, other: () => Store): void {
  it('issue an award only once: the second process is refused and leaves nothing', async () => {
    await one().commit([...SIGNED, { kind: 'award-granted', award: award('a2', { sequence: 2 }) }]);
    const issue = (id: string, statusIndex: number): Change => ({
      kind: 'credential-issued',
      digests: newDigests(),
      credential: credential(id, { awardId: awardId('a2'), statusIndex }),
    });
    const results = await Promise.allSettled([
      one().commit([issue('c2', 1)]),
      other().commit([issue('c3', 2)]),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await one().countRows()).credentials).toBe(2);
  });

  it('both save the same people, in opposite orders', async () => {
    await one().commit(FIXTURE);
    const save = (id: typeof ADA, familyName: string): Change => ({
      kind: 'person-saved',
      person: person(id, { familyName }),
    });
    for (let turn = 0; turn < 20; turn += 1) {
      await Promise.all([
        one().commit([save(ADA, 'Un'), save(BOB, 'Un')]),
        other().commit([save(BOB, 'Deux'), save(ADA, 'Deux')]),
      ]);
    }
    const names = (await one().readPeople([ADA, BOB])).map(({ familyName }) => familyName);
    expect([...new Set(names)]).toHaveLength(1);
  });

  it('leave no bit unset where one erases a person and the other signs their award', async () => {
    for (let turn = 0; turn < 10; turn += 1) {
      const id = `person-${turn}` as typeof ADA;
      const unsigned = award(`e${turn}`, { recipient: { kind: 'person', personId: id } });
      if (turn === 0) await one().commit(SIGNED);
      await one().commit([
        { kind: 'person-saved', person: person(id) },
        { kind: 'award-granted', award: unsigned },
      ]);
      await Promise.allSettled([
        one().commit([
          {
            kind: 'credential-issued',
            digests: newDigests(),
            credential: credential(`e${turn}`, { awardId: unsigned.id, statusIndex: turn + 20 }),
          },
        ]),
        other().commit([
          { kind: 'person-erased', personId: id, names: { familyNames: [], emails: [] }, at: LATER },
        ]),
      ]);
      const left = await one().readAwardsOf([unsigned.recipient]);
      // Where the signature came first, the badge was emptied and revoked. Where the erasure came first, the
      // award was deleted.
      expect(left.every((one) => one.credential?.document === '' && one.credential.revocation)).toBe(true);
      expect(await one().readPeople([id])).toEqual([]);
    }
  });
}
