import type { Contexte } from '#database/as-agent.ts';
import { defineCommand } from '#server/define-command.ts';
import { Refus } from '#server/errors.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { addJours, type JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { formatDaterange } from '#shared/periode.ts';
import { canUpdateOrganisation } from '../droits.ts';
import { SecteurSaisie } from '../unite-saisie.ts';
import { findSecteur, type SecteurOuvert } from './secteurs.server.ts';

/** Confier une commune à une unité à partir d'un jour ; celle qui la desservait s'arrête la veille. */
export const recordSecteur = defineCommand({
  name: 'organisation.secteur.enregistrer',
  titre: 'Confier une commune à une unité',
  saisie: SecteurSaisie,
  can: canUpdateOrganisation,
  contraintes: {
    secteur_un_seul_site:
      'Cette commune (ou ce quartier) est déjà confiée à une autre unité sur une partie de ces jours.',
    secteur_commune_code_fkey: { phrase: 'Cette commune n’est pas dans la liste officielle.', champ: 'communeCode' },
    secteur_unite_id_fkey: { phrase: 'Cette unité n’existe pas.', champ: 'uniteId' },
  },
  run: async (contexte, { du, au, ...champs }) => {
    const avant = await findSecteur(contexte.tx, { ...champs, jour: du });
    if (avant) await closeSecteur(contexte, avant, champs.uniteId, du);
    const id = createIdentifiant();
    await contexte.tx
      .insertInto('organisation.secteur')
      .values({ id, ...champs, periode: formatDaterange({ du, au }) })
      .execute();
    return {
      resultat: champs.uniteId,
      trace: { objetId: id, detail: { ...champs, du, au, remplace: avant?.id ?? null } },
    };
  },
});

async function closeSecteur({ tx }: Contexte, avant: SecteurOuvert, uniteId: string, du: JourCivil): Promise<void> {
  if (avant.uniteId === uniteId) throw new Refus(`${avant.unite} dessert déjà cette commune.`, [], 'communeCode');
  if (avant.du >= du) {
    throw new Refus(
      `${avant.unite} dessert cette commune depuis le ${formatJour(avant.du, 'long')} : choisissez un jour suivant.`,
      [],
      'du',
    );
  }
  const periode = formatDaterange({ du: avant.du, au: addJours(du, -1) });
  await tx.updateTable('organisation.secteur').set({ periode }).where('id', '=', avant.id).execute();
}
