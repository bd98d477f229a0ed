import { CardTable } from '../../components/card-table.tsx';
import { LinkList } from '../../components/details.tsx';
import { Layout } from '../../layout/html-document.tsx';
import { usePageContext } from '../../layout/page-context.ts';
import { Narrative } from '../../public/badge/criteria-narrative.tsx';
import type { ApiContent, ApiField, ApiOperation } from './api-document.ts';
import type { ApiProblem, ApiReferenceView } from './api-view.ts';

/** `/api/docs/{resource}` and `/api/docs/standards`: the reference, readable without a script in the browser. */
export function ApiReferencePage({ view }: { view: ApiReferenceView }) {
  const pageContext = usePageContext();
  const { apiReference: texts } = pageContext.t;
  const { operations, models, root } = view;
  return (
    <Layout title={view.title} description={view.description}>
      <h1>{view.title}</h1>
      <p class="lede">{view.lede}</p>
      <LinkList links={view.others} />
      <DocumentLine href={view.documentHref} root={root} />
      <nav aria-labelledby="contents">
        <h2 id="contents">{texts.contents}</h2>
        <ul class="links">
          {operations.map((operation) => (
            <li>
              <a href={`#${operation.id}`}>
                <code>{`${operation.method} ${operation.path}`}</code>
              </a>
              {operation.summary && <span class="note" lang="en">{` ${operation.summary}`}</span>}
            </li>
          ))}
        </ul>
      </nav>
      {operations.map((operation) => (
        <Operation operation={operation} root={root} />
      ))}
      {models.length > 0 && (
        <section>
          <h2>{texts.schemas}</h2>
          {models.map((model) => (
            <section id={`model-${model.name}`}>
              <h3>{model.name}</h3>
              {model.description && (
                <Narrative markdown={model.description} cut={pageContext.t.verify.cut} lang="en" />
              )}
              {model.fields.length > 0 ? (
                <Fields fields={model.fields} />
              ) : (
                <p>
                  <code>{model.type}</code>
                </p>
              )}
            </section>
          ))}
        </section>
      )}
    </Layout>
  );
}

/** The address of the document, and the beginning of every address in it. */
export function DocumentLine({ href, root }: { href: string; root: string }) {
  const { apiReference: texts } = usePageContext().t;
  return (
    <p>
      <a href={href}>{texts.document}</a>
      {root && (
        <>
          {' · '}
          {texts.server} <code>{root}</code>
        </>
      )}
    </p>
  );
}

function Operation({ operation, root }: { operation: ApiOperation; root: string }) {
  const pageContext = usePageContext();
  const { apiReference: texts } = pageContext.t;
  return (
    <section class="operation" id={operation.id}>
      <h2>
        <span class="method">{operation.method}</span> <code>{root + operation.path}</code>
      </h2>
      {operation.summary && <p lang="en">{operation.summary}</p>}
      {operation.description && (
        <Narrative markdown={operation.description} cut={pageContext.t.verify.cut} lang="en" />
      )}
      <p class="note">{texts.callers[operation.callers]}</p>
      {operation.parameters.length > 0 && (
        <>
          <h3>{texts.parameters}</h3>
          <Fields fields={operation.parameters} />
        </>
      )}
      {operation.body.length > 0 && (
        <>
          <h3>{texts.body}</h3>
          <ul>
            {operation.body.map((content) => (
              <li>
                <Content content={content} />
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>{texts.responses}</h3>
      <ul class="responses">
        {operation.responses.map(({ status, description, content }) => (
          <li>
            <strong>{status}</strong> <span lang="en">{description}</span>{' '}
            {content.map((one) => (
              <Content content={one} />
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Content({ content }: { content: ApiContent }) {
  return (
    <span class="note">
      <code>{content.mediaType}</code> <code>{content.type}</code>
    </span>
  );
}

function Fields({ fields }: { fields: readonly ApiField[] }) {
  const { t } = usePageContext();
  const { apiReference: texts } = t;
  return (
    <CardTable
      rows={fields}
      columns={[
        { heading: texts.name, cell: (field) => <code>{field.name}</code>, names: true },
        { heading: texts.type, cell: (field) => <code>{field.type}</code> },
        {
          heading: texts.meaning,
          cell: (field) => (
            <>
              {[field.place, field.required ? texts.required : undefined].filter(Boolean).join(', ')}{' '}
              {field.description && <span lang="en">{field.description}</span>}
            </>
          ),
        },
      ]}
    />
  );
}

/** Every code that a problem document may have. */
export function ApiProblems({ problems }: { problems: readonly ApiProblem[] }) {
  const { apiReference: texts } = usePageContext().t;
  return (
    <>
      <p>{texts.problemsText}</p>
      <dl class="facts-list">
        {problems.map(({ code, status, title }) => (
          <>
            <dt id={`problem-${code}`}>
              <code>{code}</code>
            </dt>
            <dd>
              {status} · <span lang="en">{title}</span>
            </dd>
          </>
        ))}
      </dl>
    </>
  );
}
