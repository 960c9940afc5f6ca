import type { MiddlewareHandler } from 'hono';
import { NONCE, secureHeaders } from 'hono/secure-headers';

const self = ["'self'"];
const none = ["'none'"];
const oneYear = 'max-age=31536000; includeSubDomains';

function buildHeaders(https: boolean): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: self,
      scriptSrc: ["'self'", NONCE],
      styleSrc: self,
      fontSrc: self,
      imgSrc: ["'self'", 'data:'],
      connectSrc: self,
      formAction: self,
      frameAncestors: none,
      objectSrc: none,
      baseUri: none,
    },
    xFrameOptions: 'DENY',
    referrerPolicy: 'same-origin',
    crossOriginOpenerPolicy: 'same-origin',
    crossOriginResourcePolicy: 'same-origin',
    permissionsPolicy: { camera: [], geolocation: [], microphone: [], payment: [], usb: [] },
    // Annoncé en clair, HSTS serait ignoré ; annoncé à tort, il enfermerait un poste d'essai.
    strictTransportSecurity: https ? oneYear : false,
  });
}

/** En-têtes de sécurité de toute réponse, HSTS quand la requête est arrivée en https. */
export function buildSecurityHeaders(isHttps: (request: Request) => boolean): MiddlewareHandler {
  const onHttps = buildHeaders(true);
  const onHttp = buildHeaders(false);
  return (c, next) => (isHttps(c.req.raw) ? onHttps : onHttp)(c, next);
}
