/** Ce que les essais emploient du fournisseur OpenID Connect (oidc-provider n'apporte pas ses types). */
declare module 'oidc-provider' {
  import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';

  type Contexte = { path: string; req: IncomingMessage; res: ServerResponse };
  type Compte = { accountId: string; claims: () => Promise<Record<string, unknown>> };

  export type Configuration = {
    clients: Record<string, unknown>[];
    features: Record<string, { enabled: boolean }>;
    interactions: { url: (ctx: Contexte, interaction: { uid: string }) => string };
    claims: Record<string, string[]>;
    findAccount: (ctx: Contexte, sub: string) => Compte;
    pkce: { required: () => boolean };
    cookies: { keys: string[] };
  };

  class Provider {
    constructor(emetteur: string, configuration: Configuration);
    use(fn: (ctx: Contexte, next: () => Promise<void>) => Promise<void>): void;
    callback(): RequestListener;
    interactionDetails(req: IncomingMessage, res: ServerResponse): Promise<{ prompt: { name: string } }>;
    interactionFinished(req: IncomingMessage, res: ServerResponse, resultat: Record<string, unknown>): Promise<void>;
    Grant: new (de: {
      accountId: string;
      clientId: string;
    }) => { addOIDCScope(portees: string): void; save(): Promise<string> };
  }

  export { Provider as default };
}
