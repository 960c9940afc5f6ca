import { findProfessionnel, listGroupes } from '#modules/eaje/index.server.ts';
import { canTenirCreche } from '#modules/eaje/index.ts';
import { FIL_CRECHES, formatAdresseCreche } from '#modules/eaje/web/composants.tsx';
import { Introuvable } from '#server/errors.ts';
import { formatNom } from '#shared/nom-propre.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readFormulaire, readPage } from '#web/page.server.ts';
import { LienBouton } from '#web/ui/bouton.tsx';
import { readValeurs } from '#web/valeurs.ts';
import { updateProfessionnel } from '../data/professionnels-commands.server.ts';
import { formatRappelDirection } from '../rules/information-president.ts';
import type { Route } from './+types/professionnel.ts';
import { ChampsEmploi } from './champs-emploi.tsx';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async ({ tx, agent, aujourdhui }) => {
    const pro = await findProfessionnel(tx, args.params.id, aujourdhui);
    if (!pro || !canTenirCreche(agent, pro)) throw new Introuvable('Absent, ou hors de vos missions.');
    const { sections } = pro.etablissementId ? await listGroupes(tx, pro.etablissementId) : { sections: [] };
    return { pro, sections };
  });
}

export { shouldRevalidate } from '#web/gabarits/revalidation.ts';

export async function action(args: Route.ActionArgs) {
  const valeurs = readFormulaire(await args.request.clone().formData());
  return actPage(args, {
    valeurs,
    command: updateProfessionnel,
    avec: { id: args.params.id },
    vers: (id) => `/creches/professionnels/${id}`,
    fait: formatRappelDirection('Professionnel modifié.', [valeurs.metier, valeurs.metierAvant]),
  });
}

export default function ModifierProfessionnel({ loaderData: { pro, sections }, actionData }: Route.ComponentProps) {
  const { champ, saisi } = readValeurs(actionData, pro, {
    Métier: 'metier',
    Catégorie: 'categorie',
    Quotité: 'quotite',
    'Expérience depuis': 'experienceDepuis',
    'Jusqu’au': 'au',
  });
  const retour = pro.etablissementId ? formatAdresseCreche(pro.etablissementId, '/professionnels') : '/creches';
  return (
    <Saisie
      titre={formatNom(pro.nom, pro.prenom)}
      sous="Son emploi dans la crèche"
      fil={[FIL_CRECHES, { titre: 'Professionnels', href: retour }]}
      actes={
        <>
          <LienBouton href={`/creches/professionnels/${pro.id}/horaire`}>Changer son horaire</LienBouton>
          <LienBouton href={`/organisation/agents/${pro.agentId}`}>Voir l’agent</LienBouton>
        </>
      }
      acte="Enregistrer le professionnel"
      retour={retour}
      rendue={actionData}
      saisi={saisi}
      version={pro.version}
    >
      <input type="hidden" name="metierAvant" value={pro.metier} />
      <ChampsEmploi champ={champ} sections={sections} />
    </Saisie>
  );
}
