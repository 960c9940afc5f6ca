import { getVocabulaire, listUnitesAChoisir } from '#modules/organisation/index.server.ts';
import { buildChoixUnites, canUpdateOrganisation } from '#modules/organisation/index.ts';
import { Introuvable } from '#server/errors.ts';
import { PROFILS } from '#shared/habilitation.ts';
import { FIL_ORGANISATION } from '#web/gabarits/onglets-organisation.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { ChampSelection } from '#web/ui/champ-choix.tsx';
import { ChampJour, ChampTexte } from '#web/ui/champ-texte.tsx';
import { buildChoix } from '#web/ui/choix.ts';
import { readValeurs } from '#web/valeurs.ts';
import { METIERS } from '../../agent.ts';
import { findPoste, listPostesAChoisir } from '../../data/postes.server.ts';
import { createPoste, updatePoste } from '../../data/postes-commands.server.ts';
import { buildChoixPostes } from '../choix-view.ts';
import type { Route } from './+types/saisie.ts';

/** La même page crée (`/nouveau`, au besoin dans une unité donnée) et modifie (`/:id/modifier`). */
export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    if (!canUpdateOrganisation(contexte.agent)) throw new Introuvable('Absent, ou hors de vos missions.');
    const id = 'id' in args.params ? args.params.id : undefined;
    const poste = id ? await findPoste(contexte.tx, id) : undefined;
    if (id && !poste) throw new Introuvable('Absent, ou hors de vos missions.');
    return {
      poste: poste ?? null,
      depart: { uniteId: new URL(args.request.url).searchParams.get('unite') ?? '', quotite: '100' },
      unites: await listUnitesAChoisir(contexte),
      postes: await listPostesAChoisir(contexte),
      mots: await getVocabulaire(contexte.tx, contexte.aujourdhui),
    };
  });
}

export { shouldRevalidate } from '#web/gabarits/revalidation.ts';

export function action(args: Route.ActionArgs) {
  const vers = (id: string) => `/organisation/postes/${id}`;
  return 'id' in args.params && args.params.id
    ? actPage(args, { command: updatePoste, avec: { id: args.params.id }, vers, fait: 'Poste corrigé.' })
    : actPage(args, { command: createPoste, vers, fait: 'Poste créé.' });
}

export default function SaisiePoste({
  loaderData: { poste, depart, unites, postes, mots },
  actionData,
}: Route.ComponentProps) {
  const { saisi, champ } = readValeurs(actionData, poste ?? depart, {
    Numéro: 'numero',
    Intitulé: 'intitule',
    Quotité: 'quotite',
  });
  return (
    <Saisie
      titre={poste ? `Modifier « ${poste.intitule} »` : 'Créer un poste'}
      fil={[FIL_ORGANISATION, { titre: 'Postes', href: '/organisation/postes' }]}
      acte={poste ? 'Enregistrer le poste' : 'Créer le poste'}
      retour={poste ? `/organisation/postes/${poste.id}` : '/organisation/postes'}
      rendue={actionData}
      saisi={saisi}
      version={poste?.version}
    >
      <ChampTexte {...champ('intitule')} libelle="Intitulé" requis />
      <ChampTexte {...champ('numero')} libelle="Numéro" requis taille="court" />
      <ChampSelection
        {...champ('profil')}
        libelle="Profil"
        aide="Il donne ses droits dans Marelle à qui tient le poste"
        requis
        choix={buildChoix(PROFILS)}
      />
      <ChampSelection {...champ('metier')} libelle="Métier" requis choix={buildChoix(METIERS)} />
      <ChampSelection {...champ('uniteId')} libelle="Unité" requis choix={buildChoixUnites(unites, mots)} />
      <ChampSelection
        {...champ('responsableId')}
        libelle="Dépend du poste"
        vide="Aucun"
        choix={buildChoixPostes(postes.filter(({ id }) => id !== poste?.id))}
      />
      <ChampTexte
        {...champ('quotite')}
        libelle="Quotité, en pour cent d’un temps plein"
        inputMode="decimal"
        requis
        taille="court"
      />
      {poste ? null : <ChampJour {...champ('du')} libelle="Ouvert à partir du" requis />}
    </Saisie>
  );
}
