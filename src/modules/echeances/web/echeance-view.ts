import type { JourCivil } from '#shared/jour-civil.ts';
import { formatDistance, formatJour } from '#shared/jour-civil-format.ts';
import { ACTEURS } from '#shared/obligation.ts';
import { formatTexte } from '#shared/texte-legal.ts';
import type { Ton } from '#web/ui/ton.ts';
import type { EcheanceFiche } from '../data/echeances-queries.server.ts';
import { formatReference } from '../echeance-filtre.ts';
import { findRegle, listTextes } from '../rules/referentiel.ts';
import { LIBELLE_GRAVITE } from './echeances-view.ts';

/** Une échéance entière : ce qui est dû, à qui, de qui, pour quand, son décompte, ses textes, ce qui la satisfait et l'arrête. */
export function buildFicheEcheance(echeance: EcheanceFiche, jour: JourCivil) {
  const { regle, libelle, objet, mesureId, textes } = echeance;
  const connue = findRegle(regle);
  return {
    regle,
    libelle,
    objet,
    sous: `${objet.nom} · ${formatReference(objet)}`,
    ...buildEtat(echeance, jour),
    faits: buildFaits(echeance),
    etapes: echeance.etapes,
    textes: (textes ?? listTextes(regle)).map((texte) => ({ texte: formatTexte(texte), source: texte.source })),
    inscrire: buildAdresseInscrire(echeance),
    mesure: mesureId && `/mesures/${mesureId}`,
    satisfaite: connue?.satisfaite ?? null,
    arretee: connue?.arretee ?? null,
  };
}

function buildEtat({ pour, faiteLe }: EcheanceFiche, jour: JourCivil): { distance: string; ton: Ton } {
  if (faiteLe !== null) return { distance: `faite le ${formatJour(faiteLe, 'court')}`, ton: 'fait' };
  const ton = pour < jour ? 'retard' : pour === jour ? 'bientot' : 'accent';
  return { distance: formatDistance(pour, jour), ton };
}

function buildFaits({ pour, depuis, acteur, agent, unite, gravite }: EcheanceFiche) {
  return [
    { titre: 'Pour le', valeur: formatJour(pour, 'complet') },
    { titre: 'Née le', valeur: formatJour(depuis, 'long') },
    { titre: 'De qui', valeur: agent ? `${agent} (${ACTEURS[acteur].toLocaleLowerCase('fr')})` : ACTEURS[acteur] },
    { titre: 'Territoire', valeur: unite ?? 'aucun' },
    { titre: 'Gravité', valeur: LIBELLE_GRAVITE[gravite] },
  ];
}

/** Où s'inscrit l'acte qui la satisfait : la page de la crèche, ou l'acte d'un enfant quand il n'a pas la sienne. */
function buildAdresseInscrire({ regle, statut, objet, mesureId }: EcheanceFiche): string | null {
  const { acte, page } = findRegle(regle) ?? {};
  if (statut === 'faite') return null;
  if (page && objet.sorte === 'creche') return `${objet.href}${page}`;
  if (!acte || objet.sorte !== 'enfant') return null;
  return `${objet.href}/inscrire?${new URLSearchParams({ type: acte.type, ...(mesureId && { mesure: mesureId }) })}`;
}
