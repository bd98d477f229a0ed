import type { AwardWithCredential } from '../../../../application/store/badge-readers.ts';
import { duplicateAwards } from '../../../../domain/award/duplicates.ts';
import { proposalId } from '../../../../domain/award/proposal.ts';
import type { Suspension } from '../../../../domain/award/types.ts';
import { Findings } from '../../components/findings.tsx';
import { TextLink } from '../../components/link.tsx';
import { usePageContext } from '../../layout/page-context.ts';
import type { PageRequest } from '../../routing/page-request.ts';
import { explain } from '../../view-models/explanation.ts';
import { badgeName, DANE_LINKS } from '../decisions/proposal-rows.ts';
import { CollapsibleTable } from './collapsible-table.tsx';
import type { PersonRead } from './read-person.ts';

/** An award, with the name of its badge and what may be done about it. */
interface Held extends AwardWithCredential {
  readonly badge: string;
  readonly state: ReturnType<typeof stateOf>;
  /** Names the actor of an act. */
  readonly by: (actor: string) => string;
  /** The latest other valid badge of the same kind, which may replace it. */
  readonly twin: string | undefined;
  /** The page that grants such a badge again, where it is revoked and nothing replaces it. */
  readonly againHref: string | undefined;
}

/** A person's badges: awarded, proposed, refused, and the criteria that are met today. */
export function renderBadges(request: PageRequest, read: PersonRead) {
  const t = request.t.dane.people.person;
  const { catalogue, clock } = request.ports;
  const { locale } = request.wording;
  const { person, awards, evaluations, cited, nameOfActor } = read;
  const twins = duplicateAwards(awards, clock.now());
  // No one grants a badge to themselves.
  const grantHref = person.id === request.me ? undefined : `/dane/people/${person.id}/award`;
  const held = awards.map((one): Held => {
    const again = grantHref && isGoneForGood(one, awards) && `${grantHref}?badge=${one.award.achievement}`;
    return {
      ...one,
      badge: badgeName(catalogue, { ...one.award, locale }),
      state: stateOf(one),
      by: nameOfActor,
      twin: twinOf(one, twins),
      againHref: again || undefined,
    };
  });
  return (
    <>
      <Awards held={held} />
      {grantHref && (
        <p>
          <a class="button-secondary" href={grantHref}>
            {t.grantByDecision}
          </a>
        </p>
      )}
      {renderProposals(request, read)}
      <h2>{t.judgments}</h2>
      {evaluations.map((evaluation) => (
        <details class="fold">
          <summary>
            <h3>{badgeName(catalogue, { ...evaluation, locale })}</h3>
            <span class="fold-note">{evaluation.met ? t.met : t.notMet}</span>
          </summary>
          <div class="fold-body">
            <Findings findings={explain(evaluation, { catalogue, cited, locale, ...DANE_LINKS })} />
          </div>
        </details>
      ))}
    </>
  );
}

/** Whether it is the last award of its kind, and all awards of this kind are revoked. */
function isGoneForGood(one: AwardWithCredential, all: readonly AwardWithCredential[]): boolean {
  const same = all.filter(({ award }) => award.achievement === one.award.achievement);
  return same.at(-1) === one && same.every((each) => stateOf(each) === 'revoked');
}

function twinOf(
  one: AwardWithCredential,
  twins: readonly (readonly AwardWithCredential[])[],
): string | undefined {
  const others = twins.find((same) => same.includes(one))?.filter((other) => other !== one);
  return others?.at(-1)?.credential?.id;
}

function stateOf({ credential }: AwardWithCredential) {
  if (!credential) return 'unsigned';
  if (credential.erasedAt) return 'erased';
  if (credential.revocation) return 'revoked';
  return credential.suspension ? 'suspended' : credential.choice.acceptance;
}

function Awards({ held }: { held: readonly Held[] }) {
  const t = usePageContext().t.dane.people.person;
  return (
    <CollapsibleTable
      title={t.badges}
      none={t.noBadge}
      rows={held}
      columns={[
        { heading: t.badge, cell: (one) => <Badge {...one} />, names: true },
        { heading: t.granted, cell: (one) => <Granted {...one} /> },
        { heading: t.state, cell: (one) => <State {...one} /> },
      ]}
    />
  );
}

/** The badge, with a link to its page where it is public. */
function Badge({ badge, state, credential }: Held) {
  const isPublic = state === 'revoked' || !credential?.choice.hidden;
  if (!isPublic || credential?.choice.acceptance !== 'accepted') return <>{badge}</>;
  return <TextLink href={`/credentials/${credential.id}`}>{badge}</TextLink>;
}

function Granted({ award, by }: Held) {
  const pageContext = usePageContext();
  const t = pageContext.t.dane.people.person;
  const { grantedAt, grantedBy, validUntil, overrideReason } = award;
  return (
    <>
      {t.grantedBy(pageContext.t.day(grantedAt), by(grantedBy))}
      {validUntil && <span class="note block"> {t.until(pageContext.t.day(validUntil))}</span>}
      {overrideReason !== undefined && (
        <span class="note block">
          {' '}
          {t.override}. {t.because(overrideReason)}
        </span>
      )}
    </>
  );
}

function State({ badge, state, credential, twin, againHref, by }: Held) {
  const pageContext = usePageContext();
  const t = pageContext.t.dane.people.person;
  const { revocation, suspension } = credential ?? {};
  const page = `/dane/credentials/${credential?.id}`;
  const name = <span class="visually-hidden">{badge}</span>;
  return (
    <>
      {t.states[state]}
      {revocation && (
        <span class="note block">
          {' '}
          {t.revokedBy(pageContext.t.day(revocation.at), by(revocation.by))} {t.because(revocation.reason)}
        </span>
      )}
      {suspension && <Suspended {...suspension} by={by(suspension.by)} />}{' '}
      {credential && state !== 'revoked' && state !== 'erased' && (
        <>
          <a href={`${page}/suspension`}>
            {suspension ? pageContext.t.suspension.seeSuspension : pageContext.t.suspension.suspend} {name}
          </a>
          {' · '}
          <a href={`${page}/revocation`}>
            {t.revoke} {name}
          </a>
        </>
      )}
      {twin && (
        <a class="block" href={`${page}/revocation?by=${twin}`}>
          {t.replace} {name}
        </a>
      )}
      {againHref && (
        <a class="block" href={againHref}>
          {t.grantAgain} {name}
        </a>
      )}
    </>
  );
}

function Suspended({ at, by, cause, reason, note }: Suspension) {
  const { suspension: t, day } = usePageContext().t;
  return (
    <span class="note block">
      {' '}
      {t.state(day(at), by)} {t.because(t.causes[cause], reason)}
      {note && <> {t.noted(note)}</>}
    </span>
  );
}

/** The badges that wait for a decision, then the refused ones; nothing if there are none. */
function renderProposals({ t: all, ports, wording: { locale } }: PageRequest, read: PersonRead) {
  const t = all.dane.people.person;
  const { proposals, refusals, nameOfActor } = read;
  const waiting = proposals.map(({ id, achievement, judgedOn }) => {
    return { id, achievement, state: 'waiting' as const, at: judgedOn, by: '', reason: '—' };
  });
  const refused = refusals
    .toSorted((a, b) => b.at.localeCompare(a.at))
    .map(({ recipient, achievement, reason, reopened, ...refusal }) => ({
      ...{ id: proposalId(recipient, { achievement }), achievement, reason },
      state: reopened ? ('reopened' as const) : ('refused' as const),
      at: reopened?.at ?? refusal.at,
      by: nameOfActor(reopened?.by ?? refusal.by),
    }));
  const rows = [...waiting, ...refused];
  if (rows.length === 0) return null;
  return (
    <CollapsibleTable
      title={t.proposals}
      none=""
      rows={rows}
      columns={[
        {
          heading: t.badge,
          cell: ({ id, achievement }) => (
            <a href={`/dane/decisions/${encodeURIComponent(id)}`}>
              {badgeName(ports.catalogue, { achievement, locale })}
            </a>
          ),
          names: true,
        },
        { heading: t.state, cell: ({ state, at, by }) => t.proposalStates[state](all.day(at), by) },
        { heading: t.why, cell: ({ reason }) => reason },
      ]}
    />
  );
}
