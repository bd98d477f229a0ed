import { z } from 'zod';
import type { AwardWithCredential } from '../../../../application/store/badge-readers.ts';
import { duplicateAwards } from '../../../../domain/award/duplicates.ts';
import { type Recipient, SUSPENSION_CAUSES, type Suspension } from '../../../../domain/award/types.ts';
import { type CredentialId, parseCredentialId } from '../../../../domain/ids.ts';
import type { AppDeps } from '../../env.ts';
import { EMPTY_FORM } from '../../forms/context.ts';
import { Form } from '../../forms/elements.tsx';
import { ChoiceGroup, TextArea } from '../../forms/inputs.tsx';
import { choiceOf, optionalText, requiredText } from '../../forms/schema.ts';
import { usePageContext } from '../../layout/page-context.ts';
import { definePages } from '../../routing/define-pages.tsx';
import type { PageRequest } from '../../routing/page-request.ts';
import { readActors } from '../actor-names.ts';
import { REASON_LENGTH } from '../decisions/decide-form.tsx';
import { badgeName, readNames } from '../decisions/proposal-rows.ts';
import { DaneLayout } from '../layout.tsx';
import { answerMissing } from '../missing-page.tsx';

const REVOCATION = '/dane/credentials/:id/revocation';
const SUSPENSION = '/dane/credentials/:id/suspension';

const suspensionForm = z.object({
  cause: choiceOf(SUSPENSION_CAUSES),
  reason: requiredText(REASON_LENGTH),
  note: optionalText(REASON_LENGTH),
});

/** `/dane/credentials/{id}/…`: revokes a badge; suspends it, shows the suspension, and ends it. */
export const credentialPages = (deps: AppDeps) =>
  definePages(deps, 'dane')
    .page(REVOCATION, 'revoke-credential', renderRevocation)
    .form(REVOCATION, 'revoke-credential', {
      page: renderRevocation,
      schema: z.object({ reason: requiredText(REASON_LENGTH) }),
      act: (request, { reason }) =>
        changeCredential(request, (id) =>
          request.services.revokeCredential({ id, reason, actor: request.me }),
        ),
      done: 'revoked',
      // Another agent has revoked it in the meantime: the page names the agent and the reason.
      refusals: { 'already-revoked': 200, 'unknown-credential': 200 },
    })
    .page(SUSPENSION, 'revoke-credential', renderSuspension)
    .form(SUSPENSION, 'revoke-credential', {
      page: renderSuspension,
      schema: suspensionForm,
      act: (request, { cause, reason, note }) =>
        changeCredential(request, (id) =>
          request.services.suspendCredential({ id, cause, reason, actor: request.me, ...(note && { note }) }),
        ),
      done: 'suspended',
      // Another agent has suspended or revoked it in the meantime: the page shows this.
      refusals: { 'already-suspended': 200, 'already-revoked': 200, 'unknown-credential': 200 },
    })
    .form(`${SUSPENSION}/end`, 'revoke-credential', {
      page: renderSuspension,
      schema: z.object({ reason: optionalText(REASON_LENGTH) }),
      act: (request, { reason }) =>
        changeCredential(request, (id) =>
          request.services.resumeCredential({ id, actor: request.me, ...(reason && { reason }) }),
        ),
      done: 'resumed',
      refusals: { 'not-suspended': 200, 'already-revoked': 200, 'unknown-credential': 200 },
    });

/** Acts on the badge of the address, and goes back to its holder. */
async function changeCredential(request: PageRequest, take: (id: CredentialId) => Promise<unknown>) {
  const id = parseCredentialId(request.param('id'));
  if (!id) return answerMissing(request.c, request.deps, 'people');
  await take(id);
  const { recipient } = (await request.store.readCredential(id))?.award ?? {};
  return (recipient && recordHref(recipient)) ?? '/dane';
}

/** The address of a person's record; undefined for a school. */
function recordHref(recipient: Recipient): string | undefined {
  return recipient.kind === 'person' ? `/dane/people/${recipient.personId}` : undefined;
}

/** The credential of the address, with its badge and its holder in words. */
async function readNamed({ store, ports, wording, param }: PageRequest) {
  const id = parseCredentialId(param('id'));
  const found = id && (await store.readCredential(id));
  if (!id || !found) return undefined;
  const { nameOf } = await readNames(store, [found.award.recipient]);
  const badge = badgeName(ports.catalogue, { ...found.award, locale: wording.locale });
  return { id, ...found, badge, recipient: nameOf(found.award.recipient) };
}

async function renderRevocation(request: PageRequest) {
  const named = await readNamed(request);
  if (!named) return answerMissing(request.c, request.deps, 'people');
  const t = request.t.dane.people.revoke;
  const { award, badge, recipient } = named;
  const { revocation } = named.credential ?? {};
  const nameOf = await readActors(request.store, revocation ? [revocation.by] : []);
  return (
    <DaneLayout section="people" title={t.title(badge, recipient)}>
      <p>{t.about(badge, recipient, request.t.day(award.grantedAt))}</p>
      {revocation ? (
        <div class="notice">
          <p>{t.already(request.t.moment(revocation.at), nameOf(revocation.by, request.wording.locale))}</p>
          <p>{t.because(revocation.reason)}</p>
        </div>
      ) : (
        <>
          <p class="lede">{t.lede}</p>
          <Form
            action={`/dane/credentials/${named.id}/revocation`}
            form={request.sent ?? (await proposedForm(request, named))}
            labels={{ reason: t.reason }}
            submit={t.button}
          >
            <TextArea name="reason" help={t.reasonHelp(REASON_LENGTH)} rows={3} />
          </Form>
        </>
      )}
      <WholeRecord recipient={award.recipient} />
    </DaneLayout>
  );
}

/** The form with the public reason where another valid badge of the same kind replaces this badge. `?by=`
 *  holds the id of the other badge. */
async function proposedForm(request: PageRequest, { id, award }: { id: CredentialId } & AwardWithCredential) {
  const { store, ports, t, wording } = request;
  const by = parseCredentialId(request.query('by') ?? '');
  if (!by || by === id) return EMPTY_FORM;
  const awards = await store.readAwardsOf([award.recipient]);
  const same = duplicateAwards(awards, ports.clock.now()).find((twins) =>
    twins.some(({ credential }) => credential?.id === id),
  );
  const other = same?.find(({ credential }) => credential?.id === by);
  if (!other) return EMPTY_FORM;
  const badge = badgeName(ports.catalogue, { ...other.award, locale: wording.locale });
  const reason = t.dane.people.revoke.replacedBy(badge, t.day(other.award.grantedAt));
  return { values: { reason: [reason] }, faults: {} };
}

async function renderSuspension(request: PageRequest) {
  const named = await readNamed(request);
  if (!named?.credential || named.credential.erasedAt) {
    return answerMissing(request.c, request.deps, 'people');
  }
  const t = request.t.suspension;
  const { award, badge, recipient } = named;
  const { suspension, revocation } = named.credential;
  const title = suspension ? t.suspendedTitle : t.title;
  const href = `/dane/credentials/${named.id}`;
  return (
    <DaneLayout section="people" title={title(badge, recipient)}>
      <p>{t.about(badge, recipient, request.t.day(award.grantedAt))}</p>
      {revocation && <p class="notice">{t.revoked}</p>}
      {!revocation && suspension && (await renderSuspended(request, suspension, href))}
      {!revocation && !suspension && (
        <>
          <p class="lede">{t.lede}</p>
          <Form action={`${href}/suspension`} form={request.form} labels={t} submit={t.button}>
            <ChoiceGroup
              name="cause"
              kind="radio"
              choices={SUSPENSION_CAUSES.map((value) => ({ value, label: t.causes[value] }))}
            />
            <TextArea name="reason" help={t.reasonHelp(REASON_LENGTH)} rows={3} />
            <TextArea name="note" help={t.noteHelp(REASON_LENGTH)} rows={2} optional />
          </Form>
        </>
      )}
      <WholeRecord recipient={award.recipient} />
    </DaneLayout>
  );
}

/** A suspension, and the form that ends it. */
async function renderSuspended(request: PageRequest, suspension: Suspension, href: string) {
  const t = request.t.suspension;
  const { at, by, cause, reason, note } = suspension;
  const nameOf = await readActors(request.store, [by]);
  return (
    <>
      <div class="notice">
        <p>{t.since(request.t.moment(at), nameOf(by, request.wording.locale))}</p>
        <p>{t.because(t.causes[cause], reason)}</p>
        {note && <p>{t.noted(note)}</p>}
      </div>
      <h2>{t.endTitle}</h2>
      <p>{t.endText}</p>
      <Form
        action={`${href}/suspension/end`}
        form={request.form}
        labels={{ reason: t.endReason }}
        submit={t.endButton}
      >
        <TextArea name="reason" help={t.endReasonHelp(REASON_LENGTH)} rows={2} optional />
      </Form>
      <p>
        <a href={`${href}/revocation`}>{t.revokeInstead}</a>
      </p>
    </>
  );
}

function WholeRecord({ recipient }: { recipient: Recipient }) {
  const t = usePageContext().t.dane.decisions;
  const href = recordHref(recipient);
  if (href === undefined) return null;
  return (
    <p>
      <a href={href}>{t.wholeRecord}</a>
    </p>
  );
}
