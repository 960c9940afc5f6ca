/**
 * Seconde phase d'un import : mois après mois, les lignes de chaque enfant deviennent des présences. Dans un mois, on écrit enfant après
 * enfant, dans l'ordre de la clé : la base touche chaque page de ses index, et verrouille chaque enfant, une fois par mois.
 */
import { sql } from 'kysely';
import { asAgent } from '#database/as-agent.ts';
import type { Transaction } from '#database/connection.ts';
import { listEtablissementsOuverts } from '#modules/eaje/index.server.ts';
import { isOuvert } from '#modules/eaje/index.ts';
import { getParametre } from '#modules/organisation/index.server.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import type { FormatBadge } from '../format-badge.ts';
import { DOUTES, type Passage, type ReglesDuJour, type Visite } from '../pointage.ts';
import { SENS_ARRIVEE } from '../rules/ligne-badge.ts';
import { computePresencesDesPassages } from '../rules/passages.ts';
import { matchPresences, type PresenceInscrite } from '../rules/rapprochement.ts';
import { computePresencesDesVisites } from '../rules/visites.ts';
import type { Conduite } from './conduite-badges.ts';
import { addEcarts, type EcartLu } from './ecarts-badges.server.ts';
import type { Journee, LotBadges } from './lot-badges.ts';
import {
  addPresences,
  type PresenceAEcrire,
  readInscrites,
  recordDoutes,
  updateDeparts,
} from './presences-ecriture.server.ts';
import type { ReferentielBadges } from './referentiel-badges.server.ts';

const LIGNES_PAR_TRANCHE = 10_000;

type Lu = {
  lot: LotBadges;
  format: FormatBadge;
  referentiel: ReferentielBadges;
  readBrut: (debut: number, fin: number) => string;
};

/** Un autre travail a pris cet import : il s'en occupe. */
export class ImportPris extends Error {
  override name = 'ImportPris';
}

export async function writeBadges(conduite: Conduite, lu: Lu): Promise<void> {
  const journees = lu.lot.listJournees();
  const regles = await readRegles(conduite, lu, journees);
  let dernier = await startEcriture(conduite, journees.length);
  const restantes = journees.filter(({ jour }) => dernier === null || jour > dernier);
  for (const mois of Map.groupBy(restantes, ({ jour }) => jour.slice(0, 7)).values()) {
    const attendu = dernier;
    await asAgent(conduite.db, conduite.agent, ({ tx }) =>
      writeMois(tx, { conduite, lu, regles, journees: mois, attendu }),
    );
    dernier = mois.at(-1)?.jour ?? dernier;
  }
}

type Regles = (creche: number, jour: JourCivil) => ReglesDuJour;

async function readRegles({ db, agent }: Conduite, { referentiel }: Lu, journees: readonly Journee[]): Promise<Regles> {
  const [premiere, derniere] = [journees.at(0), journees.at(-1)];
  return asAgent(db, agent, async ({ tx, aujourdhui }) => {
    const double = await getParametre(tx, 'pointage.double-minutes', aujourdhui);
    const du = premiere?.jour ?? aujourdhui;
    const ouverts = await listEtablissementsOuverts(tx, { du, au: derniere?.jour ?? du });
    const parId = new Map(ouverts.map((etablissement) => [etablissement.id, etablissement]));
    const connues = new Map<string, ReglesDuJour>();
    return (creche, jour) => {
      const cle = `${creche} ${jour}`;
      const connue = connues.get(cle);
      if (connue) return connue;
      const etablissement = parId.get(referentiel.creches[creche] ?? '');
      const regles = {
        double,
        ouvre: etablissement?.ouvre ?? 0,
        isOuverte: etablissement !== undefined && isOuvert(etablissement, jour),
        isFini: jour < aujourdhui,
      };
      connues.set(cle, regles);
      return regles;
    };
  });
}

async function startEcriture({ db, agent, importId }: Conduite, jours: number): Promise<JourCivil | null> {
  return asAgent(db, agent, async ({ tx }) => {
    const { rows } = await sql<{ dernierJour: JourCivil | null }>`
      update eaje.import_badges set etat = 'ECRITURE', jours = ${jours}, octets_lus = octets, vu_le = clock_timestamp()
      where id = ${importId} returning dernier_jour`.execute(tx);
    return rows[0]?.dernierJour ?? null;
  });
}

type MoisAEcrire = {
  conduite: Conduite;
  lu: Lu;
  regles: Regles;
  journees: readonly Journee[];
  attendu: JourCivil | null;
};

async function writeMois(tx: Transaction, { conduite, lu, regles, journees, attendu }: MoisAEcrire): Promise<void> {
  const { importId } = conduite;
  const { rows } = await sql<{ dernierJour: JourCivil | null }>`
    select dernier_jour from eaje.import_badges where id = ${importId} for update`.execute(tx);
  if (rows[0] === undefined || rows[0].dernierJour !== attendu) throw new ImportPris(importId);
  const comptes = { presences: 0, completees: 0, dejaInscrites: 0, douteuses: 0 };
  for (const groupes of listTranches(lu, journees, conduite.lignesParTranche ?? LIGNES_PAR_TRANCHE)) {
    conduite.signal?.throwIfAborted();
    const bilan: Bilan = { nouvelles: [], completees: [], aDouter: [], dejaInscrites: 0, ecarts: [] };
    // Gardé du premier mois, quand la table est vide, le plan de cette lecture la parcourrait entière à chaque tranche.
    await sql`set local plan_cache_mode = force_custom_plan`.execute(tx);
    const inscrites = await readInscrites(tx, groupes);
    await sql`set local plan_cache_mode = default`.execute(tx);
    for (const groupe of groupes) handleGroupe(bilan, { lu, regles, inscrites: inscrites(groupe) }, groupe);
    await addPresences(tx, bilan.nouvelles, 'BADGE');
    await updateDeparts(tx, bilan.completees);
    await recordDoutes(tx, bilan.aDouter);
    await addEcarts(tx, importId, bilan.ecarts);
    comptes.presences += bilan.nouvelles.length;
    comptes.completees += bilan.completees.length;
    comptes.dejaInscrites += bilan.dejaInscrites;
    comptes.douteuses += [...bilan.nouvelles, ...bilan.completees].filter(({ doute }) => doute !== null).length;
  }
  await sql`
    update eaje.import_badges set dernier_jour = ${journees.at(-1)?.jour ?? null}, jours_faits = jours_faits + ${journees.length},
      presences = presences + ${comptes.presences}, completees = completees + ${comptes.completees},
      deja_inscrites = deja_inscrites + ${comptes.dejaInscrites}, douteuses = douteuses + ${comptes.douteuses}, vu_le = clock_timestamp()
    where id = ${importId}`.execute(tx);
}

type PresenceADouter = { enfantId: string; jour: JourCivil; arrivee: number; doute: string };
type Bilan = {
  nouvelles: PresenceAEcrire[];
  completees: PresenceAEcrire[];
  aDouter: PresenceADouter[];
  dejaInscrites: number;
  ecarts: EcartLu[];
};
type Inscrites = {
  presences: readonly PresenceInscrite[];
  corrigees: readonly { etablissementId: string; arrivee: number }[];
};
type Groupe = { jour: JourCivil; lignes: number[]; enfantId: string };

/** Les lignes d'un mois, enfant après enfant et, pour chacun, jour après jour (le tri garde l'ordre des jours). */
function* listTranches({ lot, referentiel }: Lu, journees: readonly Journee[], auPlus: number): Generator<Groupe[]> {
  const lignesDuMois = journees.flatMap(({ lignes }) => [...lignes]);
  lignesDuMois.sort((a, b) => lot.getEnfant(a) - lot.getEnfant(b));
  let [tranche, lues]: [Groupe[], number] = [[], 0];
  let dernier: { enfant: number; groupe: Groupe } | undefined;
  for (const ligne of lignesDuMois) {
    const [enfant, jour] = [lot.getEnfant(ligne), lot.getJour(ligne)];
    lues += 1;
    if (dernier?.enfant === enfant && dernier.groupe.jour === jour) {
      dernier.groupe.lignes.push(ligne);
      continue;
    }
    if (lues > auPlus) {
      yield tranche;
      [tranche, lues] = [[], 1];
    }
    const groupe = { jour, lignes: [ligne], enfantId: referentiel.enfants[enfant] ?? '' };
    dernier = { enfant, groupe };
    tranche.push(groupe);
  }
  if (tranche.length > 0) yield tranche;
}

function handleGroupe(
  bilan: Bilan,
  { lu, regles, inscrites }: { lu: Lu; regles: Regles; inscrites: Inscrites },
  { jour, lignes, enfantId }: Groupe,
): void {
  const { lot, referentiel, readBrut } = lu;
  const addEcart = (ligne: number, genre: EcartLu['genre'], raison: string) => {
    const { numero, debut, fin } = lot.getPlace(ligne);
    bilan.ecarts.push({ numero, genre, brut: readBrut(debut, fin), raison });
  };
  const lues = [...Map.groupBy(lignes, (ligne) => lot.get(ligne).creche)].map(([creche, siennes]) => {
    // Le numéro que voient les règles est le rang de la ligne dans le lot : il mène à son texte.
    const lecture = readLecture(lu, siennes, regles(creche, jour));
    for (const { numero, raison } of lecture.ecartees) addEcart(numero, 'REFUS', raison);
    if (!referentiel.isChezLui(lot.getEnfant(lignes[0] ?? 0), creche))
      for (const presence of lecture.presences) presence.doutes.push(DOUTES.autreCreche);
    return { etablissementId: referentiel.creches[creche] ?? '', presences: lecture.presences };
  });
  const issue = matchPresences(lues, inscrites.presences, inscrites.corrigees);
  for (const { numero, raison } of issue.ecartees) addEcart(numero, 'REFUS', raison);
  for (const presence of [...issue.nouvelles, ...issue.completees]) {
    if (presence.doutes.length > 0)
      for (const ligne of presence.numeros) addEcart(ligne, 'DOUTE', presence.doutes.join(' '));
  }
  const build = (presence: (typeof issue.nouvelles)[number]): PresenceAEcrire => ({
    enfantId,
    jour,
    etablissementId: presence.etablissementId,
    arrivee: presence.arrivee,
    depart: presence.depart,
    arriveeSupposee: presence.arriveeSupposee,
    doute: presence.doutes.length > 0 ? presence.doutes.join(' ') : null,
  });
  bilan.nouvelles.push(...issue.nouvelles.map(build));
  bilan.completees.push(...issue.completees.map(build));
  bilan.aDouter.push(...issue.aDouter.map((aDouter) => ({ enfantId, jour, ...aDouter })));
  bilan.dejaInscrites += issue.dejaInscrites;
}

function readLecture({ lot, format }: Lu, lignes: readonly number[], regles: ReglesDuJour) {
  const connu = (minute: number) => (minute === -1 ? null : minute);
  if (format.nature === 'VISITE') {
    const visites = lignes.map((ligne): Visite => {
      const { a, b } = lot.get(ligne);
      return { numero: ligne, arrivee: connu(a), depart: connu(b) };
    });
    return computePresencesDesVisites(visites, regles);
  }
  const passages = lignes.map((ligne): Passage => {
    const { a, sens } = lot.get(ligne);
    return { numero: ligne, minute: a, sens: sens === 0 ? null : sens === SENS_ARRIVEE ? 'ARRIVEE' : 'DEPART' };
  });
  return computePresencesDesPassages(passages, regles);
}
