import type { Transaction } from '#database/connection.ts';
import { canFinancer, canSuivre } from '#modules/eaje/index.ts';
import { defineCommand } from '#server/define-command.ts';
import { Refus } from '#server/errors.ts';
import { listChamps, updateVersion } from '#server/version.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { type ActeTravaux, type DossierTravaux, ETATS_TRAVAUX } from '../dossier-travaux.ts';
import {
  ActeTravauxSaisie,
  BesoinSaisie,
  CalendrierSaisie,
  DossierTravauxSaisie,
  ImpactSaisie,
} from '../dossier-travaux-saisie.ts';
import { canDecider, canUpdateDossier } from '../droits.ts';
import { findChoixUtile } from '../rules/calendrier.ts';
import { findChampFige, findEtatSuivant, findObstacle, isOuvert } from '../rules/transitions.ts';
import { closeCalendrier, closeInscrits, writeCalendrier } from './calendrier.server.ts';
import { getCrecheDeTravaux, getDossier, lockDossier } from './dossiers-queries.server.ts';
import { findChiffrage } from './impact.server.ts';

export const recordBesoin = defineCommand({
  name: 'travaux-eaje.besoin.inscrire',
  titre: 'Inscrire un besoin de travaux',
  saisie: BesoinSaisie,
  load: ({ tx }, { etablissementId }) => getCrecheDeTravaux(tx, etablissementId),
  can: canSuivre,
  run: async ({ tx, aujourdhui }, { enjeux, ...saisie }) => {
    const id = createIdentifiant();
    await verifyPlaces(tx, saisie);
    await tx
      .insertInto('eaje.dossierTravaux')
      .values({ id, ...saisie, enjeux: [...enjeux], demandeLe: aujourdhui })
      .execute();
    const { etablissementId, nature } = saisie;
    return { resultat: id, trace: { objetId: id, detail: { etablissementId, nature, enjeux } } };
  },
});

/** Une crèche ne gèle pas plus de places qu'elle n'en a jamais offert ; sans autorisation connue, on ne sait pas. */
async function verifyPlaces(
  tx: Transaction,
  { etablissementId, placesGelees }: Pick<DossierTravaux, 'etablissementId' | 'placesGelees'>,
): Promise<void> {
  const { offertes } = await tx
    .selectFrom('eaje.autorisation')
    .select((eb) => eb.fn.max('places').as('offertes'))
    .where('etablissementId', '=', etablissementId)
    .executeTakeFirstOrThrow();
  if (offertes !== null && placesGelees > offertes)
    throw new Refus(
      `Cette crèche offre ${offertes} places au plus : elle n’en gèle pas davantage.`,
      [],
      'placesGelees',
    );
}

/** Corriger le besoin et sa prévision. */
export const updateDossier = defineCommand({
  name: 'travaux-eaje.dossier.corriger',
  titre: 'Corriger un dossier de travaux',
  saisie: DossierTravauxSaisie,
  load: ({ tx }, { id }) => getDossier(tx, id),
  can: canUpdateDossier,
  run: async ({ tx }, { id, version, enjeux, ...champs }, avant) => {
    if (avant.etat === 'ROUVERT' || avant.etat === 'ABANDONNE')
      throw new Refus(`Ce dossier est ${ETATS_TRAVAUX[avant.etat].toLocaleLowerCase('fr')} : il ne change plus.`);
    if (avant.etat !== 'BESOIN' && champs.debutPrevu === null)
      throw new Refus('Un besoin validé garde ses dates : changez-les, sans les retirer.', [], 'debutPrevu');
    const fige = version === avant.version ? findChampFige(avant, champs) : undefined;
    if (fige)
      throw new Refus(
        'Les travaux ont commencé : de ce qui était prévu, seule la réouverture change encore.',
        [],
        fige,
      );
    if (champs.placesGelees !== avant.placesGelees)
      await verifyPlaces(tx, { etablissementId: avant.etablissementId, placesGelees: champs.placesGelees });
    const changement = tx.updateTable('eaje.dossierTravaux').set({ ...champs, enjeux: [...enjeux] });
    await updateVersion(changement, { id, version }, async () => formatActuel(await getDossier(tx, id)));
    const { etablissementId } = avant;
    return { resultat: id, trace: { objetId: id, detail: { etablissementId, champs: listChamps(avant, champs) } } };
  },
});

/** TRV-02 : arrête l'impact d'après les contrats et les comptes de ce jour ; un chiffrage remplace le précédent. */
export const recordImpact = defineCommand({
  name: 'travaux-eaje.impact.chiffrer',
  titre: 'Chiffrer l’impact de travaux',
  saisie: ImpactSaisie,
  load: ({ tx }, { dossierId }) => getDossier(tx, dossierId),
  can: canDecider,
  run: async (contexte, { dossierId, agents }, dossier) => {
    if (!isOuvert(dossier.etat)) throw new Refus('Ce dossier est fini : il ne change plus.');
    const chiffrage = await findChiffrage(contexte, dossier);
    const { debutPrevu, reouverturePrevue, placesGelees, gelDebut, gelFin, etablissementId } = dossier;
    if (!chiffrage || debutPrevu === null || reouverturePrevue === null)
      throw new Refus('Dites d’abord quand les travaux commencent et quand la crèche rouvrirait.');
    const { joursOuverts, minutesGelees, minutesPerdues, enfants } = chiffrage.impact;
    const prevision = { debutPrevu, reouverturePrevue, placesGelees, gelDebut, gelFin };
    const arrete = {
      chiffreLe: contexte.aujourdhui,
      par: contexte.agent.id,
      joursOuverts,
      minutesGelees,
      minutesPerdues,
      enfants,
      agents,
    };
    await contexte.tx
      .insertInto('eaje.impactTravaux')
      .values({ dossierId, etablissementId, ...prevision, ...arrete })
      .onConflict((conflit) => conflit.column('dossierId').doUpdateSet({ ...prevision, ...arrete }))
      .execute();
    if (canFinancer(contexte.agent, dossier)) {
      const perte = { centimes: chiffrage.perte.centimes, methode: [...chiffrage.perte.methode] };
      await contexte.tx
        .insertInto('eaje.impactPsu')
        .values({ dossierId, etablissementId, ...perte })
        .onConflict((conflit) => conflit.column('dossierId').doUpdateSet(perte))
        .execute();
    }
    return { resultat: dossierId, trace: { objetId: dossierId, detail: { etablissementId, minutesGelees, enfants } } };
  },
});

const DATES: Readonly<Record<ActeTravaux, keyof DossierTravaux>> = {
  valider: 'valideLe',
  programmer: 'programmeLe',
  commencer: 'commenceLe',
  recevoir: 'recuLe',
  rouvrir: 'rouvertLe',
  abandonner: 'abandonneLe',
};

export const updateEtatTravaux = defineCommand({
  name: 'travaux-eaje.dossier.avancer',
  titre: 'Faire avancer un dossier de travaux',
  saisie: ActeTravauxSaisie,
  load: ({ tx }, { id }) => lockDossier(tx, id),
  can: canDecider,
  run: async (contexte, { id, version, acte, le, motif, calendrier, placesOffertes }, dossier) => {
    const { tx, aujourdhui } = contexte;
    const etat = findEtatSuivant(dossier.etat, acte);
    if (!etat)
      throw new Refus(`Cet acte ne suit pas l’état « ${ETATS_TRAVAUX[dossier.etat]} » : rouvrez la page.`, [], 'acte');
    verifyJour(dossier, le, aujourdhui);
    const obstacle = findObstacle(acte, dossier, { le, motif });
    if (obstacle) throw new Refus(obstacle.motif, [obstacle.texte], obstacle.champ);
    const changement = tx
      .updateTable('eaje.dossierTravaux')
      .set({ etat, [DATES[acte]]: le, ...(acte === 'abandonner' ? { abandonMotif: motif } : {}) });
    await updateVersion(changement, { id, version }, async () => formatActuel(await getDossier(tx, id)));
    const choix = findChoixUtile(acte, calendrier);
    if (choix === 'LEVER') await closeCalendrier(tx, dossier, le);
    else if (choix) await writeCalendrier(contexte, dossier, { choix, placesOffertes });
    const { etablissementId } = dossier;
    return { resultat: id, trace: { objetId: id, detail: { etablissementId, acte, le, calendrier: choix } } };
  },
});

/** Le calendrier de la crèche, quand ce n'est pas une étape du dossier qui le change : dates déplacées, fermeture oubliée. */
export const updateCalendrierTravaux = defineCommand({
  name: 'travaux-eaje.calendrier.changer',
  titre: 'Inscrire des travaux au calendrier de la crèche',
  saisie: CalendrierSaisie,
  load: ({ tx }, { id }) => getDossier(tx, id),
  can: canDecider,
  run: async (contexte, { id, version, calendrier, placesOffertes }, dossier) => {
    const { tx } = contexte;
    const { etat, etablissementId } = dossier;
    if (etat === 'BESOIN' || !isOuvert(etat))
      throw new Refus(`Ce dossier est « ${ETATS_TRAVAUX[etat]} » : il ne change pas le calendrier.`);
    if (calendrier === null || calendrier === 'RIEN')
      throw new Refus('Choisissez ce qui change au calendrier.', [], 'calendrier');
    const changement = tx.updateTable('eaje.dossierTravaux').set({ etat });
    await updateVersion(changement, { id, version }, async () => formatActuel(await getDossier(tx, id)));
    if (calendrier === 'LEVER') await closeInscrits(tx, id);
    else await writeCalendrier(contexte, dossier, { choix: calendrier, placesOffertes });
    return { resultat: id, trace: { objetId: id, detail: { etablissementId, calendrier } } };
  },
});

/** Un acte a eu lieu, et après celui qui le précède. */
function verifyJour(dossier: DossierTravaux, le: JourCivil, aujourdhui: JourCivil): void {
  if (le > aujourdhui) throw new Refus(`Le ${formatJour(le, 'long')} est à venir.`, [], 'le');
  const { demandeLe, valideLe, programmeLe, commenceLe, recuLe } = dossier;
  const precedent = [demandeLe, valideLe, programmeLe, commenceLe, recuLe].filter((jour) => jour !== null).at(-1);
  if (precedent !== undefined && le < precedent)
    throw new Refus(`L’étape précédente est du ${formatJour(precedent, 'long')}.`, [], 'le');
}

function formatActuel({
  etat,
  objet,
  debutPrevu,
  reouverturePrevue,
  placesGelees,
}: DossierTravaux): Record<string, string> {
  const court = (jour: JourCivil | null) => (jour ? formatJour(jour, 'court') : '');
  return {
    État: ETATS_TRAVAUX[etat],
    'Ce qui est à faire': objet,
    'Début prévu': court(debutPrevu),
    'Réouverture prévue': court(reouverturePrevue),
    'Places gelées': String(placesGelees),
  };
}
