/** Days as the database has them. */
export interface Days {
  readonly today: string;
  readonly now: string;
  inDays(days: number): string;
}

const OF_PERSON = "from credential join award on award.id = award_id and recipient_kind = 'person'";
export const VALID = 'revoked_at is null and erased_at is null and suspended_at is null';
/** Badges of persons in this state, each with its holder under the name of the role. */
export const badgesOf = (who: string, where: string) =>
  `select credential.id as "badges.${who}", recipient_id as "people.${who}" ${OF_PERSON} where ${where} order by credential.id`;
export const isTeacher = (column: string) =>
  `${column} in (select person_id from person_profile where profile = 'rupn')`;
export const isNoAgent = (column: string) =>
  `${column} not in (select person_id from person_profile where profile = 'dane')`;
export const HEADED = 'uai in (select head_of_uai from person)';

/** Engagements that a person has at a school today. */
export const engagedAs = (who: string, { today }: Days, more = '') =>
  `select person_id as "people.${who}", uai as "uai", reference as "ids.running" from engagement
   where confirmation in ('confirmed', 'confirmed-with-reservation', 'confirmed-by-dane')
   and starts_on <= '${today}' and (ends_on is null or ends_on > '${today}') and ${HEADED} ${more} order by reference`;

/** Grants that wait for their hour, each with the agent who dated it. */
export const datedDecisions = (more = '') =>
  `select id as "ids.dated", made_by as "people.agent" from job where kind = 'grant-due' and finished_at is null and starts_at is not null and done = 0 ${more} order by id`;
