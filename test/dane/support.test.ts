import { describe, expect, it } from 'vitest';
import type { SmtpCatcher } from '../mail/smtp-catcher.ts';
import { schoolWithMailOf } from '../support/fixtures/school.ts';
import { CHEF, CLAIRE, DANE, NEIGHBOUR, PAUL } from '../support/fixtures/schools.ts';
import { fr } from '../support/fr.ts';
import { inDays } from '../support/now.ts';
import type { TestService } from '../support/servers/service.ts';
import { startBeforeEach } from '../support/servers/start-before.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';

const UAI = '0210001M';
const SUPPORT_REQUEST = {
  kind: 'technical',
  uai: UAI,
  title: 'Serveur AMON',
  text: 'Le filtrage bloque l’ENT depuis lundi.',
};

let smtp: SmtpCatcher;
let service: TestService;
let paul: SignedInBrowser;
let dane: SignedInBrowser;
startBeforeEach(schoolWithMailOf({ paul: PAUL, dane: DANE }), (fixture) => {
  ({ smtp, service, paul, dane } = fixture);
});

const read = async (browser: SignedInBrowser, path: string) => (await browser.get(path)).text();
async function ask(fields: Readonly<Record<string, string>> = {}): Promise<string> {
  const sent = await paul.post('/my/support/new', { ...SUPPORT_REQUEST, ...fields });
  expect(sent.status).toBe(303);
  return sent.headers.get('Location')?.split(/[/?]/).at(3) ?? '';
}
async function mails(to: string): Promise<string> {
  await service.services.runMaintenance();
  return smtp.mails
    .filter(({ recipients }) => recipients.includes(to))
    .map(({ text }) => text)
    .join('\n');
}

describe('a request of support', () => {
  it('reaches the DANE, is answered with a day, waits again after a message, and is closed', async () => {
    const id = await ask();
    expect(await mails(DANE)).toContain(`/dane/support/${id}`);
    expect(await read(dane, '/dane')).toContain(fr.dane.home.figures.support(1));
    expect(await read(dane, `/dane/support/${id}`)).toContain('Le filtrage bloque');
    const answer = { text: 'Nous venons avec le technicien.', plannedOn: inDays(5) };
    expect((await dane.post(`/dane/support/${id}`, answer)).status).toBe(303);
    const reported = await mails(PAUL);
    expect(reported).toContain(`/my/support/${id}`);
    expect(reported).not.toContain('technicien');
    const page = await read(paul, `/my/support/${id}`);
    expect(page).toContain('Nous venons avec le technicien.');
    expect(page).toContain(fr.support.dane.planned);
    await paul.post(`/my/support/${id}`, { text: 'Plutôt le matin, s’il vous plaît.' });
    expect(await service.ports.store.countOpenSupportRequests()).toBe(1);
    await dane.post(`/dane/support/${id}`, { text: 'C’est entendu.', ends: 'yes' });
    expect(await read(paul, '/my/support')).toContain(fr.support.states.closed);
    expect((await paul.post(`/my/support/${id}/end`)).status).toBe(200);
  });

  it('is withdrawn by its asker before an answer, and then accepts no message', async () => {
    const id = await ask();
    expect((await paul.post(`/my/support/${id}/end`)).headers.get('Location')).toContain('support-withdrawn');
    const late = await dane.post(`/dane/support/${id}`, { text: 'Trop tard ?' });
    expect(late.status).toBe(409);
    expect((await service.ports.store.readSupportRequest(id))?.messages).toHaveLength(1);
  });

  it('is seen by the principal without its text, and not by other schools or colleagues', async () => {
    const id = await ask();
    const chef = await signInAs(service, CHEF);
    const page = await read(chef, `/school/${UAI}/support`);
    expect(page).toContain('Serveur AMON');
    expect(page).toContain('Paul Martin');
    expect(page).not.toContain('filtrage');
    expect(await read(chef, `/school/${UAI}`)).toContain(fr.support.school.waiting(1));
    expect((await chef.get(`/my/support/${id}`)).status).toBe(403);
    const neighbour = await signInAs(service, NEIGHBOUR);
    expect((await neighbour.get(`/school/${UAI}/support`)).status).toBe(403);
    const claire = await signInAs(service, CLAIRE);
    expect((await claire.post(`/my/support/${id}`, { text: 'Et moi ?' })).status).toBe(403);
    expect((await claire.post(`/my/support/${id}/end`)).status).toBe(403);
  });

  it('must be for one of the asker’s schools, without a NUMEN, within limits', async () => {
    const refused = async (fields: Readonly<Record<string, string>>) =>
      (await paul.post('/my/support/new', { ...SUPPORT_REQUEST, ...fields })).status;
    expect(await refused({ uai: '0210011Y' })).toBe(400);
    expect(await refused({ kind: 'money' })).toBe(400);
    expect(await refused({ text: 'Mon NUMEN : 21E1234567ABC' })).toBe(400);
    expect(await refused({ text: 'x'.repeat(2001) })).toBe(400);
    expect(await refused({ title: '' })).toBe(400);
    for (let turn = 0; turn < 10; turn += 1) await ask({ title: `Demande ${turn}` });
    expect(await refused({})).toBe(409);
    expect(await service.ports.store.countOpenSupportRequests()).toBe(10);
  });

  it('cannot be planned on a past day', async () => {
    const id = await ask();
    const sent = await dane.post(`/dane/support/${id}`, { text: 'Hier ?', plannedOn: inDays(-1) });
    expect(sent.status).toBe(400);
    expect((await service.ports.store.readSupportRequest(id))?.state).toBe('open');
  });
});
