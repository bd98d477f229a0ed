import { z } from 'zod';
import { EmptyState } from '../../adapters/http/components/empty-state.tsx';
import { eventHref, eventRow } from '../../adapters/http/components/event-summary.ts';
import { DaneLayout } from '../../adapters/http/dane/layout.tsx';
import type { AppDeps } from '../../adapters/http/env.ts';
import { readEventOf } from '../../adapters/http/events/details-page.tsx';
import { Form } from '../../adapters/http/forms/elements.tsx';
import { ChoiceGroup, SelectField } from '../../adapters/http/forms/inputs.tsx';
import { choiceOf, manyOf } from '../../adapters/http/forms/schema.ts';
import { definePages } from '../../adapters/http/routing/define-pages.tsx';
import type { PageRequest } from '../../adapters/http/routing/page-request.ts';
import { type PersonId, personIdsAmong } from '../../domain/ids.ts';
import { listedName } from '../../domain/person/name.ts';
import { PROOF_LEVELS, type ProofLevel } from '../../domain/records.ts';

const PATH = '/dane/events/:code/invitations/presence';
/** The number of people on one page of the roll. */
const MOST_PEOPLE = 200;
/** The lowest level, a declaration, is left out: here someone notes the presence on the spot. */
const PROOFS = PROOF_LEVELS.filter((level) => level > 0);

/** `/dane/events/{code}/invitations/presence`: notes attendances, with the help of the answers. */
export const presencePages = (deps: AppDeps) =>
  definePages(deps, 'dane')
    .page(PATH, 'keep-register', renderRoll)
    .form(PATH, 'keep-register', {
      page: renderRoll,
      schema: z.object({
        present: manyOf(MOST_PEOPLE).refine((texts) => texts.length > 0, { message: 'none-chosen' }),
        proof: choiceOf(PROOFS.map(String)),
      }),
      act: async (request, { present, proof }) => {
        const { store, services, param, today, me } = request;
        const eventCode = param('code');
        const [event] = await store.readEvents([eventCode]);
        if (event && event.startsOn > today) {
          return { refusal: request.t.invitations.dane.presenceEarly, status: 409 };
        }
        const open = await readOpen(request, eventCode);
        const people = personIdsAmong(present).filter((id) => open.some(({ personId }) => personId === id));
        await services.noteAttendances({ eventCode, people, proof: Number(proof) as ProofLevel, by: me });
        return eventHref(eventCode);
      },
      done: 'presences-noted',
    });

/** The first page of the people invited who are not noted as present. Another agent notes this one. */
async function readOpen({ store, me }: PageRequest, eventCode: string) {
  const open = await store.readInvitedWithoutAttendance(eventCode, MOST_PEOPLE);
  return open.filter(({ personId }) => personId !== me);
}

async function renderRoll(request: PageRequest) {
  const { sent, today, wording } = request;
  const t = request.t.invitations.dane;
  const event = await readEventOf(request);
  const isEarly = event.startsOn > today;
  const open = isEarly ? [] : await readOpen(request, event.code);
  const choices = await choicesAmong(request, open);
  const coming = open.filter(({ answer }) => answer?.kind === 'coming').map(({ personId }) => personId);
  const form = sent ?? { values: { present: coming, proof: ['3'] }, faults: {} };
  const { href, title } = eventRow(wording, event);
  return (
    <DaneLayout section="events" title={t.presenceTitle(title)}>
      {choices.length === 0 ? (
        <EmptyState>{isEarly ? t.presenceEarly : t.presenceNone}</EmptyState>
      ) : (
        <>
          <p class="lede">{t.presenceLede}</p>
          <Form action={`${href}/invitations/presence`} form={form} labels={t} submit={t.save}>
            <ChoiceGroup name="present" kind="checkbox" choices={choices} />
            <SelectField
              name="proof"
              choices={PROOFS.map((level) => ({
                value: String(level),
                label: `${level} : ${request.t.records.proofs[level]}`,
              }))}
            />
          </Form>
        </>
      )}
      <p>
        <a href={href}>{t.back}</a>
      </p>
    </DaneLayout>
  );
}

/** The people with their answers, those who come first. */
async function choicesAmong({ store, t }: PageRequest, open: Awaited<ReturnType<typeof readOpen>>) {
  const people = await store.readPeople(open.map(({ personId }) => personId));
  const answers = new Map(open.map(({ personId, answer }) => [personId, answer?.kind]));
  const rank = (id: PersonId) => ['coming', 'perhaps', undefined, 'not-coming'].indexOf(answers.get(id));
  return people
    .map((one) => ({
      value: one.id,
      label: listedName(one),
      text: t.invitations.said[answers.get(one.id) ?? 'silent'],
    }))
    .toSorted((a, b) => rank(a.value) - rank(b.value) || a.label.localeCompare(b.label, 'fr'));
}
