import { makeScan } from '../../src/application/roll-call/codes.ts';
import type { MissionCode } from '../../src/domain/engagement/mission.ts';
import { type Instant, type LocalDate, toInstant } from '../../src/domain/time/calendar.ts';
import type { Uai } from '../../src/domain/uai.ts';
import { toSource } from '../support/servers/service.ts';
import type { Handles } from './fixture.ts';
import type { Action, Services } from './run.ts';

type Run = Action['run'];
const action = (name: string, run: Run): Action => ({ name, run });
/** An act of several commits. */
const long = (name: string, run: Run): Action => ({ name, run, isLong: true });

async function drain(outcomes: AsyncIterable<unknown>): Promise<readonly unknown[]> {
  const all: unknown[] = [];
  for await (const one of outcomes) {
    const { kind, code } = one as { readonly kind?: string; readonly code?: string };
    all.push([kind, code]);
  }
  return all;
}

/** Works on a job to its end, or until it is seen that another process has it. */
async function advance(services: Services, id: string): Promise<void> {
  for (let turns = 0; turns < MOST_TURNS; turns += 1) {
    const job = await services.advanceJob(id);
    if (!job || job.finishedAt) return;
  }
}
const MOST_TURNS = 5;

const importing =
  (name: string, header: string, line: (handles: Handles) => string): Run =>
  async (services, handles) => {
    const source = toSource([name, [header, line(handles), ''].join('\n')]);
    const { counts } = (await services.importFiles([source], {
      dryRun: false,
      actor: handles.people.dane,
    })) as unknown as { readonly counts: unknown };
    return counts;
  };

const full = { name: 'full', form: 'feminine', showSchools: true, visibility: 'public' } as const;
const nameless = { name: 'none', form: 'inclusive', showSchools: false, visibility: 'unlisted' } as const;
const quiet =
  (run: (...given: Parameters<Run>) => Promise<unknown>): Run =>
  async (...given) =>
    void (await run(...given));

/** What a browser has that reads the code of the sheet now. */
const scanOf = (secret: string) => makeScan({ secret }, 'screen', toInstant(new Date()));

/** A school that no file names. */
const NEW_UAI = '0890003V' as Uai;
const daneOf = ({ people, emails }: Handles, who: 'dane' | 'agent' = 'dane') => ({
  ...{ personId: people[who], address: emails[who], as: 'dane' as const, confirms: false },
});
const closing = (handles: Handles) => ({
  ...{ uai: handles.school.uai, on: handles.today, reason: 'Fermé', by: daneOf(handles) },
});

/** Acts by subject. Two acts of one subject meet in the same rows; those of two subjects meet in people. */
export const SUBJECTS: Readonly<Record<string, readonly Action[]>> = {
  people: [
    action(
      'the DANE corrects a name',
      quiet((s, h) =>
        s.changePerson({
          id: h.people.claire,
          email: h.emails.claire,
          givenName: 'Clara',
          familyName: 'Dupont',
          headOf: undefined,
          profiles: ['rupn'],
          seen: h.seen.claire,
          actor: h.people.dane,
        }),
      ),
    ),
    action(
      'an agent gives a profile',
      quiet((s, h) =>
        s.changePerson({
          id: h.people.claire,
          email: h.emails.claire,
          givenName: 'Claire',
          familyName: 'Dupont',
          headOf: undefined,
          profiles: ['rupn', 'dane'],
          seen: h.seen.claire,
          actor: h.people.agent,
        }),
      ),
    ),
    action(
      'Claire is erased',
      quiet((s, h) => s.erasePerson({ id: h.people.claire, actor: h.people.dane })),
    ),
    action(
      'a file renames Claire',
      importing('personnes.csv', 'email;prenom;nom', (h) => `${h.emails.claire};Clairette;Dupond`),
    ),
    action(
      'Claire is merged into Paul',
      quiet((s, h) => s.mergePeople({ from: h.people.claire, into: h.people.paul, actor: h.people.dane })),
    ),
    action(
      'a second record is merged into Claire',
      quiet((s, h) => s.mergePeople({ from: h.people.double, into: h.people.claire, actor: h.people.agent })),
    ),
    action(
      'an agent leaves',
      quiet((s, h) =>
        s.changePerson({
          id: h.people.agent,
          email: h.emails.agent,
          givenName: 'Odile',
          familyName: 'Agente',
          headOf: undefined,
          profiles: [],
          seen: h.seen.agent,
          actor: h.people.dane,
        }),
      ),
    ),
  ],
  'dated decisions': [
    action('the dated decision is held', async (s, h) => {
      const held = await s.holdScheduledDecision({
        id: h.ids['dated'] ?? '',
        actor: h.people.agent,
        isHeld: true,
      });
      return held?.heldBy !== undefined;
    }),
    action(
      'the dated decision is taken back',
      quiet((s, h) => s.takeBackJob({ id: h.ids['dated'] ?? '', actor: h.people.dane })),
    ),
    action(
      'the dated decision is cut short',
      quiet((s, h) => s.startJob({ id: h.ids['dated'] ?? '', actor: h.people.dane })),
    ),
  ],
  decisions: [
    action('a badge is granted by command', (s, h) =>
      drain(
        s.grantAwards({
          scope: { kind: 'person', email: h.emails.luc, achievement: 'RUPN-ENG' },
          actor: h.people.dane,
        }),
      ),
    ),
    long('all that is met is granted and signed', async (s, h) => [
      await drain(s.grantAwards({ scope: { kind: 'all-met', cautions: 'included' }, actor: h.people.dane })),
      await drain(s.issueCredentials({ actor: h.people.dane })),
    ]),
    long('the proposal is refused', async (s, h) => {
      const job = await s.beginJob(
        { kind: 'decide-proposals', decision: 'refuse', ids: [h.ids['proposal'] ?? ''], reason: 'Non.' },
        h.people.dane,
      );
      await advance(s, job.id);
    }),
    long(
      'the proposal is granted',
      quiet(async (s, h) => {
        const job = await s.beginJob(
          { kind: 'decide-proposals', decision: 'grant', ids: [h.ids['proposal'] ?? ''] },
          h.people.agent,
        );
        await advance(s, job.id);
      }),
    ),
    long(
      'everyone is judged',
      quiet(async (s, h) => {
        const job = await s.beginJob({ kind: 'propose-awards' }, h.people.dane);
        await advance(s, job.id);
      }),
    ),
    action(
      'the waiting decision is taken back',
      async (s, h) =>
        (await s.takeBackJob({ id: h.ids['waiting'] ?? '', actor: h.people.agent }))?.progress.counts,
    ),
    action(
      'the waiting decision is cut short',
      quiet((s, h) => s.startJob({ id: h.ids['waiting'] ?? '', actor: h.people.agent })),
    ),
    action(
      'Luc is erased',
      quiet((s, h) => s.erasePerson({ id: h.people.luc, actor: h.people.dane })),
    ),
  ],
  badges: [
    action(
      'Paul accepts with his full name',
      quiet((s, h) =>
        s.acceptCredential({ id: h.badges.paul, ...full, onlyNew: true, actor: h.people.paul }),
      ),
    ),
    action(
      'Paul accepts nameless',
      quiet((s, h) => s.acceptCredential({ id: h.badges.paul, ...nameless, actor: h.people.paul })),
    ),
    action(
      'Paul declines',
      quiet((s, h) => s.declineCredential({ id: h.badges.paul, actor: h.people.paul })),
    ),
    action(
      'Paul’s badge is revoked',
      quiet((s, h) => s.revokeCredential({ id: h.badges.paul, reason: 'Une erreur.', actor: h.people.dane })),
    ),
    action(
      'Paul’s badge is suspended',
      quiet((s, h) =>
        s.suspendCredential({
          id: h.badges.paul,
          cause: 'error',
          reason: 'Une erreur.',
          actor: h.people.agent,
        }),
      ),
    ),
    action(
      'Anne’s badge counts again',
      quiet((s, h) => s.resumeCredential({ id: h.badges.anne, actor: h.people.dane })),
    ),
    action(
      'Anne’s badge is revoked',
      quiet((s, h) =>
        s.revokeCredential({ id: h.badges.anne, reason: 'Une erreur.', actor: h.people.agent }),
      ),
    ),
    action(
      'Claire hides her badge',
      quiet((s, h) => s.hideCredential({ id: h.badges.claire, actor: h.people.claire })),
    ),
    action(
      'Claire’s badge is revoked',
      quiet((s, h) =>
        s.revokeCredential({ id: h.badges.claire, reason: 'Une erreur.', actor: h.people.dane }),
      ),
    ),
    long('badges are signed again', async (s, h) => drain(s.reSignMisstated({ actor: h.people.dane }))),
  ],
  words: [
    action(
      'Claire adds the words',
      quiet((s, h) =>
        s.addEndorsement({
          id: h.ids['words'] ?? '',
          personId: h.people.claire,
          credentialId: h.badges.claire,
        }),
      ),
    ),
    action(
      'Claire declines the words',
      quiet((s, h) => s.declineEndorsement({ id: h.ids['words'] ?? '', personId: h.people.claire })),
    ),
    action(
      'the principal takes the words back',
      quiet((s, h) => s.removeEndorsement({ personId: h.people.claire, uai: h.uai, by: h.people.head })),
    ),
    action(
      'the principal writes other words',
      quiet((s, h) =>
        s.offerEndorsement({ personId: h.people.claire, uai: h.uai, by: h.people.head, comment: 'Merci.' }),
      ),
    ),
    action(
      'Claire hides her badge',
      quiet((s, h) => s.hideCredential({ id: h.badges.claire, actor: h.people.claire })),
    ),
    action(
      'Claire’s badge is revoked',
      quiet((s, h) =>
        s.revokeCredential({ id: h.badges.claire, reason: 'Une erreur.', actor: h.people.dane }),
      ),
    ),
  ],
  engagements: [
    action(
      'the principal confirms',
      async (s, h) =>
        (await s.decideEngagement({
          uai: h.uai,
          by: { personId: h.people.head, address: h.emails.head },
          reference: h.ids['engagement'] ?? '',
          decision: { kind: 'confirm' },
        })) && '',
    ),
    action(
      'the principal contests',
      async (s, h) =>
        (await s.decideEngagement({
          uai: h.uai,
          by: { personId: h.people.neighbour, address: h.emails.neighbour },
          reference: h.ids['engagement'] ?? '',
          decision: { kind: 'contest', motive: 'Non.' },
        })) && '',
    ),
    action(
      'Claire withdraws',
      quiet((s, h) =>
        s.withdrawEngagement({ personId: h.people.claire, reference: h.ids['engagement'] ?? '' }),
      ),
    ),
    action(
      'a file ends Claire’s segment',
      importing(
        'engagements.csv',
        'reference;email;uai;debut;fin;missions;roles;confirmation',
        (h) => `${h.ids['engagement']};${h.emails.claire};${h.uai};01/09/2025;30/06/2026;A1|B1;;demandee`,
      ),
    ),
    action(
      'Paul’s change is accepted',
      quiet((s, h) =>
        s.settleChange({
          id: h.ids['change'] ?? '',
          outcome: 'accepted',
          by: { personId: h.people.head, address: h.emails.head, as: 'principal' },
        }),
      ),
    ),
    action(
      'Paul withdraws his change',
      quiet((s, h) => s.withdrawChange({ personId: h.people.paul, id: h.ids['change'] ?? '' })),
    ),
    action(
      'Paul proposes the same change',
      quiet((s, h) =>
        s.proposeChange({
          personId: h.people.paul,
          reference: h.ids['running'] ?? '',
          change: { kind: 'end', to: h.inDays(31) },
          reason: 'Mutation.',
        }),
      ),
    ),
    action(
      'Luc answers the contest',
      quiet((s, h) => s.answerContest({ id: h.ids['contest'] ?? '', answer: 'Si.', by: h.people.luc })),
    ),
    action(
      'the contest is settled',
      quiet((s, h) =>
        s.settleContest({
          id: h.ids['contest'] ?? '',
          verdict: { outcome: 'lifted' },
          reason: 'Vu.',
          by: { personId: h.people.dane, address: h.emails.dane },
        }),
      ),
    ),
    action(
      'Anne accepts the missions',
      quiet((s, h) =>
        s.answerMissions({
          id: h.ids['missions'] ?? '',
          personId: h.people.anne,
          outcome: 'accepted',
        }),
      ),
    ),
    action(
      'the principal withdraws the missions',
      quiet((s, h) => s.withdrawMissions({ id: h.ids['missions'] ?? '', uai: h.uai, by: h.people.head })),
    ),
    long(
      'the timer keeps up',
      quiet((s) => s.runMaintenance()),
    ),
  ],
  contributions: [
    action(
      'the DANE validates',
      async (s, h) =>
        JSON.stringify(
          await s.validateContributions({
            references: [h.ids['contribution'] ?? ''],
            seen: [h.ids['contributionSeen'] ?? ''],
            actor: h.people.dane,
          }),
        ).length && '',
    ),
    action(
      'Claire changes it',
      quiet((s, h) =>
        s.changeContribution({
          personId: h.people.claire,
          reference: h.ids['contribution'] ?? '',
          seen: h.ids['contributionSeen'],
          said: { kind: 'resource', on: h.today, title: 'Autre' },
        }),
      ),
    ),
    action(
      'Claire removes it',
      quiet((s, h) =>
        s.removeContribution({ personId: h.people.claire, reference: h.ids['contribution'] ?? '' }),
      ),
    ),
    action(
      'the DANE removes it',
      quiet((s, h) =>
        s.removeRecord({
          personId: h.people.claire,
          record: { kind: 'contribution', reference: h.ids['contribution'] ?? '' },
          actor: h.people.agent,
          reason: 'Une erreur.',
        }),
      ),
    ),
    action(
      'a file names it',
      importing(
        'contributions.csv',
        'reference;email;nature;date;lien;validee',
        (h) => `CONTRIB-1;${h.emails.claire};ressource;13/05/2026;;`,
      ),
    ),
    action(
      'the DANE validates the imported one',
      async (s, h) =>
        JSON.stringify(
          await s.validateContributions({
            references: [h.ids['imported'] ?? ''],
            seen: [h.ids['importedSeen'] ?? ''],
            actor: h.people.dane,
          }),
        ).length && '',
    ),
    long(
      'the import is undone',
      quiet(async (s, h) => {
        const job = await s.beginUndo({
          importId: h.ids['import'] ?? '',
          act: 'undo',
          actor: h.people.dane,
        });
        await advance(s, job.id);
      }),
    ),
  ],
  campaigns: [
    long(
      'the campaign asks',
      quiet(async (s, h) => {
        await advance(s, h.ids['asking'] ?? '');
      }),
    ),
    action(
      'the campaign is cancelled',
      quiet((s, h) =>
        s.closeCampaign({ id: h.ids['campaign'] ?? '', cancelled: true, actor: h.people.dane }),
      ),
    ),
    action(
      'the campaign is closed',
      quiet((s, h) =>
        s.closeCampaign({ id: h.ids['campaign'] ?? '', cancelled: false, actor: h.people.agent }),
      ),
    ),
    action('one of the same name is opened', async (s, h) => {
      const opened = await s.openCampaign({
        name: 'Printemps',
        schoolYear: h.year,
        closesOn: h.inDays(200),
        actor: h.people.dane,
      });
      return typeof opened === 'string' ? opened : 'opened';
    }),
  ],
  events: [
    action(
      'Paul comes',
      quiet((s, h) =>
        s.answerInvitation({
          eventCode: h.ids['meetingEvent'] ?? '',
          personId: h.people.paul,
          answer: 'coming',
        }),
      ),
    ),
    action(
      'invitations are cancelled',
      quiet((s, h) => s.cancelInvitations({ eventCode: h.ids['meetingEvent'] ?? '', by: h.people.dane })),
    ),
    action('everybody is invited', (s, h) =>
      s.invitePeople({ eventCode: h.ids['training'] ?? '', by: h.people.dane }),
    ),
    action(
      'a roll call is opened',
      quiet((s, h) =>
        s.openRollCall({
          eventCode: h.ids['meetingEvent'] ?? '',
          opensAt: '2026-01-01T08:00:00Z' as Instant,
          closesAt: '2099-01-01T10:00:00Z' as Instant,
          actor: h.people.dane,
        }),
      ),
    ),
    action(
      'Paul signs',
      quiet((s, h) => s.signRollCall(scanOf(h.ids['sheet'] ?? ''), h.people.paul)),
    ),
    action(
      'the roll call is closed',
      quiet((s, h) => s.closeRollCall(h.ids['training'] ?? '', h.people.dane)),
    ),
    action(
      'a file changes the event',
      importing(
        'evenements.csv',
        'code;nature;intitule;debut;heures;etiquettes',
        (h) => `STAGE;EV-PAF;Un autre stage;${h.today};3;ENT`,
      ),
    ),
    action(
      'attendances are noted',
      quiet((s, h) =>
        s.noteAttendances({
          eventCode: h.ids['training'] ?? '',
          people: [h.people.paul, h.people.luc],
          proof: 3,
          by: h.people.dane,
        }),
      ),
    ),
    action(
      'the meeting is held',
      quiet((s, h) =>
        s.holdMeeting({
          id: h.ids['meeting'] ?? '',
          by: h.people.dane,
          side: 'dane',
          day: h.today,
          notes: { projects: 'Une radio.', difficulties: '', prospects: '' },
          present: [h.people.paul],
        }),
      ),
    ),
    action(
      'the meeting is cancelled',
      quiet((s, h) => s.cancelMeeting({ id: h.ids['meeting'] ?? '', by: h.people.head, side: 'principal' })),
    ),
  ],
  school: [
    action(
      'the project is changed',
      quiet((s, h) =>
        s.saveProject({
          project: {
            uai: h.uai,
            title: 'Radio',
            description: 'Chaque mois.',
            period: { from: h.september },
            members: [h.people.paul],
          },
          id: h.ids['project'] ?? '',
          by: h.people.head,
        }),
      ),
    ),
    action(
      'the project is removed',
      quiet((s, h) => s.removeProject({ uai: h.uai, id: h.ids['project'] ?? '', by: h.people.head })),
    ),
    action(
      'means are noted',
      quiet((s, h) =>
        s.saveMeans({
          means: { uai: h.uai, kind: 'office', description: 'B12', since: h.september },
          personIds: [h.people.paul],
          by: h.people.head,
        }),
      ),
    ),
    action(
      'an action is noted',
      quiet((s, h) =>
        s.saveLocalAction({
          authorisation: {
            uai: h.uai,
            mission: 'C5' as MissionCode,
            localAuthority: 'Département',
            period: { from: h.september },
          },
          by: h.people.head,
        }),
      ),
    ),
    action(
      'the class project ends',
      quiet((s, h) => s.endClassProject({ ended: true, id: h.ids['classProject'] ?? '', by: h.people.dane })),
    ),
    action(
      'classes are entered',
      quiet((s, h) =>
        s.enterClasses({
          projectId: h.ids['classProject'] ?? '',
          personId: h.people.claire,
          uai: h.uai,
          classes: '6e A',
          count: 1,
        }),
      ),
    ),
    action(
      'the class project is changed',
      quiet((s, h) =>
        s.saveClassProject({
          id: h.ids['classProject'] ?? '',
          title: 'Tweets',
          audience: 'Toutes.',
          joinsUntil: h.inDays(61),
          by: h.people.agent,
        }),
      ),
    ),
    action(
      'support is asked',
      quiet((s, h) =>
        s.askSupport({
          personId: h.people.paul,
          uai: h.uai,
          kind: 'technical',
          title: 'ENT',
          text: 'Lent.',
        }),
      ),
    ),
    action(
      'support is answered',
      quiet((s, h) =>
        s.answerSupport({
          id: h.ids['support'] ?? '',
          by: h.people.dane,
          side: 'dane',
          text: 'Nous venons.',
        }),
      ),
    ),
    action(
      'support is ended',
      quiet((s, h) => s.endSupport({ id: h.ids['support'] ?? '', by: h.people.claire, side: 'asker' })),
    ),
  ],
  schools: [
    action(
      'a school is added',
      quiet((s, h) => s.addSchool({ said: { ...h.school, uai: NEW_UAI }, by: daneOf(h) })),
    ),
    action(
      'another agent adds it',
      quiet((s, h) =>
        s.addSchool({ said: { ...h.school, uai: NEW_UAI, name: 'École' }, by: daneOf(h, 'agent') }),
      ),
    ),
    action(
      'the school is renamed',
      quiet((s, h) =>
        s.changeSchool({ said: { ...h.school, name: 'Lycée Neuf' }, seen: h.seen.school, by: daneOf(h) }),
      ),
    ),
    action(
      'a file renames it',
      importing('etablissements.csv', 'uai;nom;secteur', (h) => `${h.school.uai};Lycée du fichier;Public`),
    ),
    action(
      'it closes',
      quiet((s, h) => s.closeSchool(closing(h))),
    ),
    action(
      'it becomes one with another',
      quiet((s, h) => s.closeSchool({ ...closing(h), successor: h.uai })),
    ),
    action(
      'it is opened again',
      quiet((s, h) => s.reopenSchool({ uai: h.school.uai, by: daneOf(h, 'agent') })),
    ),
    action(
      'an engagement there is declared',
      quiet((s, h) =>
        s.declareEngagement({
          personId: h.people.luc,
          declaration: {
            uai: h.school.uai,
            period: { from: h.inDays(-40) },
            missions: ['A1' as MissionCode],
            roles: [],
          },
        }),
      ),
    ),
    action(
      'a head of it is added',
      quiet((s, h) =>
        s.addPerson({
          ...{ givenName: 'Ana', familyName: 'Petit', email: 'tete@ac-test.example' },
          ...{ profiles: ['principal'], headOf: h.school.uai, actor: h.people.dane },
        }),
      ),
    ),
    action(
      'somebody of that address is added',
      quiet((s, h) =>
        s.addPerson({
          ...{ givenName: 'Ana', familyName: 'Grand', email: 'tete@ac-test.example' },
          ...{ profiles: ['rupn'], headOf: undefined, actor: h.people.agent },
        }),
      ),
    ),
  ],
  office: [
    action(
      'the request is settled',
      quiet((s, h) =>
        s.settleDataRequest({ id: h.ids['request'] ?? '', answer: 'Fait.', actor: h.people.dane }),
      ),
    ),
    action(
      'the doubt is bound',
      quiet((s, h) =>
        s.settleDoubt({ id: h.ids['doubt'] ?? '', personId: h.people.paul, actor: h.people.dane }),
      ),
    ),
    action(
      'the doubt is dismissed',
      quiet((s, h) => s.settleDoubt({ id: h.ids['doubt'] ?? '', actor: h.people.agent })),
    ),
    action(
      'the headship is accepted',
      quiet((s, h) => s.checkHeadship({ personId: h.people.neighbour, uai: h.uai, by: h.people.dane })),
    ),
    action(
      'the headship is withdrawn',
      quiet((s, h) =>
        s.withdrawHeadship({ personId: h.people.neighbour, uai: h.uai, by: h.people.neighbour }),
      ),
    ),
    action(
      'the token is revoked',
      quiet((s, h) => s.revokeToken({ id: h.ids['token'] ?? '', actor: h.people.dane })),
    ),
    action(
      'one agent is enough again',
      quiet((s, h) => s.changeApprovals({ criteria: false, actor: h.people.dane })),
    ),
    action(
      'a second agent is asked for',
      quiet((s, h) => s.changeApprovals({ criteria: true, actor: h.people.agent })),
    ),
    action(
      'criteria are adopted alone',
      async (s, h) =>
        (
          await s.adoptCriteria({
            figures: { '/thresholds/fullYearDays': 140 },
            from: `${h.year + 1}-09-01` as LocalDate,
            actor: h.people.dane,
          })
        ).version,
    ),
    action(
      'the draft is agreed',
      quiet((s, h) =>
        s.judgeDraft({
          id: h.ids['draft'] ?? '',
          actor: h.people.dane,
        }),
      ),
    ),
    action(
      'the draft is withdrawn',
      quiet((s, h) => s.withdrawDraft({ id: h.ids['draft'] ?? '', actor: h.people.agent })),
    ),
    action(
      'a deletion is held',
      quiet((s, h) => s.holdDeletion({ untilOn: h.inDays(30), reason: 'Enquête.', actor: h.people.dane })),
    ),
  ],
  holder: [
    action(
      'the record is made again',
      quiet((s, h) => s.makeBadgeRecord({ personId: h.people.claire, name: 'none' })),
    ),
    action(
      'the record is withdrawn',
      quiet((s, h) => s.withdrawBadgeRecord(h.people.claire)),
    ),
    action(
      'the profile is changed',
      quiet((s, h) =>
        s.savePublicProfile({
          personId: h.people.claire,
          name: 'initials',
          searchable: false,
          credentialIds: [h.badges.claire],
        }),
      ),
    ),
    action(
      'the profile is removed',
      quiet((s, h) => s.removePublicProfile(h.people.claire)),
    ),
    action(
      'a profile is made',
      async (s, h) =>
        (
          await s.savePublicProfile({
            personId: h.people.anne,
            name: 'full',
            searchable: true,
            credentialIds: [h.badges.anne],
          })
        ).id,
    ),
    action(
      'Claire hides her badge',
      quiet((s, h) => s.hideCredential({ id: h.badges.claire, actor: h.people.claire })),
    ),
    action(
      'Claire is erased',
      quiet((s, h) => s.erasePerson({ id: h.people.claire, actor: h.people.dane })),
    ),
  ],
};
