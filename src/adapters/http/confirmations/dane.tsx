import { z } from 'zod';
import type { Subject } from '../../../domain/access/may.ts';
import { isToRenew } from '../../../domain/engagement/renewal.ts';
import { DomainError } from '../../../domain/errors.ts';
import { fullName } from '../../../domain/person/name.ts';
import { schoolYearOf } from '../../../domain/time/school-year.ts';
import { Empty } from '../components/empty-state.tsx';
import { PAGE_SIZE } from '../components/pagination.tsx';
import { readNames } from '../dane/decisions/proposal-lines.ts';
import { DaneLayout } from '../dane/layout.tsx';
import { newHeadPath } from '../dane/people/add-person.tsx';
import { engagementInWords } from '../engagements/descriptions.ts';
import { EngagementFacts } from '../engagements/facts.tsx';
import type { AppDeps } from '../env.ts';
import { FaultSummary, Refusal } from '../forms/inputs.tsx';
import { requiredText } from '../forms/schema.ts';
import { TextForm } from '../forms/textarea.tsx';
import { pagesOf } from '../routing/define-pages.tsx';
import type { Visit } from '../routing/page-request.ts';
import { drawDocuments } from './confirmed-on-documents.tsx';
import {
  confirmChosen,
  DOCUMENTS_LENGTH,
  leftSentences,
  readSilent,
  SilentForm,
} from './requests-without-answer.tsx';
import {
  missingDays,
  RoleClashFields,
  roleClashLabels,
  roleClashViews,
  roleFields,
  toSettlements,
} from './role-conflict.tsx';

const LIST = '/dane/confirmations';
const ONE = `${LIST}/:reference`;

/** `/dane/confirmations`: the requests that wait for the DANE, of campaigns and of teachers, confirmed on
 *  documents one by one or several at once. */
export function daneConfirmationPages(deps: AppDeps) {
  const ofOne = { may: 'confirm-on-documents', of: askedSegment } as const;
  return pagesOf(deps, 'dane')
    .page(LIST, 'read-register', drawRequests)
    .form(
      LIST,
      'confirm-on-documents',
      confirmChosen(drawRequests, () => LIST),
    )
    .page(`${LIST}/documents`, 'read-register', drawAllDocuments)
    .page(ONE, ofOne, drawRequest)
    .form(ONE, ofOne, {
      page: drawRequest,
      schema: z.object({ documents: requiredText(DOCUMENTS_LENGTH), ...roleFields }),
      act: async (visit, { documents, ...roles }) => {
        const faults = missingDays(roles);
        if (Object.keys(faults).length > 0) return { faults };
        const said = { references: [visit.param('reference')], documents, actor: visit.me };
        const settlements = toSettlements(roles);
        const [done] = await visit.services.confirmSilent({ ...said, settlements });
        if (!done || done.outcome === 'confirmed') return undefined;
        const [refusal = ''] = leftSentences(visit, done.outcome);
        return { refusal, status: 400 };
      },
      done: 'confirmed-on-documents',
      back: LIST,
      refusals: { 'role-day-outside': 400 },
    });
}

async function readAsked({ store, param }: Visit) {
  const [engagement] = await store.readEngagements([param('reference')]);
  return engagement;
}

async function askedSegment(visit: Visit): Promise<Subject | undefined> {
  const engagement = await readAsked(visit);
  return engagement && { kind: 'engagement', personId: engagement.personId, uai: engagement.uai };
}

async function drawRequests(visit: Visit) {
  const { store, form, query } = visit;
  const { confirmations: t, campaigns } = visit.t.dane;
  const [silent, uais] = await Promise.all([
    readSilent(visit),
    store.readUnreachableSchools({ limit: PAGE_SIZE }),
  ]);
  const { schoolOf } = await readNames(store, [], uais);
  const after = query('after');
  const action = after ? `${LIST}?${new URLSearchParams({ after })}` : LIST;
  return (
    <DaneLayout section="campaigns" title={t.title}>
      {leftSentences(visit, query('left') ?? '').map((sentence) => (
        <p class="notice" role="status">
          {sentence}
        </p>
      ))}
      <FaultSummary form={form} labels={{ references: campaigns.select, documents: campaigns.documents }} />
      {silent.lines.length === 0 ? (
        <Empty>{t.none}</Empty>
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

function drawAllDocuments(visit: Visit) {
  const t = visit.t.dane.confirmations;
  return drawDocuments(visit, {
    title: t.documentsLink,
    none: t.documentsNone,
    back: { href: LIST, label: t.back },
  });
}

/** One request or renewal, with a choice for each single role that another person holds. */
async function drawRequest(visit: Visit) {
  const { store, form, wording, today } = visit;
  const { confirmations: t, campaigns } = visit.t.dane;
  const engagement = await readAsked(visit);
  const isRenewal = engagement && isToRenew(engagement, schoolYearOf(today));
  if (!engagement || (engagement.confirmation !== 'requested' && !isRenewal))
    throw new DomainError('not-found');
  const holders = await store.readSingleRoleSegments([engagement]);
  const people = await store.readPeople([engagement, ...holders].map(({ personId }) => personId));
  const author = people.find(({ id }) => id === engagement.personId);
  const name = author ? fullName(author) : '';
  const { schoolOf } = await readNames(store, [], [engagement.uai]);
  const clashes = roleClashViews(engagement, holders, { people, wording });
  return (
    <DaneLayout section="campaigns" title={t.one(name)}>
      <Refusal form={form} />
      <p class="lede">{schoolOf(engagement.uai) ?? engagement.uai}</p>
      {isRenewal && <p>{t.renewLede}</p>}
      <EngagementFacts segment={engagementInWords(engagement, { name, confirmers: [] }, wording)} />
      <TextForm
        form={form}
        action={`${LIST}/${encodeURIComponent(engagement.reference)}`}
        name="documents"
        label={campaigns.documents}
        help={campaigns.documentsHelp}
        rows={2}
        maxlength={DOCUMENTS_LENGTH}
        submit={isRenewal ? t.renewOne : t.confirmOne}
        labels={roleClashLabels(visit, clashes)}
      >
        <RoleClashFields clashes={clashes} />
      </TextForm>
      <p>
        <a href={LIST}>{t.back}</a>
      </p>
    </DaneLayout>
  );
}
