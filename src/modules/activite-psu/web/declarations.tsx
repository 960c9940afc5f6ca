import { canAccueillir } from '#modules/eaje/index.ts';
import { Introuvable } from '#server/errors.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { parseFiltre } from '#web/filtre.ts';
import { EnTetePage } from '#web/gabarits/en-tete-page.tsx';
import { readPage } from '#web/page.server.ts';
import { Bouton, LienBouton } from '#web/ui/bouton.tsx';
import { BoutonImprimer } from '#web/ui/bouton-imprimer.tsx';
import { ChampSelection } from '#web/ui/champ-choix.tsx';
import { buildChoix } from '#web/ui/choix.ts';
import { Avis, EtatVide } from '#web/ui/message.tsx';
import { type Colonne, Tableau } from '#web/ui/tableau.tsx';
import { listBilans } from '../data/bilans.server.ts';
import { listEnfantsFiloue, listManquesFamilles } from '../data/declarations.server.ts';
import { canListActivite } from '../droits.ts';
import { NATURES_AFAS } from '../rules/afas.ts';
import { listAnomaliesFiloue } from '../rules/filoue.ts';
import type { Route } from './+types/declarations.ts';
import { buildLigneDeclaration, DeclarationFiltre, type LigneDeclaration } from './declarations-view.ts';
import { parseAnnee } from './lecture.server.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    if (!canListActivite(contexte.agent)) throw new Introuvable('Absent, ou hors de vos missions.');
    const annee = parseAnnee(args.request, contexte);
    const { nature, creche } = parseFiltre(args.request, DeclarationFiltre).filtre;
    const { suivies } = await listBilans(contexte, annee);
    const manques = new Map((await listManquesFamilles(contexte, annee)).map((m) => [m.etablissementId, m]));
    const choisie = suivies.find((suivie) => suivie.creche.id === creche)?.creche;
    const lue = choisie && canAccueillir(contexte.agent, choisie) ? choisie : undefined;
    const enfants = lue ? await listEnfantsFiloue(contexte, annee, lue.id) : [];
    return {
      annee,
      nature,
      lisFamilles: contexte.agent.habilitations.includes('creches.accueillir'),
      lignes: suivies.map((s) =>
        buildLigneDeclaration(s, manques.get(s.creche.id), nature, annee, contexte.aujourdhui),
      ),
      choisie: lue ? { id: lue.id, nom: lue.nom } : null,
      enfants: enfants
        .filter(({ apparait }) => apparait)
        .map((enfant) => ({
          id: enfant.enfantId,
          familleId: enfant.familleId,
          ne: formatJour(enfant.neLe, 'court'),
          anomalies: listAnomaliesFiloue(enfant),
        }))
        .filter(({ anomalies }) => anomalies.length > 0),
    };
  });
}

type Ligne = LigneDeclaration & { annee: number; lisFamilles: boolean; nature: string };
type Enfant = { id: string; familleId: string; ne: string; anomalies: readonly string[] };

const COLONNES: readonly Colonne<Ligne>[] = [
  { cle: 'creche', titre: 'Crèche', cellule: ({ href, creche }) => <a href={href}>{creche}</a> },
  {
    cle: 'identifiants',
    titre: 'Identifiants à saisir',
    cellule: ({ identifiants }) => (identifiants.length === 0 ? 'complets' : identifiants.join(', ')),
  },
  { cle: 'enfants', titre: 'Enfants', nombre: true, cellule: ({ enfants }) => enfants },
  { cle: 'exclus', titre: 'N’y paraissent pas', nombre: true, cellule: ({ exclus }) => exclus },
  { cle: 'matricule', titre: 'Sans matricule ou régime', nombre: true, cellule: ({ sansMatricule }) => sansMatricule },
  { cle: 'adresse', titre: 'Sans adresse', nombre: true, cellule: ({ sansAdresse }) => sansAdresse },
  {
    cle: 'filoue',
    titre: 'Filoué',
    cellule: ({ id, annee, lisFamilles, nature, creche }) =>
      lisFamilles ? (
        <>
          <a href={`/creches/activite/declarations?annee=${annee}&nature=${nature}&creche=${id}#enfants`}>
            Ce qui manque<span className="lecteur"> à {creche}</span>
          </a>{' '}
          <a href={`/creches/${id}/activite/filoue.csv?annee=${annee}`} download>
            Fichier<span className="lecteur"> de {creche}</span>
          </a>
        </>
      ) : (
        'réservé à qui accueille les familles'
      ),
  },
  { cle: 'facturees', titre: 'Facturées', nombre: true, cellule: ({ facturees }) => facturees },
  { cle: 'realisees', titre: 'Réalisées', nombre: true, cellule: ({ realisees }) => realisees },
  {
    cle: 'controles',
    titre: 'Contrôles avant envoi',
    cellule: ({ controles }) =>
      controles.length === 0
        ? 'rien à signaler'
        : controles.map((controle) => <small key={controle}>{controle}</small>),
  },
];

const COLONNES_ENFANTS: readonly Colonne<Enfant>[] = [
  {
    cle: 'enfant',
    titre: 'Enfant',
    cellule: ({ ne, familleId }) => <a href={`/creches/familles/${familleId}`}>Né le {ne}</a>,
  },
  { cle: 'anomalies', titre: 'Ce qui manque ou surprend', cellule: ({ anomalies }) => anomalies.join(' ; ') },
];

export default function Declarations({ loaderData }: Route.ComponentProps) {
  const { annee, nature, lignes, lisFamilles, choisie, enfants } = loaderData;
  return (
    <>
      <EnTetePage
        titre={`Déclarations à la Caf ${annee}`}
        sous="Filoué, enfant par enfant et sans nom ; AFAS, crèche par crèche"
        fil={[{ titre: 'Heures et PSU', href: `/creches/activite?annee=${annee}` }]}
        actes={
          <>
            <LienBouton href={`/creches/activite/afas.csv?annee=${annee}&nature=${nature}`} download>
              Télécharger AFAS ({NATURES_AFAS[nature].toLowerCase()})
            </LienBouton>
            <BoutonImprimer />
          </>
        }
      />
      <Avis ton="bientot" titre="Dessin à confirmer">
        Les colonnes sont celles d’un export observé jusqu’en 2022 ; le dessin d’enregistrement en vigueur se confirme
        auprès de la Caf. Aucun nom n’y entre ; les familles qui ne veulent pas paraître dans Filoué n’y sont pas.
        Chaque téléchargement est au journal.
      </Avis>
      <form className="filtres" action="/creches/activite/declarations" aria-label="Choisir la déclaration">
        <input type="hidden" name="annee" value={annee} />
        <ChampSelection
          nom="nature"
          libelle="Déclaration AFAS"
          vide={null}
          choix={buildChoix(NATURES_AFAS)}
          valeur={nature}
        />
        <Bouton>Regarder</Bouton>
      </form>
      {lignes.length === 0 ? (
        <EtatVide titre="Aucune crèche à déclarer">Les crèches de vos unités viennent ici.</EtatVide>
      ) : (
        <Tableau
          legende={`Déclarations ${annee}, crèche par crèche`}
          colonnes={COLONNES}
          lignes={lignes.map((ligne) => ({ ...ligne, annee, lisFamilles, nature }))}
          cle={({ id }) => id}
        />
      )}
      {choisie ? <Manques nom={choisie.nom} enfants={enfants} /> : null}
    </>
  );
}

function Manques({ nom, enfants }: { nom: string; enfants: readonly Enfant[] }) {
  return (
    <section className="section" id="enfants">
      <h2>Ce qui manque à {nom}</h2>
      {enfants.length === 0 ? (
        <p>Chaque ligne de Filoué est complète.</p>
      ) : (
        <Tableau legende={`Filoué, ${nom}`} colonnes={COLONNES_ENFANTS} lignes={enfants} cle={({ id }) => id} />
      )}
    </section>
  );
}
