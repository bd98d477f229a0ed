import type { Context } from 'hono';
import type { CitedFacts } from '../../../../application/awards/read-cited-facts.ts';
import type { AwardWithCredential } from '../../../../application/store/badge-readers.ts';
import { proposalId } from '../../../../domain/award/proposal.ts';
import { standingTwins } from '../../../../domain/award/standing-twins.ts';
import { compact } from '../../../../domain/compact.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { explain } from '../../shell/explanation.ts';
import { badgeName, DANE_LINKS } from '../decisions/decision-views.ts';
import type { AwardState, PersonAwardView, PersonBadgesView, PersonProposalView } from './person-badges.tsx';
import type { PersonRead } from './person-read.ts';

interface ViewContext {
  readonly c: Context<AppEnv>;
  readonly deps: AppDeps;
  readonly cited: CitedFacts;
  readonly nameOfActor: (actor: string) => string;
}

/** A person's badges in words: awarded, proposed, refused, and evaluated today. */
export function badgesView(read: PersonRead, context: ViewContext): PersonBadgesView {
  const { c, deps, cited } = context;
  const { locale } = c.var;
  const { catalogue } = deps.ports;
  const twins = standingTwins(read.awards, deps.ports.clock.now());
  const isOwn = read.person.id === c.var.signedIn.actor.personId;
  return {
    awards: read.awards.map((one) => {
      const other = twinOf(one, twins);
      const href = other && `/dane/credentials/${one.credential?.id}/revocation?by=${other}`;
      const again = !isOwn && isGoneForGood(one, read.awards);
      return {
        ...awardView(one, context),
        ...(href && { replaceHref: href }),
        ...(again && {
          grantAgainHref: `/dane/people/${read.person.id}/award?badge=${one.award.achievement}`,
        }),
      };
    }),
    proposals: proposalViews(read, context),
    judgments: read.evaluations.map((evaluation) => ({
      badge: badgeName(catalogue, { ...evaluation, locale }),
      met: evaluation.met,
      findings: explain(evaluation, { catalogue, cited, locale, ...DANE_LINKS }),
    })),
    ...(!isOwn && { grantHref: `/dane/people/${read.person.id}/award` }),
  };
}

/** Whether it is the last award of its kind, and all awards of this kind are revoked. */
function isGoneForGood(one: AwardWithCredential, all: readonly AwardWithCredential[]): boolean {
  const same = all.filter(({ award }) => award.achievement === one.award.achievement);
  return same.at(-1) === one && same.every((each) => stateOf(each) === 'revoked');
}

/** The latest other valid badge of the same kind. */
function twinOf(
  one: AwardWithCredential,
  twins: readonly (readonly AwardWithCredential[])[],
): string | undefined {
  const others = twins.find((same) => same.includes(one))?.filter((other) => other !== one);
  return others?.at(-1)?.credential?.id;
}

function awardView(one: AwardWithCredential, { c, deps, nameOfActor }: ViewContext): PersonAwardView {
  const { award, credential } = one;
  const state = stateOf(one);
  const isRevocable = credential !== undefined && state !== 'revoked' && state !== 'erased';
  const isPublic = state === 'revoked' || !credential?.choice.hidden;
  const { revocation, suspension } = credential ?? {};
  const page = `/dane/credentials/${credential?.id}`;
  return compact({
    badge: badgeName(deps.ports.catalogue, { ...award, locale: c.var.locale }),
    grantedAt: award.grantedAt,
    by: nameOfActor(award.grantedBy),
    state,
    overrideReason: award.overrideReason,
    validUntil: award.validUntil,
    revocation: revocation && { ...revocation, by: nameOfActor(revocation.by) },
    ...(isPublic &&
      credential?.choice.acceptance === 'accepted' && { pageHref: `/credentials/${credential.id}` }),
    suspension: suspension && { ...suspension, by: nameOfActor(suspension.by) },
    ...(isRevocable && { revokeHref: `${page}/revocation`, suspendHref: `${page}/suspension` }),
  });
}

function stateOf({ credential }: AwardWithCredential): AwardState {
  if (!credential) return 'unsigned';
  if (credential.erasedAt) return 'erased';
  if (credential.revocation) return 'revoked';
  return credential.suspension ? 'suspended' : credential.choice.acceptance;
}

function proposalViews(
  { proposals, refusals }: PersonRead,
  { c, deps, nameOfActor }: ViewContext,
): readonly PersonProposalView[] {
  const nameOf = (achievement: string) =>
    badgeName(deps.ports.catalogue, { achievement, locale: c.var.locale });
  const hrefOf = (id: string) => `/dane/decisions/${encodeURIComponent(id)}`;
  return [
    ...proposals.map(({ id, achievement, judgedOn }) => ({
      badge: nameOf(achievement),
      href: hrefOf(id),
      state: 'waiting' as const,
      at: judgedOn,
    })),
    ...refusals
      .toSorted((a, b) => b.at.localeCompare(a.at))
      .map(({ recipient, achievement, at, by, reason, reopened }) => ({
        badge: nameOf(achievement),
        href: hrefOf(proposalId(recipient, { achievement })),
        state: reopened ? ('reopened' as const) : ('refused' as const),
        at: reopened?.at ?? at,
        by: nameOfActor(reopened?.by ?? by),
        reason,
      })),
  ];
}
