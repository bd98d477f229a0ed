import { Details, LinkList } from '../../components/details.tsx';
import { TextLink } from '../../components/link.tsx';
import { Layout } from '../../layout/html-document.tsx';
import { usePageContext } from '../../layout/page-context.ts';
import type { Link } from '../../view-models/public-pages.ts';
import type { ApiResource } from './api-resources.ts';
import type { ApiProblem } from './api-view.ts';
import { ApiProblems, DocumentLine } from './page.tsx';

export interface ApiIndexView {
  readonly resources: readonly ApiResource[];
  readonly problems: readonly ApiProblem[];
  /** `/api/v1/openapi.json`. */
  readonly documentHref: string;
  readonly root: string;
  /** Links to the descriptions of other interfaces. */
  readonly others: readonly Link[];
}

/** `/api/docs`: the operations by resource, each linked to its own page; then, folded, the models and the codes
 *  of problems. Each has the id that it had when all stood on this page, because `type` in a problem document
 *  and the links of others name it. */
export function ApiIndexPage({ view }: { view: ApiIndexView }) {
  const { apiReference: texts } = usePageContext().t;
  return (
    <Layout title={texts.titles.service} description={texts.descriptions.service}>
      <h1>{texts.titles.service}</h1>
      <p class="lede">{texts.ledes.service}</p>
      <LinkList links={view.others} />
      <DocumentLine href={view.documentHref} root={view.root} />
      {view.resources.map((resource) => (
        <Resource resource={resource} />
      ))}
      <Details title={texts.schemas}>
        <Models resources={view.resources} />
      </Details>
      <Details title={texts.problems}>
        <ApiProblems problems={view.problems} />
      </Details>
    </Layout>
  );
}

function Resource({ resource: { name, operations } }: { resource: ApiResource }) {
  return (
    <section>
      <h2>
        <TextLink href={`/api/docs/${name}`}>
          <span lang="en">{name}</span>
        </TextLink>
      </h2>
      <ul class="links">
        {operations.map(({ id, method, path, summary }) => (
          <li id={id}>
            <TextLink href={`/api/docs/${name}#${id}`}>
              <code>{`${method} ${path}`}</code>
            </TextLink>
            {summary && <span class="note" lang="en">{` ${summary}`}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Each model once, on the page of the first resource that names it. */
function Models({ resources }: { resources: readonly ApiResource[] }) {
  const pages = new Map(
    resources.toReversed().flatMap(({ name, models }) => models.map((model) => [model.name, name] as const)),
  );
  return (
    <ul class="links">
      {[...pages].sort().map(([model, page]) => (
        <li id={`model-${model}`}>
          <TextLink href={`/api/docs/${page}#model-${model}`}>
            <code>{model}</code>
          </TextLink>
        </li>
      ))}
    </ul>
  );
}
