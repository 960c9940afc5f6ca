import { type Numero, parseNumero } from '../calendrier.ts';
import { JOUR_DEMO } from '../jour.ts';
import { formatPeriode } from '../lignes.ts';
import type { Occupation } from '../organisation/agents.ts';
import type { Monde } from './monde.ts';

const AUJOURDHUI = parseNumero(JOUR_DEMO);
const FIN_D_ANNEE = [parseNumero('2026-12-24'), parseNumero('2027-01-02')] as const;

/** Trois relais sur le territoire du référent de la carte : un qu'il tient, un fini, un qu'il prépare pour la fin de l'année. */
export function addRelais(monde: Monde): void {
  const actuels = monde.organisation.occupations.filter((o) => o.au === null);
  const lui = actuels.find((o) => o.decrit.carte === 'referent');
  const cadre = actuels.find((o) => o.decrit.carte === 'cadre-territorial');
  if (!lui) return;
  const collegues = actuels.filter(
    (o) => o !== lui && o.decrit.profil === lui.decrit.profil && o.decrit.territoireCode === lui.decrit.territoireCode,
  );
  const absent = collegues.find((o) => isAbsent(monde, o)) ?? collegues[0];
  const present = collegues.find((o) => o !== absent);
  if (!absent || !present) return;
  const alea = monde.racine.flux('relais');
  const ajouter = (de: Occupation, a: Occupation, du: Numero, au: Numero, motif: string, par: Occupation) =>
    monde.lignes.relais.push({
      id: alea.identifiant(Math.min(du, AUJOURDHUI)),
      agentId: de.agentId,
      relaisId: a.agentId,
      periode: formatPeriode(du, au),
      motif: `DONNÉE FICTIVE – ${motif}`,
      parId: par.agentId,
      creeLe: alea.instant(Math.min(du, AUJOURDHUI) - 1),
    });
  ajouter(absent, lui, AUJOURDHUI - 5, AUJOURDHUI + 19, 'Absence ; audiences et rapports à tenir.', cadre ?? absent);
  ajouter(present, lui, AUJOURDHUI - 32, AUJOURDHUI - 18, 'Congés d’automne.', present);
  ajouter(lui, present, ...FIN_D_ANNEE, 'Congés de fin d’année.', lui);
}

function isAbsent({ organisation }: Monde, { agentId }: Occupation): boolean {
  return organisation.absences.some((a) => {
    const [du = '', au = ''] = a.periode.slice(1, -1).split(',');
    return a.agentId === agentId && du <= JOUR_DEMO && JOUR_DEMO <= au;
  });
}
