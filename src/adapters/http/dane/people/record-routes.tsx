import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { pastDayFault } from '../../../../domain/engagement/said-dates.ts';
import {
  type Attendance,
  CONTRIBUTION_KINDS,
  PROOF_LEVELS,
  type ProofLevel,
} from '../../../../domain/records.ts';
import { type LocalDate, localDateInParis } from '../../../../domain/time/time.ts';
import { CHANGE_REASON_LENGTH } from '../../engagements/change-form.ts';
import { nameOf } from '../../engagements/engagement-words.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import {
  choiceOf,
  optionalNumber,
  optionalUrl,
  requiredDate,
  requiredText,
  requiredUai,
} from '../../shell/form.ts';
import { onceField, onceOf } from '../../shell/once.ts';
import { answerPage } from '../../shell/page-answer.tsx';
import { afterDoing, type Refused, type ShownForm, takeForm } from '../../shell/take-form.ts';
import { EMPTY_FORM } from '../../shell/use-form.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { recordGuards, requiredPerson } from './record-guards.ts';
import { AttendancePage, ContributionPage, ReviewPage } from './record-pages.tsx';

const REVIEW_KINDS = ['review', 'self-report'] as const;
/** Number of events to choose from; another one is entered by its code. */
const EVENTS = 40;

const reason = requiredText(CHANGE_REASON_LENGTH);
const reviewKey = { uai: requiredUai, on: requiredDate, kind: choiceOf(REVIEW_KINDS) };
const reviewForm = z.object({ ...reviewKey, reason });
const contributionForm = z.object({
  kind: choiceOf(CONTRIBUTION_KINDS),
  on: requiredDate,
  url: optionalUrl,
  reason,
  once: onceField,
});
const attendanceForm = z.object({
  event: requiredText(100),
  hours: optionalNumber,
  proof: choiceOf(PROOF_LEVELS.map(String)),
});

/** `/dane/people/{id}/reviews/…`, `…/contributions/new`, `…/attendances/new`: the DANE adds missing facts to
 *  a person's record. */
export function personRecordRoutes(deps: AppDeps) {
  return new Hono<AppEnv>()
    .route('/', reviewRoutes(deps))
    .route('/', contributionRoutes(deps))
    .route('/', attendanceRoutes(deps));
}

function reviewRoutes(deps: AppDeps) {
  const { services } = deps;
  const guards = recordGuards(deps);
  return new Hono<AppEnv>()
    .get('/dane/people/:id/reviews/new', ...guards, (c) => showReview(c, deps))
    .post(
      '/dane/people/:id/reviews/new',
      ...guards,
      takeForm(deps, {
        schema: reviewForm,
        show: (c, sent) => showReview(c, deps, sent),
        act: async (c, { reason: why, ...review }) => {
          const { id: personId } = await requiredPerson(c, deps);
          const actor = c.var.signedIn.actor.personId;
          await services.enterReview({ review: { personId, ...review }, reason: why, actor });
          return afterDoing('review-entered', `/dane/people/${personId}`);
        },
        refusals: { 'review-not-held': 400, 'review-outside-engagement': 400, 'review-exists': 409 },
      }),
    );
}

async function showReview(c: Context<AppEnv>, deps: AppDeps, sent?: ShownForm) {
  const { store } = deps.ports;
  const person = await requiredPerson(c, deps);
  const [record] = await store.readPersonRecords([person.id]);
  const uais = [...new Set((record?.engagements ?? []).map(({ uai }) => uai))];
  const schools = (await store.readEstablishments(uais)).map(({ uai, name, commune }) => ({
    value: uai,
    label: [name, commune].filter(Boolean).join(', '),
  }));
  const view = { id: person.id, name: nameOf(person), schools };
  const page = <ReviewPage view={view} form={sent ?? EMPTY_FORM} />;
  return answerPage(c, workspaceFrame(c, deps, 'dane'), page, sent?.status);
}

function contributionRoutes(deps: AppDeps) {
  const { services, ports } = deps;
  const guards = recordGuards(deps);
  const dayRefused = (on: LocalDate): Refused | undefined => {
    const fault = pastDayFault(on, localDateInParis(ports.clock.now()));
    return fault && { faults: { on: `${fault.kind}:${fault.limit}` } };
  };
  const show = async (c: Context<AppEnv>, sent?: ShownForm) => {
    const person = await requiredPerson(c, deps);
    const page = (
      <ContributionPage
        view={{ id: person.id, name: nameOf(person), once: onceOf(deps, sent) }}
        form={sent ?? EMPTY_FORM}
      />
    );
    return answerPage(c, workspaceFrame(c, deps, 'dane'), page, sent?.status);
  };
  return new Hono<AppEnv>()
    .get('/dane/people/:id/contributions/new', ...guards, (c) => show(c))
    .post(
      '/dane/people/:id/contributions/new',
      ...guards,
      takeForm(deps, {
        schema: contributionForm,
        show,
        act: async (c, { reason: why, once, kind, on, url }) => {
          const refused = dayRefused(on);
          if (refused) return refused;
          const { id: personId } = await requiredPerson(c, deps);
          const said = { kind, on, ...(url !== undefined && { url }) };
          const actor = c.var.signedIn.actor.personId;
          await services.enterContribution({ personId, said, once, reason: why, actor });
          return afterDoing('contribution-entered', `/dane/people/${personId}`);
        },
      }),
    );
}

function attendanceRoutes(deps: AppDeps) {
  const { services, ports } = deps;
  const guards = recordGuards(deps);
  const show = async (c: Context<AppEnv>, sent?: ShownForm) => {
    const person = await requiredPerson(c, deps);
    const events = await ports.store.searchEvents({ limit: EVENTS });
    const view = { id: person.id, name: nameOf(person), events };
    const page = <AttendancePage view={view} form={sent ?? EMPTY_FORM} />;
    return answerPage(c, workspaceFrame(c, deps, 'dane'), page, sent?.status);
  };
  return new Hono<AppEnv>()
    .get('/dane/people/:id/attendances/new', ...guards, (c) => show(c))
    .post(
      '/dane/people/:id/attendances/new',
      ...guards,
      takeForm(deps, {
        schema: attendanceForm,
        show,
        act: async (c, { event: eventCode, hours, proof }) => {
          const { id: personId } = await requiredPerson(c, deps);
          const attendance: Attendance = {
            personId,
            eventCode,
            ...(hours !== undefined && { hours }),
            proof: Number(proof) as ProofLevel,
          };
          await services.saveAttendance(attendance, c.var.signedIn.actor.personId);
          return afterDoing('attendance-saved', `/dane/people/${personId}`);
        },
        refusals: { 'unknown-event': { event: 'unknown-event' } },
      }),
    );
}
