import { Introuvable, Refus, verifyVerdict } from '#server/errors.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { CorrectionSaisie } from '../decision-saisie.ts';
import { canDeciderMesure, canRecevoirDecision } from '../droits.ts';
import type { NatureDecision } from '../faits.ts';
import { type DecisionInscrite, listDecisionsEnVigueur, type NatureInscrite } from '../mesure-inscrite.ts';
import { computeCouverture } from '../rules/couverture.ts';
import { evaluateDecision } from '../rules/decision.ts';
import { writeDecision } from './decision-acte.server.ts';
import { verifySignatureMesure } from './decision-commands.server.ts';
import { getFaitsDeDecision } from './decision-faits.server.ts';
import { defineActeMesure, formatSuivie, getEtatSuivant, type Suivie, updateEtat } from './mesure-acte.server.ts';

/** Corrige une décision inscrite : la correction la remplace, l'ancienne reste lisible. */
export const recordCorrection = defineActeMesure({
  name: 'mesures.corriger-decision',
  titre: 'Corriger une décision',
  saisie: CorrectionSaisie,
  // Qui peut l'inscrire peut la corriger ; signée au nom du président, il faut encore la délégation, que l'acte vérifie.
  can: (agent, cible, jour) => canDeciderMesure(agent, cible, jour) || canRecevoirDecision(agent, cible, jour),
  write: async (contexte, suivie, saisie) => {
    const corrigee = listDecisionsEnVigueur(suivie.mesure).find(({ id }) => id === saisie.decisionId);
    if (!corrigee) throw new Introuvable('Absente, ou déjà corrigée.');
    if (corrigee.signataireId !== null) await verifySignatureMesure(contexte, suivie);
    const trace = { decisionId: corrigee.id, correctionMotif: saisie.correctionMotif, annuler: saisie.annuler };
    if (saisie.annuler) {
      await updateApresAnnulation(contexte, suivie, corrigee);
      await writeDecision(contexte, suivie, buildAnnulation(corrigee, saisie.correctionMotif));
      return trace;
    }
    const decision = buildCorrigee(corrigee, saisie);
    if (isCouvrante(decision.nature)) {
      const reste = { ...suivie.mesure, decisions: suivie.mesure.decisions.filter(({ id }) => id !== corrigee.id) };
      const faits = await getFaitsDeDecision(contexte, reste, { le: decision.le, remplacees: [] });
      const { nature, le, du, au, decideur } = decision;
      const aPrendre = { code: suivie.mesure.code, nature, decideeLe: le, du: du ?? le, au, decideur };
      verifyVerdict(evaluateDecision(aPrendre, faits), 'decision');
    }
    await writeDecision(contexte, suivie, decision);
    return { ...trace, le: decision.le, du: decision.du, au: decision.au };
  },
});

function isCouvrante(nature: NatureInscrite): nature is NatureDecision {
  return nature !== 'mainlevee' && nature !== 'refus' && nature !== 'annulation';
}

/** Sans aucune décision qui vaille, la mesure n'a pas eu lieu : elle s'annule, si rien n'a commencé. */
async function updateApresAnnulation(
  contexte: Parameters<typeof updateEtat>[0],
  suivie: Suivie,
  annulee: DecisionInscrite,
): Promise<void> {
  const restantes = listDecisionsEnVigueur(suivie.mesure).filter(
    ({ id, nature }) => id !== annulee.id && isCouvrante(nature),
  );
  if (annulee.nature === 'mainlevee')
    throw new Refus(`${formatSuivie(suivie)} : ôtez d’abord sa fin, la mainlevée se corrige ensuite.`);
  if (annulee.nature === 'refus') return updateEtat(contexte, suivie, 'proposee');
  if (annulee.nature === 'initiale' && restantes.length > 0)
    throw new Refus(`${formatSuivie(suivie)} : annulez d’abord les décisions qui suivent.`);
  if (restantes.length === 0) await updateEtat(contexte, suivie, getEtatSuivant(suivie, 'annuler', 'etatInscrit'));
}

function buildAnnulation(corrigee: DecisionInscrite, correctionMotif: string) {
  const { lotId, le, juridiction, juge, numero, signataireId, arreteNumero, motifs } = corrigee;
  return {
    ...{ lotId, le, juridiction, juge, numero, signataireId, arreteNumero, motifs, correctionMotif },
    nature: 'annulation',
    corrigeId: corrigee.id,
  };
}

/** Ce qui a été signé garde son signataire, son arrêté et sa date. */
function buildCorrigee(corrigee: DecisionInscrite, saisie: CorrectionSaisie) {
  const { lotId, nature, signataireId, arreteNumero } = corrigee;
  const signee = signataireId !== null;
  const le: JourCivil = signee ? corrigee.le : (saisie.le ?? corrigee.le);
  const { mesures: _m, decisionId: _d, annuler: _a, dureeMois, dureeJours, ...contenu } = saisie;
  const couverture = isCouvrante(nature)
    ? computeCouverture({ du: saisie.du ?? corrigee.du, au: saisie.au, dureeMois, dureeJours }, le)
    : { du: null, au: null };
  return {
    ...contenu,
    ...couverture,
    ...{ lotId, nature, le, signataireId, arreteNumero },
    recueLe: signee ? null : saisie.recueLe,
    juridiction: signee ? null : (saisie.juridiction ?? corrigee.juridiction),
    motifs: saisie.motifs ?? corrigee.motifs,
    corrigeId: corrigee.id,
  };
}
