import { z } from 'zod';
import type { AppDeps } from '../../adapters/http/env.ts';
import { ActionButton, Form, Submit } from '../../adapters/http/forms/elements.tsx';
import { Rejection, TextArea } from '../../adapters/http/forms/inputs.tsx';
import { readForm, requiredUai } from '../../adapters/http/forms/schema.ts';
import { afterDoing, formOver, type Refused } from '../../adapters/http/forms/submission.ts';
import { MyLayout } from '../../adapters/http/my/layout.tsx';
import { definePages } from '../../adapters/http/routing/define-pages.tsx';
import type { PageRequest } from '../../adapters/http/routing/page-request.ts';
import type { OwnRecord } from '../../application/self-service/read-own-record.ts';
import { DomainError } from '../../domain/errors.ts';
import { lastDayOf, schoolYearLabel, schoolYearOf } from '../../domain/time/school-year.ts';
import type { Uai } from '../../domain/uai.ts';
import { Answers, ReportDetails } from './components.tsx';
import type { YearlyReport } from './feature.ts';
import { schoolsOfReport } from './feature-write.ts';
import { ANSWER_LENGTH, fieldsOf, firstValues, parseAnswers, valuesOf } from './forms.ts';

const PATH = '/my/yearly-report';
const place = z.object({ uai: requiredUai });

/** `/my/yearly-report`: a RUPN writes the report of the school year, hands it in, and takes it back. */
export const myYearlyReportPages = (deps: AppDeps) =>
  definePages(deps, 'my')
    .page(PATH, 'keep-own-record', renderReport)
    .form(PATH, 'keep-own-record', {
      page: renderReport,
      schema: async ({ c, ports }) => parseAnswers(await readForm(c), ports.catalogue),
      act: async ({ services, me }, { uai, handsIn, seen, answers }) => {
        await services.writeYearlyReport({ personId: me, uai, handsIn, seen, answers });
        return afterDoing(handsIn ? 'report-handed-in' : 'report-kept', `${PATH}?uai=${uai}`);
      },
      refusals: { 'report-empty': 400, 'report-handed-in': 409, 'review-outside-engagement': 400 },
    })
    .form(`${PATH}/taking-back`, 'keep-own-record', {
      page: renderReport,
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

async function renderReport(request: PageRequest) {
  const { services, store, me, today } = request;
  const t = request.t.yearlyReports.mine;
  const [own, reports] = await Promise.all([services.readOwnRecord(me), store.readYearlyReportsOf(me)]);
  const year = schoolYearOf(today);
  const schools = schoolsOfReport(own.record.engagements, year);
  const requested = request.sent?.values['uai']?.[0] ?? request.query('uai');
  const uai = schools.find((one) => one === requested) ?? schools[0];
  const isThis = (one: YearlyReport) => one.uai === uai && one.schoolYear === year;
  return (
    <MyLayout page="report" title={t.title} lede={t.lede}>
      <Rejection form={request.form} />
      {uai === undefined && <p class="notice">{t.none}</p>}
      {schools.length > 1 && renderSchools(request, { own, schools, uai })}
      {uai !== undefined && renderOne(request, { own, uai, report: reports.find(isThis) })}
      {renderPast(
        request,
        own,
        reports.filter((one) => one.handedInAt && one.schoolYear < year),
      )}
      <p class="note">{t.keptFor}</p>
    </MyLayout>
  );
}

const schoolName = ({ establishments }: OwnRecord, uai: Uai) => establishments.get(uai)?.name ?? uai;

/** A link for each school, where the person is engaged in several. */
function renderSchools(
  { t }: PageRequest,
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
function renderOne(request: PageRequest, { own, uai, report }: One) {
  const { today, t: texts } = request;
  const t = texts.yearlyReports.mine;
  const title = t.heading(schoolName(own, uai), schoolYearLabel(schoolYearOf(today)));
  return (
    <>
      <h2>{title}</h2>
      {report?.handedInAt ? renderHandedIn(request, report) : renderForm(request, { own, uai, report })}
    </>
  );
}

function renderHandedIn({ t: texts, wording }: PageRequest, report: YearlyReport) {
  const t = texts.yearlyReports.mine;
  const { uai, answers, handedInAt, changedAt, receivedAt } = report;
  const on = texts.day(handedInAt ?? changedAt);
  return (
    <>
      <p class="notice notice-done">{receivedAt ? t.received(on, texts.day(receivedAt)) : t.handedIn(on)}</p>
      <Answers answers={answers} wording={wording} />
      <p>
        {t.takeBackText} {receivedAt && t.takeBackReceived}
      </p>
      <ActionButton action={`${PATH}/taking-back`} hidden={{ uai }} class="secondary">
        {t.takeBack}
      </ActionButton>
    </>
  );
}

function renderForm(request: PageRequest, { own, uai, report }: One) {
  const { today, t: texts, ports } = request;
  const t = texts.yearlyReports.mine;
  const { questionnaire } = ports.catalogue;
  const fields = fieldsOf(questionnaire, request.wording);
  const first = firstValues(request, { own, uai, fields });
  const recorded = report ? valuesOf(report) : first;
  const form = formOver(recorded, request.sent);
  const isFilled = Object.values(first).some(([text]) => text);
  return (
    <>
      {report ? <p>{t.draft(texts.moment(report.changedAt))}</p> : isFilled && <p>{t.filled}</p>}
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
        <p>{t.until(texts.day(lastDayOf(schoolYearOf(today))))}</p>
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

function renderPast({ t: texts, wording }: PageRequest, own: OwnRecord, reports: readonly YearlyReport[]) {
  const t = texts.yearlyReports.mine;
  if (reports.length === 0) return null;
  return (
    <section>
      <h2>{t.past}</h2>
      {reports.map(({ uai, schoolYear, answers, handedInAt, changedAt, receivedAt }) => {
        const on = texts.day(handedInAt ?? changedAt);
        return (
          <ReportDetails
            title={t.heading(schoolName(own, uai), schoolYearLabel(schoolYear))}
            note={receivedAt ? t.received(on, texts.day(receivedAt)) : t.handedIn(on)}
            answers={answers}
            wording={wording}
          />
        );
      })}
    </section>
  );
}
