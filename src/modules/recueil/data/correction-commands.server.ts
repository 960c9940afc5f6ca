import type { Contexte } from '#database/as-agent.ts';
import {
  buildConflit,
  getInformationCible,
  type InformationCible,
  recordFait,
} from '#modules/informations-preoccupantes/index.server.ts';
import {
  CASF_D226_2_3,
  canConduire,
  canRecueillir,
  computeEcheanceEvaluation,
} from '#modules/informations-preoccupantes/index.ts';
import { readHeureParis } from '#server/clock.ts';
import { defineCommand } from '#server/define-command.ts';
import { Conflit, Refus, SaisieInvalide } from '#server/errors.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { buildInstantIso } from '#shared/instant.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { type AdulteSaisie, CorrectionSaisie, type MineurSaisie, ReceptionSaisie } from '../information-saisie.ts';
import { evaluateFoyer, evaluateSource } from '../rules/reception.ts';
import { recordAntecedents } from './antecedents.server.ts';
import { type EtatCorrigeable, formatCorrigeable, getCorrigeable } from './correction-queries.server.ts';
import { buildAdulte, buildMineur, computeAdresse, verifyConnus } from './foyer.server.ts';
import { buildAuteur, buildSource } from './reception-commands.server.ts';

/** Corrige le foyer et les faits ; refuse, en montrant les deux versions, si quelqu'un est passé entre-temps. */
export const updateInformation = defineCommand({
  name: 'informations.corriger',
  titre: 'Corriger une information',
  saisie: CorrectionSaisie,
  load: (contexte, { id }) => getInformationCible(contexte, id),
  can: canConduire,
  run: async (contexte, saisie, cible) => {
    verifyObjections(evaluateFoyer(saisie, contexte.aujourdhui));
    const avant = await getCorrigeable(contexte, cible.id);
    const lies = [
      ...avant.mineurs.map(({ enfantId }) => enfantId),
      ...avant.adultes.map(({ personneId }) => personneId),
    ];
    await verifyConnus(contexte, saisie, lies as (string | null)[]);
    const { faits, typesDanger, parentsInformes, motifNonInformation } = saisie;
    const apres = {
      faits,
      typesDanger,
      parentsInformes,
      motifNonInformation,
      ...(await computeAdresse(contexte, saisie)),
    };
    await updateVersion(contexte, cible, saisie.version, apres, avant);
    await recordMineurs(contexte, cible, saisie.mineurs);
    await recordAdultes(contexte, cible.id, saisie.adultes);
    await recordFait(contexte, cible, 'corriger', { motif: saisie.motif });
    await recordAntecedents(contexte, cible.id);
    return {
      resultat: cible.id,
      trace: { objetId: cible.id, detail: { champs: listChanges(avant, apres), mineurs: saisie.mineurs.length } },
    };
  },
  contraintes: { mineur_une_fois: 'Deux mineurs ne peuvent être le même enfant.' },
});

/** Corrige la réception et qui a transmis : le jour corrigé fait courir le délai. */
export const updateReception = defineCommand({
  name: 'informations.reception.corriger',
  titre: 'Corriger la réception',
  saisie: ReceptionSaisie,
  load: (contexte, { id }) => getInformationCible(contexte, id),
  can: canRecueillir,
  run: async (contexte, saisie, cible) => {
    verifyObjections(evaluateSource(saisie, { jour: contexte.aujourdhui, heure: readHeureParis() }));
    const avant = await getCorrigeable(contexte, cible.id);
    const apres = {
      ...buildSource(saisie),
      recueA: buildInstantIso(saisie.recueLe, saisie.recueHeure),
      transmiseLe: saisie.transmiseLe ?? saisie.recueLe,
      saisineDirecteLe: saisie.saisineDirecteLe,
      suitesDemandeesLe: saisie.suitesDemandees ? (avant.suitesDemandeesLe ?? saisie.recueLe) : null,
      ...computeEcheance(cible, avant.delaiReduitJours, saisie.recueLe),
    };
    await updateVersion(contexte, cible, saisie.version, apres, avant);
    await contexte.tx.updateTable('ip.auteur').set(buildAuteur(saisie)).where('informationId', '=', cible.id).execute();
    await recordFait(contexte, cible, 'corriger', { motif: saisie.motif });
    return {
      resultat: cible.id,
      trace: { objetId: cible.id, detail: { champs: listChanges(avant, apres), recueLe: saisie.recueLe } },
    };
  },
});

/** Une information qualifiée a son échéance : elle suit le jour de réception. */
function computeEcheance(cible: InformationCible, delaiReduitJours: number | null, recueLe: JourCivil): Ecrit {
  return cible.echeance === null ? {} : { echeance: computeEcheanceEvaluation(recueLe, delaiReduitJours).pour };
}

function verifyObjections(objections: Record<string, string>): void {
  if (Object.keys(objections).length > 0) throw new SaisieInvalide(objections);
}

type Ecrit = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

async function updateVersion(
  contexte: Contexte,
  cible: InformationCible,
  version: number,
  champs: Ecrit,
  avant: EtatCorrigeable,
): Promise<void> {
  const [change] = await contexte.tx
    .updateTable('ip.information')
    .set({ ...champs, version: version + 1 })
    .where('id', '=', cible.id)
    .where('version', '=', version)
    .returning('id')
    .execute();
  if (change) return;
  const { message, actuel } = await buildConflit(contexte, cible, 'pendant que vous la corrigiez');
  throw new Conflit(message, { ...formatCorrigeable(avant), ...actuel });
}

function listChanges(avant: EtatCorrigeable, apres: Ecrit): string[] {
  const ancien = avant as unknown as Ecrit;
  return Object.keys(apres).filter(
    (champ) => JSON.stringify(ancien[champ] ?? null) !== JSON.stringify(apres[champ] ?? null),
  );
}

/** Une fois qualifiée, l'information évalue chacun de ses mineurs (IP-012) : il s'en ajoute, aucun ne s'en retire. */
async function recordMineurs(
  { tx }: Contexte,
  cible: InformationCible,
  mineurs: readonly MineurSaisie[],
): Promise<void> {
  const { partis, rangDe } = computeRangs(cible.mineurs, mineurs);
  if (partis.length > 0 && !['recue', 'en-premiere-analyse'].includes(cible.etat))
    throw new Refus(
      'Une fois qualifiée, l’information évalue chacun de ses mineurs : aucun ne s’en retire.',
      [CASF_D226_2_3],
      'mineurs.0.prenom',
    );
  if (partis.length > 0) await tx.deleteFrom('ip.mineur').where('id', 'in', partis).execute();
  for (const mineur of mineurs) {
    const { id, rang, connu } = rangDe(mineur.id);
    const colonnes = buildMineur(mineur, cible.id, rang);
    if (connu) await tx.updateTable('ip.mineur').set(colonnes).where('id', '=', id).execute();
    else
      await tx
        .insertInto('ip.mineur')
        .values({ id, ...colonnes })
        .execute();
  }
}

async function recordAdultes({ tx }: Contexte, informationId: string, adultes: readonly AdulteSaisie[]): Promise<void> {
  const actuels = await tx
    .selectFrom('ip.adulte')
    .select(['id', 'rang'])
    .where('informationId', '=', informationId)
    .execute();
  const { partis, rangDe } = computeRangs(actuels, adultes);
  if (partis.length > 0) await tx.deleteFrom('ip.adulte').where('id', 'in', partis).execute();
  for (const adulte of adultes) {
    const { id, rang, connu } = rangDe(adulte.id);
    const colonnes = buildAdulte(adulte, informationId, rang);
    if (connu) await tx.updateTable('ip.adulte').set(colonnes).where('id', '=', id).execute();
    else
      await tx
        .insertInto('ip.adulte')
        .values({ id, ...colonnes })
        .execute();
  }
}

type Range = { id: string; rang: number };

/** Ceux qu'on garde gardent leur rang, ceux qu'on ajoute viennent après, ceux qui manquent partent. */
function computeRangs(actuels: readonly Range[], saisis: readonly { id: string | null }[]) {
  const gardes = saisis.map(({ id }) => id);
  let dernier = Math.max(0, ...actuels.map(({ rang }) => rang));
  return {
    partis: actuels.filter(({ id }) => !gardes.includes(id)).map(({ id }) => id),
    rangDe: (id: string | null): Range & { connu: boolean } => {
      const connu = actuels.find((actuel) => actuel.id === id);
      if (connu) return { ...connu, connu: true };
      dernier += 1;
      return { id: createIdentifiant(), rang: dernier, connu: false };
    },
  };
}
