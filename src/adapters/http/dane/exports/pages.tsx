import { FILE_NAMES } from '../../../../application/files/export/records.ts';
import { REGISTER_FILES } from '../../../../application/store/file-readers.ts';
import { DomainError } from '../../../../domain/errors.ts';
import type { AppDeps } from '../../env.ts';
import { usePageContext } from '../../layout/page-context.ts';
import { definePages } from '../../routing/define-pages.tsx';
import { DaneLayout } from '../layout.tsx';
import { answerCsv, answerWorkbook } from './file-response.ts';

/** Number of rows held in memory while a CSV file is written. */
const PIECE_ROWS = 2000;

/** `/dane/exports`: the files that an import reads, the register of awards, and all other records. */
export const exportPages = (deps: AppDeps) =>
  definePages(deps, 'dane')
    .page('/dane/exports', 'keep-register', () => <Exports />)
    .page('/dane/exports/jalon.xlsx', 'keep-register', ({ c, services, me }) =>
      answerWorkbook(c, deps, { name: 'jalon', tables: services.exportRecords({ actor: me }) }),
    )
    .page('/dane/exports/attributions.csv', 'keep-register', ({ c, services, me }) =>
      answerCsv(c, deps, { name: 'attributions', tables: services.exportAwards({ actor: me }) }),
    )
    .page('/dane/exports/attributions.xlsx', 'keep-register', ({ c, services, me }) =>
      answerWorkbook(c, deps, { name: 'attributions', tables: services.exportAwards({ actor: me }) }),
    )
    .page('/dane/exports/registre.xlsx', 'keep-register', ({ c, services, me }) => {
      // The journal is left out, because it outgrows a spreadsheet.
      const only = REGISTER_FILES.filter((file) => file !== 'journal');
      const tables = services.exportRegister({ actor: me, only });
      return answerWorkbook(c, deps, { name: 'registre', tables });
    })
    .page('/dane/exports/:file{[a-z-]+\\.csv}', 'keep-register', ({ c, services, me, param }) => {
      const isRequested = (one: string) => `${one}.csv` === param('file');
      const register = REGISTER_FILES.find(isRequested);
      if (register) {
        const tables = services.exportRegister({ actor: me, only: [register] });
        return answerCsv(c, deps, { name: register, tables });
      }
      const name = FILE_NAMES.find(isRequested);
      if (!name) throw new DomainError('not-found');
      const tables = services.exportRecords({ actor: me, only: name, maxTableRows: PIECE_ROWS });
      return answerCsv(c, deps, { name, tables });
    });

function Exports() {
  const pageContext = usePageContext();
  const t = pageContext.t.dane.data.exports;
  return (
    <DaneLayout section="exports" title={t.title}>
      <p class="lede">{t.lede}</p>
      <p>
        <a class="button" href={`/dane/exports/jalon.xlsx?lang=${pageContext.locale}`} download>
          {t.all}
        </a>
      </p>
      <p class="note">{t.allText}</p>
      <section>
        <h2>{t.each}</h2>
        <Files names={FILE_NAMES} labels={t.files} />
      </section>
      <section>
        <h2>{t.awards}</h2>
        <p>{t.awardsText}</p>
        <ul class="links">
          <li>
            <a href="/dane/exports/attributions.csv" download>
              {t.awardsCsv}
            </a>
          </li>
          <li>
            <a href={`/dane/exports/attributions.xlsx?lang=${pageContext.locale}`} download>
              {t.awardsXlsx}
            </a>
          </li>
        </ul>
      </section>
      <section>
        <h2>{t.register}</h2>
        <p>{t.registerText}</p>
        <p>
          <a
            class="button-secondary"
            href={`/dane/exports/registre.xlsx?lang=${pageContext.locale}`}
            download
          >
            {t.registerXlsx}
          </a>
        </p>
        <Files names={REGISTER_FILES} labels={t.registerFiles} />
      </section>
      <p class="note">{t.audited}</p>
    </DaneLayout>
  );
}

function Files<Name extends string>({
  names,
  labels,
}: {
  names: readonly Name[];
  labels: Readonly<Record<Name, string>>;
}) {
  return (
    <ul class="links">
      {names.map((name) => (
        <li>
          <a href={`/dane/exports/${name}.csv`} download>
            {labels[name]}
          </a>{' '}
          <span class="note">{name}.csv</span>
        </li>
      ))}
    </ul>
  );
}
