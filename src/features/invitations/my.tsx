import { z } from 'zod';
import { eventRow } from '../../adapters/http/components/event-summary.ts';
import type { AppDeps } from '../../adapters/http/env.ts';
import { EventDetailList } from '../../adapters/http/events/details.tsx';
import { Form } from '../../adapters/http/forms/elements.tsx';
import { Rejection } from '../../adapters/http/forms/inputs.tsx';
import { choiceOf } from '../../adapters/http/forms/schema.ts';
import { usePageContext } from '../../adapters/http/layout/page-context.ts';
import { MyLayout } from '../../adapters/http/my/layout.tsx';
import { definePages } from '../../adapters/http/routing/define-pages.tsx';
import type { PageRequest } from '../../adapters/http/routing/page-request.ts';
import { invitationUrl } from '../../application/mail/addresses.ts';
import { CALENDAR_TYPE, calendarOf } from '../../application/mail/calendar.ts';
import type { Subject } from '../../domain/access/may.ts';
import { DomainError } from '../../domain/errors.ts';
import { INVITATION_ANSWERS, type InvitationAnswer, isToCome } from './feature.ts';

/** `/my/invitations/{code}`: a person answers an invitation of the DANE. */
export function myInvitationPages(deps: AppDeps) {
  const ofInvited = { may: 'keep-own-record', of: invitedPerson } as const;
  return definePages(deps, 'my')
    .page('/my/invitations/:code', ofInvited, renderInvitation)
    .page('/my/invitations/:code/event.ics', ofInvited, answerCalendar)
    .form('/my/invitations/:code', ofInvited, {
      page: renderInvitation,
      schema: z.object({ answer: choiceOf(INVITATION_ANSWERS) }),
      act: ({ services, param, me }, { answer }) =>
        services.answerInvitation({ eventCode: param('code'), personId: me, answer }),
      done: 'invitation-answered',
      back: '/my',
      refusals: { 'invitation-over': 409 },
    });
}

async function invitedPerson({ store, param, me }: PageRequest): Promise<Subject | undefined> {
  const invitation = await store.readInvitation(param('code'), me);
  return invitation && { kind: 'person', personId: me };
}

async function renderInvitation({ store, ports, param, me, form, wording, t: texts }: PageRequest) {
  const t = texts.invitations.mine;
  const code = param('code');
  const [[event], invitation, [details]] = await Promise.all([
    store.readEvents([code]),
    store.readInvitation(code, me),
    store.readEventDetails([code]),
  ]);
  if (!event || !invitation) throw new DomainError('not-found');
  const { title, kind, dates, hours } = eventRow(wording, event);
  const answer = invitation.answer?.kind;
  const closed = invitation.cancelledAt ? 'cancelled' : !isToCome(event, ports.clock.now()) && 'over';
  return (
    <MyLayout page="home" title={t.title(title)}>
      <Rejection form={form} />
      <p class="lede">{[kind === title ? '' : kind, dates, hours].filter(Boolean).join(' · ')}</p>
      <EventDetailList details={details} />
      {answer && <p>{t.answered[answer]}</p>}
      {closed ? (
        <p class="notice">{t[closed]}</p>
      ) : (
        <>
          <p>{t.lede}</p>
          <Form action={`/my/invitations/${encodeURIComponent(code)}`} form={form}>
            <Answers answer={answer} />
          </Form>
          <p>
            <a href={`/my/invitations/${encodeURIComponent(code)}/event.ics`} download>
              {t.calendar}
            </a>
          </p>
          <p class="note">{t.notProof}</p>
        </>
      )}
      <p>
        <a href="/my">{t.back}</a>
      </p>
    </MyLayout>
  );
}

/** The event for a calendar. */
async function answerCalendar({ c, store, ports, param, me }: PageRequest) {
  const code = param('code');
  const [[event], invitation, [details]] = await Promise.all([
    store.readEvents([code]),
    store.readInvitation(code, me),
    store.readEventDetails([code]),
  ]);
  if (!event || !invitation) throw new DomainError('not-found');
  const calendar = calendarOf({
    ...{ event, origin: ports.origin, at: ports.clock.now(), details: details ?? {} },
    url: invitationUrl(ports.origin, code),
    isCancelled: invitation.cancelledAt !== undefined,
  });
  c.header('Content-Disposition', 'attachment; filename="invitation.ics"');
  return c.body(calendar, 200, { 'Content-Type': CALENDAR_TYPE });
}

/** A button for each answer; the one given is pressed. */
function Answers({ answer }: { answer: InvitationAnswer | undefined }) {
  const { answers } = usePageContext().t.invitations;
  return (
    <div class="actions">
      {INVITATION_ANSWERS.map((value) => (
        <button
          type="submit"
          name="answer"
          value={value}
          class={value === (answer ?? 'coming') ? undefined : 'secondary'}
          aria-pressed={value === answer ? 'true' : undefined}
        >
          {answers[value]}
        </button>
      ))}
    </div>
  );
}

/** The invitations of the person signed in to events to come, the next one first. */
export async function readInvited({
  store,
  today,
  me,
  wording,
}: Pick<PageRequest, 'store' | 'today' | 'me' | 'wording'>) {
  const invitations = await store.readInvitationsOf([me], today);
  if (invitations.length === 0) return [];
  const events = new Map(
    (await store.readEvents(invitations.map(({ eventCode }) => eventCode))).map((one) => [one.code, one]),
  );
  return invitations.flatMap(({ eventCode, answer }) => {
    const event = events.get(eventCode);
    if (!event) return [];
    const { title, dates } = eventRow(wording, event);
    return [{ href: `/my/invitations/${encodeURIComponent(eventCode)}`, title, dates, answer: answer?.kind }];
  });
}

/** Stands at the top of `/my`, where the DANE invites the person. */
export function Invited({ invited }: { invited: Awaited<ReturnType<typeof readInvited>> }) {
  const t = usePageContext().t.invitations.mine;
  if (invited.length === 0) return null;
  const waits = invited.some(({ answer }) => answer === undefined);
  return (
    <section class={waits ? 'notice' : undefined} aria-labelledby="invited">
      <h2 id="invited">{t.heading(invited.length)}</h2>
      {invited.map(({ href, title, dates, answer }) => (
        <p>
          {t.line(title, dates)} {answer && t.answered[answer]}{' '}
          <a href={href} aria-label={answer ? t.changeOf(title) : t.openOf(title)}>
            {answer ? t.change : t.open}
          </a>
        </p>
      ))}
    </section>
  );
}
