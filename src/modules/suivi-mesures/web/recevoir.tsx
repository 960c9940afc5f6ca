import { recordReception } from '#modules/mesures/index.server.ts';
import { canRecevoirDecision, findCode, getMesure } from '#modules/mesures/index.ts';
import { Introuvable } from '#server/errors.ts';
import { EnTetePage } from '#web/gabarits/en-tete-page.tsx';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { Bloc, LignesDeBloc } from '#web/ui/bloc.tsx';
import { CasesACocher } from '#web/ui/champ-choix.tsx';
import type { Route } from './+types/recevoir.ts';
import { formatAdresseMesures, formatAdresseNouvelle } from './adresses.ts';
import {
  ChampRemplace,
  ChampsAuteur,
  ChampsCouverture,
  ChampsGarde,
  ChampsProcedure,
  ChampsService,
} from './champs-decision.tsx';
import { buildMesuresRecues } from './codes-view.ts';
import { getFratrie, listRemplacables } from './fratrie.server.ts';
import { CeQueDitLaLoi } from './loi.tsx';
import { buildLoi } from './loi-view.ts';
import { formatFait } from './mesure-acte.server.ts';
import { getReglement } from './reglement.server.ts';

export { shouldRevalidate } from '#web/gabarits/revalidation.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const fratrie = await getFratrie(contexte, args.request, canRecevoirDecision);
    const code = findCode(new URL(args.request.url).searchParams.get('code') ?? '');
    return {
      ...fratrie,
      choix: code ? [] : buildMesuresRecues(contexte.aujourdhui),
      loi: code ? buildLoi(code, contexte.aujourdhui, await getReglement(contexte)) : null,
      gardiens: code ? getMesure(code, contexte.aujourdhui).gardiens : [],
      remplacables: code ? await listRemplacables(contexte, fratrie.enfants) : [],
      aujourdhui: contexte.aujourdhui,
    };
  });
}

export function action(args: Route.ActionArgs) {
  const adresse = new URL(args.request.url).searchParams;
  const enfant = adresse.get('enfant');
  if (!enfant) throw new Introuvable('Absent, ou hors de vos missions.');
  return actPage(args, {
    command: recordReception,
    avec: { nature: 'initiale', code: adresse.get('code') },
    vers: () => formatAdresseMesures(enfant),
    fait: formatFait('La décision est inscrite ; ce qu’elle fait naître est calculé.'),
  });
}

export default function RecevoirDecision({ loaderData, actionData }: Route.ComponentProps) {
  const { id, nom, choix, loi } = loaderData;
  const fil = [
    { titre: 'Enfants', href: '/enfants' },
    { titre: nom, href: `/enfants/${id}` },
    { titre: 'Mesures', href: formatAdresseMesures(id) },
  ];
  if (loi === null)
    return (
      <>
        <EnTetePage titre="Inscrire une décision de justice" sous={`${nom} · quelle mesure est décidée ?`} fil={fil} />
        <div className="colonnes">
          {choix.map(({ decideur, mesures }) => (
            <ChoixDeLaMesure key={decideur} enfantId={id} decideur={decideur} mesures={mesures} />
          ))}
        </div>
      </>
    );
  return (
    <Saisie
      titre={`Inscrire une décision : ${loi.libelle}`}
      sous={nom}
      fil={[...fil, { titre: 'Autre mesure', href: formatAdresseNouvelle('recevoir', id) }]}
      acte="Inscrire la décision"
      retour={formatAdresseMesures(id)}
      rendue={actionData}
      cote={<CeQueDitLaLoi loi={loi} />}
    >
      <Champs loaderData={loaderData} loi={loi} rendue={actionData} />
    </Saisie>
  );
}

type Donnees = Route.ComponentProps['loaderData'];
type ChampsProps = {
  loaderData: Donnees;
  loi: NonNullable<Donnees['loi']>;
  rendue: Route.ComponentProps['actionData'];
};

function Champs({ loaderData: { id, enfants, gardiens, remplacables, aujourdhui }, loi, rendue }: ChampsProps) {
  const coches = (nom: string, defaut: readonly string[] = []) =>
    rendue ? [rendue.valeurs[nom] ?? []].flat() : defaut;
  const defauts = { recueLe: aujourdhui, confieA: gardiens.length === 1 ? (gardiens[0] ?? null) : null };
  return (
    <>
      <CasesACocher
        nom="enfants"
        libelle="Pour"
        choix={enfants}
        valeurs={coches('enfants', [id])}
        erreur={rendue?.erreurs.enfants}
        requis
      />
      <ChampsAuteur rendue={rendue} defauts={defauts} />
      <ChampsCouverture rendue={rendue} loi={loi} />
      <ChampsGarde rendue={rendue} defauts={defauts} gardiens={gardiens} />
      <ChampsProcedure rendue={rendue} coches={coches} />
      <ChampRemplace rendue={rendue} choix={remplacables} valeurs={coches('remplace')} />
      <ChampsService rendue={rendue} />
    </>
  );
}

type ChoixProps = { enfantId: string; decideur: string; mesures: Donnees['choix'][number]['mesures'] };

function ChoixDeLaMesure({ enfantId, decideur, mesures }: ChoixProps) {
  return (
    <Bloc titre={decideur}>
      <LignesDeBloc
        lignes={mesures.map(({ code, libelle, duree, fondement }) => ({
          cle: code,
          titre: <a href={formatAdresseNouvelle('recevoir', enfantId, code)}>{libelle}</a>,
          detail: `${duree} · ${fondement}`,
        }))}
      />
    </Bloc>
  );
}
