import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { type PersonId, personIdsAmong } from '../../../../domain/ids.ts';
import { type Event, PROOF_LEVELS, type ProofLevel } from '../../../../domain/records.ts';
import { localDateInParis } from '../../../../domain/time/time.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { requireMay, requireSignedIn, theService } from '../../middleware/signed-in.ts';
import { eventHref, eventLine } from '../../shell/event-line.ts';
import { type Choice, ChoiceGroup, SelectField } from '../../shell/fields.tsx';
import { choiceOf, manyOf } from '../../shell/form.ts';
import { Form } from '../../shell/form-parts.tsx';
import { answerError, answerPage } from '../../shell/page-answer.tsx';
import { afterDoing, type ShownForm, takeForm } from '../../shell/take-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';

/** The number of people on one page of the roll. */
const PAGE_SIZE = 200;
/** The lowest level, a declaration, is left out: here somebody notes the presence on the spot. */
const PROOFS = PROOF_LEVELS.filter((level) => level > 0).map(String);
const presenceForm = z.object({
  present: manyOf(PAGE_SIZE).refine((texts) => texts.length > 0, { message: 'none-chosen' }),
  proof: choiceOf(PROOFS),
});

/** `/dane/events/{code}/invitations/presence`: notes attendances, with the help of the answers. */
export function presenceRoutes(deps: AppDeps) {
  const { services, ports } = deps;
  const guards = [requireSignedIn(deps), requireMay(deps, 'keep-register', theService)] as const;
  return new Hono<AppEnv>()
    .get('/dane/events/:code/invitations/presence', ...guards, (c) => showRoll(c, deps))
    .post(
      '/dane/events/:code/invitations/presence',
      ...guards,
      takeForm(deps, {
        schema: presenceForm,
        show: (c, sent) => showRoll(c, deps, sent),
        act: async (c, { present, proof }) => {
          const eventCode = c.req.param('code') ?? '';
          const [event] = await ports.store.readEvents([eventCode]);
          const texts = workspaceFrame(c, deps, 'dane').t.invitations.dane;
          if (event && !hasBegun(event, deps)) return { refusal: texts.presenceEarly, status: 409 };
          const open = await readOpen(deps, eventCode);
          const ticked = personIdsAmong(present).filter((id) => open.some(({ personId }) => personId === id));
          await services.noteAttendances({
            ...{ eventCode, people: ticked, proof: Number(proof) as ProofLevel },
            by: c.var.signedIn.actor.personId,
          });
          return afterDoing('presences-noted', eventHref(eventCode));
        },
      }),
    );
}

function hasBegun({ startsOn }: Event, { ports }: AppDeps): boolean {
  return startsOn <= localDateInParis(ports.clock.now());
}

/** The first page of the people invited who are not noted as present. */
async function readOpen({ ports: { store } }: AppDeps, eventCode: string) {
  return store.readInvitedWithoutAttendance(eventCode, PAGE_SIZE);
}

async function showRoll(c: Context<AppEnv>, deps: AppDeps, sent?: ShownForm) {
  const { store } = deps.ports;
  const [event] = await store.readEvents([c.req.param('code') ?? '']);
  if (!event) return answerError(c, deps, { kind: 'not-found', status: 404 });
  const frame = workspaceFrame(c, deps, 'dane');
  const open = hasBegun(event, deps) ? await readOpen(deps, event.code) : [];
  const people = await store.readPeople(open.map(({ personId }) => personId));
  const answers = new Map(open.map(({ personId, answer }) => [personId, answer?.kind]));
  const rank = (id: PersonId) => ['coming', 'perhaps', undefined, 'not-coming'].indexOf(answers.get(id));
  const choices = people
    .map(({ id, givenName, familyName }) => ({
      value: id,
      label: `${familyName} ${givenName}`,
      text: frame.t.invitations.said[answers.get(id) ?? 'silent'],
    }))
    .toSorted((a, b) => rank(a.value) - rank(b.value) || a.label.localeCompare(b.label, 'fr'));
  const coming = open.filter(({ answer }) => answer?.kind === 'coming').map(({ personId }) => personId);
  const form = sent ?? { values: { present: coming, proof: ['3'] }, faults: {} };
  const line = eventLine(frame, event);
  const page = <RollPage line={line} people={choices} early={!hasBegun(event, deps)} form={form} />;
  return answerPage(c, frame, page, sent?.status);
}

interface RollProps {
  readonly line: { readonly href: string; readonly title: string };
  readonly people: readonly Choice[];
  readonly early: boolean;
  readonly form: ShownForm;
}

function RollPage({ line, people, early, form }: RollProps) {
  const frame = useFrame();
  const t = frame.t.invitations.dane;
  const proofs = PROOFS.map((value) => ({
    value,
    label: `${value} : ${frame.t.records.proofs[Number(value) as ProofLevel]}`,
  }));
  return (
    <DaneLayout section="events" title={t.presenceTitle(line.title)}>
      {people.length === 0 ? (
        <p class="notice">{early ? t.presenceEarly : t.presenceNone}</p>
      ) : (
        <>
          <p class="lede">{t.presenceLede}</p>
          <Form
            action={`${line.href}/invitations/presence`}
            form={form}
            labels={{ present: t.present, proof: t.proof }}
            submit={t.save}
          >
            <ChoiceGroup name="present" label={t.present} kind="checkbox" choices={people} />
            <SelectField name="proof" label={t.proof} choices={proofs} />
          </Form>
        </>
      )}
      <p>
        <a href={line.href}>{t.back}</a>
      </p>
    </DaneLayout>
  );
}
