import { canSuivre } from '#modules/eaje/index.ts';
import { OngletsCreche } from '#modules/eaje/web/composants.tsx';
import { Introuvable } from '#server/errors.ts';
import { EnTetePage } from '#web/gabarits/en-tete-page.tsx';
import { readPage } from '#web/page.server.ts';
import { LienBouton } from '#web/ui/bouton.tsx';
import { EtatVide } from '#web/ui/message.tsx';
import { Tableau } from '#web/ui/tableau.tsx';
import { getCrecheDeTravaux, listDossiers } from '../data/dossiers-queries.server.ts';
import type { DossierTravaux } from '../dossier-travaux.ts';
import { comparePriorites } from '../rules/priorite.ts';
import { isOuvert } from '../rules/transitions.ts';
import type { Route } from './+types/travaux-creche.ts';
import { ADRESSE_TRAVAUX, formatAdresseTravaux } from './adresses.ts';
import { buildColonnesDossiers } from './dossiers-colonnes.tsx';
import { isEnRetard } from './dossiers-view.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async ({ tx, agent, aujourdhui }) => {
    const creche = await getCrecheDeTravaux(tx, args.params.id);
    if (!canSuivre(agent, creche)) throw new Introuvable('Absente, ou hors de vos missions.');
    const dossiers = await listDossiers(tx, creche.id);
    return { creche, jour: aujourdhui, dossiers: dossiers.sort(comparePriorites) };
  });
}

export default function TravauxDeLaCreche({ loaderData: { creche, jour, dossiers } }: Route.ComponentProps) {
  const ouverts = dossiers.filter(({ etat }) => isOuvert(etat));
  const finis = dossiers.filter(({ etat }) => !isOuvert(etat));
  const tableau = (legende: string, lignes: readonly DossierTravaux[]) => (
    <Tableau
      legende={legende}
      colonnes={buildColonnesDossiers(jour, { creche: false })}
      lignes={lignes}
      cle={({ id }) => id}
      ton={(dossier) => (isEnRetard(dossier, jour) ? 'retard' : undefined)}
    />
  );
  return (
    <>
      <EnTetePage
        titre={`Travaux · ${creche.nom}`}
        fil={[
          { titre: 'Crèches', href: '/creches' },
          { titre: creche.nom, href: `/creches/${creche.id}` },
        ]}
        actes={
          <>
            <LienBouton href={`${formatAdresseTravaux(creche.id)}/besoin`} variante="principal">
              Inscrire un besoin
            </LienBouton>
            <LienBouton href={ADRESSE_TRAVAUX}>Travaux du territoire</LienBouton>
          </>
        }
      />
      <OngletsCreche id={creche.id} courant="travaux" />
      {ouverts.length > 0 ? (
        tableau('Travaux ouverts, le plus pressant d’abord', ouverts)
      ) : (
        <EtatVide titre="Aucuns travaux ouverts">
          Ce qui est à faire dans cette crèche paraîtrait ici, du besoin à la réouverture.
        </EtatVide>
      )}
      {finis.length > 0 ? (
        <section className="section">
          <h2>Finis</h2>
          {tableau('Travaux rouverts ou abandonnés', finis)}
        </section>
      ) : null}
    </>
  );
}
