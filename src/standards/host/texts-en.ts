import type {
  hostDoneTexts as doneTexts,
  hostTexts as fr,
  hostTableTexts as tableTexts,
} from './texts-fr.ts';

/** Badges that come from elsewhere, badges sent to other services, and what other services may do here. */
export const hostTexts = (): ReturnType<typeof fr> => ({
  consent: {
    title: 'Give access to your badges?',
    who: (name) => `“${name}” asks for access to your badges.`,
    back: (host) => `It is at ${host}, and will take you back there.`,
    unverified:
      'This service gave itself that name. Nobody here has verified it: go on only if you come from there.',
    may: 'It will be able to',
    limits: 'It will see neither your engagements nor your documents.',
    takeBack: 'You can withdraw this access at any moment, in “My data”.',
    allow: 'Give access',
    decline: 'Decline',
    terms: 'Its terms',
    policy: 'What it does with data',
    unknown: {
      title: 'This request is not valid',
      text: 'The service that sends you is not registered here, or it asks for an address that it has not declared. To be safe, this page does not send you back there.',
      next: 'Close this page, then start again from that service.',
    },
    faulty: {
      title: 'The service made its request wrongly',
      text: 'No access is granted. Go back to that service only if you came from there.',
      back: (host: string) => `Go back to ${host}`,
    },
  },
  scopes: {
    'credential.readonly': 'read the badges that you have accepted, and those that you keep here',
    'credential.upsert': 'add badges to those that you keep here, or put a newer version there',
    'profile.readonly': 'read your first and last name',
    'profile.update': 'write the profile that other services read here; your record does not change',
    offline_access: 'come back without asking again, until you withdraw the access',
  },
  services: {
    title: 'Authorised services',
    lede: 'The services to which you have given access to your badges.',
    none: 'No service has access to your badges. A service that wants it asks you itself, and you answer here.',
    unverified: (host) => `At ${host}. Nobody has verified this name.`,
    may: 'This service may:',
    since: (day, used) =>
      used === undefined
        ? `Access given on ${day}, not used yet.`
        : `Access given on ${day}, last used on ${used}.`,
    act: 'Withdraw the access',
    withdraw: (name) => `Withdraw the access of ${name}`,
    back: 'Back to my data',
    onData: 'See which services read your badges or add some, and withdraw that access.',
    open: 'See the authorised services',
  },
  held: {
    title: 'Badges from elsewhere',
    lede: 'Keep here the badges that others have issued to you. Each is verified before it is kept. Nobody else sees them.',
    mine: 'Those that I keep',
    none: 'You keep none so far. Add one by a file, a link or a text.',
    unnamed: 'Badge without a name',
    by: (issuer) => `Issued by ${issuer}`,
    from: (day) => `Valid from ${day}`,
    until: (day) => `until ${day}`,
    checked: (moment) => `Verified on ${moment}`,
    brought: (day) => `Brought by you on ${day}`,
    sentBy: (service, day) => `Sent by “${service}” on ${day}`,
    download: 'Download',
    downloadOf: (name) => `Download “${name}” as it came`,
    check: 'Verify again',
    checkOf: (name) => `Verify “${name}” again`,
    remove: 'Remove',
    removeOf: (name) => `Remove “${name}”`,
    add: 'Add a badge',
    submit: 'Verify and keep',
    services: 'Another service may put some here too, if you allow it.',
    refusals: {
      'not-verified': (verdict) => `This badge is not kept. ${verdict}`,
      'not-a-badge':
        'This document is no Open Badges 3.0 badge that can be kept. Try the file that its issuer gave you.',
      older: 'You already keep a newer version of this badge. It stays.',
      full: 'You keep as many badges as this service allows. Remove one, then try again.',
      own: 'This badge comes from this service: it is among your badges already.',
    },
  },
  sending: {
    link: 'Send this badge to another service',
    title: (name) => `Send “${name}”`,
    lede: 'Keep this badge in another wallet as well, one that follows the Open Badges 3.0 standard.',
    address: 'Address of the other service',
    addressHelp: 'For example: https://wallet.example. It will ask for your consent.',
    submit: 'Continue',
    back: 'Back to the badge',
    faults: {
      'bad-address': 'This is no https address. Copy the one that the other service gives you.',
      'own-service': 'This is the address of this service: your badge is here already.',
      'no-host':
        'No Open Badges 3.0 wallet answers at this address. Check it, or ask the other service for it.',
      'not-registered': 'The other service does not accept our registration. Your badge was not sent.',
    },
    onward: {
      title: (host) => `Continue at ${host}`,
      text: (host) =>
        `You are leaving this service. ${host} asks you to sign in and to agree, then takes you back here. Nothing is sent before that.`,
      go: (host) => `Go to ${host}`,
    },
    result: {
      title: 'Sending the badge',
      created: (host) => `Done: ${host} now keeps your badge.`,
      replaced: (host) => `Done: ${host} had this badge already, and now keeps this version of it.`,
      unchanged: (host) => `${host} already keeps a version of this badge that is as recent.`,
      declined: (host) => `You have not agreed at ${host}. Nothing was sent.`,
      'no-token': (host) => `${host} did not give access. Nothing was sent. Try again in a moment.`,
      refused: (host) =>
        `${host} did not take the badge. Download it from its page and put it there yourself.`,
      unreachable: (host) => `${host} does not answer. Try again in a moment.`,
      over: 'This sending is over or took too long. Start again from the page of the badge.',
      toBadges: 'My badges',
    },
  },
});

/** Said on the page that follows an act. */
export const hostDoneTexts: typeof doneTexts = {
  'held-badge-added': 'This badge is verified, and kept here.',
  'held-badge-replaced': 'This version of the badge takes the place of the other.',
  'held-badge-checked': 'The badge has been verified again.',
  'held-badge-removed': 'This badge is removed.',
  'host-access-ended': 'The access is withdrawn: that service reads nothing any more.',
};

/** The names of its tables in an export. */
export const hostTableTexts: typeof tableTexts = {
  host_grant: 'Authorised services',
  host_profile: 'Profile written by another service',
  host_code: 'Accesses granted, not opened yet',
  host_token: 'Accesses open to other services',
  badge_sending: 'Badge being sent',
  held_badge: 'Badges from elsewhere',
};
