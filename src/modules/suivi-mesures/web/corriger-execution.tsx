import { getCible } from '#modules/acces/index.server.ts';
import { getMesureInscrite, recordCorrectionExecution } from '#modules/mesures/index.server.ts';
import { formatMesure, formatReference, listExecutionEnVigueur } from '#modules/mesures/index.ts';
import { Introuvable } from '#server/errors.ts';
import { formatHeure } from '#shared/instant.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { CasesACocher } from '#web/ui/champ-choix.tsx';
import { ChampJour, ChampTexte, ZoneTexte } from '#web/ui/champ-texte.tsx';
import { buildChamp } from '#web/ui/choix.ts';
import type { Route } from './+types/corriger-execution.ts';
import { canCorrigerExecution } from './acte-view.ts';
import { formatAdresseMesure, formatAdresseMesures } from './adresses.ts';
import { formatExecution } from './fiche-view.ts';

export { shouldRevalidate } from '#web/gabarits/revalidation.ts';

const findEvenement = (request: Request) => new URL(request.url).searchParams.get('evenement');

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { agent, aujourdhui: jour } = contexte;
    const mesure = await getMesureInscrite(contexte, args.params.id);
    const cible = await getCible(contexte, mesure.enfantId);
    const evenement = listExecutionEnVigueur(mesure).find(({ id }) => id === findEvenement(args.request));
    if (!evenement || !canCorrigerExecution(mesure, { agent, cible, jour }))
      throw new Introuvable('Absent, déjà corrigé, ou hors de vos missions.');
    const { le, instant, nature } = evenement;
    return {
      id: mesure.id,
      reference: formatReference(mesure),
      mesure: formatMesure(mesure.code),
      enfant: { id: cible.id, nom: cible.nom },
      quoi: formatExecution(evenement),
      le,
      aUneHeure: nature === 'debut-effectif',
      heure: instant && formatHeure(instant),
    };
  });
}

export function action(args: Route.ActionArgs) {
  const { id } = args.params;
  return actPage(args, {
    command: recordCorrectionExecution,
    avec: { executionId: findEvenement(args.request) },
    vers: () => formatAdresseMesure(id),
    fait: 'L’exécution est corrigée ; ce qui était inscrit reste lisible.',
  });
}

export default function CorrigerExecution({ loaderData, actionData }: Route.ComponentProps) {
  const { id, reference, enfant, mesure, quoi, le, aUneHeure, heure } = loaderData;
  const champ = buildChamp(actionData);
  return (
    <Saisie
      titre={`Corriger : ${quoi.toLocaleLowerCase('fr')}`}
      sous={`${mesure} · ${enfant.nom}`}
      fil={[
        { titre: 'Enfants', href: '/enfants' },
        { titre: enfant.nom, href: `/enfants/${enfant.id}` },
        { titre: 'Mesures', href: formatAdresseMesures(enfant.id) },
        { titre: mesure, href: formatAdresseMesure(id) },
      ]}
      acte="Corriger l’exécution"
      retour={formatAdresseMesure(id)}
      rendue={actionData}
      intro="Ce qui était inscrit reste lisible sur la fiche, avec ce que vous corrigez et votre nom ; l’état de la mesure est relu de ce qui reste."
    >
      <input type="hidden" name="mesures[]" value={reference} />
      <ZoneTexte {...champ('correctionMotif')} libelle="Ce qui est corrigé, et pourquoi" lignes={3} requis />
      <div className="groupe-champs">
        <ChampJour {...champ('le', le)} libelle="Le bon jour" />
        {aUneHeure ? <ChampTexte {...champ('heure', heure)} libelle="À (heure de Paris)" taille="court" /> : null}
      </div>
      <CasesACocher
        nom="annuler"
        libelle="Tout retirer"
        choix={[{ valeur: 'oui', libelle: 'Cela n’a pas eu lieu' }]}
        valeurs={[actionData?.valeurs.annuler ?? []].flat()}
      />
    </Saisie>
  );
}
