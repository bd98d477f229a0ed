import { describe, expect, it } from 'vitest';
import { writeCsv } from '../../src/adapters/spreadsheets/write-csv.ts';
import type { Engagement } from '../../src/domain/records.ts';
import type { SmtpCatcher } from '../mail/smtp-catcher.ts';
import { schoolWithMailOf } from '../support/fixtures/school.ts';
import { CHEF, CLAIRE, DANE, PAUL, SCHOOL, SCHOOL_FIXTURE } from '../support/fixtures/schools.ts';
import { ANY, fr, like } from '../support/fr.ts';
import type { TestService } from '../support/servers/service.ts';
import { startBeforeEach } from '../support/servers/start-before.ts';
import { type SignedInBrowser, signInAs } from '../support/sign-in.ts';

const PAGE = `${SCHOOL}/confirmations/CLAIRE-1`;
const UAI = '0210001M' as never;

let smtp: SmtpCatcher;
let service: TestService;
let chef: SignedInBrowser;
startBeforeEach(schoolWithMailOf({ chef: CHEF }), (fixture) => {
  ({ smtp, service, chef } = fixture);
});

/** The engagement with this reference and the parts that were cut from it. */
async function segments(reference: string): Promise<readonly Engagement[]> {
  const [record] = await service.ports.store.readSchoolRecords([UAI]);
  const all = record?.people.flatMap(({ engagements }) => engagements) ?? [];
  return all
    .filter((one) => one.reference.startsWith(reference))
    .toSorted((a, b) => a.period.from.localeCompare(b.period.from));
}
const summaries = (found: readonly Engagement[]) =>
  found.map(({ period, roles, confirmation }) => [period.from, period.to, roles.join(), confirmation]);

describe('a single role that is held already', () => {
  it('is shown with its holder, their days and both solutions, before anything is sent', async () => {
    const html = await (await chef.get(PAGE)).text();
    expect(html).toMatch(
      like(
        fr.school.decisions.settle.holder('Paul Martin', fr.my.engagements.since('1er septembre 2025'), ANY),
      ),
    );
    expect(html).toContain(fr.school.decisions.settle.keep('Paul Martin'));
    expect(html).toContain(fr.school.decisions.settle.take('Claire Dupont'));
    expect(html).toMatch(/name="from-contact-dane" type="date" value="2025-09-01"/);
  });

  it('stays with its holder: the request is confirmed without it, with its reservation', async () => {
    const decision = { decision: 'reserve', reservation: 'Sans le contact.', 'role-contact-dane': 'keep' };
    expect((await chef.post(PAGE, decision)).status).toBe(303);
    expect(await segments('CLAIRE')).toMatchObject([
      { roles: [], confirmation: 'confirmed-with-reservation', reservation: 'Sans le contact.' },
    ]);
    expect(summaries(await segments('PAUL'))).toEqual([
      ['2025-09-01', undefined, 'contact-dane', 'confirmed'],
    ]);
  });

  it('passes to the other person on a day: one engagement ends, another begins, both are told', async () => {
    const fields = {
      decision: 'confirm',
      'role-contact-dane': 'take',
      'from-contact-dane': '2026-01-05',
    };
    expect((await chef.post(PAGE, fields)).status).toBe(303);
    expect(summaries(await segments('PAUL'))).toEqual([
      ['2025-09-01', '2026-01-04', 'contact-dane', 'confirmed'],
      ['2026-01-05', undefined, '', 'confirmed'],
    ]);
    for (const part of await segments('PAUL')) {
      expect(part).toMatchObject({ confirmedBy: CHEF, confirmedOn: '2025-10-01' });
    }
    expect(summaries(await segments('CLAIRE'))).toEqual([
      ['2025-09-01', '2026-01-04', '', 'confirmed'],
      ['2026-01-05', undefined, 'contact-dane', 'confirmed'],
    ]);
    await service.services.emptyOutbox();
    const reported = new Map(
      smtp.mails.map(({ recipients, text }) => [recipients[0], text.replace(/\s+/g, ' ')]),
    );
    expect(reported.get(PAUL)).toMatch(like(fr.mail.decision.roles['role-lost'](ANY)));
    expect(reported.get(CLAIRE)).toMatch(like(fr.mail.decision.roles['role-given'](ANY)));
    expect(reported.get(PAUL)).not.toMatch(/Claire|Dupont/);
    const [paul] = await service.ports.store.readPeopleByEmail([PAUL]);
    const audit = await service.ports.store.readAuditOf(paul?.id ?? '', 5);
    expect(audit.map(({ action }) => action)).toContain('engagement-role-taken');
  });

  it('is not restored by the file that it came from', async () => {
    await chef.post(PAGE, {
      decision: 'confirm',
      'role-contact-dane': 'take',
      'from-contact-dane': '2026-01-05',
    });
    const settled = [await segments('PAUL'), await segments('CLAIRE')];
    await service.importText({ 'engagements.csv': SCHOOL_FIXTURE['engagements.csv'] ?? '' });
    expect([await segments('PAUL'), await segments('CLAIRE')]).toEqual(settled);
  });

  it('is exported as the new engagements, which change nothing when they are imported again', async () => {
    await chef.post(PAGE, {
      decision: 'confirm',
      'role-contact-dane': 'take',
      'from-contact-dane': '2026-01-05',
    });
    const settled = [await segments('PAUL'), await segments('CLAIRE')];
    const files: Record<string, string> = {};
    for await (const table of service.services.exportRecords({ actor: 'test' })) {
      files[`${table.name}.csv`] = new TextDecoder().decode(writeCsv([table]));
    }
    const { summary } = await service.importText(files);
    expect(summary).toMatchObject({ created: 0, updated: 0 });
    expect([await segments('PAUL'), await segments('CLAIRE')]).toEqual(settled);
  });

  it('asks for the day, refuses one that is not common, and shows the typed values again', async () => {
    const take = { decision: 'confirm', 'role-contact-dane': 'take' };
    const without = await chef.post(PAGE, { ...take, 'from-contact-dane': '' });
    expect(without.status).toBe(400);
    expect(await without.text()).toContain('href="#from-contact-dane"');
    const before = await chef.post(PAGE, { ...take, 'from-contact-dane': '2024-01-05' });
    expect(before.status).toBe(400);
    expect(await before.text()).toContain(fr.refusals['role-day-outside']({}));
    expect(await segments('CLAIRE')).toMatchObject([{ confirmation: 'requested' }]);
  });

  it('is settled as it was read: a holder who has changed in the meantime undoes the whole commit', async () => {
    const { decideEngagement } = service.services;
    const by = { personId: chef.personId, address: CHEF };
    const settle = () =>
      decideEngagement({
        uai: UAI,
        reference: 'CLAIRE-1',
        by,
        decision: { kind: 'confirm' },
        settlements: [{ kind: 'newcomer-takes', role: 'contact-dane', from: '2026-01-05' as never }],
      });
    const both = await Promise.allSettled([
      settle(),
      decideEngagement({ uai: UAI, reference: 'PAUL-1', by, decision: { kind: 'contest', motive: 'Non.' } }),
    ]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const holders = [...(await segments('PAUL')), ...(await segments('CLAIRE'))].filter(
      ({ confirmation, roles }) => confirmation === 'confirmed' && roles.includes('contact-dane'),
    );
    expect(
      holders.every(({ period }, at) => at === 0 || period.from > (holders[at - 1]?.period.to ?? '')),
    ).toBe(true);
  });

  it('cannot be taken by a principal from an engagement that the DANE has decided on', async () => {
    await chef.post(`${SCHOOL}/confirmations/PAUL-1`, { decision: 'contest', motive: 'À revoir.' });
    const [contest] = await service.ports.store.readContestsOfSchool(UAI);
    const dane = await signInAs(service, DANE);
    await dane.post(`/dane/contests/${contest?.id}`, { outcome: 'lifted', reason: 'Oui.' });
    expect(await (await chef.get(PAGE)).text()).toContain(fr.school.decisions.settle.fixed);
    const take = { decision: 'confirm', 'role-contact-dane': 'take', 'from-contact-dane': '2026-01-05' };
    expect((await chef.post(PAGE, take)).status).toBe(409);
    expect(await segments('CLAIRE')).toMatchObject([{ confirmation: 'requested' }]);
  });

  it('is settled by the DANE as well, where it lifts a contest', async () => {
    await chef.post(PAGE, { decision: 'contest', motive: 'Le contact est Paul Martin.' });
    const [contest] = await service.ports.store.readContestsOfSchool(UAI);
    const dane = await signInAs(service, DANE);
    const page = `/dane/contests/${contest?.id}`;
    expect(await (await dane.get(page)).text()).toContain(fr.school.decisions.settle.take('Claire Dupont'));
    const lifted = { outcome: 'lifted', reason: 'Les comptes rendus.', 'from-contact-dane': '2026-01-05' };
    expect((await dane.post(page, { ...lifted, 'role-contact-dane': 'take' })).status).toBe(303);
    expect(summaries(await segments('CLAIRE')).at(-1)).toEqual([
      '2026-01-05',
      undefined,
      'contact-dane',
      'confirmed-by-dane',
    ]);
    expect(summaries(await segments('PAUL'))[0]?.[1]).toBe('2026-01-04');
  });
});
