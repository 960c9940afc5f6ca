import type { Contexte } from '#database/as-agent.ts';
import { getCible, listAgentsAChoisir } from '#modules/acces/index.server.ts';
import { formatDelegataires, getSignature } from '#modules/delegations/index.server.ts';
import { getMesureInscrite } from '#modules/mesures/index.server.ts';
import { formatMesure, formatReference, getMesure, type MesureInscrite } from '#modules/mesures/index.ts';
import { Introuvable } from '#server/errors.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { readPage } from '#web/page.server.ts';
import { CasesACocher } from '#web/ui/champ-choix.tsx';
import { Avis } from '#web/ui/message.tsx';
import { buildObjections } from '#web/ui/objection.ts';
import { Objections } from '#web/ui/objections.tsx';
import type { Route } from './+types/mesure-acte.ts';
import { type CheminActe, canActer, findActe, formatActe } from './acte-view.ts';
import { formatAdresseMesure, formatAdresseMesures } from './adresses.ts';
import { ChampsDeLActe } from './champs-acte.tsx';
import { listRemplacables } from './fratrie.server.ts';
import { CeQueDitLaLoi } from './loi.tsx';
import { buildLoi } from './loi-view.ts';
import { actMesure } from './mesure-acte.server.ts';
import { getReglement } from './reglement.server.ts';
import { listMesuresDeLaFratrie } from './soeurs.server.ts';

export { shouldRevalidate } from '#web/gabarits/revalidation.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { agent, aujourdhui: jour } = contexte;
    const mesure = await getMesureInscrite(contexte, args.params.id);
    const cible = await getCible(contexte, mesure.enfantId);
    const chemin = findActe(args.params.acte);
    if (!chemin || !canActer(chemin, mesure, { agent, cible, jour }))
      throw new Introuvable('Cet acte n’est pas possible dans l’état de la mesure, ou vous ne pouvez pas le faire.');
    const soeurs = await listMesuresDeLaFratrie(contexte, mesure, chemin);
    return {
      chemin,
      id: mesure.id,
      reference: formatReference(mesure),
      enfant: { id: cible.id, nom: cible.nom },
      mesure: formatMesure(mesure.code),
      origine: mesure.origine,
      choix: [{ id: mesure.id, valeur: formatReference(mesure), libelle: cible.nom }, ...soeurs],
      loi: buildLoi(mesure.code, jour, await getReglement(contexte)),
      gardiens: getMesure(mesure.code, jour).gardiens,
      connu: buildConnu(mesure, jour),
      signature: await findSignature(contexte, mesure, chemin),
      remplacables: await listAutres(contexte, mesure, chemin),
      agents: chemin === 'attente' ? await listAgentsAChoisir(contexte) : [],
      aujourdhui: jour,
    };
  });
}

/** Ce que le formulaire rappelle déjà : ce que l'on sait de la mesure. */
function buildConnu({ service, serviceContact, objectifs, periode }: MesureInscrite, jour: JourCivil) {
  return { service, serviceContact, objectifs, jusquau: periode?.au ?? null, recueLe: jour };
}

const SIGNES: ReadonlySet<CheminActe> = new Set(['decider', 'refuser', 'renouveler', 'modifier']);

async function findSignature(contexte: Contexte, { code, origine, uniteId }: MesureInscrite, chemin: CheminActe) {
  const { delegation } = getMesure(code, contexte.aujourdhui);
  if (!SIGNES.has(chemin) || origine === 'judiciaire' || delegation === null) return null;
  const { verdict, delegataires } = await getSignature(contexte, delegation, uniteId);
  return {
    vaut: verdict.issue === 'accepte',
    objections: buildObjections(verdict),
    qui: formatDelegataires(delegataires),
  };
}

/** Les autres mesures qui courent : une première décision peut en remplacer. */
async function listAutres(contexte: Contexte, mesure: MesureInscrite, chemin: CheminActe) {
  if (chemin !== 'decider' && chemin !== 'recevoir') return [];
  const courantes = await listRemplacables(contexte, [{ valeur: mesure.enfantId, libelle: '' }]);
  return courantes.filter(({ valeur }) => !valeur.startsWith(mesure.id));
}

export async function action(args: Route.ActionArgs) {
  const { id } = args.params;
  const chemin = findActe(args.params.acte);
  if (!chemin) throw new Response(null, { status: 404 });
  const { origine } = await readPage(args, (contexte) => getMesureInscrite(contexte, id));
  return actMesure(chemin, origine, args, { vers: () => formatAdresseMesure(id) });
}

export default function MesureActe({ loaderData, actionData }: Route.ComponentProps) {
  const { chemin, id, enfant, mesure, loi, signature } = loaderData;
  return (
    <Saisie
      titre={formatActe(chemin)}
      sous={`${mesure} · ${enfant.nom}`}
      fil={[
        { titre: 'Enfants', href: '/enfants' },
        { titre: enfant.nom, href: `/enfants/${enfant.id}` },
        { titre: 'Mesures', href: formatAdresseMesures(enfant.id) },
        { titre: mesure, href: formatAdresseMesure(id) },
      ]}
      acte={formatActe(chemin)}
      danger={chemin === 'finir' || chemin === 'transferer' || chemin === 'refuser' || chemin === 'annuler'}
      retour={formatAdresseMesure(id)}
      rendue={actionData}
      cote={<CeQueDitLaLoi loi={loi} />}
    >
      {signature && !signature.vaut ? (
        <Avis ton="retard" titre="Votre signature ne vaut pas pour cet acte ce jour">
          <Objections objections={signature.objections} />
          <p>{signature.qui}</p>
        </Avis>
      ) : null}
      <ChoixDesMesures {...loaderData} rendue={actionData} />
      <ChampsDeLActe {...loaderData} rendue={actionData} />
    </Saisie>
  );
}

type ChoixProps = Route.ComponentProps['loaderData'] & { rendue: Route.ComponentProps['actionData'] };

/** Seule, la mesure va de soi ; des frères et sœurs l'ont aussi : on coche. La version relue vaut, même après un conflit. */
function ChoixDesMesures({ id, reference, choix, rendue }: ChoixProps) {
  if (choix.length === 1) return <input type="hidden" name="mesures[]" value={reference} />;
  const cochees = rendue ? [rendue.valeurs.mesures ?? []].flat().map((valeur) => valeur.split('@')[0]) : [id];
  return (
    <CasesACocher
      nom="mesures"
      libelle="Pour"
      choix={choix}
      valeurs={choix.filter((ligne) => cochees.includes(ligne.id)).map(({ valeur }) => valeur)}
      erreur={rendue?.erreurs.mesures}
      requis
    />
  );
}
