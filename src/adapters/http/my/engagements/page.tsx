import { isForDaneAlone } from '../../../../domain/confirmation/confirm-on-documents.ts';
import { isSameAction } from '../../../../domain/engagement/authorisation-key.ts';
import { actionsDuring } from '../../../../domain/engagement/authorised-actions.ts';
import { isStillOpen } from '../../../../domain/engagement/declaration.ts';
import type { MissionCode } from '../../../../domain/engagement/mission.ts';
import { DomainError } from '../../../../domain/errors.ts';
import { type Engagement, isCountable } from '../../../../domain/records.ts';
import { ProcedureLink } from '../../../../features/procedure-sheets/school.tsx';
import { typographic } from '../../../../texts/grammar.ts';
import { CardTable } from '../../components/card-table.tsx';
import { ConfirmationTag, standingOf } from '../../components/confirmation-tag.tsx';
import { ChangeHistory } from '../../engagements/change-history.tsx';
import { type ChangeRow, changeRow, readNamesOf } from '../../engagements/change-view.ts';
import { missionAsText, periodAsText, sharedMissionAsText } from '../../engagements/descriptions.ts';
import { DetailFacts } from '../../engagements/facts.tsx';
import type { AppDeps } from '../../env.ts';
import { ActionButton } from '../../forms/elements.tsx';
import { noFields } from '../../forms/schema.ts';
import { afterDoing } from '../../forms/submission.ts';
import { usePageContext } from '../../layout/page-context.ts';
import { definePages, type Right } from '../../routing/define-pages.tsx';
import type { PageRequest } from '../../routing/page-request.ts';
import { MyLayout } from '../layout.tsx';
import { EngagementActions } from './actions.tsx';
import { openDeclaration, takeDeclaration } from './declaration.tsx';
import { toDeclarationValues } from './declaration-form.ts';
import { type EngagementView, engagementPath, engagementView, noticeSentences } from './view.ts';

const PATH = '/my/engagements/:reference';

/** Only the teacher of the engagement in the address may keep it. */
export const EDIT_ENGAGEMENT: Right = {
  may: 'keep-own-record',
  of: async ({ store, param }) => {
    const [engagement] = await store.readEngagements([param('reference')]);
    return engagement && { kind: 'engagement', personId: engagement.personId, uai: engagement.uai };
  },
};

/** `/my/engagements/{reference}`: one engagement, its notices, and the acts that its author may still do. */
export const engagementPages = (deps: AppDeps) =>
  definePages(deps, 'my')
    .page(PATH, EDIT_ENGAGEMENT, renderEngagement)
    .page(`${PATH}/edit`, EDIT_ENGAGEMENT, async (request) =>
      openDeclaration(request, toDeclarationValues((await readOpen(request)).engagement)),
    )
    .form(
      `${PATH}/edit`,
      EDIT_ENGAGEMENT,
      takeDeclaration(
        async ({ services, me, param }, declaration) => {
          const reference = param('reference');
          await services.redeclareEngagement({ personId: me, declaration, reference });
          return afterDoing('engagement-changed', engagementPath(reference));
        },
        async (request) => toDeclarationValues((await readOwn(request)).engagement),
      ),
    )
    .page(`${PATH}/withdraw`, EDIT_ENGAGEMENT, renderWithdrawal)
    .form(`${PATH}/withdraw`, EDIT_ENGAGEMENT, {
      schema: noFields,
      act: async ({ services, me, param }) => {
        await services.withdrawEngagement({ personId: me, reference: param('reference') });
      },
      done: 'engagement-withdrawn',
      back: '/my/engagements',
    });

async function readOwn({ services, me, param }: PageRequest) {
  const own = await services.readOwnRecord(me);
  const engagement = own.record.engagements.find(({ reference }) => reference === param('reference'));
  if (!engagement) throw new DomainError('not-found');
  return { own, engagement };
}

/** The engagement of the address, while its author may still change or withdraw it. */
async function readOpen(request: PageRequest) {
  const { own, engagement } = await readOwn(request);
  if (!isStillOpen(engagement, own.declared)) throw new DomainError('engagement-not-open');
  return { own, engagement };
}

async function renderEngagement(request: PageRequest) {
  const { own, engagement } = await readOwn(request);
  const found = await request.services.readDeclarationNotices(engagement, own.record.engagements);
  const forDane = await isForDane(request, engagement);
  const view = engagementView(engagement, own, request.wording);
  const notices = noticeSentences(found, own, request.wording);
  const changes = await readChanges(request, engagement.reference);
  const t = request.t.my.engagements;
  return (
    <MyLayout page="engagements" title={t.oneTitle(view.school)}>
      <Facts view={view} />
      {notices.length > 0 && (
        <section class="notice">
          <h2>{t.notices}</h2>
          <ul>
            {notices.map((notice) => (
              <li>{notice}</li>
            ))}
          </ul>
        </section>
      )}
      <EngagementActions {...{ view, forDane, changes }} />
      {await renderAllowedActions(request, engagement)}
      <ChangeHistory lines={changes} />
    </MyLayout>
  );
}

/** Asks for a confirmation, because a withdrawn engagement is deleted. */
async function renderWithdrawal(request: PageRequest) {
  const { own, engagement } = await readOpen(request);
  const view = engagementView(engagement, own, request.wording);
  const t = request.t.my.engagements;
  return (
    <MyLayout page="engagements" title={t.withdrawTitle}>
      <Facts view={view} />
      <p>{t.withdrawAsk}</p>
      <div class="actions">
        <ActionButton action={`${view.href}/withdraw`}>{t.withdrawConfirm}</ActionButton>
        <a href={view.href}>{t.keep}</a>
      </div>
    </MyLayout>
  );
}

function Facts({ view }: { view: EngagementView }) {
  const pageContext = usePageContext();
  const t = pageContext.t.my.engagements;
  return (
    <dl class="facts-list">
      <dt>{t.school}</dt>
      <dd>
        {view.school} <span class="note">{view.uai}</span>
      </dd>
      <dt>{t.period}</dt>
      <dd>{view.period}</dd>
      <dt>{t.missions}</dt>
      <dd>
        <ul class="links">
          {view.missions.map((mission) => (
            <li>
              <span class="code">{mission.code}</span> {sharedMissionAsText(mission)}
            </li>
          ))}
        </ul>
      </dd>
      <DetailFacts of={view} none={t.noRole} />
      <dt>{t.state}</dt>
      <dd>
        <ConfirmationTag state={standingOf(view.confirmation)}>{view.state}</ConfirmationTag>
        {view.confirmedOn && `, ${t.confirmedOn(pageContext.t.day(view.confirmedOn))}`}
      </dd>
      {view.reservation && (
        <>
          <dt>{t.reservation}</dt>
          <dd>{view.reservation}</dd>
        </>
      )}
    </dl>
  );
}

/** The proposed and decided changes of this engagement, the newest first. */
async function readChanges(
  { store, me, wording }: PageRequest,
  reference: string,
): Promise<readonly ChangeRow[]> {
  const all = await store.readEngagementProposalsOf(me);
  const own = all.filter(({ engagementReference: of }) => of === reference || reference.startsWith(`${of}-`));
  const name = await readNamesOf(store, own, wording);
  return own.map((one) => changeRow(one, name, wording));
}

/** Whether its author is the school's only head: then the DANE answers. */
export async function isForDane({ store }: PageRequest, engagement: Engagement): Promise<boolean> {
  return isForDaneAlone(engagement, await store.readHeadsOf(engagement.uai));
}

/** The actions that the local authority allows at the school of a confirmed engagement on some of its days, with
 *  their procedure sheets. The engagement's own missions come first. */
async function renderAllowedActions(
  { store, wording, t: { my, school, procedureSheets } }: PageRequest,
  engagement: Engagement,
) {
  if (!isCountable(engagement.confirmation)) return null;
  const [authorisations, sheets] = await Promise.all([
    store.readAuthorisations([engagement.uai]),
    store.readProcedureSheets(engagement.uai),
  ]);
  const isOwn = (mission: MissionCode) => engagement.missions.includes(mission);
  const actions = actionsDuring([engagement], authorisations)
    .map((action) => ({ ...action, sheet: sheets.find((one) => isSameAction(one.action, action)) }))
    .toSorted((a, b) => Number(isOwn(b.mission)) - Number(isOwn(a.mission)));
  if (actions.length === 0) return null;
  const t = my.engagements;
  const labelOf = (code: MissionCode) =>
    typographic(wording.framework.missions.get(code)?.label[wording.locale] ?? '');
  return (
    <section id="actions">
      <h2>{t.allowed}</h2>
      <p>{t.allowedText}</p>
      <CardTable
        rows={actions}
        columns={[
          {
            heading: t.mission,
            cell: ({ mission }) => (
              <>
                {missionAsText(mission, wording)}{' '}
                {!isOwn(mission) && <span class="note block">{t.notYours}</span>}
              </>
            ),
            names: true,
          },
          { heading: school.actions.localAuthority, cell: ({ localAuthority }) => localAuthority },
          { heading: t.period, cell: ({ period }) => periodAsText(period, wording) },
          {
            heading: procedureSheets.heading,
            cell: ({ sheet, mission }) =>
              sheet ? <ProcedureLink sheet={sheet} mission={labelOf(mission)} /> : procedureSheets.none,
          },
        ]}
      />
    </section>
  );
}
