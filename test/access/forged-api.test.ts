import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeHostClient } from '../support/host-client.ts';
import type { SignedInBrowser } from '../support/sign-in.ts';
import { type Operation, sampleBody } from './api-bodies.ts';
import { ACCESS } from './routes-table.ts';
import { CLAIRE, HERS, snapshotOf, startTwoSchools, type TwoSchools } from './two-schools.ts';
import type { Access } from './types.ts';

const CHANGES = /^(POST|PUT|PATCH|DELETE) \/(api|vc-api|ims)\//;

/** Every route of an interface for programs that may change something. */
const ROUTES = Object.entries(ACCESS).filter(([route]) => CHANGES.test(route));

/** The documents that describe them, with the root of their paths. */
const DOCUMENTS = [
  ['/api/v1/openapi.json', '/api/v1'],
  ['/api/standards/openapi.json', ''],
] as const;

interface Sender {
  readonly headers: Readonly<Record<string, string>>;
  readonly may: readonly Access[];
}

let fixture: TwoSchools;
let operations: ReadonlyMap<string, Operation>;
let senders: Readonly<Record<string, Sender>>;
/** Ids of Claire's records, by the name of a parameter or a property. */
let hers: (name: string, route: string) => string;

beforeAll(async () => {
  fixture = await startTwoSchools();
  const { claire, ids } = fixture;
  operations = new Map(await describedOperations());
  const id = (part: string) => ids.find(([of]) => of === part)?.[1] ?? '';
  hers = (name, route) => {
    if (/uai|school|establishment/i.test(name)) return HERS;
    if (/mail/i.test(name)) return CLAIRE;
    if (/person|holder|actor|subject/i.test(name)) return claire.personId;
    if (/reference|engagement/i.test(name)) return 'SEG-4';
    return route.includes('/credentials') || /credential|badge/i.test(name) ? id('/badges/') : id('contests');
  };
  senders = await makeSenders();
}, 300_000);
afterAll(() => fixture.service.stop());

async function describedOperations(): Promise<readonly (readonly [string, Operation])[]> {
  const found: (readonly [string, Operation])[] = [];
  for (const [address, root] of DOCUMENTS) {
    const document = await (await fixture.service.get(address)).json();
    for (const [path, methods] of Object.entries<Record<string, object>>(document.paths)) {
      for (const [method, operation] of Object.entries(methods)) {
        const route = `${method.toUpperCase()} ${root}${path.replaceAll(/\{(\w+)\}/g, ':$1')}`;
        found.push([route, { document, ...operation }]);
      }
    }
  }
  return found;
}

async function makeSenders(): Promise<Readonly<Record<string, Sender>>> {
  const { service, colleague, otherHead } = fixture;
  const { services } = service;
  const ofSession = ({ cookie }: SignedInBrowser) => ({ Cookie: cookie, Origin: service.ports.origin });
  const bearer = (secret: string) => ({ Authorization: `Bearer ${secret}` });
  const reader = await services.createToken({ role: 'reader', name: 'reader', actor: 'test' });
  const ended = await services.createToken({ role: 'dane', name: 'ended', actor: 'test' });
  await services.revokeToken({ id: ended.token.id, actor: 'test' });
  const client = makeHostClient(service);
  const host = await client.tokensFor(await client.registered(), colleague);
  return {
    'without a token': { headers: {}, may: [] },
    'with a teacher’s session': { headers: ofSession(colleague), may: [] },
    'with a principal’s session': { headers: ofSession(otherHead), may: [] },
    'with a token that only reads': { headers: bearer(reader.secret), may: ['api-read'] },
    'with a revoked token': { headers: bearer(ended.secret), may: [] },
    'with a teacher’s token of the host': { headers: bearer(host.access_token), may: ['client'] },
  };
}

/** Sends the route with Claire's ids in its path and wherever its body names a record. */
async function send(route: string, headers: Sender['headers'], extra: object = {}): Promise<Response> {
  const [method = '', path = ''] = route.split(' ');
  const address = path.replaceAll(/:(\w+)(\{[^}]*\})?/g, (_, name) => hers(name, route));
  const body = sampleBody(operations.get(route), (name) => hers(name, route));
  return fixture.service.app.request(`${fixture.service.ports.origin}${address}`, {
    method,
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify({ ...body, ...extra }),
  });
}

it('knows every changing operation of the documents as a route, and every route from a document', () => {
  const documented = [...operations.keys()].filter((route) => !route.startsWith('GET '));
  const routes = ROUTES.map(([route]) => route);
  expect(documented.filter((route) => CHANGES.test(route) && !routes.includes(route))).toEqual([]);
  expect(routes.filter((route) => !operations.has(route))).toEqual([]);
});

describe.each([
  'without a token',
  'with a teacher’s session',
  'with a principal’s session',
  'with a token that only reads',
  'with a revoked token',
  'with a teacher’s token of the host',
])('a changing request about another person and school, sent %s', (name) => {
  it('changes no row of any table, the audit included', { timeout: 120_000 }, async () => {
    const { headers, may } = senders[name] as Sender;
    const answers: (readonly [string, number])[] = [];
    const before = snapshotOf(fixture.service);
    for (const [route, access] of ROUTES) {
      const { status } = await send(route, headers);
      if (access === 'public' || may.includes(access)) expect([route, status < 500]).toEqual([route, true]);
      else answers.push([route, status]);
    }
    expect(answers.filter(([, status]) => status !== 401 && status !== 403)).toEqual([]);
    expect(answers.length).toBeGreaterThan(25);
    expect(namingClaire(snapshotOf(fixture.service))).toEqual(namingClaire(before));
    if (may.length === 0) expect(snapshotOf(fixture.service)).toEqual(before);
  });
});

describe('a token of the DANE', () => {
  it('changes nothing about a person whom only unknown members of the body name', {
    timeout: 120_000,
  }, async () => {
    const dane = await fixture.service.services.createToken({ role: 'dane', name: 'dane', actor: 'test' });
    const headers = { Authorization: `Bearer ${dane.secret}` };
    const { personId } = fixture.claire;
    const extra = { personId, uai: HERS, reference: 'SEG-4', id: fixture.ids.at(-1)?.[1], actor: personId };
    const absent = hers;
    const before = namingClaire(snapshotOf(fixture.service));
    hers = () => 'absent-record';
    for (const [route] of ROUTES.filter(([route]) => route.includes('/:'))) {
      const { status } = await send(route, headers, extra);
      expect([route, status >= 400 && status < 500]).toEqual([route, true]);
    }
    hers = absent;
    expect(namingClaire(snapshotOf(fixture.service))).toEqual(before);
  });
});

/** Every row that names Claire, her school or one of her records. */
function namingClaire(tables: ReturnType<typeof snapshotOf>): readonly string[] {
  const names = [fixture.claire.personId, HERS, 'SEG-', ...fixture.ids.map(([, id]) => id)];
  return Object.entries(tables).flatMap(([table, rows]) =>
    rows
      .map((row) => `${table} ${JSON.stringify(row)}`)
      .filter((row) => names.some((one) => row.includes(one))),
  );
}
