import { Introuvable } from '#server/errors.ts';
import { EnTetePage } from '#web/gabarits/en-tete-page.tsx';
import { readPage } from '#web/page.server.ts';
import { Bloc, LignesDeBloc } from '#web/ui/bloc.tsx';
import { LienBouton } from '#web/ui/bouton.tsx';
import { EtapesDeCalcul } from '#web/ui/details.tsx';
import { Etiquette } from '#web/ui/etiquette.tsx';
import { Faits } from '#web/ui/faits.tsx';
import { findEcheance } from '../data/echeances-queries.server.ts';
import type { Route } from './+types/echeance.ts';
import { buildFicheEcheance } from './echeance-view.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const echeance = await findEcheance(contexte, args.params.id);
    if (!echeance) throw new Introuvable('Cette échéance n’existe plus, ou vous n’avez pas accès à cette situation.');
    return buildFicheEcheance(echeance, contexte.aujourdhui);
  });
}

export default function Echeance({ loaderData: fiche }: Route.ComponentProps) {
  return (
    <>
      <EnTetePage
        titre={fiche.libelle}
        sous={fiche.sous}
        fil={[
          { titre: 'Échéances', href: '/echeances' },
          { titre: fiche.objet.nom, href: fiche.objet.href },
        ]}
        etiquettes={<Etiquette ton={fiche.ton}>{fiche.distance}</Etiquette>}
        actes={
          <>
            {fiche.inscrire ? (
              <LienBouton variante="principal" href={fiche.inscrire}>
                C’est fait
              </LienBouton>
            ) : null}
            {fiche.objet.sorte === 'enfant' ? null : (
              <LienBouton href={fiche.objet.href}>
                {fiche.objet.sorte === 'creche' ? 'Ouvrir la crèche' : 'Ouvrir l’information'}
              </LienBouton>
            )}
            {fiche.mesure ? <LienBouton href={fiche.mesure}>Ouvrir la mesure</LienBouton> : null}
          </>
        }
      />
      <Faits faits={fiche.faits} />
      <div className="colonnes">
        <Bloc titre="Le décompte">
          <EtapesDeCalcul etapes={fiche.etapes} textes={[]} />
        </Bloc>
        <aside aria-label="Le droit">
          <Bloc titre={`Règle ${fiche.regle}`}>
            <LignesDeBloc
              lignes={fiche.textes.map(({ texte, source }) => ({ cle: texte, titre: texte, detail: source }))}
            />
            {fiche.satisfaite ? <p>Ce qui la satisfait : {fiche.satisfaite}</p> : null}
            {fiche.arretee ? <p>Ce qui l’arrête : {fiche.arretee}</p> : null}
            <p>
              <a href={`/droit?q=${fiche.regle}`}>La règle et ses lectures</a>
            </p>
          </Bloc>
        </aside>
      </div>
    </>
  );
}
