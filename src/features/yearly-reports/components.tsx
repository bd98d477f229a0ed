import type { TextContext } from '../../adapters/http/view-models/text-context.ts';
import { typographic } from '../../texts/grammar.ts';
import type { ReportAnswer } from './feature.ts';

/** The words of a question, with the family that it is asked about. */
export function questionText(
  { asked, family }: Pick<ReportAnswer, 'asked' | 'family'>,
  { framework, locale }: Pick<TextContext, 'framework' | 'locale'>,
): string {
  const label = framework.families.find(({ code }) => code === family)?.label[locale] ?? family;
  return typographic(family ? `${asked[locale]} – ${label}` : asked[locale]);
}

/** The answers of one report, as they were written. */
export function Answers({
  answers,
  wording,
  class: kind,
}: {
  answers: readonly ReportAnswer[];
  wording: TextContext;
  class?: string;
}) {
  return (
    <dl class={kind ?? 'facts-list'}>
      {answers.map((one) => (
        <>
          <dt>{questionText(one, wording)}</dt>
          <dd class="as-written">{one.text}</dd>
        </>
      ))}
    </dl>
  );
}

/** One report, folded under its title. */
export function ReportDetails(props: {
  title: string;
  note: string;
  answers: readonly ReportAnswer[];
  wording: TextContext;
}) {
  return (
    <details class="fold">
      <summary>
        <h3>{props.title}</h3>
        <span class="fold-note">{props.note}</span>
      </summary>
      <Answers answers={props.answers} wording={props.wording} class="facts-list fold-body" />
    </details>
  );
}
