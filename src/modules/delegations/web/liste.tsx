import { useLocation } from 'react-router';
import { getVocabulaire, listUnitesAChoisir } from '#modules/organisation/index.server.ts';
import { buildChoixUnites } from '#modules/organisation/index.ts';
import { PageDemandee } from '#shared/pagination.ts';
import { parseFiltre } from '#web/filtre.ts';
import { Liste } from '#web/gabarits/liste.tsx';
import { FIL_ORGANISATION, listOnglets } from '#web/gabarits/onglets-organisation.ts';
import { readPage } from '#web/page.server.ts';
import { LienBouton } from '#web/ui/bouton.tsx';
import { ChampSelection } from '#web/ui/champ-choix.tsx';
import { ChampTexte } from '#web/ui/champ-texte.tsx';
import { buildChoix } from '#web/ui/choix.ts';
import { listDelegations } from '../data/delegations.server.ts';
import { ACTES_DELEGABLES, DelegationFiltre, ETATS_DELEGATION } from '../delegation.ts';
import { canRecordDelegation } from '../droits.ts';
import { evaluateEtat } from '../rules/delegation.ts';
import type { Route } from './+types/liste.ts';
import { buildColonnesDelegation } from './tableau-delegations.tsx';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { filtre, brut } = parseFiltre(args.request, DelegationFiltre);
    const jour = contexte.aujourdhui;
    return {
      page: await listDelegations(contexte, { filtre, jour }, PageDemandee.parse(brut)),
      filtre,
      jour,
      unites: await listUnitesAChoisir(contexte),
      mots: await getVocabulaire(contexte.tx, jour),
      peut: canRecordDelegation(contexte.agent),
    };
  });
}

export default function ListeDelegations({
  loaderData: { page, filtre, jour, unites, mots, peut },
}: Route.ComponentProps) {
  const { pathname, search } = useLocation();
  return (
    <Liste
      titre="Délégations de signature"
      sous={<a href="/organisation/delegations">Voir par acte : qui peut signer quoi aujourd’hui</a>}
      fil={[FIL_ORGANISATION, { titre: 'Délégations', href: '/organisation/delegations' }]}
      onglets={listOnglets('delegations')}
      actes={
        peut ? <LienBouton href="/organisation/delegations/nouvelle">Enregistrer une délégation</LienBouton> : null
      }
      adresse={pathname + search}
      {...page}
      nom={['délégation', 'délégations']}
      filtree={Boolean(filtre.q || filtre.unite || filtre.acte || filtre.agent || filtre.etat !== 'en-vigueur')}
      exporter="/organisation/delegations.xlsx"
      tri={{ cle: filtre.tri, sens: filtre.sens }}
      cle={({ id }) => id}
      ton={(delegation) => (evaluateEtat(delegation, jour) === 'bientot-finie' ? 'bientot' : undefined)}
      colonnes={buildColonnesDelegation({ jour, peut })}
      filtres={
        <>
          <ChampTexte nom="q" libelle="Agent ou numéro d’arrêté" type="search" valeur={filtre.q} />
          <ChampSelection
            nom="acte"
            libelle="Acte"
            vide="Tous"
            choix={buildChoix(ACTES_DELEGABLES)}
            valeur={filtre.acte}
          />
          <ChampSelection
            nom="unite"
            libelle="Unité"
            vide="Toutes"
            choix={buildChoixUnites(unites, mots)}
            valeur={filtre.unite}
          />
          <ChampSelection
            nom="etat"
            libelle="État"
            vide={null}
            choix={buildChoix(ETATS_DELEGATION)}
            valeur={filtre.etat}
          />
        </>
      }
      vide={{ titre: 'Aucune délégation en vigueur', texte: 'Les arrêtés de délégation enregistrés apparaîtront ici.' }}
    />
  );
}
