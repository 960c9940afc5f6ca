import { formatJour } from '#shared/jour-civil-format.ts';
import { EnTetePage } from '#web/gabarits/en-tete-page.tsx';
import { listOnglets } from '#web/gabarits/onglets-organisation.ts';
import { readPage } from '#web/page.server.ts';
import { Bouton, LienBouton } from '#web/ui/bouton.tsx';
import { Etiquette } from '#web/ui/etiquette.tsx';
import { Onglets } from '#web/ui/navigation-locale.tsx';
import { Tableau } from '#web/ui/tableau.tsx';
import { getDepartement } from '../data/secteurs.server.ts';
import { listJoursFeriesDuDepartement } from '../rules/jour-ferie.ts';
import type { Route } from './+types/jours-feries.ts';

const ANNEES = { minimum: 1950, maximum: 2150 };

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const departement = await getDepartement(contexte);
    const courante = Number(contexte.aujourdhui.slice(0, 4));
    const demandee = Number(new URL(args.request.url).searchParams.get('annee') ?? courante);
    const sage = Number.isInteger(demandee) && demandee >= ANNEES.minimum && demandee <= ANNEES.maximum;
    const annee = sage ? demandee : courante;
    return {
      departement,
      annee,
      aujourdhui: contexte.aujourdhui,
      ...listJoursFeriesDuDepartement(departement.code, annee),
    };
  });
}

export default function JoursFeries({
  loaderData: { departement, annee, aujourdhui, libelle, jours },
}: Route.ComponentProps) {
  const prochain = jours.find(({ jour }) => jour >= aujourdhui)?.jour;
  return (
    <>
      <EnTetePage
        titre={`Jours fériés ${annee}`}
        etiquettes={<Etiquette ton="accent">{`zone ${libelle}`}</Etiquette>}
        sous={`${departement.nom} (${departement.code}) : ${jours.length} jours, comptés dans les délais qui se reportent`}
      />
      <Onglets libelle="Pages de l’organisation" onglets={listOnglets('jours-feries')} />
      <form className="filtres" action="/organisation/jours-feries" aria-label="Choisir l’année">
        <LienBouton href={`/organisation/jours-feries?annee=${annee - 1}`} rel="prev">{`${annee - 1}`}</LienBouton>
        <div className="champ">
          <label htmlFor="annee">Année</label>
          <input id="annee" name="annee" inputMode="numeric" defaultValue={annee} key={annee} />
        </div>
        <Bouton>Montrer</Bouton>
        <LienBouton href={`/organisation/jours-feries?annee=${annee + 1}`} rel="next">{`${annee + 1}`}</LienBouton>
      </form>
      <Tableau
        legende={`Jours fériés de ${annee}, zone ${libelle}`}
        lignes={jours}
        cle={({ jour }) => jour}
        ton={({ jour }) => (jour === prochain ? 'accent' : undefined)}
        colonnes={[
          { cle: 'nom', titre: 'Fête', cellule: ({ nom }) => nom },
          { cle: 'jour', titre: 'Date', cellule: ({ jour }) => formatJour(jour, 'long') },
          { cle: 'semaine', titre: 'Jour', cellule: ({ semaine }) => semaine },
          { cle: 'prochain', titre: 'Repère', cellule: ({ jour }) => (jour === prochain ? 'le prochain' : null) },
        ]}
      />
    </>
  );
}
