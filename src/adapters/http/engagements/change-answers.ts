import type { Context } from 'hono';
import type { ChangedSegment } from '../../../domain/engagement/change-segment.ts';
import type { SegmentChangeKind } from '../../../domain/engagement/engagement-proposal.ts';
import { DomainError } from '../../../domain/errors.ts';
import type { Engagement, Establishment } from '../../../domain/records.ts';
import { localDateInParis } from '../../../domain/time/time.ts';
import { typographic } from '../../../texts/typographic.ts';
import type { AppDeps, AppEnv } from '../env.ts';
import { readForm } from '../shell/form.ts';
import type { Done } from '../shell/take-form.ts';
import type { Wording } from '../shell/wording.ts';
import { changeKindOf, readChange } from './change-form.ts';
import { periodWords } from './engagement-words.ts';

/** Refusals that the page of a change explains above its form, which keeps everything typed. */
export const CHANGE_REFUSALS = {
  'change-day-outside': 400,
  'change-unchanged': 400,
  'change-contested': 409,
  'change-proposed': 409,
  'change-settled': 409,
  'contest-decided': 409,
  'role-held': 409,
  'reason-required': 400,
  'store-conflict': 409,
} as const;

/** The kind of change in the address. Throws `not-found`. */
export function requiredKindOf(c: Context<AppEnv>): SegmentChangeKind {
  const kind = changeKindOf(c.req.param('kind'));
  if (!kind) throw new DomainError('not-found');
  return kind;
}

/** Reads the form of the kind that the address names. */
export function changeReader({ ports }: AppDeps, { ofDane }: { readonly ofDane: boolean }) {
  return async (c: Context<AppEnv>) =>
    readChange(await readForm(c), requiredKindOf(c), {
      framework: ports.catalogue.framework,
      on: localDateInParis(ports.clock.now()),
      ofDane,
    });
}

/** The message of the page after a decided change. */
export function doneAfter(kind: SegmentChangeKind, { waiting }: ChangedSegment): Done {
  switch (kind) {
    case 'end':
      return 'engagement-ended';
    case 'missions':
      return waiting ? 'missions-wait' : 'missions-changed';
    case 'correction':
      return 'engagement-corrected';
  }
}

/** A segment in one line: its school, unless the page names it, then period, missions, roles and state. */
export function segmentLine(
  { period, missions, roles, confirmation }: Engagement,
  wording: Wording,
  school?: Pick<Establishment, 'name' | 'commune'>,
): string {
  const { records } = wording.t;
  return [
    ...(school ? [typographic([school.name, school.commune].filter(Boolean).join(', '))] : []),
    periodWords(period, wording),
    missions.join(', '),
    ...(roles.length > 0 ? [roles.map((role) => records.roles[role]).join(', ')] : []),
    records.confirmations[confirmation],
  ].join(' · ');
}
