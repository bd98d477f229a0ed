import { afterEach, describe, expect, it } from 'vitest';
import {
  type IssueCredentials,
  type IssueOutcome,
  issueCredentials,
} from '../../src/application/credentials/issue.ts';
import type { Signer, Store } from '../../src/application/ports.ts';
import type { Change, ChangeOf } from '../../src/domain/change/union.ts';
import { DomainError } from '../../src/domain/errors.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import { grantToMany } from '../support/many-awards.ts';
import { makeMigratedDatabase } from '../support/servers/postgres.ts';
import { startTestService, type TestService } from '../support/servers/service.ts';

const AWARDS = 8;

let service: TestService | undefined;
let drop = async () => {};
afterEach(async () => {
  await service?.stop();
  await drop();
  service = undefined;
  drop = async () => {};
});

const STARTS: readonly (readonly [string, () => Promise<TestService>])[] = [
  ['SQLite', () => startTestService({ MAIL_FROM: 'dane@jalon.test', SMTP_URL: 'smtp://127.0.0.1:1' })],
  [
    'PostgreSQL',
    async () => {
      const database = await makeMigratedDatabase();
      drop = database.drop;
      return startTestService({
        DATABASE_URL: database.url,
        MAIL_FROM: 'dane@jalon.test',
        SMTP_URL: 'smtp://127.0.0.1:1',
      });
    },
  ],
];

type Issued = ChangeOf<'credential-issued'>;
const issuedIn = (changes: readonly Change[]): readonly Issued[] =>
  changes.filter((change) => change.kind === 'credential-issued');

/** The use case with some of its ports replaced, on the awards of one service. */
async function issueWith(
  { ports }: TestService,
  replaced: { readonly signer?: Partial<Signer>; readonly store?: Partial<Store> },
  command: Partial<IssueCredentials> = {},
): Promise<readonly IssueOutcome[]> {
  const outcomes: IssueOutcome[] = [];
  const needs = {
    ...ports,
    signer: { ...ports.signer, ...replaced.signer },
    store: { ...ports.store, ...replaced.store },
  };
  for await (const outcome of issueCredentials(needs)({ actor: 'test', ...command })) outcomes.push(outcome);
  return outcomes;
}

/** The stored data about the awards: each once, with one line of audit and one mail. */
async function readWhole({ ports: { store } }: TestService) {
  const all = await store.readAwardSlice({ limit: 1000 });
  const credentials = all.flatMap(({ credential }) => credential ?? []);
  return {
    awards: all.length,
    unsigned: await store.countUnsignedAwards(),
    credentials: credentials.length,
    entries: new Set(credentials.map((one) => `${one.statusListId} ${one.statusIndex}`)).size,
    subjects: new Set(credentials.map(({ subjectId }) => subjectId)).size,
    mails: (await store.countMail('9999' as never)).waiting,
  };
}

const whole = (count: number, unsigned = 0) => ({
  awards: count + unsigned,
  unsigned,
  credentials: count,
  entries: count,
  subjects: count,
  mails: count,
});

describe.each(STARTS)('a chunk of badges on %s', (_, start) => {
  async function startWithAwards(count = AWARDS): Promise<TestService> {
    service = await start();
    await grantToMany(service, count - 1);
    return service;
  }

  it('is one commit: every badge under an index of its own, with its mail and its line in the audit', async () => {
    const fixture = await startWithAwards();
    const commits: number[] = [];
    const outcomes = await issueWith(fixture, {
      store: {
        commit: async (changes) => {
          if (issuedIn(changes).length > 0) commits.push(changes.length);
          await fixture.ports.store.commit(changes);
        },
      },
    });
    expect(outcomes.map(({ kind }) => kind)).toEqual(Array(AWARDS).fill('issued'));
    expect(outcomes.map(({ award }) => award.id)).toEqual(outcomes.map(({ award }) => award.id).toSorted());
    expect(new Set(outcomes.map(({ label }) => JSON.stringify(label))).size).toBe(AWARDS);
    // Each badge has four changes: itself, a mail, the task to send it, and a line of audit.
    expect(commits).toEqual([4 * AWARDS]);
    expect(await readWhole(fixture)).toEqual(whole(AWARDS));
    for (const outcome of outcomes) {
      if (outcome.kind !== 'issued') continue;
      const audit = await fixture.ports.store.readAuditOf(outcome.id, 5);
      expect(audit.map(({ action }) => action)).toEqual(['credential-issued']);
    }
  });

  it('is signed again only if an index was taken in the meantime', async () => {
    const fixture = await startWithAwards();
    const { store, signer } = fixture.ports;
    const signed: string[] = [];
    let isTaken = false;
    const outcomes = await issueWith(fixture, {
      signer: {
        signForms: (unsigned) => {
          signed.push(String(unsigned['id']));
          return signer.signForms(unsigned);
        },
      },
      store: {
        commit: async (changes) => {
          const [first, ...others] = issuedIn(changes);
          if (first && others.length > 0 && !isTaken) {
            isTaken = true;
            // Another process issues the last award, under the index that was drawn for the first one.
            const last = others.at(-1) as Issued;
            const { statusListId, statusIndex } = first.credential;
            await store.commit([
              {
                kind: 'credential-issued',
                credential: { ...last.credential, statusListId, statusIndex },
                digests: last.digests,
              },
            ]);
          }
          await store.commit(changes);
        },
      },
    });
    expect(outcomes).toHaveLength(AWARDS - 1);
    expect(signed).toHaveLength(AWARDS + 1);
    expect(await readWhole(fixture)).toEqual({ ...whole(AWARDS), mails: AWARDS - 1 });
  });

  it('leaves out a recipient who is erased during the signing, and no other', async () => {
    const fixture = await startWithAwards();
    const { store, signer, clock } = fixture.ports;
    const [, erased] = await store.readAwardSlice({ limit: 2 });
    if (erased?.award.recipient.kind !== 'person') throw new Error('no award of a person');
    const { personId } = erased.award.recipient;
    let isErased = false;
    const outcomes = await issueWith(fixture, {
      signer: {
        signForms: async (unsigned) => {
          if (!isErased) {
            isErased = true;
            await store.commit([
              { kind: 'person-erased', personId, names: { familyNames: [], emails: [] }, at: clock.now() },
            ]);
          }
          return signer.signForms(unsigned);
        },
      },
    });
    expect(outcomes).toHaveLength(AWARDS - 1);
    expect(outcomes.map(({ award }) => award.id)).not.toContain(erased.award.id);
    expect(await readWhole(fixture)).toEqual(whole(AWARDS - 1));
  });

  it('leaves out a recipient who was erased just before the reading, and no other', async () => {
    const fixture = await startWithAwards();
    const { store, clock } = fixture.ports;
    const outcomes = await issueWith(fixture, {
      store: {
        leaseUnsignedAwards: async (lease) => {
          const claimed = await store.leaseUnsignedAwards(lease);
          const [first] = claimed;
          if (first?.recipient.kind === 'person') {
            await store.commit([
              {
                kind: 'person-erased',
                personId: first.recipient.personId,
                names: { familyNames: [], emails: [] },
                at: clock.now(),
              },
            ]);
          }
          return claimed;
        },
      },
    });
    expect(outcomes.map(({ kind }) => kind)).toEqual(Array(AWARDS - 1).fill('issued'));
    expect(await readWhole(fixture)).toEqual(whole(AWARDS - 1));
  });

  it('fails for an award that cannot be signed, and is issued for the others', async () => {
    const fixture = await startWithAwards();
    const { signer } = fixture.ports;
    const unsafe = new DomainError('unsafe-credential', { reason: 'a test' });
    let isRefused = false;
    const outcomes = await issueWith(
      fixture,
      {
        signer: {
          signForms: (unsigned) => {
            if (isRefused) return signer.signForms(unsigned);
            isRefused = true;
            return Promise.reject(unsafe);
          },
        },
      },
      { toTheEnd: true },
    );
    const failed = outcomes.filter(({ kind }) => kind === 'failed');
    expect(failed).toMatchObject([{ error: unsafe }]);
    expect(outcomes).toHaveLength(AWARDS);
    expect(await readWhole(fixture)).toEqual(whole(AWARDS - 1, 1));
    // The award is given back, so that the next run signs it.
    expect(await issueWith(fixture, {})).toHaveLength(1);
    expect(await readWhole(fixture)).toEqual(whole(AWARDS));
  });

  it('is issued award by award where its commit is refused again and again', async () => {
    const fixture = await startWithAwards();
    const { store } = fixture.ports;
    let rejections = 0;
    const outcomes = await issueWith(fixture, {
      store: {
        commit: async (changes) => {
          if (issuedIn(changes).length > 1) {
            rejections += 1;
            throw new DomainError('store-conflict', { constraint: 'status_index' });
          }
          await store.commit(changes);
        },
      },
    });
    expect(rejections).toBe(3);
    expect(outcomes.map(({ kind }) => kind)).toEqual(Array(AWARDS).fill('issued'));
    expect(await readWhole(fixture)).toEqual(whole(AWARDS));
  });

  it('is abandoned as a whole where no award can be signed, and given back at once', async () => {
    const fixture = await startWithAwards();
    const { signer } = fixture.ports;
    let signatures = 0;
    const issuing = issueWith(fixture, {
      signer: {
        signForms: (unsigned) => {
          signatures += 1;
          if (signatures <= 3) return signer.signForms(unsigned);
          return Promise.reject(new DomainError('key-missing', { algorithm: 'RS256' }));
        },
      },
    });
    await expect(issuing).rejects.toMatchObject({ code: 'key-missing' });
    expect(await readWhole(fixture)).toEqual(whole(0, AWARDS));
    expect(await issueWith(fixture, {})).toHaveLength(AWARDS);
  });

  it('is issued whole where the run is stopped in the meantime, and no other is begun', async () => {
    const fixture = await startWithAwards(130);
    const { signer } = fixture.ports;
    const stopping = new AbortController();
    const outcomes = await issueWith(
      fixture,
      {
        signer: {
          signForms: (unsigned) => {
            stopping.abort();
            return signer.signForms(unsigned);
          },
        },
      },
      { toTheEnd: true, stop: stopping.signal },
    );
    expect(outcomes).toHaveLength(100);
    expect(await readWhole(fixture)).toEqual(whole(100, 30));
    expect(await issueWith(fixture, {})).toHaveLength(30);
  });

  it('contains no more than requested', async () => {
    const fixture = await startWithAwards();
    expect(await issueWith(fixture, {}, { limit: 3 })).toHaveLength(3);
    expect(await readWhole(fixture)).toEqual(whole(3, AWARDS - 3));
  });
});

it('writes to every principal of a school about its badge, each once', async () => {
  service = await startTestService({ MAIL_FROM: 'dane@jalon.test', SMTP_URL: 'smtp://127.0.0.1:1' });
  const { ports, services } = service;
  await service.importText({
    'etablissements.csv': 'uai;nom;secteur\n0210001M;Collège Claude Guyot;Public\n',
    'personnes.csv':
      'email;prenom;nom;profil;uai\nun@ac-test.example;Ange;Roy;chef;0210001M\ndeux@ac-test.example;Lou;Roy;chef;0210001M\n',
  });
  const scope = { kind: 'establishment' as const, uai: '0210001M' as never, achievement: 'RUPN-EQUIPE' };
  for await (const outcome of services.grantAwards({ scope, actor: 'test', reason: 'Équipe reconnue' })) {
    expect(outcome.kind).toBe('granted');
  }
  expect(await issueWith(service, {})).toHaveLength(1);
  const heads = await ports.store.readHeadsOf('0210001M' as never);
  expect(heads).toHaveLength(2);
  for (const head of heads) expect(await mailsOf(ports.store, head)).toHaveLength(1);
});

async function mailsOf(store: Store, personId: PersonId) {
  return (await store.exportPerson(personId))?.['mail'] ?? [];
}
