/** What a browser may load for a page. */
import { createHash } from 'node:crypto';
import { LOADER_DIGEST } from './late-scripts.ts';

/** By style sheet; a site has a few. */
const policies = new Map<string, string>();

/**
 * Forbids everything that is not the site's own file, but for the page's own `styles` and the script that loads the
 * others, known by their digests.
 * Nothing for the development server, which puts its own inline scripts and styles into the page.
 */
export function securityPolicy(styles: string): string | undefined {
  if (!import.meta.env.PROD) return undefined;
  const policy = policies.get(styles) ?? policyFor(createHash('sha256').update(styles).digest('base64'));
  policies.set(styles, policy);
  return policy;
}

function policyFor(digest: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'wasm-unsafe-eval' 'sha256-${LOADER_DIGEST}'`,
    `style-src 'self' 'sha256-${digest}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
  ].join('; ');
}
