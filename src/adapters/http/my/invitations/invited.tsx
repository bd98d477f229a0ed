import type { Context } from 'hono';
import type { InvitationAnswer } from '../../../../domain/event/invitation.ts';
import { localDateInParis } from '../../../../domain/time/time.ts';
import type { AppDeps, AppEnv } from '../../env.ts';
import { eventLine } from '../../shell/event-line.ts';
import { useFrame } from '../../shell/use-frame.ts';
import { workspaceFrame } from '../../shell/workspace-frame.ts';

/** An invitation to an event to come. */
export interface InvitedView {
  readonly href: string;
  readonly title: string;
  readonly dates: string;
  readonly answer: InvitationAnswer | undefined;
}

/** The invitations of the person signed in to events to come, the next one first. */
export async function readInvited(c: Context<AppEnv>, deps: AppDeps): Promise<readonly InvitedView[]> {
  const { store, clock } = deps.ports;
  const today = localDateInParis(clock.now());
  const invitations = await store.readInvitationsOf([c.var.signedIn.actor.personId], today);
  if (invitations.length === 0) return [];
  const frame = workspaceFrame(c, deps, 'my');
  const events = new Map(
    (await store.readEvents(invitations.map(({ eventCode }) => eventCode))).map((one) => [one.code, one]),
  );
  return invitations.flatMap(({ eventCode, answer }) => {
    const event = events.get(eventCode);
    if (!event) return [];
    const { title, dates } = eventLine(frame, event);
    return [{ href: `/my/invitations/${encodeURIComponent(eventCode)}`, title, dates, answer: answer?.kind }];
  });
}

/** Stands at the top of `/my`, where the DANE invites the person. */
export function Invited({ invited }: { invited: readonly InvitedView[] }) {
  const t = useFrame().t.invitations.mine;
  if (invited.length === 0) return null;
  const waits = invited.some(({ answer }) => answer === undefined);
  return (
    <section class={waits ? 'notice' : undefined} aria-labelledby="invited">
      <h2 id="invited">{t.heading(invited.length)}</h2>
      {invited.map(({ href, title, dates, answer }) => (
        <p>
          {t.line(title, dates)} {answer && t.answered[answer]}{' '}
          <a href={href} aria-label={answer ? t.changeOf(title) : t.openOf(title)}>
            {answer ? t.change : t.open}
          </a>
        </p>
      ))}
    </section>
  );
}
