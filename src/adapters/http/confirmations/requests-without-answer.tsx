import { z } from 'zod';
import type { DocumentsRejection } from '../../../domain/confirmation/confirm-on-documents.ts';
import { silentSince } from '../../../domain/confirmation/request.ts';
import { findConflicts } from '../../../domain/engagement/role-conflict.ts';
import type { Engagement } from '../../../domain/records.ts';
import { detailTexts } from '../../../texts/engagement-details.ts';
import type { PageTexts } from '../../../texts/fr/pages.ts';
import { CardTable } from '../components/card-table.tsx';
import { PAGE_SIZE, Paging, pageOf, sliceOf } from '../components/pagination.tsx';
import { readNames } from '../dane/decisions/proposal-rows.ts';
import { CheckboxField } from '../forms/checkbox.tsx';
import type { FormState } from '../forms/context.ts';
import { Form, Submit } from '../forms/elements.tsx';
import { TextArea } from '../forms/inputs.tsx';
import { manyOf, requiredText } from '../forms/schema.ts';
import type { Done } from '../forms/submission.ts';
import { usePageContext } from '../layout/page-context.ts';
import type { PageForm, Render } from '../routing/define-pages.tsx';
import type { PageRequest } from '../routing/page-request.ts';

export const DOCUMENTS_LENGTH = 500;

const confirmForm = z.object({
  references: manyOf(PAGE_SIZE),
  documents: requiredText(DOCUMENTS_LENGTH),
});

/** The form that confirms the chosen engagements on the named documents, and leads `back` to a page. The
 *  redirection carries the reasons of those left unchanged. */
export function confirmChosen(
  page: Render,
  back: (pageRequest: PageRequest) => string,
): PageForm<z.output<typeof confirmForm>> {
  return {
    page,
    schema: confirmForm,
    act: async (pageRequest, { references, documents }) => {
      if (references.length === 0) return { faults: { references: 'required' } };
      const outcomes = await pageRequest.services.confirmSilent({
        references,
        documents,
        actor: pageRequest.me,
      });
      const left = outcomes.flatMap(({ outcome }) => (outcome === 'confirmed' ? [] : [outcome]));
      const done: Done = 'confirmed-on-documents';
      const query = new URLSearchParams({
        ...(left.length < outcomes.length && { done }),
        ...(left.length > 0 && { left: toLeftParameter(left) }),
      });
      return `${back(pageRequest)}?${query}`;
    },
  };
}

const LEFT = ['not-requested', 'not-silent', 'own-engagement', 'role-clash'] as const;
const LEFT_SEPARATOR = '.';

/** The reasons of engagements left unchanged, as one parameter of an address: `role-clash.role-clash`. */
function toLeftParameter(codes: readonly DocumentsRejection[]): string {
  return codes.join(LEFT_SEPARATOR);
}

/** These reasons in words: each one once, with its number of engagements. */
export function leftSentences({ t: { campaigns } }: { t: PageTexts }, parameter: string): readonly string[] {
  const codes = parameter.split(LEFT_SEPARATOR);
  return LEFT.flatMap((code) => {
    const total = codes.filter((one) => one === code).length;
    return total > 0 ? [campaigns.left[code](total)] : [];
  });
}

/** A page of the requests that wait for the DANE, of all campaigns or of one. */
export async function readSilent(pageRequest: PageRequest, campaignId?: string) {
  const { store, ports, me } = pageRequest;
  const askedUntil = silentSince(ports.clock.now());
  const { rows, last } = pageOf(
    await store.readSilentRequests({
      ...sliceOf(pageRequest),
      askedUntil,
      ...(campaignId !== undefined && { campaignId }),
    }),
  );
  const engagements = rows.map(({ engagement }) => engagement);
  const [{ nameOf, schoolOf }, holders] = [
    await readNamesOf(pageRequest, engagements),
    await store.readSingleRoleEngagements(engagements),
  ];
  const lines = rows.map(({ request, engagement }) => ({
    request,
    engagement,
    person: nameOf({ kind: 'person', personId: engagement.personId }),
    school: schoolOf(engagement.uai) ?? engagement.uai,
    /** Whether it is the agent's own engagement, which another agent must confirm. */
    own: engagement.personId === me,
    /** Whether another person holds its single role: it is then confirmed on a page of its own, which settles
     *  the role. */
    clashes: findConflicts(engagement, holders).length > 0,
    /** Whether its author heads the school, so that only the DANE can answer. */
    byHead: request.requestedAt > askedUntil,
  }));
  return { askedUntil, lines, last: last?.engagement.reference };
}

type SilentRow = Awaited<ReturnType<typeof readSilent>>['lines'][number];

export function readNamesOf({ store }: PageRequest, engagements: readonly Engagement[]) {
  return readNames(
    store,
    engagements.map(({ personId }) => ({ kind: 'person', personId })),
    engagements.map(({ uai }) => uai),
  );
}

/** A form to choose among the engagements that wait for the DANE, and to confirm them on the named documents. */
export function SilentForm({
  lines,
  last,
  href,
  action,
  form,
  lede,
}: Pick<Awaited<ReturnType<typeof readSilent>>, 'lines' | 'last'> & {
  /** The address of the list, without the place in it. */
  href: string;
  action: string;
  form: FormState;
  lede: string;
}) {
  const t = usePageContext().t.campaigns;
  return (
    <Form action={action} form={form} labels={t} summary={false} class="">
      <p>{lede}</p>
      <SilentTable lines={lines} chosen={form.values['references'] ?? []} />
      <Paging next={last && `${href}?${new URLSearchParams({ after: last })}`} />
      <div class="form">
        <TextArea name="documents" rows={2} maxlength={DOCUMENTS_LENGTH} />
      </div>
      <div class="actions stays">
        <Submit>{t.confirm}</Submit>
      </div>
    </Form>
  );
}

function SilentTable({ lines, chosen }: { lines: readonly SilentRow[]; chosen: readonly string[] }) {
  const { t: texts, locale } = usePageContext();
  const t = texts.campaigns;
  const { confirmations } = texts.dane;
  return (
    <CardTable
      rows={lines}
      columns={[
        { heading: t.select, cell: (line) => <Choice line={line} chosen={chosen} /> },
        {
          heading: t.person,
          cell: ({ person, engagement }) => <a href={`/dane/people/${engagement.personId}`}>{person}</a>,
          names: true,
        },
        { heading: t.school, cell: ({ school }) => school },
        {
          heading: t.period,
          cell: ({ engagement: { period } }) =>
            t.fromTo(texts.day(period.from), period.to && texts.day(period.to)),
        },
        {
          heading: t.missions,
          cell: ({ engagement: { missions, ...details } }) => (
            <Noted
              text={missions.join(' ')}
              note={detailTexts(details, locale, texts.records.roles).join(', ')}
            />
          ),
        },
        {
          heading: t.askedOn,
          cell: ({ request, byHead }) => (
            <Noted text={texts.day(request.requestedAt)} note={byHead && confirmations.byHead} />
          ),
        },
      ]}
    />
  );
}

function Noted({ text, note }: { text: string; note: string | false }) {
  return (
    <>
      {text}
      {note && <span class="note block"> {note}</span>}
    </>
  );
}

/** A box, unless the agent may not confirm the engagement, or must first settle a single role. */
function Choice({ line, chosen }: { line: SilentRow; chosen: readonly string[] }) {
  const { campaigns: t, dane } = usePageContext().t;
  const { confirmations } = dane;
  const { person, school, own, clashes } = line;
  const { reference } = line.engagement;
  if (own) return <span class="note">{t.own}</span>;
  if (clashes) {
    return (
      <a href={`/dane/confirmations/${encodeURIComponent(reference)}`}>
        {confirmations.settle}
        <span class="visually-hidden">
          {' '}
          {person}, {school}
        </span>
      </a>
    );
  }
  return (
    <CheckboxField
      name="references"
      value={reference}
      checked={chosen.includes(reference)}
      label={t.selectOne(person, school)}
    />
  );
}
