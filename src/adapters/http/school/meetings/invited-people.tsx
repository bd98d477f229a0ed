import { engagedOn } from '../../../../application/support/meetings.ts';
import { localDateInParis } from '../../../../domain/time/time.ts';
import type { Uai } from '../../../../domain/uai.ts';
import type { AppDeps } from '../../env.ts';
import { CardTable } from '../../shell/card-table.tsx';
import { eventLine } from '../../shell/event-line.ts';
import type { PageFrame } from '../../shell/page-frame.ts';
import { useFrame } from '../../shell/use-frame.ts';

/** Somebody of the school who is invited, and their answer. */
export interface InvitedPerson {
  readonly name: string;
  readonly event: string;
  readonly answer: string;
}

/** The people engaged at the school today who are invited to events to come. */
export async function readInvitedPeople(
  { ports }: AppDeps,
  uai: Uai,
  frame: PageFrame,
): Promise<readonly InvitedPerson[]> {
  const { store, clock } = ports;
  const today = localDateInParis(clock.now());
  const [record] = await store.readEstablishmentRecords([uai]);
  const engagements = record?.people.flatMap((one) => one.engagements) ?? [];
  const invitations = await store.readInvitationsOf([...engagedOn(engagements, uai, today)], today);
  const [people, events] = await Promise.all([
    store.readPeople(invitations.map(({ personId }) => personId)),
    store.readEvents([...new Set(invitations.map(({ eventCode }) => eventCode))]),
  ]);
  const names = new Map(people.map((one) => [one.id, `${one.givenName} ${one.familyName}`]));
  const lines = new Map(events.map((one) => [one.code, eventLine(frame, one)]));
  return invitations.map(({ personId, eventCode, answer }) => {
    const line = lines.get(eventCode);
    return {
      name: names.get(personId) ?? frame.t.meetings.someone,
      event: [line?.title, line?.dates].filter(Boolean).join(', '),
      answer: frame.t.invitations.said[answer?.kind ?? 'silent'],
    };
  });
}

/** The invited people of the school, event by event; nothing where there are none. */
export function InvitedPeople({ people }: { people: readonly InvitedPerson[] }) {
  const t = useFrame().t.invitations.school;
  if (people.length === 0) return null;
  return (
    <section>
      <h2>{t.heading}</h2>
      <p>{t.lede}</p>
      {[...Map.groupBy(people, ({ event }) => event)].map(([event, invited]) => (
        <>
          <h3>{event}</h3>
          <CardTable
            compact
            rows={invited}
            caption={event}
            columns={[
              { heading: t.person, cell: ({ name }) => name, names: true },
              { heading: t.answer, cell: ({ answer }) => answer },
            ]}
          />
        </>
      ))}
    </section>
  );
}
