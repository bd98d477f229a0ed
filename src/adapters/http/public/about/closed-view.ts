import type { AboutFacts, AboutSection } from '../../../../texts/about.ts';
import { isPersonal } from '../../shell/choose-language.ts';
import type { PageFrame } from '../../shell/page-frame.ts';
import type { AboutView } from './about-page.tsx';

type Frame = Pick<PageFrame, 't'>;

/** `/verify` in a copy that outlives the service: what can still be verified, and how. */
export function closedView({ t }: Frame, copiedAt: string): AboutView {
  const { title, description, verifyLede, sections } = t.closed;
  return { title, description, lede: verifyLede, sections: sections(t.day(copiedAt)) };
}

/** A page on the service itself, for a copy. What needs a sign-in is replaced by what remains possible. */
export function copiedAbout({ t }: Frame, { name, page, facts, copiedAt }: CopiedPage): AboutView {
  const day = t.day(copiedAt);
  if (name === 'help') {
    const contact = page.sections.filter(({ links = [] }) =>
      links.some(({ href = '' }) => href.startsWith('mailto:')),
    );
    const { lede, sections } = closedView({ t }, copiedAt);
    return { ...page, lede, sections: [...sections, ...contact] };
  }
  const sections = page.sections.map((section) =>
    asksToSignIn(section) ? t.closed.rights(facts.dpo) : section,
  );
  return { ...page, ...(name === 'privacy' && { lede: t.closed.privacyLede(day) }), sections };
}

interface CopiedPage {
  readonly name: 'privacy' | 'legal' | 'help';
  readonly page: AboutView;
  readonly facts: AboutFacts;
  readonly copiedAt: string;
}

function asksToSignIn({ links = [] }: AboutSection): boolean {
  return links.some(({ href = '' }) => isPersonal(href));
}
