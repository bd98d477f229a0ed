import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { DomainError } from '../../../../domain/errors.ts';
import { EVENT_KINDS, type Event } from '../../../../domain/records.ts';
import { parseLocalDate } from '../../../../domain/time/time.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { requireMay, requireSignedIn, theService } from '../../middleware/signed-in.ts';
import { eventHref, eventLine, eventValues } from '../../shell/event-line.ts';
import { EMPTY_FORM, type FormState } from '../../shell/fields.tsx';
import {
  choiceOf,
  type FieldFault,
  optionalDate,
  optionalNumber,
  optionalText,
  optionalUai,
  parseForm,
  requiredDate,
  requiredText,
} from '../../shell/form.ts';
import { answerError, answerPage } from '../../shell/page-answer.tsx';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { EventFormPage } from './event-form-page.tsx';
import { EventsPage } from './events-page.tsx';

const PAGE_SIZE = 50;
/** Separates a day and a code in the address of the next page. */
const SEPARATOR = '~';

const fields = {
  kind: choiceOf(EVENT_KINDS),
  title: requiredText(300),
  startsOn: requiredDate,
  endsOn: optionalDate,
  hours: optionalNumber,
  tags: optionalText(200),
  uai: optionalUai,
};
const eventForm = z.object(fields);
const newEventForm = z.object({ code: requiredText(100), ...fields });

/** `/dane/events`: the list, and the form of an event. */
export function eventRoutes(deps: AppDeps) {
  const reads = [requireSignedIn(deps), requireMay(deps, 'read-register', theService)] as const;
  const keeps = [requireSignedIn(deps), requireMay(deps, 'keep-register', theService)] as const;
  return new Hono<AppEnv>()
    .get('/dane/events', ...reads, (c) => answerEvents(c, deps))
    .get('/dane/events/new', ...keeps, (c) => answerForm(c, deps, { form: EMPTY_FORM }))
    .post('/dane/events/new', ...keeps, async (c) => {
      const form = await parseForm(c, newEventForm);
      if (!form.ok) return answerForm(c, deps, { form });
      return saveEvent(c, deps, { event: toEvent(form.value.code, form.value), isNew: true, form });
    })
    .get('/dane/events/:code/change', ...keeps, async (c) => {
      const [event] = await deps.ports.store.readEvents([c.req.param('code')]);
      if (!event) return answerError(c, deps, { kind: 'not-found', status: 404 });
      return answerForm(c, deps, { code: event.code, form: { values: eventValues(event), faults: {} } });
    })
    .post('/dane/events/:code/change', ...keeps, async (c) => {
      const code = c.req.param('code');
      const form = await parseForm(c, eventForm);
      if (!form.ok) return answerForm(c, deps, { code, form });
      return saveEvent(c, deps, { event: toEvent(code, form.value), isNew: false, form });
    });
}

function toEvent(code: string, value: z.output<typeof eventForm>): Event {
  const { kind, title, startsOn, endsOn, hours, tags, uai } = value;
  return {
    code,
    kind,
    title,
    startsOn,
    ...(endsOn && { endsOn }),
    ...(hours !== undefined && { hours }),
    tags: (tags ?? '')
      .split(/[,|]/)
      .map((tag) => tag.trim())
      .filter(Boolean),
    ...(uai && { uai }),
  };
}

interface Sent {
  readonly event: Event;
  readonly isNew: boolean;
  readonly form: FormState | { readonly values: FormState['values'] };
}

async function saveEvent(c: Context<AppEnv>, deps: AppDeps, { event, isNew, form: { values } }: Sent) {
  const refuse = (field: string, fault: FieldFault) =>
    answerForm(c, deps, {
      ...(!isNew && { code: event.code }),
      form: { values, faults: { [field]: fault } },
    });
  if (event.endsOn && event.endsOn < event.startsOn) return refuse('endsOn', 'end-before-start');
  try {
    await deps.services.saveEvent({ event, isNew, actor: c.var.signedIn.actor.personId });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    if (error.code === 'event-code-taken') return refuse('code', 'taken');
    if (error.code === 'unknown-establishment') return refuse('uai', 'unknown-establishment');
    throw error;
  }
  return c.redirect(`${eventHref(event.code)}?done=event-saved`, 303);
}

function answerForm(
  c: Context<AppEnv>,
  deps: AppDeps,
  view: { readonly code?: string; readonly form: FormState | { readonly values: FormState['values'] } },
) {
  const form = { faults: {}, ...view.form };
  const refused = Object.keys(form.faults).length > 0;
  const page = <EventFormPage view={{ ...view, form }} />;
  return answerPage(c, workspaceFrame(c, deps, 'dane'), page, refused ? 400 : 200);
}

async function answerEvents(c: Context<AppEnv>, deps: AppDeps) {
  const frame = workspaceFrame(c, deps, 'dane');
  const { q = '', kind = '', after = '' } = c.req.query();
  const known = EVENT_KINDS.find((one) => one === kind);
  const found = await deps.ports.store.searchEvents({
    limit: PAGE_SIZE + 1,
    ...(q.trim() && { text: q.trim() }),
    ...(known && { kind: known }),
    ...keyOf(after),
  });
  const events = found.slice(0, PAGE_SIZE);
  const schools = await deps.ports.store.readEstablishments(events.flatMap(({ uai }) => uai ?? []));
  const schoolOf = new Map(schools.map(({ uai, name }) => [uai, name]));
  const last = found.length > PAGE_SIZE ? events.at(-1) : undefined;
  const next = last && { q, kind, after: `${last.startsOn}${SEPARATOR}${last.code}` };
  const view = {
    events: events.map((event) => eventLine(frame, event, event.uai && schoolOf.get(event.uai))),
    form: { values: { q: [q], kind: [kind] }, faults: {} },
    ...(next && { nextHref: `/dane/events?${new URLSearchParams(next)}` }),
  };
  return answerPage(c, frame, <EventsPage view={view} />);
}

function keyOf(after: string) {
  const [day = '', ...code] = after.split(SEPARATOR);
  if (code.length === 0) return {};
  return { after: { startsOn: parseLocalDate(day), code: code.join(SEPARATOR) } };
}
