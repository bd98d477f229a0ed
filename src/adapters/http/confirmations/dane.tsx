import { z } from 'zod';
import type { Subject } from '../../../domain/access/may.ts';
import { isToRenew } from '../../../domain/engagement/renewal.ts';
import { DomainError } from '../../../domain/errors.ts';
import { fullName } from '../../../domain/person/name.ts';
import { schoolYearOf } from '../../../domain/time/school-year.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { PAGE_SIZE } from '../components/pagination.tsx';
import { readNames } from '../dane/decisions/proposal-rows.ts';
import { DaneLayout } from '../dane/layout.tsx';
import { newHeadPath } from '../dane/people/new-person.tsx';
import { describeEngagement } from '../engagements/descriptions.ts';
import { EngagementFacts } from '../engagements/facts.tsx';
import type { AppDeps } from '../env.ts';
import { ErrorSummary, Rejection } from '../forms/inputs.tsx';
import { requiredText } from '../forms/schema.ts';
import { TextForm } from '../forms/textarea.tsx';
import { definePages } from '../routing/define-pages.tsx';
import type { PageRequest } from '../routing/page-request.ts';
import { renderDocuments } from './confirmed-on-documents.tsx';
import {
  missingDays,
  RoleConflictFields,
  roleConflictLabels,
  roleConflictViews,
  roleFields,
  toSettlements,
} from './conflict-fields.tsx';
import {
  confirmChosen,
  DOCUMENTS_LENGTH,
  leftSentences,
  readSilent,
  SilentForm,
} from './requests-without-answer.tsx';

const LIST = '/dane/confirmations';
const ONE = `${LIST}/:reference`;

/** `/dane/confirmations`: the requests that wait for the DANE, of campaigns and of teachers, confirmed on
 *  documents one by one or several at once. */
export function daneConfirmationPages(deps: AppDeps) {
  const ofOne = { may: 'confirm-on-documents', of: requestedEngagement } as const;
  return definePages(deps, 'dane')
    .page(LIST, 'read-register', renderRequests)
    .form(
      LIST,
      'confirm-on-documents',
      confirmChosen(renderRequests, () => LIST),
    )
    .page(`${LIST}/documents`, 'read-register', renderAllDocuments)
    .page(ONE, ofOne, renderRequest)
    .form(ONE, ofOne, {
      page: renderRequest,
      schema: z.object({ documents: requiredText(DOCUMENTS_LENGTH), ...roleFields }),
      act: async (request, { documents, ...roles }) => {
        const faults = missingDays(roles);
        if (Object.keys(faults).length > 0) return { faults };
        const stated = { references: [request.param('reference')], documents, actor: request.me };
        const settlements = toSettlements(roles);
        const [done] = await request.services.confirmSilent({ ...stated, settlements });
        if (!done || done.outcome === 'confirmed') return undefined;
        const [refusal = ''] = leftSentences(request, done.outcome);
        return { refusal, status: 400 };
      },
      done: 'confirmed-on-documents',
      back: LIST,
      refusals: { 'role-day-outside': 400 },
    });
}

async function readNamedEngagement({ store, param }: PageRequest) {
  const [engagement] = await store.readEngagements([param('reference')]);
  return engagement;
}

async function requestedEngagement(request: PageRequest): Promise<Subject | undefined> {
  const engagement = await readNamedEngagement(request);
  return engagement && { kind: 'engagement', personId: engagement.personId, uai: engagement.uai };
}

async function renderRequests(request: PageRequest) {
  const { store, form, query } = request;
  const { campaigns } = request.t;
  const t = request.t.dane.confirmations;
  const [silent, uais] = await Promise.all([
    readSilent(request),
    store.readUnreachableSchools({ limit: PAGE_SIZE }),
  ]);
  const { schoolOf } = await readNames(store, [], uais);
  const after = query('after');
  const action = after ? `${LIST}?${new URLSearchParams({ after })}` : LIST;
  return (
    <DaneLayout section="campaigns" title={t.title}>
      {leftSentences(request, query('left') ?? '').map((sentence) => (
        <p class="notice" role="status">
          {sentence}
        </p>
      ))}
      <ErrorSummary form={form} labels={{ references: campaigns.select, documents: campaigns.documents }} />
      {silent.lines.length === 0 ? (
        <EmptyState>{t.none}</EmptyState>
      ) : (
        <SilentForm {...silent} href={LIST} action={action} form={form} lede={t.lede} />
      )}
      {uais.length > 0 && (
        <>
          <h2>{t.unreachable}</h2>
          <p>{t.unreachableText}</p>
          <ul>
            {uais.map((uai) => (
              <li>
                {schoolOf(uai) ?? uai} <a href={newHeadPath(uai)}>{t.addHead}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="actions">
        <a href={`${LIST}/documents`}>{t.documentsLink}</a>
        <a href="/dane/campaigns">{t.campaigns}</a>
      </p>
    </DaneLayout>
  );
}

function renderAllDocuments(request: PageRequest) {
  const t = request.t.dane.confirmations;
  return renderDocuments(request, {
    title: t.documentsLink,
    none: t.documentsNone,
    back: { href: LIST, label: t.back },
  });
}

/** One request or renewal, with a choice for each single role that another person holds. */
async function renderRequest(request: PageRequest) {
  const { store, form, wording, today } = request;
  const { campaigns } = request.t;
  const t = request.t.dane.confirmations;
  const engagement = await readNamedEngagement(request);
  const isRenewal = engagement && isToRenew(engagement, schoolYearOf(today));
  if (!engagement || (engagement.confirmation !== 'requested' && !isRenewal))
    throw new DomainError('not-found');
  const holders = await store.readSingleRoleEngagements([engagement]);
  const people = await store.readPeople([engagement, ...holders].map(({ personId }) => personId));
  const author = people.find(({ id }) => id === engagement.personId);
  const name = author ? fullName(author) : '';
  const { schoolOf } = await readNames(store, [], [engagement.uai]);
  const conflicts = roleConflictViews(engagement, holders, { people, wording });
  return (
    <DaneLayout section="campaigns" title={t.one(name)}>
      <Rejection form={form} />
      <p class="lede">{schoolOf(engagement.uai) ?? engagement.uai}</p>
      {isRenewal && <p>{t.renewLede}</p>}
      <EngagementFacts segment={describeEngagement(engagement, { name, confirmers: [] }, wording)} />
      <TextForm
        form={form}
        action={`${LIST}/${encodeURIComponent(engagement.reference)}`}
        name="documents"
        label={campaigns.documents}
        help={campaigns.documentsHelp}
        rows={2}
        maxlength={DOCUMENTS_LENGTH}
        submit={isRenewal ? t.renewOne : t.confirmOne}
        labels={roleConflictLabels(request, conflicts)}
      >
        <RoleConflictFields clashes={conflicts} />
      </TextForm>
      <p>
        <a href={LIST}>{t.back}</a>
      </p>
    </DaneLayout>
  );
}
