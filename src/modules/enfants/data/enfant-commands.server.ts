import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import { defineCommand } from '#server/define-command.ts';
import { Conflit, Introuvable, Refus } from '#server/errors.ts';
import { canDo } from '#shared/agent-en-session.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { formatDaterange } from '#shared/periode.ts';
import { canCreateEnfant, canUpdateEnfant } from '../droits.ts';
import { formatNumeroDeDossier } from '../enfant.ts';
import { AutreNomSaisie, ClotureDossierSaisie, EnfantSaisie, IdentiteSaisie } from '../enfant-saisie.ts';
import { formatNaissance, LIBELLE_SEXE, type NaissancePrecision, type Sexe } from '../personne.ts';
import { getCible } from './cible.server.ts';

/** Ouvre un dossier : la personne, l'enfant, son territoire et son foyer, d'un seul geste. */
export const createEnfant = defineCommand({
  name: 'enfants.dossier.creer',
  titre: 'Ouvrir le dossier d’un enfant',
  saisie: EnfantSaisie,
  can: canCreateEnfant,
  run: async (contexte, saisie) => {
    const { tx, aujourdhui } = contexte;
    const ouvertLe = saisie.ouvertLe ?? aujourdhui;
    if (saisie.dateNaissance !== null && saisie.dateNaissance > aujourdhui)
      throw new Refus('Cette date de naissance est à venir.', [], 'dateNaissance');
    if (ouvertLe > aujourdhui) throw new Refus('Un dossier ne s’ouvre pas à l’avance.', [], 'ouvertLe');
    const id = createIdentifiant();
    const { nom, nomUsage, prenom, autresPrenoms, sexe, dateNaissance, naissancePrecision, lieuNaissance } = saisie;
    await tx
      .insertInto('enfants.personne')
      .values({ id, nom, nomUsage, prenom, autresPrenoms, sexe, dateNaissance, naissancePrecision, lieuNaissance })
      .execute();
    const numero = await createNumero(tx, ouvertLe.slice(0, 4));
    await tx.insertInto('enfants.enfant').values({ id, numero, ouvertLe }).execute();
    await tx
      .insertInto('enfants.mission')
      .values({
        id: createIdentifiant(),
        enfantId: id,
        uniteId: saisie.uniteId,
        nature: 'territoire',
        periode: formatDaterange({ du: ouvertLe, au: null }),
      })
      .execute();
    await createFoyer(contexte, id, saisie, ouvertLe);
    return { resultat: { id, numero }, trace: { enfantId: id, objetId: id, detail: { uniteId: saisie.uniteId } } };
  },
});

async function createNumero(tx: Contexte['tx'], annee: string): Promise<string> {
  const { rows } = await sql<{ rang: number }>`select enfants.prendre_rang(${annee}) as rang`.execute(tx);
  const [{ rang } = { rang: 1 }] = rows;
  return formatNumeroDeDossier(annee, rang);
}

async function createFoyer(
  { tx }: Contexte,
  personneId: string,
  saisie: EnfantSaisie,
  du: EnfantSaisie['ouvertLe'] & string,
): Promise<void> {
  const { voie, complement, codePostal, communeNom } = saisie;
  if (saisie.menageId === null && !voie && !communeNom) return;
  const periode = formatDaterange({ du, au: null });
  const menageId = saisie.menageId ?? createIdentifiant();
  if (saisie.menageId === null) {
    await tx
      .insertInto('enfants.menage')
      .values({ id: menageId, libelle: `Foyer ${saisie.nom}` })
      .execute();
    await tx
      .insertInto('enfants.adresse')
      .values({
        id: createIdentifiant(),
        menageId,
        voie,
        complement,
        codePostal,
        communeNom,
        communeCode: null,
        periode,
      })
      .execute();
  }
  await tx
    .insertInto('enfants.menageMembre')
    .values({ id: createIdentifiant(), menageId, personneId, residence: 'principale', periode })
    .execute();
}

/** Complète ou corrige l'identité d'une personne ; refuse si quelqu'un l'a changée entre-temps. */
export const updateIdentite = defineCommand({
  name: 'enfants.identite.modifier',
  titre: 'Corriger une identité',
  saisie: IdentiteSaisie,
  load: ({ tx }, { id }) => getPersonne(tx, id),
  can: (agent) => canDo(agent, 'enfants.modifier'),
  run: async ({ tx, aujourdhui }, { id, version, ...identite }, avant) => {
    if (identite.dateNaissance !== null && identite.dateNaissance > aujourdhui)
      throw new Refus('Cette date de naissance est à venir.', [], 'dateNaissance');
    const [change] = await tx
      .updateTable('enfants.personne')
      .set({ ...identite, version: version + 1 })
      .where('id', '=', id)
      .where('version', '=', version)
      .returning('id')
      .execute();
    if (!change)
      throw new Conflit('Quelqu’un a changé cette identité pendant que vous la corrigiez.', formatActuel(avant));
    const changes = Object.entries(identite).filter(([champ, valeur]) => avant[champ as keyof typeof avant] !== valeur);
    return {
      resultat: id,
      trace: {
        enfantId: avant.estEnfant ? id : null,
        objetId: id,
        detail: { champs: changes.map(([champ]) => champ) },
      },
    };
  },
});

type Personne = Awaited<ReturnType<typeof getPersonne>>;

async function getPersonne(tx: Contexte['tx'], id: string) {
  const personne = await tx
    .selectFrom('enfants.personne as p')
    .leftJoin('enfants.enfant as e', 'e.id', 'p.id')
    .select([
      'p.id',
      'p.version',
      'p.nom',
      'p.nomUsage',
      'p.prenom',
      'p.autresPrenoms',
      'p.sexe',
      'p.dateNaissance',
      'p.naissancePrecision',
      'p.lieuNaissance',
      'p.telephone',
      'p.courriel',
      'p.dateDeces',
    ])
    .select(sql<boolean>`e.id is not null`.as('estEnfant'))
    .where('p.id', '=', id)
    .where('p.fusionneeDans', 'is', null)
    .executeTakeFirst();
  if (!personne) throw new Introuvable('Absente, ou hors de vos missions.');
  return personne;
}

function formatActuel(p: Personne): Record<string, string> {
  const sexe = p.sexe as Sexe;
  return {
    Nom: p.nom,
    'Nom d’usage': p.nomUsage ?? 'aucun',
    Prénom: p.prenom,
    Sexe: LIBELLE_SEXE[sexe],
    Naissance: formatNaissance({
      sexe,
      dateNaissance: p.dateNaissance,
      naissancePrecision: p.naissancePrecision as NaissancePrecision,
    }),
    'Lieu de naissance': p.lieuNaissance ?? 'non renseigné',
    Téléphone: p.telephone ?? 'aucun',
    Courriel: p.courriel ?? 'aucun',
  };
}

/** Garde un autre nom sous lequel la personne est connue : la recherche le trouve. */
export const recordAutreNom = defineCommand({
  name: 'enfants.autre-nom.enregistrer',
  titre: 'Ajouter un autre nom',
  saisie: AutreNomSaisie,
  load: ({ tx }, { personneId }) => getPersonne(tx, personneId),
  can: (agent) => canDo(agent, 'enfants.modifier'),
  run: async ({ tx }, saisie, personne) => {
    const id = createIdentifiant();
    await tx
      .insertInto('enfants.autreNom')
      .values({ id, ...saisie })
      .execute();
    return { resultat: personne, trace: { enfantId: personne.estEnfant ? personne.id : null, objetId: id } };
  },
});

/** Ferme le dossier : il sort des listes, rien n'est effacé. */
export const closeDossier = defineCommand({
  name: 'enfants.dossier.clore',
  titre: 'Fermer le dossier',
  saisie: ClotureDossierSaisie,
  load: (contexte, { id }) => getCible(contexte, id).then((cible) => ({ cible, jour: contexte.aujourdhui })),
  can: (agent, { cible, jour }) => canUpdateEnfant(agent, cible, jour),
  run: async ({ tx }, { id, version, closLe }, { cible }) => {
    const [change] = await tx
      .updateTable('enfants.enfant')
      .set({ closLe, version: version + 1 })
      .where('id', '=', id)
      .where('version', '=', version)
      .returning('id')
      .execute();
    if (!change) throw new Conflit(`Le dossier ${cible.numero} a changé pendant que vous le fermiez.`);
    return { resultat: id, trace: { enfantId: id, detail: { closLe: formatJour(closLe, 'court') } } };
  },
  contraintes: { enfant_check: 'La fermeture précède l’ouverture du dossier.' },
});
