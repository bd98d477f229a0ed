import { EmptyState } from '../../adapters/http/components/empty-state.tsx';
import { Paging, pageOf, peopleSliceOf } from '../../adapters/http/components/pagination.tsx';
import type { AppDeps } from '../../adapters/http/env.ts';
import { ActionButton } from '../../adapters/http/forms/elements.tsx';
import { Filter } from '../../adapters/http/forms/filter.tsx';
import { noFields } from '../../adapters/http/forms/schema.ts';
import { usePageContext } from '../../adapters/http/layout/page-context.ts';
import { MyLayout } from '../../adapters/http/my/layout.tsx';
import { definePages } from '../../adapters/http/routing/define-pages.tsx';
import type { PageRequest } from '../../adapters/http/routing/page-request.ts';
import type { TextContext } from '../../adapters/http/view-models/text-context.ts';
import { commonFields, type DirectoryQuery, DirectoryTable, readDirectoryQuery } from './components.tsx';

const PATH = '/my/directory';

/** `/my/directory`: colleagues of one's schools, and referents of one's départements who agreed to be seen; and the
 *  choice to be seen oneself. */
export const myDirectoryPages = (deps: AppDeps) =>
  definePages(deps, 'my')
    .page(PATH, 'keep-own-record', renderOwnDirectory)
    .form(`${PATH}/consent`, 'keep-own-record', {
      schema: noFields,
      act: ({ services, me }) => services.chooseDirectory({ personId: me, agrees: true }),
      done: 'directory-joined',
      back: PATH,
    })
    .form(`${PATH}/withdrawal`, 'keep-own-record', {
      schema: noFields,
      act: ({ services, me }) => services.chooseDirectory({ personId: me, agrees: false }),
      done: 'directory-left',
      back: PATH,
    });

async function renderOwnDirectory(request: PageRequest) {
  const { services, store, me, t: texts } = request;
  const t = texts.directory;
  const [{ agreed, search }, requested] = await Promise.all([
    services.readOwnDirectory(me),
    readDirectoryQuery(request),
  ]);
  const { text, role, mission } = requested.filter;
  const found =
    search &&
    (await store.readDirectory({
      ...search,
      ...(text && { text }),
      ...(role && { role }),
      ...(mission && { mission }),
      ...peopleSliceOf(request),
    }));
  const { rows, last } = pageOf(found ?? []);
  const next = last && new URLSearchParams([...new URLSearchParams(requested.query), ['after', last.id]]);
  return (
    <MyLayout page="directory" title={t.title} lede={t.mine.lede}>
      <Choice agreed={agreed} />
      {!found && <p class="notice">{t.mine.notYet}</p>}
      {found && <Search asked={requested} wording={request.wording} />}
      {found && rows.length === 0 && <EmptyState>{t.mine.none}</EmptyState>}
      {rows.length > 0 && <DirectoryTable entries={rows} />}
      <Paging next={next && `${PATH}?${next}`} />
    </MyLayout>
  );
}

/** Whether the reader is seen by others, and the button that changes it. */
function Choice({ agreed }: { agreed: boolean }) {
  const { mine: t } = usePageContext().t.directory;
  return (
    <section>
      <h2>{t.choice}</h2>
      <p>{agreed ? t.seen : t.notSeen}</p>
      <p class="note">{t.choiceText}</p>
      {agreed ? (
        <ActionButton action={`${PATH}/withdrawal`} class="secondary">
          {t.leave}
        </ActionButton>
      ) : (
        <ActionButton action={`${PATH}/consent`}>{t.join}</ActionButton>
      )}
    </section>
  );
}

function Search({ asked: { form }, wording }: { asked: DirectoryQuery; wording: TextContext }) {
  const { directory: t } = usePageContext().t;
  return (
    <section>
      <h2>{t.mine.colleagues}</h2>
      <Filter action={PATH} form={form} labels={t.filter} fields={commonFields(wording)} />
    </section>
  );
}
