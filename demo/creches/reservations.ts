import type { Alea } from '../alea.ts';
import { computeJourSemaine, formatNumero, type Numero, parseNumero } from '../calendrier.ts';
import { JOUR_DEMO } from '../jour.ts';
import { listFeries } from './calendrier-scolaire.ts';
import type { Chantier } from './chantier.ts';
import type { ContratAccueil } from './contrats.ts';
import type { EnfantAccueilli } from './familles.ts';
import type { Structure } from './murs.ts';

export type Reservation = { enfantId: string; le: Numero; debut: number; fin: number };

const AUJOURDHUI = parseNumero(JOUR_DEMO);
/** Les lundis d'un an, et des deux semaines qui viennent. */
const LUNDIS = Array.from({ length: 54 }, (_, i) => AUJOURDHUI - 5 - 7 * 51 + 7 * i);
const PLAGES: readonly (readonly [number, number])[] = [
  [510, 735],
  [525, 735],
  [540, 990],
  [540, 1005],
  [795, 1050],
];

/** L'accueil occasionnel : deux semaines sur trois, un à trois jours ; parfois une urgence. */
export function addReservations(
  chantier: Chantier,
  structure: Structure,
  enfants: readonly EnfantAccueilli[],
  contrats: readonly ContratAccueil[],
): Reservation[] {
  const feries = new Set(listFeries(chantier.commande.profil));
  const racine = chantier.racine.flux(structure.code, 'reservations');
  const isFermee = (le: Numero) => feries.has(le) || structure.fermetures.some((f) => f.du <= le && le <= f.au);
  return enfants
    .filter(({ occasionnel }) => occasionnel)
    .flatMap((enfant, rang) =>
      listJours(enfant, racine.flux(rang)).flatMap(([le, alea]) => {
        if (isFermee(le)) return [];
        const [debut, fin] = alea.choix(PLAGES);
        const contrat = contrats.find((c) => c.enfantId === enfant.id && c.du <= le && (c.au === null || le <= c.au));
        chantier.lignes['eaje.reservation'].push({
          id: alea.identifiant(Math.min(le - 6, AUJOURDHUI)),
          enfantId: enfant.id,
          etablissementId: structure.id,
          jour: formatNumero(le),
          debut,
          fin,
          nature: alea.chance(0.03) ? 'URGENCE' : 'OCCASIONNEL',
          tarifCentimes: contrat?.tarifCentimes ?? null,
        });
        return [{ enfantId: enfant.id, le, debut, fin }];
      }),
    );
}

function listJours(enfant: EnfantAccueilli, alea: Alea): [Numero, Alea][] {
  return LUNDIS.flatMap((lundi) => {
    if (!alea.chance(0.66)) return [];
    const jours = alea.melange([0, 1, 2, 3, 4]).slice(0, alea.entier(1, 3));
    return jours
      .map((jour) => lundi + jour)
      .filter((le) => le >= enfant.entree && le <= (enfant.sortie ?? le) && computeJourSemaine(le) < 6)
      .map((le): [Numero, Alea] => [le, alea]);
  });
}
