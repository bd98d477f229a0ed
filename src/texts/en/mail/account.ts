import type { IdentityProviderId } from '../../../domain/access/signed-in-identity.ts';
import type { accountMails as french } from '../../fr/mail/account.ts';

const INSTANT = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'Europe/Paris',
});

const ACCOUNTS: Readonly<Record<IdentityProviderId, string>> = {
  proconnect: 'a ProConnect account',
  fim: 'an académie account',
  local: 'a demonstration account',
};

/** The mail about a sign-in that was linked to a person's record. */
export const accountMails: typeof french = (office) => ({
  linked: (provider, at) =>
    `On ${INSTANT.format(Date.parse(at))} (Paris time), ${ACCOUNTS[provider]} was linked to your record. With it, one can sign in to the record, read it and answer for your badges.`,
  own: 'If this account is yours, there is nothing to do.',
  notOwn: (address) =>
    `If it is not yours, write to the ${office} at once: ${address}. They will check the link.`,
});
