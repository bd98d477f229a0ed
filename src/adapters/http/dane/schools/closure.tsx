import { z } from 'zod';
import { pastDayError } from '../../../../domain/engagement/validate-dates.ts';
import { fullName } from '../../../../domain/person/name.ts';
import type { Engagement } from '../../../../domain/records.ts';
import { CardTable } from '../../components/card-table.tsx';
import type { AppDeps } from '../../env.ts';
import { ActionButton, Form } from '../../forms/elements.tsx';
import { DateField, TextField } from '../../forms/inputs.tsx';
import { findSchool, readLookupInput, refuseNamed } from '../../forms/name-lookup.ts';
import { SchoolField } from '../../forms/name-lookup-field.tsx';
import { noFields, optionalText, requiredDate, requiredText } from '../../forms/schema.ts';
import { definePages } from '../../routing/define-pages.tsx';
import type { PageRequest } from '../../routing/page-request.ts';
import { DaneLayout } from '../layout.tsx';
import { agentOf } from '../people/find-person.ts';
import { schoolOf, schoolPath, uaiIn } from './path.ts';

const CLOSURE = '/dane/schools/:uai/closure';
const REOPENING = '/dane/schools/:uai/closure/end';

/** `/dane/schools/{uai}/closure`: what closing the school does, closing it, and taking that back. */
export const closurePages = (deps: AppDeps) =>
  definePages(deps, 'dane')
    .page(CLOSURE, 'keep-register', renderClosure)
    .form(CLOSURE, 'keep-register', {
      page: renderClosure,
      schema: z.object({ on: requiredDate, successor: optionalText(), reason: requiredText(300) }),
      act: async (request, { on, reason }, values) => {
        const { store, services, param, today } = request;
        const error = pastDayError(on, today);
        if (error) return { faults: { on: `${error.kind}:${error.limit}` } };
        const { key: successor, ...named } = await findSchool(store, readLookupInput(values, 'successor'));
        if (named.fault) return refuseNamed('successor', named);
        await services.closeSchool({ uai: uaiIn(param('uai')), on, successor, reason, by: agentOf(request) });
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
      page: renderClosure,
      schema: noFields,
      act: (request) =>
        request.services.reopenSchool({ uai: uaiIn(request.param('uai')), by: agentOf(request) }),
      done: 'school-reopened',
      back: schoolPath,
    });

async function renderClosure(request: PageRequest) {
  const { services, today } = request;
  const { uai, name, closedOn } = await schoolOf(request);
  const t = request.t.dane.schools;
  const path = schoolPath(request);
  if (closedOn) {
    return (
      <DaneLayout section="schools" title={name}>
        <p class="lede">{t.closedOn(request.t.day(closedOn))}</p>
        <p>{t.reopenLede}</p>
        <ActionButton action={`${path}/closure/end`}>{t.reopen}</ActionButton>
      </DaneLayout>
    );
  }
  const plan = await services.readClosure({ uai, on: today });
  const form = request.sent ?? { values: { on: [today] }, faults: {} };
  return (
    <DaneLayout section="schools" title={t.closureTitle(name)}>
      <p class="lede">{t.closureLede}</p>
      <h2>{t.whatEnds}</h2>
      {await renderPlan(request, plan)}
      <Form action={`${path}/closure`} form={form} labels={t.closureFields} submit={t.close} cancel={path}>
        <DateField name="on" help={t.closureFields.onHelp} />
        <SchoolField name="successor" help={t.closureFields.successorHelp} optional />
        <TextField name="reason" help={t.closureFields.reasonHelp} maxlength={300} />
      </Form>
    </DaneLayout>
  );
}

type Plan = Awaited<ReturnType<PageRequest['services']['readClosure']>>;

async function renderPlan({ store, t: texts }: PageRequest, { ends, blocked, here }: Plan) {
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
