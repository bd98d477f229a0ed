import Sqlite from 'better-sqlite3';
import { makeSigner } from '../../src/adapters/signing/signer.ts';
import type { Signer, Store } from '../../src/application/ports.ts';
import type { Change } from '../../src/domain/change/union.ts';
import { DomainError } from '../../src/domain/errors.ts';
import { type Instant, type LocalDate, secondsAfter } from '../../src/domain/time/calendar.ts';
import { chooseCanonicalizer } from '../../src/open-badges/canonicalization/canonicalizer-choice.ts';
import { nodePrimitives } from '../../src/open-badges/proofs/primitives.node.ts';
import { alterWriter, extractPreconditions } from '../support/altered-writer.ts';
import type { Defect } from './defect.ts';
import { ORIGIN } from './process.ts';

const DAY_SECONDS = 86_400;
/** The defect is in every so manieth commit. */
const RARELY = 100;

/** A store whose commits are made of other changes. */
const committing =
  (alter: (changes: readonly Change[]) => readonly Change[]) =>
  (store: Store): Store => ({
    ...store,
    commit: (changes) => store.commit(alter(changes)),
  });

const without = (isLeftOut: (change: Change) => boolean) =>
  committing((changes) => changes.filter((change) => !isLeftOut(change)));

/** A writer that forgets one statement, by how it begins. */
const forgetting = (kind: Change['kind'], begin: string) => () =>
  alterWriter(kind, (sql) => !sql.startsWith(begin));

const all =
  (...spoils: readonly (() => () => void)[]) =>
  () => {
    const back = spoils.map((spoil) => spoil());
    return () => {
      for (const one of back) one();
    };
  };

/** A commit that waits a turn before it ends: it is answered as done, and another one, or the end of the process, may
 *  come first. */
function waitInTransactions(): () => void {
  const whole = Sqlite.prototype.transaction;
  let commits = 0;
  Sqlite.prototype.transaction = function late(this: Sqlite.Database, run: (...given: unknown[]) => unknown) {
    const immediate = (...given: unknown[]) => {
      if (given.length === 0) return run();
      this.exec('BEGIN IMMEDIATE');
      try {
        run(...given);
      } catch (error) {
        this.exec('ROLLBACK');
        throw error;
      }
      commits += 1;
      const end = () => void (this.open && this.inTransaction && this.exec('COMMIT'));
      if (commits % RARELY === 0) setImmediate(end);
      else end();
      return undefined;
    };
    return Object.assign(immediate, { immediate }) as never;
  } as never;
  return () => {
    Sqlite.prototype.transaction = whole;
  };
}

/** A commit that the database refuses for this reason is answered as made. */
const swallowing =
  (because: string) =>
  (store: Store): Store => ({
    ...store,
    commit: (changes) =>
      store.commit(changes).catch((error: unknown) => {
        const cause = error instanceof DomainError ? error.cause : undefined;
        if (!(cause instanceof DomainError) || cause.params['because'] !== because) throw error;
      }),
  });

/** Tasks that were done once are never taken again, also if the database forgets that they were. */
function rememberDone(): (store: Store) => Store {
  const done = new Set<string>();
  return (store) => ({
    ...store,
    commit: async (changes) => {
      await store.commit(changes);
      for (const change of changes) if (change.kind === 'outbox-done') done.add(change.id);
    },
    leaseOutbox: async (taking) => (await store.leaseOutbox(taking)).filter(({ id }) => !done.has(id)),
  });
}

/** The keys of the beginning sign for ever. */
const signForEver = (): NonNullable<Defect['spoilSigner']> => {
  let first: Promise<Signer> | undefined;
  const road = chooseCanonicalizer({
    primitives: nodePrimitives,
    foreignByLibrary: undefined,
    foreignBeside: undefined,
  });
  return (signer, outside) => {
    first ??= outside.keys.load([]).then((keys) =>
      makeSigner({
        origin: ORIGIN,
        keys: () => keys,
        clock: outside.system.clock,
        ...{ road, primitives: nodePrimitives },
      }),
    );
    return {
      ...signer,
      signForms: async (unsigned) => (await (first as Promise<Signer>)).signForms(unsigned),
    };
  };
};

/** Defects that are put in on purpose. Each is one that a service of this kind has had, here or elsewhere. */
export const PLANTED: readonly Defect[] = [
  { name: 'a commit waits in its transaction', spoilSources: waitInTransactions },
  {
    name: 'a commit is made in two halves',
    near: /is (accepted|suspended|revoked|declared)/,
    spoilCalls: (store) => ({
      ...store,
      commit: async (changes) => {
        const half = Math.ceil(changes.length / 2);
        await store.commit(changes.slice(0, half));
        if (changes.length > 1) await store.commit(changes.slice(half));
      },
    }),
  },
  {
    name: 'a suspension is answered, and not written',
    near: /suspended/,
    spoilStore: without(({ kind }) => kind === 'credential-suspended'),
  },
  {
    name: 'a line of the audit is lost',
    spoilCalls: without((one) => one.kind === 'audited' && one.entry.action === 'credential-accepted'),
  },
  {
    name: 'an act leaves no line of the audit',
    // Nothing above the store sees the line either.
    spoilSources: () => alterWriter('audited', (sql) => !sql.includes('"audit"')),
  },
  {
    name: 'a refused act leaves its line',
    spoilStore: (store) => ({
      ...store,
      readCredential: async (id) => {
        const found = await store.readCredential(id);
        if (found?.credential?.revocation)
          await store.commit([
            {
              kind: 'audited',
              entry: {
                action: 'credential-revoked',
                at: found.credential.revocation.at,
                actor: 'cli',
                subject: id,
              },
            },
          ]);
        return found;
      },
    }),
  },
  {
    name: 'a proposal is left behind',
    near: /proposal is granted/,
    spoilSources: forgetting('award-granted', 'delete from "proposal"'),
  },
  {
    name: 'a badge is revoked twice',
    near: /^badges: .*revoked/,
    spoilSources: () => extractPreconditions('credential-revoked'),
  },
  {
    name: 'a confirmation ignores a contest',
    near: /confirm|contest/,
    spoilSources: () => extractPreconditions('engagement-decided'),
    spoilStore: (store) => ({
      ...store,
      readEngagements: async (references) =>
        (await store.readEngagements(references)).map((one) =>
          one.confirmation === 'contested' ? { ...one, confirmation: 'requested' } : one,
        ),
    }),
  },
  {
    name: 'an answer ignores a revocation',
    near: /revoked|accept/,
    spoilSources: all(
      () => extractPreconditions('credential-reissued'),
      () => extractPreconditions('holder-chose'),
    ),
    spoilStore: (store) => ({
      ...store,
      readCredential: async (id) => {
        const found = await store.readCredential(id);
        if (!found?.credential?.revocation) return found;
        const { revocation: _, ...credential } = found.credential;
        return { ...found, credential };
      },
    }),
  },
  {
    name: 'a segment counts a day less',
    near: /judged|granted|file of segments/,
    spoilStore: (store) => ({
      ...store,
      readPersonRecords: async (ids) =>
        (await store.readPersonRecords(ids)).map((record) => ({
          ...record,
          engagements: record.engagements.map((one) => {
            const from = secondsAfter(`${one.period.from}T12:00:00Z` as Instant, DAY_SECONDS).slice(0, 10);
            return from > (one.period.to ?? from)
              ? one
              : { ...one, period: { ...one.period, from: from as LocalDate } };
          }),
        })),
    }),
  },
  {
    name: 'a bit of a list is not set',
    near: /revoked/,
    spoilStore: (store) => ({
      ...store,
      readSetIndexes: async (list) => {
        const { set, suspended, ...rest } = await store.readSetIndexes(list);
        const [last] = set.slice(-1);
        return { ...rest, set: set.slice(0, -1), suspended: suspended.filter((one) => one !== last) };
      },
    }),
  },
  {
    name: 'a list is dated in the future',
    spoilSigner: (signer, outside) => ({
      ...signer,
      signStatusList: (unsigned) =>
        signer.signStatusList({ ...unsigned, validFrom: secondsAfter(outside.now(), DAY_SECONDS) }),
    }),
  },
  {
    name: 'a key signs after its end',
    near: /rotated|compromised|accept/,
    spoilSources: all(
      () => extractPreconditions('credential-issued'),
      () => extractPreconditions('credential-reissued'),
      () => extractPreconditions('keys-signed'),
    ),
    spoilSigner: signForEver(),
  },
  {
    name: 'a badge is left out of the log',
    near: /granted|accepted/,
    spoilSources: forgetting('credential-issued', 'insert into "log_waiting"'),
  },
  {
    name: 'an award is not marked as signed',
    spoilSources: forgetting('credential-issued', 'update "award"'),
  },
  {
    name: 'contributions of an erased person are kept',
    near: /erased|contribution is added/,
    spoilSources: forgetting('person-erased', 'delete from "contribution"'),
  },
  {
    name: 'a merger forgets the contributions',
    near: /merged|contribution is added/,
    spoilSources: forgetting('people-merged', 'update "contribution"'),
  },
  {
    name: 'a mail is sent twice',
    spoilMailer: (mailer) => ({
      send: async (message) => {
        await mailer.send(message);
        return mailer.send(message);
      },
    }),
  },
  {
    name: 'a mail goes to somebody else',
    spoilMailer: (mailer) => ({
      send: (message) => mailer.send({ ...message, to: 'autre@ac-test.example' }),
    }),
  },
  // Success, jobs, tasks, readiness and retention
  {
    name: 'a due job stands still',
    near: /decision waits|is dated/,
    spoilStore: (store) => ({ ...store, readDueJobs: async () => [] }),
  },
  {
    name: 'a job that fails is not set aside',
    near: /^jobs:/,
    spoilStore: without(({ kind }) => kind === 'job-failed'),
  },
  {
    name: 'readiness is silent about a job that was set aside',
    near: /^jobs: one is begun/,
    spoilStore: (store) => ({
      ...store,
      countFailingJobs: async () => ({ failing: 0, setAside: 0, stuck: 0 }),
    }),
  },
  {
    name: 'readiness warns of a job that is not there',
    spoilStore: (store) => ({
      ...store,
      countFailingJobs: async () => ({ failing: 1, setAside: 1, stuck: 0 }),
    }),
  },
  {
    name: 'sessions are retained for ever',
    spoilStore: without(({ kind }) => kind === 'sessions-forgotten'),
  },
  { name: 'tasks are retained for ever', spoilStore: without(({ kind }) => kind === 'outbox-forgotten') },
  {
    name: 'uploads are retained for ever',
    near: /files are sent/,
    spoilStore: without(({ kind }) => kind === 'uploads-forgotten'),
  },
  {
    name: 'a mail is written without its task',
    spoilStore: without((one) => one.kind === 'outbox-added' && one.task.kind === 'send-mail'),
  },
  // What is entered, withdrawn and removed
  {
    name: 'an engagement that was entered is not there',
    near: /engagement is entered/,
    spoilSources: forgetting('engagement-entered', 'insert into "engagement"'),
  },
  {
    name: 'an engagement that was removed stays',
    near: /engagement is (entered|removed)/,
    spoilSources: forgetting('engagement-removed', 'delete from "engagement"'),
  },
  {
    name: 'a declaration that was withdrawn stays',
    near: /Claire withdraws|is declared/,
    spoilSources: forgetting('engagement-withdrawn', 'delete from "engagement"'),
  },
  {
    name: 'a declaration that is written anew stays as it was',
    near: /written anew|is declared/,
    spoilSources: forgetting('engagement-redeclared', 'update "engagement"'),
  },
  {
    name: 'a holder’s choice is not written',
    near: /hides|shown again/,
    spoilSources: forgetting('holder-chose', 'update "credential"'),
  },
  {
    name: 'a suspension goes on after its end',
    near: /suspended|counts again/,
    spoilSources: forgetting('credential-resumed', 'update "credential"'),
  },
  {
    name: 'a request is answered as made, and not committed',
    near: /request on one’s data/,
    spoilCalls: (store) => ({
      ...store,
      commit: async (changes) =>
        changes.some(({ kind }) => kind === 'data-request-made') ? undefined : store.commit(changes),
    }),
  },
  { name: 'a mail that was sent goes on waiting', spoilStore: without(({ kind }) => kind === 'mail-closed') },
  // What only a fault of disk, keys, versions or lost commits finds
  {
    name: 'a commit that a full disk refuses is answered as made',
    errors: ['disk-full'],
    spoilCalls: swallowing('full'),
  },
  {
    name: 'a commit that waits for a lock for too long is answered as made',
    errors: ['disk-busy'],
    spoilCalls: swallowing('locked'),
  },
  {
    name: 'readiness is silent about keys that are away',
    spoilKeys: (keys) => ({ ...keys, check: async () => {} }),
  },
  {
    name: 'an older version opens a newer database',
    spoilPlace: (place) => ({ ...place, openPrevious: place.open }),
  },
  {
    name: 'a task is remembered as done outside of the database',
    weather: { losses: 30 },
    spoilStore: rememberDone(),
  },
];
