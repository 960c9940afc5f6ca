import { Form, redirect } from 'react-router';
import { Introuvable } from '#server/errors.ts';
import { recordTrace } from '#server/journal.ts';
import { formatInstantEcrit } from '#shared/instant.ts';
import { formatPersonne } from '#shared/nom-propre.ts';
import { Fiche } from '#web/gabarits/fiche.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { Bloc, LignesDeBloc } from '#web/ui/bloc.tsx';
import { Bouton, LienBouton } from '#web/ui/bouton.tsx';
import { Avis } from '#web/ui/message.tsx';
import { type FusionFaite, listFusions } from '../data/doublons-queries.server.ts';
import { separerFusion } from '../data/fusion-commands.server.ts';
import { listFoyers } from '../data/menage-queries.server.ts';
import { findFicheGardee, findPersonne, listAutresNoms, listEnfantsDe } from '../data/personne-queries.server.ts';
import { canFusionner } from '../droits.ts';
import { formatAdresse } from '../menage.ts';
import type { Route } from './+types/personne.ts';
import { buildAutreNom, buildEnfantDe, buildFaitsDePersonne } from './personne-view.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { id } = args.params;
    const { tx, agent, aujourdhui } = contexte;
    const gardee = await findFicheGardee(contexte, id);
    if (gardee) throw redirect(`/personnes/${gardee}`);
    const personne = await findPersonne(contexte, id);
    if (!personne) throw new Introuvable('Cette personne est absente, ou hors de vos missions.');
    // L'identité d'un enfant se lit ici aussi : c'est une consultation de son dossier.
    if (personne.numero !== null) await recordTrace(tx, { acte: 'enfants.dossier.consulter', enfantId: id });
    const foyers = await listFoyers(contexte, id);
    const fusions = await listFusions(contexte, id);
    return {
      personne,
      faits: buildFaitsDePersonne(personne, aujourdhui),
      autresNoms: (await listAutresNoms(contexte, id)).map(buildAutreNom),
      enfants: (await listEnfantsDe(contexte, id)).map((enfant) => buildEnfantDe(enfant, aujourdhui)),
      foyers: foyers.map(({ membreId, libelle, adresses }) => ({
        cle: membreId,
        titre: libelle,
        detail: formatAdresse(adresses.at(-1) ?? null),
      })),
      fusions: fusions.map((fusion) => ({ ...fusion, faiteLe: formatInstantEcrit(fusion.faiteLe) })),
      peutFusionner: canFusionner(agent),
    };
  });
}

export function action(args: Route.ActionArgs) {
  return actPage(args, {
    command: separerFusion,
    vers: ({ gardeeId }) => `/personnes/${gardeeId}`,
    fait: 'Les deux fiches sont séparées, chacune comme avant.',
  });
}

export default function FichePersonne({ loaderData, actionData }: Route.ComponentProps) {
  const { personne, faits, autresNoms, enfants, foyers, fusions, peutFusionner } = loaderData;
  return (
    <Fiche
      titre={formatPersonne(personne)}
      sous={personne.numero ? `Enfant, dossier ${personne.numero}` : 'Personne autour d’un enfant'}
      actes={<Actes id={personne.id} numero={personne.numero} peutFusionner={peutFusionner} />}
      alertes={
        actionData ? (
          <Avis ton="retard" titre="Ces fiches ne peuvent pas être séparées" annonce>
            {Object.values(actionData.erreurs).join(' ')}
          </Avis>
        ) : null
      }
      faits={faits}
      cote={
        <>
          <Bloc titre="Aussi connue sous">
            {autresNoms.length > 0 ? <LignesDeBloc lignes={autresNoms} /> : <p>Aucun autre nom.</p>}
          </Bloc>
          <Bloc titre="Foyers">
            {foyers.length > 0 ? <LignesDeBloc lignes={foyers} /> : <p>Aucun foyer enregistré.</p>}
          </Bloc>
        </>
      }
    >
      <Bloc titre="Auprès de quels enfants">
        {enfants.length > 0 ? (
          <LignesDeBloc
            lignes={enfants.map(({ cle, href, nom, detail }) => ({ cle, titre: <a href={href}>{nom}</a>, detail }))}
          />
        ) : (
          <p>Aucun enfant parmi ceux que vous voyez.</p>
        )}
      </Bloc>
      {fusions.length > 0 ? <FichesReunies fusions={fusions} peut={peutFusionner} /> : null}
    </Fiche>
  );
}

function Actes({ id, numero, peutFusionner }: { id: string; numero: string | null; peutFusionner: boolean }) {
  return (
    <>
      {numero ? <LienBouton href={`/enfants/${id}`}>Ouvrir le dossier {numero}</LienBouton> : null}
      {peutFusionner ? <LienBouton href={`/personnes/fusion?a=${id}`}>Réunir avec une autre fiche</LienBouton> : null}
    </>
  );
}

function FichesReunies({ fusions, peut }: { fusions: readonly FusionFaite[]; peut: boolean }) {
  return (
    <Bloc titre="Fiches réunies ici">
      <LignesDeBloc
        lignes={fusions.map(({ id, absorbee, auteur, faiteLe, motif }) => ({
          cle: id,
          titre: absorbee,
          detail: `réunie par ${auteur} le ${faiteLe} : ${motif}`,
          fin: peut ? (
            <Form method="post">
              <input type="hidden" name="fusionId" value={id} />
              <Bouton petit aria-label={`Séparer ${absorbee}`}>
                Séparer
              </Bouton>
            </Form>
          ) : null,
        }))}
      />
    </Bloc>
  );
}
