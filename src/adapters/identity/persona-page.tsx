import type { Child } from 'hono/jsx';
import type { personaPageTexts } from '../../texts/fr/public/persona-page.ts';
import type { LocalPersona } from './local-persona.ts';

/** What both pages of the local provider need. */
export interface PersonaPageContext {
  readonly locale: 'fr' | 'en';
  readonly t: ReturnType<typeof personaPageTexts>;
  /** Address of the style sheet. */
  readonly css: string;
}

interface Props {
  readonly frame: PersonaPageContext;
  readonly personas: readonly LocalPersona[];
  /** Address that the form is sent to. */
  readonly action: string;
}

const GROUPS = ['rupn', 'principal', 'dane', 'unknown'] as const;

/** The list of people to choose from: one form with a button for each person, without a script. */
export function PersonaPage({ frame, personas, action }: Props) {
  const { t } = frame;
  return (
    <Shell frame={frame} title={t.title}>
      <h1>{t.title}</h1>
      <p class="lede">{t.demonstration}</p>
      <form method="post" action={action}>
        {GROUPS.map((group) => (
          <PersonaGroup frame={frame} group={group} of={personas.filter((one) => one.group === group)} />
        ))}
        <button type="submit" name="subject" value="" class="secondary">
          {t.cancel}
        </button>
      </form>
    </Shell>
  );
}

/** The page which says that the sign-in cannot go on. */
export function SignInFailedPage({ frame, homeUrl }: { frame: PersonaPageContext; homeUrl: string }) {
  const { title, text, back } = frame.t.failed;
  return (
    <Shell frame={frame} title={title}>
      <h1>{title}</h1>
      <p class="lede">{text}</p>
      <p>
        <a href={homeUrl}>{back}</a>
      </p>
    </Shell>
  );
}

interface GroupProps {
  readonly frame: PersonaPageContext;
  readonly group: (typeof GROUPS)[number];
  readonly of: readonly LocalPersona[];
}

function PersonaGroup({ frame: { t, locale }, group, of }: GroupProps) {
  if (of.length === 0) return null;
  return (
    <section aria-labelledby={`group-${group}`}>
      <h2 id={`group-${group}`}>{t.groups[group]}</h2>
      <ul class="cards">
        {of.map(({ subject, givenName, familyName, what, federation }) => (
          <li class="card">
            <div class="card-body">
              <h3>
                {givenName} {familyName}
              </h3>
              <p class="note">{t.federations[federation]}</p>
              <p id={`what-${subject}`}>{what[locale]}</p>
              <button type="submit" name="subject" value={subject} aria-describedby={`what-${subject}`}>
                {t.enter(`${givenName} ${familyName}`)}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Shell({ frame, title, children }: { frame: PersonaPageContext; title: string; children: Child }) {
  return (
    <html lang={frame.locale}>
      <head>
        <meta charset="utf-8" />
        <title>{title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <link rel="stylesheet" href={frame.css} />
      </head>
      <body>
        <main id="content">{children}</main>
      </body>
    </html>
  );
}
