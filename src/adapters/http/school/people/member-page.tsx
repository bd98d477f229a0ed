import { ChangeHistory } from '../../changes/change-history.tsx';
import type { ChangeLine } from '../../changes/change-view.ts';
import { type MemberSegment, MemberSegments } from '../../changes/member-segments.tsx';
import { DateField, Refusal } from '../../shell/fields.tsx';
import { Form } from '../../shell/form-parts.tsx';
import type { FormState } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { type SchoolPlace, SchoolShell } from '../school-shell.tsx';
import { EndorsementPart, type EndorsementView } from './endorsement-part.tsx';

export interface MemberView {
  readonly id: string;
  readonly name: string;
  /** Whether it is the viewer's own record: somebody else decides then. */
  readonly own: boolean;
  readonly segments: readonly MemberSegment[];
  /** Proposals that wait, each with its address. */
  readonly waiting: readonly { readonly line: ChangeLine; readonly href: string }[];
  readonly history: readonly ChangeLine[];
  /** Whether a departure would end something. */
  readonly mayLeave: boolean;
  /** Absent where the viewer may not speak for the school, or nothing is confirmed. */
  readonly endorsement?: EndorsementView;
}

interface MemberProps {
  readonly school: SchoolPlace;
  readonly view: MemberView;
  readonly form: FormState;
}

/** `/school/{uai}/people/{person}`: one person's engagements at the school, what may be changed in them, and
 *  the departure that ends them all. */
export function MemberPage({ school, view, form }: MemberProps) {
  const t = useFrame().t.changes;
  return (
    <SchoolShell school={school} page="overview" title={view.name} description={t.person.engagements}>
      <Refusal form={form} />
      {view.own && <p class="notice">{t.person.own}</p>}
      {view.waiting.map(({ line, href }) => (
        <p class="notice">
          {line.what} {line.story[0]} <a href={href}>{t.decide.open}</a>
        </p>
      ))}
      <h2>{t.person.engagements}</h2>
      <MemberSegments segments={view.segments} />
      {view.endorsement && <EndorsementPart view={view.endorsement} form={form} />}
      {view.mayLeave && <Departure school={school} view={view} form={form} />}
      <ChangeHistory lines={view.history} />
    </SchoolShell>
  );
}

function Departure({ school, view, form }: MemberProps) {
  const t = useFrame().t.changes;
  return (
    <>
      <h2>{t.person.leaving}</h2>
      <p>{t.person.leavingText}</p>
      <Form
        action={`/school/${school.uai}/people/${view.id}/departure`}
        form={form}
        labels={{ lastDay: t.fields.to }}
        submit={t.person.leave}
      >
        <DateField name="lastDay" label={t.fields.to} help={t.fields.lastDayHelp} />
      </Form>
    </>
  );
}
