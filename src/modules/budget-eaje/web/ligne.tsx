import { Introuvable } from '#server/errors.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { Fiche } from '#web/gabarits/fiche.tsx';
import { readPage } from '#web/page.server.ts';
import { Bloc, LignesDeBloc } from '#web/ui/bloc.tsx';
import { LienBouton } from '#web/ui/bouton.tsx';
import { Details, EtapesDeCalcul } from '#web/ui/details.tsx';
import { Avis } from '#web/ui/message.tsx';
import { listArbitrages, listEngagementsDe, listServicesDe } from '../data/depenses-queries.server.ts';
import { getLigne } from '../data/lignes-queries.server.ts';
import { loadReglages } from '../data/reglages.server.ts';
import { canArbitrerLigne, canReadLigne, canTenirLigne } from '../droits.ts';
import { isPrestation, NATURES_LIGNE, SUITES_ARBITRAGE } from '../ligne-budget.ts';
import { formatCentimes } from '../rules/atterrissage.ts';
import type { Route } from './+types/ligne.ts';
import { listFil } from './fil.ts';
import { buildEngagementLu, buildLigneLue, buildServiceLu, listMoisOublies } from './ligne-view.ts';
import { Engagements, Services } from './tables.tsx';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { tx, agent, aujourdhui } = contexte;
    const ligne = await getLigne(tx, args.params.id);
    if (!canReadLigne(agent, ligne)) throw new Introuvable('Absente, ou hors de vos missions.');
    const reglages = await loadReglages(contexte);
    const services = isPrestation(ligne.nature) ? await listServicesDe(tx, ligne.id) : [];
    return {
      ligne: buildLigneLue(ligne, aujourdhui, reglages),
      prestation: isPrestation(ligne.nature),
      engagements: (await listEngagementsDe(tx, ligne.id)).map(buildEngagementLu),
      services: services.map((service) => buildServiceLu(service, reglages)),
      oublies: listMoisOublies(ligne, services, aujourdhui),
      arbitrages: await listArbitrages(tx, ligne.id),
      tient: canTenirLigne(agent, ligne),
      arbitre: canArbitrerLigne(agent, ligne),
    };
  });
}

type Donnees = Route.ComponentProps['loaderData'];

export default function LigneBudgetaire({ loaderData }: Route.ComponentProps) {
  const { ligne, engagements } = loaderData;
  return (
    <Fiche
      titre={ligne.libelle}
      sous={`${ligne.creche} · ${NATURES_LIGNE[ligne.nature]} · exercice ${ligne.exercice}${ligne.imputation ? ` · imputation ${ligne.imputation}, à confirmer` : ''}`}
      fil={listFil(ligne.etablissementId, ligne.creche, ligne.exercice)}
      actes={<Actes {...loaderData} />}
      alertes={<Alertes {...loaderData} />}
      faits={[
        { titre: 'Budget', valeur: formatCentimes(ligne.budgetCentimes) },
        { titre: 'Engagé', valeur: formatCentimes(ligne.engageCentimes), detail: `${ligne.engagement} % du budget` },
        { titre: 'Mandaté', valeur: formatCentimes(ligne.mandateCentimes), detail: `${ligne.realisation} % du budget` },
        { titre: 'Reste à engager', valeur: ligne.disponible },
        {
          titre: 'Atterrissage',
          valeur: ligne.atterrissage,
          detail: `${ligne.taux} % du budget, ${ligne.temps} % du temps passé`,
          ...(ligne.ton && { ton: ligne.ton }),
        },
        { titre: 'Tenue par', valeur: ligne.tenue },
      ]}
      cote={<Arbitrages {...loaderData} />}
    >
      <Details titre="Comment se calcule l’atterrissage">
        <EtapesDeCalcul etapes={ligne.etapes} textes={[]} />
      </Details>
      <Prestations {...loaderData} />
      <h2>Engagements</h2>
      <Engagements engagements={engagements} />
    </Fiche>
  );
}

function Actes({ ligne, tient, arbitre }: Donnees) {
  if (ligne.cloture !== null) return null;
  const ici = `/creches/budget/lignes/${ligne.id}`;
  return (
    <>
      {tient ? (
        <LienBouton href={`${ici}/engager`} variante="principal">
          Engager une dépense
        </LienBouton>
      ) : null}
      {arbitre ? (
        <>
          <LienBouton href={`${ici}/arbitrer`}>Arbitrer</LienBouton>
          <LienBouton href={`${ici}/corriger`}>Corriger la ligne</LienBouton>
        </>
      ) : null}
    </>
  );
}

function Alertes({ ligne, tient, arbitre }: Donnees) {
  return (
    <>
      {ligne.dite ? (
        <Avis ton={ligne.ton ?? 'bientot'} titre={ligne.dite}>
          À ce rythme, la ligne finirait l’exercice à {ligne.atterrissage}, soit {ligne.taux} % de son budget.
          {ligne.alerte === 'DEPASSEMENT' && arbitre
            ? ' Arbitrez-la : changer son budget, freiner, ou assumer l’écart.'
            : ''}
        </Avis>
      ) : null}
      {ligne.cloture ? (
        <Avis ton="attente" titre="Exercice clos">
          {ligne.cloture}
        </Avis>
      ) : null}
      {tient || ligne.cloture ? null : (
        <Avis titre={`Tenue par : ${ligne.tenue}`}>
          Vous la lisez. Ses dépenses s’inscrivent par ce service ou par le territoire.
        </Avis>
      )}
    </>
  );
}

function Prestations({ ligne, prestation, services, oublies }: Donnees) {
  if (!prestation) return null;
  const nouvelle = `/creches/budget/lignes/${ligne.id}/prestation`;
  return (
    <>
      <h2>Service fait</h2>
      {oublies.length > 0 ? (
        <Avis ton="retard" titre="Mois finis que personne n’a inscrits">
          <ul>
            {oublies.map(({ valeur, libelle }) => (
              <li key={valeur}>
                <a href={`${nouvelle}?mois=${valeur}`}>Inscrire {libelle}</a>
              </li>
            ))}
          </ul>
        </Avis>
      ) : null}
      <p>
        <LienBouton href={nouvelle}>
          {ligne.nature === 'MENAGE' ? 'Inscrire un mois de ménage' : 'Inscrire une commande d’intérim'}
        </LienBouton>
      </p>
      <Services services={services} />
    </>
  );
}

function Arbitrages({ arbitrages }: Donnees) {
  return (
    <Bloc titre="Arbitrages">
      {arbitrages.length === 0 ? <p>Aucun : le budget est celui qui a été voté d’abord.</p> : null}
      <LignesDeBloc
        lignes={arbitrages.map(({ id, le, suite, motif, avantCentimes, apresCentimes, par }) => ({
          cle: id,
          titre: `${formatJour(le, 'long')} · ${SUITES_ARBITRAGE[suite]}`,
          detail: `${suite === 'MODIFIER' ? `De ${formatCentimes(avantCentimes)} à ${formatCentimes(apresCentimes)}. ` : ''}${motif} (${par})`,
        }))}
      />
    </Bloc>
  );
}
