import type { Alea } from '../alea.ts';
import { addAnnees, computeAnnee, type Numero, parseNumero } from '../calendrier.ts';
import { JOUR_DEMO } from '../jour.ts';
import { COLLEGES, ECOLES, LYCEES } from '../noms/lieux.ts';
import type { Bassin } from '../organisation/unites.ts';
import { getPartenaire, type Lier, type Partenaires } from './annuaire.ts';
import type { Enfant } from './identites.ts';

const AUJOURDHUI = parseNumero(JOUR_DEMO);
type Degre = 'maternelle' | 'elementaire' | 'college' | 'lycee' | 'ime';
const ETAPES: readonly { degre: Degre; de: number; a: number }[] = [
  { degre: 'maternelle', de: 3, a: 6 },
  { degre: 'elementaire', de: 6, a: 11 },
  { degre: 'college', de: 11, a: 15 },
  { degre: 'lycee', de: 15, a: 18 },
];

/** La scolarité pendant le suivi : on change d'école en changeant de degré, à la rentrée de septembre. */
export function buildScolarite(p: Partenaires, e: Enfant, ville: Bassin, alea: Alea, lier: Lier): void {
  const fin = e.clos ?? AUJOURDHUI;
  const specialise = e.situation === 'accueil' && alea.chance(0.1);
  for (const { degre, de, a } of ETAPES) {
    const du = Math.max(rentree(e.naissance, de), e.ouvert - 365);
    const au = rentree(e.naissance, a) - 1;
    if (au < e.ouvert || du > fin || !alea.chance(degre === 'lycee' ? 0.8 : 0.96)) continue;
    const ecole = getEcole(p, specialise && degre !== 'maternelle' ? 'ime' : degre, ville, alea);
    lier(ecole, 'scolarite', du, au >= AUJOURDHUI && e.clos === null ? null : Math.min(au, fin));
  }
}

const rentree = (naissance: Numero, ans: number): Numero =>
  parseNumero(`${computeAnnee(addAnnees(naissance, ans))}-09-01`);

/** Une école par tranche de neuf mille habitants ; lycées et instituts servent tout le secteur d'un site. */
function getEcole(p: Partenaires, degre: Degre, ville: Bassin, alea: Alea): string {
  const secteur = degre === 'lycee' || degre === 'ime' ? ville.siteId : ville.commune.codeInsee;
  const rang = alea.entier(0, Math.min(5, Math.floor(ville.poids / 9000)));
  return getPartenaire(p, {
    cle: `${degre}/${secteur}/${rang}`,
    nature: 'ecole',
    nommer: (tirage) => nommerEcole(tirage, degre, ville.commune.nom),
    lieu: ville,
  });
}

function nommerEcole(alea: Alea, degre: Degre, ou: string): string {
  if (degre === 'college') return `Collège ${alea.choix(COLLEGES)}, ${ou}`;
  if (degre === 'lycee') return `Lycée ${alea.choix(LYCEES)}, ${ou}`;
  const genre = { maternelle: 'École maternelle', elementaire: 'École élémentaire', ime: 'Institut médico-éducatif' }[
    degre
  ];
  return `${genre} ${alea.choix(ECOLES)}, ${ou}`;
}
