import type { UnknownDocumentView } from '../../../src/adapters/http/public/verify/verification-view.ts';

/** Markup that must never reach a page as HTML. */
export const HOSTILE_TEXT = `<img src=x onerror="alert('x')"></p><script>alert(1)</script>`;

/** A stranger's badge with hostile text in every place. */
export function hostileDocument(): UnknownDocumentView {
  return {
    name: `Advanced Diplomacy ${HOSTILE_TEXT}`,
    description: `First line.\n\n- one ${HOSTILE_TEXT}\n- two\n\n[link](javascript:alert(1)) ![image](https://tracker.example/pixel.png)`,
    issuerName: `Example University ${HOSTILE_TEXT}`,
    issuerUrl: 'javascript:alert(1)',
    issuerKnown: false,
    recipient: HOSTILE_TEXT,
    awardedOn: '2025-06-30T10:00:00Z',
    validUntil: '2028-06-30T10:00:00Z',
    criteria: `# Criteria\n\nEarned by *all* of:\n\n1. first\n2. second ${HOSTILE_TEXT}`,
    criteriaUrl: 'https://university.example/criteria?a=1&b="2"',
    imageUrl: 'https://tracker.example/badge.png',
    results: [{ name: 'Grade', value: HOSTILE_TEXT }],
    evidence: [{ name: 'Essay', narrative: HOSTILE_TEXT, url: 'data:text/html,<script>alert(1)</script>' }],
    alignments: [{ name: HOSTILE_TEXT, url: 'JavaScript:alert(1)', framework: 'ESCO', code: 'S1.2' }],
  };
}
