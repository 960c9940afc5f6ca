import { useLocation } from 'react-router';
import { FiltreTerritoire } from '#modules/eaje/web/composants.tsx';
import { canDo } from '#shared/agent-en-session.ts';
import { fraction } from '#shared/fraction.ts';
import { jourCivil } from '#shared/jour-civil.ts';
import { buildPage, computeDecalage, PageDemandee } from '#shared/pagination.ts';
import { readColonnes } from '#web/colonnes.server.ts';
import { Liste } from '#web/gabarits/liste.tsx';
import { readPage } from '#web/page.server.ts';
import { buildAdresse } from '#web/ui/adresse.ts';
import { LienBouton } from '#web/ui/bouton.tsx';
import { ChampSelection } from '#web/ui/champ-choix.tsx';
import { buildChoix, buildChoixNommes } from '#web/ui/choix.ts';
import { Details } from '#web/ui/details.tsx';
import { Etiquette } from '#web/ui/etiquette.tsx';
import { Faits } from '#web/ui/faits.tsx';
import type { Colonne } from '#web/ui/tableau.tsx';
import { VUES_BUDGET, type VueBudget } from '../budget-filtre.ts';
import { NATURES_LIGNE } from '../ligne-budget.ts';
import { computeAvancement } from '../rules/exercice.ts';
import { computeTotaux } from '../rules/territoire.ts';
import type { Route } from './+types/budget.ts';
import { buildLigneVue, type LigneVue } from './budget-view.ts';
import { COURTES, formatEuros, formatTaux, TONS_ALERTE } from './formats.ts';
import { loadBudget } from './lecture.server.ts';

export function loader(args: Route.LoaderArgs) {
  const { choisies } = readColonnes(args, 'budget-eaje');
  return readPage(args, async (contexte) => {
    const { lignes, brut, ...lu } = await loadBudget(contexte, args.request);
    const demandee = PageDemandee.parse(brut);
    const debut = computeDecalage(demandee);
    const vues = lignes.slice(debut, debut + demandee.taille).map((groupe) => buildLigneVue(groupe, lu.exercice));
    const { ecoules, total } = computeAvancement(jourCivil(`${lu.exercice}-01-01`), contexte.aujourdhui);
    return {
      ...lu,
      page: buildPage(vues, lignes.length, demandee),
      totaux: computeTotaux(lignes),
      temps: formatTaux(fraction(100 * ecoules, total)),
      colonnes: choisies,
      compare: canDo(contexte.agent, 'creches.financer'),
    };
  });
}

const COLONNES: readonly Colonne<LigneVue>[] = [
  {
    cle: 'creche',
    titre: 'Crèche',
    triable: true,
    cellule: ({ href, creche }) => <a href={href}>{creche}</a>,
  },
  { cle: 'territoire', titre: 'Territoire', facultative: 'absente', cellule: ({ territoire }) => territoire },
  {
    cle: 'nature',
    titre: 'Nature',
    triable: true,
    cellule: ({ nature, hrefNature, href, lignes }) => (
      <>
        <a href={hrefNature ?? href}>{nature}</a>
        {lignes > 1 ? <small> {lignes} lignes</small> : null}
      </>
    ),
  },
  { cle: 'tenue', titre: 'Tenue par', facultative: true, cellule: ({ tenue }) => tenue },
  { cle: 'budget', titre: 'Budget, €', nombre: true, triable: true, cellule: ({ budget }) => budget },
  { cle: 'engage', titre: 'Engagé, €', nombre: true, triable: true, cellule: ({ engage }) => engage },
  { cle: 'mandate', titre: 'Mandaté, €', nombre: true, triable: true, cellule: ({ mandate }) => mandate },
  { cle: 'engagement', titre: 'Engagé, %', nombre: true, triable: true, cellule: ({ engagement }) => engagement },
  { cle: 'realisation', titre: 'Mandaté, %', nombre: true, triable: true, cellule: ({ realisation }) => realisation },
  {
    cle: 'atterrissage',
    titre: 'Atterrissage, €',
    nombre: true,
    triable: true,
    cellule: (ligne) => ligne.atterrissage,
  },
  {
    cle: 'taux',
    titre: 'Atterrissage, %',
    nombre: true,
    triable: true,
    cellule: ({ taux, alerte }) =>
      alerte ? (
        <Etiquette ton={TONS_ALERTE[alerte]}>
          {taux} · {COURTES[alerte]}
        </Etiquette>
      ) : (
        taux
      ),
  },
];

export default function BudgetDesCreches({ loaderData }: Route.ComponentProps) {
  const { exercice, page, filtre, nombres, colonnes, temps } = loaderData;
  const { pathname, search } = useLocation();
  return (
    <Liste
      titre={`Budget des crèches ${exercice}`}
      sous={`Une ligne par crèche et par nature · ${temps} % de l’exercice écoulé`}
      fil={[{ titre: 'Crèches', href: '/creches' }]}
      actes={
        loaderData.compare ? (
          <LienBouton href={`/creches/budget/comparaison?exercice=${exercice}`}>Par place et par heure</LienBouton>
        ) : null
      }
      adresse={pathname + search}
      total={page.total}
      page={page.page}
      pages={page.pages}
      nom={['ligne', 'lignes']}
      onglets={(Object.entries(VUES_BUDGET) as [VueBudget, string][]).map(([vue, titre]) => ({
        titre,
        href: buildAdresse(pathname + search, { vue, page: null }),
        actif: filtre.vue === vue,
        nombre: nombres[vue],
      }))}
      filtres={<Filtres {...loaderData} />}
      filtree={filtre.territoire !== null || filtre.nature !== null}
      exporter="/creches/budget.xlsx"
      colonnesChoisies={colonnes}
      tri={{ cle: filtre.tri, sens: filtre.sens }}
      cle={({ cle }) => cle}
      ton={({ alerte }) => (alerte === 'DEPASSEMENT' ? 'retard' : undefined)}
      colonnes={COLONNES}
      lignes={page.lignes}
      vide={{
        titre: 'Aucune ligne à montrer',
        texte:
          'Les lignes votées pour vos crèches viennent ici ; une ligne s’ajoute depuis la crèche, onglet « Budget ».',
      }}
    >
      <Totaux {...loaderData} />
    </Liste>
  );
}

function Totaux({ totaux, seuils }: Route.ComponentProps['loaderData']) {
  const { budgetCentimes, engageCentimes, mandateCentimes, atterrissageCentimes } = totaux;
  const part = (centimes: number) =>
    budgetCentimes === 0 ? undefined : `${formatTaux(fraction(100 * centimes, budgetCentimes))} % du budget`;
  const euros = (centimes: number) => `${formatEuros(centimes)}\u00a0€`;
  return (
    <>
      <Faits
        faits={[
          { titre: 'Budget voté', valeur: euros(budgetCentimes) },
          { titre: 'Engagé', valeur: euros(engageCentimes), detail: part(engageCentimes) },
          { titre: 'Mandaté', valeur: euros(mandateCentimes), detail: part(mandateCentimes) },
          { titre: 'Atterrissage', valeur: euros(atterrissageCentimes), detail: part(atterrissageCentimes) },
        ]}
      />
      <Details titre="Comment se calcule l’atterrissage">
        <p>
          Mandaté + engagé et pas encore mandaté + rythme moyen des engagements qui se répètent × jours restants. Un
          engagement pris pour tout l’exercice ne compte pas dans le rythme. Une ligne alerte au-delà de {seuils.haut} %
          de son budget ou sous {seuils.bas} % ; avant {seuils.joursAvantRythme} jours, l’atterrissage est ce qui est
          déjà engagé. Ces seuils sont ceux du département.
        </p>
      </Details>
    </>
  );
}

function Filtres({ filtre, exercice, exercices, territoires }: Route.ComponentProps['loaderData']) {
  return (
    <>
      <ChampSelection
        nom="exercice"
        libelle="Exercice"
        vide={null}
        choix={exercices.map((annee) => ({ valeur: String(annee), libelle: String(annee) }))}
        valeur={String(exercice)}
      />
      <FiltreTerritoire choix={buildChoixNommes(territoires)} valeur={filtre.territoire} />
      <ChampSelection
        nom="nature"
        libelle="Nature"
        vide="Toutes"
        choix={buildChoix(NATURES_LIGNE)}
        valeur={filtre.nature}
      />
    </>
  );
}
