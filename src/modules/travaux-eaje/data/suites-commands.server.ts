import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import { canSuivre } from '#modules/eaje/index.ts';
import { defineCommand } from '#server/define-command.ts';
import { Conflit, Introuvable, Refus, verifyVerdict } from '#server/errors.ts';
import { updateVersion } from '#server/version.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { type DossierTravaux, INFORMES_TRAVAUX, type InformationTravaux } from '../dossier-travaux.ts';
import {
  CorrectionInformationSaisie,
  InformationTravauxSaisie,
  PointRetrait,
  PointSaisie,
  RelogementRetrait,
  RelogementSaisie,
  RetraitInformationSaisie,
} from '../dossier-travaux-saisie.ts';
import { canDecider } from '../droits.ts';
import { findGelPrevu } from '../rules/gel.ts';
import { evaluateRelogement } from '../rules/relogement.ts';
import { TRV_03 } from '../rules/textes.ts';
import { isOuvert } from '../rules/transitions.ts';
import { getDossier, getInformationTravaux, lockDossier } from './dossiers-queries.server.ts';
import { listEnfantsAReloger, listHotes } from './hotes-queries.server.ts';
import { readImpact } from './impact.server.ts';

const load = ({ tx }: Contexte, { dossierId }: { dossierId: string }) => getDossier(tx, dossierId);

const loadVerrouille = ({ tx }: Contexte, { dossierId }: { dossierId: string }) => lockDossier(tx, dossierId);

function verifyOuvert({ etat }: DossierTravaux): void {
  if (!isOuvert(etat)) throw new Refus('Ce dossier est fini : il ne change plus.');
}
function verifyPasse(le: JourCivil, { demandeLe }: DossierTravaux, aujourdhui: JourCivil): void {
  if (le > aujourdhui) throw new Refus(`Le ${formatJour(le, 'long')} est à venir.`, [], 'le');
  if (le < demandeLe) throw new Refus(`Le besoin est du ${formatJour(demandeLe, 'long')}.`, [], 'le');
}

export const recordRelogement = defineCommand({
  name: 'travaux-eaje.relogement.inscrire',
  titre: 'Reloger des enfants le temps de travaux',
  saisie: RelogementSaisie,
  load,
  can: canDecider,
  contraintes: { relogement_une_fois: { phrase: 'Un de ces enfants est déjà relogé.', champ: 'enfants' } },
  run: async (contexte, { dossierId, hoteId, enfants, nombre }, dossier) => {
    verifyOuvert(dossier);
    const gel = findGelPrevu(dossier);
    if (!gel) throw new Refus('Ces travaux ne gèlent aucune place, ou leurs dates manquent.');
    if (enfants.length + nombre === 0) throw new Refus('Cochez des enfants, ou dites combien.', [], 'enfants');
    // Deux relogements vers la même crèche se suivent : le second voit les places que le premier a prises.
    await sql`select pg_advisory_xact_lock(1296126534, hashtext(${hoteId}))`.execute(contexte.tx);
    const hote = (await listHotes(contexte, dossier, gel)).find(({ id }) => id === hoteId);
    if (!hote) throw new Refus('Choisissez une autre crèche du territoire.', [], 'hoteId');
    const avertissements = verifyVerdict(evaluateRelogement(enfants.length + nombre, hote.nom, hote, gel), 'hoteId');
    await verifyEnfants(contexte, dossier, enfants);
    const commun = { dossierId, etablissementId: dossier.etablissementId, hoteId };
    const lignes = enfants.map((enfantId) => ({ ...commun, id: createIdentifiant(), enfantId, nombre: 1 }));
    await contexte.tx
      .insertInto('eaje.relogement')
      .values([...lignes, ...(nombre > 0 ? [{ ...commun, id: createIdentifiant(), enfantId: null, nombre }] : [])])
      .execute();
    const remarque = avertissements.map(({ motif }) => motif).join(' ');
    return {
      resultat: { dossierId, remarque },
      trace: { objetId: dossierId, detail: { ...commun, enfants: enfants.length + nombre, remarque } },
    };
  },
});

/** Des enfants que la crèche attend pendant les travaux, et que rien ne reloge encore. */
async function verifyEnfants(contexte: Contexte, dossier: DossierTravaux, enfants: readonly string[]): Promise<void> {
  const gel = findGelPrevu(dossier);
  if (enfants.length === 0 || !gel) return;
  const { attendus } = await readImpact(contexte, dossier.etablissementId, gel);
  const possibles = new Set((await listEnfantsAReloger(contexte.tx, dossier.id, attendus)).map(({ id }) => id));
  if (enfants.some((id) => !possibles.has(id)))
    throw new Refus(
      'Un de ces enfants n’est pas attendu pendant les travaux, ou est déjà relogé : rouvrez la page.',
      [],
      'enfants',
    );
}

export const closeRelogement = defineCommand({
  name: 'travaux-eaje.relogement.retirer',
  titre: 'Retirer un relogement',
  saisie: RelogementRetrait,
  load,
  can: canDecider,
  run: async ({ tx }, { relogementId, dossierId }, dossier) => {
    verifyOuvert(dossier);
    const { numDeletedRows } = await tx
      .deleteFrom('eaje.relogement')
      .where('id', '=', relogementId)
      .where('dossierId', '=', dossierId)
      .executeTakeFirst();
    if (numDeletedRows === 0n) throw new Introuvable('Absent, ou hors de vos missions.');
    return { resultat: dossierId, trace: { objetId: dossierId, detail: { relogementId } } };
  },
});

/** TRV-03 : un point tenu, par qui l'inscrit. */
export const recordPoint = defineCommand({
  name: 'travaux-eaje.point.tenir',
  titre: 'Tenir un point de la liste de réouverture',
  saisie: PointSaisie,
  load: loadVerrouille,
  can: canSuivre,
  contraintes: {
    point_reouverture_une_fois: {
      phrase: 'Ce point est déjà tenu : retirez-le pour l’inscrire de nouveau.',
      champ: 'point',
    },
  },
  run: async ({ tx, agent, aujourdhui }, { dossierId, point, le, preuve }, dossier) => {
    verifyOuvert(dossier);
    verifyPasse(le, dossier, aujourdhui);
    const { etablissementId, commenceLe } = dossier;
    if (commenceLe === null)
      throw new Refus(
        'Les travaux n’ont pas commencé : un point de réouverture se tient ensuite (TRV-03).',
        [TRV_03],
        'point',
      );
    if (le < commenceLe)
      throw new Refus(
        `Les travaux ont commencé le ${formatJour(commenceLe, 'long')} : ce point se tient depuis.`,
        [TRV_03],
        'le',
      );
    // Tenu avant les travaux, il ne comptait pas : il se tient de nouveau.
    await tx
      .deleteFrom('eaje.pointReouverture')
      .where('dossierId', '=', dossierId)
      .where('point', '=', point)
      .where('tenuLe', '<', commenceLe)
      .execute();
    await tx
      .insertInto('eaje.pointReouverture')
      .values({ id: createIdentifiant(), dossierId, etablissementId, point, tenuLe: le, preuve, par: agent.id })
      .execute();
    return { resultat: dossierId, trace: { objetId: dossierId, detail: { etablissementId, point, le } } };
  },
});

export const closePoint = defineCommand({
  name: 'travaux-eaje.point.retirer',
  titre: 'Retirer un point de la liste de réouverture',
  saisie: PointRetrait,
  load: loadVerrouille,
  can: canSuivre,
  run: async ({ tx }, { pointId, dossierId }, dossier) => {
    verifyOuvert(dossier);
    const { numDeletedRows } = await tx
      .deleteFrom('eaje.pointReouverture')
      .where('id', '=', pointId)
      .where('dossierId', '=', dossierId)
      .executeTakeFirst();
    if (numDeletedRows === 0n) throw new Introuvable('Absent, ou hors de vos missions.');
    return { resultat: dossierId, trace: { objetId: dossierId, detail: { pointId } } };
  },
});

const UNE_FOIS = {
  information_travaux_une_fois: { phrase: 'Cette information est déjà inscrite.', champ: 'destinataire' },
};

export const recordInformationTravaux = defineCommand({
  name: 'travaux-eaje.information.inscrire',
  titre: 'Inscrire qui est informé de travaux',
  saisie: InformationTravauxSaisie,
  load,
  can: canSuivre,
  contraintes: UNE_FOIS,
  run: async ({ tx, agent, aujourdhui }, { dossierId, destinataire, le }, dossier) => {
    verifyPasse(le, dossier, aujourdhui);
    const { etablissementId } = dossier;
    await tx
      .insertInto('eaje.informationTravaux')
      .values({ id: createIdentifiant(), dossierId, etablissementId, destinataire, le, par: agent.id })
      .execute();
    return { resultat: dossierId, trace: { objetId: dossierId, detail: { etablissementId, destinataire, le } } };
  },
});

export const updateInformationTravaux = defineCommand({
  name: 'travaux-eaje.information.corriger',
  titre: 'Corriger qui est informé de travaux',
  saisie: CorrectionInformationSaisie,
  load: ({ tx }, { id }) => getInformationTravaux(tx, id),
  can: canSuivre,
  contraintes: UNE_FOIS,
  run: async (contexte, { id, version, motif, ...saisie }, { information, ...dossier }) => {
    const { tx, agent, aujourdhui } = contexte;
    verifyPasse(saisie.le, dossier, aujourdhui);
    const changement = tx.updateTable('eaje.informationTravaux').set({ ...saisie, par: agent.id });
    await updateVersion(changement, { id, version }, async () =>
      formatInformation((await getInformationTravaux(tx, id)).information),
    );
    const avant = formatInformation(information);
    const champs = await recordCorrection(contexte, dossier, { avant, apres: formatInformation(saisie), motif });
    const { id: dossierId, etablissementId } = dossier;
    return { resultat: dossierId, trace: { objetId: dossierId, detail: { etablissementId, champs, motif } } };
  },
});

/** Personne n'a été informé : ce qui était écrit se garde, l'échéance revient. */
export const closeInformationTravaux = defineCommand({
  name: 'travaux-eaje.information.retirer',
  titre: 'Retirer une information de travaux inscrite par erreur',
  saisie: RetraitInformationSaisie,
  load: ({ tx }, { id }) => getInformationTravaux(tx, id),
  can: canSuivre,
  run: async (contexte, { id, version, motif }, { information, ...dossier }) => {
    const avant = formatInformation(information);
    const { numDeletedRows } = await contexte.tx
      .deleteFrom('eaje.informationTravaux')
      .where('id', '=', id)
      .where('version', '=', version)
      .executeTakeFirst();
    if (numDeletedRows === 0n) throw new Conflit('Cette information a été modifiée pendant votre saisie.', avant);
    await recordCorrection(contexte, dossier, { avant, apres: {}, motif });
    const { id: dossierId, etablissementId } = dossier;
    return { resultat: dossierId, trace: { objetId: dossierId, detail: { etablissementId, avant, motif } } };
  },
});

type Lisible = Record<string, string>;

const formatInformation = ({ destinataire, le }: Pick<InformationTravaux, 'destinataire' | 'le'>): Lisible => ({
  'Qui est informé': INFORMES_TRAVAUX[destinataire],
  Le: formatJour(le, 'court'),
});

/** Garde ce qui était écrit de ce qui change, avec la raison et le nom ; rend les libellés changés. */
async function recordCorrection(
  { tx, agent, aujourdhui }: Contexte,
  { id: dossierId, etablissementId }: Pick<DossierTravaux, 'id' | 'etablissementId'>,
  { avant, apres, motif }: { avant: Lisible; apres: Lisible; motif: string },
): Promise<string[]> {
  const changes = Object.entries(avant).filter(([libelle, valeur]) => valeur !== apres[libelle]);
  if (changes.length === 0) throw new Refus('Rien ne change : corrigez un champ, ou revenez sans enregistrer.');
  await tx
    .insertInto('eaje.travauxCorrection')
    .values({
      ...{ id: createIdentifiant(), dossierId, etablissementId, le: aujourdhui, motif, par: agent.id },
      avant: JSON.stringify(Object.fromEntries(changes)),
    })
    .execute();
  return changes.map(([libelle]) => libelle);
}
