import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MissionCode } from '../../src/domain/engagement/mission.ts';
import type { LocalDate } from '../../src/domain/time/calendar.ts';
import type { Uai } from '../../src/domain/uai.ts';
import { issueEverything, ONE_RUPN, startTestService, type TestService } from '../support/servers/service.ts';
import { signInAs } from '../support/sign-in.ts';
import { ACCESS } from './routes-table.ts';
import type { Access } from './types.ts';

const GUYOT = '0210001M' as Uai;
const EMAILS = {
  teacher: 'claire.dupont@ac-test.example',
  colleague: 'colleague@ac-test.example',
  head: 'head@ac-test.example',
  otherHead: 'other.head@ac-test.example',
  dane: 'agent@ac-test.example',
} as const;
type Role = keyof typeof EMAILS;
const ROLES = Object.keys(EMAILS) as Role[];
const TOKENS = ['reader', 'dane'] as const;

const ALLOWED: Readonly<Record<Access, readonly Role[]>> = {
  public: ROLES,
  'api-read': ['dane'],
  'api-write': ['dane'],
  'api-token': [],
  client: [],
  account: ROLES,
  owner: ['teacher'],
  'school-read': ['head', 'dane'],
  head: ['head'],
  team: ['teacher', 'head', 'dane'],
  dane: ['dane'],
};

/** Routes without any such record in this world: a person with access gets 404. */
const OF_NOTHING = [
  // This form exists only if the holder chose the e-mail identifier.
  'GET /credentials/:id/ob2',
  'GET /badges/:code/:version{v[1-9][0-9]*}/endorsements/:name',
  'GET /dane/badges/:code/endorsements/:id/withdrawal',
  'GET /dane/badges/drafts/:id',
  'GET /dane/badges/drafts/:id/adoption',
  'GET /dane/badges/drafts/:id/card.png',
  'GET /dane/badges/drafts/:id/certificate.pdf',
  'GET /dane/badges/drafts/:id/image.svg',
  'GET /dane/badges/drafts/:id/moves.csv',
  'GET /dane/criteria/:version/withdrawal',
  'GET /dane/criteria/drafts/:id',
  'GET /dane/decisions/:id',
  'GET /dane/jobs/:id',
  'GET /dane/imports/:id',
  'GET /dane/imports/past/:id',
  'GET /dane/imports/:id/columns',
  'GET /dane/imports/:id/corrections.csv',
  'GET /dane/imports/:id/corrections.xlsx',
  'GET /dane/messages/:id',
  'GET /dane/campaigns/:id',
  'GET /dane/campaigns/:id/documents',
  'GET /dane/campaigns/:id/end',
  'GET /dane/campaigns/:id/preview',
  'GET /dane/campaigns/:id/requests',
  'GET /dane/campaigns/:id/schools',
  'GET /dane/wishes/plan',
  // Its address names no action in this world.
  'GET /school/:uai/actions/procedure',
  'GET /dane/events/:code/attendance/removal',
  'GET /dane/people/:id/removal',
  'GET /dane/events/:code/roll-call/poster.pdf',
  'GET /my/badges/elsewhere/:id/file',
  // The badge still waits for an answer.
  'GET /my/badges/:id/send',
  // Its address names no badge in this world.
  'GET /my/badges/published',
  'GET /roll-call/:code',
  'GET /sign-in/:provider',
  'GET /interactions/:secret',
  'GET /interactions/:secret/qr.svg',
  'GET /oid4vci/offers/:secret',
  'GET /keys/:kid',
  'GET /status/:list',
  // No one has accepted the badge yet.
  'GET /credentials/:id/easy',
  'GET /credentials/:id/embed',
  'GET /credentials/:id/image.png',
  'GET /credentials/:id/image.svg',
  'GET /oembed',
  'GET /credentials/:id/card-square.png',
  'GET /credentials/:id/preview.png',
  'GET /credentials/:id/qr.png',
  'GET /credentials/:id/qr.svg',
  'GET /records/:id/qr.png',
  'GET /records/:id/qr.svg',
  'GET /credentials/:name',
  // The log is still empty.
  'GET /credentials/:proof{[A-Za-z0-9_-]+\\.tlog-proof}',
  'GET /log/checkpoint',
  'GET /log/proof/:proof{[0-9a-f]{64}\\.tlog-proof}',
  'GET /log/tile/*',
  'GET /profiles/:id',
  'GET /profiles/:id/qr.svg',
  'GET /records/:name',
  'GET /schools/:uai/did.json',
];
const FILES: Readonly<Record<string, string>> = {
  ...ONE_RUPN,
  'agents.csv': [
    'email;prenom;nom;profil;uai',
    `${EMAILS.colleague};Carl;Lègue;rupn;`,
    `${EMAILS.head};Hélène;Tête;chef;${GUYOT}`,
    `${EMAILS.otherHead};Autre;Tête;chef;0210010X`,
    `${EMAILS.dane};Odile;Richardot;dane;`,
    '',
  ].join('\n'),
  'etablissements2.csv': 'uai;nom;secteur\n0210010X;Lycée d’à côté;Public\n',
  'segments.csv': [
    'reference;email;uai;debut;fin;missions;roles;confirmation',
    `SEG-2;${EMAILS.teacher};${GUYOT};01/09/2026;;A1|B1;;demandee`,
    `SEG-3;${EMAILS.teacher};${GUYOT};01/09/2025;31/08/2026;A1|B1;;demandee`,
    `SEG-5;${EMAILS.teacher};${GUYOT};01/09/2024;;A2;;confirmee`,
    `SEG-4;${EMAILS.teacher};${GUYOT};01/09/2026;31/12/2026;C1;;confirmee`,
    '',
  ].join('\n'),
  'authorisations.csv': `uai;mission;collectivite;debut\n${GUYOT};C5;Département;01/09/2024\n`,
  'events.csv': 'code;nature;intitule;debut\nEV-1;EV-RENC;Rencontre;2026-11-10\n',
  'contributions.csv': [
    'reference;email;nature;date;validee',
    `C-1;${EMAILS.teacher};projet;2026-01-10;non`,
    `C-2;${EMAILS.teacher};ressource;2026-01-10;oui`,
    '',
  ].join('\n'),
};

const isOfApi = (access: Access) => access.startsWith('api-');

let service: TestService;
let tokens: Readonly<Record<(typeof TOKENS)[number], string>>;
/** The values of the parameters of an address. */
let values: (route: string) => Readonly<Record<string, string>>;

beforeAll(async () => {
  service = await startTestService();
  await service.importText(FILES);
  const [badge] = await issueEverything(service);
  const [reader, dane] = await Promise.all(
    TOKENS.map((role) => service.services.createToken({ role, name: role, actor: 'test' })),
  );
  tokens = { reader: reader?.secret ?? '', dane: dane?.secret ?? '' };
  const head = await signInAs(service, EMAILS.head);
  const teacher = await signInAs(service, EMAILS.teacher);
  const contested = await head.post(`/school/${GUYOT}/confirmations/SEG-3`, {
    decision: 'contest',
    text: 'Absente',
    motive: 'Absente',
  });
  expect(contested.status).toBe(303);
  const [contest] = await service.ports.store.readContestsOfSchool(GUYOT);
  const [person] = await service.ports.store.readPeople([head.personId]);
  if (!badge || !contest || !person) throw new Error('the world is not whole');
  const paper = await service.services.makePaper({
    uai: GUYOT,
    kind: 'imp-file',
    schoolYear: 2026,
    by: person,
  });
  const statement = await service.services.makePaper({
    uai: GUYOT,
    kind: 'statement',
    personId: teacher.personId,
    schoolYear: 2023,
    by: person,
  });
  const proposal = await service.services.proposeChange({
    personId: teacher.personId,
    reference: 'SEG-4',
    change: { kind: 'end', to: '2026-10-31' as LocalDate },
  });
  const proposed = await service.services.proposeMissions({
    uai: GUYOT as Uai,
    personId: teacher.personId,
    missions: ['B2' as MissionCode],
    roles: [],
    from: '2026-09-01' as LocalDate,
    by: { personId: head.personId, address: EMAILS.head },
  });
  const action = {
    uai: GUYOT,
    mission: 'C5' as MissionCode,
    localAuthority: 'Département',
    period: { from: '2024-09-01' as LocalDate },
  };
  const bytes = new TextEncoder().encode('%PDF-1.7 fiche');
  await service.services.saveProcedureSheet({ action, given: { bytes }, by: head.personId });
  const [sheet] = await service.ports.store.readProcedureSheets(GUYOT);
  const support = await service.services.askSupport({
    ...{ personId: teacher.personId, uai: GUYOT, kind: 'technical' as const },
    ...{ title: 'Serveur', text: 'Le serveur ne répond plus.' },
  });
  const meeting = await service.services.askMeeting({
    ...{ uai: GUYOT, by: head.personId, side: 'principal' as const },
  });
  const invitation = {
    ...{ eventCode: 'EV-1', personId: teacher.personId },
    ...{ invitedAt: service.ports.clock.now(), invitedBy: head.personId },
  };
  await service.ports.store.commit([{ kind: 'person-invited', invitation }]);
  const project = await service.services.saveClassProject({
    ...{ title: 'webdiff', audience: 'Les collèges', joinsUntil: '2099-06-30' as LocalDate },
    by: head.personId,
  });
  /** The first of these texts that is part of the route determines the id. */
  const ids: readonly (readonly [string, string])[] = [
    ['/class-projects/', project.id],
    ['/meetings/', meeting.id],
    ['/support/', support.id],
    ['procedure-sheets', sheet?.id ?? ''],
    ['missions', proposed.id],
    ['proposals', proposal.id],
    ['contests', contest.id],
    ['people', teacher.personId],
    ['/papers/', paper],
  ];
  const idFor = (route: string) => ids.find(([part]) => route.includes(part))?.[1] ?? badge.id;
  values = (route) => ({
    kind: 'end',
    uai: GUYOT,
    person: teacher.personId,
    file: route.includes('templates')
      ? 'personnes.xlsx'
      : route.includes('exports')
        ? 'personnes.csv'
        : `${route.includes('/my/') ? statement : paper}.pdf`,
    provider: 'nobody',
    code: route.includes('/missions/') ? 'A1' : route.includes('/badges/') ? 'RUPN-ENG' : 'EV-1',
    version: 'v1',
    resource: 'awards',
    name: badge.id,
    departmentCode: '21',
    list: 'nobody',
    reference: route.includes('/dane/contributions')
      ? 'C-2'
      : route.includes('contributions')
        ? 'C-1'
        : route.includes('/my/')
          ? 'SEG-2'
          : 'SEG-2',
    id: idFor(route),
  });
});
afterAll(() => service.stop());

function addressOf(route: string): string {
  const path = route.split(' ')[1] ?? '';
  const known = values(route);
  return path.replace(/:(\w+)(\{[^/]*\})?/g, (_, name: string) => known[name] ?? name);
}

/** The access that an answer shows, whatever its content. */
function accessOf(answer: Response): 'sign-in' | 'closed' | 'absent' | 'open' | 'broken' {
  if (answer.status >= 500 && answer.status !== 503) return 'broken';
  const location = answer.headers.get('Location') ?? '';
  if (answer.status === 401 || location.startsWith('/sign-in?to=')) return 'sign-in';
  if (answer.status === 403) return 'closed';
  return answer.status === 404 ? 'absent' : 'open';
}

const routesOf = (method: string) => Object.keys(ACCESS).filter((route) => route.startsWith(`${method} `));

it('the table names every route, and no other', () => {
  const all = service.app.routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method} ${path}`);
  expect([...new Set(all)].sort()).toEqual(Object.keys(ACCESS).sort());
});

describe.each(
  Object.entries(ACCESS)
    .filter(([, access]) => isOfApi(access))
    .map(([route, access]) => [route, access] as const),
)('%s', (route, access) => {
  const ask = (headers: Readonly<Record<string, string>>) => {
    const [method = ''] = route.split(' ');
    const init = { method, headers, ...(method === 'POST' && { body: '' }) };
    return service.app.request(`${service.ports.origin}${addressOf(route)}`, init);
  };

  it('is open to tokens with its role, and to no other token', async () => {
    const states = await Promise.all(
      TOKENS.map(async (name) => accessOf(await ask({ Authorization: `Bearer ${tokens[name]}` }))),
    );
    expect(states.map((one) => (one === 'absent' ? 'open' : one))).toEqual([
      access === 'api-read' ? 'open' : 'closed',
      'open',
    ]);
  });

  it('refuses requests that a page of another site makes the DANE’s browser send', async () => {
    const { cookie } = await signInAs(service, EMAILS.dane);
    const answer = await ask({ Cookie: cookie, Origin: 'https://evil.example' });
    expect(accessOf(answer)).toBe(
      access === 'api-token' ? 'sign-in' : route.startsWith('GET') ? 'open' : 'closed',
    );
  });
});

describe.each(['GET', 'POST'] as const)('%s', (method) => {
  it.each(routesOf(method))('%s is open to the callers in the table, and to no one else', async (route) => {
    const access = ACCESS[route] as Access;
    const address = addressOf(route);
    const init = method === 'POST' ? { method, headers: { Origin: service.ports.origin }, body: '' } : {};
    const outsider = await service.app.request(`${service.ports.origin}${address}`, init);
    expect([route, 'stranger', accessOf(outsider) === 'sign-in']).toEqual([
      route,
      'stranger',
      access !== 'public',
    ]);
    for (const role of ROLES) {
      const browser = await signInAs(service, EMAILS[role]);
      const answer = await (method === 'GET' ? browser.get(address) : browser.post(address));
      const states = accessOf(answer);
      const allowed = ALLOWED[access].includes(role);
      const mayBeAbsent = method === 'POST' || OF_NOTHING.includes(route);
      const closed = access === 'api-token' || access === 'client' ? ['sign-in'] : ['closed', 'absent'];
      const expected = allowed ? (mayBeAbsent ? ['open', 'absent'] : ['open']) : closed;
      const isAdjusted =
        allowed && method === 'POST' && route === 'POST /headship' ? ['open', 'closed'] : expected;
      expect([route, role, isAdjusted.includes(states) || `${states} ${answer.status}`]).toEqual([
        route,
        role,
        true,
      ]);
    }
  });
});
