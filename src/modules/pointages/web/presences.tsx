import { canAccueillir, canReadCreche } from '#modules/eaje/index.ts';
import { OngletsCreche } from '#modules/eaje/web/composants.tsx';
import { Introuvable } from '#server/errors.ts';
import { getJour, parseInstant } from '#shared/instant.ts';
import { addJours, isJourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { EnTetePage } from '#web/gabarits/en-tete-page.tsx';
import { readPage } from '#web/page.server.ts';
import { LienBouton } from '#web/ui/bouton.tsx';
import { EtatVide } from '#web/ui/message.tsx';
import { type Colonne, Tableau } from '#web/ui/tableau.tsx';
import { type CorrectionLue, listCorrections } from '../data/corrections.server.ts';
import { getCreche } from '../data/pointage.server.ts';
import { listPresencesDuJour } from '../data/presences.server.ts';
import { formatPresence, ORIGINES } from '../pointage.ts';
import type { Route } from './+types/presences.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async ({ tx, agent, aujourdhui }) => {
    const creche = await getCreche(tx, args.params.id);
    if (!canReadCreche(agent, creche)) throw new Introuvable('Absente, ou hors de vos missions.');
    const demande = new URL(args.request.url).searchParams.get('jour') ?? '';
    const jour = isJourCivil(demande) ? demande : aujourdhui;
    return {
      creche: { id: creche.id, nom: creche.nom },
      jour,
      veille: addJours(jour, -1),
      lendemain: addJours(jour, 1),
      modifiable: canAccueillir(agent, creche),
      presences: await listPresencesDuJour(tx, { jour, etablissementIds: [creche.id] }),
      corrections: (await listCorrections(tx, creche.id, jour)).map(addJourLisible),
    };
  });
}

function addJourLisible(correction: CorrectionLue) {
  const instant = parseInstant(correction.le);
  return { ...correction, jour: instant ? formatJour(getJour(instant), 'court') : '' };
}

type Donnees = Route.ComponentProps['loaderData'];

export default function Presences({ loaderData }: Route.ComponentProps) {
  const { creche, jour, veille, lendemain, modifiable, presences, corrections } = loaderData;
  const douteuses = presences.filter(({ doute }) => doute !== null).length;
  const adresse = `/creches/${creche.id}/presences`;
  return (
    <>
      <EnTetePage
        titre={`Présences · ${creche.nom}`}
        fil={[
          { titre: 'Crèches', href: '/creches' },
          { titre: creche.nom, href: `/creches/${creche.id}` },
        ]}
        sous={`${formatJour(jour, 'complet')} · ${formatNombre(presences.length, 'présence')}, ${formatNombre(douteuses, 'douteuse')}`}
        actes={
          <>
            {modifiable ? (
              <LienBouton href={`${adresse}/corriger?jour=${jour}`}>Ajouter une présence</LienBouton>
            ) : null}
            <LienBouton variante="discret" href={`${adresse}?jour=${veille}`}>
              La veille
            </LienBouton>
            <LienBouton variante="discret" href={`${adresse}?jour=${lendemain}`}>
              Le lendemain
            </LienBouton>
          </>
        }
      />
      <OngletsCreche id={creche.id} courant="pointage" />
      {presences.length === 0 ? (
        <EtatVide titre="Aucune présence ce jour">
          Les arrivées et les départs pointés sur la tablette, lus d’un fichier de badges ou saisis paraîtraient ici,
          ceux dont il faut douter d’abord.
        </EtatVide>
      ) : (
        <Tableau
          legende="Présences du jour, douteuses d’abord"
          colonnes={listColonnes(loaderData)}
          lignes={presences}
          cle={({ enfantId, arrivee }) => `${enfantId} ${arrivee}`}
          ton={({ doute }) => (doute === null ? undefined : 'bientot')}
        />
      )}
      {corrections.length > 0 ? (
        <>
          <h2>Corrigées à la main</h2>
          <Tableau
            legende="Corrections du jour"
            colonnes={CORRECTIONS}
            lignes={corrections}
            cle={({ le, enfantId }) => `${le} ${enfantId}`}
          />
        </>
      ) : null}
    </>
  );
}

function formatNombre(nombre: number, nom: string): string {
  return `${nombre} ${nom}${nombre > 1 ? 's' : ''}`;
}

type Presence = Donnees['presences'][number];

function listColonnes({ creche, jour, modifiable }: Donnees): Colonne<Presence>[] {
  const colonnes: Colonne<Presence>[] = [
    { cle: 'enfant', titre: 'Enfant', cellule: ({ prenom, nom }) => `${prenom} ${nom}` },
    {
      cle: 'presence',
      titre: 'Présence',
      cellule: (presence) =>
        presence.arriveeSupposee ? `? – ${formatPresence(presence).split(' – ')[1]}` : formatPresence(presence),
    },
    { cle: 'doute', titre: 'Doute', cellule: ({ doute }) => doute ?? '' },
    { cle: 'section', titre: 'Section', cellule: ({ section }) => section ?? '' },
    { cle: 'origine', titre: 'Origine', cellule: ({ origine }) => ORIGINES[origine] },
  ];
  if (!modifiable) return colonnes;
  const href = ({ enfantId, arrivee }: Presence) =>
    `/creches/${creche.id}/presences/corriger?jour=${jour}&enfant=${enfantId}&avant=${arrivee}`;
  return [
    ...colonnes,
    {
      cle: 'acte',
      titre: 'Acte',
      cellule: (presence) => (
        <a href={href(presence)}>
          Corriger
          <span className="lecteur">
            {' '}
            la présence de {presence.prenom} {presence.nom}
          </span>
        </a>
      ),
    },
  ];
}

type Correction = Donnees['corrections'][number];
const formatValeur = (arrivee: number | null, depart: number | null) =>
  arrivee === null ? 'rien' : formatPresence({ arrivee, depart });

const CORRECTIONS: readonly Colonne<Correction>[] = [
  { cle: 'enfant', titre: 'Enfant', cellule: ({ prenom, nom }) => `${prenom} ${nom}` },
  { cle: 'avant', titre: 'Avant', cellule: ({ arriveeAvant, departAvant }) => formatValeur(arriveeAvant, departAvant) },
  { cle: 'apres', titre: 'Après', cellule: ({ arrivee, depart }) => formatValeur(arrivee, depart) },
  { cle: 'motif', titre: 'Pourquoi', cellule: ({ motif }) => motif },
  { cle: 'par', titre: 'Par', cellule: ({ par, jour }) => `${par}, ${jour}` },
];
