import { z } from 'zod';
import { levelsThatSatisfy, SIGN_IN_LEVELS, type SignInRules } from '../domain/access/sign-in-level.ts';
import { compact } from '../domain/text/omit-undefined.ts';
import { settingTraits } from './shapes.ts';

/** A session lasts twelve hours, so a sign-in is never older. */
const MOST_MINUTES = 720;

/** The names and shapes of the settings, in the order of docs/configuration.md. */
export const signInSettings = {
  SIGN_IN_LEVEL_DANE: signInLevels(),
  SIGN_IN_LEVEL_PRINCIPAL: signInLevels(),
  SIGN_IN_LEVEL_RUPN: signInLevels(),
  SIGN_IN_LEVEL_IRREVERSIBLE: signInLevels(),
  SIGN_IN_FRESH_MINUTES: minutes(),
};

type Values = { readonly [Name in keyof typeof signInSettings]?: z.infer<(typeof signInSettings)[Name]> };

/** Turns valid settings into the rules of signing in. */
export function toSignInRules(values: Values): SignInRules {
  return compact({
    levels: compact({
      dane: toLevels(values.SIGN_IN_LEVEL_DANE),
      principal: toLevels(values.SIGN_IN_LEVEL_PRINCIPAL),
      rupn: toLevels(values.SIGN_IN_LEVEL_RUPN),
    }),
    irreversible: toLevels(values.SIGN_IN_LEVEL_IRREVERSIBLE),
    freshMinutes: values.SIGN_IN_FRESH_MINUTES,
  });
}

const toLevels = (requirement: string | undefined) =>
  requirement ? levelsThatSatisfy(requirement) : undefined;

/** Levels with spaces between them: ProConnect's six, or the URIs of another provider (OpenID Connect Core 1.0,
 *  §2). Any other word would be a level that no sign-in reaches. */
function signInLevels() {
  const isLevel = (level: string) => SIGN_IN_LEVELS.includes(level) || URL.canParse(level);
  return z
    .string()
    .trim()
    .min(1)
    .refine((text) => text.split(/\s+/).every(isLevel))
    .optional()
    .register(settingTraits, { form: { kind: 'sign-in-levels', values: SIGN_IN_LEVELS } });
}

function minutes() {
  return z.coerce
    .number()
    .int()
    .min(1)
    .max(MOST_MINUTES)
    .optional()
    .register(settingTraits, { form: { kind: 'whole-number', from: 1, to: MOST_MINUTES } });
}
