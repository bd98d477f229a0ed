import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { z } from 'zod';
import { EARLIEST_DAY } from '../../../domain/engagement/said-dates.ts';
import {
  MEETING_LENGTHS,
  type MeetingSide,
  type SchoolMeeting,
} from '../../../domain/event/school-meeting.ts';
import { personIdsAmong } from '../../../domain/ids.ts';
import { fromDayNumber, type LocalDate, localDateInParis, toDayNumber } from '../../../domain/time/time.ts';
import type { AppDeps, AppEnv } from '../env.ts';
import { manyOf, optionalText, requiredDate, ticked } from '../shell/form.ts';
import { afterDoing, type Refused, type ShownForm, takeForm } from '../shell/take-form.ts';
import { wordsOf } from '../shell/words.ts';
import { notNoted } from './record-form.tsx';

type Answer = Response | Promise<Response>;

type Guards = readonly [MiddlewareHandler<AppEnv>, MiddlewareHandler<AppEnv>];

/** The parts that the pages of both sides share. */
export interface MeetingPages {
  readonly side: MeetingSide;
  /** The path of one meeting, with its parameters. */
  readonly path: `${string}/:id`;
  readonly reads: Guards;
  readonly keeps: Guards;
  /** The meeting of the address. Throws `not-found` for a meeting of another school. */
  readonly require: (c: Context<AppEnv>) => Promise<SchoolMeeting>;
  readonly hrefOf: (meeting: SchoolMeeting) => string;
  readonly show: (c: Context<AppEnv>, meeting: SchoolMeeting, form?: ShownForm) => Answer;
  readonly showRecord: (c: Context<AppEnv>, meeting: SchoolMeeting, form?: ShownForm) => Answer;
}

const dayForm = z.object({ day: requiredDate, settles: ticked });
const note = optionalText(MEETING_LENGTHS.notes).transform((text) => text ?? '');
const recordForm = z.object({
  day: requiredDate,
  ...{ projects: note, difficulties: note, prospects: note },
  present: manyOf(200),
});
const DAYS_AHEAD = 400;

/** The reason why a meeting cannot be planned on this day. */
export function plannedDayFault(day: LocalDate, { ports }: AppDeps): Refused | undefined {
  const today = localDateInParis(ports.clock.now());
  if (day < today) return { faults: { day: `before:${today}` } };
  const last = fromDayNumber(toDayNumber(today) + DAYS_AHEAD);
  return day > last ? { faults: { day: `after:${last}` } } : undefined;
}

/** All acts of one side on one meeting. */
export function meetingActs(deps: AppDeps, pages: MeetingPages) {
  const { services } = deps;
  const { side, path, keeps } = pages;
  const actorOf = (c: Context<AppEnv>) => ({ by: c.var.signedIn.actor.personId, side });
  const show = async (c: Context<AppEnv>, form?: ShownForm) => pages.show(c, await pages.require(c), form);
  const refusals = { 'meeting-settled': 409, 'store-conflict': 409 } as const;
  return new Hono<AppEnv>()
    .get(path, ...pages.reads, (c) => show(c))
    .post(
      `${path}/day`,
      ...keeps,
      takeForm(deps, {
        schema: dayForm,
        show,
        act: async (c, { day, settles }) => {
          const refused = plannedDayFault(day, deps);
          if (refused) return refused;
          const meeting = await pages.require(c);
          await services.moveMeeting({ ...actorOf(c), id: meeting.id, day, settles });
          return afterDoing('meeting-moved', pages.hrefOf(meeting));
        },
        refusals,
      }),
    )
    .post(
      `${path}/cancellation`,
      ...keeps,
      takeForm(deps, {
        schema: z.object({}),
        show,
        act: async (c) => {
          const meeting = await pages.require(c);
          await services.cancelMeeting({ ...actorOf(c), id: meeting.id });
          return afterDoing('meeting-cancelled', pages.hrefOf(meeting));
        },
        refusals,
      }),
    )
    .route('/', recordRoutes(deps, pages));
}

/** The record of a meeting that was held. */
function recordRoutes(deps: AppDeps, pages: MeetingPages) {
  const { services, ports } = deps;
  const { side, path, keeps } = pages;
  const actorOf = (c: Context<AppEnv>) => ({ by: c.var.signedIn.actor.personId, side });
  const showRecord = async (c: Context<AppEnv>, form?: ShownForm) =>
    pages.showRecord(c, await pages.require(c), form);
  return new Hono<AppEnv>()
    .get(`${path}/record`, ...keeps, (c) => showRecord(c))
    .post(
      `${path}/record`,
      ...keeps,
      takeForm(deps, {
        schema: recordForm,
        show: showRecord,
        act: async (c, { day, present, ...notes }) => {
          const today = localDateInParis(ports.clock.now());
          if (day > today) return { faults: { day: `after:${today}` } };
          if (day < EARLIEST_DAY) return { faults: { day: `before:${EARLIEST_DAY}` } };
          const meeting = await pages.require(c);
          const why = notNoted(meeting, side);
          if (why) {
            const { record } = wordsOf(ports, c.var.locale).pages.meetings;
            return { refusal: record.closed[why], status: why === 'cancelled' ? 409 : 403 };
          }
          const there = personIdsAmong(present);
          const noted = { ...actorOf(c), id: meeting.id, day, notes, present: there };
          await services.holdMeeting(noted);
          return afterDoing('meeting-held', pages.hrefOf(meeting));
        },
        refusals: { 'meeting-settled': 409, 'store-conflict': 409, 'meeting-not-engaged': 400 },
      }),
    )
    .post(
      `${path}/record/removal`,
      ...keeps,
      takeForm(deps, {
        schema: z.object({}),
        show: async (c, form) => pages.show(c, await pages.require(c), form),
        act: async (c) => {
          const meeting = await pages.require(c);
          await services.takeMeetingBack({ ...actorOf(c), id: meeting.id });
          return afterDoing('meeting-taken-back', pages.hrefOf(meeting));
        },
        refusals: { 'meeting-settled': 409, 'store-conflict': 409 },
      }),
    );
}
