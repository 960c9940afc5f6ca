/** Parmi des fiches trouvées par leurs clés, celles qui ressemblent vraiment à l'identité cherchée. */
import type { IdentiteComparee, Ressemblance } from '../ressemblance.ts';
import type { IdentiteCherchable } from './cles.ts';
import { buildAttentesDeRecherche, compareIdentites } from './comparaison.ts';
import { type IdentitePreparee, prepareIdentite } from './identite-preparee.ts';
import { buildReperesGeneraux, type Reperes } from './reperes.ts';

/** Enfants et adultes : l'étendue des naissances d'une base. */
const ANNEES = 80;
let reperes: Reperes | undefined;

/**
 * Les plus ressemblantes d'abord, sans celles qui sont « une autre personne ». Une fiche se compare sous chacun de ses noms,
 * et garde le meilleur accord. `nombre` : combien de personnes la base connaît.
 */
export function matchCandidats<C extends IdentiteCherchable>(
  cherchee: IdentiteComparee,
  candidats: readonly C[],
  nombre: number,
): (C & { ressemblance: Ressemblance })[] {
  reperes ??= buildReperesGeneraux(ANNEES);
  const preparee = prepareIdentite(cherchee);
  const attentes = buildAttentesDeRecherche(nombre);
  return candidats
    .map((candidat) => {
      const accords = listFiches(candidat).map(({ fiche, autreNom }) => {
        const ressemblance = compareIdentites(preparee, fiche, reperes as Reperes, attentes);
        return autreNom === null ? ressemblance : addAutreNom(ressemblance, autreNom);
      });
      return {
        ...candidat,
        ressemblance: accords.reduce((meilleur, accord) => (accord.score > meilleur.score ? accord : meilleur)),
      };
    })
    .filter(({ ressemblance }) => ressemblance.verdict !== 'different')
    .sort((a, b) => b.ressemblance.score - a.ressemblance.score);
}

function listFiches({
  identite,
  autresNoms,
}: IdentiteCherchable): { fiche: IdentitePreparee; autreNom: string | null }[] {
  return [
    { fiche: prepareIdentite(identite), autreNom: null },
    ...autresNoms.map(({ nom, prenom }) => ({
      fiche: prepareIdentite({ ...identite, nom, nomUsage: null, prenom: prenom ?? identite.prenom }),
      autreNom: [nom, prenom].filter(Boolean).join(' '),
    })),
  ];
}

function addAutreNom({ score, verdict, raisons }: Ressemblance, autreNom: string): Ressemblance {
  return { score, verdict, raisons: [{ texte: `sous un autre nom connu (${autreNom})`, points: 0 }, ...raisons] };
}
