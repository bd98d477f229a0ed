import { audit } from '../../domain/audit.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { IssuerConfig } from '../ports.ts';
import type { Ports } from '../service-ports.ts';
import type { NewsLinks, ServiceWords } from './living-settings.ts';

export type SettingsChange = {
  /** The recorded value, as JSON text, that was shown when this one was typed. */
  readonly seen: string | undefined;
} & (
  | { readonly name: 'issuer'; readonly value: IssuerConfig }
  | { readonly name: 'words'; readonly value: ServiceWords }
  | { readonly name: 'news'; readonly value: NewsLinks }
);

/** Changes the issuer's data, the service's texts and the addresses of its news. Signed badges are not
 *  changed. Throws `store-conflict` where somebody changed them since they were shown. */
export const changeSettings =
  ({ store, clock, settings }: Ports) =>
  async ({ name, value, seen }: SettingsChange, actor: PersonId): Promise<void> => {
    const at = clock.now();
    const asRead = (await store.readSettings()).get(name);
    if ((asRead ?? '') !== (seen ?? ''))
      throw new DomainError('store-conflict', { constraint: 'setting_seen' });
    await store.commit([
      { kind: 'setting-changed', name, value: JSON.stringify(value), asRead, at, by: actor },
      audit('settings-changed', { at, actor, subject: name }),
    ]);
    await settings.refresh('now');
  };
