import { buildDroit, loadEnfant } from '#modules/acces/index.server.ts';
import { canUpdateEnfant } from '#modules/acces/index.ts';
import { defineCommand } from '#server/define-command.ts';
import { Introuvable } from '#server/errors.ts';
import { closeLigne } from '#server/periode-suivante.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { formatDaterange } from '#shared/periode.ts';
import { isParent } from '../lien.ts';
import { FinDeLienSaisie, LienSaisie, ProcheSaisie } from '../lien-saisie.ts';

const LIEN_EN_DOUBLE = {
  lien_une_fois: 'Ce lien est déjà enregistré sur cette période.',
  lien_check: 'Un enfant n’est pas lié à lui-même.',
};

/** Lie une personne déjà connue à l'enfant. */
export const recordLien = defineCommand({
  name: 'enfants.lien.enregistrer',
  titre: 'Ajouter une personne autour de l’enfant',
  saisie: LienSaisie,
  load: loadEnfant,
  can: buildDroit(canUpdateEnfant),
  run: async ({ tx }, { du, au, filiation, ...lien }) => {
    const id = createIdentifiant();
    await tx
      .insertInto('enfants.lien')
      .values({
        id,
        ...lien,
        filiation: isParent(lien.qualite) ? filiation : null,
        periode: formatDaterange({ du, au }),
      })
      .execute();
    return {
      resultat: lien.enfantId,
      trace: { enfantId: lien.enfantId, objetId: id, detail: { qualite: lien.qualite } },
    };
  },
  contraintes: LIEN_EN_DOUBLE,
});

/** Crée la fiche d'un proche, le lie à l'enfant et, s'il y vit, le met dans le foyer. */
export const createProche = defineCommand({
  name: 'enfants.proche.creer',
  titre: 'Ajouter un proche de l’enfant',
  saisie: ProcheSaisie,
  load: loadEnfant,
  can: buildDroit(canUpdateEnfant),
  run: async ({ tx }, saisie) => {
    const { enfantId, qualite, filiation, du, au, commentaire, menageId, ...identite } = saisie;
    const personneId = createIdentifiant();
    const periode = formatDaterange({ du, au });
    await tx
      .insertInto('enfants.personne')
      .values({ id: personneId, ...identite })
      .execute();
    await tx
      .insertInto('enfants.lien')
      .values({
        id: createIdentifiant(),
        enfantId,
        personneId,
        qualite,
        filiation: isParent(qualite) ? filiation : null,
        periode,
        commentaire,
      })
      .execute();
    if (menageId !== null)
      await tx
        .insertInto('enfants.menageMembre')
        .values({ id: createIdentifiant(), menageId, personneId, residence: 'principale', periode })
        .execute();
    return { resultat: enfantId, trace: { enfantId, objetId: personneId, detail: { qualite } } };
  },
  contraintes: LIEN_EN_DOUBLE,
});

/** Le lien a pris fin ; il reste dans l'histoire. */
export const closeLien = defineCommand({
  name: 'enfants.lien.clore',
  titre: 'Mettre fin à un lien',
  saisie: FinDeLienSaisie,
  load: async (contexte, { id }) => {
    const lien = await contexte.tx
      .selectFrom('enfants.lien')
      .select(['enfantId', 'periode'])
      .where('id', '=', id)
      .executeTakeFirst();
    if (!lien) throw new Introuvable('Absent, ou hors de vos missions.');
    return { ...(await loadEnfant(contexte, lien)), lien };
  },
  can: buildDroit(canUpdateEnfant),
  run: async ({ tx }, fin, { lien }) => {
    await closeLigne(tx, 'enfants.lien', fin, lien.periode, 'Ce lien a changé pendant que vous y mettiez fin.');
    return { resultat: lien.enfantId, trace: { enfantId: lien.enfantId, objetId: fin.id } };
  },
});
