import type { SaidMail } from '../../../../application/mail/mail-content.ts';
import type { InvitationCounts } from '../../../../application/store/school-readers.ts';
import { INVITATION_ANSWERS, type InvitationAnswer } from '../../../../domain/event/invitation.ts';
import { CardTable } from '../../shell/card-table.tsx';
import type { EventLine } from '../../shell/event-line.ts';
import { type Choice, Refusal, SelectField } from '../../shell/fields.tsx';
import { ActButton, FilterForm } from '../../shell/form-parts.tsx';
import { Fold } from '../../shell/parts.tsx';
import type { FormState } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';
import { InvitationPreview } from './invitation-preview.tsx';

export interface InvitationsView {
  readonly line: EventLine;
  readonly counts: InvitationCounts;
  /** The reason why nobody can be invited, if there is one. */
  readonly closed?: 'over' | 'notInviting' | undefined;
  /** Whether the event has begun, and attendances can be noted. */
  readonly begun: boolean;
  readonly offer?:
    | {
        readonly reachable: number;
        readonly withoutAddress: number;
        readonly departments: readonly Choice[];
        readonly department: string | undefined;
        readonly atOnce: number;
        readonly toRemind: number;
        /** Undefined where the service sends no mail. */
        readonly mail: SaidMail | undefined;
      }
    | undefined;
  readonly list: {
    readonly answer: InvitationAnswer | 'silent' | undefined;
    readonly people: readonly {
      readonly id: string;
      readonly name: string;
      readonly email: string;
      readonly answer: string;
      readonly since: string;
    }[];
    readonly nextHref: string | undefined;
  };
  readonly form: FormState;
}

/** `/dane/events/{code}/invitations`: the answers, then the people to invite and the mail for them. */
export function InvitationsPage({ view }: { view: InvitationsView }) {
  const t = useFrame().t.invitations.dane;
  const { line, closed, counts, begun, form } = view;
  return (
    <DaneLayout section="events" title={t.title(line.title)}>
      <p class="lede">{[line.kind, line.dates].join(' · ')}</p>
      <Refusal form={form} />
      {closed && <p class="notice">{t[closed]}</p>}
      <h2>{t.answers}</h2>
      {counts.invited === 0 ? <p>{t.nobody}</p> : <Figures view={view} />}
      {begun && counts.invited > 0 && (
        <p>
          <a class="button" href={`${line.href}/invitations/presence`}>
            {t.presence}
          </a>
        </p>
      )}
      <Offer view={view} />
      {counts.invited > 0 && (
        <>
          <Answers view={view} />
          <Fold title={t.cancel}>
            <p>{t.cancelText}</p>
            <ActButton action={`${line.href}/invitations/cancellation`} class="secondary">
              {t.cancelAll(counts.invited)}
            </ActButton>
          </Fold>
        </>
      )}
      <p>
        <a href={line.href}>{t.back}</a>
      </p>
    </DaneLayout>
  );
}

/** The counts, each with its list. */
function Figures({ view: { line, counts, list } }: { view: InvitationsView }) {
  const { dane: t } = useFrame().t.invitations;
  const figures = [...INVITATION_ANSWERS, 'silent' as const].map((answer) => ({
    answer,
    count: answer === 'silent' ? counts.silent : counts.answers[answer],
  }));
  return (
    <ul class="waiting">
      {figures.map(({ answer, count }) => (
        <li class={count === 0 ? 'at-rest' : undefined}>
          <a
            href={`${line.href}/invitations?answer=${answer}#people`}
            aria-current={answer === list.answer ? 'true' : undefined}
          >
            <strong>{count}</strong> {t.counts[answer](count)}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** The people invited, or those of one answer. */
function Answers({ view: { line, counts, list } }: { view: InvitationsView }) {
  const frame = useFrame();
  const { dane: t, said } = frame.t.invitations;
  return (
    <>
      <h2 id="people">{t.invited(counts.invited)}</h2>
      {list.answer && (
        <p>
          {t.only(said[list.answer])} <a href={`${line.href}/invitations#people`}>{t.all}</a>
        </p>
      )}
      {list.people.length === 0 ? <p class="notice">{t.none}</p> : <People list={list} />}
      {list.nextHref && (
        <p>
          <a href={list.nextHref}>{frame.t.forms.next}</a>
        </p>
      )}
    </>
  );
}

function People({ list }: Pick<InvitationsView, 'list'>) {
  const { dane: t } = useFrame().t.invitations;
  return (
    <CardTable
      compact
      rows={list.people}
      caption={t.answers}
      columns={[
        { heading: t.person, cell: ({ id, name }) => <a href={`/dane/people/${id}`}>{name}</a>, names: true },
        { heading: t.email, cell: ({ email }) => email },
        { heading: t.answer, cell: ({ answer }) => answer },
        { heading: t.since, cell: ({ since }) => since },
      ]}
    />
  );
}

/** The people to invite, their number, and the mail before it leaves. */
function Offer({ view: { line, offer } }: { view: InvitationsView }) {
  const frame = useFrame();
  const { dane: t } = frame.t.invitations;
  if (!offer) return null;
  const { reachable, withoutAddress, departments, department, atOnce, toRemind, mail } = offer;
  const action = `${line.href}/invitations`;
  return (
    <>
      {toRemind > 0 && (
        <>
          <p>{t.remindText}</p>
          <ActButton action={`${action}/reminder`} class="secondary">
            {t.remind(toRemind)}
          </ActButton>
        </>
      )}
      <h2>{t.invite}</h2>
      <FilterForm action={action} form={{ values: { department: [department ?? ''] }, faults: {} }}>
        <SelectField
          name="department"
          label={t.department}
          help={t.everybody}
          choices={departments}
          optional
        />
        <button type="submit" class="secondary">
          {t.narrow}
        </button>
      </FilterForm>
      <p>{reachable === 0 ? t.noMore : t.reachable(reachable)}</p>
      {withoutAddress > 0 && <p class="note">{t.withoutAddress(withoutAddress)}</p>}
      {!mail && <p class="note">{t.noMail}</p>}
      {mail && reachable > 0 && <InvitationPreview mail={mail} />}
      {reachable > 0 && (
        <ActButton action={action} hidden={{ department }}>
          {reachable > atOnce ? t.sendSome(atOnce, reachable) : t.send(reachable)}
        </ActButton>
      )}
    </>
  );
}
