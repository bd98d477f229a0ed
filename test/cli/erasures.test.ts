import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openNodeContext } from '../../src/node.ts';
import { jalon } from '../support/command-line.ts';
import { fr } from '../support/fr.ts';
import { todayInParis } from '../support/now.ts';
import {
  type IssuedBadge,
  issueEverything,
  startTestService,
  type TestService,
} from '../support/servers/service.ts';

const PEOPLE = ['anne', 'bruno', 'chloe'] as const;
const emailOf = (name: string) => `${name}.durand@ac-test.example`;
const FILES = {
  'etablissements.csv': 'uai;nom;secteur\n0210001M;Collège Claude Guyot;Public\n',
  'personnes.csv': `email;prenom;nom\n${PEOPLE.map((name) => `${emailOf(name)};${name};Durand\n`).join('')}`,
  'engagements.csv': [
    'reference;email;uai;debut;fin;missions;roles;confirmation',
    ...PEOPLE.map((name) => `S-${name};${emailOf(name)};0210001M;01/09/2023;31/08/2024;A1|A2|B1;;confirmee`),
    '',
  ].join('\n'),
};

let service: TestService;
let badges: ReadonlyMap<string, IssuedBadge>;
let restored: Record<string, string>;
let list: string;
const run = async (environment: Record<string, string>, ...texts: readonly string[]) =>
  jalon([...texts, '--json'], { environment });

beforeAll(async () => {
  service = await startTestService();
  await service.importText(FILES);
  const issued = await issueEverything(service);
  const owners = new Map<string, IssuedBadge>();
  for (const badge of issued) {
    const found = await service.ports.store.readCredential(badge.id);
    const recipient = found?.award.recipient;
    if (recipient?.kind !== 'person') continue;
    const [person] = await service.ports.store.readPeople([recipient.personId]);
    owners.set(person?.givenName ?? '', badge);
  }
  badges = owners;
  const backup = join(service.folder, 'backup.db');
  list = join(service.folder, 'erasures.jsonl');
  expect((await run(service.environment, 'backup', backup)).code).toBe(0);
  const { services } = service;
  const [anne, bruno] = [badges.get('anne'), badges.get('bruno')];
  await services.erasePerson({ email: emailOf('anne'), actor: 'test' });
  await services.revokeCredential({
    id: bruno?.id as never,
    reason: 'Erreur sur Bruno Durand',
    actor: 'test',
  });
  expect(anne).toBeDefined();
  expect((await run(service.environment, 'erasures', 'export', '--since', todayInParis(), list)).code).toBe(
    0,
  );
  restored = { ...service.environment, DATABASE_URL: `sqlite:${join(service.folder, 'restored.db')}` };
  expect((await run(restored, 'restore', backup)).code).toBe(0);
}, 120_000);
afterAll(() => service.stop());

const statesOf = async () => {
  const context = await openNodeContext(restored);
  try {
    const { store } = context.ports;
    const stateOf = async (name: string) => {
      const { credential } = (await store.readCredential(badges.get(name)?.id as never)) ?? {};
      return credential?.erasedAt ? 'erased' : credential?.revocation ? 'revoked' : 'valid';
    };
    const people = await store.readPeopleByEmail(PEOPLE.map(emailOf));
    return {
      badges: await Promise.all(PEOPLE.map(stateOf)),
      people: people.map(({ givenName }) => givenName).toSorted(),
    };
  } finally {
    await context.close();
  }
};

describe('erasures and revocations since a backup', () => {
  it('are listed by opaque ids alone, in a file that only its owner reads', async () => {
    const text = await readFile(list, 'utf8');
    const lines = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, string>);
    expect(lines.map(({ kind }) => kind).toSorted()).toEqual(['erased', 'revoked']);
    expect(lines.flatMap(Object.keys).toSorted()).toEqual(['credential', 'kind', 'kind', 'person']);
    expect(text).not.toMatch(/durand|bruno|anne|erreur/i);
  });

  it('are not known to a restored database, until the list is replayed once', async () => {
    expect(await statesOf()).toEqual({ badges: ['valid', 'valid', 'valid'], people: [...PEOPLE] });
    const first = await run(restored, 'erasures', 'replay', list);
    expect([first.code, first.lines.at(-1)]).toEqual([
      0,
      expect.objectContaining({ kind: 'summary', done: 2, already: 0, failed: 0 }),
    ]);
    expect(await statesOf()).toEqual({
      badges: ['erased', 'revoked', 'valid'],
      people: ['bruno', 'chloe'],
    });
    const second = await run(restored, 'erasures', 'replay', list);
    expect(second.lines.at(-1)).toMatchObject({ kind: 'summary', done: 0, already: 2, failed: 0 });
  });

  it('stand in the audit of the restored database, with a public reason that names no one', async () => {
    const context = await openNodeContext(restored);
    try {
      const { store } = context.ports;
      const id = badges.get('bruno')?.id ?? '';
      const [line] = await store.readAuditOf(id, 1);
      expect(line).toMatchObject({
        actor: 'cli',
        action: 'credential-revoked',
        details: { reason: fr.cli.revokedAgain },
      });
      expect(await store.readErasures('2026-01-01T00:00:00Z' as never)).toHaveLength(1);
    } finally {
      await context.close();
    }
  });

  it('refuse a list that is none, and a day that is none', async () => {
    const wrong = join(service.folder, 'wrong.jsonl');
    await writeFile(wrong, '{"kind":"erased","person":"a b"}\n');
    expect((await run(restored, 'erasures', 'replay', wrong)).code).toBe(2);
    expect((await run(restored, 'erasures', 'export', '--since', 'hier', wrong)).code).toBe(2);
    expect((await run(restored, 'erasures', 'forget', wrong)).code).toBe(2);
  });
});
