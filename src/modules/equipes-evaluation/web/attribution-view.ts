import { formatMetier } from '#modules/agents/index.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import type { CandidatLu } from '../data/attribution-queries.server.ts';
import { evaluateDecouvert } from '../rules/couverture.ts';
import { computeEquipe } from '../rules/equipe.ts';

/** Une absence dans ce délai pèse sur le choix : l'évaluation dure trois mois, mais commence maintenant. */
const HORIZON_JOURS = 21;

export type CandidatVu = {
  id: string;
  nom: string;
  metier: string;
  unite: string;
  enCours: number;
  enRetard: number;
  /** « absent jusqu'au lundi 30 nov. » ; vide s'il est là. */
  absence: string;
  choisi: boolean;
  nomme: boolean;
};

/** Les candidats, ceux dont c'est le métier à part, et l'équipe que l'on propose. */
export function buildCandidats(
  candidats: readonly CandidatLu[],
  { jour, retenir, choisis }: { jour: JourCivil; retenir: boolean; choisis: readonly string[] | null },
) {
  const lus = candidats.map((candidat) => ({
    ...candidat,
    decouvert: evaluateDecouvert({ enPoste: true, absences: candidat.absences }, jour, HORIZON_JOURS),
  }));
  const duMetier = lus.filter(({ profil }) => profil === 'evaluateur' || profil === 'psychologue');
  const proposee = computeEquipe(
    (duMetier.length > 1 ? duMetier : lus).map((candidat) => ({ ...candidat, absent: candidat.decouvert !== null })),
  );
  const retenus =
    choisis ?? (retenir ? proposee.map(({ id }) => id) : lus.filter(({ nomme }) => nomme).map(({ id }) => id));
  const montrer = ({
    id,
    nom,
    metier,
    unite,
    enCours,
    enRetard,
    nomme,
    decouvert,
  }: (typeof lus)[number]): CandidatVu => ({
    id,
    nom,
    metier: formatMetier(metier),
    unite,
    enCours,
    enRetard,
    absence: decouvert?.phrase ?? '',
    choisi: retenus.includes(id),
    nomme,
  });
  return {
    evaluateurs: lus.filter((candidat) => duMetier.includes(candidat) || candidat.nomme).map(montrer),
    autres: lus.filter((candidat) => !duMetier.includes(candidat) && !candidat.nomme).map(montrer),
    proposition: proposee.map(
      ({ nom, metier, enCours }) => `${nom} (${formatMetier(metier).toLocaleLowerCase('fr')}, ${enCours} en cours)`,
    ),
  };
}
