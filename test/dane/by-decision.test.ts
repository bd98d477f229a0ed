import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isAgainstCriteria } from '../../src/domain/award/by-decision.ts';
import type { Award } from '../../src/domain/award/types.ts';
import { localDateInParis } from '../../src/domain/time/calendar.ts';
import { jalon } from '../support/command-line.ts';
import { contradictionsOf } from '../support/invariants.ts';
import { LAST_YEAR } from '../support/now.ts';
import { startTestService, TEST_ORIGIN, type TestService } from '../support/servers/service.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';
import {
  type FetchLike,
  openThirdPartyVerifier,
  verifyJwsWithNode,
} from '../support/third-party/verifiers.ts';

const SCHOOL = '0210001M';
const REASON = 'Jury du 12 mai : projet retenu.';
const YEAR = `01/09/${LAST_YEAR};31/08/${LAST_YEAR + 1}`;
const FILES = {
  'etablissements.csv': `uai;nom;secteur\n${SCHOOL};Collège Claude Guyot;Public\n`,
  'personnes.csv': [
    'email;prenom;nom;profil;uai',
    'lea@valorme.example;Léa;Morel;rupn;',
    'noe@valorme.example;Noé;Faure;rupn;',
    'mia@valorme.example;Mia;Blanc;rupn;',
    'chef@valorme.example;Ines;Roux;chef;0210001M',
    'drane@valorme.example;Sam;Petit;dane;',
    '',
  ].join('\n'),
  'engagements.csv': [
    'reference;email;uai;debut;fin;missions;roles;confirmation',
    `S1;lea@valorme.example;${SCHOOL};${YEAR};P1|Q1;;confirmee`,
    `S2;noe@valorme.example;${SCHOOL};${YEAR};P2|Q3;;confirmee`,
    '',
  ].join('\n'),
};

const decision = { name: 'jury', rule: { decision: true } };
/** Badges that a pack of the office adds: of a jury after a year, of a project of a school, and of either. */
const ADDED = [
  {
    ...{ code: 'VAL-JURY', recipient: 'person', validityYears: 2 },
    requirements: [{ name: 'duration', rule: { duration: { atLeast: 1 } } }, decision],
  },
  { code: 'VAL-PROJET', recipient: 'establishment', requirements: [decision] },
  {
    ...{ code: 'VAL-OU', recipient: 'person' },
    requirements: [{ name: 'either', rule: { any: [{ duration: { atLeast: 1 } }, decision.rule] } }],
  },
].map(({ code, ...one }) => ({
  ...{ code, name: { fr: code, en: code }, description: { fr: 'Un jury.', en: 'A jury.' } },
  ...{ achievementType: 'Badge', drawing: { kind: 'rings', rings: 1 }, ...one },
}));

let service: TestService;
let drane: SignedInBrowser;
let token: string;
const idOf = async (name: string) => {
  const [person] = await service.ports.store.readPeopleByEmail([`${name}@valorme.example`]);
  if (!person) throw new Error(name);
  return person.id;
};
const awardsOf = async (recipient: Award['recipient'], code: string) =>
  (await service.ports.store.readAwardsOf([recipient])).filter(({ award }) => award.achievement === code);
const personOf = async (name: string) => ({ kind: 'person', personId: await idOf(name) }) as const;
const lastOf = async (recipient: Award['recipient'], code: string) => {
  const found = (await awardsOf(recipient, code)).at(-1);
  if (!found?.credential) throw new Error(`no signed ${code}`);
  return { award: found.award, credential: found.credential };
};
const text = async (answer: Response | Promise<Response>) => (await answer).text();

beforeAll(async () => {
  service = await startTestService({ OFFICE_PACK: 'data/example-office' });
  expect((await service.importText(FILES)).summary).toMatchObject({ refused: 0 });
  const { document } = await service.services.readOffice();
  const badges = document.badges as unknown as { achievements: object[] };
  await service.services.adoptOffice({
    document: { ...document, badges: { ...badges, achievements: [...badges.achievements, ...ADDED] } },
    from: localDateInParis(service.ports.clock.now()),
    actor: 'cli',
  } as never);
  drane = await signInAs(service, 'drane@valorme.example');
  ({ secret: token } = await service.services.createToken({ role: 'dane', name: 'jury', actor: 'test' }));
});
afterAll(() => service.stop());

describe('a badge that asks for a decision', () => {
  it('is met by no record, so it is neither proposed nor granted among all that is met', async () => {
    const command = {
      scope: { kind: 'all-met' as const, cautions: 'included' as const },
      ...{ actor: 'test', reason: REASON, dryRun: true },
    };
    const outcomes = await Array.fromAsync(service.services.grantAwards(command));
    const codes = outcomes.map((one) => ('award' in one ? one.award.achievement : one.achievement));
    expect(new Set(codes)).toEqual(new Set(['VAL-PREMIER', 'VAL-OU']));
    await drane.post('/dane/decisions/judge');
    const job = await service.ports.store.readLatestJob('propose-awards');
    while (!(await service.services.advanceJob(job?.id ?? ''))?.finishedAt);
    const proposed = await service.ports.store.readProposals({ limit: 100 });
    expect(new Set(proposed.map((one) => one.achievement))).toEqual(new Set(['VAL-PREMIER', 'VAL-OU']));
  });

  it('says that only the decision is missing, and asks for its reason', async () => {
    const lea = await idOf('lea');
    const page = await text(drane.get(`/dane/people/${lea}/award?badge=VAL-JURY`));
    expect(page).toContain('Il ne manque que la décision, avec son motif.');
    expect(page).toContain('Il manque une décision motivée de la DANE');
    const missing = await text(drane.get(`/dane/people/${await idOf('mia')}/award?badge=VAL-JURY`));
    expect(missing).not.toContain('Il ne manque que la décision');
    const own = await signInAs(service, 'lea@valorme.example');
    const progress = await text(own.get('/my/badges'));
    expect(progress).toContain('Il manque une décision motivée de la DANE.');
    const body = { person: 'lea@valorme.example', badge: 'VAL-JURY' };
    const refused = await service.post('/api/v1/awards', body, token);
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({
      code: 'not-met',
      detail: 'This badge is granted by a decision of the DANE, whose reason must be given: VAL-JURY.',
    });
    const stated = await drane.post(`/dane/people/${lea}/award`, { badge: 'VAL-JURY', reason: ' ' });
    expect(stated.status).toBe(400);
  });

  it('is not granted by a decision that a program or a form asserts', async () => {
    const body = { person: 'lea@valorme.example', badge: 'VAL-JURY', decided: true };
    expect((await service.post('/api/v1/awards', body, token)).status).toBe(400);
    const lea = await idOf('lea');
    const fields = {
      decision: 'grant',
      ids: `${SCHOOL}~VAL-JURY~person~${lea}`,
      decided: 'true',
      reason: REASON,
    };
    await drane.post('/dane/decisions', fields);
    await drane.post('/dane/decisions', { ...fields, confirmed: '1', now: '1' });
    const { entries } = await service.importText({
      'personnes.csv': 'email;prenom;nom;decided\nlea@valorme.example;Léa;Morel;true\n',
    });
    expect(entries).not.toContainEqual(expect.objectContaining({ kind: 'refused' }));
    expect(await awardsOf({ kind: 'person', personId: lea }, 'VAL-JURY')).toEqual([]);
  });

  it('is granted on the screen, by the command line and by a program, with the reason', async () => {
    const lea = await idOf('lea');
    const sent = await drane.post(`/dane/people/${lea}/award`, { badge: 'VAL-JURY', reason: REASON });
    expect([sent.status, sent.headers.get('Location')]).toEqual([
      303,
      `/dane/people/${lea}?done=award-granted`,
    ]);
    const environment = service.environment;
    const [noe, school] = [
      await jalon(
        ['grant', '--person', 'noe@valorme.example', '--badge', 'VAL-JURY', '--reason', REASON, '--json'],
        { environment },
      ),
      await service.post(
        '/api/v1/awards',
        { establishment: SCHOOL, badge: 'VAL-PROJET', reason: REASON },
        token,
      ),
    ];
    expect(noe.lines[0]).toMatchObject({ kind: 'granted', badge: 'VAL-JURY' });
    expect(await school.json()).toMatchObject({ outcomes: [{ kind: 'granted', badge: 'VAL-PROJET' }] });
    for await (const _ of service.services.issueCredentials({ actor: 'test' }));
    const recipients = [
      [{ kind: 'person', personId: lea }, 'VAL-JURY'],
      [await personOf('noe'), 'VAL-JURY'],
      [{ kind: 'establishment', uai: SCHOOL as never }, 'VAL-PROJET'],
    ] as const;
    for (const [recipient, code] of recipients) {
      const { award } = await lastOf(recipient, code);
      expect(award.overrideReason).toBe(REASON);
      expect(award.evaluation).toMatchObject({ met: true, facts: { decided: true } });
      expect(isAgainstCriteria(award)).toBe(false);
    }
  });

  it('is told as a decision, whose reason the office reads and no one publishes', async () => {
    const lea = await idOf('lea');
    const { award, credential } = await lastOf(await personOf('lea'), 'VAL-JURY');
    const record = await text(drane.get(`/dane/people/${lea}`));
    expect(record).toMatch(/Par décision de la .*Motif/s);
    expect(record).toContain(REASON);
    const decided = await text(
      drane.get(`/dane/decisions/${encodeURIComponent(`-~VAL-JURY~person~${lea}`)}`),
    );
    expect(decided).toContain(REASON);
    expect(decided).toContain('tous les critères sont remplis');
    await service.services.acceptCredential({
      ...{ id: credential.id, actor: lea, visibility: 'public', name: 'full' },
    } as never);
    const page = await text(service.get(`/credentials/${credential.id}`, { Accept: 'text/html' }));
    expect(page).toContain('Une décision motivée de la DANE');
    expect(page).toContain('Décision prise');
    expect(page).toContain('Badge accordé par décision de la DANE');
    const document = await text(service.get(`/credentials/${credential.id}.json`));
    for (const shown of [page, document]) expect(shown).not.toContain(REASON);
    const tables = await Array.fromAsync(service.services.exportAwards({ actor: drane.personId }));
    const row = tables
      .flatMap(({ rows }) => rows)
      .find(([code, , , who]) => code === 'VAL-JURY' && who === 'lea@valorme.example');
    expect(row?.[5]).toBe('non');
    const [line] = await service.ports.store.readAuditOf(award.id, 1);
    expect(line?.details).toMatchObject({ override: false });
  });

  it('is verified by ourselves and by verifiers of others', async () => {
    const { credential } = await lastOf(await personOf('lea'), 'VAL-JURY');
    const path = `/credentials/${credential.id}`;
    const document = await (await service.get(`${path}.json`)).json();
    const network: FetchLike = ({ url, headers }) =>
      url.startsWith(TEST_ORIGIN) ? service.get(url.slice(TEST_ORIGIN.length), headers) : undefined;
    const [dcc, didkit] = [openThirdPartyVerifier('dcc', network), openThirdPartyVerifier('didkit', network)];
    try {
      expect(JSON.stringify(await service.verify({ kind: 'document', document } as never))).not.toContain(
        '"failed"',
      );
      const judged = await Promise.all([
        dcc.verify(document),
        didkit.verify(document),
        verifyJwsWithNode(await text(service.get(`${path}.jws`)), network),
      ]);
      expect(judged.map(({ verified, faults }) => ({ verified, faults }))).toEqual(
        Array(3).fill({ verified: true, faults: [] }),
      );
    } finally {
      dcc.close();
      didkit.close();
    }
  });

  it('is an award against the criteria where another requirement is missing', async () => {
    const mia = await personOf('mia');
    await drane.post(`/dane/people/${mia.personId}/award`, { badge: 'VAL-JURY', reason: REASON });
    const { award } = await lastOf(mia, 'VAL-JURY');
    expect(award.evaluation.met).toBe(false);
    expect(isAgainstCriteria(award)).toBe(true);
  });

  it('keeps no reason, and no decision, where records meet the badge otherwise', async () => {
    const noe = await personOf('noe');
    await drane.post(`/dane/people/${noe.personId}/award`, { badge: 'VAL-OU', reason: REASON });
    const { award } = await lastOf(noe, 'VAL-OU');
    expect([award.overrideReason, award.evaluation.facts.decided]).toEqual([undefined, undefined]);
    const mia = await personOf('mia');
    await drane.post(`/dane/people/${mia.personId}/award`, { badge: 'VAL-OU', reason: REASON });
    const decided = await lastOf(mia, 'VAL-OU');
    expect(decided.award.evaluation).toMatchObject({ met: true, facts: { decided: true } });
  });

  it('is granted to a school on its page, by the office alone', async () => {
    const path = `/dane/schools/${SCHOOL}/award`;
    expect(await text(drane.get(`/school/${SCHOOL}/badge`))).toContain(path);
    const chef = await signInAs(service, 'chef@valorme.example');
    expect(await text(chef.get(`/school/${SCHOOL}/badge`))).not.toContain(path);
    const page = await text(drane.get(`${path}?badge=VAL-PROJET`));
    expect(page).toContain('Ce badge est déjà attribué.');
    const { credential } = await lastOf({ kind: 'establishment', uai: SCHOOL as never }, 'VAL-PROJET');
    const revoke = { id: credential.id, reason: 'Essai', actor: drane.personId };
    await service.services.revokeCredential(revoke as never);
    const sent = await drane.post(path, { badge: 'VAL-PROJET', reason: REASON });
    expect([sent.status, sent.headers.get('Location')]).toEqual([
      303,
      `/school/${SCHOOL}/badge?done=award-granted`,
    ]);
    const again = await lastOf({ kind: 'establishment', uai: SCHOOL as never }, 'VAL-PROJET');
    expect(again.award).toMatchObject({ sequence: 2, overrideReason: REASON, evaluation: { met: true } });
  });

  it('stands when the records are corrected, as long as the other requirements are met', async () => {
    const [lea, noe] = [await personOf('lea'), await personOf('noe')];
    const foundOf = async (person: typeof lea, code: string) => {
      const { credential } = await lastOf(person, code);
      const found = await Array.fromAsync(service.services.findMisstated({}));
      return found.find((one) => one.credential.id === credential.id)?.found;
    };
    const correct = async ({ personId }: typeof lea, reference: string, from: string) => {
      const sent = await drane.post(`/dane/people/${personId}/engagements/${reference}/correction`, {
        ...{ uai: SCHOOL, from, to: `${LAST_YEAR + 1}-08-31`, missions: ['P1', 'Q1'], reason: 'Dates' },
      });
      expect(sent.status).toBe(303);
    };
    const changed = { kind: 'to-decide', why: 'record-changed' };
    expect(await foundOf(lea, 'VAL-JURY')).toBeUndefined();
    await correct(lea, 'S1', `${LAST_YEAR}-09-20`);
    expect(await foundOf(lea, 'VAL-JURY')).toMatchObject({ ...changed, metToday: true });
    await correct(lea, 'S1', `${LAST_YEAR + 1}-06-01`);
    expect(await foundOf(lea, 'VAL-JURY')).toMatchObject({ ...changed, metToday: false });
    // What the records alone met gains no decision when they no longer meet it.
    await correct(noe, 'S2', `${LAST_YEAR + 1}-06-01`);
    expect(await foundOf(noe, 'VAL-OU')).toMatchObject({ ...changed, metToday: false });
  });

  it('leaves a service in which every invariant holds', async () => {
    expect(await contradictionsOf(service)).toEqual([]);
  });
});
