import { DomainError } from '../../../domain/errors.ts';
import type { Contribution } from '../../../domain/records.ts';
import { CardTable } from '../components/card-table.tsx';
import { ConfirmationTag } from '../components/confirmation-tag.tsx';
import { SafeLink } from '../components/details.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import type { AppDeps } from '../env.ts';
import { ActionButton } from '../forms/elements.tsx';
import { noFields } from '../forms/schema.ts';
import { type PageContext, usePageContext } from '../layout/page-context.ts';
import { definePages } from '../routing/define-pages.tsx';
import type { PageRequest } from '../routing/page-request.ts';
import { capitalised, contributionFormPages, EDIT_CONTRIBUTION } from './contribution-form.tsx';
import { MyLayout } from './layout.tsx';

/** `/my/contributions`: the work that the person ran, led or shared. */
export const contributionPages = (deps: AppDeps) =>
  definePages(deps, 'my')
    .page('/my/contributions', 'keep-own-record', renderContributions)
    .with(contributionFormPages(deps).routes)
    .page('/my/contributions/:reference/remove', EDIT_CONTRIBUTION, renderRemoval)
    .form('/my/contributions/:reference/remove', EDIT_CONTRIBUTION, {
      page: renderContributions,
      schema: noFields,
      act: ({ services, me, param }) =>
        services.removeContribution({ personId: me, reference: param('reference') }),
      done: 'contribution-removed',
      back: '/my/contributions',
    });

async function renderContributions({ services, me, t: { my } }: PageRequest) {
  const { record } = await services.readOwnRecord(me);
  const t = my.records.contributions;
  return (
    <MyLayout page="contributions" title={t.title} lede={t.lede}>
      <p>
        <a class="button" href="/my/contributions/new">
          {t.add}
        </a>
      </p>
      {record.contributions.length === 0 ? (
        <EmptyState>{t.empty}</EmptyState>
      ) : (
        <Contributions contributions={record.contributions.toReversed()} />
      )}
    </MyLayout>
  );
}

/** Latest first. */
function Contributions({ contributions }: { contributions: readonly Contribution[] }) {
  const pageContext = usePageContext();
  const t = pageContext.t.my.records.contributions;
  const kinds = pageContext.t.records.contributions;
  return (
    <CardTable
      rows={contributions}
      columns={[
        { heading: t.name, cell: (one) => <Name contribution={one} />, names: true },
        { heading: t.kind, cell: (one) => one.title && capitalised(kinds[one.kind].one) },
        { heading: t.day, cell: (one) => pageContext.t.day(one.on) },
        {
          heading: t.link,
          cell: (one) => (one.url ? <SafeLink href={one.url}>{shown(one.url)}</SafeLink> : t.noLink),
        },
        { heading: t.state, cell: (one) => <State contribution={one} /> },
        {
          heading: t.act,
          cell: (one) =>
            !one.validated && (
              <ContributionActions contribution={one} what={nameOf(one, contributions, pageContext)} />
            ),
        },
      ]}
    />
  );
}

/** Its title and its sentence; an old record has neither, and is named by its kind. */
function Name({ contribution: { kind, title, description } }: { contribution: Contribution }) {
  const kinds = usePageContext().t.records.contributions;
  return (
    <>
      {title ?? capitalised(kinds[kind].one)}
      {description && <span class="note block">{description}</span>}
    </>
  );
}

function State({ contribution: { validated } }: { contribution: Contribution }) {
  const t = usePageContext().t.my.records.contributions;
  return (
    <ConfirmationTag state={validated ? 'confirmed' : 'requested'}>
      {validated ? t.validated : t.notValidated}
    </ConfirmationTag>
  );
}

function ContributionActions({ contribution, what }: { contribution: Contribution; what: string }) {
  const t = usePageContext().t.my.records.contributions;
  const path = contributionPath(contribution.reference);
  return (
    <div class="actions">
      <a href={`${path}/edit`}>{t.edit(what)}</a>
      <a href={`${path}/remove`}>{t.remove(what)}</a>
    </div>
  );
}

/** Its title and day, or « projet du 3 mars 2026 »; with a number where several have the same name. */
function nameOf(one: Contribution, all: readonly Contribution[], pageContext: PageContext): string {
  const t = pageContext.t.my.records.contributions;
  if (one.title) {
    const named = all.filter(({ title }) => title === one.title);
    const texts = t.titled(one.title, pageContext.t.day(one.on));
    return named.length > 1 ? t.oneOf(texts, named.indexOf(one) + 1, named.length) : texts;
  }
  const what = t.what(pageContext.t.records.contributions[one.kind].one, pageContext.t.day(one.on));
  const alike = all.filter(({ kind, on, title }) => !title && kind === one.kind && on === one.on);
  return alike.length > 1 ? t.oneOf(what, alike.indexOf(one) + 1, alike.length) : what;
}

/** Asks for a confirmation, because a removed contribution is deleted. */
async function renderRemoval({ store, param, t: { my, records, day } }: PageRequest) {
  const [contribution] = await store.readContributions([param('reference')]);
  if (!contribution) throw new DomainError('not-found');
  if (contribution.validated) throw new DomainError('contribution-validated');
  const t = my.records.contributions;
  const { kind, title, on, url, reference } = contribution;
  return (
    <MyLayout page="contributions" title={t.removeTitle}>
      <dl class="facts-list">
        {title && (
          <>
            <dt>{t.name}</dt>
            <dd>{title}</dd>
          </>
        )}
        <dt>{t.kind}</dt>
        <dd>{capitalised(records.contributions[kind].one)}</dd>
        <dt>{t.day}</dt>
        <dd>{day(on)}</dd>
        <dt>{t.link}</dt>
        <dd>{url ? <SafeLink href={url}>{shown(url)}</SafeLink> : t.noLink}</dd>
      </dl>
      <p>{t.removeAsk}</p>
      <div class="actions">
        <ActionButton action={`${contributionPath(reference)}/remove`}>{t.removeConfirm}</ActionButton>
        <a href="/my/contributions">{t.keep}</a>
      </div>
    </MyLayout>
  );
}

function contributionPath(reference: string): string {
  return `/my/contributions/${encodeURIComponent(reference)}`;
}

/** An address without its scheme, shortened where it is long. */
function shown(url: string): string {
  const bare = url.replace(/^https?:\/\//i, '');
  return bare.length > 40 ? `${bare.slice(0, 39)}…` : bare;
}
