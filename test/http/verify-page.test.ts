import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type IssuedBadge,
  issueEverything,
  ONE_RUPN,
  startTestService,
  TEST_ORIGIN,
  type TestService,
} from '../support/service.ts';

let service: TestService;
let document: string;
let address: string;

beforeAll(async () => {
  service = await startTestService();
  await service.importText(ONE_RUPN);
  const [badge] = (await issueEverything(service)) as [IssuedBadge];
  ({ document } = await service.services.acceptCredential({ id: badge.id, actor: 'test' }));
  address = `${TEST_ORIGIN}${badge.path}`;
});
afterAll(() => service.stop());

async function send(fields: Readonly<Record<string, string>>, lang = 'fr') {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  const init = { method: 'POST', body };
  const answer = await service.app.request(`${TEST_ORIGIN}/verify?lang=${lang}`, init);
  return { status: answer.status, html: await answer.text() };
}

describe('the verification page', () => {
  it('gives the verdict, then the checks, then what the document says, folded unless it is valid', async () => {
    // The same body without its signature: nothing says that it is bad, and nothing that it is good.
    const { proof: _, ...unsigned } = JSON.parse(document);
    const { html } = await send({ credential: JSON.stringify(unsigned) });
    const valid = (await send({ credential: document })).html;
    const order = ['class="verdict tone-good"', 'Les vérifications faites', 'Ce que dit le document'];
    const places = order.map((part) => valid.indexOf(part));
    expect(places.toSorted((a, b) => a - b)).toEqual(places);
    expect(places.every((place) => place > 0)).toBe(true);
    expect(html).toMatch(/<details class="fold"><summary><h2>Ce que dit le document/);
    expect(valid).toMatch(/<details class="fold" open=""><summary><h2>Ce que dit le document/);
  });

  it('says of a bad signature only that: no tick stands beside it, and nothing of what the document says', async () => {
    const { html } = await send({ credential: document.replace('RUPN engagé·e', 'RUPN fictif') });
    expect(html).toContain('<title>Signature non valable — ');
    expect(html).toContain('class="verdict tone-bad"');
    expect(html).not.toMatch(/step-mark|Les vérifications faites|Ce que dit le document|RUPN fictif<\/h3>/);
  });

  it('does not ask itself to verify what it verifies', async () => {
    const nested = `${TEST_ORIGIN}/verify?url=${encodeURIComponent(`${TEST_ORIGIN}/verify`)}`;
    const page = await service.get(`/verify?url=${encodeURIComponent(nested)}`);
    expect(page.status).toBe(400);
    expect(await page.text()).toContain('seules les adresses de ce service peuvent être lues');
    const report = await service.post('/api/v1/verifications', { url: nested });
    expect(await report.json()).toMatchObject({
      verified: false,
      steps: [{ step: 'document', code: 'unreachable' }, ...Array(6).fill({ result: 'not-checked' })],
    });
  });

  it('speaks the reader’s language, technical lines included', async () => {
    for (const credential of [document, document.replace('RUPN engagé·e', 'RUPN fictif')]) {
      const { html } = await send({ credential });
      expect(html).not.toMatch(/not verified|well formed|bit not set|embedded|issued by this service/);
    }
    expect((await send({ credential: document })).html).toContain('<code>eddsa-rdfc-2022</code>');
  });

  it.each([
    ['bonjour', 'Ce n’est pas un badge'],
    ['{}', 'n’est pas un badge numérique vérifiable'],
    ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'Cette image ne contient pas de badge'],
    ['<!DOCTYPE html><html><body>Mon badge</body></html>', 'Ceci est une page web, pas un badge'],
    ['<rss version="2.0"></rss>', 'ce n’est pas un dessin SVG'],
    ['<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>', 'contient des définitions'],
  ])('says of what is no badge (%s) one sentence, and lists no checks', async (credential, sentence) => {
    const { status, html } = await send({ credential });
    expect(status).toBe(400);
    expect(html).toContain(sentence);
    expect(html).not.toContain('Les vérifications faites');
    expect(html).toMatch(/<title>Erreur\u00a0: Vérifier un badge/);
    expect(html).toMatch(/role="alert" id="error" tabindex="-1" autofocus/);
    expect(html).toMatch(/<textarea id="credential"[^>]*aria-invalid="true"/);
  });

  it('refuses to choose where a badge was given in two ways', async () => {
    const { status, html } = await send({ credential: document, url: address });
    expect(status).toBe(400);
    expect(html).toMatch(/plusieurs façons \(«\u00a0Un lien\u00a0», «\u00a0Le texte du badge\u00a0»\)/);
    expect((await send({ url: address })).status).toBe(200);
  });

  it('says that a link is one of this service, and what to do with another', async () => {
    const { html } = await send({ url: 'https://elsewhere.example/badge' });
    expect(html).toContain(`${TEST_ORIGIN}/credentials/…`);
    expect(html).toMatch(/Pour un autre badge, déposez son fichier/);
    const blank = await (await service.get('/verify')).text();
    expect(blank).toContain(`(${TEST_ORIGIN}/credentials/…). Pour un badge d’ailleurs`);
    expect(blank).not.toContain('commence par https');
  });

  it('does not cross out an issuer that it could not reach', async () => {
    const foreign = document.replaceAll('did:web:jalon.test', 'did:web:gone.invalid');
    const { html } = await send({ credential: foreign });
    expect(html).toMatch(
      /<li class="not-checked">(?:(?!<\/li>).)*Émetteur\u00a0:<\/strong> <span class="word">injoignable/,
    );
    expect(html).not.toContain('<li class="failed">');
  });
});
