import { Form } from 'react-router';
import { Introuvable } from '#server/errors.ts';
import { formatNom } from '#shared/nom-propre.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { Bloc } from '#web/ui/bloc.tsx';
import { Bouton } from '#web/ui/bouton.tsx';
import { CasesACocher, Radios } from '#web/ui/champ-choix.tsx';
import { ChampTexte } from '#web/ui/champ-texte.tsx';
import { buildChamp } from '#web/ui/choix.ts';
import { getDossier } from '../data/dossiers-queries.server.ts';
import { listEnfantsAReloger, listHotes, listRelogements } from '../data/hotes-queries.server.ts';
import { readImpact } from '../data/impact.server.ts';
import { closeRelogement, recordRelogement } from '../data/suites-commands.server.ts';
import { formatJoursOuverts } from '../dossier-travaux.ts';
import { canDecider } from '../droits.ts';
import { findGelPrevu } from '../rules/gel.ts';
import type { Route } from './+types/relogement.ts';
import { formatAdresseDossier, listFilTravaux } from './adresses.ts';
import { formatGel } from './dossiers-view.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { tx, agent } = contexte;
    const dossier = await getDossier(tx, args.params.id);
    const gel = findGelPrevu(dossier);
    if (!canDecider(agent, dossier) || !gel) throw new Introuvable('Absent, ou hors de vos missions.');
    const { attendus } = await readImpact(contexte, dossier.etablissementId, gel);
    return {
      dossier,
      hotes: await listHotes(contexte, dossier, gel),
      enfants: await listEnfantsAReloger(tx, dossier.id, attendus),
      relogements: await listRelogements(tx, dossier.id),
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const formulaire = await args.request.clone().formData();
  const dossierId = args.params.id;
  const commun = { avec: { dossierId }, vers: () => formatAdresseDossier(dossierId, '/relogement') };
  if (formulaire.has('relogementId'))
    return actPage(args, { ...commun, command: closeRelogement, fait: 'Relogement retiré.' });
  return actPage(args, {
    ...commun,
    command: recordRelogement,
    fait: ({ remarque }) => ['Relogement inscrit.', remarque].join(' ').trim(),
  });
}

type Vue = Route.ComponentProps['loaderData'];

export default function Reloger({ loaderData: vue, actionData }: Route.ComponentProps) {
  const { dossier, hotes, enfants } = vue;
  const champ = buildChamp(actionData);
  return (
    <Saisie
      titre="Reloger des enfants"
      sous={`${dossier.objet} · ${dossier.creche} · ${formatGel(dossier)}`}
      fil={listFilTravaux(dossier, dossier)}
      acte="Inscrire le relogement"
      retour={formatAdresseDossier(dossier.id, '#relogement')}
      rendue={actionData}
      cote={<Inscrits {...vue} />}
    >
      <Radios
        {...champ('hoteId')}
        libelle="Crèche qui accueille"
        aide="Ce qui reste à toute heure, chaque jour des travaux, semaines entières (CAP-05, CAP-06)."
        choix={hotes.map(({ id, nom, places, auPlus, joursOuverts }) => ({
          valeur: id,
          libelle: `${nom} · ${places} place${places > 1 ? 's' : ''} libre${places > 1 ? 's' : ''}`,
          aide: `${formatJoursOuverts(joursOuverts)} pendant les travaux${auPlus > places ? ` ; ${auPlus} places si l’arrondi de 115 % monte, à confirmer auprès de la PMI` : ''}`,
        }))}
        requis
      />
      <CasesACocher
        nom="enfants"
        erreur={actionData?.erreurs.enfants}
        libelle={`Enfants attendus pendant les travaux, à reloger (${enfants.length})`}
        choix={enfants.map(({ id, nom, prenom, section }) => ({
          valeur: id,
          libelle: formatNom(nom, prenom),
          groupe: section ?? 'Sans section',
        }))}
        valeurs={[actionData?.valeurs.enfants ?? []].flat()}
      />
      <ChampTexte
        {...champ('nombre')}
        libelle="Ou un nombre d’enfants"
        taille="court"
        inputMode="numeric"
        aide="Tant que rien n’est décidé enfant par enfant"
      />
    </Saisie>
  );
}

function Inscrits({ relogements, dossier }: Vue) {
  return (
    <Bloc titre={`Relogés : ${dossier.reloges}${dossier.impact ? ` sur ${dossier.impact.enfants}` : ''}`}>
      {relogements.length === 0 ? <p className="petit">Aucun encore.</p> : null}
      <ul>
        {relogements.map(({ id, hote, enfant, nombre }) => {
          const qui = enfant ?? `${nombre} enfant${nombre > 1 ? 's' : ''} à nommer`;
          return (
            <li key={id}>
              <div>
                {qui}
                <small>{hote}</small>
              </div>
              <Form method="post">
                <input type="hidden" name="relogementId" value={id} />
                <Bouton petit variante="discret" aria-label={`Retirer le relogement : ${qui}, ${hote}`}>
                  Retirer
                </Bouton>
              </Form>
            </li>
          );
        })}
      </ul>
    </Bloc>
  );
}
