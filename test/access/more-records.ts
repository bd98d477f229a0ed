import type { MissionCode } from '../../src/domain/engagement/mission.ts';
import { toDeclaredText } from '../../src/domain/person/name.ts';
import type { LocalDate } from '../../src/domain/time/calendar.ts';
import { event } from '../contracts/store-values.ts';
import { inDays, LAST_YEAR, THIS_YEAR, todayInParis } from '../support/now.ts';
import type { CrawledForm } from './crawled-forms.ts';
import { DAY, HERS, snapshotOf, type TwoSchools } from './two-schools.ts';

const content = { missions: ['A1' as MissionCode], roles: [] } as const;

/** Makes records of Claire and of her school that no form of the first pages makes, so that the forms about them
 *  are found: a badge from elsewhere, an invitation to an event, an engagement that she declared, a person who is
 *  invited to missions, and a newcomer. */
export async function makeMoreRecords({ service, claire, head }: TwoSchools): Promise<void> {
  const { services, ports } = service;
  const at = ports.clock.now();
  const { personId } = claire;
  const document = JSON.stringify({ name: 'Ailleurs' });
  const badge = {
    ...{ id: 'held-claire', personId, badgeKey: 'key-claire', form: 'json' as const, content: document },
    ...{ characters: document.length, issuerId: 'did:web:other.example', credentialId: 'urn:x:claire' },
    ...{ validFrom: '2026-01-01T00:00:00Z', receivedAt: at, check: { verified: true, verdict: 'valid', at } },
  };
  const identity = {
    ...{ provider: 'fim' as const, issuer: 'https://fim.example', subject: 'nina' },
    ...{ givenName: 'Nina', familyName: 'Venue', email: 'nina@ac-test.example' },
  };
  const request = {
    ...{ uai: HERS, from: DAY, ...content, at },
    ...{ givenName: toDeclaredText('Nina'), familyName: toDeclaredText('Venue') },
    email: 'nina@ac-test.example',
  };
  await ports.store.commit([
    { kind: 'held-badge-saved', badge },
    { kind: 'event-added', event: event('EV-2', { startsOn: '2099-10-01' as LocalDate }) },
    {
      kind: 'person-invited',
      invitation: { eventCode: 'EV-2', personId, invitedAt: at, invitedBy: head.personId },
    },
    {
      kind: 'sign-in-doubted',
      doubt: { id: 'doubt-nina', identity, reason: 'unknown-address', firstAt: at, lastAt: at },
    },
    { kind: 'newcomer-said', id: 'doubt-nina', request },
  ]);
  const by = { personId: head.personId, address: 'head@ac-test.example' };
  await services.declareEngagement({
    personId,
    declaration: { uai: HERS, period: { from: DAY }, ...content },
  });
  await services.inviteToMissions({ uai: HERS, email: 'nora@ac-test.example', ...content, from: DAY, by });
}

/** Makes what the DANE takes part in: a class project, and a meeting that Claire's principal recorded on a day set by
 *  the DANE. The school may request another meeting after it. */
export async function makeRecordsOfDane({ agent, head, ids }: TwoSchools): Promise<void> {
  const [, meeting = ''] = ids.find(([part]) => part === '/meetings/') ?? [];
  const day = todayInParis();
  await agent.post(`/dane/meetings/${meeting}/day`, { day, settles: 'yes' });
  await head.post(`/school/${HERS}/meetings/${meeting}/record`, { day, projects: 'Une webradio.' });
  const project = { title: 'Tw’haïku', url: 'https://twhaiku.example', audience: 'Les 6e.' };
  await agent.post('/dane/class-projects', { ...project, joinsUntil: inDays(60) });
}

/** Records a colleague whose missions at Claire's school ended last year, so that they can be carried over. */
export const makeSplitToCarry = ({ service }: TwoSchools) =>
  service.importText({
    'agents-2.csv': 'email;prenom;nom;profil;uai\nzoe@ac-test.example;Zoé;Passée;rupn;\n',
    'segments-2.csv': [
      'reference;email;uai;debut;fin;missions;roles;confirmation',
      `SEG-9;zoe@ac-test.example;${HERS};01/09/${LAST_YEAR};31/08/${THIS_YEAR};A1|B1;;confirmee`,
      '',
    ].join('\n'),
  });

/** Puts the badge of every offer into a wallet. */
export async function takeIntoWallets({ service }: TwoSchools): Promise<void> {
  const { clock, store } = service.ports;
  const offers = snapshotOf(service)['wallet_offer'] as readonly { readonly id: string }[];
  const taken = { at: clock.now(), holder: 'did:key:zClaire' };
  await store.commit(offers.map(({ id }) => ({ kind: 'wallet-taken' as const, offerId: id, ...taken })));
}

/** Hides the badges of the forms, so that the form that shows one again is found. */
export async function hideBadges(forms: readonly CrawledForm[], { claire }: TwoSchools): Promise<void> {
  for (const { route, action, fields } of forms) {
    if (route === 'POST /my/badges/:id/hide') await claire.post(action, fields);
  }
}
