import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/application/ports.ts';
import type { Change } from '../../src/domain/change/change.ts';
import type { Contribution } from '../../src/domain/records.ts';
import {
  ACCEPTED,
  ADA,
  award,
  awardId,
  BOB,
  credential,
  credentialId,
  day,
  LATER,
  LIST,
  PRIVATE,
  person,
  SIGNED,
  WORLD,
} from './store-values.ts';

const COUNT = 60;
const ROUNDS = 20;

const SHOWN = { ...ACCEPTED, hidden: false };
/** Accepted, hidden and shown again. */
const CHOICES: readonly Change[] = [
  { choice: SHOWN, asRead: PRIVATE },
  { choice: ACCEPTED, asRead: SHOWN },
  { choice: SHOWN, asRead: ACCEPTED },
].map((chosen) => ({ kind: 'holder-chose', credentialId: credentialId('c1'), ...chosen }));

/** A database that no process has opened yet, and that several may open. */
export interface SharedDatabase {
  /** Its address, as the child process gets it. */
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

    it('that open it at once migrate it once, and see the same', async () => {
      await one().commit(WORLD);
      expect((await other().countRows()).people).toBe(2);
    });

    it('lose no update, and each revocation is made by one of them', async () => {
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

    it('undo an import or change what it wrote, one of the two', async () => {
      await one().commit(WORLD);
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

    it('see at their next look what the other one committed', async () => {
      await one().commit(SIGNED);
      const moments = [];
      for (const choice of CHOICES) {
        await other().commit([choice]);
        moments.push((await one().readMoment({ kind: 'credential', id: credentialId('c1') }, {})).own);
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
    { kind: 'credential-issued', credential: credential(`n${at}`, { awardId: it.id, statusIndex: at + 20 }) },
  ];
}

function describeRaces(one: () => Store, other: () => Store): void {
  it('that sign one award: one is refused and leaves nothing', async () => {
    await one().commit([...SIGNED, { kind: 'award-granted', award: award('a2', { sequence: 2 }) }]);
    const issue = (id: string, statusIndex: number): Change => ({
      kind: 'credential-issued',
      credential: credential(id, { awardId: awardId('a2'), statusIndex }),
    });
    const results = await Promise.allSettled([
      one().commit([issue('c2', 1)]),
      other().commit([issue('c3', 2)]),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await one().countRows()).credentials).toBe(2);
  });

  it('that save the same people in opposite orders both get their turn', async () => {
    await one().commit(WORLD);
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

  it('that erase a person while their award is signed leave no bit unset', async () => {
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
            credential: credential(`e${turn}`, { awardId: unsigned.id, statusIndex: turn + 20 }),
          },
        ]),
        other().commit([{ kind: 'person-erased', personId: id, at: LATER }]),
      ]);
      const left = await one().readAwardsOf([unsigned.recipient]);
      // If the signature came first, the badge was emptied and revoked. If the erasure came first, the award
      // was deleted.
      expect(left.every((one) => one.credential?.document === '' && one.credential.revocation)).toBe(true);
      expect(await one().readPeople([id])).toEqual([]);
    }
  });
}
