import { audit } from '../../domain/audit.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Clock, IssuerConfig, Store } from '../ports.ts';
import type { LivingSettings, NewsLinks, ServiceWords } from './living-settings.ts';

interface Needs {
  readonly store: Pick<Store, 'commit'>;
  readonly clock: Clock;
  readonly settings: LivingSettings;
}

export type SettingsChange =
  | { readonly name: 'issuer'; readonly value: IssuerConfig }
  | { readonly name: 'words'; readonly value: ServiceWords }
  | { readonly name: 'news'; readonly value: NewsLinks };

/** Changes the issuer's data, the service's texts and the addresses of its news. Signed badges are not
 *  changed. */
export const changeSettings =
  ({ store, clock, settings }: Needs) =>
  async ({ name, value }: SettingsChange, actor: PersonId): Promise<void> => {
    const at = clock.now();
    await store.commit([
      { kind: 'setting-changed', name, value: JSON.stringify(value), at, by: actor },
      audit('settings-changed', { at, actor, subject: name }),
    ]);
    await settings.refresh('now');
  };
