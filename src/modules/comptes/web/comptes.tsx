import { Introuvable } from '#server/errors.ts';
import { PageDemandee } from '#shared/pagination.ts';
import { Liste } from '#web/gabarits/liste.tsx';
import { readPage } from '#web/page.server.ts';
import { LienBouton } from '#web/ui/bouton.tsx';
import { ChampSelection } from '#web/ui/champ-choix.tsx';
import { ChampTexte } from '#web/ui/champ-texte.tsx';
import { Etiquette } from '#web/ui/etiquette.tsx';
import { type CompteResume, type FiltreComptes, listComptes } from '../data/queries.server.ts';
import { canUpdateCompte } from '../droits.ts';
import type { Route } from './+types/comptes.ts';
import { formatMoyens } from './session-view.ts';

export function loader(args: Route.LoaderArgs) {
  const { pathname, search, searchParams } = new URL(args.request.url);
  const etat = searchParams.get('etat');
  const filtre: FiltreComptes = {
    recherche: (searchParams.get('recherche') ?? '').slice(0, 100),
    etat: etat === 'ouverts' || etat === 'fermes' ? etat : 'tous',
  };
  return readPage(args, async ({ tx, agent }) => {
    if (!canUpdateCompte(agent)) throw new Introuvable('Cette page n’existe pas.');
    const page = await listComptes(tx, filtre, PageDemandee.parse(Object.fromEntries(searchParams)));
    return { ...page, filtre, adresse: pathname + search };
  });
}

const ETATS = [
  { valeur: 'tous', libelle: 'Tous' },
  { valeur: 'ouverts', libelle: 'Ouverts' },
  { valeur: 'fermes', libelle: 'Fermés' },
];

function formatEtat({ ferme, secondFacteur, moyens }: CompteResume) {
  if (ferme !== null) return <Etiquette ton="retard">Fermé</Etiquette>;
  if (moyens.length === 0) return <Etiquette ton="attente">Invitation en cours</Etiquette>;
  if (moyens.includes('credential') && !secondFacteur) return <Etiquette ton="bientot">Sans second facteur</Etiquette>;
  return <Etiquette ton="fait">Ouvert</Etiquette>;
}

export default function Comptes({ loaderData: { lignes, total, page, pages, filtre, adresse } }: Route.ComponentProps) {
  return (
    <Liste
      titre="Comptes de connexion"
      sous="Qui peut se connecter à Marelle, et comment."
      actes={
        <LienBouton variante="principal" href="/comptes/nouveau">
          Ouvrir un compte
        </LienBouton>
      }
      {...{ lignes, total, page, pages, adresse }}
      nom={['compte', 'comptes']}
      filtree={filtre.recherche !== '' || filtre.etat !== 'tous'}
      cle={({ id }) => id}
      filtres={
        <>
          <ChampTexte nom="recherche" libelle="Nom ou courriel" type="search" valeur={filtre.recherche} />
          <ChampSelection nom="etat" libelle="État" choix={ETATS} valeur={filtre.etat} vide={null} />
        </>
      }
      colonnes={[
        { cle: 'nom', titre: 'Agent', cellule: ({ id, nom }) => <a href={`/comptes/${id}`}>{nom}</a> },
        { cle: 'courriel', titre: 'Courriel', cellule: ({ courriel }) => courriel },
        { cle: 'etat', titre: 'État', cellule: formatEtat },
        { cle: 'moyens', titre: 'Se connecte par', cellule: ({ moyens }) => formatMoyens(moyens) },
        { cle: 'sessions', titre: 'Sessions', nombre: true, cellule: ({ sessions }) => sessions },
      ]}
      vide={{ titre: 'Aucun compte', texte: 'Les comptes ouverts aux agents apparaîtront ici.' }}
    />
  );
}
