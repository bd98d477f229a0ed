import { HTTPException } from 'hono/http-exception';
import { z } from 'zod';
import type { SignInDoubt } from '../../../../domain/access/account.ts';
import {
  linkToConfirm,
  newcomerNameOf,
  recordingToConfirm,
  statedNameText,
} from '../../../../domain/access/newcomer-name.ts';
import { type ProvedIdentity, provedNameOf } from '../../../../domain/access/signed-in-identity.ts';
import { declaredFullName, fullName, isSameName } from '../../../../domain/person/name.ts';
import type { Person } from '../../../../domain/records.ts';
import type { Uai } from '../../../../domain/uai.ts';
import { requestAsText } from '../../../../features/mission-proposals/school-newcomers.tsx';
import { doubtTitle, IdentityWarning } from '../../components/identity-warning.tsx';
import { Paging, pageOf, sliceOf } from '../../components/pagination.tsx';
import { schoolAsText } from '../../engagements/descriptions.ts';
import type { AppDeps } from '../../env.ts';
import { Checkbox } from '../../forms/checkbox.tsx';
import type { FormState } from '../../forms/context.ts';
import { Form, Submit } from '../../forms/elements.tsx';
import { ErrorSummary, Rejection } from '../../forms/inputs.tsx';
import { findPerson, readLookupInput, refuseNamed } from '../../forms/name-lookup.ts';
import { PersonField } from '../../forms/name-lookup-field.tsx';
import {
  choiceOf,
  optionalText,
  type ParsedForm,
  parseValues,
  readForm,
  requiredText,
} from '../../forms/schema.ts';
import { afterDoing } from '../../forms/submission.ts';
import { usePageContext } from '../../layout/page-context.ts';
import { definePages } from '../../routing/define-pages.tsx';
import type { PageRequest } from '../../routing/page-request.ts';
import { deciderOf } from '../../school/context.ts';
import type { TextContext } from '../../view-models/text-context.ts';
import { DaneLayout } from '../layout.tsx';

const PATH = '/dane/people/doubts';
const doubtForm = z.object({
  id: requiredText(),
  act: choiceOf(['link', 'dismiss', 'create']),
  asked: optionalText(40),
});
const linkForm = z.object({ email: requiredText(254) });

/** `/dane/people/doubts`: people who signed in and do not match one record with certainty. */
export const doubtPages = (deps: AppDeps) =>
  definePages(deps, 'dane')
    .page(PATH, 'keep-register', renderDoubts)
    .form(PATH, 'keep-register', {
      page: renderDoubts,
      schema: readSettling,
      act: async ({ c, store, services, me }, { id, act, asked }, values) => {
        const confirmed = values[confirmField(id)]?.[0] === 'yes' ? values['names']?.[0] : undefined;
        if (act === 'create') {
          await services.welcomeNewcomer({ id, askedAt: asked, by: deciderOf(c), confirmed });
          return afterDoing('newcomer-welcomed', PATH);
        }
        const isLinked = act === 'link';
        const draft = readLookupInput(values, doubtField(id));
        const { key: person, ...named } = isLinked ? await findPerson(store, draft) : {};
        if (isLinked && !person) return refuseNamed(doubtField(id), named);
        await services.settleDoubt({ id, actor: me, confirmed, ...(person && { personId: person.id }) });
        return afterDoing('doubt-settled', PATH);
      },
      refusals: { 'address-taken': 409, 'settled-meanwhile': 409, 'identity-unconfirmed': 409 },
    });

/** Name of a doubt's address field: the page has one for each doubt. */
const doubtField = (id: string) => `email-${id}`;

/** Name of the box that confirms the names of a doubt. */
const confirmField = (id: string) => `confirm-${id}`;

type Settling = z.infer<typeof doubtForm>;

async function readSettling({ c }: PageRequest): Promise<ParsedForm<Settling>> {
  const values = await readForm(c);
  const form = parseValues(values, doubtForm);
  if (!form.ok) throw new HTTPException(400, { message: 'no doubt is named' });
  const { id, act } = form.value;
  if (act !== 'link') return form;
  const field = doubtField(id);
  const sent = parseValues({ email: values[field] ?? [] }, linkForm);
  return sent.ok ? form : { ok: false, values, faults: { [field]: sent.faults['email'] ?? 'required' } };
}

async function renderDoubts(pageRequest: PageRequest) {
  const t = pageRequest.t.dane.people.doubtsPage;
  const { rows, last } = pageOf(await pageRequest.store.readSignInDoubts(sliceOf(pageRequest)));
  const schools = await readSchoolsOf(pageRequest, rows);
  const toConfirm = await readToConfirm(pageRequest, rows);
  const labels = Object.fromEntries(rows.map(({ id }) => [doubtField(id), t.email]));
  return (
    <DaneLayout section="doubts" title={t.title}>
      <p class="lede">{rows.length > 0 ? t.lede : t.none}</p>
      <Rejection form={pageRequest.form} />
      <ErrorSummary form={pageRequest.form} labels={labels} />
      {rows.map((doubt) => (
        <Doubt
          {...doubt}
          form={pageRequest.form}
          {...schools(doubt)}
          wording={pageRequest.wording}
          toConfirm={toConfirm?.id === doubt.id ? toConfirm : undefined}
        />
      ))}
      <Paging next={last && `${PATH}?${new URLSearchParams({ after: last.id })}`} />
    </DaneLayout>
  );
}

/** Where each of these people asks to work, and which schools invited their address. */
async function readSchoolsOf({ store }: PageRequest, doubts: readonly SignInDoubt[]) {
  const addresses = doubts.flatMap(({ identity }) => identity.email ?? []);
  const invitations = await store.readMissionInvitationsTo(addresses);
  const uais = [...doubts.flatMap(({ request }) => request?.uai ?? []), ...invitations.map(({ uai }) => uai)];
  const schools = await store.readSchoolsByUai([...new Set(uais)]);
  const named = (uai: Uai) => schools.filter((one) => one.uai === uai).map(schoolAsText)[0] ?? uai;
  return ({ identity, request }: SignInDoubt) => ({
    school: request && named(request.uai),
    invitedBy: invitations.filter(({ email }) => email === identity.email).map(({ uai }) => named(uai)),
  });
}

/** What an agent must confirm before their act is done. */
interface ToConfirm {
  readonly id: string;
  /** What the form sends back if the box is ticked. */
  readonly names: string;
  /** The person to whom the sign-in would be linked; absent if a person would be created. */
  readonly person?: Person;
}

/** The doubt whose act was refused because its names were not confirmed; undefined if none was. */
async function readToConfirm(
  { store, sent }: PageRequest,
  doubts: readonly SignInDoubt[],
): Promise<ToConfirm | undefined> {
  if (sent?.code !== 'identity-unconfirmed') return undefined;
  const [id] = sent.values['id'] ?? [];
  const doubt = doubts.find((one) => one.id === id);
  if (!doubt) return undefined;
  if (sent.values['act']?.[0] === 'create') {
    const names = recordingToConfirm(doubt);
    return names === undefined ? undefined : { id: doubt.id, names };
  }
  const { key: person } = await findPerson(store, readLookupInput(sent.values, doubtField(doubt.id)));
  const names = person && linkToConfirm(doubt, person);
  return person && names !== undefined ? { id: doubt.id, names, person } : undefined;
}

interface DoubtProps extends SignInDoubt {
  readonly form: FormState;
  readonly wording: TextContext;
  /** The school that the person asks for. */
  readonly school: string | undefined;
  readonly invitedBy: readonly string[];
  readonly toConfirm: ToConfirm | undefined;
}

function Doubt(props: DoubtProps) {
  const { id, identity, reason, lastAt, request, form, wording, school, invitedBy, toConfirm } = props;
  const pageContext = usePageContext();
  const t = pageContext.t.dane.people.doubtsPage;
  const stated = pageContext.t.newcomers.dane;
  const { email = '—', provider } = identity;
  const names = pageContext.t.newcomers.identity;
  const name = doubtTitle(props);
  const isCreatable = reason === 'unknown-address' && newcomerNameOf(props) !== undefined;
  return (
    <section class="sheet">
      <h2>{name}</h2>
      <dl class="facts-list">
        <dt>{t.provider}</dt>
        <dd>{pageContext.t.account.signIn.providers[provider].name}</dd>
        <dt>{names.proved}</dt>
        <dd>{statedNameText(identity) ?? names.none}</dd>
        {request && (
          <>
            <dt>{names.declared}</dt>
            <dd>{declaredFullName(request)}</dd>
          </>
        )}
        <dt>{pageContext.t.dane.people.email}</dt>
        <dd>{email}</dd>
        <dt>{t.reason}</dt>
        <dd>{t.reasons[reason]}</dd>
        <dt>{t.last}</dt>
        <dd>{pageContext.t.moment(lastAt)}</dd>
        {request && (
          <>
            <dt>{stated.asked}</dt>
            <dd>{[school, requestAsText(request, wording)].join(', ')}</dd>
          </>
        )}
        {invitedBy.length > 0 && (
          <>
            <dt>{stated.invited}</dt>
            <dd>{invitedBy.join(' ; ')}</dd>
          </>
        )}
      </dl>
      <IdentityWarning doubt={props} />
      {request && <p class="note">{stated.createText}</p>}
      <Form action={PATH} form={form} hidden={{ id, asked: request?.at, names: toConfirm?.names }}>
        <PersonField name={doubtField(id)} label={t.email} optional />
        {toConfirm && <ConfirmNames identity={identity} toConfirm={toConfirm} />}
        <div class="actions">
          {isCreatable && (
            <Submit name="act" value="create">
              {stated.create} <span class="visually-hidden">{name}</span>
            </Submit>
          )}
          <Submit name="act" value="link" class={isCreatable ? 'secondary' : undefined}>
            {t.link} <span class="visually-hidden">{name}</span>
          </Submit>
          <Submit name="act" value="dismiss" class="secondary">
            {t.dismiss} <span class="visually-hidden">{name}</span>
          </Submit>
        </div>
      </Form>
    </section>
  );
}

interface ConfirmNamesProps {
  readonly identity: ProvedIdentity;
  readonly toConfirm: ToConfirm;
}

/** The names that differ, in the warning colour, and the box that confirms them. */
function ConfirmNames({ identity, toConfirm: { id, names, person } }: ConfirmNamesProps) {
  const t = usePageContext().t.newcomers.identity;
  const field = confirmField(id);
  if (!person) return <Checkbox name={field} label={t.confirmRecording(names)} />;
  const record = fullName(person);
  const proved = provedNameOf(identity);
  const isSame = proved !== undefined && isSameName(proved, person);
  return (
    <div class="notice notice-error">
      {!isSame && <p>{proved ? t.linkDiffers(fullName(proved), record) : t.linkUnproved(record)}</p>}
      <Checkbox name={field} label={t.confirmLink(record)} />
    </div>
  );
}
