import { RECORD_CONTEXTS } from '#open-badges/credential';
import type { JsonObject } from '#open-badges/parsing';
import type { NameChoice } from '../domain/award/types.ts';
import type { AchievementDefinition } from '../domain/criteria/definition.ts';
import type { RecordId } from '../domain/ids.ts';
import type { Instant } from '../domain/time/calendar.ts';
import { achievementUrl, recordUrl } from './addresses.ts';
import { type IssuerDetails, sharedProfile } from './profile.ts';
import { type Holder, nameIdentifiers } from './recipient.ts';
import { type StatusPlace, statusListEntry } from './status-list.ts';

/** One badge of a record: its definition, the criteria version by which it was judged, and its signed
 *  document. */
export interface RecordedBadge {
  readonly definition: AchievementDefinition;
  readonly version: number;
  readonly document: string;
}

/** The input of `buildBadgeRecord`: the holder, the badges, and the place in a status list. */
export interface BadgeRecordInput {
  readonly id: RecordId;
  readonly origin: string;
  readonly issuer: IssuerDetails;
  readonly holder: Holder;
  readonly name: NameChoice;
  readonly subjectId: string;
  readonly status: StatusPlace;
  readonly validFrom: Instant;
  readonly badges: readonly RecordedBadge[];
  readonly texts: { readonly name: string; readonly description: string };
}

/** The body of a record of badges: the signed badges and the order of their levels (CLR 2.0, ClrCredential).
 *  Each badge keeps its own proof. The record is always marked `partial`: if it could be marked complete, a
 *  record without that mark would reveal that its holder keeps a badge back. */
export function buildBadgeRecord(input: BadgeRecordInput): JsonObject {
  const { origin, texts, holder, name } = input;
  const identifier = nameIdentifiers(holder, name);
  const association = associationsOf(origin, input.badges);
  return {
    '@context': [...RECORD_CONTEXTS],
    id: recordUrl(origin, input.id),
    type: ['VerifiableCredential', 'ClrCredential'],
    name: texts.name,
    description: texts.description,
    issuer: sharedProfile(input.issuer, origin),
    validFrom: input.validFrom,
    partial: true,
    credentialSubject: {
      id: input.subjectId,
      type: ['ClrSubject'],
      ...(identifier.length > 0 && { identifier }),
      verifiableCredential: input.badges.map(({ document }) => JSON.parse(document) as JsonObject),
      ...(association.length > 0 && { association }),
    },
    credentialStatus: statusListEntry(origin, input.status),
  };
}

interface Level {
  readonly id: string;
  readonly code: string;
  readonly rings: number;
  readonly asked: readonly string[];
}

/** The associations between levels. A level precedes the next one held; a level that another one requires is
 *  a part of it. */
function associationsOf(origin: string, badges: readonly RecordedBadge[]): readonly JsonObject[] {
  const levels = levelsOf(origin, badges);
  const precedes = levels
    .slice(1)
    .flatMap((level, at) => association('precedes', (levels[at] as Level).id, level.id));
  const parts = levels.flatMap(({ id, asked }) =>
    levels.filter(({ code }) => asked.includes(code)).flatMap((part) => association('isPartOf', part.id, id)),
  );
  return [...precedes, ...parts];
}

/** The levels from the lowest to the highest. Each is listed once, because a renewed badge has the same
 *  achievement. */
function levelsOf(origin: string, badges: readonly RecordedBadge[]): readonly Level[] {
  const levels = badges.flatMap(({ definition, version }): Level[] => {
    const { code, drawing, requirements } = definition;
    if (drawing.kind !== 'rings') return [];
    const asked = requirements.flatMap(({ rule }) => ('meets' in rule ? [rule.meets] : []));
    return [{ id: achievementUrl(origin, { code, version }, 'fr'), code, rings: drawing.rings, asked }];
  });
  return [...new Map(levels.map((level) => [level.code, level])).values()].toSorted(
    (a, b) => a.rings - b.rings,
  );
}

function association(associationType: string, sourceId: string, targetId: string): readonly JsonObject[] {
  return [{ type: 'Association', associationType, sourceId, targetId }];
}
