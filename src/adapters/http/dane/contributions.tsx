import { z } from 'zod';
import { seenContribution } from '../../../domain/award/counted-records.ts';
import { DomainError } from '../../../domain/errors.ts';
import { fullName } from '../../../domain/person/name.ts';
import { CONTRIBUTION_KINDS, type Contribution } from '../../../domain/records.ts';
import { compact } from '../../../domain/text/omit-undefined.ts';
import { isLocalDate } from '../../../domain/time/calendar.ts';
import { CardTable } from '../components/card-table.tsx';
import { SafeLink } from '../components/details.tsx';
import { PAGE_SIZE, Paging, pageOf, sliceOf } from '../components/pagination.tsx';
import { ReasonField } from '../engagements/change-fields.tsx';
import { CHANGE_REASON_LENGTH } from '../engagements/change-form.ts';
import type { AppDeps } from '../env.ts';
import { CheckboxField } from '../forms/checkbox.tsx';
import { isNarrowed } from '../forms/context.ts';
import { Form, Submit } from '../forms/elements.tsx';
import { Filter, type FilterField } from '../forms/filter.tsx';
import { ErrorSummary, Rejection } from '../forms/inputs.tsx';
import { manyOf, optionalText, requiredText } from '../forms/schema.ts';
import { afterDoing } from '../forms/submission.ts';
import { usePageContext } from '../layout/page-context.ts';
import { definePages, type Right } from '../routing/define-pages.tsx';
import type { PageRequest } from '../routing/page-request.ts';
import { DaneLayout } from './layout.tsx';

const PATH = '/dane/contributions';
const SEPARATOR = '~';

const validation = z
  .object({ reference: manyOf(PAGE_SIZE), seen: manyOf(PAGE_SIZE), back: optionalText(200) })
  .refine(({ reference }) => reference.length > 0, { path: ['reference'], message: 'none-chosen' });

const MAY_TAKE_BACK: Right = {
  may: 'keep-record',
  of: async ({ store, param }) => {
    const [found] = await store.readContributions([param('reference')]);
    return found && { kind: 'person', personId: found.personId };
  },
};

/** `/dane/contributions`: declared contributions that no one has validated yet, several of which are validated
 *  at once, and validations that may be taken back. */
export const contributionPages = (deps: AppDeps) =>
  definePages(deps, 'dane')
    .page(PATH, 'keep-register', renderContributions)
    .form(PATH, 'keep-register', {
      page: renderContributions,
      schema: validation,
      act: async ({ services, me }, { reference, seen, back = '' }) => {
        const done = await services.validateContributions({ references: reference, seen, actor: me });
        const to = /^\/dane\/people\/[\w-]+$/.test(back) ? back : PATH;
        const path = done.left > 0 ? `${to}?left=${done.left}` : to;
        return done.validated.length > 0 ? afterDoing('contributions-validated', path) : path;
      },
    })
    .page(`${PATH}/:reference/validation`, MAY_TAKE_BACK, renderTakeBack)
    .form(`${PATH}/:reference/validation`, MAY_TAKE_BACK, {
      page: renderTakeBack,
      schema: z.object({ reason: requiredText(CHANGE_REASON_LENGTH) }),
      act: async ({ services, store, param, me }, { reason }) => {
        const reference = param('reference');
        const [found] = await store.readContributions([reference]);
        await services.takeBackValidation({ reference, reason, actor: me });
        return afterDoing('validation-taken-back', `/dane/people/${found?.personId}`);
      },
      refusals: { 'contribution-in-badge': 409, 'store-conflict': 409 },
    });

async function renderContributions(request: PageRequest) {
  const { query } = request;
  const t = request.t.changes.queue;
  const [q = '', kind = '', which = ''] = ['q', 'kind', 'which'].map(query);
  const validated = which === 'validated';
  const { rows, last, total } = await readListed(request, { q, kind, validated });
  const pageHref = (more: Readonly<Record<string, string>>) =>
    `${PATH}?${new URLSearchParams({ q, kind, which, ...more })}`;
  const left = Number(query('left')) || 0;
  const isFiltered = isNarrowed({ values: { q: [q], kind: [kind] }, faults: {} });
  return (
    <DaneLayout section="decisions" title={validated ? t.titleValidated : t.title}>
      <p class="lede">{validated ? t.ledeValidated : t.lede(total)}</p>
      {left > 0 && <p class="notice">{t.left(left)}</p>}
      <ErrorSummary form={request.form} labels={{ reference: t.choose }} />
      <Filter
        action={PATH}
        form={{ values: { which: [which], q: [q], kind: [kind] }, faults: {} }}
        labels={{ ...t, q: t.name }}
        fields={filterFields(request)}
      />
      {rows.length === 0 && (
        <p class="notice">{isFiltered ? t.empty : t.none[validated ? 'validated' : 'waiting']}</p>
      )}
      {rows.length > 0 && validated && <ContributionRows rows={rows} validated />}
      {rows.length > 0 && !validated && (
        <Queue
          rows={rows}
          ticked={query('all') === '1'}
          tickAllHref={pageHref({ after: query('after') ?? '', all: '1' })}
        />
      )}
      <Paging next={last && pageHref({ after: `${last.on}${SEPARATOR}${last.reference}` })} />
    </DaneLayout>
  );
}

/** A contribution with the name of its author, and whether that is the viewer. */
type Listed = Contribution & { readonly name: string; readonly own: boolean };

async function readListed(request: PageRequest, requested: { q: string; kind: string; validated: boolean }) {
  const { store, me } = request;
  const { q, kind, validated } = requested;
  const known = CONTRIBUTION_KINDS.find((one) => one === kind);
  const filter = compact({ validated, kind: known, text: q.trim() || undefined });
  const [day = '', reference = ''] = request.query('after')?.split(SEPARATOR) ?? [];
  const after = isLocalDate(day) ? { on: day, reference } : undefined;
  const { limit } = sliceOf(request);
  const [found, total] = await Promise.all([
    store.searchContributions({ ...filter, limit, ...(after && { after }) }),
    store.countContributions(filter),
  ]);
  const { rows, last } = pageOf(found);
  const people = await store.readPeople([...new Set(rows.map(({ personId }) => personId))]);
  const names = new Map(people.map((person) => [person.id, fullName(person)]));
  const listed = rows.map((one): Listed => {
    return { ...one, name: names.get(one.personId) ?? '', own: one.personId === me };
  });
  return { rows: listed, last, total };
}

function filterFields({ t }: PageRequest): readonly FilterField[] {
  const { choices } = t.changes.queue;
  return [
    {
      kind: 'choice',
      name: 'which',
      choices: (['waiting', 'validated'] as const).map((value) => ({ value, label: choices[value] })),
      rest: 'waiting',
    },
    { kind: 'text', name: 'q' },
    {
      kind: 'choice',
      name: 'kind',
      choices: CONTRIBUTION_KINDS.map((value) => ({ value, label: t.records.contributions[value].one })),
    },
  ];
}

function Queue(props: { rows: readonly Listed[]; ticked: boolean; tickAllHref: string }) {
  const { rows, ticked, tickAllHref } = props;
  const t = usePageContext().t.changes.queue;
  return (
    <Form action={PATH} hidden={{ seen: rows.map(seenContribution) }} class="">
      <p>
        <a href={tickAllHref} data-tick-all>
          {t.tickAll(rows.length)}
        </a>
      </p>
      <ContributionRows rows={rows} validated={false} ticked={ticked} />
      <div class="actions stays">
        <Submit>{t.validate}</Submit>
      </div>
    </Form>
  );
}

function ContributionRows(props: { rows: readonly Listed[]; validated: boolean; ticked?: boolean }) {
  const { rows, validated, ticked = false } = props;
  const pageContext = usePageContext();
  const t = pageContext.t.changes.queue;
  const kindOf = ({ kind }: Contribution) => pageContext.t.records.contributions[kind].one;
  return (
    <CardTable
      id="reference"
      rows={rows}
      columns={[
        !validated && {
          heading: t.choose,
          cell: ({ own, name, ...one }) => {
            if (own) return <span class="note">{t.own}</span>;
            const label = t.chooseOne(kindOf(one), name);
            return <CheckboxField name="reference" value={one.reference} checked={ticked} label={label} />;
          },
        },
        {
          heading: t.person,
          cell: ({ personId, name }) => <a href={`/dane/people/${personId}`}>{name}</a>,
          names: true,
        },
        {
          heading: t.kind,
          cell: ({ title, description, ...one }) => (
            <>
              {title && `${title}\u00a0: `}
              {kindOf(one)}
              {description && <span class="note block">{description}</span>}
            </>
          ),
        },
        { heading: t.day, cell: ({ on }) => pageContext.t.day(on) },
        {
          heading: t.link,
          cell: ({ url }) => (url ? <SafeLink href={url}>{shortened(url)}</SafeLink> : '–'),
        },
        validated && {
          heading: t.takeBack,
          cell: ({ own, name, ...one }) => {
            if (own) return t.own;
            return (
              <a href={validationHref(one)} aria-label={t.takeBackOf(kindOf(one), name)}>
                {t.takeBack}
              </a>
            );
          },
        },
      ]}
    />
  );
}

/** Address of the page that takes back a validation. */
export function validationHref({ reference }: Contribution): string {
  return `${PATH}/${encodeURIComponent(reference)}/validation`;
}

/** Asks for a confirmation and the reason. */
async function renderTakeBack({ store, param, t: all, form }: PageRequest) {
  const { queue: t, fields } = all.changes;
  const [contribution] = await store.readContributions([param('reference')]);
  if (!contribution?.validated) throw new DomainError('not-found');
  const { kind, on, personId } = contribution;
  const [person] = await store.readPeople([personId]);
  return (
    <DaneLayout section="people" title={t.takeBackTitle}>
      <Rejection form={form} />
      <p class="lede">{t.takeBackText}</p>
      <dl class="facts-list">
        <dt>{t.person}</dt>
        <dd>{person && fullName(person)}</dd>
        <dt>{t.kind}</dt>
        <dd>{`${all.records.contributions[kind].one}, ${all.day(on)}`}</dd>
      </dl>
      <Form
        action={validationHref(contribution)}
        form={form}
        labels={fields}
        submit={t.takeBack}
        cancel={`/dane/people/${personId}`}
      >
        <ReasonField isRequired help={fields.reasonDocuments} />
      </Form>
    </DaneLayout>
  );
}

/** An address without its scheme, shortened where it is long. */
function shortened(url: string): string {
  const bare = url.replace(/^https?:\/\//i, '');
  return bare.length > 40 ? `${bare.slice(0, 39)}…` : bare;
}
