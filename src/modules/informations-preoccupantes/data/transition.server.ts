import type { Contexte } from '#database/as-agent.ts';
import { Conflit, Refus } from '#server/errors.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { type EtatInformation, LIBELLE_ETAT } from '../information.ts';
import { type ActeInformation, findEtatSuivant, LIBELLE_ACTE } from '../rules/transitions.ts';
import type { InformationCible } from './cible.server.ts';

type Champs = Partial<{
  analysteId: string | null;
  uniteId: string;
  urgence: string;
  typesDanger: string[];
  qualifieeLe: JourCivil;
  motifHorsIp: string;
  orientation: string | null;
  mesureJudiciaire: string | null;
  delaiReduitJours: number | null;
  delaiReduitMotif: string | null;
  echeance: JourCivil;
  attribueeLe: JourCivil;
  evaluationDebuteeLe: JourCivil;
  rapportRemisLe: JourCivil | null;
  decideeLe: JourCivil;
  closeLe: JourCivil;
  suspendueLe: JourCivil | null;
}>;

/**
 * Fait passer une information à l'état qui suit l'acte, avec les champs que l'acte pose, et l'inscrit à son histoire. Refuse l'acte
 * que l'état ne permet pas ; Conflit si quelqu'un l'a fait changer depuis `version`.
 */
export async function recordTransition(
  { tx, agent }: Contexte,
  cible: Pick<InformationCible, 'id' | 'numero' | 'etat' | 'version'>,
  acte: ActeInformation,
  options: { champs?: Champs; motif?: string | null; detail?: Record<string, string | number | boolean | null> } = {},
): Promise<EtatInformation> {
  const suivant = findEtatSuivant(cible.etat, acte);
  if (!suivant)
    throw new Refus(
      `« ${LIBELLE_ACTE[acte]} » n’est pas possible : l’information ${cible.numero} est « ${LIBELLE_ETAT[cible.etat].toLocaleLowerCase('fr')} ».`,
    );
  const [change] = await tx
    .updateTable('ip.information')
    .set({ ...options.champs, etat: suivant, version: cible.version + 1 })
    .where('id', '=', cible.id)
    .where('version', '=', cible.version)
    .returning('id')
    .execute();
  if (!change) throw new Conflit(`L’information ${cible.numero} a changé pendant que vous la traitiez.`);
  await tx
    .insertInto('ip.acte')
    .values({
      id: createIdentifiant(),
      informationId: cible.id,
      acte,
      etatAvant: cible.etat,
      etatApres: suivant,
      motif: options.motif ?? null,
      detail: JSON.stringify(options.detail ?? {}),
      parId: agent.id,
    })
    .execute();
  return suivant;
}
