import type { Contexte } from '#database/as-agent.ts';
import { verifySignature } from '#modules/delegations/index.server.ts';
import { defineCommand } from '#server/define-command.ts';
import { Refus } from '#server/errors.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { DecisionSaisie, RefusSaisie } from '../decision-saisie.ts';
import { canDeciderMesure } from '../droits.ts';
import { DECIDEURS } from '../mesure.ts';
import { getMesure } from '../nomenclature.ts';
import { computeCouverture } from '../rules/couverture.ts';
import { closeRemplacees, recordDecisionSur, writeDecision } from './decision-acte.server.ts';
import {
  CONTRAINTES,
  formatSuivie,
  getEtatSuivant,
  loadSuivies,
  lockMesures,
  recordTraces,
  type Suivie,
  updateEtat,
} from './mesure-acte.server.ts';

/** L'arrêté par lequel l'agent signe, pour cette mesure, dans ce territoire, ce jour ; sinon Refus, avec qui le peut. */
export async function verifySignatureMesure(contexte: Contexte, suivie: Suivie): Promise<string> {
  const { code, uniteId } = suivie.mesure;
  const { delegation, decideur, origine } = getMesure(code, contexte.aujourdhui);
  if (origine === 'judiciaire' || delegation === null || (decideur !== 'president' && decideur !== 'service'))
    throw new Refus(
      `${formatSuivie(suivie)} : décide « ${DECIDEURS[decideur].toLocaleLowerCase('fr')} ». Inscrivez la décision reçue.`,
    );
  return (await verifySignature(contexte, delegation, uniteId)).arreteNumero;
}

const load = async (contexte: Contexte, { mesures }: { mesures: readonly { id: string }[] }) => ({
  suivies: await loadSuivies(contexte, mesures),
  jour: contexte.aujourdhui,
});

/** Décide, renouvelle ou modifie une prestation, pour un enfant ou une fratrie, au nom du président et par délégation de ce jour. */
export const recordDecision = defineCommand({
  name: 'mesures.decider',
  titre: 'Décider une prestation',
  saisie: DecisionSaisie,
  load,
  can: (agent, { suivies, jour }) => suivies.every(({ cible }) => canDeciderMesure(agent, cible, jour)),
  run: async (contexte, saisie, { suivies }) => {
    const { mesures, remplace, du: _du, au: _au, dureeMois, dureeJours, ...contenu } = saisie;
    const le = contexte.aujourdhui;
    const couverture = computeCouverture({ du: _du, au: _au, dureeMois, dureeJours }, le);
    await lockMesures(contexte, suivies, mesures);
    const remplacees = await closeRemplacees(contexte, remplace, couverture.du);
    const lotId = createIdentifiant();
    const ecrites = [];
    const dits: string[] = [];
    for (const suivie of suivies) {
      const signature = {
        signataireId: contexte.agent.id,
        arreteNumero: await verifySignatureMesure(contexte, suivie),
      };
      const avertissements = await recordDecisionSur(
        contexte,
        suivie,
        { lotId, le, ...couverture, ...contenu, ...signature },
        remplacees.map(({ mesure }) => mesure.id),
      );
      const detail = {
        nature: contenu.nature,
        ...couverture,
        arreteNumero: signature.arreteNumero,
        avertissements: avertissements.join(' '),
      };
      ecrites.push({ suivie, detail });
      dits.push(...avertissements);
    }
    const fins = remplacees.map((suivie) => ({ suivie, detail: { remplacee: true } }));
    return {
      resultat: { avertissements: [...new Set(dits)] },
      trace: await recordTraces(contexte, 'mesures.decider', [...fins, ...ecrites]),
    };
  },
  contraintes: CONTRAINTES,
});

/** Refuse une prestation demandée : le refus est motivé et signé comme une décision (CASF R223-2). */
export const recordRefus = defineCommand({
  name: 'mesures.refuser',
  titre: 'Refuser une prestation',
  saisie: RefusSaisie,
  load,
  can: (agent, { suivies, jour }) => suivies.every(({ cible }) => canDeciderMesure(agent, cible, jour)),
  run: async (contexte, { mesures, motifs, numero }, { suivies }) => {
    await lockMesures(contexte, suivies, mesures);
    const lotId = createIdentifiant();
    const ecrites = [];
    for (const suivie of suivies) {
      const arreteNumero = await verifySignatureMesure(contexte, suivie);
      const etat = getEtatSuivant(suivie, 'refuser');
      const signature = { signataireId: contexte.agent.id, arreteNumero };
      const refus = { lotId, nature: 'refus', le: contexte.aujourdhui, motifs, numero, ...signature };
      await writeDecision(contexte, suivie, refus);
      await updateEtat(contexte, suivie, etat);
      ecrites.push({ suivie, detail: { nature: 'refus', arreteNumero } });
    }
    return {
      resultat: suivies.map(({ mesure }) => mesure.id),
      trace: await recordTraces(contexte, 'mesures.refuser', ecrites),
    };
  },
  contraintes: CONTRAINTES,
});
