import { z } from 'zod';
import { CardTable } from '../../adapters/http/components/card-table.tsx';
import { EmptyState } from '../../adapters/http/components/empty-state.tsx';
import { doubtTitle, IdentityWarning } from '../../adapters/http/components/identity-warning.tsx';
import type { AppDeps } from '../../adapters/http/env.ts';
import { Checkbox } from '../../adapters/http/forms/checkbox.tsx';
import { ActionButton, Form, Submit } from '../../adapters/http/forms/elements.tsx';
import { Rejection } from '../../adapters/http/forms/inputs.tsx';
import { noFields, optionalText } from '../../adapters/http/forms/schema.ts';
import { usePageContext } from '../../adapters/http/layout/page-context.ts';
import { definePages } from '../../adapters/http/routing/define-pages.tsx';
import type { PageRequest } from '../../adapters/http/routing/page-request.ts';
import { deciderOf, placeOf } from '../../adapters/http/school/context.ts';
import { SchoolLayout } from '../../adapters/http/school/layout.tsx';
import type { TextContext } from '../../adapters/http/view-models/text-context.ts';
import type { SignInDoubt } from '../../domain/access/account.ts';
import { NEWCOMER_RETENTION_DAYS, type NewcomerRequest } from '../../domain/access/newcomer.ts';
import { recordingToConfirm } from '../../domain/access/newcomer-name.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import { fullName } from '../../domain/person/name.ts';
import { type Instant, localDateInParis, secondsAfter } from '../../domain/time/calendar.ts';
import type { Uai } from '../../domain/uai.ts';
import type { MissionInvitation } from './feature.ts';

const PATH = '/school/:uai/newcomers';

/** `/school/{uai}/newcomers`: the people whom the register does not know yet. */
export function schoolNewcomerPages(deps: AppDeps) {
  const base = ({ uai }: PageRequest) => `/school/${uai}/newcomers`;
  return definePages(deps, 'school')
    .page(PATH, 'read-establishment', renderNewcomers)
    .form(`${PATH}/:id/welcome`, 'keep-establishment', {
      page: renderNewcomers,
      schema: z.object({ asked: optionalText(40), names: optionalText(400) }),
      act: async ({ c, services, param, uai }, { asked, names }, values) => {
        const [id, by] = [param('id'), deciderOf(c)];
        const confirmed = values[confirmField(id)]?.[0] === 'yes' ? names : undefined;
        await services.welcomeNewcomer({ id, askedAt: asked, by, uai, confirmed });
      },
      done: 'newcomer-welcomed',
      back: base,
      refusals: {
        'settled-meanwhile': 409,
        'identity-unconfirmed': 409,
        'address-taken': 409,
        'role-held': 409,
        'store-conflict': 409,
      },
    })
    .form(`${PATH}/invitations/:id/withdrawal`, 'keep-establishment', {
      page: renderNewcomers,
      schema: noFields,
      act: ({ services, param, uai, me }) => services.withdrawInvitation({ id: param('id'), uai, by: me }),
      done: 'mission-invitation-withdrawn',
      back: base,
      refusals: { 'store-conflict': 200 },
    });
}

/** Name of the box that confirms a typed name: the page has one for each request. */
const confirmField = (id: string) => `confirm-${id}`;

type What = Pick<NewcomerRequest, 'missions' | 'roles' | 'from' | 'to'>;

/** `M1, M2 ; contact, à partir du 1er septembre 2026`. */
export function requestAsText({ missions, roles, from, to }: What, { t }: Pick<TextContext, 't'>): string {
  const held = roles.map((role) => t.records.roles[role]).join(', ');
  const days = t.missionProposals.days(t.day(from), to && t.day(to));
  return t.missionProposals.content(missions.join(', '), held, days);
}

/** The way to the page from the proposed missions. */
export function NewcomersLink({ uai }: { uai: Uai }) {
  return (
    <p>
      <a href={`/school/${uai}/newcomers`}>{usePageContext().t.newcomers.school.link}</a>
    </p>
  );
}

async function renderNewcomers(pageRequest: PageRequest) {
  const { c, store, uai } = pageRequest;
  const t = pageRequest.t.newcomers.school;
  const [[establishment], doubts, invitations] = await Promise.all([
    store.readSchoolsByUai([uai]),
    store.readNewcomersAt(uai),
    store.readMissionInvitationsAt(uai),
  ]);
  if (!establishment) throw new DomainError('not-found');
  const authors = await store.readPeople([...new Set(invitations.map(({ by }) => by))]);
  const place = placeOf(c, { establishment });
  const name = (id: PersonId) =>
    authors.filter((one) => one.id === id).map(fullName)[0] ?? pageRequest.t.missionProposals.someone;
  return (
    <SchoolLayout school={place} page="missions" title={t.title} description={t.lede}>
      <Rejection form={pageRequest.form} />
      <p class="lede">{t.lede}</p>
      <h2>{t.requests}</h2>
      {doubts.length === 0 ? (
        <EmptyState>{t.noRequest}</EmptyState>
      ) : (
        renderRequests(pageRequest, doubts, place.mayKeep)
      )}
      <h2>{t.invitations}</h2>
      {invitations.length === 0 ? (
        <EmptyState>{t.noInvitation}</EmptyState>
      ) : (
        <>
          {place.mayKeep && <p>{t.invitationsText}</p>}
          {renderInvitations(pageRequest, invitations, { name, mayKeep: place.mayKeep })}
        </>
      )}
    </SchoolLayout>
  );
}

function renderRequests(
  { uai, t: texts, wording, form }: PageRequest,
  doubts: readonly SignInDoubt[],
  mayKeep: boolean,
) {
  const t = texts.newcomers.school;
  const dayOf = (at: Instant) => texts.day(localDateInParis(at));
  const rows = doubts.flatMap(({ id, identity, request }) => (request ? [{ id, identity, request }] : []));
  return (
    <>
      {mayKeep && <p>{t.welcomeText}</p>}
      <CardTable
        rows={rows}
        caption={t.requests}
        columns={[
          {
            heading: t.who,
            names: true,
            cell: (one) => (
              <>
                {doubtTitle(one)}
                <p class="note">{one.identity.email}</p>
                <IdentityWarning doubt={one} />
              </>
            ),
          },
          { heading: t.what, cell: ({ request }) => requestAsText(request, wording) },
          { heading: t.state, cell: ({ request }) => t.asked(dayOf(request.at)) },
          mayKeep && {
            heading: t.act,
            label: false,
            cell: (one) => {
              const names = recordingToConfirm(one);
              return (
                <Form
                  action={`/school/${uai}/newcomers/${one.id}/welcome`}
                  class=""
                  form={form}
                  hidden={{ asked: one.request.at, names }}
                >
                  {names && (
                    <Checkbox
                      name={confirmField(one.id)}
                      label={texts.newcomers.identity.confirmRecording(names)}
                    />
                  )}
                  <Submit label={t.welcomeOf(doubtTitle(one))}>{t.welcome}</Submit>
                </Form>
              );
            },
          },
        ]}
      />
    </>
  );
}

interface Shown {
  readonly name: (id: PersonId) => string;
  readonly mayKeep: boolean;
}

function renderInvitations(
  { uai, ports, t: texts, wording }: PageRequest,
  invitations: readonly MissionInvitation[],
  { name, mayKeep }: Shown,
) {
  const t = texts.newcomers.school;
  const mail = new URLSearchParams({
    subject: t.mailSubject,
    body: t.mailBody(`${ports.origin}/sign-in`),
  });
  // In a mail address a blank is `%20`.
  const query = mail.toString().replaceAll('+', '%20');
  const dayOf = (at: Instant) => texts.day(localDateInParis(at));
  const ends = ({ at }: MissionInvitation) => secondsAfter(at, NEWCOMER_RETENTION_DAYS * 86_400);
  return (
    <CardTable
      rows={invitations}
      caption={t.invitations}
      columns={[
        { heading: t.who, cell: ({ email }) => email, names: true },
        {
          heading: t.what,
          cell: (one) => (
            <>
              {requestAsText(one, wording)}
              {one.words && <p class="note">{texts.missionProposals.quote(one.words)}</p>}
            </>
          ),
        },
        {
          heading: t.state,
          cell: (one) => `${t.invitedBy(name(one.by), dayOf(one.at))} ${t.until(dayOf(ends(one)))}`,
        },
        mayKeep && {
          heading: t.act,
          label: false,
          cell: ({ id, email }) => (
            <div class="actions">
              <a
                class="button"
                href={`mailto:${encodeURIComponent(email)}?${query}`}
                aria-label={t.mailOf(email)}
              >
                {t.mail}
              </a>
              <ActionButton
                action={`/school/${uai}/newcomers/invitations/${id}/withdrawal`}
                class="secondary"
                label={t.withdrawOf(email)}
              >
                {t.withdraw}
              </ActionButton>
            </div>
          ),
        },
      ]}
    />
  );
}
