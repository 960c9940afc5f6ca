import { useLocation } from 'react-router';
import { formatJour } from '#shared/jour-civil-format.ts';
import { parseFiltre } from '#web/filtre.ts';
import { TableauDeBord } from '#web/gabarits/tableau-de-bord.tsx';
import { readPage } from '#web/page.server.ts';
import { LienBouton } from '#web/ui/bouton.tsx';
import { BoutonImprimer } from '#web/ui/bouton-imprimer.tsx';
import { Avis } from '#web/ui/message.tsx';
import { Onglets } from '#web/ui/navigation-locale.tsx';
import { type Colonne, Tableau } from '#web/ui/tableau.tsx';
import { INDICATEURS } from '../catalogue.ts';
import { THEMES, type Theme } from '../indicateur.ts';
import { TableauFiltre } from '../tableau-filtre.ts';
import type { Route } from './+types/tableau.ts';
import { CelluleComparee, Reglages } from './composants-tableau.tsx';
import { buildLignes, type LigneDuTableau, listTriees } from './creches-view.ts';
import { readTableau } from './tableau.server.ts';
import { buildChiffres, formatEntete, formatRecompte, listAlertes, listVues } from './tableau-view.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { filtre, brut } = parseFiltre(args.request, TableauFiltre);
    const lu = await readTableau(contexte, filtre);
    const { bornes, creches, sommes } = lu;
    const tri = { cle: brut.tri ?? 'nom', sens: brut.sens === 'desc' ? ('desc' as const) : ('asc' as const) };
    return {
      filtre,
      tri,
      territoires: lu.territoires,
      sous: `${creches.length} crèche${creches.length > 1 ? 's' : ''} · du ${formatJour(bornes.du, 'long')} au ${formatJour(bornes.au, 'long')}`,
      vues: listVues(filtre, filtre.vue),
      alertes: listAlertes(sommes, filtre),
      recompte: formatRecompte(lu.aRecompter),
      chiffres: buildChiffres(lu, filtre, filtre.vue),
      lignes: listLignes(buildLignes(creches, sommes, listIndicateurs(filtre.vue)), tri.cle, tri.sens),
    };
  });
}

const listIndicateurs = (vue: Theme) => INDICATEURS.filter(({ theme }) => theme === vue);

function listLignes(lignes: readonly LigneDuTableau[], cle: string, sens: 'asc' | 'desc'): LigneDuTableau[] {
  if (cle === 'nom') return sens === 'asc' ? [...lignes] : [...lignes].reverse();
  return listTriees(lignes, ({ cellules }) => cellules[cle]?.nombre ?? null, sens);
}

const COLONNE_NOM: Colonne<LigneDuTableau> = {
  cle: 'nom',
  titre: 'Crèche',
  triable: true,
  cellule: ({ nom, href, pairs }) => (
    <>
      <a className="insecable" href={href}>
        {nom}
      </a>
      <br />
      <small>{pairs}</small>
    </>
  ),
};

function listColonnes(vue: Theme): Colonne<LigneDuTableau>[] {
  const siennes = listIndicateurs(vue).map(
    (indicateur): Colonne<LigneDuTableau> => ({
      cle: indicateur.code,
      titre: formatEntete(indicateur),
      nombre: true,
      triable: true,
      cellule: ({ cellules }) => <CelluleComparee cellule={cellules[indicateur.code]} />,
    }),
  );
  return [COLONNE_NOM, ...siennes];
}

export default function TableauDesCreches({ loaderData }: Route.ComponentProps) {
  const { sous, chiffres, lignes, tri, filtre, vues, alertes, recompte } = loaderData;
  const { pathname, search } = useLocation();
  return (
    <TableauDeBord
      titre="Tableau des crèches"
      sous={sous}
      fil={[{ titre: 'Crèches', href: '/creches' }]}
      actes={
        <>
          <LienBouton petit href={`/creches/tableau.xlsx${search}`}>
            Exporter
          </LienBouton>
          <BoutonImprimer />
        </>
      }
      reglages={
        <>
          <Reglages {...loaderData} action="/creches/tableau" vue={filtre.vue} />
          {alertes.length > 0 ? (
            <Avis ton="retard" titre="Au-delà du repère">
              <ul className="en-ligne">
                {alertes.map(({ code, texte, href }) => (
                  <li key={code}>
                    <a href={href}>{texte}</a>
                  </li>
                ))}
              </ul>
            </Avis>
          ) : null}
          {recompte ? <Avis ton="bientot">{recompte}</Avis> : null}
          <Onglets libelle="Vues du tableau" onglets={vues} />
        </>
      }
      chiffres={chiffres}
    >
      <h2>{THEMES[filtre.vue]}, crèche par crèche</h2>
      <p>
        Chaque chiffre se lit face à la médiane de ses pairs : même catégorie, même amplitude d’ouverture, même public.
        Sous trois pairs, aucune médiane n’est donnée ; sous cinq enfants, aucun chiffre.
      </p>
      {lignes.length === 0 ? (
        <p>
          Aucune crèche de vos unités n’est ouverte sur la période. Une crèche s’inscrit depuis la liste des crèches.
        </p>
      ) : (
        <Tableau
          legende="Indicateurs crèche par crèche"
          colonnes={listColonnes(filtre.vue)}
          lignes={lignes}
          cle={({ id }) => id}
          tri={tri}
          adresse={pathname + search}
        />
      )}
    </TableauDeBord>
  );
}
