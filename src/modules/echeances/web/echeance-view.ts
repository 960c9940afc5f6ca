import type { JourCivil } from '#shared/jour-civil.ts';
import { formatDistance, formatJour } from '#shared/jour-civil-format.ts';
import { formatNom } from '#shared/nom-propre.ts';
import { ACTEURS } from '#shared/obligation.ts';
import { formatTexte } from '#shared/texte-legal.ts';
import type { Ton } from '#web/ui/ton.ts';
import type { EcheanceFiche } from '../data/echeances-queries.server.ts';
import { findRegle, listTextes } from '../rules/regle-connue.ts';
import { LIBELLE_GRAVITE } from './echeances-view.ts';

/** Une échéance entière : ce qui est dû, à qui, de qui, pour quand, son décompte, ses textes, ce qui la satisfait et l'arrête. */
export function buildFicheEcheance(echeance: EcheanceFiche, jour: JourCivil) {
  const {
    regle,
    libelle,
    enfantId,
    nom,
    prenom,
    numero,
    pour,
    depuis,
    acteur,
    agent,
    unite,
    gravite,
    statut,
    faiteLe,
  } = echeance;
  const connue = findRegle(regle);
  const faite = statut === 'faite' && faiteLe !== null;
  return {
    id: echeance.id,
    regle,
    libelle,
    enfant: formatNom(nom, prenom),
    href: `/enfants/${enfantId}`,
    sous: `${formatNom(nom, prenom)} · dossier ${numero}`,
    distance: faite ? `faite le ${formatJour(faiteLe, 'court')}` : formatDistance(pour, jour),
    ton: (faite ? 'fait' : pour < jour ? 'retard' : pour === jour ? 'bientot' : 'accent') as Ton,
    faits: [
      { titre: 'Pour le', valeur: formatJour(pour, 'complet') },
      { titre: 'Née le', valeur: formatJour(depuis, 'long') },
      { titre: 'De qui', valeur: agent ? `${agent} (${ACTEURS[acteur].toLocaleLowerCase('fr')})` : ACTEURS[acteur] },
      { titre: 'Territoire', valeur: unite ?? 'aucun' },
      { titre: 'Gravité', valeur: LIBELLE_GRAVITE[gravite] },
    ],
    etapes: echeance.etapes,
    textes: (echeance.textes ?? listTextes(regle)).map((texte) => ({
      texte: formatTexte(texte),
      source: texte.source,
    })),
    satisfaite: connue?.satisfaite ?? null,
    arretee: connue?.arretee ?? null,
  };
}
