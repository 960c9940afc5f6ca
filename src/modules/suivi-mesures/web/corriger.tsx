import { getCible } from '#modules/acces/index.server.ts';
import { getMesureInscrite, recordCorrection } from '#modules/mesures/index.server.ts';
import {
  type DecisionInscrite,
  formatMesure,
  formatReference,
  getMesure,
  listDecisionsEnVigueur,
} from '#modules/mesures/index.ts';
import { Introuvable } from '#server/errors.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { CasesACocher } from '#web/ui/champ-choix.tsx';
import { ZoneTexte } from '#web/ui/champ-texte.tsx';
import { buildChamp } from '#web/ui/choix.ts';
import type { Route } from './+types/corriger.ts';
import { canCorriger } from './acte-view.ts';
import { formatAdresseMesure, formatAdresseMesures } from './adresses.ts';
import { ChampsAuteur, ChampsCouverture, ChampsGarde, ChampsProcedure } from './champs-decision.tsx';
import { CeQueDitLaLoi } from './loi.tsx';
import { buildLoi } from './loi-view.ts';
import { getReglement } from './reglement.server.ts';

export { shouldRevalidate } from '#web/gabarits/revalidation.ts';

const findDecision = (request: Request) => new URL(request.url).searchParams.get('decision');

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { agent, aujourdhui: jour } = contexte;
    const mesure = await getMesureInscrite(contexte, args.params.id);
    const cible = await getCible(contexte, mesure.enfantId);
    const decision = listDecisionsEnVigueur(mesure).find(({ id }) => id === findDecision(args.request));
    if (!decision || !canCorriger(mesure, { agent, cible, jour }))
      throw new Introuvable('Absente, déjà corrigée, ou hors de vos missions.');
    return {
      id: mesure.id,
      reference: formatReference(mesure),
      mesure: formatMesure(mesure.code),
      enfant: { id: cible.id, nom: cible.nom },
      signee: decision.signataireId !== null,
      defauts: buildDefauts(decision),
      coches: {
        sansAudition: decision.sansAudition ? ['oui'] : [],
        lieuDecouverte: decision.lieuDecouverte ? ['oui'] : [],
      },
      loi: buildLoi(mesure.code, decision.le, await getReglement(contexte)),
      gardiens: getMesure(mesure.code, decision.le).gardiens,
    };
  });
}

/** Ce qui est inscrit, dans les champs : on ne retape que ce qui était faux. */
function buildDefauts(decision: DecisionInscrite): Record<string, string | null> {
  const { le, recueLe, juridiction, juge, numero, decideur, fondement, motifs, du, au } = decision;
  const { confieA, confiePrecision, droitsVisite, rapportTousLesMois } = decision;
  return {
    ...{
      le,
      recueLe,
      juridiction,
      juge,
      numero,
      decideur,
      fondement,
      motifs,
      du,
      au,
      confieA,
      confiePrecision,
      droitsVisite,
    },
    rapportTousLesMois: rapportTousLesMois === null ? null : String(rapportTousLesMois),
  };
}

export function action(args: Route.ActionArgs) {
  const { id } = args.params;
  return actPage(args, {
    command: recordCorrection,
    avec: { decisionId: findDecision(args.request) },
    vers: () => formatAdresseMesure(id),
    fait: 'La décision est corrigée ; l’ancienne reste lisible.',
  });
}

export default function CorrigerDecision({ loaderData, actionData }: Route.ComponentProps) {
  const { id, enfant, mesure, loi } = loaderData;
  return (
    <Saisie
      titre="Corriger la décision"
      sous={`${mesure} · ${enfant.nom}`}
      fil={[
        { titre: 'Enfants', href: '/enfants' },
        { titre: enfant.nom, href: `/enfants/${enfant.id}` },
        { titre: 'Mesures', href: formatAdresseMesures(enfant.id) },
        { titre: mesure, href: formatAdresseMesure(id) },
      ]}
      acte="Corriger la décision"
      retour={formatAdresseMesure(id)}
      rendue={actionData}
      intro="L’ancienne version reste lisible sur la fiche, avec ce que vous corrigez et votre nom."
      cote={<CeQueDitLaLoi loi={loi} />}
    >
      <Champs {...loaderData} rendue={actionData} />
    </Saisie>
  );
}

type ChampsProps = Route.ComponentProps['loaderData'] & { rendue: Route.ComponentProps['actionData'] };

function Champs({ reference, signee, defauts, coches, gardiens, loi, rendue }: ChampsProps) {
  const champ = buildChamp(rendue);
  const listCochees = (nom: string) =>
    rendue ? [rendue.valeurs[nom] ?? []].flat() : (coches[nom as keyof typeof coches] ?? []);
  return (
    <>
      <input type="hidden" name="mesures[]" value={reference} />
      <ZoneTexte {...champ('correctionMotif')} libelle="Ce qui est corrigé, et pourquoi" lignes={3} requis />
      <CasesACocher
        nom="annuler"
        libelle="Tout retirer"
        choix={[{ valeur: 'oui', libelle: 'Cette décision n’aurait pas dû être inscrite' }]}
        valeurs={listCochees('annuler')}
      />
      {signee ? (
        <ZoneTexte {...champ('motifs', defauts.motifs)} libelle="Ce qui fonde la décision" lignes={5} />
      ) : (
        <ChampsAuteur rendue={rendue} defauts={defauts} />
      )}
      <ChampsCouverture rendue={rendue} defauts={defauts} loi={loi} />
      <ChampsGarde rendue={rendue} defauts={defauts} gardiens={gardiens} />
      {signee ? null : <ChampsProcedure rendue={rendue} defauts={defauts} coches={listCochees} />}
    </>
  );
}
