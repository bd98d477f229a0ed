import {
  type Award,
  FIRST_CHOICE,
  type HolderChoice,
  type IssuedCredential,
  type Recipient,
} from '../../src/domain/award/types.ts';
import type { Change } from '../../src/domain/change/union.ts';
import type { MissionCode } from '../../src/domain/engagement/mission.ts';
import type { AwardId, CredentialId, PersonId } from '../../src/domain/ids.ts';
import type { Engagement, Event, Person, School } from '../../src/domain/records.ts';
import type { Instant, LocalDate } from '../../src/domain/time/calendar.ts';
import type { Uai } from '../../src/domain/uai.ts';
import { newDigests } from '../support/new-digests.ts';

/** Complete values for the store's contract. Each function takes the members that its test needs and puts
 *  them over the usual ones. */

export const ADA = 'person-ada' as PersonId;
export const BOB = 'person-bob' as PersonId;
export const GUYOT = '0210001M' as Uai;
export const LACAILLE = '0210011Y' as Uai;
export const NOW = '2026-11-24T10:00:00Z' as Instant;
export const LATER = '2026-11-25T10:00:00Z' as Instant;
export const LIST = 'list-1';

export const day = (text: string) => text as LocalDate;
export const awardId = (text: string) => text as AwardId;
/** An id of 22 characters that begins with this text. */
export const credentialId = (text: string) => text.padEnd(22, '_') as CredentialId;

export const establishment = (uai: Uai, over: Partial<School> = {}): School => ({
  uai,
  type: 'Collège',
  name: `Collège ${uai}`,
  postalCode: '21000',
  commune: 'Dijon',
  departmentCode: '21',
  department: "Côte-d'Or",
  sector: 'public',
  agricultural: false,
  ...over,
});

export const person = (id: PersonId, over: Partial<Person> = {}): Person => ({
  id,
  givenName: 'Prénom',
  familyName: 'Nom',
  emails: [`${id}@ac-dijon.fr`],
  profiles: ['rupn'],
  ...over,
});

export const engagement = (reference: string, over: Partial<Engagement> = {}): Engagement => ({
  reference,
  personId: ADA,
  uai: GUYOT,
  period: { from: day('2025-09-01') },
  missions: ['A1', 'C4'] as unknown as readonly MissionCode[],
  roles: [],
  confirmation: 'confirmed',
  ...over,
});

export const event = (code: string, over: Partial<Event> = {}): Event => ({
  code,
  kind: 'EV-PAF',
  title: 'Une formation',
  startsOn: day('2025-10-01'),
  tags: [],
  ...over,
});

export const toPerson = (personId: PersonId): Recipient => ({ kind: 'person', personId });
export const toSchool = (uai: Uai): Recipient => ({ kind: 'establishment', uai });

export const award = (id: string, over: Partial<Award> = {}): Award => ({
  id: awardId(id),
  recipient: toPerson(ADA),
  achievement: 'RUPN-ENG',
  version: 1,
  schoolYear: 2026,
  sequence: 1,
  grantedAt: NOW,
  grantedBy: 'dane',
  evaluation: {
    achievement: 'RUPN-ENG',
    version: 1,
    on: day('2026-11-24'),
    met: true,
    findings: [],
    facts: {
      kind: 'person',
      personId: ADA,
      on: day('2026-11-24'),
      schoolYear: 2026,
      years: [],
      duration: 3,
      families: ['A'],
      reviewYears: [2025],
      trainings: [],
      contributions: [],
      confirmedBy: { principal: true, dane: false },
    },
  },
  factsDigest: 'sha256$00',
  ...over,
});

export const ACCEPTED: HolderChoice = {
  acceptance: 'accepted',
  visibility: 'public',
  hidden: true,
  name: 'full',
  form: 'feminine',
  showSchools: true,
  emailIdentifier: true,
  words: 'fitting',
};

export const credential = (id: string, over: Partial<IssuedCredential> = {}): IssuedCredential => ({
  id: credentialId(id),
  awardId: awardId('a1'),
  revision: 1,
  validFrom: NOW,
  document: '{"signed":"é"}',
  jws: 'a.b.c',
  keyIds: ['ed-1', 'rs-1'],
  statusListId: LIST,
  statusIndex: 7,
  subjectId: 'urn:uuid:00000000-0000-4000-8000-000000000000',
  salt: '0123456789abcdef',
  choice: FIRST_CHOICE,
  ...over,
});

/** Two schools and two people. */
export const FIXTURE: readonly Change[] = [
  { kind: 'establishment-saved', establishment: establishment(GUYOT) },
  {
    kind: 'establishment-saved',
    establishment: establishment(LACAILLE, { sector: 'private', agricultural: true }),
  },
  { kind: 'person-saved', person: person(ADA, { emails: ['ada@ac-dijon.fr', 'ada.old@ac-dijon.fr'] }) },
  { kind: 'person-saved', person: person(BOB, { profiles: ['principal', 'dane'], headOf: LACAILLE }) },
];

/** The world with one signed award of Ada's. */
export const SIGNED: readonly Change[] = [
  ...FIXTURE,
  { kind: 'status-list-opened', id: LIST, size: 100, at: NOW },
  { kind: 'award-granted', award: award('a1') },
  { kind: 'credential-issued', digests: newDigests(), credential: credential('c1') },
];
