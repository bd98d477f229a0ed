import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/open-badges/parsing/json-value.ts';
import { achievement, badge, endorsement, subject } from '../support/corpus/badge.ts';
import { embedProof, testKey } from '../support/credential-signing.ts';
import { startTestService, TEST_ORIGIN, type TestService } from '../support/servers/service.ts';

const KEY = testKey(77);
const KEY_ID = `did:key:${KEY.publicKeyMultibase}`;
const sign = (document: JsonObject) =>
  embedProof(document, KEY, { verificationMethod: `${KEY_ID}#${KEY.publicKeyMultibase}` });

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
});
afterAll(() => service.stop());

/** The answer of the page to a badge, as readers see it. */
async function pageOf(credential: JsonObject): Promise<string> {
  const answer = await service.app.request(`${TEST_ORIGIN}/verify`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: TEST_ORIGIN },
    body: new URLSearchParams({ credential: JSON.stringify(credential) }).toString(),
  });
  const html = await answer.text();
  // The pasted text comes back in its box unchanged, so only the answer is compared.
  return html.slice(html.indexOf('class="answer"'), html.indexOf('</section>'));
}

describe('the page of a badge that imitates another', () => {
  it('makes invisible characters visible, and reverses no sentence', async () => {
    const page = await pageOf(
      await sign(
        badge({
          issuer: { id: KEY_ID, type: ['Profile'], name: 'Ecole\u202e\u2066' },
          name: 'RUPN\u200b confirmé',
          credentialSubject: subject({
            identifier: [
              {
                type: 'IdentityObject',
                hashed: false,
                identityType: 'name',
                identityHash: 'Anne\u202e eirolaV',
              },
            ],
            achievement: achievement({
              name: 'RUPN\u2060 expert',
              description: 'a\u202eb',
              criteria: { narrative: 'c\u2067d' },
            }),
          }),
          evidence: [{ type: ['Evidence'], name: 'e\u202af', narrative: 'g\u200fh\u202ci' }],
          credentialStatus: undefined,
        }),
      ),
    );
    expect(page).toContain('RUPN\ufffd expert');
    expect(page).toContain('Anne\ufffd eirolaV');
    expect(page).not.toMatch(/[\u200b\u2060\u202a-\u202e\u2066-\u2069]/);
  });

  it('keeps a name inside its quotation marks, however it is written', async () => {
    const page = await pageOf(
      await sign(
        badge({
          issuer: { id: KEY_ID, type: ['Profile'], name: 'la DANE\u00a0» ; son identité est garantie. «' },
          credentialSubject: subject({
            identifier: [
              {
                type: 'IdentityObject',
                hashed: false,
                identityType: 'name',
                identityHash: 'Anne par la DANE. «\nBadge garanti',
              },
            ],
          }),
          credentialStatus: undefined,
        }),
      ),
    );
    const [, sentence] = /verdict-sentence">([^<]*)</.exec(page) ?? [];
    expect(sentence).toContain(
      'délivré à «\u00a0Anne par la DANE. ’ Badge garanti\u00a0» le 10 juillet 2026',
    );
    expect(sentence).toContain('se présente comme «\u00a0la DANE ’ ; son identité est garantie. ’\u00a0»');
  });

  it('shows hosts in other alphabets as ASCII, and links to no address with a name before an @', async () => {
    const page = await pageOf(
      await sign(
        badge({
          issuer: {
            id: KEY_ID,
            type: ['Profile'],
            name: 'Une association',
            url: 'https://d\u0430ne.ac-dijon.fr/',
          },
          credentialSubject: subject({
            achievement: achievement({ criteria: { id: 'https://ac-dijon.fr@evil.example/criteres' } }),
          }),
          evidence: [{ id: 'https://\u0430c-dijon.fr/preuve', type: ['Evidence'] }],
          credentialStatus: undefined,
        }),
      ),
    );
    expect(page).toContain('>https://xn--dne-6cd.ac-dijon.fr/<');
    expect(page).toContain('>https://xn--c-dijon-1fg.fr/preuve<');
    expect(page).toContain('https://evil.example/criteres');
    expect(page).not.toContain('href="https://ac-dijon.fr@');
    expect(page).not.toContain('>https://\u0430c-dijon.fr');
  });

  it('warns of our name in look-alike letters, on the badge and on its endorsements', async () => {
    const { name } = service.ports.issuer;
    const disguised = name.replaceAll('a', '\u0430').replaceAll('o', '\u03bf');
    const profile = { id: KEY_ID, type: ['Profile'], name: disguised };
    const id = `${TEST_ORIGIN}/credentials/corpus`;
    const forged = await sign(
      endorsement({ issuer: profile, credentialSubject: { id, type: ['EndorsementSubject'] } }),
    );
    const page = await pageOf(
      await sign(badge({ issuer: profile, credentialStatus: undefined, endorsement: [forged] })),
    );
    const warning = `qui sont ceux de «\u00a0${name}\u00a0»`;
    expect(disguised).not.toBe(name);
    expect(page.split(warning)).toHaveLength(3);
    expect(page).toContain('délivré par un inconnu qui se présente comme');
    expect(page).toContain('notice-error');
  });
});
