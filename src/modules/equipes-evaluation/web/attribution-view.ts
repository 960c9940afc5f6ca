import { formatMetier } from '#modules/agents/index.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import type { CandidatLu } from '../data/attribution-queries.server.ts';
import { evaluateDecouvert } from '../rules/couverture.ts';
import { computeEquipe, PROFILS_DU_METIER } from '../rules/equipe.ts';

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
  const duMetier = lus.filter(({ profil }) => PROFILS_DU_METIER.includes(profil));
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

/** Les territoires à choisir, ceux qui ont quelqu'un ce jour d'abord ; les autres le disent. */
export function buildTerritoires(
  unites: readonly { id: string; nom: string }[],
  presences: ReadonlyMap<string, number>,
): { id: string; nom: string; groupe: string; presents: number }[] {
  const lus = unites.map(({ id, nom }) => {
    const presents = presences.get(id) ?? 0;
    const groupe = presents > 0 ? 'Évaluateurs présents ce jour' : 'Aucun évaluateur présent ce jour';
    return { id, nom: presents > 0 ? `${nom} (${presents})` : nom, groupe, presents };
  });
  return [...lus.filter(({ presents }) => presents > 0), ...lus.filter(({ presents }) => presents === 0)];
}
