import type { SchoolInYear } from '../../../../application/school/read-year.ts';
import { isSameAction } from '../../../../domain/engagement/authorisation-key.ts';
import type { Authorisation } from '../../../../domain/records.ts';
import { compact } from '../../../../domain/text/omit-undefined.ts';
import type { ProcedureSheet } from '../../../../features/procedure-sheets/feature.ts';
import { ProcedureLink } from '../../../../features/procedure-sheets/school.tsx';
import { CardTable } from '../../components/card-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { missionAsText, periodAsText } from '../../engagements/descriptions.ts';
import type { AppDeps } from '../../env.ts';
import { ActionButton } from '../../forms/elements.tsx';
import { afterDoing } from '../../forms/submission.ts';
import { usePageContext } from '../../layout/page-context.ts';
import { definePages } from '../../routing/define-pages.tsx';
import type { PageRequest } from '../../routing/page-request.ts';
import { placeOf } from '../context.ts';
import { SchoolLayout } from '../layout.tsx';
import {
  actionKey,
  editHref,
  findEdited,
  makeActionForms,
  originalOf,
  renderActionForm,
  toAuthorisation,
} from './action-form.tsx';

const PATH = '/school/:uai/actions';

/** `/school/{uai}/actions`: the local authority's authorisations for the school's RUPN. */
export function actionPages(deps: AppDeps) {
  const { services } = deps;
  const { keyForm, actionForm } = makeActionForms(deps);
  return definePages(deps, 'school')
    .page(PATH, 'read-establishment', renderActions)
    .form(PATH, 'keep-establishment', {
      page: renderActions,
      schema: actionForm,
      act: async ({ uai, me }, value) => {
        const original = originalOf(uai, value);
        const authorisation = toAuthorisation(uai, value);
        await services.saveLocalAction(compact({ authorisation, by: me, original }));
        return afterDoing(original ? 'action-changed' : 'action-added', `/school/${uai}/actions`);
      },
      refusals: { 'authorisation-exists': 409 },
    })
    .form(`${PATH}/remove`, 'keep-establishment', {
      page: renderActions,
      schema: keyForm,
      act: ({ uai, me }, key) =>
        services.removeLocalAction({ authorisation: toAuthorisation(uai, key), by: me }),
      done: 'action-removed',
      back: ({ uai }) => `/school/${uai}/actions`,
    });
}

async function renderActions(request: PageRequest) {
  const { uai, services, store } = request;
  const [school, sheets] = await Promise.all([services.readSchool(uai), store.readProcedureSheets(uai)]);
  const place = placeOf(request.c, school);
  const mayEquip = request.may('equip-establishment', { kind: 'establishment', uai });
  const { actions: t } = request.t.school;
  const procedures = request.t.procedureSheets;
  return (
    <SchoolLayout
      school={place}
      page="actions"
      title={t.title}
      description={t.lede}
      besides={mayEquip ? procedures.mayAttach : undefined}
    >
      <p class="lede">{t.lede}</p>
      <h2>{t.list}</h2>
      {school.authorisations.length === 0 ? (
        <EmptyState>{place.mayKeep ? t.none : t.noneToRead}</EmptyState>
      ) : (
        renderList(request, school, { sheets, mayKeep: place.mayKeep, mayEquip })
      )}
      {place.mayKeep && renderActionForm(request, school, findEdited(request, school))}
    </SchoolLayout>
  );
}

interface Held {
  readonly sheets: readonly ProcedureSheet[];
  readonly mayKeep: boolean;
  /** Whether the viewer may attach procedure sheets. */
  readonly mayEquip: boolean;
}

function renderList(
  { uai, wording, t: texts }: PageRequest,
  school: SchoolInYear,
  { sheets, mayKeep, mayEquip }: Held,
) {
  const { actions: t } = texts.school;
  const procedures = texts.procedureSheets;
  const labelOf = (action: Authorisation) => missionAsText(action.mission, wording);
  return (
    <CardTable
      rows={school.authorisations}
      columns={[
        { heading: t.mission, cell: labelOf, names: true },
        { heading: t.localAuthority, cell: (action) => action.localAuthority },
        { heading: t.period, cell: (action) => periodAsText(action.period, wording) },
        { heading: t.convention, cell: (action) => action.convention ?? t.noConvention },
        {
          heading: procedures.heading,
          cell: (action) => (
            <Procedure
              action={action}
              label={labelOf(action)}
              sheet={sheets.find((one) => isSameAction(one.action, action))}
              mayEquip={mayEquip}
            />
          ),
        },
        mayKeep && {
          heading: t.act,
          cell: (action) => (
            <div class="actions">
              <a href={editHref(action)} aria-label={t.editOf(labelOf(action))}>
                {t.edit}
              </a>
              <ActionButton
                action={`/school/${uai}/actions/remove`}
                hidden={actionKey(action)}
                class="link"
                label={t.removeOf(labelOf(action))}
              >
                {t.remove}
              </ActionButton>
            </div>
          ),
        },
      ]}
    />
  );
}

/** The procedure sheet of an action, with a link to attach, replace or remove it. */
function Procedure({
  action,
  label,
  sheet,
  mayEquip,
}: {
  action: Authorisation;
  label: string;
  sheet: ProcedureSheet | undefined;
  mayEquip: boolean;
}) {
  const t = usePageContext().t.procedureSheets;
  const href = `/school/${action.uai}/actions/procedure?${new URLSearchParams(actionKey(action))}`;
  return (
    <div class="actions">
      {sheet && <ProcedureLink sheet={sheet} mission={label} />}
      {!sheet && !mayEquip && t.none}
      {mayEquip && (
        <a href={href} aria-label={sheet ? t.replaceOf(label) : t.attachOf(label)}>
          {sheet ? t.replace : t.attach}
        </a>
      )}
    </div>
  );
}
