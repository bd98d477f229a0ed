import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CredentialId } from '../../src/domain/ids.ts';
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
import { THIRD_PARTY_SIGNERS } from '../support/third-party/signers.ts';
import { MUCH_WORK_MS } from '../support/timeouts.ts';

let service: TestService;
let id: CredentialId;
let unsigned: Record<string, unknown>;
beforeAll(async () => {
  service = await startTestService();
  await service.importText({
    'etablissements.csv': 'uai;nom;secteur\n0210001M;Collège Claude Guyot;Public\n',
    'personnes.csv': 'email;prenom;nom\nclaire@ac-test.example;Claire;Dupont\n',
    'engagements.csv':
      'reference;email;uai;debut;fin;missions;confirmation\nS-1;claire@ac-test.example;0210001M;01/09/2023;31/08/2024;A1|A2|B1;confirmee\n',
  });
  const [first] = await issueEverything(service);
  if (!first) throw new Error('there is no badge');
  id = first.id;
  const { document } = await service.services.acceptCredential({ id, actor: 'test', name: 'full' });
  const { proof: _, ...rest } = JSON.parse(document);
  unsigned = rest;
});
afterAll(() => service.stop());

async function page(credential: string) {
  const body = new FormData();
  body.set('credential', credential);
  const answer = await service.app.request(`${TEST_ORIGIN}/verify?lang=fr`, { method: 'POST', body });
  const html = await answer.text();
  const [, title] = /<h2 id="result"[^>]*>([^<]*)/.exec(html) ?? [];
  const [, first = ''] = /class="verdict-sentence">([^<]*)/.exec(html) ?? [];
  const [, tone] = /class="verdict (tone-[a-z]+)/.exec(html) ?? [];
  const links = Array.from(html.matchAll(/href="([^"]*\/credentials\/[^"]*)"/g), ([, link]) => link);
  return {
    html,
    title,
    isWarned: first.includes('ne vous y fiez pas') || first.startsWith('Ne vous fiez pas'),
    tone,
    links,
  };
}

const own = () => `${TEST_ORIGIN}/credentials/${id}`;
const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const changed = (changes: object) => JSON.stringify({ ...unsigned, ...changes });

/** A badge of another issuer, really signed by it, under the address of one of ours. */
async function ofAnother(name: string): Promise<string> {
  const signer = await THIRD_PARTY_SIGNERS[name]?.();
  if (!signer) throw new Error(`there is no signer ${name}`);
  const body = badge({ id: own(), issuer: thirdPartyProfile(signer.did), credentialStatus: undefined });
  const contexts = [...(body['@context'] as readonly string[]), ...signer.contexts];
  const signed = await signer.sign(JSON.parse(JSON.stringify({ ...body, '@context': contexts })));
  return typeof signed === 'string' ? signed : JSON.stringify(signed);
}

const FORGERIES: Readonly<Record<string, () => string | Promise<string>>> = {
  'a proof that is null': () => changed({ proof: null }),
  'a proof that is empty': () => changed({ proof: {} }),
  'a proof of a made-up kind': () => changed({ proof: [{ type: 'FutureProof2030' }] }),
  'an algorithm with a shared secret': () => `${encoded({ alg: 'HS256' })}.${encoded(unsigned)}.AAAA`,
  'no algorithm': () => `${encoded({ alg: 'none' })}.${encoded(unsigned)}.`,
  'the signature of another issuer': () => ofAnother('@digitalbazaar/vc, eddsa-rdfc-2022'),
  'the signature of another issuer, as a JWT': () => ofAnother('jose, ES256'),
};

describe('a forged document with the address of a badge', () => {
  it.each(Object.entries(FORGERIES))(
    'is red and leads to the badge with %s',
    async (_, forge) => {
      const document = await forge();
      const { html, title, isWarned, tone, links } = await page(document);
      expect({ title, isWarned, tone, links }).toEqual({
        title: fr.verify.result,
        isWarned: true,
        tone: 'tone-bad',
        links: [`/credentials/${id}?lang=fr`],
      });
      expect(/RUPN engagé·e/.test(html.replace(/<textarea.*?<\/textarea>/s, ''))).toBe(false);
      const answer = await service.post('/api/v1/verifications', { credential: document });
      expect(await answer.json()).toMatchObject({
        verified: false,
        ownAddress: { url: own(), isPublished: true },
      });
      const { code, stdout } = await jalon(['verify', '-'], {
        environment: service.environment,
        input: document,
      });
      expect(code).toBe(1);
      expect(stdout.split('\n')[0]).toBe(fr.verification.doNotRely);
    },
    MUCH_WORK_MS,
  );

  it('is called unsigned if its proof is empty, on the page and in the report', async () => {
    for (const proof of [null, {}, [], [{}]]) {
      const { html } = await page(changed({ proof }));
      const stated = fr.verification.step({ step: 'proof', code: 'no-proof' });
      expect(html, JSON.stringify(proof)).toContain(`class="verdict-sentence">${stated}`);
      const answer = await service.post('/api/v1/verifications', { credential: changed({ proof }) });
      const { steps } = (await answer.json()) as { steps: readonly { step: string; code: string }[] };
      expect(steps.find(({ step }) => step === 'proof')?.code).toBe('no-proof');
    }
  });

  it('is red in our name without an address, and leads nowhere', async () => {
    for (const document of [
      changed({ id: 'urn:uuid:5c6ac6ee-2f5a-4d5f-9b0e-0d6d0b0b4a11', proof: {} }),
      `${encoded({ alg: 'HS256' })}.${encoded({ ...unsigned, id: undefined, jti: own() })}.AAAA`,
    ]) {
      const { title, tone, links } = await page(document);
      expect({ title, tone, links }).toEqual({
        title: fr.verify.result,
        tone: 'tone-bad',
        links: [],
      });
    }
  });

  it('never gets a link that is copied from it, nor one to another host', async () => {
    const address = own();
    for (const other of [
      address.replace('jalon.test', 'jalon.test@elsewhere.example'),
      address.replace('jalon.test', 'jаlon.test'),
      address.replace('jalon.test', 'jalon.test.elsewhere.example'),
      address.replace('/credentials/', '/credentials%2f'),
      address.replace(/\/credentials\/./, '/credentials/%41'),
      `https:\\\\jalon.test\\credentials\\${id}`,
      `  ${address}\n`,
      `${TEST_ORIGIN}/my/open?next=${address}`,
    ]) {
      const { isWarned, links } = await page(changed({ id: other }));
      expect({ isWarned, links }, other).toEqual({ isWarned: true, links: [] });
    }
    for (const other of [
      address.replace('jalon.test', 'JALON.TEST:443'),
      address.replace('jalon.test', 'elsewhere.example@jalon.test'),
      address.replace('/credentials/', '/x/../credentials/'),
    ]) {
      const { isWarned, links } = await page(changed({ id: other }));
      expect({ isWarned, links }, other).toEqual({ isWarned: true, links: [`/credentials/${id}?lang=fr`] });
    }
  });
});
