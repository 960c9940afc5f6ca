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
import { listEnfantsFiloue, listManquesFamilles } from '../data/declarations.server.ts';
import { canListActivite } from '../droits.ts';
import { NATURES_AFAS } from '../rules/afas.ts';
import { listAnomaliesFiloue, listEcartsFiloue } from '../rules/filoue.ts';
import type { Route } from './+types/declarations.ts';
import { buildLigneDeclaration, DeclarationFiltre, type LigneDeclaration } from './declarations-view.ts';
import { loadDeclaration, parseAnnee } from './lecture.server.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    if (!canListActivite(contexte.agent)) throw new Introuvable('Absent, ou hors de vos missions.');
    const annee = parseAnnee(args.request, contexte);
    const { nature, creche } = parseFiltre(args.request, DeclarationFiltre).filtre;
    const declarees = await loadDeclaration(contexte, annee, nature);
    const manques = new Map((await listManquesFamilles(contexte, annee)).map((m) => [m.etablissementId, m]));
    const lue = declarees
      .map(({ suivie }) => suivie)
      .find((suivie) => suivie.creche.id === creche && canAccueillir(contexte.agent, suivie.creche));
    const enfants = lue ? await listEnfantsFiloue(contexte, annee, lue.creche.id) : [];
    return {
      annee,
      nature,
      lignes: declarees.map((declaree) => {
        const { creche: c } = declaree.suivie;
        return buildLigneDeclaration(declaree, manques.get(c.id), canAccueillir(contexte.agent, c), nature, annee);
      }),
      choisie: lue ? { nom: lue.creche.nom, ecarts: listEcartsFiloue(enfants, lue.bilan.fait) } : null,
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

type Ligne = LigneDeclaration & { annee: number; nature: string };
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
  { cle: 'facturees', titre: 'Facturées, h', nombre: true, cellule: ({ facturees }) => facturees },
  { cle: 'realisees', titre: 'Réalisées, h', nombre: true, cellule: ({ realisees }) => realisees },
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
  const { annee, nature, lignes, choisie, enfants } = loaderData;
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
          lignes={lignes.map((ligne) => ({ ...ligne, annee, nature }))}
          cle={({ id }) => id}
        />
      )}
      {choisie ? <Manques {...choisie} enfants={enfants} /> : null}
    </>
  );
}

type ManquesProps = { nom: string; ecarts: readonly string[]; enfants: readonly Enfant[] };

function Manques({ nom, ecarts, enfants }: ManquesProps) {
  return (
    <section className="section" id="enfants">
      <h2>Ce qui manque à {nom}</h2>
      {ecarts.length === 0 ? (
        <p>Filoué et AFAS s’accordent à un millième près, familles qui n’y paraissent pas comprises.</p>
      ) : (
        <Avis ton="bientot" titre="Filoué et AFAS ne s’accordent pas">
          <ul>
            {ecarts.map((ecart) => (
              <li key={ecart}>{ecart}</li>
            ))}
          </ul>
          Un mois figé, à recompter ou jamais compté l’explique : voyez les mois de la crèche.
        </Avis>
      )}
      {enfants.length === 0 ? (
        <p>Chaque ligne de Filoué est complète.</p>
      ) : (
        <Tableau legende={`Filoué, ${nom}`} colonnes={COLONNES_ENFANTS} lignes={enfants} cle={({ id }) => id} />
      )}
    </section>
  );
}
