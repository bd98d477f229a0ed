import { isSameAction } from '../../../../domain/engagement/authorisation-key.ts';
import { actionsDuring } from '../../../../domain/engagement/authorised-actions.ts';
import type { MissionCode } from '../../../../domain/engagement/mission.ts';
import { type Engagement, isCountable } from '../../../../domain/records.ts';
import { typographic } from '../../../../texts/typographic.ts';
import { missionWords, periodWords } from '../../engagements/engagement-words.ts';
import { ProcedureLink } from '../../school/procedure-sheets.tsx';
import { CardTable } from '../../shell/card-table.tsx';
import type { Visit } from '../../shell/visit.ts';

/** The actions that the local authority allows at the school of a confirmed segment on some of its days, with
 *  their procedure sheets. The segment's own missions come first. */
export async function drawAllowedActions(
  { store, wording, t: { my, school } }: Visit,
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
                {missionWords(mission, wording)}{' '}
                {!isOwn(mission) && <span class="note block">{t.notYours}</span>}
              </>
            ),
            names: true,
          },
          { heading: school.actions.localAuthority, cell: ({ localAuthority }) => localAuthority },
          { heading: t.period, cell: ({ period }) => periodWords(period, wording) },
          {
            heading: school.procedures.heading,
            cell: ({ sheet, mission }) =>
              sheet ? <ProcedureLink sheet={sheet} mission={labelOf(mission)} /> : school.procedures.none,
          },
        ]}
      />
    </section>
  );
}
