import type { AwardWithCredential } from '../../../../application/store/award-reader.ts';
import { achievementOf } from '../../../../catalogue/catalogue.ts';
import type { HolderChoice } from '../../../../domain/award/award-types.ts';
import { DomainError } from '../../../../domain/errors.ts';
import { credentialUrl } from '../../../../openbadges/addresses.ts';
import { servedTitle } from '../../../../openbadges/badge-title.ts';
import type { AppDeps, Locale } from '../../env.ts';
import { credentialView } from '../../public/credential/credential-view.ts';
import type { CredentialView } from '../../public/verify/verification-view.ts';
import { type BadgeState, badgeState } from './badge-state.ts';

/** A badge with everything that its holder may do with it. */
export interface BadgeChoiceView {
  readonly href: string;
  readonly name: string;
  readonly description: string;
  readonly imageSrc: string;
  readonly state: BadgeState | 'erased';
  readonly grantedAt: string;
  readonly validUntil?: string;
  /** The school that it was granted to; absent for a person's badge. */
  readonly school?: string;
  readonly schoolUai?: string;
  readonly choice: HolderChoice;
  readonly revocation?: { readonly at: string; readonly reason: string };
  readonly pageUrl: string;
  /** Present only for a visible badge. */
  readonly sharing?: Pick<CredentialView, 'share' | 'profile' | 'downloads' | 'embedHtml' | 'embedFrameHtml'>;
}

type Issued = Required<AwardWithCredential>;

export async function badgeChoiceView(
  deps: AppDeps,
  { award, credential }: Issued,
  locale: Locale,
): Promise<BadgeChoiceView> {
  const { catalogue, clock, origin, store } = deps.ports;
  const criteria = catalogue.criteriaVersion(award.version);
  if (!criteria) throw new DomainError('unknown-achievement', { version: award.version });
  const definition = achievementOf(criteria, award.achievement);
  const href = `/my/badges/${credential.id}`;
  const state = credential.erasedAt ? 'erased' : badgeState({ award, credential }, clock.now());
  const { recipient, validUntil } = award;
  const [school] = recipient.kind === 'establishment' ? await store.readEstablishments([recipient.uai]) : [];
  const visible = state === 'accepted' || state === 'ended';
  return {
    href,
    name: servedTitle(definition, { award, credential }, locale),
    description: definition.description[locale],
    imageSrc: `${href}/image.svg`,
    state,
    grantedAt: award.grantedAt,
    ...(validUntil && { validUntil }),
    ...(recipient.kind === 'establishment' && {
      school: school?.name ?? recipient.uai,
      schoolUai: recipient.uai,
    }),
    choice: credential.choice,
    ...(credential.revocation && { revocation: credential.revocation }),
    pageUrl: credentialUrl(origin, credential.id),
    ...(visible && { sharing: await publicView(deps, { award, credential }, locale) }),
  };
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
