import type { CredentialId } from '../../domain/ids.ts';
import type { Uai } from '../../domain/uai.ts';

/** The pages to which mails link. `origin` is PUBLIC_URL, without a final slash. */

/** The page where a holder, or the principal for the school, accepts a badge or declines it. */
export function ownBadgeUrl(origin: string, id: CredentialId): string {
  return `${origin}/my/badges/${id}`;
}

/** The page where a holder answers all new badges together. It leads through the sign-in where needed. */
export function newBadgesUrl(origin: string): string {
  return `${origin}/my/badges/new`;
}

/** The page of an engagement for its RUPN. */
export function ownEngagementUrl(origin: string, reference: string): string {
  return `${origin}/my/engagements/${encodeURIComponent(reference)}`;
}

/** The page where a teacher reads a contest of their engagement and answers it. */
export function ownContestUrl(origin: string, id: string): string {
  return `${origin}/my/contests/${id}`;
}

/** The page where a person answers the missions proposed to them. */
export function missionProposalUrl(origin: string, id: string): string {
  return `${origin}/my/missions/${id}`;
}

/** The page where a principal follows the missions proposed at one school. */
export function schoolMissionsUrl(origin: string, uai: Uai): string {
  return `${origin}/school/${uai}/missions`;
}

/** The page where a principal answers the requests of one school. */
export function confirmationsUrl(origin: string, uai: Uai): string {
  return `${origin}/school/${uai}/confirmations`;
}

/** The page where a principal reads a contest of one school. */
export function schoolContestUrl(origin: string, uai: Uai, id: string): string {
  return `${origin}/school/${uai}/contests/${id}`;
}

/** The page of one's own yearly report at one school. */
export function ownReportUrl(origin: string, uai: Uai): string {
  return `${origin}/my/yearly-report?uai=${uai}`;
}

/** The page where people follow their request to the DANE. */
export function ownSupportUrl(origin: string, id: string): string {
  return `${origin}/my/support/${id}`;
}

/** The page where the DANE answers a request of support. */
export function daneSupportUrl(origin: string, id: string): string {
  return `${origin}/dane/support/${id}`;
}

/** The page of a meeting for the principal of its school. */
export function schoolMeetingUrl(origin: string, uai: Uai, id: string): string {
  return `${origin}/school/${uai}/meetings/${id}`;
}

/** The page of a meeting in a school for the DANE. */
export function daneMeetingUrl(origin: string, id: string): string {
  return `${origin}/dane/meetings/${id}`;
}

/** The page where people answer an invitation. */
export function invitationUrl(origin: string, eventCode: string): string {
  return `${origin}/my/invitations/${encodeURIComponent(eventCode)}`;
}

/** The page where people choose the mails that they receive. */
export function mailChoicesUrl(origin: string): string {
  return `${origin}/messages`;
}

/** The page where another agent reads a draft of criteria. */
export function criteriaDraftUrl(origin: string, id: string): string {
  return `${origin}/dane/criteria/drafts/${id}`;
}
