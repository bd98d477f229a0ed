import type { PaperContext, SchoolMember } from '../../src/application/papers/context.ts';
import type { MissionCode } from '../../src/domain/engagement/mission.ts';
import { countShares } from '../../src/domain/engagement/mission-split.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import type { AttendedEvent, Engagement, Person, PersonRecord, School } from '../../src/domain/records.ts';
import type { ReviewNotes } from '../../src/domain/review/notes.ts';
import type { Instant } from '../../src/domain/time/calendar.ts';
import { parseUai } from '../../src/domain/uai.ts';
import { basis, day, GUYOT } from '../domain/builders.ts';
import { framework } from '../support/office.ts';

/** A school and its people, as documents show them. */

const MADE_AT = '2026-06-12T09:30:00Z' as Instant;
export const context: PaperContext = { basis, issuerName: 'DANE de Dijon', madeAt: MADE_AT };
export const ADDRESS = 'https://badges.ac-dijon.example/documents/aG4tZm9yLXRlc3RzLW9ubHk';
const ALL_MISSIONS: readonly MissionCode[] = [...framework.missions.keys()];

export const school: School = {
  uai: parseUai(GUYOT),
  type: 'Lycée',
  name: 'Lycée polyvalent Anna Judic',
  postalCode: '21140',
  commune: 'Semur-en-Auxois',
  departmentCode: '21',
  department: 'Côte-d’Or',
  sector: 'public',
  agricultural: false,
};

export function codes(...missions: readonly string[]): readonly MissionCode[] {
  return missions as readonly MissionCode[];
}

function makeNamed(id: string, givenName: string, familyName: string): Person {
  return {
    id: id as PersonId,
    givenName,
    familyName,
    emails: [`${id}@ac-dijon.example`],
    profiles: ['rupn'],
  };
}

type EngagementRest = Partial<Omit<Engagement, 'personId' | 'period'>>;

export function makeEngagement(
  personId: string,
  from: string,
  to: string | undefined,
  rest: EngagementRest = {},
) {
  const engagement: Engagement = {
    reference: `${personId}-${from}`,
    personId: personId as PersonId,
    uai: school.uai,
    period: to === undefined ? { from: day(from) } : { from: day(from), to: day(to) },
    missions: [],
    roles: [],
    confirmation: 'confirmed',
    ...rest,
  };
  return engagement;
}

export function makeMember(person: Person, record: Partial<PersonRecord>): SchoolMember {
  return {
    person,
    record: {
      personId: person.id,
      engagements: [],
      authorisations: [],
      attended: [],
      reviews: [],
      contributions: [],
      ...record,
    },
  };
}

function makeTraining(index: number, rest: Partial<AttendedEvent> = {}): AttendedEvent {
  const startsOn = day(`202${3 + (index % 3)}-11-${String(10 + (index % 18)).padStart(2, '0')}`);
  return {
    event: {
      code: `21A01234${String(index).padStart(2, '0')}`,
      kind: 'EV-PAF',
      title: `Formation n° ${index + 1} : évaluer avec le numérique en lycée`,
      startsOn,
      tags: [],
    },
    hours: 6,
    proof: 3,
    ...rest,
  };
}

export const notes: ReviewNotes = {
  doneByFamily: {
    A: 'Huit prises en main animées pour les collègues, dont trois avec la vie scolaire.\nUn projet de webradio avec deux classes de seconde.',
    C: 'Suivi des tickets d’incident ; mise à jour du site.',
    D: 'Lettre d’information mensuelle.',
  },
  worked: 'Le créneau du jeudi, connu de tous, a donné de bons résultats.',
  difficulties: 'Les tablettes du second étage restent sans réseau.',
  presentSplit: 'Claire Morel : A, B et D. Hugo Petit : C.',
  trainingsWished: 'Administration de l’ENT ; protection des données.',
  decisions: 'Mme Roux demande une borne à la collectivité avant le 15 septembre.',
};

const { id: CLAIRE_ID } = makeNamed('opaque-claire', 'Claire', 'Morel');

export const claire: SchoolMember = makeMember(makeNamed('opaque-claire', 'Claire', 'Morel'), {
  engagements: [
    makeEngagement('opaque-claire', '2023-09-01', '2024-08-31', {
      missions: codes('A1', 'A3', 'D1'),
      roles: ['contact-dane'],
      confirmedBy: 'Mme Roux',
      confirmedOn: day('2024-05-14'),
    }),
    makeEngagement('opaque-claire', '2024-09-01', undefined, {
      missions: codes('A1', 'A2', 'A3', 'B1', 'C5', 'D1', 'D2', 'D4', 'E1', 'E3'),
      roles: ['contact-dane', 'referent-site'],
      confirmation: 'confirmed-with-reservation',
      confirmedBy: 'Mme Roux',
      confirmedOn: day('2025-06-03'),
      reservation: 'Mission B1 exercée à partir de janvier 2025.',
    }),
  ],
  authorisations: [
    {
      uai: school.uai,
      mission: 'C5' as MissionCode,
      localAuthority: 'Région Bourgogne-Franche-Comté',
      period: { from: day('2024-09-01') },
      convention: '2024-117',
    },
  ],
  attended: [
    makeTraining(0),
    makeTraining(1, { hours: 3, proof: 2 }),
    makeTraining(2, { hours: 1.5, proof: 0 }),
    makeTraining(3, {
      event: {
        code: 'RENC25',
        kind: 'EV-RENC',
        title: 'Rencontre annuelle des référents',
        startsOn: day('2025-10-08'),
        tags: [],
      },
    }),
  ],
  reviews: [
    { personId: CLAIRE_ID, uai: school.uai, on: day('2025-06-03'), kind: 'review' },
    { personId: CLAIRE_ID, uai: school.uai, on: day('2026-06-02'), kind: 'self-report' },
  ],
  contributions: [
    {
      reference: 'c1',
      personId: CLAIRE_ID,
      kind: 'session',
      on: day('2025-02-11'),
      validated: false,
    },
    {
      reference: 'c2',
      personId: CLAIRE_ID,
      kind: 'training-given',
      on: day('2025-11-20'),
      validated: true,
    },
  ],
});

export const hugo: SchoolMember = makeMember(makeNamed('opaque-hugo', 'Hugo', 'Petit'), {
  engagements: [
    makeEngagement('opaque-hugo', '2025-09-01', undefined, {
      missions: codes('A1', 'C1', 'C2', 'C4', 'C6'),
      roles: ['administrateur-ent', 'contact-dane', 'contact-collectivite'],
    }),
    makeEngagement('opaque-hugo', '2026-03-01', undefined, {
      missions: codes('C3'),
      roles: ['referent-site'],
      confirmation: 'requested',
    }),
  ],
});

export const team: readonly SchoolMember[] = [claire, hugo];

/** A person with the split of missions among a team in the context's school year. */
export function inTeam(member: SchoolMember, members: readonly SchoolMember[] = team): SchoolMember {
  const segments = members.flatMap(({ record }) => record.engagements);
  const period = { from: day('2025-09-01'), to: day('2026-06-12') };
  return { ...member, shares: countShares(member.person.id, segments, period) };
}

/** Twelve people with many missions, one of them with sixty trainings. */
export const largeTeam: readonly SchoolMember[] = Array.from({ length: 12 }, (_, index) => {
  const id = `opaque-${index}`;
  const person = makeNamed(id, `Marie-Antoinette ${index + 1}`, 'de Saint-Exupéry-Montgolfier');
  return makeMember(person, {
    engagements: [
      makeEngagement(id, '2024-09-01', undefined, {
        missions: index === 0 ? ALL_MISSIONS.slice(0, 20) : ALL_MISSIONS.slice(index, index + 5),
        confirmation: index % 3 === 2 ? 'requested' : 'confirmed',
        roles: index % 2 === 0 ? ['referent-tablettes'] : ['referent-service'],
      }),
    ],
    attended: index === 0 ? Array.from({ length: 60 }, (_, number) => makeTraining(number)) : [],
  });
});
