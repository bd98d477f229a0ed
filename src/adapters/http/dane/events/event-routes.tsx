import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { compact } from '../../../../domain/compact.ts';
import { EVENT_KINDS, type Event } from '../../../../domain/records.ts';
import { parseLocalDate } from '../../../../domain/time/time.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { requireMay, requireSignedIn, theService } from '../../middleware/signed-in.ts';
import { eventHref, eventLine, eventValues } from '../../shell/event-line.ts';
import { findSchool, refuseNamed, schoolValue, typedIn } from '../../shell/find-named.ts';
import {
  choiceOf,
  type FormValues,
  optionalDate,
  optionalNumber,
  optionalText,
  requiredDate,
  requiredText,
} from '../../shell/form.ts';
import { answerError, answerPage } from '../../shell/page-answer.tsx';
import { afterDoing, formOver, type ShownForm, takeForm } from '../../shell/take-form.ts';
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
  uai: optionalText(),
};
const eventForm = z.object(fields);
const newEventForm = z.object({ code: requiredText(100), ...fields });

/** The faults that the form shows for a refusal, by field. */
const refusals = {
  'event-code-taken': { code: 'taken' },
  'unknown-establishment': { uai: 'unknown-establishment' },
} as const;

/** `/dane/events`: the list, and an event's own form. */
export function eventRoutes(deps: AppDeps) {
  const reads = [requireSignedIn(deps), requireMay(deps, 'read-register', theService)] as const;
  const keeps = [requireSignedIn(deps), requireMay(deps, 'keep-register', theService)] as const;
  const codeOf = (c: Context<AppEnv>) => c.req.param('code') ?? '';
  const save = async (c: Context<AppEnv>, values: FormValues, said: SaidEvent) => {
    const { startsOn, endsOn, code } = said.event;
    if (endsOn && endsOn < startsOn) return { faults: { endsOn: 'end-before-start' as const } };
    const { key: uai, ...named } = await findSchool(deps.ports.store, typedIn(values, 'uai'));
    if (named.fault) return refuseNamed('uai', named);
    const event = { ...said.event, ...(uai && { uai }) };
    await deps.services.saveEvent({ event, isNew: said.isNew, actor: c.var.signedIn.actor.personId });
    return afterDoing('event-saved', eventHref(code));
  };
  return new Hono<AppEnv>()
    .get('/dane/events', ...reads, (c) => answerEvents(c, deps))
    .get('/dane/events/new', ...keeps, (c) => answerForm(c, deps, { form: formAsked(c) }))
    .post(
      '/dane/events/new',
      ...keeps,
      takeForm(deps, {
        schema: newEventForm,
        show: (c, form) => answerForm(c, deps, { form }),
        act: (c, { code, ...said }, values) => save(c, values, { event: toEvent(code, said), isNew: true }),
        refusals,
      }),
    )
    .get('/dane/events/:code/change', ...keeps, (c) => answerChange(c, deps))
    .post(
      '/dane/events/:code/change',
      ...keeps,
      takeForm(deps, {
        schema: eventForm,
        show: (c, sent) => answerChange(c, deps, sent),
        act: (c, said, values) => save(c, values, { event: toEvent(codeOf(c), said), isNew: false }),
        refusals,
      }),
    );
}

/** The kind and the title that the address proposes. */
function formAsked(c: Context<AppEnv>): ShownForm {
  const { kind = '', title = '' } = c.req.query();
  return { values: { kind: EVENT_KINDS.filter((one) => one === kind), title: [title] }, faults: {} };
}

interface SaidEvent {
  readonly event: Event;
  readonly isNew: boolean;
}

/** The event without its school, which another function looks for. */
function toEvent(code: string, value: z.output<typeof eventForm>): Event {
  const { kind, title, startsOn, endsOn, hours, tags } = value;
  return compact({
    code,
    kind,
    title,
    startsOn,
    endsOn,
    hours,
    tags: (tags ?? '')
      .split(/[,|]/)
      .map((tag) => tag.trim())
      .filter(Boolean),
  });
}

interface Shown {
  readonly code?: string;
  readonly form: ShownForm;
}

async function answerChange(c: Context<AppEnv>, deps: AppDeps, sent?: ShownForm) {
  const [event] = await deps.ports.store.readEvents([c.req.param('code') ?? '']);
  if (!event) return answerError(c, deps, { kind: 'not-found', status: 404 });
  const recorded = { ...eventValues(event), uai: await schoolValue(deps.ports.store, event.uai) };
  return answerForm(c, deps, { code: event.code, form: formOver(recorded, sent) });
}

function answerForm(c: Context<AppEnv>, deps: AppDeps, view: Shown) {
  const page = <EventFormPage view={view} />;
  return answerPage(c, workspaceFrame(c, deps, 'dane'), page, view.form.status);
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
