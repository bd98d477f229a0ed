import { type SmtpCatcher, startSmtpCatcher } from '../mail/smtp-catcher.ts';
import { SCHOOL_WORLD } from './school-world.ts';
import { startPrepared, type TestService } from './service.ts';
import { type SignedInBrowser, signInAs } from './sign-in.ts';

type Browsers<Name extends string> = Readonly<Record<Name, SignedInBrowser>>;
type School<Name extends string> = Browsers<Name> & {
  readonly service: TestService;
  stop(): Promise<void>;
};

/** How to start a service with one school in it, in which the people of these addresses are signed in. */
export function schoolOf<Name extends string>(
  addresses: Readonly<Record<Name, string>>,
  files: Readonly<Record<string, string>> = SCHOOL_WORLD,
): () => Promise<School<Name>> {
  return async () => {
    const service = await startPrepared(importOf(files));
    return { ...(await signIn(service, addresses)), service, stop: () => service.stop() };
  };
}

/** The same, where the service sends its mails to a catcher. */
export function schoolWithMailOf<Name extends string>(
  addresses: Readonly<Record<Name, string>>,
): () => Promise<School<Name> & { readonly smtp: SmtpCatcher }> {
  return async () => {
    const smtp = await startSmtpCatcher();
    const service = await startPrepared(importOf(SCHOOL_WORLD), smtp.settings);
    const stop = async () => {
      await service.stop();
      await smtp.stop();
    };
    return { ...(await signIn(service, addresses)), service, smtp, stop };
  };
}

function importOf(files: Readonly<Record<string, string>>) {
  return { name: files, prepare: (service: TestService) => service.importText(files) };
}

async function signIn<Name extends string>(
  service: TestService,
  addresses: Readonly<Record<Name, string>>,
): Promise<Browsers<Name>> {
  const browsers: Partial<Record<Name, SignedInBrowser>> = {};
  for (const name of Object.keys(addresses) as Name[])
    browsers[name] = await signInAs(service, addresses[name]);
  return browsers as Browsers<Name>;
}
