import { Introuvable } from '#server/errors.ts';
import { Identifiant } from '#shared/identifiant.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage } from '#web/page.server.ts';
import { ChampSelection, Radios } from '#web/ui/champ-choix.tsx';
import { ChampJour, ChampTexte, ZoneTexte } from '#web/ui/champ-texte.tsx';
import { buildChamp } from '#web/ui/choix.ts';
import { type AvisLu, type FaitsLus, getFaits, listAvisRecueillis } from '../data/evaluation-queries.server.ts';
import { recordAvis } from '../data/rencontre-commands.server.ts';
import { canEvaluer } from '../droits.ts';
import type { Route } from './+types/avis.ts';
import { readActe } from './evaluation.server.ts';
import { buildCadre, type ChoixLu, formatAdresseEvaluation } from './evaluation-view.ts';

export { shouldRevalidate } from '#web/gabarits/revalidation.ts';

export function loader(args: Route.LoaderArgs) {
  return readActe(args, canEvaluer, async (contexte, cible) => {
    const { ligne } = args.params;
    const mineur = new URL(args.request.url).searchParams.get('mineur');
    const avis =
      ligne === undefined
        ? null
        : findLigne(await listAvisRecueillis(contexte, cible.id, Identifiant.safeParse(ligne).data ?? cible.id));
    return {
      choix: buildDeQui(await getFaits(contexte, cible.id)),
      avis,
      deQui: avis ? formatDeQui(avis) : mineur ? `mineur:${mineur}` : null,
    };
  });
}

function findLigne([avis]: readonly AvisLu[]): AvisLu {
  if (!avis) throw new Introuvable('Absent, ou hors de vos missions.');
  return avis;
}

function buildDeQui({ mineurs, titulaires }: FaitsLus): ChoixLu[] {
  return [
    ...mineurs
      .filter(({ aNaitre }) => !aNaitre)
      .map(({ id, nom }) => ({ valeur: `mineur:${id}`, libelle: nom, groupe: 'Mineurs' })),
    ...titulaires.map(({ id, nom }) => ({
      valeur: `titulaire:${id}`,
      libelle: nom,
      groupe: 'Titulaires de l’autorité parentale',
    })),
    { valeur: 'titulaire', libelle: 'Les titulaires, ensemble', groupe: 'Titulaires de l’autorité parentale' },
    { valeur: 'entourage', libelle: 'L’entourage', groupe: 'Autour du mineur' },
    { valeur: 'professionnel', libelle: 'Un professionnel qui le connaît', groupe: 'Autour du mineur' },
  ];
}

function formatDeQui({ aupres, mineurId, adulteId }: AvisLu): string {
  const id = mineurId ?? adulteId;
  return id ? `${aupres}:${id}` : aupres;
}

export function action(args: Route.ActionArgs) {
  return actPage(args, {
    command: recordAvis,
    avec: { informationId: args.params.id, ...(args.params.ligne ? { id: args.params.ligne } : {}) },
    vers: (id) => formatAdresseEvaluation(id),
    fait: 'L’avis est inscrit.',
  });
}

export default function Avis({ loaderData, actionData }: Route.ComponentProps) {
  const { choix, avis, deQui, aujourdhui } = loaderData;
  const champ = buildChamp(actionData);
  return (
    <Saisie
      {...buildCadre(loaderData)}
      titre={avis ? 'Corriger l’avis' : 'Inscrire un avis'}
      acte="Enregistrer l’avis"
      rendue={actionData}
      version={avis?.version}
      intro="Chaque mineur, chaque titulaire, l’entourage et un professionnel : leur avis, ou pourquoi il n’est pas recueilli (IP-016)."
    >
      <ChampSelection {...champ('deQui', deQui)} libelle="De qui" choix={choix} requis />
      <ChampTexte
        {...champ('qui', avis?.qui)}
        libelle="Qui, précisément"
        aide="« sa grand-mère », « l’enseignante de CP »"
        taille="moyen"
      />
      <ChampJour {...champ('le', avis?.le ?? aujourdhui)} libelle="Le" requis />
      <Radios
        {...champ('recueilli', avis ? (avis.recueilli ? 'oui' : 'non') : 'oui')}
        libelle="L’avis a été recueilli"
        choix={[
          { valeur: 'oui', libelle: 'Oui' },
          { valeur: 'non', libelle: 'Non' },
        ]}
        enLigne
        requis
      />
      <ZoneTexte {...champ('teneur', avis?.teneur)} libelle="Ce qu’il dit" lignes={8} />
      <ZoneTexte
        {...champ('motifAbsence', avis?.motifAbsence)}
        libelle="Sinon, pourquoi il ne l’a pas été"
        lignes={2}
      />
    </Saisie>
  );
}
