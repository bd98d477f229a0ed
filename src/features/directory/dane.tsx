import { CopyButton } from '../../adapters/http/components/copy-button.tsx';
import { Paging, pageOf, peopleSliceOf } from '../../adapters/http/components/pagination.tsx';
import { answerCsv, setFileHeaders } from '../../adapters/http/dane/exports/file-response.ts';
import { DaneLayout } from '../../adapters/http/dane/layout.tsx';
import type { AppDeps } from '../../adapters/http/env.ts';
import { type FormState, isNarrowed } from '../../adapters/http/forms/context.ts';
import { departmentField, Filter, type FilterField } from '../../adapters/http/forms/filter.tsx';
import { usePageContext } from '../../adapters/http/layout/page-context.ts';
import { definePages } from '../../adapters/http/routing/define-pages.tsx';
import type { PageRequest } from '../../adapters/http/routing/page-request.ts';
import { DomainError } from '../../domain/errors.ts';
import { fullName } from '../../domain/person/name.ts';
import {
  type DirectoryFormat,
  type DirectoryLine,
  directoryAddresses,
  directoryCards,
  directoryTable,
  searchToday,
} from './actions.ts';
import { commonFields, DirectoryTable, readDirectoryQuery } from './components.tsx';

const PATH = '/dane/directory';
/** The events that a filter may name: the latest. */
const MOST_EVENTS = 50;

/** `/dane/directory`: who is RUPN today, with filters, and the ways to take the people away or to write to them. */
export const daneDirectoryPages = (deps: AppDeps) =>
  definePages(deps, 'dane')
    .page(PATH, 'read-register', renderDirectory)
    .page(`${PATH}.csv`, 'keep-register', async (request) => {
      const tables = tablesOf(await exported(request, 'csv'));
      return answerCsv(request.c, deps, { name: 'annuaire', tables });
    })
    .page(`${PATH}.vcf`, 'keep-register', async (request) => {
      const lines = await wholeOf(await exported(request, 'vcard'));
      setFileHeaders(request.c, deps, { name: 'annuaire.vcf', type: 'text/vcard; charset=utf-8' });
      return request.c.body(directoryCards(lines));
    })
    .page(`${PATH}/addresses`, 'keep-register', async (request) => {
      const lines = await wholeOf(await exported(request, 'addresses'));
      const { query } = await readDirectoryQuery(request);
      return <Addresses lines={lines} query={query} />;
    });

/** The people of the filter; the audit gets its line when the last of them is read. */
async function exported(request: PageRequest, format: DirectoryFormat) {
  const { filter, form } = await readDirectoryQuery(request);
  const [error] = Object.keys(form.faults);
  if (error) throw new DomainError('invalid-request', { reason: `the filter ${error} names nothing` });
  return request.services.exportDirectory({ actor: request.me, filter, format });
}

async function* tablesOf(slices: AsyncIterable<readonly DirectoryLine[]>) {
  for await (const lines of slices) yield directoryTable(lines);
}

async function wholeOf(slices: AsyncIterable<readonly DirectoryLine[]>): Promise<readonly DirectoryLine[]> {
  const whole: DirectoryLine[] = [];
  for await (const lines of slices) whole.push(...lines);
  return whole;
}

async function renderDirectory(request: PageRequest) {
  const { store, ports } = request;
  const t = request.t.directory;
  const { filter, form, query } = await readDirectoryQuery(request);
  const search = searchToday(ports, filter);
  const isFaulty = Object.keys(form.faults).length > 0;
  const [found, total] = isFaulty
    ? [[], 0]
    : await Promise.all([
        store.readDirectory({ ...search, ...peopleSliceOf(request) }),
        store.countDirectory(search),
      ]);
  const { rows, last } = pageOf(found);
  const next = last && new URLSearchParams([...new URLSearchParams(query), ['after', last.id]]);
  return (
    <DaneLayout section="directory" title={t.title}>
      <p class="lede">{t.lede}</p>
      {await renderFilter(request, form)}
      {total > 0 && (
        <p>
          <strong>{t.people(total)}</strong>
        </p>
      )}
      {total > 0 && <Ways query={query} />}
      {total === 0 ? (
        <p class="notice">{isNarrowed(form) ? t.none : t.nobody}</p>
      ) : (
        <DirectoryTable entries={rows} hrefOf={({ id }) => `/dane/people/${id}`} />
      )}
      <Paging next={next && `${PATH}?${next}`} />
    </DaneLayout>
  );
}

async function renderFilter({ store, t: texts, wording }: PageRequest, form: FormState) {
  const [departments, events] = await Promise.all([
    store.readDepartments(),
    store.searchEvents({ limit: MOST_EVENTS }),
  ]);
  const ofEvent: FilterField = {
    kind: 'choice',
    name: 'event',
    choices: events.map(({ code, title, startsOn }) => ({
      value: code,
      label: `${title} (${wording.t.day(startsOn)})`,
    })),
  };
  return (
    <Filter
      action={PATH}
      form={form}
      labels={texts.directory.filter}
      fields={[
        ...commonFields(wording),
        departmentField(departments),
        { kind: 'school', name: 'uai' },
        ...(events.length > 0 ? [ofEvent] : []),
      ]}
    />
  );
}

/** What can be done with the people of the filter. */
function Ways({ query }: { query: string }) {
  const { directory: t } = usePageContext().t;
  const of = (path: string) => (query ? `${path}?${query}` : path);
  return (
    <>
      <div class="actions">
        <a class="button" href={of('/dane/messages/new')}>
          {t.write}
        </a>
        <a href={of(`${PATH}/addresses`)}>{t.addresses}</a>
        <a href={of(`${PATH}.csv`)} download>
          {t.csv}
        </a>
        <a href={of(`${PATH}.vcf`)} download>
          {t.vcard}
        </a>
      </div>
      <p class="note">{t.audited}</p>
    </>
  );
}

function Addresses({ lines, query }: { lines: readonly DirectoryLine[]; query: string }) {
  const { directory: t } = usePageContext().t;
  const without = lines.filter(({ email }) => !email);
  return (
    <DaneLayout section="directory" title={t.addresses}>
      <p class="lede">{t.addressesLede(lines.length - without.length)}</p>
      <div class="field">
        <label for="addresses">{t.addressesLabel}</label>
        <textarea id="addresses" rows={9} readonly>
          {directoryAddresses(lines)}
        </textarea>
      </div>
      <CopyButton field="addresses" label={t.addressesLabel} />
      {without.length > 0 && <p>{t.addressesWithout(without.map(fullName))}</p>}
      <p>
        <a href={query ? `${PATH}?${query}` : PATH}>{t.back}</a>
      </p>
    </DaneLayout>
  );
}
