import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { DomainError } from '../../../../domain/errors.ts';
import {
  MEETING_LENGTHS,
  type MeetingState,
  type SchoolMeeting,
} from '../../../../domain/event/school-meeting.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { meetingActs, plannedDayFault } from '../../meetings/meeting-acts.ts';
import { MeetingBody } from '../../meetings/meeting-parts.tsx';
import { meetingLines, meetingView } from '../../meetings/meeting-view.ts';
import { recordChoices } from '../../meetings/record-choices.ts';
import { notNoted, RecordForm } from '../../meetings/record-form.tsx';
import { requireMay, requireSignedIn, theService } from '../../middleware/signed-in.ts';
import { eventHref } from '../../shell/event-line.ts';
import { Refusal } from '../../shell/fields.tsx';
import { findSchool, refuseNamed, typedIn } from '../../shell/find-named.ts';
import { optionalDate, optionalText, requiredText } from '../../shell/form.ts';
import { answerPage } from '../../shell/page-answer.tsx';
import { afterDoing, type ShownForm, takeForm } from '../../shell/take-form.ts';
import { EMPTY_FORM } from '../../shell/use-form.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';
import { MeetingsPage } from './meetings-page.tsx';

const PAGE_SIZE = 50;
const OPEN: readonly MeetingState[] = ['asked', 'proposed', 'planned'];
const askForm = z.object({
  uai: requiredText(),
  day: optionalDate,
  words: optionalText(MEETING_LENGTHS.words),
});
const hrefOf = ({ id }: SchoolMeeting) => `/dane/meetings/${id}`;

/** `/dane/meetings`: the yearly meetings in schools, for the DANE. */
export function daneMeetingRoutes(deps: AppDeps) {
  const { services, ports } = deps;
  const guards = [requireSignedIn(deps), requireMay(deps, 'keep-register', theService)] as const;
  return new Hono<AppEnv>()
    .get('/dane/meetings', ...guards, (c) => showAll(c, deps))
    .post(
      '/dane/meetings',
      ...guards,
      takeForm(deps, {
        schema: askForm,
        show: (c, sent) => showAll(c, deps, sent),
        act: async (c, asked, values) => {
          const { key: uai, ...named } = await findSchool(ports.store, typedIn(values, 'uai'));
          if (!uai) return refuseNamed('uai', named);
          const refused = asked.day && plannedDayFault(asked.day, deps);
          if (refused) return refused;
          const by = c.var.signedIn.actor.personId;
          const meeting = await services.askMeeting({ ...asked, uai, by, side: 'dane' });
          return afterDoing('meeting-asked', hrefOf(meeting));
        },
        refusals: { 'meeting-waits': 409, 'unknown-establishment': { uai: 'unknown-establishment' } },
      }),
    )
    .route(
      '/',
      meetingActs(deps, {
        ...{ side: 'dane', path: '/dane/meetings/:id', reads: guards, keeps: guards, hrefOf },
        require: async (c) => {
          const meeting = await ports.store.readSchoolMeeting(c.req.param('id') ?? '');
          if (!meeting) throw new DomainError('not-found');
          return meeting;
        },
        show: (c, meeting, form) => showOne(c, deps, { meeting, form }),
        showRecord: (c, meeting, form) => showRecord(c, deps, { meeting, form }),
      }),
    );
}

async function showAll(c: Context<AppEnv>, deps: AppDeps, form: ShownForm = EMPTY_FORM) {
  const { store } = deps.ports;
  const frame = workspaceFrame(c, deps, 'dane');
  const { state = '', after } = c.req.query();
  const states = (['held', 'cancelled'] as const).filter((one) => one === state);
  const found = await store.readSchoolMeetings(states.length > 0 ? states : OPEN, {
    limit: PAGE_SIZE + 1,
    ...(after && { after }),
  });
  const lines = await meetingLines(store, found.slice(0, PAGE_SIZE), frame.t);
  const last = found.length > PAGE_SIZE ? lines.at(-1)?.id : undefined;
  const page = (
    <MeetingsPage
      lines={lines}
      state={state}
      form={form}
      nextHref={last && `/dane/meetings?${new URLSearchParams({ state, after: last })}`}
    />
  );
  return answerPage(c, frame, page, form.status);
}

interface One {
  readonly meeting: SchoolMeeting;
  readonly form?: ShownForm | undefined;
}

async function showOne(c: Context<AppEnv>, deps: AppDeps, { meeting, form = EMPTY_FORM }: One) {
  const frame = workspaceFrame(c, deps, 'dane');
  const t = frame.t.meetings;
  const view = await meetingView(deps.ports.store, { meeting, side: 'dane' }, frame.t);
  const page = (
    <DaneLayout section="meetings" title={t.dane.of(view.school)}>
      <Refusal form={form} />
      <MeetingBody view={view} href={hrefOf(meeting)} side="dane" mayKeep form={form} />
      <p class="actions no-print">
        {view.held && <a href={eventHref(view.held.eventCode)}>{t.held.event}</a>}
        <a href="/dane/meetings">{t.back}</a>
      </p>
    </DaneLayout>
  );
  return answerPage(c, frame, page, form.status);
}

async function showRecord(c: Context<AppEnv>, deps: AppDeps, { meeting, form: sent }: One) {
  const frame = workspaceFrame(c, deps, 'dane');
  const { people, form } = await recordChoices(deps, meeting, sent);
  const closed = sent ? undefined : notNoted(meeting, 'dane');
  const page = (
    <DaneLayout section="meetings" title={frame.t.meetings.record.title}>
      <RecordForm {...{ people, form, closed }} href={hrefOf(meeting)} side="dane" />
    </DaneLayout>
  );
  return answerPage(c, frame, page, form.status);
}
