/** What keeps wrangler on this machine: no question, no figures sent, no look-up of where it runs. */
export const LOCAL_WRANGLER: Readonly<Record<string, string>> = {
  CI: '1',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  WRANGLER_SEND_METRICS: 'false',
};
