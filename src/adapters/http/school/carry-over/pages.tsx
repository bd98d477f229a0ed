import { z } from 'zod';
import { CARRY_REJECTIONS, type CarriedSplit } from '../../../../domain/engagement/carry-decision.ts';
import { yearToPrepare } from '../../../../domain/engagement/carry-over.ts';
import { ROLES } from '../../../../domain/engagement/mission.ts';
import { personIdsAmong } from '../../../../domain/ids.ts';
import {
  firstDayOf,
  lastDayOf,
  type SchoolYear,
  schoolYearLabel,
  schoolYearOf,
} from '../../../../domain/time/school-year.ts';
import { isProposalOpen } from '../../../../features/mission-proposals/feature.ts';
import { CardTable } from '../../components/card-table.tsx';
import { periodFieldErrors } from '../../engagements/change-form.ts';
import type { AppDeps } from '../../env.ts';
import { ActionButton, Form, Submit } from '../../forms/elements.tsx';
import { DateField, Rejection } from '../../forms/inputs.tsx';
import { type FormValues, manyOf, requiredDate, requiredText } from '../../forms/schema.ts';
import { afterDoing } from '../../forms/submission.ts';
import { definePages } from '../../routing/define-pages.tsx';
import type { PageRequest } from '../../routing/page-request.ts';
import { deciderOf, placeOf, yearOf } from '../context.ts';
import { SchoolLayout } from '../layout.tsx';
import { type CarryRow, carryRows, tickedIn } from './carry-rows.ts';
import { CarryTable } from './carry-table.tsx';

const MOST_PEOPLE = 200;
const MOST_BOXES = 9000;

const carriedYear = requiredText(4)
  .refine((text) => /^20\d\d$/.test(text), { message: 'invalid-choice' })
  .transform(Number);

const carryForm = z.object({
  year: carriedYear,
  from: requiredDate,
  to: requiredDate,
  person: manyOf(MOST_PEOPLE),
  missions: manyOf(MOST_BOXES),
  roles: manyOf(MOST_BOXES),
});

const PATH = '/school/:uai/carry-over';

/** `/school/{uai}/carry-over`: last year's split, carried over into the school year that is prepared. */
export function carryPages(deps: AppDeps) {
  const { services, ports } = deps;
  return definePages(deps, 'school')
    .page(PATH, 'read-establishment', renderCarryOver)
    .form(PATH, 'keep-establishment', {
      page: renderCarryOver,
      schema: carryForm,
      act: async ({ c, uai, today }, { year: into, from, to, person, missions, roles }) => {
        const faults = carryErrors({ into, from, to }, today);
        if (Object.keys(faults).length > 0) return { faults };
        const codes = [...ports.catalogue.framework.missions.keys()];
        const lines = personIdsAmong(person).map((personId) => ({
          personId,
          missions: codes.filter((code) => missions.includes(`${personId}:${code}`)),
          roles: ROLES.filter((role) => roles.includes(`${personId}:${role}`)),
        }));
        const carried = await services.carryOver({ uai, into, from, to, lines, by: deciderOf(c) });
        return afterDoing('split-carried', `/school/${uai}/carry-over?${resultOf(into, carried)}`);
      },
    })
    .form(`${PATH}/withdrawal`, 'keep-establishment', {
      schema: z.object({ year: carriedYear }),
      act: async ({ uai, me }, { year: into }) => {
        await services.withdrawCarried({ uai, into, by: me });
        return afterDoing('carried-withdrawn', `/school/${uai}/carry-over?year=${into}`);
      },
    });
}

/** The days must lie in the school year to prepare, which is this one or the next. */
function carryErrors(
  { into, from, to }: Pick<z.output<typeof carryForm>, 'from' | 'to'> & { readonly into: SchoolYear },
  today: Parameters<typeof schoolYearOf>[0],
) {
  const [first, last] = [firstDayOf(into), lastDayOf(into)];
  const now = schoolYearOf(today);
  if (into !== now && into !== now + 1) return { year: 'invalid-choice' as const };
  if (from < first) return { from: `before:${first}` as const };
  if (to > last) return { to: `after:${last}` as const };
  return periodFieldErrors({ from, to }, today);
}

/** The query of the page after the act, with the number of lines for each outcome. */
function resultOf(into: SchoolYear, { proposed, left }: CarriedSplit): URLSearchParams {
  const counts = CARRY_REJECTIONS.flatMap((why): [string, string][] => {
    const count = left.filter((one) => one.why === why).length;
    return count > 0 ? [[why, String(count)]] : [];
  });
  return new URLSearchParams([['year', String(into)], ['count', String(proposed.length)], ...counts]);
}

/** Says the result on the page after the act: the number of proposed lines, and of the others with their
 *  reasons. */
function setResult({ c, t }: PageRequest): void {
  if (c.req.query('count') === undefined) return;
  const count = (name: string) => Number(c.req.query(name)) || 0;
  const left = CARRY_REJECTIONS.map((why) => [why, count(why)] as const).filter(([, number]) => number > 0);
  c.set('result', t.carryOver.result(count('count'), left));
}

/** The principal ticks and adjusts last year's split, and proposes it again in one act. */
async function renderCarryOver(request: PageRequest) {
  setResult(request);
  const { services, store, uai, sent, t: texts } = request;
  const [school, proposals] = await Promise.all([
    services.readSchool(uai),
    store.readMissionProposalsAt(uai),
  ]);
  const now = schoolYearOf(school.today);
  const requested = sent ? Number(sent.values['year']?.[0]) : yearOf(request.c);
  const into = requested === now || requested === now + 1 ? requested : yearToPrepare(school.today);
  const otherYear = into === now ? now + 1 : now;
  const rows = carryRows(school, { proposals, into, viewer: request.me, wording: request.wording });
  const settled = rows.filter(({ open }) => !open);
  const waiting = proposals.filter((one) => one.carriedInto === into && isProposalOpen(one)).length;
  const place = placeOf(request.c, school);
  const t = texts.carryOver;
  const base = `/school/${uai}`;
  const year = schoolYearLabel(into);
  return (
    <SchoolLayout school={place} page="overview" title={t.title(year)} description={t.description}>
      <p class="lede">{t.lede(schoolYearLabel(into - 1))}</p>
      {waiting > 0 && renderWaiting(request, { into, waiting, mayKeep: place.mayKeep })}
      <h2>{t.toCarry}</h2>
      {renderRows(
        request,
        rows.filter(({ open }) => open),
        { into, mayKeep: place.mayKeep },
      )}
      {settled.length > 0 && (
        <>
          <h2>{t.settled}</h2>
          <CardTable
            compact
            caption={t.settled}
            rows={settled}
            columns={[
              { heading: t.person, cell: ({ name }) => name, names: true },
              { heading: t.held, cell: ({ held }) => held },
              { heading: t.state, cell: ({ state }) => state },
            ]}
          />
        </>
      )}
      <ul class="links">
        <li>
          <a href={`${base}/new-year?year=${into}`}>{texts.yearPages.titles['new-year'](year)}</a>
        </li>
        <li>
          <a href={`${base}/missions/new`}>{t.other}</a>
        </li>
        <li>
          <a href={`${base}/carry-over?year=${otherYear}`}>{t.otherYear(schoolYearLabel(otherYear))}</a>
        </li>
      </ul>
    </SchoolLayout>
  );
}

/** The missions that were carried over and wait for answers, with a button that takes the proposals back. */
function renderWaiting(
  { uai, t: { carryOver: t } }: PageRequest,
  {
    into,
    waiting,
    mayKeep,
  }: { readonly into: SchoolYear; readonly waiting: number; readonly mayKeep: boolean },
) {
  const base = `/school/${uai}`;
  return (
    <section class="notice">
      <p>
        {t.waiting(waiting)} <a href={`${base}/missions`}>{t.seeWaiting}</a>
      </p>
      {mayKeep && (
        <ActionButton
          action={`${base}/carry-over/withdrawal`}
          hidden={{ year: String(into) }}
          class="secondary"
        >
          {t.withdraw(waiting)}
        </ActionButton>
      )}
    </section>
  );
}

function renderRows(
  { uai, sent, t: { carryOver: t } }: PageRequest,
  rows: readonly CarryRow[],
  { into, mayKeep }: { readonly into: SchoolYear; readonly mayKeep: boolean },
) {
  if (rows.length === 0) return <p>{t.nothing}</p>;
  if (!mayKeep) return <CarryTable rows={rows} />;
  const days: FormValues = { from: [firstDayOf(into)], to: [lastDayOf(into)] };
  const form = sent ?? { values: { ...days, ...tickedIn(rows) }, faults: {} };
  return (
    <>
      <Rejection form={form} />
      <Form
        action={`/school/${uai}/carry-over`}
        form={form}
        labels={{ from: t.from, to: t.to }}
        hidden={{ year: String(into) }}
        counted
      >
        <div class="field-row">
          <DateField name="from" />
          <DateField name="to" />
        </div>
        <CarryTable rows={rows} mayChoose />
        <details>
          <summary>{t.inWords}</summary>
          <ul class="plain">
            {rows[0]?.missions.map(({ label }) => (
              <li>{label}</li>
            ))}
          </ul>
        </details>
        <div class="actions stays">
          <Submit>{t.carry}</Submit>
          <output class="note" data-count={JSON.stringify(t.ticked(rows.length))} hidden />
        </div>
      </Form>
    </>
  );
}
