import { z } from 'zod';
import { isDueToCome } from '../../../../domain/award/scheduled-decision.ts';
import type { Job } from '../../../../domain/job/types.ts';
import { compact } from '../../../../domain/text/omit-undefined.ts';
import type { Instant } from '../../../../domain/time/calendar.ts';
import { instantInParis } from '../../../../domain/time/paris-clock.ts';
import { FactsList } from '../../components/summary-list.tsx';
import type { AppDeps } from '../../env.ts';
import { ActionButton, Form } from '../../forms/elements.tsx';
import { DateField, SelectField, TextField } from '../../forms/inputs.tsx';
import { optionalText, requiredDate, requiredTime } from '../../forms/schema.ts';
import { usePageContext } from '../../layout/page-context.ts';
import { definePages } from '../../routing/define-pages.tsx';
import type { PageRequest } from '../../routing/page-request.ts';
import { readActors } from '../actor-names.ts';
import { renderNamed } from '../jobs/outcome.tsx';
import { DaneLayout } from '../layout.tsx';
import { badgeChoices, JudgeAgain } from './proposal-queue.tsx';
import { badgeName } from './proposal-rows.ts';

const PATH = '/dane/decisions/due';

/** `/dane/decisions/due`: dates a grant of all that is met, with what it would come to today. */
export const scheduledDecisionPages = (deps: AppDeps) =>
  definePages(deps, 'dane')
    .page(PATH, 'read-register', renderScheduledDecision)
    .form(PATH, 'decide-award', {
      page: renderScheduledDecision,
      schema: z.object({ day: requiredDate, time: requiredTime, badge: optionalText(40) }),
      act: async (request, { day, time, badge: achievement }) => {
        const isKnown = badgeChoices(request).some(({ value }) => value === achievement);
        if (achievement !== undefined && !isKnown) return { faults: { badge: 'invalid-choice' } };
        const command = compact({ kind: 'grant-due' as const, at: instantInParis(day, time), achievement });
        return `/dane/jobs/${(await request.services.beginJob(command, request.me)).id}`;
      },
      refusals: { 'hour-out-of-range': { day: 'out-of-range' } },
    });

async function renderScheduledDecision(request: PageRequest) {
  const t = request.t.dane.decisions.due;
  return (
    <DaneLayout section="decisions" title={t.title}>
      <p class="lede">{t.lede}</p>
      <Form action={PATH} form={request.form} labels={t} submit={t.submit} cancel="/dane/decisions">
        <DateField name="day" />
        <TextField name="time" type="time" />
        <SelectField name="badge" choices={badgeChoices(request)} optional />
      </Form>
      {await renderToday(request)}
    </DaneLayout>
  );
}

/** What a dated decision would come to today, by the queue as it was judged last. */
async function renderToday(request: PageRequest, achievement?: string) {
  const { store, services, ports, me, wording } = request;
  const t = request.t.dane.decisions.due;
  const filter = compact({ achievement });
  const [batch, toLook, latest] = await Promise.all([
    services.readBatch({ matching: { ...filter, isClear: true } }, me),
    store.countProposals({ ...filter, isClear: false }),
    store.readLatestJob('propose-awards'),
  ]);
  return (
    <section>
      <h2>{t.today.title}</h2>
      <p>{t.anew}</p>
      <JudgeAgain latest={latest} />
      <p>{batch.ids.length === 0 ? t.today.none : t.today.lines(batch.ids.length)}</p>
      {toLook > 0 && <p>{t.today.toLook(toLook)}</p>}
      {batch.underDecision > 0 && <p>{t.today.underDecision(batch.underDecision)}</p>}
      {batch.byBadge.length > 0 && (
        <FactsList
          facts={batch.byBadge.map(({ achievement: code, count }) => [
            badgeName(ports.catalogue, { achievement: code, locale: wording.locale }),
            count,
          ])}
        />
      )}
      {await renderNamed(request, batch.ids)}
    </section>
  );
}

/** What a dated decision would come to today, before its hour; nothing for other work, and once it has begun. */
export async function renderWaitingDecision(request: PageRequest, job: Job) {
  const { command } = job;
  return command.kind === 'grant-due' && isDueToCome(job) ? renderToday(request, command.achievement) : null;
}

/** The button that holds a dated decision, or releases it. */
export function HoldScheduledDecision({ job: { id, heldBy, startsAt }, now }: { job: Job; now: Instant }) {
  const t = usePageContext().t.dane.decisions.due;
  const label = startsAt !== undefined && startsAt <= now ? t.releaseLate : t.release;
  return (
    <ActionButton action={`/dane/jobs/${id}/${heldBy === undefined ? 'hold' : 'release'}`} class="secondary">
      {heldBy === undefined ? t.hold : label}
    </ActionButton>
  );
}

/** The state of a dated decision that has not begun, in a sentence; undefined for other work. */
export async function describeScheduledDecision({ store, ports, t: texts, wording }: PageRequest, job: Job) {
  if (job.command.kind !== 'grant-due' || !isDueToCome(job)) return undefined;
  const t = texts.dane.decisions.due;
  const { heldBy, startsAt = '', command } = job;
  const moment = texts.moment(startsAt);
  if (heldBy !== undefined) {
    const nameOf = await readActors(store, [heldBy]);
    return t.held(nameOf(heldBy, wording.locale), moment);
  }
  const { achievement } = command;
  const badge = achievement && badgeName(ports.catalogue, { achievement, locale: wording.locale });
  return startsAt <= ports.clock.now() ? t.unsure(moment) : t.waits(moment, badge);
}

/** Who got what by a dated decision, and what it left and why; nothing for other work. */
export async function renderOutcomes(
  request: PageRequest,
  { command, progress: { told = [], counts } }: Job,
) {
  if (command.kind !== 'grant-due') return null;
  const { due } = request.t.dane.decisions;
  const words: Readonly<Record<string, string>> = request.t.dane.skipped;
  const groups = Map.groupBy(told, ({ outcome }) => outcome);
  const left = [...groups].filter(([outcome]) => outcome !== 'granted');
  const idsOf = (outcome: string) => (groups.get(outcome) ?? []).map(({ proposal }) => proposal);
  const named = async (outcome: string) =>
    renderNamed(request, idsOf(outcome), { most: told.length, total: counts[outcome] ?? 0 });
  return (
    <>
      {groups.has('granted') && (
        <section>
          <h2>{due.told.granted}</h2>
          {await named('granted')}
        </section>
      )}
      {left.length > 0 && (
        <section>
          <h2>{due.told.left}</h2>
          {
            await Promise.all(
              left.map(async ([outcome]) => (
                <>
                  <h3>{words[outcome] ?? outcome}</h3>
                  {await named(outcome)}
                </>
              )),
            )
          }
        </section>
      )}
    </>
  );
}
