import type { Contexte } from '#database/as-agent.ts';
import { Conflit, Refus } from '#server/errors.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { formatNom } from '#shared/nom-propre.ts';
import { type EtatInformation, LIBELLE_ETAT, LIBELLE_URGENCE, type Urgence } from '../information.ts';
import {
  type ActeInformation,
  type FaitInformation,
  findEtatSuivant,
  formatActe,
  LIBELLE_ACTE,
} from '../rules/transitions.ts';
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

/** Ce que l'histoire garde d'un acte : sa raison, et ce qui le précise. */
type Precisions = { motif?: string | null; detail?: Record<string, string | number | boolean | null> };

/**
 * Fait passer une information à l'état qui suit l'acte, avec les champs que l'acte pose, et l'inscrit à son histoire. Refuse l'acte
 * que l'état ne permet pas ; Conflit si quelqu'un l'a fait changer depuis `version`.
 */
export async function recordTransition(
  contexte: Contexte,
  cible: Pick<InformationCible, 'id' | 'numero' | 'etat' | 'version'>,
  acte: ActeInformation,
  options: Precisions & { champs?: Champs } = {},
): Promise<EtatInformation> {
  const suivant = findEtatSuivant(cible.etat, acte);
  if (!suivant)
    throw new Refus(
      `« ${LIBELLE_ACTE[acte]} » n’est pas possible : l’information ${cible.numero} est « ${LIBELLE_ETAT[cible.etat].toLocaleLowerCase('fr')} ».`,
    );
  const [change] = await contexte.tx
    .updateTable('ip.information')
    .set({ ...options.champs, etat: suivant, version: cible.version + 1 })
    .where('id', '=', cible.id)
    .where('version', '=', cible.version)
    .returning('id')
    .execute();
  if (!change) throw await buildConflit(contexte, cible, 'pendant que vous la traitiez');
  await recordActe(contexte, { id: cible.id, etat: cible.etat, suivant }, acte, options);
  return suivant;
}

/** Ce qu'un autre vient de faire de cette information : à dire à qui arrive après lui. */
export async function buildConflit(
  { tx }: Pick<Contexte, 'tx'>,
  { id, numero }: Pick<InformationCible, 'id' | 'numero'>,
  quand: string,
): Promise<Conflit> {
  const dernier = await tx
    .selectFrom('ip.acte as h')
    .innerJoin('ip.information as i', 'i.id', 'h.informationId')
    .leftJoin('organisation.agent as g', 'g.id', 'h.parId')
    .select(['i.etat', 'i.urgence', 'h.acte', 'h.motif', 'g.nom', 'g.prenom'])
    .where('i.id', '=', id)
    .orderBy('h.rang', 'desc')
    .executeTakeFirst();
  return new Conflit(`L’information ${numero} a changé ${quand}.`, {
    ...(dernier && {
      État: LIBELLE_ETAT[dernier.etat as EtatInformation],
      Urgence: LIBELLE_URGENCE[dernier.urgence as Urgence],
      'Dernier acte': [formatActe(dernier.acte), dernier.motif].filter(Boolean).join(' : '),
      Par: formatNom(dernier.nom ?? '', dernier.prenom),
    }),
  });
}

/** Inscrit à l'histoire ce qui ne change pas l'état. */
export async function recordFait(
  contexte: Pick<Contexte, 'tx' | 'agent'>,
  { id, etat }: Pick<InformationCible, 'id' | 'etat'>,
  fait: FaitInformation,
  precisions: Precisions = {},
): Promise<void> {
  await recordActe(contexte, { id, etat, suivant: etat }, fait, precisions);
}

async function recordActe(
  { tx, agent }: Pick<Contexte, 'tx' | 'agent'>,
  { id, etat, suivant }: { id: string; etat: EtatInformation; suivant: EtatInformation },
  acte: ActeInformation | FaitInformation,
  { motif, detail }: Precisions,
): Promise<void> {
  await tx
    .insertInto('ip.acte')
    .values({
      id: createIdentifiant(),
      informationId: id,
      acte,
      // La réception ouvre l'histoire : il n'y avait rien avant elle.
      etatAvant: acte === 'recevoir' ? null : etat,
      etatApres: suivant,
      motif: motif ?? null,
      detail: JSON.stringify(detail ?? {}),
      parId: agent.id,
    })
    .execute();
}
