import type { Authentification } from './authentification.server.ts';

export type CarteDeDemo = { cle: string; titre: string; nom: string; phrase: string };
export type Accueil = { departement: string | null; demo: boolean; cartes: CarteDeDemo[] };

/** Ce que la page de connexion dit du lieu : le département et, en démonstration, les cartes de chaque rôle. */
export async function getAccueil({ db }: Authentification): Promise<Accueil> {
  const installation = await db.comptes
    .selectFrom('organisation.installation')
    .select(['departementNom', 'demo'])
    .executeTakeFirst();
  const cartes = installation?.demo
    ? await db.comptes
        .selectFrom('comptes.carteDemo')
        .select(['cle', 'titre', 'nom', 'phrase'])
        .orderBy('rang')
        .execute()
    : [];
  return { departement: installation?.departementNom ?? null, demo: installation?.demo === true, cartes };
}

/** Le courriel du compte d'une carte, en démonstration seulement. */
export async function findCourrielDeCarte({ db }: Authentification, cle: string): Promise<string | undefined> {
  const carte = await db.comptes
    .selectFrom('comptes.carteDemo as c')
    .innerJoin('comptes.utilisateur as u', 'u.id', 'c.utilisateurId')
    .select('u.email')
    .where('c.cle', '=', cle)
    .where(({ exists, selectFrom }) =>
      exists(selectFrom('organisation.installation as i').select('i.demo').where('i.demo', '=', true)),
    )
    .executeTakeFirst();
  return carte?.email;
}
