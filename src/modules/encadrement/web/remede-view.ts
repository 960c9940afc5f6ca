import { formatInstantEcrit } from '#shared/instant.ts';
import { formatNom } from '#shared/nom-propre.ts';
import { formatTexte } from '#shared/texte-legal.ts';
import type { PropositionFaite } from '../data/previsions.server.ts';
import type { Journee } from '../prevision.ts';
import { type NatureRemede, type Proposition, type Remede, SUITES_PROPOSITION } from '../remede.ts';
import { formatPlages, listPlages } from '../rules/quarts.ts';

export const LIBELLES_REMEDE: Record<NatureRemede, string> = {
  PAUSE: 'Déplacer une pause',
  DECALAGE: 'Déplacer une prise ou une fin de poste',
  REGROUPEMENT: 'Regrouper les sections en début ou en fin de journée',
  VOISINE: 'Demander à une crèche voisine',
  VOLANT: 'Envoyer un agent volant',
  OFFRE: 'Accueillir moins d’enfants',
};

/** « Corrige 9 h 30–11 h, et laisse 8 h 30–9 h. » */
export function buildRemedeVu(journee: Journee, { mouvements, corrige, reste }: Remede) {
  const textes = [...new Set(mouvements.flatMap((mouvement) => mouvement.textes).map(formatTexte))];
  return {
    phrases: mouvements.map(({ phrase }) => phrase),
    natures: [...new Set(mouvements.map(({ nature }) => LIBELLES_REMEDE[nature]))],
    corrige: formatPlages(listPlages(journee, corrige)),
    reste: formatPlages(listPlages(journee, reste)),
    quartsCorriges: corrige.length,
    quartsRestants: reste.length,
    textes,
    inscriptible: mouvements.every(({ vacations }) => vacations.length > 0),
  };
}
export type RemedeVu = ReturnType<typeof buildRemedeVu>;

export function buildPropositionVue(journee: Journee, { moindre, possibles, ecartes }: Proposition) {
  return {
    moindre: moindre && buildRemedeVu(journee, moindre),
    possibles: possibles.map((remede) => buildRemedeVu(journee, remede)),
    ecartes: ecartes.map(({ nature, motif }) => ({ titre: LIBELLES_REMEDE[nature], motif })),
  };
}

/** Un remède déjà proposé : par qui, à qui, quand, et ce qu'il en est. `empreinte` : celle du moindre remède de maintenant. */
export function buildPropositionFaite(faite: PropositionFaite, empreinte: string) {
  const nomme = ({ nom, prenom }: PropositionFaite['proposeePar']) => formatNom(nom, prenom);
  const { suite, suitePar, suiteLe, motif } = faite;
  const enAttente =
    faite.empreinte === empreinte ? 'Sans réponse encore.' : 'Sans réponse ; la journée a changé depuis.';
  return {
    id: faite.id,
    texte: faite.texte,
    a: faite.adressees.map(nomme).join(', '),
    par: nomme(faite.proposeePar),
    le: formatInstantEcrit(faite.proposeeLe),
    suite:
      suite && suitePar && suiteLe
        ? `${SUITES_PROPOSITION[suite]} par ${nomme(suitePar)}, ${formatInstantEcrit(suiteLe)}.${motif ? ` « ${motif} »` : ''}`
        : enAttente,
    aRepondre: suite === null,
    /** La même que l'on proposerait maintenant : elle ne se refait pas. */
    enCours: suite === null && faite.empreinte === empreinte,
  };
}
