import { Alignments, LinkList } from '../../components/details.tsx';
import { TextLink } from '../../components/link.tsx';
import { TwoColumns } from '../../components/two-columns.tsx';
import { Layout } from '../../layout/html-document.tsx';
import { documentHref, usePageContext } from '../../layout/page-context.ts';
import type { BadgeView } from '../../view-models/public-pages.ts';
import { validityText } from './card.tsx';
import { EndorsementList } from './endorsement-list.tsx';

/** `/badges/{code}` and `/badges/{code}/v{n}[/en]`: one badge, with all its criteria in words. Addresses in
 *  signed badges end with the ids `criteria`, `duration`, `families` and `hours`. */
export function BadgePage({ view }: { view: BadgeView }) {
  const pageContext = usePageContext();
  const { t } = pageContext;
  const { image } = view;
  return (
    <Layout title={view.name} description={view.summary} section="catalogue">
      <div class="badge-head">
        <img src={image.src} alt={image.alt} width="208" height="208" />
        <div>
          <h1 lang={view.lang}>{view.name}</h1>
          <p class="lede" lang={view.lang}>
            {view.description}
          </p>
          <p>{view.recipient === 'person' ? t.badge.forPerson : t.badge.forEstablishment}</p>
          {view.recipient === 'person' && <p>{validityText(pageContext, view)}</p>}
        </div>
      </div>
      {view.retiredSince && <p class="notice">{t.badge.retired(t.day(view.retiredSince))}</p>}
      {view.supersededBy && (
        <p class="notice">
          {t.badge.superseded} <a href={view.supersededBy.href}>{view.supersededBy.label}</a>
        </p>
      )}
      {view.inForceNow && (
        <p class="notice">
          {t.badge.toCome(t.day(view.inForceFrom))} <a href={view.inForceNow.href}>{view.inForceNow.label}</a>
        </p>
      )}
      {view.sentences.length > 0 && (
        <section class="prose">
          <h2>{t.badge.sentences}</h2>
          {view.sentences.map(({ name, text, lang }) => (
            <>
              <h3>{t.badge.sentence[name]}</h3>
              <p lang={lang}>{text}</p>
            </>
          ))}
        </section>
      )}
      <TwoColumns margin={<Publication view={view} />}>
        <Criteria view={view} />
        {view.endorsements.length > 0 && (
          <section id="endorsements">
            <h2>{t.achievementEndorsements.title}</h2>
            <EndorsementList endorsements={view.endorsements} />
          </section>
        )}
        <section class="prose">
          <h2>{t.badge.results}</h2>
          <p>{t.badge.resultsText}</p>
          <ul>
            {view.results.map(({ name, label }) => (
              <li id={name}>{label}</li>
            ))}
          </ul>
        </section>
        {view.missions.length > 0 && (
          <section>
            <h2>{t.badge.missions}</h2>
            <Alignments alignments={view.missions} />
          </section>
        )}
        {view.alignments.length > 0 && (
          <section>
            <h2>{t.badge.alignments}</h2>
            <Alignments alignments={view.alignments} />
          </section>
        )}
      </TwoColumns>
    </Layout>
  );
}

function Criteria({ view }: { view: BadgeView }) {
  const { t } = usePageContext();
  return (
    <section class="prose" id="criteria">
      <h2>{t.badge.criteria}</h2>
      <p>{t.badge.criteriaText}</p>
      <ul class="requirements">
        {view.requirements.map((requirement) => (
          <li>{requirement}</li>
        ))}
      </ul>
      {view.countingRules && view.countingRules.length > 0 && (
        <>
          <h3>{t.badge.counting}</h3>
          <ul>
            {view.countingRules.map((rule) => (
              <li>{rule}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Publication({ view }: { view: BadgeView }) {
  const pageContext = usePageContext();
  const { t, issuer } = pageContext;
  return (
    <>
      <section>
        <h2>{t.badge.issuer}</h2>
        <p>{t.badge.issuerText(issuer.name)}</p>
        <p>
          <TextLink href="/issuer">{t.badge.issuerLink}</TextLink>
        </p>
      </section>
      <section>
        <h2>{t.badge.versions}</h2>
        <p>
          {view.isToCome
            ? t.badge.versionToCome(view.version, t.day(view.inForceFrom))
            : t.badge.version(view.version, t.day(view.inForceFrom))}{' '}
          {t.badge.code(view.code)}
        </p>
        <ul class="links">
          {view.versions.map(({ label, href, current }) => (
            <li>
              <a href={href}>{label}</a>
              {current && <span class="note"> {t.badge.currentVersion}</span>}
            </li>
          ))}
          <li>
            <a href={documentHref(pageContext, view.documentHref)}>{t.badge.document}</a>
          </li>
        </ul>
      </section>
      <section>
        <h2>{t.badge.downloads}</h2>
        <p>{t.badge.downloadText}</p>
        <LinkList links={view.downloads} />
      </section>
    </>
  );
}
