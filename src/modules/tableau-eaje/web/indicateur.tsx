import { useLocation } from 'react-router';
import { z } from 'zod';
import { listJoursLibres } from '#modules/journees-eaje/index.server.ts';
import { Introuvable } from '#server/errors.ts';
import { formatJour, formatMois } from '#shared/jour-civil-format.ts';
import { parseFiltre } from '#web/filtre.ts';
import { EnTetePage } from '#web/gabarits/en-tete-page.tsx';
import { Chiffres } from '#web/gabarits/tableau-de-bord.tsx';
import { readPage } from '#web/page.server.ts';
import { LienBouton } from '#web/ui/bouton.tsx';
import { BoutonImprimer } from '#web/ui/bouton-imprimer.tsx';
import { Graphique } from '#web/ui/graphique.tsx';
import { Avis } from '#web/ui/message.tsx';
import { type Colonne, Tableau } from '#web/ui/tableau.tsx';
import { findIndicateur } from '../catalogue.ts';
import { THEMES } from '../indicateur.ts';
import { TableauFiltre } from '../tableau-filtre.ts';
import type { Route } from './+types/indicateur.ts';
import { CelluleComparee, Reglages } from './composants-tableau.tsx';
import type { LigneDIndicateur } from './creches-view.ts';
import { DemiJournees } from './demi-journees.tsx';
import {
  buildDemiJournees,
  buildIndicateur,
  computeSensDuPire,
  formatGraduation,
  type IndicateurVu,
  type LigneDeMois,
  listLignesDIndicateur,
  TRIS_INDICATEUR,
} from './indicateur-view.ts';
import { readTableau } from './tableau.server.ts';
import { formatRecompte, formatReglage } from './tableau-view.ts';

const Filtre = TableauFiltre.extend({
  tri: z.enum(TRIS_INDICATEUR).catch('valeur'),
  sens: z.enum(['asc', 'desc']).nullable().catch(null),
});

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const indicateur = findIndicateur(args.params.code);
    if (!indicateur) throw new Introuvable('Cet indicateur n’existe pas.');
    const { filtre } = parseFiltre(args.request, Filtre);
    const lu = await readTableau(contexte, filtre);
    const ids = lu.creches.map(({ id }) => id);
    const libres = indicateur.parDemiJournee ? await listJoursLibres(contexte, lu.bornes, ids) : [];
    const sens = filtre.sens ?? (filtre.tri === 'valeur' ? computeSensDuPire(indicateur) : 'asc');
    return {
      filtre,
      theme: indicateur.theme,
      tri: { cle: filtre.tri, sens },
      territoires: lu.territoires,
      sous: `${indicateur.code} · du ${formatJour(lu.bornes.du, 'long')} au ${formatJour(lu.bornes.au, 'long')}`,
      recompte: formatRecompte(lu.aRecompter, indicateur.theme),
      vu: buildIndicateur(indicateur, lu, filtre),
      demiJournees: buildDemiJournees(indicateur, lu, libres),
      lignes: listLignesDIndicateur(indicateur, lu, filtre.tri, sens),
    };
  });
}

export default function UnIndicateur({ loaderData }: Route.ComponentProps) {
  const { vu, sous, filtre, theme, tri, lignes, recompte, demiJournees } = loaderData;
  const { pathname, search } = useLocation();
  const reste = formatReglage(filtre);
  return (
    <>
      <EnTetePage
        titre={vu.titre}
        sous={sous}
        fil={[
          { titre: 'Crèches', href: '/creches' },
          {
            titre: `Tableau des crèches : ${THEMES[theme].toLocaleLowerCase('fr')}`,
            href: `/creches/tableau${reste === '' ? '?' : `${reste}&`}vue=${theme}`,
          },
        ]}
        actes={
          <>
            <LienBouton petit href={`/creches/tableau/${vu.code}/classeur.xlsx${search}`}>
              Exporter
            </LienBouton>
            <BoutonImprimer />
          </>
        }
      />
      <Reglages {...loaderData} action={pathname} />
      {recompte ? <Avis ton="bientot">{recompte}</Avis> : null}
      <Chiffres chiffres={[{ ...vu.chiffre, href: '#creches' }]} />
      <Calcul vu={vu} />
      <Ventilation ventilation={vu.ventilation} />
      <Mois vu={vu} />
      <DemiJournees lignes={demiJournees} />
      <section className="section" id="creches">
        <h2>Crèche par crèche</h2>
        <Tableau
          legende={`${vu.titre}, crèche par crèche`}
          colonnes={listColonnes(vu)}
          lignes={lignes}
          cle={({ id }) => id}
          tri={tri}
          adresse={pathname + search}
        />
      </section>
    </>
  );
}

/** La définition écrite en entier : elle s'imprime avec le chiffre. */
function Calcul({ vu }: { vu: IndicateurVu }) {
  const { numerateur, denominateur } = vu.parties;
  return (
    <section className="section">
      <h2>Comment il se compte</h2>
      <p>{vu.definition}</p>
      <p>
        {numerateur.titre} : {numerateur.texte} ; {denominateur.titre.toLocaleLowerCase('fr')} : {denominateur.texte}.{' '}
        {vu.somme
          ? 'Le chiffre est le premier nombre ; le second dit sur quoi il est compté.'
          : 'Le territoire est la somme des premiers nombres sur celle des seconds, jamais une moyenne de taux.'}{' '}
        <a href={vu.source}>Voir d’où viennent ces nombres</a>
      </p>
      {vu.doutes.length > 0 ? (
        <p>
          Ce chiffre n’est pas sûr : <a href={vu.chiffre.doute?.href}>{vu.doutes.join(', ')}</a>.
        </p>
      ) : null}
    </section>
  );
}

function Ventilation({ ventilation }: Pick<IndicateurVu, 'ventilation'>) {
  if (!ventilation) return null;
  const { titre, numerateur, valeur, parts } = ventilation;
  return (
    <section className="section" id="parts">
      <h2>{titre}</h2>
      <Tableau
        legende={`${valeur}, ${titre.toLocaleLowerCase('fr')}`}
        colonnes={[
          { cle: 'titre', titre: titre.split(' ')[0] ?? titre, cellule: (part) => part.titre },
          { cle: 'nombre', titre: numerateur, nombre: true, cellule: (part) => part.nombre },
          { cle: 'valeur', titre: valeur, nombre: true, cellule: (part) => part.valeur },
        ]}
        lignes={parts}
        cle={({ titre: part }) => part}
      />
    </section>
  );
}

const listColonnesDeMois = ({ parties, titre }: IndicateurVu): Colonne<LigneDeMois>[] => [
  { cle: 'mois', titre: 'Mois', cellule: ({ nom }) => nom },
  { cle: 'valeur', titre, nombre: true, cellule: ({ valeur }) => valeur },
  { cle: 'numerateur', titre: parties.numerateur.titre, nombre: true, cellule: ({ numerateur }) => numerateur },
  { cle: 'denominateur', titre: parties.denominateur.titre, nombre: true, cellule: ({ denominateur }) => denominateur },
];

function Mois({ vu }: { vu: IndicateurVu }) {
  if (vu.mois.length < 2) return null;
  return (
    <section className="section" id="mois">
      <h2>Mois par mois</h2>
      <Graphique
        titre={`${vu.titre}${vu.unite === '%' ? '' : `, ${vu.unite}`}`}
        abscisses={vu.mois.map(({ mois }) => formatMois(mois, 'abrege'))}
        series={[{ titre: 'Douze derniers mois finis', valeurs: vu.mois.map(({ nombre }) => nombre) }]}
        format={(valeur) => formatGraduation(vu, valeur)}
        depuisZero={vu.somme}
      />
      <Tableau
        legende={`${vu.titre}, mois par mois`}
        colonnes={listColonnesDeMois(vu)}
        lignes={vu.mois}
        cle={({ mois }) => mois}
      />
    </section>
  );
}

function listColonnes({ titre, parties, somme }: IndicateurVu): Colonne<LigneDIndicateur>[] {
  return [
    {
      cle: 'nom',
      titre: 'Crèche',
      triable: true,
      cellule: ({ nom, href, pairs }) => (
        <>
          <a href={href}>{nom}</a>
          <br />
          <small>{pairs}</small>
        </>
      ),
    },
    { cle: 'territoire', titre: 'Territoire', cellule: ({ territoire }) => territoire },
    ...(somme
      ? []
      : [
          {
            cle: 'numerateur',
            titre: parties.numerateur.titre,
            nombre: true,
            triable: true,
            cellule: ({ numerateur }: LigneDIndicateur) => numerateur.texte,
          },
        ]),
    {
      cle: 'denominateur',
      titre: parties.denominateur.titre,
      nombre: true,
      triable: true,
      cellule: ({ denominateur }) => denominateur.texte,
    },
    {
      cle: 'valeur',
      titre,
      nombre: true,
      triable: true,
      cellule: ({ cellule }) => <CelluleComparee cellule={cellule} />,
    },
  ];
}
