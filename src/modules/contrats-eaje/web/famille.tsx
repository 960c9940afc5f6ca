import { Introuvable } from '#server/errors.ts';
import { containsJour } from '#shared/periode.ts';
import { formatTexte } from '#shared/texte-legal.ts';
import { Fiche } from '#web/gabarits/fiche.tsx';
import { readPage } from '#web/page.server.ts';
import { Bloc } from '#web/ui/bloc.tsx';
import { LienBouton } from '#web/ui/bouton.tsx';
import { Etiquette } from '#web/ui/etiquette.tsx';
import { Avis } from '#web/ui/message.tsx';
import { readBaremesSaisis } from '../data/baremes.server.ts';
import { listReservations } from '../data/contrats.server.ts';
import { ABSENT, getFamille } from '../data/familles.server.ts';
import { canReadFamille } from '../droits.ts';
import { formatRegime } from '../famille.ts';
import { formatEuros } from '../participation.ts';
import { findBaremeAbsent } from '../rules/bareme.ts';
import { computeTarif } from '../rules/tarif.ts';
import type { Route } from './+types/famille.ts';
import { buildFil } from './adresses.ts';
import { BlocDeCalcul } from './contrat-calcul.tsx';
import { AccueilsReserves } from './contrat-sections.tsx';
import { EnfantsDeLaFamille, RessourcesDeLaFamille } from './famille-sections.tsx';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { tx, agent, aujourdhui } = contexte;
    const fiche = await getFamille(contexte, args.params.id);
    if (!canReadFamille(agent, fiche.creche)) throw new Introuvable(ABSENT);
    const courantes = fiche.ressources.find((periode) => containsJour(periode, aujourdhui));
    const saisis = await readBaremesSaisis(tx);
    const absent = findBaremeAbsent(aujourdhui, saisis);
    const tarif = courantes && !absent ? computeTarif(courantes, aujourdhui, saisis) : null;
    const calcul = tarif && {
      montant: formatEuros(tarif.tarifCentimes),
      etapes: [...tarif.etapes, ...tarif.avertissements],
      textes: [...new Set(tarif.textes.map(formatTexte))],
    };
    const reservations = await listReservations(
      tx,
      fiche.enfants.map(({ id }) => id),
    );
    return { ...fiche, reservations, aujourdhui, calcul, absent: absent ?? null, connues: courantes !== undefined };
  });
}

export default function FicheFamille({ loaderData }: Route.ComponentProps) {
  const { famille, creche, ressources, enfants, reservations, aujourdhui, calcul, absent, connues } = loaderData;
  const prenoms = new Map(enfants.map(({ id, prenom }) => [id, prenom]));
  return (
    <Fiche
      titre={`Famille ${famille.nom}`}
      etiquettes={famille.monoparentale ? <Etiquette>un seul parent</Etiquette> : null}
      sous={[famille.telephone, famille.courriel, famille.adresse, famille.codePostal].filter(Boolean).join(' · ')}
      fil={buildFil(creche)}
      actes={
        <>
          <LienBouton href={`/creches/familles/${famille.id}/ressources`}>Inscrire des ressources</LienBouton>
          <LienBouton href={`/creches/familles/${famille.id}/enfant`}>Inscrire un enfant</LienBouton>
          <LienBouton href={`/creches/familles/${famille.id}/modifier`}>Modifier</LienBouton>
        </>
      }
      alertes={
        connues ? null : (
          <Avis ton="bientot" titre="Ressources à inscrire">
            <p>
              Sans elles, ou sans dire qu’elles sont inconnues, aucun contrat ne se signe ni ne se révise, et seul un
              accueil d’urgence se réserve.
            </p>
          </Avis>
        )
      }
      faits={[
        {
          titre: 'Tarif ce jour',
          valeur: calcul?.montant ?? 'non calculé',
          detail: calcul ? 'de l’heure' : (absent ?? undefined),
        },
        {
          titre: 'Allocataire',
          valeur: famille.matriculeCaf ?? 'inconnu',
          detail: formatRegime(famille.regime) ?? undefined,
        },
        { titre: 'Filoué', valeur: famille.apparaitFiloue ? 'y figure' : 's’y est opposée' },
      ]}
      cote={
        calcul ? (
          <BlocDeCalcul titre={`Tarif ce jour : ${calcul.montant} de l’heure`} calcul={calcul} />
        ) : (
          <Bloc titre="Tarif">
            <p>{absent ?? 'Le tarif et son calcul apparaîtront ici, une fois les ressources inscrites.'}</p>
          </Bloc>
        )
      }
    >
      <EnfantsDeLaFamille enfants={enfants} aujourdhui={aujourdhui} />
      <AccueilsReserves
        reservations={reservations}
        peut
        nommer={enfants.length > 1 ? ({ enfantId }) => prenoms.get(enfantId) ?? '' : undefined}
      />
      <RessourcesDeLaFamille ressources={ressources} />
    </Fiche>
  );
}
