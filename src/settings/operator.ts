import { z } from 'zod';
import type { OperatorConfig } from '../application/ports.ts';
import type { RequiredBecause, SettingError } from '../domain/settings/error.ts';
import { DEMO_OPERATOR } from '../texts/office.ts';
import { mailAddress, settingTraits, someText } from './shapes.ts';

const MOST_CHARACTERS = 300;
const operatorText = () => someText(MOST_CHARACTERS);

/** The operator's data for the pages on personal data, legal notices and help, and for the explanation of the
 *  mission and of the issuer on the page of a badge. */
export const operatorSettings = {
  OPERATOR_NAME: operatorText(),
  OPERATOR_ADDRESS: operatorText(),
  PUBLICATION_DIRECTOR: operatorText(),
  HOSTING: operatorText(),
  DPO_EMAIL: mailAddress(),
  HELP_EMAIL: mailAddress(),
  ABOUT_MISSION: operatorText(),
  ABOUT_MISSION_EN: operatorText(),
  ABOUT_ISSUER: operatorText(),
  ABOUT_ISSUER_EN: operatorText(),
  LINKEDIN_ORGANIZATION_ID: z
    .string()
    .regex(/^\d{1,20}$/)
    .optional()
    .register(settingTraits, { form: { kind: 'linkedin-number' } }),
};

type OperatorSettings = z.infer<z.ZodObject<typeof operatorSettings>>;

/** The settings that the law requires of a public service, and the pages that show them. `HELP_EMAIL` is
 *  missing here, because the issuer's address can replace it. */
const REQUIRED = {
  OPERATOR_NAME: 'controller',
  OPERATOR_ADDRESS: 'controller-address',
  PUBLICATION_DIRECTOR: 'publication',
  HOSTING: 'hosting',
  DPO_EMAIL: 'data-protection',
} as const satisfies Readonly<Record<string, RequiredBecause>>;

/** One fault for each required setting that is absent; for production only. */
export function operatorErrors(given: Readonly<Record<string, string | undefined>>): readonly SettingError[] {
  return Object.entries(REQUIRED)
    .filter(([name]) => !given[name])
    .map(([name, why]) => ({ name, code: 'required', why }));
}

/** The operator of the settings. A demonstration has invented words for what they do not say. */
export function toOperator(values: OperatorSettings, demo: boolean): OperatorConfig {
  const invented: Partial<OperatorConfig> = demo ? DEMO_OPERATOR : {};
  return {
    name: values.OPERATOR_NAME ?? invented.name,
    address: values.OPERATOR_ADDRESS ?? invented.address,
    publicationDirector: values.PUBLICATION_DIRECTOR ?? invented.publicationDirector,
    hosting: values.HOSTING ?? invented.hosting,
    dpoEmail: values.DPO_EMAIL ?? invented.dpoEmail,
    helpEmail: values.HELP_EMAIL,
    aboutMission: { fr: values.ABOUT_MISSION, en: values.ABOUT_MISSION_EN },
    aboutIssuer: { fr: values.ABOUT_ISSUER, en: values.ABOUT_ISSUER_EN },
  };
}
