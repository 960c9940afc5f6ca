import type { Contexte } from '#database/as-agent.ts';
import { type Cible, getCible } from '#modules/acces/index.server.ts';
import { defineCommand } from '#server/define-command.ts';
import { Refus } from '#server/errors.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { ReceptionSaisie } from '../decision-saisie.ts';
import { canRecevoirDecision } from '../droits.ts';
import type { NatureDecision } from '../faits.ts';
import type { Reference } from '../mesure-saisie.ts';
import { getMesure } from '../nomenclature.ts';
import { computeCouverture } from '../rules/couverture.ts';
import { closeRemplacees, recordDecisionSur, writeDecision } from './decision-acte.server.ts';
import { closeMesure } from './execution-commands.server.ts';
import {
  CONTRAINTES,
  formatSuivie,
  loadSuivies,
  lockMesures,
  recordTraces,
  type Suivie,
  verifyPasAVenir,
} from './mesure-acte.server.ts';
import { listMesuresDe } from './mesure-inscrite.server.ts';
import { createMesure } from './proposition-commands.server.ts';

type Recue = { suivies: Suivie[]; cibles: Cible[]; jour: Contexte['aujourdhui'] };

/** Inscrit une décision reçue d'un juge, du parquet ou du préfet, pour un enfant ou une fratrie. */
export const recordReception = defineCommand({
  name: 'mesures.recevoir',
  titre: 'Inscrire une décision reçue',
  saisie: ReceptionSaisie,
  load: async (contexte, { mesures, enfants, nature }): Promise<Recue> => {
    const suivies = await loadSuivies(contexte, mesures);
    const cibles: Cible[] = [];
    // Une première décision sur des mesures désignées ne crée rien d'autre.
    const nouveaux = nature === 'initiale' && mesures.length === 0 ? new Set(enfants) : [];
    for (const id of nouveaux) cibles.push(await getCible(contexte, id));
    return { suivies, cibles, jour: contexte.aujourdhui };
  },
  can: (agent, { suivies, cibles, jour }) =>
    [...cibles, ...suivies.map(({ cible }) => cible)].every((cible) => canRecevoirDecision(agent, cible, jour)),
  run: async (contexte, saisie, { suivies, cibles }) => {
    verifyPasAVenir(saisie.le, contexte.aujourdhui, 'le');
    await lockMesures(contexte, suivies, saisie.mesures);
    const visees = [...suivies, ...(await createAttendues(contexte, saisie, cibles))];
    for (const suivie of visees) verifyAutorite(suivie, contexte.aujourdhui);
    const { ecrites, avertissements } =
      saisie.nature === 'mainlevee'
        ? await recordMainlevee(contexte, saisie, visees)
        : await recordDecisions(contexte, { ...saisie, nature: saisie.nature }, visees);
    return {
      resultat: { ids: visees.map(({ mesure }) => mesure.id), avertissements },
      trace: await recordTraces(contexte, 'mesures.recevoir', ecrites),
    };
  },
  contraintes: CONTRAINTES,
});

/** Une prestation que le président décide ne se reçoit pas : elle se signe. */
function verifyAutorite(suivie: Suivie, jour: Contexte['aujourdhui']): void {
  const { decideur, origine } = getMesure(suivie.mesure.code, jour);
  if (origine === 'administrative' && decideur !== 'prefet')
    throw new Refus(`${formatSuivie(suivie)} se décide au nom du président, par délégation.`, [], 'code');
}

/** La mesure qu'on attendait pour cet enfant, ou une nouvelle. */
async function createAttendues(
  contexte: Contexte,
  saisie: ReceptionSaisie,
  cibles: readonly Cible[],
): Promise<Suivie[]> {
  const { code, le, service, serviceContact } = saisie;
  if (code === null || cibles.length === 0) return [];
  const references: Reference[] = [];
  for (const cible of cibles) {
    const attendue = (await listMesuresDe(contexte, cible.id)).find(
      ({ code: sien, etat }) =>
        sien === code && (etat === 'demandee' || etat === 'proposee' || etat === 'accord-recueilli'),
    );
    const id =
      attendue?.id ??
      (await createMesure(contexte, cible, {
        ...{ code, demandeeLe: le, etat: 'demandee', motif: null, objectifs: null, service, serviceContact },
      }));
    references.push({ id, version: attendue?.version ?? 1 } as Reference);
  }
  const suivies = await loadSuivies(contexte, references);
  await lockMesures(contexte, suivies, references);
  return suivies;
}

async function recordDecisions(
  contexte: Contexte,
  saisie: ReceptionSaisie & { nature: NatureDecision },
  visees: readonly Suivie[],
) {
  const { mesures: _m, enfants: _e, code: _c, service: _s, serviceContact: _sc, remplace, ...reste } = saisie;
  const { du, au, dureeMois, dureeJours, ...contenu } = reste;
  const couverture = computeCouverture({ du, au, dureeMois, dureeJours }, saisie.le);
  const remplacees = await closeRemplacees(contexte, remplace, couverture.du);
  const lotId = createIdentifiant();
  const ids = remplacees.map(({ mesure }) => mesure.id);
  const dits: string[] = [];
  const ecrites = remplacees.map((suivie) => ({
    suivie,
    detail: { remplacee: true } as Record<string, string | boolean | null>,
  }));
  for (const suivie of visees) {
    const avertissements = await recordDecisionSur(contexte, suivie, { lotId, ...contenu, ...couverture }, ids);
    const detail = { nature: contenu.nature, le: contenu.le, ...couverture, avertissements: avertissements.join(' ') };
    ecrites.push({ suivie, detail });
    dits.push(...avertissements);
  }
  return { ecrites, avertissements: [...new Set(dits)] };
}

/** La mainlevée met fin ce jour-là, ou le dernier jour qu'elle dit. */
async function recordMainlevee(contexte: Contexte, saisie: ReceptionSaisie, visees: readonly Suivie[]) {
  const { le, recueLe, juridiction, juge, numero, fondement, motifs, au } = saisie;
  const lotId = createIdentifiant();
  const dernier = au ?? le;
  for (const suivie of visees) {
    const decision = { lotId, nature: 'mainlevee', le, recueLe, juridiction, juge, numero, fondement, motifs };
    await writeDecision(contexte, suivie, decision);
    await closeMesure(contexte, suivie, { le: dernier, motif: 'MAINLEVEE_JUGE', precision: null });
  }
  const ecrites = visees.map((suivie) => ({ suivie, detail: { nature: 'mainlevee', le, dernier } }));
  return { ecrites, avertissements: [] };
}
