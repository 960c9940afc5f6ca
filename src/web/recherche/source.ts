import type { Contexte } from '#database/as-agent.ts';
import type { AgentEnSession } from '#shared/agent-en-session.ts';

/** Une ligne trouvée : ce qui la nomme, ce qui la fait reconnaître. */
export type Trouvaille = { href: string; titre: string; detail?: string; etiquette?: string };

/** Les trouvailles d'une même nature ; `tout` mène à la liste entière quand elle en montre davantage. */
export type GroupeTrouve = { titre: string; ordre: number; trouvailles: readonly Trouvaille[]; tout?: string };

/** Un acte proposé à qui n'a pas trouvé : « Ouvrir un dossier ». */
export type SuiteProposee = { titre: string; href: string; aide: string };

/**
 * Ce qu'un module donne à chercher : il l'exporte sous le nom `recherche` de son `web/recherche.ts`. Une source ne rend
 * que ce que l'agent peut voir.
 */
export type SourceDeRecherche = {
  /** Ce que l'on peut taper, en une phrase : « un nom, un prénom, une date de naissance ». */
  conseils: readonly string[];
  find: (contexte: Contexte, texte: string) => Promise<readonly GroupeTrouve[]>;
  /** Une référence exacte mène droit à sa page. */
  findDirect?: (contexte: Contexte, texte: string) => Promise<string | undefined>;
  listSuites?: (agent: AgentEnSession) => readonly SuiteProposee[];
};

/** Lignes montrées par groupe : au-delà, on précise sa recherche ou l'on ouvre la liste. */
export const LIMITE_PAR_GROUPE = 12;
