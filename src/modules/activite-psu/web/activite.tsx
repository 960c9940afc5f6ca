import { useLocation } from 'react-router';
import { readBaremesSaisis } from '#modules/contrats-eaje/index.server.ts';
import { findFinDuBareme } from '#modules/contrats-eaje/index.ts';
import { FiltreTerritoire } from '#modules/eaje/web/composants.tsx';
import { addMois, type JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { formatDecimales } from '#shared/nombre-format.ts';
import { readColonnes } from '#web/colonnes.server.ts';
import { Liste } from '#web/gabarits/liste.tsx';
import { Chiffres } from '#web/gabarits/tableau-de-bord.tsx';
import { readPage } from '#web/page.server.ts';
import { buildAdresse } from '#web/ui/adresse.ts';
import { LienBouton } from '#web/ui/bouton.tsx';
import { ChampSelection } from '#web/ui/champ-choix.tsx';
import { Etiquette } from '#web/ui/etiquette.tsx';
import { Avis } from '#web/ui/message.tsx';
import type { Colonne } from '#web/ui/tableau.tsx';
import type { Route } from './+types/activite.ts';
import { buildAvisBareme, buildChiffres, type LigneActivite } from './activite-view.ts';
import { ABSENT } from './formats.ts';
import { loadActivite } from './lecture.server.ts';
import { AvisBareme } from './sections.tsx';

export function loader(args: Route.LoaderArgs) {
  const { choisies } = readColonnes(args, 'activite-psu');
  return readPage(args, async (contexte) => {
    const fin = findFinDuBareme(await readBaremesSaisis(contexte.tx));
    const { totaux, bareme, ...lue } = await loadActivite(contexte, args.request);
    const { pathname, search } = new URL(args.request.url);
    const adresse = (tri: string, sens = 'asc') => buildAdresse(pathname + search, { tri, sens });
    return {
      ...lue,
      cetteAnnee: Number(contexte.aujourdhui.slice(0, 4)),
      bareme: buildAvisBareme(bareme),
      chiffres: buildChiffres(totaux, lue.annee, bareme, adresse),
      finParticipations: fin < addMois(contexte.aujourdhui, 2) ? fin : null,
      creches: totaux.creches,
      colonnes: choisies,
    };
  });
}

const entier = (nombre: number | null) => (nombre === null ? ABSENT : Math.round(nombre).toLocaleString('fr-FR'));
const decimal = (nombre: number | null, decimales = 1) =>
  nombre === null ? ABSENT : formatDecimales(nombre, decimales);

const COLONNES: readonly Colonne<LigneActivite>[] = [
  {
    cle: 'creche',
    titre: 'Crèche',
    triable: true,
    cellule: ({ href, creche, alertes }) => (
      <>
        <a href={href}>{creche}</a>
        {alertes.length > 0 ? (
          <small>
            {alertes.length} {alertes.length > 1 ? 'points' : 'point'} à vérifier
          </small>
        ) : null}
      </>
    ),
  },
  {
    cle: 'territoire',
    titre: 'Territoire',
    triable: true,
    facultative: 'absente',
    cellule: ({ territoire }) => territoire,
  },
  {
    cle: 'places',
    titre: 'Places',
    nombre: true,
    triable: true,
    facultative: 'absente',
    cellule: ({ places }) => places,
  },
  {
    cle: 'ouvertes',
    titre: 'Ouvertes, h',
    nombre: true,
    facultative: 'absente',
    cellule: ({ ouvertes }) => entier(ouvertes),
  },
  {
    cle: 'contractees',
    titre: 'Contractées, h',
    nombre: true,
    facultative: 'absente',
    cellule: ({ contractees }) => entier(contractees),
  },
  {
    cle: 'facturees',
    titre: 'Facturées, h',
    nombre: true,
    triable: true,
    cellule: ({ facturees }) => entier(facturees),
  },
  {
    cle: 'realisees',
    titre: 'Réalisées, h',
    nombre: true,
    triable: true,
    cellule: ({ realisees }) => entier(realisees),
  },
  {
    cle: 'reelle',
    titre: 'Occupation réelle, %',
    nombre: true,
    triable: true,
    cellule: ({ reelle }) => decimal(reelle),
  },
  {
    cle: 'financiere',
    titre: 'Occupation financière, %',
    nombre: true,
    triable: true,
    cellule: ({ financiere }) => decimal(financiere),
  },
  {
    cle: 'taux',
    titre: 'Facturation, %',
    nombre: true,
    triable: true,
    cellule: ({ taux, tauxEcrit, tonTaux, href }) =>
      taux === null ? (
        ABSENT
      ) : (
        <a href={`${href}#calcul`}>
          <Etiquette ton={tonTaux}>{tauxEcrit}</Etiquette>
        </a>
      ),
  },
  {
    cle: 'revient',
    titre: 'Prix de revient, €/h',
    nombre: true,
    triable: true,
    cellule: ({ revient }) => decimal(revient, 2),
  },
  {
    cle: 'psu',
    titre: 'PSU de l’année, €',
    nombre: true,
    triable: true,
    cellule: ({ psu, href }) => <a href={`${href}#calcul`}>{entier(psu)}</a>,
  },
  {
    cle: 'participations',
    titre: 'Participations, €',
    nombre: true,
    triable: true,
    facultative: 'absente',
    cellule: ({ participations }) => entier(participations),
  },
  {
    cle: 'reste',
    titre: 'Reste à charge, €/place',
    nombre: true,
    triable: true,
    cellule: ({ reste }) => entier(reste),
  },
  {
    cle: 'ecart',
    titre: 'Écart au prévisionnel, %',
    nombre: true,
    triable: true,
    cellule: ({ ecart, signale }) => (signale ? <Etiquette ton="bientot">{decimal(ecart)}</Etiquette> : decimal(ecart)),
  },
  {
    cle: 'doutes',
    titre: 'Douteux, % des pointages',
    nombre: true,
    triable: true,
    facultative: 'absente',
    cellule: ({ doutes, aVerifier }) =>
      aVerifier ? <Etiquette ton="bientot">{decimal(doutes)}</Etiquette> : decimal(doutes),
  },
];

export default function Activite({ loaderData }: Route.ComponentProps) {
  const { annee, lignes, filtre, chiffres, alertes, creches, colonnes } = loaderData;
  const { pathname, search } = useLocation();
  return (
    <Liste
      titre={`Heures et PSU ${annee}`}
      sous="Ce que les crèches ouvrent, facturent et accueillent, et ce que la Caf en paie"
      fil={[{ titre: 'Crèches', href: '/creches' }]}
      actes={
        <>
          <LienBouton href={`/creches/activite/declarations?annee=${annee}`}>Déclarations à la Caf</LienBouton>
          <LienBouton href={`/creches/activite/bareme?annee=${annee}`}>Barème {annee}</LienBouton>
          <LienBouton href="/creches/participations">Barème des participations</LienBouton>
        </>
      }
      adresse={pathname + search}
      total={lignes.length}
      page={1}
      pages={1}
      nom={['crèche', 'crèches']}
      onglets={[
        {
          titre: 'Toutes',
          href: buildAdresse(pathname + search, { vue: null }),
          actif: filtre.vue === 'toutes',
          nombre: creches,
        },
        {
          titre: 'À vérifier',
          href: buildAdresse(pathname + search, { vue: 'alerte' }),
          actif: filtre.vue === 'alerte',
          nombre: alertes,
        },
      ]}
      filtree={filtre.territoire !== ''}
      exporter="/creches/activite.xlsx"
      colonnesChoisies={colonnes}
      tri={{ cle: filtre.tri, sens: filtre.sens }}
      cle={({ id }) => id}
      ton={({ ton }) => ton}
      colonnes={COLONNES}
      lignes={lignes}
      filtres={<Filtres {...loaderData} />}
      vide={{
        titre: 'Aucune crèche à montrer',
        texte: 'Les crèches de vos unités viennent ici, avec leurs heures comptées chaque nuit.',
      }}
    >
      <AvisBareme annee={annee} bareme={loaderData.bareme} />
      <FinDesParticipations fin={loaderData.finParticipations} />
      <Chiffres chiffres={chiffres} />
    </Liste>
  );
}

function FinDesParticipations({ fin }: { fin: JourCivil | null }) {
  if (fin === null) return null;
  return (
    <Avis ton="bientot" titre={`Aucun barème des participations après le ${formatJour(fin, 'long')}`}>
      Aucun contrat ne se signe au-delà. <a href="/creches/participations">Saisir le barème suivant</a>, « à confirmer »
      si la Cnaf ne l’a pas publié.
    </Avis>
  );
}

function Filtres({ filtre, annee, cetteAnnee, territoires }: Route.ComponentProps['loaderData']) {
  const annees = [cetteAnnee + 1, cetteAnnee, cetteAnnee - 1, cetteAnnee - 2];
  return (
    <>
      <ChampSelection
        nom="annee"
        libelle="Année"
        vide={null}
        choix={annees.map((a) => ({ valeur: String(a), libelle: String(a) }))}
        valeur={String(annee)}
      />
      <FiltreTerritoire choix={territoires} valeur={filtre.territoire} />
    </>
  );
}
