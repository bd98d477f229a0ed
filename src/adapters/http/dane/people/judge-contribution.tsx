import type { Contribution } from '../../../../domain/records.ts';
import { seenContribution } from '../../../../domain/seen-contribution.ts';
import { ActButton } from '../../shell/form-parts.tsx';
import { useFrame } from '../../shell/use-frame.ts';

/** One button: validate it, or a link to take the validation back. */
export function JudgeContribution({
  contribution,
  what,
  href,
}: {
  contribution: Contribution;
  what: string;
  href: string;
}) {
  const t = useFrame().t.changes;
  const words = t.queue;
  const { reference, validated } = contribution;
  if (validated) {
    const back = `/dane/contributions/${encodeURIComponent(reference)}/validation`;
    return (
      <a href={back} aria-label={t.actOf(words.takeBack, what)}>
        {words.takeBack}
      </a>
    );
  }
  return (
    <ActButton
      action="/dane/contributions"
      hidden={{ reference, seen: seenContribution(contribution), back: href }}
      class="link"
      label={t.actOf(words.validateOne, what)}
    >
      {words.validateOne}
    </ActButton>
  );
}
