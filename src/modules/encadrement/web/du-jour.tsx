import { useLocation } from 'react-router';
import { FiltreTerritoire } from '#modules/eaje/web/composants.tsx';
import { formatJour, formatJourDeSemaine } from '#shared/jour-civil-format.ts';
import { parseFiltre } from '#web/filtre.ts';
import { EnTetePage } from '#web/gabarits/en-tete-page.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { buildAdresse } from '#web/ui/adresse.ts';
import { Bouton } from '#web/ui/bouton.tsx';
import { BoutonImprimer } from '#web/ui/bouton-imprimer.tsx';
import { buildChoixNommes } from '#web/ui/choix.ts';
import { Avis, EtatVide } from '#web/ui/message.tsx';
import { ResumeErreurs } from '#web/ui/resume-erreurs.tsx';
import { sendProposition } from '../data/remede-commands.server.ts';
import type { Route } from './+types/du-jour.ts';
import { LegendeDesQuarts, NonCompte } from './bande.tsx';
import './encadrement.css';
import { JourFiltre, readDuJour } from './du-jour.server.ts';
import { formatNombre } from './du-jour-view.ts';
import { TableauDuJour } from './tableau-du-jour.tsx';

export { shouldRevalidate } from '#web/gabarits/revalidation.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, (contexte) => readDuJour(contexte, parseFiltre(args.request, JourFiltre).filtre));
}

export function action(args: Route.ActionArgs) {
  const { pathname, search } = new URL(args.request.url);
  return actPage(args, {
    command: sendProposition,
    vers: () => pathname.replace(/\.data$/, '') + search,
    fait: (noms) => `La proposition est adressée à ${noms}, qui décide.`,
  });
}

export default function CrechesDuJour({ loaderData, actionData }: Route.ComponentProps) {
  const { pathname, search } = useLocation();
  const { lignes, filtre, jour, aujourdhui, jours, ouvertes } = loaderData;
  const ferme = filtre.jour === null && jour !== aujourdhui;
  return (
    <>
      <EnTetePage titre="Crèches du jour" sous={formatSous(loaderData)} />
      <ResumeErreurs
        erreurs={actionData?.erreurs}
        titre="La proposition n’est pas partie"
        textes={actionData?.textes}
      />
      {ferme ? (
        <Avis>
          Les crèches sont fermées ce {formatJourDeSemaine(aujourdhui)} : voici {formatJour(jour, 'complet')}.
        </Avis>
      ) : null}
      <nav className="jours" aria-label="Choisir un jour">
        <ul>
          {jours.map((offert) => (
            <li key={offert.jour}>
              <a
                href={buildAdresse(pathname + search, { jour: offert.jour })}
                aria-current={offert.jour === jour ? 'date' : undefined}
              >
                {offert.titre}
                <small className={offert.sousTaux > 0 ? 'jours-sous' : undefined}>
                  {offert.sousTaux === 0 ? 'taux tenu' : `${offert.sousTaux} sous le taux`}
                </small>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Filtres {...loaderData} />
      {loaderData.nonCompte ? (
        <NonCompte />
      ) : lignes.length === 0 ? (
        <EtatVide titre={ouvertes === 0 ? 'Aucune crèche n’ouvre ce jour' : 'Le taux est tenu partout ce jour'}>
          {ouvertes === 0
            ? 'Chaque crèche de vos unités qui ouvre ce jour a ici sa ligne : ses enfants, ses professionnels, ce qui manque.'
            : 'Une crèche vient ici quand il lui manque quelqu’un au moins un quart d’heure.'}
        </EtatVide>
      ) : (
        <TableauDuJour {...loaderData} />
      )}
      <LegendeDesQuarts />
      <p className="sous">
        Occupation : heures d’enfant prévues sur heures de place. Manque : quarts d’heure où il faut quelqu’un de plus.
        Le rapport d’enfants par professionnel (CSP, art. R2324-46-4) reste à confirmer : il avertit, il ne refuse rien.
      </p>
    </>
  );
}

function formatSous({ ouvertes, sousTaux, volants, jour }: Route.ComponentProps['loaderData']): string {
  return [
    formatJour(jour, 'complet').replace(/^./, (lettre) => lettre.toLocaleUpperCase('fr')),
    formatNombre(ouvertes, 'crèche ouverte', 'crèches ouvertes'),
    sousTaux === 0 ? 'personne n’y manque' : `il manque quelqu’un dans ${sousTaux}`,
    `${formatNombre(volants.nombre, 'agent volant', 'agents volants')}, dont ${formatNombre(volants.libres, 'libre', 'libres')} ce jour`,
  ].join(' · ');
}

function Filtres({ filtre, territoires, lignes, ouvertes }: Route.ComponentProps['loaderData']) {
  return (
    <form className="filtres" aria-label="Filtrer la liste">
      {filtre.jour ? <input type="hidden" name="jour" value={filtre.jour} /> : null}
      <FiltreTerritoire choix={buildChoixNommes(territoires)} valeur={filtre.territoire} />
      <label className="choix">
        <input type="checkbox" name="sous" value="1" defaultChecked={filtre.sous === '1'} />
        <span>Seulement où il manque quelqu’un</span>
      </label>
      <Bouton>Filtrer</Bouton>
      {lignes.length < ouvertes ? (
        <span>
          <strong>{lignes.length}</strong> sur {ouvertes}
        </span>
      ) : null}
      <BoutonImprimer />
    </form>
  );
}
