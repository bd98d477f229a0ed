import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toXlsx } from '../spreadsheets/workbooks.ts';
import { makeMigratedDatabase, type PostgresDatabase } from '../support/servers/postgres.ts';
import { issueEverything, ONE_RUPN, startTestService, type TestService } from '../support/servers/service.ts';
import { postgresRunsHere } from '../support/servers/start-postgres.ts';
import { tokenOf } from '../support/tokens.ts';

const NUL = '\u0000';

let database: PostgresDatabase;
let service: TestService;
let token: string;
beforeAll(async () => {
  if (!postgresRunsHere) return;
  database = await makeMigratedDatabase();
  service = await startTestService({ DATABASE_URL: database.url });
  token = await tokenOf(service, 'dane');
});
afterAll(async () => {
  await service?.stop();
  await database?.drop();
});

/** PostgreSQL stores no text with U+0000: such a text causes an error once it reaches the database. */
describe.skipIf(!postgresRunsHere)('a text with characters that no keyboard types', () => {
  it('is refused by the API, with the field', async () => {
    await service.importText(ONE_RUPN);
    const [badge] = await issueEverything(service);
    const sent: readonly (readonly [string, object])[] = [
      ['/tokens', { role: 'reader', name: `a${NUL}b` }],
      ['/awards', { person: `a${NUL}@ac-test.example`, badge: 'RUPN-ENG' }],
      ['/awards', { person: 'a@ac-test.example', badge: `RUPN${NUL}`, reason: 'Décision' }],
      ['/awards', { person: 'a@ac-test.example', badge: 'RUPN-ENG', reason: `a${NUL}b` }],
      ['/awards', { allMet: true, after: `${NUL}` }],
      [`/credentials/${badge?.id}/revocation`, { reason: `a${NUL}b` }],
      ['/people/exports', { email: `a${NUL}@ac-test.example` }],
      ['/evaluations', { person: `a${NUL}@ac-test.example` }],
    ];
    for (const [path, body] of sent) {
      const answer = await service.post(`/api/v1${path}`, body, token);
      expect([path, answer.status]).toEqual([path, 400]);
      expect(await answer.json()).toMatchObject({ code: 'invalid-request' });
    }
  });

  it('is refused in an address', async () => {
    for (const path of ['/credentials/%00', '/badges/RUPN%00', '/api/v1/evaluations?person=%00@a.fr']) {
      expect([path, (await service.get(path)).status]).toEqual([path, 400]);
    }
  });

  it('loses them in a cell of a workbook', async () => {
    const bytes = toXlsx({
      personnes: [
        ['email', 'prenom', 'nom'],
        ['bob@ac-test.example', `Bo${NUL}b`, 'Petit'],
        ['eve@ac-test.example', 'Ève', 'Petit'],
      ],
    });
    const source = {
      name: 'personnes.xlsx',
      sizeBytes: bytes.length,
      open: async function* () {
        yield bytes;
      },
    };
    const codes: string[] = [];
    const summary = await service.services.importFiles([source], {
      dryRun: false,
      actor: 'test',
      onEntry: ({ code, line, column }) => void codes.push(`${code} ${line} ${column}`),
    });
    expect(summary).toMatchObject({ created: 2, refused: 0 });
    expect(codes).toEqual([]);
    const [bob] = await service.ports.store.readPeopleByEmail(['bob@ac-test.example']);
    expect(bob?.givenName).toBe('Bob');
  });
});
