import { type BadgeRecognition, MANY_PEOPLE } from '../../../../application/holder/recognition.ts';
import { servedTitle } from '../../../../issuing/badge-title.ts';
import { usePageContext } from '../../layout/page-context.ts';
import { definitionOf } from '../../public/credential/definition.ts';
import type { PageRequest } from '../../routing/page-request.ts';
import type { Issued } from './owned.ts';

/** How well one badge hides its holder if it shows no name. */
export interface RecognitionView {
  readonly badge: string;
  readonly people: BadgeRecognition['people'];
  readonly named: readonly { readonly name: string; readonly href: string }[];
}

/** One view for each of the person's badges; none for a school's badge, which names its school. */
export async function readRecognitionViews(
  request: PageRequest,
  badges: readonly Issued[],
): Promise<readonly RecognitionView[]> {
  const { deps, services, me } = request;
  const own = badges.filter(({ award }) => award.recipient.kind === 'person');
  const nameOf = (issued: Issued) =>
    servedTitle(definitionOf(deps.ports.catalogue, issued.award), issued, request.wording.locale);
  const found = await services.readRecognition(me, own);
  return own.flatMap((issued) => {
    const recognition = found.get(issued.award.id);
    if (!recognition) return [];
    const named = recognition.named.map((one) => ({
      name: nameOf(one),
      href: `/my/badges/${one.credential.id}`,
    }));
    return [{ badge: nameOf(issued), people: recognition.people, named }];
  });
}

/** The number of people who fit what each badge shows, and the person's badges that would give them away. */
export function Recognition({ views }: { views: readonly RecognitionView[] }) {
  const t = usePageContext().t.my.moment.recognition;
  if (views.length === 0) return null;
  return (
    <section class="recognition" aria-labelledby="recognition">
      <h3 id="recognition">{t.title}</h3>
      <p>{t.text}</p>
      {views.map(({ badge, people, named }) => (
        <>
          {views.length > 1 && <h4>{badge}</h4>}
          <ul>
            <li>{t.withoutSchools(people.withoutSchools, MANY_PEOPLE)}</li>
            <li>{t.withSchools(people.withSchools, MANY_PEOPLE)}</li>
          </ul>
          {named.length > 0 && (
            <>
              <p>{t.named(named.length)}</p>
              <ul>
                {named.map(({ name, href }) => (
                  <li>
                    <a href={href}>{name}</a>
                  </li>
                ))}
              </ul>
            </>
          )}
        </>
      ))}
    </section>
  );
}
