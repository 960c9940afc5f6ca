import { type CommuneOfficielle, listCommunesOfficielles } from '#modules/organisation/index.server.ts';
import { type Alea, createAlea } from '../alea.ts';
import type { Numero } from '../calendrier.ts';
import type { Occupation } from '../organisation/agents.ts';
import { computeAttraction } from '../organisation/effectifs.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { DECOUPAGES } from '../organisation/territoires/decoupages.ts';
import type { Bassin } from '../organisation/unites.ts';
import type { Commande } from '../parametres/profils.ts';
import { createLignesEnfants, type LignesEnfants } from './lignes.ts';

/** Ce que partagent les étapes du générateur des enfants : la commande, l'organisation et les lignes déjà produites. */
export type Monde = {
  commande: Commande;
  organisation: Organisation;
  lignes: LignesEnfants;
  racine: Alea;
  /** Une commune du département, selon sa population (et l'attraction du premier territoire dans un petit jeu). */
  tirerBassin: (alea: Alea) => Bassin;
  /** Une ville de France, pour les adresses et naissances hors du département. */
  tirerVille: (alea: Alea) => CommuneOfficielle;
  /** L'agent de la CRIP en poste ce jour-là : c'est lui qui ouvre les dossiers. */
  findAuteur: (alea: Alea, le: Numero) => string | null;
};

export function createMonde(commande: Commande, organisation: Organisation): Monde {
  const premier = DECOUPAGES[commande.profil].territoires[0]?.code;
  const cumul: number[] = [];
  let total = 0;
  for (const b of organisation.bassins) {
    total += b.poids * computeAttraction(b.territoireCode === premier, commande.echelle);
    cumul.push(total);
  }
  const villes = listCommunesOfficielles().filter((c) => (c.population ?? 0) > 15_000);
  const crip = organisation.occupations.filter((o) => o.decrit.profil === 'agent-crip');
  return {
    commande,
    organisation,
    lignes: createLignesEnfants(),
    racine: createAlea(commande.graine, commande.profil, 'enfants'),
    tirerBassin: (alea) => organisation.bassins[rangDe(cumul, alea.reel() * total)] as Bassin,
    tirerVille: (alea) => alea.choix(villes),
    findAuteur: (alea, le) => {
      const presents = crip.filter((o) => isEnPoste(o, le));
      return presents.length === 0 ? null : alea.choix(presents).agentId;
    },
  };
}

export const isEnPoste = (o: Occupation, le: Numero): boolean => o.du <= le && (o.au === null || o.au >= le);

/** Premier rang dont le cumul dépasse la valeur (dichotomie). */
function rangDe(cumul: readonly number[], valeur: number): number {
  let [bas, haut] = [0, cumul.length - 1];
  while (bas < haut) {
    const milieu = (bas + haut) >> 1;
    if ((cumul[milieu] ?? 0) > valeur) haut = milieu;
    else bas = milieu + 1;
  }
  return bas;
}
