import { getDepartement, getVocabulaire } from '#modules/organisation/index.server.ts';
import { canUpdateOrganisation, formatNature, type Vocabulaire } from '#modules/organisation/index.ts';
import { formatNom } from '#shared/nom-propre.ts';
import { EnTetePage } from '#web/gabarits/en-tete-page.tsx';
import { listOnglets } from '#web/gabarits/onglets-organisation.ts';
import { readPage } from '#web/page.server.ts';
import { LienBouton } from '#web/ui/bouton.tsx';
import { Faits } from '#web/ui/faits.tsx';
import { EtatVide } from '#web/ui/message.tsx';
import { Onglets } from '#web/ui/navigation-locale.tsx';
import { Tableau } from '#web/ui/tableau.tsx';
import { listUnites } from '../data/organigramme.server.ts';
import type { UniteEnArbre } from '../organigramme.ts';
import type { Route } from './+types/organisation.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => ({
    departement: await getDepartement(contexte),
    unites: await listUnites(contexte),
    mots: await getVocabulaire(contexte.tx, contexte.aujourdhui),
    peut: canUpdateOrganisation(contexte.agent),
  }));
}

export default function Organisation({ loaderData: { departement, unites, mots, peut } }: Route.ComponentProps) {
  const racine = unites[0];
  return (
    <>
      <EnTetePage
        titre="Organisation"
        sous={`${departement.nom} (${departement.code}) : les unités, qui y travaille, ce qui est vacant aujourd’hui`}
        actes={peut ? <LienBouton href="/organisation/unites/nouvelle">Créer une unité</LienBouton> : null}
      />
      <Onglets libelle="Pages de l’organisation" onglets={listOnglets('organisation')} />
      {racine ? (
        <>
          <Chiffres racine={racine} unites={unites} mots={mots} />
          <Arbre unites={unites} mots={mots} />
        </>
      ) : (
        <EtatVide titre="Aucune unité pour l’instant">
          Les directions, services et sites du département apparaîtront ici : créez-les, ou reprenez un fichier.
        </EtatVide>
      )}
    </>
  );
}

function Chiffres({
  racine,
  unites,
  mots,
}: {
  racine: UniteEnArbre;
  unites: readonly UniteEnArbre[];
  mots: Vocabulaire;
}) {
  const { agents, postes, vacants, absents, communes } = racine;
  const sites = unites.filter(({ nature }) => nature === 'site').length;
  const part = postes === 0 ? 0 : Math.round((100 * vacants) / postes);
  return (
    <Faits
      faits={[
        { titre: 'Agents en poste', valeur: <a href="/organisation/agents">{agents}</a> },
        {
          titre: 'Postes vacants',
          valeur: <a href="/organisation/postes?etat=vacant">{vacants}</a>,
          detail: `${part} % des ${postes} postes`,
          ton: vacants > 0 ? 'retard' : undefined,
        },
        { titre: 'Absents aujourd’hui', valeur: <a href="/organisation/agents?presence=absent">{absents}</a> },
        { titre: formatNature('site', mots), valeur: sites, detail: 'lieux de travail ouverts' },
        { titre: 'Communes desservies', valeur: <a href="/organisation/communes">{communes}</a> },
      ]}
    />
  );
}

function Arbre({ unites, mots }: { unites: readonly UniteEnArbre[]; mots: Vocabulaire }) {
  return (
    <Tableau
      legende="Les unités du département, de la plus large à la plus proche du terrain"
      lignes={unites}
      cle={({ id }) => id}
      colonnes={[
        {
          cle: 'nom',
          titre: 'Unité',
          cellule: ({ id, nom, niveau }) => (
            <span className={`retrait retrait-${Math.min(niveau, 5)}`}>
              <a href={`/organisation/unites/${id}`}>{nom}</a>
            </span>
          ),
        },
        {
          cle: 'responsable',
          titre: 'Responsable',
          cellule: ({ responsableId, responsableNom, responsablePrenom }) =>
            responsableId && responsableNom ? (
              <a href={`/organisation/agents/${responsableId}`}>{formatNom(responsableNom, responsablePrenom)}</a>
            ) : null,
        },
        { cle: 'nature', titre: 'Nature', cellule: ({ nature }) => formatNature(nature, mots) },
        {
          cle: 'agents',
          titre: 'Agents',
          nombre: true,
          cellule: (u) => renderCompte(u.agents, `/organisation/agents?unite=${u.id}`),
        },
        {
          cle: 'absents',
          titre: 'Absents',
          nombre: true,
          cellule: (u) => renderCompte(u.absents, `/organisation/agents?presence=absent&unite=${u.id}`),
        },
        {
          cle: 'postes',
          titre: 'Postes',
          nombre: true,
          cellule: (u) => renderCompte(u.postes, `/organisation/postes?unite=${u.id}`),
        },
        {
          cle: 'vacants',
          titre: 'Vacants',
          nombre: true,
          cellule: (u) => renderCompte(u.vacants, `/organisation/postes?etat=vacant&unite=${u.id}`),
        },
        {
          cle: 'communes',
          titre: 'Communes',
          nombre: true,
          cellule: (u) => renderCompte(u.communes, `/organisation/communes?unite=${u.id}`),
        },
      ]}
    />
  );
}

/** Pas de chiffre sans sa liste ; un zéro n'en a pas. */
function renderCompte(nombre: number, href: string) {
  return nombre === 0 ? <span className="zero">0</span> : <a href={href}>{nombre}</a>;
}
