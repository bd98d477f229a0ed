import { SEGMENT_CHANGE_KINDS } from '../../../../domain/engagement/engagement-proposal.ts';
import { ChangeHistory } from '../../engagements/change-history.tsx';
import type { ChangeLine } from '../../engagements/change-view.ts';
import { ProcedureLink } from '../../school/actions/procedure-link.tsx';
import type { ProcedureView } from '../../school/actions/procedure-view.ts';
import { CardTable } from '../../shell/card-table.tsx';
import { ActButton } from '../../shell/form-parts.tsx';
import { StandingWord, standingOf } from '../../shell/standing.tsx';
import { useFrame } from '../../shell/use-frame.ts';
import { MyLayout } from '../my-layout.tsx';
import type { EngagementView } from './engagement-view.ts';

interface EngagementProps {
  /** `forDane`: only the DANE can answer its author. */
  readonly view: EngagementView & { readonly forDane: boolean };
  /** Notices for its author, in sentences. */
  readonly notices: readonly string[];
  /** The proposed and decided changes of the segment, the newest first. */
  readonly changes: readonly ChangeLine[];
  /** The actions that the local authority allows at the school on some of its days. */
  readonly actions: readonly AllowedAction[];
}

/** An authorised action in words, with its procedure sheet. */
export interface AllowedAction {
  readonly code: string;
  readonly label: string;
  readonly localAuthority: string;
  readonly period: string;
  /** Whether the segment lists the mission. */
  readonly isOwn: boolean;
  readonly sheet?: ProcedureView;
}

type FactsProps = Pick<EngagementProps, 'view'>;

/** `/my/engagements/{reference}`: one segment, its notices, and the acts that its author may still do. */
export function EngagementPage({ view, notices, changes, actions }: EngagementProps) {
  const t = useFrame().t.my.engagements;
  return (
    <MyLayout page="engagements" title={t.oneTitle(view.school)}>
      <Facts view={view} />
      {notices.length > 0 && (
        <section class="notice">
          <h2>{t.notices}</h2>
          <ul>
            {notices.map((notice) => (
              <li>{notice}</li>
            ))}
          </ul>
        </section>
      )}
      <Acts view={view} changes={changes} />
      {actions.length > 0 && <AllowedActions actions={actions} />}
      <ChangeHistory lines={changes} />
    </MyLayout>
  );
}

/** `/my/engagements/{reference}/withdraw`: asks for a confirmation, because a withdrawn segment is
 *  deleted. */
export function WithdrawPage({ view }: FactsProps) {
  const t = useFrame().t.my.engagements;
  return (
    <MyLayout page="engagements" title={t.withdrawTitle}>
      <Facts view={view} />
      <p>{t.withdrawAsk}</p>
      <div class="actions">
        <ActButton action={`${view.href}/withdraw`}>{t.withdrawConfirm}</ActButton>
        <a href={view.href}>{t.keep}</a>
      </div>
    </MyLayout>
  );
}

function Facts({ view }: FactsProps) {
  const frame = useFrame();
  const t = frame.t.my.engagements;
  const { confirmations } = frame.t.records;
  return (
    <dl class="facts-list">
      <dt>{t.school}</dt>
      <dd>
        {view.school} <span class="note">{view.uai}</span>
      </dd>
      <dt>{t.period}</dt>
      <dd>{view.period}</dd>
      <dt>{t.missions}</dt>
      <dd>
        <ul class="links">
          {view.missions.map(({ code, label }) => (
            <li>
              <span class="code">{code}</span> {label}
            </li>
          ))}
        </ul>
      </dd>
      <dt>{t.roles}</dt>
      <dd>{view.roles.join(', ') || t.noRole}</dd>
      <dt>{t.state}</dt>
      <dd>
        <StandingWord state={standingOf(view.state)}>{confirmations[view.state]}</StandingWord>
        {view.confirmedOn && `, ${t.confirmedOn(frame.t.day(view.confirmedOn))}`}
      </dd>
      {view.reservation && (
        <>
          <dt>{t.reservation}</dt>
          <dd>{view.reservation}</dd>
        </>
      )}
    </dl>
  );
}

/** The actions that the local authority allows at the school, with their procedure sheets. */
function AllowedActions({ actions }: Pick<EngagementProps, 'actions'>) {
  const { my, school } = useFrame().t;
  const t = my.engagements;
  return (
    <section id="actions">
      <h2>{t.allowed}</h2>
      <p>{t.allowedText}</p>
      <CardTable
        rows={actions}
        columns={[
          {
            heading: t.mission,
            cell: ({ code, label, isOwn }) => (
              <>
                {code} · {label} {!isOwn && <span class="note block">{t.notYours}</span>}
              </>
            ),
            names: true,
          },
          { heading: school.actions.localAuthority, cell: ({ localAuthority }) => localAuthority },
          { heading: t.period, cell: ({ period }) => period },
          {
            heading: school.procedures.heading,
            cell: ({ sheet, label }) =>
              sheet ? <ProcedureLink sheet={sheet} mission={label} /> : school.procedures.none,
          },
        ]}
      />
    </section>
  );
}

function Acts({ view, changes }: Pick<EngagementProps, 'view' | 'changes'>) {
  const t = useFrame().t.my.engagements;
  if (view.open) {
    return (
      <>
        <p>
          {view.forDane ? t.forDaneText : t.requestedText} {t.withdrawText}
        </p>
        <div class="actions">
          <a class="button" href={`${view.href}/edit`}>
            {t.edit}
          </a>
          <a class="button-secondary" href={`${view.href}/withdraw`}>
            {t.withdraw}
          </a>
        </div>
      </>
    );
  }
  if (view.state === 'contested') {
    return (
      <>
        <p>
          {view.contest?.byPrincipal ? t.contestedByPrincipal : t.contestedInFile}{' '}
          {t.contestedTexts[view.contest?.stage ?? 'decided']}
        </p>
        {view.contest && (
          <p>
            <a class="button" href={view.contest.href}>
              {view.contest.stage === 'awaits-answer' ? t.answer : t.readContest}
            </a>
          </p>
        )}
      </>
    );
  }
  return (
    <>
      {view.state === 'requested' && <p>{view.forDane ? t.forDaneText : t.requestedText}</p>}
      <ProposeChange view={view} changes={changes} />
      <p class="note">
        {t.fixedText} <a href="/my/data#rectify">{t.askRectification}</a>
      </p>
    </>
  );
}

/** The three changes that its teacher may propose, or the proposal that waits. */
function ProposeChange({ view, changes }: Pick<EngagementProps, 'view' | 'changes'>) {
  const t = useFrame().t.changes;
  const waiting = changes.find((one) => one.waiting && one.reference === view.reference);
  if (waiting) {
    return (
      <section class="notice">
        <p>
          {t.mine.waits} <strong>{waiting.what}</strong>
        </p>
        <ActButton action={`${view.href}/withdraw-change`} hidden={{ id: waiting.id }} class="secondary">
          {t.mine.withdraw}
        </ActButton>
      </section>
    );
  }
  return (
    <section>
      <h2>{t.mine.title}</h2>
      <p>{t.propose}</p>
      <p class="actions">
        {SEGMENT_CHANGE_KINDS.map((kind) => (
          <a class="button-secondary" href={`${view.href}/change/${kind}`}>
            {t.acts[kind]}
          </a>
        ))}
      </p>
    </section>
  );
}
