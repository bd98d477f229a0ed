import type { Bilingual } from '../../domain/engagement/mission.ts';
import type { Claims } from './profiles/claims.ts';

/** A person of the demonstration, as whom one may sign in. */
export interface LocalPersona {
  /** The provider's stable identifier of the person. */
  readonly subject: string;
  readonly email: string;
  readonly givenName: string;
  readonly familyName: string;
  /** The heading under which the page lists the person. */
  readonly group: 'rupn' | 'principal' | 'dane' | 'unknown';
  /** A description of what the demonstration shows this person. */
  readonly what: Bilingual;
  /** The federation whose claims the provider answers with. */
  readonly federation: 'proconnect' | 'fim';
  /** `DIR` for a principal or a deputy, `ENS` for a teacher. Only the ministry's federation gives it. */
  readonly function?: string;
  /** In the ministry's own syntax: `0210001M$UAJ$PU$ENS$0210001M$T3$CLG$340`. */
  readonly worksAt?: readonly string[];
  /** `0210001M$UAJ$PU$N$T3$CLG$340`; absent for a person who heads no school. */
  readonly responsibleFor?: readonly string[];
}

/** The SIRET of some school: ProConnect always names the employer. */
const EMPLOYER_SIRET = '13002526500013';

/** The claims that the persona's federation would answer. They never hold a NUMEN. */
export function toClaims(persona: LocalPersona): Claims {
  const { email, givenName, familyName } = persona;
  if (persona.federation === 'proconnect') {
    return { given_name: givenName, usual_name: familyName, email, siret: EMPLOYER_SIRET };
  }
  return {
    given_name: givenName,
    family_name: familyName,
    email,
    email_verified: true,
    FrEduFonctAdm: persona.function ?? 'ENS',
    FrEduRne: persona.worksAt ?? [],
    FrEduRneResp: persona.responsibleFor ?? 'X',
    rne: (persona.worksAt ?? []).map((value) => value.split('$')[0]),
  };
}
