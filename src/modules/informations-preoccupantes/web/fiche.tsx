import { recordTrace } from '#server/journal.ts';
import { readPage } from '#web/page.server.ts';
import { Bloc, LignesDeBloc } from '#web/ui/bloc.tsx';
import { Boutons, LienBouton } from '#web/ui/bouton.tsx';
import { Avis } from '#web/ui/message.tsx';
import { getFicheInformation } from '../data/fiche-queries.server.ts';
import { canConduire, canRecueillir } from '../droits.ts';
import { isFinal } from '../information.ts';
import type { Route } from './+types/fiche.ts';
import { formatAdresseInformation } from './adresses.ts';
import { DossierInformation } from './dossier.tsx';
import { buildDossier } from './dossier-view.ts';
import { AutourDeLInformation } from './fiche-cote.tsx';
import { buildFiche, type FicheVue } from './fiche-view.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { tx, agent, aujourdhui } = contexte;
    const { id } = args.params;
    const fiche = await getFicheInformation(contexte, id);
    await recordTrace(tx, { acte: 'informations.consulter', objetId: id });
    const { enTete } = fiche;
    return {
      dossier: buildDossier(enTete, agent, aujourdhui),
      fiche: buildFiche(fiche, aujourdhui),
      peut: {
        conduire: canConduire(agent, enTete),
        completer: canConduire(agent, enTete) && !isFinal(enTete.etat),
        recueillir: canRecueillir(agent, enTete),
      },
    };
  });
}

export default function FicheInformation({ loaderData: { dossier, fiche, peut } }: Route.ComponentProps) {
  const page = (nom: string) => formatAdresseInformation(dossier.id, nom);
  return (
    <DossierInformation
      dossier={dossier}
      actif="fiche"
      alertes={<Alertes fiche={fiche} />}
      cote={<AutourDeLInformation id={dossier.id} fiche={fiche} peutConduire={peut.conduire} />}
    >
      <section className="bloc">
        <h2>Les faits</h2>
        <p className="recit">{fiche.recit}</p>
        {peut.conduire ? (
          <Boutons>
            {peut.completer ? (
              <>
                <LienBouton petit href={page('element')}>
                  Joindre un élément nouveau
                </LienBouton>
                <LienBouton petit href={page('urgence')}>
                  Revoir l’urgence
                </LienBouton>
              </>
            ) : null}
            <LienBouton petit href={page('correction')}>
              Corriger les faits et le foyer
            </LienBouton>
          </Boutons>
        ) : null}
      </section>
      <section className="bloc">
        <h2>La réception</h2>
        <dl className="definitions">
          {fiche.reception.map(({ titre, valeur }) => (
            <div key={titre}>
              <dt>{titre}</dt>
              <dd>{valeur}</dd>
            </div>
          ))}
        </dl>
        {peut.recueillir ? (
          <Boutons>
            <LienBouton petit href={page('reception')}>
              Corriger la réception
            </LienBouton>
            {fiche.transferee ? (
              <>
                <LienBouton petit href={page('transfert/dossier')}>
                  Dossier de transfert
                </LienBouton>
                <LienBouton petit href={page('accuse')}>
                  Accusé de réception
                </LienBouton>
              </>
            ) : null}
          </Boutons>
        ) : null}
      </section>
      <Bloc titre="Histoire">
        {fiche.actes.length > 0 ? (
          <LignesDeBloc
            lignes={fiche.actes.map(({ id, titre, le, detail }) => ({
              cle: id,
              titre,
              detail: [le, detail].filter(Boolean).join(' · '),
            }))}
          />
        ) : (
          <p>Chaque acte s’inscrira ici, avec qui l’a fait et quand.</p>
        )}
      </Bloc>
    </DossierInformation>
  );
}

function Alertes({ fiche: { repetition, mesureJudiciaire } }: { fiche: FicheVue }) {
  return (
    <>
      {repetition ? (
        <Avis ton="bientot" titre={repetition.titre}>
          <p>{repetition.texte}</p>
        </Avis>
      ) : null}
      {mesureJudiciaire ? (
        <Avis ton="bientot" titre="Mesure judiciaire en cours">
          <p>{mesureJudiciaire} (IP-035, pratique du département)</p>
        </Avis>
      ) : null}
    </>
  );
}
