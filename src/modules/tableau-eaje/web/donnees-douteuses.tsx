import type { Contexte } from '#database/as-agent.ts';
import {
  type JourneeDouteuse,
  listJourneesDouteuses,
  listMoisDeJournees,
} from '#modules/journees-eaje/index.server.ts';
import { Identifiant } from '#shared/identifiant.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { parseFiltre } from '#web/filtre.ts';
import { EnTetePage } from '#web/gabarits/en-tete-page.tsx';
import { readPage } from '#web/page.server.ts';
import { BoutonImprimer } from '#web/ui/bouton-imprimer.tsx';
import { EtatVide } from '#web/ui/message.tsx';
import { type Colonne, Tableau } from '#web/ui/tableau.tsx';
import { type CodeDoute, DOUTES } from '../indicateur.ts';
import { TableauFiltre } from '../tableau-filtre.ts';
import type { Route } from './+types/donnees-douteuses.ts';
import { Reglages } from './composants-tableau.tsx';
import { buildAdresseDesDoutes, buildLignesDeDoutes, type LigneDeDoutes } from './doutes-view.ts';
import { readCrechesDuTableau } from './tableau.server.ts';
import { MASQUE } from './tableau-view.ts';

const Filtre = TableauFiltre.extend({ creche: Identifiant.nullable().catch(null) });
const CODES = Object.keys(DOUTES) as CodeDoute[];

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { filtre } = parseFiltre(args.request, Filtre);
    const { bornes, creches, territoires } = await readCrechesDuTableau(contexte, filtre);
    const mois = await listMoisDeJournees(
      contexte,
      bornes,
      creches.map(({ id }) => id),
    );
    const lignes = buildLignesDeDoutes(creches, mois, filtre);
    return {
      filtre,
      territoires,
      sous: `Du ${formatJour(bornes.du, 'long')} au ${formatJour(bornes.au, 'long')}`,
      lignes,
      creche: await readCreche(
        contexte,
        bornes,
        lignes.find(({ id }) => id === filtre.creche),
      ),
      retour: buildAdresseDesDoutes(filtre, null),
    };
  });
}

/** Les journées d'une crèche que l'on voit ; rien d'une autre. */
async function readCreche(
  contexte: Contexte,
  bornes: Parameters<typeof listJourneesDouteuses>[1],
  ligne?: LigneDeDoutes,
) {
  if (!ligne) return null;
  return { id: ligne.id, nom: ligne.nom, journees: await listJourneesDouteuses(contexte, bornes, ligne.id) };
}

const COLONNES: readonly Colonne<LigneDeDoutes>[] = [
  { cle: 'nom', titre: 'Crèche', cellule: ({ nom, href }) => <a href={href}>{nom}</a> },
  ...CODES.map(
    (code): Colonne<LigneDeDoutes> => ({
      cle: code,
      titre: formatTitre(code),
      nombre: true,
      cellule: ({ doutes }) =>
        doutes[code] === 0 ? <span className="zero">0</span> : doutes[code].toLocaleString('fr-FR'),
    }),
  ),
];

function formatTitre(code: CodeDoute): string {
  const [, pluriel] = DOUTES[code];
  return pluriel.charAt(0).toLocaleUpperCase('fr') + pluriel.slice(1);
}

export default function DonneesDouteuses({ loaderData }: Route.ComponentProps) {
  const { sous, lignes, creche } = loaderData;
  return (
    <>
      <EnTetePage
        titre={creche ? `Données douteuses · ${creche.nom}` : 'Données douteuses'}
        sous={sous}
        fil={[
          { titre: 'Tableau des crèches', href: '/creches/tableau?vue=encadrement' },
          ...(creche ? [{ titre: 'Données douteuses', href: loaderData.retour }] : []),
        ]}
        actes={<BoutonImprimer />}
      />
      {creche ? (
        <Journees id={creche.id} journees={creche.journees} />
      ) : (
        <>
          <Reglages {...loaderData} action="/creches/tableau/donnees-douteuses" />
          <p>
            Les chiffres les comptent tout de même : une heure manquante est prise à l’accueil prévu, un jour sans
            pointage est compté sur les accueils prévus, un enfant dont la marche n’est pas constatée compte comme
            non-marcheur. Une journée sans autorisation sort de l’occupation et du surnombre.
          </p>
          {lignes.length === 0 ? (
            <EtatVide titre="Rien de douteux">Les journées finies de la période sont toutes sûres.</EtatVide>
          ) : (
            <Tableau legende="Doutes par crèche" colonnes={COLONNES} lignes={lignes} cle={({ id }) => id} />
          )}
        </>
      )}
    </>
  );
}

function Journees({ id, journees }: { id: string; journees: readonly JourneeDouteuse[] }) {
  const nombre = (
    cle: string,
    titre: string,
    lit: (j: JourneeDouteuse) => number | string,
  ): Colonne<JourneeDouteuse> => ({
    cle,
    titre,
    nombre: true,
    cellule: (j) => lit(j),
  });
  return (
    <Tableau
      legende="Journées douteuses"
      cle={({ jour }) => jour}
      lignes={journees}
      colonnes={[
        {
          cle: 'jour',
          titre: 'Jour',
          cellule: ({ jour }) => <a href={`/creches/${id}/presences?jour=${jour}`}>{formatJour(jour, 'complet')}</a>,
        },
        nombre('presences', 'Présences', ({ presences }) => (presences > 0 && presences < 5 ? MASQUE : presences)),
        nombre('douteuses', 'Présences douteuses', ({ presencesDouteuses }) => presencesDouteuses),
        nombre('marche', 'Enfants sans marche constatée', ({ marcheInconnue }) => marcheInconnue),
        nombre('postes', 'Postes sans horaire sûr', ({ postesDouteux }) => postesDouteux),
        {
          cle: 'autorisation',
          titre: 'Autorisation',
          cellule: ({ sansAutorisation }) => (sansAutorisation ? <a href={`/creches/${id}`}>manque</a> : 'connue'),
        },
        {
          cle: 'planning',
          titre: 'Planning',
          cellule: ({ jour }) => <a href={`/creches/${id}/jour?jour=${jour}`}>la journée</a>,
        },
      ]}
    />
  );
}
