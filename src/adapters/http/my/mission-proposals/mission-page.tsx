import { Refusal } from '../../shell/fields.tsx';
import { Form } from '../../shell/form-parts.tsx';
import type { FormState } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { MyLayout } from '../my-layout.tsx';

export interface MissionProposalView {
  readonly id: string;
  readonly school: string;
  readonly from: string;
  readonly to?: string | undefined;
  /** How the missions are shared out, each in words. */
  readonly sharing: readonly string[];
  readonly missions: readonly string[];
  readonly roles: string;
  readonly words?: string | undefined;
  /** The author and the day of the proposal. */
  readonly by: string;
  /** Whether a mission needs an authorisation of the local authority. */
  readonly conditional: boolean;
  /** The answer or the withdrawal; absent while it waits. */
  readonly settled?: string | undefined;
}

interface MissionProps {
  readonly view: MissionProposalView;
  readonly form: FormState;
}

/** `/my/mission-proposals/{id}`: the missions that a principal proposes, and two buttons: accept and
 *  decline. */
export function MissionPage({ view, form }: MissionProps) {
  const t = useFrame().t.missionsProposed.mine;
  return (
    <MyLayout page="engagements" title={t.title}>
      <Refusal form={form} />
      <p class="lede">{view.by}</p>
      <dl class="facts-list">
        <dt>{t.school}</dt>
        <dd>{view.school}</dd>
        <dt>{t.from}</dt>
        <dd>{view.from}</dd>
        {view.to && (
          <>
            <dt>{t.to}</dt>
            <dd>{view.to}</dd>
          </>
        )}
        <dt>{t.missions}</dt>
        <dd>
          <ul>
            {view.missions.map((mission) => (
              <li>{mission}</li>
            ))}
          </ul>
        </dd>
        {view.roles && (
          <>
            <dt>{t.roles}</dt>
            <dd>{view.roles}</dd>
          </>
        )}
        {view.sharing.length > 0 && (
          <>
            <dt>{t.sharing}</dt>
            <dd>{view.sharing.join(', ')}</dd>
          </>
        )}
        {view.words && (
          <>
            <dt>{t.words}</dt>
            <dd>{view.words}</dd>
          </>
        )}
      </dl>
      {view.conditional && <p class="note">{t.conditional}</p>}
      {view.settled ? <p class="notice">{view.settled}</p> : <Answer view={view} form={form} />}
      {view.settled && (
        <p>
          <a href="/my/engagements">{t.engagements}</a>
        </p>
      )}
    </MyLayout>
  );
}

function Answer({ view, form }: MissionProps) {
  const t = useFrame().t.missionsProposed.mine;
  return (
    <>
      <p>{t.choice}</p>
      <Form action={`/my/mission-proposals/${view.id}`} form={form}>
        <div class="actions">
          <button type="submit" name="outcome" value="accepted">
            {t.accept}
          </button>
          <button type="submit" name="outcome" value="declined" class="secondary">
            {t.decline}
          </button>
          <a href="/my">{t.back}</a>
        </div>
      </Form>
    </>
  );
}
