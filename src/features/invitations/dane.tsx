import { z } from 'zod';
import { CardTable } from '../../adapters/http/components/card-table.tsx';
import { Details } from '../../adapters/http/components/details.tsx';
import { EmptyState } from '../../adapters/http/components/empty-state.tsx';
import { eventHref, eventRow } from '../../adapters/http/components/event-summary.ts';
import { Paging, pageOf, peopleSliceOf } from '../../adapters/http/components/pagination.tsx';
import { DaneLayout } from '../../adapters/http/dane/layout.tsx';
import type { AppDeps } from '../../adapters/http/env.ts';
import { EventDetailList } from '../../adapters/http/events/details.tsx';
import { readEventOf } from '../../adapters/http/events/details-page.tsx';
import { ActionButton } from '../../adapters/http/forms/elements.tsx';
import { Rejection } from '../../adapters/http/forms/inputs.tsx';
import { noFields, optionalText } from '../../adapters/http/forms/schema.ts';
import { usePageContext } from '../../adapters/http/layout/page-context.ts';
import { definePages } from '../../adapters/http/routing/define-pages.tsx';
import type { PageRequest } from '../../adapters/http/routing/page-request.ts';
import { listedName } from '../../domain/person/name.ts';
import { presencePages } from './dane-attendance.tsx';
import { invitationListPages } from './dane-list.tsx';
import { Offer, readOffer } from './dane-offer.tsx';
import {
  INVITATION_ANSWERS,
  INVITING_KINDS,
  type InvitationAnswer,
  type InvitationCounts,
  isToCome,
} from './feature.ts';

const PATH = '/dane/events/:code/invitations';
const ANSWERS = [...INVITATION_ANSWERS, 'silent'] as const;

/** `/dane/events/{code}/invitations`: the people invited with their answers, and those to invite or
 *  remind. */
export function daneInvitationPages(deps: AppDeps) {
  const by = ({ param, me }: PageRequest) => ({ eventCode: param('code'), by: me });
  const hrefOf = ({ param }: PageRequest) => `${eventHref(param('code'))}/invitations`;
  return definePages(deps, 'dane')
    .page(PATH, 'keep-register', renderInvitations)
    .form(PATH, 'keep-register', {
      page: renderInvitations,
      schema: z.object({ department: optionalText(3) }),
      act: async (request, { department }) => {
        await request.services.invitePeople({ ...by(request), departmentCode: department });
        const narrowed = department ? `?${new URLSearchParams({ department })}` : '';
        return `${hrefOf(request)}${narrowed}`;
      },
      done: 'people-invited',
      refusals: { 'invitation-over': 409, 'store-conflict': 409 },
    })
    .form(`${PATH}/reminder`, 'keep-register', {
      page: renderInvitations,
      schema: noFields,
      act: async (request) => {
        await request.services.remindInvited(by(request));
      },
      done: 'invitations-reminded',
      back: hrefOf,
      refusals: { 'invitation-over': 409 },
    })
    .form(`${PATH}/cancellation`, 'keep-register', {
      page: renderInvitations,
      schema: noFields,
      act: async (request) => {
        await request.services.cancelInvitations(by(request));
      },
      done: 'invitations-cancelled',
      back: hrefOf,
    })
    .with(invitationListPages(deps).routes)
    .with(presencePages(deps).routes);
}

/** The answers, then the people to invite and the mail for them. */
async function renderInvitations(request: PageRequest) {
  const { store, ports, today, form } = request;
  const t = request.t.invitations.dane;
  const event = await readEventOf(request);
  const invites = INVITING_KINDS.includes(event.kind);
  const [counts, [details], offer] = await Promise.all([
    store.countInvitations(event.code),
    store.readEventDetails([event.code]),
    invites && isToCome(event, ports.clock.now()) ? readOffer(request, event) : undefined,
  ]);
  const { title, kind, dates, href } = eventRow(request.wording, event);
  const action = `${href}/invitations`;
  const answer = ANSWERS.find((one) => one === request.query('answer'));
  return (
    <DaneLayout section="events" title={t.title(title)}>
      <p class="lede">{[kind, dates].join(' · ')}</p>
      <EventDetailList details={details} />
      <Rejection form={form} />
      {!offer && <p class="notice">{invites ? t.over : t.notInviting}</p>}
      <h2>{t.answers}</h2>
      {counts.invited === 0 ? <p>{t.nobody}</p> : <Figures {...{ action, counts, answer }} />}
      {event.startsOn <= today && counts.invited > 0 && (
        <p>
          <a class="button" href={`${action}/presence`}>
            {t.presence}
          </a>
        </p>
      )}
      {offer && <Offer action={action} {...offer} />}
      {counts.invited > 0 && (
        <>
          <h2 id="people">{t.invited(counts.invited)}</h2>
          <p>
            <a href={`${action}/list`}>{t.list}</a>
          </p>
          <Invited {...{ action, answer }} {...(await readInvited(request, answer))} />
          <Details title={t.cancel}>
            <p>{t.cancelText}</p>
            <ActionButton action={`${action}/cancellation`} class="secondary">
              {t.cancelAll(counts.invited)}
            </ActionButton>
          </Details>
        </>
      )}
      <p>
        <a href={href}>{t.back}</a>
      </p>
    </DaneLayout>
  );
}

/** The answer to which the address limits the list. */
type Answer = InvitationAnswer | 'silent' | undefined;

/** A page of the people invited, or of those who gave this answer. */
async function readInvited({ store, param, query }: PageRequest, answer: Answer) {
  const slice = { answer, ...peopleSliceOf({ query }) };
  const { rows, last } = pageOf(await store.readEventInvitations(param('code'), slice));
  const people = new Map((await store.readPeople(rows.map((one) => one.personId))).map((it) => [it.id, it]));
  const invited = rows.map((invitation) => ({ ...invitation, person: people.get(invitation.personId) }));
  return { invited, last: last?.personId };
}

/** The counts, each with its list. */
function Figures({ action, counts, answer }: { action: string; counts: InvitationCounts; answer: Answer }) {
  const { dane: t } = usePageContext().t.invitations;
  const figures = ANSWERS.map((one) => ({
    one,
    count: one === 'silent' ? counts.silent : counts.answers[one],
  }));
  return (
    <ul class="waiting">
      {figures.map(({ one, count }) => (
        <li class={count === 0 ? 'at-rest' : undefined}>
          <a href={`${action}?answer=${one}#people`} aria-current={one === answer ? 'true' : undefined}>
            <strong>{count}</strong> {t.counts[one](count)}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Invited({
  action,
  answer,
  invited,
  last,
}: { action: string; answer: Answer } & Awaited<ReturnType<typeof readInvited>>) {
  const { day, invitations } = usePageContext().t;
  const { dane: t, said } = invitations;
  const next = last && new URLSearchParams({ ...(answer && { answer }), after: last });
  return (
    <>
      {answer && (
        <p>
          {t.only(said[answer])} <a href={`${action}#people`}>{t.all}</a>
        </p>
      )}
      {invited.length === 0 ? (
        <EmptyState>{t.none}</EmptyState>
      ) : (
        <CardTable
          compact
          rows={invited}
          caption={t.answers}
          columns={[
            {
              heading: t.person,
              cell: ({ personId, person }) => (
                <a href={`/dane/people/${personId}`}>{person ? listedName(person) : personId}</a>
              ),
              names: true,
            },
            { heading: t.email, cell: ({ person }) => person?.emails[0] ?? '' },
            { heading: t.answer, cell: (one) => said[one.answer?.kind ?? 'silent'] },
            { heading: t.since, cell: (one) => day(one.answer?.at ?? one.invitedAt) },
          ]}
        />
      )}
      <Paging next={next && `${action}?${next}`} />
    </>
  );
}
