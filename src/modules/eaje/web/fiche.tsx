import { getParametre } from '#modules/organisation/index.server.ts';
import { readHeureParis } from '#server/clock.ts';
import { Introuvable } from '#server/errors.ts';

import { Fiche } from '#web/gabarits/fiche.tsx';
import { readPage } from '#web/page.server.ts';
import { LienBouton } from '#web/ui/bouton.tsx';
import { Etiquette } from '#web/ui/etiquette.tsx';
import { getCreche } from '../data/creche-fiche.server.ts';
import { canReadCreche, canSuivre, canTenirCreche } from '../droits.ts';
import { AGREGATIONS, CATEGORIES_EAJE, formatJours, METHODES, parseMinutes } from '../etablissement.ts';
import { findAutorisation, findCapacite } from '../rules/capacite.ts';
import { evaluateAutorisation } from '../rules/murs.ts';
import type { Route } from './+types/fiche.ts';
import { FIL_CRECHES, formatAdresseCreche } from './adresses.ts';
import { CalendrierFermetures } from './calendrier-fermetures.tsx';
import { Continuite, Fermetures, Urgence } from './fiche-cote.tsx';
import { Autorisations, Documents, Exigences, Groupes } from './fiche-sections.tsx';
import {
  buildCalendrier,
  buildContinuite,
  buildDocuments,
  buildExigences,
  buildMarches,
  buildSurnombre,
  findJourRegarde,
  formatOuverture,
  listObjectionsUnites,
} from './fiche-view.ts';
import { OngletsCreche } from './onglets-creche.tsx';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async ({ tx, agent, aujourdhui }) => {
    const premiere = await getCreche(tx, args.params.id, aujourdhui);
    if (!canReadCreche(agent, premiere.etab)) throw new Introuvable('Absente, ou hors de vos missions.');
    const regarde = findJourRegarde(premiere.etab, aujourdhui);
    const fiche = regarde === aujourdhui ? premiere : await getCreche(tx, args.params.id, regarde);
    const { etab } = fiche;
    const minute = parseMinutes(readHeureParis());
    return {
      murs: fiche.murs,
      etab: { id: etab.id, territoire: etab.territoire, territoireId: etab.territoireId },
      ouverture: formatOuverture(etab, aujourdhui),
      maintenant: findCapacite(etab, aujourdhui, minute),
      surnombre: buildSurnombre(etab, aujourdhui),
      exigences: buildExigences(premiere, aujourdhui),
      marches: buildMarches(etab, regarde),
      autorisations: fiche.autorisations,
      groupes: { unites: fiche.unites, sections: fiche.sections, objections: listObjectionsUnites(fiche, aujourdhui) },
      fermetures: fiche.fermetures.filter(({ au }) => au === null || au >= aujourdhui),
      calendrier: buildCalendrier(etab, aujourdhui),
      documents: buildDocuments(fiche, aujourdhui),
      contact: fiche.contacts[0],
      continuite: buildContinuite(fiche, regarde),
      aRenouveler:
        evaluateAutorisation(
          findAutorisation(premiere.etab, aujourdhui),
          aujourdhui,
          await getParametre(tx, 'creches.renouvellement-mois', aujourdhui),
        ) === 'a-renouveler',
      regarde,
      aujourdhui,
      peut: canTenirCreche(agent, etab),
      peutSuivre: canSuivre(agent, etab),
    };
  });
}

type Vue = Route.ComponentProps['loaderData'];

export default function FicheCreche({ loaderData: vue }: Route.ComponentProps) {
  const { murs, etab, surnombre, ouverture, peut } = vue;
  return (
    <Fiche
      titre={murs.nom}
      etiquettes={
        <>
          {surnombre ? (
            <Etiquette>{CATEGORIES_EAJE[surnombre.categorie]}</Etiquette>
          ) : (
            <Etiquette ton="retard">sans autorisation</Etiquette>
          )}
          <Etiquette ton={ouverture.ouverte ? 'fait' : 'attente'}>{ouverture.ouverte ? 'ouverte' : 'fermée'}</Etiquette>
        </>
      }
      sous={[etab.territoire, murs.adresse, murs.commune, murs.telephone].filter(Boolean).join(' · ')}
      fil={[FIL_CRECHES]}
      actes={peut ? <LienBouton href={formatAdresseCreche(etab.id, '/modifier')}>Modifier la crèche</LienBouton> : null}
      alertes={<OngletsCreche id={etab.id} courant="fiche" />}
      faits={listFaits(vue)}
      cote={
        <>
          <Continuite jour={vue.regarde} aujourdhui={vue.aujourdhui} lignes={vue.continuite} id={etab.id} peut={peut} />
          <Urgence contact={vue.contact} id={etab.id} peut={vue.peutSuivre} />
          <Fermetures fermetures={vue.fermetures} id={etab.id} peut={peut} />
        </>
      }
    >
      <Exigences lignes={vue.exigences} id={etab.id} />
      <Autorisations {...vue} id={etab.id} />
      <section className="section" id="calendrier">
        <h2>Calendrier des fermetures</h2>
        <CalendrierFermetures mois={vue.calendrier} />
      </section>
      <Groupes {...vue.groupes} id={etab.id} peut={peut} />
      <Documents documents={vue.documents} id={etab.id} />
    </Fiche>
  );
}

function listFaits({ murs, etab, surnombre, ouverture, maintenant, exigences, documents }: Vue) {
  const manquent = exigences.filter(({ manque }) => manque !== null).length;
  const enRetard = documents.filter(({ etat }) => etat !== 'a-jour').length;
  const lien = (ancre: string, texte: string) => <a href={formatAdresseCreche(etab.id, ancre)}>{texte}</a>;
  return [
    {
      titre: 'Places autorisées',
      valeur: lien('#autorisation', String(surnombre?.places ?? 0)),
      detail: ouverture.ouverte ? `${maintenant} à cette heure` : undefined,
    },
    { titre: 'Aujourd’hui', valeur: ouverture.ouverte ? 'ouverte' : 'fermée', detail: ouverture.phrase },
    { titre: 'Jours d’accueil', valeur: formatJours(murs.jours) },
    { titre: 'Encadrement', valeur: METHODES[murs.methode], detail: AGREGATIONS[murs.agregation] },
    {
      titre: 'Exigences non tenues',
      valeur: lien('#equipe', String(manquent)),
      ton: manquent > 0 ? ('retard' as const) : undefined,
    },
    {
      titre: 'Documents en retard',
      valeur: lien('#documents', String(enRetard)),
      ton: enRetard > 0 ? ('bientot' as const) : undefined,
    },
  ];
}
