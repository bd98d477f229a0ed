import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { INVITING_KINDS } from '../../../../domain/event/invitation.ts';
import { parsePersonId, personIdsAmong } from '../../../../domain/ids.ts';
import { type Attendance, type Event, PROOF_LEVELS, type ProofLevel } from '../../../../domain/records.ts';
import { CHANGE_REASON_LENGTH } from '../../engagements/change-form.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { requireMay, requireSignedIn, theService } from '../../middleware/signed-in.ts';
import { eventHref, eventLine, hoursInWords } from '../../shell/event-line.ts';
import { findPerson, refuseNamed, typedIn } from '../../shell/find-named.ts';
import { choiceOf, optionalNumber, requiredText } from '../../shell/form.ts';
import { answerError, answerPage } from '../../shell/page-answer.tsx';
import { afterDoing, type SentForm, takeForm } from '../../shell/take-form.ts';
import { EMPTY_FORM } from '../../shell/use-form.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { AttendanceRemovalPage } from './attendance-removal-page.tsx';
import { EventPage } from './event-page.tsx';

const PAGE_SIZE = 50;

const attendanceForm = z.object({
  email: requiredText(254),
  hours: optionalNumber,
  proof: choiceOf(PROOF_LEVELS.map(String)),
});
const removalForm = z.object({ person: requiredText(100), reason: requiredText(CHANGE_REASON_LENGTH) });

/** `/dane/events/{code}`: one event and its attendances. */
export function attendanceRoutes(deps: AppDeps) {
  const { services, ports } = deps;
  const reads = [requireSignedIn(deps), requireMay(deps, 'read-register', theService)] as const;
  const keeps = [requireSignedIn(deps), requireMay(deps, 'keep-register', theService)] as const;
  return new Hono<AppEnv>()
    .get('/dane/events/:code', ...reads, (c) => answerEvent(c, deps))
    .post(
      '/dane/events/:code/attendance',
      ...keeps,
      takeForm(deps, {
        schema: attendanceForm,
        show: (c, sent) => answerEvent(c, deps, sent),
        act: async (c, { hours, proof }, values) => {
          const { key: person, ...named } = await findPerson(ports.store, typedIn(values, 'email'));
          if (!person) return refuseNamed('email', named);
          const eventCode = c.req.param('code') ?? '';
          const attendance: Attendance = {
            personId: person.id,
            eventCode,
            ...(hours !== undefined && { hours }),
            proof: Number(proof) as ProofLevel,
          };
          await services.saveAttendance(attendance, c.var.signedIn.actor.personId);
          return afterDoing('attendance-saved', eventHref(eventCode));
        },
      }),
    )
    .get('/dane/events/:code/attendance/removal', ...keeps, (c) => answerRemoval(c, deps))
    .post(
      '/dane/events/:code/attendance/removal',
      ...keeps,
      takeForm(deps, {
        schema: removalForm,
        show: (c, sent) => answerRemoval(c, deps, sent),
        act: async (c, { person, reason }) => {
          const eventCode = c.req.param('code') ?? '';
          const personId = parsePersonId(person);
          const record = { kind: 'attendance' as const, eventCode };
          const actor = c.var.signedIn.actor.personId;
          await services.removeRecord({ personId, record, actor, reason });
          return afterDoing('attendance-removed', eventHref(eventCode));
        },
        refusals: { 'counted-in-badge': 409, 'own-engagement': 409 },
      }),
    );
}

async function answerEvent(c: Context<AppEnv>, deps: AppDeps, sent?: SentForm) {
  const [event] = await deps.ports.store.readEvents([c.req.param('code') ?? '']);
  if (!event) return answerError(c, deps, { kind: 'not-found', status: 404 });
  const view = await readView(c, deps, event);
  const page = <EventPage view={{ ...view, form: sent ?? EMPTY_FORM }} />;
  return answerPage(c, workspaceFrame(c, deps, 'dane'), page, sent?.status);
}

async function answerRemoval(c: Context<AppEnv>, deps: AppDeps, sent?: SentForm) {
  const { store } = deps.ports;
  const frame = workspaceFrame(c, deps, 'dane');
  const asked = personIdsAmong([sent?.values['person']?.[0] ?? c.req.query('person') ?? '']);
  const [[event], [person], attendances] = await Promise.all([
    store.readEvents([c.req.param('code') ?? '']),
    store.readPeople(asked),
    store.readAttendances(asked),
  ]);
  const attendance = attendances.find(({ eventCode }) => eventCode === event?.code);
  if (!event || !person || !attendance) return answerError(c, deps, { kind: 'not-found', status: 404 });
  const name = `${person.givenName} ${person.familyName}`;
  const view = {
    line: eventLine(frame, event),
    person: { id: person.id, name, proof: frame.t.records.proofs[attendance.proof] },
  };
  return answerPage(c, frame, <AttendanceRemovalPage view={view} form={sent ?? EMPTY_FORM} />, sent?.status);
}

async function readView(c: Context<AppEnv>, deps: AppDeps, event: Event) {
  const { store } = deps.ports;
  const frame = workspaceFrame(c, deps, 'dane');
  const [after] = personIdsAmong([c.req.query('after') ?? '']);
  const [found, total] = await Promise.all([
    store.readEventAttendances(event.code, {
      limit: PAGE_SIZE + 1,
      ...(after && { after }),
    }),
    store.countEventAttendances(event.code),
  ]);
  const shown = found.slice(0, PAGE_SIZE);
  const people = new Map((await store.readPeople(shown.map((one) => one.personId))).map((it) => [it.id, it]));
  const last = found.length > PAGE_SIZE ? shown.at(-1)?.personId : undefined;
  return {
    line: eventLine(frame, event),
    tags: event.tags,
    uai: event.uai,
    invites: INVITING_KINDS.includes(event.kind),
    total,
    people: shown.map(({ personId, hours, proof }) => {
      const person = people.get(personId);
      return {
        id: personId,
        name: person ? `${person.familyName} ${person.givenName}` : personId,
        email: person?.emails[0] ?? '',
        hours: hoursInWords(frame, hours ?? event.hours),
        proof: frame.t.records.proofs[proof],
      };
    }),
    ...(last && {
      nextHref: `${eventHref(event.code)}?${new URLSearchParams({ after: last })}`,
    }),
  };
}
