import { getParametre } from '#modules/organisation/index.server.ts';
import { defineCommand } from '#server/define-command.ts';
import { Refus } from '#server/errors.ts';
import { verifyProche } from '#server/version.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { addAns } from '#shared/jour-civil.ts';
import { formatDaterange } from '#shared/periode.ts';
import { formatPeriode } from '#shared/periode-format.ts';
import { AbsenceEnfantSaisie, AnnulationSaisie, MOTIFS_ABSENCE_ENFANT } from '../absence.ts';
import { ReservationSaisie } from '../contrat-saisie.ts';
import { canUpdateAccueil } from '../droits.ts';
import { evaluateDeduction } from '../rules/mensualite.ts';
import { findAbsence, getAbsence, getReservation } from './contrats.server.ts';
import { loadEnfant } from './enfants-commands.server.ts';
import { evaluateReservation, verifyRemarques } from './examen.server.ts';

export const recordAbsenceEnfant = defineCommand({
  name: 'creches.absence.inscrire',
  titre: 'Inscrire l’absence d’un enfant',
  saisie: AbsenceEnfantSaisie,
  load: ({ tx }, { enfantId }) => loadEnfant(tx, enfantId),
  can: canUpdateAccueil,
  contraintes: {
    absence_une_fois: { phrase: 'Une absence de cet enfant couvre déjà une partie de ces jours.', champ: 'du' },
  },
  run: async ({ tx, aujourdhui }, { du, au, ...champs }, enfant) => {
    if (du < enfant.neLe) throw new Refus('L’absence précède la naissance de l’enfant.', [], 'du');
    verifyProche(du, { du: enfant.neLe, au: addAns(aujourdhui, 1) }, 'du');
    verifyProche(au, { du, au: addAns(du, 1) }, 'au');
    verifyProche(champs.prevenueLe, { du: addAns(du, -1), au: aujourdhui }, 'prevenueLe');
    const deja = await findAbsence(tx, enfant.id, { du, au });
    if (deja)
      throw new Refus(
        `Une absence est déjà inscrite ${formatPeriode(deja.du, deja.au)} (${MOTIFS_ABSENCE_ENFANT[deja.motif].toLowerCase()}) : choisissez d’autres jours, ou annulez-la d’abord.`,
        [],
        'du',
      );
    const id = createIdentifiant();
    const periode = formatDaterange({ du, au });
    await tx
      .insertInto('eaje.absence')
      .values({ id, ...champs, etablissementId: enfant.etablissementId, periode })
      .execute();
    const carence = await getParametre(tx, 'creches.carence-maladie-jours', du);
    const { raison } = evaluateDeduction({ ...champs, du, au }, carence);
    return {
      resultat: { familleId: enfant.familleId, raison },
      trace: { objetId: id, detail: { du, au, motif: champs.motif } },
    };
  },
});

export const createReservation = defineCommand({
  name: 'creches.reservation.inscrire',
  titre: 'Réserver un accueil occasionnel ou d’urgence',
  saisie: ReservationSaisie,
  load: ({ tx }, { enfantId }) => loadEnfant(tx, enfantId),
  can: canUpdateAccueil,
  contraintes: {
    reservation_une_fois: { phrase: 'L’enfant est déjà réservé à ces heures ce jour-là.', champ: 'debut' },
  },
  run: async ({ tx }, saisie, enfant) => {
    const { tarif, remarques } = await evaluateReservation(tx, enfant, saisie);
    const restent = [...verifyRemarques(remarques), ...(tarif?.avertissements ?? [])];
    const id = createIdentifiant();
    const tarifCentimes = tarif?.tarifCentimes ?? null;
    await tx
      .insertInto('eaje.reservation')
      .values({
        id,
        ...saisie,
        etablissementId: enfant.etablissementId,
        tarifCentimes,
        tarifEtapes: tarif?.etapes ?? [],
      })
      .execute();
    return {
      resultat: { familleId: enfant.familleId, tarifCentimes, remarques: restent },
      trace: { objetId: id, detail: { jour: saisie.jour, nature: saisie.nature, tarif: tarifCentimes } },
    };
  },
});

/** Une absence qui n'a pas eu lieu s'efface ; ce qu'elle disait, et pourquoi elle s'annule, restent au journal. */
export const closeAbsenceEnfant = defineCommand({
  name: 'creches.absence.annuler',
  titre: 'Annuler l’absence d’un enfant, inscrite par erreur',
  saisie: AnnulationSaisie,
  load: async ({ tx }, { id }) => {
    const absence = await getAbsence(tx, id);
    return { absence, ...(await loadEnfant(tx, absence.enfantId)) };
  },
  can: canUpdateAccueil,
  run: async ({ tx }, { id, raison }, { absence: { du, au, motif }, familleId }) => {
    await tx.deleteFrom('eaje.absence').where('id', '=', id).execute();
    return { resultat: familleId, trace: { objetId: id, detail: { du, au, motif, raison } } };
  },
});

export const closeReservation = defineCommand({
  name: 'creches.reservation.annuler',
  titre: 'Annuler un accueil réservé',
  saisie: AnnulationSaisie,
  load: async ({ tx }, { id }) => {
    const reservation = await getReservation(tx, id);
    return { reservation, ...(await loadEnfant(tx, reservation.enfantId)) };
  },
  can: canUpdateAccueil,
  run: async ({ tx }, { id, raison }, { reservation: { jour, debut, fin, nature }, familleId }) => {
    await tx.deleteFrom('eaje.reservation').where('id', '=', id).execute();
    return { resultat: familleId, trace: { objetId: id, detail: { jour, debut, fin, nature, raison } } };
  },
});
