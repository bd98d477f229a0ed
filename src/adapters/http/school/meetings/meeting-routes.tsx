import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { DomainError } from '../../../../domain/errors.ts';
import {
  isMeetingOpen,
  MEETING_LENGTHS,
  type SchoolMeeting,
} from '../../../../domain/event/school-meeting.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { meetingActs, plannedDayFault } from '../../meetings/meeting-acts.ts';
import { AskForm, MeetingBody, MeetingTable } from '../../meetings/meeting-parts.tsx';
import { meetingLines, meetingView } from '../../meetings/meeting-view.ts';
import { recordChoices } from '../../meetings/record-choices.ts';
import { notNoted, RecordForm } from '../../meetings/record-form.tsx';
import { Refusal } from '../../shell/fields.tsx';
import { optionalDate, optionalText } from '../../shell/form.ts';
import { answerPage } from '../../shell/page-answer.tsx';
import { afterDoing, type ShownForm, takeForm } from '../../shell/take-form.ts';
import { EMPTY_FORM } from '../../shell/use-form.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { placeOf, requiredUaiOf, schoolGuards } from '../school-context.ts';
import { SchoolShell } from '../school-shell.tsx';
import { InvitedPeople, readInvitedPeople } from './invited-people.tsx';

const askForm = z.object({ day: optionalDate, words: optionalText(MEETING_LENGTHS.words) });
const hrefOf = ({ uai, id }: SchoolMeeting) => `/school/${uai}/meetings/${id}`;

/** `/school/{uai}/meetings`: the yearly meeting with the DANE, for the principal. */
export function schoolMeetingRoutes(deps: AppDeps) {
  const { services, ports } = deps;
  const reads = schoolGuards(deps, 'read-establishment');
  const keeps = schoolGuards(deps, 'keep-establishment');
  return new Hono<AppEnv>()
    .get('/school/:uai/meetings', ...reads, (c) => showAll(c, deps))
    .post(
      '/school/:uai/meetings',
      ...keeps,
      takeForm(deps, {
        schema: askForm,
        show: (c, sent) => showAll(c, deps, sent),
        act: async (c, { day, words }) => {
          const refused = day && plannedDayFault(day, deps);
          if (refused) return refused;
          const by = c.var.signedIn.actor.personId;
          const asked = { uai: requiredUaiOf(c), day, words, by, side: 'principal' as const };
          return afterDoing('meeting-asked', hrefOf(await services.askMeeting(asked)));
        },
        refusals: { 'meeting-waits': 409 },
      }),
    )
    .route(
      '/',
      meetingActs(deps, {
        ...{ side: 'principal', path: '/school/:uai/meetings/:id', reads, keeps, hrefOf },
        require: async (c) => {
          const meeting = await ports.store.readSchoolMeeting(c.req.param('id') ?? '');
          if (meeting?.uai !== requiredUaiOf(c)) throw new DomainError('not-found');
          return meeting;
        },
        show: (c, meeting, form) => showOne(c, deps, { meeting, form }),
        showRecord: (c, meeting, form) => showRecord(c, deps, { meeting, form }),
      }),
    );
}

async function showAll(c: Context<AppEnv>, deps: AppDeps, form: ShownForm = EMPTY_FORM) {
  const { store } = deps.ports;
  const uai = requiredUaiOf(c);
  const [[establishment], meetings] = await Promise.all([
    store.readEstablishments([uai]),
    store.readSchoolMeetingsAt(uai),
  ]);
  if (!establishment) return c.notFound();
  const frame = workspaceFrame(c, deps, 'school');
  const t = frame.t.meetings;
  const school = placeOf(c, { establishment });
  const [lines, invited] = await Promise.all([
    meetingLines(store, meetings, frame.t),
    readInvitedPeople(deps, uai, frame),
  ]);
  const base = `/school/${uai}/meetings`;
  const page = (
    <SchoolShell school={school} page="meetings" title={t.title} description={t.lede}>
      <p class="lede">{t.lede}</p>
      <Refusal form={form} />
      <h2>{t.list}</h2>
      {lines.length === 0 ? <p>{t.none}</p> : <MeetingTable base={base} lines={lines} ofOne />}
      <InvitedPeople people={invited} />
      {school.mayKeep && !meetings.some(isMeetingOpen) && <AskForm action={base} form={form} />}
    </SchoolShell>
  );
  return answerPage(c, frame, page, form.status);
}

interface One {
  readonly meeting: SchoolMeeting;
  readonly form?: ShownForm | undefined;
}

async function showOne(c: Context<AppEnv>, deps: AppDeps, { meeting, form = EMPTY_FORM }: One) {
  const { store } = deps.ports;
  const [establishment] = await store.readEstablishments([meeting.uai]);
  if (!establishment) return c.notFound();
  const frame = workspaceFrame(c, deps, 'school');
  const t = frame.t.meetings;
  const school = placeOf(c, { establishment });
  const view = await meetingView(store, { meeting, side: 'principal' }, frame.t);
  const page = (
    <SchoolShell school={school} page="meetings" title={t.title} description={t.lede}>
      <Refusal form={form} />
      <MeetingBody view={view} href={hrefOf(meeting)} side="principal" mayKeep={school.mayKeep} form={form} />
      <p class="no-print">
        <a href={`/school/${meeting.uai}/meetings`}>{t.back}</a>
      </p>
    </SchoolShell>
  );
  return answerPage(c, frame, page, form.status);
}

async function showRecord(c: Context<AppEnv>, deps: AppDeps, { meeting, form: sent }: One) {
  const [establishment] = await deps.ports.store.readEstablishments([meeting.uai]);
  if (!establishment) return c.notFound();
  const frame = workspaceFrame(c, deps, 'school');
  const t = frame.t.meetings.record;
  const { people, form } = await recordChoices(deps, meeting, sent);
  const closed = sent ? undefined : notNoted(meeting, 'principal');
  const page = (
    <SchoolShell school={placeOf(c, { establishment })} page="meetings" title={t.title} description={t.title}>
      <RecordForm {...{ people, form, closed }} href={hrefOf(meeting)} side="principal" />
    </SchoolShell>
  );
  return answerPage(c, frame, page, form.status);
}
