import type { AuditEntry } from '../../../../domain/change/change.ts';
import type { Engagement, Person } from '../../../../domain/records.ts';
import { Findings, type FindingView } from '../../pages/findings.tsx';
import { inLanguage } from '../../pages/in-language.ts';
import type { PageFrame } from '../../pages/page-frame.ts';
import { DaneLayout } from '../dane-layout.tsx';

type AwardState = 'unsigned' | 'private' | 'accepted' | 'declined' | 'revoked' | 'erased';

export interface PersonView {
  readonly person: Person;
  readonly heads?: string;
  readonly engagements: readonly (Engagement & { readonly school: string })[];
  readonly awards: readonly {
    readonly badge: string;
    readonly grantedAt: string;
    readonly state: AwardState;
    readonly override: boolean;
    /** Only where it can be revoked. */
    readonly revokeHref?: string;
  }[];
  readonly judgments: readonly {
    readonly badge: string;
    readonly met: boolean;
    readonly findings: readonly FindingView[];
  }[];
  readonly audit: readonly AuditEntry[];
}

/** `/dane/people/{id}`: all that is on record of one person. */
export function PersonPage({ frame, view }: { frame: PageFrame; view: PersonView }) {
  const t = frame.t.dane.people;
  const { person } = view;
  const href = `/dane/people/${person.id}`;
  return (
    <DaneLayout frame={frame} section="people" title={`${person.givenName} ${person.familyName}`}>
      <dl class="facts-list">
        <dt>{t.profile}</dt>
        <dd>{person.profiles.map((one) => t.profiles[one]).join(', ')}</dd>
        <dt>{t.person.addresses}</dt>
        <dd>{person.emails.join(', ')}</dd>
        {view.heads && (
          <>
            <dt>{t.person.heads}</dt>
            <dd>{view.heads}</dd>
          </>
        )}
      </dl>
      <p class="actions">
        <a class="button-secondary" href={inLanguage(frame, `${href}/change`)}>
          {t.person.change}
        </a>
        <a class="button-secondary" href={inLanguage(frame, `${href}/merge`)}>
          {t.person.merge}
        </a>
        <a class="button-secondary" href={inLanguage(frame, `${href}/erasure`)}>
          {t.person.erase}
        </a>
      </p>
      <Engagements frame={frame} view={view} />
      <Awards frame={frame} view={view} />
      <h2>{t.person.judgments}</h2>
      {view.judgments.map(({ badge, met, findings }) => (
        <details class="fold">
          <summary>
            <h3>{badge}</h3>
            <span class="fold-note">{met ? t.person.met : t.person.notMet}</span>
          </summary>
          <div class="fold-body">
            <Findings frame={frame} findings={findings} />
          </div>
        </details>
      ))}
      <History frame={frame} audit={view.audit} />
    </DaneLayout>
  );
}

function Engagements({ frame, view }: { frame: PageFrame; view: PersonView }) {
  const t = frame.t.dane.people.person;
  const { day } = frame.t;
  return (
    <section>
      <h2>{t.engagements}</h2>
      {view.engagements.length === 0 ? (
        <p>{t.noEngagement}</p>
      ) : (
        <table class="table-cards">
          <thead>
            <tr>
              <th scope="col">{t.period}</th>
              <th scope="col">{t.school}</th>
              <th scope="col">{t.missions}</th>
              <th scope="col">{t.roles}</th>
              <th scope="col">{t.confirmation}</th>
            </tr>
          </thead>
          <tbody>
            {view.engagements.map(({ period, school, missions, roles, confirmation }) => (
              <tr>
                <th scope="row">{t.fromTo(day(period.from), period.to && day(period.to))}</th>
                <td data-label={t.school}>{school}</td>
                <td data-label={t.missions}>{missions.join(', ')}</td>
                <td data-label={t.roles}>{roles.map((role) => frame.t.records.roles[role]).join(', ')}</td>
                <td data-label={t.confirmation}>{frame.t.records.confirmations[confirmation]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Awards({ frame, view }: { frame: PageFrame; view: PersonView }) {
  const t = frame.t.dane.people.person;
  return (
    <section>
      <h2>{t.badges}</h2>
      {view.awards.length === 0 ? (
        <p>{t.noBadge}</p>
      ) : (
        <table class="table-cards">
          <thead>
            <tr>
              <th scope="col">{t.badge}</th>
              <th scope="col">{t.granted}</th>
              <th scope="col">{t.state}</th>
            </tr>
          </thead>
          <tbody>
            {view.awards.map(({ badge, grantedAt, state, override, revokeHref }) => (
              <tr>
                <th scope="row">{badge}</th>
                <td data-label={t.granted}>
                  {frame.t.day(grantedAt)} {override && <span class="note">{t.override}</span>}
                </td>
                <td data-label={t.state}>
                  {t.states[state]}{' '}
                  {revokeHref && (
                    <a href={inLanguage(frame, revokeHref)}>
                      {t.revoke} <span class="visually-hidden">{badge}</span>
                    </a>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function History({ frame, audit }: { frame: PageFrame; audit: readonly AuditEntry[] }) {
  const t = frame.t.dane.people.person;
  return (
    <section>
      <h2>{t.history}</h2>
      {audit.length === 0 ? (
        <p>{t.noHistory}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{t.at}</th>
              <th scope="col">{t.what}</th>
            </tr>
          </thead>
          <tbody>
            {audit.map(({ at, action }) => (
              <tr>
                <td>{frame.t.moment(at)}</td>
                <td>{t.actions[action] ?? <code lang="en">{action}</code>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
