import { templateTables } from '../../../../application/files/export/file-tables.ts';
import { FILE_NAMES } from '../../../../application/files/export/records.ts';
import { FILE_KINDS } from '../../../../application/files/import/recognise.ts';
import { DomainError } from '../../../../domain/errors.ts';
import type { AppDeps } from '../../env.ts';
import { usePageContext } from '../../layout/page-context.ts';
import { definePages } from '../../routing/define-pages.tsx';
import { answerWorkbook } from '../exports/file-response.ts';
import { DaneLayout } from '../layout.tsx';

/** The templates of the DANE's files, and the guide to keeping them in Grist. */
export const templatePages = (deps: AppDeps) =>
  definePages(deps, 'dane')
    .page(
      '/dane/imports/templates/:file{[a-z-]+\\.xlsx}',
      'keep-register',
      ({ c, param, wording, ports }) => {
        const name = param('file').replace(/\.xlsx$/, '');
        const tables = templateTables(name, wording.locale, ports.catalogue.columns.examples);
        if (!tables) throw new DomainError('not-found');
        return answerWorkbook(c, deps, { name: `modele-${name}`, tables });
      },
    )
    .page('/dane/imports/guides/grist', 'keep-register', () => <GristGuide />);

/** The DANE's files in a shared spreadsheet, step by step. */
function GristGuide() {
  const { grist: t } = usePageContext().t.dane.data.sheets;
  return (
    <DaneLayout section="imports" title={t.title}>
      <p class="lede">{t.lede}</p>
      <ol>
        {t.steps.map(({ title, text }) => (
          <li>
            <p>
              <strong>{title}.</strong> {text}
            </p>
          </li>
        ))}
      </ol>
      <p class="notice">{t.decisions}</p>
      <div class="actions">
        <a class="button-secondary" href="/dane/imports">
          {t.back}
        </a>
        <a class="button-secondary" href="/dane/exports">
          {t.exports}
        </a>
      </div>
    </DaneLayout>
  );
}

/** A workbook to fill in for each kind of file. */
export function Templates() {
  const { t: texts, locale } = usePageContext();
  const { sheets: t, exports } = texts.dane.data;
  return (
    <section>
      <h2>{t.templates}</h2>
      <p class="note">{t.templatesText}</p>
      <ul class="links">
        {FILE_NAMES.map((name) => (
          <li>
            <a href={`/dane/imports/templates/${name}.xlsx?lang=${locale}`} download>
              {exports.files[name]}
            </a>
          </li>
        ))}
      </ul>
      <p>
        <a href="/dane/imports/guides/grist">{t.gristLink}</a>
      </p>
    </section>
  );
}

/** Each kind of file with its columns, the required ones first and in bold. */
export function ExpectedFiles() {
  const titles = usePageContext().t.dane.data.exports.files;
  return (
    <dl>
      {FILE_KINDS.map(({ required, optional }, at) => (
        <>
          <dt>{titles[FILE_NAMES[at] ?? 'personnes']}</dt>
          <dd>
            {required.map((column) => (
              <>
                <strong>{column}</strong>{' '}
              </>
            ))}
            {optional.join(' ')}
          </dd>
        </>
      ))}
    </dl>
  );
}
