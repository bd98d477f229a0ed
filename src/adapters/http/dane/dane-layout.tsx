import type { Child } from 'hono/jsx';
import { Layout } from '../shell/layout.tsx';
import { useFrame } from '../shell/use-frame.ts';

export type DaneSection =
  | 'home'
  | 'decisions'
  | 'coverage'
  | 'campaigns'
  | 'contests'
  | 'people'
  | 'doubts'
  | 'requests'
  | 'criteria'
  | 'events'
  | 'imports'
  | 'exports'
  | 'settings';

const SECTIONS: readonly (readonly [DaneSection, string])[] = [
  ['home', '/dane'],
  ['decisions', '/dane/decisions'],
  ['coverage', '/dane/coverage'],
  ['campaigns', '/dane/campaigns'],
  ['contests', '/dane/contests'],
  ['people', '/dane/people'],
  ['doubts', '/dane/people/doubts'],
  ['requests', '/dane/requests'],
  ['events', '/dane/events'],
  ['imports', '/dane/imports'],
  ['exports', '/dane/exports'],
  ['criteria', '/dane/criteria'],
  ['settings', '/dane/settings'],
];

/** A page of the DANE's space, with links to the others. */
export function DaneLayout({
  section,
  title,
  refreshHref,
  children,
}: {
  section: DaneSection;
  title: string;
  /** The address that the page requests as soon as it is shown, so that a job goes on. */
  refreshHref?: string | undefined;
  children: Child;
}) {
  const t = useFrame().t.dane;
  return (
    <Layout title={title} description={t.description} refreshHref={refreshHref}>
      <nav class="sections" aria-label={t.sectionsNavigation}>
        {SECTIONS.map(([name, href]) => (
          <a href={href} aria-current={name === section ? 'page' : undefined}>
            {t.sections[name]}
          </a>
        ))}
      </nav>
      <h1>{title}</h1>
      {children}
    </Layout>
  );
}
