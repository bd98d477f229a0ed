import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { sayInvitation } from '../../../../application/mail/compose-support.ts';
import { beginOfDay, MOST_AT_ONCE } from '../../../../application/support/invitations.ts';
import { INVITATION_ANSWERS, INVITING_KINDS, isToCome } from '../../../../domain/event/invitation.ts';
import { personIdsAmong } from '../../../../domain/ids.ts';
import type { Event } from '../../../../domain/records.ts';
import { localDateInParis } from '../../../../domain/time/time.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { requireMay, requireSignedIn, theService } from '../../middleware/signed-in.ts';
import { eventHref, eventLine } from '../../shell/event-line.ts';
import { optionalText } from '../../shell/form.ts';
import { answerError, answerPage } from '../../shell/page-answer.tsx';
import { afterDoing, type ShownForm, takeForm } from '../../shell/take-form.ts';
import { EMPTY_FORM } from '../../shell/use-form.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { InvitationsPage, type InvitationsView } from './invitations-page.tsx';

const PAGE_SIZE = 50;
const inviteForm = z.object({ department: optionalText(3) });

/** `/dane/events/{code}/invitations`: the people invited with their answers, and those to invite or
 *  remind. */
export function invitationRoutes(deps: AppDeps) {
  const { services } = deps;
  const guards = [requireSignedIn(deps), requireMay(deps, 'keep-register', theService)] as const;
  const codeOf = (c: Context<AppEnv>) => c.req.param('code') ?? '';
  const of = (c: Context<AppEnv>) => ({ eventCode: codeOf(c), by: c.var.signedIn.actor.personId });
  const hrefOf = (c: Context<AppEnv>) => `${eventHref(codeOf(c))}/invitations`;
  const show = (c: Context<AppEnv>, form?: ShownForm) => showInvitations(c, deps, form);
  return new Hono<AppEnv>()
    .get('/dane/events/:code/invitations', ...guards, (c) => show(c))
    .post(
      '/dane/events/:code/invitations',
      ...guards,
      takeForm(deps, {
        schema: inviteForm,
        show,
        act: async (c, { department }) => {
          await services.invitePeople({ ...of(c), departmentCode: department });
          const narrowed = department ? `?${new URLSearchParams({ department })}` : '';
          return afterDoing('people-invited', `${hrefOf(c)}${narrowed}`);
        },
        refusals: { 'invitation-over': 409, 'store-conflict': 409 },
      }),
    )
    .post(
      '/dane/events/:code/invitations/reminder',
      ...guards,
      takeForm(deps, {
        schema: z.object({}),
        show,
        act: async (c) => {
          await services.remindInvited(of(c));
          return afterDoing('invitations-reminded', hrefOf(c));
        },
        refusals: { 'invitation-over': 409 },
      }),
    )
    .post(
      '/dane/events/:code/invitations/cancellation',
      ...guards,
      takeForm(deps, {
        schema: z.object({}),
        show,
        act: async (c) => {
          await services.cancelInvitations(of(c));
          return afterDoing('invitations-cancelled', hrefOf(c));
        },
      }),
    );
}

async function showInvitations(c: Context<AppEnv>, deps: AppDeps, form: ShownForm = EMPTY_FORM) {
  const { store, clock } = deps.ports;
  const [event] = await store.readEvents([c.req.param('code') ?? '']);
  if (!event) return answerError(c, deps, { kind: 'not-found', status: 404 });
  const at = clock.now();
  const invites = INVITING_KINDS.includes(event.kind);
  const [counts, list, offer] = await Promise.all([
    store.countInvitations(event.code),
    readList(c, deps, event),
    invites && isToCome(event, at) ? readOffer(c, deps, event) : undefined,
  ]);
  const frame = workspaceFrame(c, deps, 'dane');
  const view: InvitationsView = {
    ...{ line: eventLine(frame, event), counts, offer, list, form },
    closed: invites ? (offer ? undefined : 'over') : 'notInviting',
    begun: event.startsOn <= localDateInParis(at),
  };
  return answerPage(c, frame, <InvitationsPage view={view} />, form.status);
}

/** The answers, by person; with one answer in the address, only the people who gave it. */
async function readList(c: Context<AppEnv>, deps: AppDeps, event: Event): Promise<InvitationsView['list']> {
  const { store } = deps.ports;
  const frame = workspaceFrame(c, deps, 'dane');
  const [after] = personIdsAmong([c.req.query('after') ?? '']);
  const [answer] = [...INVITATION_ANSWERS, 'silent' as const].filter((one) => one === c.req.query('answer'));
  const slice = { limit: PAGE_SIZE + 1, answer, ...(after && { after }) };
  const found = await store.readEventInvitations(event.code, slice);
  const shown = found.slice(0, PAGE_SIZE);
  const people = new Map((await store.readPeople(shown.map((one) => one.personId))).map((it) => [it.id, it]));
  const last = found.length > PAGE_SIZE ? shown.at(-1)?.personId : undefined;
  const next = last && new URLSearchParams({ ...(answer && { answer }), after: last });
  const t = frame.t.invitations;
  return {
    answer,
    people: shown.map(({ personId, answer: said, invitedAt }) => {
      const person = people.get(personId);
      return {
        id: personId,
        name: person ? `${person.familyName} ${person.givenName}` : personId,
        email: person?.emails[0] ?? '',
        answer: t.said[said?.kind ?? 'silent'],
        since: frame.t.day(said?.at ?? invitedAt),
      };
    }),
    nextHref: next && `${eventHref(event.code)}/invitations?${next}`,
  };
}

/** The people whom the DANE may still invite or remind, and the mail for them. */
async function readOffer(
  c: Context<AppEnv>,
  { ports }: AppDeps,
  event: Event,
): Promise<NonNullable<InvitationsView['offer']>> {
  const { store, clock, mailer } = ports;
  const at = clock.now();
  const departments = await store.readDepartments();
  const department = departments.find(({ code }) => code === c.req.query('department'))?.code;
  const search = { eventCode: event.code, on: localDateInParis(at), departmentCode: department };
  const [invitable, silent] = await Promise.all([
    store.countInvitable(search),
    store.readSilentInvited(event.code, beginOfDay(at), MOST_AT_ONCE),
  ]);
  return {
    ...invitable,
    departments: departments.map(({ code, name }) => ({ value: code, label: `${code} · ${name}` })),
    department,
    atOnce: MOST_AT_ONCE,
    toRemind: silent.length,
    mail: mailer ? sayInvitation(ports, event) : undefined,
  };
}
