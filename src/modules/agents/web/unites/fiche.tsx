import { getUnite, getVocabulaire, type UniteFiche } from '#modules/organisation/index.server.ts';
import { canUpdateOrganisation, formatNature } from '#modules/organisation/index.ts';
import { formatPeriode } from '#shared/periode-format.ts';
import { Fiche } from '#web/gabarits/fiche.tsx';
import { FIL_ORGANISATION } from '#web/gabarits/onglets-organisation.ts';
import { readPage } from '#web/page.server.ts';
import { Bloc, LignesDeBloc } from '#web/ui/bloc.tsx';
import { LienBouton } from '#web/ui/bouton.tsx';
import { Details } from '#web/ui/details.tsx';
import { Etiquette } from '#web/ui/etiquette.tsx';
import { EtatVide } from '#web/ui/message.tsx';
import { listUnites } from '../../data/organigramme.server.ts';
import { listPostesDe } from '../../data/postes.server.ts';
import type { UniteEnArbre } from '../../organigramme.ts';
import { TableauPostes } from '../postes/tableau-postes.tsx';
import type { Route } from './+types/fiche.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => ({
    fiche: await getUnite(contexte, args.params.id),
    postes: await listPostesDe(contexte, args.params.id),
    arbre: (await listUnites(contexte)).find(({ id }) => id === args.params.id),
    mots: await getVocabulaire(contexte.tx, contexte.aujourdhui),
    peut: canUpdateOrganisation(contexte.agent),
  }));
}

export default function FicheUnite({ loaderData: { fiche, postes, arbre, mots, peut } }: Route.ComponentProps) {
  const { unite, ancetres, enfants, communes } = fiche;
  return (
    <Fiche
      titre={unite.nom}
      etiquettes={
        <>
          <Etiquette ton="accent">{formatNature(unite.nature, mots)}</Etiquette>
          {unite.au ? <Etiquette ton="attente">fermée</Etiquette> : null}
        </>
      }
      sous={[unite.code, unite.adresse, unite.commune, unite.telephone].filter(Boolean).join(' · ')}
      fil={[FIL_ORGANISATION, ...ancetres.map(({ id, nom }) => ({ titre: nom, href: `/organisation/unites/${id}` }))]}
      actes={peut ? <Actes unite={unite} /> : null}
      faits={arbre ? listFaits(arbre) : undefined}
      cote={
        <>
          {enfants.length > 0 ? (
            <Bloc titre="Unités qui en dépendent">
              <LignesDeBloc
                lignes={enfants.map((e) => ({
                  cle: e.id,
                  titre: <a href={`/organisation/unites/${e.id}`}>{e.nom}</a>,
                  detail: formatNature(e.nature, mots),
                }))}
              />
            </Bloc>
          ) : null}
          <Communes communes={communes} uniteId={unite.id} />
          <Bloc titre="Ouverture">
            <p>{formatPeriode(unite.du, unite.au)}</p>
          </Bloc>
        </>
      }
    >
      <section className="section">
        <h2>
          Postes de l’unité <span className="nombre">{postes.length}</span>
        </h2>
        {postes.length > 0 ? (
          <TableauPostes postes={postes} legende={`Postes de ${unite.nom}`} />
        ) : (
          <EtatVide titre="Aucun poste dans cette unité">
            Les postes rattachés directement à cette unité apparaîtront ici.
          </EtatVide>
        )}
      </section>
    </Fiche>
  );
}

function Actes({ unite }: { unite: UniteFiche['unite'] }) {
  return (
    <>
      <LienBouton href={`/organisation/unites/${unite.id}/modifier`}>Modifier</LienBouton>
      <LienBouton href={`/organisation/postes/nouveau?unite=${unite.id}`}>Créer un poste ici</LienBouton>
      {unite.au === null && unite.nature !== 'departement' ? (
        <LienBouton variante="discret" href={`/organisation/terminer/unite/${unite.id}`}>
          Fermer l’unité
        </LienBouton>
      ) : null}
    </>
  );
}

function listFaits({ id, ...total }: UniteEnArbre) {
  return [
    {
      titre: 'Agents en poste',
      valeur: <a href={`/organisation/agents?unite=${id}`}>{total.agents}</a>,
      detail: 'descendance comprise',
    },
    {
      titre: 'Absents aujourd’hui',
      valeur: <a href={`/organisation/agents?presence=absent&unite=${id}`}>{total.absents}</a>,
    },
    {
      titre: 'Postes vacants',
      valeur: <a href={`/organisation/postes?etat=vacant&unite=${id}`}>{total.vacants}</a>,
      detail: `sur ${total.postes}`,
      ton: total.vacants > 0 ? ('retard' as const) : undefined,
    },
    { titre: 'Communes desservies', valeur: <a href={`/organisation/communes?unite=${id}`}>{total.communes}</a> },
    {
      titre: 'Qui signe ici',
      valeur: <a href={`/organisation/delegations/liste?unite=${id}`}>voir</a>,
      detail: 'délégations en vigueur',
    },
  ];
}

function Communes({ communes, uniteId }: { communes: UniteFiche['communes']; uniteId: string }) {
  if (communes.length === 0) return null;
  const noms = communes.map(({ nom, quartier }) => (quartier ? `${nom} (${quartier})` : nom));
  return (
    <Bloc titre="Communes desservies">
      <p>{noms.slice(0, 12).join(', ')}</p>
      {noms.length > 12 ? (
        <Details titre={`Les ${noms.length - 12} autres`}>
          <p>{noms.slice(12).join(', ')}</p>
        </Details>
      ) : null}
      <p>
        <LienBouton petit href={`/organisation/communes?unite=${uniteId}`}>
          Voir la liste
        </LienBouton>
      </p>
    </Bloc>
  );
}
