import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { CommentsChoice, FormChoice, NameChoice } from '../../src/domain/award/types.ts';
import type { StatedChoice } from '../../src/domain/holder/actions.ts';
import type { CredentialId, PersonId } from '../../src/domain/ids.ts';
import {
  AWARDED,
  DISCLOSING_TEXT,
  type DisclosedFact,
  disclosedFactsIn,
  ENGAGED,
  HOLDER,
  SCHOOL,
  TELLABLE,
} from '../support/disclosed-facts.ts';
import { readChannels } from '../support/privacy-channels.ts';
import { privacyReport, type ReportRow } from '../support/privacy-report.ts';
import { startTestService, type TestService } from '../support/servers/service.ts';

const FILES = {
  'etablissements.csv': `uai;nom;commune;secteur\n${SCHOOL.uai};${SCHOOL.name};${SCHOOL.commune};Public\n`,
  'personnes.csv': `email;prenom;nom\n${HOLDER.email};${HOLDER.givenName};${HOLDER.familyName}\n`,
  'engagements.csv': [
    'reference;email;uai;debut;fin;missions;roles;confirmation',
    `SEG-1;${HOLDER.email};${SCHOOL.uai};${ENGAGED.from};${ENGAGED.to};A1|A2|B1;;confirmee`,
    '',
  ].join('\n'),
};

let service: TestService;
let id: CredentialId;
let personId: PersonId;
const on = (day: string) => void vi.setSystemTime(new Date(`${day}T09:00:00Z`));

beforeAll(async () => {
  // Every day that a channel may tell is another one: of the award, of the signature, of the reading.
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${AWARDED}T09:00:00Z`) });
  service = await startTestService({ TRUST_CLOCK: '1' });
  await service.importText(FILES);
  const scope = { kind: 'person' as const, email: HOLDER.email, achievement: 'RUPN-ENG' };
  for await (const outcome of service.services.grantAwards({ scope, actor: 'test' })) {
    expect(outcome.kind).toBe('granted');
  }
  on('2026-11-21');
  for await (const outcome of service.services.issueCredentials({ actor: 'test' })) {
    if (outcome.kind !== 'issued') throw outcome.error;
    id = outcome.id;
  }
  personId = (await service.ports.store.readPeopleByEmail([HOLDER.email]))[0]?.id as PersonId;
});
afterAll(async () => {
  vi.useRealTimers();
  await service.stop();
});

interface Case {
  readonly title: string;
  readonly said: Required<StatedChoice>;
}

const choice = (
  name: NameChoice,
  showSchools: boolean,
  words: CommentsChoice = 'fitting',
): Required<StatedChoice> => ({
  ...{ name, showSchools, words, form: 'feminine' as FormChoice },
  ...{ visibility: 'public', hidden: false, emailIdentifier: false, schoolsConfirmed: true },
});

const CASES: readonly Case[] = [
  { title: 'No name, no schools', said: choice('none', false) },
  { title: 'No name, schools shown', said: choice('none', true) },
  { title: 'No name, no schools, all words', said: choice('none', false, 'all') },
  {
    title: 'No name, no schools, fingerprint of the address',
    said: { ...choice('none', false), emailIdentifier: true },
  },
  { title: 'Initials, no schools', said: choice('initials', false) },
  { title: 'Initials, schools shown', said: choice('initials', true) },
  { title: 'Full name, no schools', said: choice('full', false) },
  { title: 'Full name, schools shown', said: choice('full', true) },
  { title: 'Full name, schools shown, no words', said: choice('full', true, 'none') },
  { title: 'Hidden, whatever the rest', said: { ...choice('full', true), hidden: true } },
];

/** What may be told of a choice: this list, and not the code, says what the choices mean. */
function allowedBy({
  name,
  showSchools,
  words,
  emailIdentifier,
  hidden,
}: Case['said']): ReadonlySet<DisclosedFact> {
  if (hidden) return new Set();
  const showsTexts = words === 'all' || (words === 'fitting' && name === 'full' && showSchools);
  const reports: Readonly<Record<DisclosedFact, boolean>> = {
    name: name === 'full' || showsTexts,
    initials: name === 'initials',
    school: showSchools || showsTexts,
    'e-mail address': false,
    'fingerprint of the address': emailIdentifier,
    'days of engagement': name !== 'none',
    'number of days': name !== 'none',
    'day of the award': name !== 'none',
    'school years': true,
    'principal’s words': showsTexts,
  };
  return new Set(TELLABLE.filter((one) => reports[one]));
}

async function addComment(): Promise<void> {
  const { store, ids, clock } = service.ports;
  await service.services.acceptCredential({ ...choice('full', true), id, actor: personId });
  const stated = {
    id: ids.uuid(),
    personId,
    uai: SCHOOL.uai,
    comment: DISCLOSING_TEXT,
    offeredAt: clock.now(),
    declined: false,
  };
  await store.commit([{ kind: 'endorsement-offered', endorsement: stated }]);
  await service.services.addEndorsement({ id: stated.id, personId, credentialId: id });
}

async function rowOf({ title, said }: Case): Promise<ReportRow> {
  await service.services.acceptCredential({ ...said, id, actor: personId });
  const { name } = said;
  const own = { personId, name, searchable: true, credentialIds: [id] };
  const isShown = !said.hidden;
  const profile = isShown ? (await service.services.savePublicProfile(own)).id : undefined;
  const record = isShown ? (await service.services.makeBadgeRecord({ personId, name })).id : undefined;
  on('2026-11-27');
  const channels = await readChannels({ service, id, profile, record });
  return {
    title,
    told: new Map([...channels].map(([channel, text]) => [channel, disclosedFactsIn(text)])),
    allowed: allowedBy(said),
  };
}

describe('what a stranger reads of a person', () => {
  it('is on no channel more than the person chose to show', async () => {
    on('2026-11-26');
    await addComment();
    const rows: ReportRow[] = [];
    for (const one of CASES) {
      on('2026-11-26');
      rows.push(await rowOf(one));
    }
    for (const { title, told, allowed } of rows) {
      for (const [channel, parts] of told) {
        expect([title, channel, [...parts].filter((part) => !allowed.has(part))]).toEqual([
          title,
          channel,
          [],
        ]);
      }
      // Each part is told on some channel: the report does not pass because it finds nothing.
      const everywhere = new Set([...told.values()].flatMap((parts) => [...parts]));
      expect([title, [...allowed].filter((part) => !everywhere.has(part))]).toEqual([title, []]);
    }
    await expect(privacyReport(rows)).toMatchFileSnapshot('../../docs/privacy.md');
  }, 240_000);
});
