import { buildDossier, DossierInformation } from '#modules/informations-preoccupantes/web/composants.tsx';
import { Introuvable } from '#server/errors.ts';
import { recordTrace } from '#server/journal.ts';
import { readPage } from '#web/page.server.ts';
import { Bloc, LignesDeBloc } from '#web/ui/bloc.tsx';
import { LienBouton } from '#web/ui/bouton.tsx';
import { getDossierEcrits } from '../data/dossier.server.ts';
import { listEcritsProduits } from '../data/ecrits-queries.server.ts';
import { canListEcrits } from '../droits.ts';
import type { Route } from './+types/ecrits.ts';
import { buildEcrits, type EcritsVue } from './ecrits-view.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { tx, agent, aujourdhui } = contexte;
    const { id } = args.params;
    const dossier = await getDossierEcrits(contexte, id);
    const { enTete } = dossier.fiche;
    if (!canListEcrits(agent, enTete)) throw new Introuvable('Absente, ou hors de vos missions.');
    await recordTrace(tx, { acte: 'ecrits.consulter', objetId: id });
    return {
      dossier: buildDossier(enTete, agent, aujourdhui),
      ecrits: buildEcrits(dossier, await listEcritsProduits(contexte, id), agent),
    };
  });
}

export default function Ecrits({ loaderData: { dossier, ecrits } }: Route.ComponentProps) {
  return (
    <DossierInformation dossier={dossier} actif="ecrits" cote={<Sortis produits={ecrits.produits} />}>
      <Bloc titre="Écrits à produire">
        {ecrits.possibles.length > 0 ? (
          <LignesDeBloc
            lignes={ecrits.possibles.map(({ cle, titre, aQui, aide, reserves, sorti, href }) => ({
              cle,
              titre: (
                <>
                  <strong>{titre}</strong>
                  <small>
                    {aide} S’adresse {aQui}.
                  </small>
                  {reserves.map((reserve) => (
                    <small key={reserve}>À savoir : {reserve}</small>
                  ))}
                  {sorti ? <small>{sorti}.</small> : null}
                </>
              ),
              fin: (
                <span>
                  <LienBouton petit href={href}>
                    Télécharger<span className="lecteur"> : {titre}</span>
                  </LienBouton>
                </span>
              ),
            }))}
          />
        ) : (
          <p>Aucun écrit ne se produit à ce stade.</p>
        )}
        <p>
          <small>
            Chaque écrit s’ouvre dans Word, dans la trame du département ; ce qui manque s’y lit « [à compléter : …] ».
            Relisez-le avant de l’envoyer, puis inscrivez dans les suites ce qui a été dit.
          </small>
        </p>
      </Bloc>
      {ecrits.attendus.length > 0 ? (
        <Bloc titre="Pas encore, ou pas par vous">
          <LignesDeBloc
            lignes={ecrits.attendus.map(({ cle, titre, pourquoi }) => ({ cle, titre, detail: pourquoi }))}
          />
        </Bloc>
      ) : null}
    </DossierInformation>
  );
}

function Sortis({ produits }: Pick<EcritsVue, 'produits'>) {
  return (
    <Bloc titre="Écrits sortis de Marelle">
      {produits.length > 0 ? (
        <LignesDeBloc lignes={produits.map(({ id, titre, detail }) => ({ cle: id, titre, detail }))} />
      ) : (
        <p>Chaque écrit téléchargé s’inscrira ici, avec qui l’a produit et quand.</p>
      )}
    </Bloc>
  );
}
