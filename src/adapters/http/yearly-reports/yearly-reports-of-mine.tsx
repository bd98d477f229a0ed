import { z } from 'zod';
import type { OwnRecord } from '../../../application/self-service/read-own-record.ts';
import { DomainError } from '../../../domain/errors.ts';
import { schoolsOfReport } from '../../../domain/review/write-report.ts';
import type { YearlyReport } from '../../../domain/review/yearly-report.ts';
import { lastDayOf, schoolYearLabel, schoolYearOf } from '../../../domain/time/school-year.ts';
import type { Uai } from '../../../domain/uai.ts';
import type { AppDeps } from '../env.ts';
import { ActButton, Form, Submit } from '../forms/elements.tsx';
import { Refusal, TextArea } from '../forms/inputs.tsx';
import { readForm, requiredUai } from '../forms/schema.ts';
import { afterDoing, formOver, type Refused } from '../forms/submission.ts';
import { MyLayout } from '../my/layout.tsx';
import { pagesOf } from '../routing/define-pages.tsx';
import type { Visit } from '../routing/page-request.ts';
import { ANSWER_LENGTH, fieldsOf, firstValues, parseAnswers, valuesOf } from './report-form.ts';
import { Answers, FoldedReport } from './yearly-report.tsx';

const PATH = '/my/yearly-report';
const place = z.object({ uai: requiredUai });

/** `/my/yearly-report`: a RUPN writes the report of the school year, hands it in, and takes it back. */
export const myYearlyReportPages = (deps: AppDeps) =>
  pagesOf(deps, 'my')
    .page(PATH, 'keep-own-record', drawReport)
    .form(PATH, 'keep-own-record', {
      page: drawReport,
      schema: async ({ c, ports }) => parseAnswers(await readForm(c), ports.catalogue),
      act: async ({ services, me }, { uai, handsIn, seen, answers }) => {
        await services.writeYearlyReport({ personId: me, uai, handsIn, seen, answers });
        return afterDoing(handsIn ? 'report-handed-in' : 'report-kept', `${PATH}?uai=${uai}`);
      },
      refusals: { 'report-empty': 400, 'report-handed-in': 409, 'review-outside-engagement': 400 },
    })
    .form(`${PATH}/taking-back`, 'keep-own-record', {
      page: drawReport,
      schema: place,
      act: async ({ services, me, t }, { uai }): Promise<string | Refused> => {
        try {
          await services.takeYearlyReportBack({ personId: me, uai });
        } catch (error) {
          if (!(error instanceof DomainError) || error.code !== 'counted-in-badge') throw error;
          return { refusal: t.yearlyReports.mine.countedInBadge, status: 409 };
        }
        return afterDoing('report-taken-back', `${PATH}?uai=${uai}`);
      },
      refusals: { 'report-year-over': 409 },
    });

async function drawReport(visit: Visit) {
  const { services, store, me, today } = visit;
  const t = visit.t.yearlyReports.mine;
  const [own, reports] = await Promise.all([services.readOwnRecord(me), store.readYearlyReportsOf(me)]);
  const year = schoolYearOf(today);
  const schools = schoolsOfReport(own.record.engagements, year);
  const asked = visit.sent?.values['uai']?.[0] ?? visit.query('uai');
  const uai = schools.find((one) => one === asked) ?? schools[0];
  const isThis = (one: YearlyReport) => one.uai === uai && one.schoolYear === year;
  return (
    <MyLayout page="report" title={t.title} lede={t.lede}>
      <Refusal form={visit.form} />
      {uai === undefined && <p class="notice">{t.none}</p>}
      {schools.length > 1 && drawSchools(visit, { own, schools, uai })}
      {uai !== undefined && drawOne(visit, { own, uai, report: reports.find(isThis) })}
      {drawPast(
        visit,
        own,
        reports.filter((one) => one.handedInAt && one.schoolYear < year),
      )}
      <p class="note">{t.keptFor}</p>
    </MyLayout>
  );
}

const schoolName = ({ establishments }: OwnRecord, uai: Uai) => establishments.get(uai)?.name ?? uai;

/** A link for each school, where the person is engaged in several. */
function drawSchools(
  { t }: Visit,
  { own, schools, uai }: { own: OwnRecord; schools: readonly Uai[]; uai: Uai | undefined },
) {
  return (
    <>
      <p id="schools">{t.yearlyReports.mine.schools}</p>
      <ul class="links" aria-labelledby="schools">
        {schools.map((one) => (
          <li>
            <a href={`${PATH}?uai=${one}`} aria-current={one === uai ? 'page' : undefined}>
              {schoolName(own, one)}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

interface One {
  readonly own: OwnRecord;
  readonly uai: Uai;
  readonly report: YearlyReport | undefined;
}

/** The report of this year at one school: the form, or what was handed in. */
function drawOne(visit: Visit, { own, uai, report }: One) {
  const { today, t: words } = visit;
  const t = words.yearlyReports.mine;
  const title = t.heading(schoolName(own, uai), schoolYearLabel(schoolYearOf(today)));
  return (
    <>
      <h2>{title}</h2>
      {report?.handedInAt ? drawHandedIn(visit, report) : drawForm(visit, { own, uai, report })}
    </>
  );
}

function drawHandedIn({ t: words, wording }: Visit, report: YearlyReport) {
  const t = words.yearlyReports.mine;
  const { uai, answers, handedInAt, changedAt, receivedAt } = report;
  const on = words.day(handedInAt ?? changedAt);
  return (
    <>
      <p class="notice notice-done">{receivedAt ? t.received(on, words.day(receivedAt)) : t.handedIn(on)}</p>
      <Answers answers={answers} wording={wording} />
      <p>
        {t.takeBackText} {receivedAt && t.takeBackReceived}
      </p>
      <ActButton action={`${PATH}/taking-back`} hidden={{ uai }} class="secondary">
        {t.takeBack}
      </ActButton>
    </>
  );
}

function drawForm(visit: Visit, { own, uai, report }: One) {
  const { today, t: words, ports } = visit;
  const t = words.yearlyReports.mine;
  const { questionnaire } = ports.catalogue;
  const fields = fieldsOf(questionnaire, visit.wording);
  const first = firstValues(visit, { own, uai, fields });
  const recorded = report ? valuesOf(report) : first;
  const form = formOver(recorded, visit.sent);
  const isFilled = Object.values(first).some(([text]) => text);
  return (
    <>
      {report ? <p>{t.draft(words.moment(report.changedAt))}</p> : isFilled && <p>{t.filled}</p>}
      <Form
        action={PATH}
        form={form}
        labels={Object.fromEntries(fields.map(({ name, label }) => [name, label]))}
        hidden={{ uai }}
        seen={report && String(report.revision)}
        class="form grows"
      >
        {fields.map(({ name, label, help }) => {
          const facts = (first[name]?.[0] ?? '').split('\n').filter(Boolean);
          const recorded = report && t.recorded(facts.map((fact) => fact.slice(2)).join(' ; '));
          const hint = [help, facts.length > 0 && recorded].filter(Boolean).join(' ');
          return (
            <TextArea
              name={name}
              label={label}
              help={hint || undefined}
              rows={Math.max(3, Math.min(8, facts.length + 1))}
              maxlength={ANSWER_LENGTH}
              optional
            />
          );
        })}
        <p>{t.until(words.day(lastDayOf(schoolYearOf(today))))}</p>
        <div class="actions">
          <Submit name="act" value="hand-in">
            {t.handIn}
          </Submit>
          <Submit name="act" value="keep" class="secondary">
            {t.keep}
          </Submit>
        </div>
      </Form>
    </>
  );
}

function drawPast({ t: words, wording }: Visit, own: OwnRecord, reports: readonly YearlyReport[]) {
  const t = words.yearlyReports.mine;
  if (reports.length === 0) return null;
  return (
    <section>
      <h2>{t.past}</h2>
      {reports.map(({ uai, schoolYear, answers, handedInAt, changedAt, receivedAt }) => {
        const on = words.day(handedInAt ?? changedAt);
        return (
          <FoldedReport
            title={t.heading(schoolName(own, uai), schoolYearLabel(schoolYear))}
            note={receivedAt ? t.received(on, words.day(receivedAt)) : t.handedIn(on)}
            answers={answers}
            wording={wording}
          />
        );
      })}
    </section>
  );
}
