/** Forbids everything that is not the site's own. The development server puts its own inline scripts and styles into the page. */
export const securityPolicy = import.meta.env.PROD
  ? [
      "default-src 'none'",
      "script-src 'self' 'wasm-unsafe-eval'",
      "style-src 'self'",
      "img-src 'self' data:",
      "font-src 'self'",
      "connect-src 'self'",
      "worker-src 'self'",
      "manifest-src 'self'",
      "form-action 'self'",
      "base-uri 'none'",
    ].join('; ')
  : undefined;
