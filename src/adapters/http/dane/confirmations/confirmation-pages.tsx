import { EngagementFacts } from '../../engagements/engagement-facts.tsx';
import type { EngagementInWords } from '../../engagements/engagement-words.ts';
import { RoleClashFields, roleClashLabels } from '../../school/confirmations/role-clash-fields.tsx';
import type { RoleClashView } from '../../school/confirmations/role-clash-view.ts';
import { FaultSummary, Refusal } from '../../shell/fields.tsx';
import { TextForm } from '../../shell/text-form.tsx';
import type { FormState } from '../../shell/use-form.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';
import { SilentForm, type SilentView } from './silent-form.tsx';

export interface ConfirmationsView extends SilentView {
  /** Segments that the last confirmation left unchanged, with the reasons in words. */
  readonly left: readonly string[];
  /** Schools with waiting requests whose principal cannot get mail. */
  readonly unreachable: readonly string[];
}

/** `/dane/confirmations`: the requests that wait for the DANE, of campaigns and of teachers. */
export function DaneConfirmationsPage({ view }: { view: ConfirmationsView }) {
  const frame = useFrame();
  const t = frame.t.dane.confirmations;
  const { select: references, documents } = frame.t.dane.campaigns;
  return (
    <DaneLayout section="campaigns" title={t.title}>
      {view.left.map((sentence) => (
        <p class="notice" role="status">
          {sentence}
        </p>
      ))}
      <FaultSummary form={view.form} labels={{ references, documents }} />
      {view.silent.length === 0 ? <p class="lede">{t.none}</p> : <SilentForm view={view} lede={t.lede} />}
      {view.unreachable.length > 0 && (
        <>
          <h2>{t.unreachable}</h2>
          <p>{t.unreachableText}</p>
          <ul>
            {view.unreachable.map((school) => (
              <li>{school}</li>
            ))}
          </ul>
        </>
      )}
      <p class="actions">
        <a href="/dane/confirmations/documents">{t.documentsLink}</a>
        <a href="/dane/campaigns">{t.campaigns}</a>
      </p>
    </DaneLayout>
  );
}

interface ConfirmOneProps {
  readonly segment: EngagementInWords;
  readonly school: string;
  readonly clashes: readonly RoleClashView[];
  readonly documentsLength: number;
  readonly form: FormState;
}

/** `/dane/confirmations/{reference}`: one request, with a choice for each single role that another person
 *  holds. */
export function ConfirmOnePage(props: ConfirmOneProps) {
  const frame = useFrame();
  const { segment, school, clashes, documentsLength, form } = props;
  const { confirmations: t, campaigns } = frame.t.dane;
  return (
    <DaneLayout section="campaigns" title={t.one(segment.name)}>
      <Refusal form={form} />
      <p class="lede">{school}</p>
      <EngagementFacts segment={segment} />
      <TextForm
        form={form}
        action={`/dane/confirmations/${encodeURIComponent(segment.reference)}`}
        name="documents"
        label={campaigns.documents}
        help={campaigns.documentsHelp}
        rows={2}
        maxlength={documentsLength}
        submit={t.confirmOne}
        labels={roleClashLabels(frame, clashes)}
      >
        <RoleClashFields clashes={clashes} />
      </TextForm>
      <p>
        <a href="/dane/confirmations">{t.back}</a>
      </p>
    </DaneLayout>
  );
}
