import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestService, type TestService } from '../support/servers/service.ts';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
});
afterAll(() => service.stop());

describe('the labels of missions and of other frameworks', () => {
  it.each(['/badges/RUPN-ACC', '/badges/RUPN-VEILLE', '/referentiel/rupn/v1/missions/A1'])(
    'have typographic apostrophes on %s',
    async (path) => {
      const main = /<main[\s\S]*<\/main>/.exec(await (await service.get(path)).text())?.[0] ?? '';
      const texts = main.replace(/<script[\s\S]*?<\/script>|<[^>]*>/g, ' ').replaceAll('&#39;', "'");
      expect(texts).toContain('l’éducation');
      expect(texts).not.toMatch(/\p{L}'\p{L}/u);
    },
  );
});
