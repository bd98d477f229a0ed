import type { Bilingual } from '../../domain/engagement/mission.ts';
import type { Claims } from './profiles/claims.ts';

/** Somebody one may sign in as in the demonstration. */
export interface LocalPersona {
  /** The provider's lasting name for the person. */
  readonly subject: string;
  readonly email: string;
  readonly givenName: string;
  readonly familyName: string;
  /** Under which heading the page lists the person. */
  readonly group: 'rupn' | 'principal' | 'dane' | 'unknown';
  /** What there is to see. */
  readonly what: Bilingual;
  /** Whose claims the provider answers with. */
  readonly federation: 'proconnect' | 'fim';
  /** `DIR` for a principal or a deputy, `ENS` for a teacher; of the ministry's federation only. */
  readonly function?: string;
  /** In the ministry's own syntax: `0210001M$UAJ$PU$ENS$0210001M$T3$CLG$340`. */
  readonly worksAt?: readonly string[];
  /** `0210001M$UAJ$PU$N$T3$CLG$340`; none where absent. */
  readonly responsibleFor?: readonly string[];
}

/** Any establishment's number: ProConnect always names the employer. */
const EMPLOYER_SIRET = '13002526500013';

/** A persona → what its federation would say. No NUMEN, here least of all. */
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
