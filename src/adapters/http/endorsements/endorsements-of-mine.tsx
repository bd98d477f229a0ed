import { z } from 'zod';
import type { ToldBeyond } from '../../../domain/endorsement/words-shown.ts';
import type { AppDeps } from '../env.ts';
import { ActButton } from '../forms/elements.tsx';
import { optionalChoiceOf } from '../forms/schema.ts';
import { useFrame } from '../layout/page-context.ts';
import { CHOOSE, type Issued, readIssued } from '../my/badges/owned.ts';
import { pagesOf } from '../routing/define-pages.tsx';
import type { Visit } from '../routing/page-request.ts';

const form = z.object({
  endorsement: z
    .array(z.uuid())
    .length(1)
    .transform(([id]) => id as string),
  anyway: optionalChoiceOf(['yes'] as const),
});

/** The words that the holder decides on, for one badge. */
interface Words {
  readonly id: string;
  readonly personId: Visit['me'];
  readonly credentialId: Issued['credential']['id'];
  /** Whether they add words although these tell more than they chose to show. */
  readonly anyway: boolean;
}

/** `/my/badges/{id}/words/…`: the holder adds their principal's words to a badge, takes them out or declines
 *  them. */
export function endorsedWordsPages(deps: AppDeps) {
  const { services } = deps;
  const onWords = (carryOut: (words: Words) => Promise<void>) => ({
    schema: form,
    act: async (visit: Visit, { endorsement, anyway }: z.output<typeof form>) => {
      const { id } = (await readIssued(visit)).credential;
      await carryOut({ id: endorsement, personId: visit.me, credentialId: id, anyway: anyway === 'yes' });
      return `/my/badges/${id}`;
    },
  });
  return pagesOf(deps, 'my')
    .form('/my/badges/:id/words/add', CHOOSE, {
      ...onWords(services.addEndorsement),
      done: 'endorsement-added',
    })
    .form('/my/badges/:id/words/decline', CHOOSE, {
      ...onWords(services.declineEndorsement),
      done: 'endorsement-declined',
    })
    .form('/my/badges/:id/words/take-back', CHOOSE, {
      ...onWords(services.takeBackEndorsement),
      done: 'endorsement-taken-back',
    }).routes;
}

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
