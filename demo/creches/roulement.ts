import { type Numero, parseNumero } from '../calendrier.ts';
import { JOUR_DEMO } from '../jour.ts';
import type { CrecheFictive } from './creche-fictive.ts';
import { isAttendu, listPlages, POSTES, type Poste } from './horaires.ts';
import { openJournee } from './prevision.ts';
import type { Professionnel } from './professionnels.ts';

const AUJOURDHUI = parseNumero(JOUR_DEMO);
const PAS = 15;
/** La semaine qui sert de modèle : celle que l'on prépare. */
const SEMAINE = [2, 3, 4, 5, 6].map((ecart) => AUJOURDHUI + ecart);

/** Ce qu'il faut un jour, quart par quart, et ceux que l'on y a déjà mis. */
type Besoin = { le: Numero; requis: readonly number[]; cat1: readonly number[]; mis: number[]; misCat1: number[] };

/**
 * L'équipe se partage les postes selon les enfants attendus : chacun prend, à son tour, celui qui comble le plus. Ceux qui sont là la
 * semaine du modèle passent d'abord ; les absents et les partis gardent un poste, que personne ne compte.
 */
export function updatePostes(creche: CrecheFictive): void {
  const besoins = listBesoins(creche);
  const encadrants = creche.professionnels.filter(({ categorie }) => categorie !== null);
  const present = (pro: Professionnel) => (besoins.some(({ le }) => isAttendu(pro, le)) ? 0 : 1);
  for (const pro of encadrants.toSorted((a, b) => present(a) - present(b))) {
    const siens = besoins.filter(({ le }) => isAttendu({ ...pro, absences: [], au: null }, le));
    const [premier, ...autres] = POSTES;
    if (!premier) throw new Error('Aucun poste à partager');
    pro.poste = autres.reduce(
      (meilleur, poste) =>
        computeApport(creche, pro, poste, siens) > computeApport(creche, pro, meilleur, siens) ? poste : meilleur,
      premier,
    );
    if (present(pro) > 0) continue;
    for (const besoin of siens)
      for (const quart of listQuarts(creche, pro.poste)) {
        besoin.mis[quart] = (besoin.mis[quart] ?? 0) + 1;
        if (pro.categorie === 1) besoin.misCat1[quart] = (besoin.misCat1[quart] ?? 0) + 1;
      }
  }
}

function listBesoins(creche: CrecheFictive): Besoin[] {
  return SEMAINE.flatMap((le) => {
    const journee = openJournee(creche, le)([]);
    if (!journee) return [];
    const vide = () => Array.from({ length: journee.nombre }, () => 0);
    return [{ le, requis: [...journee.requis], cat1: [...journee.requisCat1], mis: vide(), misCat1: vide() }];
  });
}

const listQuarts = ({ ouvre }: CrecheFictive, poste: Poste): number[] =>
  listPlages(poste).flatMap(([debut, fin]) =>
    Array.from({ length: (fin - debut) / PAS }, (_, i) => (debut - ouvre) / PAS + i),
  );

/** Chaque quart vaut d'autant plus qu'il y faut du monde et qu'il y en a peu. */
function computeApport(
  creche: CrecheFictive,
  { categorie }: Professionnel,
  poste: Poste,
  besoins: readonly Besoin[],
): number {
  const quarts = listQuarts(creche, poste);
  let apport = 0;
  for (const { requis, cat1, mis, misCat1 } of besoins)
    for (const quart of quarts) {
      apport += (requis[quart] ?? 0) / ((mis[quart] ?? 0) + 1);
      if (categorie === 1) apport += (2 * (cat1[quart] ?? 0)) / ((misCat1[quart] ?? 0) + 1);
    }
  return apport;
}
