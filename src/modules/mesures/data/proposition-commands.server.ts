import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import { type Cible, getCible } from '#modules/acces/index.server.ts';
import { defineCommand } from '#server/define-command.ts';
import { Refus, verifyVerdict } from '#server/errors.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { canDonnerAvis, canExecuterMesure, canProposerMesure } from '../droits.ts';
import { AccordSaisie, AnnulationSaisie, AvisSaisie, PropositionSaisie, ServiceSaisie } from '../mesure-saisie.ts';
import { evaluateCode, getMesure } from '../nomenclature.ts';
import { isEtatFinal } from '../rules/transitions.ts';
import {
  CONTRAINTES,
  defineActeMesure,
  formatSuivie,
  getEtatSuivant,
  recordTraces,
  type Suivie,
  updateEtat,
  verifyPasAVenir,
} from './mesure-acte.server.ts';
import { listMesuresParId } from './mesure-inscrite.server.ts';

/** Le territoire qui suit l'enfant porte ses mesures ; à défaut, l'unité de l'agent. */
async function getUnitePorteuse({ tx, agent, aujourdhui }: Contexte, { id, nom }: Cible): Promise<string> {
  const { rows } = await sql<{ uniteId: string }>`
    select m.unite_id from enfants.mission m
    where m.enfant_id = ${id} and m.nature = 'territoire' and m.periode @> ${aujourdhui}::date`.execute(tx);
  const uniteId = rows[0]?.uniteId ?? agent.uniteId;
  if (!uniteId) throw new Refus(`Aucun territoire ne suit ${nom} : donnez-lui d’abord une mission.`);
  return uniteId;
}

type Nouvelle = Pick<PropositionSaisie, 'motif' | 'objectifs' | 'service' | 'serviceContact'> & {
  code: string;
  etat: 'demandee' | 'proposee';
  demandeeLe: JourCivil;
};

/** Fait naître une mesure, demandée ou proposée, portée par le territoire de l'enfant. */
export async function createMesure(
  contexte: Contexte,
  cible: Cible,
  nouvelle: Omit<Nouvelle, 'motif'> & { motif: string | null },
): Promise<string> {
  const id = createIdentifiant();
  const uniteId = await getUnitePorteuse(contexte, cible);
  await contexte.tx
    .insertInto('mesures.mesure')
    // L'origine et le groupe sont ceux de la nomenclature : la base les pose.
    .values({ id, enfantId: cible.id, uniteId, origine: '', ...nouvelle })
    .execute();
  return id;
}

/** Demande ou propose une ou plusieurs mesures, pour un enfant ou une fratrie. */
export const recordProposition = defineCommand({
  name: 'mesures.proposer',
  titre: 'Proposer une mesure',
  saisie: PropositionSaisie,
  load: async (contexte, { enfants }) => {
    const cibles: Cible[] = [];
    for (const id of new Set(enfants)) cibles.push(await getCible(contexte, id));
    return { cibles, jour: contexte.aujourdhui };
  },
  can: (agent, { cibles, jour }) => cibles.every((cible) => canProposerMesure(agent, cible, jour)),
  run: async (contexte, { codes, demandeur, enfants: _, ...proposition }, { cibles }) => {
    verifyPasAVenir(proposition.demandeeLe, contexte.aujourdhui, 'demandeeLe');
    const ids: string[] = [];
    for (const cible of cibles)
      for (const code of new Set(codes)) {
        verifyVerdict(evaluateCode(code, contexte.aujourdhui), 'codes');
        const proposee = demandeur === 'service' && getMesure(code, contexte.aujourdhui).origine === 'administrative';
        const etat = proposee ? 'proposee' : 'demandee';
        ids.push(await createMesure(contexte, cible, { ...proposition, code, etat }));
      }
    const mesures = await listMesuresParId(contexte, ids);
    const ecrites = mesures.map((mesure) => ({ suivie: { mesure, cible: getCibleDe(cibles, mesure) }, detail: {} }));
    return { resultat: ids, trace: await recordTraces(contexte, 'mesures.proposer', ecrites) };
  },
  contraintes: CONTRAINTES,
});

function getCibleDe(cibles: readonly Cible[], { enfantId }: { enfantId: string }): Cible {
  const cible = cibles.find(({ id }) => id === enfantId);
  if (!cible) throw new Error('La mesure est d’un enfant chargé');
  return cible;
}

/** Donne un avis sur une mesure qui n'est pas décidée. */
export const recordAvis = defineActeMesure({
  name: 'mesures.donner-avis',
  titre: 'Donner un avis sur une mesure',
  saisie: AvisSaisie,
  can: canDonnerAvis,
  write: async ({ tx, aujourdhui }, suivie, { sens, motif }) => {
    if (suivie.mesure.decideeLe !== null && suivie.mesure.etat !== 'en-renouvellement')
      throw new Refus(`${formatSuivie(suivie)} est déjà décidée : l’avis se donne avant.`);
    await tx
      .insertInto('mesures.avis')
      .values({ id: createIdentifiant(), mesureId: suivie.mesure.id, sens, motif, le: aujourdhui })
      .execute();
    return { sens };
  },
});

/** Inscrit l'accord de la famille ou du jeune, son refus, ou son retrait. */
export const recordAccord = defineActeMesure({
  name: 'mesures.inscrire-accord',
  titre: 'Inscrire l’accord ou le refus de la famille',
  saisie: AccordSaisie,
  can: canProposerMesure,
  write: async (contexte, suivie, { nature, forme, de, le, precision }) => {
    verifyPasAVenir(le, contexte.aujourdhui, 'le');
    if (isEtatFinal(suivie.mesure.etat)) getEtatSuivant(suivie, 'recueillir-accord');
    await contexte.tx
      .insertInto('mesures.accord')
      .values({
        id: createIdentifiant(),
        mesureId: suivie.mesure.id,
        nature,
        forme: nature === 'accord' ? forme : null,
        par: de,
        le,
        precision,
      })
      .execute();
    await updateEtat(contexte, suivie, computeEtatApresReponse(suivie, nature));
    return { nature, forme, le };
  },
});

/** L'accord fait avancer ce qui n'est pas décidé ; un refus ou un retrait y ramène à la proposition, sans clore : on peut reproposer. */
function computeEtatApresReponse({ mesure: { etatInscrit, origine } }: Suivie, nature: AccordSaisie['nature']) {
  const aDecider = etatInscrit === 'demandee' || etatInscrit === 'proposee' || etatInscrit === 'accord-recueilli';
  if (!aDecider || origine === 'judiciaire') return etatInscrit;
  return nature === 'accord' ? 'accord-recueilli' : 'proposee';
}

/** Annule une proposition inscrite par erreur : elle reste lisible. Une décision, elle, se corrige. */
export const recordAnnulation = defineActeMesure({
  name: 'mesures.annuler',
  titre: 'Annuler une proposition inscrite par erreur',
  saisie: AnnulationSaisie,
  can: canProposerMesure,
  write: async ({ tx, agent, aujourdhui }, suivie, { annulationMotif }) => {
    if (suivie.mesure.decideeLe !== null)
      throw new Refus(`${formatSuivie(suivie)} est décidée : c’est sa décision qui se corrige.`);
    const etat = getEtatSuivant(suivie, 'annuler');
    await tx
      .updateTable('mesures.mesure')
      .set({ etat, annuleeLe: aujourdhui, annuleePar: agent.id, annulationMotif })
      .where('id', '=', suivie.mesure.id)
      .execute();
    return { annulationMotif };
  },
});

/** Dit qui exerce la mesure, et ce qu'on en attend. */
export const recordService = defineActeMesure({
  name: 'mesures.confier-service',
  titre: 'Dire quel service exerce la mesure',
  saisie: ServiceSaisie,
  can: canExecuterMesure,
  write: async ({ tx }, suivie, { service, serviceContact, objectifs }) => {
    if (isEtatFinal(suivie.mesure.etat)) throw new Refus(`${formatSuivie(suivie)} est finie.`);
    await tx
      .updateTable('mesures.mesure')
      .set({ service, serviceContact, objectifs: objectifs ?? suivie.mesure.objectifs })
      .where('id', '=', suivie.mesure.id)
      .execute();
    return { service };
  },
});
