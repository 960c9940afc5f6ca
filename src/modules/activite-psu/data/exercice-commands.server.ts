import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import type { Transaction } from '#database/connection.ts';
import { canFinancer } from '#modules/eaje/index.ts';
import { defineCommand } from '#server/define-command.ts';
import { Introuvable, Refus } from '#server/errors.ts';
import { listChamps, updateVersion } from '#server/version.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { addMois, type JourCivil, jourCivil } from '#shared/jour-civil.ts';
import { formatMois } from '#shared/jour-civil-format.ts';
import { canListActivite } from '../droits.ts';
import type { Exercice } from '../exercice.ts';
import {
  BaremeSaisie,
  DERNIERE_ANNEE_A_PALIERS,
  ExerciceSaisie,
  formatBaremeSaisi,
  formatConfiance,
  formatExercice,
  LIBELLES_BAREME,
  LIBELLES_EXERCICE,
  listEcarts,
  MOIS_PREVUS,
  MoisSaisie,
  RecompteSaisie,
} from '../exercice-saisie.ts';

import { HEURES_EXCEPTIONNELLES } from '../rules/textes.ts';
import { type Creche, findBareme, listCreches, listExercices, listMois } from './activite.server.ts';
import { updateMois } from './calcul.server.ts';

type Cible = { creche: Creche; exercice: Exercice | undefined };

export const recordExercice = defineCommand({
  name: 'activite-psu.exercice.enregistrer',
  titre: 'Enregistrer l’exercice d’une crèche',
  saisie: ExerciceSaisie,
  load: async ({ tx }, { id, annee }): Promise<Cible> => {
    const creche = await getCreche(tx, annee, id);
    return { creche, exercice: (await listExercices(tx, annee, [id]))[0] };
  },
  can: (agent, { creche }) => canFinancer(agent, creche),
  run: async ({ tx }, saisie, { exercice }) => {
    const { id: etablissementId, annee, version } = saisie;
    await verifyExceptionnelles(tx, saisie);
    const champs = buildChamps(saisie);
    if (!exercice) {
      const id = createIdentifiant();
      await tx
        .insertInto('eaje.exercice')
        .values({ id, etablissementId, annee, ...champs })
        .execute();
      return { resultat: etablissementId, trace: { objetId: etablissementId, detail: { annee } } };
    }
    const changement = tx.updateTable('eaje.exercice').set(champs);
    const cle = { id: exercice.id, version: version ?? 0 };
    await updateVersion(changement, cle, () => readEcarts(tx, saisie, champs));
    const detail = { annee, champs: listChamps(exercice, champs) };
    return { resultat: etablissementId, trace: { objetId: etablissementId, detail } };
  },
});

function buildChamps(saisie: ExerciceSaisie) {
  const mois = MOIS_PREVUS.map((m) => saisie[`prevu${m}`]);
  const saisis = mois.filter((minutes) => minutes !== null);
  const parMois = saisis.length === mois.length ? saisis : null;
  return {
    chargesCentimes: saisie.charges,
    chargesPrevuesCentimes: saisie.chargesPrevues,
    autresRecettesCentimes: saisie.autresRecettes,
    bonusMixiteCentimes: saisie.bonusMixite,
    bonusHandicapCentimes: saisie.bonusHandicap,
    bonusTerritoireCentimes: saisie.bonusTerritoire,
    bonusAttractiviteCentimes: saisie.bonusAttractivite,
    factureesPrevues: saisie.facturees ?? parMois?.reduce((total, minutes) => total + minutes, 0) ?? null,
    realiseesPrevues: saisie.realisees,
    previsionnel: parMois,
    journeesPedagogiques: saisie.journeesPedagogiques,
    minutesHorsPresence: saisie.horsPresence,
    minutesExceptionnelles: saisie.exceptionnelles,
    organismeCaf: saisie.organismeCaf,
  };
}

/** PSU-10 : des heures toutes exceptionnelles feraient tomber la subvention à zéro. */
async function verifyExceptionnelles(tx: Transaction, { id, annee, exceptionnelles }: ExerciceSaisie): Promise<void> {
  if (exceptionnelles === null || exceptionnelles === 0) return;
  const mois = await listMois(tx, annee, [id]);
  const facturees = mois.reduce((total, m) => total + m.minutesFacturees, 0);
  if (exceptionnelles >= facturees)
    throw new Refus(
      'Ces heures exceptionnelles couvrent toutes les heures facturées de l’année : le taux de facturation tomberait à zéro et la subvention serait nulle. Ne saisissez ici que les heures décidées par la Cnaf.',
      [HEURES_EXCEPTIONNELLES],
      'exceptionnelles',
    );
}

async function readEcarts(
  tx: Transaction,
  { annee, id }: ExerciceSaisie,
  champs: ReturnType<typeof buildChamps>,
): Promise<Record<string, string>> {
  const [exercice] = await listExercices(tx, annee, [id]);
  return exercice ? listEcarts(LIBELLES_EXERCICE, formatExercice(exercice), formatExercice(champs)) : {};
}

export const recordBareme = defineCommand({
  name: 'activite-psu.bareme.enregistrer',
  titre: 'Enregistrer le barème de la PSU d’une année',
  saisie: BaremeSaisie,
  can: canListActivite,
  run: async ({ tx }, { annee, version, ...champs }) => {
    const actuel = await findBareme(tx, annee);
    const paliers = annee <= DERNIERE_ANNEE_A_PALIERS;
    const valeurs = {
      ...champs,
      pmoyenAvec: paliers ? champs.pmoyenAvec : null,
      pmoyenSans: paliers ? champs.pmoyenSans : null,
      seuilBas: 107,
      seuilHaut: paliers ? 117 : 120,
    };
    if (!actuel)
      await tx
        .insertInto('eaje.baremePsu')
        .values({ id: createIdentifiant(), annee, ...valeurs })
        .execute();
    else
      await updateVersion(
        tx.updateTable('eaje.baremePsu').set(valeurs),
        { id: actuel.id, version: version ?? 0 },
        async () => readEcartsBareme(tx, annee, valeurs),
      );
    return { resultat: annee, trace: { detail: { annee, confiance: champs.confiance } } };
  },
});

async function readEcartsBareme(
  tx: Transaction,
  annee: number,
  valeurs: Omit<BaremeSaisie, 'annee' | 'version'>,
): Promise<Record<string, string>> {
  const bareme = await findBareme(tx, annee);
  if (!bareme) return {};
  const saisi = Object.fromEntries(
    Object.entries(valeurs).map(([champ, valeur]) => [champ, String(valeur ?? '').replace('.', ',')]),
  );
  const ecarts = listEcarts(LIBELLES_BAREME, formatBaremeSaisi(bareme), { ...saisi, source: valeurs.source });
  return 'Confiance' in ecarts ? { ...ecarts, Confiance: formatConfiance(bareme.confiance) } : ecarts;
}

export const updateMoisDeCreche = defineCommand({
  name: 'activite-psu.mois.recompter',
  titre: 'Recompter les heures d’une crèche',
  saisie: RecompteSaisie,
  load: ({ tx }, { id, annee }) => getCreche(tx, annee, id),
  can: canFinancer,
  run: async ({ tx, aujourdhui }, { id, annee }) => {
    let comptes = 0;
    for (let mois = jourCivil(`${annee}-01-01`); mois <= `${annee}-12-01`; mois = addMois(mois, 1))
      comptes += await updateMois(tx, { mois, aujourdhui, ids: [id] });
    return { resultat: id, trace: { objetId: id, detail: { annee, mois: comptes } } };
  },
});

export const closeMois = defineCommand({
  name: 'activite-psu.mois.figer',
  titre: 'Figer les heures d’un mois',
  saisie: MoisSaisie,
  load: ({ tx }, { id, mois }) => getCreche(tx, Number(mois.slice(0, 4)), id),
  can: canFinancer,
  run: async (contexte, { id, mois }) => {
    await verifyFigeable(contexte, id, mois);
    // Ce qui se fige est l'état du moment : le dernier compte peut dater d'avant la fin du mois, ou d'avant une correction.
    await updateMois(contexte.tx, { mois, aujourdhui: contexte.aujourdhui, ids: [id] });
    await sql`update eaje.mois_activite set fige_le = transaction_timestamp(), fige_par = ${contexte.agent.id}
      where etablissement_id = ${id} and mois = ${mois}`.execute(contexte.tx);
    return { resultat: id, trace: { objetId: id, detail: { mois } } };
  },
});

async function verifyFigeable({ tx, aujourdhui }: Contexte, id: string, mois: JourCivil): Promise<void> {
  const compte = (await listMois(tx, Number(mois.slice(0, 4)), [id])).find((m) => m.mois === mois);
  if (!compte) throw new Refus(`Rien n’est compté pour ${formatMois(mois)} : recomptez ce mois avant de le figer.`, []);
  if (compte.figeLe !== null) throw new Refus(`Les heures de ${formatMois(mois)} sont déjà figées.`, []);
  if (addMois(mois, 1) > aujourdhui)
    throw new Refus(`${formatMois(mois)} n’est pas fini : ses heures bougent encore.`, []);
}

async function getCreche(tx: Transaction, annee: number, id: string): Promise<Creche> {
  const [creche] = await listCreches(tx, annee, [id]);
  if (!creche) throw new Introuvable('Absente, ou hors de vos missions.');
  return creche;
}
