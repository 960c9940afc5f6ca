import { Fragment } from 'react';
import { EnTetePage } from '#web/gabarits/en-tete-page.tsx';
import { readPage } from '#web/page.server.ts';
import { LienBouton } from '#web/ui/bouton.tsx';
import { type Colonne, Tableau } from '#web/ui/tableau.tsx';
import type { Route } from './+types/documentation-api.ts';
import { buildDocumentation } from './documentation.server.ts';
import './documentation-api.css';
import type { Champ, Entree, Groupe } from './documentation-view.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async () => buildDocumentation(new URL(args.request.url).origin));
}

export default function DocumentationApi({ loaderData }: Route.ComponentProps) {
  const { adresse, presentation, groupes, problemes } = loaderData;
  return (
    <div className="documentation">
      <EnTetePage
        titre="L’API de Marelle"
        sous={presentation}
        actes={
          <LienBouton href="/api/v1/openapi.json" download>
            Description OpenAPI 3.1
          </LienBouton>
        }
      />
      <Sommaire groupes={groupes} />
      <Regles adresse={adresse} />
      {groupes.map((groupe) => (
        <section className="section" key={groupe.titre} id={`groupe-${groupe.titre}`}>
          <h2>
            {groupe.titre} <span className="nombre">{groupe.entrees.length}</span>
          </h2>
          {groupe.entrees.map((entree) => (
            <EntreeApi key={entree.id} entree={entree} />
          ))}
        </section>
      ))}
      <Problemes problemes={problemes} />
    </div>
  );
}

function Sommaire({ groupes }: { groupes: readonly Groupe[] }) {
  return (
    <nav aria-label="Dans cette page">
      <ul className="documentation-sommaire">
        {groupes.map(({ titre, entrees }) => (
          <li key={titre}>
            <a href={`#groupe-${titre}`}>
              {titre} ({entrees.length})
            </a>
          </li>
        ))}
        <li>
          <a href="#problemes">Problèmes</a>
        </li>
      </ul>
    </nav>
  );
}

function Regles({ adresse }: { adresse: string }) {
  return (
    <section className="section">
      <h2>Pour commencer</h2>
      <ul>
        <li>
          Un administrateur donne un jeton, pour un agent de service, avec ses portées et son terme. Envoyez-le à chaque
          requête : <code>Authorization: Bearer …</code>. Les témoins du navigateur ne valent rien ici.
        </li>
        <li>
          Les corps sont en JSON, les jours s’écrivent <code>2026-11-21</code>, les identifiants sont des uuid.
        </li>
        <li>
          Une liste se demande par pages : <code>page</code> et <code>taille</code> (200 au plus) ; l’en-tête{' '}
          <code>Link</code> mène aux voisines.
        </li>
        <li>
          Toute lecture porte un <code>ETag</code> : renvoyé par <code>If-None-Match</code>, il donne 304 si rien n’a
          changé. Pour corriger une fiche, renvoyez le sien par <code>If-Match</code> : 412 si quelqu’un est passé
          avant.
        </li>
        <li>Chaque jeton a 600 requêtes par minute. Au-delà : 429, et le temps à attendre.</li>
      </ul>
      <pre>{`export JETON='…'\ncurl '${adresse}/api/v1/organisation/unites' -H "Authorization: Bearer $JETON"`}</pre>
    </section>
  );
}

function EntreeApi({ entree }: { entree: Entree }) {
  return (
    <details className="documentation-entree" id={entree.id}>
      <summary>
        <span className="documentation-methode">{entree.methode}</span> <code>{entree.chemin}</code>
        <span className="documentation-titre">{entree.titre}</span>
      </summary>
      <div>
        {entree.texte ? <p>{entree.texte}</p> : null}
        <h3>Exemple</h3>
        <pre>{entree.exemple}</pre>
        <Champs titre="Paramètres" champs={entree.parametres} de={entree.titre} />
        <Champs titre="Corps" champs={entree.corps} de={entree.titre} />
        <Champs titre="Réponse" champs={entree.reponse} de={entree.titre} />
      </div>
    </details>
  );
}

const COLONNES: readonly Colonne<Champ>[] = [
  { cle: 'nom', titre: 'Nom', cellule: ({ nom }) => <NomDeChamp nom={nom} /> },
  { cle: 'texte', titre: 'Ce que c’est', cellule: ({ texte }) => texte },
  { cle: 'type', titre: 'Type', cellule: ({ type }) => type },
  { cle: 'requis', titre: 'Présence', cellule: ({ requis }) => (requis ? 'toujours' : 'facultatif') },
];

/** Un nom se coupe après un point, jamais au milieu d'un mot. */
function NomDeChamp({ nom }: { nom: string }) {
  const [premier = '', ...suite] = nom.split('.');
  return (
    <code>
      {premier}
      {suite.map((mot) => (
        <Fragment key={mot}>
          .<wbr />
          {mot}
        </Fragment>
      ))}
    </code>
  );
}

function Champs({ titre, champs, de }: { titre: string; champs: readonly Champ[]; de: string }) {
  if (champs.length === 0) return null;
  return (
    <>
      <h3>{titre}</h3>
      <Tableau legende={`${titre} : ${de}`} colonnes={COLONNES} lignes={champs} cle={({ nom }) => nom} />
    </>
  );
}

type Probleme = { nom: string; status: number; title: string; texte: string };

function Problemes({ problemes }: { problemes: readonly Probleme[] }) {
  return (
    <section className="section" id="problemes">
      <h2>
        Problèmes <span className="nombre">{problemes.length}</span>
      </h2>
      <p>
        Toute erreur est un objet <code>application/problem+json</code> (RFC 9457) : <code>type</code> mène ici,{' '}
        <code>detail</code> dit ce qui s’est passé.
      </p>
      <dl className="documentation-problemes">
        {problemes.map(({ nom, status, title, texte }) => (
          <div key={nom} id={`probleme-${nom}`}>
            <dt>
              {status} · {title}
            </dt>
            <dd>{texte}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
