import {
  canActer,
  computeEcheanceEvaluation,
  formatMineur,
  LIBELLE_DANGER,
  LIBELLE_URGENCE,
} from '#modules/informations-preoccupantes/index.ts';
import { formatAdresseInformation } from '#modules/informations-preoccupantes/web/composants.tsx';
import { getParametre, listUnitesAChoisir } from '#modules/organisation/index.server.ts';
import { listAntecedentsDe, readPageDActe } from '#modules/recueil/index.server.ts';
import { buildAntecedents, buildSur, DejaRecu } from '#modules/recueil/web/composants.tsx';
import { formatJour } from '#shared/jour-civil-format.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage } from '#web/page.server.ts';
import { CasesACocher, ChampSelection, Radios } from '#web/ui/champ-choix.tsx';
import { ChampJour, ChampTexte, ZoneTexte } from '#web/ui/champ-texte.tsx';
import { buildChamp, buildChoix, buildChoixNommes } from '#web/ui/choix.ts';
import { recordQualification } from '../data/qualification-commands.server.ts';
import { getFoyerAQualifier } from '../data/qualification-queries.server.ts';
import { findDelaiReduit } from '../rules/qualification.ts';
import type { Route } from './+types/qualification.ts';

export { shouldRevalidate } from '#web/gabarits/revalidation.ts';

export function loader(args: Route.LoaderArgs) {
  return readPageDActe(
    args,
    (agent, cible) => canActer(agent, cible, 'qualifier'),
    async (contexte, { id, recueLe }) => {
      const { mineurs, typesDanger, adresse, uniteId } = await getFoyerAQualifier(contexte, id);
      const jours = await getParametre(contexte.tx, 'ip.delai-evaluation-reduit-jours', contexte.aujourdhui);
      const sansDossier = mineurs.filter(({ enfantId }) => enfantId === null);
      return {
        antecedents: buildAntecedents(await listAntecedentsDe(contexte, id)),
        typesDanger,
        reduit: findDelaiReduit(mineurs, recueLe, jours),
        legale: formatJour(computeEcheanceEvaluation(recueLe, null).pour, 'long'),
        aOuvrir: sansDossier
          .filter(({ nom, prenom, aNaitre }) => nom !== null && prenom !== null && !aNaitre)
          .map((mineur) => ({ valeur: mineur.id, libelle: formatMineur(mineur) })),
        sansNom: sansDossier
          .filter(({ nom, prenom, aNaitre }) => nom === null || prenom === null || aNaitre)
          .map(formatMineur),
        commune: adresse.communeNom,
        uniteId,
        unites: await listUnitesAChoisir(contexte),
      };
    },
  );
}

export function action(args: Route.ActionArgs) {
  return actPage(args, {
    command: recordQualification,
    avec: { id: args.params.id },
    vers: (id) => formatAdresseInformation(id),
    fait: 'L’information est qualifiée.',
  });
}

export default function Qualifier({ loaderData, actionData }: Route.ComponentProps) {
  const { erreurs = {}, valeurs } = actionData ?? {};
  const { reduit, aOuvrir, sansNom } = loaderData;
  const champ = buildChamp(actionData);
  const cases = (nom: string, defaut: readonly string[]) => (valeurs ? [valeurs[nom] ?? []].flat() : defaut);
  return (
    <Saisie
      titre="Qualifier en information préoccupante"
      acte="Qualifier"
      {...buildSur(loaderData)}
      rendue={actionData}
      cote={<DejaRecu antecedents={loaderData.antecedents} />}
    >
      <ChampJour {...champ('qualifieeLe', loaderData.aujourdhui)} libelle="Qualifiée le" requis />
      <Radios
        {...champ('urgence', loaderData.urgence)}
        libelle="Urgence"
        choix={buildChoix(LIBELLE_URGENCE)}
        enLigne
        requis
      />
      <CasesACocher
        nom="typesDanger"
        libelle="Danger ou risque de danger"
        erreur={erreurs.typesDanger}
        choix={buildChoix(LIBELLE_DANGER)}
        valeurs={cases('typesDanger', loaderData.typesDanger)}
        enLigne
        requis
      />
      <section className="section">
        <h2>Le délai d’évaluation</h2>
        <p className="champ-aide">
          Trois mois depuis la réception : le {loaderData.legale}.{' '}
          {reduit
            ? `${reduit.motif} : il se réduit (IP-011 ; le texte ne chiffre pas, le département tient ${reduit.jours} jours).`
            : 'Il peut se réduire si la nature du danger le veut (IP-011).'}
        </p>
        <div className="groupe-champs">
          <ChampTexte
            {...champ('delaiReduitJours', reduit && String(reduit.jours))}
            libelle="Délai réduit, en jours"
            aide="Vide : trois mois"
            inputMode="numeric"
            taille="court"
          />
          <ChampTexte {...champ('delaiReduitMotif', reduit?.motif ?? null)} libelle="Pourquoi" />
        </div>
      </section>
      <section className="section">
        <h2>Les dossiers des enfants</h2>
        {aOuvrir.length > 0 ? (
          <>
            <CasesACocher
              nom="ouvrir"
              libelle="Ouvrir le dossier de"
              aide="Pour qui n’est pas encore connu du département ; un enfant reconnu se relie depuis la fiche."
              erreur={erreurs.ouvrir}
              choix={aOuvrir}
              valeurs={cases(
                'ouvrir',
                aOuvrir.map(({ valeur }) => valeur),
              )}
            />
            <ChampSelection
              {...champ('uniteId', loaderData.uniteId)}
              libelle="Territoire qui les suivra"
              aide={loaderData.commune ? `D’après l’adresse : ${loaderData.commune}` : 'L’adresse n’est pas connue'}
              choix={buildChoixNommes(loaderData.unites)}
            />
          </>
        ) : (
          <p>Tous les enfants nommés ont déjà leur dossier.</p>
        )}
        {sansNom.length > 0 ? (
          <p className="champ-aide">
            Sans nom ni prénom complets, ou à naître, leur dossier s’ouvrira plus tard : {sansNom.join(', ')}.
          </p>
        ) : null}
      </section>
      <ZoneTexte
        {...champ('mesureJudiciaire')}
        libelle="Une mesure judiciaire est en cours : ce qui est décidé"
        aide="Transmettre au juge et au service qui l’exerce, et ne pas évaluer à côté sans l’avoir décidé (IP-035, pratique du département). Vide s’il n’y en a pas."
        lignes={3}
      />
    </Saisie>
  );
}
