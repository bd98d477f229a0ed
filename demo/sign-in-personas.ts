import type { Bilingual } from '../src/domain/engagement/mission.ts';
import { toEmail } from './names.ts';
import { PERSONAS } from './personas.ts';
import { type PlannedPerson, planDemo } from './plan-demo.ts';
import type { DemoSchool } from './schools.ts';

/** A person of the demonstration whom visitors may sign in as, with the claims that a federation would
 *  make. */
export interface SignInPersona {
  readonly subject: string;
  readonly email: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly group: 'rupn' | 'principal' | 'dane' | 'unknown';
  readonly what: Bilingual;
  readonly federation: 'proconnect' | 'fim';
  readonly function?: string;
  /** `FrEduRne` values. */
  readonly worksAt?: readonly string[];
  /** `FrEduRneResp` values. */
  readonly responsibleFor?: readonly string[];
}

/** The parts that visitors may sign in as, each with its federation. */
const OFFERED_PERSONAS: Readonly<Record<string, SignInPersona['federation']>> = {
  lateStart: 'fim',
  guide: 'proconnect',
  contested: 'fim',
  'principal:askedBeforeSecondReminder': 'fim',
  'principal:contactClash': 'fim',
  'principal:teamAhead': 'fim',
  deputy: 'fim',
  'dane#0': 'proconnect',
  becameAgent: 'proconnect',
};

/** A person who is in no file. */
const UNKNOWN_PERSON = { givenName: 'Ludivine', familyName: 'Vasseur' };

/** The people whom visitors may sign in as: people of the generated files, and one who is in no file. They
 *  are planned from the same list of schools as the files. */
export function planSignIns(schoolsCsv: string): readonly SignInPersona[] {
  const { people } = planDemo(schoolsCsv);
  const known = Object.entries(OFFERED_PERSONAS).flatMap(([part, federation]) => {
    const character = PERSONAS[part];
    const person = people.find((one) => character && one.email === toEmail(character));
    return character && person ? [toSignIn(person, { ...character, federation })] : [];
  });
  return [...known, toUnknownPerson()];
}

type Casting = (typeof PERSONAS)[string] & Pick<SignInPersona, 'federation'>;

function toSignIn(person: PlannedPerson, { kind, what, federation }: Casting): SignInPersona {
  const { email, givenName, familyName, schools } = person;
  const identity = { subject: toSubject(email), email, givenName, familyName, group: kind, what, federation };
  if (federation === 'proconnect') return identity;
  if (kind !== 'principal')
    return { ...identity, function: 'ENS', worksAt: [toWorkplace(schools.first, 'ENS')] };
  return {
    ...identity,
    function: 'DIR',
    worksAt: [toWorkplace(schools.first, 'DIR')],
    responsibleFor: [`${schools.first.uai}$UAJ$PU$N$T3$${toKind(schools.first)}`],
  };
}

function toUnknownPerson(): SignInPersona {
  const email = toEmail(UNKNOWN_PERSON);
  return {
    ...UNKNOWN_PERSON,
    subject: toSubject(email),
    email,
    group: 'unknown',
    federation: 'proconnect',
    what: {
      fr: 'Aucun fichier de la DANE ne la connaît : sa demande part dans la file de la DANE.',
      en: 'No file of the DANE knows her: her request goes to the queue of the DANE.',
    },
  };
}

/** A stable subject, like the identifiers of a federation. It reveals nothing about the person. */
function toSubject(email: string): string {
  return `demo-${email.split('@')[0]}`;
}

function toWorkplace(school: DemoSchool, work: string): string {
  return `${school.uai}$UAJ$PU$${work}$${school.uai}$T3$${toKind(school)}`;
}

/** The ministry's codes for a collège and a lycée. */
function toKind({ localAuthority }: DemoSchool): string {
  return localAuthority.startsWith('Conseil départemental') ? 'CLG$340' : 'LYC$300';
}
