import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import type { Transaction } from '#database/connection.ts';
import type { CorrespondanceGardee } from '#documents/colonnes.ts';
import { defineCommand } from '#server/define-command.ts';
import { Introuvable, Refus } from '#server/errors.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { canImport, canUpdateImportation } from '../droits.ts';
import { type EtatImportation, isEnCours, type NatureImportation } from '../importation.ts';
import { DecisionsSaisie, ImportationDesignee, ImportationSaisie, TitresSaisie } from '../importation-saisie.ts';
import { ETAT_VRAI } from './etat.server.ts';
import { sendImportation } from './travaux.server.ts';

type Depot = {
  nature: NatureImportation;
  fichierNom: string;
  contenu: Uint8Array;
  parId: string | null;
  titres: CorrespondanceGardee;
};

/** Range le fichier et demande son essai à blanc. */
export async function addImportation(tx: Transaction, depot: Depot): Promise<string> {
  const id = createIdentifiant();
  const { nature, fichierNom, contenu, parId, titres } = depot;
  await tx
    .insertInto('reprise.importation')
    .values({ id, nature, fichierNom, parId, titres: JSON.stringify(titres) })
    .execute();
  await tx
    .insertInto('reprise.fichier')
    .values({ importationId: id, contenu: Buffer.from(contenu) })
    .execute();
  return id;
}

/** Correspondance gardée sous ce nom ; nulle si elle n'existe pas. */
export async function findTitres(
  tx: Transaction,
  nature: NatureImportation,
  nom: string,
): Promise<CorrespondanceGardee | null> {
  const gardee = await tx
    .selectFrom('reprise.correspondance')
    .select('titres')
    .where('nature', '=', nature)
    .where('nom', '=', nom)
    .executeTakeFirst();
  return (gardee?.titres as CorrespondanceGardee | undefined) ?? null;
}

export const createImportation = defineCommand({
  name: 'reprise.fichier.deposer',
  titre: 'Déposer un fichier à reprendre',
  saisie: ImportationSaisie,
  can: canImport,
  run: async (contexte, { nature, fichierNom, contenu, correspondance }) => {
    const { tx, agent } = contexte;
    if (contenu.length === 0) throw new Refus('Ce fichier est vide.', [], 'fichier');
    const titres = correspondance ? await findTitres(tx, nature, correspondance) : {};
    if (titres === null) throw new Refus('Cette correspondance n’existe plus.', [], 'correspondance');
    const id = await addImportation(tx, { nature, fichierNom, contenu, parId: agent.id, titres });
    await sendImportation(contexte, id);
    return { resultat: id, trace: { objetId: id, detail: { nature, octets: contenu.length } } };
  },
});

type Cible = {
  id: string;
  parId: string | null;
  nature: NatureImportation;
  etat: EtatImportation;
  interrompuePendant: string | null;
};

async function loadCible({ tx }: Contexte, { id }: { id: string }): Promise<Cible> {
  const { rows } = await sql<Cible>`
    select id, par_id, nature, ${ETAT_VRAI} as etat, coalesce(interrompue_pendant, etat) as interrompue_pendant
    from reprise.importation i where id = ${id} for update`.execute(tx);
  const cible = rows[0];
  if (!cible) throw new Introuvable('Absent, ou hors de vos missions.');
  return cible;
}

async function demandeEtat(contexte: Contexte, id: string, etat: EtatImportation): Promise<void> {
  await sql`
    update reprise.importation set etat = ${etat}, interrompue_pendant = null, motif = null, avancement = 0 where id = ${id}`.execute(
    contexte.tx,
  );
  await sendImportation(contexte, id);
}

function verifyEtat({ etat }: Cible, permis: readonly EtatImportation[], phrase: string): void {
  if (!permis.includes(etat))
    throw new Refus(isEnCours(etat) ? 'Un travail est en cours sur cet import : attendez qu’il finisse.' : phrase);
}

/** Ce qu'une personne a dit des colonnes : l'essai recommence, et la correspondance se garde si elle a un nom. */
export const recordTitres = defineCommand({
  name: 'reprise.colonnes.dire',
  titre: 'Dire à quoi correspondent les colonnes',
  saisie: TitresSaisie,
  load: loadCible,
  can: canUpdateImportation,
  run: async (contexte, { id, titres, nom }, cible) => {
    verifyEtat(cible, ['analysee', 'illisible'], 'Les colonnes ne changent plus une fois le fichier repris.');
    const dits = JSON.stringify(Object.fromEntries(Object.entries(titres).map(([titre, cle]) => [titre, cle || null])));
    await sql`update reprise.importation set titres = ${dits}::jsonb where id = ${id}`.execute(contexte.tx);
    if (nom)
      await sql`
        insert into reprise.correspondance (id, nature, nom, titres) values (${createIdentifiant()}, ${cible.nature}, ${nom}, ${dits}::jsonb)
        on conflict (nature, nom) do update set titres = excluded.titres, version = correspondance.version + 1`.execute(
        contexte.tx,
      );
    await demandeEtat(contexte, id, 'a-analyser');
    return { resultat: id, trace: { objetId: id, detail: { gardee: nom !== null } } };
  },
});

/** Trancher les lignes douteuses. Lier à une fiche demande de la voir : la base y veille. */
export const recordDecisions = defineCommand({
  name: 'reprise.doutes.trancher',
  titre: 'Trancher des lignes douteuses',
  saisie: DecisionsSaisie,
  load: loadCible,
  can: canUpdateImportation,
  run: async ({ tx }, { id, decisions }, cible) => {
    verifyEtat(cible, ['analysee'], 'Cet import est déjà repris.');
    const prises = Object.entries(decisions).map(([numero, { decision, objetId }]) => ({
      numero: Number(numero),
      decision,
      objet: decision === 'lier' ? objetId : null,
    }));
    await sql`
      update reprise.ligne l set decision = d.decision, decision_objet_id = d.objet
      from jsonb_to_recordset(${JSON.stringify(prises)}::jsonb) as d(numero integer, decision text, objet uuid)
      where l.importation_id = ${id} and l.numero = d.numero and l.etat = 'douteuse'
        and (d.objet is null or exists (select 1 from jsonb_array_elements(l.candidats) c where c ->> 'id' = d.objet::text))`.execute(
      tx,
    );
    return { resultat: id, trace: { objetId: id, detail: { lignes: prises.length } } };
  },
});

export const recordExecution = defineCommand({
  name: 'reprise.fichier.reprendre',
  titre: 'Reprendre un fichier essayé',
  saisie: ImportationDesignee,
  load: loadCible,
  can: canUpdateImportation,
  run: async (contexte, { id }, cible) => {
    verifyEtat(cible, ['analysee'], 'Ce fichier est déjà repris.');
    await demandeEtat(contexte, id, 'a-executer');
    return { resultat: id, trace: { objetId: id } };
  },
});

export const recordAnnulation = defineCommand({
  name: 'reprise.fichier.annuler',
  titre: 'Annuler un import entier',
  saisie: ImportationDesignee,
  load: loadCible,
  can: canUpdateImportation,
  run: async (contexte, { id }, cible) => {
    const arrete = cible.etat === 'interrompue' && cible.interrompuePendant !== 'en-analyse';
    if (!arrete) verifyEtat(cible, ['executee'], 'Il n’y a rien à annuler : ce fichier n’est pas repris.');
    await demandeEtat(contexte, id, 'a-annuler');
    return { resultat: id, trace: { objetId: id } };
  },
});

const SUITE: Record<string, EtatImportation> = {
  'en-analyse': 'a-analyser',
  'en-execution': 'a-executer',
  'en-annulation': 'a-annuler',
};

/** Reprendre là où le travail s'est arrêté. */
export const recordRelance = defineCommand({
  name: 'reprise.fichier.relancer',
  titre: 'Relancer un import interrompu',
  saisie: ImportationDesignee,
  load: loadCible,
  can: canUpdateImportation,
  run: async (contexte, { id }, cible) => {
    verifyEtat(cible, ['interrompue'], 'Cet import n’est pas interrompu.');
    await demandeEtat(contexte, id, SUITE[cible.interrompuePendant ?? ''] ?? 'a-analyser');
    return { resultat: id, trace: { objetId: id } };
  },
});
