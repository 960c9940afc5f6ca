import { listActivite } from '#modules/activite-psu/index.server.ts';
import { Introuvable } from '#server/errors.ts';
import { canDo } from '#shared/agent-en-session.ts';
import { parseFiltre } from '#web/filtre.ts';
import { EnTetePage } from '#web/gabarits/en-tete-page.tsx';
import { readPage } from '#web/page.server.ts';
import { Bouton } from '#web/ui/bouton.tsx';
import { BoutonImprimer } from '#web/ui/bouton-imprimer.tsx';
import { ChampSelection } from '#web/ui/champ-choix.tsx';
import { EtatVide } from '#web/ui/message.tsx';
import { type Colonne, Tableau } from '#web/ui/tableau.tsx';
import { BudgetFiltre } from '../budget-filtre.ts';
import { listAtterrissages } from '../data/lignes-queries.server.ts';
import { PAIRS_MINIMUM } from '../rules/comparaison.ts';
import { getExercice } from '../rules/exercice.ts';
import type { Route } from './+types/comparaison.ts';
import { buildComparaisons, type CrecheComparee } from './comparaison-view.ts';
import { listExercicesOuverts } from './lecture.server.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    if (!canDo(contexte.agent, 'creches.financer')) throw new Introuvable('Absent, ou hors de vos missions.');
    const exercice = parseFiltre(args.request, BudgetFiltre).filtre.exercice ?? getExercice(contexte.aujourdhui);
    const { suivies } = await listActivite(contexte, exercice);
    const atterrissages = await listAtterrissages(contexte, exercice);
    const mandate = new Map(
      atterrissages.map(({ etablissementId, mandateCentimes }) => [etablissementId, mandateCentimes]),
    );
    const activites = suivies
      .filter(({ creche }) => mandate.has(creche.id))
      .map(({ creche, bilan }) => ({ ...creche, minutesRealisees: bilan.fait.minutesRealisees }));
    return {
      exercice,
      exercices: await listExercicesOuverts(contexte, null),
      creches: buildComparaisons(activites, mandate, exercice),
    };
  });
}

const buildRatio = (cle: 'place' | 'heure', titre: string): Colonne<CrecheComparee> => ({
  cle,
  titre,
  nombre: true,
  cellule: (creche) => {
    const { valeur, ecart, mediane } = creche[cle];
    return (
      <>
        {valeur}
        {ecart ? (
          <small className="insecable">
            {' '}
            {ecart} · médiane {mediane}
          </small>
        ) : null}
      </>
    );
  },
});

const COLONNES: readonly Colonne<CrecheComparee>[] = [
  { cle: 'nom', titre: 'Crèche', cellule: ({ href, nom }) => <a href={href}>{nom}</a> },
  { cle: 'categorie', titre: 'Catégorie', cellule: ({ categorie }) => categorie },
  { cle: 'places', titre: 'Places', nombre: true, cellule: ({ places }) => places },
  { cle: 'depense', titre: 'Mandaté, €', nombre: true, cellule: ({ depense }) => depense },
  buildRatio('place', 'Par place, €'),
  buildRatio('heure', 'Par heure réalisée, €'),
];

export default function ComparaisonDesCreches({ loaderData: { exercice, exercices, creches } }: Route.ComponentProps) {
  return (
    <>
      <EnTetePage
        titre={`Dépense par place et par heure ${exercice}`}
        sous="Ce qui est mandaté sur les lignes suivies, face à la médiane des crèches de même catégorie"
        fil={[{ titre: 'Budget des crèches', href: `/creches/budget?exercice=${exercice}` }]}
        actes={<BoutonImprimer />}
      />
      <form className="filtres" action="/creches/budget/comparaison" aria-label="Choisir l’exercice">
        <ChampSelection
          nom="exercice"
          libelle="Exercice"
          vide={null}
          choix={exercices.map((annee) => ({ valeur: String(annee), libelle: String(annee) }))}
          valeur={String(exercice)}
        />
        <Bouton>Afficher</Bouton>
      </form>
      <p>
        La médiane ne se dit qu’à {PAIRS_MINIMUM} crèches de même catégorie au moins, parmi celles que vous voyez. Les
        heures réalisées sont celles des mois déjà comptés.
      </p>
      {creches.length === 0 ? (
        <EtatVide titre={`Aucune ligne en ${exercice}`}>
          Les crèches qui ont des lignes cette année paraîtraient ici.
        </EtatVide>
      ) : (
        <Tableau
          legende="Dépense par place et par heure, crèche par crèche"
          colonnes={COLONNES}
          lignes={creches}
          cle={({ id }) => id}
        />
      )}
    </>
  );
}
