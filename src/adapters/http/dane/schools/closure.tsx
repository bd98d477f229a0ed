import { z } from 'zod';
import { pastDayFault } from '../../../../domain/engagement/validate-dates.ts';
import { fullName } from '../../../../domain/person/name.ts';
import type { Engagement } from '../../../../domain/records.ts';
import { CardTable } from '../../components/card-table.tsx';
import type { AppDeps } from '../../env.ts';
import { ActButton, Form } from '../../forms/elements.tsx';
import { DateField, TextField } from '../../forms/inputs.tsx';
import { findSchool, refuseNamed, typedIn } from '../../forms/name-lookup.ts';
import { SchoolField } from '../../forms/name-lookup-field.tsx';
import { noFields, optionalText, requiredDate, requiredText } from '../../forms/schema.ts';
import { pagesOf } from '../../routing/define-pages.tsx';
import type { Visit } from '../../routing/page-request.ts';
import { DaneLayout } from '../layout.tsx';
import { agentOf } from '../people/find-person.ts';
import { schoolOf, schoolPath, uaiIn } from './path.ts';

const CLOSURE = '/dane/schools/:uai/closure';
const REOPENING = '/dane/schools/:uai/closure/end';

/** `/dane/schools/{uai}/closure`: what closing the school does, closing it, and taking that back. */
export const closurePages = (deps: AppDeps) =>
  pagesOf(deps, 'dane')
    .page(CLOSURE, 'keep-register', drawClosure)
    .form(CLOSURE, 'keep-register', {
      page: drawClosure,
      schema: z.object({ on: requiredDate, successor: optionalText(), reason: requiredText(300) }),
      act: async (visit, { on, reason }, values) => {
        const { store, services, param, today } = visit;
        const fault = pastDayFault(on, today);
        if (fault) return { faults: { on: `${fault.kind}:${fault.limit}` } };
        const { key: successor, ...named } = await findSchool(store, typedIn(values, 'successor'));
        if (named.fault) return refuseNamed('successor', named);
        await services.closeSchool({ uai: uaiIn(param('uai')), on, successor, reason, by: agentOf(visit) });
        return undefined;
      },
      done: 'school-closed',
      back: schoolPath,
      refusals: {
        'unknown-establishment': { successor: 'unknown-establishment' },
        'same-establishment': 400,
        'establishment-closed': 409,
        'closure-blocked': 409,
        'own-engagement': 409,
      },
    })
    .form(REOPENING, 'keep-register', {
      schema: noFields,
      act: (visit) => visit.services.reopenSchool({ uai: uaiIn(visit.param('uai')), by: agentOf(visit) }),
      done: 'school-reopened',
      back: schoolPath,
    });

async function drawClosure(visit: Visit) {
  const { services, today } = visit;
  const { uai, name, closedOn } = await schoolOf(visit);
  const t = visit.t.dane.schools;
  const path = schoolPath(visit);
  if (closedOn) {
    return (
      <DaneLayout section="schools" title={name}>
        <p class="lede">{t.closedOn(visit.t.day(closedOn))}</p>
        <p>{t.reopenLede}</p>
        <ActButton action={`${path}/closure/end`}>{t.reopen}</ActButton>
      </DaneLayout>
    );
  }
  const plan = await services.readClosure({ uai, on: today });
  const form = visit.sent ?? { values: { on: [today] }, faults: {} };
  return (
    <DaneLayout section="schools" title={t.closureTitle(name)}>
      <p class="lede">{t.closureLede}</p>
      <h2>{t.whatEnds}</h2>
      {await drawPlan(visit, plan)}
      <Form action={`${path}/closure`} form={form} labels={t.closureFields} submit={t.close} cancel={path}>
        <DateField name="on" help={t.closureFields.onHelp} />
        <SchoolField name="successor" help={t.closureFields.successorHelp} optional />
        <TextField name="reason" help={t.closureFields.reasonHelp} maxlength={300} />
      </Form>
    </DaneLayout>
  );
}

type Plan = Awaited<ReturnType<Visit['services']['readClosure']>>;

async function drawPlan({ store, t: texts }: Visit, { ends, blocked, here }: Plan) {
  const t = texts.dane.schools;
  const { proposals, invitations, requests, meetings, newcomers } = here;
  const heads = [...new Set(here.headships.map(({ personId }) => personId))];
  const others = [
    [proposals.length + invitations.length, t.waiting],
    [requests.length, t.requests],
    [meetings.length, t.meetings],
    [newcomers.length, t.newcomers],
  ] as const;
  const people = await store.readPeople([
    ...new Set([...heads, ...[...ends, ...blocked].map(({ personId }) => personId)]),
  ]);
  const named = (id: string) => {
    const person = people.find((one) => one.id === id);
    return person ? fullName(person) : id;
  };
  const table = (rows: readonly Engagement[]) => (
    <CardTable
      rows={rows}
      columns={[
        {
          heading: t.person,
          cell: ({ personId }) => <a href={`/dane/people/${personId}`}>{named(personId)}</a>,
          names: true,
        },
        {
          heading: t.engagement,
          cell: ({ period: { from, to } }) => t.period(texts.day(from), to && texts.day(to)),
        },
      ]}
    />
  );
  return (
    <>
      {blocked.length > 0 && (
        <>
          <p class="notice">{t.blocked(blocked.length)}</p>
          {table(blocked)}
        </>
      )}
      <p>{ends.length === 0 ? t.noEnds : t.ends(ends.length)}</p>
      {ends.length > 0 && table(ends)}
      {others.map(([total, say]) => total > 0 && <p>{say(total)}</p>)}
      {heads.length > 0 && <p>{t.headsLeave(heads.map(named).join(', '))}</p>}
      <p>{t.requestsStay}</p>
    </>
  );
}
