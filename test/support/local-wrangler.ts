/** Keeps wrangler on this machine: it asks no question, sends no figures and does not look up its
 *  location. */
export const LOCAL_WRANGLER: Readonly<Record<string, string>> = {
  CI: '1',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  WRANGLER_SEND_METRICS: 'false',
};
