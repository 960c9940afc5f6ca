import { createContext, RouterContextProvider } from 'react-router';
import type { Contexte } from '#database/as-agent.ts';
import type { Database } from '#database/connection.ts';
import type { Authentification } from '#modules/comptes/index.server.ts';

/** Ce que le serveur sait de la requête avant de savoir qui parle. */
export type RequeteContexte = {
  /** Jeton de la CSP, porté par les seuls scripts que la page écrit elle-même. */
  nonce: string;
  /** Référence donnée à l'utilisateur en cas d'erreur, et retrouvée dans les traces. */
  requestId: string;
  adresseIp: string;
  /** Vrai si le navigateur parle en https (au besoin à travers le mandataire du département). */
  securise: boolean;
};

export const requeteContexte = createContext<RequeteContexte>();

/** La base, pour ce qui se passe hors session (connexion, santé) ; une page passe par `agentContexte`. */
export const baseContexte = createContext<Database>();

/** Reconnaître les personnes : mot de passe, second facteur, fournisseur d'identité. */
export const authentificationContexte = createContext<Authentification>();

/** Les courriels partent-ils de cette installation ? */
export const courrielsContexte = createContext<boolean>(false);

/** La transaction de la requête, au nom de l'agent connecté : posée par `openSession`, une seule par requête. */
export const agentContexte = createContext<Contexte>();

export function createPageContext(
  requete: RequeteContexte,
  {
    db,
    authentification,
    courrielsPartent = false,
  }: { db?: Database; authentification?: Authentification; courrielsPartent?: boolean } = {},
): RouterContextProvider {
  const context = new RouterContextProvider();
  context.set(requeteContexte, requete);
  context.set(courrielsContexte, courrielsPartent);
  if (db) context.set(baseContexte, db);
  if (authentification) context.set(authentificationContexte, authentification);
  return context;
}
