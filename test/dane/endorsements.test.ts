import { readFileSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { secondsAfter } from '../../src/domain/time/calendar.ts';
import type { JsonObject } from '../../src/open-badges/parsing/json-value.ts';
import { verifyDueEndorsements } from '../../src/standards/achievement-endorsements/actions.ts';
import { readShownEndorsements } from '../../src/standards/achievement-endorsements/actions-read-shown.ts';
import { LONGEST_DOCUMENT, MAX_TEXT_LENGTH } from '../../src/standards/achievement-endorsements/feature.ts';
import { type EndorsingBody, fetchFrom, makeEndorsingBody, type Web } from '../support/endorsing-body.ts';
import { fr, like } from '../support/fr.ts';
import {
  issueEverything,
  ONE_RUPN,
  startTestService,
  TEST_ORIGIN,
  type TestService,
} from '../support/servers/service.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';
import { selective, THIRD_PARTY_ISSUERS, type ThirdPartyIssuer } from '../support/third-party/issuers.ts';

const AGENT = 'agent@ac-test.example';
const ABOUT = `${TEST_ORIGIN}/badges/RUPN-ENG/v1`;
const PATH = '/dane/badges/RUPN-ENG/endorsements';
const LISTS = 'https://lists.example/organismes.json';
const KNOWN = 'did:web:canope.example';
const DAY = 86_400;

let service: TestService;
let agent: SignedInBrowser;
let canope: EndorsingBody;
let otherBody: EndorsingBody;
const web: Web = new Map();

beforeAll(async () => {
  const fetch = async (url: string, accept: string) => {
    if (!url.startsWith(`${TEST_ORIGIN}/`)) return fetchFrom(web, url);
    const answer = await service.app.request(url, { headers: { Accept: accept } });
    const body = new Uint8Array(await answer.arrayBuffer());
    if (!answer.ok) return { kind: 'status' as const, status: answer.status, body };
    return { kind: 'ok' as const, url, contentType: answer.headers.get('Content-Type') ?? '', body };
  };
  const send = async () => ({ kind: 'unreachable' as const, reason: 'no answer' });
  service = await startTestService(
    { TRUSTED_ISSUERS: LISTS, LIMIT_API_WRITES: '0' },
    { elsewhere: { fetcher: { fetch }, sender: { send } } },
  );
  const issuers = [{ id: KNOWN, name: 'Réseau Canopé' }];
  const list = { source: LISTS, name: 'Opérateurs de l’État', readAt: service.ports.clock.now(), issuers };
  await service.ports.store.commit([{ kind: 'trusted-list-read', list }]);
  await service.importText({
    ...ONE_RUPN,
    'agents.csv': `email;prenom;nom;profil\n${AGENT};Odile;Richardot;dane\n`,
  });
  agent = await signInAs(service, AGENT);
  canope = await makeEndorsingBody('canope.example', web);
  otherBody = await makeEndorsingBody('mairie.example', web);
}, 60_000);
afterAll(() => service.stop());

const pretty = (document: JsonObject) => `${JSON.stringify(document, null, 2)}\n`;
const stored = () => service.ports.store.readAchievementEndorsements();
const standing = async () => (await stored()).filter(({ withdrawal }) => !withdrawal);
const textAt = async (path: string) => (await service.get(path)).text();
const achievement = async (path = '/badges/RUPN-ENG/v1') =>
  (await service.get(path, { Accept: 'application/ld+json' })).json();

function bring(fields: Readonly<Record<string, string | Blob>>, path = PATH): Promise<Response> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  return agent.send(path, { method: 'POST', headers: { Origin: TEST_ORIGIN }, body });
}

/** Brings a document and confirms the preview, as a browser does. */
async function bringEndorsement(fields: Readonly<Record<string, string | Blob>>): Promise<string> {
  const preview = await (await bring(fields)).text();
  const document = /name="document" value="([^"]+)"/.exec(preview)?.[1];
  if (!document) throw new Error(`nothing to keep: ${preview}`);
  const saved = await agent.post(PATH, { document });
  expect(saved.headers.get('Location')).toBe(`${PATH}?done=achievement-endorsement-kept`);
  return preview;
}

async function withdrawAll(): Promise<void> {
  for (const { id } of await standing()) {
    await agent.post(`${PATH}/${id}/withdrawal`, { reason: 'Fin de l’essai' });
  }
}

/** The timer's work, this many seconds from now. */
const verifyAfter = (seconds: number) => {
  const clock = { now: () => secondsAfter(service.ports.clock.now(), seconds) };
  return verifyDueEndorsements({ ...service.ports, clock })();
};

const { faults } = fr.achievementEndorsements;

describe('an endorsement of a badge by another body', () => {
  it('is reviewed before it is kept: author, key, known or not, and badge', async () => {
    const credential = JSON.stringify(await canope.sign(canope.says(ABOUT)));
    const page = await (await bring({ credential })).text();
    expect(page).toContain('Ce badge dit un travail réel.');
    expect(page).toContain(canope.keyId);
    expect(page).toContain(fr.achievementEndorsements.dane.preview.knownBy('Opérateurs de l’État'));
    expect(page).toContain('Réseau Canopé');
    expect(page).not.toContain('Organisme canope.example');
    const unknown = JSON.stringify(await otherBody.sign(otherBody.says(ABOUT)));
    expect(await (await bring({ credential: unknown })).text()).toContain(
      fr.achievementEndorsements.dane.preview.unknown,
    );
    expect(await stored()).toEqual([]);
  });

  it('is kept with its very bytes, and stands only on the pages of its badge', async () => {
    const text = pretty(await canope.sign(canope.says(ABOUT)));
    await bringEndorsement({ file: new Blob([text]) });
    const [one] = await standing();
    const [whole] = await service.ports.store.readWholeEndorsements([one?.id ?? '']);
    expect(whole?.content).toBe(text);
    for (const path of ['/badges/RUPN-ENG', '/badges/RUPN-ENG/v1', '/badges/RUPN-ENG/v1/en']) {
      const page = await textAt(path);
      expect(page).toMatch(/(Soutenu par|Endorsed by) <strong><bdi>Réseau Canopé<\/bdi>/);
      expect(page).toContain('Ce badge dit un travail réel.');
      expect(page).toMatch(/Signature (vérifiée le|verified on)/);
    }
    expect(await textAt('/badges/RUPN-CONF')).not.toContain(fr.achievementEndorsements.by);
    const address = `/badges/RUPN-ENG/v1/endorsements/${one?.id}`;
    const file = await service.get(`${address}.json`);
    expect([await file.text(), file.headers.get('Content-Type')]).toEqual([text, 'application/vc+ld+json']);
    expect((await service.get(`${address}.jws`)).status).toBe(404);
    expect((await service.get(address.replace('ENG', 'CONF').concat('.json'))).status).toBe(404);
  });

  it('is a member of the Achievement in its own language, in its own form', async () => {
    const jws = await otherBody.signJwt(otherBody.says(`${ABOUT}/en`));
    await bringEndorsement({ credential: jws });
    const french = await achievement();
    expect(french.endorsement.map(({ issuer }: JsonObject) => (issuer as JsonObject)['id'])).toEqual([KNOWN]);
    expect(french).not.toHaveProperty('endorsementJwt');
    const english = await achievement('/badges/RUPN-ENG/v1/en');
    expect(english.endorsementJwt).toEqual([jws]);
    expect(english).not.toHaveProperty('endorsement');
    expect(await achievement('/badges/RUPN-CONF/v1')).not.toHaveProperty('endorsement');
  });

  it('verifies where another issuer puts our Achievement into a badge', async () => {
    const issuer = (await THIRD_PARTY_ISSUERS['eddsa-rdfc-2022']?.()) as ThirdPartyIssuer;
    const { '@context': contexts, ...endorsed } = await achievement();
    const badge = await issuer.sign({
      '@context': contexts,
      id: 'urn:uuid:7a0ccb22-9f3e-4b11-8f34-5a3c2d6f3f10',
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      name: 'Un badge',
      issuer: { id: issuer.did, type: ['Profile'], name: 'Ailleurs' },
      validFrom: '2026-09-01T00:00:00Z',
      credentialSubject: { id: 'did:example:holder', type: ['AchievementSubject'], achievement: endorsed },
    });
    const report = await service.ports.verifyCredential({ kind: 'document', document: badge });
    expect(report.inner).toMatchObject([{ kind: 'endorsement', verified: true }]);
    expect(report.verified).toBe(true);
  });

  it('changes no byte of a signed badge, and is folded on its page', async () => {
    const [issued] = await issueEverything(service);
    if (!issued) throw new Error('no badge');
    await service.services.acceptCredential({ id: issued.id, actor: 'test' });
    const signed = await textAt(`${issued.path}.json`);
    expect(signed).not.toContain('endorsement');
    expect(await textAt(issued.path)).toContain(fr.achievementEndorsements.title);
    await withdrawAll();
    expect(await textAt(issued.path)).not.toContain(fr.achievementEndorsements.title);
    expect(await textAt(`${issued.path}.json`)).toBe(signed);
  });

  it('is withdrawn with a reason, which the audit keeps, and may be brought again', async () => {
    const text = JSON.stringify(await canope.sign(canope.says(ABOUT)));
    await bringEndorsement({ credential: text });
    const again = await bring({ credential: text });
    expect([again.status, (await again.text()).includes(faults['kept-already'])]).toEqual([400, true]);
    const [one] = await standing();
    const withoutReason = await agent.post(`${PATH}/${one?.id}/withdrawal`, { reason: '' });
    expect(withoutReason.status).toBe(400);
    expect(await textAt('/badges/RUPN-ENG')).toContain(fr.achievementEndorsements.by);
    await agent.post(`${PATH}/${one?.id}/withdrawal`, { reason: 'Demande de l’organisme' });
    expect(await textAt('/badges/RUPN-ENG')).not.toContain(fr.achievementEndorsements.by);
    expect((await service.get(`/badges/RUPN-ENG/v1/endorsements/${one?.id}.json`)).status).toBe(404);
    expect(await achievement()).not.toHaveProperty('endorsement');
    const lines = await service.ports.store.readAuditOf(one?.id ?? '', 10);
    expect(lines.map(({ action }) => action).toSorted()).toEqual([
      'achievement-endorsement-kept',
      'achievement-endorsement-withdrawn',
    ]);
    expect(lines.map(({ actor }) => actor)).toEqual([agent.personId, agent.personId]);
    expect(lines.map(({ details }) => details?.['reason'])).toContain('Demande de l’organisme');
    await bringEndorsement({ credential: text });
    await withdrawAll();
  });

  it('is brought by its link, which is not followed further', async () => {
    const text = pretty(await canope.sign(canope.says(ABOUT)));
    web.set('https://canope.example/e.json', text);
    await bringEndorsement({ credential: 'https://canope.example/e.json' });
    const [one] = await standing();
    expect((await service.ports.store.readWholeEndorsements([one?.id ?? '']))[0]?.content).toBe(text);
    await withdrawAll();
    web.set('https://canope.example/elsewhere', 'https://canope.example/e.json');
    const refused = await bring({ credential: 'https://canope.example/elsewhere' });
    expect([refused.status, await standing()]).toEqual([400, []]);
    expect((await bring({ credential: 'https://canope.example/nothing' })).status).toBe(400);
  });

  it('is plain text: nothing of it becomes markup, a link or a picture', async () => {
    const texts = '<img src=x onerror=alert(1)>\n[ici](https://evil.example) \u202Etxet\u0000';
    const image = { id: 'https://evil.example/logo.png', type: 'Image' };
    const issuer = {
      id: otherBody.did,
      type: ['Profile'],
      name: '<b>Ville</b>',
      image,
      url: 'https://evil.example',
    };
    await bringEndorsement({
      credential: JSON.stringify(
        await otherBody.sign(otherBody.says(ABOUT, { issuer }, { endorsementComment: texts })),
      ),
    });
    for (const page of [await textAt('/badges/RUPN-ENG'), await (await agent.get(PATH)).text()]) {
      expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;');
      expect(page).toContain('<bdi>&lt;b&gt;Ville&lt;/b&gt;</bdi>');
      expect(page).not.toMatch(/href="[^"]*evil\.example|src="[^"]*evil\.example/);
      expect([page.includes('\u202E'), page.includes('\u0000')]).toEqual([false, false]);
      expect(page).toContain(fr.achievementEndorsements.unknown);
    }
    await withdrawAll();
  });
});

/** Every fault of a document, with the sentence of the page. */
const REFUSED: Readonly<Record<string, readonly [() => Promise<string>, RegExp]>> = {
  'of an achievement of somebody else': [
    async () =>
      JSON.stringify(await canope.sign(canope.says('https://elsewhere.example/badges/RUPN-ENG/v1'))),
    like(faults['not-our-achievement']),
  ],
  'of a version that there is not': [
    async () => JSON.stringify(await canope.sign(canope.says(`${TEST_ORIGIN}/badges/RUPN-ENG/v99`))),
    like(faults['not-our-achievement']),
  ],
  'of an address that only looks like ours': [
    async () => JSON.stringify(await canope.sign(canope.says(`${ABOUT}?x`))),
    like(faults['not-our-achievement']),
  ],
  'of another of our badges': [
    async () => JSON.stringify(await canope.sign(canope.says(`${TEST_ORIGIN}/badges/RUPN-CONF/v1`))),
    like(faults['another-badge']),
  ],
  'with words that were changed': [
    async () => JSON.stringify(await canope.sign(canope.says(ABOUT))).replace('travail réel', 'rien'),
    /La signature ne correspond pas/,
  ],
  'with words in a JWS that were changed': [
    async () => {
      const [header, payload = '', signature] = (await canope.signJwt(canope.says(ABOUT))).split('.');
      const stated = Buffer.from(payload, 'base64url').toString().replace('travail réel', 'rien');
      return [header, Buffer.from(stated).toString('base64url'), signature].join('.');
    },
    /La signature ne correspond pas/,
  ],
  'of another issuer than its key': [
    async () => JSON.stringify(await otherBody.sign(canope.says(ABOUT))),
    /n’a pas été signé|pas une clé|ne vient pas|ne correspond pas|émetteur/,
  ],
  'with our own key named by another': [
    async () => {
      const did = await (await service.get('/.well-known/did.json')).json();
      const { proof, ...rest } = await canope.sign(canope.says(ABOUT));
      return JSON.stringify({
        ...rest,
        proof: { ...(proof as JsonObject), verificationMethod: did.assertionMethod[0] },
      });
    },
    /émetteur|ne correspond pas/,
  ],
  'signed by this service': [
    async () => {
      const unsigned = canope.says(ABOUT, {
        issuer: { id: 'did:web:jalon.test', type: ['Profile'], name: 'DANE' },
      });
      const { credentialStatus: _, ...rest } = unsigned;
      return JSON.stringify((await service.ports.signer.signDocument(rest)).document);
    },
    like(faults.own),
  ],
  'signed by a school of this service': [
    async () => {
      const uai = '0210001M' as never;
      const issuer = { id: 'did:web:jalon.test:schools:0210001M', type: ['Profile'], name: 'Collège' };
      const { credentialStatus: _, ...rest } = canope.says(ABOUT, { issuer });
      const { document, key } = await service.ports.signer.signEndorsement(rest, uai);
      await service.ports.store.commit([{ kind: 'school-key-kept', key }]);
      return JSON.stringify(document);
    },
    like(faults.own),
  ],
  'that is revoked': [
    async () => {
      await canope.publishList([7]);
      return JSON.stringify(await canope.sign(canope.says(ABOUT)));
    },
    /révoqué/,
  ],
  'that has expired': [
    async () => JSON.stringify(await canope.sign(canope.says(ABOUT, { validUntil: '2026-10-01T00:00:00Z' }))),
    /validité a pris fin/,
  ],
  'that is not yet valid': [
    async () => JSON.stringify(await canope.sign(canope.says(ABOUT, { validFrom: '2999-01-01T00:00:00Z' }))),
    /pas encore valable/,
  ],
  'without any proof': [async () => JSON.stringify(canope.says(ABOUT)), /n’est pas signé/],
  'that contains another one': [
    async () => {
      const inner = await otherBody.sign(otherBody.says(canope.did));
      const issuer = { id: canope.did, type: ['Profile'], name: 'Canopé', endorsement: [inner] };
      return JSON.stringify(await canope.sign(canope.says(ABOUT, { issuer })));
    },
    like(faults.nested),
  ],
  'about something else, around one about our badge': [
    async () => {
      const inner = await otherBody.sign(otherBody.says(ABOUT));
      return JSON.stringify(await canope.sign(canope.says('https://x.example/', { endorsement: [inner] })));
    },
    like(faults.nested),
  ],
  'with the name of a body that our lists know': [
    async () => {
      const issuer = { id: otherBody.did, type: ['Profile'], name: 'RESEAU  canopé' };
      return JSON.stringify(await otherBody.sign(otherBody.says(ABOUT, { issuer })));
    },
    like(faults['borrowed-name']),
  ],
  'that is a badge': [
    async () =>
      JSON.stringify(
        await canope.sign(
          canope.says(ABOUT, {
            type: ['VerifiableCredential', 'EndorsementCredential', 'OpenBadgeCredential'],
          }),
        ),
      ),
    like(faults['not-an-endorsement']),
  ],
  'of which a part is shown': [
    async () => {
      const holder = await selective({ shown: ['/id', '/type', '/name', '/credentialSubject'] });
      const issuer = { id: holder.did, type: ['Profile'], name: 'Ville' };
      const validUntil = '2999-01-01T00:00:00Z';
      return JSON.stringify(await holder.sign(otherBody.says(ABOUT, { issuer, validUntil })));
    },
    like(faults.selected),
  ],
  'in the envelope of a JWS': [
    async () =>
      JSON.stringify({
        '@context': 'https://www.w3.org/ns/credentials/v2',
        type: 'EnvelopedVerifiableCredential',
        id: `data:application/vc+jwt,${await canope.signJwt(canope.says(ABOUT))}`,
      }),
    like(faults.enveloped),
  ],
  'with contexts of other standards': [
    async () => {
      const contexts = (canope.says(ABOUT)['@context'] as string[]).concat(
        'https://w3id.org/security/data-integrity/v2',
      );
      return JSON.stringify(await canope.sign(canope.says(ABOUT, { '@context': contexts })));
    },
    like(faults['other-contexts']),
  ],
  'with more words than a page holds': [
    async () => {
      const endorsementComment = 'a '.repeat(MAX_TEXT_LENGTH);
      return JSON.stringify(await canope.sign(canope.says(ABOUT, {}, { endorsementComment })));
    },
    like(faults['too-long']),
  ],
  'with a NUMEN': [
    async () =>
      JSON.stringify(
        await canope.sign(canope.says(ABOUT, {}, { endorsementComment: 'Merci à 12A3456789ABC' })),
      ),
    like(faults.numen),
  ],
  'with a member named twice': [
    async () =>
      JSON.stringify(await canope.sign(canope.says(ABOUT))).replace('"name":', '"name":"Autre","name":'),
    like(faults.unreadable),
  ],
  'of a megabyte': [async () => 'a'.repeat(1024 * 1024), like(faults['too-large'])],
  'that is a page': [async () => '<html>', like(faults.unreadable)],
};

describe('a document is refused', () => {
  it.each(Object.entries(REFUSED))('%s', async (name, [make, stated]) => {
    const text = await make();
    const answer = await bring({ file: new Blob([text]) });
    const page = await answer.text();
    await canope.publishList([]);
    const rejection = /class="notice notice-error" role="alert">\s*<p>([^<]*)/.exec(page)?.[1] ?? '';
    expect(rejection).toMatch(/^Ce document n’est pas repris\./);
    expect(rejection).toMatch(stated);
    expect(answer.status).toBe(400);
    // It is refused even where the step of reviewing it is skipped.
    const document = Buffer.from(text.slice(0, LONGEST_DOCUMENT + 1)).toString('base64url');
    if (text.length <= LONGEST_DOCUMENT && name !== 'that is revoked') {
      expect((await agent.post(PATH, { document })).status).toBe(400);
    }
    expect(await standing()).toEqual([]);
  });
});

describe('every day, kept endorsements are verified again', () => {
  beforeEach(async () => {
    canope.publishKeys();
    await canope.publishList([]);
    await withdrawAll();
  });
  const keepOne = async (changes: JsonObject = {}) => {
    await bringEndorsement({ credential: JSON.stringify(await canope.sign(canope.says(ABOUT, changes))) });
  };
  const isShown = async () => (await textAt('/badges/RUPN-ENG')).includes(fr.achievementEndorsements.by);
  const daneStates = async () => (await agent.get(PATH)).text();

  it('not before a day has passed', async () => {
    await keepOne();
    const [before] = await standing();
    await verifyAfter(DAY - 60);
    expect(await standing()).toEqual([before]);
    await verifyAfter(DAY + 60);
    expect((await standing())[0]?.look.at).not.toBe(before?.look.at);
  });

  it.each([
    ['revoked', () => canope.publishList([7]), fr.achievementEndorsements.dane.faults['revoked']],
    [
      'signed with a key that is listed no more',
      async () => canope.publishKeys(false),
      fr.achievementEndorsements.dane.faults['key-not-authorised'],
    ],
    [
      'of a body whose keys are gone',
      async () => void web.set(canope.didAddress, 410),
      fr.achievementEndorsements.dane.faults['key-unreachable'],
    ],
  ])('one that is %s is hidden, and the DANE is told', async (_name, change, stated) => {
    await keepOne();
    await change();
    expect(await isShown()).toBe(true);
    await verifyAfter(DAY + 60);
    expect(await isShown()).toBe(false);
    expect(await achievement()).not.toHaveProperty('endorsement');
    expect(await daneStates()).toContain(stated);
    const home = await (await agent.get('/dane')).text();
    expect(home).toContain(`<strong>1</strong> ${fr.dane.home.figures.endorsements(1)}`);
    expect(await (await agent.get('/dane/criteria')).text()).toContain(
      fr.achievementEndorsements.dane.lapsed(1),
    );
    const [{ id } = { id: '' }] = await standing();
    expect(await service.ports.store.readAuditOf(id, 10)).toContainEqual(
      expect.objectContaining({ action: 'achievement-endorsement-lapsed', actor: 'service' }),
    );
    canope.publishKeys();
    await canope.publishList([]);
    await agent.post(`${PATH}/${id}/check`);
    expect(await isShown()).toBe(true);
  });

  it('after the upgrade one is shown only once it was verified again, and a forged one never', async () => {
    await keepOne();
    const upgrade = readFileSync('migrations/0023_endorsements_verified_again.sql', 'utf8');
    const file = service.environment['DATABASE_URL']?.replace('sqlite:', '') ?? '';
    const [{ id } = { id: '' }] = await standing();
    const [whole] = await service.ports.store.readWholeEndorsements([id]);
    const content = whole?.content ?? '';
    const write = (sql: string, ...values: string[]) => {
      const database = new Sqlite(file);
      if (values.length > 0) database.prepare(sql).run(...values);
      else database.exec(sql);
      database.close();
    };
    // A document that an earlier version took for signed.
    const keepInstead = 'update achievement_endorsement set content = ? where id = ?';
    write(keepInstead, content.replace('"endorsementComment":"', '"endorsementComment":"Non : '), id);
    expect(await isShown()).toBe(true);
    write(upgrade);
    expect(await isShown()).toBe(false);
    await verifyAfter(0);
    expect(await isShown()).toBe(false);
    expect((await standing())[0]?.look.fault).toBe('bad-signature');
    write(keepInstead, content, id);
    write(upgrade);
    expect(await isShown()).toBe(false);
    await verifyAfter(0);
    expect(await isShown()).toBe(true);
  });

  it('one with an end is shown until then', async () => {
    const validUntil = secondsAfter(service.ports.clock.now(), 2 * DAY);
    await keepOne({ validUntil });
    const shownAfter = async (seconds: number) => {
      const clock = { now: () => secondsAfter(service.ports.clock.now(), seconds) };
      const reading = readShownEndorsements({ ...service.ports, clock });
      return (await reading({ code: 'RUPN-ENG', version: 1 })).length;
    };
    expect([await shownAfter(2 * DAY - 60), await shownAfter(2 * DAY + 1)]).toEqual([1, 0]);
  });

  it('one that cannot be verified is tried each hour, and is shown for three days', async () => {
    await keepOne();
    web.delete(canope.didAddress);
    await verifyAfter(DAY + 60);
    const [open] = await standing();
    expect(open?.look).toMatchObject({ result: 'open', fault: 'key-unreachable' });
    expect(await isShown()).toBe(true);
    expect(await daneStates()).toContain(fr.achievementEndorsements.dane.open);
    await verifyAfter(DAY + 600);
    expect(await standing()).toEqual([open]);
    await verifyAfter(DAY + 3720);
    expect((await standing())[0]?.look.at).not.toBe(open?.look.at);
    canope.publishKeys();
    await verifyAfter(DAY + 2 * 3720);
    expect((await standing())[0]?.look).toMatchObject({ result: 'good' });
  });
});

describe('a program of the DANE', () => {
  const tokenOf = async (role: 'dane' | 'reader') =>
    (await service.services.createToken({ role, name: role, actor: 'test' })).secret;

  it('examines, keeps, lists and withdraws', async () => {
    await withdrawAll();
    const token = await tokenOf('dane');
    const credential = pretty(await canope.sign(canope.says(ABOUT)));
    const dry = await service.post('/api/v1/endorsements', { credential, dryRun: true }, token);
    expect([dry.status, await dry.json()]).toMatchObject([
      200,
      { achievement: ABOUT, issuer: KNOWN, issuerName: 'Réseau Canopé', key: canope.keyId, form: 'json' },
    ]);
    expect(await standing()).toEqual([]);
    const saved = await service.post('/api/v1/endorsements', { credential }, token);
    const { id, standing: state, document } = await saved.json();
    expect([saved.status, state]).toEqual([201, 'shown']);
    expect(await textAt(new URL(document).pathname)).toBe(credential);
    const list = await service.get('/api/v1/endorsements', { Authorization: `Bearer ${token}` });
    expect((await list.json()).endorsements).toContainEqual(
      expect.objectContaining({ id, badge: 'RUPN-ENG', version: 1, standing: 'shown' }),
    );
    const withdrawal = `/api/v1/endorsements/${id}/withdrawal`;
    expect((await service.post(withdrawal, { reason: 'Erreur' }, token)).status).toBe(200);
    expect((await service.post(withdrawal, { reason: 'Erreur' }, token)).status).toBe(409);
    expect(await standing()).toEqual([]);
  });

  it('gets the reason why a document is not kept', async () => {
    const token = await tokenOf('dane');
    const changed = JSON.stringify(await canope.sign(canope.says(ABOUT))).replace('travail réel', 'rien');
    const answer = await service.post('/api/v1/endorsements', { credential: changed }, token);
    expect([answer.status, await answer.json()]).toMatchObject([
      422,
      { code: 'endorsement-refused', params: { because: 'not-verified', code: 'bad-signature' } },
    ]);
    const url = 'https://canope.example/nothing';
    const byLink = await service.post('/api/v1/endorsements', { url }, token);
    expect((await byLink.json()).params).toEqual({ because: 'unreachable' });
    expect((await service.post('/api/v1/endorsements', {}, token)).status).toBe(400);
    expect((await service.post('/api/v1/endorsements', { url }, await tokenOf('reader'))).status).toBe(403);
  });
});
