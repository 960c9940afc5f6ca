import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import { canCreateEnfant } from '#modules/acces/index.ts';
import { formatNumeroDeDossier } from '#modules/personnes/index.ts';
import { defineCommand } from '#server/define-command.ts';
import { Refus } from '#server/errors.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { formatDaterange } from '#shared/periode.ts';
import { EnfantSaisie } from '../enfant-saisie.ts';

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
