import type { Insertable } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import type { DB } from '#database/types.generated.ts';
import { Introuvable, Refus, verifyVerdict } from '#server/errors.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { buildInstantIso } from '#shared/instant.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { canExecuterMesure } from '../droits.ts';
import type { EtatMesure } from '../etat-mesure.ts';
import {
  AttenteSaisie,
  CorrectionExecutionSaisie,
  DebutSaisie,
  FinSaisie,
  RenouvellementSaisie,
  SuspensionSaisie,
  TransfertSaisie,
} from '../execution-saisie.ts';
import type { MotifFin } from '../faits.ts';
import { type ExecutionInscrite, listExecutionEnVigueur, type MesureInscrite } from '../mesure-inscrite.ts';
import { evaluateDebutEffectif } from '../rules/decision.ts';
import {
  defineActeMesure,
  formatSuivie,
  getEtatSuivant,
  type Suivie,
  updateEtat,
  verifyPasAVenir,
} from './mesure-acte.server.ts';

type Evenement = Omit<Insertable<DB['mesures.execution']>, 'id' | 'mesureId'>;

async function insertEvenement({ tx }: Contexte, { mesure }: Suivie, evenement: Evenement): Promise<void> {
  await tx
    .insertInto('mesures.execution')
    .values({ id: createIdentifiant(), mesureId: mesure.id, ...evenement })
    .execute();
}

/** Dit ce que la mesure attend, depuis quand, et qui tient la suite. */
export const recordAttente = defineActeMesure({
  name: 'mesures.attendre',
  titre: 'Dire ce qu’attend une mesure décidée',
  saisie: AttenteSaisie,
  can: canExecuterMesure,
  write: async (contexte, suivie, { mesures: _, ...attente }) => {
    verifyPasAVenir(attente.le, contexte.aujourdhui, 'le');
    const etat = getEtatSuivant(suivie, 'attendre', 'etatInscrit');
    await insertEvenement(contexte, suivie, { nature: 'attente', ...attente });
    await updateEtat(contexte, suivie, etat);
    return { raison: attente.raison, le: attente.le };
  },
});

/** Inscrit le premier rendez-vous ou le premier accueil réel. */
export const recordDebut = defineActeMesure({
  name: 'mesures.debuter',
  titre: 'Inscrire le début effectif',
  saisie: DebutSaisie,
  can: canExecuterMesure,
  write: async (contexte, suivie, { le, heure, precision }) => {
    verifyPasAVenir(le, contexte.aujourdhui, 'le');
    const etat = getEtatSuivant(suivie, 'debuter', 'etatInscrit');
    const { code, decideeLe, periode } = suivie.mesure;
    if (decideeLe) verifyVerdict(evaluateDebutEffectif(le, { code, decideeLe, au: periode?.au ?? null }), 'le');
    const instant = heure === null ? null : buildInstantIso(le, heure);
    await insertEvenement(contexte, suivie, { nature: 'debut-effectif', le, instant, precision });
    await updateEtat(contexte, suivie, etat);
    return { le };
  },
});

/** Rien ne s'arrête ni ne reprend avant le dernier évènement inscrit. */
function verifySuite(suivie: Suivie, le: JourCivil, aujourdhui: JourCivil): void {
  verifyPasAVenir(le, aujourdhui, 'le');
  const dernier = listExecutionEnVigueur(suivie.mesure).findLast(({ nature }) => nature !== 'attente');
  if (dernier && le < dernier.le)
    throw new Refus(
      `${formatSuivie(suivie)} : le dernier fait inscrit est du ${formatJour(dernier.le, 'long')}.`,
      [],
      'le',
    );
}

export const recordSuspension = defineActeMesure({
  name: 'mesures.suspendre',
  titre: 'Suspendre une mesure',
  saisie: SuspensionSaisie,
  can: canExecuterMesure,
  write: async (contexte, suivie, { le, precision }) => {
    verifySuite(suivie, le, contexte.aujourdhui);
    const etat = getEtatSuivant(suivie, 'suspendre', 'etatInscrit');
    await insertEvenement(contexte, suivie, { nature: 'suspension', le, precision });
    await updateEtat(contexte, suivie, etat);
    return { le };
  },
});

export const recordReprise = defineActeMesure({
  name: 'mesures.reprendre',
  titre: 'Inscrire la reprise d’une mesure',
  saisie: SuspensionSaisie,
  can: canExecuterMesure,
  write: async (contexte, suivie, { le, precision }) => {
    verifySuite(suivie, le, contexte.aujourdhui);
    const etat = getEtatSuivant(suivie, 'reprendre', 'etatInscrit');
    await insertEvenement(contexte, suivie, { nature: 'reprise', le, precision });
    await updateEtat(contexte, suivie, etat);
    return { le };
  },
});

/** Prépare le renouvellement : la demande est un fait, daté. */
export const recordPreparation = defineActeMesure({
  name: 'mesures.preparer-renouvellement',
  titre: 'Préparer le renouvellement',
  saisie: RenouvellementSaisie,
  can: canExecuterMesure,
  write: async (contexte, suivie, { le }) => {
    verifyPasAVenir(le, contexte.aujourdhui, 'le');
    const { id, enfantId, code } = suivie.mesure;
    const etat = getEtatSuivant(suivie, 'preparer-renouvellement');
    await contexte.tx
      .insertInto('mesures.acte')
      .values({
        id: createIdentifiant(),
        enfantId,
        mesureId: id,
        type: 'demande',
        le,
        donnees: JSON.stringify({ code }),
      })
      .execute();
    await updateEtat(contexte, suivie, etat);
    return { le };
  },
});

/** Ce par quoi une mesure finit, selon le motif (référentiel §3.4). */
function getActeDeFin({ origine }: MesureInscrite, motif: MotifFin): 'terminer' | 'lever' | 'transferer' {
  if (motif === 'DEMENAGEMENT') return 'transferer';
  return motif === 'MAINLEVEE_JUGE' && origine === 'judiciaire' ? 'lever' : 'terminer';
}

/** Met fin à une mesure le soir de ce jour. Décidée d'avance, la fin attend son jour pour changer l'état. */
export async function closeMesure(
  contexte: Contexte,
  suivie: Suivie,
  { le, motif, precision }: { le: JourCivil; motif: MotifFin; precision: string | null },
): Promise<void> {
  const { mesure } = suivie;
  const acte = getActeDeFin(mesure, motif);
  const passe = mesure.etat === 'echue-sans-decision' && acte === 'transferer' ? 'terminer' : acte;
  const etat = getEtatSuivant(suivie, passe);
  if (mesure.decideeLe !== null && le < mesure.decideeLe)
    throw new Refus(`${formatSuivie(suivie)} a été décidée le ${formatJour(mesure.decideeLe, 'long')}.`, [], 'le');
  await insertEvenement(contexte, suivie, { nature: 'fin', le, motif, precision });
  if (le <= contexte.aujourdhui) await updateEtat(contexte, suivie, etat);
}

export const recordFin = defineActeMesure({
  name: 'mesures.finir',
  titre: 'Mettre fin à une mesure',
  saisie: FinSaisie,
  can: canExecuterMesure,
  write: async (contexte, suivie, { le, motif, precision }) => {
    await closeMesure(contexte, suivie, { le, motif, precision });
    return { le, motif };
  },
});

/** La mesure suit l'enfant dans un autre département : elle finit ici, et dit qui la reprend. */
export const recordTransfert = defineActeMesure({
  name: 'mesures.transferer',
  titre: 'Transférer une mesure à un autre département',
  saisie: TransfertSaisie,
  can: canExecuterMesure,
  write: async (contexte, suivie, { le, precision }) => {
    // Le temps passé son dernier jour ne se transfère pas : il n'y a plus de décision à transmettre.
    getEtatSuivant(suivie, 'transferer');
    await closeMesure(contexte, suivie, { le, motif: 'DEMENAGEMENT', precision });
    return { le, vers: precision };
  },
});

/** Corrige le jour d'un évènement, ou dit qu'il n'a pas eu lieu ; l'état est relu de ce qui reste. */
export const recordCorrectionExecution = defineActeMesure({
  name: 'mesures.corriger-execution',
  titre: 'Corriger l’exécution d’une mesure',
  saisie: CorrectionExecutionSaisie,
  can: canExecuterMesure,
  write: async (contexte, suivie, { executionId, le, heure, annuler, correctionMotif }) => {
    const enVigueur = listExecutionEnVigueur(suivie.mesure);
    const corrige = enVigueur.find(({ id }) => id === executionId);
    if (!corrige) throw new Introuvable('Absent, ou déjà corrigé.');
    const jour = (annuler ? null : le) ?? corrige.le;
    if (corrige.nature !== 'fin') verifyPasAVenir(jour, contexte.aujourdhui, 'le');
    const restants = enVigueur
      .map((e) => (e === corrige ? { ...e, le: jour } : e))
      .filter((e) => !annuler || e.id !== corrige.id);
    const etat = computeEtatCorrige(suivie.mesure, restants, contexte.aujourdhui);
    // L'état d'abord s'il recule : la base ne garde pas « en cours » une mesure qui n'a pas commencé.
    await updateEtat(contexte, suivie, etat);
    await insertEvenement(contexte, suivie, buildCorrection(corrige, { le: jour, heure, annuler, correctionMotif }));
    return { corrige: corrige.nature, le: jour, annuler };
  },
});

function buildCorrection(
  { id, nature, raison, detenteurId, detenteur, risque, motif, precision }: ExecutionInscrite,
  {
    le,
    heure,
    annuler,
    correctionMotif,
  }: Omit<CorrectionExecutionSaisie, 'mesures' | 'executionId' | 'le'> & { le: JourCivil },
): Evenement {
  return {
    instant: heure === null ? null : buildInstantIso(le, heure),
    ...{ nature, le, raison, detenteurId, risque, motif, precision, correctionMotif },
    detenteur: detenteurId === null ? detenteur : null,
    corrigeId: id,
    annule: annuler,
  };
}

/** Corriger un jour ne défait pas le renouvellement qui se prépare. */
function computeEtatCorrige(
  mesure: MesureInscrite,
  restants: Parameters<typeof computeEtatDepuis>[1],
  jour: JourCivil,
): EtatMesure {
  const etat = computeEtatDepuis(mesure, restants, jour);
  const prepare = mesure.etatInscrit === 'en-renouvellement' && (etat === 'en-cours' || etat === 'renouvelee');
  return prepare ? 'en-renouvellement' : etat;
}

/** L'état d'une mesure décidée, relu de ce qui lui est arrivé. */
function computeEtatDepuis(
  { origine, decisions }: Pick<MesureInscrite, 'origine' | 'decisions'>,
  execution: readonly Pick<ExecutionInscrite, 'nature' | 'le' | 'motif'>[],
  jour: JourCivil,
): EtatMesure {
  const rangs = execution.toSorted((a, b) => (a.le < b.le ? -1 : 1));
  const fin = rangs.findLast(({ nature, le }) => nature === 'fin' && le <= jour);
  if (fin?.motif === 'DEMENAGEMENT') return 'transferee';
  if (fin) return fin.motif === 'MAINLEVEE_JUGE' && origine === 'judiciaire' ? 'mainlevee' : 'terminee';
  if (!rangs.some(({ nature }) => nature === 'debut-effectif'))
    return rangs.some(({ nature }) => nature === 'attente') ? 'en-attente-execution' : 'decidee';
  const arret = rangs.findLast(({ nature }) => nature === 'suspension' || nature === 'reprise');
  if (arret?.nature === 'suspension') return 'suspendue';
  return decisions.some((d) => !d.corrigee && (d.nature === 'renouvellement' || d.nature === 'prorogation'))
    ? 'renouvelee'
    : 'en-cours';
}
