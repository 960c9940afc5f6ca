import type { Ligne } from '#database/insert-rows.ts';
import type { Alea } from '../alea.ts';
import { formatNumero, type Numero, parseNumero } from '../calendrier.ts';
import { JOUR_DEMO } from '../jour.ts';
import type { Lot } from '../lignes.ts';
import type { CrecheFictive, MondeCreches } from './creche-fictive.ts';

const AUJOURDHUI = parseNumero(JOUR_DEMO);
/** Une ligne d'une quarantaine de caractères. */
const OCTETS_PAR_LIGNE = 41;
const BORNES = {
  nom: 'Bornes d’entrée',
  separateur: ';',
  encodage: 'WINDOWS1252',
  entete: true,
  nature: 'VISITE',
  colonneBadge: 'Badge',
  colonneCreche: null,
  colonneJour: 'Date',
  formatJour: 'JMA',
  colonneArrivee: 'Entrée',
  colonneDepart: 'Sortie',
};

/** Les dépôts de la semaine dans la première crèche de chaque territoire : lignes refusées et douteuses, fichier illisible. */
export function buildBadges({ creches }: MondeCreches, racine: Alea): Lot[] {
  const formatId = racine.identifiant(AUJOURDHUI - 300);
  const lignes: Record<'imports' | 'ecarts', Ligne[]> = { imports: [], ecarts: [] };
  for (const creche of creches.filter(({ rang }) => rang === 0)) {
    const parId = creche.professionnels.find(({ metier, au }) => metier === 'DIRECTION' && au === null)?.agentId;
    if (parId !== undefined) addDepots(lignes, creche, { formatId, parId }, racine.flux(creche.code, 'badges'));
  }
  return [
    { table: 'eaje.format_badge', lignes: [{ id: formatId, etablissementId: null, ...BORNES }] },
    { table: 'eaje.import_badges', lignes: lignes.imports },
    { table: 'eaje.import_ecart', lignes: lignes.ecarts },
  ];
}

type Depot = { formatId: string; parId: string };

function addDepots(
  lignes: Record<'imports' | 'ecarts', Ligne[]>,
  creche: CrecheFictive,
  depot: Depot,
  alea: Alea,
): void {
  const lu = buildImport(creche, depot, AUJOURDHUI - 4, alea);
  const jours = 5;
  const total = Math.round(creche.places * 0.7 * jours);
  const [inconnu, sansHeure, double] = [alea.entier(3, 40), alea.entier(41, 80), alea.entier(81, 110)];
  const jour = formatNumero(AUJOURDHUI - 5)
    .split('-')
    .reverse()
    .join('/');
  lignes.imports.push({
    ...lu,
    ...{ etat: 'FAIT', octets: total * OCTETS_PAR_LIGNE, octetsLus: total * OCTETS_PAR_LIGNE },
    ...{ jours, joursFaits: jours, dernierJour: formatNumero(AUJOURDHUI - 5), lignes: total },
    ...{ dejaInscrites: total - 2, refusees: 2, douteuses: 1 },
  });
  const importId = lu.id;
  lignes.ecarts.push(
    {
      importId,
      numero: inconnu,
      genre: 'REFUS',
      brut: `B9${String(inconnu).padStart(3, '0')};${jour};08:12;17:05`,
      raison: 'Badge inconnu.',
    },
    {
      ...{ importId, numero: sansHeure, genre: 'REFUS', brut: `B${String(sansHeure).padStart(4, '0')};${jour};;` },
      raison: 'Ni arrivée ni départ.',
    },
    {
      ...{ importId, numero: double, genre: 'DOUTE', brut: `B${String(double).padStart(4, '0')};${jour};08:31;` },
      raison: 'Départ manquant.',
    },
  );
  lignes.imports.push({
    ...buildImport(creche, depot, AUJOURDHUI - 3, alea),
    ...{ etat: 'ILLISIBLE', octets: 18_432, motif: 'La ligne 412 ne se lit pas : un guillemet y reste ouvert.' },
  });
}

function buildImport(creche: CrecheFictive, { formatId, parId }: Depot, le: Numero, alea: Alea) {
  const instant = (minute: number) => `${formatNumero(le)}T09:${String(minute).padStart(2, '0')}:00Z`;
  return {
    ...{ id: alea.identifiant(le), formatId, parId, etablissementId: creche.id },
    ...{ etat: 'ATTENTE', motif: null, octets: 0, octetsLus: 0, jours: 0, joursFaits: 0, dernierJour: null },
    ...{ lignes: 0, presences: 0, completees: 0, dejaInscrites: 0, refusees: 0, douteuses: 0 },
    ...{ fichierNom: `badges-${creche.code.toLowerCase()}-${formatNumero(le)}.csv` },
    ...{ creeLe: instant(4), vuLe: instant(5), finiLe: instant(5) },
  };
}
