import { z } from 'zod';
import type { AppDeps } from '../../adapters/http/env.ts';
import { ActionButton } from '../../adapters/http/forms/elements.tsx';
import { optionalChoiceOf } from '../../adapters/http/forms/schema.ts';
import { usePageContext } from '../../adapters/http/layout/page-context.ts';
import { CHOOSE, type Issued, readIssued } from '../../adapters/http/my/badges/owned.ts';
import { definePages } from '../../adapters/http/routing/define-pages.tsx';
import type { PageRequest } from '../../adapters/http/routing/page-request.ts';
import type { DisclosedBeyond } from './feature-words-shown.ts';

const form = z.object({
  endorsement: z
    .array(z.uuid())
    .length(1)
    .transform(([id]) => id as string),
  anyway: optionalChoiceOf(['yes'] as const),
});

/** The words that the holder decides on, for one badge. */
interface CommentOfBadge {
  readonly id: string;
  readonly personId: PageRequest['me'];
  readonly credentialId: Issued['credential']['id'];
  /** Whether they add words although these tell more than they chose to show. */
  readonly anyway: boolean;
}

/** `/my/badges/{id}/words/…`: the holder adds their principal's words to a badge, takes them out or declines
 *  them. */
export function endorsementCommentPages(deps: AppDeps) {
  const { services } = deps;
  const onTexts = (carryOut: (texts: CommentOfBadge) => Promise<void>) => ({
    schema: form,
    act: async (request: PageRequest, { endorsement, anyway }: z.output<typeof form>) => {
      const { id } = (await readIssued(request)).credential;
      await carryOut({ id: endorsement, personId: request.me, credentialId: id, anyway: anyway === 'yes' });
      return `/my/badges/${id}`;
    },
  });
  return definePages(deps, 'my')
    .form('/my/badges/:id/words/add', CHOOSE, {
      ...onTexts(services.addEndorsement),
      done: 'endorsement-added',
    })
    .form('/my/badges/:id/words/decline', CHOOSE, {
      ...onTexts(services.declineEndorsement),
      done: 'endorsement-declined',
    })
    .form('/my/badges/:id/words/take-back', CHOOSE, {
      ...onTexts(services.takeBackEndorsement),
      done: 'endorsement-taken-back',
    }).routes;
}

/** A principal's words, which the holder of a badge may add to it. */
export interface OfferedComment {
  readonly id: string;
  readonly school: string;
  readonly comment: string;
  readonly offeredAt: string;
  readonly state: 'offered' | 'declined' | 'added';
  /** What they tell beyond the holder's choice about this badge. */
  readonly beyond: readonly DisclosedBeyond[];
  /** Whether the badge was signed with them. */
  readonly isShown: boolean;
}

/** The words of the principals of the holder's schools, to be read before they are added to this badge or
 *  taken out. */
export function EndorsedPart({ href, words }: { href: string; words: readonly OfferedComment[] }) {
  const pageContext = usePageContext();
  const t = pageContext.t.endorsements.own;
  if (words.length === 0) return null;
  return (
    <section aria-labelledby="words">
      <h2 id="words">{t.title}</h2>
      {words.map(({ id, school, comment, offeredAt, state, beyond, isShown }) => (
        <div class="form">
          <p>{t.from(school, pageContext.t.day(offeredAt))}</p>
          <blockquote>{comment}</blockquote>
          {state === 'added' && (
            <>
              <p>{isShown ? t.isIn : t.isLeftOut}</p>
              <ActionButton action={`${href}/words/take-back`} hidden={{ endorsement: id }} class="secondary">
                {t.takeBack}
              </ActionButton>
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
                  <ActionButton
                    action={`${href}/words/add`}
                    hidden={{ endorsement: id, anyway: 'yes' }}
                    class="secondary"
                  >
                    {t.addAnyway}
                  </ActionButton>
                ) : (
                  <ActionButton action={`${href}/words/add`} hidden={{ endorsement: id }}>
                    {t.add}
                  </ActionButton>
                )}
                {state === 'offered' && (
                  <ActionButton
                    action={`${href}/words/decline`}
                    hidden={{ endorsement: id }}
                    class="secondary"
                  >
                    {t.decline}
                  </ActionButton>
                )}
              </div>
            </>
          )}
        </div>
      ))}
    </section>
  );
}
