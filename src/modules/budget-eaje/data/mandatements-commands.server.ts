import type { Contexte } from '#database/as-agent.ts';
import { defineCommand } from '#server/define-command.ts';
import { Refus } from '#server/errors.ts';
import { updateVersion } from '#server/version.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { AnnulationSaisie, CorrectionMandatementSaisie, MandatementSaisie } from '../budget-saisie.ts';
import { canTenirLigne } from '../droits.ts';
import type { Engagement, LigneBudget, Mandatement } from '../ligne-budget.ts';
import { formatCentimes } from '../rules/atterrissage.ts';
import { formatSurplus } from '../rules/depense.ts';
import { computeDernierJour } from '../rules/exercice.ts';
import { getEngagement, getMandatement } from './depenses-queries.server.ts';
import { getLigne } from './lignes-queries.server.ts';
import { loadReglages, lockLigne, verifyExerciceOuvert, verifyPasse } from './reglages.server.ts';

type Cible = Pick<LigneBudget, 'uniteId' | 'serviceId' | 'etablissementId' | 'exercice'> & { engagement: Engagement };

async function loadEngagement({ tx }: Contexte, engagementId: string): Promise<Cible> {
  const engagement = await getEngagement(tx, engagementId);
  const { uniteId, serviceId, etablissementId, exercice } = await getLigne(tx, engagement.ligneId);
  return { uniteId, serviceId, etablissementId, exercice, engagement };
}

/** Rend l'engagement relu sous le verrou : une annulation, un autre mandatement ont pu s'inscrire pendant que l'on chargeait. */
async function verifyMandatement(
  contexte: Contexte,
  { engagement: lu, exercice }: Cible,
  jour: JourCivil,
): Promise<Engagement> {
  await lockLigne(contexte, lu.ligneId);
  const engagement = await getEngagement(contexte.tx, lu.id);
  await verifyExerciceOuvert(contexte, exercice);
  verifyPasse(jour, contexte.aujourdhui);
  if (engagement.annuleLe !== null) throw new Refus('Cet engagement est annulé : rien ne s’y mandate.');
  if (jour < engagement.jour)
    throw new Refus(
      `L’engagement est du ${formatJour(engagement.jour, 'long')} : on ne mandate pas avant d’engager.`,
      [],
      'jour',
    );
  const dernier = computeDernierJour(exercice, (await loadReglages(contexte)).joursComplementaires);
  if (jour > dernier)
    throw new Refus(`L’exercice ${exercice} ne reçoit plus rien après le ${formatJour(dernier, 'long')}.`, [], 'jour');
  return engagement;
}

/** Rend la ligne, et ce que le montant fait remarquer. */
export const recordMandatement = defineCommand({
  name: 'budget-eaje.mandatement.inscrire',
  titre: 'Mandater une dépense de crèche',
  saisie: MandatementSaisie,
  load: (contexte, { engagementId }) => loadEngagement(contexte, engagementId),
  can: canTenirLigne,
  run: async (contexte, { montant: centimes, reference, engagementId, jour }, cible) => {
    const engagement = await verifyMandatement(contexte, cible, jour);
    const id = createIdentifiant();
    const { etablissementId } = cible;
    await contexte.tx
      .insertInto('eaje.mandatement')
      .values({ id, engagementId, etablissementId, jour, reference: reference ?? '', centimes, par: contexte.agent.id })
      .execute();
    const remarque = formatSurplus(centimes, engagement.centimes - engagement.mandateCentimes);
    return { resultat: { engagementId, remarque }, trace: { objetId: id, detail: { engagementId, centimes } } };
  },
});

async function loadMandatement(contexte: Contexte, { id }: { id: string }) {
  const mandatement = await getMandatement(contexte.tx, id);
  if (mandatement.annuleLe !== null)
    throw new Refus(`Annulé le ${formatJour(mandatement.annuleLe, 'long')} : il ne change plus.`);
  return { ...(await loadEngagement(contexte, mandatement.engagementId)), mandatement };
}

export const updateMandatement = defineCommand({
  name: 'budget-eaje.mandatement.corriger',
  titre: 'Corriger un mandatement de crèche',
  saisie: CorrectionMandatementSaisie,
  load: loadMandatement,
  can: canTenirLigne,
  run: async (contexte, { id, version, montant: centimes, motif, jour, reference }, { mandatement, ...cible }) => {
    await verifyMandatement(contexte, cible, jour);
    const { tx, agent, aujourdhui } = contexte;
    const changement = tx.updateTable('eaje.mandatement').set({ jour, reference: reference ?? '', centimes });
    await updateVersion(changement, { id, version }, async () => formatActuel(await getMandatement(tx, id)));
    const { engagementId, ...avant } = mandatement;
    const correction = {
      id: createIdentifiant(),
      engagementId,
      mandatementId: id,
      etablissementId: cible.etablissementId,
    };
    const dite = { avantJour: avant.jour, avantCentimes: avant.centimes, avantTexte: avant.reference };
    await tx
      .insertInto('eaje.depenseCorrection')
      .values({ ...correction, ...dite, le: aujourdhui, motif, par: agent.id })
      .execute();
    return { resultat: engagementId, trace: { objetId: id, detail: { avant: avant.centimes, centimes } } };
  },
});

export const closeMandatement = defineCommand({
  name: 'budget-eaje.mandatement.annuler',
  titre: 'Annuler un mandatement de crèche',
  saisie: AnnulationSaisie,
  load: loadMandatement,
  can: canTenirLigne,
  run: async (contexte, { id, version, motif: annulation }, { mandatement, exercice }) => {
    await verifyExerciceOuvert(contexte, exercice);
    const { tx, aujourdhui } = contexte;
    const changement = tx.updateTable('eaje.mandatement').set({ annuleLe: aujourdhui, annulation });
    await updateVersion(changement, { id, version }, async () => formatActuel(await getMandatement(tx, id)));
    const { engagementId } = mandatement;
    return { resultat: engagementId, trace: { objetId: id, detail: { engagementId } } };
  },
});

function formatActuel({ jour, reference, centimes, annulation }: Mandatement): Record<string, string> {
  return {
    Jour: formatJour(jour, 'court'),
    Référence: reference,
    Montant: formatCentimes(centimes),
    Annulé: annulation ?? 'Non',
  };
}
