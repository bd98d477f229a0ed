import { type Context, Hono, type MiddlewareHandler } from 'hono';
import type { IssuerConfig, OperatorConfig } from '../../../../application/ports.ts';
import { type AboutFacts, type AboutSection, mailTo } from '../../../../texts/about.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import type { PageContext } from '../../layout/page-context.ts';
import { isPersonal } from '../../responses/language-detector.ts';
import { answerPage, pageContextOf } from '../../responses/page.tsx';
import { AboutPage, type AboutView } from './page.tsx';

/** The pages on the service itself: personal data, legal notice, help, site map, accessibility. `keep` keeps their
 *  answers. */
export function aboutRoutes(deps: AppDeps, keep: MiddlewareHandler<AppEnv>) {
  const { operator, issuer, copiedAt, settings } = deps.ports;
  const answer = (c: Context<AppEnv>, name: PageName) => {
    const pageContext = pageContextOf(c, deps, { indexed: true });
    const { unset, [name]: page } = pageContext.t.about;
    const facts = { ...aboutFacts({ operator, issuer, unset }), auditYears: settings.audit().years };
    const view = { ...page, sections: page.sections(facts) };
    const shown = copiedAt ? copiedAbout(pageContext, { name, page: view, facts, copiedAt }) : view;
    return answerPage(c, pageContext, <AboutPage view={shown} />);
  };
  return new Hono<AppEnv>()
    .get('/privacy', keep, (c) => answer(c, 'privacy'))
    .get('/legal', keep, (c) => answer(c, 'legal'))
    .get('/help', keep, (c) => answer(c, 'help'))
    .get('/site-map', keep, (c) => answer(c, 'siteMap'))
    .get('/accessibility', keep, (c) => {
      const pageContext = pageContextOf(c, deps);
      const view = accessibilityView(pageContext.t, operator.helpEmail ?? issuer.email);
      return answerPage(c, pageContext, <AboutPage view={view} />);
    });
}

type PageName = 'privacy' | 'legal' | 'help' | 'siteMap';

interface Options {
  readonly operator: OperatorConfig;
  readonly issuer: Pick<IssuerConfig, 'name' | 'email'>;
  /** The words that replace a missing setting. */
  readonly unset: (setting: string) => string;
}

/** The facts about the operator on these pages. The page names a missing setting. */
export function aboutFacts({ operator, issuer, unset }: Options): AboutFacts {
  return {
    operator: operator.name ?? unset('OPERATOR_NAME'),
    address: operator.address ?? unset('OPERATOR_ADDRESS'),
    publicationDirector: operator.publicationDirector ?? unset('PUBLICATION_DIRECTOR'),
    hosting: operator.hosting ?? unset('HOSTING'),
    dpo: operator.dpoEmail ?? unset('DPO_EMAIL'),
    help: operator.helpEmail ?? issuer.email,
    issuer: issuer.name,
  };
}

/** `/accessibility`: what was tested, what was not, and the contact. */
export function accessibilityView({ accessibility: t }: PageContext['t'], email: string): AboutView {
  const { title, description, lede } = t;
  return {
    title,
    description,
    lede,
    sections: [
      { title: t.tested, list: t.testedList },
      { title: t.failed, list: t.failedList },
      { title: t.notTested, list: t.notTestedList },
      { title: t.contact, text: [t.contactText, t.rights], links: [mailTo(email)] },
    ],
  };
}

type Frame = Pick<PageContext, 't'>;

/** `/verify` in a copy that outlives the service: what can still be verified, and how. */
export function closedView({ t }: Frame, copiedAt: string): AboutView {
  const { title, description, verifyLede, sections } = t.closed;
  return { title, description, lede: verifyLede, sections: sections(t.day(copiedAt)) };
}

/** A page on the service itself, for a copy. What needs a sign-in is replaced by what remains possible. */
function copiedAbout({ t }: Frame, { name, page, facts, copiedAt }: CopiedPage): AboutView {
  const day = t.day(copiedAt);
  if (name === 'help') {
    const contact = page.sections.filter(({ links = [] }) =>
      links.some(({ href = '' }) => href.startsWith('mailto:')),
    );
    const { lede, sections } = closedView({ t }, copiedAt);
    return { ...page, lede, sections: [...sections, ...contact] };
  }
  if (name === 'siteMap')
    return { ...page, sections: page.sections.filter((one) => !linksToSignIn(one) && !isForPrograms(one)) };
  const sections = page.sections.map((section) =>
    linksToSignIn(section) ? t.closed.rights(facts.dpo) : section,
  );
  return { ...page, ...(name === 'privacy' && { lede: t.closed.privacyLede(day) }), sections };
}

interface CopiedPage {
  readonly name: PageName;
  readonly page: AboutView;
  readonly facts: AboutFacts;
  readonly copiedAt: string;
}

function linksToSignIn({ links = [] }: AboutSection): boolean {
  return links.some(({ href = '' }) => isPersonal(href));
}

/** A copy has no interface for programs. */
function isForPrograms({ links = [] }: AboutSection): boolean {
  return links.some(({ href = '' }) => href.startsWith('/api/'));
}
