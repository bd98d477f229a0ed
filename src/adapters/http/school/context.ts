import type { Context } from 'hono';
import type { SchoolInYear } from '../../../application/school/read-year.ts';
import { may } from '../../../domain/access/may.ts';
import type { Decider } from '../../../domain/confirmation/confirm.ts';
import type { Engagement } from '../../../domain/records.ts';
import type { SchoolYear } from '../../../domain/time/school-year.ts';
import { typographic } from '../../../texts/grammar.ts';
import type { AppEnv } from '../env.ts';
import type { Right } from '../routing/define-pages.tsx';
import type { PageRequest } from '../routing/page-request.ts';
import type { SchoolPlace } from './layout.tsx';

/** The year in `?year=`, where it is valid. */
export function yearOf(c: Context<AppEnv>): SchoolYear | undefined {
  const text = c.req.query('year') ?? '';
  return /^20\d\d$/.test(text) ? Number(text) : undefined;
}

export function placeOf(
  c: Context<AppEnv>,
  { establishment }: Pick<SchoolInYear, 'establishment'>,
): SchoolPlace {
  const { uai, name, commune } = establishment;
  const { actor, person } = c.var.signedIn;
  const mayKeep = may(actor, 'keep-establishment', { kind: 'establishment', uai });
  return { uai, name: typographic(name), commune, mayKeep, declared: mayKeep && person.headOf !== uai };
}

/** The right to decide on the engagement of another person at the school of the address. Who does not head the
 *  school is refused before an engagement is looked for. */
export function decidesOn(
  find: (request: PageRequest) => Promise<Pick<Engagement, 'personId' | 'uai'> | undefined>,
): Right {
  return {
    may: 'confirm-engagement',
    of: async (request) => {
      const { uai } = request;
      const school = { kind: 'establishment', uai } as const;
      if (!request.may('keep-establishment', school)) return school;
      const found = await find(request);
      return found?.uai === uai ? { kind: 'engagement', personId: found.personId, uai } : undefined;
    },
  };
}

/** The right to decide on the engagement that the address names. */
export const DECIDES_ON_ENGAGEMENT = decidesOn(async ({ store, param }) => {
  const [engagement] = await store.readEngagements([param('reference')]);
  return engagement;
});

/** The signed-in person, as the author of a decision. */
export function deciderOf(c: Context<AppEnv>): Decider {
  const { person } = c.var.signedIn;
  return { personId: person.id, address: person.emails[0] ?? '' };
}
