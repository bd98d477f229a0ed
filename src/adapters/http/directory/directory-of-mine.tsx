import { Empty } from '../components/empty-state.tsx';
import { Paging, pageOf, peopleSliceOf } from '../components/pagination.tsx';
import type { AppDeps } from '../env.ts';
import { ActButton } from '../forms/elements.tsx';
import { Filter } from '../forms/filter.tsx';
import { noFields } from '../forms/schema.ts';
import { useFrame } from '../layout/page-context.ts';
import { MyLayout } from '../my/layout.tsx';
import { pagesOf } from '../routing/define-pages.tsx';
import type { Visit } from '../routing/page-request.ts';
import type { Wording } from '../view-models/text-context.ts';
import { type AskedDirectory, commonFields, DirectoryTable, readAsked } from './directory.tsx';

const PATH = '/my/directory';

/** `/my/directory`: colleagues of one's schools, and referents of one's départements who agreed to be seen; and the
 *  choice to be seen oneself. */
export const myDirectoryPages = (deps: AppDeps) =>
  pagesOf(deps, 'my')
    .page(PATH, 'keep-own-record', drawOwnDirectory)
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

async function drawOwnDirectory(visit: Visit) {
  const { services, store, me, t: texts } = visit;
  const t = texts.directory;
  const [{ agreed, search }, asked] = await Promise.all([services.readOwnDirectory(me), readAsked(visit)]);
  const { text, role, mission } = asked.filter;
  const found =
    search &&
    (await store.readDirectory({
      ...search,
      ...(text && { text }),
      ...(role && { role }),
      ...(mission && { mission }),
      ...peopleSliceOf(visit),
    }));
  const { rows, last } = pageOf(found ?? []);
  const next = last && new URLSearchParams([...new URLSearchParams(asked.query), ['after', last.id]]);
  return (
    <MyLayout page="directory" title={t.title} lede={t.mine.lede}>
      <Choice agreed={agreed} />
      {!found && <p class="notice">{t.mine.notYet}</p>}
      {found && <Search asked={asked} wording={visit.wording} />}
      {found && rows.length === 0 && <Empty>{t.mine.none}</Empty>}
      {rows.length > 0 && <DirectoryTable entries={rows} />}
      <Paging next={next && `${PATH}?${next}`} />
    </MyLayout>
  );
}

/** Whether the reader is seen by others, and the button that changes it. */
function Choice({ agreed }: { agreed: boolean }) {
  const { mine: t } = useFrame().t.directory;
  return (
    <section>
      <h2>{t.choice}</h2>
      <p>{agreed ? t.seen : t.notSeen}</p>
      <p class="note">{t.choiceText}</p>
      {agreed ? (
        <ActButton action={`${PATH}/withdrawal`} class="secondary">
          {t.leave}
        </ActButton>
      ) : (
        <ActButton action={`${PATH}/consent`}>{t.join}</ActButton>
      )}
    </section>
  );
}

function Search({ asked: { form }, wording }: { asked: AskedDirectory; wording: Wording }) {
  const { directory: t } = useFrame().t;
  return (
    <section>
      <h2>{t.mine.colleagues}</h2>
      <Filter action={PATH} form={form} labels={t.filter} fields={commonFields(wording)} />
    </section>
  );
}
