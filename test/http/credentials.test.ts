import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type IssuedBadge, startWithOneBadge, type TestService } from '../support/servers/service.ts';

let service: TestService;
let badge: IssuedBadge;

beforeAll(async () => {
  ({ service, badge } = await startWithOneBadge());
});
afterAll(() => service.stop());

const accept = (choice = {}) => service.services.acceptCredential({ id: badge.id, actor: 'test', ...choice });

describe('the address of a credential', () => {
  it('answers the same 404 for an unknown badge and for an unaccepted one', async () => {
    const unknown = await service.get(`/credentials/${'A'.repeat(22)}`);
    const waiting = await service.get(badge.path);
    expect([unknown.status, waiting.status]).toEqual([404, 404]);
    const strip = (html: string, path: string) => html.replaceAll(path, '');
    expect(strip(await waiting.text(), badge.path)).toBe(
      strip(await unknown.text(), `/credentials/${'A'.repeat(22)}`),
    );
  });

  it('answers the page without an Accept header and to */*, and the signed bytes to a JSON type', async () => {
    const { document, jws } = await accept();
    for (const accepted of [undefined, '*/*', 'text/html,application/xhtml+xml,*/*;q=0.8']) {
      const page = await service.get(badge.path, accepted ? { Accept: accepted } : {});
      expect(page.headers.get('Content-Type')).toContain('text/html');
      expect(page.headers.get('Vary')).toContain('Accept, Accept-Language');
    }
    for (const type of [
      'application/vc+ld+json',
      'application/ld+json',
      'application/json',
      'application/vc',
    ]) {
      const answer = await service.get(badge.path, { Accept: `${type}, */*;q=0.1` });
      expect(answer.headers.get('Content-Type')).toBe(type);
      expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*');
      expect(await answer.text()).toBe(document);
    }
    for (const type of ['application/vc+jwt', 'text/plain']) {
      expect(await (await service.get(badge.path, { Accept: type })).text()).toBe(jws);
    }
  });

  it('gives every form by suffix, each with the same credential', async () => {
    const { document, jws } = await accept();
    expect(await (await service.get(`${badge.path}.json`)).text()).toBe(document);
    expect(await (await service.get(`${badge.path}.jws`)).text()).toBe(jws);
    for (const form of ['png', 'svg', 'json', 'jws']) {
      const answer = await service.get(`${badge.path}.${form}`);
      const bytes = new Uint8Array(await answer.arrayBuffer());
      const report = await service.verify({ kind: 'bytes', bytes });
      expect(report.steps.filter((step) => step.result === 'failed')).toEqual([]);
      expect(report.verified).toBe(true);
      expect(report.credential?.['id']).toBe(`https://jalon.test${badge.path}`);
    }
  });

  it('answers 304 to a reader that has the bytes', async () => {
    await accept();
    const first = await service.get(`${badge.path}.json`);
    const again = await service.get(`${badge.path}.json`, {
      'If-None-Match': first.headers.get('ETag') ?? '',
    });
    expect(again.status).toBe(304);
  });

  it('is signed again under the same id when the holder shows a name, later and with the same award date', async () => {
    const before = await accept({ name: 'initials' });
    const after = await accept({ name: 'full', showSchools: true });
    const [one, two] = [JSON.parse(before.document), JSON.parse(after.document)];
    expect(two.id).toBe(one.id);
    expect(two.validFrom > one.validFrom).toBe(true);
    expect(two.awardedDate).toBe(one.awardedDate);
    expect(two.credentialStatus).toEqual(one.credentialStatus);
    expect(two.credentialSubject.id).toBe(one.credentialSubject.id);
    expect(before.document).not.toContain('Dupont');
    expect(before.document).not.toContain('Guyot');
    expect(after.document).toContain('Claire Dupont');
    expect(after.document).toContain('Guyot');
  });

  it('is signed again with the chosen form of words, and only if the title changes', async () => {
    const initials = await accept({ name: 'initials', form: 'feminine' });
    const full = await accept({ name: 'full' });
    const again = await accept({ form: 'masculine' });
    const titles = [initials, full, again].map(({ document }) => JSON.parse(document).name);
    expect(titles).toEqual(['RUPN engagé·e', 'RUPN engagée', 'RUPN engagé']);
    const nameless = await accept({ name: 'none', schoolsConfirmed: true });
    expect((await accept({ form: 'feminine' })).document).toBe(nameless.document);
  });

  it('never contains an e-mail address in clear', async () => {
    const { document, jws } = await accept({ name: 'full', showSchools: true });
    const payload = atob((jws.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/'));
    expect(document + payload).not.toContain('claire.dupont@');
  });
});
