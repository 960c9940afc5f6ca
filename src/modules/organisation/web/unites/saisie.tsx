import { Introuvable } from '#server/errors.ts';
import { FIL_ORGANISATION } from '#web/gabarits/onglets-organisation.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { ChampSelection } from '#web/ui/champ-choix.tsx';
import { ChampJour, ChampTexte } from '#web/ui/champ-texte.tsx';
import { readValeurs } from '#web/valeurs.ts';
import { listCommunesAChoisir } from '../../data/secteurs.server.ts';
import { findUnite, getVocabulaire, listUnitesAChoisir } from '../../data/unites.server.ts';
import { createUnite, updateUnite } from '../../data/unites-commands.server.ts';
import { canUpdateOrganisation } from '../../droits.ts';
import { buildChoixUnites, formatNature, NATURES_UNITE, type NatureUnite } from '../../unite.ts';
import type { Route } from './+types/saisie.ts';

/** La même page crée (`/nouvelle`) et modifie (`/:id/modifier`). */
export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    if (!canUpdateOrganisation(contexte.agent)) throw new Introuvable('Absente, ou hors de vos missions.');
    const id = 'id' in args.params ? args.params.id : undefined;
    const unite = id ? await findUnite(contexte.tx, id) : undefined;
    if (id && !unite) throw new Introuvable('Absente, ou hors de vos missions.');
    return {
      unite: unite ?? null,
      unites: await listUnitesAChoisir(contexte),
      communes: await listCommunesAChoisir(contexte),
      mots: await getVocabulaire(contexte.tx, contexte.aujourdhui),
    };
  });
}

export { shouldRevalidate } from '#web/gabarits/revalidation.ts';

export function action(args: Route.ActionArgs) {
  const vers = (id: string) => `/organisation/unites/${id}`;
  return 'id' in args.params && args.params.id
    ? actPage(args, { command: updateUnite, avec: { id: args.params.id }, vers, fait: 'Unité corrigée.' })
    : actPage(args, { command: createUnite, vers, fait: 'Unité créée.' });
}

export default function SaisieUnite({
  loaderData: { unite, unites, communes, mots },
  actionData,
}: Route.ComponentProps) {
  const { saisi, champ } = readValeurs(actionData, unite, {
    Code: 'code',
    Nom: 'nom',
    Adresse: 'adresse',
    Téléphone: 'telephone',
  });
  const natures = Object.keys(NATURES_UNITE) as NatureUnite[];
  return (
    <Saisie
      titre={unite ? `Modifier ${unite.nom}` : 'Créer une unité'}
      fil={[FIL_ORGANISATION]}
      acte={unite ? 'Enregistrer l’unité' : 'Créer l’unité'}
      retour={unite ? `/organisation/unites/${unite.id}` : '/organisation'}
      rendue={actionData}
      saisi={saisi}
      version={unite?.version}
    >
      <ChampTexte {...champ('nom')} libelle="Nom" requis />
      <ChampTexte {...champ('code')} libelle="Code" aide="Court et unique, par exemple EDS-12" requis taille="court" />
      <ChampSelection
        {...champ('nature')}
        libelle="Nature"
        requis
        choix={natures.map((nature) => ({ valeur: nature, libelle: formatNature(nature, mots) }))}
      />
      <ChampSelection
        {...champ('parentId')}
        libelle="Dépend de"
        aide="Tout, sauf le département, dépend d’une unité"
        choix={buildChoixUnites(
          unites.filter(({ id }) => id !== unite?.id),
          mots,
        )}
      />
      <ChampTexte {...champ('adresse')} libelle="Adresse" />
      <ChampSelection
        {...champ('communeCode')}
        libelle="Commune"
        vide="Non précisée"
        choix={communes.map(({ code, nom }) => ({ valeur: code, libelle: nom }))}
      />
      <ChampTexte {...champ('telephone')} libelle="Téléphone" type="tel" taille="moyen" />
      {unite ? null : <ChampJour {...champ('du')} libelle="Ouverte à partir du" requis />}
    </Saisie>
  );
}
