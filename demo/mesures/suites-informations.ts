import type { CodeMesure } from '#modules/mesures/index.ts';
import { addMois, type Numero, parseNumero } from '../calendrier.ts';
import type { Departement } from '../departement.ts';
import type { Ligne } from '../informations/lignes.ts';
import { JOUR_DEMO } from '../jour.ts';
import type { Dossier } from './dossiers.ts';
import type { Etape } from './parcours.ts';

const AUJOURDHUI = parseNumero(JOUR_DEMO);

/** Ce qu'une information close a fait décider pour un enfant déjà suivi : une aide acceptée, ou une investigation du juge. */
export type SuiteInformation = { code: CodeMesure; le: Numero };

const AIDES: Readonly<Record<string, CodeMesure>> = { tisf: 'TISF', aesf: 'AESF' };

export function listSuitesInformations({ informations }: Departement): Map<string, SuiteInformation[]> {
  const lire = (table: string) =>
    (informations.find((lot) => lot.table === `ip.${table}`)?.lignes ?? []) as readonly Ligne[];
  const enfants = new Map(lire('mineur').map(({ id, enfantId }) => [id, enfantId]));
  const mineurs = Map.groupBy(lire('mineur'), ({ informationId }) => informationId);
  const suites = new Map<string, SuiteInformation[]>();
  const poser = (enfantId: Ligne[string] | undefined, code: CodeMesure | undefined, le: Ligne[string] | undefined) => {
    if (typeof enfantId !== 'string' || typeof le !== 'string' || code === undefined) return;
    const suite = { code, le: parseNumero(le) };
    suites.set(enfantId, [...(suites.get(enfantId) ?? []), suite]);
  };
  for (const { mineurId, nature, accordLe } of lire('mesure_envisagee'))
    poser(enfants.get(mineurId ?? ''), AIDES[String(nature)], accordLe);
  for (const { informationId, suitesNature, suitesLe } of lire('signalement'))
    if (suitesNature === 'saisine-juge')
      for (const { enfantId } of mineurs.get(informationId ?? '') ?? []) poser(enfantId, 'MJIE', suitesLe);
  return suites;
}

/** Six mois, sans dépasser le dossier ni la majorité ; deux à la fois n'en font qu'une. */
export function listEtapesDesSuites({ enfant, majorite, alea }: Dossier, suites: readonly SuiteInformation[]): Etape[] {
  const etapes: Etape[] = [];
  const fin = Math.min(enfant.clos ?? AUJOURDHUI, AUJOURDHUI, majorite - 1);
  for (const { code, le } of suites) {
    const du = le + alea.flux('suite', code, le).entier(3, 30);
    // Une saisine qui ouvre le dossier a déjà sa mesure.
    if (le <= enfant.ouvert || du > fin || etapes.some((e) => e.code === code && (e.au ?? fin) >= du)) continue;
    const terme = addMois(du, 6) - 1;
    const au = terme > fin ? (fin === AUJOURDHUI ? null : fin) : terme;
    etapes.push({ code, du, au, motif: au === null ? null : 'ECHEANCE' });
  }
  return etapes;
}
