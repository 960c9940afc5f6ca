import { useLocation } from 'react-router';
import { getParametre } from '#modules/organisation/index.server.ts';
import { Introuvable } from '#server/errors.ts';
import { canDo } from '#shared/agent-en-session.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { parseFiltre } from '#web/filtre.ts';
import { Liste } from '#web/gabarits/liste.tsx';
import { readPage } from '#web/page.server.ts';
import { buildAdresse } from '#web/ui/adresse.ts';
import { ChampSelection } from '#web/ui/champ-choix.tsx';
import { ChampTexte } from '#web/ui/champ-texte.tsx';
import { buildChoix, buildChoixNommes } from '#web/ui/choix.ts';
import { Etiquette } from '#web/ui/etiquette.tsx';
import { Faits } from '#web/ui/faits.tsx';
import type { Colonne } from '#web/ui/tableau.tsx';
import { listCreches } from '../data/creches.server.ts';
import { CATEGORIES_EAJE } from '../etablissement.ts';
import { CrecheFiltre, MANQUES, type Manque } from '../etablissement-filtre.ts';
import type { FonctionExigee } from '../rules/exigences.ts';
import type { Route } from './+types/creches.ts';
import { formatAdresseCreche } from './adresses.ts';
import {
  buildLigneCreche,
  countManques,
  findExigence,
  formatQuantite,
  type LigneCreche,
  listLignes,
} from './creches-view.ts';
import { FiltreTerritoire } from './filtre-territoire.tsx';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async ({ tx, agent, aujourdhui }) => {
    if (!canDo(agent, 'creches.lire')) throw new Introuvable('Absente, ou hors de vos missions.');
    const { filtre } = parseFiltre(args.request, CrecheFiltre);
    const mois = await getParametre(tx, 'creches.renouvellement-mois', aujourdhui);
    const toutes = (await listCreches(tx, aujourdhui)).map((faits) => buildLigneCreche(faits, aujourdhui, mois));
    const territoires = new Map(toutes.map(({ territoireId, territoire }) => [territoireId ?? '', territoire]));
    return {
      filtre,
      lignes: listLignes(toutes, filtre),
      manques: countManques(listLignes(toutes, { ...filtre, manque: null })),
      territoires: [...territoires].map(([id, nom]) => ({ id, nom })),
      aujourdhui,
    };
  });
}

const ETP = { unite: 'ETP' } as const;
const COURTES = { UN_POUR_SIX: '1 pour 6', CINQ_HUIT: '1 pour 5, 1 pour 8' } as const;

const COLONNES: readonly Colonne<LigneCreche>[] = [
  {
    cle: 'nom',
    titre: 'Crèche',
    triable: true,
    cellule: ({ id, nom }) => <a href={formatAdresseCreche(id)}>{nom}</a>,
  },
  { cle: 'territoire', titre: 'Territoire', triable: true, cellule: ({ territoire }) => territoire },
  {
    cle: 'places',
    titre: 'Places',
    nombre: true,
    triable: true,
    cellule: ({ id, places, categorie }) => (
      <a href={formatAdresseCreche(id, '#autorisation')}>{categorie ? places : 'inconnues'}</a>
    ),
  },
  {
    cle: 'categorie',
    titre: 'Catégorie',
    cellule: ({ categorie }) =>
      categorie ? CATEGORIES_EAJE[categorie] : <Etiquette ton="retard">sans autorisation en cours</Etiquette>,
  },
  { cle: 'methode', titre: 'Méthode', triable: true, cellule: ({ methode }) => COURTES[methode] },
  buildColonneEquipe('DIRECTION', 'Direction'),
  buildColonneEquipe('EJE', 'EJE'),
  buildColonneEquipe('SANTE', 'Santé'),
  {
    cle: 'documents',
    titre: 'Documents en retard',
    nombre: true,
    triable: true,
    cellule: ({ id, enRetard }) =>
      enRetard > 0 ? <a href={formatAdresseCreche(id, '#documents')}>{enRetard}</a> : <span className="zero">0</span>,
  },
  {
    cle: 'fin',
    titre: 'Autorisée jusqu’au',
    triable: true,
    cellule: ({ fin, echueLe, autorisation }) => (
      <>
        {fin ? formatJour(fin, 'court') : null}
        {echueLe ? <Etiquette ton="retard">{`échue le ${formatJour(echueLe, 'court')}`}</Etiquette> : null}
        {autorisation === 'a-renouveler' ? <Etiquette ton="bientot">à renouveler</Etiquette> : null}
      </>
    ),
  },
];

/** Équivalents temps plein en poste, sur ce que la catégorie exige ; l'adjoint se lit avec la direction. */
function buildColonneEquipe(cle: FonctionExigee, titre: string): Colonne<LigneCreche> {
  const fonctions: FonctionExigee[] = cle === 'DIRECTION' ? ['DIRECTION', 'ADJOINT'] : [cle];
  return {
    cle,
    titre,
    nombre: true,
    triable: true,
    cellule: (ligne) => {
      const lues = fonctions.map((fonction) => findExigence(ligne, fonction)).filter((lue) => lue !== undefined);
      if (lues.length === 0) return <span className="zero">{ligne.categorie ? 'non exigé' : ''}</span>;
      const enPoste = lues.reduce((somme, lue) => somme + (lue.enPoste ?? 0), 0);
      const du = lues.reduce((somme, lue) => somme + lue.du, 0);
      const manque = lues.reduce((somme, lue) => somme + lue.manque, 0);
      return (
        <>
          <a
            href={formatAdresseCreche(ligne.id, '#equipe')}
          >{`${formatQuantite(ETP, enPoste)}\u00a0/\u00a0${formatQuantite(ETP, du)}`}</a>
          {manque > 0 ? (
            <small>
              <Etiquette ton="retard">{`manque ${formatQuantite(ETP, manque)}`}</Etiquette>
            </small>
          ) : null}
        </>
      );
    },
  };
}

export default function Creches({
  loaderData: { filtre, lignes, manques, territoires, aujourdhui },
}: Route.ComponentProps) {
  const { pathname, search } = useLocation();
  const places = lignes.reduce((total, ligne) => total + ligne.places, 0);
  const plusieurs = territoires.length > 1;
  const sans = lignes.filter(({ categorie }) => categorie === null).length;
  return (
    <Liste
      titre="Crèches"
      sous={`${places.toLocaleString('fr-FR')} places autorisées, au ${formatJour(aujourdhui, 'long')}${sans > 0 ? `, sans celles de ${sans} crèche${sans > 1 ? 's' : ''} dont l’autorisation n’est pas en cours` : ''}`}
      adresse={pathname + search}
      lignes={lignes}
      total={lignes.length}
      page={1}
      pages={1}
      nom={['crèche', 'crèches']}
      filtree={Boolean(filtre.q || filtre.territoire || filtre.categorie || filtre.manque)}
      tri={{ cle: filtre.tri, sens: filtre.sens }}
      cle={({ id }) => id}
      colonnes={plusieurs ? COLONNES : COLONNES.filter(({ cle }) => cle !== 'territoire')}
      filtres={
        <>
          <ChampTexte nom="q" libelle="Nom" type="search" valeur={filtre.q} />
          <FiltreTerritoire choix={buildChoixNommes(territoires)} valeur={filtre.territoire} />
          <ChampSelection
            nom="categorie"
            libelle="Catégorie"
            vide="Toutes"
            choix={buildChoix(CATEGORIES_EAJE)}
            valeur={filtre.categorie}
          />
          <ChampSelection
            nom="manque"
            libelle="À regarder"
            vide="Tout"
            choix={buildChoix(MANQUES)}
            valeur={filtre.manque}
          />
        </>
      }
      vide={{
        titre: 'Aucune crèche',
        texte: 'Les crèches de vos unités apparaîtront ici, avec leurs places et ce que leur catégorie exige.',
      }}
    >
      <Faits
        faits={(Object.keys(MANQUES) as Manque[]).map((manque) =>
          buildFait(manque, manques[manque], pathname + search),
        )}
      />
    </Liste>
  );
}

function buildFait(manque: Manque, nombre: number, adresse: string) {
  return {
    titre: MANQUES[manque],
    valeur: <a href={buildAdresse(adresse, { manque })}>{`${nombre} crèche${nombre > 1 ? 's' : ''}`}</a>,
    ton: nombre > 0 ? ('bientot' as const) : undefined,
  };
}
