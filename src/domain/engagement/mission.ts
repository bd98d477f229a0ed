/** `A1` … `E3`. The framework lists those that exist. */
export type MissionCode = string & { readonly __brand: 'MissionCode' };
/** The families of the reference text: see docs/glossary.md and data/rupn-framework.json. */
export type FamilyCode = 'A' | 'B' | 'C' | 'D' | 'E';
export const FAMILY_CODES: readonly FamilyCode[] = ['A', 'B', 'C', 'D', 'E'];

/** A text in the two languages of the service. */
export interface Bilingual {
  readonly fr: string;
  readonly en: string;
}

/** A mission of the framework. */
export interface Mission {
  readonly code: MissionCode;
  readonly family: FamilyCode;
  readonly label: Bilingual;
  /** Needs an authorisation of the local authority for that school and period. */
  readonly conditional: boolean;
  /** True for the twenty missions that count. C9 can be recorded but never counts. */
  readonly elementary: boolean;
  /** `FRAMEWORK:competence`, e.g. `DigCompEdu:1.2`. */
  readonly alignment: readonly string[];
}

/** A family of missions. */
export interface MissionFamily {
  readonly code: FamilyCode;
  readonly label: Bilingual;
}

/** The reference text's advice on sharing out a mission in a school. */
export interface MissionOrganisation {
  readonly labels: readonly Bilingual[];
  /** The ranks of its services in the text's order of priority for family C, from 1. Empty in other
   *  families. */
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
}

/** A framework of competences to which missions are aligned. */
export interface AlignedFramework {
  readonly code: string;
  readonly name: string;
  readonly targetUrl: string;
  readonly competences: ReadonlyMap<string, Bilingual>;
}

/** Roles that a segment may list, by their codes in the DANE's files. */
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

/** The mission that a stored code names; undefined where the framework has no such mission. */
export function missionOf({ missions }: MissionFramework, code: string): Mission | undefined {
  const byCode: ReadonlyMap<string, Mission> = missions;
  return byCode.get(code);
}
