/** The request that verifies this badge, a JSON text, by the API. */
export function verificationOf(badge: string) {
  return {
    path: '/api/v1/verifications',
    headers: { 'Content-Type': 'application/json' },
    body: `{"credential":${badge}}`,
  };
}
