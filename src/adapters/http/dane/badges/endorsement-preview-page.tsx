import { Endorsement } from '../../public/badge/endorsement-list.tsx';
import type { EndorsementView } from '../../public/badge/endorsement-view.ts';
import { VerdictBox } from '../../public/verify/verdict.tsx';
import type { ReportView } from '../../public/verify/verification-view.ts';
import { Form } from '../../shell/form-parts.tsx';
import { ChecksFold } from '../../shell/parts.tsx';
import { useFrame } from '../../shell/use-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';

export interface EndorsementPreviewView {
  readonly code: string;
  readonly badge: string;
  readonly version: number;
  readonly language: 'fr' | 'en';
  readonly endorsement: EndorsementView;
  readonly keyId: string;
  readonly validFrom: string;
  readonly endsAt?: string | undefined;
  readonly report: ReportView;
  /** The document with the very bytes that came, in base64url: a browser would change the ends of its
   *  lines. */
  readonly document: string;
}

/** The answer of `POST /dane/badges/{code}/endorsements`: the author and the words, before the endorsement is
 *  kept. */
export function EndorsementPreviewPage({ view }: { view: EndorsementPreviewView }) {
  const frame = useFrame();
  const { dane } = frame.t.achievementEndorsements;
  const words = dane.preview;
  const { endorsement, report } = view;
  const path = `/dane/badges/${view.code}/endorsements`;
  return (
    <DaneLayout section="criteria" title={words.title}>
      <p class="lede">{words.lede}</p>
      <Endorsement endorsement={endorsement} plain />
      {endorsement.words === undefined && <p>{words.noWords}</p>}
      <VerdictBox {...report} />
      <dl class="facts-list">
        <dt>{words.about}</dt>
        <dd>
          {view.badge}. {dane.version(view.version)}, {dane.languages[view.language]}.
        </dd>
        <dt>{words.known}</dt>
        <dd>{endorsement.list === undefined ? words.unknown : words.knownBy(endorsement.list)}</dd>
        <dt>{words.identifier}</dt>
        <dd>
          <code>{endorsement.issuerId}</code>
        </dd>
        <dt>{words.key}</dt>
        <dd>
          <code>{view.keyId}</code>
        </dd>
        <dt>{words.signed}</dt>
        <dd>{frame.t.day(view.validFrom)}</dd>
        {view.endsAt && (
          <>
            <dt>{words.ends}</dt>
            <dd>{frame.t.day(view.endsAt)}</dd>
          </>
        )}
      </dl>
      <Form action={path} hidden={{ document: view.document }}>
        <div class="actions">
          <button type="submit">{words.keep}</button>
          <a href={path}>{frame.t.forms.cancel}</a>
        </div>
      </Form>
      <ChecksFold report={report} t={frame.t} />
    </DaneLayout>
  );
}
