import { type DocumentTenu, isATransmettre, NATURES_DOCUMENT } from '#modules/eaje/index.ts';
import { formatAdresseCreche, Transmission } from '#modules/eaje/web/composants.tsx';
import { formatJour } from '#shared/jour-civil-format.ts';
import { EnTetePage } from '#web/gabarits/en-tete-page.tsx';
import { readPage } from '#web/page.server.ts';
import { LienBouton } from '#web/ui/bouton.tsx';
import { Tableau } from '#web/ui/tableau.tsx';
import type { Route } from './+types/document.ts';
import { getDocument } from './document.server.ts';
import { formatAdresseDocument, listFilDocument } from './document-adresse.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, (contexte) => getDocument(contexte, args.params));
}

export default function DocumentDeCreche({ loaderData }: Route.ComponentProps) {
  const { id, nom, nature, versions, peut } = loaderData;
  return (
    <>
      <EnTetePage
        titre={NATURES_DOCUMENT[nature]}
        sous={nom}
        fil={listFilDocument(loaderData).slice(0, -1)}
        actes={peut ? <Actes id={id} nature={nature} inscrit={versions.length > 0} /> : null}
      />
      <section className="section">
        <h2>Versions</h2>
        {versions.length === 0 ? (
          <p>Aucune version inscrite : le document manque.</p>
        ) : (
          <Versions versions={versions} transmissible={isATransmettre(nature)} />
        )}
        <p>
          <a href={formatAdresseCreche(id, '#documents')}>Tous les documents de la crèche</a>
        </p>
      </section>
    </>
  );
}

function Actes({ id, nature, inscrit }: { id: string; nature: string; inscrit: boolean }) {
  return (
    <>
      <LienBouton href={formatAdresseDocument(id, nature, '/nouvelle')} variante="principal">
        {inscrit ? 'Nouvelle version' : 'Inscrire le document'}
      </LienBouton>
      {inscrit ? <LienBouton href={formatAdresseDocument(id, nature, '/corriger')}>Corriger</LienBouton> : null}
    </>
  );
}

/** La première ligne vaut ; chacune des autres est remplacée par celle du dessus. */
function Versions({ versions, transmissible }: { versions: readonly DocumentTenu[]; transmissible: boolean }) {
  const lignes = versions.map((version, rang) => ({ ...version, suivante: versions[rang - 1]?.etabliLe ?? null }));
  const jamais = lignes.filter(({ suivante, aTransmettre, transmisLe }) => suivante && aTransmettre && !transmisLe);
  return (
    <>
      <Tableau
        legende="Versions du document, de la dernière à la première"
        lignes={lignes}
        cle={({ id }) => id}
        colonnes={[
          { cle: 'etabli', titre: 'Établi le', cellule: ({ etabliLe }) => formatJour(etabliLe, 'court') },
          {
            cle: 'etat',
            titre: 'État',
            cellule: ({ suivante }) => (suivante ? `remplacé le ${formatJour(suivante, 'court')}` : 'en vigueur'),
          },
          ...(transmissible
            ? [
                {
                  cle: 'transmis',
                  titre: 'Transmis le',
                  cellule: ({ suivante, ...version }: (typeof lignes)[number]) => (
                    <Transmission {...version} remplacee={suivante !== null} />
                  ),
                },
              ]
            : []),
          {
            cle: 'revoir',
            titre: 'À revoir le',
            cellule: ({ aRevoirLe }) => aRevoirLe && formatJour(aRevoirLe, 'court'),
          },
        ]}
      />
      {jamais.length > 0 && lignes[0]?.aTransmettre && !lignes[0].transmisLe ? (
        <p>
          Une version jamais transmise au président du conseil départemental a été remplacée : la transmission reste due
          à son premier terme, et c’est la version en vigueur qui se transmet (CAP-26).
        </p>
      ) : null}
    </>
  );
}
