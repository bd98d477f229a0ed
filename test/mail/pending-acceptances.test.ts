import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { remindPendingAcceptances } from '../../src/application/holder/pending-acceptances.ts';
import type { CredentialId } from '../../src/domain/ids.ts';
import { secondsAfter, toInstant } from '../../src/domain/time/calendar.ts';
import { fr } from '../support/fr.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';
import { tokenOf } from '../support/tokens.ts';
import { CLAIRE, issueToClaire, type MailService, readPersonId, startMailService } from './fixture.ts';

const AGENT = 'agent@ac-test.example';
const DAY = 86_400;
const T = fr.dane.unanswered;
const LIST = '/dane/credentials/unanswered';

let fixture: MailService;
let agent: SignedInBrowser;
let id: CredentialId;
beforeEach(async () => {
  fixture = await startMailService();
  ({ id } = await issueToClaire(fixture));
  await fixture.service.importText({
    'agents.csv': `email;prenom;nom;profil\n${AGENT};Odile;Richardot;dane\n`,
  });
  await fixture.sendAt(0);
  agent = await signInAs(fixture.service, AGENT);
});
afterEach(() => fixture.stop());

const subjects = () => fixture.smtp.mails.map(({ headers }) => headers.get('subject'));
const REMINDER = fr.mail.life.subjects.unanswered;
/** The timer's work this many days after the signature. */
const remindAfter = (days: number) => {
  const now = secondsAfter(toInstant(new Date()), days * DAY + 60);
  return remindPendingAcceptances({ ...fixture.service.ports, clock: { now: () => now } })();
};
async function setDelay(days: string): Promise<void> {
  const page = await (await agent.get('/dane/settings')).text();
  const [, form = ''] = page.split('action="/dane/settings/unanswered"');
  const seen = /name="seen" value="([^"]*)"/.exec(form.split('</form>')[0] ?? '')?.[1] ?? '';
  const fields = { days, ...(seen && { seen: seen.replaceAll('&quot;', '"') }) };
  expect((await agent.post('/dane/settings/unanswered', fields)).status).toBe(303);
}

describe('a badge without an answer', () => {
  it('is reminded of once by the service, after the delay that the office sets', async () => {
    expect(await remindAfter(100)).toBe(0);
    await setDelay('14');
    expect(await remindAfter(13)).toBe(0);
    expect(await remindAfter(14)).toBe(1);
    expect(await remindAfter(15)).toBe(0);
    expect(await remindAfter(100)).toBe(0);
    await fixture.sendAt(200 * DAY);
    expect(subjects()).toEqual([fr.mail.subjects.award, REMINDER]);
    expect(fixture.smtp.mails[1]?.recipients).toEqual([CLAIRE]);
    const text = fixture.smtp.mails[1]?.text.replace(/[ \r\n]+/g, ' ') ?? '';
    expect(text).toContain(`https://jalon.test/my/badges/${id}`);
    const record = await (await agent.get(`/dane/people/${await readPersonId(fixture)}`)).text();
    expect(record).toContain(fr.dane.people.person.actions['credential-reminded']);
    const audit = await fixture.service.ports.store.readAuditOf(id, 20);
    expect(audit.filter(({ action }) => action === 'credential-reminded')).toHaveLength(1);
  });

  it('is reminded of on demand, and not twice in a day, nor again by the service', async () => {
    await setDelay('14');
    expect((await agent.post(`/dane/credentials/${id}/reminder`)).status).toBe(303);
    const again = await agent.post(`/dane/credentials/${id}/reminder`);
    expect(again.status).toBe(409);
    expect(await again.text()).toContain('moins d’un jour');
    expect(await remindAfter(14)).toBe(0);
    await fixture.sendAt(2 * DAY);
    expect(subjects()).toEqual([fr.mail.subjects.award, REMINDER]);
  });

  it('is listed with its holder and its reminder, and leaves the list with the answer', async () => {
    const listed = await (await agent.get(LIST)).text();
    for (const texts of [T.lede(1), T.never, 'Claire Dupont', T.notYet, T.remind]) {
      expect(listed).toContain(texts);
    }
    await fixture.service.services.acceptCredential({ id, actor: 'test' });
    expect(await (await agent.get(LIST)).text()).toContain(T.lede(0));
    const late = await agent.post(`/dane/credentials/${id}/reminder`);
    expect(late.status).toBe(409);
    await setDelay('7');
    expect(await remindAfter(30)).toBe(0);
  });

  it('sends no mail to a holder who wants none, and says so', async () => {
    await setDelay('7');
    const personId = await readPersonId(fixture);
    await fixture.service.services.chooseMail({ personId, wanted: [], language: 'fr', actor: 'test' });
    expect(await (await agent.get(LIST)).text()).toContain(T.notReached);
    expect(await remindAfter(7)).toBe(0);
    expect((await agent.post(`/dane/credentials/${id}/reminder`)).status).toBe(409);
    await fixture.sendAt(10 * DAY);
    expect(subjects()).toEqual([fr.mail.subjects.award]);
  });

  it('sends one mail where two processes remind at once', async () => {
    await setDelay('7');
    expect((await Promise.all([remindAfter(8), remindAfter(8)])).toSorted()).toEqual([0, 1]);
    await fixture.sendAt(10 * DAY);
    expect(subjects()).toEqual([fr.mail.subjects.award, REMINDER]);
  });

  it('does not send a reminder that was answered before it left', async () => {
    await setDelay('7');
    await remindAfter(7);
    await fixture.service.services.acceptCredential({ id, actor: 'test' });
    await fixture.sendAt(10 * DAY);
    expect(subjects()).toEqual([fr.mail.subjects.award]);
  });

  it('is listed by the API, page by page', async () => {
    const dane = await tokenOf(fixture.service, 'dane');
    const answer = await fixture.service.get('/api/v1/credentials/unanswered', {
      Authorization: `Bearer ${dane}`,
    });
    expect(await answer.json()).toMatchObject({
      badges: [{ kind: 'unanswered', badge: 'RUPN-ENG', email: CLAIRE, reached: true }],
      ...{ total: 1, late: 0 },
    });
    const odd = await fixture.service.get('/api/v1/credentials/unanswered?after=x', {
      Authorization: `Bearer ${dane}`,
    });
    expect(odd.status).toBe(400);
  });
});
