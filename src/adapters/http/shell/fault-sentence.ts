import type { PageTexts } from '../../../texts/fr/pages.ts';
import type { FaultWithLimit, FieldFault } from './form.ts';

type PlainFault = Exclude<FieldFault, FaultWithLimit>;

/** The sentence for a field's fault, with its limit where there is one. */
export function faultSentence({ forms, day }: Pick<PageTexts, 'forms' | 'day'>, fault: FieldFault): string {
  const [kind, limit] = fault.split(':');
  if (limit === undefined) return forms.faults[fault as PlainFault];
  if (kind === 'longer-than') return forms.limits.longerThan(Number(limit));
  if (kind === 'more-than') return forms.limits.moreThan(Number(limit));
  return kind === 'before' ? forms.limits.before(day(limit)) : forms.limits.after(day(limit));
}
