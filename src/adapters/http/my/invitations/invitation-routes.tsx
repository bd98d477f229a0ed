import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { Subject } from '../../../../domain/access/may.ts';
import { DomainError } from '../../../../domain/errors.ts';
import { INVITATION_ANSWERS, type InvitationAnswer, isToCome } from '../../../../domain/event/invitation.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { requireMay, requireSignedIn } from '../../middleware/signed-in.ts';
import { type EventLine, eventLine } from '../../shell/event-line.ts';
import { Refusal } from '../../shell/fields.tsx';
import { choiceOf } from '../../shell/form.ts';
import { Form } from '../../shell/form-parts.tsx';
import { answerPage } from '../../shell/page-answer.tsx';
import { afterDoing, type ShownForm, takeForm } from '../../shell/take-form.ts';
import { EMPTY_FORM } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';
import { MyLayout } from '../my-layout.tsx';

const answerForm = z.object({ answer: choiceOf(INVITATION_ANSWERS) });

/** `/my/invitations/{code}`: a person answers an invitation of the DANE. */
export function myInvitationRoutes(deps: AppDeps) {
  const { services, ports } = deps;
  const codeOf = (c: Context<AppEnv>) => c.req.param('code') ?? '';
  const guards = [
    requireSignedIn(deps),
    requireMay(deps, 'keep-own-record', async (c): Promise<Subject | undefined> => {
      const { personId } = c.var.signedIn.actor;
      const invitation = await ports.store.readInvitation(codeOf(c), personId);
      return invitation && { kind: 'person', personId };
    }),
  ] as const;
  return new Hono<AppEnv>()
    .get('/my/invitations/:code', ...guards, (c) => showInvitation(c, deps))
    .post(
      '/my/invitations/:code',
      ...guards,
      takeForm(deps, {
        schema: answerForm,
        show: (c, sent) => showInvitation(c, deps, sent),
        act: async (c, { answer }) => {
          const { personId } = c.var.signedIn.actor;
          await services.answerInvitation({ eventCode: codeOf(c), personId, answer });
          return afterDoing('invitation-answered', '/my');
        },
        refusals: { 'invitation-over': 409 },
      }),
    );
}

async function showInvitation(c: Context<AppEnv>, deps: AppDeps, sent?: ShownForm) {
  const { store, clock } = deps.ports;
  const code = c.req.param('code') ?? '';
  const [[event], invitation] = await Promise.all([
    store.readEvents([code]),
    store.readInvitation(code, c.var.signedIn.actor.personId),
  ]);
  if (!event || !invitation) throw new DomainError('not-found');
  const frame = workspaceFrame(c, deps, 'my');
  const over = isToCome(event, clock.now()) ? undefined : 'over';
  const page = (
    <InvitationPage
      line={eventLine(frame, event)}
      answer={invitation.answer?.kind}
      closed={invitation.cancelledAt ? 'cancelled' : over}
      form={sent ?? EMPTY_FORM}
    />
  );
  return answerPage(c, frame, page, sent?.status);
}

interface InvitationProps {
  readonly line: EventLine;
  readonly answer: InvitationAnswer | undefined;
  readonly closed: 'cancelled' | 'over' | undefined;
  readonly form: ShownForm;
}

function InvitationPage({ line, answer, closed, form }: InvitationProps) {
  const { mine: t, answers } = useFrame().t.invitations;
  return (
    <MyLayout page="home" title={t.title}>
      <Refusal form={form} />
      <h2>{line.title}</h2>
      <p class="lede">
        {[line.kind === line.title ? '' : line.kind, line.dates, line.hours].filter(Boolean).join(' · ')}
      </p>
      {answer && <p>{t.answered[answer]}</p>}
      {closed ? (
        <p class="notice">{t[closed]}</p>
      ) : (
        <>
          <p>{t.lede}</p>
          <Form action={`/my/invitations/${encodeURIComponent(line.code)}`} form={form}>
            <div class="actions">
              {INVITATION_ANSWERS.map((value) => (
                <button
                  type="submit"
                  name="answer"
                  value={value}
                  class={value === (answer ?? 'coming') ? undefined : 'secondary'}
                  aria-pressed={value === answer ? 'true' : undefined}
                >
                  {answers[value]}
                </button>
              ))}
            </div>
          </Form>
          <p class="note">{t.notProof}</p>
        </>
      )}
      <p>
        <a href="/my">{t.back}</a>
      </p>
    </MyLayout>
  );
}
