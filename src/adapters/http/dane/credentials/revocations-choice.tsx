import { z } from 'zod';
import { readLabels } from '../../../../application/awards/recipient.ts';
import {
  type RevocationsFilter,
  readFiltered,
  type StandingBadge,
} from '../../../../application/credentials/bulk-revocation.ts';
import type { Catalogue } from '../../../../application/ports.ts';
import { namedAs } from '../../../../texts/listed-as.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import type { FormState } from '../../forms/context.ts';
import { Form, Submit } from '../../forms/elements.tsx';
import { Filter } from '../../forms/filter.tsx';
import { ChoiceGroup, SelectField, TextArea } from '../../forms/inputs.tsx';
import { choiceName, readLookupInput } from '../../forms/name-lookup.ts';
import { optionalDate, optionalText, parseValues } from '../../forms/schema.ts';
import type { PageRequest } from '../../routing/page-request.ts';
import { REASON_LENGTH } from '../decisions/decide-form.tsx';
import { badgeName } from '../decisions/proposal-rows.ts';
import { DaneLayout } from '../layout.tsx';
import { readSchoolFilter } from '../school-filter.ts';

/** Number of badges that one page lists. */
export const LISTED = 200;

const FILTER = z.object({
  badge: optionalText(40),
  version: optionalText(6),
  from: optionalDate,
  until: optionalDate,
});

/** The filter in the page's address, as it was typed and as the store reads it. A filter with a fault selects
 *  nothing, because no one should revoke on a guess. */
export async function readFilter(
  request: PageRequest,
): Promise<{ filterForm: FormState; filter?: RevocationsFilter }> {
  const names = [...Object.keys(FILTER.shape), 'uai', choiceName('uai')];
  const values = Object.fromEntries(names.map((name) => [name, [(request.query(name) ?? '').trim()]]));
  const { text, choice } = readLookupInput(values, 'uai');
  const { uai, faults, choices } = await readSchoolFilter(request.store, text, choice);
  const read = parseValues(values, FILTER);
  const shown = { values, ...(choices && { choices }) };
  if (!read.ok) return { filterForm: { ...shown, faults: { ...read.faults, ...faults } } };
  const filterForm = { ...shown, faults };
  if (Object.keys(faults).length > 0) return { filterForm };
  const { version, ...said } = read.value;
  const number = Number(version ?? 0);
  const filter = { ...said, uai, ...(Number.isInteger(number) && number > 0 && { version: number }) };
  return { filterForm, filter };
}

/** Every badge of any version of the criteria, by its code. */
export function badgeCodes(catalogue: Catalogue): readonly string[] {
  const versions = catalogue.versions();
  return [...new Set(versions.flatMap(({ achievements }) => achievements.map(({ code }) => code)))];
}

function badgeChoices({ ports: { catalogue }, wording: { locale } }: PageRequest) {
  return badgeCodes(catalogue).map((achievement) => ({
    value: achievement,
    label: badgeName(catalogue, { achievement, locale }),
  }));
}

/** The badges to choose from, the public reason, and the replacement, if any. */
export async function renderChoice(request: PageRequest) {
  const { ports, store, services, form } = request;
  const t = request.t.revocations;
  const { filter, filterForm } = await readFilter(request);
  const given = request.c.req.queries('ids') ?? [];
  const ids = given.length > 0 || filter?.badge ? given : (form.values['ids'] ?? []);
  const { found, isMore } =
    ids.length > 0
      ? { found: (await services.readRevocations({ ids })).first, isMore: false }
      : await readFiltered(store, filter ?? {}, LISTED);
  const isRequested = filter?.badge !== undefined || ids.length > 0;
  const matching =
    isMore && filter?.badge ? (await services.readRevocations({ matching: filter })).ids.length : 0;
  const versions = ports.catalogue.versions().map(({ version }) => `${version}`);
  return (
    <DaneLayout section="decisions" title={t.title}>
      <p class="lede">{t.lede}</p>
      <Filter
        action="/dane/revocations"
        form={filterForm}
        labels={t}
        open={!isRequested}
        fields={[
          { kind: 'choice', name: 'badge', choices: badgeChoices(request), rest: '' },
          { kind: 'choice', name: 'version', choices: versions.map((value) => ({ value, label: value })) },
          { kind: 'school', name: 'uai' },
          { kind: 'day', name: 'from' },
          { kind: 'day', name: 'until' },
        ]}
      />
      {isRequested && found.length === 0 && <EmptyState>{t.none}</EmptyState>}
      {isRequested && found.length > 0 && (await renderFound(request, { found, given, matching }))}
    </DaneLayout>
  );
}

interface Found {
  readonly found: readonly StandingBadge[];
  /** The badges that the address names. */
  readonly given: readonly string[];
  /** The number of badges that the filter finds, where the page does not list them all; otherwise 0. */
  readonly matching: number;
}

/** The form that revokes the badges. Its address keeps the filter, so that a refused form is shown above the
 *  same list. */
async function renderFound(request: PageRequest, { found, given, matching }: Found) {
  const t = request.t.revocations;
  const listed = await listedBadges(request, found);
  const query = new URL(request.c.req.url).searchParams;
  const href = hrefOf(query);
  const ticksAll = !request.sent && (query.has('all') || given.length > 0);
  query.set('all', '1');
  const form = ticksAll ? { values: { ids: listed.map(({ id }) => id) }, faults: {} } : request.form;
  return (
    <Form action={href} form={form} labels={{ ids: t.choose, ...t }}>
      <p>
        <a href={`${hrefOf(query)}#ids`} data-tick-all>
          {t.tickAll(listed.length)}
        </a>
      </p>
      {matching > 0 && <p class="note">{t.more(LISTED, matching)}</p>}
      <ChoiceGroup
        name="ids"
        kind="checkbox"
        choices={listed.map(({ id, badge, recipient, grantedAt }) => ({
          value: id,
          label: t.of(badge, recipient, request.t.day(grantedAt)),
        }))}
      />
      <TextArea name="reason" help={t.reasonHelp(REASON_LENGTH)} rows={3} />
      <SelectField name="replacement" choices={badgeChoices(request)} optional />
      <TextArea name="replacementReason" rows={2} optional />
      <div class="actions">
        <Submit>{matching > 0 ? t.previewTicked : t.preview}</Submit>
        {matching > 0 && (
          <Submit class="secondary" name="which" value="matching">
            {t.previewAll(matching)}
          </Submit>
        )}
      </div>
    </Form>
  );
}

/** The address of the page with its filter. */
export function hrefOf(query: URLSearchParams): string {
  return query.size > 0 ? `/dane/revocations?${query}` : '/dane/revocations';
}

export async function listedBadges({ store, ports, wording }: PageRequest, badges: readonly StandingBadge[]) {
  const labelOf = await readLabels(
    store,
    badges.map(({ award }) => award.recipient),
  );
  return badges.map(({ award, credential }) => ({
    id: credential.id,
    badge: badgeName(ports.catalogue, { ...award, locale: wording.locale }),
    recipient: namedAs(labelOf(award.recipient)),
    grantedAt: award.grantedAt,
  }));
}
