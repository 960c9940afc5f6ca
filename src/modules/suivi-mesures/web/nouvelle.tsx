import { recordProposition } from '#modules/mesures/index.server.ts';
import { canProposerMesure, LIBELLE_DEMANDEUR, type Origine } from '#modules/mesures/index.ts';
import { Introuvable } from '#server/errors.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { CasesACocher, Radios } from '#web/ui/champ-choix.tsx';
import { ChampJour, ChampTexte, ZoneTexte } from '#web/ui/champ-texte.tsx';
import { buildChamp, buildChoix } from '#web/ui/choix.ts';
import type { Route } from './+types/nouvelle.ts';
import { formatAdresseMesures, formatAdresseNouvelle } from './adresses.ts';
import { buildNomenclature } from './codes-view.ts';
import { getFratrie } from './fratrie.server.ts';
import { getReglement } from './reglement.server.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const fratrie = await getFratrie(contexte, args.request, canProposerMesure);
    const judiciaire = new URL(args.request.url).searchParams.get('origine') === 'judiciaire';
    const origine: Origine = judiciaire ? 'judiciaire' : 'administrative';
    return {
      ...fratrie,
      origine,
      codes: buildNomenclature(contexte.aujourdhui, origine, await getReglement(contexte)),
      aujourdhui: contexte.aujourdhui,
    };
  });
}

export function action(args: Route.ActionArgs) {
  const enfant = new URL(args.request.url).searchParams.get('enfant');
  if (!enfant) throw new Introuvable('Absent, ou hors de vos missions.');
  return actPage(args, {
    command: recordProposition,
    vers: () => formatAdresseMesures(enfant),
    fait: 'La proposition est inscrite.',
  });
}

export default function NouvelleMesure({ loaderData, actionData }: Route.ComponentProps) {
  const { id, nom, enfants, origine, codes, aujourdhui } = loaderData;
  const champ = buildChamp(actionData);
  const coches = (cle: string, defaut: readonly string[]) =>
    actionData ? [actionData.valeurs[cle] ?? []].flat() : defaut;
  return (
    <Saisie
      titre={origine === 'judiciaire' ? 'Recommander une mesure judiciaire' : 'Proposer une prestation'}
      sous={nom}
      fil={[
        { titre: 'Enfants', href: '/enfants' },
        { titre: nom, href: `/enfants/${id}` },
        { titre: 'Mesures', href: formatAdresseMesures(id) },
      ]}
      acte="Inscrire la proposition"
      retour={formatAdresseMesures(id)}
      rendue={actionData}
      intro={<Intro id={id} origine={origine} />}
    >
      <CasesACocher
        nom="enfants"
        libelle="Pour"
        choix={enfants}
        valeurs={coches('enfants', [id])}
        erreur={actionData?.erreurs.enfants}
        requis
      />
      <CasesACocher
        nom="codes"
        libelle="Mesure, une ou plusieurs"
        choix={codes}
        valeurs={coches('codes', [])}
        erreur={actionData?.erreurs.codes}
        requis
      />
      <Radios
        {...champ('demandeur', 'service')}
        libelle="Qui la demande"
        choix={buildChoix(LIBELLE_DEMANDEUR)}
        requis
      />
      <ChampJour {...champ('demandeeLe', aujourdhui)} libelle="Le" requis />
      <ZoneTexte
        {...champ('motif')}
        libelle="Pourquoi"
        aide="Les besoins de l’enfant, ce qui a été tenté"
        lignes={5}
        requis
      />
      <ZoneTexte {...champ('objectifs')} libelle="Objectifs" lignes={3} />
      <ChampTexte {...champ('service')} libelle="Service qui l’exercerait" taille="long" />
      <ChampTexte {...champ('serviceContact')} libelle="Qui en répond au service" taille="long" />
    </Saisie>
  );
}

/** L'autre origine est à un lien de là : on propose l'une ou l'autre. */
function Intro({ id, origine }: { id: string; origine: Origine }) {
  const adresse = formatAdresseNouvelle('nouvelle', id);
  return origine === 'judiciaire' ? (
    <>
      Le juge décide ; la recommandation dit ce que l’enfant demande.{' '}
      <a href={adresse}>Proposer une prestation administrative</a>
    </>
  ) : (
    <>
      La famille donne son accord, puis le président décide, par délégation.{' '}
      <a href={`${adresse}&origine=judiciaire`}>Recommander une mesure judiciaire</a>
    </>
  );
}
