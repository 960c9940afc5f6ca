import type { Contexte } from '#database/as-agent.ts';
import { defineCommand } from '#server/define-command.ts';
import { Conflit, Introuvable, Refus } from '#server/errors.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { formatDaterange } from '#shared/periode.ts';
import { Organisme } from '../autorite-parentale.ts';
import { AutoriteParentaleSaisie } from '../autorite-parentale-saisie.ts';
import { canUpdateEnfant } from '../droits.ts';
import { isParent } from '../lien.ts';
import { FinDeLienSaisie, LienSaisie, ProcheSaisie } from '../lien-saisie.ts';
import { StatutSaisie } from '../statut-saisie.ts';
import { type Cible, getCible } from './cible.server.ts';
import { closeLignesEnCours, computeFin, formatPeriodeActuelle } from './periode-suivante.server.ts';

type SurEnfant = { cible: Cible; jour: Contexte['aujourdhui'] };

/** La cible et le jour : ce dont le droit a besoin. */
export async function loadEnfant(contexte: Contexte, { enfantId }: { enfantId: string }): Promise<SurEnfant> {
  return { cible: await getCible(contexte, enfantId), jour: contexte.aujourdhui };
}

const canUpdate: (agent: Contexte['agent'], sur: SurEnfant) => boolean = (agent, { cible, jour }) =>
  canUpdateEnfant(agent, cible, jour);

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
  can: canUpdate,
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
  can: canUpdate,
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
  can: canUpdate,
  run: async ({ tx }, { id, version, au }, { lien }) => {
    const [change] = await tx
      .updateTable('enfants.lien')
      .set({ periode: computeFin(lien.periode, au), version: version + 1 })
      .where('id', '=', id)
      .where('version', '=', version)
      .returning('id')
      .execute();
    if (!change)
      throw new Conflit('Ce lien a changé pendant que vous y mettiez fin.', formatPeriodeActuelle(lien.periode));
    return { resultat: lien.enfantId, trace: { enfantId: lien.enfantId, objetId: id } };
  },
});

/** Qui tient et exerce l'autorité parentale à partir d'un jour ; la ligne précédente de la même personne finit la veille. */
export const recordAutoriteParentale = defineCommand({
  name: 'enfants.autorite-parentale.enregistrer',
  titre: 'Enregistrer l’autorité parentale',
  saisie: AutoriteParentaleSaisie,
  load: loadEnfant,
  can: canUpdate,
  run: async ({ tx }, { enfantId, qui, titulaire, exercice, du, fondement }) => {
    const organisme = Organisme.safeParse(qui);
    const colonne = organisme.success ? 'organisme' : 'personneId';
    if (!organisme.success) await verifyProche(tx, enfantId, qui);
    const suite = await tx
      .selectFrom('enfants.autoriteParentale')
      .select(['id', 'periode'])
      .where('enfantId', '=', enfantId)
      .where(colonne, '=', qui)
      .execute();
    await closeLignesEnCours(
      tx,
      'enfants.autoriteParentale',
      suite,
      du,
      'Une ligne d’autorité parentale de cette personne',
    );
    const id = createIdentifiant();
    await tx
      .insertInto('enfants.autoriteParentale')
      .values({
        id,
        enfantId,
        [colonne]: qui,
        titulaire,
        exercice,
        fondement,
        periode: formatDaterange({ du, au: null }),
      })
      .execute();
    return { resultat: enfantId, trace: { enfantId, objetId: id, detail: { exercice, titulaire } } };
  },
});

async function verifyProche(tx: Contexte['tx'], enfantId: string, personneId: string): Promise<void> {
  const lien = await tx
    .selectFrom('enfants.lien')
    .select('id')
    .where('enfantId', '=', enfantId)
    .where('personneId', '=', personneId)
    .executeTakeFirst();
  if (!lien) throw new Refus('Ajoutez d’abord cette personne autour de l’enfant.', [], 'qui');
}

/** Le statut change ce jour-là ; le précédent finit la veille. */
export const recordStatut = defineCommand({
  name: 'enfants.statut.enregistrer',
  titre: 'Enregistrer le statut de l’enfant',
  saisie: StatutSaisie,
  load: loadEnfant,
  can: canUpdate,
  run: async ({ tx }, { enfantId, code, du, fondement }) => {
    const suite = await tx
      .selectFrom('enfants.statut')
      .select(['id', 'periode'])
      .where('enfantId', '=', enfantId)
      .execute();
    await closeLignesEnCours(tx, 'enfants.statut', suite, du, 'Un statut');
    const id = createIdentifiant();
    await tx
      .insertInto('enfants.statut')
      .values({ id, enfantId, code, fondement, periode: formatDaterange({ du, au: null }) })
      .execute();
    return { resultat: enfantId, trace: { enfantId, objetId: id, detail: { code } } };
  },
});
