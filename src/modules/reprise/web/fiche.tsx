import { useEffect } from 'react';
import { data, Form, useRevalidator } from 'react-router';
import { buildPage, computeDecalage, PageDemandee } from '#shared/pagination.ts';
import { Fiche } from '#web/gabarits/fiche.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { Bouton, LienBouton } from '#web/ui/bouton.tsx';
import { Etiquette } from '#web/ui/etiquette.tsx';
import { Avis } from '#web/ui/message.tsx';
import { Onglets } from '#web/ui/navigation-locale.tsx';
import { Pagination } from '#web/ui/pagination.tsx';
import { recordAnnulation, recordDecisions, recordExecution, recordRelance } from '../data/commands.server.ts';
import { getImportation, listLignes } from '../data/queries.server.ts';
import { canUpdateImportation } from '../droits.ts';
import { ETATS_IMPORTATION, isEnCours, NATURES_IMPORTATION } from '../importation.ts';
import type { Route } from './+types/fiche.ts';
import { verifyAcces } from './acces.server.ts';
import { computeAReprendre, computeNombre, findFiltre, formatTon, listOnglets } from './fiche-view.ts';
import { LignesImportees } from './lignes.tsx';

const RELECTURE_S = 2;

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    verifyAcces(contexte);
    const { pathname, search, searchParams } = new URL(args.request.url);
    const importation = await getImportation(contexte.tx, args.params.id);
    const filtre = findFiltre(searchParams.get('etat'), importation.comptes);
    const demandee = PageDemandee.parse(Object.fromEntries(searchParams));
    const page = { etat: filtre, limite: demandee.taille, debut: computeDecalage(demandee) };
    const enCours = isEnCours(importation.etat);
    const lignes = enCours ? [] : await listLignes(contexte.tx, importation.id, page);
    const rendu = {
      importation,
      filtre,
      adresse: pathname + search,
      modifiable: canUpdateImportation(contexte.agent, importation),
      ...buildPage(lignes, computeNombre(filtre, importation.comptes), demandee),
    };
    // Sans JavaScript non plus, personne n'a à recharger la page pour savoir où l'on en est.
    return data(rendu, { headers: enCours ? { Refresh: String(RELECTURE_S) } : {} });
  });
}

export function headers({ loaderHeaders }: Route.HeadersArgs) {
  return loaderHeaders;
}

export async function action(args: Route.ActionArgs) {
  const formulaire = await args.request.clone().formData();
  const commun = { avec: { id: args.params.id }, vers: (id: string) => `/reprise/${id}` };
  const acte = String(formulaire.get('acte'));
  if (acte === 'trancher') {
    const decisions = Object.fromEntries(
      [...formulaire].flatMap(([nom, valeur]) => (nom.startsWith('decision.') ? [[nom.slice(9), String(valeur)]] : [])),
    );
    return actPage(args, {
      ...commun,
      avec: { ...commun.avec, decisions },
      command: recordDecisions,
      fait: 'Réponses gardées.',
    });
  }
  const actes = { reprendre: recordExecution, annuler: recordAnnulation, relancer: recordRelance };
  const command = actes[acte as keyof typeof actes];
  if (!command) throw data({ message: 'Acte inconnu.' }, { status: 404 });
  return actPage(args, { ...commun, command });
}

type Donnees = Route.ComponentProps['loaderData'];

export default function FicheImportation({ loaderData, actionData }: Route.ComponentProps) {
  const { importation, filtre, adresse, page, pages } = loaderData;
  const { id, etat, nature, fichierNom, comptes } = importation;
  const enCours = isEnCours(etat);
  useRelecture(enCours);
  return (
    <Fiche
      titre={fichierNom}
      fil={[{ titre: 'Reprise de fichiers', href: '/reprise' }]}
      sous={NATURES_IMPORTATION[nature]}
      etiquettes={<Etiquette ton={formatTon(etat)}>{ETATS_IMPORTATION[etat]}</Etiquette>}
      actes={<Actes {...loaderData} />}
      alertes={<Alertes importation={importation} erreurs={Object.values(actionData?.erreurs ?? {})} />}
      faits={enCours ? undefined : listFaits(importation)}
    >
      {enCours ? (
        <Avancement importation={importation} />
      ) : (
        <>
          <Onglets libelle="Lignes du fichier" onglets={listOnglets(id, filtre, comptes)} />
          <LignesImportees {...loaderData} />
          <Pagination page={page} pages={pages} adresse={adresse} />
        </>
      )}
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

function listFaits({ comptes, total }: Donnees['importation']) {
  const { creee, modifiee, inchangee, douteuse, refusee, ecrites, annulees, laissees } = comptes;
  const lignes = creee + modifiee + inchangee + douteuse + refusee || total;
  const nombre = (valeur: number) => valeur.toLocaleString('fr-FR');
  return [
    { titre: 'Lignes lues', valeur: nombre(lignes) },
    { titre: 'À créer', valeur: nombre(creee) },
    { titre: 'À modifier', valeur: nombre(modifiee), detail: `${nombre(inchangee)} inchangées` },
    {
      titre: 'Douteuses',
      valeur: nombre(douteuse),
      ...(douteuse > 0 ? { detail: `${nombre(comptes.tranchees)} tranchées`, ton: 'bientot' as const } : {}),
    },
    { titre: 'Refusées', valeur: nombre(refusee), ...(refusee > 0 ? { ton: 'retard' as const } : {}) },
    ...(ecrites > 0
      ? [
          {
            titre: 'Écrites',
            valeur: nombre(ecrites),
            detail: annulees > 0 ? `${nombre(annulees)} annulées, ${nombre(laissees)} laissées` : undefined,
          },
        ]
      : []),
  ];
}

function Actes({ importation, modifiable }: Donnees) {
  const { id, etat, comptes, interrompuePendant } = importation;
  const aReprendre = computeAReprendre(comptes);
  const retirable = etat === 'executee' || (etat === 'interrompue' && interrompuePendant !== 'en-analyse');
  return (
    <>
      {modifiable && etat === 'analysee' && aReprendre > 0 ? (
        <Acte acte="reprendre" variante="principal">
          Reprendre {aReprendre.toLocaleString('fr-FR')} {aReprendre > 1 ? 'lignes' : 'ligne'}
        </Acte>
      ) : null}
      {modifiable && etat === 'interrompue' ? (
        <Acte acte="relancer" variante="principal">
          Continuer là où il s’est arrêté
        </Acte>
      ) : null}
      {modifiable && (etat === 'analysee' || etat === 'illisible') ? (
        <LienBouton href={`/reprise/${id}/colonnes`}>Dire les colonnes</LienBouton>
      ) : null}
      {comptes.refusee > 0 && !isEnCours(etat) ? (
        <>
          <LienBouton href={`/reprise/${id}/refus/xlsx`} download>
            Lignes refusées (Excel)
          </LienBouton>
          <LienBouton href={`/reprise/${id}/refus/csv`} download variante="discret">
            en CSV
          </LienBouton>
        </>
      ) : null}
      {modifiable && retirable ? (
        <Acte acte="annuler" variante="danger">
          Annuler tout cet import
        </Acte>
      ) : null}
    </>
  );
}

function Acte({
  acte,
  variante,
  children,
}: {
  acte: string;
  variante: 'principal' | 'danger';
  children: React.ReactNode;
}) {
  return (
    <Form method="post">
      <Bouton name="acte" value={acte} variante={variante}>
        {children}
      </Bouton>
    </Form>
  );
}

function Alertes({ importation, erreurs }: { importation: Donnees['importation']; erreurs: string[] }) {
  const { etat, motif, avertissements } = importation;
  return (
    <>
      {erreurs.length > 0 ? (
        <Avis ton="retard" titre="Cet acte n’est pas possible" annonce>
          {erreurs.join(' ')}
        </Avis>
      ) : null}
      {motif && (etat === 'illisible' || etat === 'interrompue') ? <Avis ton="retard">{motif}</Avis> : null}
      {etat === 'interrompue' ? (
        <Avis ton="bientot">
          Ce qui est déjà écrit l’est pour de bon. Marelle continue d’elle-même en quelques minutes si elle a été coupée
          ; vous pouvez aussi continuer, ou annuler l’import.
        </Avis>
      ) : null}
      {avertissements.length > 0 && !isEnCours(etat) ? (
        <Avis titre="À savoir sur ce fichier">
          <ul>
            {avertissements.map((phrase) => (
              <li key={phrase}>{phrase}</li>
            ))}
          </ul>
        </Avis>
      ) : null}
    </>
  );
}

function Avancement({ importation: { etat, avancement, total } }: { importation: Donnees['importation'] }) {
  return (
    <Avis titre={ETATS_IMPORTATION[etat]} annonce>
      <p>
        <progress value={avancement} max={Math.max(total, 1)} aria-label="Avancement" />{' '}
        {avancement.toLocaleString('fr-FR')} lignes sur {total.toLocaleString('fr-FR')}.
      </p>
      <p>La page se relit d’elle-même. Vous pouvez la quitter : le travail continue.</p>
    </Avis>
  );
}
