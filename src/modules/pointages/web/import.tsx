import { useEffect } from 'react';
import { data, Form, useRevalidator } from 'react-router';
import { buildPage, computeDecalage, PageDemandee } from '#shared/pagination.ts';
import { Fiche } from '#web/gabarits/fiche.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { Bouton } from '#web/ui/bouton.tsx';
import { Etiquette } from '#web/ui/etiquette.tsx';
import { Avis, EtatVide } from '#web/ui/message.tsx';
import { Onglets } from '#web/ui/navigation-locale.tsx';
import { Pagination } from '#web/ui/pagination.tsx';
import { type Colonne, Tableau } from '#web/ui/tableau.tsx';
import { type EcartBadges, getImport, type ImportBadges, listEcarts, recordRelance } from '../data/imports.server.ts';
import { ETATS_IMPORT, GENRES_ECART, GenreEcart } from '../import-badges.ts';
import type { Route } from './+types/import.ts';
import { verifyImport } from './acces.server.ts';

const RELECTURE_S = 2;

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    verifyImport(contexte);
    const { pathname, search, searchParams } = new URL(args.request.url);
    const fiche = await getImport(contexte.tx, args.params.id);
    const genre = GenreEcart.safeParse(searchParams.get('genre')).data ?? null;
    const demandee = PageDemandee.parse(Object.fromEntries(searchParams));
    const { lignes, comptes } = await listEcarts(contexte.tx, fiche.id, {
      genre,
      limite: demandee.taille,
      debut: computeDecalage(demandee),
    });
    const total = genre === null ? comptes.REFUS + comptes.DOUTE : comptes[genre];
    const enCours = fiche.etat !== 'FAIT' && fiche.etat !== 'ILLISIBLE';
    const rendu = { fiche, genre, comptes, enCours, adresse: pathname + search, ...buildPage(lignes, total, demandee) };
    // Sans JavaScript non plus, personne n'a à recharger la page pour savoir où l'on en est.
    return data(rendu, { headers: enCours ? { Refresh: String(RELECTURE_S) } : {} });
  });
}

export function headers({ loaderHeaders }: Route.HeadersArgs) {
  return loaderHeaders;
}

export async function action(args: Route.ActionArgs) {
  const { id } = args.params;
  return actPage(args, { command: recordRelance, avec: { id }, vers: () => `/creches/pointages/import/${id}` });
}

const COLONNES: readonly Colonne<EcartBadges>[] = [
  { cle: 'numero', titre: 'Ligne', nombre: true, cellule: ({ numero }) => numero.toLocaleString('fr-FR') },
  { cle: 'genre', titre: 'Genre', cellule: ({ genre }) => GENRES_ECART[genre] },
  { cle: 'raison', titre: 'Pourquoi', cellule: ({ raison }) => raison },
  { cle: 'brut', titre: 'Texte de la ligne', cellule: ({ brut }) => <code>{brut}</code> },
];

export default function Import({ loaderData, actionData }: Route.ComponentProps) {
  const { fiche, genre, comptes, enCours, adresse, lignes, page, pages } = loaderData;
  useRelecture(enCours);
  const onglet = (titre: string, cle: GenreEcart | null, nombre: number) => ({
    titre,
    href: `/creches/pointages/import/${fiche.id}${cle === null ? '' : `?genre=${cle}`}`,
    nombre,
    actif: genre === cle,
  });
  return (
    <Fiche
      titre={fiche.fichierNom}
      fil={[
        { titre: 'Crèches', href: '/creches' },
        { titre: 'Badges', href: '/creches/pointages/import' },
      ]}
      sous={[fiche.format, fiche.creche].filter(Boolean).join(' · ')}
      etiquettes={
        <Etiquette ton={fiche.etat === 'FAIT' ? 'fait' : fiche.etat === 'ILLISIBLE' ? 'retard' : 'attente'}>
          {ETATS_IMPORT[fiche.etat]}
        </Etiquette>
      }
      alertes={<Alertes fiche={fiche} erreurs={Object.values(actionData?.erreurs ?? {})} />}
      faits={enCours ? undefined : listFaits(fiche)}
    >
      <Onglets
        libelle="Lignes à regarder"
        onglets={[
          onglet('Toutes', null, comptes.REFUS + comptes.DOUTE),
          onglet('Refusées', 'REFUS', comptes.REFUS),
          onglet('Douteuses', 'DOUTE', comptes.DOUTE),
        ]}
      />
      {lignes.length === 0 ? (
        <EtatVide titre="Aucune ligne à regarder">
          Les lignes refusées ou douteuses du fichier paraîtraient ici, avec leur texte et la raison.
        </EtatVide>
      ) : (
        <Tableau
          legende="Lignes refusées ou douteuses"
          colonnes={COLONNES}
          lignes={lignes}
          cle={({ numero }) => String(numero)}
        />
      )}
      <Pagination page={page} pages={pages} adresse={adresse} />
    </Fiche>
  );
}

function useRelecture(enCours: boolean): void {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (!enCours || state !== 'idle') return;
    const attente = setTimeout(revalidate, RELECTURE_S * 1000);
    return () => clearTimeout(attente);
  }, [enCours, state, revalidate]);
}

function listFaits({ lignes, presences, completees, dejaInscrites, refusees, douteuses }: ImportBadges) {
  const nombre = (valeur: number) => valeur.toLocaleString('fr-FR');
  return [
    { titre: 'Lignes lues', valeur: nombre(lignes) },
    {
      titre: 'Présences inscrites',
      valeur: nombre(presences),
      detail: `${nombre(completees)} complétées, ${nombre(dejaInscrites)} déjà inscrites`,
    },
    { titre: 'Lignes refusées', valeur: <a href="?genre=REFUS">{nombre(refusees)}</a> },
    { titre: 'Présences douteuses', valeur: <a href="?genre=DOUTE">{nombre(douteuses)}</a> },
  ];
}

function Alertes({ fiche, erreurs }: { fiche: ImportBadges; erreurs: string[] }) {
  const { etat, octets, octetsLus, jours, joursFaits, isArrete, motif } = fiche;
  return (
    <>
      {erreurs.length > 0 ? (
        <Avis ton="retard" annonce>
          {erreurs.join(' ')}
        </Avis>
      ) : null}
      {motif ? <Avis ton="retard">{motif}</Avis> : null}
      {etat === 'ATTENTE' || etat === 'LECTURE' ? (
        <Avis titre={ETATS_IMPORT[etat]} annonce>
          <p>
            <progress value={octetsLus} max={octets} aria-label="Lecture" /> {Math.round((100 * octetsLus) / octets)} %
            du fichier lu. La page se relit d’elle-même : vous pouvez la quitter.
          </p>
        </Avis>
      ) : null}
      {etat === 'ECRITURE' ? (
        <Avis titre={ETATS_IMPORT[etat]} annonce>
          <p>
            <progress value={joursFaits} max={Math.max(jours, 1)} aria-label="Écriture" /> {joursFaits} jours sur{' '}
            {jours}. La page se relit d’elle-même : vous pouvez la quitter.
          </p>
        </Avis>
      ) : null}
      {isArrete ? (
        <Avis ton="bientot">
          <p>Personne n’y travaille depuis une minute. Ce qui est écrit l’est pour de bon.</p>
          <Form method="post">
            <Bouton>Continuer là où il s’est arrêté</Bouton>
          </Form>
        </Avis>
      ) : null}
    </>
  );
}
