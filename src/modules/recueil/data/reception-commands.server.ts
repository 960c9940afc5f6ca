import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import { recordFait } from '#modules/informations-preoccupantes/index.server.ts';
import { canCreateInformation, formatNumeroInformation } from '#modules/informations-preoccupantes/index.ts';
import { readHeureParis } from '#server/clock.ts';
import { defineCommand } from '#server/define-command.ts';
import { Refus, SaisieInvalide } from '#server/errors.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { buildInstantIso } from '#shared/instant.ts';
import { getCategorie, InformationSaisie } from '../information-saisie.ts';
import { evaluateReception } from '../rules/reception.ts';
import { recordAntecedents } from './antecedents.server.ts';
import { recordPiecesDuBrouillon } from './brouillon-pieces.server.ts';
import { closeBrouillon } from './brouillons.server.ts';
import { computeAdresse, recordFoyer, verifyConnus } from './foyer.server.ts';

/** Reçoit une information : ce qu'on en sait, son foyer, son auteur, et ce qui la relie à ce que la cellule a déjà reçu. */
export const createInformation = defineCommand({
  name: 'informations.recevoir',
  titre: 'Recevoir une information',
  saisie: InformationSaisie,
  can: canCreateInformation,
  run: async (contexte, saisie) => {
    const { tx, agent, aujourdhui } = contexte;
    const objections = evaluateReception(saisie, { jour: aujourdhui, heure: readHeureParis() });
    if (Object.keys(objections).length > 0) throw new SaisieInvalide(objections);
    if (agent.uniteId === null)
      throw new Refus('Vous n’avez pas de poste ce jour : une information se reçoit dans une unité.');
    const connus = await verifyConnus(contexte, saisie);
    const id = createIdentifiant();
    const numero = await createNumero(tx, saisie.recueLe.slice(0, 4));
    await tx
      .insertInto('ip.information')
      .values({ id, numero, uniteId: agent.uniteId, ...(await buildInformation(contexte, saisie)) })
      .execute();
    await tx
      .insertInto('ip.auteur')
      .values({ informationId: id, ...buildAuteur(saisie) })
      .execute();
    await recordFoyer(contexte, id, saisie);
    await recordFait(contexte, { id, etat: 'recue' }, 'recevoir');
    const antecedents = await recordAntecedents(contexte, id);
    if (saisie.brouillonId) {
      await recordPiecesDuBrouillon(contexte, saisie.brouillonId, id);
      await closeBrouillon(contexte, saisie.brouillonId);
    }
    return {
      resultat: { id, numero },
      trace: {
        objetId: id,
        detail: { numero, mineurs: saisie.mineurs.length, antecedents: antecedents.length, connus },
      },
    };
  },
});

async function createNumero(tx: Contexte['tx'], annee: string): Promise<string> {
  const { rows } = await sql<{ rang: number }>`select ip.prendre_rang(${annee}) as rang`.execute(tx);
  return formatNumeroInformation(annee, rows[0]?.rang ?? 1);
}

async function buildInformation(contexte: Contexte, saisie: InformationSaisie) {
  const { recueLe, recueHeure, urgence, faits, typesDanger, parentsInformes, motifNonInformation, saisineDirecteLe } =
    saisie;
  return {
    recueA: buildInstantIso(recueLe, recueHeure),
    urgence,
    faits,
    typesDanger,
    parentsInformes,
    motifNonInformation,
    saisineDirecteLe,
    ...buildSource(saisie),
    transmiseLe: saisie.transmiseLe ?? recueLe,
    suitesDemandeesLe: saisie.suitesDemandees ? recueLe : null,
    ...(await computeAdresse(contexte, saisie)),
  };
}

/** Qui transmet et comment ; la catégorie est celle de la source, ou celle qu'on a dite. */
export function buildSource(saisie: Pick<InformationSaisie, 'canal' | 'source' | 'categorieSource'>) {
  return { canal: saisie.canal, source: saisie.source, categorieSource: getCategorie(saisie) };
}

export function buildAuteur(
  saisie: Pick<
    InformationSaisie,
    | 'anonymatDemande'
    | 'auteurNom'
    | 'auteurQualite'
    | 'auteurOrganisme'
    | 'auteurTelephone'
    | 'auteurCourriel'
    | 'auteurAdresse'
  >,
) {
  return {
    anonymatDemande: saisie.anonymatDemande,
    nom: saisie.auteurNom,
    qualite: saisie.auteurQualite,
    organisme: saisie.auteurOrganisme,
    telephone: saisie.auteurTelephone,
    courriel: saisie.auteurCourriel,
    adresse: saisie.auteurAdresse,
  };
}
