import type { IdentityProviderId } from '../../../domain/access/signed-in-identity.ts';

const INSTANT = new Intl.DateTimeFormat('fr-FR', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'Europe/Paris',
});

const ACCOUNTS: Readonly<Record<IdentityProviderId, string>> = {
  proconnect: 'un compte ProConnect',
  fim: 'un compte du guichet de l’académie',
  local: 'un compte de démonstration',
};

/** The mail about a sign-in that was linked to a person's record. */
export const accountMails = (office: string) => ({
  linked: (provider: IdentityProviderId, at: string) =>
    `Le ${INSTANT.format(Date.parse(at))}, ${ACCOUNTS[provider]} a été rattaché à votre dossier. Ce compte permet de s’y connecter, de le lire et de répondre pour vos badges.`,
  own: 'Si ce compte est le vôtre, vous n’avez rien à faire.',
  notOwn: (address: string) =>
    `S’il n’est pas le vôtre, écrivez sans attendre à la ${office} : ${address}. Elle vérifiera ce rattachement.`,
});
