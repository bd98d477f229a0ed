import type { Context } from 'hono';
import type { AppDeps, AppEnv } from '../env.ts';
import { workspaceContext } from '../layout/workspace-context.ts';
import { answerPage } from '../responses/page.tsx';
import { DaneLayout, type DaneSection } from './layout.tsx';

type Missing = Extract<DaneSection, 'decisions' | 'people' | 'criteria'>;

/** Answers "not found" inside the DANE's space, with a link back to the list. */
export function answerMissing(c: Context<AppEnv>, deps: AppDeps, section: Missing) {
  const pageContext = workspaceContext(c, deps, 'dane');
  const t = pageContext.t.dane.missing;
  const page = (
    <DaneLayout section={section} title={t.title}>
      <p class="lede">{t.texts[section]}</p>
      <p>
        <a class="button" href={`/dane/${section}`}>
          {t.links[section]}
        </a>
      </p>
    </DaneLayout>
  );
  return answerPage(c, pageContext, page, 404);
}
