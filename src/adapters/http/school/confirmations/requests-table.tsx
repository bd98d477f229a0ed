import { FoldedMissions } from '../../engagements/engagement-facts.tsx';
import { CardTable } from '../../shell/card-table.tsx';
import { useFrame } from '../../shell/use-frame.ts';
import type { SchoolPlace } from '../school-shell.tsx';
import type { RequestView } from './requests-view.ts';

interface RequestsProps {
  readonly school: SchoolPlace;
  readonly requests: readonly RequestView[];
}

/** The requests, one row each. The clear ones are ticked, and one button, always visible, confirms them
 *  together. Every other decision has its link. */
export function RequestsTable({ school, requests }: RequestsProps) {
  const t = useFrame().t.school.decisions;
  const base = `/school/${school.uai}/confirmations`;
  const clear = requests.filter((one) => one.clear).length;
  const canConfirm = school.mayKeep && clear > 0;
  return (
    <form method="post" action={base} class="dense-rows" data-tick-count>
      {canConfirm && <p class="note">{t.confirmChosenText}</p>}
      <CardTable
        caption={t.toDecide}
        rows={requests}
        columns={[
          canConfirm && { heading: t.confirmColumn, cell: (one) => <Tick request={one} /> },
          { heading: t.person, cell: ({ name }) => name, names: true },
          { heading: t.period, cell: ({ period }) => period, class: () => 'nowrap' },
          { heading: t.missions, cell: (one) => <FoldedMissions segment={one} /> },
          { heading: t.roles, cell: ({ roles }) => roles.join(', ') || '–' },
          { heading: t.toSee, cell: (one) => <ToSee request={one} /> },
          school.mayKeep && {
            heading: t.otherwise,
            cell: (one) => <Otherwise base={base} request={one} />,
            label: false,
            class: () => 'nowrap',
          },
        ]}
      />
      {canConfirm && (
        <div class="actions stays">
          <button type="submit">{t.confirmChosen}</button>
          <output class="note" data-count={JSON.stringify(t.ticked(clear))} hidden />
        </div>
      )}
    </form>
  );
}

/** A box, where nothing prevents the confirmation. It sends the segment's state as shown. */
function Tick({ request }: { request: RequestView }) {
  const t = useFrame().t.school.decisions;
  return (
    <>
      <input type="hidden" name="seen" value={request.seen} />
      {request.clear ? (
        <input
          type="checkbox"
          name="reference"
          value={request.reference}
          checked
          data-counts
          aria-label={t.chooseOne(`${request.name}, ${request.period}`)}
        />
      ) : (
        <span class="note">{t.apart}</span>
      )}
    </>
  );
}

/** The obstacles to a confirmation, the warnings, and the time since the request. */
function ToSee({ request: { own, age, clashes, warnings } }: { request: RequestView }) {
  const t = useFrame().t.school.decisions;
  const said = [
    ...clashes.map(({ label, details }) => `${t.clash(label)} ${details.join(' ')}`),
    ...warnings,
    ...(own ? [t.own] : []),
    ...(age ? [age] : []),
  ];
  if (said.length === 0) return <>–</>;
  return (
    <ul class="plain to-see">
      {said.map((words) => (
        <li>{words}</li>
      ))}
    </ul>
  );
}

function Otherwise({ base, request }: { base: string; request: RequestView }) {
  const t = useFrame().t.school.decisions;
  const { own, reference, name, period, clashes } = request;
  if (own) return <>–</>;
  const act = clashes.length > 0 ? t.settleOne : t.one;
  return (
    <a href={`${base}/${encodeURIComponent(reference)}`} aria-label={t.oneOf(act, `${name}, ${period}`)}>
      {act}
    </a>
  );
}
