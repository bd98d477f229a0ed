import { ChangeHistory } from '../../engagements/change-history.tsx';
import type { ChangeLine } from '../../engagements/change-view.ts';
import { type MemberSegment, MemberSegments } from '../../engagements/member-segments.tsx';
import { DateField, Refusal } from '../../shell/fields.tsx';
import { Form } from '../../shell/form-parts.tsx';
import { Fold } from '../../shell/parts.tsx';
import type { FormState } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { type SchoolPlace, SchoolShell } from '../school-shell.tsx';
import { EndorsementPart, type EndorsementView } from './endorsement-part.tsx';

export interface MemberView {
  readonly id: string;
  readonly name: string;
  /** Whether it is the viewer's own record, on which somebody else decides. */
  readonly own: boolean;
  readonly segments: readonly MemberSegment[];
  /** Present where the engagements end before the school year: the last day, and the form that proposes the
   *  missions to somebody else. */
  readonly ending?: { readonly on: string; readonly proposeHref: string } | undefined;
  /** Proposals that wait, each with its address. */
  readonly waiting: readonly { readonly line: ChangeLine; readonly href: string }[];
  readonly history: readonly ChangeLine[];
  /** Whether there is an engagement that a departure would end. */
  readonly mayLeave: boolean;
  /** Absent where the viewer may not speak for the school, or no engagement is confirmed. */
  readonly endorsement?: EndorsementView;
}

interface MemberProps {
  readonly school: SchoolPlace;
  readonly view: MemberView;
  readonly form: FormState;
}

/** `/school/{uai}/people/{person}`: one person's engagements at the school, the possible changes, and the
 *  departure that ends them all. */
export function MemberPage({ school, view, form }: MemberProps) {
  const t = useFrame().t.changes;
  const current = view.segments.filter(({ over }) => !over);
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
      {view.ending && <Ending school={school} ending={view.ending} />}
      {current.length > 0 && <MemberSegments segments={current} />}
      {view.mayLeave && <Departure school={school} view={view} form={form} />}
      <Past segments={view.segments.filter(({ over }) => over)} />
      {view.endorsement && <EndorsementPart view={view.endorsement} form={form} />}
      <ChangeHistory lines={view.history} />
    </SchoolShell>
  );
}

/** The next steps after an end: another person for the missions, and the papers of the person who leaves. */
function Ending({ school, ending }: { school: SchoolPlace; ending: NonNullable<MemberView['ending']> }) {
  const t = useFrame().t.changes.person;
  return (
    <div class="notice">
      <p>{t.ending(ending.on)}</p>
      <p class="actions">
        <a href={ending.proposeHref}>{t.proposeOn}</a>
        <a href={`/school/${school.uai}/papers`}>{t.endPapers}</a>
      </p>
    </div>
  );
}

function Past({ segments }: Pick<MemberView, 'segments'>) {
  const t = useFrame().t.changes.person;
  if (segments.length === 0) return null;
  return (
    <Fold title={t.past} note={String(segments.length)}>
      <MemberSegments segments={segments} />
    </Fold>
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
