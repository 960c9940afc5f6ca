import { computeDelaisEvaluation } from '#modules/informations-preoccupantes/index.server.ts';
import { canListInformations } from '#modules/informations-preoccupantes/index.ts';
import { listUnitesAChoisir } from '#modules/organisation/index.server.ts';
import { Introuvable } from '#server/errors.ts';
import { Identifiant } from '#shared/identifiant.ts';
import { TableauDeBord } from '#web/gabarits/tableau-de-bord.tsx';
import { readPage } from '#web/page.server.ts';
import { Bloc } from '#web/ui/bloc.tsx';
import { Bouton } from '#web/ui/bouton.tsx';
import { ChampSelection } from '#web/ui/champ-choix.tsx';
import { type Colonne, Tableau } from '#web/ui/tableau.tsx';
import type { Route } from './+types/evaluations.ts';
import { buildChiffresDelais, buildStock, buildTerritoires } from './evaluations-view.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    if (!canListInformations(contexte.agent)) throw new Introuvable('Absent, ou hors de vos missions.');
    const demandee = Identifiant.safeParse(new URL(args.request.url).searchParams.get('unite'));
    const unite = demandee.success ? demandee.data : null;
    const unites = await listUnitesAChoisir(contexte);
    const delais = await computeDelaisEvaluation(contexte, unite);
    return {
      delais,
      unites: unites.map(({ id, nom }) => ({ valeur: id, libelle: nom })),
      unite: unite ?? '',
    };
  });
}

type Territoire = ReturnType<typeof buildTerritoires>[number];
type Tranche = ReturnType<typeof buildStock>[number];

const COLONNES: readonly Colonne<Territoire>[] = [
  { cle: 'nom', titre: 'Territoire', cellule: ({ nom, href }) => <a href={href}>{nom}</a> },
  {
    cle: 'remises',
    titre: 'Remis en un an',
    nombre: true,
    cellule: ({ remises, remis }) => <a href={remis}>{remises}</a>,
  },
  { cle: 'mediane', titre: 'Médiane (jours)', nombre: true, cellule: ({ mediane }) => mediane ?? '–' },
  { cle: 'p90', titre: 'Neuf sur dix (jours)', nombre: true, cellule: ({ neufDixiemes }) => neufDixiemes ?? '–' },
  { cle: 'part', titre: 'Dans le délai', nombre: true, cellule: ({ part }) => part },
  {
    cle: 'ouvertes',
    titre: 'Ouvertes',
    nombre: true,
    cellule: ({ ouvertes, liste }) => <a href={liste}>{ouvertes}</a>,
  },
  {
    cle: 'retards',
    titre: 'Hors délai',
    nombre: true,
    cellule: ({ enRetard, retards }) => <a href={retards}>{enRetard}</a>,
  },
];

const TRANCHES: readonly Colonne<Tranche>[] = [
  { cle: 'age', titre: 'Reçue depuis', cellule: ({ libelle }) => libelle },
  { cle: 'nombre', titre: 'Évaluations', nombre: true, cellule: ({ nombre, href }) => <a href={href}>{nombre}</a> },
  {
    cle: 'barre',
    titre: 'Répartition',
    cellule: ({ part }) => <meter min={0} max={1} value={part} aria-hidden="true" />,
  },
];

export default function Evaluations({ loaderData: { delais, unites, unite } }: Route.ComponentProps) {
  const territoires = buildTerritoires(delais.territoires);
  return (
    <TableauDeBord
      titre="Délais d’évaluation"
      sous="Rapports remis depuis un an, et évaluations ouvertes ce jour"
      fil={[{ titre: 'Territoire', href: '/tableau' }]}
      chiffres={buildChiffresDelais(delais, unite)}
      reglages={
        <form className="filtres" action="/tableau/evaluations" aria-label="Choisir un territoire">
          <ChampSelection nom="unite" libelle="Territoire" vide="Tout ce que je vois" choix={unites} valeur={unite} />
          <Bouton>Regarder</Bouton>
        </form>
      }
    >
      <Bloc titre="Évaluations ouvertes selon leur âge">
        <Tableau
          legende="Évaluations ouvertes selon leur âge"
          colonnes={TRANCHES}
          lignes={buildStock(delais, unite)}
          cle={({ tranche }) => tranche}
        />
      </Bloc>
      {territoires.length > 0 ? (
        <Bloc titre="Par territoire">
          <Tableau legende="Délais par territoire" colonnes={COLONNES} lignes={territoires} cle={({ id }) => id} />
        </Bloc>
      ) : null}
    </TableauDeBord>
  );
}
