import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pageTexts } from '../../src/texts/en/pages.ts';
import { OFFICE } from '../../src/texts/office.ts';
import { fr } from '../support/fr.ts';
import {
  type IssuedBadge,
  issueEverything,
  ONE_RUPN,
  startTestService,
  type TestService,
} from '../support/servers/service.ts';

let service: TestService;
let badge: IssuedBadge;
beforeEach(async () => {
  service = await startTestService();
  await service.importText(ONE_RUPN);
  [badge] = (await issueEverything(service)) as [IssuedBadge];
});
afterEach(() => service.stop());

const accept = (name: 'full' | 'none') =>
  service.services.acceptCredential({ id: badge.id, actor: 'test', name, visibility: 'public' });
const easy = async (language = 'fr') => {
  const answer = await service.get(`${badge.path}/easy`, { 'Accept-Language': language });
  return { status: answer.status, robots: answer.headers.get('X-Robots-Tag'), html: await answer.text() };
};
/** Its sentences, each of which has a line of its own. */
const paragraphsOf = (html: string) =>
  [...html.matchAll(/<p>([^<]+)<\/p>/g)].map((found) => (found[1] ?? '').replaceAll('&quot;', '"'));
const why = { reason: 'Erreur de saisie', actor: 'test' };

describe('the page of a badge in plain language', () => {
  it('is linked from the page of the badge, and links back to it', async () => {
    await accept('full');
    expect(await (await service.get(badge.path)).text()).toContain(`href="${badge.path}/easy"`);
    expect((await easy()).html).toContain(`href="${badge.path}"`);
  });

  it('says in French and in English that a valid badge can be trusted, and whose it is', async () => {
    await accept('full');
    for (const [language, t] of [
      ['fr', fr],
      ['en', pageTexts(OFFICE)],
    ] as const) {
      const lines = paragraphsOf((await easy(language)).html);
      for (const line of [...t.easy.verdicts.good(), ...t.easy.named('Claire Dupont'), ...t.easy.mission])
        expect(lines, language).toContain(line);
    }
  });

  it('has short sentences: none of its own is longer than fifteen words', async () => {
    await accept('full');
    const { html } = await easy();
    const long = paragraphsOf(html.slice(html.indexOf('class="easy"'), html.indexOf('<footer')))
      .flatMap((line) => line.split(/(?<=[.!?])\s/))
      .filter((sentence) => sentence.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length > 15);
    expect(long).toEqual([]);
  });

  it('names no one where the holder does not, and says that this is their right', async () => {
    await accept('none');
    const { html } = await easy();
    expect(html).not.toContain('Dupont');
    for (const line of fr.easy.nameless) expect(html).toContain(line);
  });

  it('says of a revoked badge who took it back, when and why', async () => {
    await accept('full');
    await service.services.revokeCredential({ id: badge.id, ...why });
    const lines = paragraphsOf((await easy()).html).join('\n');
    expect(lines).toContain('Non, ce badge n’est plus bon.');
    expect(lines).toContain('a repris ce badge.');
    expect(lines).toContain('La raison\u00a0: «\u00a0Erreur de saisie\u00a0».');
    expect(lines).not.toContain('Oui, ce badge est vrai.');
  });

  it('says of a suspended badge that it is paused', async () => {
    await accept('full');
    await service.services.suspendCredential({ id: badge.id, cause: 'check', ...why });
    expect(paragraphsOf((await easy()).html)).toContain('Ce badge est en pause.');
  });

  it('is as hidden as the badge, and never listed by search engines', async () => {
    expect((await easy()).status).toBe(404);
    await accept('full');
    expect(await easy()).toMatchObject({ status: 200, robots: 'noindex' });
  });
});

describe('the answer of a verification in plain words', () => {
  const verify = async (document: string) => {
    const body = new URLSearchParams({ credential: document });
    const answer = await service.app.request('https://jalon.test/verify', { method: 'POST', body });
    return answer.text();
  };

  it('leads from a badge of ours to its page in plain language', async () => {
    await accept('full');
    const document = await (await service.get(`${badge.path}.json`)).text();
    const html = await verify(document);
    for (const line of fr.easy.verdicts.good()) expect(html).toContain(line);
    expect(html).toContain(`href="${badge.path}/easy"`);
    expect(html).toMatch(/<h2 id="result">Claire Dupont est RUPN/);
    const answer = html.slice(html.indexOf('class="answer"')).replace(/<details.*<\/details>/, '');
    expect(answer.match(/uthentique et valable/g)).toHaveLength(1);
  });

  it('warns about a forged badge and links to the published badge', async () => {
    await accept('full');
    const document = await (await service.get(`${badge.path}.json`)).text();
    const html = await verify(document.replace('Claire Dupont', 'Claire Martin'));
    for (const line of fr.easy.verdicts.forged()) expect(html).toContain(line);
    expect(html).toContain(fr.verification.named.see);
  });
});
