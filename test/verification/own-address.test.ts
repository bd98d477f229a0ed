import { base64url } from '@scure/base';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CredentialId } from '../../src/domain/ids.ts';
import { bakePng } from '../../src/open-badges/baking/bake-png.ts';
import { jalon } from '../support/command-line.ts';
import { badge } from '../support/corpus/badge.ts';
import { thirdPartyProfile } from '../support/corpus/valid.ts';
import { fr } from '../support/fr.ts';
import {
  issueEverything,
  startTestService,
  TEST_ORIGIN,
  type TestService,
} from '../support/servers/service.ts';
import { THIRD_PARTY_SIGNERS, type ThirdPartySigner } from '../support/third-party/signers.ts';
import { MUCH_WORK_MS } from '../support/timeouts.ts';

const PEOPLE = ['claire', 'denis', 'elsa', 'farid', 'hugo', 'ines'];
const REASON = 'Le registre est relu.';
const FILES = {
  'etablissements.csv': 'uai;nom;secteur\n0210001M;Collège Claude Guyot;Public\n',
  'personnes.csv': `email;prenom;nom\n${PEOPLE.map((name) => `${name}@ac-test.example;${name};Dupont\n`).join('')}`,
  'engagements.csv': `reference;email;uai;debut;fin;missions;confirmation\n${PEOPLE.map(
    (name) => `S-${name};${name}@ac-test.example;0210001M;01/09/2023;31/08/2024;A1|A2|B1;confirmee\n`,
  ).join('')}`,
};
const NOT_SIGNED = fr.verification.step({ step: 'proof', code: 'no-proof' });

let service: TestService;
let shown: CredentialId;
let suspended: CredentialId;
let revoked: CredentialId;
let notPublic: Readonly<Record<string, CredentialId>>;
let signed: string;
let signer: ThirdPartySigner | undefined;
beforeAll(async () => {
  service = await startTestService();
  await service.importText(FILES);
  const [first, waiting, declined, hidden, fifth, sixth] = (await issueEverything(service)).map(
    ({ id }) => id,
  );
  if (!first || !waiting || !declined || !hidden || !fifth || !sixth)
    throw new Error('there are not enough badges');
  shown = first;
  notPublic = { unknown: 'A'.repeat(22) as CredentialId, waiting, declined, hidden };
  const { acceptCredential, declineCredential, hideCredential } = service.services;
  ({ document: signed } = await acceptCredential({ id: shown, actor: 'test', name: 'full' }));
  await declineCredential({ id: declined, actor: 'test' });
  await acceptCredential({ id: hidden, actor: 'test', name: 'full' });
  await hideCredential({ id: hidden, actor: 'test' });
  [suspended, revoked] = [fifth, sixth];
  for (const id of [suspended, revoked]) await acceptCredential({ id, actor: 'test', name: 'full' });
  const { suspendCredential, revokeCredential } = service.services;
  await suspendCredential({ id: suspended, actor: 'test', reason: REASON, cause: 'check' });
  await revokeCredential({ id: revoked, actor: 'test', reason: REASON });
});
afterAll(() => service.stop());

/** The published badge without its signature, with another address if one is given. */
function unsigned(address = `${TEST_ORIGIN}/credentials/${shown}`): string {
  const { proof: _, ...document } = JSON.parse(signed);
  return JSON.stringify({ ...document, id: address });
}

/** A badge that another issuer really signed, with this address. */
async function signedByAnother(address: string): Promise<string> {
  signer ??= await THIRD_PARTY_SIGNERS['jose, ES256']?.();
  if (!signer) throw new Error('there is no such signer');
  const members = { id: address, issuer: thirdPartyProfile(signer.did), credentialStatus: undefined };
  const signedBadge = await signer.sign(JSON.parse(JSON.stringify(badge(members))));
  return typeof signedBadge === 'string' ? signedBadge : JSON.stringify(signedBadge);
}
const altered = (text = signed) => text.replace('RUPN engagé·e', 'RUPN fictif');

async function page(credential: string | File, language = 'fr') {
  const body = new FormData();
  body.set(typeof credential === 'string' ? 'credential' : 'file', credential);
  const answer = await service.app.request(`${TEST_ORIGIN}/verify?lang=${language}`, {
    method: 'POST',
    body,
  });
  const html = await answer.text();
  const [, title = ''] = /<h2 id="result"[^>]*>([^<]*)/.exec(html) ?? [];
  const [, first = ''] = /class="verdict-sentence">([^<]*)/.exec(html) ?? [];
  return { status: answer.status, headers: [...answer.headers], html, title, first };
}
const api = async (credential: string) => {
  const answer = await service.post('/api/v1/verifications', { credential });
  return { status: answer.status, headers: [...answer.headers], text: await answer.text() };
};
const inTerminal = (input: string) => jalon(['verify', '-'], { environment: service.environment, input });

/** Without the instant and the number of an attempt, and without the document itself, whose signature differs. */
const withoutAttempt = (answer: string) =>
  answer
    .replace(/Vérifié le [^<]*/, '')
    .replaceAll(/<textarea.*?<\/textarea>/gs, '')
    .replaceAll(/\["x-request-id","[^"]*"\]/g, '');

describe('a document that names the address of a badge of this service', () => {
  it('is red, without the title of the badge, and leads to the badge if it is unsigned', async () => {
    const { html, title, first } = await page(unsigned());
    expect(title).toBe(fr.verify.result);
    expect(first).toBe(NOT_SIGNED);
    expect(html).toContain('class="verdict tone-bad"');
    expect(html).toContain('<title>Document non signé — ');
    expect(html).toContain(`href="/credentials/${shown}?lang=fr">${fr.verification.named.see}</a>`);
    expect((await page(unsigned(), 'en')).first).toBe('This document is not signed: do not rely on it.');
  });

  it('begins with the warning and leads to the badge if it is altered, in each form of file', async () => {
    const jws = await (await service.get(`/credentials/${shown}.jws`)).text();
    const [head, body = '', signature] = jws.split('.');
    const payload = altered(
      new TextDecoder().decode(base64url.decode(body.padEnd(body.length + 3 - ((body.length + 3) % 4), '='))),
    );
    const forged = [head, base64url.encode(new TextEncoder().encode(payload)).replace(/=+$/, ''), signature];
    const png = new Uint8Array(await (await service.get(`/credentials/${shown}.png`)).arrayBuffer());
    for (const given of [altered(), forged.join('.'), new File([bakePng(png, altered())], 'badge.png')]) {
      const { html, first } = await page(given);
      expect(first.startsWith(fr.verification.doNotRely)).toBe(true);
      expect(html).toContain(`href="/credentials/${shown}?lang=fr">${fr.verification.named.see}</a>`);
      expect(html).not.toContain(fr.verify.askOriginal);
    }
  });

  it('is recognised in every spelling of the address, and the link is built from the id', async () => {
    const place = `/credentials/${shown}`;
    for (const address of [
      `http://jalon.test${place}`,
      `${TEST_ORIGIN}${place}.json`,
      `${TEST_ORIGIN}${place}/ob2`,
      `${TEST_ORIGIN}${place}?next=https://elsewhere.invalid/#x`,
    ])
      expect((await page(unsigned(address))).html, address).toContain(`href="${place}?lang=fr">`);
    for (const address of [
      `https://jalon.test.elsewhere.invalid${place}`,
      `https://jalon.test:8443${place}`,
      `https://elsewhere.invalid${place}`,
      `${TEST_ORIGIN}/credentials/short`,
      `javascript:alert(1)//${TEST_ORIGIN}${place}`,
      shown,
    ]) {
      const { html, first } = await page(unsigned(address));
      expect(first, address).toBe(NOT_SIGNED);
      expect(html, address).not.toContain(fr.verification.named.published);
    }
  });

  it('gets one and the same answer if its badge is unknown, unaccepted, declined or hidden', {
    timeout: 3 * MUCH_WORK_MS,
  }, async () => {
    for (const toDocument of [
      unsigned,
      (address: string) => altered(signed.replaceAll(shown, address.slice(-22))),
      signedByAnother,
    ]) {
      const answers = new Set<string>();
      for (const id of Object.values(notPublic)) {
        const document = await toDocument(`${TEST_ORIGIN}/credentials/${id}`);
        const { html, status, headers } = await page(document);
        expect(html).toContain(fr.verification.named.nothing);
        const { code, stdout } = await inTerminal(document);
        const inApi = await api(document);
        expect(JSON.parse(inApi.text).ownAddress).toEqual({
          url: `${TEST_ORIGIN}/credentials/${id}`,
          isPublished: false,
        });
        const all = JSON.stringify([status, headers, html, code, stdout, inApi]);
        answers.add(withoutAttempt(all.replaceAll(id, 'ID')));
      }
      expect(answers.size).toBe(1);
    }
  });

  it('leads to the badge that is suspended or revoked, and says nothing else of it', async () => {
    for (const id of [suspended, revoked]) {
      const address = `${TEST_ORIGIN}/credentials/${id}`;
      for (const document of [unsigned(address), altered(signed.replaceAll(shown, id))]) {
        const { html, first } = await page(document);
        expect(first === NOT_SIGNED || first.startsWith(fr.verification.doNotRely), first).toBe(true);
        expect(html).toContain('class="verdict tone-bad"');
        expect(html).toContain(`href="/credentials/${id}?lang=fr">${fr.verification.named.see}</a>`);
        expect(html).not.toContain(REASON);
      }
    }
  });

  it('is named by the API and the command line', { timeout: MUCH_WORK_MS }, async () => {
    const url = `${TEST_ORIGIN}/credentials/${shown}`;
    for (const document of [unsigned(), altered()]) {
      expect(JSON.parse((await api(document)).text)).toMatchObject({
        verified: false,
        ownAddress: { url, isPublished: true },
      });
      const { code, stdout } = await inTerminal(document);
      expect(code).toBe(1);
      const lines = stdout.trim().split('\n');
      expect(lines[0]).toBe(fr.verification.doNotRely);
      expect(lines.at(-1)).toBe(`${fr.verification.named.see} (${url})`);
    }
    expect(JSON.parse((await api(signed)).text)).not.toHaveProperty('ownAddress');
  });
});
