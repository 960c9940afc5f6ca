import { listCommunesOfficielles } from '#modules/organisation/index.server.ts';
import { JOUR_DEMO } from '../jour.ts';
import type { Lot } from '../lignes.ts';
import type { Commande } from '../parametres/profils.ts';
import { buildAbsences } from './absences.ts';
import { type Agents, buildAgents } from './agents.ts';
import { buildDelegations } from './delegations.ts';
import { buildEffectifs } from './effectifs.ts';
import type { LigneAbsence, LigneCommune } from './lignes.ts';
import { buildParametres } from './parametres.ts';
import { buildUnites, type Unites } from './unites.ts';

/** L'organisation fictive, et de quoi les modules suivants y rattachent leurs faits. */
export type Organisation = Unites & Agents & { absences: LigneAbsence[]; lots: Lot[] };

export function buildOrganisation(commande: Commande): Organisation {
  const unites = buildUnites(commande);
  const agents = buildAgents(commande, unites, buildEffectifs(commande, unites));
  const { absences, motifs, remplacements } = buildAbsences(commande, agents);
  const communes: LigneCommune[] = listCommunesOfficielles().map((c) => ({
    code: c.codeInsee,
    nom: c.nom,
    departementCode: c.codeDepartement,
    codesPostaux: c.codesPostaux,
    population: c.population,
  }));
  const { code, nom } = unites.departement;
  const lots: Lot[] = [
    {
      table: 'organisation.installation',
      lignes: [{ departementCode: code, departementNom: nom, demo: true, jourFige: JOUR_DEMO }],
    },
    { table: 'organisation.commune', lignes: communes },
    { table: 'organisation.unite', lignes: unites.unites },
    { table: 'organisation.secteur', lignes: unites.secteurs },
    { table: 'organisation.agent', lignes: agents.agents },
    { table: 'organisation.poste', lignes: ordonnerPostes(agents) },
    { table: 'organisation.affectation', lignes: [...agents.affectations, ...remplacements] },
    { table: 'organisation.absence', lignes: absences },
    { table: 'organisation.absence_motif', lignes: motifs },
    { table: 'organisation.delegation', lignes: buildDelegations(commande, unites, agents.occupations) },
    { table: 'organisation.parametre', lignes: buildParametres(commande) },
  ];
  return { ...unites, ...agents, absences, lots };
}

/** Un poste vient après celui de son responsable. */
function ordonnerPostes({ postes }: Agents): Agents['postes'] {
  const poses = new Set<string>();
  const ordre: Agents['postes'] = [];
  while (ordre.length < postes.length) {
    const prets = postes.filter((p) => !poses.has(p.id) && (p.responsableId === null || poses.has(p.responsableId)));
    if (prets.length === 0) throw new Error('La hiérarchie des postes tourne en rond');
    for (const p of prets) poses.add(p.id);
    ordre.push(...prets);
  }
  return ordre;
}
