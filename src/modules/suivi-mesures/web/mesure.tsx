import { getCible } from '#modules/acces/index.server.ts';
import { getMesureInscrite } from '#modules/mesures/index.server.ts';
import { recordTrace } from '#server/journal.ts';
import { Fiche } from '#web/gabarits/fiche.tsx';
import { readPage } from '#web/page.server.ts';
import { Bloc } from '#web/ui/bloc.tsx';
import { LienBouton } from '#web/ui/bouton.tsx';
import { Etiquette } from '#web/ui/etiquette.tsx';
import { Avis } from '#web/ui/message.tsx';
import type { Route } from './+types/mesure.ts';
import { canCorriger, canCorrigerExecution, listActes } from './acte-view.ts';
import { formatAdresseMesures } from './adresses.ts';
import { buildFicheMesure } from './fiche-view.ts';
import { CeQueDitLaLoi } from './loi.tsx';
import { buildLoi } from './loi-view.ts';
import { getReglement } from './reglement.server.ts';
import { AccordsEtAvis, Decisions, Demande, Execution } from './sections.tsx';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { tx, agent, aujourdhui } = contexte;
    const mesure = await getMesureInscrite(contexte, args.params.id);
    const cible = await getCible(contexte, mesure.enfantId);
    await recordTrace(tx, { acte: 'mesures.consulter', enfantId: mesure.enfantId, objetId: mesure.id });
    const droit = { agent, cible, jour: aujourdhui };
    return {
      fiche: buildFicheMesure(mesure, aujourdhui, {
        corrigerDecision: canCorriger(mesure, droit),
        corrigerExecution: canCorrigerExecution(mesure, droit),
      }),
      actes: listActes(mesure, droit),
      loi: buildLoi(mesure.code, mesure.decideeLe ?? aujourdhui, await getReglement(contexte)),
      enfant: { nom: cible.nom, href: `/enfants/${cible.id}` },
      enfantMesures: formatAdresseMesures(cible.id),
    };
  });
}

export default function Mesure({ loaderData }: Route.ComponentProps) {
  const { fiche, actes, loi, enfant, enfantMesures } = loaderData;
  return (
    <Fiche
      titre={`${fiche.titre} · ${enfant.nom}`}
      etiquettes={<Etiquette ton={fiche.ton}>{fiche.etat}</Etiquette>}
      sous={fiche.fondement}
      fil={[
        { titre: 'Enfants', href: '/enfants' },
        { titre: enfant.nom, href: enfant.href },
        { titre: 'Mesures', href: enfantMesures },
      ]}
      actes={actes.map(({ acte, titre, href }, rang) => (
        <LienBouton key={acte} petit href={href} variante={rang === 0 ? 'principal' : 'secondaire'}>
          {titre}
        </LienBouton>
      ))}
      alertes={<Alertes {...loaderData} />}
      faits={fiche.faits}
      cote={
        <>
          <CeQueDitLaLoi loi={loi} />
          <Bloc titre="Ce qui est dû">
            <p>
              <a href={`${enfant.href}/echeances`}>Les échéances de l’enfant</a>
            </p>
          </Bloc>
        </>
      }
    >
      <Decisions decisions={fiche.decisions} />
      <Execution execution={fiche.execution} />
      <AccordsEtAvis {...fiche} />
      <Demande demandee={fiche.demandee} motif={fiche.motif} objectifs={fiche.objectifs} />
    </Fiche>
  );
}

function Alertes({ fiche: { echueDepuis, attente, annulation } }: Route.ComponentProps['loaderData']) {
  return (
    <>
      {echueDepuis ? (
        <Avis ton="retard" titre="Échue sans décision">
          La dernière décision a couvert l’enfant jusqu’au {echueDepuis} : depuis, cette mesure n’a plus de fondement
          légal (C. civ., art. 375 ; MES-027). Inscrivez la décision reçue, ou la fin de la mesure.
        </Avis>
      ) : null}
      {annulation ? (
        <Avis ton="neutre" titre={`Inscription annulée le ${annulation.quand}`}>
          {annulation.motif}
        </Avis>
      ) : null}
      {attente ? (
        <Avis ton="bientot" titre={`Attend son exécution depuis le ${attente.depuis}`}>
          {attente.raison}.{' '}
          {attente.detenteur ? `Suite tenue par ${attente.detenteur}. ` : 'Personne n’en tient la suite. '}
          {attente.risque ? `Risque : ${attente.risque}` : ''}
        </Avis>
      ) : null}
    </>
  );
}
