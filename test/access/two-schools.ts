import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { MissionCode } from '../../src/domain/engagement/mission.ts';
import type { LocalDate } from '../../src/domain/time/calendar.ts';
import type { Uai } from '../../src/domain/uai.ts';
import { makeHostClient } from '../support/host-client.ts';
import { issueEverything, ONE_RUPN, startTestService, type TestService } from '../support/servers/service.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';

/** Everything in this world belongs to Claire and to her school. The visitors have a school, or a record, of
 *  their own, and put Claire's ids into their own addresses and forms. */
export const HERS = '0210001M' as Uai;
export const OWN = '0210010X' as Uai;
export const CLAIRE = 'claire.dupont@ac-test.example';
const COLLEAGUE = 'carl@ac-test.example';
const HEAD = 'head@ac-test.example';
const OTHER_HEAD = 'other.head@ac-test.example';
const AGENT = 'agent@ac-test.example';
export const DAY = '2026-11-10' as LocalDate;
const FILES: Readonly<Record<string, string>> = {
  ...ONE_RUPN,
  'agents.csv': [
    'email;prenom;nom;profil;uai',
    `${COLLEAGUE};Carl;Lègue;rupn;`,
    `${HEAD};Hélène;Tête;chef;${HERS}`,
    `${OTHER_HEAD};Autre;Chef;chef;${OWN}`,
    `${AGENT};Odile;Richardot;dane;`,
    '',
  ].join('\n'),
  'etablissements2.csv': `uai;nom;secteur\n${OWN};Lycée d’à côté;Public\n`,
  'segments.csv': [
    'reference;email;uai;debut;fin;missions;roles;confirmation',
    `SEG-2;${CLAIRE};${HERS};01/09/2026;;A1|B1;;demandee`,
    `SEG-3;${CLAIRE};${HERS};01/09/2025;31/08/2026;A1|B1;;demandee`,
    `SEG-4;${CLAIRE};${HERS};01/09/2026;;C1;;confirmee`,
    `OWN-1;${COLLEAGUE};${OWN};01/09/2024;;A2;;confirmee`,
    '',
  ].join('\n'),
  'authorisations.csv': `uai;mission;collectivite;debut\n${HERS};C5;Département;01/09/2024\n`,
  'events.csv': 'code;nature;intitule;debut\nEV-1;EV-RENC;Rencontre;2026-11-10\n',
  'contributions.csv': `reference;email;nature;date;validee\nC-1;${CLAIRE};projet;2026-01-10;non\n`,
};

export interface TwoSchools {
  readonly service: TestService;
  /** The principal of Claire's school. */
  readonly head: SignedInBrowser;
  readonly claire: SignedInBrowser;
  readonly otherHead: SignedInBrowser;
  readonly colleague: SignedInBrowser;
  readonly agent: SignedInBrowser;
  /** Ids of Claire's records, by a part of the route that uses them. */
  readonly ids: readonly (readonly [string, string])[];
  readonly paper: string;
  readonly project: string;
}

/** Starts a service with two schools, where everything that can be named belongs to Claire or to her school. */
export async function startTwoSchools(): Promise<TwoSchools> {
  const service = await startTestService();
  await service.importText(FILES);
  const [badge] = await issueEverything(service);
  const [head, claire, otherHead, colleague, agent] = [
    await signInAs(service, HEAD),
    await signInAs(service, CLAIRE),
    await signInAs(service, OTHER_HEAD),
    await signInAs(service, COLLEAGUE),
    await signInAs(service, AGENT),
  ];
  const { personId } = claire;
  const { services, ports } = service;
  await head.post(`/school/${HERS}/confirmations/SEG-3`, { decision: 'contest', motive: 'Absente' });
  const [contest] = await ports.store.readContestsOfSchool(HERS);
  const [by] = await ports.store.readPeople([head.personId]);
  if (!badge || !contest || !by) throw new Error('the world is not whole');
  const paper = await services.makePaper({ uai: HERS, kind: 'imp-file', schoolYear: 2026, by });
  const proposal = await services.proposeChange({
    ...{ personId, reference: 'SEG-4', change: { kind: 'end', to: '2026-11-30' as LocalDate } },
  });
  const proposed = await services.proposeMissions({
    ...{ uai: HERS, personId, missions: ['B2' as MissionCode], roles: [], from: '2026-09-01' as LocalDate },
    by: { personId: head.personId, address: HEAD },
  });
  const action = {
    ...{ uai: HERS, mission: 'C5' as MissionCode, localAuthority: 'Département' },
    period: { from: '2024-09-01' as LocalDate },
  };
  const bytes = new TextEncoder().encode('%PDF-1.7 fiche');
  await services.saveProcedureSheet({ action, given: { bytes }, by: head.personId });
  await services.saveProject({
    project: { uai: HERS, title: 'Webradio', description: 'x', period: { from: DAY }, members: [] },
    by: head.personId,
  });
  const project = (await ports.store.readSchoolProjects(HERS))[0]?.id ?? '';
  const [sheet] = await ports.store.readProcedureSheets(HERS);
  const support = await services.askSupport({
    ...{ personId, uai: HERS, kind: 'technical' as const, title: 'Serveur', text: 'Il ne répond plus.' },
  });
  const meeting = await services.askMeeting({ uai: HERS, by: head.personId, side: 'principal' });
  const invitation = { eventCode: 'EV-1', personId, invitedAt: ports.clock.now(), invitedBy: head.personId };
  await ports.store.commit([{ kind: 'person-invited', invitation }]);
  const client = makeHostClient(service);
  await client.tokensFor(await client.registered(), claire);
  const [granted] = await ports.store.readHostGrantsOf(personId);
  const ids = [
    ['/meetings/', meeting.id],
    ['/support/', support.id],
    ['procedure-sheets', sheet?.id ?? ''],
    ['missions', proposed.id],
    ['proposals', proposal.id],
    ['contests', contest.id],
    ['/services/', granted?.grant.id ?? ''],
    ['/badges/', badge.id],
  ] as const;
  return { service, head, claire, otherHead, colleague, agent, ids, paper, project };
}

/** Every table except that of the sessions, whose instants change. */
export function snapshotOf(service: TestService): Readonly<Record<string, readonly unknown[]>> {
  const db = new Sqlite(join(service.folder, 'jalon.db'), { readonly: true });
  const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all() as {
    name: string;
  }[];
  const read = tables
    .filter(({ name }) => name !== 'session')
    .map(({ name }) => [name, db.prepare(`SELECT * FROM "${name}"`).all()]);
  db.close();
  return Object.fromEntries(read);
}
