import type { Context } from 'hono';
import type { AwardWithCredential } from '../../../../application/store/award-reader.ts';
import { LARGEST_BATCH } from '../../../../domain/award/batch.ts';
import { type CredentialId, parseCredentialId } from '../../../../domain/ids.ts';
import { type Instant, type LocalDate, localDateInParis } from '../../../../domain/time/time.ts';
import type { Uai } from '../../../../domain/uai.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { badgeName, readNames } from '../decisions/decision-views.ts';

/** Number of badges that one page lists. */
export const LISTED = 200;

export interface RevocationsFilter {
  readonly badge?: string | undefined;
  readonly version?: number | undefined;
  readonly uai?: Uai | undefined;
  readonly from?: LocalDate | undefined;
  readonly until?: LocalDate | undefined;
}

export interface ListedBadge {
  readonly id: string;
  readonly badge: string;
  readonly recipient: string;
  readonly grantedAt: string;
}

type Standing = Required<AwardWithCredential>;

/** The standing badges that a filter finds, at most one page of them. */
export async function readFiltered({ ports: { store } }: AppDeps, filter: RevocationsFilter) {
  const { badge, version, uai, from, until } = filter;
  if (!badge) return { found: [], isMore: false };
  const raw = await store.readStandingBadges({
    achievement: badge,
    limit: LISTED + 1,
    ...(version && { version }),
    ...(uai && { uai }),
    // The days of Paris begin two hours before those of UTC at most.
    ...(from && { from: dayBefore(from) }),
    ...(until && { until: `${until}T23:59:59Z` as Instant }),
  });
  const found = raw.slice(0, LISTED).filter(({ award }) => {
    const day = localDateInParis(award.grantedAt);
    return (!from || day >= from) && (!until || day <= until);
  });
  return { found, isMore: raw.length > LISTED };
}

function dayBefore(day: LocalDate): Instant {
  return `${new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 19)}Z` as Instant;
}

/** The badges of these ids that can still be revoked. */
export async function readChosen(
  { ports: { store } }: AppDeps,
  ids: readonly string[],
): Promise<readonly Standing[]> {
  const known = [...new Set(ids)].slice(0, LARGEST_BATCH).flatMap((id) => parseCredentialId(id) ?? []);
  const found = await Promise.all(known.slice(0, LISTED).map((id: CredentialId) => store.readCredential(id)));
  return found.flatMap((one) => {
    const { award, credential } = one ?? {};
    return award && credential && !credential.revocation && !credential.erasedAt
      ? [{ award, credential }]
      : [];
  });
}

/** The badges in words. */
export async function listedBadges(
  c: Context<AppEnv>,
  { ports: { store, catalogue } }: AppDeps,
  badges: readonly Standing[],
): Promise<readonly ListedBadge[]> {
  const { nameOf } = await readNames(
    store,
    badges.map(({ award }) => award.recipient),
  );
  return badges.map(({ award, credential }) => ({
    id: credential.id,
    badge: badgeName(catalogue, { ...award, locale: c.var.locale }),
    recipient: nameOf(award.recipient),
    grantedAt: award.grantedAt,
  }));
}
