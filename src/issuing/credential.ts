import {
  type Achievement,
  type AchievementSubject,
  CREDENTIALS_V2,
  OPEN_BADGES_EXTENSIONS,
  OPEN_BADGES_V3_0_3,
  type Result,
  type UnsignedCredential,
} from '#open-badges/credential';
import type { JsonObject } from '#open-badges/parsing';
import { deepFreeze } from '#open-badges/values';
import type { Award, HolderChoice } from '../domain/award/types.ts';
import type { AchievementDefinition, Criteria } from '../domain/criteria/definition.ts';
import { inLanguage, type MissionFramework } from '../domain/engagement/mission.ts';
import { isOngoing } from '../domain/facts/engagement-days.ts';
import type { Facts } from '../domain/facts/types.ts';
import { showsDays } from '../domain/holder/awarded-date.ts';
import type { CredentialId } from '../domain/ids.ts';
import type { Instant, LocalDate } from '../domain/time/calendar.ts';
import { firstDayOf, lastDayOf, schoolYearOf, yearSpan } from '../domain/time/school-year.ts';
import type { Uai } from '../domain/uai.ts';
import {
  type AchievementInput,
  type AchievementNarrative,
  achievement,
  CREDENTIAL_TEXTS,
  type Locale,
  type ResultName,
  resultNames,
  resultUrl,
} from './achievement.ts';
import { credentialUrl, refreshUrl } from './addresses.ts';
import { badgeTitle } from './badge-title.ts';
import { evidenceOf, familyNames, trainingHoursOf } from './evidence.ts';
import { type IssuerDetails, sharedProfile } from './profile.ts';
import { type Holder, recipientIdentifiers } from './recipient.ts';
import { type StatusPlace, statusListEntry } from './status-list.ts';

/** The most Achievements kept for a badge: a service with one origin needs one for each language. */
const MAX_CACHED_ACHIEVEMENTS = 4;

const made = new WeakMap<AchievementDefinition, readonly Made[]>();

/** The input of `buildCredential`: an award and everything that its credential states. */
export interface CredentialInput {
  readonly award: Award;
  readonly definition: AchievementDefinition;
  /** The criteria version by which the award was judged. */
  readonly criteria: Criteria;
  readonly framework: MissionFramework;
  readonly issuer: IssuerDetails;
  readonly origin: string;
  readonly holder: Holder;
  /** Names of the schools in the facts. They are used only if the holder chose to show them. */
  readonly schoolNames: ReadonlyMap<Uai, string>;
  readonly credentialId: CredentialId;
  /** `urn:uuid:…`, the same at each re-issue. */
  readonly subjectId: string;
  /** Salt of the hashed identifier, the same at each re-issue. */
  readonly salt: string;
  readonly status: StatusPlace;
  readonly choice: HolderChoice;
  /** The instant of signing. It increases at each re-issue. */
  readonly validFrom: Instant;
  /** How each requirement is met, in the language of `locale`. Absent if the award was granted against the
   *  criteria. */
  readonly criteriaMet?: readonly string[];
  /** Signed endorsements of this badge. */
  readonly endorsement?: readonly JsonObject[];
  /** The badge's rules in words, in the same language as `locale`. */
  readonly narrative: AchievementNarrative;
  /** French by default. */
  readonly locale?: Locale;
  /** Whether the credential names the address of its newest version. */
  readonly isRefreshed?: boolean;
}

/** The credential of an award, ready to be signed. The same input always gives the same body. It contains
 *  only the data that the standard requires and those that the holder allows (Open Badges 3.0,
 *  OpenBadgeCredential). */
export async function buildCredential(input: CredentialInput): Promise<UnsignedCredential> {
  const { award, definition, origin, locale = 'fr', isRefreshed = false } = input;
  const evidence = evidenceOf({ ...input, locale });
  return {
    '@context': [CREDENTIALS_V2, OPEN_BADGES_V3_0_3, ...(isRefreshed ? [OPEN_BADGES_EXTENSIONS] : [])],
    id: credentialUrl(origin, input.credentialId),
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: badgeTitle(definition, award, locale, input.choice),
    description: inLanguage(definition.description, locale),
    issuer: sharedProfile(input.issuer, origin),
    validFrom: input.validFrom,
    ...(award.validUntil && { validUntil: award.validUntil }),
    ...(showsDays(award, input.choice) && { awardedDate: award.grantedAt }),
    credentialSubject: await subjectOf(input, locale),
    ...(evidence.length > 0 && { evidence }),
    ...(input.endorsement?.length && { endorsement: input.endorsement }),
    credentialStatus: statusListEntry(origin, input.status),
    ...(isRefreshed && {
      refreshService: { id: refreshUrl(origin, input.credentialId), type: '1EdTechCredentialRefresh' },
    }),
  };
}

async function subjectOf(input: CredentialInput, locale: Locale): Promise<AchievementSubject> {
  const { award, holder, choice, salt } = input;
  const { facts } = award.evaluation;
  const identifier = await recipientIdentifiers(holder, choice, salt);
  const texts = CREDENTIAL_TEXTS[locale];
  return {
    id: input.subjectId,
    type: ['AchievementSubject'],
    ...(identifier.length > 0 && { identifier }),
    ...activityOf(facts, showsDays(award, choice)),
    role: facts.kind === 'person' ? texts.role : texts.teamRole,
    result: resultsOf(input),
    achievement: sharedAchievement({ ...input, locale }),
  };
}

/** The school years of the activity and, if the badge tells days, the first day of the engagement or, for a
 *  team's badge, of its school year. The last day is present only if it had come on the judged day (Open Badges
 *  3.0, AchievementSubject). */
function activityOf(
  facts: Facts,
  areDaysReported: boolean,
): Pick<AchievementSubject, 'activityStartDate' | 'activityEndDate' | 'term'> {
  const from = facts.kind === 'person' ? facts.engagedFrom : firstDayOf(facts.schoolYear);
  const to = facts.kind === 'person' ? facts.engagedTo : earlier(facts.on, lastDayOf(facts.schoolYear));
  if (from === undefined || to === undefined) return {};
  return {
    ...(areDaysReported && {
      activityStartDate: startOf(from),
      ...(!isOngoing(facts) && { activityEndDate: startOf(to) }),
    }),
    term: yearSpan(schoolYearOf(from), schoolYearOf(to)),
  };
}

function earlier(one: LocalDate, other: LocalDate): LocalDate {
  return one < other ? one : other;
}

/** The JSON-LD context types these members as dates, the schema as date-times. Midnight satisfies both. */
function startOf(date: LocalDate): string {
  return `${date}T00:00:00Z`;
}

function resultsOf({
  award,
  definition,
  framework,
  origin,
  locale = 'fr',
}: CredentialInput): readonly Result[] {
  const { facts } = award.evaluation;
  const values: Readonly<Record<ResultName, string>> = {
    duration: String(facts.kind === 'person' ? facts.duration : 0),
    families: familiesValue(familyNames(facts.families, framework, locale)),
    hours: String(trainingHoursOf(facts)),
  };
  const badge = { code: definition.code, version: award.version };
  return resultNames(definition.recipient).map((name) => ({
    type: ['Result'],
    resultDescription: resultUrl(origin, badge, name),
    value: values[name],
  }));
}

/** `2 (Gérer les outils ; Communiquer)`: the count, then the names. */
function familiesValue(names: readonly string[]): string {
  return names.length === 0 ? '0' : `${names.length} (${names.join(' ; ')})`;
}

type SharedInput = Omit<AchievementInput, 'creator'>;

interface Made {
  readonly input: SharedInput;
  readonly shared: Achievement;
}

/** The Achievement inside a credential. The badges of one achievement share one frozen object: it is made
 *  once, and canonicalisation can reuse its results for it. */
function sharedAchievement({
  definition,
  criteria,
  framework,
  origin,
  locale,
  narrative,
}: SharedInput): Achievement {
  const input = { definition, criteria, framework, origin, locale, narrative };
  const known = made.get(definition) ?? [];
  const found = known.find((one) => isSame(one.input, input));
  if (found) return found.shared;
  const shared = deepFreeze(achievement(input));
  made.set(definition, [{ input, shared }, ...known].slice(0, MAX_CACHED_ACHIEVEMENTS));
  return shared;
}

function isSame(one: SharedInput, other: SharedInput): boolean {
  return (Object.keys(one) as (keyof SharedInput)[]).every((name) => one[name] === other[name]);
}
