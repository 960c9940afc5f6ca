import { Form } from 'react-router';
import { formatJours, type ModulationInscrite } from '#modules/eaje/index.ts';
import { FIL_CRECHES, formatAdresseCreche, formatPendant } from '#modules/eaje/web/composants.tsx';
import { Introuvable } from '#server/errors.ts';
import { formatMinutes } from '#shared/quart-d-heure.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { Bloc } from '#web/ui/bloc.tsx';
import { Bouton, LienBouton } from '#web/ui/bouton.tsx';
import { readValeurs } from '#web/valeurs.ts';
import {
  closeModulation,
  findAutorisationInscrite,
  updateAutorisation,
} from '../data/autorisations-commands.server.ts';
import type { Route } from './+types/autorisation.ts';
import { ChampsAutorisation } from './champs-autorisation.tsx';
import { getCrecheTenue } from './creche-tenue.server.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const lue = await findAutorisationInscrite(contexte.tx, args.params.id);
    if (!lue) throw new Introuvable('Absente, ou hors de vos missions.');
    const { murs } = await getCrecheTenue(contexte, lue.autorisation.etablissementId);
    return { autorisation: lue.autorisation, nom: murs.nom };
  });
}

export { shouldRevalidate } from '#web/gabarits/revalidation.ts';

export async function action(args: Route.ActionArgs) {
  const formulaire = await args.request.clone().formData();
  const ici = `/creches/autorisations/${args.params.id}`;
  if (formulaire.has('modulationId'))
    return actPage(args, {
      command: closeModulation,
      avec: { autorisationId: args.params.id },
      vers: () => ici,
      fait: 'Modulation retirée.',
    });
  return actPage(args, {
    command: updateAutorisation,
    avec: { id: args.params.id },
    vers: (id) => formatAdresseCreche(id, '#autorisation'),
    fait: 'Autorisation corrigée.',
  });
}

export default function CorrigerAutorisation({ loaderData: { autorisation, nom }, actionData }: Route.ComponentProps) {
  const { champ, saisi } = readValeurs(actionData, autorisation, {
    Places: 'places',
    Arrêté: 'arreteNumero',
    'Arrêté du': 'arreteLe',
    Du: 'du',
    Au: 'au',
  });
  const retour = formatAdresseCreche(autorisation.etablissementId, '#autorisation');
  return (
    <Saisie
      titre="Corriger l’autorisation"
      sous={nom}
      fil={[FIL_CRECHES, { titre: nom, href: formatAdresseCreche(autorisation.etablissementId) }]}
      acte="Enregistrer l’autorisation"
      retour={retour}
      rendue={actionData}
      saisi={saisi}
      version={autorisation.version}
      intro="Pour une extension ou une transformation, enregistrez plutôt une nouvelle autorisation : elle vaut quinze ans."
      cote={<Modulation id={autorisation.id} modulations={autorisation.modulations} />}
    >
      <ChampsAutorisation champ={champ} />
    </Saisie>
  );
}

function Modulation({ id, modulations }: { id: string; modulations: readonly ModulationInscrite[] }) {
  return (
    <Bloc titre="Modulation">
      {modulations.length === 0 ? <p className="petit">Toutes les places, toute la journée.</p> : null}
      <ul>
        {modulations.map((modulation) => (
          <li key={modulation.id}>
            <div>
              {`${modulation.places} places`}
              <small>{`${formatJours(modulation.jours)}, ${formatMinutes(modulation.debut)} – ${formatMinutes(modulation.fin)}${formatPendant(modulation)}`}</small>
            </div>
            <Form method="post">
              <input type="hidden" name="modulationId" value={modulation.id} />
              <Bouton petit variante="discret" aria-label={`Retirer la modulation à ${modulation.places} places`}>
                Retirer
              </Bouton>
            </Form>
          </li>
        ))}
      </ul>
      <p>
        <LienBouton petit href={`/creches/autorisations/${id}/modulation`}>
          Moduler les places
        </LienBouton>
      </p>
    </Bloc>
  );
}
