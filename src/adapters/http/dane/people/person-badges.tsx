import type { Suspension } from '../../../../domain/award/award-types.ts';
import { A } from '../../shell/a.tsx';
import { Findings, type FindingView } from '../../shell/findings.tsx';
import { useFrame } from '../../shell/use-frame.ts';
import { FoldedTable } from './folded-table.tsx';

export type AwardState =
  | 'unsigned'
  | 'private'
  | 'accepted'
  | 'declined'
  | 'suspended'
  | 'revoked'
  | 'erased';

export interface PersonAwardView {
  readonly badge: string;
  readonly grantedAt: string;
  readonly by: string;
  readonly state: AwardState;
  readonly overrideReason?: string;
  readonly validUntil?: string;
  readonly revocation?: { readonly at: string; readonly by: string; readonly reason: string };
  /** `by` is a name. */
  readonly suspension?: Suspension;
  /** Present only where the badge is public. */
  readonly pageHref?: string;
  /** Present only where it can be revoked. */
  readonly revokeHref?: string;
  /** Present with it: the page that suspends the badge, or ends its suspension. */
  readonly suspendHref?: string;
  /** Present where it may be revoked because another valid badge of the same kind replaces it. */
  readonly replaceHref?: string;
  /** Present where it is revoked and nothing replaces it: the page that grants such a badge again. */
  readonly grantAgainHref?: string;
}

/** A badge that was refused, or waits for a decision. */
export interface PersonProposalView {
  readonly badge: string;
  readonly href: string;
  readonly state: 'waiting' | 'refused' | 'reopened';
  readonly at: string;
  readonly by?: string;
  readonly reason?: string;
}

export interface PersonBadgesView {
  readonly awards: readonly PersonAwardView[];
  readonly proposals: readonly PersonProposalView[];
  readonly judgments: readonly {
    readonly badge: string;
    readonly met: boolean;
    readonly findings: readonly FindingView[];
  }[];
  /** Address of the page that grants a badge by decision; absent on the agent's own record. */
  readonly grantHref?: string;
}

/** Awards, proposals, refusals, and the criteria that are met today. */
export function PersonBadges({ badges }: { badges: PersonBadgesView }) {
  const t = useFrame().t.dane.people.person;
  return (
    <>
      <Awards badges={badges} />
      {badges.proposals.length > 0 && <Proposals badges={badges} />}
      <h2>{t.judgments}</h2>
      {badges.judgments.map(({ badge, met, findings }) => (
        <details class="fold">
          <summary>
            <h3>{badge}</h3>
            <span class="fold-note">{met ? t.met : t.notMet}</span>
          </summary>
          <div class="fold-body">
            <Findings findings={findings} />
          </div>
        </details>
      ))}
    </>
  );
}

function Awards({ badges }: { badges: PersonBadgesView }) {
  const t = useFrame().t.dane.people.person;
  return (
    <>
      <FoldedTable
        title={t.badges}
        none={t.noBadge}
        columns={[t.badge, t.granted, t.state]}
        rows={badges.awards.map((award) => [
          award.pageHref ? <A href={award.pageHref}>{award.badge}</A> : award.badge,
          <Granted award={award} />,
          <State award={award} />,
        ])}
      />
      {badges.grantHref && (
        <p>
          <a class="button-secondary" href={badges.grantHref}>
            {t.grantByDecision}
          </a>
        </p>
      )}
    </>
  );
}

function Granted({ award }: { award: PersonAwardView }) {
  const frame = useFrame();
  const t = frame.t.dane.people.person;
  return (
    <>
      {t.grantedBy(frame.t.day(award.grantedAt), award.by)}
      {award.validUntil && <span class="note block"> {t.until(frame.t.day(award.validUntil))}</span>}
      {award.overrideReason !== undefined && (
        <span class="note block">
          {' '}
          {t.override}. {t.because(award.overrideReason)}
        </span>
      )}
    </>
  );
}

function State({ award }: { award: PersonAwardView }) {
  const frame = useFrame();
  const t = frame.t.dane.people.person;
  const { revocation, revokeHref, suspendHref } = award;
  return (
    <>
      {t.states[award.state]}
      {revocation && (
        <span class="note block">
          {' '}
          {t.revokedBy(frame.t.day(revocation.at), revocation.by)} {t.because(revocation.reason)}
        </span>
      )}
      <SuspensionNote award={award} />{' '}
      {suspendHref && (
        <>
          <a href={suspendHref}>
            {award.suspension ? frame.t.suspension.seeSuspension : frame.t.suspension.suspend}{' '}
            <span class="visually-hidden">{award.badge}</span>
          </a>
          {' · '}
        </>
      )}
      {revokeHref && (
        <a href={revokeHref}>
          {t.revoke} <span class="visually-hidden">{award.badge}</span>
        </a>
      )}
      {award.replaceHref && (
        <a class="block" href={award.replaceHref}>
          {t.replace} <span class="visually-hidden">{award.badge}</span>
        </a>
      )}
      {award.grantAgainHref && (
        <a class="block" href={award.grantAgainHref}>
          {t.grantAgain} <span class="visually-hidden">{award.badge}</span>
        </a>
      )}
    </>
  );
}

function SuspensionNote({ award: { suspension } }: { award: PersonAwardView }) {
  const { t } = useFrame();
  if (!suspension) return null;
  const { at, by, cause, reason, note } = suspension;
  return (
    <span class="note block">
      {' '}
      {t.suspension.state(t.day(at), by)} {t.suspension.because(t.suspension.causes[cause], reason)}
      {note && <> {t.suspension.noted(note)}</>}
    </span>
  );
}

function Proposals({ badges }: { badges: PersonBadgesView }) {
  const frame = useFrame();
  const t = frame.t.dane.people.person;
  return (
    <FoldedTable
      title={t.proposals}
      none=""
      columns={[t.badge, t.state, t.why]}
      rows={badges.proposals.map(({ badge, href, state, at, by = '', reason }) => [
        <a href={href}>{badge}</a>,
        t.proposalStates[state](frame.t.day(at), by),
        reason ?? '—',
      ])}
    />
  );
}
