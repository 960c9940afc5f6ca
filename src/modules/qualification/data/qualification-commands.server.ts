import type { Contexte } from '#database/as-agent.ts';
import { createEnfant } from '#modules/enfants/index.server.ts';
import {
  getInformationCible,
  type InformationCible,
  recordFait,
  recordTransition,
} from '#modules/informations-preoccupantes/index.server.ts';
import { canActer, computeEcheanceEvaluation } from '#modules/informations-preoccupantes/index.ts';
import { recordAntecedents } from '#modules/recueil/index.server.ts';
import { defineCommand, executeCommand } from '#server/define-command.ts';
import { SaisieInvalide, verifyVerdict } from '#server/errors.ts';
import { QualificationSaisie } from '../analyse-saisie.ts';
import {
  evaluateDangers,
  evaluateDelaiReduit,
  evaluateJourQualification,
  evaluateMesureEnCours,
} from '../rules/qualification.ts';
import { type AdresseDuFoyer, getFoyerAQualifier, type MineurAQualifier } from './qualification-queries.server.ts';

/** Qualifie : le danger, le délai qui court, et le dossier de chaque mineur que le département ne connaît pas encore. */
export const recordQualification = defineCommand({
  name: 'informations.qualifier',
  titre: 'Qualifier en information préoccupante',
  saisie: QualificationSaisie,
  load: (contexte, { id }) => getInformationCible(contexte, id),
  can: (agent, cible) => canActer(agent, cible, 'qualifier'),
  run: async (contexte, saisie, cible) => {
    const { id, version, qualifieeLe, urgence, typesDanger, delaiReduitJours, delaiReduitMotif, mesureJudiciaire } =
      saisie;
    const { mineurs, adresse } = await getFoyerAQualifier(contexte, id);
    verifyVerdict(evaluateDangers(typesDanger), 'typesDanger');
    verifyVerdict(evaluateJourQualification(qualifieeLe, cible.recueLe, contexte.aujourdhui), 'qualifieeLe');
    verifyVerdict(evaluateDelaiReduit(delaiReduitJours, mineurs, cible.recueLe), 'delaiReduitJours');
    const [mesure] = verifyVerdict(evaluateMesureEnCours(mesureJudiciaire));
    const { pour: echeance } = computeEcheanceEvaluation(cible.recueLe, delaiReduitJours);
    await recordTransition(contexte, { ...cible, version }, 'qualifier', {
      champs: { qualifieeLe, urgence, typesDanger, delaiReduitJours, delaiReduitMotif, mesureJudiciaire, echeance },
      motif: mesure ? `${mesure.motif} Décidé : ${mesureJudiciaire}` : null,
      detail: { echeance, delaiReduitJours },
    });
    const ouverts = await openDossiers(contexte, cible, saisie, mineurs, adresse);
    await recordAntecedents(contexte, id);
    return {
      resultat: id,
      trace: { objetId: id, detail: { echeance, delaiReduitJours, typesDanger, dossiers: ouverts } },
    };
  },
});

/** Ouvre les dossiers choisis, le foyer du premier accueillant les suivants. */
async function openDossiers(
  contexte: Contexte,
  cible: InformationCible,
  { ouvrir, uniteId }: QualificationSaisie,
  mineurs: readonly MineurAQualifier[],
  adresse: AdresseDuFoyer,
): Promise<string[]> {
  const ouverts: string[] = [];
  let menageId = adresse.menageId;
  for (const mineurId of ouvrir) {
    const mineur = mineurs.find((candidat) => candidat.id === mineurId);
    if (!mineur || mineur.enfantId !== null || mineur.nom === null || mineur.prenom === null)
      throw new SaisieInvalide({ ouvrir: 'Un dossier s’ouvre avec un nom et un prénom, une seule fois.' });
    const { nom, nomUsage, prenom, sexe, dateNaissance, naissancePrecision } = mineur;
    const { id: enfantId } = await executeCommand(contexte, createEnfant, {
      ...{ nom, nomUsage, prenom, sexe, dateNaissance, naissancePrecision },
      ...{ uniteId, menageId, ouvertLe: cible.recueLe },
      ...(menageId === null ? adresse : {}),
    });
    await contexte.tx.updateTable('ip.mineur').set({ enfantId }).where('id', '=', mineurId).execute();
    menageId ??= await recordMenage(contexte, cible.id, enfantId);
    await recordFait(contexte, { id: cible.id, etat: 'qualifiee' }, 'reconnaitre', {
      motif: `Dossier ouvert : ${prenom} ${nom}.`,
    });
    ouverts.push(enfantId);
  }
  return ouverts;
}

/** Le foyer né avec le premier dossier devient celui de l'information. */
async function recordMenage({ tx }: Contexte, informationId: string, enfantId: string): Promise<string | null> {
  const membre = await tx
    .selectFrom('enfants.menageMembre')
    .select('menageId')
    .where('personneId', '=', enfantId)
    .executeTakeFirst();
  if (!membre) return null;
  await tx.updateTable('ip.information').set({ menageId: membre.menageId }).where('id', '=', informationId).execute();
  return membre.menageId;
}
