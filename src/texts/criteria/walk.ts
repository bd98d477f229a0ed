import type { Rule, YearRange } from '../../domain/criteria/rule.ts';
import type { Bilingual, FamilyCode, MissionCode } from '../../domain/engagement/mission.ts';
import { type SchoolYear, schoolYearLabel } from '../../domain/time/school-year.ts';
import type { CriteriaPhrases } from '../fr/criteria/phrases.ts';
import { typographic } from '../grammar.ts';
import { OFFICE } from '../office.ts';
import { roleNames } from '../role-names.ts';
import { type CriteriaTextContext, shortLabel } from './context.ts';
import type { MetPhraseInput, RequiredMissions, RequirementPhraseInput } from './phrase-book.ts';

/** The context of a rule that is put into words: the language, and whether it stands inside a named year or
 *  window. */
export interface Walk extends CriteriaTextContext {
  readonly phrases: CriteriaPhrases;
  readonly bound: boolean;
}

/** The words that phrases about a requirement can use. */
export function requirementPhraseInput(walk: Walk): RequirementPhraseInput {
  const { phrases, framework, bound, onScreen, namesOnly } = walk;
  const { language, words } = phrases;
  const familyLabel = (only: FamilyCode) =>
    framework.families.find(({ code }) => code === only)?.label[language];
  const each = (codes: readonly MissionCode[]) =>
    onScreen ? codes.map((code) => named(code, walk)) : namesAlone(walk).eachMission(codes);
  const eachFamily = namesAlone(walk).eachFamily;
  const familyNames = (codes: readonly FamilyCode[]) =>
    onScreen ? codes.map((code) => nameFirst(familyLabel(code), code, walk)) : eachFamily(codes);
  const isNamed = onScreen || namesOnly;
  return {
    bound,
    role: quotedRole({ phrases, framework }),
    over: (years) => over(years, { phrases, bound }),
    each,
    eachFamily,
    missions: (codes: readonly MissionCode[]) =>
      words.missions(
        each(codes),
        isNamed ? '' : labelOf(codes, (only) => framework.missions.get(only)?.label[language]),
      ),
    families: (codes: readonly FamilyCode[]) =>
      words.families(familyNames(codes), isNamed ? '' : labelOf(codes, familyLabel)),
  };
}

/** Missions and families by their names in quotation marks if a sentence has names only, otherwise by code. */
export function namesAlone({
  phrases,
  framework,
  namesOnly,
}: Walk): Pick<MetPhraseInput, 'eachMission' | 'eachFamily'> {
  const named = (code: string, label: Bilingual | undefined) =>
    namesOnly && label ? phrases.words.quoted(publicLabel(label, phrases.language)) : code;
  return {
    eachMission: (codes) => codes.map((code) => named(code, framework.missions.get(code)?.label)),
    eachFamily: (codes) =>
      codes.map((code) => named(code, framework.families.find((family) => family.code === code)?.label)),
  };
}

/** A label as a public sentence has it: without the examples in its parenthesis, with typographic apostrophes. */
export function publicLabel(label: Bilingual, language: 'fr' | 'en'): string {
  return typographic(shortLabel(label[language]));
}

/** The name of a role in quotation marks. */
export const quotedRole =
  ({ phrases, framework }: Pick<Walk, 'phrases' | 'framework'>): RequirementPhraseInput['role'] =>
  (role) => {
    const { language, words } = phrases;
    return words.quoted(roleNames(words.roles, { framework, language, office: OFFICE })[role]);
  };

function named(code: MissionCode, walk: Walk): string {
  const mission = walk.framework.missions.get(code);
  const { language } = walk.phrases;
  return nameFirst((language === 'fr' && mission?.short) || mission?.label[language], code, walk);
}

/** The name, then the code in brackets: a reader may not know the codes. */
function nameFirst(label: string | undefined, code: string, { phrases: { words } }: Walk): string {
  return label === undefined ? code : `${words.quoted(shortLabel(label))} (${code})`;
}

/** The label of the only code, as it stands inside a sentence; empty for several codes. */
function labelOf<Code>(codes: readonly Code[], find: (code: Code) => string | undefined): string {
  const [only] = codes;
  const label = only === undefined || codes.length !== 1 ? undefined : find(only);
  return label === undefined ? '' : shortLabel(label);
}

function over(years: YearRange | undefined, { phrases: { words }, bound }: Pick<Walk, 'phrases' | 'bound'>) {
  if (years === undefined && bound) return '';
  return ` ${years === undefined || years === 'all' ? words.inAll : words.overLast(years.last)}`;
}

/** « 2023-2024, 2024-2025 et 2025-2026 ». */
export function yearList(years: readonly SchoolYear[] | undefined, { words }: CriteriaPhrases): string {
  return words.and((years ?? []).map(schoolYearLabel));
}

/** The common missions of alternatives that differ only by their role, so that the missions are said once. */
export function sameMissionsByRole(rules: readonly Rule[]): RequiredMissions | undefined {
  const requested = rules.flatMap((rule) => ('missions' in rule ? [rule.missions] : []));
  const roles = requested.flatMap(({ role }) => role ?? []);
  const [first] = requested;
  const same = requested.every(({ of, atLeast }) => `${of}/${atLeast}` === `${first?.of}/${first?.atLeast}`);
  if (first === undefined || !same || roles.length !== rules.length) return undefined;
  return { of: first.of, atLeast: first.atLeast, roles };
}
