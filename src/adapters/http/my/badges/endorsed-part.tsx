import type { ToldBeyond } from '../../../../domain/endorsement/words-shown.ts';
import { ActButton } from '../../shell/form-parts.tsx';
import { useFrame } from '../../shell/use-frame.ts';

/** A principal's words, which the holder of a badge may add to it. */
export interface OfferedWords {
  readonly id: string;
  readonly school: string;
  readonly comment: string;
  readonly offeredAt: string;
  readonly state: 'offered' | 'declined' | 'added';
  /** What they tell beyond the holder's choice about this badge. */
  readonly beyond: readonly ToldBeyond[];
  /** Whether the badge was signed with them. */
  readonly isShown: boolean;
}

/** The words of the principals of the holder's schools, to be read before they are added to this badge or
 *  taken out. */
export function EndorsedPart({ href, words }: { href: string; words: readonly OfferedWords[] }) {
  const frame = useFrame();
  const t = frame.t.endorsements.own;
  if (words.length === 0) return null;
  return (
    <section aria-labelledby="words">
      <h2 id="words">{t.title}</h2>
      {words.map(({ id, school, comment, offeredAt, state, beyond, isShown }) => (
        <div class="form">
          <p>{t.from(school, frame.t.day(offeredAt))}</p>
          <blockquote>{comment}</blockquote>
          {state === 'added' && (
            <>
              <p>{isShown ? t.isIn : t.isLeftOut}</p>
              <ActButton action={`${href}/words/take-back`} hidden={{ endorsement: id }} class="secondary">
                {t.takeBack}
              </ActButton>
            </>
          )}
          {state !== 'added' && (
            <>
              <p>{state === 'declined' ? t.isDeclined : t.text}</p>
              {beyond.length > 0 && (
                <p class="notice">{t.tellsMore(beyond.includes('name'), beyond.includes('school'))}</p>
              )}
              <div class="actions">
                {beyond.length > 0 ? (
                  <ActButton
                    action={`${href}/words/add`}
                    hidden={{ endorsement: id, anyway: 'yes' }}
                    class="secondary"
                  >
                    {t.addAnyway}
                  </ActButton>
                ) : (
                  <ActButton action={`${href}/words/add`} hidden={{ endorsement: id }}>
                    {t.add}
                  </ActButton>
                )}
                {state === 'offered' && (
                  <ActButton action={`${href}/words/decline`} hidden={{ endorsement: id }} class="secondary">
                    {t.decline}
                  </ActButton>
                )}
              </div>
            </>
          )}
        </div>
      ))}
    </section>
  );
}
