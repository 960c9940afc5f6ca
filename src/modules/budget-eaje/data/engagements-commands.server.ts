import type { Contexte } from '#database/as-agent.ts';
import { defineCommand } from '#server/define-command.ts';
import { Refus, verifyVerdict } from '#server/errors.ts';
import { updateVersion } from '#server/version.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { AnnulationSaisie, CorrectionEngagementSaisie, EngagementSaisie } from '../budget-saisie.ts';
import { canTenirLigne } from '../droits.ts';
import type { Engagement, LigneBudget } from '../ligne-budget.ts';
import { formatCentimes } from '../rules/atterrissage.ts';
import { evaluateEngagement } from '../rules/depense.ts';
import { getExercice } from '../rules/exercice.ts';
import { getEngagement } from './depenses-queries.server.ts';
import { getLigne } from './lignes-queries.server.ts';
import { lockLigne, verifyExerciceOuvert, verifyPasse } from './reglages.server.ts';

type Depense = { jour: JourCivil; montant: number; depassement: string | null };

/** L'exercice, la date, puis le disponible ; le motif d'un dépassement ne se garde que s'il y a dépassement. */
async function verifyEngagement(
  contexte: Contexte,
  ligneId: string,
  { jour, montant, depassement }: Depense,
  deja = 0,
) {
  await lockLigne(contexte, ligneId);
  const ligne = await getLigne(contexte.tx, ligneId);
  await verifyExerciceOuvert(contexte, ligne.exercice);
  verifyPasse(jour, contexte.aujourdhui);
  if (getExercice(jour) !== ligne.exercice)
    throw new Refus(
      `Cette ligne est de l’exercice ${ligne.exercice} : une dépense de ${getExercice(jour)} s’engage sur la sienne.`,
      [],
      'jour',
    );
  if (jour < ligne.du) throw new Refus(`Cette ligne commence le ${formatJour(ligne.du, 'long')}.`, [], 'jour');
  const disponibleCentimes = ligne.budgetCentimes - ligne.engageCentimes + deja;
  verifyVerdict(evaluateEngagement({ centimes: montant, disponibleCentimes, motif: depassement }));
  return { depassement: montant > disponibleCentimes ? depassement : null };
}

export const recordEngagement = defineCommand({
  name: 'budget-eaje.engagement.inscrire',
  titre: 'Engager une dépense de crèche',
  saisie: EngagementSaisie,
  load: ({ tx }, { ligneId }) => getLigne(tx, ligneId),
  can: canTenirLigne,
  run: async (contexte, { montant: centimes, ...saisie }, { etablissementId }) => {
    const { ligneId, jour, objet, pourExercice } = saisie;
    const { depassement } = await verifyEngagement(contexte, ligneId, { ...saisie, montant: centimes });
    const id = createIdentifiant();
    const engagement = { id, ligneId, etablissementId, jour, objet, centimes, pourExercice, depassement };
    await contexte.tx
      .insertInto('eaje.engagement')
      .values({ ...engagement, par: contexte.agent.id })
      .execute();
    return { resultat: ligneId, trace: { objetId: id, detail: { ligneId, centimes, depasse: depassement !== null } } };
  },
});

type Vise = Engagement & Pick<LigneBudget, 'uniteId' | 'serviceId' | 'etablissementId' | 'exercice'>;

/** L'engagement et ce qui fait le droit : sa ligne. */
async function loadEngagement({ tx }: Contexte, { id }: { id: string }): Promise<Vise> {
  const engagement = await getEngagement(tx, id);
  const { uniteId, serviceId, etablissementId, exercice } = await getLigne(tx, engagement.ligneId);
  return { ...engagement, uniteId, serviceId, etablissementId, exercice };
}

function verifyVivant({ annuleLe }: { annuleLe: JourCivil | null }): void {
  if (annuleLe !== null) throw new Refus(`Annulé le ${formatJour(annuleLe, 'long')} : il ne change plus.`);
}

/** Corrige en gardant ce qui était dit. */
export const updateEngagement = defineCommand({
  name: 'budget-eaje.engagement.corriger',
  titre: 'Corriger un engagement de crèche',
  saisie: CorrectionEngagementSaisie,
  load: loadEngagement,
  can: canTenirLigne,
  run: async (contexte, { id, version, montant: centimes, motif, ...saisie }, avant) => {
    verifyVivant(avant);
    const { depassement } = await verifyEngagement(
      contexte,
      avant.ligneId,
      { ...saisie, montant: centimes },
      avant.centimes,
    );
    const { tx, agent, aujourdhui } = contexte;
    const { jour, objet, pourExercice } = saisie;
    const changement = tx.updateTable('eaje.engagement').set({ jour, objet, pourExercice, centimes, depassement });
    await updateVersion(changement, { id, version }, async () => formatActuel(await getEngagement(tx, id)));
    const dite = { avantJour: avant.jour, avantCentimes: avant.centimes, avantTexte: avant.objet };
    const correction = {
      id: createIdentifiant(),
      engagementId: id,
      etablissementId: avant.etablissementId,
      le: aujourdhui,
    };
    await tx
      .insertInto('eaje.depenseCorrection')
      .values({ ...correction, ...dite, motif, par: agent.id })
      .execute();
    return { resultat: id, trace: { objetId: id, detail: { avant: avant.centimes, centimes } } };
  },
});

/** Annule sans effacer ; ce qui est mandaté s'annule d'abord. */
export const closeEngagement = defineCommand({
  name: 'budget-eaje.engagement.annuler',
  titre: 'Annuler un engagement de crèche',
  saisie: AnnulationSaisie,
  load: loadEngagement,
  can: canTenirLigne,
  run: async (contexte, { id, version, motif: annulation }, engagement) => {
    const { tx, aujourdhui } = contexte;
    // Relu sous le verrou : un mandatement a pu s'inscrire pendant que l'on chargeait l'engagement.
    await lockLigne(contexte, engagement.ligneId);
    const actuel = await getEngagement(tx, id);
    verifyVivant(actuel);
    await verifyExerciceOuvert(contexte, engagement.exercice);
    if (actuel.mandateCentimes > 0)
      throw new Refus(`${formatCentimes(actuel.mandateCentimes)} en sont mandatés : annulez d’abord ses mandatements.`);
    const changement = tx.updateTable('eaje.engagement').set({ annuleLe: aujourdhui, annulation });
    await updateVersion(changement, { id, version }, async () => formatActuel(await getEngagement(tx, id)));
    return { resultat: engagement.ligneId, trace: { objetId: id, detail: { ligneId: engagement.ligneId } } };
  },
});

function formatActuel({ jour, objet, centimes, annulation }: Engagement): Record<string, string> {
  return {
    Jour: formatJour(jour, 'court'),
    Objet: objet,
    Montant: formatCentimes(centimes),
    Annulé: annulation ?? 'Non',
  };
}
