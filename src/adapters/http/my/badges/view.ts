import { achievementOf } from '../../../../catalogue/versions.ts';
import { renewableFrom } from '../../../../domain/award/grant.ts';
import type { Award, FormChoice, HolderChoice, Suspension } from '../../../../domain/award/types.ts';
import { inLanguage } from '../../../../domain/engagement/mission.ts';
import { DomainError } from '../../../../domain/errors.ts';
import type { CredentialId } from '../../../../domain/ids.ts';
import { compact } from '../../../../domain/text/omit-undefined.ts';
import { type Instant, localDateInParis } from '../../../../domain/time/calendar.ts';
import { findDisclosures } from '../../../../features/endorsements/actions.ts';
import type { OfferedComment } from '../../../../features/endorsements/my.tsx';
import { credentialUrl } from '../../../../issuing/addresses.ts';
import { badgeTitle, servedTitle } from '../../../../issuing/badge-title.ts';
import type { AppDeps, Locale } from '../../env.ts';
import { credentialView } from '../../public/credential/view.ts';
import type { CredentialView } from '../../public/verify/verification-view.ts';
import type { Issued } from './owned.ts';
import { type SharingView, sharingView } from './sharing-view.ts';
import { type BadgeState, badgeState } from './state.ts';

/** A badge with all acts that its holder may do. */
export interface BadgeChoiceView {
  readonly id: CredentialId;
  readonly href: string;
  readonly name: string;
  /** Its French title next to the full name of its holder, in each form. */
  readonly titles: Readonly<Record<FormChoice, string>>;
  readonly description: string;
  readonly imageSrc: string;
  readonly state: BadgeState | 'erased';
  readonly grantedAt: string;
  readonly validUntil?: string;
  /** For a badge that ends: the day from which it may be renewed, whether that day has come, and the page
   *  where its criteria are judged. */
  readonly renewal?: { readonly from: string; readonly isOpen: boolean; readonly href?: string };
  /** The school that it was granted to; absent for a person's badge. */
  readonly school?: string;
  readonly schoolUai?: string;
  readonly choice: HolderChoice;
  readonly revocation?: { readonly at: string; readonly reason: string };
  readonly suspension?: Pick<Suspension, 'at' | 'cause' | 'reason'>;
  /** Address of the office, which answers for a revocation or suspension. */
  readonly writeTo: string;
  readonly pageUrl: string;
  /** The words of principals that the badge may include. */
  readonly words: readonly OfferedComment[];
  /** Present only for a visible badge. */
  readonly sharing?: SharingView;
}

function renewalView({ achievement, recipient, validUntil }: Award, now: Instant) {
  const from = validUntil ? renewableFrom(validUntil) : localDateInParis(now);
  return {
    from,
    isOpen: from <= localDateInParis(now),
    // A school's badge is judged on the page of the school.
    ...(recipient.kind === 'person' && { href: `/my/badges#${achievement}` }),
  };
}

export async function badgeChoiceView(
  deps: AppDeps,
  issued: Issued,
  locale: Locale,
): Promise<BadgeChoiceView> {
  const { award, credential } = issued;
  const { catalogue, clock, origin, store } = deps.ports;
  const criteria = catalogue.criteriaVersion(award.version);
  if (!criteria) throw new DomainError('unknown-achievement', { version: award.version });
  const definition = achievementOf(criteria, award.achievement);
  const href = `/my/badges/${credential.id}`;
  const state = credential.erasedAt ? 'erased' : badgeState({ award, credential }, clock.now());
  const { recipient, validUntil } = award;
  const [school] = recipient.kind === 'establishment' ? await store.readSchoolsByUai([recipient.uai]) : [];
  const titleIn = (form: FormChoice) => badgeTitle(definition, award, 'fr', { name: 'full', form });
  const visible = state === 'accepted' || state === 'ended';
  return compact({
    id: credential.id,
    href,
    name: servedTitle(definition, { award, credential }, locale),
    titles: {
      feminine: titleIn('feminine'),
      masculine: titleIn('masculine'),
      inclusive: titleIn('inclusive'),
    },
    description: inLanguage(definition.description, locale),
    imageSrc: `${href}/image.svg`,
    state,
    grantedAt: award.grantedAt,
    ...(validUntil && { validUntil, renewal: renewalView(award, clock.now()) }),
    ...(recipient.kind === 'establishment' && {
      school: school?.name ?? recipient.uai,
      schoolUai: recipient.uai,
    }),
    choice: credential.choice,
    revocation: credential.revocation,
    suspension: credential.suspension,
    writeTo: deps.ports.issuer.email,
    pageUrl: credentialUrl(origin, credential.id),
    words: state === 'hidden' || visible ? await readOfferedComments(deps, issued) : [],
    ...(visible && {
      sharing: sharingView(deps, { issued, view: await publicView(deps, issued, locale), locale }),
    }),
  });
}

/** The words that stand in this badge, and the words that stand in no badge. */
async function readOfferedComments({ ports }: AppDeps, issued: Issued): Promise<readonly OfferedComment[]> {
  const { award, credential } = issued;
  const { recipient } = award;
  if (recipient.kind !== 'person') return [];
  const { store } = ports;
  const all = await store.readEndorsementsOf(recipient.personId);
  const stated = all.filter(
    ({ credentialId }) => credentialId === undefined || credentialId === credential.id,
  );
  const schools = await store.readSchoolsByUai(stated.map(({ uai }) => uai));
  const names = new Map(schools.map(({ uai, name }) => [uai, name]));
  const reported = await findDisclosures(ports, issued, stated);
  return reported.map(
    ({ said: { id, uai, comment, offeredAt, declined, credentialId }, beyond, isShown }) => ({
      id,
      school: names.get(uai) ?? uai,
      comment,
      offeredAt,
      state: credentialId ? 'added' : declined ? 'declined' : 'offered',
      beyond,
      isShown: credentialId !== undefined && isShown,
    }),
  );
}

/** The view of a badge's public page; its report is the verification of the signed badge. */
export async function publicView(
  deps: AppDeps,
  { award, credential, shown = credential }: Issued & { readonly shown?: Issued['credential'] },
  locale: Locale,
): Promise<CredentialView> {
  const report = await deps.verify({ kind: 'bytes', bytes: new TextEncoder().encode(credential.document) });
  const checkedAt = deps.ports.clock.now();
  return credentialView(deps, { award, credential: shown, report, checkedAt, locale });
}
