import { OngletsCreche } from '#modules/eaje/web/composants.tsx';
import { getParametre } from '#modules/organisation/index.server.ts';
import { Introuvable } from '#server/errors.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { Fiche } from '#web/gabarits/fiche.tsx';
import { readPage } from '#web/page.server.ts';
import { LienBouton } from '#web/ui/bouton.tsx';
import { Corrections } from '#web/ui/corrections.tsx';
import { Etiquette } from '#web/ui/etiquette.tsx';
import { Avis } from '#web/ui/message.tsx';
import { readCalendrier } from '../data/calendrier.server.ts';
import { getDossier, listCorrections } from '../data/dossiers-queries.server.ts';
import { listHotesDe, listRelogements } from '../data/hotes-queries.server.ts';
import { ETATS_TRAVAUX, formatJoursOuverts, NATURES_TRAVAUX } from '../dossier-travaux.ts';
import { canDecider, canReadTravaux, canUpdateDossier } from '../droits.ts';
import { listEtapesPriorite } from '../rules/priorite.ts';
import { evaluateChiffrage, isOuvert } from '../rules/transitions.ts';
import type { Route } from './+types/dossier.ts';
import { formatAdresseDossier, listFilTravaux } from './adresses.ts';
import { AuCalendrier, Besoin, Etapes, Impact, Informes, Points, Relogements } from './dossier-sections.tsx';
import { formatEcart, formatPerte, listActes, listAlertes } from './dossier-view.ts';
import { Priorite } from './dossiers-colonnes.tsx';
import { formatGel, formatHeures } from './dossiers-view.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { tx, agent, aujourdhui } = contexte;
    const dossier = await getDossier(tx, args.params.id);
    if (!canReadTravaux(agent, dossier)) throw new Introuvable('Absent, ou hors de vos missions.');
    const joursFamilles = await getParametre(tx, 'creches.travaux-familles-jours', aujourdhui);
    const ouvert = isOuvert(dossier.etat);
    return {
      dossier,
      chiffrage: evaluateChiffrage(dossier),
      priorite: listEtapesPriorite(dossier),
      alertes: listAlertes(dossier, aujourdhui, joursFamilles, ouvert ? await listHotesDe(contexte, dossier) : []),
      calendrier: await readCalendrier(tx, dossier),
      relogements: await listRelogements(tx, dossier.id),
      corrections: await listCorrections(tx, dossier.id),
      ouvert,
      peutCorriger: ouvert && canUpdateDossier(agent, dossier),
      peutDecider: ouvert && canDecider(agent, dossier),
    };
  });
}

export type VueDossier = Route.ComponentProps['loaderData'];

export default function DossierDeTravaux({ loaderData: vue }: Route.ComponentProps) {
  const { dossier } = vue;
  return (
    <Fiche
      titre={dossier.objet}
      etiquettes={
        <>
          <Priorite enjeux={dossier.enjeux} />
          <Etiquette ton={vue.ouvert ? 'accent' : 'fait'}>{ETATS_TRAVAUX[dossier.etat]}</Etiquette>
        </>
      }
      sous={`${dossier.creche} · ${NATURES_TRAVAUX[dossier.nature]} · ${formatGel(dossier)}`}
      fil={listFilTravaux(dossier)}
      actes={<Actes {...vue} />}
      alertes={
        <>
          <OngletsCreche id={dossier.etablissementId} courant="travaux" />
          <Alertes {...vue} />
        </>
      }
      faits={listFaits(vue)}
      cote={
        <>
          <Etapes dossier={dossier} />
          <AuCalendrier {...vue} />
          <Informes dossier={dossier} ouvert={vue.ouvert} />
          <Corrections corrections={vue.corrections} />
        </>
      }
    >
      <Besoin {...vue} />
      <Impact {...vue} />
      <Relogements {...vue} />
      <Points dossier={dossier} ouvert={vue.ouvert} />
    </Fiche>
  );
}

function Actes({ dossier, chiffrage, peutCorriger, peutDecider }: VueDossier) {
  const aChiffrer = chiffrage !== 'a-jour' && (dossier.etat === 'BESOIN' || dossier.etat === 'VALIDE');
  return (
    <>
      {peutDecider && listActes(dossier).length > 0 ? (
        <LienBouton
          href={formatAdresseDossier(dossier.id, '/avancer')}
          variante={aChiffrer ? 'secondaire' : 'principal'}
        >
          Faire avancer le dossier
        </LienBouton>
      ) : null}
      {peutDecider ? (
        <LienBouton
          href={formatAdresseDossier(dossier.id, '/impact')}
          variante={aChiffrer ? 'principal' : 'secondaire'}
        >
          Chiffrer l’impact
        </LienBouton>
      ) : null}
      {peutCorriger ? (
        <LienBouton href={formatAdresseDossier(dossier.id, '/corriger')}>Corriger le dossier</LienBouton>
      ) : null}
    </>
  );
}

function Alertes({ alertes, dossier, calendrier, peutDecider }: VueDossier) {
  const ecart = formatEcart(dossier, calendrier);
  return (
    <>
      {alertes.map(({ ton, titre, texte }) => (
        <Avis key={titre} ton={ton} titre={titre}>
          {texte}
        </Avis>
      ))}
      {ecart ? (
        <Avis ton="bientot" titre="Le calendrier de la crèche ne suit pas ce dossier">
          {ecart}{' '}
          {peutDecider ? (
            <a href={formatAdresseDossier(dossier.id, '/calendrier')}>Mettre le calendrier à jour</a>
          ) : (
            <a href={`/creches/${dossier.etablissementId}/fermetures`}>Voir les fermetures</a>
          )}
        </Avis>
      ) : null}
    </>
  );
}

function listFaits({ dossier, chiffrage }: VueDossier) {
  const { impact, perte, reloges, points } = dossier;
  const sans = chiffrage === 'absent' ? 'à chiffrer' : '–';
  const enfants = impact?.enfants ?? 0;
  return [
    {
      titre: 'Heures-places gelées',
      valeur: impact ? formatHeures(impact.minutesGelees) : sans,
      detail: impact ? formatJoursOuverts(impact.joursOuverts) : undefined,
      ton: chiffrage === 'perime' ? ('bientot' as const) : undefined,
    },
    {
      titre: 'Heures d’accueil perdues',
      valeur: impact ? formatHeures(impact.minutesPerdues) : sans,
      detail: impact ? 'avant relogement' : undefined,
    },
    {
      titre: 'Enfants relogés',
      valeur: impact ? <a href="#relogement">{`${reloges} sur ${enfants}`}</a> : sans,
      detail: impact ? 'à reloger, au plus fort' : undefined,
      ton: impact && reloges < enfants ? ('bientot' as const) : undefined,
    },
    ...(perte
      ? [
          {
            titre: 'Recette perdue, estimée',
            valeur: <a href="#impact">{formatPerte(perte.centimes)}</a>,
            detail: 'à confirmer',
          },
        ]
      : []),
    { titre: 'Liste de réouverture', valeur: <a href="#reouverture">{`${points.length} sur 7`}</a> },
    { titre: 'Besoin du', valeur: formatJour(dossier.demandeLe, 'long') },
  ];
}
