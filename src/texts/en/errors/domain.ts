import { featureTexts } from '../../features.ts';
import type { errorTexts as french } from '../../fr/errors/domain.ts';
import type { Sentence } from '../../fr/errors/system.ts';
import { byOffice } from '../../office.ts';
import { toDay } from '../grammar/day.ts';
import { count } from '../grammar/page-phrases.ts';
import { systemErrors, value } from './system.ts';

/** One sentence for each refusal: the problem, then the remedy. */
export const errorTexts = byOffice(
  (office: string) =>
    ({
      ...systemErrors,
      ...featureTexts('en', office).errors,
      'invalid-uai': ({ text }) =>
        `This is not a UAI (seven digits and the right check letter)${value(text)}.`,
      'invalid-date': ({ text }) => `This is not a date. Write 2026-02-28 or 28/02/2026${value(text)}.`,
      'invalid-request': ({ reason }) => `The request cannot be read${value(reason)}.`,
      'no-criteria-in-force': ({ on }) => `No criteria were in force on that day${value(on)}.`,
      'day-to-come': ({ on, today }) =>
        `That day has not been lived yet${value(on)}. Choose today at the latest${value(today)}.`,
      'invalid-criteria': ({ path, reason }) => `The criteria are not valid${value(path)}${value(reason)}.`,
      'unknown-achievement': ({ code, known }) =>
        `There is no such badge${value(code)}.${known ? ` The badges are${value(known)}.` : ''}`,
      'unreadable-pack': ({ path }) =>
        `This file is no readable ZIP archive: ${path}. Give a folder, or an archive of a pack.`,
      'invalid-pack': ({ faults }) =>
        `The office’s pack has ${faults} fault(s): “jalon office check FOLDER” shows them.`,
      'office-unchanged': () => 'The pack is the one in use: there is nothing to adopt.',
      'office-in-use': () =>
        'This service already has its pack or engagements: OFFICE_PACK serves for the very first start only. Adopt the pack by “jalon office adopt”.',
      'criteria-too-early': ({ newest }) =>
        `A version comes into force tomorrow at the earliest, and after the newest one${value(newest)}.`,
      'criteria-too-late': ({ last }) =>
        `A version is adopted two years ahead at most${value(last)}. Check the year.`,
      'criteria-unchanged': () => 'Nothing has changed: there is nothing to adopt.',
      'invalid-badge': ({ path, reason }) =>
        `This badge cannot be adopted yet (${path}: ${reason}). “jalon badges check FILE” tells all that is missing.`,
      'badge-needed': ({ code, by }) =>
        `The badge ${by} asks for the badge ${code}: first change what ${by} asks.`,
      'last-badge': () => 'It is the only badge: add another one before you retire it.',
      'too-many-drafts': ({ limit }) => `There are ${limit} drafts of badges already: adopt or delete some.`,
      'approval-needed': () => `A second person of the ${office} must adopt this version. Propose it.`,
      'approval-needs-two': () =>
        `Two accounts of the ${office} are needed to ask for a second person. Give this role to somebody else first.`,
      'approval-set-outside': () => 'The configuration of the service sets this: it is not changed here.',
      'own-draft': () =>
        `You cannot decide alone on what you asked for. Somebody else of the ${office} must do it.`,
      'draft-settled': () =>
        'This proposal was changed, withdrawn or judged meanwhile. Read the one that waits.',
      'draft-outdated': () =>
        'Another version was adopted since. Propose these figures again from the workshop.',
      'rule-place-gone': () =>
        'This condition is no longer in this place: the rule has changed meanwhile. Read it again, then repeat.',
      'rule-edit-refused': () =>
        'This place of the rule does not allow that. A rule has at most 200 conditions and 6 levels: choose one of the buttons shown.',
      'criteria-in-force': () =>
        'Only the newest version is withdrawn, and only before the day it comes into force.',
      'own-profiles': () => `Nobody changes their own roles. Somebody else of the ${office} must do it.`,
      'last-dane-agent': () =>
        `This is the last account of the ${office}: without it nobody could decide any more. Give somebody else the role first.`,
      'refusal-unknown': () => 'This refusal does not exist, or was taken back already.',
      'own-award': () => `Nobody decides on their own badge. Somebody else at the ${office} must.`,
      'unknown-person': ({ email }) =>
        `Nobody is known by this address${value(email)}. Import the person first.`,
      'unknown-actor': ({ email = '', because }) =>
        because === 'no-agent'
          ? `${email} is not an agent of the ${office}. Give --as or JALON_AS the address of an agent, or leave them out.`
          : `Nobody has the address ${email}. Give --as or JALON_AS the address of an agent of the ${office}, or leave them out.`,
      'same-person': () => 'This is the same record: a merge takes two.',
      'address-taken': ({ email }) => `This address is somebody else’s${value(email)}.`,
      'unknown-establishment': ({ uai }) => `No school has this UAI${value(uai)}. Import the schools first.`,
      'establishment-exists': ({ uai }) => `A school has this UAI already${value(uai)}.`,
      'establishment-closed': ({ uai, on, successor }) =>
        `This school${value(uai)} has closed: its last day is ${toDay(String(on)) ?? on}.${successor ? ` The school ${successor} took over.` : ''} Choose another school, or a last day that is not later.`,
      'same-establishment': () => 'This is the same school: choose the one that takes over.',
      'closure-blocked': ({ blocked }) =>
        `${count(Number(blocked), 'engagement', 'engagements')} must be settled before the school closes: a contest is open, or it begins after the last day.`,
      'unknown-credential': ({ id }) => `No badge has this identifier${value(id)}.`,
      'format-not-offered': () => 'This answer exists in JSON only.',
      'unknown-key': ({ kid }) => `No key has this identifier${value(kid)}.`,
      'unknown-token': ({ id }) => `No token has this identifier${value(id)}.`,
      'wrong-recipient-kind': ({ code }) =>
        `This badge does not go to this kind of recipient${value(code)}. A school's badge needs a UAI, the others a person.`,
      'not-met': ({ code, lacks }) =>
        lacks === 'decision'
          ? `This badge is granted by a decision of the ${office}, whose reason must be given${value(code)}.`
          : `The criteria are not met${value(code)}. Give a reason to grant it by decision.`,
      'award-exists': ({ code }) =>
        `This badge was granted already${value(code)}. It can be renewed from six months before its end.`,
      'award-over': ({ code, validUntil }) =>
        `Judged on that date, this badge would have ended already${value(code)}${value(validUntil)}. Choose a later date.`,
      'key-exists': ({ kids }) =>
        `There is an active key already${value(kids)}. To replace it, run "jalon keys rotate".`,
      'award-declined-or-revoked': ({ code }) =>
        `This badge was declined or revoked before${value(code)}. Give a reason to grant it again.`,
      'award-refused': ({ code }) =>
        `An agent refused this badge this school year${value(code)}. Give a reason to grant it all the same.`,
      'decision-waiting': ({ code }) =>
        `This badge waits under the decision of another agent${value(code)}. Wait until it is carried out, or decide on this badge alone.`,
      'to-look-at': ({ code }) =>
        `This badge is to be looked at before it is granted${value(code)}. Open its proposal, or decide on this badge alone.`,
      'reason-required': () => 'A reason is required.',
      'already-revoked': ({ at }) => `This badge was revoked already${value(at)}.`,
      'already-suspended': ({ at }) => `This badge is suspended${value(at)}.`,
      'not-suspended': () => 'This badge is not suspended.',
      'credential-declined': () => 'The holder declined this badge.',
      'credential-erased': () => 'This badge was erased at its holder’s request.',
      'credential-revoked': () =>
        'This badge was revoked: it has no certificate any more. Its page says when, and why.',
      'credential-suspended': () =>
        'This badge is suspended: it has no certificate for now. Its page says since when, and why.',
      'not-allowed': () => 'This token does not allow that.',
      'not-authenticated': () => 'A valid bearer token is required.',
      'stronger-sign-in-needed': () => 'This action can’t be undone. Sign in again before you request it.',
      'sign-in-failed': ({ reason }) =>
        reason === 'cancelled'
          ? 'You left the sign-in before its end. Start again whenever you like.'
          : 'You could not be signed in. Start again from the sign-in page.',
      'identity-provider-unreachable': () =>
        'The service that identifies you does not answer. Try again in a few minutes.',
      'too-large': ({ limit }) => `What was sent is too large${value(limit)}.`,
      'too-many-requests': ({ retrySeconds }) =>
        `Too many requests from this address in a short time. Try again ${retrySeconds === undefined ? 'later' : `in ${retrySeconds} s`}.`,
      overloaded: () => 'The service has too much to do at the moment. Try again in a few moments.',
      'body-too-slow': () =>
        'What you sent arrived too slowly, at less than 1 kB a second. Try again on a better connection.',
      'several-hosts': () => 'The request names several hosts. Send only one Host header.',
      'numen-refused': () => 'A NUMEN was refused: it must not be stored anywhere. Take it out.',
      'store-conflict': () =>
        'Somebody changed the same thing meanwhile: nothing was recorded. Read what stands now, then try again.',
      'unsafe-credential': ({ reason }) => `This credential cannot be signed${value(reason)}.`,
      'own-engagement': () => `Nobody decides on their own engagement. The ${office} can do it.`,
      'contest-decided': () => `The ${office} has decided this contest: its decision no longer changes here.`,
      'nothing-to-print': () =>
        'There is nothing to print: no confirmed engagement, or no record, for this school year.',
      'review-not-held': () =>
        'That day has not come yet: a review is recorded once it was held. For a later day, plan it.',
      'review-outside-engagement': () =>
        'This person has no engagement at the school in the school year of that day. Choose another day.',
      'review-exists': () =>
        'A progress review is already recorded for that day. Read what it says and what you just wrote, then save; or choose another day.',
      'review-imported': () =>
        `This progress review comes from the files of the ${office}: its day does not change here, nor is it taken back here.`,
      'plan-out-of-range': () =>
        'A progress review is planned from today to the end of the next school year. Choose another day.',
      'authorisation-exists': () =>
        'An authorisation of this mission, by this authority and since that day, is already recorded. Change that one, or choose another first day.',
      'change-day-outside': () =>
        'Choose a day of this engagement: after its first day, and not after its last.',
      'change-unchanged': () => 'Nothing changes: this is what is recorded already.',
      'change-contested': () => 'This engagement is contested. The contest comes first.',
      'change-proposed': () =>
        'A proposal about this engagement is waiting already. It must be withdrawn or settled first.',
      'change-settled': () => 'This proposal is no longer waiting: it was settled or withdrawn.',
      'role-held': () =>
        'Somebody else holds this single role on some of these days. Nothing was recorded: remove the role, or change the days.',
      'missions-proposed': () =>
        'A proposal of your school already waits for this person’s answer. Withdraw it first, or wait for the answer.',
      'too-many-newcomers': ({ most }) =>
        `${most} new people are waiting at this school already. Settle some first, or wait until somebody does.`,
      'mission-proposal-settled': () => 'This proposal no longer waits: it was answered or withdrawn.',
      'contribution-in-badge': () =>
        'An issued badge rests on this contribution: its validation can no longer be taken back.',
      'counted-in-badge': ({ badges }) =>
        `A badge that still stands counts this fact${value(badges)}: it is not removed. Correct it instead, and the badge will be listed under “Corrections”; or revoke the badge first.`,
      'schools-unconfirmed': () =>
        'Without a name, the school is enough to recognise the person. To show it all the same, confirm it: “schoolsConfirmed” in the API, “--confirm-schools” on the command line.',
      'credential-accepted': () => 'This badge is accepted already: you can hide it.',
      'role-day-outside': () =>
        'That day is not possible: the role can pass to the other person only on a day that both engagements share. Correct the date.',
      'credential-not-accepted': () => 'This badge is not accepted: nobody can see it.',
      'engagement-repeated': () =>
        'This engagement is on record already: same school, same dates, same missions, same roles. Find it under “Engagements”.',
      'engagement-not-open': () =>
        `This engagement can no longer be changed here: a decision was taken, or it comes from the ${office}’s files.`,
      'contribution-validated': () =>
        `The ${office} has validated this contribution: it can no longer be changed here.`,
      'request-settled': () => 'This request has been answered already.',
      'identity-unconfirmed': () =>
        'The names do not agree, or the account gives none. Nothing was done: read them below, check with the person, then confirm.',
      'settled-meanwhile': () =>
        'This is already done, or another person has settled it in the meantime. Nothing more was recorded: read what is recorded now.',
      'reminded-lately': () => 'This holder was already reminded less than a day ago.',
      'mail-not-possible': () =>
        'No mail can leave: the service sends none, or this holder has no address or wants no such mails.',
      'event-code-taken': ({ code }) => `This event code is taken already${value(code)}.`,
      'unknown-import': ({ id = '' }) =>
        `No import has the id “${id}”. “jalon imports list” shows those that can still be undone.`,
      'moved-to': () =>
        'This service was moved to another database: nothing is recorded here any more. For the operator: change DATABASE_URL or, after a rehearsal, run “jalon move --take-back”.',
      'undo-unchecked': () =>
        'The check of this import has not come to its end: check it to the end before you undo it.',
      'undo-underway': () => 'Another import is being undone: wait for its end, or stop it.',
      'job-failed': ({ id = '' }) =>
        `The last attempt at this work failed. See the cause on the page /dane/jobs/${id}, or with “jalon jobs list”.`,
      'unknown-event': ({ code }) => `No event has this code${value(code)}.`,
      'sheet-closed': () => 'The sign-in sheet is not open at this time.',
      'scan-needed': () => 'Scan the code shown in the room, then sign within 15 minutes.',
      'not-found': ({ path }) => `There is nothing at this address${value(path)}.`,
      unexpected: () => 'The service met an error of its own. Try again in a moment.',
      unreachable: ({ url, reason }) =>
        `${/^(smtp|s3)-/.test(`${reason}`) ? 'The server refuses' : 'The address does not answer'}${value(url)}${value(reason)}.`,
      'odd-answer': ({ url, reason }) =>
        `The service answers something else than what it is asked${value(url)}${value(reason)}. Check the address of --remote, and that both versions of Jalon are the same. What was done before this answer stays done.`,
      'hold-too-long': ({ last }) => `Choose a day up to ${last}, which is the last one possible.`,
      'hour-out-of-range': ({ last }) => `Choose an hour to come, up to ${last}.`,
    }) satisfies Record<keyof ReturnType<typeof french>, Sentence> as Readonly<
      Record<keyof ReturnType<typeof french>, Sentence>
    >,
);
