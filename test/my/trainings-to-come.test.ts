import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DANE, PAUL, SCHOOL_FIXTURE } from '../support/fixtures/schools.ts';
import { fr } from '../support/fr.ts';
import { inDays } from '../support/now.ts';
import { startTestService, type TestService } from '../support/servers/service.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';

let service: TestService;
let paul: SignedInBrowser;
let dane: SignedInBrowser;
beforeEach(async () => {
  service = await startTestService();
  await service.importText({
    ...SCHOOL_FIXTURE,
    'evenements.csv': [
      'code;nature;intitule;debut;uai',
      `F-PLAN;EV-PAF;Classe mobile;${inDays(50)};`,
      `F-ICI;EV-FIL;Ici le numérique;${inDays(20)};0210001M`,
      `F-AILLEURS;EV-FIL;Ailleurs le numérique;${inDays(20)};0210011Y`,
      `F-HIER;EV-PAF;Hier le numérique;${inDays(-1)};`,
      `R-1;EV-RENC;Rencontre des référents;${inDays(30)};`,
      '',
    ].join('\n'),
  });
  [paul, dane] = [await signInAs(service, PAUL), await signInAs(service, DANE)];
});
afterEach(() => service.stop());

const page = async (browser: SignedInBrowser, path: string) => (await browser.get(path)).text();
const wish = (event: string, more = '') => paul.post(`/my/trainings/wishes${more}`, { event });

describe('the trainings to come', () => {
  it('are those of the plan and of the own school, the next one first', async () => {
    const list = await page(paul, '/my/trainings');
    const codes = [...list.matchAll(/name="event" value="([^"]+)"/g)].map(([, code]) => code);
    expect(codes).toEqual(['F-ICI', 'F-PLAN']);
    for (const other of ['Ailleurs', 'Hier le', 'Rencontre des']) expect(list).not.toContain(other);
  });

  it('take a wish in one click, which is taken back in one, and the DANE counts it', async () => {
    const count = async () => /F-PLAN#wishers">(\d+)</.exec(await page(dane, '/dane/wishes'))?.[1];
    expect(await count()).toBeUndefined();
    expect((await wish('F-PLAN')).headers.get('Location')).toContain('training-wished');
    await wish('F-PLAN');
    expect(await count()).toBe('1');
    expect(await page(dane, '/dane/events/F-PLAN')).toContain(PAUL);
    expect(await page(paul, '/my/trainings')).toContain(fr.my.records.trainings.unwish);
    await wish('F-PLAN', '/removal');
    expect(await count()).toBeUndefined();
    expect(await page(dane, '/dane/events/F-PLAN')).not.toContain(PAUL);
  });

  it('take no wish for what is over, elsewhere, no training or unknown', async () => {
    for (const event of ['F-HIER', 'F-AILLEURS', 'R-1', 'RIEN']) {
      expect((await wish(event)).status, event).toBe(404);
    }
    expect(await service.ports.store.readTrainingWishesOf(paul.personId)).toEqual([]);
  });
});
