/** Ce que partagent les actes sur une ou plusieurs mesures : les charger, les tenir, changer leur état, en laisser trace. */
import type { z } from 'zod';
import type { Contexte } from '#database/as-agent.ts';
import type { Json } from '#database/types.generated.ts';
import { type Cible, getCible } from '#modules/acces/index.server.ts';
import type { CibleEnfant } from '#modules/acces/index.ts';
import { defineCommand } from '#server/define-command.ts';
import { Conflit, Introuvable, Refus } from '#server/errors.ts';
import { recordTrace } from '#server/journal.ts';
import type { AgentEnSession } from '#shared/agent-en-session.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { ETATS_MESURE, type EtatMesure } from '../etat-mesure.ts';
import type { MesureInscrite } from '../mesure-inscrite.ts';
import type { Reference } from '../mesure-saisie.ts';
import { formatMesure } from '../nomenclature.ts';
import { ACTES_MESURE, type ActeMesure, findEtatSuivant } from '../rules/transitions.ts';
import { listMesuresParId } from './mesure-inscrite.server.ts';

export type Suivie = { mesure: MesureInscrite; cible: Cible };

/** Les mesures désignées, chacune avec son enfant ; introuvable si la base n'en montre pas une. */
export async function loadSuivies(contexte: Contexte, references: readonly { id: string }[]): Promise<Suivie[]> {
  const mesures = await listMesuresParId(contexte, [...new Set(references.map(({ id }) => id))]);
  const cibles = new Map<string, Cible>();
  for (const { enfantId } of mesures)
    if (!cibles.has(enfantId)) cibles.set(enfantId, await getCible(contexte, enfantId));
  return mesures.map((mesure) => ({ mesure, cible: getSienne(cibles, mesure.enfantId) }));
}

export function getSienne<T>(parCle: ReadonlyMap<string, T>, cle: string): T {
  const sienne = parCle.get(cle);
  if (sienne === undefined) throw new Introuvable('Absent, ou hors de vos missions.');
  return sienne;
}

/** « Accueil provisoire » de MARTIN Lou : ce qu'une phrase nomme. */
export function formatSuivie({ mesure, cible }: Suivie): string {
  return `« ${formatMesure(mesure.code)} » de ${cible.nom}`;
}

/** L'état après cet acte ; refuse s'il n'est pas permis. Ce qui s'est passé avant le terme s'inscrit encore après (`exécution`). */
export function getEtatSuivant(suivie: Suivie, acte: ActeMesure, surEtat: 'etat' | 'etatInscrit' = 'etat'): EtatMesure {
  const { mesure } = suivie;
  const suivant = findEtatSuivant(mesure[surEtat], acte, mesure.origine);
  if (suivant) return suivant;
  const etat = ETATS_MESURE[mesure[surEtat]].toLocaleLowerCase('fr');
  throw new Refus(`${formatSuivie(suivie)} : ${etat}. « ${ACTES_MESURE[acte]} » n’est pas possible.`);
}

/** Tient la mesure jusqu'à la fin de l'acte : le second à agir attend, et lit ce que le premier a fait. */
export async function lockMesure({ tx }: Contexte, suivie: Suivie, version: number): Promise<void> {
  const [tenue] = await tx
    .updateTable('mesures.mesure')
    .set({ version: version + 1 })
    .where('id', '=', suivie.mesure.id)
    .where('version', '=', version)
    .returning('id')
    .execute();
  if (!tenue) throw buildConflit(suivie);
}

function buildConflit(suivie: Suivie): Conflit {
  const { mesure } = suivie;
  const derniers = [
    ...mesure.decisions.map(({ inscriteLe, par }) => ({ inscriteLe, par })),
    ...mesure.execution.map(({ inscriteLe, par }) => ({ inscriteLe, par })),
  ].toSorted((a, b) => (a.inscriteLe < b.inscriteLe ? 1 : -1));
  return new Conflit(`${formatSuivie(suivie)} a changé pendant que vous écriviez : relisez-la.`, {
    État: ETATS_MESURE[mesure.etat],
    ...(mesure.periode?.au ? { 'Dernier jour': formatJour(mesure.periode.au, 'long') } : {}),
    ...(mesure.service ? { Service: mesure.service } : {}),
    ...(derniers[0]?.par ? { 'Dernier acte de': derniers[0].par } : {}),
  });
}

export async function updateEtat({ tx }: Contexte, { mesure }: Suivie, etat: EtatMesure): Promise<void> {
  if (etat !== mesure.etatInscrit)
    await tx.updateTable('mesures.mesure').set({ etat }).where('id', '=', mesure.id).execute();
}

export function verifyPasAVenir(jour: JourCivil, aujourdhui: JourCivil, champ: string): void {
  if (jour > aujourdhui) throw new Refus('Cette date est à venir.', [], champ);
}

export const CONTRAINTES = {
  mesure_un_titre:
    'Une autre mesure du même genre couvre déjà ces jours : mettez-y fin la veille, ou dites que celle-ci la remplace.',
  decision_naissance: 'Cette décision précède la naissance de l’enfant.',
  decision_a_venir: 'Cette date est à venir.',
  decision_autorite: 'Cette mesure ne se décide pas par cette autorité.',
  decision_code_interdit: 'Ce code ne se crée plus.',
  decision_ordre: 'La fin précède le début.',
  decision_recue: 'La réception précède la décision.',
  decision_corrige_id_key: 'Cette décision a déjà été corrigée : rouvrez la page.',
  execution_corrige_id_key: 'Cela a déjà été corrigé : rouvrez la page.',
  execution_avant_decision: 'Rien ne s’exécute avant d’être décidé.',
  execution_a_venir: 'Cette date est à venir.',
};

type Droit = (agent: AgentEnSession, cible: CibleEnfant, jour: JourCivil) => boolean;
type Chargees = { suivies: Suivie[]; jour: JourCivil };
/** Ce que le journal garde de l'acte sur une mesure. */
type Detail = Record<string, Json>;

type Definition<S extends z.ZodType<{ mesures: Reference[] }>> = {
  name: string;
  titre: string;
  saisie: S;
  can: Droit;
  /** Écrit l'acte sur une mesure déjà tenue ; rend ce que le journal en garde. */
  write: (contexte: Contexte, suivie: Suivie, saisie: z.output<S>) => Promise<Detail>;
};

/**
 * Un acte sur une ou plusieurs mesures, d'un enfant ou d'une fratrie : tout ou rien. Chacune est tenue à la version lue, toujours
 * dans le même ordre, et laisse sa trace au dossier de son enfant.
 */
export function defineActeMesure<S extends z.ZodType<{ mesures: Reference[] }>>({
  name,
  titre,
  saisie,
  can,
  write,
}: Definition<S>) {
  return defineCommand<S, Chargees, string[]>({
    name,
    titre,
    saisie,
    load: async (contexte, { mesures }) => ({
      suivies: await loadSuivies(contexte, mesures),
      jour: contexte.aujourdhui,
    }),
    can: (agent, { suivies, jour }) => suivies.every(({ cible }) => can(agent, cible, jour)),
    run: async (contexte, lue, { suivies }) => {
      await lockMesures(contexte, suivies, lue.mesures);
      const ecrites: { suivie: Suivie; detail: Detail }[] = [];
      for (const suivie of suivies) ecrites.push({ suivie, detail: await write(contexte, suivie, lue) });
      return { resultat: suivies.map(({ mesure }) => mesure.id), trace: await recordTraces(contexte, name, ecrites) };
    },
    contraintes: CONTRAINTES,
  });
}

export async function lockMesures(
  contexte: Contexte,
  suivies: readonly Suivie[],
  references: readonly Reference[],
): Promise<void> {
  const versions = new Map<string, number>(references.map(({ id, version }) => [id, version]));
  for (const suivie of suivies.toSorted((a, b) => (a.mesure.id < b.mesure.id ? -1 : 1)))
    await lockMesure(contexte, suivie, getSienne(versions, suivie.mesure.id));
}

/** Une trace par mesure, au dossier de chaque enfant ; rend la dernière, que la commande inscrit elle-même. */
export async function recordTraces(
  { tx }: Contexte,
  acte: string,
  ecrites: readonly { suivie: Suivie; detail: Detail }[],
) {
  const traces = ecrites.map(({ suivie: { mesure }, detail }) => ({
    enfantId: mesure.enfantId,
    objetId: mesure.id,
    detail: { code: mesure.code, ...detail },
  }));
  const derniere = traces.pop();
  if (!derniere) throw new Error('Un acte porte sur une mesure au moins');
  for (const trace of traces) await recordTrace(tx, { acte, ...trace });
  return derniere;
}
