import { beforeEach, describe, expect, it } from 'vitest';
import { dutyValues } from '../../src/adapters/http/engagements/duty-fields.tsx';
import { contentOf, dutiesOf } from '../../src/domain/engagement/content.ts';
import { DUTY_FIELDS } from '../../src/domain/engagement/fields.ts';
import type { Engagement } from '../../src/domain/records.ts';
import type { LocalDate } from '../../src/domain/time/calendar.ts';
import { parseUai } from '../../src/domain/uai.ts';
import { detailTexts } from '../../src/texts/engagement-details.ts';
import { readPdf, wholeText } from '../papers/read-pdf.ts';
import { schoolOf } from '../support/fixtures/school.ts';
import { CHEF, DANE, PAUL, SCHOOL } from '../support/fixtures/schools.ts';
import { WHOLE_ENGAGEMENT } from '../support/fixtures/whole-engagement.ts';
import { fr } from '../support/fr.ts';
import { THIS_YEAR } from '../support/now.ts';
import type { TestService } from '../support/servers/service.ts';
import { startBeforeEach } from '../support/servers/start-before.ts';
import type { SignedInBrowser } from '../support/sign-in.ts';
import { tokenOf } from '../support/tokens.ts';

const GUYOT = parseUai('0210001M');
const FROM = '2025-09-01' as LocalDate;

let service: TestService;
let paul: SignedInBrowser;
let chef: SignedInBrowser;
let agent: SignedInBrowser;
startBeforeEach(schoolOf({ paul: PAUL, chef: CHEF, agent: DANE }), (fixture) => {
  ({ service, paul, chef, agent } = fixture);
});

const read = async (browser: SignedInBrowser, path: string) => (await browser.get(path)).text();

async function engagementsOf({ personId }: SignedInBrowser): Promise<readonly Engagement[]> {
  const [record] = await service.ports.store.readPersonRecords([personId]);
  return record?.engagements ?? [];
}

/** The duties of which every field has a value, with a role that no one else holds. */
const duties = () => dutiesOf({ ...WHOLE_ENGAGEMENT, roles: ['referent-site'] });
const values = () => dutyValues(duties());

describe('every duty of an engagement', () => {
  it('has a field in each form of an engagement', async () => {
    const path = `/dane/people/${paul.personId}/engagements`;
    const forms = await Promise.all([
      read(paul, '/my/engagements/new'),
      read(paul, '/my/engagements/PAUL-1/change/missions'),
      read(chef, `${SCHOOL}/engagements/PAUL-1/correction`),
      read(agent, `${path}/new`),
      read(agent, `${path}/PAUL-1/correction`),
    ]);
    for (const html of forms) {
      expect(DUTY_FIELDS.filter((field) => !html.includes(`name="${field}"`))).toEqual([]);
    }
  });

  it('is recorded as its person declares it', async () => {
    const fields = { uai: GUYOT, from: '2026-09-01', ...values(), step: 'declare' };
    expect((await paul.post('/my/engagements/new', fields)).status).toBe(303);
    const declared = (await engagementsOf(paul)).find(({ reference }) => reference !== 'PAUL-1');
    expect(declared && dutiesOf(declared)).toEqual(duties());
  });

  it('is recorded as the DANE enters it, and as it corrects it', async () => {
    const path = `/dane/people/${paul.personId}/engagements`;
    const fields = { uai: GUYOT, from: '2026-09-01', ...values(), state: 'requested', reason: 'Courriel.' };
    expect((await agent.post(`${path}/new`, fields)).status).toBe(303);
    const entered = (await engagementsOf(paul)).find(({ reference }) => reference !== 'PAUL-1');
    expect(entered && dutiesOf(entered)).toEqual(duties());
    const correction = { from: FROM, ...values(), state: 'requested', reason: 'Erreur.' };
    expect((await agent.post(`${path}/PAUL-1/correction`, correction)).status).toBe(303);
    const after = (await engagementsOf(paul)).find(({ reference }) => reference === 'PAUL-1');
    expect(after && contentOf(after)).toEqual({ period: { from: FROM }, ...duties() });
  });

  it('is recorded as its person proposes it and the principal accepts it', async () => {
    const change = { from: '2026-02-01', ...values(), reason: 'Répartition.' };
    expect((await paul.post('/my/engagements/PAUL-1/change/missions', change)).status).toBe(303);
    const [proposal] = await service.ports.store.readEngagementProposalsOf(paul.personId);
    const path = `${SCHOOL}/proposals/${proposal?.id}`;
    const shown = await read(chef, path);
    for (const text of detailTexts(duties(), 'fr', fr.records.roles)) expect(shown).toContain(text);
    expect((await chef.post(path, { outcome: 'accepted' })).status).toBe(303);
    const second = (await engagementsOf(paul)).find(({ reference }) => reference !== 'PAUL-1');
    expect(second && dutiesOf(second)).toEqual(duties());
  });

  it('is recorded as a program corrects it, and returned to the program', async () => {
    const secret = await tokenOf(service, 'dane');
    const body = { from: FROM, ...duties(), reason: 'Erreur.' };
    const answer = await service.post('/api/v1/engagements/PAUL-1/correction', body, secret);
    expect(await answer.json()).toMatchObject({ engagements: [duties()] });
    const [after] = await engagementsOf(paul);
    expect(after && dutiesOf(after)).toEqual(duties());
  });
});

describe('every detail of an engagement', () => {
  beforeEach(async () => {
    const [engagement] = await engagementsOf(paul);
    if (!engagement) throw new Error('no engagement');
    await service.ports.store.commit([
      { kind: 'engagement-imported', engagement: { ...engagement, ...duties() }, asRead: engagement },
    ]);
  });

  it('stands on each page of the engagement', async () => {
    const pages = await Promise.all([
      read(paul, '/my/engagements'),
      read(paul, '/my/engagements/PAUL-1'),
      read(chef, `${SCHOOL}/people/${paul.personId}`),
      read(chef, `${SCHOOL}/engagements/PAUL-1/end`),
      read(agent, `/dane/people/${paul.personId}`),
      read(agent, `/dane/people/${paul.personId}/engagements/PAUL-1/end`),
    ]);
    const texts = detailTexts(duties(), 'fr', fr.records.roles);
    for (const html of pages) expect(texts.filter((text) => !html.includes(text))).toEqual([]);
  });

  it.each(['statement', 'mission-letter'])(
    'is printed in a %s and repeated on its public page',
    async (kind) => {
      const fields = { year: String(THIS_YEAR), kind, personId: paul.personId };
      expect((await chef.post(`${SCHOOL}/papers`, fields)).status).toBe(303);
      const [paper] = await service.ports.store.readPapers(GUYOT, 1);
      const printed = await (await chef.get(`${SCHOOL}/papers/${paper?.id}.pdf`)).arrayBuffer();
      const repeated = await service.get(`/papers/${paper?.id}`);
      const texts = [wholeText(await readPdf(new Uint8Array(printed))), await repeated.text()];
      for (const detail of detailTexts(duties(), 'fr', fr.records.roles)) {
        for (const text of texts) expect(text.toLowerCase()).toContain(detail.toLowerCase());
      }
    },
  );
});
