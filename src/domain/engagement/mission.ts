/** The parts of the reference text other than its missions: the notions that digital education brings together,
 *  the principles by which a school shares out the missions, the means that it may give, the forms of
 *  recognition, and the support of the office. */
export const REFERENCE_SECTIONS = ['pillars', 'principles', 'means', 'recognition', 'support'] as const;
export type ReferenceSection = (typeof REFERENCE_SECTIONS)[number];

/** An item of a part. Its code is its anchor on the framework's page. */
export interface ReferenceItem {
  readonly code: string;
  readonly words: Readonly<Record<'fr' | 'en', string>>;
}

export type ReferenceText = Readonly<Record<ReferenceSection, readonly ReferenceItem[]>>;

/** The code of a mission. The framework lists those that exist. */
export type MissionCode = string & { readonly __brand: 'MissionCode' };
/** The code of a family of missions: one capital letter. The framework lists those that exist. The brand is
 *  optional, so that the letters of a form or of stored facts need no cast; another code is still refused. */
export type FamilyCode = string & { readonly __brand?: 'FamilyCode' };

/** A text in the two languages of the service. */
export interface Bilingual {
  readonly fr: string;
  readonly en: string;
}

/** A text in French, with or without its English. */
export interface FrenchFirst {
  readonly fr: string;
  readonly en?: string;
}

/** A text in a language, or its French if it has no English. */
export function inLanguage(text: FrenchFirst, language: 'fr' | 'en'): string;
export function inLanguage(text: FrenchFirst | undefined, language: 'fr' | 'en'): string | undefined;
export function inLanguage(text: FrenchFirst | undefined, language: 'fr' | 'en'): string | undefined {
  return text?.[language] ?? text?.fr;
}

export interface Mission {
  readonly code: MissionCode;
  readonly family: FamilyCode;
  readonly label: Bilingual;
  /** Needs an authorisation of the local authority for that school and period. */
  readonly conditional: boolean;
  /** False for a mission that can be recorded but never counts. */
  readonly elementary: boolean;
  /** What a person does in it, as a verb after their name. */
  readonly does: Bilingual;
  /** The French label in a few words, where a text is short. */
  readonly short?: string;
  /** `FRAMEWORK:competence`, e.g. `DigCompEdu:1.2`. */
  readonly alignment: readonly string[];
}

export interface MissionFamily {
  readonly code: FamilyCode;
  readonly label: Bilingual;
  readonly does: Bilingual;
  readonly sign: FamilySign;
}

/** The sign of a family: the data of one SVG path in a square of 100 units, whose holes are cut by the
 *  even-odd rule, and what it shows, in words. */
export interface FamilySign {
  readonly path: string;
  readonly words: Bilingual;
}

/** The reference text's advice on sharing out a mission in a school. */
export interface MissionOrganisation {
  readonly labels: readonly Bilingual[];
  /** The ranks of its services in the text's order of priority inside the family, from 1. */
  readonly priorities: readonly number[];
}

/** The published mission framework, one version. */
export interface MissionFramework {
  readonly version: number;
  readonly families: readonly MissionFamily[];
  readonly missions: ReadonlyMap<MissionCode, Mission>;
  /** Has no entry for a mission on which the reference text gives no advice. */
  readonly organisation: ReadonlyMap<MissionCode, MissionOrganisation>;
  /** External frameworks to which missions are aligned, by code (`DigCompEdu`…). */
  readonly frameworks: ReadonlyMap<string, AlignedFramework>;
  /** The names that the office gives to roles, as they stand inside a sentence. A role without one has the
   *  program's. */
  readonly roles: ReadonlyMap<Role, Bilingual>;
  /** The parts of the reference text other than its missions. */
  readonly text: ReferenceText;
}

/** A framework of competences to which missions are aligned. */
export interface AlignedFramework {
  readonly code: string;
  readonly name: string;
  readonly targetUrl: string;
  readonly competences: ReadonlyMap<string, Bilingual>;
}

/** Roles that an engagement may list, by their codes in the DANE's files. */
export const ROLES = [
  'contact-dane',
  'contact-collectivite',
  'administrateur-ent',
  'referent-usages-ent',
  'referent-service',
  'referent-site',
  'referent-tablettes',
] as const;
export type Role = (typeof ROLES)[number];
/** Roles that at most one person may hold at a school on one day. */
export const SINGLE_ROLES: readonly Role[] = ['contact-dane', 'contact-collectivite'];

/** The families that the test holds for, in the order of the framework. */
export function familiesWhere(
  { families }: Pick<MissionFramework, 'families'>,
  holds: (code: FamilyCode) => boolean,
): readonly FamilyCode[] {
  const found: FamilyCode[] = [];
  for (const { code } of families) if (holds(code)) found.push(code);
  return found;
}

/** The mission that a stored code names; undefined if the framework has no such mission. */
export function missionOf({ missions }: MissionFramework, code: string): Mission | undefined {
  const byCode: ReadonlyMap<string, Mission> = missions;
  return byCode.get(code);
}
